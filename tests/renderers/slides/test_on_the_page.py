"""Decks as LibreOffice sets them: every word stands inside the frame that it was measured for."""

import io
import os
import random
import re
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape
from pathlib import Path
from typing import Any

import matplotlib as mpl
import pptx
import pytest
from pptx.enum.text import MSO_AUTO_SIZE
from pptx.util import Pt

from boardpack.renderers.slides import render
from tests.renderers.slides.decks import ROOT
from tests.renderers.slides.material import material
from tests.tools import program, text_of

SAID = """the protocol was drafted and is with district councils for comment Due 31 May 2019 still Green
Fewer than two in three health assessments are on time Children's Services well-matched homes
accommodation multi-agency safeguarding £120,000 59.3% “placement” strategy 2019–22 (agreed)"""
WORDS = SAID.split()
OTHERS = (
    "儿童服务委员会报告显示安置稳定性有所改善\uff0c" * 12,
    "تقرير مجلس خدمات الأطفال عن استقرار الرعاية " * 12,
    "🙂👩‍👧🚩 emoji " * 25,
    "inter\u00addisciplinary\u00ad" * 25,
    "one\ttwo\tthree\t" * 20,
    "no\u00a0break " * 60,
    "x" * 400,
    "\u200b".join(["safe"] * 80),
)
FOOT, EDGE, TITLE_END, TOLERANCE = 540.0, 960.0, 46.0, 2.0
ALWAYS = ("Open Sans", "DejaVu Sans")
SOMETIMES = {
    "Liberation Sans": "Arial",
    "Liberation Serif": "Times New Roman",
    "Carlito": "Calibri",
}
"""What LibreOffice puts in the place of a font, where it is installed, and that font."""


@dataclass(frozen=True)
class Word:
    left: float
    top: float
    right: float
    bottom: float
    text: str


@dataclass(frozen=True)
class Laid:
    """A deck as it was filled, and the words of each of its pages."""

    slides: list[Any]
    words: list[list[Word]]


def fonts_file(folder: Path) -> Path:
    """The machine's fonts, with Open Sans from the package and DejaVu Sans from matplotlib."""
    drawn = Path(mpl.get_data_path()) / "fonts" / "ttf"
    path = folder / "fonts.conf"
    path.write_text(
        f"<fontconfig><dir>{ROOT / 'boardpack' / 'fonts'}</dir><dir>{drawn}</dir>"
        f"<cachedir>{folder / 'fontcache'}</cachedir>"
        '<include ignore_missing="yes">/etc/fonts/fonts.conf</include></fontconfig>'
    )
    return path


def families(folder: Path) -> list[str]:
    listed = subprocess.run(
        [program("fc-list"), ":", "family"], check=True, capture_output=True, text=True
    ).stdout
    return [*ALWAYS, *(font for twin, font in SOMETIMES.items() if twin in listed)]


def boxed(deck: Any, number: int, text: str, font: str, dice: random.Random) -> None:
    slide = deck.slides.add_slide(deck.slide_layouts[5])
    title = slide.shapes.title
    title.left, title.top, title.width, title.height = Pt(10), Pt(0), Pt(400), Pt(40)
    title.text_frame.text = f"Title {number}"
    title.text_frame.paragraphs[0].runs[0].font.size = Pt(14)
    wide, high = dice.uniform(200, 700), dice.uniform(120, 380)
    box = slide.shapes.add_textbox(
        Pt(dice.uniform(10, 940 - wide)), Pt(dice.uniform(60, 530 - high)), Pt(wide), Pt(high)
    )
    frame = box.text_frame
    frame.word_wrap, frame.auto_size, frame.text = True, MSO_AUTO_SIZE.NONE, text
    frame.margin_top, frame.margin_left = Pt(dice.uniform(0, 20)), Pt(dice.uniform(0, 20))
    if number % 10 == 0:
        frame._txBody.bodyPr.set("numCol", "2")
    size, bold, italic = dice.choice((14, 18, 20, 24, 32)), number % 5 == 0, number % 7 == 0
    for paragraph in frame.paragraphs:
        paragraph.line_spacing = dice.choice((None, 0.9, 1.1))
        paragraph.space_before = dice.choice((None, Pt(6)))
        for run in paragraph.runs:
            run.font.size, run.font.name = Pt(size), font
            run.font.bold, run.font.italic = bold, italic


def phrases(dice: random.Random) -> str:
    points = ([dice.choice(WORDS) for _ in range(dice.randint(1, 40))] for _ in range(6))
    return "\n".join(" ".join(point) for point in points)


def words_of(pdf: Path) -> Iterator[list[Word]]:
    for page in text_of(pdf, "-bbox").split("<page ")[1:]:
        found = re.findall(
            r'<word xMin="(\S+)" yMin="(\S+)" xMax="(\S+)" yMax="(\S+)">(.*?)</word>', page
        )
        yield [
            Word(float(left), float(top), float(right), float(bottom), unescape(text))
            for left, top, right, bottom, text in found
        ]


@pytest.fixture(scope="module")
def laid(tmp_path_factory: pytest.TempPathFactory) -> Laid:
    office = program("soffice", "libreoffice")
    folder = tmp_path_factory.mktemp("office")
    dice = random.Random(7)
    fonts = families(folder)
    texts = [phrases(dice) for _ in range(60 - len(OTHERS))] + list(OTHERS)
    deck = pptx.Presentation()
    deck.slide_width, deck.slide_height = Pt(EDGE), Pt(FOOT)
    for number, text in enumerate(texts):
        boxed(deck, number, text, fonts[number % len(fonts)], dice)
    deck.save(str(folder / "template.pptx"))
    data = render(material(), folder / "template.pptx").data
    (folder / "deck.pptx").write_bytes(data)
    subprocess.run(
        [office, f"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to",
         "pdf", "--outdir", str(folder), str(folder / "deck.pptx")],
        check=True, capture_output=True, timeout=180,
        env=os.environ | {"FONTCONFIG_FILE": str(fonts_file(folder))},
    )  # fmt: skip
    return Laid(
        list(pptx.Presentation(io.BytesIO(data)).slides), list(words_of(folder / "deck.pdf"))
    )


def test_every_slide_became_a_page_with_words_in_its_box(laid: Laid) -> None:
    assert len(laid.words) == len(laid.slides) > 60
    bare = [n for n, page in enumerate(laid.words, 1) if not any(w.top > TITLE_END for w in page)]
    assert bare == []


def inside(box: Any, word: Word) -> bool:
    foot, edge = (box.top + box.height) / 12700, (box.left + box.width) / 12700
    return bool(word.bottom <= foot + TOLERANCE and word.right <= edge + TOLERANCE)


def test_no_word_stands_beyond_its_frame(laid: Laid) -> None:
    beyond = [
        (number, word)
        for number, (slide, page) in enumerate(zip(laid.slides, laid.words, strict=True), start=1)
        for word in page
        if word.top > TITLE_END and not inside(slide.shapes[1], word)
    ]
    assert beyond == []


def test_no_word_stands_beyond_the_slide(laid: Laid) -> None:
    lost = [
        w for page in laid.words for w in page if w.bottom > FOOT or w.right > EDGE or w.left < 0
    ]
    assert lost == []
