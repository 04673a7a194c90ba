"""What compose gives to the renderers: the document, what slides are filled from, the letters."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from boardpack.charts.spec import Chart
from boardpack.document.blocks import Document, Table
from boardpack.model.deck import DeckTemplate


@dataclass(frozen=True, slots=True)
class Material:
    """What templates may name: values by name, charts and tables by their names in the catalogue.

    `chart` and `table` raise UnknownChart and UnknownTable, naming the template that asked.
    """

    values: Mapping[str, object]
    chart: Callable[[str, str], Chart]
    """(name, template that asks) -> chart"""
    table: Callable[[str, str], Table]
    """(name, template that asks) -> table"""


@dataclass(frozen=True, slots=True)
class Letter:
    """An e-mail to be drafted: `attach` names outputs such as `pack.pdf`."""

    name: str
    sender: str
    to: tuple[str, ...]
    cc: tuple[str, ...]
    subject: str
    body: str
    attach: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Pack:
    """Everything that a meeting's files are rendered from."""

    document: Document
    material: Material
    deck_template: DeckTemplate
    letters: tuple[Letter, ...]
    briefs: Mapping[str, Callable[[int], Document]] = field(default_factory=dict)
    """The papers of two pages by the name of their output: `highlight`, `brief`.

    (by how many rows each table is to be shorter) -> the paper
    """
