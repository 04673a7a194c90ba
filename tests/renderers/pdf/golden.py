"""The structure of the example document as pdfinfo tells it, kept in a file to be compared with.

After a change that is meant: `.venv/bin/python -m tests.renderers.pdf.golden`, then look at the diff.
"""

import re
import subprocess
from pathlib import Path

from boardpack.renderers.pdf import render
from tests.renderers.example import document
from tests.tools import program

GOLDEN = Path(__file__).parents[2] / "data" / "pdf" / "structure.txt"
_OBJECT = re.compile(r"(?m)^( *)Object \d+ \d+$")


def structure(folder: Path) -> str:
    """The elements and their text, without the numbers of objects, which any change moves."""
    path = folder / "example.pdf"
    path.write_bytes(render(document()).data)
    command = [program("pdfinfo"), "-enc", "UTF-8", "-struct-text", str(path)]
    told = subprocess.run(command, check=True, capture_output=True, encoding="utf-8", timeout=60)
    return _OBJECT.sub(r"\1Object", told.stdout)


def main() -> None:
    """Write the file anew."""
    from tempfile import TemporaryDirectory

    GOLDEN.parent.mkdir(exist_ok=True)
    with TemporaryDirectory() as folder:
        GOLDEN.write_text(structure(Path(folder)), encoding="utf-8")


if __name__ == "__main__":
    main()
