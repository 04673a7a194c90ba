"""The lead cell: one or several roles, separated by line breaks, commas or slashes."""

import re

_SEPARATORS = re.compile(r"\s*(?:\n|;|,(?![^()]*\))|\s/\s|\s+&\s+(?=Head|Manager|Lead)|\s+\band\b\s+(?=Head|Manager|Lead))\s*")
_NOBODY = {"", "tbc", "tba", "n/a", "na", "none", "-", "–", "?", "to be confirmed"}


def read_leads(text: str) -> tuple[str, ...]:
    """The leads in the order of the cell, each once; none where the cell says that there is none."""
    parts = (re.sub(r"\s+", " ", part).strip(" .-–•") for part in _SEPARATORS.split(text))
    return tuple(dict.fromkeys(part for part in parts if part.casefold() not in _NOBODY))
