"""Every figure of the summary page is what an independent count of the inputs gives."""

import re
import tomllib
from datetime import timedelta

import pytest

from tests.end_to_end import counts
from tests.end_to_end.conftest import INPUTS
from tests.sample.plan.rows import METRICS, NEWEST, NEXT, PREVIOUS

WORDS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")


def number(said: str) -> int:
    """The count that a word or figure means."""
    word = said.lower().replace("none", "no").replace(",", "")
    return WORDS.index(word) if word in WORDS else int(word)


@pytest.fixture(scope="module")
def summary(pdf_pages: tuple[str, ...]) -> str:
    """The words of the summary page, in one line."""
    (page,) = (page for page in pdf_pages[:6] if re.search(r"^Summary$", page, re.MULTILINE))
    return " ".join(page.split())


def found(summary: str, sentence: str) -> list[str]:
    """What stands in the places of a sentence."""
    matched = re.search(sentence, summary)
    assert matched, f"the summary does not say: {sentence}"
    return list(matched.groups())


def test_the_late_actions_are_counted_right(summary: str) -> None:
    late, green = found(
        summary, r"(\S+) actions are past the due date, and (\w+) of them are still rated Green"
    )
    assert number(late) == len(counts.late())
    assert number(green) == sum(row.truth.rating == "green" for row in counts.late())


def test_the_silent_actions_are_counted_right(summary: str) -> None:
    (silent,) = found(
        summary, r"(\S+) open actions have had no update since the board of 3 July 2019"
    )
    assert number(silent) == counts.silent()


def test_what_moved_is_counted_right(summary: str) -> None:
    moved = counts.moved()
    worse, slipped, days = found(
        summary, r"(\S+) actions got worse and (\w+) dates slipped, by up to (\d+) days"
    )
    closed, better = found(
        summary, r"(\S+) actions closed and (\w+) got better since the last board"
    )
    assert [number(each) for each in (worse, slipped, closed, better)] == [
        moved["worse"], moved["slipped"], moved["closed"], moved["better"],
    ]  # fmt: skip
    assert int(days) == counts.longest_slip()


def test_the_list_of_what_moved_is_counted_right(summary: str) -> None:
    moved = counts.moved()
    lines = {
        "worse": "got worse", "slipped": "slipped", "gone": "gone without being closed", "reopened": "reopened",
        "new": "new", "closed": "closed", "better": "got better",
    }  # fmt: skip
    for kind, said in lines.items():
        listed = re.search(rf"• (\d+) actions? {said}(?: •| [A-Z]|$)", summary)
        assert (int(listed[1]) if listed else 0) == moved[kind], kind


def test_the_measures_that_miss_are_counted_right(summary: str) -> None:
    missed, all_of_them, worst, value, target = found(
        summary,
        r"(\S+) of (\d+) measures with a target miss it or are behind; furthest off is “([^”]+)”, (\S+) against ([\d,.]+)%?\.",
    )
    judged = counts.judged()
    assert int(all_of_them) == len(judged) > 30
    assert number(missed) == sum(one.missed for one in judged)
    (named,) = (one for one in judged if one.title == worst)
    assert named.missed
    assert (float(value.strip("%")), float(target)) == pytest.approx(
        (named.value, named.target), abs=0.05
    )


def test_the_ratings_at_both_boards_are_counted_right(summary: str) -> None:
    now, before = counts.ratings(NEWEST), counts.ratings(PREVIOUS)
    red_before, red_now = found(summary, r"Red actions \w+ from (\d+) to (\d+) since 3 July 2019")
    assert (int(red_before), int(red_now)) == (before["red"], now["red"])
    for counted in (now, before):
        bars = [counted[rating] for rating in ("red", "amber", "green", "blue")]
        red, amber, green, blue = bars
        found(summary, rf"\b({red}) {amber} {green} (?:{counted['unrated']} )?{blue}\b")
        found(summary, rf"\b({sum(bars) + counted['unrated']})\b")


def test_the_late_actions_are_listed_the_worst_first(summary: str) -> None:
    listed = re.findall(r"Objective (\d), (\w+): (\d+) days late, (\w+)", summary)
    assert len(listed) == 4
    late = {
        (
            str(row.objective),
            row.truth.ref,
            (NEWEST - row.truth.due) // timedelta(days=1),
            row.truth.rating,
        )
        for row in counts.late()
        if row.truth.due
    }
    assert {(number_, ref, int(days), rating) for number_, ref, days, rating in listed} <= late
    (more,) = found(summary, r"and (\d+) more")
    assert int(more) == len(counts.late()) - len(listed)
    days = [int(days) for _, _, days, rating in listed if rating == "red"]
    assert days == sorted(days, reverse=True)


def test_every_decision_of_the_agenda_is_asked_for(
    summary: str, pdf_pages: tuple[str, ...]
) -> None:
    agenda = tomllib.loads(
        (INPUTS / NEWEST.isoformat() / "agenda.toml").read_text(encoding="utf-8")
    )
    decisions = [item for item in agenda["item"] if item["purpose"] == "decision"]
    assert [int(n) for n in re.findall(r"Item (\d+)\.", summary)] == [
        item["number"] for item in decisions
    ]
    squashed = "".join(summary.split())
    assert all("".join(item["title"].split()) in squashed for item in decisions)
    cover = " ".join(pdf_pages[0].split())
    escalated = re.search(r"(\d+) decisions and (\d+) escalations", cover)
    assert escalated
    assert int(escalated[1]) == len(decisions)


def test_the_figures_of_these_tests_were_planted_for_these_boards() -> None:
    assert (PREVIOUS.isoformat(), NEWEST.isoformat(), NEXT.isoformat()) == (
        "2019-07-03",
        "2019-08-14",
        "2019-09-25",
    )
    assert all(row.sheet != METRICS for row in counts.planted(NEWEST))
