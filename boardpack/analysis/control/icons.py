"""The two icons of a control chart: how it varies, and whether it will meet its target."""

from boardpack.analysis.control.kinds import Assurance, Direction, PointType
from boardpack.analysis.control.limits import Band, Limits, Values, is_short
from boardpack.analysis.control.rules import Rules


def variation_of(latest: PointType, values: Values, rules: Rules) -> PointType | None:
    """The type of the latest point; nothing where its group is too short to tell."""
    return None if is_short(values, rules) else latest


def assurance_of(
    values: Values, limits: Limits, rules: Rules, direction: Direction, target: float | None
) -> Assurance | None:
    """Where the target stands to the limits of the latest group.

    Nothing without a target, without a way that is better, or without what it takes to tell.
    """
    if target is None or direction is Direction.NEUTRAL or is_short(values, rules):
        return None
    if rules.as_in_r:
        return _to_band(limits.band, direction, target)
    if limits.band is None:
        only = {value for value in values if value is not None}
        return _to_value(only.pop(), direction, target) if len(only) == 1 else None
    if limits.band.lower == limits.band.upper:
        return _to_value(limits.band.lower, direction, target)
    return _to_band(limits.band, direction, target)


def _to_band(band: Band | None, direction: Direction, target: float) -> Assurance:
    """Outside the band a target is met or missed for certain, and inside it by chance."""
    if band is None or band.lower <= target <= band.upper:
        return Assurance.HIT_OR_MISS
    return _to_value(band.upper, direction, target)


def _to_value(value: float, direction: Direction, target: float) -> Assurance:
    """A series that does not vary meets its target, or it does not."""
    met = value >= target if direction is Direction.INCREASE else value <= target
    return Assurance.PASS if met else Assurance.FAIL
