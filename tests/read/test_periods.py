from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boardpack.read.dates import month_end
from boardpack.read.periods import PartOfYear, part_of_year, read_period, year_in
from boardpack.words import month_name


@pytest.mark.parametrize(
    ("text", "end", "kind"),
    [
        # months
        ("2019-07", date(2019, 7, 31), "month"),
        ("2019/07", date(2019, 7, 31), "month"),
        ("201907", date(2019, 7, 31), "month"),
        ("07/2019", date(2019, 7, 31), "month"),
        ("7.2019", date(2019, 7, 31), "month"),
        ("Jul-19", date(2019, 7, 31), "month"),
        ("Jul19", date(2019, 7, 31), "month"),
        ("Jul '19", date(2019, 7, 31), "month"),
        ("Sept. 2019", date(2019, 9, 30), "month"),
        ("July 2019", date(2019, 7, 31), "month"),
        ("July, 2019", date(2019, 7, 31), "month"),
        ("2019 July", date(2019, 7, 31), "month"),
        ("month ending July 2019", date(2019, 7, 31), "month"),
        ("2020-02", date(2020, 2, 29), "month"),
        # days
        ("2019-07-29", date(2019, 7, 29), "day"),
        ("29/07/2019", date(2019, 7, 29), "day"),
        ("20190729", date(2019, 7, 29), "day"),
        ("29 July 2019", date(2019, 7, 29), "day"),
        ("Monday, 29 July 2019", date(2019, 7, 29), "day"),
        ("As at: 29/07/2019", date(2019, 7, 29), "day"),
        ("w/e 29/07/2019", date(2019, 7, 29), "day"),
        ("2019-07-29T00:00:00Z", date(2019, 7, 29), "day"),
        ("29/07/2019 00:00:00", date(2019, 7, 29), "day"),
        ("43675", date(2019, 7, 29), "day"),  # as Excel counts days
        ("43675.0", date(2019, 7, 29), "day"),
        # the financial year begins in April
        ("Q1 2019/20", date(2019, 6, 30), "quarter"),
        ("Q3 2019/20", date(2019, 12, 31), "quarter"),
        ("q4 2019-20", date(2020, 3, 31), "quarter"),
        ("Quarter 2, 2019/20", date(2019, 9, 30), "quarter"),
        ("Qtr 2 2019/20", date(2019, 9, 30), "quarter"),
        ("2019/20 Q2", date(2019, 9, 30), "quarter"),
        ("2019-Q1", date(2019, 6, 30), "quarter"),
        ("201920Q4", date(2020, 3, 31), "quarter"),
        ("Apr-Jun 2019", date(2019, 6, 30), "quarter"),
        ("Jan to Mar 2020", date(2020, 3, 31), "quarter"),
        ("01/04/2019 - 30/06/2019", date(2019, 6, 30), "quarter"),
        ("2018/19", date(2019, 3, 31), "year"),
        ("2018-2019", date(2019, 3, 31), "year"),
        ("18/19", date(2019, 3, 31), "year"),
        ("201819", date(2019, 3, 31), "year"),
        ("2000/01", date(2001, 3, 31), "year"),
        ("FY 2018/19", date(2019, 3, 31), "year"),
        ("FY19", date(2019, 3, 31), "year"),
        ("Financial year 2018-19", date(2019, 3, 31), "year"),
        ("01/04/2018 to 31/03/2019", date(2019, 3, 31), "year"),
        ("Apr 2018 - Mar 2019", date(2019, 3, 31), "year"),
        ("Apr to Mar 2019", date(2019, 3, 31), "year"),
        ("12 months to 30 June 2019", date(2019, 6, 30), "year"),
        ("Rolling 12 months ending Jun-19", date(2019, 6, 30), "year"),
        ("Year ending 31/03/2019", date(2019, 3, 31), "year"),
        ("2019", date(2019, 12, 31), "year"),  # a finding says so
        # schools
        ("Academic year 2018/19", date(2019, 8, 31), "year"),
        ("AY 2018/19", date(2019, 8, 31), "year"),
        ("2018/19 academic year", date(2019, 8, 31), "year"),
        ("Autumn 2018", date(2018, 12, 31), "term"),
        ("Autumn 2018/19", date(2018, 12, 31), "term"),
        ("spring term 2019", date(2019, 4, 30), "term"),
        ("2018/19 Spring", date(2019, 4, 30), "term"),
        ("Summer 2019", date(2019, 7, 31), "term"),
        ("Summer term 2018/19", date(2019, 7, 31), "term"),
    ],
)
def test_a_period_ends_on_its_last_day(text: str, end: date, kind: str) -> None:
    for words in (text, f"  {text} ", text.replace(" ", "\n", 1)):
        period = read_period(words)
        assert period is not None
        assert (period.end, period.kind, period.text) == (end, kind, words.strip())


@pytest.mark.parametrize(
    "text",
    [
        "",
        "total",
        "Jul",
        "1999",
        "2019-13",
        "201913",
        "20190732",
        "31/04/2019",
        "Q5 2019/20",
        "Q1 2019/21",
        "Q1",
        "2018/20",
        "201820",
        "Winter 2018",
        "Autumn 2018/20",
        "Mayor 2019",
        "30.1119",  # guessed dates are for people, not for exports
        "July 2019 and August 2019",
        "15/04/2019 to 14/06/2019",  # neither a quarter nor a month
        "01/04/2019 to 31/05/2019",
        "01/06/2019 to 01/04/2019",
        "12 months to Easter",
    ],
)
def test_what_names_no_period_is_none(text: str) -> None:
    assert read_period(text) is None


@pytest.mark.parametrize(
    ("text", "year", "end", "kind"),
    [
        ("Jul", "2019/20", date(2019, 7, 31), "month"),
        ("Mar", "2019/20", date(2020, 3, 31), "month"),
        ("March", "201920", date(2020, 3, 31), "month"),
        ("Sept.", "FY19", date(2018, 9, 30), "month"),
        ("Sep", "Academic year 2018/19", date(2018, 9, 30), "month"),
        ("Aug", "Academic year 2018/19", date(2019, 8, 31), "month"),
        ("Mar", "2019", date(2019, 3, 31), "month"),
        ("feb", "2020", date(2020, 2, 29), "month"),
        ("Q4", "2019/20", date(2020, 3, 31), "quarter"),
        ("Quarter 1", "2019/20", date(2019, 6, 30), "quarter"),
        ("Qtr 1", "2019", date(2019, 6, 30), "quarter"),
        ("Spring term", "2018/19", date(2019, 4, 30), "term"),
        ("Autumn", "2018", date(2018, 12, 31), "term"),
    ],
)
def test_a_part_of_a_year_is_a_period_in_its_year(
    text: str, year: str, end: date, kind: str
) -> None:
    part = part_of_year(f" {text} ")
    assert part is not None
    period = part.of(year)
    assert period is not None
    assert (period.end, period.kind) == (end, kind)


@pytest.mark.parametrize(
    "text", ["", "Mayor", "Q5", "Q", "Jul 2019", "2019", "Term", "ma", "Decision"]
)
def test_what_is_no_part_of_a_year_is_none(text: str) -> None:
    assert part_of_year(text) is None


@pytest.mark.parametrize("year", ["", "soon", "2018/20", "Jul-19", "1999"])
def test_a_part_of_what_is_no_year_is_none(year: str) -> None:
    assert PartOfYear("Jul").of(year) is None
    assert PartOfYear("Q1").of(year) is None


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("Children in care 2018/19", "2018/19"),
        ("Children in care, 2018-2019", "2018-2019"),
        ("Financial year 201819: quarterly", "201819"),
        ("Since 2010, and in 2019", "2019"),
        ("Produced on 01/08/2019", None),
        ("2019-07-31", None),
        ("Room 12019", None),
        ("No year", None),
    ],
)
def test_a_title_names_a_year(text: str, year: str | None) -> None:
    assert year_in(text) == year


@given(
    st.lists(
        st.sampled_from(
            ["Q1", "2019", "/", "20", "-", "07", "Jul", "Autumn", "term", " ", "to", "01/04/", "FY", "201819",
             "academic year", "as at", "12 months to", "T00:00:00"]
        )
        | st.text(max_size=3)
    ).map("".join)
)  # fmt: skip
def test_any_text_is_read_without_an_error(text: str) -> None:
    period = read_period(text)
    assert period is None or period.text == text.strip()
    part, year = part_of_year(text), year_in(text)
    if part and year:
        part.of(year)


@given(st.integers(2000, 2098), st.integers(1, 4))
def test_the_four_quarters_fill_their_year(year: int, quarter: int) -> None:
    period, whole = (
        read_period(f"Q{quarter} {year}/{(year + 1) % 100:02}"),
        read_period(f"{year}/{(year + 1) % 100:02}"),
    )
    assert period is not None
    assert whole is not None
    assert (whole.end.year - period.end.year) * 12 + whole.end.month - period.end.month == 3 * (
        4 - quarter
    )


@given(st.integers(2000, 2098), st.integers(1, 12))
def test_the_twelve_months_fill_their_year(year: int, month: int) -> None:
    part = PartOfYear(month_name(month))
    of_financial, of_calendar = part.of(f"{year}/{(year + 1) % 100:02}"), part.of(str(year))
    assert of_financial is not None
    assert of_calendar is not None
    assert of_calendar.end == month_end(year, month)
    assert date(year, 4, 30) <= of_financial.end <= date(year + 1, 3, 31)
    assert of_financial.end.month == month


@given(st.dates(date(2000, 1, 1), date(2098, 12, 31)))
def test_a_day_comes_back_from_every_form_of_it(day: date) -> None:
    forms = ("%Y-%m-%d", "%d/%m/%Y", "%Y%m%d", "%d %B %Y", "%Y-%m-%dT00:00:00", "as at %d.%m.%Y")
    for form in forms:
        period = read_period(day.strftime(form))
        assert period is not None
        assert (period.end, period.kind) == (day, "day")
    serial = read_period(str((day - date(1899, 12, 30)).days))
    assert serial is not None
    assert serial.end == day
