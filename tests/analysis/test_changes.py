"""What changed since a pack was issued, and which papers the members do not have."""

from dataclasses import replace

from boardpack.analysis.changes import (
    Change,
    Version,
    late_papers,
    paper_changes,
    version_of,
)
from boardpack.model.issue import (
    Issue,
    IssuedChapter,
    IssuedPaper,
    IssuedSupplement,
    Record,
    Said,
)

HOMES = IssuedPaper("5", "Homes", "homes.pdf", "a1", 3)
TRACKER = IssuedPaper("6", "Tracker", "tracker.pdf", "b1", 2)
SUMMARY = IssuedChapter("summary", "Summary", "1")
SAID = Said((HOMES, TRACKER), (SUMMARY, IssuedChapter("papers", "Papers", "2")))
FIRST = Issue(1, "pdf", 60, SAID)


def record(*issues: Issue) -> Record:
    return Record("2019-08-14", issues)


def kinds(*now: IssuedPaper) -> list[tuple[str, str]]:
    return [(one.kind, one.paper.file) for one in paper_changes(SAID.papers, now)]


def supplement(number: int, *papers: IssuedPaper) -> IssuedSupplement:
    return IssuedSupplement(number, "pdf", papers)


def test_papers_that_are_the_same_are_no_change() -> None:
    assert kinds(HOMES, TRACKER) == []


def test_papers_are_added_replaced_and_withdrawn() -> None:
    new = IssuedPaper("7", "Orders", "orders.pdf", "c1", 1)
    assert kinds(replace(HOMES, sha256="a2", pages=4), new) == [
        (Change.REPLACED, "homes.pdf"),
        (Change.ADDED, "orders.pdf"),
        (Change.WITHDRAWN, "tracker.pdf"),
    ]


def test_a_paper_whose_item_has_another_number_is_the_same_paper() -> None:
    new = IssuedPaper("5", "Orders", "orders.pdf", "c1", 1)
    moved = (replace(HOMES, item="6"), replace(TRACKER, item="7"))
    assert kinds(new, *moved) == [(Change.ADDED, "orders.pdf")]


def test_a_paper_with_another_name_replaces_that_of_its_item() -> None:
    change = paper_changes(SAID.papers, (replace(HOMES, file="final.pdf", sha256="a2"), TRACKER))
    assert [(one.kind, one.before) for one in change] == [(Change.REPLACED, HOMES)]


def test_another_paper_under_the_same_number_is_a_new_one() -> None:
    other = IssuedPaper("6", "Orders", "orders.pdf", "c1", 1)
    assert kinds(HOMES, other) == [(Change.ADDED, "orders.pdf"), (Change.WITHDRAWN, "tracker.pdf")]


def test_without_a_record_the_pack_is_version_1() -> None:
    assert version_of(SAID, record()) == Version(1, None)


def test_a_pack_that_says_what_was_issued_is_that_version() -> None:
    assert version_of(SAID, record(FIRST)) == Version(1, None)


def test_a_pack_that_says_something_else_is_the_next_version() -> None:
    now = Said((HOMES,), (replace(SUMMARY, words="9"), IssuedChapter("late", "Late", "3")))
    version = version_of(now, record(FIRST))
    assert version.number == 2
    assert version.changes is not None
    assert (version.changes.version, version.changes.since) == (2, 1)
    assert [(one.kind, one.chapter.title) for one in version.changes.chapters] == [
        (Change.CHANGED, "Summary"),
        (Change.ADDED, "Late"),
        (Change.WITHDRAWN, "Papers"),
    ]


def test_the_second_version_goes_on_telling_what_changed_after_it_is_issued() -> None:
    now = replace(SAID, papers=(HOMES,))
    before = version_of(now, record(FIRST))
    assert version_of(now, record(FIRST, Issue(2, "pdf", 60, now))) == before


def test_words_that_go_back_to_the_first_version_make_a_third() -> None:
    second = Issue(2, "pdf", 60, replace(SAID, papers=(HOMES,)))
    version = version_of(SAID, record(FIRST, second))
    assert (version.number, version.changes and version.changes.since) == (3, 2)


def test_late_papers_are_those_that_are_new_or_replaced() -> None:
    new = IssuedPaper("7", "Orders", "orders.pdf", "c1", 1)
    late = late_papers((replace(HOMES, sha256="a2"), new), record(FIRST), FIRST)
    assert (late.number, late.version) == (1, 1)
    assert [(one.paper.file, one.paper.replaces, one.replaces) for one in late.papers] == [
        ("homes.pdf", "a1", "version 1"),
        ("orders.pdf", None, None),
    ]


def test_a_paper_of_a_recorded_supplement_is_late_no_more() -> None:
    now = (replace(HOMES, sha256="a2"), TRACKER)
    issue = replace(FIRST, supplements=(supplement(1, replace(now[0], replaces="a1")),))
    late = late_papers(now, record(issue), issue)
    assert (late.number, late.papers) == (2, ())


def test_a_paper_that_is_late_again_replaces_that_of_the_supplement() -> None:
    issue = replace(FIRST, supplements=(supplement(1, replace(HOMES, sha256="a2", replaces="a1")),))
    (one,) = late_papers((replace(HOMES, sha256="a3"), TRACKER), record(issue), issue).papers
    assert (one.paper.replaces, one.replaces) == ("a2", "supplement 1")


def test_a_new_paper_of_a_supplement_leaves_the_one_that_had_its_number() -> None:
    new = IssuedPaper("5", "Orders", "orders.pdf", "c1", 1)
    issue = replace(FIRST, supplements=(supplement(1, new),))
    now = (new, replace(HOMES, item="6"), replace(TRACKER, item="7"))
    assert late_papers(now, record(issue), issue).papers == ()


def test_numbers_of_supplements_go_on_from_version_to_version() -> None:
    first = replace(FIRST, supplements=(supplement(1), supplement(2)))
    assert record(first, replace(FIRST, version=2)).next_supplement == 3
