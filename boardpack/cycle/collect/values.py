"""Values that a cell can have only one of: when two are the same, and how one is written."""

from collections import Counter
from collections.abc import Iterable
from datetime import date

from boardpack.cycle.collect.given import AnswerField, Given
from boardpack.folded import folded
from boardpack.model.plan import Action, Rating
from boardpack.read.due import read_due
from boardpack.read.grid import Cell
from boardpack.read.ratings import is_rating, read_rating

_MEANS_A_DAY = {"day", "month"}


def rating_of(text: str) -> Rating | None:
    """The rating that a cell's text says."""
    return read_rating(Cell(1, 1, text or None)).rating


def answered_rating(text: str) -> Rating | None:
    """The rating that an answer names, where it names one and says nothing else."""
    said = text.strip()
    is_plain = said.replace(" ", "").isalpha()
    return rating_of(said) if is_plain and (said.isalpha() or is_rating(said)) else None


def value_of(field: AnswerField, text: str) -> str:
    """What a text means in a column, so that two texts of one meaning are equal.

    Words beside a date or a rating are a part of what it means.
    """
    if field == "rating":
        rating = answered_rating(text)
        return rating.value if rating else folded(text)
    if field == "due":
        due, dates = read_due(Cell(1, 1, text or None))
        is_alone = len(dates) == 1 and dates[0].text.strip() == text.strip()
        if due.date and due.kind in _MEANS_A_DAY and is_alone:
            return due.date.isoformat()
    return folded(text)


def means(given: Given) -> tuple[str, ...]:
    """What an answer can mean: a date that may be read in two ways means two things."""
    if given.field == "due" and given.day:
        days = (given.day, given.other_day)
        return tuple(dict.fromkeys(day.isoformat() for day in days if day))
    return (value_of(given.field, given.text),)


def shown(field: AnswerField, value: str, given: Given) -> str:
    """A meaning as it is shown to the manager."""
    if field == "due" and given.day:
        return f"{date.fromisoformat(value):%d/%m/%Y}"
    return given.text.strip()


def spelled(rating: Rating, actions: Iterable[Action]) -> str:
    """The rating as the ratings of a sheet are written: by its own cells, else in their case."""
    texts = Counter(
        action.rating_text.strip()
        for action in actions
        if action.rating_text and action.rating and _is_one_word(action.rating_text)
    )
    own = {text: count for text, count in texts.items() if rating_of(text) is rating}
    if own:
        return min(own, key=lambda text: (-own[text], text))
    words = Counter({text: count for text, count in texts.items() if rating_of(text)})
    usual = min(words, key=lambda text: (-words[text], text), default=rating.word)
    word = rating.word[0] if len(usual) == 1 else rating.word
    if usual.isupper():
        return word.upper()
    return word.lower() if usual.islower() else word


def _is_one_word(text: str) -> bool:
    """Whether a rating's text says it once, as `Amber/Red` and `Red, was Green` do not."""
    return text.strip().isalpha()
