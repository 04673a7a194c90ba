"""The tables of the statutory return (SSDA903): found by their headings, read without showing a child."""
