"""Templates as they really are: filled so that the deck is sound and readable, or refused in words."""

import io
from collections.abc import Callable
from pathlib import Path

import pptx
import pytest
from openxml_audit import validate_pptx

from boardpack.errors import UnreadableDeck
from boardpack.renderers.interface import Output
from boardpack.renderers.slides import render
from boardpack.renderers.slides.integrity import barriers, faults
from tests.renderers.slides.awkward import REFUSED, WORKS
from tests.renderers.slides.material import material
from tests.renderers.slides.odd import sound

# What python-pptx's own charts break, whatever is done with them.
BORNE = {"axis ids", "axes pair"}


def made(folder: Path, data: bytes) -> Output:
    path = folder / "template.pptx"
    path.write_bytes(data)
    return render(material(), path)


def complaints(folder: Path, data: bytes) -> set[str]:
    path = folder / "checked.pptx"
    path.write_bytes(data)
    return {error.description for error in validate_pptx(str(path)).errors}


@pytest.fixture(scope="module")
def known(tmp_path_factory: pytest.TempPathFactory) -> set[str]:
    """What the validator says of the sound deck itself."""
    return complaints(tmp_path_factory.mktemp("sound"), sound())


@pytest.mark.parametrize("make", WORKS.values(), ids=WORKS.keys())
def test_an_awkward_template_gives_a_deck_that_is_sound_and_readable(
    make: Callable[[], bytes], known: set[str], tmp_path: Path
) -> None:
    output = made(tmp_path, make())
    assert {fault.rule for fault in faults(output.data)} <= BORNE
    assert barriers(output.data) == []
    assert complaints(tmp_path, output.data) <= known
    assert len(pptx.Presentation(io.BytesIO(output.data)).slides) == output.pages


@pytest.mark.parametrize(("make", "said"), REFUSED.values(), ids=REFUSED.keys())
def test_what_cannot_be_filled_is_refused_in_one_sentence_with_a_remedy(
    make: Callable[[], bytes], said: str, tmp_path: Path
) -> None:
    with pytest.raises(UnreadableDeck) as caught:
        made(tmp_path, make())
    assert said in str(caught.value)
    assert "\n" not in str(caught.value)
    assert str(caught.value).endswith(".")
