"""What the parts of an expression say by themselves."""

from jinja2 import nodes

_OF_FIELD = {"map", "sort", "sum", "groupby", "unique", "min", "max", "join"}
"""Filters that can be told a field of each item."""


def begins(node: nodes.Node) -> tuple[str, bool]:
    """How the name of a chart or a table begins, and whether that is the whole of it."""
    match node:
        case nodes.Const(value=str() as name):
            return name, True
        case nodes.Concat(nodes=[nodes.Const(value=str() as name), *_]):
            return name, False
        case nodes.Add(left=left):
            return begins(left)[0], False
        case _:
            return "", False


def attribute(node: nodes.Filter) -> str:
    """The field of each item that a filter asks for."""
    if node.name in {"selectattr", "rejectattr"} and node.args:
        asked: nodes.Expr | None = node.args[0]
    elif node.name in _OF_FIELD:
        asked = next((one.value for one in node.kwargs if one.key == "attribute"), None)
    else:
        asked = None
    return asked.value if isinstance(asked, nodes.Const) and isinstance(asked.value, str) else ""


def dotted(node: nodes.Node) -> str:
    """`board.name`, as far as an expression is names alone."""
    match node:
        case nodes.Name():
            return node.name
        case nodes.Getattr():
            return f"{dotted(node.node)}.{node.attr}"
        case _:
            return ""
