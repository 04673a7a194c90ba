"""Compose: analysis and templates to blocks in reading order, the same for every output."""
