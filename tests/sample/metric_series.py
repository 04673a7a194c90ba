"""The sample's figures: believable series through the points of metric_data, for every area."""

from __future__ import annotations

import random
import zlib
from calendar import monthrange
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from tests.sample.metric_data import (
    COMPARATOR_YEARS,
    COMPARATORS,
    LOCALITIES,
    MARKERS,
    MEASURES,
    Measure,
)

SHARES = {"North": 0.31, "Central": 0.38, "East": 0.31}
ENDS = {"month": range(1, 13), "quarter": (3, 6, 9, 12), "year": (3,), "term": (4, 7, 12)}
PER = {"percent": 100, "rate_10k": 10_000}


@dataclass(frozen=True, slots=True)
class Figure:
    """One observation: the value as it is printed, and what it was worked out from."""

    metric: str
    end: date
    area: str
    value: str
    numerator: int | None = None
    denominator: int | None = None
    comparator: bool = False


Table = dict[tuple[date, str], Figure]


def month_end(text: str) -> date:
    """The last day of a month given as 2019-07; a full date stays."""
    year, month, *day = (int(part) for part in text.split("-"))
    return date(year, month, day[0] if day else monthrange(year, month)[1])


def printed(value: Decimal | float, decimals: int) -> str:
    """The value with so many decimals, rounded half up."""
    return str(Decimal(str(value)).quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP))


def ratio(measure: Measure, numerator: int, denominator: int) -> str:
    """The percentage or rate that the two counts give, as printed."""
    exact = Decimal(numerator) * PER[measure.unit] / Decimal(denominator)
    return printed(exact, measure.decimals)


def _index(day: date) -> int:
    return day.year * 12 + day.month - 1


def _ends(measure: Measure) -> Iterator[date]:
    """The ends of the measure's periods, from its first point to its last."""
    first, last = (_index(month_end(measure.points[i][0])) for i in (0, -1))
    for index in range(first, last + 1):
        year, month = divmod(index, 12)
        if month + 1 in ENDS[measure.every]:
            yield month_end(f"{year}-{month + 1}")


def _between(points: Mapping[int, float], at: int) -> float:
    """The level at a month, on the straight line between its neighbouring points."""
    before = max(i for i in points if i <= at)
    after = min(i for i in points if i >= at)
    if before == after:
        return points[at]
    share = (at - before) / (after - before)
    return points[before] + share * (points[after] - points[before])


def _levels(measure: Measure, rng: random.Random) -> dict[date, tuple[float, bool]]:
    """For each period its level, and whether it is a point that has to be met."""
    points = {_index(month_end(text)): value for text, value in measure.points}
    levels: dict[date, tuple[float, bool]] = {}
    for end in _ends(measure):
        noise = rng.gauss(0, measure.noise)
        fixed = _index(end) in points
        levels[end] = (_between(points, _index(end)) + (0 if fixed else noise), fixed)
    return levels


def _size(measure: Measure, end: date, rng: random.Random) -> tuple[int, bool]:
    """The denominator of a period, and whether it has to be met."""
    published = {month_end(text): size for text, size in measure.sizes}
    if end in published:
        return published[end], True
    assert measure.size is not None
    first, last = (_index(month_end(measure.points[i][0])) for i in (0, -1))
    level = _between({first: measure.size[0], last: measure.size[1]}, _index(end))
    wobble = 0.0 if level > 100_000 else rng.gauss(0, level * 0.012)
    return round(level + wobble), False


def _counts(measure: Measure, level: float, size: int, movable: bool) -> tuple[int, int]:
    """Numerator and denominator that print as the level, moving the denominator where allowed."""
    wanted = printed(level, measure.decimals)
    for step in range(40 if movable else 1):
        for moved in (size + step, size - step):
            counted = round(level * moved / PER[measure.unit])
            if ratio(measure, counted, moved) == wanted:
                return counted, moved
    return round(level * size / PER[measure.unit]), size


def _split(total: int, weights: Mapping[str, float], room: Mapping[str, int]) -> dict[str, int]:
    """A total shared over the localities by weight, whole numbers, none beyond its room."""
    scale = total / sum(weights.values())
    exact = {area: weight * scale for area, weight in weights.items()}
    parts = {area: min(int(value), room[area]) for area, value in exact.items()}
    while sum(parts.values()) < total:
        free = [area for area in parts if parts[area] < room[area]]
        area = max(free, key=lambda name: exact[name] - parts[name])
        parts[area] += 1
    return parts


def _weights(rng: random.Random, base: Mapping[str, float], spread: float) -> dict[str, float]:
    return {area: base[area] * max(0.2, 1 + rng.gauss(0, spread)) for area in LOCALITIES}


class _Maker:
    """Makes one measure's figures; it may look at the measures made before it."""

    def __init__(self, measure: Measure, done: Mapping[str, Table]) -> None:
        self.measure = measure
        self.done = done
        self.rng = random.Random(zlib.crc32(measure.id.encode()))
        # Localities draw from a stream of their own, so that the county's series stays as it is.
        self.local = random.Random(zlib.crc32(f"{measure.id}/local".encode()))
        self.lean = _weights(self.local, SHARES, 0.05)
        self.level_lean = _weights(self.local, dict.fromkeys(LOCALITIES, 1.0), 0.05)

    def figures(self) -> list[Figure]:
        """All figures of the measure, in order of period and area."""
        measure = self.measure
        if measure.every == "day":
            return [self._plain(month_end(text), "County", value) for text, value in measure.points]
        if measure.copy_of:
            source = self.done[measure.copy_of]
            return [self._copy(source[end, "County"]) for end in _ends(measure)]
        levels = _levels(measure, self.rng)
        return [
            figure
            for end, (level, fixed) in levels.items()
            for figure in self._at(end, level, fixed)
        ]

    def _plain(self, end: date, area: str, value: float) -> Figure:
        return Figure(self.measure.id, end, area, printed(value, self.measure.decimals))

    def _copy(self, figure: Figure) -> Figure:
        return Figure(
            self.measure.id,
            figure.end,
            figure.area,
            figure.value,
            figure.numerator,
            figure.denominator,
        )

    def _at(self, end: date, level: float, fixed: bool) -> list[Figure]:
        if self.measure.unit not in PER:
            return self._whole(end, level)
        size, sizes = self._sizes(end, level, fixed)
        counts = self._numerators(end, level, size, sizes)
        return [
            Figure(
                self.measure.id,
                end,
                area,
                ratio(self.measure, counted, sizes[area]),
                counted,
                sizes[area],
            )
            for area, counted in counts.items()
        ]

    def _whole(self, end: date, level: float) -> list[Figure]:
        """A count, for the county and for localities that add up to it."""
        county = self._plain(end, "County", max(level, 0))
        if not self.measure.localities:
            return [county]
        total = int(county.value)
        parts = _split(
            total, _weights(self.local, self.lean, 0.008), dict.fromkeys(LOCALITIES, total)
        )
        return [county, *(self._plain(end, area, part) for area, part in parts.items())]

    def _sizes(self, end: date, level: float, fixed: bool) -> tuple[int, dict[str, int]]:
        """The denominators: the county's, and all of them by area."""
        measure = self.measure
        if measure.size_from:
            others = self.done[measure.size_from]
            sizes = {
                area: other.denominator or int(other.value)
                for area in ("County", *LOCALITIES)
                if (other := others.get((end, area))) is not None
            }
            return sizes["County"], sizes
        size, published = _size(measure, end, self.rng)
        if fixed and not published:
            size = _counts(measure, level, size, True)[1]
        sizes = {"County": size}
        if measure.localities:
            big = size > 100_000
            weights = dict(SHARES) if big else _weights(self.local, self.lean, 0.015)
            sizes |= _split(size, weights, dict.fromkeys(LOCALITIES, size))
        return size, sizes

    def _numerators(
        self, end: date, level: float, size: int, sizes: Mapping[str, int]
    ) -> dict[str, int]:
        if self.measure.numerator_from:
            counted = self.done[self.measure.numerator_from]
            return {area: int(counted[end, area].value) for area in sizes}
        level = min(level, 99.9) if self.measure.unit == "percent" else level
        total = _counts(self.measure, level, size, False)[0]
        if len(sizes) == 1:
            return {"County": total}
        room = {area: sizes[area] for area in LOCALITIES}
        weights = {
            area: room[area] * lean
            for area, lean in _weights(self.local, self.level_lean, 0.02).items()
        }
        return {"County": total, **_split(total, weights, room)}


def _comparators(measure: Measure) -> Iterator[Figure]:
    """The yearly figures of England, the region and the statistical neighbours."""
    for area, values in zip(COMPARATORS, measure.compare or (), strict=False):
        decimals = 0 if all(value == int(value) for value in values) else 1
        for year, value in zip(COMPARATOR_YEARS, values, strict=True):
            yield Figure(
                measure.id, month_end(year), area, printed(value, decimals), comparator=True
            )


def _marked(figures: list[Figure]) -> Iterator[Figure]:
    """The figures with the department's markers put in place of the values that they hide."""
    markers = {(metric, month_end(text), area): mark for metric, text, area, mark in MARKERS}
    for figure in figures:
        mark = markers.pop((figure.metric, figure.end, figure.area), None)
        # A complaint is about one child: small counts leave the complaints team suppressed.
        if figure.metric == "complaints" and figure.area != "County" and 0 < int(figure.value) < 6:
            mark = "c"
        yield (
            figure
            if mark is None
            else Figure(figure.metric, figure.end, figure.area, mark, comparator=figure.comparator)
        )
    for (metric, end, area), mark in markers.items():
        yield Figure(metric, end, area, mark, comparator=area in COMPARATORS)


def all_figures() -> tuple[Figure, ...]:
    """Every figure of the sample, in order of measure, comparators after the county's own."""
    done: dict[str, Table] = {}
    own: list[Figure] = []
    for measure in MEASURES:
        made = _Maker(measure, done).figures()
        done[measure.id] = {(figure.end, figure.area): figure for figure in made}
        own += made + list(_comparators(measure))
    order = {measure.id: number for number, measure in enumerate(MEASURES)}
    areas = {area: number for number, area in enumerate(("County", *LOCALITIES, *COMPARATORS))}
    return tuple(
        sorted(_marked(own), key=lambda f: (order[f.metric], f.comparator, f.end, areas[f.area]))
    )
