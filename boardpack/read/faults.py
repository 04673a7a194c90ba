"""The faults that a reader can meet, each registered once."""

from boardpack.findings import Severity, register

IMPOSSIBLE_DATE = register(
    "R001",
    "impossible-date",
    "A date that does not exist",
    Severity.WARNING,
    '"{text}" is not a date ({why}).',
    "Give a day that exists.",
)
MALFORMED_DATE = register(
    "R002",
    "malformed-date",
    "A date that is hard to read",
    Severity.NOTE,
    '"{text}" is not written as a date is{taken}.',
    "Write it as 31/12/2019 or Dec 2019.",
)
SEVERAL_DATES = register(
    "R003",
    "several-dates",
    "More than one due date",
    Severity.NOTE,
    '"{text}" names {count} dates; the last one, {taken}, is taken as the due date.',
    "Keep one due date and put the others in the progress column.",
)
REF_IS_A_DATE = register(
    "R004",
    "ref-became-a-date",
    "Excel made a date of a ref",
    Severity.WARNING,
    'The ref is stored as the date {text}: Excel changed what was typed. It is read as "{read_as}".',
    "Format the cell as text and type the ref again.",
)
ODD_RATING = register(
    "R005",
    "odd-rating",
    "A rating in an odd form",
    Severity.NOTE,
    '"{text}" is read as {rating}.',
    "Use one of Blue, Red, Amber, Green.",
)
UNKNOWN_RATING = register(
    "R006",
    "unknown-rating",
    "A rating cell with other words",
    Severity.WARNING,
    '"{text}" is not a rating.',
    "Use one of Blue, Red, Amber, Green.",
)
RATING_BY_FILL = register(
    "R007",
    "rating-by-colour-alone",
    "A rating given by colour alone",
    Severity.NOTE,
    "The cell has a colour and no word; it is read as {rating}.",
    "Type the word, so that everyone can read it.",
)
HIDDEN_ROW = register(
    "R008",
    "hidden-row",
    "A hidden row",
    Severity.NOTE,
    "The row is hidden in Excel. It is read and shown in the pack.",
    "Unhide it, or move it to another workbook if the board is not to see it.",
)
LOOSE_TEXT = register(
    "R009",
    "text-beside-the-table",
    "Text outside the table",
    Severity.NOTE,
    '"{text}" stands outside the columns of the table and belongs to no action.',
    "Move it to the progress cell of its action, or delete it.",
)
CELL_ERROR = register(
    "R010",
    "cell-error",
    "An Excel error in a cell",
    Severity.WARNING,
    "The cell shows {text}.",
    "Mend the formula, or type the value.",
)
NO_CACHED_VALUE = register(
    "R011",
    "formula-without-value",
    "A formula without its result",
    Severity.WARNING,
    "The formula {text} has no stored result.",
    "Open the workbook in Excel, let it calculate, and save it.",
)
UNKNOWN_COLUMN = register(
    "R012",
    "unknown-column",
    "A column that the pack has no place for",
    Severity.NOTE,
    'The pack has no place for the column "{text}"; what stands in it is kept with the notes.',
    "Nothing needs doing, unless it is one of the plan's columns: then rename its heading.",
)
HIDDEN_SHEET = register(
    "R013",
    "hidden-sheet",
    "A hidden sheet",
    Severity.NOTE,
    "The sheet is hidden in Excel. It is read, and what stands on it ({count}) is in the pack.",
    "Delete it if it is an old copy, or unhide it.",
)
OTHER_FORMAT = register(
    "R014",
    "other-format",
    "A workbook that is not Excel's own",
    Severity.NOTE,
    "A {suffix} file gives its values alone: ratings by colour and hidden rows are not seen.",
    "Save it as an Excel Workbook (.xlsx).",
)
BAD_VALUE = register(
    "R020",
    "not-a-number",
    "A value that is not a number",
    Severity.WARNING,
    '"{text}" in column {column} is not a number.',
    "Give a number, or one of the markers c, x, z, low, u.",
)
BAD_PERIOD = register(
    "R021",
    "not-a-period",
    "A period that cannot be read",
    Severity.ERROR,
    '"{text}" is not a period, and the line is left out.',
    "Write 2019-07, Jul-19, Q1 2019/20, 2018/19, Autumn 2018 or 31/07/2019.",
)
NO_DEFINITION = register(
    "R022",
    "no-definition",
    "A measure without a definition",
    Severity.WARNING,
    'There is no definition of the measure "{metric}" ({lines}), and it is left out.',
    "Add a line for it to definitions.csv.",
)
REPEATED_OBSERVATION = register(
    "R023",
    "repeated-observation",
    "Two values for one thing",
    Severity.WARNING,
    "{metric}, {area}, {period} is given again: {value} here, {first} on line {line}. The first is used.",
    "Keep one of the two lines.",
)
SHARE_DIFFERS = register(
    "R024",
    "percentage-differs",
    "A percentage that is not its numerator over its denominator",
    Severity.WARNING,
    "{value}% is given, but {numerator} out of {denominator} is {computed}%. The given value is shown.",
    "Correct the value, the numerator or the denominator.",
)
MISSING_COLUMN = register(
    "R025",
    "missing-column",
    "A column is missing",
    Severity.ERROR,
    "There is no column {column}, and the file is left out.",
    "Give it a header line with: {columns}.",
)
BAD_DEFINITION = register(
    "R026",
    "bad-definition",
    "A definition that cannot be used",
    Severity.ERROR,
    '"{text}" in column {column} is not one of: {choices}. The measure is left out.',
    "Correct the cell.",
)
NO_OBSERVATION = register(
    "R027",
    "no-observation",
    "A defined measure without a value",
    Severity.NOTE,
    'The measure "{metric}" is defined and has no value.',
    "Add its values, or delete its definition.",
)
INTERPRETED_VALUE = register(
    "R040",
    "interpreted-value",
    "A value in words",
    Severity.NOTE,
    '"{text}" is read as {read_as}.',
    "Give the number alone, or one of the markers c, x, z, low, u.",
)
BARE_YEAR = register(
    "R041",
    "bare-year",
    "A year that may be of two kinds",
    Severity.NOTE,
    '"{text}" is read as the calendar year, and a quarter as that of the year from April.',
    "Write 2018/19 or Q1 2018/19 for the year from April to March.",
)
NO_HEADING = register(
    "R042",
    "no-heading",
    "A file without its heading line",
    Severity.WARNING,
    "The file has no heading line; its columns are known by what they hold.",
    "Give it a heading line with: {columns}.",
)
OPEN_QUOTE = register(
    "R043",
    "open-quotation",
    "A quotation mark that is never closed",
    Severity.WARNING,
    "A quotation mark opens here and is never closed: the file may have been cut off. From here on each line is read by itself.",
    "Export the file again.",
)
MISREAD_LETTERS = register(
    "R044",
    "misread-letters",
    "Letters that were read in another encoding",
    Severity.WARNING,
    '"{text}" was saved by a program that took UTF-8 for another encoding; it is kept as it stands.',
    "Export the file again as UTF-8.",
)
TOO_MANY_CELLS = register(
    "R045",
    "too-many-cells",
    "A line with more cells than headings",
    Severity.WARNING,
    "The line has {count} cells and there are {headings} headings: a comma may have cut a number in two.",
    "Put numbers with commas between quotation marks, and look at the value.",
)
TOO_FEW_CELLS = register(
    "R046",
    "too-few-cells",
    "A line that ends before its value",
    Severity.WARNING,
    'The line that begins with "{text}" has no value, and is left out.',
    "Complete the line, or delete it.",
)
TOTAL_LEFT_OUT = register(
    "R048",
    "total-left-out",
    "A line or a column that sums up others",
    Severity.NOTE,
    'What "{text}" names sums up other lines or columns, and is left out.',
    "Name the area that it stands for, if it is one.",
)
NOTHING_TO_DIVIDE_BY = register(
    "R049",
    "denominator-of-nought",
    "A denominator of 0",
    Severity.NOTE,
    "The denominator is 0, so that there is no percentage.",
    "Leave the value empty, or give the marker z.",
)
PART_EXCEEDS_WHOLE = register(
    "R047",
    "numerator-exceeds-denominator",
    "A numerator above its denominator",
    Severity.WARNING,
    "The numerator is {numerator} and the denominator {denominator}.",
    "Correct the one that is wrong.",
)
MISSING_OPTIONAL = register(
    "R030",
    "missing-file",
    "A file of the meeting is missing",
    Severity.WARNING,
    "{what} is not there, and its section of the pack says so.",
    "Add the file.",
)
MISSING_PAPER = register(
    "R031",
    "missing-paper",
    "A paper of the agenda is missing",
    Severity.WARNING,
    "Item {item} names the paper {paper}, which is not in the folder.",
    "Add the PDF to papers/, or take it off the agenda.",
)
UNUSED_PAPER = register(
    "R032",
    "unused-paper",
    "A paper that no agenda item names",
    Severity.WARNING,
    "No item of the agenda names this paper, and it is not in the pack.",
    "Name it at its item in agenda.toml, or take it out of papers/.",
)
OTHER_DATE = register(
    "R033",
    "other-date",
    "The agenda is of another day",
    Severity.WARNING,
    "The agenda says {told} and the folder is that of {folder}, which is taken.",
    "Correct the date in the agenda, or rename the folder.",
)
EXEMPT_WITHOUT_PARAGRAPH = register(
    "R094",
    "exempt-without-paragraph",
    "An exempt item that does not say under which paragraph",
    Severity.WARNING,
    'Item {item} is exempt because of "{exempt}", which names no paragraph of Schedule 12A.',
    "Write under which of the paragraphs 1 to 7 it is exempt, such as: paragraph 3 of Part 1 of Schedule 12A.",
)
