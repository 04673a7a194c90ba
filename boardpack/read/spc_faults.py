"""The faults that a file of series for control charts can have, each registered once."""

from boardpack.findings import Severity, register

NOT_A_DATE = register(
    "R050",
    "not-a-date",
    "A date of a series that cannot be read",
    Severity.ERROR,
    '"{text}" is not a date{why}, and the line is left out{series}.',
    "Write it as 2019-07-31, 31/07/2019 or Jul-19.",
)
REPEATED_DATE = register(
    "R051",
    "repeated-date",
    "Two values of a series for one date",
    Severity.ERROR,
    "There is a value for {date} on line {first} already, and the line is left out{series}.",
    "Keep one of the two lines.",
)
NOT_A_VALUE = register(
    "R052",
    "not-a-value",
    "A value of a series that is not a number",
    Severity.ERROR,
    '"{text}" is not a number, and the point has no value{series}.',
    "Give a number, or leave the cell empty.",
)
LONG_LINE = register(
    "R053",
    "long-line",
    "A line with more cells than its heading",
    Severity.ERROR,
    "The line has {count} cells and the heading {width}, and it is left out.",
    "Put a number with a comma in it between quotation marks.",
)
NO_POINTS = register(
    "R054",
    "no-points",
    "A file without a point",
    Severity.ERROR,
    "There is no line with a date below the heading, and nothing to chart.",
    "Add lines with a date and a value.",
)
REBASE_WITHOUT_POINT = register(
    "R055",
    "rebase-without-point",
    "A rebase on a day that has no point",
    Severity.WARNING,
    "No point is dated {date}, and no new limits begin there{series}.",
    "Give the date of the first point that is to have new limits.",
)
