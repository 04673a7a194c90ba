from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boardpack.read.grid import Cell
from boardpack.read.readings import periods_in, read_readings
from tests.read.books import cell

FEB, JUNE, JULY = date(2019, 2, 28), date(2019, 6, 30), date(2019, 7, 31)
YEAR = date(2019, 3, 31)


@pytest.mark.parametrize(
    ("text", "readings"),
    [
        # a share with its date
        ("59.3% in fostering Feb-19", [(59.3, "%", FEB)]),
        ("91% Summer 2019", [(91, "%", JULY)]),
        ("83 %", [(83, "%", None)]),
        ("> 95%", [(95, "%", None)]),
        # a count with its date
        ("190 (June 2019 data)", [(190, None, JUNE)]),
        ("285 2018/19", [(285, None, YEAR)]),
        ("200+ Q1 2019", [(200, None, JUNE)]),
        ("1798 07/02/19", [(1798, None, date(2019, 2, 7))]),
        ("1,140 July 2019", [(1140, None, JULY)]),
        ("July 2019: 34", [(34, None, JULY)]),
        ("38 July-19", [(38, None, JULY)]),  # no month has 38 days
        ("11 July-19", [(11, None, JULY)]),  # a month as Excel shows it, and a figure before it
        ("£1,200.50", [(1200.5, None, None)]),
        ("-3 at June 2019", [(-3, None, JUNE)]),
        ("9 days July-19", [(9, None, JULY)]),
        # the last date named is the figure's
        ("1 Sept 2017 - 06.03.19", [(1, None, date(2019, 3, 6))]),
        ("4 since Sept 2018 - 22.07.19", [(4, None, date(2019, 7, 22))]),
        (
            "99.9% - Out of the 10,290 reviews between 01.04.16 and 31.12.18 10282 were on time",
            [(99.9, "%", date(2018, 12, 31))],
        ),
        # the share among counts, the first of several counts
        ("26 of 31 in Q1 2019/20 = 84%", [(84, "%", JUNE)]),
        ("4 of 9 homes, June 2019", [(4, None, JUNE)]),
        ("19 of 43 providers: 11 good, 6 fair, 2 poor", [(19, None, None)]),
        # several readings: dates after them, before them, one for all
        ("64% Feb-19 57.7% June-19", [(64, "%", FEB), (57.7, "%", JUNE)]),
        ("Feb-19: 64%\nJune-19: 57.7%", [(64, "%", FEB), (57.7, "%", JUNE)]),
        ("June 2019: 60% Green, 40% Red", [(60, "%", JUNE), (40, "%", JUNE)]),
        ("426 2018/19 418 Q1 2019/20", [(426, None, YEAR), (418, None, JUNE)]),
        ("• Q4 2018/19: 2\n• Q1 2019/20: 0", [(2, None, YEAR), (0, None, JUNE)]),
        # a stated total
        ("As at 07/02/19: C1 414, C2 1439. Total 1853", [(1853, None, date(2019, 2, 7))]),
        # words before a figure
        ("At least 40", [(40, None, None)]),
        ("Further 50 cases to be filed", [(50, None, None)]),
        ("No more than 12", [(12, None, None)]),
        ("Children in unsuitable homes of the council: 63", [(63, None, None)]),
        # a month behind a figure that could be its day
        ("5 of 16 July 19", [(5, None, JULY)]),
        ("4 July 19", [(4, None, JULY)]),
        ("60 - June 2019", [(60, None, JUNE)]),
        # a figure of another place beside it, and a total of quarters without their year
        ("10.8% June 2019 (nat. 11.8%)", [(10.8, "%", JUNE)]),
        ("2018/19: Q1 - 62, Q2 - 71. Total 133", [(133, None, YEAR)]),
        ("Diverted 21, home 8, open 13: 42 in all", [(42, None, None)]),
        # no figure at all
        ("required 30/03/2020", []),
        ("A letter was agreed with 3 schools", []),
        ("Phase 2", []),
        ("Key Stage 4", []),
        ("Q1", []),
        ("TBC", []),
        ("31/03/2020", []),
        ("31 March 2020", []),
        ("", []),
    ],
)
def test_a_figure_is_read_with_its_date(
    text: str, readings: list[tuple[float, str | None, date | None]]
) -> None:
    assert [(r.value, r.unit, r.as_at) for r in read_readings(cell(text))] == readings


def test_a_figure_keeps_the_words_of_its_date() -> None:
    (reading,) = read_readings(cell("200+ Q1 2019"))
    assert reading.as_at_text == "Q1 2019"


@pytest.mark.parametrize(
    ("value", "number_format", "readings"),
    [
        (46, "General", [(46.0, None)]),
        (0.593, "0.0%", [(59.3, "%")]),
        (0.1 + 0.2, "0%", [(30.0, "%")]),  # without the noise of binary fractions
        (1140.5, "#,##0.0", [(1140.5, None)]),
        (date(2019, 7, 31), "dd/mm/yyyy", []),
        (True, "General", []),
        ("#DIV/0!", "General", []),
        (None, "General", []),
    ],
)
def test_a_stored_number_is_a_figure(
    value: object, number_format: str, readings: list[tuple[float, str | None]]
) -> None:
    assert [(r.value, r.unit) for r in read_readings(cell(value, number_format))] == readings


def test_a_formula_without_its_result_has_no_figure() -> None:
    assert read_readings(Cell(1, 1, None, formula="=12+3")) == ()


FIGURES = st.lists(
    st.sampled_from(
        [
            "59.3%",
            "190",
            "1,798",
            "Feb-19",
            "07/02/19",
            "2018/19",
            "Q1 2019",
            "of",
            "Total",
            ":",
            "C1",
            "\n",
            "Summer 2019",
            "38 July-19",
            "£",
        ]
    )
    | st.text(max_size=5)
).map(" ".join)


@given(FIGURES)
def test_any_text_is_read_without_an_error(text: str) -> None:
    for reading in read_readings(cell(text)):
        assert reading.unit in {"%", None}
        assert reading.as_at is None or reading.as_at_text


@given(FIGURES)
def test_periods_stand_in_the_text_in_order(text: str) -> None:
    end = 0
    for period in periods_in(text):
        assert end <= period.start < period.end <= len(text)
        end = period.end


@given(
    st.floats(allow_nan=False, allow_infinity=False) | st.integers(-(10**9), 10**9),
    st.sampled_from(["General", "0.0%", "0%", "#,##0", "0.00"]),
)
def test_any_stored_number_is_read_without_an_error(value: float, number_format: str) -> None:
    assert len(read_readings(cell(value, number_format))) == 1
