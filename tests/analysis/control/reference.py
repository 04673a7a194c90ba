"""Series with the chart that they have, worked out with exact fractions and in the plainest way.

`python -m tests.analysis.control.reference` writes them to tests/data/spc/series.json. Nothing here
uses what it is to check.
"""

import json
import random
from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import pairwise
from pathlib import Path
from typing import Any

FILE = Path(__file__).parents[2] / "data" / "spc" / "series.json"
Exact = Sequence[Fraction | None]


def noise(seed: int, count: int, middle: float, spread: float, places: int = 1) -> list[float]:
    chance = random.Random(seed)
    return [round(chance.gauss(middle, spread), places) for _ in range(count)]


CALM = [9.5, 10.5] * 6
RISE = [9.4, 9.6, 9.8, 10.1, 10.3, 10.6, 10.9]
SERIES: list[dict[str, Any]] = [
    *({"what": f"noise of {n}", "values": noise(n, n, 50, 4)} for n in (13, 14, 20, 24, 36, 60)),
    *(
        {"what": f"counts about {m}", "values": noise(m, 30, m, m**0.5, 0), "target": m + 2.5}
        for m in (3, 8, 20)
    ),
    {"what": "less is better", "values": noise(71, 24, 20, 3), "direction": "decrease", "target": 9},
    {"what": "less is better, too much", "values": noise(72, 24, 20, 1), "direction": "decrease", "target": 9},
    {"what": "less is better, little enough", "values": noise(73, 24, 20, 1), "direction": "decrease", "target": 31},
    {"what": "more is better, out of reach", "values": noise(74, 24, 70, 2), "target": 95},
    {"what": "more is better, in reach", "values": noise(75, 24, 70, 2), "target": 69},
    {"what": "more is better, passed", "values": noise(76, 24, 70, 2), "target": 45},
    {"what": "neither is better", "values": noise(77, 24, 30, 5), "direction": "neutral", "target": 30},
    {"what": "a step up", "values": noise(78, 14, 40, 3) + noise(79, 14, 52, 3)},
    {"what": "a step up, rebased", "values": noise(78, 14, 40, 3) + noise(79, 14, 52, 3), "rebase": [14], "target": 60},
    {"what": "two rebases", "values": noise(80, 45, 40, 3), "rebase": [14, 30], "target": 38},
    {"what": "a rebase that leaves too few", "values": noise(81, 24, 40, 3), "rebase": [15], "target": 38},
    {"what": "a first group of too few", "values": noise(82, 24, 40, 3), "rebase": [5]},
    {"what": "a run cut by a rebase", "values": [*CALM, 9.5, 10.5, 10.5, 10.5, 10.4, 10.5, 10.5, 10.4, *CALM, 9.5], "rebase": [17]},
    {"what": "seven above", "values": [*CALM, 10.2, 10.4, 10.2, 10.4, 10.2, 10.4, 10.2], "rules": {"baseline": 12}},
    {"what": "six above", "values": [*CALM, 9.5, 10.2, 10.4, 10.2, 10.4, 10.2, 10.4], "rules": {"baseline": 12}},
    {"what": "seven above with one on the mean", "values": [*CALM, 10.2, 10.4, 10.2, 10, 10.2, 10.4, 10.2], "rules": {"baseline": 12}},
    {"what": "seven rising", "values": [*CALM, *RISE], "rules": {"baseline": 12}},
    {"what": "seven rising, less is better", "values": [*CALM, *RISE, 10], "rules": {"baseline": 12}, "direction": "decrease"},
    {"what": "seven falling", "values": [*CALM, *reversed(RISE)], "rules": {"baseline": 12}},
    {"what": "seven rising with a tie", "values": [*CALM, 9.4, 9.6, 9.8, 9.8, 10.3, 10.6, 10.9], "rules": {"baseline": 12}},
    {"what": "up and down again", "values": [*CALM, *RISE, *reversed(RISE[:-1])], "rules": {"baseline": 12}},
    {"what": "two trends with a tie between", "values": [*CALM, *RISE, 10.9, 11.1, 11.2, 11.3, 11.4, 11.5, 11.6], "rules": {"baseline": 12}},
    {"what": "two near in three", "values": [*CALM, 12.2, 10.5, 12.3, 9.5], "rules": {"baseline": 12}},
    {"what": "two near in three, one of them outside", "values": [*CALM, 12.2, 10.5, 13, 9.5], "rules": {"baseline": 12}},
    {"what": "the same in the R package", "values": [*CALM, 12.2, 10.5, 13, 9.5], "rules": {"baseline": 12, "near": "nhsr"}},
    {"what": "near on both sides", "values": [*CALM, 12.2, 7.8, 12.3, 7.7], "rules": {"baseline": 12}},
    {"what": "outside below", "values": [*CALM, 6, 10], "rules": {"baseline": 12}, "target": 7},
    {"what": "a wild value, screened", "values": [*CALM, 20, *CALM], "rules": {"screen": True}},
    {"what": "a wild value, not screened", "values": [*CALM, 20, *CALM]},
    {"what": "missing here and there", "values": [*CALM[:4], None, *CALM, None, None, *RISE, None, 10, 9.9]},
    {"what": "a missing value in a run", "values": [*CALM, 10.2, 10.4, 10.2, None, 10.2, 10.4, 10.2, 10.4, 10.2], "rules": {"baseline": 12}},
    {"what": "every value the same", "values": [0.7] * 24, "target": 0.7},
    {"what": "every value the same, screened", "values": [81.3] * 14, "rules": {"screen": True}, "target": 90},
    {"what": "twelve values", "values": noise(83, 12, 50, 4), "target": 60},
    {"what": "five values with limits", "values": noise(84, 5, 50, 4), "rules": {"min_points": 1}, "target": 60},
    {"what": "about zero", "values": noise(85, 30, 0, 1, 3), "target": 0},
    {"what": "very large", "values": noise(86, 20, 1e12, 1e9)},
]  # fmt: skip


def exact(value: float | None) -> Fraction | None:
    """A float as the number that it is, not as the one that was typed."""
    return None if value is None else Fraction(value)


def expected(series: dict[str, Any]) -> dict[str, Any]:
    """The groups with their limits, a code a point, and the icons."""
    values = [exact(value) for value in series["values"]]
    cuts = [0, *series.get("rebase", []), len(values)]
    rules = {"baseline": None, "near": "mdc", "screen": False, "min_points": 13}
    rules |= series.get("rules", {})
    groups = [of_group(values[a:b], rules) for a, b in pairwise(cuts)]
    last = groups[-1]
    direction = series.get("direction", "increase")
    return {
        "limits": [[rounded(group[name]) for name in ("mean", "lower", "upper")] for group in groups],
        "codes": " ".join(code for group in groups for code in group["codes"]),
        "variation": None if last["short"] else meaning(last["codes"][-1], direction),
        "assurance": outlook(last, direction, series.get("target")),
    }  # fmt: skip


def rounded(value: Fraction | None) -> float | None:
    return None if value is None else float(value)


def of_group(values: Exact, rules: dict[str, Any]) -> dict[str, Any]:
    base = values[: rules["baseline"]]
    given = [value for value in base if value is not None]
    mean = sum(given, Fraction()) / len(given)
    short = sum(value is not None for value in values) < rules["min_points"]
    ranges = [abs(b - a) for a, b in pairwise(base) if None not in {a, b}]  # type: ignore[operator]
    average = sum(ranges, Fraction()) / len(ranges)
    if rules["screen"]:
        ranges = [one for one in ranges if one < Fraction("3.267") * average]
        average = sum(ranges, Fraction()) / len(ranges) if ranges else Fraction(-1)
    wide = None if short or average < 0 else Fraction("2.66") * average
    made = {
        "mean": mean,
        "lower": None if wide is None else mean - wide,
        "upper": None if wide is None else mean + wide,
        "short": short,
        "values": given,
    }
    made["codes"] = [".."] * len(values) if short else list(codes(values, mean, wide, rules))
    return made


def codes(
    values: Exact, mean: Fraction, wide: Fraction | None, rules: dict[str, Any]
) -> Iterator[str]:
    """Two letters a point, by looking at every window that it stands in."""
    side = [0 if v is None else (v > mean) - (v < mean) for v in values]
    out = [wide is not None and v is not None and abs(v - mean) > wide for v in values]
    near = [wide is not None and v is not None and abs(v - mean) > wide * 2 / 3 for v in values]
    if rules["near"] == "nhsr":
        near = [one and not other for one, other in zip(near, out, strict=True)]

    def windows(at: int, size: int) -> Iterator[range]:
        for start in range(max(0, at - size + 1), at + 1):
            if start + size <= len(values):
                yield range(start, start + size)

    def rises(window: range, sign: int) -> bool:
        return all(
            a is not None and b is not None and (b - a) * sign > 0
            for a, b in ((values[i - 1], values[i]) for i in window[1:])
        )

    def trend(at: int) -> bool:
        return any(rises(w, 1) or rises(w, -1) for w in windows(at, 7))

    def step(at: int) -> int:
        a, b = values[at - 1], values[at]
        return 0 if a is None or b is None else (b > a) - (b < a)

    signs = {1: "+", -1: "-"}
    for at in range(len(values)):
        if out[at]:
            yield "o" + signs[side[at]]
        elif trend(at):
            onward = step(at + 1) if at + 1 < len(values) and trend(at + 1) else 0
            yield "t" + signs[onward or step(at)]
        elif near[at] and any(
            len({side[i] for i in w}) == 1 and sum(near[i] for i in w) >= 2 for w in windows(at, 3)
        ):
            yield "2" + signs[side[at]]
        elif side[at] and any(len({side[i] for i in w}) == 1 for w in windows(at, 7)):
            yield "s" + signs[side[at]]
        else:
            yield ".."


def meaning(code: str, direction: str) -> str:
    if code == "..":
        return "common-cause"
    if direction == "neutral":
        return "neutral-high" if code[1] == "+" else "neutral-low"
    return "improvement" if (code[1] == "+") == (direction == "increase") else "concern"


def outlook(group: dict[str, Any], direction: str, target: float | None) -> str | None:
    if target is None or direction == "neutral" or group["short"]:
        return None
    low, high = group["lower"], group["upper"]
    if low is None:
        assert len(set(group["values"])) == 1, "no other series without limits stands here"
        low = high = group["values"][0]
    if low == high:
        good = target <= low if direction == "increase" else target >= low
        return "pass" if good else "fail"
    if low <= target <= high:
        return "hit-or-miss"
    return "pass" if (target < low) == (direction == "increase") else "fail"


def text() -> str:
    """The file: a line a series and a line for what it has."""
    lines = [
        f'{json.dumps(series)[:-1]},\n "expected": {json.dumps(expected(series))}}}'
        for series in SERIES
    ]
    return "[\n" + ",\n".join(lines) + "\n]\n"


if __name__ == "__main__":
    FILE.write_text(text(), encoding="utf-8")
