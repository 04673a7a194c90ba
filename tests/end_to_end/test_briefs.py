"""The highlight report and the chair's briefing: two pages at most, and the figures of the pack."""

import hashlib
import json
import re
from pathlib import Path

import pikepdf
import pytest

from tests.end_to_end import council, counts
from tests.end_to_end.conftest import NEWEST, TEMPLATES, files_of, run
from tests.end_to_end.test_summary import number
from tests.sample.plan.rows import NEWEST as BOARD
from tests.tools import text_of

PAPERS = ("highlight.pdf", "brief.pdf")


def pages(path: Path) -> int:
    with pikepdf.open(path) as pdf:
        return len(pdf.pages)


def words_of(path: Path) -> str:
    return " ".join(text_of(path, "-raw").split())


def both(inputs: Path, outputs: Path) -> Path:
    """The folder in which both papers of the newest meeting of some inputs were made."""
    places = ("--inputs", inputs, "--outputs", outputs)
    ran = run("build", *places, "--formats", "highlight,brief")
    assert (ran.code, ran.err) == (0, "")
    (folder,) = outputs.iterdir()
    return folder


@pytest.mark.parametrize("paper", PAPERS)
def test_a_paper_of_the_sample_fills_two_pages(built: Path, paper: str) -> None:
    assert pages(built / paper) == 2


def test_papers_of_a_plan_of_2000_actions_have_two_pages(tmp_path: Path) -> None:
    inputs = tmp_path / "inputs"
    council.write_two(inputs, council.many_rows(2000, 1), council.many_rows(2000, 2))
    folder = both(inputs, tmp_path / "outputs")
    assert [pages(folder / paper) for paper in PAPERS] == [2, 2]
    for paper in PAPERS:
        assert "The plan has 2,000 actions" in words_of(folder / paper)
        assert re.search(r"and \d[\d,]* more, in the pack", words_of(folder / paper))


def test_papers_without_an_earlier_board_say_so_on_two_pages_at_most(tmp_path: Path) -> None:
    council.write(tmp_path / "inputs")
    folder = both(tmp_path / "inputs", tmp_path / "outputs")
    for paper in PAPERS:
        said = words_of(folder / paper)
        assert pages(folder / paper) <= 2
        assert "There is no earlier board" in said
        assert not re.search(r"\b(None|nan)\b", said)
    assert "To the board above, for the period up to 11 March 2026" in words_of(
        folder / "highlight.pdf"
    )


@pytest.mark.parametrize("paper", PAPERS)
def test_every_sentence_of_the_summary_stands_in_a_paper_as_in_the_pack(
    built: Path, pdf_pages: tuple[str, ...], paper: str
) -> None:
    (page,) = (page for page in pdf_pages[:6] if re.search(r"^Summary$", page, re.MULTILINE))
    summary = " ".join(page.split())
    told = re.findall(r"(?:^|• )([^•]+?\.) Page \d+", summary)
    assert len(told) == 5
    said = words_of(built / paper)
    assert [one for one in told if one not in said] == []


@pytest.mark.parametrize("paper", PAPERS)
def test_the_ratings_of_the_plan_are_counted_right(built: Path, paper: str) -> None:
    counted = counts.ratings(BOARD)
    told = re.search(
        r"The plan has (\d+) actions: (\d+) red, (\d+) amber, (\d+) green, (\d+) unrated and (\d+) blue",
        words_of(built / paper),
    )
    assert told
    names = ("red", "amber", "green", "unrated", "blue")
    assert [int(n) for n in told.groups()] == [
        counted.total(),
        *(counted[name] for name in names),
    ]


def test_the_objectives_add_up_to_the_plan(built: Path) -> None:
    said = text_of(built / "highlight.pdf", "-layout").partition("Progress by objective")[2]
    lines = re.findall(
        r"^ *\d [A-Z].*? {2,}([\d–]+) +([\d–]+) +([\d–]+) +([\d–]+) ", said, re.MULTILINE
    )
    assert len(lines) == 9
    whole = counts.ratings(BOARD)
    for place, rating in enumerate(("red", "amber", "green", "blue")):
        assert sum(int(line[place].replace("–", "0")) for line in lines) == whole[rating]


def test_the_chair_reads_who_is_silent_and_how_many(built: Path) -> None:
    said = words_of(built / "brief.pdf")
    told = re.search(
        r"(\S+) open actions have had no update since 3 July 2019, from (\w+) leads", said
    )
    assert told
    assert number(told[1]) == counts.silent()
    for heading in ("Escalations", "What the board must decide", "The hardest questions"):
        assert heading in said


def test_the_manifest_lists_both_papers(built: Path) -> None:
    outputs = json.loads((built / "build.json").read_text(encoding="utf-8"))["outputs"]
    told = {output["file"]: output for output in outputs}
    for paper in PAPERS:
        assert told[paper]["pages"] == 2
        assert told[paper]["sha256"] == hashlib.sha256((built / paper).read_bytes()).hexdigest()


def test_the_public_gets_neither(tmp_path: Path) -> None:
    council.write(tmp_path / "inputs")
    places = ("--inputs", tmp_path / "inputs", "--outputs", tmp_path / "outputs")
    ran = run("build", *places, "--formats", "html,highlight,brief", "--audience", "public")
    assert (ran.code, ran.err) == (0, "")
    assert set(files_of(tmp_path / "outputs" / council.MEETING)) == {"pack.html", "build.json"}


def test_the_briefing_alone_is_that_of_the_build_and_disturbs_no_other_file(
    built: Path, tmp_path: Path
) -> None:
    folder = tmp_path / NEWEST
    folder.mkdir()
    (folder / "pack.pdf").write_bytes(b"the last good pack")
    ran = run("brief", "--outputs", tmp_path)
    assert (ran.code, ran.err) == (0, "")
    assert ran.out == f"{folder / 'brief.pdf'}: 2 pages\n"
    assert files_of(folder) == {
        "pack.pdf": b"the last good pack",
        "brief.pdf": (built / "brief.pdf").read_bytes(),
    }


def test_the_briefing_alone_is_told_as_json(tmp_path: Path) -> None:
    told = run("brief", NEWEST, "--outputs", tmp_path, "--json").json
    data = (tmp_path / NEWEST / "brief.pdf").read_bytes()
    assert told == {
        "board": NEWEST,
        "path": str(tmp_path / NEWEST / "brief.pdf"),
        "file": "brief.pdf",
        "sha256": hashlib.sha256(data).hexdigest(),
        "bytes": len(data),
        "pages": 2,
        "conforms": ["PDF/UA-1", "PDF/A-2a"],
    }


def test_a_briefing_that_cannot_be_made_leaves_the_last_one(tmp_path: Path) -> None:
    council.write(tmp_path / "inputs")
    folder = tmp_path / "outputs" / council.MEETING
    folder.mkdir(parents=True)
    (folder / "brief.pdf").write_bytes(b"the last one")
    templates = tmp_path / "templates"
    (templates / "brief").mkdir(parents=True)
    text = (TEMPLATES / "brief" / "brief.md.j2").read_text(encoding="utf-8")
    (templates / "brief" / "brief.md.j2").write_text(text.replace("silence", "quiet"))
    for name in ("pack", "mail"):
        (templates / name).symlink_to(TEMPLATES / name)
    places = ("--inputs", tmp_path / "inputs", "--outputs", tmp_path / "outputs")
    ran = run("brief", *places, "--templates", templates)
    assert (ran.code, ran.out) == (5, "")
    assert "brief.md.j2, line" in ran.err
    assert files_of(folder) == {"brief.pdf": b"the last one"}
