"""Text templates: Jinja in a sandbox, unknown names are errors that name the file and the line."""

import inspect
from collections.abc import Callable, Mapping
from pathlib import Path
from types import TracebackType

import jinja2
from jinja2.sandbox import ImmutableSandboxedEnvironment

from boardpack.errors import BoardpackError, TemplateError

_FAULTS = (
    jinja2.TemplateError,
    TypeError,
    ValueError,
    ArithmeticError,
    LookupError,
    AttributeError,
)
"""What an expression in a template can raise: `{{ a + 1 }}` of a text, `{{ 1 / 0 }}`."""


def environment(
    folder: Path, *, escape: bool, finalize: Callable[[object], object] | None = None
) -> ImmutableSandboxedEnvironment:
    """Where templates of a folder are found, and what they may do: nothing but fill themselves."""
    made = ImmutableSandboxedEnvironment(
        loader=jinja2.FileSystemLoader(folder),
        undefined=jinja2.StrictUndefined,
        autoescape=escape,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    if finalize is not None:
        made.finalize = finalize
    return made


def render(jinja: ImmutableSandboxedEnvironment, name: str, values: Mapping[str, object]) -> str:
    """A template filled. Every fault in it is a TemplateError with its file and line."""
    try:
        return jinja.get_template(name).render(values)
    except BoardpackError:
        raise
    except jinja2.TemplateSyntaxError as fault:
        raise TemplateError(
            f"{fault.name or name}, line {fault.lineno}", f"{fault.message}."
        ) from None
    except jinja2.TemplateNotFound as fault:
        folders = getattr(jinja.loader, "searchpath", [""])
        why = f'there is no template "{fault.name}" in {folders[0]}. Put it there, or name another folder.'
        raise TemplateError(name, why) from None
    except _FAULTS as fault:
        raise TemplateError(_place(fault.__traceback__, name), f"{fault}.") from None


def here() -> str:
    """The template and line that is being filled, for the messages of what a template calls."""
    frame = inspect.currentframe()
    while frame is not None:
        template = frame.f_globals.get("__jinja_template__")
        if isinstance(template, jinja2.Template):
            return f"{template.name}, line {template.get_corresponding_lineno(frame.f_lineno)}"
        frame = frame.f_back
    return ""


def _place(traceback: TracebackType | None, name: str) -> str:
    """The innermost template and line: Jinja puts its own lines in the traceback."""
    place = name
    while traceback is not None:
        file = traceback.tb_frame.f_code.co_filename
        if file.endswith(".j2"):
            place = f"{Path(file).name}, line {traceback.tb_lineno}"
        traceback = traceback.tb_next
    return place
