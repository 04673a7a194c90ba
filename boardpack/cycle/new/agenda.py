"""The agenda of the next meeting: the items stay, what belonged to the last meeting goes."""

import re
import tomllib
from datetime import date
from pathlib import Path
from typing import Any

import tomlkit

from boardpack.errors import SettingsError
from boardpack.words import long_date, month_name

_OF_THE_LAST = ("paper", "required", "most_pages", "ask")
"""What an item says of one meeting alone."""
_MONTHS = "|".join(month_name(month) for month in range(1, 13))
_DAY = re.compile(rf"\d{{1,2}} (?:{_MONTHS}) \d{{4}}")


def next_agenda(text: str, path: Path, meeting: date, after: date, last: date) -> str:
    """The agenda with its comments, with these days, without papers and asks.

    An item stays exempt: nobody should have to think of that again. A title that names the minutes
    names those of the last meeting.
    """
    _refuse_unreadable(text, path)
    # Tables may be written in many ways, and tomlkit has a type for each.
    agenda: Any = tomlkit.parse(text)
    section = agenda["meeting"]
    section["date"] = meeting
    section["next_meeting"] = after
    if section.get("support"):
        section["support"] = []
    for item in agenda.get("item", ()):
        for name in _OF_THE_LAST:
            item.pop(name, None)
        title = str(item["title"])
        if "minutes" in title.casefold() and _DAY.search(title):
            item["title"] = _DAY.sub(long_date(last), title)
    return tomlkit.dumps(agenda)


def _refuse_unreadable(text: str, path: Path) -> None:
    """The standard reader tells where a file is wrong in the words that every command uses."""
    try:
        tomllib.loads(text)
    except tomllib.TOMLDecodeError as fault:
        raise SettingsError(path, [f"{fault}. Put the line back as it was."]) from None
