"""What can be odd in a return, each registered once."""

from boardpack.findings import Severity, register

UNREADABLE = register(
    "C001",
    "return-unreadable",
    "A return that cannot be read",
    Severity.ERROR,
    "The file cannot be read: {why}",
    "Mend what it says, or ask for the file again.",
)
NO_RETURN = register(
    "C002",
    "no-return",
    "A file that is no return",
    Severity.WARNING,
    "The file is no return: {why}.",
    "Take it out of the folder, or ask for the workbook that was sent.",
)
OTHER_BOARD = register(
    "C003",
    "return-of-another-board",
    "A return of another board",
    Severity.WARNING,
    'The return is of "{stamp}", which is not what was asked for this board. {count} were not taken.',
    "Ask the lead for the workbook of this board, or copy the answers into it.",
)
WHOLE_PLAN = register(
    "C004",
    "whole-plan-sent-back",
    "The whole plan came back",
    Severity.WARNING,
    "The file is the plan itself and not a return. What differs from what was sent is taken as answers: {count}.",
    "Look each of them over, and ask the lead for the return next time.",
)
FORMULA = register(
    "C005",
    "formula-in-answer",
    "A formula for an answer",
    Severity.ERROR,
    'The {field} is a formula ({text}), which is not accepted. The cell shows "{shown}".',
    "Type the answer in place of the formula and collect again.",
)
ADDED_ROW = register(
    "C006",
    "row-added-by-lead",
    "A row that was added to a return",
    Severity.WARNING,
    "The row was not sent, so it belongs to no row of the plan. It says: {text}.",
    "Add it to the plan if it is a new action; the plan was not changed.",
)
COPIED_ROW = register(
    "C007",
    "row-copied",
    "A row that stands twice in a return",
    Severity.WARNING,
    "The row stands in the return more than once (rows {rows}).",
    "Look at the answers of both: each was taken, or is listed as a conflict.",
)
REWORDED = register(
    "C008",
    "activity-reworded",
    "An activity that was reworded in a return",
    Severity.WARNING,
    'The activity was changed to: "{text}". Its answers are taken, the activity of the plan is as it was.',
    "Change the activity in the plan if the new words are meant.",
)
NO_KEY = register(
    "C009",
    "key-missing",
    "A row without its hidden key",
    Severity.NOTE,
    "The hidden key of the row is gone. It was matched by its ref and activity: {row}.",
    "Nothing, if that is the row; else put the answer right in the plan.",
)
CHANGED_SHOWN = register(
    "C010",
    "shown-value-changed",
    "An answer in a column that shows the plan",
    Severity.WARNING,
    'The column "{column}" shows what the plan says, and was changed from "{sent}" to "{text}". It was not taken.',
    "If it is an answer, copy it into the answer column and collect again.",
)
DIFFERENT_CHECK = register(
    "C011",
    "row-differs-from-sent",
    "Hidden cells of a row that do not fit",
    Severity.NOTE,
    "The row's hidden check is not that of the row that was sent. The answers are taken against {stamp}.",
    "Compare the row with the plan.",
)
NO_SUCH_RATING = register(
    "C012",
    "answer-is-no-rating",
    "A new rating that is none",
    Severity.ERROR,
    '"{text}" is not a rating, so the plan keeps its own.',
    "Ask for one of Blue, Red, Amber, Green.",
)
NO_SUCH_DAY = register(
    "C013",
    "answer-is-no-day",
    "A new due date that does not exist",
    Severity.ERROR,
    '"{text}" is not a date ({why}), so the plan keeps its own.',
    "Ask for a day that exists.",
)
ROW_GONE = register(
    "C014",
    "row-not-in-plan",
    "An answer to a row that the plan no longer has",
    Severity.ERROR,
    'The {field} "{text}" belongs to a row that is not in the plan any longer, or cannot be told from another: {row}.',
    "Put it into the row where it belongs now.",
)
ROW_MOVED = register(
    "C015",
    "row-changed-since-sent",
    "A row that was changed since it was sent",
    Severity.NOTE,
    "The row was sent as {row} and is matched with this one by its {by}.",
    "Nothing, if that is the row; else put the answer right in the plan.",
)
NO_COLUMN = register(
    "C016",
    "no-column-for-answer",
    "An answer for which the sheet has no column",
    Severity.ERROR,
    'The {field} "{text}" has no column on the sheet "{sheet}" of the plan.',
    "Add the column to the sheet and collect again, or put it where it belongs.",
)
NOT_PATCHED = register(
    "C017",
    "cell-not-changed",
    "A cell of the plan that cannot be changed",
    Severity.ERROR,
    'The {field} "{text}" of {lead} was not put in: {why}',
    "Change the cell by hand, or mend it and collect again.",
)
ALREADY_THERE = register(
    "C018",
    "answer-already-in-plan",
    "An answer that the plan holds already",
    Severity.NOTE,
    'The {field} "{text}" is in the plan already.',
    "Nothing.",
)
SUPERSEDED = register(
    "C019",
    "answer-superseded",
    "An earlier answer of the same lead",
    Severity.NOTE,
    'The {field} "{text}" was given anew in a later file, {later}.',
    "Nothing.",
)
NO_QUESTION = register(
    "C020",
    "answer-without-question",
    "An answer, and no question",
    Severity.WARNING,
    'The row has no question, and its answer says: "{text}".',
    "Put it into the plan if it matters.",
)
FORMULAS_UNSEEN = register(
    "C021",
    "formulas-not-seen",
    "A return in an old format",
    Severity.NOTE,
    "In this format a formula cannot be told from its result: what the cells show is taken.",
    "Ask for an Excel Workbook (.xlsx) where that matters.",
)
BAD_DECISION = register(
    "C022",
    "decision-not-understood",
    "A decision that is not understood",
    Severity.ERROR,
    '"{text}" is not one of the choices of conflict {conflict}: {choices}, plan.',
    "Write the letter of an answer, or plan, into the column decision.",
)
MAIL_TEXT = register(
    "C023",
    "words-in-a-mail",
    "A mail, of which the workbooks alone are read",
    Severity.WARNING,
    "The words of the mail are not read. It opens: {text}.",
    "Read it, and copy what it says into the lead's return.",
)
DIARY_CHANGED = register(
    "C024",
    "diary-changed",
    "A diary that was changed otherwise than by adding to it",
    Severity.WARNING,
    'The progress of the row was changed in the middle, and was not taken: "{text}".',
    "Compare it with the plan, and put in what is new.",
)
UNKNOWN_DECISION = register(
    "C025",
    "decision-without-conflict",
    "A decision on what is no longer asked",
    Severity.NOTE,
    "The answers of conflict {conflict} have changed since the decision, so that it was not applied.",
    "Decide the conflict that stands in its place, if there is one.",
)
FILL_STAYS = register(
    "C026",
    "rating-and-colour-differ",
    "A rating whose cell has the colour of another",
    Severity.WARNING,
    "The rating is {rating} now, and the cell still has a fill of its own that looks {colour}.",
    "Colour the cell anew: fills are never changed for you.",
)
