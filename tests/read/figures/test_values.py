"""Numbers, markers and shares in every dress that an export gives them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boardpack.read.figures.values import Figure, is_figure, is_number, number_of, read_figure


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("5", 5.0),
        ("0", 0.0),
        ("79.7", 79.7),
        ("+.5", 0.5),
        ("12.", 12.0),
        ("1,798", 1798.0),
        ("1,234,567.50", 1234567.5),
        ("12,34,567", 1234567.0),  # as in India
        ("1 798", 1798.0),
        ("1\u00a0798", 1798.0),
        ("1\u2009798\u202f000", 1798000.0),
        ("61.4%", 61.4),
        ("61.4 %", 61.4),
        (" £1,200.50 ", 1200.5),
        ("£-5", -5.0),
        ("-£5", -5.0),
        ("-3", -3.0),
        ("−3", -3.0),
        ("–3", -3.0),
        ("- 3", -3.0),
        ("3-", -3.0),
        ("(3)", -3.0),
        ("(3.5%)", -3.5),
        ("(£1,200)", -1200.0),
        ("'007", 7.0),
        ("1e5", 100000.0),
        ("3.0416e+05", 304160.0),
        ("1.5E-3", 0.0015),
    ],
)
def test_a_number_is_read_in_any_dress(text: str, value: float) -> None:
    assert number_of(text) == value
    assert read_figure(text).value == value
    assert is_number(text)
    assert is_figure(text)


@pytest.mark.parametrize(
    "text",
    ["", "-", "c", "nan", "inf", "about 80", "1.2.3", "1,7", "1,79,8", "12:30", "5 6", "²", "5-6",
     "9" * 400, "1e999", "1.2e4567", "%", "£", "()", "-%"],
)  # fmt: skip
def test_what_is_no_number_is_none(text: str) -> None:
    assert number_of(text) is None


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("75,5", 75.5),
        ("3.912,40", 3912.4),
        ("1.234.567", 1234567.0),
        ("-0,5%", -0.5),
        ("1 234,5", 1234.5),
        ("12", 12.0),
    ],
)
def test_a_decimal_comma_is_read_where_the_file_has_them(text: str, value: float) -> None:
    assert number_of(text, decimal_comma=True) == value
    assert read_figure(text, decimal_comma=True).value == value
    assert is_number(text)


@pytest.mark.parametrize(
    ("text", "decided"),
    [
        ("1e5", True),
        ("12,34,567", True),
        ("304160", False),
        ("1,234,567", False),
    ],
)
def test_a_number_in_an_unusual_dress_is_told_of(text: str, *, decided: bool) -> None:
    assert read_figure(text).decided is decided


def test_a_point_that_parts_thousands_is_told_of_in_a_file_with_decimal_commas() -> None:
    assert read_figure("3.912", decimal_comma=True) == Figure(3912.0, decided=True)
    assert read_figure("3.912,4", decimal_comma=True) == Figure(3912.4)
    assert read_figure("3.912") == Figure(3.912)


@pytest.mark.parametrize(
    ("text", "marker"),
    [
        ("c", "c"),
        ("C", "c"),
        ("[c]", "c"),
        ("(c)", "c"),
        ("*", "c"),
        ("S", "c"),
        ("supp", "c"),
        ("suppressed", "c"),
        ("x", "x"),
        ("[x]", "x"),
        ("..", "x"),
        (":", "x"),
        ("Not available", "x"),
        ("z", "z"),
        (".", "z"),
        ("n/a", "z"),
        ("N/A", "z"),
        ("not applicable", "z"),
        ("low", "low"),
        ("LOW", "low"),
        ("[low]", "low"),
        ("[ low ]", "low"),
        ("u", "u"),
        ("[u]", "u"),
    ],
)
def test_a_marker_stands_in_place_of_a_number(text: str, marker: str) -> None:
    found = read_figure(text)
    assert (found.value, found.marker, found.understood) == (None, marker, True)
    assert is_figure(text)
    assert not is_number(text)


@pytest.mark.parametrize("text", ["<5", "< 5", "≤5", "<10", "<6"])
def test_a_small_number_that_its_maker_has_hidden_is_suppressed_and_told_of(text: str) -> None:
    assert read_figure(text) == Figure(marker="c", decided=True)


@pytest.mark.parametrize("text", ["suppressed", "not available", "not applicable", "#N/A"])
def test_a_marker_in_words_is_told_of(text: str) -> None:
    assert read_figure(text).decided


@pytest.mark.parametrize("text", ["", " ", "-", "–", "—", "null", "NaN", "None", "blank", '""'])
def test_a_cell_may_say_nothing(text: str) -> None:
    assert read_figure(text) == Figure()
    assert not is_figure(text)


@pytest.mark.parametrize("text", ["nil", "Zero", "0", "-0"])
def test_nil_is_nought_and_not_nothing(text: str) -> None:
    assert read_figure(text).value == 0.0


@pytest.mark.parametrize(
    ("text", "value", "numerator", "denominator", "decided"),
    [
        ("85% (17/20)", 85.0, 17.0, 20.0, False),
        ("85 (17 of 20)", 85.0, 17.0, 20.0, False),
        ("85% [17 out of 20]", 85.0, 17.0, 20.0, False),
        ("17/20 (85%)", 85.0, 17.0, 20.0, False),
        ("17/20 = 85%", 85.0, 17.0, 20.0, False),
        ("1,700 of 2,000: 85%", 85.0, 1700.0, 2000.0, False),
        ("17/20", 85.0, 17.0, 20.0, True),
        ("17 out of 20", 85.0, 17.0, 20.0, True),
        ("85% (n=20)", 85.0, None, 20.0, True),
        ("85 (provisional)", 85.0, None, None, True),
        ("85% (p)", 85.0, None, None, True),
        ("85 [r]", 85.0, None, None, True),
        ("0/0", None, 0.0, 0.0, False),
        ("5/0", None, 5.0, 0.0, False),
    ],
)
def test_a_share_may_stand_with_its_parts_in_one_cell(
    text: str,
    value: float | None,
    numerator: float | None,
    denominator: float | None,
    *,
    decided: bool,
) -> None:
    assert read_figure(text) == Figure(value, None, numerator, denominator, decided=decided)


@pytest.mark.parametrize(
    "text",
    [
        "about 80",
        "tbc",
        "1.2.3 (1 of 2)",
        ",/,",
        "..(r)",
        "5% (n=,)",
        "#REF!",
        "85% up",
        "1,7",
        "high",
    ],
)
def test_other_words_are_not_understood(text: str) -> None:
    assert read_figure(text) == Figure(understood=False)


@given(
    text=st.text(st.sampled_from("0123456789.,%£+-−– ()[]/=:eEnofcxzlow<≤*'\"")) | st.text(),
    decimal_comma=st.booleans(),
)
def test_any_text_is_a_figure_or_not_understood(text: str, *, decimal_comma: bool) -> None:
    found = read_figure(text, decimal_comma)
    assert found.understood or found == Figure(understood=False)
    assert not found.decided or found.value is not None or found.marker is not None
    number_of(text, decimal_comma=decimal_comma)


_DRESSES = (
    "{0:.2f}", "{0:,.2f}", "£{0:,.2f}", "{0:,.2f}%", " {0:.2f} ", "'{0:.2f}", "+{0:.2f}",
)  # fmt: skip
_NEGATIVE = ("-{0:,.2f}", "−{0:.2f}", "({0:,.2f})", "{0:.2f}-", "-£{0:,.2f}")


@given(st.integers(0, 10**11), st.sampled_from(_DRESSES), st.sampled_from(_NEGATIVE))
def test_a_number_comes_back_from_any_dress(pence: int, dress: str, negative: str) -> None:
    value = pence / 100
    assert number_of(dress.format(value)) == value
    assert number_of(negative.format(value)) == -value


@given(st.integers(0, 10**11))
def test_a_number_comes_back_from_its_continental_dress(pence: int) -> None:
    text = f"{pence / 100:,.2f}".translate(str.maketrans(",.", ".,"))
    assert number_of(text, decimal_comma=True) == pence / 100
