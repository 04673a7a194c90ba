"""boardpack: the pack of a Permanence and Children in Our Care Board, from its own inputs."""

__version__ = "0.1.0"
