"""What was seen in a paper, as findings."""

from collections.abc import Iterable, Iterator

from boardpack.findings import Finding, FindingKind
from boardpack.model.source import Source
from boardpack.read.papers import faults
from boardpack.read.papers.facts import Facts
from boardpack.read.papers.notes import FILE
from boardpack.read.papers.opening import MEGABYTE, Opened
from boardpack.words import plural

_LONG, _LARGE = 200, 20 * MEGABYTE
_NAMED = 5
_PAIR = 2


def findings_of(source: Source, paper: Opened, facts: Facts, size: int) -> Iterator[Finding]:
    """Everything that someone should know of a paper that is in the pack."""
    if paper.pdf.is_encrypted and not paper.password:
        yield faults.RESTRICTED.at(source)
    if paper.repaired:
        yield faults.REPAIRED.at(source, pages=_were(facts.count))
    elif facts.pages_lost:
        yield faults.PAGES_LOST.at(source, pages=plural(facts.count, "page"))
    for why, numbers in facts.left_out.items():
        yield faults.PAGES_LEFT_OUT.at(source, which=pages(numbers), why=why)
    yield from _of_pages(source, facts)
    yield from _of_what_lay_on_top(source, facts)
    if facts.count > _LONG:
        yield faults.MANY_PAGES.at(source, count=f"{facts.count:,}")
    if size > _LARGE:
        yield faults.LARGE.at(source, size=size // MEGABYTE)
    if facts.fonts:
        yield faults.FONTS.at(source, fonts=_some(sorted(facts.fonts)))
    if not facts.tagged:
        yield faults.NOT_TAGGED.at(source)


def _of_pages(source: Source, facts: Facts) -> Iterator[Finding]:
    kinds: tuple[tuple[FindingKind, list[int]], ...] = (
        (faults.INCOMPLETE, facts.incomplete),
        (faults.SIZE_GUESSED, facts.without_size),
        (faults.ODD_TURN, facts.odd_turn),
        (faults.BLANK, facts.blank),
        (faults.COVERED, facts.covered),
        (faults.NO_WORDS, facts.without_words),
    )
    for kind, numbers in kinds:
        if numbers:
            yield kind.at(source, which=pages(numbers))


def _of_what_lay_on_top(source: Source, facts: Facts) -> Iterator[Finding]:
    if facts.answers_lost:
        answers = plural(facts.answers_lost, "answer")
        yield faults.ANSWERS_LOST.at(source, answers=answers)
    elif facts.fields:
        yield faults.FORM.at(source, fields=plural(facts.fields, "field"))
    if facts.signed:
        yield faults.SIGNED.at(source)
    dropped = [plural(count, what) for what, count in facts.dropped.items() if count]
    if facts.attached:
        # An attachment may be named in the list of the file and lie on a page as well.
        dropped = [one for one in dropped if not one.endswith((FILE, f"{FILE}s"))]
        files = plural(len(facts.attached), FILE)
        dropped.append(f"{files} ({_some(facts.attached)})")
    if dropped:
        yield faults.DROPPED.at(source, what=", ".join(dropped))
    if facts.layers:
        yield faults.LAYERS.at(source)


def pages(numbers: Iterable[int]) -> str:
    """`Page 2 is`, `Pages 1, 3 to 5 and 9 are`: the beginning of a sentence."""
    runs: list[list[int]] = []
    for number in sorted(set(numbers)):
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    told: list[str] = []
    for run in runs:
        told += map(str, run) if len(run) <= _PAIR else [f"{run[0]} to {run[-1]}"]
    if len(told) == 1 and told[0].isdecimal():
        return f"Page {told[0]} is"
    return f"Pages {' and '.join(filter(None, [', '.join(told[:-1]), told[-1]]))} are"


def _were(count: int) -> str:
    return f"{plural(count, 'page')} {'was' if count == 1 else 'were'}"


def _some(names: list[str]) -> str:
    """The first of some names, cut to a length that fits a sentence, and how many more there are."""
    shown = [name[:60] for name in names[:_NAMED]]
    more = len(names) - len(shown)
    return ", ".join(shown) + (f" and {more} more" if more > 0 else "")
