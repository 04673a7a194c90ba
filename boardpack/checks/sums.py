"""Questions about figures in one cell that should add up, or make a percentage."""

import re
from collections.abc import Iterator
from itertools import chain

from boardpack.checks.figures import flat
from boardpack.checks.registry import Case, Hit, Threshold, rule
from boardpack.checks.updates import words_of_latest
from boardpack.findings import Severity
from boardpack.model.plan import Action, Field
from boardpack.read.readings import without_periods
from boardpack.words import figure

_WHOLE = r"(?:\d{1,3}(?:,\d{3})+|\d+)(?![\d%]|[.,]\d|\s?%)"
_SHARE = r"(?P<share>\d+(?:\.\d+)?)\s?%"
_PART_OF = (
    rf"(?P<part>{_WHOLE})(?:\s+(?:out\s+)?of\s+(?:the\s+|all\s+)?|\s?/\s?)(?P<whole>{_WHOLE})"
)
_FORMS = (
    # 17 of 20 seen: 85%
    re.compile(rf"(?<![\w.,/]){_PART_OF}[^\d%.;\n]*?[=:(,–-]\s*{_SHARE}", re.IGNORECASE),
    # 85% - 17 of 20
    re.compile(rf"(?<![\w.,]){_SHARE}[\s\0]*[=:(,–-]?[\s\0]*{_PART_OF}", re.IGNORECASE),
    # 85% were seen (17 of 20)
    re.compile(rf"(?<![\w.,]){_SHARE}[^\d%.;()\n]*\(\s*{_PART_OF}", re.IGNORECASE),
    # 85% - out of the 20 children 17
    re.compile(
        rf"(?<![\w.,]){_SHARE}[\s\0]*[=:(,–-]?[\s\0]*out of (?:the |all )?(?P<whole>{_WHOLE})"
        rf"[^\d%;\n]+(?P<part>{_WHOLE})",
        re.IGNORECASE,
    ),
)
_OUT_OF = re.compile(
    rf"(?<![\w.,/])(?P<part>{_WHOLE})\s+out\s+of\s+(?:the\s+|all\s+)?(?P<whole>{_WHOLE})",
    re.IGNORECASE,
)
_STATED_TOTAL = re.compile(
    rf"\btotal(?:ling)?\b[\s:=]*(?:of\s+|is\s+)?(?P<total>{_WHOLE})", re.IGNORECASE
)
_LISTED = re.compile(rf"(?<![\w.,])(?P<whole>{_WHOLE})\s+[^\d():;%\n]*\((?P<parts>[^()]*)\)")
_LAST_NUMBER = re.compile(rf"\w[^,;]*[:=]\s*(?P<count>{_WHOLE})\s*$")
"""`88 supported (16-17: 21, 18-20: 44, over 21: 23)`."""
_TOTAL_LINE = re.compile(rf"\s*{_WHOLE}[^\d\n]*")
"""A number on a line of its own, with a line a part below it: `1,904 (Jan 20)`, `C1 388`."""
_NOT_ALL = re.compile(
    r"\b(?:including|includes|of which|of whom|of these|such as|e\.g|among)\b", re.IGNORECASE
)
_OF_FIGURES: frozenset[Field] = frozenset(("current", "target"))
_DAYS, _MONTHS = 31, 12
_FEWEST_PARTS = 3
"""Two numbers after a colon may be anything; three are a breakdown."""


@rule(
    "P020",
    "figures-do-not-add-up",
    title="Figures that do not add up",
    severity=Severity.WARNING,
    sentence='"{text}": {why}. Which figure is right?',
    remedy="Correct the figure that is wrong.",
    threshold=Threshold(0, "by how many points a percentage may differ, beyond its rounding"),
)
def figures_do_not_add_up(case: Case, beyond: float) -> Iterator[Hit]:
    """A percentage that is not its part of its whole, or parts that do not make the total.

    Totals are looked for in cells of figures alone; a sentence may tell of some parts only.
    """
    for action in case.plan.actions:
        for column, text in _texts(action):
            plain = without_periods(text)
            shares = chain(_wrong_shares(plain, beyond), _more_than_all(plain))
            totals = _wrong_totals(plain) if column in _OF_FIGURES else iter(())
            why = next(chain(shares, totals), None)
            if why:
                yield Hit(action, column, {"text": flat(text), "why": why})


def _texts(action: Action) -> Iterator[tuple[Field, str]]:
    """What the board reads of a row: its figures, and of the diary what is newest."""
    yield "current", action.current_text
    yield "target", action.target_text
    yield "metric", action.metric
    yield "evidence", action.evidence
    yield "progress", words_of_latest(action)


def _number(text: str) -> int:
    return int(text.replace(",", ""))


def _wrong_shares(text: str, beyond: float) -> Iterator[str]:
    """`26 of 31 is 83.9% and not 94%`, for each percentage that stands by its own figures."""
    for form in _FORMS:
        for match in form.finditer(text):
            part, whole = _number(match["part"]), _number(match["whole"])
            is_date = "/" in match.group() and part <= _DAYS and whole <= _MONTHS
            if whole == 0 or is_date:
                continue
            places = len(match["share"].partition(".")[2])
            given, right = float(match["share"]), 100 * part / whole
            # Half a unit of the last place is rounding, a whole one is a figure cut off.
            if abs(given - right) >= 10**-places + beyond:
                yield f"{match['part']} of {match['whole']} is {figure(right, max(places, 1))}% and not {match['share']}%"


def _more_than_all(text: str) -> Iterator[str]:
    """`31 is more than 26`, where one is said to be out of the other."""
    for match in _OUT_OF.finditer(text):
        if _number(match["part"]) > _number(match["whole"]):
            yield f"{match['part']} is more than {match['whole']}"


def _wrong_totals(text: str) -> Iterator[str]:
    """`the parts make 20 and not 19`, where a breakdown stands beside its total."""
    for listed in _LISTED.finditer(text):
        parts = [_LAST_NUMBER.search(part) for part in re.split(r"[,;]", listed["parts"])]
        counts = [_number(part["count"]) for part in parts if part]
        whole = _number(listed["whole"])
        if len(counts) == len(parts) >= _FEWEST_PARTS and sum(counts) != whole:
            yield f"the parts make {figure(sum(counts), 0)} and not {figure(whole, 0)}"
    stated = _STATED_TOTAL.search(text)
    if stated:
        before, wholes = text[: stated.start()], {_number(stated["total"])}
    else:
        opening, colon, before = text.partition(":")
        if not colon and _TOTAL_LINE.fullmatch(text.partition("\n")[0]):
            opening, colon, before = text.partition("\n")
        wholes = {_number(found) for found in re.findall(rf"(?<![\w.,]){_WHOLE}", opening)}
        if not colon or not wholes:
            return
    if _NOT_ALL.search(text):
        return
    counts = _counts(before)
    if len(counts) >= _FEWEST_PARTS and sum(counts) not in wholes:
        told = " or ".join(figure(whole, 0) for whole in sorted(wholes))
        yield f"the parts make {figure(sum(counts), 0)} and not {told}"


def _counts(text: str) -> list[int]:
    """The count of each part of a breakdown; none where a part has several, and its own sense."""
    found = []
    for part in re.split(r"[;\n]|,(?!\d{3})", text):
        numbers = re.findall(rf"(?<![\w.,]){_WHOLE}", part)
        if len(numbers) > 1:
            return []
        if numbers and re.search(r"[^\W\d_]|\0", part):
            found.append(_number(numbers[0]))
    return found
