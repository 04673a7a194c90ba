"""The agendas of both meetings."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date
from pathlib import Path

SUFFICIENCY = "sufficiency-strategy-progress.pdf"
TRACKER = "permanence-tracker-dashboard.pdf"
WITHHELD = "paragraph 3 of Part 1 of Schedule 12A"


@dataclass(frozen=True, slots=True)
class Item:
    """One item of an agenda."""

    title: str
    lead: str
    minutes: int
    purpose: str
    ask: str = ""
    paper: str = ""
    exempt: str = ""
    chapter: str = ""


@dataclass(frozen=True, slots=True)
class Agenda:
    """One meeting's agenda."""

    time: str
    place: str
    next_meeting: date
    items: tuple[Item, ...]
    support: tuple[str, ...] = ()


JULY = Agenda(
    "14:00",
    "Committee Room 2, County Hall, Marlbury",
    date(2019, 8, 14),
    (
        Item(
            "Welcome, apologies and declarations of interest",
            "Director of Children's Social Care",
            5,
            "information",
        ),
        Item(
            "Minutes of 22 May 2019, matters arising and the action log",
            "Business Support Manager",
            10,
            "decision",
            ask="Agree the minutes as a correct record and close the actions marked done.",
            chapter="minutes",
        ),
        Item(
            "What young people told us: the summer survey of children in care",
            "Participation Lead",
            15,
            "discussion",
        ),
        Item(
            "Delivery plan: rating, escalations and late actions",
            "Head of Permanence",
            25,
            "discussion",
            chapter="plan-on-a-page",
        ),
        Item(
            "Sufficiency strategy for placements 2019-2022: progress",
            "Commissioning Manager (Placements)",
            15,
            "decision",
            ask="Choose between block and spot purchase for the first four solo placements.",
            paper=SUFFICIENCY,
        ),
        Item(
            "Permanence tracker dashboard",
            "Court Progression Manager",
            10,
            "information",
            paper=TRACKER,
        ),
        Item(
            "Initial health assessments: recovery plan",
            "Designated Nurse for Children in Care",
            15,
            "decision",
            ask="Support the request to the clinical commissioning group for two more "
            "paediatric clinics a week until December.",
        ),
        Item(
            "Council tax exemption for care leavers: offer by each district",
            "Housing Strategy Lead (district councils)",
            10,
            "discussion",
        ),
        Item(
            "Fees for two independent fostering agencies",
            "Finance Business Partner",
            10,
            "decision",
            ask="Agree the highest fee to be offered when the two contracts are renewed.",
            exempt=WITHHELD,
        ),
        Item("Forward plan and any other business", "Business Support Manager", 5, "information"),
    ),
)

AUGUST = Agenda(
    "14:00",
    "Committee Room 2, County Hall, Marlbury",
    date(2019, 9, 25),
    (
        Item(
            "Welcome, apologies and declarations of interest",
            "Director of Children's Social Care",
            5,
            "information",
        ),
        Item(
            "Minutes of 3 July 2019, matters arising and the action log",
            "Business Support Manager",
            10,
            "decision",
            ask="Agree the minutes as a correct record and set a new date for the one overdue "
            "action.",
            chapter="minutes",
        ),
        Item(
            "Certificates that count: why one ASDAN award has been issued",
            "Participation Lead",
            10,
            "discussion",
            chapter="objective-9",
        ),
        Item(
            "Delivery plan: rating, escalations and late actions",
            "Head of Permanence",
            25,
            "discussion",
            chapter="plan-on-a-page",
        ),
        Item(
            "Sufficiency strategy for placements 2019-2022: progress",
            "Commissioning Manager (Placements)",
            15,
            "decision",
            ask="Approve the opening of Willow House as a two-bed home from January 2020.",
            paper=SUFFICIENCY,
        ),
        Item(
            "Permanence tracker dashboard",
            "Court Progression Manager",
            10,
            "information",
            paper=TRACKER,
        ),
        Item(
            "Children at home on care orders: which orders can be discharged",
            "Head of Legal (Children)",
            15,
            "decision",
            ask="Set aside court time and two social work posts to bring 40 applications by "
            "March 2020.",
        ),
        Item(
            "Inspection recommendations: position on all 17",
            "Head of Safeguarding and Review",
            10,
            "discussion",
            chapter="recommendations",
        ),
        Item(
            "Purchase of a property for a children's home",
            "Finance Business Partner",
            10,
            "decision",
            ask="Recommend the price and the timetable to the Cabinet Member.",
            exempt=WITHHELD,
        ),
        Item(
            "Getting to Good: what goes into the highlight report",
            "Director of Children's Social Care",
            5,
            "discussion",
        ),
        Item("Forward plan and any other business", "Business Support Manager", 5, "information"),
    ),
    (
        "Settle with the clinical commissioning group who pays for therapy outside the county.",
        "Ask each district council for one named officer for care leavers' homes.",
    ),
)

AGENDAS = {date(2019, 7, 3): JULY, date(2019, 8, 14): AUGUST}


def _text(value: str) -> str:
    """A TOML string; its escapes are those of JSON."""
    return json.dumps(value, ensure_ascii=False)


def _item(number: int, item: Item) -> str:
    lines = [
        "[[item]]",
        f"number = {number}",
        f"title = {_text(item.title)}",
        f"lead = {_text(item.lead)}",
        f"minutes = {item.minutes}",
        f"purpose = {_text(item.purpose)}",
    ]
    optional = {
        "paper": item.paper,
        "chapter": item.chapter,
        "ask": item.ask,
        "exempt": item.exempt,
    }
    lines += [f"{name} = {_text(value)}" for name, value in optional.items() if value]
    return "\n".join(lines) + "\n"


def write_agenda(board: date, path: Path) -> None:
    """Write one meeting's agenda."""
    agenda = AGENDAS[board]
    head = (
        "# The agenda. One [[item]] for each item, in the order in which it is taken.\n"
        '# purpose is "decision", "discussion" or "information"; minutes is how long it gets.\n'
        "# paper is the name of a file in the folder papers; leave the line out where there is "
        "none.\n"
        "# chapter, where there is no paper, is the chapter of the pack that the item is about: "
        "minutes, summary,\n"
        "# plan-on-a-page, late, scorecard, recommendations, objective-9 and so on; the agenda leads "
        "there.\n"
        "# required = true, below a paper, refuses to make the pack without it; otherwise a page says "
        "what is missing.\n"
        "# most_pages, below a paper, is how long it may be where board.toml says something else.\n"
        "# exempt says why an item is withheld from the published pack: which paragraph of the law.\n"
        "# support is what is asked of the board above; it goes into the highlight report.\n\n"
        "[meeting]\n"
        f"date = {board}\n"
        f"time = {_text(agenda.time)}\n"
        f"place = {_text(agenda.place)}\n"
        f"next_meeting = {agenda.next_meeting}\n"
    )
    if agenda.support:
        head += "".join(
            ("support = [\n", *(f"    {_text(ask)},\n" for ask in agenda.support), "]\n")
        )
    items = (_item(number, item) for number, item in enumerate(agenda.items, 1))
    path.write_text("\n".join((head, *items)), encoding="utf-8", newline="\n")
