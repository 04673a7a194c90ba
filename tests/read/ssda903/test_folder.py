from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from boardpack.analysis.indicators903.compute import indicators_of
from boardpack.errors import MissingInput, NoReturnTables
from boardpack.model.ssda903 import Table
from boardpack.read.ssda903.codes import LISTS
from boardpack.read.ssda903.layout import DATES, columns_of
from tests.read.ssda903.returns import (
    BORN_ROW,
    CHILD,
    EPISODE,
    EPISODES,
    HEADER,
    LAST,
    MISSING,
    OC2,
    OC3,
    REVIEWS,
    read,
    told,
    write,
)


def test_a_folder_without_a_table_is_refused(tmp_path: Path) -> None:
    write(tmp_path, "metric,period,value")
    with pytest.raises(NoReturnTables, match="no table of the SSDA903 return"):
        read(tmp_path)
    with pytest.raises(MissingInput):
        read(tmp_path / "none")


def test_the_tables_become_records(tmp_path: Path) -> None:
    write(tmp_path, HEADER, BORN_ROW, name="h.csv")
    write(tmp_path, EPISODES, EPISODE, name="e.csv")
    write(tmp_path, REVIEWS, f"{CHILD},,01/05/2018,PN1", name="r.csv")
    given, findings = read(tmp_path)
    assert findings == ()
    assert given.births == {CHILD: date(2009, 9, 17)}
    assert given.reviews == (date(2018, 5, 1),)
    (episode,) = given.episodes
    assert (episode.begins, episode.ends, episode.why_new, episode.placement) == (
        date(2017, 2, 3),
        None,
        "S",
        "U4",
    )
    assert CHILD not in repr(given) + repr(episode)


def test_a_child_is_told_from_another_by_leading_zeros(tmp_path: Path) -> None:
    write(tmp_path, EPISODES, EPISODE.replace(CHILD, "0417"), EPISODE.replace(CHILD, "417"))
    assert {episode.child for episode in read(tmp_path)[0].episodes} == {"0417", "417"}


def test_an_episode_that_has_ended_in_the_file_of_another_year_does_not_go_on(
    tmp_path: Path,
) -> None:
    write(tmp_path, EPISODES, EPISODE, name="2018.csv")
    write(tmp_path, EPISODES, f"{EPISODE[:-1]}02/02/2019,E4A", name="2019.csv")
    given, findings = read(tmp_path)
    assert [episode.ends for episode in given.episodes] == [date(2019, 2, 2)]
    assert [str(finding) for finding in findings] == [
        (
            "2019.csv: A file with the table of episodes was read before, 2018.csv; their lines are taken "
            "together, what stands in both once. Keep one of the two."
        )
    ]


def test_an_event_in_the_files_of_two_years_counts_once(tmp_path: Path) -> None:
    line = f"{CHILD},,M,01/05/2018,"
    write(tmp_path, MISSING, line, name="1.csv")
    write(tmp_path, MISSING, line, f"{CHILD},,M,02/05/2018,", name="2.csv")
    assert len(read(tmp_path)[0].absences) == 2


def test_of_two_files_of_oc2_none_is_used(tmp_path: Path) -> None:
    for name in ("a.csv", "b.csv"):
        write(tmp_path, OC2, f"{CHILD},,12,,,1,1,1", name=name)
    given, _ = read(tmp_path)
    assert given.health == ()
    assert dict(given.spoilt) == {Table.OC2: "the table OC2 in one file, not in a.csv and b.csv"}


def test_only_csv_files_are_read(tmp_path: Path) -> None:
    write(tmp_path, HEADER, BORN_ROW)
    (tmp_path / "notes.docx").write_bytes(b"\0")
    (tmp_path / "folder.csv").mkdir()
    assert told(tmp_path) == []


COLUMNS = sorted(set().union(*(columns_of(table) for table in Table)))
CELLS = st.one_of(
    st.sampled_from(["", "01/04/2018", "31/03/2019", "30/09/2015", "29/02/2012", "x", '"', "\n", "A", "B"]),
    st.sampled_from(sorted(set().union(*LISTS.values()))),
    st.text(max_size=4),
)  # fmt: skip
HEADINGS = st.sampled_from([HEADER, EPISODES, OC2, OC3, MISSING, REVIEWS]) | st.lists(
    st.sampled_from(COLUMNS), min_size=1, max_size=8
).map(",".join)
FILES = st.tuples(HEADINGS, st.lists(st.lists(CELLS, max_size=9).map(",".join), max_size=6))


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(files=st.lists(FILES, min_size=1, max_size=4), last=st.dates(date(1990, 1, 1)))
def test_any_tables_are_read_and_computed_or_refused(
    tmp_path: Path, files: list[tuple[str, list[str]]], last: date
) -> None:
    for old in tmp_path.iterdir():
        old.unlink()
    for number, (heading, lines) in enumerate(files):
        text = "\n".join([heading, *lines])
        (tmp_path / f"{number}.csv").write_bytes(text.encode("utf-8", "replace"))
    try:
        given, findings = read(tmp_path)
    except NoReturnTables:
        return
    for day in (last, LAST):
        made = indicators_of(given, day)
        assert len(made.figures) + len(made.not_computed) == 24
    assert all(finding.source.file.endswith(".csv") for finding in findings)


def test_every_column_of_a_date_is_a_column_of_a_table() -> None:
    assert set(COLUMNS) >= DATES | LISTS.keys()
