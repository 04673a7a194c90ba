"""PDF papers for tests."""

from pathlib import Path

import pikepdf


def write_pdf(
    path: Path, *sizes: tuple[float, float], rotate: int = 0, password: str | None = None
) -> Path:
    """A PDF with a page a size, A4 where none is given."""
    with pikepdf.new() as pdf:
        for size in sizes or ((595, 842),):
            pdf.add_blank_page(page_size=size)
            pdf.pages[-1].rotate(rotate, relative=False)
        lock = pikepdf.Encryption(owner=password, user=password) if password else None
        pdf.save(path, encryption=lock) if lock else pdf.save(path)
    return path
