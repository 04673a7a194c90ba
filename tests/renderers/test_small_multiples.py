"""Small multiples on the page and on the web page: the panels are drawn, the figures are in a table."""

import re
import subprocess
from dataclasses import replace
from pathlib import Path

from boardpack.document.blocks import Document, Figure
from boardpack.renderers import html, pdf
from tests.renderers.example import AREAS, document
from tests.tools import program

TEMPLATES = Path(__file__).parents[2] / "templates"


def with_areas() -> Document:
    whole = document()
    return replace(whole, blocks=(whole.blocks[0], Figure(AREAS)))


def test_the_page_has_every_panel_with_its_name_and_its_last_value(tmp_path: Path) -> None:
    path = tmp_path / "areas.pdf"
    path.write_bytes(pdf.render(with_areas()).data)
    command = [program("pdftotext"), "-f", "2", "-layout", str(path), "-"]
    told = subprocess.run(command, check=True, capture_output=True, encoding="utf-8", timeout=60)
    for text in (AREAS.headline, "North", "Central", "East", "66%", "52.5%", "81%", "Jan 2018"):
        assert text in told.stdout
    assert told.stdout.count("Target 70%") == 3


def test_the_web_page_has_the_panels_and_the_figures_of_each_area(tmp_path: Path) -> None:
    data = html.render(with_areas(), TEMPLATES).data.decode()
    drawing = re.search(r"<svg[^>]*role=\"img\".*?</svg>", data, re.DOTALL)
    assert drawing
    assert [drawing[0].count(f">{area}<") for area in ("North", "Central", "East")] == [1, 1, 1]
    headings = re.findall(r"<th[^>]*>(North|Central|East|Target)</th>", data)
    assert headings == ["North", "Central", "East", "Target"]
