"""Writes templates/deck.pptx, the slide template that a council edits in PowerPoint.

Run `python -m tests.sample.deck_template` to make it anew; that undoes edits made by hand.
"""

from pathlib import Path

from boardpack.renderers.slides.standard.house import new_deck

WHERE = Path(__file__).parents[2] / "templates" / "deck.pptx"


def main() -> None:
    """Write the template."""
    WHERE.parent.mkdir(exist_ok=True)
    WHERE.write_bytes(make())


def make() -> bytes:
    """The template as a file."""
    return new_deck()


if __name__ == "__main__":
    main()
