"""A meeting whose papers are all in bad shape: the pack is made, and each paper is named in it."""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, String

from tests.end_to_end import council
from tests.end_to_end.conftest import TEMPLATES, Ran, run
from tests.read.pdfs import field, look, write_paper
from tests.read.test_papers import acts, hidden_layer
from tests.read.test_papers_faults import circle, damaged, half, word_document
from tests.tools import text_of

WORD = "hunter2"
USABLE = {
    "sound": 2, "locked": 1, "cut": 3, "form": 1, "acts": 1, "layers": 1, "blank": 1, "half": 1, "turned": 1,
}  # fmt: skip
"""The papers that are in the pack, with their pages."""
UNUSABLE = {
    "protected": "it is protected with a password",
    "word": "the file is a Word document and not a PDF",
    "empty": "the file is empty and not a PDF",
    "page": "the file is a web page, perhaps one that asks to log in, and not a PDF",
    "stub": "the file is damaged, or was cut off, beyond repair",
    "circle": "its list of pages goes round in a circle",
    "damaged": "none of its pages can be used, because of damage that cannot be mended",
    "tiny": "none of its pages can be used, because of a size that makes no sense",
    "absent": "it is not in the folder of papers",
}
"""The papers that are not, with what the pack says in their place."""


def write_papers(folder: Path) -> None:
    folder.mkdir()
    at = {name: folder / f"{name}.pdf" for name in (*USABLE, *UNUSABLE)}
    write_paper(at["sound"], pages=2)
    write_paper(at["locked"], lock=pikepdf.Encryption(owner="boss", user=WORD))
    write_paper(at["protected"], lock=pikepdf.Encryption(owner="boss", user="another"))
    write_paper(at["cut"], pages=3)
    at["cut"].write_bytes(at["cut"].read_bytes().rpartition(b"xref")[0].rpartition(b"xref")[0])
    write_paper(at["form"], lambda pdf: field(pdf, V=String("Ann"), AP=look(pdf)))
    write_paper(at["acts"], acts)
    write_paper(at["layers"], hidden_layer)
    write_paper(
        at["blank"],
        lambda pdf: setattr(pdf.pages[1].obj, "Contents", pdf.make_stream(b"")),
        pages=2,
    )
    write_paper(at["half"], half)
    write_paper(at["turned"], lambda pdf: setattr(pdf.pages[0].obj, "Rotate", 45))
    write_paper(at["tiny"], lambda pdf: setattr(pdf.pages[0].obj, "MediaBox", Array([0, 0, 1, 1])))
    write_paper(at["damaged"], damaged)
    word_document(at["word"])
    circle(at["circle"])
    at["empty"].write_bytes(b"")
    at["page"].write_bytes(b"<!doctype html><title>Log in</title>")
    at["stub"].write_bytes(b"%PDF-1.4\n%%EOF\n")


def agenda(required: str = "") -> str:
    items = [
        f'[[item]]\nnumber = {number}\ntitle = "About {name}"\nlead = "Head"\nminutes = 5\n'
        f'purpose = "information"\npaper = "{name}.pdf"\n'
        + ("required = true\n" if name == required else "")
        for number, name in enumerate((*USABLE, *UNUSABLE), 2)
    ]
    return "\n".join([council.AGENDA, *items])


@dataclass(frozen=True, slots=True)
class Made:
    """The inputs, the build, and the folder of the pack."""

    inputs: Path
    ran: Ran
    pack: Path


def build(inputs: Path, outputs: Path) -> Ran:
    places = ("--inputs", inputs, "--outputs", outputs, "--templates", TEMPLATES)
    return run("build", *places, "--formats", "pdf,html", "--json")


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Made:
    top = tmp_path_factory.mktemp("papers")
    meeting = council.write(top / "inputs")
    write_papers(meeting / "papers")
    (meeting / "agenda.toml").write_text(agenda())
    with (top / "inputs" / "board.toml").open("a") as settings:
        settings.write(f'\n[papers.passwords]\n"locked.pdf" = "{WORD}"\n')
    ran = build(top / "inputs", top / "outputs")
    return Made(top / "inputs", ran, top / "outputs" / council.MEETING)


def found(made: Made) -> Mapping[str, set[str]]:
    """The kinds of findings of each paper."""
    checked = run("check", "--inputs", made.inputs, "--json")
    kinds: dict[str, set[str]] = {}
    findings: list[dict[str, Any]] = checked.json["findings"]
    for finding in findings:
        kinds.setdefault(Path(finding["file"]).stem, set()).add(finding["kind"])
    return kinds


def test_the_pack_is_made_and_nothing_is_said_on_the_terminal(made: Made) -> None:
    assert (made.ran.code, made.ran.err) == (0, "")


def test_the_pdf_is_sound_and_holds_every_page_that_can_be_used(made: Made) -> None:
    with pikepdf.open(made.pack / "pack.pdf") as pdf:
        assert pdf.check_pdf_syntax() == []
        carried = [page for page in pdf.pages if "/Paper" in page.resources.get("/XObject", {})]
        assert len(carried) == sum(USABLE.values())


def test_each_paper_in_bad_shape_is_named_in_a_finding(made: Made) -> None:
    kinds = found(made)
    papers = {name for name in (*USABLE, *UNUSABLE) if kinds.get(name, set()) - {"unused-paper"}}
    assert papers == {*USABLE, *UNUSABLE} - {"sound", "locked", "absent"}
    assert "missing-paper" in kinds["papers"]


@pytest.mark.parametrize("name", sorted(UNUSABLE))
def test_what_is_missing_is_said_in_its_place(made: Made, name: str) -> None:
    said = f"The paper of item {[*USABLE, *UNUSABLE].index(name) + 2}, About {name}, is not in this pack. {name}.pdf: {UNUSABLE[name]}."
    pages = [re.sub(r"\s+", " ", page) for page in text_of(made.pack / "pack.pdf").split("\f")]
    assert sum(said in page for page in pages) == 1
    assert said in (made.pack / "pack.html").read_text(encoding="utf-8")


def test_nothing_hidden_and_nothing_that_acts_is_in_the_pack(made: Made) -> None:
    words = text_of(made.pack / "pack.pdf")
    assert "Twelve homes" in words
    assert "secret" not in words
    with pikepdf.open(made.pack / "pack.pdf") as pdf:
        scripts = [
            thing
            for thing in pdf.objects
            if isinstance(thing, Dictionary) and thing.get("/S") in {Name.JavaScript, Name.Launch}
        ]
        assert (scripts, len(pdf.attachments)) == ([], 0)


def test_a_password_is_nowhere_in_what_is_made_or_said(made: Made) -> None:
    made_files = [path.read_bytes() for path in made.pack.rglob("*") if path.is_file()]
    assert len(made_files) >= 3
    said = [made.ran.out.encode(), made.ran.err.encode()]
    assert not any(WORD.encode() in data for data in (*made_files, *said))
    assert json.loads((made.pack / "build.json").read_text(encoding="utf-8"))["board"]


def test_without_a_paper_that_is_required_the_pack_is_refused(made: Made, tmp_path: Path) -> None:
    file = made.inputs / council.MEETING / "agenda.toml"
    before = file.read_text()
    file.write_text(agenda(required="word"))
    try:
        refused = build(made.inputs, tmp_path)
    finally:
        file.write_text(before)
    assert refused.code == 3
    assert "The pack is not made without a paper that is required: item 12 needs" in refused.err
    assert "word.pdf, but the file is a Word document and not a PDF." in refused.err
    assert not list(tmp_path.iterdir())
