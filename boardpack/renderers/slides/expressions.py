"""What a tag may say and what it may name: Jinja in a sandbox, every unknown name an error."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from functools import lru_cache

import jinja2
from jinja2.sandbox import ImmutableSandboxedEnvironment
from jinja2.utils import missing

from boardpack.document.pack import Material
from boardpack.errors import FaultyTag
from boardpack.near import did_you_mean
from boardpack.renderers.slides.xml import safe

# What an expression can raise beside Jinja's own: `{{ summary + 1 }}`, `{{ 1 / 0 }}`, `{{ x[9] }}`.
_FAULTS = (
    jinja2.TemplateError,
    TypeError,
    ValueError,
    ArithmeticError,
    LookupError,
    AttributeError,
)
_LOST = re.compile("'(.*)' is undefined")
"""What Jinja says of a name that nothing has."""


def fields_of(thing: object) -> list[str]:
    """What may stand behind the dot of a value: its fields by name."""
    if isinstance(thing, Mapping):
        return [str(key) for key in thing]
    return [name for name in dir(thing) if not name.startswith("_")]


def no_such(name: object, known: Iterable[str]) -> str:
    """What is said of a name that there is not, with the one that was probably meant."""
    said = f'there is no "{name}"'
    meant = did_you_mean(str(name), known)
    return f"{said}. {meant}" if meant else said


class _Unknown(jinja2.StrictUndefined):
    """A name that there is not: an error that says which one was probably meant."""

    def __init__(
        self,
        hint: str | None = None,
        obj: object = missing,
        name: str | None = None,
        exc: type[jinja2.TemplateRuntimeError] = jinja2.UndefinedError,
    ) -> None:
        if hint is None and obj is not missing:
            hint = no_such(name, fields_of(obj))
        super().__init__(hint, obj, name, exc)


def _shown(value: object) -> object:
    return "" if value is None else safe(value) if isinstance(value, str) else value


ENVIRONMENT = ImmutableSandboxedEnvironment(
    undefined=_Unknown,
    autoescape=False,
    finalize=_shown,
    keep_trailing_newline=True,
)


@lru_cache(maxsize=1024)  # the copies of a slide that repeats share their texts
def _template(source: str) -> jinja2.Template:
    return ENVIRONMENT.from_string(source)


@lru_cache(maxsize=256)
def _expression(source: str) -> Callable[..., object]:
    return ENVIRONMENT.compile_expression(source, undefined_to_none=False)


@contextmanager
def _faults(where: str, text: str, known: Iterable[str]) -> Iterator[None]:
    try:
        yield
    except jinja2.UndefinedError as fault:
        said = str(fault)
        lost = _LOST.fullmatch(said)
        raise FaultyTag(where, text, no_such(lost[1], known) if lost else said) from fault
    except _FAULTS as fault:
        raise FaultyTag(where, text, str(fault)) from fault


@dataclass(frozen=True, slots=True)
class Names:
    """What the tags of one slide may name, and how an error calls that slide."""

    material: Material
    values: Mapping[str, object]
    where: str

    def at(self, place: str) -> "Names":
        """The same names for a place on the slide."""
        return Names(self.material, self.values, f"{self.where}, {place}")

    def having(self, name: str, value: object) -> "Names":
        """The same names and one more."""
        return Names(self.material, {**self.values, name: value}, self.where)

    def render(self, source: str, text: str | None = None) -> str:
        """The template filled. `text` is what its author wrote, where that differs."""
        with _faults(self.where, source if text is None else text, self.values):
            return _template(source).render(self._context())

    def items(self, source: str) -> list[object]:
        """The items of an expression that names a list."""
        with _faults(self.where, source, self.values):
            found = _expression(source)(**self._context())
            if isinstance(found, str) or not isinstance(found, Iterable):
                raise FaultyTag(self.where, source, "that is not a list")
            return list(found)

    def holds(self, source: str) -> bool:
        """Whether a condition is true."""
        with _faults(self.where, source, self.values):
            return bool(_expression(source)(**self._context()))

    def _context(self) -> dict[str, object]:
        return {
            **self.values,
            "chart": lambda name: self.material.chart(name, self.where),
            "table": lambda name: self.material.table(name, self.where),
        }
