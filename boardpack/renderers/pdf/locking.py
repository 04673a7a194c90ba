"""A finished PDF that opens with a password only (AES with 256 bits)."""

from dataclasses import replace
from io import BytesIO

import pikepdf

from boardpack.renderers.interface import Output
from boardpack.renderers.pdf.metadata import without_archiving


def locked(output: Output, password: str) -> Output:
    """The file behind a password. Whoever opens it may read, print, copy and have it read aloud.

    A file that is locked is none to keep for good: it claims PDF/A no longer.
    """
    with pikepdf.open(BytesIO(output.data)) as pdf:
        about = pdf.Root.Metadata
        about.write(without_archiving(about.read_bytes()))
        out = BytesIO()
        pdf.save(
            out,
            encryption=pikepdf.Encryption(user=password, owner=password, R=6, aes=True),
            object_stream_mode=pikepdf.ObjectStreamMode.generate,
        )
    kept = tuple(claim for claim in output.conforms if claim != "PDF/A-2a")
    return replace(output, data=out.getvalue(), conforms=kept)
