"""`boardpack build` on the sample: the files, their manifest, and the same bytes each time."""

import hashlib
import json
import os
from pathlib import Path

import pikepdf
import pytest

from tests.end_to_end.conftest import INPUTS, NEWEST, Builds, files_of, run


def manifest(folder: Path) -> dict[str, object]:
    read: dict[str, object] = json.loads((folder / "build.json").read_text(encoding="utf-8"))
    return read


def test_the_files_that_were_asked_for_are_there_and_no_others(built: Path) -> None:
    assert set(files_of(built)) == {
        "pack.pdf",
        "pack.html",
        "deck.pptx",
        "highlight.pdf",
        "brief.pdf",
        "mail/pack.eml",
        "build.json",
    }
    assert [path.name for path in built.parent.iterdir()] == [NEWEST]


def test_the_manifest_has_the_public_shape(built: Path) -> None:
    made = manifest(built)
    assert list(made) == [
        *("board", "version", "pack_version", "audience"),
        *("inputs", "outputs", "findings", "seconds"),
    ]
    assert made["board"] == NEWEST
    assert set(made["findings"]) == {"error", "warning", "note"}  # type: ignore[call-overload]  # a dict
    assert set(made["seconds"]) >= {"read", "check", "analyse", "compose", "render"}  # type: ignore[call-overload]  # a dict


def test_the_manifest_names_each_output_with_its_hash_size_and_pages(built: Path) -> None:
    outputs = json.loads((built / "build.json").read_text())["outputs"]
    assert [output["file"] for output in outputs] == [
        "pack.pdf",
        "pack.html",
        "deck.pptx",
        "highlight.pdf",
        "brief.pdf",
        "mail/pack.eml",
    ]
    for output in outputs:
        data = (built / output["file"]).read_bytes()
        assert output["sha256"] == hashlib.sha256(data).hexdigest()
        assert output["bytes"] == len(data)
    with pikepdf.open(built / "pack.pdf") as pdf:
        assert outputs[0]["pages"] == len(pdf.pages)
    assert outputs[1]["pages"] is None


def test_the_manifest_names_every_input_with_its_hash(built: Path) -> None:
    inputs = {
        one["file"]: one["sha256"]
        for one in json.loads((built / "build.json").read_text())["inputs"]
    }
    for name, digest in inputs.items():
        assert hashlib.sha256((INPUTS.parent / name).read_bytes()).hexdigest() == digest
    meeting = {
        f"inputs/{path.relative_to(INPUTS).as_posix()}" for path in (INPUTS / NEWEST).rglob("*.*")
    }
    assert meeting <= inputs.keys()
    assert {"inputs/board.toml", "inputs/2019-07-03/plan.xlsx"} <= inputs.keys()


def test_two_builds_give_the_same_bytes(builds: Builds) -> None:
    assert (builds.second.code, builds.second.err) == (0, "")
    first, second = files_of(builds.folder), files_of(builds.again)
    assert first.keys() == second.keys()
    assert [name for name in first if name != "build.json" and first[name] != second[name]] == []
    one, other = manifest(builds.folder), manifest(builds.again)
    assert {**one, "seconds": None} == {**other, "seconds": None}


def test_the_program_says_what_it_made_and_nothing_on_standard_error(builds: Builds) -> None:
    lines = builds.first.out.splitlines()
    named = {line.partition(": ")[0] for line in lines[:-1]}
    made = set(files_of(builds.folder)) - {"build.json"}
    assert named == {str(builds.folder / name) for name in made}
    assert lines[-1].startswith("Findings: ")
    assert builds.first.err == ""


def test_an_earlier_meeting_can_be_built_by_its_date(tmp_path: Path) -> None:
    ran = run("build", "2019-07-03", "--outputs", tmp_path, "--formats", "html", "--json")
    assert ran.code == 0
    assert ran.json["board"] == "2019-07-03"
    assert "There is no earlier meeting" in (tmp_path / "2019-07-03" / "pack.html").read_text(
        encoding="utf-8"
    )


@pytest.mark.skipif(os.name == "nt", reason="modes of files are those of Unix")
def test_the_folder_of_a_pack_can_be_read_by_others(built: Path) -> None:
    assert built.stat().st_mode & 0o055 == 0o055
