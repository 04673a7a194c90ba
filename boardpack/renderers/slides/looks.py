"""How big text on a slide really is: sizes, fonts and indents come down from layout and master."""

from collections.abc import Iterator
from dataclasses import dataclass

from boardpack.renderers.slides.flow import Flow, Run
from boardpack.renderers.slides.inheritance import Ancestry, of
from boardpack.renderers.slides.xml import EMU, Element, child, children, every, name, read, safe

_DEFAULT_SIZE = 18.0
_PER_CENT = 100_000
_BULLETS = ("a:buNone", "a:buAutoNum", "a:buChar", "a:buBlip")
_FIRST_SIZE = 1.2  # what spacing in per cent is a share of, in ems


@dataclass(frozen=True, slots=True)
class _Letters:
    """The looks of a paragraph's letters where its runs say nothing else."""

    levels: list[Element]
    source: Ancestry

    def run(self, text: str, look: Element | None) -> Run:
        """A run with what it says itself, and the rest from its paragraph's level."""
        face = of(child(look, "a:latin"), "typeface") or self._face()
        return Run(
            text,
            int(self._said(look, "sz") or _DEFAULT_SIZE * 100) / 100,
            bold=self._said(look, "b") in {"1", "true"},
            italic=self._said(look, "i") in {"1", "true"},
            capitals=self._said(look, "cap") in {"all", "small"},
            spacing=int(self._said(look, "spc") or 0) / 100,
            font=self.source.font(face),
        )

    def _said(self, look: Element | None, key: str) -> str | None:
        own = of(look, key)
        if own:
            return own
        return next((s for one in self.levels if (s := of(child(one, "a:defRPr"), key))), None)

    def _face(self) -> str:
        faces = (of(child(one, "a:defRPr/a:latin"), "typeface") for one in self.levels)
        # The theme's usual font is what text boxes have behind all styles; a drawn shape may differ.
        return next((face for face in faces if face and face != "+mn-lt"), "") or self.source.usual


def flow(source: Ancestry, paragraph: Element) -> Flow:
    """The paragraph as it will be set at its full size."""
    own = child(paragraph, "a:pPr")
    depth = int(own.get("lvl", "0")) if own is not None else 0
    levels = [*([own] if own is not None else []), *source.level(depth)]
    letters = _Letters(levels, source)
    runs = tuple(_runs(paragraph, letters))
    end = letters.run("", child(paragraph, "a:endParaRPr")).size
    biggest = max((run.size for run in runs), default=end)
    line, exact = _spacing(levels, "a:lnSpc", biggest, of_line=True)
    bullet = _bullet(levels)
    first = _number(levels, "indent") / EMU
    return Flow(
        runs,
        depth,
        left=_number(levels, "marL") / EMU,
        first=_after_bullet(first, biggest) if bullet is not None else first,
        right=_number(levels, "marR") / EMU,
        before=_spacing(levels, "a:spcBef", biggest)[0],
        after=_spacing(levels, "a:spcAft", biggest)[0],
        line=line,
        exact=exact,
        empty=end,
        tabs=_tabs(levels),
        numbering=_numbering(bullet),
    )


def set_sizes(paragraph: Element, one: Flow, scale: float) -> None:
    """Write on the paragraph's runs the sizes of their flow, at this scale."""
    kinds = {name("a:r"), name("a:br"), name("a:fld")}
    runs = [element for element in paragraph if element.tag in kinds]
    for element, run in zip(runs, one.runs, strict=True):
        look = child(element, "a:rPr")
        if look is None:
            look = read("<a:rPr/>")
            element.insert(0, look)
        look.set("sz", str(int(run.size * scale * 100)))


def _after_bullet(first: float, size: float) -> float:
    """Where the first line begins behind its bullet: at the margin, or behind it if it does not hang."""
    return 0.0 if first < 0 else first + size


def _runs(paragraph: Element, letters: _Letters) -> Iterator[Run]:
    for element in children(paragraph, "*"):
        look = child(element, "a:rPr")
        if element.tag == name("a:br"):
            yield letters.run("\n", look)
        elif element.tag in {name("a:r"), name("a:fld")}:
            yield letters.run(safe("".join(t.text or "" for t in every(element, "a:t"))), look)


def _bullet(levels: list[Element]) -> Element | None:
    """The bullet or the number of the paragraph, if it has one."""
    for level in levels:
        for kind in _BULLETS:
            said = child(level, kind)
            if said is not None:
                return None if kind == "a:buNone" else said
    return None


def _numbering(bullet: Element | None) -> tuple[str, int] | None:
    if bullet is None or bullet.tag != name("a:buAutoNum"):
        return None
    return bullet.get("type", "arabicPeriod"), int(bullet.get("startAt", "1"))


def _tabs(levels: list[Element]) -> tuple[float, ...]:
    found = (children(level, "a:tabLst/a:tab") for level in levels)
    tabs = next((one for one in found if one), [])
    return tuple(sorted(int(tab.get("pos", "0")) / EMU for tab in tabs))


def _number(levels: list[Element], key: str) -> float:
    return float(next((value for one in levels if (value := one.get(key))), 0))


def _spacing(
    levels: list[Element], what: str, size: float, *, of_line: bool = False
) -> tuple[float, bool]:
    """Points and True, or for a line's pitch its share and False."""
    for level in levels:
        said = child(level, what)
        if said is None:
            continue
        points = child(said, "a:spcPts")
        if points is not None:
            return int(points.get("val", "0")) / 100, True
        share = child(said, "a:spcPct")
        if share is not None:
            part = _share(share.get("val", "0"))
            return (part, False) if of_line else (part * size * _FIRST_SIZE, True)
    return (1.0, False) if of_line else (0.0, True)


def _share(text: str) -> float:
    return float(text[:-1]) / 100 if text.endswith("%") else int(text) / _PER_CENT
