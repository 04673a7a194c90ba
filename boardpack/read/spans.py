"""Quarters and school terms in free text, by their last day."""

import re
from collections.abc import Iterator

from boardpack.read.dates import Mention, full_year, month_end

TERM_ENDS = {"autumn": 12, "spring": 4, "summer": 7}
"""The month in which a school term of England ends: December, April, July."""

LAST_QUARTER = 4
"""It lies in the second calendar year of its financial year: January to March."""
_ACADEMIC = r"(?P<year>20\d\d)(?:\s?[/-]\s?(?:20)?(?P<second>\d\d)(?![\d/]))?"
_TERM = re.compile(
    rf"\b(?P<term>autumn|spring|summer)(?P<word>\s+term)?,?\s+{_ACADEMIC}", re.IGNORECASE
)
_QUARTER = re.compile(
    r"\b(?:Q|quarter\s)\s?(?P<quarter>[1-4])\b"
    r"(?:,?\s*(?:of\s+)?(?P<year>20\d\d|\d\d(?=\s?/))(?:\s?[/-]\s?(?:20)?\d\d(?![\d/]))?)?",
    re.IGNORECASE,
)


def quarters(text: str) -> Iterator[Mention]:
    """The quarters of the financial year: Q1 2019/20, and Q1 2019, is April to June 2019.

    A quarter without its year is mentioned without a day, so that its number is not taken for a figure.
    """
    for match in _QUARTER.finditer(text):
        end = None
        if match["year"]:
            quarter, year = int(match["quarter"]), full_year(match["year"])
            end = (
                month_end(year + 1, 3)
                if quarter == LAST_QUARTER
                else month_end(year, 3 + 3 * quarter)
            )
        yield Mention(match.start(), match.end(), match.group(), end, "month")


def terms(text: str, *, seasons: bool = False) -> Iterator[Mention]:
    """The school terms: Spring Term 2019, and of an academic year, Spring Term 2018/19.

    `seasons` takes `Summer 2019` for a term as well, which only figures of schools can mean.
    """
    for match in _TERM.finditer(text):
        if match["word"] or seasons:
            name = match["term"].lower()
            later = match["second"] is not None and name != "autumn"
            end = month_end(int(match["year"]) + later, TERM_ENDS[name])
            yield Mention(match.start(), match.end(), match.group(), end, "month")
