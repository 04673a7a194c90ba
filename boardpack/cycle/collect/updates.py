"""Updates to the diary of a row: each is put in once, marked where others were asked as well."""

from datetime import date

from boardpack.cycle.collect import faults
from boardpack.cycle.collect.diary import Entry as Said
from boardpack.cycle.collect.diary import Manner, entries_of, holdings, manner
from boardpack.cycle.collect.given import NAMES, Given
from boardpack.cycle.collect.ledger import Entry
from boardpack.cycle.collect.making import Merge, Round, Spot, Write
from boardpack.cycle.commission.workbook import NO_UPDATE
from boardpack.folded import folded

_NOTHING = NO_UPDATE.casefold()
_TELLING = 15
"""Letters of a text that is hardly said twice by chance."""


def merge_updates(spot: Spot, around: Round, made: Merge) -> None:
    """Adds each update that the diary does not have, oldest first."""
    new: list[tuple[date, Given, tuple[Said, ...]]] = []
    seen: set[tuple[str, str]] = set()
    for given in spot.given:
        if folded(given.text) == _NOTHING:
            made.close([given], "unchanged")
            continue
        entries = _entries(given, spot, around.today)
        if around.ledger.has(spot.keys, "progress", given.lead, given.text, given.sha256):
            made.close([given], "accepted before")
            continue
        fresh = tuple(
            one
            for one in entries
            if not _is_there(one, given, spot) and (given.lead, _words(one)) not in seen
        )
        if not fresh:
            _tell_there(given, made)
            continue
        seen |= {(given.lead, _words(one)) for one in fresh}
        new.append((min(one.day or around.today for one in fresh), given, fresh))
    if new:
        _write(spot, around, sorted(new, key=lambda one: one[0]), made)


def _entries(given: Given, spot: Spot, today: date) -> tuple[Said, ...]:
    """The entries of an answer; of one that was written into the plan, those that are new to it."""
    if not given.in_plan:
        return entries_of(given.text, today)
    # Line by line, for a line that was typed below another's entry has no date of its own.
    lines = [line for line in given.text.splitlines() if not _is_known(line, given, spot)]
    parts = entries_of("\n".join(lines), today) if lines else ()
    return tuple(part for part in parts if not _is_known(part.text, given, spot))


def _is_known(words: str, given: Given, spot: Spot) -> bool:
    """Whether the diary says this now or said it when it was sent, whatever the day and whose it is."""
    wanted = folded(words)
    diaries = (spot.said, given.row.values.get("progress", ""))
    if len(wanted) >= _TELLING:
        return any(wanted in folded(diary) for diary in diaries)
    lines = {folded(line) for diary in diaries for line in diary.splitlines()}
    return wanted in lines or any(holdings(diary, words) for diary in diaries)


def _words(entry: Said) -> str:
    return f"{entry.day or ''} {folded(entry.text)}"


def _is_there(entry: Said, given: Given, spot: Spot) -> bool:
    """Whether the diary has the entry by now: with its own day, or put in since the row was sent.

    "On track." without a day is another update each time, though the diary had it before.
    """
    if given.in_plan:
        return _is_known(entry.text, given, spot)
    sent = given.row.values.get("progress", "")
    if len(folded(entry.text)) >= _TELLING and folded(entry.text) == folded(sent):
        return True  # the whole of what was shown, copied
    forms = (entry.text, _marked(entry.text, given, spot))
    if entry.day:
        return any(holdings(spot.said, form, entry.day) for form in forms)
    return any(holdings(spot.said, form) > holdings(sent, form) for form in forms)


def _tell_there(given: Given, made: Merge) -> None:
    made.findings.append(
        faults.ALREADY_THERE.at(
            given.source,
            objective=given.row.objective,
            ref=given.row.ref,
            field=NAMES["progress"],
            text=given.text,
        )
    )
    made.close([given], "in the plan")


def _marked(text: str, given: Given, spot: Spot) -> str:
    """The words with whose they are, where the row was asked of others, too, or not of this lead."""
    asked = spot.shared.get(given.row.key, frozenset())
    return text if asked == {given.lead} else f"{given.lead}: {text}"


def _write(
    spot: Spot, around: Round, new: list[tuple[date, Given, tuple[Said, ...]]], made: Merge
) -> None:
    others = [a.progress for a in around.master.plan.actions if a.sheet == spot.action.sheet]
    how: Manner = manner(spot.said, others)
    before, ledger, added = spot.now, list[Entry](), list[str]()
    for _, given, entries in new:
        texts = [
            how.entry(one.day or around.today, _marked(one.text, given, spot))
            for one in sorted(entries, key=lambda one: one.day or around.today)
        ]
        after = how.joined(before, texts)
        ledger.append(Entry(spot.change(given, before, after, around.today), given.text))
        before = after
        added += texts
    made.writes.append(
        Write(
            spot.action.sheet,
            spot.address,
            "progress",
            before,
            tuple(ledger),
            added=how.joined("", added),
            first=how.newest_first,
        )
    )
    made.close((given for _, given, _ in new), "accepted")
