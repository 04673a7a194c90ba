"""Percentages held against their numerator and denominator."""

import re
from collections.abc import Iterator, Mapping, Sequence

from boardpack.findings import Finding
from boardpack.model.metrics import Observation, Unit
from boardpack.read.faults import NOTHING_TO_DIVIDE_BY, PART_EXCEEDS_WHOLE, SHARE_DIFFERS
from boardpack.words import figure

_PERCENT = re.compile(r"%|\bper ?cent|\bpercentage|\bshare\b|\bproportion", re.IGNORECASE)


def wrong_shares(
    observations: Sequence[Observation], units: Mapping[str, Unit] | None = None
) -> Iterator[Finding]:
    """A finding for each percentage that is not its numerator over its denominator to the decimal given.

    Without `units` a measure is taken for a percentage by its name, or where most of its values are.
    """
    yield from (
        NOTHING_TO_DIVIDE_BY.at(seen.source) for seen in observations if seen.denominator == 0
    )
    told = [seen for seen in observations if seen.numerator is not None and seen.denominator]
    shares = (
        _shares_by_name(told)
        if units is None
        else {name for name, unit in units.items() if unit is Unit.PERCENT}
    )
    for seen in told:
        if seen.metric not in shares or seen.numerator is None or not seen.denominator:
            continue
        exceeds = seen.numerator > seen.denominator
        if not exceeds and (
            seen.value is None or _fits(seen.value, seen.numerator, seen.denominator)
        ):
            continue
        part, whole = figure(seen.numerator, 0), figure(seen.denominator, 0)
        if exceeds:
            yield PART_EXCEEDS_WHOLE.at(seen.source, numerator=part, denominator=whole)
        else:
            computed = figure(100 * seen.numerator / seen.denominator, 1)
            value = f"{seen.value:.15g}"
            yield SHARE_DIFFERS.at(
                seen.source, value=value, computed=computed, numerator=part, denominator=whole
            )


def _shares_by_name(told: Sequence[Observation]) -> set[str]:
    fits: dict[str, list[bool]] = {}
    for seen in told:
        if seen.value is not None and seen.numerator is not None and seen.denominator:
            fits.setdefault(seen.metric, []).append(
                _fits(seen.value, seen.numerator, seen.denominator)
            )
    return {
        name for name, held in fits.items() if _PERCENT.search(name) or 2 * sum(held) >= len(held)
    }


def _fits(value: float, numerator: float, denominator: float) -> bool:
    computed = 100 * numerator / denominator
    slack = 0.5 if value == round(value) else 0.05
    return abs(computed - value) <= slack + 1e-9
