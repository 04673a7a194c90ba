"""Names become roles in every text of what was read, and in nothing else."""

import unicodedata
from dataclasses import dataclass
from pathlib import Path

from boardpack.analysis.roles import with_roles
from boardpack.model.source import Source

ROLES = {"Ada Penn": "Head of Fostering", "Ada Penn-Lowe": "Registrar"}


@dataclass(frozen=True, slots=True)
class Row:
    text: str
    others: tuple[str, ...]
    source: Source
    path: Path = Path("Ada Penn.pdf")


def row(text: str = "nothing") -> Row:
    return Row(text, ("ADA  PENN", "Mada Penn"), Source("plan.xlsx", "Ada Penn"))


def test_a_name_is_replaced_in_any_case_and_at_any_depth() -> None:
    changed = with_roles(((row("Ask Ada Penn."),),), ROLES)[0][0]
    assert changed.text == "Ask Head of Fostering."
    assert changed.others == ("Head of Fostering", "Mada Penn")


def test_the_longer_of_two_names_counts() -> None:
    assert with_roles("Ada Penn-Lowe and Ada Penn", ROLES) == "Registrar and Head of Fostering"


def test_places_and_files_keep_their_names() -> None:
    changed = with_roles(row("Ada Penn"), ROLES)
    assert (changed.source, changed.path) == (row().source, row().path)


def test_without_roles_the_same_thing_comes_back() -> None:
    thing = (row(),)
    assert with_roles(thing, {}) is thing
    assert with_roles(thing, {"Nobody Else": "Role"}) is not None
    assert with_roles("nothing", ROLES) == "nothing"


def test_a_name_is_known_however_it_is_typed() -> None:
    roles = {"Jörg Weiß": "Registrar", "Zoë O'Hara-Lee": "Clerk"}
    decomposed = unicodedata.normalize("NFD", "Zoë O’Hara\N{NON-BREAKING HYPHEN}Lee and Jörg Weiß")
    assert with_roles(decomposed, roles) == "Clerk and Registrar"


def test_letters_whose_case_is_not_plain_are_no_fault() -> None:
    assert with_roles("\u0130an Hill and \u0131rfan", {"Ian Hill": "Head", "Irfan": "Clerk"})
