"""The text of a cell as XML, plain or with its runs of formatting, and what is added to it."""

import re
from dataclasses import dataclass, replace

from boardpack.deliver.patching.edits import Refused
from boardpack.deliver.patching.nodes import Node, parsed, spliced, with_attribute

LONGEST = 32_767
"""Characters that Excel takes in a cell, counted as it does: an emoji is two."""
_LIKE_AN_ESCAPE = re.compile("_(?=x[0-9A-Fa-f]{4}_)")
_NOT_IN_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_ESCAPED = re.compile("_x([0-9A-Fa-f]{4})_")
_OWN = frozenset({"t", "r", "rPh", "phoneticPr"})


@dataclass(frozen=True, slots=True)
class Text:
    """What stands inside `<si>` or `<is>`, byte for byte, and the prefix and namespace it is written in."""

    raw: bytes
    prefix: bytes
    space: bytes

    def tree(self) -> Node:
        """The text as nodes whose places are those in `raw`, after an opening tag of our own."""
        return parsed(self.wrapped(b"is", self.prefix), "a text")

    def wrapped(self, name: bytes, prefix: bytes, *, declare: bool = True) -> bytes:
        """The text inside an element that, where needed, declares the prefix that the text uses."""
        colon = b":" + self.prefix[:-1] if self.prefix else b""
        said = b' xmlns%s="%s"' % (colon, self.space) if declare else b""
        return b"<%s%s%s>%s</%s%s>" % (prefix, name, said, self.raw, prefix, name)

    def shown(self) -> str:
        """The characters of the text, without the readings above it."""
        return "".join(_characters(self)).replace("\r\n", "\n")


def fresh(text: str, prefix: bytes, space: bytes) -> Text:
    """A plain text."""
    return Text(_element(text, prefix), prefix, space)


def held(raw: bytes, prefix: bytes, space: bytes) -> Text:
    """The text that a cell holds; Refused where it uses what only its own part declares."""
    text = Text(raw, prefix, space)
    try:
        tree = text.tree()
    except Refused:
        tree = None
    if tree is None or any(child.name not in _OWN for child in tree.children):
        raise Refused("the text is formatted in a way that cannot be kept. Change it in Excel.")
    if any(" " in node.name for node in tree.below()):
        raise Refused("the text is formatted in a way that cannot be kept. Change it in Excel.")
    return text


def appended(text: Text, more: str) -> Text:
    """The text with more on a line below it; what stood there is kept as it is."""
    if not more:
        return text
    tree, offset = _placed(text)
    last = [child for child in tree.children if child.name in {"t", "r"}][-1]
    addition = "\n" + more
    if last.name == "t" and not last.is_closed_at_once:
        return replace(text, raw=_lengthened(text, last, offset, last.close, addition))
    run = _run(addition, text.prefix)
    return replace(text, raw=spliced(text.raw, [(last.end - offset, last.end - offset, run)]))


def prepended(text: Text, more: str) -> Text:
    """The text with more on a line above it; readings above characters move with those."""
    if not more:
        return text
    tree, offset = _placed(text)
    first = next(child for child in tree.children if child.name in {"t", "r"})
    addition = more + "\n"
    shift = units(clean(addition))
    moved = []
    for reading in tree.all("rPh"):
        tag = text.raw[reading.start - offset : reading.inside - offset]
        for side in ("sb", "eb"):
            tag = with_attribute(tag, side, str(int(reading.attributes[side]) + shift))
        moved.append((reading.start - offset, reading.inside - offset, tag))
    text = replace(text, raw=spliced(text.raw, moved))
    if first.name == "t" and not first.is_closed_at_once:
        return replace(text, raw=_lengthened(text, first, offset, first.inside, addition))
    run = _run(addition, text.prefix)
    return replace(text, raw=spliced(text.raw, [(first.start - offset, first.start - offset, run)]))


def clean(text: str) -> str:
    """The text with its lines ended as Excel ends them."""
    return text.replace("\r\n", "\n").replace("\r", "\n")


def escaped(text: str) -> bytes:
    """The text for XML; what XML cannot hold is written as Excel writes it, _x000B_."""
    text = _LIKE_AN_ESCAPE.sub("_x005F_", clean(text))
    text = _NOT_IN_XML.sub(lambda found: f"_x{ord(found[0]):04X}_", text)
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").encode()


def unescaped(text: str) -> str:
    """The characters that Excel shows for a text of its XML."""
    return _ESCAPED.sub(lambda found: chr(int(found[1], 16)), text)


def units(text: str) -> int:
    """The length of a text as Excel counts it."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def _placed(text: Text) -> tuple[Node, int]:
    tree = text.tree()
    return tree, tree.inside


def _lengthened(text: Text, node: Node, offset: int, place: int, addition: str) -> bytes:
    """The raw text with an addition inside a `<t>`, whose spaces count from now on."""
    tag = text.raw[node.start - offset : node.inside - offset]
    if b"xml:space" not in tag:
        tag = with_attribute(tag, "xml:space", "preserve")
    opening = (node.start - offset, node.inside - offset, tag)
    if place == node.inside:
        return spliced(text.raw, [(*opening[:2], tag + escaped(addition))])
    return spliced(text.raw, [opening, (place - offset, place - offset, escaped(addition))])


def _element(text: str, prefix: bytes) -> bytes:
    return b'<%st xml:space="preserve">%s</%st>' % (prefix, escaped(text), prefix)


def _run(text: str, prefix: bytes) -> bytes:
    return b"<%sr>%s</%sr>" % (prefix, _element(text, prefix), prefix)


def _characters(text: Text) -> list[str]:
    import xml.etree.ElementTree as ET

    root = ET.fromstring(text.wrapped(b"is", text.prefix))  # noqa: S314
    parts = [child for child in root if child.tag.rpartition("}")[2] in {"t", "r"}]
    return [
        unescaped(node.text or "")
        for part in parts
        for node in part.iter()
        if node.tag.rpartition("}")[2] == "t"
    ]
