"""Pictures where shapes named `picture: NAME` stand."""

import io
from pathlib import Path
from typing import Any

import pptx
import pytest
from openxml_audit import validate_pptx
from PIL import Image
from PIL.ExifTags import GPS, IFD, Base
from pptx.util import Inches, Pt

from boardpack.errors import FaultyDirective
from boardpack.renderers.slides import render
from boardpack.style import Logo, Style
from tests.renderers.slides.decks import filled, rectangle, template
from tests.renderers.slides.material import material


def image(kind: str = "PNG", size: tuple[int, int] = (40, 10)) -> bytes:
    buffer = io.BytesIO()
    Image.new("RGB", size, "#12436D").save(buffer, kind)
    return buffer.getvalue()


def photograph() -> bytes:
    """A photograph taken upright, with the place where it was taken."""
    buffer = io.BytesIO()
    exif = Image.Exif()
    exif[Base.Orientation] = 6
    exif.get_ifd(IFD.GPSInfo)[GPS.GPSLatitude] = (51.0, 28.0, 40.0)
    Image.new("RGB", (40, 10), "#12436D").save(buffer, "JPEG", exif=exif)
    return buffer.getvalue()


def pictures(deck: Any) -> list[Any]:
    return [shape for slide in deck.slides for shape in slide.shapes if hasattr(shape, "image")]


def placed(folder: Path, name: str = "picture: view.png", data: bytes | None = None) -> Any:
    (folder / name.partition(": ")[2]).write_bytes(image() if data is None else data)
    deck = template()
    rectangle(deck.slides[0], name, (1, 2, 8, 4))
    (found,) = pictures(filled(deck, folder))
    return found


def test_a_picture_is_whole_and_in_the_middle_of_its_box(tmp_path: Path) -> None:
    found = placed(tmp_path)
    assert (found.width, found.height) == (Inches(8), Inches(2))
    assert (found.left, found.top) == (Inches(1), Inches(3))
    tall = placed(tmp_path, data=image(size=(10, 40)))
    assert (tall.width, tall.height) == (Inches(1), Inches(4))
    assert (tall.left, tall.top) == (Inches(4.5), Inches(2))


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "GIF"])
def test_what_a_file_is_follows_from_what_is_in_it(tmp_path: Path, kind: str) -> None:
    found = placed(tmp_path, data=image(kind))
    assert found.image.content_type == f"image/{kind.lower()}"


def test_a_photograph_taken_upright_stands_upright(tmp_path: Path) -> None:
    found = placed(tmp_path, data=photograph())
    assert (found.width, found.height) == (Inches(1), Inches(4))
    assert found.image.size == (10, 40)


def test_where_a_photograph_was_taken_does_not_go_into_the_deck(tmp_path: Path) -> None:
    assert b"Exif" in photograph()
    found = placed(tmp_path, data=photograph())
    with Image.open(io.BytesIO(found.image.blob)) as shown:
        assert dict(shown.getexif()) == {}
    assert b"Exif" not in found.image.blob


def test_a_picture_says_what_its_shape_says_or_its_name(tmp_path: Path) -> None:
    found = placed(tmp_path, "picture: harbour-view.png")
    assert found._element.nvPicPr.cNvPr.get("descr") == "Picture: harbour view"
    deck = template()
    shape = rectangle(deck.slides[0], "picture: harbour-view.png")
    shape._element.nvSpPr.cNvPr.set("descr", "The harbour of {{ board.council }}")
    (found,) = pictures(filled(deck, tmp_path))
    assert found._element.nvPicPr.cNvPr.get("descr") == "The harbour of Marlshire County Council"


def test_the_logo_is_that_of_the_style(tmp_path: Path) -> None:
    deck = template()
    rectangle(deck.slides[0], "picture: logo")
    deck.save(tmp_path / "template.pptx")
    style = Style(logo=Logo(image(), "png", "Marlshire County Council", 40.0, 0.25))
    data = render(material(), tmp_path / "template.pptx", style).data
    (found,) = pictures(pptx.Presentation(io.BytesIO(data)))
    assert found.image.blob == image()
    assert found._element.nvPicPr.cNvPr.get("descr") == "Marlshire County Council"


def test_a_picture_beside_the_template_or_in_its_folder_is_found_by_a_name_with_a_tag(
    tmp_path: Path,
) -> None:
    (tmp_path / "pictures").mkdir()
    (tmp_path / "pictures" / "1.png").write_bytes(image())
    (tmp_path / "2.png").write_bytes(image("PNG", (10, 40)))
    deck = template(titles=("One", "Two"))
    for number, slide in enumerate(deck.slides):
        rectangle(slide, f"picture: {{{{ {number} + 1 }}}}.png")
    assert [one.image.size for one in pictures(filled(deck, tmp_path))] == [(40, 10), (10, 40)]


def test_slides_that_repeat_share_one_file(tmp_path: Path) -> None:
    (tmp_path / "view.png").write_bytes(image())
    deck = template(titles=("{{ one.title }}",))
    deck.slides[0].notes_slide.notes_text_frame.text = "for: one in objectives"
    rectangle(deck.slides[0], "picture: view.png")
    read = filled(deck, tmp_path)
    found = pictures(read)
    assert len(found) == 9
    parts = [str(part.partname) for part in read.part.package.iter_parts()]
    assert len([part for part in parts if part.startswith("/ppt/media/")]) == 1


def test_a_picture_in_the_template_is_replaced_and_keeps_its_border_but_no_crop(
    tmp_path: Path,
) -> None:
    (tmp_path / "view.png").write_bytes(image(size=(30, 30)))
    deck = template()
    old = deck.slides[0].shapes.add_picture(
        io.BytesIO(image()), Inches(1), Inches(2), Inches(4), Inches(2)
    )
    old.name, old.crop_left, old.line.width = "picture: view.png", 0.25, Pt(3)
    read = filled(deck, tmp_path)
    (found,) = pictures(read)
    assert (found.crop_left, found.line.width) == (0, Pt(3))
    assert (found.width, found.height, found.image.size) == (Inches(2), Inches(2), (30, 30))
    parts = [str(part.partname) for part in read.part.package.iter_parts()]
    assert len([part for part in parts if part.startswith("/ppt/media/")]) == 1
    read.save(tmp_path / "out.pptx")
    assert validate_pptx(str(tmp_path / "out.pptx")).errors == []


def test_a_placeholder_for_a_picture_stays_one(tmp_path: Path) -> None:
    (tmp_path / "view.png").write_bytes(image())
    deck = template(layout=8)
    holder = deck.slides[0].placeholders[1]
    holder.name = "picture: view.png"
    (found,) = pictures(filled(deck, tmp_path))
    assert found.is_placeholder
    assert found.placeholder_format.idx == 1
    assert found.width / found.height == pytest.approx(4)


SVG = b'<svg xmlns="http://www.w3.org/2000/svg"/>'


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("view.png", None, "there is no such file; put it into"),
        ("../view.png", None, "write the name of a file alone"),
        ("..\\view.png", None, "write the name of a file alone"),
        ("/etc/passwd", None, "write the name of a file alone"),
        ("view.png", SVG, "cannot be read as a picture; save it as PNG, JPEG or GIF"),
        ("view.png", image()[:60], "cannot be read as a picture"),
        ("view.png", image("BMP"), "its file is BMP; save it as PNG"),
        ("view.png", bytes(10_000_001), "larger than 10 MB"),
    ],
)
def test_what_is_no_picture_is_refused_with_slide_and_shape(
    tmp_path: Path, name: str, data: bytes | None, said: str
) -> None:
    if data is not None:
        (tmp_path / name).write_bytes(data)
    deck = template()
    rectangle(deck.slides[0], f"picture: {name}")
    with pytest.raises(FaultyDirective) as caught:
        filled(deck, tmp_path)
    assert "template.pptx, slide 1: " in str(caught.value)
    assert f'"picture: {name}"' in str(caught.value)
    assert said in str(caught.value)


def test_a_link_to_a_file_elsewhere_is_refused(tmp_path: Path) -> None:
    (tmp_path / "templates").mkdir()
    (tmp_path / "secret.png").write_bytes(image())
    (tmp_path / "templates" / "view.png").symlink_to(tmp_path / "secret.png")
    deck = template()
    rectangle(deck.slides[0], "picture: view.png")
    with pytest.raises(FaultyDirective, match="there is no such file"):
        filled(deck, tmp_path / "templates")


def test_a_logo_that_nobody_named_leaves_the_picture_of_the_template(tmp_path: Path) -> None:
    deck = template(titles=("A", "B"))
    own = deck.slides[0].shapes.add_picture(io.BytesIO(image()), 0, 0)
    own.name = "picture: logo"
    rectangle(deck.slides[1], "picture: logo")
    path = tmp_path / "template.pptx"
    deck.save(path)
    output = render(material(), path)
    first, second = pptx.Presentation(io.BytesIO(output.data)).slides
    assert [one.name for one in first.shapes] == ["Title 1", "picture: logo"]
    assert [one.name for one in second.shapes] == ["Title 1"]
    assert sum("no logo is given" in remark for remark in output.remarks) == 2
