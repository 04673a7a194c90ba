"""Text set into lines, boxes split, pages filled: nothing is lost and the order stays."""

from collections.abc import Iterator
from dataclasses import dataclass

from hypothesis import given
from hypothesis import strategies as st
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfgen.canvas import Canvas

from boardpack.document.blocks import LineBreak, PageNumber, Text
from boardpack.renderers.pdf.boxes import Box, Cell, Framed, Row, Stack
from boardpack.renderers.pdf.fonts import font_name, spans
from boardpack.renderers.pdf.lines import Line, Run, Setting, set_lines
from boardpack.renderers.pdf.paging import ROOM, Item, NewPage, Page, paginate, with_company
from boardpack.renderers.pdf.pen import Pen
from boardpack.renderers.pdf.typography import BODY
from boardpack.style import Style

SETTING = Setting(Style(), {"late": 10})


def said(lines: tuple[Line, ...]) -> str:
    return "".join(
        atom.text for line in lines for _, atom in line.atoms if isinstance(atom, Run)
    ).replace(" ", "")


@given(st.text(max_size=300), st.floats(30, 480))
def test_lines_fit_their_room(text: str, room: float) -> None:
    for line in set_lines((Text(text),), BODY, room, SETTING):
        letters = [atom for _, atom in line.atoms if isinstance(atom, Run)]
        assert line.width <= room + 0.01 or sum(len(run.text) for run in letters) == 1


@given(st.text(st.characters(codec="latin-1", categories=("L", "N", "P")), max_size=300))
def test_no_character_is_lost(text: str) -> None:
    assert said(set_lines((Text(text),), BODY, 120, SETTING)) == "".join(
        shown for _, shown in spans(text, font_name("regular"))
    )


def test_a_line_break_breaks_the_line() -> None:
    lines = set_lines((Text("one"), LineBreak(), Text("two")), BODY, 400, SETTING)
    assert [said((line,)) for line in lines] == ["one", "two"]


def test_a_line_ends_in_a_space_unless_its_last_word_goes_on() -> None:
    content = (Text("one two"), LineBreak(), Text("Ongoing-March"), LineBreak(), Text("x" * 20))
    lines = set_lines(content, BODY, 66, SETTING)
    assert [(said((line,)), line.goes_on) for line in lines] == [
        ("onetwo", False),
        ("Ongoing-", True),
        ("March", False),
        ("x" * 10, True),
        ("x" * 10, False),
    ]


def test_a_page_number_is_that_of_its_heading_with_the_word_before_it() -> None:
    (line,) = set_lines((PageNumber("late", "page "),), BODY, 400, SETTING)
    runs = [atom for _, atom in line.atoms if isinstance(atom, Run)]
    assert "".join(run.text for run in runs) == "page 10"
    assert {run.look.href for run in runs} == {"#late"}


def test_what_open_sans_lacks_is_set_in_another_font() -> None:
    fonts = dict(spans("a → b", font_name("regular")))
    assert font_name("regular") in fonts
    assert len(fonts) == 2


@dataclass(frozen=True, slots=True)
class Bricks:
    """A box of numbered bricks, each a point high, that can be split between any two."""

    numbers: tuple[int, ...]

    @property
    def height(self) -> float:
        return float(len(self.numbers))

    @property
    def anchors(self) -> tuple[str, ...]:
        return ()

    def split(self, room: float) -> tuple[Box, Box] | None:
        fitting = int(room)
        if not 0 < fitting < len(self.numbers):
            return None
        return Bricks(self.numbers[:fitting]), Bricks(self.numbers[fitting:])

    def paint(self, pen: Pen, x: float, top: float) -> None:
        raise NotImplementedError


def bricks_in(box: Box) -> Iterator[int]:
    match box:
        case Bricks(numbers):
            yield from numbers
        case Stack(children):
            for _, child in children:
                yield from bricks_in(child)
        case Row(cells):
            for cell in cells:
                yield from bricks_in(cell.box)
        case Framed(inner):
            yield from bricks_in(inner)


def parted(box: Box, room: float) -> list[Box]:
    parts: list[Box] = []
    rest: Box | None = box
    while rest is not None and rest.height > room and (split := rest.split(room)):
        parts.append(split[0])
        rest = split[1]
    return parts + ([rest] if rest is not None else [])


counts = st.lists(st.integers(1, 60), min_size=1, max_size=6)


@given(counts, st.integers(5, 40))
def test_a_split_stack_loses_nothing_and_fits(heights: list[int], room: int) -> None:
    numbers = iter(range(sum(heights)))
    children = tuple(
        (2.0, Bricks(tuple(next(numbers) for _ in range(height)))) for height in heights
    )
    parts = parted(Framed(Stack(children), 100), room)
    assert [n for part in parts for n in bricks_in(part)] == list(range(sum(heights)))
    assert all(part.height <= room for part in parts)


@given(counts, st.integers(5, 40))
def test_a_split_row_loses_nothing(heights: list[int], room: int) -> None:
    cells = tuple(
        Cell(float(place), Bricks(tuple(range(place * 1000, place * 1000 + height))))
        for place, height in enumerate(heights)
    )
    parts = parted(Row(cells), room)
    for place, height in enumerate(heights):
        own = [n for part in parts for n in bricks_in(part) if n // 1000 == place]
        assert own == list(range(place * 1000, place * 1000 + height))


def bricks_on(page: Page) -> list[int]:
    return [n for placed in page.boxes for n in bricks_in(placed.box) if n >= 0]


@given(st.lists(st.integers(1, 1_500), min_size=1, max_size=12), st.booleans())
def test_pages_hold_everything_in_order(heights: list[int], has_head: bool) -> None:
    head = Bricks((-1,) * 20) if has_head else None
    numbers = iter(range(sum(heights)))
    flow = [
        Item(Bricks(tuple(next(numbers) for _ in range(height))), before=6, least=30, head=head)
        for height in heights
    ]
    pages = paginate(flow)
    assert [n for page in pages for n in bricks_on(page)] == list(range(sum(heights)))
    assert all(sum(placed.box.height for placed in page.boxes) <= ROOM for page in pages)


def test_what_is_kept_goes_to_the_page_of_what_follows() -> None:
    filler = Item(Bricks((0,) * int(ROOM - 40)))
    heading = Item(Bricks((1,) * 20), keep=True)
    body = Item(Bricks((2,) * 30))
    first, second = paginate([filler, heading, body])
    assert set(bricks_on(first)) == {0}
    assert set(bricks_on(second)) == {1, 2}


def test_the_last_row_of_a_table_is_not_left_alone() -> None:
    filler = Item(Bricks((0,) * int(ROOM - 45)))
    rows = [Item(Bricks((number,) * 20)) for number in (1, 2, 3)]
    first, second = paginate([filler, *with_company(rows)])
    assert (set(bricks_on(first)), set(bricks_on(second))) == ({0, 1}, {2, 3})
    assert with_company(rows[:2]) == rows[:2]


def test_a_new_page_is_not_started_twice() -> None:
    assert (
        len(paginate([NewPage(), Item(Bricks((1,))), NewPage(), NewPage(), Item(Bricks((2,)))]))
        == 2
    )


def test_reportlab_still_has_what_the_renderer_calls() -> None:
    names = (
        "addOutlineEntry",
        "beginText",
        "bookmarkPage",
        "linkRect",
        "linkURL",
        "setViewerPreference",
    )
    assert [name for name in names if not hasattr(Canvas, name)] == []
    assert hasattr(pdfmetrics.getFont(font_name("regular")), "face")


def test_a_long_chain_of_what_holds_on_does_not_take_a_page_each() -> None:
    flow = [Item(Bricks((number,) * 20), keep=True) for number in range(45)]
    pages = paginate([*flow, Item(Bricks((99,) * 20))])
    assert len(pages) == 2
