"""Files of figures, long or wide, CSV or workbook, to observations with their line."""
