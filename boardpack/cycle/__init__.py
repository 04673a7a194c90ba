"""The six weeks around a board: what is asked of whom, what comes back, what goes out."""
