"""The words of a control chart: which way is better, what a point is, how it stands to a target."""

from enum import StrEnum

from boardpack.model.metrics import Good


class Direction(StrEnum):
    """Which way a series improves."""

    INCREASE = "increase"
    DECREASE = "decrease"
    NEUTRAL = "neutral"


class Signal(StrEnum):
    """Why a point is more than chance; common cause where it is not."""

    COMMON_CAUSE = "common-cause"
    OUTSIDE = "outside"
    TREND = "trend"
    TWO_IN_THREE = "two-in-three"
    SHIFT = "shift"


class Way(StrEnum):
    """Where a signal points."""

    UP = "up"
    DOWN = "down"


class PointType(StrEnum):
    """What a point means to the people who own the series. That of the latest is its variation."""

    COMMON_CAUSE = "common-cause"
    IMPROVEMENT = "improvement"
    CONCERN = "concern"
    NEUTRAL_HIGH = "neutral-high"
    NEUTRAL_LOW = "neutral-low"


class Assurance(StrEnum):
    """Whether a series will meet its target if nothing changes."""

    PASS = "pass"  # noqa: S105  # not a password
    FAIL = "fail"
    HIT_OR_MISS = "hit-or-miss"


def direction_of(good: Good | None) -> Direction:
    """The direction of a measure as its owner defines it."""
    if good is None:
        return Direction.NEUTRAL
    return Direction.INCREASE if good is Good.HIGH else Direction.DECREASE


def type_of(way: Way | None, direction: Direction) -> PointType:
    """What a signal that points this way means where a series improves in that direction."""
    if way is None:
        return PointType.COMMON_CAUSE
    if direction is Direction.NEUTRAL:
        return PointType.NEUTRAL_HIGH if way is Way.UP else PointType.NEUTRAL_LOW
    better = Way.UP if direction is Direction.INCREASE else Way.DOWN
    return PointType.IMPROVEMENT if way is better else PointType.CONCERN
