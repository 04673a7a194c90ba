"""A council's own style file, from the command line to the files."""

import json
import shutil
from pathlib import Path

from tests.end_to_end import council
from tests.end_to_end.conftest import TEMPLATES, run
from tests.renderers.slides.odd import changed, drop
from tests.styling.making import picture
from tests.tools import text_of

STYLE = """
[colours]
structure = "#0B5D3B"
[logo]
file = "logo.png"
alt = "The arms of the county"
"""


def test_the_look_of_a_council_is_in_its_pack(tmp_path: Path) -> None:
    templates = Path(shutil.copytree(TEMPLATES, tmp_path / "templates"))
    (templates / "style.toml").write_text(STYLE, encoding="utf-8")
    (templates / "logo.png").write_bytes(picture())
    inputs, outputs = tmp_path / "inputs", tmp_path / "outputs"
    council.write(inputs)
    places = ("--inputs", inputs, "--outputs", outputs, "--templates", templates)
    ran = run("build", *places, "--formats", "html,pdf")
    assert (ran.code, ran.err) == (0, "")
    pack = outputs / council.MEETING
    page = (pack / "pack.html").read_text(encoding="utf-8")
    assert "--structure:#0B5D3B" in page
    assert 'alt="The arms of the county"' in page
    assert "Page 1 of" in text_of(pack / "pack.pdf")
    listed = json.loads((pack / "build.json").read_text(encoding="utf-8"))["inputs"]
    assert not [one for one in listed if "style" in one["file"]], "no template is an input"


def test_the_build_says_what_it_had_to_add_to_a_slide_template(tmp_path: Path) -> None:
    templates = Path(shutil.copytree(TEMPLATES, tmp_path / "templates"))
    (templates / "deck.pptx").write_bytes(changed(drop("ppt/media/image1.png"))())
    inputs, outputs = tmp_path / "inputs", tmp_path / "outputs"
    council.write(inputs)
    places = ("--inputs", inputs, "--outputs", outputs, "--templates", templates)
    ran = run("build", *places, "--formats", "slides")
    assert (ran.code, ran.err) == (0, "")
    assert (
        "  slide 1: a picture is not in the file (ppt/media/image1.png) and was left out."
        in ran.out
    )
