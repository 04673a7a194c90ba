"""Deliver: finished files into the meeting's output folder, whole or not at all."""
