"""The lead cell: one or several roles, separated by line breaks, commas, slashes or nothing."""

import re
from collections.abc import Collection, Iterable
from dataclasses import replace

from boardpack.model.plan import Action

_SEPARATORS = re.compile(
    r"\s*(?:\n|;|\s\+\s|,(?![^()]*\))|\s/\s|\s+&\s+(?=Head|Manager|Lead)|\s+\band\b\s+(?=Head|Manager|Lead))\s*"
)
_NOBODY = {
    "",
    "tbc",
    "tba",
    "tbd",
    "n/a",
    "na",
    "none",
    "-",
    "–",
    "?",
    "to be confirmed",
    "to be agreed",
    "vacant",
}


_JOINT = re.compile(r"\s+(?:&|and)\s+")
_ROLE = re.compile(
    r"\b(?:heads? of|hos|manager|director|partner|lead|officer|nurse|chair)\b", re.IGNORECASE
)
_ENDS_AS_ROLE = re.compile(
    r"\b(?:manager|director|partner|lead|officer|nurse|chair)s?$|^(?:head|director) of\b",
    re.IGNORECASE,
)
_TITLES = frozenset(
    {
        "head of service", "service manager", "team manager", "director", "assistant director",
        "deputy director", "strategic lead", "lead", "manager", "head", "service director",
        "operations manager", "group manager", "practice lead",
    }
)  # fmt: skip
_TITLE_COMMA = re.compile(
    rf"\b((?:{'|'.join(sorted(_TITLES - {'lead', 'manager', 'head'}, key=len, reverse=True))})),[ \t]+(?=[A-Z])",
    re.IGNORECASE,
)
"""Titles to which the name of a service belongs: no lead ends with them where words follow."""


def read_leads(text: str) -> tuple[str, ...]:
    """The leads in the order of the cell, each once; none where the cell says that there is none."""
    text = _TITLE_COMMA.sub("\\1\0", text)
    apart = (
        role.replace("\0", ", ") for part in _SEPARATORS.split(text) for role in _two_roles(part)
    )
    parts = (re.sub(r"\s+", " ", part).strip(" .-–•·▪*") for part in apart)
    return tuple(dict.fromkeys(part for part in parts if part.casefold() not in _NOBODY))


def _two_roles(text: str) -> tuple[str, ...]:
    """`Head of Care & HR Business Partner` as two: a role on each side; `Fostering & Adoption` is one."""
    before, joint, after = (
        re.split(r"\s+(&|and)\s+", text, maxsplit=1) if _JOINT.search(text) else (text, "", "")
    )
    if joint and _ROLE.search(before) and _ENDS_AS_ROLE.search(after):
        return before, after
    return (text,)


def known_leads(actions: Iterable[Action]) -> frozenset[str]:
    """Every lead that stands by itself somewhere in the workbook."""
    return frozenset(lead for action in actions for lead in action.lead)


def with_leads_apart(action: Action, known: Collection[str]) -> Action:
    """The action, with leads that were typed with nothing between them told apart."""
    leads = tuple(dict.fromkeys(part for lead in action.lead for part in apart(lead, known)))
    return action if leads == action.lead else replace(action, lead=leads)


def apart(lead: str, known: Collection[str]) -> tuple[str, ...]:
    """The known leads that a text is made of, one after the other; the text itself where it is not."""
    parts = _split(lead, {name for name in known if name != lead and name in lead})
    return parts or (lead,)


def _split(text: str, names: Collection[str]) -> tuple[str, ...]:
    """The names that make up a text, the longest first; nothing where they do not."""
    for name in sorted(names, key=lambda name: (-len(name), name)):
        if text == name:
            return (name,)
        is_title = name.casefold() in _TITLES
        if (
            not is_title
            and text.startswith(f"{name} ")
            and (rest := _split(text[len(name) + 1 :], names))
        ):
            return (name, *rest)
    return ()
