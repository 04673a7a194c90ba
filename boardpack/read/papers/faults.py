"""The faults that a paper can have, each registered once."""

from boardpack.findings import Severity, register

_EXPORT = "Export it as PDF again, and put that file in its place."
_NOTHING = "Nothing needs doing."

NO_PASSWORD = register(
    "R070",
    "paper-protected",
    "A paper protected with a password",
    Severity.ERROR,
    "The paper is protected with a password and none is given. Its place in the pack says so.",
    "Save a copy without a password, or give it under [papers.passwords] in board.toml.",
)
WRONG_PASSWORD = register(
    "R071",
    "paper-wrong-password",
    "A paper that its password does not open",
    Severity.ERROR,
    "The password that is given does not open the paper. Its place in the pack says so.",
    "Correct it under [papers.passwords] in board.toml, or save a copy without a password.",
)
RESTRICTED = register(
    "R072",
    "paper-restricted",
    "A paper that its author locked against changes",
    Severity.NOTE,
    "The paper opens freely, but its author locked it against changes or printing. It is in the pack.",
    "Ask its author, if you do not know that it may be shared.",
)
REPAIRED = register(
    "R073",
    "paper-repaired",
    "A paper that was damaged and is repaired",
    Severity.WARNING,
    "The file is damaged and was repaired: {pages} found, and what was lost cannot be known.",
    "Compare it with the original, or copy it again from where it is kept.",
)
NOT_A_PDF = register(
    "R074",
    "paper-not-a-pdf",
    "A paper that is not a PDF",
    Severity.ERROR,
    "The file is named as a PDF, but it is {what}. Its place in the pack says so.",
    _EXPORT,
)
BEYOND_REPAIR = register(
    "R075",
    "paper-unusable",
    "A paper that cannot be used",
    Severity.ERROR,
    "The paper cannot be used: {why}. Its place in the pack says so.",
    "{remedy}.",
)
PAGES_LEFT_OUT = register(
    "R076",
    "paper-pages-left-out",
    "Pages of a paper that are left out",
    Severity.WARNING,
    "{which} left out, because of {why}.",
    _EXPORT,
)
SIZE_GUESSED = register(
    "R077",
    "paper-without-size",
    "Pages of a paper that do not say how large they are",
    Severity.NOTE,
    "{which} without a size that makes sense, and taken as A4.",
    "Look at them in the pack.",
)
ODD_TURN = register(
    "R078",
    "paper-odd-turn",
    "Pages of a paper that are turned by an odd angle",
    Severity.NOTE,
    "{which} turned by an angle that does not exist, and shown unturned.",
    "Look at them in the pack.",
)
BLANK = register(
    "R079",
    "paper-blank-pages",
    "Blank pages of a paper",
    Severity.NOTE,
    "{which} blank, and left out.",
    _NOTHING,
)
PAGES_LOST = register(
    "R080",
    "paper-pages-lost",
    "A paper whose list of pages names what is not there",
    Severity.WARNING,
    "The file names pages that are not in it. Those that are there are in the pack ({pages}).",
    "Compare it with the original, or export it as PDF again.",
)
FORM = register(
    "R081",
    "paper-form",
    "A paper that is a form",
    Severity.NOTE,
    "The paper is a form with {fields}. The pack shows the answers as they stand, and nothing can be typed.",
    _NOTHING,
)
ANSWERS_LOST = register(
    "R082",
    "paper-form-answers-lost",
    "Answers in a form that may not show",
    Severity.WARNING,
    "The paper is a form, and {answers} may not show in the pack.",
    "Open it, print it to PDF, and put that file in its place.",
)
DROPPED = register(
    "R083",
    "paper-parts-dropped",
    "Parts of a paper that a pack does not carry",
    Severity.WARNING,
    "The pack leaves out what is not a page of the paper: {what}.",
    "Send it by itself, if the board is to have it.",
)
MANY_PAGES = register(
    "R084",
    "paper-very-long",
    "A very long paper",
    Severity.WARNING,
    "The paper has {count} pages.",
    "Ask for a summary, or for the pages that the board needs.",
)
LARGE = register(
    "R085",
    "paper-very-large",
    "A very large file",
    Severity.WARNING,
    "The file has {size} megabytes, and mailboxes may refuse the pack.",
    "Save it with smaller pictures.",
)
SIGNED = register(
    "R086",
    "paper-signed",
    "A paper that was signed",
    Severity.NOTE,
    "The paper has a digital signature. The pack shows how it looks, but it proves nothing there.",
    "Keep the original.",
)
FONTS = register(
    "R087",
    "paper-without-fonts",
    "A paper that does not carry its fonts",
    Severity.NOTE,
    "The file does not carry the fonts {fonts}, and may look different on other machines.",
    "Export it as PDF again with its fonts, as PDF/A for example.",
)
NO_WORDS = register(
    "R088",
    "paper-without-words",
    "Pages of a paper that are pictures",
    Severity.NOTE,
    "{which} without words that can be searched, or read by a screen reader.",
    "Export it as PDF from the program that it was written in, in place of a scan.",
)
NOT_TAGGED = register(
    "R089",
    "paper-not-tagged",
    "A paper that is not tagged",
    Severity.NOTE,
    "The paper does not say what is a heading or a table, so that screen readers guess.",
    "Export it as a tagged PDF (in Word: Save as PDF, Options, Document structure tags).",
)
COVERED = register(
    "R090",
    "paper-covered-words",
    "Words of a paper that are covered and still there",
    Severity.WARNING,
    "{which} covered in part by a dark mark. Words under it can still be copied out of the pack.",
    "Take the words out of the paper, and export it as PDF again.",
)
LAYERS = register(
    "R091",
    "paper-hidden-layers",
    "A paper with hidden layers",
    Severity.NOTE,
    "The paper has layers that are switched off. They are left out of the pack.",
    _NOTHING,
)
INCOMPLETE = register(
    "R092",
    "paper-incomplete-pages",
    "Pages of a paper that are damaged",
    Severity.WARNING,
    "{which} damaged, and may be incomplete.",
    "Compare it with the original, or export it as PDF again.",
)
TOO_LONG = register(
    "R093",
    "paper-too-long",
    "A paper longer than its item allows",
    Severity.WARNING,
    "The paper has {count}, and {most} are allowed.",
    "Ask for a shorter one, or allow more: most_pages below the item in agenda.toml.",
)
