"""What the reader of figures says of a file: its observations with their lines, and what was odd."""

import csv
import io
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from boardpack.errors import UnreadableText
from boardpack.model.metrics import Marker, Observation
from boardpack.read.figures.repeats import without_repeats
from boardpack.read.periods import read_period
from tests.read.figures.files import as_words, faults_of, read

HEADING = "metric,area,period,value\n"


@pytest.mark.parametrize(
    ("line", "kinds", "seen"),
    [
        ("CLA,North,Jul-19,about 80", ["not-a-number"], ["2: CLA, North, 2019-07-31 month, -"]),
        ("CLA,North,Jul-19,#REF!", ["not-a-number"], ["2: CLA, North, 2019-07-31 month, -"]),
        ("CLA,North,Jul-19,#N/A", ["interpreted-value"], ["2: CLA, North, 2019-07-31 month, x"]),
        ("CLA,North,Jul-19,<5", ["interpreted-value"], ["2: CLA, North, 2019-07-31 month, c"]),
        ("CLA,North,Jul-19,1e5", ["interpreted-value"], ["2: CLA, North, 2019-07-31 month, 100000"]),
        ("CLA,North,Jul-19,17/20", ["interpreted-value"], ["2: CLA, North, 2019-07-31 month, 85 (17/20)"]),
        ("CLA,North,Jul-19,85% (17/20)", [], ["2: CLA, North, 2019-07-31 month, 85 (17/20)"]),
        ("CLA,North,Jul-19,0/0", [], ["2: CLA, North, 2019-07-31 month, - (0/0)"]),
        ("CLA,North,Jul-19,", [], ["2: CLA, North, 2019-07-31 month, -"]),
        ("CLA,North,Jul-19,c", [], ["2: CLA, North, 2019-07-31 month, c"]),
        ("CLA,,Jul-19,5", [], ["2: CLA, -, 2019-07-31 month, 5"]),
        ("CLA,North,Easter,5", ["not-a-period"], []),
        ("CLA,North,31/04/2019,5", ["not-a-period"], []),
        ("CLA,North,,5", ["not-a-period"], []),
        ("CLA,North,2019,5", ["bare-year"], ["2: CLA, North, 2019-12-31 year, 5"]),
        ("CLA,North,Q1 2019,5", ["bare-year"], ["2: CLA, North, 2019-06-30 quarter, 5"]),
        ("CLA,North,2019-Q4,5", ["bare-year"], ["2: CLA, North, 2020-03-31 quarter, 5"]),
        ("CLA,North,Q1 2019/20,5", [], ["2: CLA, North, 2019-06-30 quarter, 5"]),
        ("CLA,Total,Jul-19,5", ["total-left-out"], []),
        ("Total,North,Jul-19,5", ["total-left-out"], []),
        ("Total number of CLA,North,Jul-19,5", [], ["2: Total number of CLA, North, 2019-07-31 month, 5"]),
        ("CLA,North,Jul-19,2,114", ["too-many-cells"], ["2: CLA, North, 2019-07-31 month, 2"]),
        ("CLA,North,Jul-19,5,,", [], ["2: CLA, North, 2019-07-31 month, 5"]),
        ("CLA,North,Jul-19", ["too-few-cells"], []),
        ("CLA,North", ["too-few-cells"], []),
        ("Caf\u00c3\u00a9,North,Jul-19,5", ["misread-letters"], ["2: Caf\u00c3\u00a9, North, 2019-07-31 month, 5"]),
    ],
)  # fmt: skip
def test_a_line_is_an_observation_or_is_told_of(
    tmp_path: Path, line: str, kinds: list[str], seen: list[str]
) -> None:
    found = read(tmp_path, f"{HEADING}{line}\nCLA,South,Aug-19,9\n")
    assert as_words(found.observations) == [*seen, "3: CLA, South, 2019-08-31 month, 9"]
    assert faults_of(found) == [(kind, 2) for kind in kinds]


def test_a_part_of_a_share_may_be_odd_as_well(tmp_path: Path) -> None:
    found = read(tmp_path, "metric,period,value,num,denom\nshare,Jul-19,50,few,<5\n")
    assert [finding.message for finding in found.findings] == [
        '"few" in column numerator is not a number.',
        '"<5" is read as the marker c.',
    ]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        (f"{HEADING}CLA,North,2018,5\nCLA,South,2018,6\nCLA,North,2019,7\n", [2, 4]),
        ("measure,2018,2019\nCLA,5,6\nCPP,7,8\n", [1, 1]),
        ("measure,2018,Q1 2018/19\nCLA,5,6\n", [1]),
        ("year,measure,value\n2018,CLA,5\n", [2]),
        ("time_period,time_identifier,measure,value\n2018,Calendar year,CLA,5\n", []),
        ("year,month,measure,value\n2018,May,CLA,5\n", []),
    ],
)
def test_a_year_that_may_be_of_two_kinds_is_told_once(
    tmp_path: Path, text: str, lines: list[int]
) -> None:
    assert faults_of(read(tmp_path, text)) == [("bare-year", line) for line in lines]


@pytest.mark.parametrize(
    ("text", "line", "name"),
    [
        ("Row Labels,Jun-19,Jul-19\nCLA,5,6\nGrand Total,5,6\n", 3, "Grand Total"),
        ("area,measure,period,value\nAll,CLA,Jul-19,5\nNorth,CLA,Jul-19,5\n", 2, "All"),
        ("measure,Jun-19,Total\nCLA,5,5\n", 1, "Total"),
        ("measure,period,North,South,Total\nCLA,Jul-19,5,6,11\n", 1, "Total"),
        (",2018/19,,2018/19 Total\nmeasure,Apr,May,\nCLA,5,6,11\n", 2, "2018/19 Total"),
    ],
)
def test_what_sums_up_others_is_left_out_and_told_of(
    tmp_path: Path, text: str, line: int, name: str
) -> None:
    (finding,) = read(tmp_path, text).findings
    assert (finding.kind, finding.source.line) == ("total-left-out", line)
    assert finding.message.startswith(f'What "{name}" names')


@pytest.mark.parametrize(
    ("period", "text"),
    [
        ("Year,Month,Day", "2019,February,30"),
        ("Start date,End date", "01/04/2019,01/03/2019"),
        ("Start date,End date", "01/04/2019,"),
        ("Financial year", "Apr-19"),
        ("Financial year", ""),
        ("Year,Month", ",May"),
        ("time_period,time_identifier", "2019,Week 5"),
    ],
)
def test_cells_that_make_no_period_together_are_told_of(
    tmp_path: Path, period: str, text: str
) -> None:
    found = read(tmp_path, f"measure,area,{period},value\nCLA,North,{text},5\n")
    assert (found.observations, faults_of(found)) == ((), [("not-a-period", 2)])


def test_months_whose_year_stands_nowhere_are_told_of(tmp_path: Path) -> None:
    found = read(tmp_path, "measure,Apr,May\nCLA,5,6\n")
    assert (found.observations, faults_of(found)) == ((), [("not-a-period", 2)] * 2)


def test_a_repeated_observation_is_told_and_both_stay(tmp_path: Path) -> None:
    text = f"{HEADING}CLA,North,Jul-19,5\ncla ,NORTH,2019-07,5.0\nCLA,North,Jul-19,c\nCLA,North,31/07/2019,5\n"
    found = read(tmp_path, text)
    assert len(found.observations) == 4
    assert [str(finding) for finding in found.findings] == [
        "a.csv, line 3: cla, NORTH, 2019-07 is given again: 5 here, 5 on line 2. The first is used. Keep one of the two lines.",
        "a.csv, line 4: CLA, North, Jul-19 is given again: c here, 5 on line 2. The first is used. Keep one of the two lines.",
    ]
    assert as_words(without_repeats(found.observations)) == [
        "2: CLA, North, 2019-07-31 month, 5",
        "5: CLA, North, 2019-07-31 day, 5",
    ]


def test_a_repeat_without_an_area_or_a_value_has_a_dash(tmp_path: Path) -> None:
    (told,) = read(tmp_path, "metric,period,value\nCLA,Jul-19,5\nCLA,Jul-19,\n").findings
    assert told.message.startswith("CLA, –, Jul-19 is given again: – here, 5 on line 2.")


def test_words_that_do_not_tell_repeats_apart_leave_them_repeats(tmp_path: Path) -> None:
    text = (
        "measure,period,placement,value\nCLA,Jul-19,Home,5\nCLA,Jul-19,Home,6\nCLA,Jul-19,Kin,7\n"
    )
    found = read(tmp_path, text)
    assert [seen.metric for seen in found.observations] == ["CLA Home", "CLA Home", "CLA Kin"]
    assert faults_of(found) == [("repeated-observation", 3)]


def test_a_file_without_its_heading_is_told_of(tmp_path: Path) -> None:
    found = read(tmp_path, "CLA,North,Jul-19,5\nCLA,South,soon,6\nCLA,East,Jul-19,c\n")
    assert as_words(found.observations) == [
        "1: CLA, North, 2019-07-31 month, 5",
        "3: CLA, East, 2019-07-31 month, c",
    ]
    assert faults_of(found) == [("no-heading", 1), ("not-a-period", 2)]


def test_a_quotation_mark_that_is_never_closed_loses_no_line(tmp_path: Path) -> None:
    found = read(tmp_path, f'{HEADING}CLA,North,Jul-19,5\n"CLA,South,Jul-19,6\nCLA,East,Jul-19,7\n')
    assert as_words(found.observations) == [
        "2: CLA, North, 2019-07-31 month, 5",
        "3: CLA, South, 2019-07-31 month, 6",
        "4: CLA, East, 2019-07-31 month, 7",
    ]
    assert faults_of(found) == [("open-quotation", 3)]


def test_letters_that_were_misread_are_told_once(tmp_path: Path) -> None:
    line = "Children â€“ looked after,North,{},5\n"
    found = read(tmp_path, HEADING + line.format("Jun-19") + line.format("Jul-19"))
    assert faults_of(found) == [("misread-letters", 2)]


def test_a_file_is_told_by_its_encoding_and_its_delimiter(tmp_path: Path) -> None:
    found = read(
        tmp_path, HEADING.replace(",", ";").encode("utf-16") + "é;N;Jul-19;5\n".encode("utf-16-le")
    )
    assert (found.encoding, found.delimiter) == ("utf-16", ";")
    assert as_words(found.observations) == ["2: é, N, 2019-07-31 month, 5"]


def test_a_line_of_the_same_measure_that_was_cut_off_is_told_of(tmp_path: Path) -> None:
    assert faults_of(read(tmp_path, f"{HEADING}CLA,North,Jul-19,5\nCLA")) == [("too-few-cells", 3)]


# What is written comes back: long and wide, whatever the file is made of.


@dataclass(frozen=True)
class Given:
    """An observation to write: what a reader should find."""

    metric: str
    area: str
    period: str
    value: float | None
    marker: Marker | None = None
    parts: tuple[int, int] | None = None

    def cells(self) -> list[str]:
        return [
            self.metric,
            self.area,
            self.period,
            self.figure(),
            *map(str, self.parts or ("", "")),
        ]

    def figure(self) -> str:
        return self.marker or ("" if self.value is None else f"{self.value:.15g}")


METRICS = [
    "CLA",
    "Placement, stability",
    "Café; staff – £",
    "Key stage 2",
    "Source | other",
    "2 moves",
]
AREAS = ["North", "South East", "Bury", "Grand Junction"]
PERIODS = ["Jul-19", "2019-08", "Q1 2019/20", "2018/19", "31/03/2018", "Autumn 2018", "Sept 2020"]
_NUMBERS = st.integers(-10_000_000, 10_000_000).map(lambda number: number / 100)
_FIGURES = st.one_of(
    st.tuples(_NUMBERS, st.none(), st.none()),
    st.tuples(st.none(), st.sampled_from(["c", "x", "z", "low", "u"]), st.none()),
    st.tuples(_NUMBERS, st.none(), st.tuples(st.integers(0, 9999), st.integers(1, 9999))),
)
_KEYS = st.tuples(st.sampled_from(METRICS), st.sampled_from(AREAS), st.sampled_from(PERIODS))
GIVEN = st.lists(
    st.tuples(_KEYS, _FIGURES), min_size=1, max_size=12, unique_by=lambda pair: pair[0]
).map(lambda pairs: [Given(*key, *figure) for key, figure in pairs])
TITLES = st.lists(
    st.sampled_from([["Children in our care"], ["Produced by the team", "", "in confidence"], []]),
    max_size=3,
)
FILES = st.fixed_dictionaries(
    {
        "delimiter": st.sampled_from(",;\t|"),
        "encoding": st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "cp1252"]),
        "end": st.sampled_from(["\n", "\r\n", "\r"]),
    }
)


def write(table: Sequence[Sequence[str]], file: dict[str, str]) -> bytes:
    text = io.StringIO(newline="")
    csv.writer(text, delimiter=file["delimiter"], lineterminator=file["end"]).writerows(table)
    return text.getvalue().encode(file["encoding"])


def same(seen: Observation, expected: Given) -> bool:
    period = read_period(expected.period)
    parts = (seen.numerator, seen.denominator)
    return (
        (seen.metric, seen.area, seen.period) == (expected.metric, expected.area, period)
        and (seen.value, seen.marker) == (expected.value, expected.marker)
        and parts == (expected.parts or (None, None))
    )


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(given=GIVEN, titles=TITLES, file=FILES, gaps=st.sets(st.integers(0, 12)))
def test_a_long_table_comes_back_with_its_lines(
    tmp_path: Path,
    given: list[Given],
    titles: list[list[str]],
    file: dict[str, str],
    gaps: set[int],
) -> None:
    heading = ["Measure", "Area", "Period", "Value", "Numerator", "Denominator"]
    table: list[list[str]] = [*titles, heading]
    lines = []
    for place, one in enumerate(given):
        table += [[]] if place in gaps else []
        table.append(one.cells())
        lines.append(len(table))
    found = read(tmp_path, write(table, file))
    assert [seen.source.line for seen in found.observations] == lines
    assert all(map(same, found.observations, given))
    assert found.findings == ()


MONTHS = ["Apr-19", "May-19", "June 2019", "2019-07", "08/2019"]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    rows=st.lists(
        st.tuples(
            st.tuples(st.sampled_from(METRICS), st.sampled_from(AREAS)),
            st.lists(_NUMBERS | st.sampled_from(["c", "low", ""]), min_size=5, max_size=5),
        ),
        min_size=1,
        max_size=8,
        unique_by=lambda pair: pair[0],
    ),
    months=st.permutations(MONTHS),
    titles=TITLES,
    file=FILES,
)
def test_a_wide_table_comes_back_with_its_lines(
    tmp_path: Path,
    rows: list[tuple[tuple[str, str], list[float | str]]],
    months: list[str],
    titles: list[list[str]],
    file: dict[str, str],
) -> None:
    table = [*titles, ["Measure", "Area", *months]]
    expected = []
    for (metric, area), values in rows:
        texts = [value if isinstance(value, str) else f"{value:.15g}" for value in values]
        table.append([metric, area, *texts])
        for month, text in zip(months, texts, strict=True):
            period = read_period(month)
            assert period is not None
            if text:
                expected.append(f"{len(table)}: {metric}, {area}, {period.end} month, {text}")
    found = read(tmp_path, write(table, file))
    assert as_words(found.observations) == [line.replace(", -0,", ", 0,") for line in expected]
    assert found.findings == ()


_CELLS = st.sampled_from(
    ["metric", "Area", "period", "value", "Year", "Month", "%", "Num", "Total", "North", "CLA", "Jul-19",
     "Jul", "2018/19", "2019", "Q1", "5", "5.5%", "1,5", "0/0", "c", "-", "", "", "Note: x", "01/04/2019",
     "time_identifier", "geographic_level", "National", "start date", "end date"],
) | st.text(max_size=4)  # fmt: skip


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(table=st.lists(st.lists(_CELLS, max_size=6), max_size=8), file=FILES, quoted=st.booleans())
def test_any_rows_are_read_or_told_of(
    tmp_path: Path, table: list[list[str]], file: dict[str, str], *, quoted: bool
) -> None:
    text = io.StringIO(newline="")
    if quoted:
        csv.writer(text, delimiter=file["delimiter"]).writerows(table)
    else:
        text.write(file["end"].join(file["delimiter"].join(cells) for cells in table))
    with suppress(UnreadableText):
        found = read(tmp_path, text.getvalue().encode(file["encoding"], "replace"))
        last = len(text.getvalue().replace("\r\n", "\n").replace("\r", "\n").split("\n"))
        sources = [o.source for o in found.observations] + [f.source for f in found.findings]
        places = [source.line or 0 for source in sources]
        assert all(1 <= line <= last for line in places)
        assert found.observations or found.findings
        assert all(seen.period.end.year >= 1999 for seen in found.observations)
        assert all(seen.period.end <= date(2100, 12, 31) for seen in found.observations)
