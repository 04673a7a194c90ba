"""The rating cell: a word, a letter, a status word, or a fill colour alone."""

import colorsys
import re
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Literal

from boardpack.model.plan import Rating
from boardpack.read.grid import Cell

_WORDS = {rating.value: rating for rating in Rating} | {
    "b": Rating.BLUE,
    "r": Rating.RED,
    "a": Rating.AMBER,
    "g": Rating.GREEN,
    "amb": Rating.AMBER,
    "grn": Rating.GREEN,
    "bleu": Rating.BLUE,
}
_STATUS_FORMS = (
    (Rating.RED, r"(?:in progress |open |ongoing )?(?:overdue|off (?:track|target|schedule)|(?:significantly )?(?:delayed|behind)|late|slipp(?:ed|ing)|missed|(?:significant|major|serious) (?:concern|issue|risk)s?)\b"),
    (Rating.AMBER, r"(?:in progress |open |ongoing )?(?:at risk|(?:some|moderate|minor) (?:delay|concern|slippage|issue|risk)s?|(?:slight|minor)(?:ly)? (?:delay|concern|slippage|behind)\w*)\b"),
    (Rating.GREEN, r"(?:in progress |open |ongoing )?(?:no (?:concern|issue)s?|on (?:track|target|schedule|time)|ahead of schedule|(?:progressing|proceeding) (?:well|to plan|as planned))\b"),
    (Rating.BLUE, r"(?:fully |now |action |actions |task )?(?:complet(?:ed?|ion)|closed|done|implemented|achieved|delivered|finished|resolved|discharged|met)\b(?!.*(?:\d|\?|\bpart|\bnot\b|delay|expected|\bby\b))"),
)  # fmt: skip
"""Status words of other trackers, as a rating cell opens with them: `In progress (on schedule)`."""
_STATUSES = tuple((rating, re.compile(form)) for rating, form in _STATUS_FORMS)
_NUMBERED = re.compile(r"(?:\d\s*[.):-]\s*|(?:b?rag|status)\s*:\s*)(?=\w)", re.IGNORECASE)
"""What a list of choices puts before its words: `2 - On track`, `RAG: G`."""
_NO_RATING = frozenset(
    {
        "open", "in progress", "not started", "started", "ongoing", "on going", "pending", "on hold",
        "paused", "cancelled", "superseded", "withdrawn", "accepted", "not accepted", "under way",
        "underway", "new", "active", "live", "not due", "planned", "monitoring", "not yet due",
        "not yet started", "to do", "future task", "not commenced", "deferred", "in review",
        "n", "no", "partly", "partially implemented", "partially complete", "partly complete", "not implemented",
        "some progress", "good progress", "under control", "risk accepted", "rejected", "blocked",
    }
)  # fmt: skip
"""Words of other trackers that say how a thing stands and rate it neither well nor badly."""
_NEARLY = 0.8
"""How alike a cell has to be to the word of a rating."""
_LETTERS = re.compile(r"[brag](?:\s*[/\\&-]\s*[brag])+", re.IGNORECASE)
_EARLIER = re.compile(
    r"\b(?:was|were|previously|formerly|before|last (?:time|month|board|quarter))\b", re.IGNORECASE
)
_MOVES = re.compile(r"\b(?:to|now)\b|[>→➔]", re.IGNORECASE)
_RATING_WORD = re.compile(r"\b(blue|red|amber|green)\b", re.IGNORECASE)


_PALE, _DARK = 0.12, 0.25
"""A fill with less colour, or less light, than this is decoration."""
_HUES = (
    (Rating.RED, range(18)),
    (Rating.RED, range(340, 360)),
    (Rating.AMBER, range(18, 62)),
    (Rating.GREEN, range(75, 170)),
    (Rating.BLUE, range(180, 260)),
)
"""Degrees of the colour circle; Excel's yellow is an amber."""


@dataclass(frozen=True, slots=True)
class RatingRead:
    """A rating and how it was come by: `plain` as it should be written, `odd` in another form.

    `status` are words such as "In progress"; `unknown` are words that are no rating; an error of Excel is told elsewhere and counts as `empty`.
    """

    rating: Rating | None
    text: str | None
    how: Literal["plain", "odd", "fill", "status", "unknown", "empty"]


_DONE = frozenset({"y", "yes", "✓", "✔", "x"})


def read_done(cell: Cell | None) -> RatingRead:
    """What a cell says in a column that asks whether a thing is done: `Y` is Blue, and the rest as a rating."""
    text = cell.text.strip() if cell else ""
    if re.split(r"\W", text.casefold(), maxsplit=1)[0] in _DONE or text in _DONE:
        return RatingRead(Rating.BLUE, text, "odd")
    return read_rating(cell)


def read_rating(cell: Cell | None, beside: str | None = None) -> RatingRead:
    """What the cell says; `beside` is the fill of the cell next to it, which is no rating."""
    text = cell.text.strip() if cell else ""
    if cell and text and cell.has_no_result:
        return RatingRead(None, text, "empty")
    if not text:
        by_fill = rating_of_fill(cell.fill) if cell and cell.fill and cell.fill != beside else None
        return RatingRead(by_fill, None, "fill" if by_fill else "empty")
    said = _NUMBERED.sub("", text, count=1)
    plain = _WORDS.get(said.casefold())
    if plain:
        return RatingRead(plain, text, "plain" if text == plain.word else "odd")
    named = _named_now(said)
    if named:
        worst = next(rating for rating in Rating if rating in named)
        return RatingRead(worst, text, "odd")
    status = _of_status(said) or _misspelt(said)
    if status is None and says_how_it_stands(text):
        return RatingRead(None, text, "status")
    return RatingRead(status, text, "odd" if status else "unknown")


def _of_status(text: str) -> Rating | None:
    """The worst of the statuses that a text names, as `On track / delayed` names two."""
    parts = [_spaced(part) for part in re.split(r"[/;]|\bbut\b", text)]
    found = {r for part in parts for r, form in _STATUSES if form.match(part)}
    return next((rating for rating in Rating if rating in found), None)


def _misspelt(text: str) -> Rating | None:
    """The rating whose word a cell nearly is: `Ambr`, `Grren`."""
    near = get_close_matches(text.casefold(), ("amber", "green", "blue", "yellow"), 1, _NEARLY)
    return {"yellow": Rating.AMBER}.get(near[0]) or Rating(near[0]) if near else None


def is_rating(text: str) -> bool:
    """Whether a text by itself is a rating or a status, in any of the forms that are read."""
    plain = _spaced(text)
    return plain in _WORDS or plain in _NO_RATING or _of_status(text) is not None


def says_how_it_stands(text: str | None) -> bool:
    """Whether a rating cell holds a status such as "In progress", which is no rating and no gap."""
    return text is not None and _spaced(_NUMBERED.sub("", text, count=1)) in _NO_RATING


def _spaced(text: str) -> str:
    return re.sub(r"[\s()–—,:-]+", " ", text.casefold()).strip()


def _named_now(text: str) -> set[Rating]:
    """The ratings that a text names: after `Red to`, before `was Red`, and both in `Amber/Red`."""
    if _LETTERS.fullmatch(text):
        return {_WORDS[letter.casefold()] for letter in re.findall("[a-z]", text, re.IGNORECASE)}
    last = next((part for part in reversed(_MOVES.split(text)) if _RATING_WORD.search(part)), "")
    before = _EARLIER.split(last, maxsplit=1)[0]
    return {
        Rating(word.lower()) for word in _RATING_WORD.findall(before) or _RATING_WORD.findall(last)
    }


def rating_of_fill(fill: str) -> Rating | None:
    """The rating that a fill `RRGGBB` means by its hue; pale and grey fills mean none."""
    red, green, blue = (int(fill[i : i + 2], 16) / 255 for i in (0, 2, 4))
    hue, saturation, value = colorsys.rgb_to_hsv(red, green, blue)
    degrees = hue * 360
    if saturation < _PALE or value < _DARK:
        return None
    return next((rating for rating, hues in _HUES if round(degrees) % 360 in hues), None)
