"""Analyse: what moved, what is late, how each measure stands. Figures only, no wording of them."""
