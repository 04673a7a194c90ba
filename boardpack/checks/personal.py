"""A question about personal data: a pack must not hold what says who a child is."""

import re
from collections.abc import Iterator

from boardpack.checks.registry import Case, Hit, rule
from boardpack.findings import Severity
from boardpack.model.plan import Action, Field

_NHS_WEIGHTS = range(10, 1, -1)
_NHS_NUMBER = re.compile(r"(?<![\d.,])\d{3}[ -]?\d{3}[ -]?\d{4}(?![\d.,]\d|\d)")
_SIGNS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("a telephone number", re.compile(r"(?<![\d.,/])(?:\+44\s?(?:\(0\)\s?)?|\(?0)[1237]\d{1,4}\)?[ -]?\d{3,4}[ -]?\d{3,4}(?![\d/])")),
    ("an e-mail address", re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")),
    ("a date of birth", re.compile(r"\b(?:d\.?o\.?b\b|date of birth|born on)[\s.:]*(?:is\s+)?\d", re.IGNORECASE)),
    ("a pupil number", re.compile(r"(?<!\w)(?!O)[A-HJ-NP-RT-Z]\d{11}[\dA-HJ-NP-RT-Z](?!\w)")),
    ("a national insurance number", re.compile(r"(?<!\w)[A-CEGHJ-PR-TW-Z]{2}\s?\d{2}\s?\d{2}\s?\d{2}\s?[A-D](?!\w)")),
    ("a case number", re.compile(r"\b(?:case|client|person|child|LCS|ICS|Mosaic|Liquidlogic)\s+(?:id|no\.?|number|ref)[\s:]*\d{4,}", re.IGNORECASE)),
    ("a child and an age", re.compile(r"\b(?i:child|young person|YP|baby|boy|girl|sibling|brother|sister)\s+[A-Z](?:\.?[A-Z]\.?|[a-z]+)?,?\s*(?:\(|(?i:aged?)\s+)\d{1,2}\b")),
)  # fmt: skip
_COLUMNS: tuple[Field, ...] = ("activity", "progress", "evidence", "metric", "current", "target")


@rule(
    "P021",
    "possible-personal-data",
    title="Possible personal data",
    severity=Severity.WARNING,
    sentence="The cell may hold {what}: is it about a child or a family?",
    remedy="Take it out before the pack is made: it goes to every member.",
)
def possible_personal_data(case: Case) -> Iterator[Hit]:
    """Cells with a form that personal data has. What was found is not repeated in the finding."""
    for action in case.plan.actions:
        for column, text in zip(_COLUMNS, _texts(action), strict=True):
            what = sign_of_person(text)
            if what:
                yield Hit(action, column, {"what": what})


def sign_of_person(text: str) -> str | None:
    """What in a text may say who somebody is; the first kind that is found."""
    if any(_is_nhs_number(match.group()) for match in _NHS_NUMBER.finditer(text)):
        return "an NHS number"
    return next((what for what, form in _SIGNS if form.search(text)), None)


def _is_nhs_number(text: str) -> bool:
    """Whether ten digits have the check digit of an NHS number, as one in eleven has by chance."""
    digits = [int(digit) for digit in text if digit.isdigit()]
    check = 11 - sum(d * w for d, w in zip(digits, _NHS_WEIGHTS, strict=False)) % 11
    return check % 11 == digits[-1] and check != 10  # noqa: PLR2004  # the standard has no check digit 10


def _texts(action: Action) -> tuple[str, ...]:
    return (
        action.activity,
        action.progress,
        action.evidence,
        action.metric,
        action.current_text,
        action.target_text,
    )
