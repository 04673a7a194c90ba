"""What the leads sent back, merged into the plan: nothing lost, nothing invented, nothing decided silently."""
