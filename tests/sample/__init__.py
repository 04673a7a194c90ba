"""The sample inputs of Marlshire, a council that does not exist."""
