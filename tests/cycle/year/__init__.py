"""A year of the board's cycle, simulated through the command line and audited from outside."""
