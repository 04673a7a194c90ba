"""Reads the records that boardpack keeps for itself: JSON in a meeting's folder of inputs."""

from pathlib import Path
from typing import TypeVar

from boardpack.errors import InputError

_Kind = TypeVar("_Kind")


def read_record(path: Path, kind: type[_Kind], refusal: InputError) -> _Kind:
    """What a record holds; where it is not as it was written, the refusal is raised."""
    from pydantic import TypeAdapter, ValidationError

    try:
        return TypeAdapter(kind).validate_json(path.read_bytes())
    except (OSError, ValidationError):
        raise refusal from None
