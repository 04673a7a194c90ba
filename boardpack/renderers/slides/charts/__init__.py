"""Charts as native PowerPoint charts: anyone can change their data and their looks."""
