"""The command of the analyst who has the tables of a statutory return."""
