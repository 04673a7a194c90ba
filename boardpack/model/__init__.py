"""What a board, a plan, an action, a measure and a paper are. No input or output happens here."""
