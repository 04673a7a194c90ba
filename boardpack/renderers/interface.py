"""What every renderer gives back: one finished file, in memory."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Output:
    """A finished file: its path inside the meeting's output folder, its bytes, its pages if it has any.

    `conforms` are the standards of accessible and lasting PDFs that a validator found it to keep.
    """

    name: str
    data: bytes
    pages: int | None = None
    conforms: tuple[str, ...] = ()
