"""Why an item is not published: Schedule 12A to the Local Government Act 1972, Part 1 (England)."""

import re

_PARAGRAPH = re.compile(r"\b(?:paragraphs?|paras?)\.?\s*([1-7])\b", re.IGNORECASE)
_ACT = "Local Government Act 1972"
_SUBJECTS = {
    1: "information relating to any individual",
    2: "information that is likely to reveal the identity of an individual",
    3: "information relating to the financial or business affairs of any particular person, "
    "including the authority that holds it",
    4: "information relating to consultations or negotiations in connection with a labour relations "
    "matter",
    5: "information for which legal professional privilege could be claimed",
    6: "information that reveals that the authority proposes to serve a notice, or to make an order "
    "or direction",
    7: "information relating to action taken to prevent, investigate or prosecute crime",
}


def paragraph_of(exempt: str) -> int | None:
    """The paragraph of the schedule that a reason names; None where it names none."""
    named = _PARAGRAPH.search(exempt)
    return int(named[1]) if named else None


def withheld_because(exempt: str) -> str:
    """The sentences that stand in the place of an exempt item that is withheld."""
    under = exempt.strip().rstrip(".")
    paragraph = paragraph_of(under)
    if paragraph is None:
        reason = f"({under})"
    else:
        act = "" if _ACT.lower() in under.lower() else f" to the {_ACT}"
        reason = f"under {under}{act}: {_SUBJECTS[paragraph]}"
    return (
        f"This item and its papers are exempt from publication {reason}. They are not in this pack."
    )
