"""Why an item is not published: Schedule 12A to the Local Government Act 1972, Part 1 (England)."""

import re

_PARAGRAPHS = re.compile(
    r"\b(?:paragraphs?|paras?)\.?\s*([1-7](?:\s*(?:,|and|&|to|-|–)\s*[1-7])*)\b", re.IGNORECASE
)
_NUMBER = re.compile(r"[1-7]")
_SCHEDULE = "Schedule 12A"
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


def paragraphs_of(exempt: str) -> tuple[int, ...]:
    """The paragraphs of the schedule that a reason names, in its order."""
    return tuple(
        int(number)
        for named in _PARAGRAPHS.finditer(exempt)
        for number in _NUMBER.findall(named[1])
    )


def withheld_because(exempt: str) -> str:
    """The sentences that stand in the place of an exempt item that is withheld."""
    under = exempt.strip().rstrip(".")
    paragraphs = paragraphs_of(under)
    if not paragraphs:
        reason = f"({under})"
    else:
        if _SCHEDULE.lower() not in under.lower():
            under += f" of {_SCHEDULE}"
        act = "" if _ACT.lower() in under.lower() else f" to the {_ACT}"
        subjects = "; ".join(_SUBJECTS[number] for number in dict.fromkeys(paragraphs))
        reason = f"under {under}{act}: {subjects}"
    return (
        f"This item and its papers are exempt from publication {reason}. They are not in this pack."
    )
