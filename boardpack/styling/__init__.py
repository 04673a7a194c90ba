"""Reads what a council chooses of the look: `templates/style.toml`, its fonts and its logo."""
