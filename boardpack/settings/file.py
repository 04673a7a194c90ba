"""Reads a settings file: every fault is told in one run, in words."""

import tomllib
from pathlib import Path
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from boardpack.errors import MissingInput, SettingsError

_File = TypeVar("_File", bound=BaseModel)


def load_file(path: Path, kind: type[_File], remedy: str) -> _File:
    """What a settings file holds, checked; the remedy is told where there is no such file."""
    if not path.is_file():
        raise MissingInput(path, "the file", remedy)
    try:
        return kind.model_validate(tomllib.loads(path.read_text(encoding="utf-8-sig")))
    except UnicodeDecodeError:
        raise SettingsError(
            path, ["the file is not text in UTF-8. Save it again as UTF-8."]
        ) from None
    except tomllib.TOMLDecodeError as fault:
        raise SettingsError(path, [f"{fault}. Put the line back as it was."]) from None
    except ValidationError as faults:
        raise SettingsError(path, [_in_words(fault) for fault in faults.errors()]) from None


def _in_words(fault: Any) -> str:
    """A fault as a sentence: which setting, what was found, what is needed."""
    place = ".".join(str(part + 1 if isinstance(part, int) else part) for part in fault["loc"])
    match fault["type"]:
        case "missing":
            return f"{place} is missing. Add it."
        case "extra_forbidden":
            return f"{place} is not a setting. Correct its spelling or take it out."
        case "string_type":
            return f"{place} is not text. Put it between quotation marks."
        case "date_type" | "date_parsing" | "date_from_datetime_parsing":
            return f'{place} is not a date, but "{fault["input"]}". Write a day as 2026-12-09.'
        case "tuple_type" if isinstance(fault["input"], dict):
            return (
                f"{place} is a list of sections. Begin each with [[{place}]] on a line of its own."
            )
        case "tuple_type":
            return f"{place} is not a list. Put it between square brackets."
        case "model_type" | "dict_type":
            return f"{place} is not a section. Begin it with [{place}] on a line of its own."
        case "string_pattern_mismatch" if not place.endswith("[key]"):
            return f'{place} is "{fault["input"]}". Write it with letters, digits, dots and -.'
        case "string_pattern_mismatch":
            place = place.removesuffix(".[key]")
            return f"{place} is no name. Use letters, digits, - and _, 40 of them at most."
        case "string_too_short":
            return f"{place} is empty. Write something."
        case "sentence":
            return f"{place}: {fault['msg']}"
        case _:
            needed = str(fault["msg"]).replace("Input should be ", "it should be ")
            return f'{place} is "{fault["input"]}", and {needed}. Correct it.'
