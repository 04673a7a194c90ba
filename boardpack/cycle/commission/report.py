"""What commission prints: JSON for programs, and the same in words."""

from typing import Any

from boardpack.cycle.commission.run import Commissioned
from boardpack.words import long_date, plural


def commissioned_json(made: Commissioned) -> dict[str, Any]:
    """The public shape of `commission --json`."""
    return {
        "board": made.commission.board,
        "version": made.commission.version,
        "stamp": made.commission.stamp,
        "new": made.is_new,
        "back_by": made.back_by.isoformat(),
        "folder": made.folder.as_posix(),
        "rows": len(made.commission.rows),
        "leads": [
            {
                "lead": one.lead,
                "address": one.address,
                "rows": len(one.rows),
                "questions": len(one.questions),
                "file": f"{one.slug}.xlsx",
            }
            for one in made.asked
        ],
        "findings": [finding.as_json() for finding in made.findings],
    }


def commissioned_text(made: Commissioned) -> str:
    """How many leads are asked about how many rows, where the drafts are, and what to put right."""
    rows, leads = len(made.commission.rows), len(made.asked)
    known = "" if made.is_new else " Nothing has changed since it was made."
    asked = f"{plural(leads, 'lead')} asked about {plural(rows, 'row')}"
    by = f"to answer by {long_date(made.back_by)}: version {made.commission.version}"
    return "\n".join(
        (
            f"{asked}, {by}.{known}",
            f"A workbook and a draft for each are in {made.folder}.",
            *(f"{finding.severity.value}: {finding}" for finding in made.findings),
        )
    )
