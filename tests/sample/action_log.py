"""The board's own action log at both meetings."""

from __future__ import annotations

import csv
from datetime import date
from pathlib import Path

HEADER = ("ref", "raised", "action", "owner", "due", "status", "update")
Entry = tuple[str, str, str, str, str, str, str]

JULY: tuple[Entry, ...] = (
    (
        "19/17",
        "13/03/2019",
        "Agree one form for delegated authority with foster carers",
        "Head of Fostering",
        "31/05/2019",
        "Done",
        "In use since 20 May; carers hold a copy.",
    ),
    (
        "19/18",
        "13/03/2019",
        "Show the board the cost of children placed over 20 miles away",
        "Finance Business Partner",
        "03/07/2019",
        "Done",
        "Tabled with the July budget note.",
    ),
    (
        "19/19",
        "13/03/2019",
        "Map who trains designated teachers and how often",
        "Virtual School Head",
        "28/06/2019",
        "Open",
        "Map drafted. Three academies have not replied.",
    ),
    (
        "19/20",
        "10/04/2019",
        "Write to districts about council tax for care leavers",
        "Housing Strategy Lead (district councils)",
        "31/05/2019",
        "Done",
        "Letters sent 7 May; nine districts have agreed.",
    ),
    (
        "19/21",
        "10/04/2019",
        "Give every child who moves a proper case",
        "Head of Residential Services",
        "30/06/2019",
        "Done",
        "400 bought, held by team clerks.",
    ),
    (
        "19/22",
        "10/04/2019",
        "Check that review invitations reach young people by text",
        "IRO Manager",
        "14/06/2019",
        "Done",
        "Texts go out ten days before each review.",
    ),
    (
        "19/23",
        "22/05/2019",
        "Bring a costed offer for carers of teenagers",
        "Head of Fostering",
        "03/07/2019",
        "Open",
        "Costs done, savings to be tested with finance.",
    ),
    (
        "19/24",
        "22/05/2019",
        "Check section 20 agreements older than six months",
        "Head of Locality East",
        "28/06/2019",
        "Open",
        "Eleven of 46 left.",
    ),
    (
        "19/25",
        "22/05/2019",
        "Take a seat on the in-year admissions panel",
        "Virtual School Head",
        "13/09/2019",
        "Open",
        "Terms of reference being changed.",
    ),
    (
        "19/26",
        "22/05/2019",
        "Explain the fall in recorded reflective supervision",
        "Principal Social Worker",
        "14/08/2019",
        "Open",
        "Dip sample of 40 files planned for July.",
    ),
    (
        "19/27",
        "22/05/2019",
        "List young people aged 17 without a bank account",
        "Head of Leaving Care",
        "14/08/2019",
        "Open",
        "List drawn; 23 names go to advisers.",
    ),
)

AUGUST: tuple[Entry, ...] = (
    (
        "19/19",
        "13/03/2019",
        "Map who trains designated teachers and how often",
        "Virtual School Head",
        "28/06/2019",
        "Open",
        "One academy trust still has not answered; no new date given.",
    ),
    (
        "19/23",
        "22/05/2019",
        "Bring a costed offer for carers of teenagers",
        "Head of Fostering",
        "25/09/2019",
        "Open",
        "With the budget group on 4 September. Date moved from 3 July.",
    ),
    (
        "19/24",
        "22/05/2019",
        "Check section 20 agreements older than six months",
        "Head of Locality East",
        "31/07/2019",
        "Done",
        "All 46 checked; nine go to court, four children went home.",
    ),
    (
        "19/25",
        "22/05/2019",
        "Take a seat on the in-year admissions panel",
        "Virtual School Head",
        "13/09/2019",
        "Open",
        "Agreed; first sitting on 10 September.",
    ),
    (
        "19/26",
        "22/05/2019",
        "Explain the fall in recorded reflective supervision",
        "Principal Social Worker",
        "14/08/2019",
        "Done",
        "40 files sampled: held in 31, recorded in 22. Form cut from four pages to one.",
    ),
    (
        "19/27",
        "22/05/2019",
        "List young people aged 17 without a bank account",
        "Head of Leaving Care",
        "14/08/2019",
        "Done",
        "14 opened, nine appointments in August.",
    ),
    (
        "19/28",
        "03/07/2019",
        "Ask leads of late Green actions for a closing note or a new date",
        "Performance Manager",
        "26/07/2019",
        "Done",
        "All were asked; most answered by 24 July.",
    ),
    (
        "19/29",
        "03/07/2019",
        "Write to the clinical commissioning group about clinics",
        "Director of Children's Social Care",
        "12/07/2019",
        "Done",
        "Sent on 9 July; a reply is promised by 16 August.",
    ),
    (
        "19/30",
        "03/07/2019",
        "Introduce each child to the reviewing officer in a one-page profile",
        "IRO Manager",
        "25/09/2019",
        "Open",
        "Profiles written with the children in care council.",
    ),
    (
        "19/31",
        "03/07/2019",
        "Measure the wait between second review and agency decision",
        "Court Progression Manager",
        "14/08/2019",
        "Open",
        "Dates pulled for 61 children; in the dashboard at item 6.",
    ),
    (
        "19/32",
        "03/07/2019",
        "Offer the agreed fee to both fostering agencies",
        "Commissioning Manager (Placements)",
        "31/07/2019",
        "Done",
        "One accepted, one has come back with terms.",
    ),
    (
        "19/33",
        "03/07/2019",
        "Give the undecided district the cost of an exemption, case by case",
        "Finance Business Partner",
        "06/09/2019",
        "Open",
        "Draft shows 19 households, less than the district feared.",
    ),
)

LOGS = {date(2019, 7, 3): JULY, date(2019, 8, 14): AUGUST}


def write_action_log(board: date, path: Path) -> None:
    """Write the log as it stands before a meeting."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(HEADER)
        writer.writerows(LOGS[board])
