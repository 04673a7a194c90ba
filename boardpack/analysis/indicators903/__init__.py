"""Indicators computed from the tables of the statutory return (SSDA903), a function each."""
