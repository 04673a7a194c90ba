"""What a standard deck is made of, and which layouts of a template take it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

DeckPart = Literal[
    "cover", "text", "chart", "table", "objective",  # kinds of slide
    "agenda", "summary", "plan-on-a-page", "movements", "escalations", "scorecard",
    "control-charts", "decisions", "next-dates",  # single slides, which go before their kind
]  # fmt: skip
"""A kind of slide of the standard deck, or one of its slides."""


@dataclass(frozen=True, slots=True)
class LayoutChoice:
    """A layout by its name, and its placeholders where they are not to be found by their kinds.

    A placeholder is named by its name or its number; `content` is in the order of what it takes.
    """

    layout: str
    title: int | str | None = None
    content: tuple[int | str, ...] = ()


@dataclass(frozen=True, slots=True)
class DeckTemplate:
    """A slide template, and the layouts that the standard deck is made from if it has no tags."""

    path: Path
    layouts: Mapping[DeckPart, LayoutChoice] = field(default_factory=dict)
