"""A pack goes out, papers come late: the record, the next version, the supplements."""

import hashlib
import json
import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pikepdf
import pytest

from tests.end_to_end import council
from tests.end_to_end.conftest import TEMPLATES, Ran, files_of, run
from tests.read.pdfs import write_paper, write_pdf
from tests.tools import text_of

ITEM = (
    '[[item]]\nnumber = {number}\ntitle = "{title}"\nlead = "Head of {title}"\nminutes = 5\n'
    'purpose = "decision"\npaper = "{title}.pdf"\nask = "Agree to it."\n{more}\n'
)


class Board:
    """A board with its inputs and outputs, and the program run on them."""

    def __init__(self, top: Path) -> None:
        self.inputs, self.outputs = top / "inputs", top / "outputs"
        self.meeting = council.write(self.inputs)
        self.folder = self.outputs / council.MEETING
        self.record = self.meeting / "issued.json"
        (self.meeting / "papers").mkdir()
        self.paper("Homes", 3)
        self.paper("Health", 2)
        self.agenda("Homes", "Health")

    def paper(self, name: str, pages: int) -> None:
        write_pdf(self.meeting / "papers" / f"{name}.pdf", *[(595, 842)] * pages)

    def agenda(self, *titles: str, exempt: str = "") -> None:
        items = [
            ITEM.format(
                number=number,
                title=title,
                more='exempt = "paragraph 3"' if title == exempt else "",
            )
            for number, title in enumerate(titles, 2)
        ]
        (self.meeting / "agenda.toml").write_text("\n".join([council.AGENDA, *items]))

    def run(self, command: str, *words: object) -> Ran:
        return run(command, "--inputs", self.inputs, "--outputs", self.outputs, *words)

    def done(self, command: str, *words: object) -> str:
        ran = self.run(command, *words)
        assert (ran.code, ran.err) == (0, "")
        return ran.out

    def build(self) -> str:
        return self.done("build", "--formats", "pdf,html")

    def told(self) -> Any:
        return json.loads(self.record.read_text(encoding="utf-8"))


@pytest.fixture
def board(tmp_path: Path) -> Board:
    return Board(tmp_path)


@pytest.fixture
def issued(board: Board) -> Board:
    board.build()
    board.done("issue")
    return board


def pages(path: Path) -> list[str]:
    return [" ".join(page.split()) for page in text_of(path, "-raw").split("\f")][:-1]


def page_of(path: Path, heading: str) -> tuple[int, str]:
    """The number and the words of the page that a heading opens."""
    return next(
        (number, page)
        for number, page in enumerate(pages(path), 1)
        if re.search(rf"Page {number} of \d+ {heading}", page)
    )


def links(path: Path, page: int) -> Iterator[int]:
    """The pages of the file to which the links of one of its pages lead."""
    with pikepdf.open(path) as pdf:
        places = {one.obj.objgen: number for number, one in enumerate(pdf.pages, 1)}
        names = pdf.Root.get("/Dests", pikepdf.Dictionary())
        for note in pdf.pages[page - 1].obj.get("/Annots", []):
            target = note.get("/Dest")
            found = names[target] if isinstance(target, pikepdf.Name) else target
            assert found is not None
            yield places[found[0].objgen]


def test_the_record_tells_the_papers_the_chapters_and_the_hash_of_the_pack(board: Board) -> None:
    board.build()
    said = board.done("issue", "--date", "2026-03-04")
    assert said == f"{board.record}: version 1 of the pack is recorded as issued.\n"
    (issue,) = board.told()["issues"]
    manifest = json.loads((board.folder / "build.json").read_text())
    assert manifest["pack_version"] == issue["version"] == 1
    assert issue["date"] == "2026-03-04"
    assert issue["sha256"] == manifest["outputs"][0]["sha256"]
    assert [(one["item"], one["file"], one["pages"]) for one in issue["said"]["papers"]] == [
        ("2", "Homes.pdf", 3),
        ("3", "Health.pdf", 2),
    ]
    inputs = {one["file"]: one["sha256"] for one in manifest["inputs"]}
    for paper in issue["said"]["papers"]:
        assert inputs[f"inputs/{council.MEETING}/papers/{paper['file']}"] == paper["sha256"]
    titles = [chapter["title"] for chapter in issue["said"]["chapters"]]
    assert titles[:3] == ["Cover", "Summary", "Contents and agenda"]


def test_the_record_changes_no_byte_of_a_pack_that_is_unchanged(board: Board) -> None:
    board.done("build")
    before = files_of(board.folder)
    board.done("issue")
    board.done("build")
    after = files_of(board.folder)
    assert before.keys() == after.keys()
    told = [json.loads(files["build.json"]) for files in (before, after)]
    assert {**told[0], "seconds": 0} == {**told[1], "seconds": 0}
    assert [n for n in before if n != "build.json" and before[n] != after[n]] == []
    assert "issued.json" not in before["build.json"].decode() + before["pack.html"].decode()


def test_issuing_the_same_pack_again_changes_nothing_and_says_so(issued: Board) -> None:
    before = issued.record.read_bytes()
    again = "Version 1 of the pack is recorded as issued already. Nothing was changed.\n"
    assert issued.done("issue", "--date", "2026-03-05") == again
    assert json.loads(issued.done("issue", "--json")) == {
        "board": council.MEETING,
        "record": str(issued.record),
        "version": 1,
        "supplement": None,
        "file": str(issued.folder / "pack.pdf"),
        "new": False,
    }
    assert issued.record.read_bytes() == before


def test_a_pack_that_is_not_built_cannot_be_issued(board: Board) -> None:
    ran = board.run("issue")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.endswith(f"Make it first: boardpack build {council.MEETING}.\n")
    board.done("build", "--formats", "html")
    assert board.run("issue").code == 2
    assert not board.record.exists()


def test_a_pack_whose_inputs_changed_cannot_be_issued(board: Board) -> None:
    board.build()
    board.paper("Homes", 4)
    ran = board.run("issue")
    assert (ran.code, ran.out) == (2, "")
    assert (
        f"the inputs changed since it was built (inputs/{council.MEETING}/papers/Homes.pdf)"
        in ran.err
    )
    assert not board.record.exists()


def test_a_pack_that_the_inputs_do_not_give_cannot_be_issued(board: Board) -> None:
    board.done("build", "--formats", "pdf", "--audience", "public")
    assert "inputs and templates give now, for the members" in board.run("issue").err
    board.build()
    with (board.folder / "pack.pdf").open("ab") as file:
        file.write(b"% edited")
    assert board.run("issue").code == 2
    assert not board.record.exists()


def test_a_locked_pack_is_issued_as_the_file_that_it_is(board: Board) -> None:
    places = ("--inputs", board.inputs, "--outputs", board.outputs)
    lock = {"BOARDPACK_PASSWORD": "correct horse"}
    assert run("build", *places, "--formats", "pdf", "--protect", **lock).code == 0
    board.done("issue")
    data = (board.folder / "pack.pdf").read_bytes()
    assert board.told()["issues"][0]["sha256"] == hashlib.sha256(data).hexdigest()
    assert "already" in board.done("issue")


def test_a_damaged_record_stops_the_build_in_words(issued: Board) -> None:
    issued.record.write_text("{")
    ran = issued.run("build")
    assert (ran.code, ran.out) == (3, "")
    assert ran.err.startswith(f"{issued.record}: it is not as")


def test_the_next_version_says_on_its_cover_and_on_a_page_what_changed(issued: Board) -> None:
    issued.paper("Homes", 5)
    issued.paper("Orders", 1)
    issued.agenda("Homes", "Orders")
    assert "Version 2. It replaces version 1: 3 papers and " in issued.build()
    pack = issued.folder / "pack.pdf"
    assert "Version 2. It replaces version 1." in pages(pack)[0]
    number, page = page_of(pack, "Changes since version 1")
    assert page_of(pack, "Summary")[0] < number < page_of(pack, "Contents and agenda")[0]
    assert re.search(r"2 Homes Homes\.pdf Replaced 3 5 \d+", page)
    assert re.search(r"3 Orders Orders\.pdf Added – 1 \d+", page)
    assert "3 Health Health.pdf Withdrawn 2 – –" in page
    chapters = page.partition("Chapters whose words changed")[2]
    assert "Contents and agenda Changed" in chapters
    assert "Scorecard" not in chapters
    assert page_of(pack, "Contents and agenda")[0] in set(links(pack, number))


def test_the_second_version_is_issued_and_stays_what_it_is(issued: Board) -> None:
    issued.paper("Homes", 5)
    issued.build()
    before = (issued.folder / "pack.pdf").read_bytes()
    assert "version 2 of the pack is recorded" in issued.done("issue")
    issued.build()
    assert (issued.folder / "pack.pdf").read_bytes() == before
    assert [issue["version"] for issue in issued.told()["issues"]] == [1, 2]
    assert issued.done("issue").startswith("Version 2 of the pack is recorded as issued already")


def test_the_pack_for_the_public_has_no_version(issued: Board) -> None:
    issued.paper("Homes", 5)
    public = issued.outputs / "public"
    ran = run(
        *("build", "--inputs", issued.inputs, "--outputs", public),
        *("--audience", "public", "--formats", "html"),
    )
    assert ran.code == 0
    folder = public / council.MEETING
    assert "replaces version" not in (folder / "pack.html").read_text(encoding="utf-8")
    assert json.loads((folder / "build.json").read_text())["pack_version"] is None


def test_a_council_moves_the_page_of_changes_by_moving_its_line(
    issued: Board, tmp_path: Path
) -> None:
    templates = Path(shutil.copytree(TEMPLATES, tmp_path / "templates"))
    main = templates / "pack" / "pack.md.j2"
    line = '{% include "changes.md.j2" %}\n'
    main.write_text(main.read_text().replace(line, "") + line)
    issued.paper("Homes", 5)
    issued.done("build", "--formats", "pdf", "--templates", templates)
    number, _ = page_of(issued.folder / "pack.pdf", "Changes since version 1")
    assert number == len(pages(issued.folder / "pack.pdf"))


def test_a_supplement_needs_a_pack_that_is_issued(board: Board) -> None:
    ran = board.run("supplement")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith(f"No pack is recorded as issued for {council.MEETING}")
    assert board.run("issue", "--supplement").code == 2


def test_where_nothing_is_late_nothing_is_written(issued: Board) -> None:
    before = files_of(issued.folder)
    assert issued.done("supplement") == "No paper is late, and nothing was written.\n"
    told = json.loads(issued.done("supplement", "--json"))
    assert (told["supplement"], told["file"], told["papers"]) == (None, None, [])
    assert "nothing was changed" in issued.done("issue", "--supplement")
    assert files_of(issued.folder) == before


def test_a_supplement_holds_the_late_papers_alone_with_numbers_of_its_own(issued: Board) -> None:
    pack = (issued.folder / "pack.pdf").read_bytes()
    issued.paper("Homes", 5)
    issued.paper("Orders", 1)
    issued.agenda("Homes", "Health", "Orders", "Absent")
    lines = issued.done("supplement").splitlines()
    path = issued.folder / "supplement-1.pdf"
    assert lines == [
        f"{path}: 9 pages",
        "  Item 2: Homes.pdf, 5 pages. Replaces the paper of version 1.",
        "  Item 4: Orders.pdf, 1 page. New.",
        "Not in it: item 5, Absent.pdf: it is not in the folder of papers.",
    ]
    assert (issued.folder / "pack.pdf").read_bytes() == pack
    front = pages(path)[0]
    assert "Supplement 1, page 1 of 9" in front
    assert "2 Homes Head of Homes Decision Replaces the paper of version 1 5 2" in front
    assert "4 Orders Head of Orders Decision New 1 8" in front
    assert "Health" not in front
    assert set(links(path, 1)) == {2, 8}
    with pikepdf.open(path) as pdf:
        labels = [page.label for page in pdf.pages]
    assert labels == [
        *("S1.1", "S1.2"),
        *(f"S1.2.{page}" for page in range(1, 6)),
        *("S1.8", "S1.4.1"),
    ]


def test_the_supplement_is_the_same_each_time_and_told_as_json(issued: Board) -> None:
    issued.paper("Homes", 5)
    told = json.loads(issued.done("supplement", "--json"))
    path = issued.folder / "supplement-1.pdf"
    before = path.read_bytes()
    issued.done("supplement")
    assert path.read_bytes() == before
    assert (told["board"], told["supplement"], told["path"]) == (council.MEETING, 1, str(path))
    assert (told["pages"], told["bytes"], told["not_there"]) == (7, len(before), [])
    assert told["papers"] == [
        {"item": "2", "title": "Homes", "file": "Homes.pdf", "pages": 5, "replaces": "version 1"}
    ]


def test_after_it_is_recorded_the_next_supplement_is_number_2(issued: Board) -> None:
    issued.paper("Homes", 5)
    assert "supplement-1.pdf: the file is not there" in issued.run("issue", "--supplement").err
    issued.done("supplement")
    said = issued.done("issue", "--supplement", "--date", "2026-03-09")
    assert said == f"{issued.record}: supplement 1 to version 1 is recorded as issued.\n"
    assert issued.done("supplement").startswith("No paper is late")
    issued.paper("Homes", 6)
    issued.done("supplement")
    front = pages(issued.folder / "supplement-2.pdf")[0]
    assert "Replaces the paper of supplement 1" in front
    (issue,) = issued.told()["issues"]
    assert [(one["number"], one["date"]) for one in issue["supplements"]] == [(1, "2026-03-09")]


def test_a_supplement_that_the_inputs_do_not_give_cannot_be_issued(issued: Board) -> None:
    issued.paper("Homes", 5)
    issued.done("supplement")
    issued.paper("Homes", 6)
    ran = issued.run("issue", "--supplement")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.endswith(f"Make it again first: boardpack supplement {council.MEETING}.\n")
    assert issued.told()["issues"][0]["supplements"] == []


def test_the_public_gets_no_exempt_paper(issued: Board) -> None:
    issued.paper("Orders", 1)
    write_paper(issued.meeting / "papers" / "Sale.pdf")
    issued.agenda("Homes", "Health", "Orders", "Sale", exempt="Sale")
    issued.done("supplement", "--audience", "public")
    said = " ".join(pages(issued.folder / "supplement-1.pdf"))
    assert "Orders" in said
    assert "Sale" not in said
    issued.done("supplement")
    assert "Sale" in pages(issued.folder / "supplement-1.pdf")[0]
