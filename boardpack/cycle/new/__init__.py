"""The next meeting's folder from the last: what is carried, what is cleared, what is begun."""
