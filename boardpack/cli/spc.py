"""The command of the analyst who checks a control chart."""
