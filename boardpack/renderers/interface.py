"""What every renderer gives back: one finished file, in memory."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Output:
    """A finished file: its path inside the meeting's output folder, its bytes, its pages if it has any.

    `conforms` are the standards of accessible and lasting PDFs that a validator found it to keep.
    `remarks` are sentences on what had to be done to a template so that the file is sound.
    """

    name: str
    data: bytes
    pages: int | None = None
    conforms: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()
