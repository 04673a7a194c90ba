"""What the tags of a text name: every expression is followed through the types of the values."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from types import GenericAlias
from typing import Any

from jinja2 import nodes
from jinja2.runtime import LoopContext

from boardpack.deckcheck.asked import Unknown, unknown
from boardpack.deckcheck.said import attribute, begins, dotted
from boardpack.deckcheck.tags import ANYTHING
from boardpack.document.schema import CALLS, Schema, fields_of, item_of, kinds_of
from boardpack.near import nearest
from boardpack.renderers.slides.expressions import ENVIRONMENT

ANY: Any = Any
Scope = dict[str, Any]
_SAME_LIST = {"sort", "list", "reverse", "unique", "selectattr", "rejectattr", "select", "reject"}
_FORGIVING = {"defined", "undefined", "default", "d"}


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong in the tag on a line: `what` is name, filter, test, list, chart or table."""

    line: int
    what: str
    name: str
    meant: str | None


def scope_of(schema: Schema) -> Scope:
    """What every slide may name."""
    return {**schema.values, ANYTHING: ANY, **dict.fromkeys(CALLS, ANY)}


@dataclass(slots=True)
class Walk:
    """A walk through the tags of one text.

    `used` are the names that were read, `things` the charts and tables: `table decisions`.
    """

    schema: Schema
    faults: list[Fault] = field(default_factory=list)
    used: set[str] = field(default_factory=set)
    things: set[str] = field(default_factory=set)

    def text(self, source: str, scope: Mapping[str, Any]) -> None:
        """Follow every tag of a template."""
        self._body(ENVIRONMENT.parse(source).body, dict(scope))

    def value(self, source: str, scope: Mapping[str, Any]) -> Any:
        """The type of an expression by itself."""
        (output,) = ENVIRONMENT.parse(f"{{{{ {source} }}}}").body
        assert isinstance(output, nodes.Output)
        return self._type(output.nodes[0], dict(scope))

    def item(self, source: str, scope: Mapping[str, Any]) -> Any:
        """The type of the items of an expression that names a list."""
        return self._item(self.value(source, scope), 1, source)

    def _body(self, body: Iterable[nodes.Node], scope: Scope) -> None:
        for node in body:
            match node:
                case nodes.For():
                    self._loop(node, scope)
                case nodes.Assign(target=target, node=value):
                    _bind(target, self._type(value, scope), scope)
                case nodes.AssignBlock(target=target):
                    self._body(node.body, scope)
                    _bind(target, str, scope)
                case nodes.Macro() | nodes.CallBlock() | nodes.With():
                    self._inner(node, scope)
                case nodes.If():
                    self._type(node.test, scope)
                    self._body([*node.body, *node.elif_, *node.else_], scope)
                case nodes.FilterBlock():
                    self._type(node.filter, scope)
                    self._body(node.body, dict(scope))
                case _:
                    for part in node.iter_child_nodes():
                        self._type(part, scope)

    def _loop(self, node: nodes.For, scope: Scope) -> None:
        listed = self._type(node.iter, scope)
        inner = {**scope, "loop": LoopContext}
        _bind(node.target, self._item(listed, node.lineno, dotted(node.iter) or "that"), inner)
        if node.test is not None:
            self._type(node.test, inner)
        self._body(node.body, inner)
        self._body(node.else_, dict(scope))

    def _inner(self, node: nodes.Macro | nodes.CallBlock | nodes.With, scope: Scope) -> None:
        inner = dict(scope)
        if isinstance(node, nodes.With):
            for target, value in zip(node.targets, node.values, strict=True):
                _bind(target, self._type(value, scope), inner)
        else:
            for target in node.args:
                _bind(target, ANY, inner)
            for default in node.defaults:
                self._type(default, scope)
        if isinstance(node, nodes.Macro):
            scope[node.name] = inner[node.name] = ANY
        if isinstance(node, nodes.CallBlock):
            self._type(node.call, scope)
        self._body(node.body, inner)

    def _type(self, node: nodes.Node, scope: Scope) -> Any:
        match node:
            case nodes.Name():
                return self._name(node, scope, node.name)
            case nodes.Getattr():
                return self._field(node, node.attr, scope)
            case nodes.Getitem(arg=nodes.Const(value=str() as attr)):
                return self._field(node, attr, scope)
            case nodes.Getitem():
                self._type(node.arg, scope)
                item = item_of(self._type(node.node, scope))
                return ANY if item is None or isinstance(node.arg, nodes.Slice) else item
            case nodes.Call():
                return self._call(node, scope)
            case nodes.Filter():
                return self._filter(node, scope)
            case nodes.Test():
                self._test(node, scope)
                return bool
            case nodes.Const():
                return type(node.value)
            case nodes.CondExpr():
                self._type(node.test, scope)
                both = [self._type(node.expr1, scope)]
                both += [] if node.expr2 is None else [self._type(node.expr2, scope)]
                return both[0] if len({repr(one) for one in both}) == 1 else ANY
            case _:
                for part in node.iter_child_nodes():
                    self._type(part, scope)
                return str if isinstance(node, nodes.Concat) else ANY

    def _name(self, node: nodes.Name, scope: Scope, whole: str) -> Any:
        self.used.add(node.name)
        if node.name in scope:
            return scope[node.name]
        if node.name not in ENVIRONMENT.globals:
            known = [*scope, *(f"{name}.{one}" for name in scope for one in fields_of(scope[name]))]
            meant = nearest(whole, known) or nearest(node.name, scope)
            self._fault(node, "name", node.name, meant)
        return ANY

    def _field(self, node: nodes.Getattr | nodes.Getitem, attr: str, scope: Scope) -> Any:
        if isinstance(node.node, nodes.Name):
            owner = self._name(node.node, scope, f"{node.node.name}.{attr}")
        else:
            owner = self._type(node.node, scope)
        return self._member(owner, attr, node)

    def _member(self, owner: Any, attr: str, node: nodes.Node) -> Any:
        """The type of a field; a field that there is not is a fault."""
        kinds = [getattr(kind, "__origin__", kind) for kind in kinds_of(owner)]
        if not _is_known(kinds):
            return ANY
        fields = fields_of(owner)
        if attr in fields:
            return fields[attr]
        known = {one for kind in kinds for one in dir(kind) if not one.startswith("_")}
        if attr not in known:
            self._fault(node, "name", attr, nearest(attr, fields or known))
        return ANY

    def _call(self, node: nodes.Call, scope: Scope) -> Any:
        called = node.node.name if isinstance(node.node, nodes.Name) else ""
        self._type(node.node, scope)
        for part in (*node.args, *(one.value for one in node.kwargs)):
            self._type(part, scope)
        if called not in CALLS or called not in scope:
            return ANY
        if node.args:
            name, whole = begins(node.args[0])
            self.things.add(f"{called} {name}")
            if name and (lost := unknown(self.schema, called, name, whole=whole)):
                self._fault_of(node, lost)
        return CALLS[called]

    def _filter(self, node: nodes.Filter, scope: Scope) -> Any:
        given = ANY
        if node.node is not None:
            forgiven = node.name in _FORGIVING
            given = self._forgiving(node.node, scope) if forgiven else self._type(node.node, scope)
        for part in (*node.args, *(one.value for one in node.kwargs)):
            self._type(part, scope)
        if node.name not in ENVIRONMENT.filters:
            self._fault(node, "filter", node.name, nearest(node.name, ENVIRONMENT.filters))
            return ANY
        item = item_of(given)
        named = attribute(node)
        if item is not None and named:
            of_item = item
            for attr in named.split("."):
                of_item = self._member(of_item, attr, node)
            if node.name == "map":
                return GenericAlias(tuple, (of_item, ...))
        if node.name in _SAME_LIST:
            return given
        if node.name in {"first", "last"} and item is not None:
            return item
        return {"length": int, "count": int, "join": str, "upper": str}.get(node.name, ANY)

    def _test(self, node: nodes.Test, scope: Scope) -> None:
        if node.name in _FORGIVING:
            self._forgiving(node.node, scope)
        else:
            self._type(node.node, scope)
        for part in node.args:
            self._type(part, scope)
        if node.name not in ENVIRONMENT.tests:
            self._fault(node, "test", node.name, nearest(node.name, ENVIRONMENT.tests))

    def _forgiving(self, node: nodes.Node, scope: Scope) -> Any:
        """The type of what need not be there: `x is defined`, `x|default("")`."""
        before = len(self.faults)
        found = self._type(node, scope)
        del self.faults[before:]
        return found

    def _item(self, listed: Any, line: int, name: str) -> Any:
        item = item_of(listed)
        kinds = kinds_of(listed)
        if item is None and _is_known(kinds):
            self.faults.append(Fault(line, "list", name, None))
        return ANY if item is None else item

    def _fault(self, node: nodes.Node, what: str, name: str, meant: str | None) -> None:
        self.faults.append(Fault(node.lineno, what, name, meant))

    def _fault_of(self, node: nodes.Node, lost: Unknown) -> None:
        self._fault(node, lost.what, lost.name, lost.meant)


def _is_known(kinds: Iterable[Any]) -> bool:
    """Whether these types tell what a value has; Any is a class of its own since Python 3.11."""
    told = [*kinds]
    return bool(told) and all(isinstance(one, type) and one not in {Any, object} for one in told)


def _bind(target: nodes.Node, kind: Any, scope: Scope) -> None:
    """Give the names on the left of a loop or a `set` their type."""
    if isinstance(target, nodes.Name):
        scope[target.name] = kind
    for inner in target.find_all(nodes.Name):
        scope[inner.name] = ANY
