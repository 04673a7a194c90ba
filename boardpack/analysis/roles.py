"""Names of officers as their roles, wherever they stand in what was read."""

import re
from collections.abc import Mapping
from dataclasses import fields, is_dataclass, replace
from typing import Any, TypeVar, cast

from boardpack.model.source import Source

_Thing = TypeVar("_Thing")


def with_roles(thing: _Thing, roles: Mapping[str, str]) -> _Thing:
    """The thing with each name in its texts, at any depth, written as the role that is set for it.

    Case and the white space between the parts of a name do not matter. Places of cells stay as they
    are, for findings have to lead there.
    """
    if not roles:
        return thing
    by_name = {_plain(name): role for name, role in roles.items()}
    longest_first = sorted(by_name, key=len, reverse=True)
    names = "|".join(r"\s+".join(map(re.escape, name.split())) for name in longest_first)
    pattern = re.compile(rf"(?<!\w)(?:{names})(?!\w)", re.IGNORECASE)

    def in_text(text: str) -> str:
        return pattern.sub(lambda found: by_name[_plain(found[0])], text)

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


def _plain(name: str) -> str:
    return " ".join(name.casefold().split())
