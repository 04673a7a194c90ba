"""What is asked of whom: a workbook and a letter for each lead."""
