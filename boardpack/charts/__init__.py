"""Charts: first as data (what is shown, its words, its alternative text), then drawn."""
