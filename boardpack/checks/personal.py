"""A question about personal data: a pack must not hold what says who a child is."""

import re
from collections.abc import Iterator

from stdnum.gb import nhs, upn

from boardpack.checks.registry import Case, Hit, rule
from boardpack.findings import Severity
from boardpack.model.plan import Action, Field

_NHS_NUMBER = re.compile(r"(?<![\d.,])\d{3}[ -]?\d{3}[ -]?\d{4}(?![\d.,]\d|\d)")
_PUPIL_NUMBER = re.compile(r"(?<!\w)[A-Z]\d{11}[\dA-Z](?!\w)")
_SIGNS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("a telephone number", re.compile(r"(?<![\d.,/])(?:\+44\s?(?:\(0\)\s?)?|\(?0)[1237]\d{1,4}\)?[ -]?\d{3,4}[ -]?\d{3,4}(?![\d/])")),
    ("an e-mail address", re.compile(r"(?<![\w.+-])(?![\w.+-]*(?:team|training|office|support|service|enquir|info|admin|duty|board|inbox|mailbox|contact|mash)[\w.+-]*@)[\w.+-]+@[\w-]+(?:\.[\w-]+)+", re.IGNORECASE)),
    ("a pupil number", re.compile(r"\bUPN\b[\s:]*[A-Z]?\d{6,}", re.IGNORECASE)),
    ("an NHS number", re.compile(r"\bNHS\s*(?:no\.?|number)[\s:]*\d{3}", re.IGNORECASE)),
    ("a date of birth", re.compile(r"\b(?:d\.?o\.?b\b|date of birth|born(?: on)?|b\.)[\s.:]*(?:is\s+)?\d", re.IGNORECASE)),
    ("a postcode", re.compile(r"(?<!\w)[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}(?!\w)")),
    ("a national insurance number", re.compile(r"(?<!\w)[A-CEGHJ-PR-TW-Z]{2}\s?\d{2}\s?\d{2}\s?\d{2}\s?[A-D](?!\w)")),
    ("a case number", re.compile(r"\b(?:case|client|person|child|LCS|ICS|Mosaic|Liquidlogic)\s+(?:id|no\.?|number|ref)[\s:]*\d{4,}", re.IGNORECASE)),
    ("a child and an age", re.compile(r"\b(?i:child|young person|YP|baby|boy|girl|sibling|brother|sister)\s+[A-Z](?:\.?[A-Z]\.?|[a-z]+)?(?:\s[A-Z][a-z]+)?,?\s*(?:\((?i:aged?\s+)?|(?i:aged?)\s+)\d{1,2}\b")),
)  # fmt: skip
_OF_AN_OFFICE = re.compile(
    r"\b(?:office|duty|main|switchboard|reception|help ?line|hot ?line|support|advice|team|front door|MASH|service|out of hours|line)\b[^;\n]{0,30}$",
    re.IGNORECASE,
)
"""Words before a number or an address that everyone may know."""
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
    """What in a text may say who somebody is; the first kind that is found.

    Numbers of the NHS and of pupils count only where their check digit is right.
    """
    if any(nhs.is_valid(match.group()) for match in _NHS_NUMBER.finditer(text)):
        return "an NHS number"
    if any(upn.is_valid(match.group()) for match in _PUPIL_NUMBER.finditer(text)):
        return "a pupil number"
    return next(
        (
            what
            for what, form in _SIGNS
            if any(not _OF_AN_OFFICE.search(text[: m.start()]) for m in form.finditer(text))
        ),
        None,
    )


def _texts(action: Action) -> tuple[str, ...]:
    return (
        action.activity,
        action.progress,
        action.evidence,
        action.metric,
        action.current_text,
        action.target_text,
    )
