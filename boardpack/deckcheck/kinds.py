"""The kinds of fault that a slide template can have. `place` is the slide and the shape."""

from boardpack.findings import Severity, register

NAMES = "one of those that `boardpack template names` lists"
"""What is meant where no known name is like the one that was found."""

UNKNOWN_NAME = register(
    "T001",
    "no-such-name",
    "A name that there is not",
    Severity.ERROR,
    '{place}: {tag}: there is no "{name}".',
    "Did you mean {meant}?",
)
UNKNOWN_THING = register(
    "T002",
    "no-such-chart-or-table",
    "A chart or a table that there is not",
    Severity.ERROR,
    '{place}: there is no {what} "{name}".',
    "Did you mean {meant}?",
)
UNKNOWN_FILTER = register(
    "T003",
    "no-such-filter",
    "A filter that there is not",
    Severity.ERROR,
    '{place}: {tag}: there is no {what} "{name}".',
    "Did you mean {meant}?",
)
BROKEN_TAG = register(
    "T004",
    "broken-tag",
    "A tag that cannot be read",
    Severity.ERROR,
    "{place}: {tag}: {why}.",
    "Put it right in PowerPoint.",
)
BROKEN_LINE = register(
    "T005",
    "broken-notes-line",
    "A line of the notes that cannot be followed",
    Severity.ERROR,
    '{place}: "{tag}" cannot be followed: {why}.',
    "Write it on a line of its own, as `for: objective in focus` or `if: decisions`.",
)
NO_LIST = register(
    "T006",
    "not-a-list",
    "A loop over what is no list",
    Severity.ERROR,
    '{place}: {tag}: "{name}" is not a list.',
    "Name a list, such as `objectives`; `boardpack template names` has them all.",
)
SAME_SLIDES = register(
    "T007",
    "identical-slides",
    "A slide that repeats without a change",
    Severity.WARNING,
    '{place}: the slide is repeated for each "{name}" and never shows it, so that all will be alike.',
    "Show it on the slide, as in {{{{ {name} }}}}, or delete the line.",
)
NO_NAME = register(
    "T008",
    "shape-without-name",
    "A shape that names nothing",
    Severity.WARNING,
    '{place}: nothing stands behind "{lead}:", so that the shape stays as it is.',
    "Name what it is to show, in the Selection Pane (Home, Arrange).",
)
GROUPED = register(
    "T009",
    "shape-in-group",
    "A chart or a table in a group",
    Severity.ERROR,
    "{place}: the shape is part of a group and cannot be replaced.",
    "Take it out of its group (Arrange, Ungroup).",
)
NOT_FILLED = register(
    "T010",
    "not-filled",
    "A tag where nothing is filled",
    Severity.WARNING,
    "{place}: {tag} will be shown as it stands: {where} is not filled.",
    "Move it to a text box or a placeholder of a slide.",
)
NO_TITLE = register(
    "T011",
    "no-title",
    "A slide without a title",
    Severity.ERROR,
    "{place}: the slide has no title, so that a screen reader cannot name it.",
    "Give it a layout that has one (Home, Layout).",
)
SAME_TITLE = register(
    "T012",
    "same-title",
    "Slides with the same title",
    Severity.WARNING,
    '{place}: the title "{title}" is that of {other} too; they will be told apart by numbers alone.',
    "Say in each title what its slide shows.",
)
NOT_SHOWN = register(
    "T013",
    "not-shown",
    "Content that no slide shows",
    Severity.NOTE,
    "No slide shows {what}.",
    "If the board is to see it, use {how}.",
)
NO_PICTURE = register(
    "T014",
    "no-picture",
    "A picture that is not there",
    Severity.ERROR,
    '{place}: there is no picture "{name}".',
    "Put the file into {folder}, or change the name in the Selection Pane (Home, Arrange).",
)
NO_TAGS = register(
    "T015",
    "no-tags",
    "A deck without tags",
    Severity.NOTE,
    "No slide has a tag or a shape that is filled: {then}.",
    "Add tags (`boardpack template names` lists them), or name the layouts that the standard deck is to take, under [slides.layouts] in board.toml.",
)
LIKE_LEAD = register(
    "T016",
    "misspelt-shape",
    "A shape whose name is nearly that of a chart or a table",
    Severity.WARNING,
    '{place}: "{lead}:" means nothing, so that the shape stays as it is.',
    'Did you mean "{meant}:"?',
)
CANNOT_FILL = register(
    "T017",
    "cannot-be-filled",
    "A tag that cannot be filled at this meeting",
    Severity.ERROR,
    "{place}: {why}",
    "Put it right, and check again.",
)
LEFT_OUT = register(
    "T018",
    "left-out",
    "A slide that is not shown at this meeting",
    Severity.NOTE,
    "{place}: the slide is not shown at the meeting of {board}.",
    "Nothing is wrong if that is meant: its list is empty, or its condition does not hold.",
)
