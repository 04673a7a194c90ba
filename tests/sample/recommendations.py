"""The tracker of the 17 inspection recommendations at both meetings."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

import xlsxwriter

HEADER = (
    "No",
    "Recommendation",
    "Current position",
    "Progress rating",
    "Linked plan refs",
    "Lead",
    "Due",
)
WIDTHS = (5, 46, 62, 12, 18, 26, 12)
HEADER_ROW = 3  # as Excel numbers it
FILLS = {
    "Blue": ("#1F4E9E", "#FFFFFF"),
    "Red": ("#C00000", "#FFFFFF"),
    "Amber": ("#FFC000", "#000000"),
    "Green": ("#92D050", "#000000"),
}


@dataclass(frozen=True, slots=True)
class Recommendation:
    """One recommendation; `july` and `august` are its position and rating at each meeting."""

    text: str
    july: tuple[str, str]
    august: tuple[str, str]
    refs: str
    lead: str
    due: date


RECOMMENDATIONS = (
    Recommendation(
        "Decide sooner whether a child on a care order at home still needs one.",
        ("301 children are at home on full care orders. Each team is listing its own.", "Red"),
        ("Down to 285. Forty orders could be discharged; legal time is the brake.", "Red"),
        "Obj 2: 7, 14a",
        "Head of Legal (Children)",
        date(2020, 3, 31),
    ),
    Recommendation(
        "Make sure that children hear about decisions from someone whom they know.",
        ("Reviewing officers now ring before a review; not yet after it.", "Amber"),
        (
            "Calls after the review began in North in July, in the other localities in September.",
            "Amber",
        ),
        "Obj 1: 2, 3",
        "IRO Manager",
        date(2019, 10, 31),
    ),
    Recommendation(
        "Complete initial health assessments within 20 working days of a child coming into care.",
        ("24% in May. Consent forms arrive late and there are too few clinics.", "Red"),
        ("18% in July. Consent is now taken on the day; the clinics are still missing.", "Red"),
        "Obj 6: 1, 2",
        "Designated Nurse for Children in Care",
        date(2019, 12, 31),
    ),
    Recommendation(
        "Write pathway plans with the young person, in words that they would use.",
        ("New form tried with 12 young people and two advisers.", "Amber"),
        ("The form is in use for all new plans since 15 July.", "Green"),
        "Obj 3: 4",
        "Head of Leaving Care",
        date(2019, 11, 30),
    ),
    Recommendation(
        "Record reflective supervision, and let audits test whether it changed anything.",
        ("Recording fell to 59% in May.", "Amber"),
        ("57.7% in June, before the shorter form. July's figure is not out.", "Red"),
        "Obj 8: 5",
        "Principal Social Worker",
        date(2019, 9, 30),
    ),
    Recommendation(
        "Have enough foster families for teenagers and for brothers and sisters together.",
        ("Twelve households approved since January, nine lost.", "Amber"),
        ("Seventeen approved since January, eleven lost; four take sibling groups.", "Amber"),
        "Obj 5: 3, 10b",
        "Head of Fostering",
        date(2020, 3, 31),
    ),
    Recommendation(
        "See every child who comes back from being missing within 72 hours.",
        ("Second interviewer in post. 80% offered and accepted.", "Green"),
        ("81%. Weekends in East are covered.", "Green"),
        "Obj 8: 1",
        "Missing and Exploitation Manager",
        date(2019, 12, 31),
    ),
    Recommendation(
        "Bring personal education plans up to date and check that they are any good.",
        ("69% in date at the end of the spring term.", "Amber"),
        ("71% at the end of summer; schools in Central send theirs last.", "Amber"),
        "Obj 4: 1-3",
        "Virtual School Head",
        date(2019, 12, 31),
    ),
    Recommendation(
        "Give care leavers written information on everything that they can ask for.",
        ("Leaflet and web page published in April.", "Blue"),
        ("Closed. Young inspectors found the page in two clicks.", "Blue"),
        "Obj 3: 1",
        "Communications Manager",
        date(2019, 4, 30),
    ),
    Recommendation(
        "Stop the drift of cases in the public law outline.",
        ("Every case older than 16 weeks is now seen by the legal gateway panel.", "Green"),
        ("Six cases are over 16 weeks, against 22 a year ago.", "Green"),
        "Obj 2: 9",
        "Court Progression Manager",
        date(2019, 9, 30),
    ),
    Recommendation(
        "Use what complaints and advocacy say to change services.",
        ("Themes go to the participation meeting each quarter.", "Green"),
        ("Complaints rose to nine in the first quarter; five are about contact.", "Amber"),
        "Obj 1: 6",
        "Participation Lead",
        date(2019, 12, 31),
    ),
    Recommendation(
        "Assess friends and relatives early, and support those who take children in.",
        ("Kinship team of five posts, three filled.", "Amber"),
        ("Four of five filled. First meetings are held within two weeks.", "Amber"),
        "Obj 2: 4a",
        "Kinship Team Manager",
        date(2019, 8, 31),
    ),
    Recommendation(
        "Finish assessments in 45 days without losing quality.",
        ("12% are late, half of what it was two years ago.", "Blue"),
        ("Closed, and watched on the scorecard: 12.4% in July.", "Blue"),
        "Obj 8: 3",
        "Head of Safeguarding and Review",
        date(2019, 3, 31),
    ),
    Recommendation(
        "Offer mental health support to children who move placement.",
        ("Consultation line for carers open on two mornings.", "Amber"),
        ("Three mornings since July; nobody waits over ten days for a call.", "Green"),
        "Obj 6: 5",
        "CAMHS Service Manager",
        date(2019, 10, 31),
    ),
    Recommendation(
        "Agree with the districts how young people leaving care are housed.",
        ("Protocol signed by ten of twelve.", "Green"),
        ("Ten of twelve, as in July. The due date has gone by.", "Green"),
        "Obj 5: 8; Obj 3: 7",
        "Housing Strategy Lead (district councils)",
        date(2019, 7, 31),
    ),
    Recommendation(
        "Depend less on agency social workers and keep those who are new to the work.",
        ("30.2 agency posts. Nine newly qualified start in September.", "Amber"),
        ("28.8 agency posts. Eleven newly qualified start in September.", "Green"),
        "Obj 8: 11",
        "Workforce Development Manager",
        date(2020, 3, 31),
    ),
    Recommendation(
        "Celebrate what children achieve, and record it so that it counts later.",
        ("Awards evening held. Few workbooks come back to be assessed.", "Amber"),
        ("412 workbooks given out, one certificate. An assessor is being hired.", "Red"),
        "Obj 9: 1, 2b",
        "Participation Lead",
        date(2019, 9, 30),
    ),
)


def write_recommendations(board: date, path: Path) -> None:
    """Write the tracker as it stands before a meeting."""
    book = xlsxwriter.Workbook(str(path))
    book.set_properties({"created": datetime(2019, 7, 24), "title": "Inspection recommendations"})
    sheet = book.add_worksheet("Recommendations")
    wrapped = {"text_wrap": True, "valign": "top", "border": 1, "font_size": 10}
    cell = book.add_format(wrapped)
    day = book.add_format({**wrapped, "num_format": "dd/mm/yyyy"})
    head = book.add_format({**wrapped, "bold": True, "bg_color": "#D9E1F2"})
    title = book.add_format({"bold": True, "font_size": 14, "valign": "vcenter"})
    fills = {
        name: book.add_format({**wrapped, "bg_color": fill, "font_color": ink, "bold": True})
        for name, (fill, ink) in FILLS.items()
    }
    sheet.merge_range(
        0,
        0,
        0,
        len(HEADER) - 1,
        f"Inspection of children's services: recommendations, {board:%d/%m/%Y}",
        title,
    )
    sheet.set_row(0, 26)
    sheet.write_row(HEADER_ROW - 1, 0, HEADER, head)
    for column, width in enumerate(WIDTHS):
        sheet.set_column(column, column, width)
    for number, item in enumerate(RECOMMENDATIONS, 1):
        row = HEADER_ROW + number - 1
        position, rating = item.july if board == date(2019, 7, 3) else item.august
        sheet.write_row(row, 0, (number, item.text, position), cell)
        sheet.write_string(row, 3, rating, fills[rating])
        sheet.write_row(row, 4, (item.refs, item.lead), cell)
        sheet.write_datetime(row, 6, datetime(item.due.year, item.due.month, item.due.day), day)
        sheet.set_row(row, 30)
    sheet.freeze_panes(HEADER_ROW, 0)
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(HEADER_ROW - 1)
    book.close()
