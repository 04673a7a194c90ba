from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boardpack.read.due import read_due
from boardpack.read.grid import Cell
from tests.read.books import cell


@pytest.mark.parametrize(
    ("text", "day", "kind"),
    [
        ("31/12/19", date(2019, 12, 31), "day"),
        ("Jul-20", date(2020, 7, 31), "month"),
        ("30th April 2020", date(2020, 4, 30), "day"),
        ("01./03/20", date(2020, 3, 1), "day"),
        ("31/04/19", None, "text"),
        ("30.1119", date(2019, 11, 30), "day"),
        ("Nov1-8", date(2018, 11, 30), "month"),
        # the last one named
        ("Dec 18 & Monthly monitoring September 2020", date(2020, 9, 30), "month"),
        ("Roll out Jan 19 Nov 19", date(2019, 11, 30), "month"),
        ("Spring Term 2019 - Nov 19", date(2019, 11, 30), "month"),
        ("Final draft 30th Jan 2019 amended 01.05.19", date(2019, 5, 1), "day"),
        ("Impact by Feb 2019", date(2019, 2, 28), "month"),
        # work that goes on, with a date beside or without
        ("01/03/2019 and ongoing", date(2019, 3, 1), "ongoing"),
        ("Ongoing-Mar-20", date(2020, 3, 31), "ongoing"),
        ("Mar 19 - ongoing quarterly", date(2019, 3, 31), "ongoing"),
        ("On-going", None, "ongoing"),
        ("Quarterly Monitoring", None, "ongoing"),
        ("Continuous", None, "ongoing"),
        ("30/06/19 and quarterly", date(2019, 6, 30), "ongoing"),
        ("Mar 2019 then annually", date(2019, 3, 31), "ongoing"),
        # a date that the cell says is the old one
        ("31 Jan 2020 (was 31 Oct 2019)", date(2020, 1, 31), "day"),
        ("Sept 2021 (revised from June 2021)", date(2021, 9, 30), "month"),
        ("31/12/2019 (original date 30/09/2019)", date(2019, 12, 31), "day"),
        ("was Sept 2021", date(2021, 9, 30), "month"),
        ("30/09/1019", None, "text"),
        ("3O/06/2020", date(2020, 6, 30), "day"),
        ("310320", date(2020, 3, 31), "day"),
        ("Phase 1 Feb 20 Phase 2 Jul 20", date(2020, 7, 31), "month"),
        ("Twice yearly", None, "ongoing"),
        # no single date
        ("2018-2019", None, "text"),
        ("TBC", None, "text"),
        ("Complete", None, "text"),
        ("", None, "none"),
        ("  \n ", None, "none"),
        # quarters of the financial year, and school terms
        ("Q3 2019/20", date(2019, 12, 31), "month"),
        ("Q4 19/20", date(2020, 3, 31), "month"),
        ("Autumn term 2019", date(2019, 12, 31), "month"),
        ("Spring Term 2018/19", date(2019, 4, 30), "month"),
        ("Summer term 2018-19", date(2019, 7, 31), "month"),
        ("End of summer 2019", None, "text"),  # a season, and no school's term
        ("Q3", None, "text"),
        # a number where the cell lost its date format
        ("43830", date(2019, 12, 31), "day"),
        ("20191", None, "text"),
        ("2019", None, "text"),
    ],
)
def test_a_typed_timescale_is_read(text: str, day: date | None, kind: str) -> None:
    due, _ = read_due(cell(text))
    assert (due.date, due.kind, due.text) == (day, kind, text.strip() or None)


@pytest.mark.parametrize(
    ("value", "number_format", "day", "kind", "text"),
    [
        (date(2019, 12, 31), "dd/mm/yyyy", date(2019, 12, 31), "day", "31/12/2019"),
        (date(2020, 7, 1), "mmm\\-yy", date(2020, 7, 31), "month", "Jul-20"),
        (date(2020, 7, 1), "[$-809]mmmm yyyy;@", date(2020, 7, 31), "month", "Jul-20"),
        (date(2020, 7, 1), "d-mmm", date(2020, 7, 1), "day", "01/07/2020"),
        (43830, "General", date(2019, 12, 31), "day", "43830"),
        (43830.0, "General", date(2019, 12, 31), "day", "43830"),
        (43830.75, "General", date(2019, 12, 31), "day", "43830.75"),  # with a time of day
        (30.1119, "General", date(2019, 11, 30), "day", "30.1119"),
        (2019, "General", None, "text", "2019"),
        (True, "General", None, "text", "TRUE"),
        ("#REF!", "General", None, "text", "#REF!"),
    ],
)
def test_a_stored_timescale_is_read(
    value: object, number_format: str, day: date | None, kind: str, text: str
) -> None:
    due, _ = read_due(cell(value, number_format))
    assert (due.date, due.kind, due.text) == (day, kind, text)


def test_a_date_of_another_century_is_no_due_date() -> None:
    due, (fault,) = read_due(cell(date(1900, 1, 3), "dd/mm/yyyy"))
    assert (due.date, due.kind, due.text, fault.fault) == (
        None,
        "text",
        "03/01/1900",
        "its year is 1900",
    )


def test_a_formula_without_its_result_is_kept_and_not_understood() -> None:
    due, named = read_due(Cell(1, 1, None, formula='=DATE(2019,12,31)&"1/1/19"'))
    assert (due.date, due.kind, due.text, named) == (None, "text", '=DATE(2019,12,31)&"1/1/19"', ())


def test_an_empty_cell_and_no_cell_say_the_same() -> None:
    assert read_due(None) == read_due(cell(None)) == read_due(cell(" "))


PIECES = st.lists(
    st.sampled_from(
        [
            "31/12/19",
            "Jul-20",
            "ongoing",
            "TBC",
            "31/04/19",
            "43830",
            "Q1 2019/20",
            " ",
            "&",
            "-",
            "by",
            "\n",
            "Spring Term 2019",
        ]
    )
    | st.text(max_size=5)
).map(" ".join)


@given(PIECES)
def test_any_text_is_read_without_an_error_and_kept(text: str) -> None:
    due, named = read_due(cell(text))
    assert due.text == (text.strip() or None)
    assert (due.kind == "none") == (not text.strip())
    assert due.date is None or any(mention.day == due.date for mention in named)
    assert due.date is not None or due.kind in {"ongoing", "text", "none"}


@given(
    st.floats(allow_nan=False, allow_infinity=False)
    | st.integers(-(10**9), 10**9)
    | st.dates()
    | st.times()
    | st.booleans()
)
def test_any_stored_value_is_read_without_an_error(value: object) -> None:
    read_due(cell(value))
