"""What every renderer gives back: one finished file, in memory."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Output:
    """A finished file: its path inside the meeting's output folder, its bytes, its pages if it has any."""

    name: str
    data: bytes
    pages: int | None = None
