"""Layers that are switched off: what they hold is taken out, so that no copy of a page can show it."""

from dataclasses import dataclass, field

import pikepdf

from boardpack.read.papers.content import decoded
from boardpack.read.papers.opening import ODDITIES
from boardpack.read.papers.resources import Seen, entries, forms_within

_PAINTED = {"S", "s", "f", "F", "f*", "B", "B*", "b", "b*"}
_DROPPED = {"Tj", "TJ", "sh", "INLINE IMAGE", "Do"}
_NO_PAINT = pikepdf.ContentStreamInstruction([], pikepdf.Operator("n"))


_DEEPEST = 20


@dataclass(slots=True)
class Layers:
    """The groups of a paper that are switched off."""

    off: set[tuple[int, int]] = field(default_factory=set)

    def hides(self, thing: object) -> bool:
        """Whether a group, or what is said of several groups, is not to be seen."""
        if not isinstance(thing, (pikepdf.Dictionary, pikepdf.Stream)):
            return False
        if thing.get("/Type") != "/OCMD":
            return thing.objgen in self.off
        if isinstance(thing.get("/VE"), pikepdf.Array):
            return not self._shows(thing.VE)
        told = thing.get("/OCGs")
        groups = list(told) if isinstance(told, pikepdf.Array) else [told] if told else []
        hidden = [group.objgen in self.off for group in groups if group is not None]
        match str(thing.get("/P", "/AnyOn")):
            case "/AllOn":
                return any(hidden)
            case "/AnyOff":
                return not any(hidden)
            case "/AllOff":
                return not all(hidden)
            case _:
                return bool(hidden) and all(hidden)

    def _shows(self, told: object, depth: int = 0) -> bool:
        """Whether an expression of groups (ISO 32000-1, 8.11.2.2) is true; a tangled one is not."""
        if not isinstance(told, pikepdf.Array):
            return isinstance(told, pikepdf.Dictionary) and told.objgen not in self.off
        if depth > _DEEPEST or not len(told):
            return False
        shown = [self._shows(one, depth + 1) for one in list(told)[1:]]
        match str(told[0]):
            case "/And":
                return all(shown)
            case "/Or":
                return any(shown)
            case "/Not":
                return not any(shown)
            case _:
                return False


def layers_of(pdf: pikepdf.Pdf) -> Layers:
    """The groups that the file switches off when it is opened."""
    try:
        told = pdf.Root.OCProperties
        state = told.get("/D", pikepdf.Dictionary())
        off = {group.objgen for group in state.get("/OFF", [])}
        if state.get("/BaseState") == "/OFF":
            shown = {group.objgen for group in state.get("/ON", [])}
            off |= {group.objgen for group in told.get("/OCGs", [])} - shown
    except ODDITIES:
        return Layers()
    return Layers(off)


def take_out(pdf: pikepdf.Pdf, layers: Layers) -> None:
    """Every page and form without what the layers hide."""
    seen = Seen()
    for page in pdf.pages:
        forms = list(forms_within(page.obj, seen))
        page.obj.Contents = pdf.make_stream(_without(page.obj, page, layers))
        for form in forms:
            form.write(_without(form, form, layers))


def _without(holder: pikepdf.Object, code: pikepdf.Page | pikepdf.Stream, layers: Layers) -> bytes:
    """Code without what is painted in a hidden layer. All else of it stays, as later code builds on it."""
    groups = {name: group for name, group in entries(holder, "/Properties") if layers.hides(group)}
    drawn = {name for name, thing in entries(holder, "/XObject") if layers.hides(thing.get("/OC"))}
    if not groups and not drawn:
        return _plain(code)
    kept = []
    open_parts: list[bool] = []
    for instruction in pikepdf.parse_content_stream(code):
        name, operands = str(instruction.operator), instruction.operands
        if name in {"BDC", "BMC"}:
            tag = [str(operand) for operand in operands]
            open_parts.append(tag[:1] == ["/OC"] and tag[-1] in groups)
        elif name == "EMC" and open_parts:
            open_parts.pop()
        if name == "Do" and str(operands[0]) in drawn:
            continue
        if not any(open_parts) or name not in _PAINTED | _DROPPED | {"'", '"'}:
            kept.append(instruction)
        elif name in _PAINTED:
            kept.append(_NO_PAINT)
    return pikepdf.unparse_content_stream(kept)


def _plain(code: pikepdf.Page | pikepdf.Stream) -> bytes:
    if isinstance(code, pikepdf.Stream):
        return decoded(code)[0]
    told = code.obj.get("/Contents")
    parts = list(told) if isinstance(told, pikepdf.Array) else [told]
    return b"\n".join(decoded(part)[0] for part in parts if isinstance(part, pikepdf.Stream))
