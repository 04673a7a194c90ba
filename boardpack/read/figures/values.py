"""One cell of figures: a number in any dress, a marker in place of one, a share with its parts."""

import re
from dataclasses import dataclass
from functools import lru_cache
from math import isfinite

from boardpack.model.metrics import Marker

_MARKERS: dict[str, Marker] = {
    "c": "c", "x": "x", "z": "z", "low": "low", "u": "u",
    "*": "c", "s": "c", "supp": "c", "suppressed": "c", "..": "x", ":": "x", "#n/a": "x",
    "not available": "x", ".": "z", "n/a": "z", "na": "z", "not applicable": "z",
}  # fmt: skip
"""The markers of the Department for Education, and older symbols for the same."""
_NOTHING = frozenset({"nan", "", "-", "–", "—", "null", "none", "nil return", "blank"})
_ZERO = frozenset({"nil", "zero"})
_BELOW = re.compile(r"[<≤]\s?(?:5|6|10)")
"""A small number that its maker has hidden already."""
_SPACE_INSIDE = re.compile(r"(?<=\d)[\s\u00a0\u2009\u202f](?=\d{3}(?:\D|$))")
_THOUSANDS = re.compile(r"[+-]?\d{1,3}(?:,\d{2,3})*,\d{3}")
_UNUSUAL = re.compile(r"\d[eE][+-]?\d|,\d\d,")
"""A number as a machine shortens it, or with commas as in India: somebody should look."""
_DOTTED = re.compile(r"^\d{1,3}(?:\.\d{3})+$")
_PLAIN = re.compile(r"[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d{1,3})?")
_PARTS = r"(?P<part>[\d,]+)\s*(?:/|of|out of)\s*(?P<whole>[\d,]+)"
_VALUE = r"(?P<value>[-+]?[\d.,]+)\s*%?"
_COMPOSITE = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        rf"{_VALUE}\s*[([]\s*{_PARTS}\s*[)\]]",
        rf"{_PARTS}\s*(?:[([]\s*|=\s*|:\s*){_VALUE}\s*[)\]]?",
        rf"{_PARTS}",
        rf"{_VALUE}\s*\(\s*n\s*=\s*(?P<whole>[\d,]+)\s*\)",
        rf"{_VALUE}\s*\((?:provisional|prov\.?|revised|p|r|e|estimated?)\)",
        rf"{_VALUE}\s*\[(?:r|p|e|u|b|provisional|revised)\]",
    )
)


@dataclass(frozen=True, slots=True)
class Figure:
    """What a cell of figures says. `understood` is False where it has text and says nothing.

    `decided` is set where the words had to be interpreted, so that somebody should look.
    """

    value: float | None = None
    marker: Marker | None = None
    numerator: float | None = None
    denominator: float | None = None
    understood: bool = True
    decided: bool = False


_EMPTY = Figure()


@lru_cache(maxsize=65_536)
def read_figure(text: str, decimal_comma: bool = False) -> Figure:
    """What a cell says: a number, a marker, `17/20`, `85% (17 of 20)`, or nothing.

    `decimal_comma` reads 3.912,40 as the continent writes it.
    """
    plain = text.strip().strip("'‘’“”\"").strip()
    if plain.casefold() in _NOTHING:
        return _EMPTY
    number = number_of(plain, decimal_comma=decimal_comma)
    if number is not None:
        return Figure(number, decided=bool((_DOTTED if decimal_comma else _UNUSUAL).search(plain)))
    low = re.sub(r"[\[\]()\s]", "", plain).casefold() if len(plain) <= len("[ low ]") else plain
    marker = _MARKERS.get(low.casefold()) or _MARKERS.get(plain.casefold())
    if marker:
        return Figure(marker=marker, decided=len(plain) > len("[low]") or plain.startswith("#"))
    if plain.casefold() in _ZERO:
        return Figure(0.0)
    if _BELOW.fullmatch(plain):
        return Figure(marker="c", decided=True)
    return _composite(plain) or Figure(understood=False)


def is_number(text: str) -> bool:
    """Whether a cell holds a number, whichever way its decimals are written."""
    return any(read_figure(text, comma).value is not None for comma in (False, True))


def is_figure(text: str) -> bool:
    """Whether a cell holds a number or a marker in place of one."""
    return is_number(text) or read_figure(text).marker is not None


def _composite(text: str) -> Figure | None:
    for form in _COMPOSITE:
        if match := form.fullmatch(text):
            given = {name: number_of(said) for name, said in match.groupdict().items() if said}
            if None in given.values():
                return None
            value, part, whole = (given.get(name) for name in ("value", "part", "whole"))
            if value is None and part is not None and whole:
                value = 100 * part / whole
            decided = value is not None and not {"value", "part"} <= given.keys()
            return Figure(value, None, part, whole, decided=decided)
    return None


def number_of(text: str, *, decimal_comma: bool = False) -> float | None:
    """The number that a cell holds, with or without `%`, `£` and thousands; nothing where it has none.

    Brackets, a minus of typography and one behind the number make it negative.
    """
    plain = text.strip().strip("'")
    if not any(character.isdigit() for character in plain):
        return None
    plain = plain.replace("−", "-").replace("–", "-").replace("£", "").strip()
    negative = plain.startswith("(") and plain.endswith(")")
    plain = (plain[1:-1] if negative else plain).rstrip("% ").strip()
    if plain.endswith("-"):
        negative, plain = True, plain[:-1].strip()
    plain = _SPACE_INSIDE.sub("", plain)
    if decimal_comma:
        plain = plain.replace(".", "").replace(",", ".")
    elif "," in plain:
        plain = plain.replace(",", "") if _has_thousands(plain) else "?"
    if not _PLAIN.fullmatch(plain.replace(" ", "") if plain[:1] in "+-" else plain):
        return None
    number = float(plain.replace(" ", ""))
    return (-number if negative else number) if isfinite(number) else None


def _has_thousands(text: str) -> bool:
    """Whether each comma parts a group of digits, as `1,798` does and `1,7` does not."""
    return bool(_THOUSANDS.fullmatch(text.partition(".")[0]))
