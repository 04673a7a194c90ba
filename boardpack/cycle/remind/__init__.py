"""Reminders to the leads who have not answered: who gets one, and what it says."""
