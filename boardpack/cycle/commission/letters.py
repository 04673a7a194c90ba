"""The letter that a lead's workbook goes out with, as a draft."""

from pathlib import Path

from boardpack.cycle.commission.asking import Asked
from boardpack.cycle.commission.workbook import Round
from boardpack.document import templating
from boardpack.document.pack import Letter
from boardpack.renderers import mail
from boardpack.renderers.interface import Output
from boardpack.settings import Settings
from boardpack.words import long_date, plural

TEMPLATE = "mail/commission.txt.j2"


def draft(asked: Asked, book: Output, around: Round, settings: Settings, templates: Path) -> bytes:
    """The draft with the workbook attached; it has no recipient where the lead has no address."""
    board = settings.board.short_name
    values = {
        "board": around.name,
        "council": settings.board.council,
        "meeting": long_date(around.board),
        "back_by": long_date(around.back_by),
        "rows": plural(len(asked.rows), "row"),
        "stand": "stands" if len(asked.rows) == 1 else "stand",
        "questions": [
            {"ref": ref, "text": " ".join(text.split())} for ref, text in asked.questions
        ],
    }
    letter = Letter(
        name=asked.slug,
        sender=settings.mail.sender,
        to=(asked.address,) if asked.address else (),
        cc=(),
        subject=mail.marked(
            around.marking, f"{board}: your updates by {long_date(around.back_by)} ({asked.lead})"
        ),
        body=templating.render(templating.environment(templates, escape=False), TEMPLATE, values),
        attach=(book.name,),
    )
    return mail.render(letter, [book]).data
