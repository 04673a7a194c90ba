"""The faults of the return's tables. None of them quotes more than a code: a record is a child's."""

from boardpack.findings import Severity, register

LINE_LEFT_OUT = register(
    "R060",
    "line-left-out",
    "A line of the return that cannot be used",
    Severity.ERROR,
    "The line is left out: {why}.",
    "Correct it in the case system, and export the table again.",
)
DATE_NOT_READ = register(
    "R061",
    "date-not-read",
    "A date of the return that cannot be read",
    Severity.WARNING,
    "{column} is {what}; {taken}.",
    "Give a day that exists, as 31/03/2019.",
)
CODE_NOT_IN_LIST = register(
    "R062",
    "code-not-in-list",
    "A code that is not in the list of the return",
    Severity.WARNING,
    "{column} is {what}.",
    "Give a code of the list.",
)
DATES_DO_NOT_FIT = register(
    "R063",
    "dates-do-not-fit",
    "Dates of the return that do not fit",
    Severity.WARNING,
    "{column} is {what}; it is taken as it stands.",
    "Correct the date in the case system.",
)
END_WITHOUT_REASON = register(
    "R064",
    "end-without-reason",
    "An end without its reason, or a reason without its end",
    Severity.WARNING,
    "{given} is given and {missing} is not: {taken}.",
    "Give both, or neither.",
)
GIVEN_TWICE = register(
    "R065",
    "given-twice",
    "The same thing twice in the return",
    Severity.WARNING,
    "{what} before, {place}; {taken}.",
    "Keep one of the two.",
)
TABLES_DISAGREE = register(
    "R066",
    "tables-disagree",
    "Tables of the return that disagree",
    Severity.WARNING,
    "{what}; {taken}.",
    "Correct the one that is wrong in the case system.",
)
NOT_A_SCORE = register(
    "R067",
    "not-a-score",
    "A score that is not one from 0 to 40",
    Severity.WARNING,
    "SDQ_SCORE is not a whole number from 0 to 40; it is not taken as a score.",
    "Correct the score, or leave it empty and give a reason.",
)
OLD_CODE = register(
    "R068",
    "old-code",
    "A code of an older list that is not counted",
    Severity.WARNING,
    "REC is {code}, special guardianship in the list before E45 to E48; it is not counted as such.",
    "Give one of E45 to E48.",
)
FILE_LEFT_OUT = register(
    "R069",
    "file-left-out",
    "A file that is no table of the return",
    Severity.NOTE,
    "The file is left out: {why}.",
    "Nothing needs doing, unless it is one of the tables: then give it the headings of the return.",
)
