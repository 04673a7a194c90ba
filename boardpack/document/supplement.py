"""The words of a supplement: what it is, and why it was sent."""

from dataclasses import dataclass

from boardpack.analysis.changes import Late
from boardpack.words import plural_words, sentence


@dataclass(frozen=True, slots=True)
class SupplementView:
    """A supplement as its template names it: its number, the pack that it belongs to, its sentence."""

    number: int
    version: int
    told: str

    @classmethod
    def of(cls, late: Late) -> "SupplementView":
        """What is told of these late papers."""
        count = len(late.papers)
        came = plural_words(count, "paper that came", "papers that came")
        told = f"{sentence(came)} after version {late.version} of the pack was issued."
        return cls(late.number, late.version, told)
