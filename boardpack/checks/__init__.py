"""Check: the questions that a good chair would ask of the plan. Nothing is ever changed here."""
