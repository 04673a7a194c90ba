"""Ratings and statuses as letters with a shape: slides, unlike pages, have no drawings in text."""

from boardpack.model.plan import Rating

RATING_SHAPES = {Rating.RED: "■", Rating.AMBER: "▲", Rating.GREEN: "●", Rating.BLUE: "✓"}
STATUS_SHAPES = {
    "met": "✓", "close": "≈", "missed": "✗", "none": "–",
    "improvement": "●", "concern": "◆", "neutral": "■", "common-cause": "○",
    "pass": "✓", "fail": "✗", "hit-or-miss": "≈",
}  # fmt: skip
NO_RATING = "No rating"


def rating_text(rating: Rating | None) -> str:
    """`■ Red`, or "No rating"."""
    return NO_RATING if rating is None else f"{RATING_SHAPES[rating]} {rating.word}"
