"""Points of a template's series that look or are labelled unlike the others."""

from collections.abc import Sequence

from boardpack.renderers.slides.xml import Element, child, children, read, remove


def repoint(series: Element, before: int, values: Sequence[float | None]) -> None:
    """Make what was special about the last point special about the new last one.

    `before` is how many points the template had. What lies beyond the data is taken out; what
    stands earlier keeps its place.
    """
    known = [place for place, value in enumerate(values) if value is not None]
    last = known[-1] if known else len(values) - 1
    if _labels_last_alone(series, before):
        _hide_all_but(series, last, len(values))
        return
    for path in ("c:dPt", "c:dLbls/c:dLbl"):
        found = {_place(one): one for one in children(series, path)}
        end = found.get(before - 1)
        if end is not None and len(found) < max(before, 2):
            if last in found and found[last] is not end:
                remove(found[last])
            _number(end).set("val", str(last))
        for one in children(series, path):
            if _place(one) >= len(values):
                remove(one)


def _number(special: Element) -> Element:
    found = child(special, "c:idx")
    assert found is not None
    return found


def _place(special: Element) -> int:
    return int(_number(special).get("val", "0"))


def _labels_last_alone(series: Element, before: int) -> bool:
    """Whether someone deleted every label but the last, which is how PowerPoint users label an end."""
    hidden = {
        _place(one)
        for one in children(series, "c:dLbls/c:dLbl")
        if child(one, "c:delete") is not None
    }
    return before > 1 and hidden == set(range(before - 1))


def _hide_all_but(series: Element, last: int, count: int) -> None:
    (labels,) = children(series, "c:dLbls")
    for one in children(labels, "c:dLbl"):
        if child(one, "c:delete") is not None:
            remove(one)
        else:
            _number(one).set("val", str(last))
    for place in (place for place in reversed(range(count)) if place != last):
        labels.insert(0, read(f'<c:dLbl><c:idx val="{place}"/><c:delete val="1"/></c:dLbl>'))
    for point in children(series, "c:dPt"):
        if _place(point) >= count:
            remove(point)
