"""The section of board.toml about the slide template."""

from typing import Annotated, Any

from pydantic import BeforeValidator, Field

from boardpack.model.deck import DeckPart, LayoutChoice
from boardpack.settings.section import Name, Section


def _of_a_layout(choice: Any) -> Any:
    """`"Title Only"` is short for a layout of that name whose placeholders are found."""
    return {"layout": choice} if isinstance(choice, str) else choice


class LayoutSection(Section):
    """A layout of the slide template, with its placeholders where their kinds do not tell."""

    layout: Name
    title: int | Name | None = None
    content: tuple[int | Name, ...] = ()


class SlidesSection(Section):
    """The council's own slide template, and which of its layouts takes which part of the deck."""

    template: Name = "deck.pptx"
    layouts: dict[DeckPart, Annotated[LayoutSection, BeforeValidator(_of_a_layout)]] = Field(
        default_factory=dict
    )

    @property
    def choices(self) -> dict[DeckPart, LayoutChoice]:
        """The layouts as the deck is made from them."""
        return {
            part: LayoutChoice(one.layout, one.title, one.content)
            for part, one in self.layouts.items()
        }
