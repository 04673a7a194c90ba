"""Whether there is a chart or a table of a name, as far as that can be known without a meeting."""

from dataclasses import dataclass

from boardpack.document.schema import Schema
from boardpack.near import Named, nearest


@dataclass(frozen=True, slots=True)
class Unknown:
    """A chart or a table that there is not, and the name that was probably meant."""

    what: str
    name: str
    meant: str | None


def unknown(schema: Schema, what: str, name: str, *, whole: bool = True) -> Unknown | None:
    """What is wrong with a name; None where nothing is.

    A name that is not `whole` is the beginning of one: a tag gives the rest of it.
    """
    kind, _, argument = " ".join(name.split()).partition(" ")
    known = schema.named(what)
    fitting = [one for one in known if one.name == kind]
    if not whole:
        begun = argument or name.endswith(" ")
        there = [
            one for one in known if one.name == kind or (not begun and one.name.startswith(kind))
        ]
        return (
            None if there else Unknown(what, name.strip(), nearest(kind, [n.name for n in known]))
        )
    real = schema.real.get((what, kind), ())
    if any((one.argument is None) == (not argument) for one in fitting):
        if not argument or (what, kind) not in schema.real or f"{kind} {argument}" in real:
            return None
        return Unknown(what, name, nearest(name, real))
    bare = next((str(one) for one in fitting if not argument), None)
    return Unknown(what, name, bare or _meant(schema, what, name, known))


def _meant(schema: Schema, what: str, name: str, known: tuple[Named, ...]) -> str | None:
    """The nearest whole name, or the nearest kind with the word for what stands behind it."""
    kind = " ".join(name.split()).partition(" ")[0]
    near = nearest(kind, {one.name for one in known})
    mine = schema.real.get((what, near), ()) if near else ()
    plain = [str(one) for one in known if one.argument is None]
    found = nearest(name, [*plain, *mine])
    if found is not None and found.partition(" ")[0] == (near or ""):
        return found
    return next((str(one) for one in known if one.name == near), None)
