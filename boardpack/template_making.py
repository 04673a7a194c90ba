"""What `template new` writes: the standard deck with its tags, to be edited in PowerPoint."""

from pathlib import Path

from boardpack.deliver.file import replace_file
from boardpack.errors import AlreadyThere
from boardpack.renderers.slides.standard import deck_from, new_deck
from boardpack.settings import load_settings


def make_template(target: Path, source: Path | None, inputs: Path) -> Path:
    """The file that was written: in plain looks, or on the layouts of a council's template.

    The map of the layouts is that of the board's settings, if there are any. A file that is there
    is not overwritten.
    """
    if target.exists():
        raise AlreadyThere(target)
    if source is None:
        replace_file(target, new_deck())
        return target
    settings = inputs / "board.toml"
    layouts = load_settings(settings).slides.choices if settings.is_file() else {}
    replace_file(target, deck_from(source, layouts))
    return target
