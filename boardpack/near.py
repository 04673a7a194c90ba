"""Names that a template may use, and the known one that somebody probably meant."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from difflib import get_close_matches

_LIKE = 0.6


@dataclass(frozen=True, slots=True)
class Named:
    """Something that a template may name: `trend METRIC`, its argument None where it takes none."""

    name: str
    told: str
    argument: str | None = None

    @classmethod
    def of(cls, name: str, made_by: Callable[..., object], argument: str | None = None) -> "Named":
        """The thing that a function makes: the first line of its docstring says what it is."""
        return cls(name, (made_by.__doc__ or "").strip().partition("\n")[0], argument)

    def __str__(self) -> str:
        """The name with the word for what stands behind it."""
        return self.name if self.argument is None else f"{self.name} {self.argument}"


def nearest(name: str, known: Iterable[str]) -> str | None:
    """The known name that is most like this one, None where none is like it."""
    by_letters = {one.casefold(): one for one in sorted(known, reverse=True)}
    found = get_close_matches(name.casefold(), by_letters, 1, _LIKE)
    return by_letters[found[0]] if found else None


def did_you_mean(name: str, known: Iterable[str]) -> str:
    """`Did you mean "headline"?`, or nothing where no known name is like this one."""
    found = nearest(name, known)
    return "" if found is None else f'Did you mean "{found}"?'
