"""Whether a finished deck is sound: what makes PowerPoint offer a repair, looked for in the bytes."""

from pathlib import Path

from boardpack.errors import BrokenDeck
from boardpack.renderers.slides.integrity.access import access_faults
from boardpack.renderers.slides.integrity.charts import chart_faults
from boardpack.renderers.slides.integrity.fault import Fault
from boardpack.renderers.slides.integrity.parts import Parts, package_faults, zip_faults
from boardpack.renderers.slides.integrity.slides import slide_faults

__all__ = ["Fault", "barriers", "faults", "refuse_broken"]


def faults(data: bytes) -> list[Fault]:
    """What is wrong with a deck, in the order of its parts."""
    parts = Parts.of(data)
    return [
        *zip_faults(data),
        *package_faults(parts),
        *slide_faults(parts),
        *chart_faults(parts),
    ]


def barriers(data: bytes) -> list[Fault]:
    """What keeps some people from reading a deck, in the order of its parts."""
    return list(access_faults(Parts.of(data)))


def refuse_broken(data: bytes, template: Path) -> None:
    """Raise where the deck has a kind of fault that its template does not have."""
    found = faults(data)
    if not found:
        return
    known = {fault.rule for fault in faults(template.read_bytes())}
    ours = [str(fault) for fault in found if fault.rule not in known]
    if ours:
        raise BrokenDeck(ours)
