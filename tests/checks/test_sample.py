"""The challenges measured against the faults that are planted in the sample's newest workbook."""

import re
from collections import defaultdict
from pathlib import Path

import pytest

from boardpack.checks.registry import Case
from boardpack.checks.run import check
from boardpack.findings import Finding
from boardpack.read.plan import read_plan
from tests.sample.plan.rows import NEWEST, NEXT, PREVIOUS
from tests.sample.plan.truth import expected, self_check
from tests.sample.plan.workbook import write_workbook

LEAST = 0.95

Places = dict[str, set[tuple[str, int]]]


@pytest.fixture(scope="module")
def findings(tmp_path_factory: pytest.TempPathFactory) -> tuple[Finding, ...]:
    path: Path = tmp_path_factory.mktemp("sample") / "plan.xlsx"
    write_workbook(NEWEST, path)
    plan, met = read_plan(path, "plan.xlsx")
    return met + check(Case(plan, NEWEST, PREVIOUS, NEXT))


@pytest.fixture(scope="module")
def found(findings: tuple[Finding, ...]) -> Places:
    places: Places = defaultdict(set)
    for finding in findings:
        row = re.search(r"\d+", finding.source.cell or "")
        assert row, finding
        places[finding.kind].add((finding.source.sheet or "", int(row.group())))
    return places


@pytest.fixture(scope="module")
def planted() -> Places:
    places: Places = defaultdict(set)
    for row in expected(NEWEST):
        for kind in row.faults or ():
            places[kind].add((row.sheet, row.row))
    assert self_check() == []
    assert len(places) > 20
    return places


def test_the_planted_faults_are_found(found: Places, planted: Places) -> None:
    missed = {
        kind: places - found[kind] for kind, places in planted.items() if places - found[kind]
    }
    count = sum(map(len, planted.values()))
    recall = 1 - sum(map(len, missed.values())) / count
    assert recall >= LEAST, f"{recall:.1%} of {count} found; missed: {missed}"


def test_what_is_asked_is_asked_of_planted_faults(found: Places, planted: Places) -> None:
    false = {kind: found[kind] - places for kind, places in planted.items() if found[kind] - places}
    count = sum(len(found[kind]) for kind in planted)
    precision = 1 - sum(map(len, false.values())) / count
    assert precision >= LEAST, f"{precision:.1%} of {count} are planted; not planted: {false}"


def test_every_planted_kind_is_found_at_least_once(found: Places, planted: Places) -> None:
    assert [kind for kind in planted if not found[kind] & planted[kind]] == []


def test_what_is_told_beyond_the_planted_kinds_is_of_the_readers_notes(
    found: Places, planted: Places
) -> None:
    notes = {
        "hidden-row",
        "odd-rating",
        "rating-by-colour-alone",
        "ref-became-a-date",
        "text-beside-the-table",
        "unknown-rating",
    }
    assert {kind for kind, places in found.items() if places} - {*planted} <= notes


def test_each_question_names_its_cell_and_says_what_would_settle_it(
    findings: tuple[Finding, ...],
) -> None:
    for finding in findings:
        assert re.fullmatch(r"[A-Z]+\d+", finding.source.cell or ""), finding
        assert finding.message.endswith((".", "?")), finding
        assert finding.remedy.endswith("."), finding
        assert not re.search(r"\bNone\b|\{|\bnan\b", finding.message.replace("{{ x }}", "")), (
            finding
        )


def test_nothing_is_asked_twice(findings: tuple[Finding, ...]) -> None:
    asked = [(finding.kind, finding.source, finding.message) for finding in findings]
    assert len({*asked}) == len(asked)
