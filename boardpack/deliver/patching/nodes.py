"""An XML part as nodes that know where they stand in its bytes, so that bytes can be spliced.

Nothing is ever written from nodes: a part written anew loses what Excel needs of its prefixes.
"""

import re
from collections.abc import Iterable, Iterator
from xml.parsers import expat

from boardpack.deliver.patching.edits import Refused

_MAIN = frozenset(
    {
        "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
        "http://purl.oclc.org/ooxml/spreadsheetml/main",
        "http://schemas.openxmlformats.org/package/2006/relationships",
    }
)
_TAG = re.compile(rb"""<((?:[^\s/>:]+:)?)[^\s/>]+(?:\s+[^\s=]+\s*=\s*(?:"[^"]*"|'[^']*'))*\s*/?>""")
_TEXT = ("utf-8", "us-ascii")


class Node:
    """An element: `start` to `inside` is its opening tag, `close` to `end` its closing tag.

    Elements and attributes of other namespaces are named with those, so that they are not mistaken.
    """

    __slots__ = ("attributes", "children", "close", "end", "inside", "name", "prefix", "start")

    def __init__(self, name: str, attributes: dict[str, str], start: int) -> None:
        self.name, self.attributes, self.start = name, attributes, start
        self.inside = self.close = self.end = start
        self.prefix = b""
        self.children: list[Node] = []

    @property
    def is_closed_at_once(self) -> bool:
        """Whether it is written as one tag, <row/>."""
        return self.inside == self.end

    def all(self, name: str) -> Iterator["Node"]:
        """The children of a name."""
        return (child for child in self.children if child.name == name)

    def first(self, name: str) -> "Node | None":
        """The first child of a name."""
        return next(self.all(name), None)

    def below(self) -> Iterator["Node"]:
        """Everything that it holds, at any depth."""
        for child in self.children:
            yield child
            yield from child.below()


def parsed(data: bytes, part: str) -> Node:
    """The root of a part; Refused where it cannot be read safely or byte by byte."""
    parser = expat.ParserCreate(namespace_separator=" ")
    open_nodes = [Node("", {}, 0)]

    def begin(name: str, attributes: dict[str, str]) -> None:
        at = parser.CurrentByteIndex
        node = Node(_plain(name), {_plain(key): v for key, v in attributes.items()}, at)
        tag = _TAG.match(data, at)
        if tag is None:
            raise Refused(f"the workbook is damaged ({part} cannot be read).")
        node.inside, node.prefix = tag.end(), tag[1]
        open_nodes[-1].children.append(node)
        open_nodes.append(node)

    def finish(_: str) -> None:
        node = open_nodes.pop()
        if data[node.inside - 2 : node.inside] == b"/>":
            node.close = node.end = node.inside
        else:
            node.close = parser.CurrentByteIndex
            node.end = data.index(b">", node.close) + 1

    def declared(_: str, encoding: str | None, __: int) -> None:
        if (encoding or "utf-8").lower() not in _TEXT:
            raise Refused(f"the workbook is written in {encoding}, which Excel does not do.")

    def doctype(*_: object) -> None:
        raise Refused("the workbook holds definitions that Excel does not write.")

    parser.StartElementHandler, parser.EndElementHandler = begin, finish
    parser.XmlDeclHandler, parser.StartDoctypeDeclHandler = declared, doctype
    if data[:2] in {b"\xff\xfe", b"\xfe\xff"}:
        raise Refused("the workbook is written in UTF-16, which Excel does not do.")
    try:
        parser.Parse(data, True)
    except expat.ExpatError as fault:
        raise Refused(f"the workbook is damaged ({part}: {fault}).") from None
    return open_nodes[0].children[0]


def _plain(name: str) -> str:
    space, _, local = name.rpartition(" ")
    if not space or space in _MAIN:
        return local
    return f"r:{local}" if space.endswith("/relationships") else name


def with_attribute(element: bytes, name: str, value: str | None) -> bytes:
    """An element with an attribute of its opening tag set, or without it; all else as it stands."""
    opening = _TAG.match(element)
    assert opening is not None
    tag, rest = opening[0], element[opening.end() :]
    found = re.search(rb"""\s+%s\s*=\s*(?:"[^"]*"|'[^']*')""" % name.encode(), tag)
    new = b"" if value is None else f' {name}="{value}"'.encode()
    if found:
        return tag[: found.start()] + new + tag[found.end() :] + rest
    end = len(tag) - (2 if tag.endswith(b"/>") else 1)
    return tag[:end].rstrip() + new + tag[end:] + rest


def spliced(data: bytes, splices: Iterable[tuple[int, int, bytes]]) -> bytes:
    """The bytes with each stretch from, to replaced; of those at one place the first stands first."""
    out, at = [], 0
    for start, end, new in sorted(splices, key=lambda splice: splice[:2]):
        out += [data[at:start], new]
        at = end
    return b"".join([*out, data[at:]])
