"""Render: blocks to one finished file each. No arithmetic, no rounding, no decisions."""
