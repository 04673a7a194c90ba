from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boardpack.read.ssda903.cells import cell_of, code_of, day_of, score_of

DAY = date(2019, 3, 9)


@pytest.mark.parametrize(
    "text",
    [
        "09/03/2019",
        "9/3/2019",
        "09/03/19",
        "09-03-2019",
        "09.03.2019",
        "2019-03-09",
        "2019/03/09",
        "09/03/2019 00:00",
        "2019-03-09 00:00:00",
        "2019-03-09T00:00:00.000Z",
        "09/03/2019 12:00:00 AM",
        "09-Mar-2019",
        "9 March 2019",
        "09-mar-19",
    ],
)
def test_a_day_is_read_in_every_form_of_an_export(text: str) -> None:
    assert day_of(text) == DAY


@pytest.mark.parametrize(
    "text",
    ["", "31/02/2019", "29/02/2019", "00/00/0000", "2024-13-01", "tbc", "09/03-2019", "9032019",
     "03/2019", "43533", "09/Foo/2019", "1/1/20199", "٠٩/٠٣/٢٠١٩"],
)  # fmt: skip
def test_what_is_no_day_is_none(text: str) -> None:
    assert day_of(text) is None


def test_two_digits_are_a_year_of_the_last_century_from_69() -> None:
    assert [day_of("01/01/68"), day_of("01/01/69")] == [date(2068, 1, 1), date(1969, 1, 1)]


@pytest.mark.parametrize(
    ("text", "code"), [("e4a", "E4A"), ("1.0", "1"), ("0.0", "0"), ("1.5", "1.5"), ("", "")]
)
def test_a_code_is_in_capitals_and_without_the_decimals_of_a_spreadsheet(
    text: str, code: str
) -> None:
    assert code_of(text) == code


@pytest.mark.parametrize(
    ("text", "score"),
    [("0", 0), ("40", 40), ("14.0", 14), ("41", None), ("-1", None), ("12.5", None), ("n/a", None)],
)
def test_a_score_is_a_whole_number_from_0_to_40(text: str, score: int | None) -> None:
    assert score_of(text) == score


@pytest.mark.parametrize(
    ("text", "cell"), [(" a ", "a"), ("\u00a0", ""), ("NULL", ""), ("nan", "")]
)
def test_a_cell_is_trimmed_and_null_is_empty(text: str, cell: str) -> None:
    assert cell_of(text) == cell


@given(st.text(st.sampled_from("0123456789/-.: TZJanuary")) | st.text())
def test_any_text_is_read_or_none(text: str) -> None:
    for read in (day_of, score_of, code_of, cell_of):
        read(text)
