"""What all that sets blocks has at hand: the look, the chapters, and charts that are drawn once."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from boardpack.charts.drawing.picture import Picture
from boardpack.charts.spec import Chart
from boardpack.document.blocks import Content, Heading, Text
from boardpack.renderers.pdf.boxes import TextBox
from boardpack.renderers.pdf.lines import Setting, set_lines
from boardpack.renderers.pdf.tags import Tag
from boardpack.renderers.pdf.typography import TextStyle
from boardpack.style import Style


@dataclass(frozen=True, slots=True)
class Desk:
    """`draw` gives the picture of a chart for a width, and the same one when it is asked again.

    `levels` are those of the headings by their anchors, and of the headings above papers by theirs.
    """

    setting: Setting
    chapters: tuple[Heading, ...]
    draw: Callable[[Chart, float], Picture]
    levels: Mapping[str, int]

    @property
    def look(self) -> Style:
        """The colours."""
        return self.setting.style

    def text(
        self, content: Content | str, style: TextStyle, width: float, tag: Tag | None = None
    ) -> TextBox:
        """A text, set for a width, as the content of an element of the structure."""
        inlines = (Text(content),) if isinstance(content, str) else content
        return TextBox(set_lines(inlines, style, width, self.setting), width, style.align, tag)
