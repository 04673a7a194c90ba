"""The frame around the pack, `page.html.j2` and `page.css`: what a council may change."""

import re
from collections.abc import Mapping
from pathlib import Path
from types import TracebackType
from typing import Final

from jinja2 import FileSystemLoader, StrictUndefined, Template, TemplateSyntaxError
from jinja2.sandbox import ImmutableSandboxedEnvironment

from boardpack.errors import TemplateError

FRAME: Final = "page.html.j2"
STYLE_SHEET: Final = "page.css"

# What would fetch something from elsewhere, or end the <style> element that the rules stand in.
_NOT_ALONE: Final = re.compile(r"@import|url\(\s*['\"]?(?!data:|#)|</style", re.IGNORECASE)


def frame(templates: Path) -> Template:
    """The frame, ready to be filled; TemplateError with file and line where it cannot be read."""
    environment = ImmutableSandboxedEnvironment(
        loader=FileSystemLoader(templates), autoescape=True, undefined=StrictUndefined
    )
    _read(templates / FRAME)
    try:
        return environment.get_template(FRAME)
    except TemplateSyntaxError as fault:
        where = f"{fault.filename or templates / FRAME}, line {fault.lineno}"
        raise TemplateError(where, f"{fault.message}.") from fault


def filled(template: Template, values: Mapping[str, object]) -> str:
    """The page; a value that the frame asks for and that does not exist is a TemplateError.

    The values are plain text and markup, so that whatever goes wrong here is the template's fault.
    """
    try:
        return template.render(values)
    except Exception as fault:
        file = template.filename or FRAME
        where = f"{file}, line {_line(fault.__traceback__, file)}"
        known = ", ".join(sorted(values))
        raise TemplateError(where, f"{fault}. A page is made of: {known}.") from fault


def style_sheet(templates: Path) -> str:
    """The rules of `page.css`; TemplateError where they would need a file from elsewhere."""
    path = templates / STYLE_SHEET
    rules = _read(path)
    if fault := _NOT_ALONE.search(rules):
        line = rules.count("\n", 0, fault.start()) + 1
        raise TemplateError(
            f"{path}, line {line}",
            f'"{fault.group()}" cannot be used: the page is one file and fetches nothing. '
            "Write the rule out, or put an image in as a data: address.",
        )
    return rules


def _read(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except OSError as fault:
        raise TemplateError(str(path), "this template is missing. Put it back.") from fault
    except UnicodeDecodeError as fault:
        raise TemplateError(str(path), "this is not UTF-8 text. Save it as UTF-8.") from fault


def _line(traceback: TracebackType | None, file: str) -> int:
    """The last line of the template that was being filled; Jinja puts its lines in the traceback."""
    line = 1
    while traceback is not None:
        if traceback.tb_frame.f_code.co_filename == file:
            line = traceback.tb_lineno
        traceback = traceback.tb_next
    return line
