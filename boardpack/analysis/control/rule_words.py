"""The rules of a chart in words, to print under it."""

from boardpack.analysis.control.rules import Rules
from boardpack.words import in_words


def rules_in_words(rules: Rules) -> str:
    """How the limits were made and what counts as more than chance."""
    return " ".join((_limits(rules), _signals(rules), _least(rules)))


def _limits(rules: Rules) -> str:
    """How the limits were made."""
    of, ranges = "", "the average moving range"
    if rules.baseline:
        of, ranges = (
            f" of the first {in_words(rules.baseline)} points",
            "their average moving range",
        )
    if rules.screen:
        ranges += ", from which ranges of 3.267 times it or more were left out once"
    return f"Limits: the average{of}, plus and minus 2.66 times {ranges}."


def _signals(rules: Rules) -> str:
    """What counts as more than chance, in the order in which it is looked for."""
    near = "two of three in a row on one side of the average and near its limit or beyond"
    if rules.as_in_r:
        near = "two of three in a row on one side of the average and near its limit, not beyond"
    signals = (
        "a value outside the limits",
        f"{in_words(rules.trend)} in a row that rise or fall",
        near,
        f"{in_words(rules.shift)} in a row on one side of the average",
    )
    told = "; ".join(signals)
    return f"More than chance: {told}. Near begins two thirds of the way to a limit."


def _least(rules: Rules) -> str:
    if rules.min_points == 1:
        return "Limits are drawn for a series of any length."
    return f"Limits are drawn from {in_words(rules.min_points)} values on."
