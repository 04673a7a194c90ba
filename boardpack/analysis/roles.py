"""Names of officers as their roles, wherever they stand in what was read."""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import fields, is_dataclass, replace
from typing import Any, TypeVar, cast

from boardpack.model.source import Source

_Thing = TypeVar("_Thing")
_HYPHEN, _ANY_HYPHEN = re.compile(r"\\?[-\u2010\u2011]"), "[-\u2010\u2011]"
_APOSTROPHE, _ANY_APOSTROPHE = re.compile(r"\\?['\u2019\u02bc]"), "['\u2019\u02bc]"


def with_roles(thing: _Thing, roles: Mapping[str, str]) -> _Thing:
    """The thing with each name in its texts, at any depth, written as the role that is set for it.

    Case and the white space between the parts of a name do not matter. Places of cells stay as they
    are, for findings have to lead there.
    """
    if not roles:
        return thing
    # The longest first, so that of two names that begin alike the whole one counts.
    named = sorted(roles.items(), key=lambda one: len(one[0]), reverse=True)
    names = "|".join(f"({_as_typed(name)})" for name, _ in named)
    pattern = re.compile(rf"(?<!\w)(?:{names})(?!\w)", re.IGNORECASE)

    def in_text(text: str) -> str:
        composed = unicodedata.normalize("NFC", text)
        new = pattern.sub(lambda found: named[(found.lastindex or 1) - 1][1], composed)
        return text if new == composed else new

    def changed(value: Any) -> Any:
        match value:
            case str() if type(value) is str:
                return in_text(value)
            case tuple() if type(value) is tuple:
                made = tuple(changed(one) for one in value)
                return made if any(a is not b for a, b in zip(made, value, strict=True)) else value
            case Source():
                return value
            case _ if is_dataclass(value) and not isinstance(value, type):
                own = {one.name: getattr(value, one.name) for one in fields(value) if one.init}
                new = {name: changed(held) for name, held in own.items()}
                different = {name: held for name, held in new.items() if held is not own[name]}
                return replace(value, **different) if different else value
            case _:
                return value

    return cast("_Thing", changed(thing))


def _as_typed(name: str) -> str:
    """A pattern of a name, whichever white space, hyphen or apostrophe it is typed with."""
    parts = (re.escape(part) for part in unicodedata.normalize("NFC", name).split())
    return _APOSTROPHE.sub(_ANY_APOSTROPHE, _HYPHEN.sub(_ANY_HYPHEN, r"\s+".join(parts)))
