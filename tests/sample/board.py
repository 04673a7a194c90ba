"""The board's settings, inputs/board.toml, commented for someone who never saw such a file."""

from __future__ import annotations

from pathlib import Path

from tests.sample.metric_data import COMPARATORS, LOCALITIES

TRENDS = (
    "cla_rate",
    "fostering_share",
    "residential",
    "same_placement_2y",
    "moves_3plus",
    "fco_home",
    "iha_timely",
    "rha_timely",
    "pathway_plan",
    "cl_eet",
    "assessment_late",
    "mash_24h",
    "supervision_reflective",
)

TEXT = """\
# The settings of the board.
#
# Read me first
#   A line that begins with # is a note to you. The tool skips it.
#   Every other line says: name = value. Change the part after the equals sign, never the name.
#   Words stand between straight quotation marks: "like this". Numbers and true or false do not.
#   Several values stand in square brackets, with commas between them: ["one", "two"].
#   A word in square brackets on a line of its own, such as [mail], begins a section.
#   If you break something, put the line back as it was. Nothing else can go wrong here.

[board]
# The name as it should stand on the cover and at the head of each page.
name = "Permanence and Children in Our Care Board"
council = "Marlshire County Council"
# A short form for e-mail subjects and slides.
short_name = "Permanence Board"
# A role, not a person: it stays right when people change.
chair = "Director of Children's Social Care"
# Printed on every page: "OFFICIAL" or "OFFICIAL-SENSITIVE".
marking = "OFFICIAL"
# Used where an agenda does not give its own place and time.
place = "Committee Room 2, County Hall, Marlbury"
time = "14:00"
# The board above this one, to which the highlight report goes.
reports_to = "Getting to Good Board"

[cycle]
# Weeks from one meeting to the next.
weeks = 6
# How many days before the meeting the leads are asked for their updates, the updates are back, and
# the chair is briefed. What would fall on a weekend or a bank holiday is done the day before.
ask_days = 21
return_days = 14
brief_days = 7
# How many whole working days lie between the pack and the meeting.
clear_days = 5

[slides]
# The file in templates/ that the deck is made from: your council's own template, .pptx or .potx.
template = "deck.pptx"
# A plain template has no tags. Say here which of its layouts takes which part of the deck, and take
# out the # before each line. `boardpack template check` lists the layouts and their placeholders.
# [slides.layouts]
# cover = "Title Slide"
# text = "Title and Content"
# chart = "Title Only"
# table = "Title Only"
# objective = "Two Content"

[areas]
# These names must be spelt as they are in the "area" column of the measures.
# First the area that is the whole of the council, then its parts.
whole = "County"
localities = [{localities}]
# Smaller parts, if there are figures of them.
districts = []
# Who the council compares itself with, nearest to the reader's mind first.
comparators = [{comparators}]

[mail]
# Use mailboxes of roles. The tool writes drafts; it sends only when you tell it to.
from = "permanence.board@marlshire.example.gov.uk"
to = [
    "board.members@marlshire.example.gov.uk",
    "designated.nurse@marlshire-ccg.example.gov.uk",
    "housing.strategy@marlshire-districts.example.gov.uk",
]
cc = ["getting.to.good@marlshire.example.gov.uk", "business.support@marlshire.example.gov.uk"]
# The date of the meeting is added behind it.
subject = "Papers for the Permanence and Children in Our Care Board"

# Who is asked for updates by boardpack commission: each lead as the plan writes it, and the address.
# Capitals and spaces do not matter. A lead that is missing here is told, and still gets a workbook.
[leads]
"Business Support Manager" = "business.support.manager@marlshire.example.gov.uk"
"CAMHS Service Manager" = "camhs.service.manager@marlshire-ccg.example.gov.uk"
"Care Leaver Apprentice Coordinator" = "care.leaver.apprentice.coordinator@marlshire.example.gov.uk"
"Commissioning Manager (Placements)" = "commissioning.manager@marlshire.example.gov.uk"
"Communications Manager" = "communications.manager@marlshire.example.gov.uk"
"Court Progression Manager" = "court.progression.manager@marlshire.example.gov.uk"
"Department for Work and Pensions partnership manager" = "partnership.manager@marlshire-dwp.example.gov.uk"
"Designated Nurse for Children in Care" = "designated.nurse.children.in.care@marlshire-ccg.example.gov.uk"
"Finance Business Partner" = "finance.business.partner@marlshire.example.gov.uk"
"Head of Adoption" = "head.adoption@marlshire.example.gov.uk"
"Head of Early Help" = "head.early.help@marlshire.example.gov.uk"
"Head of Fostering" = "head.fostering@marlshire.example.gov.uk"
"Head of Leaving Care" = "head.leaving.care@marlshire.example.gov.uk"
"Head of Legal (Children)" = "head.legal@marlshire.example.gov.uk"
"Head of Locality Central" = "head.locality.central@marlshire.example.gov.uk"
"Head of Locality East" = "head.locality.east@marlshire.example.gov.uk"
"Head of Locality North" = "head.locality.north@marlshire.example.gov.uk"
"Head of Permanence" = "head.permanence@marlshire.example.gov.uk"
"Head of Residential Services" = "head.residential.services@marlshire.example.gov.uk"
"Head of Safeguarding and Review" = "head.safeguarding.review@marlshire.example.gov.uk"
"Housing Strategy Lead (district councils)" = "housing.strategy.lead@marlshire-districts.example.gov.uk"
"IRO Manager" = "iro.manager@marlshire.example.gov.uk"
"Kinship Team Manager" = "kinship.team.manager@marlshire.example.gov.uk"
"MASH Manager" = "mash.manager@marlshire.example.gov.uk"
"Missing and Exploitation Manager" = "missing.exploitation.manager@marlshire.example.gov.uk"
"Participation Lead" = "participation.lead@marlshire.example.gov.uk"
"Principal Social Worker" = "principal.social.worker@marlshire.example.gov.uk"
"Virtual School Head" = "virtual.school.head@marlshire.example.gov.uk"
"Workforce Development Manager" = "workforce.development.manager@marlshire.example.gov.uk"
"Youth Justice Manager" = "youth.justice.manager@marlshire.example.gov.uk"
# What else a lead is called in the plan, and which of the names above is meant.
[leads.aliases]
"Head of Care Leavers" = "Head of Leaving Care"

[charts]
# The measures that get a chart in the pack, in this order. Use the names of the first column of
# metrics/definitions.csv. The scorecard shows every measure, charted or not.
trends = [
{trends}
]
# The measures that are shown locality by locality, at the newest period and a year before.
localities = ["rha_timely", "pep_current"]
# The same, district by district.
districts = []

# Measures side by side, with the label of each bar. The word behind [charts.groups. is the name
# that a template uses: group eet.
[charts.groups.eet]
title = "In education, employment or training, by age"
measures = ["eet_year12", "eet_year13", "eet_19_21", "eet_22_25"]
labels = ["Year 12", "Year 13", "Care leavers 19-21", "Care leavers 22-25"]

[plan]
# What each plan sheet is, where its name does not say it: "open", "metrics", "standing" or
# "completed". For example: sheets = {{ "Sheet2" = "standing" }}
sheets = {{}}
# What a heading of the workbook means, where it is guessed wrong: ref, plan_ref, activity, progress,
# evidence, metric, current, target, lead, due or rating; "ignore" for a column that means none.
# For example: headings = {{ "What good looks like" = "activity" }}
headings = {{}}

# What each audience may see. In the public pack (boardpack build --audience public) counts from 1 to
# suppress_up_to become the symbol, and so does whatever would give them away; round_to rounds others.
[audiences.members]
suppress_up_to = 0
[audiences.public]
suppress_up_to = 5
symbol = "c"
round_to = 1
# What stands in the place of an officer's name, for those who are to see the role alone. For example:
# roles = {{ "Pat Example" = "Head of Fostering" }}
roles = {{}}

[papers]
# How many pages a paper may have before the pack's findings say that it is long.
most_pages = 20
# The passwords of papers that are protected, each by the name of its file. For example:
# passwords = {{ "home-plan.pdf" = "..." }}
# Better than here, where everyone can read it: send a paper on without its password, or set
# BOARDPACK_PAPER_PASSWORD before you build. A password is never printed and never kept.
passwords = {{}}

[checks]
# Questions that are not to be asked, by their kind, such as "stale-data".
off = []

# The number that a question turns on, where the tool's own does not suit you. docs/questions.md
# gives each question's kind and its number. For example, old data is that of six months ago:
[checks.thresholds]
stale-data = 6
"""


def _quoted(names: tuple[str, ...]) -> str:
    return ", ".join(f'"{name}"' for name in names)


def write_board(path: Path) -> None:
    """Write the settings."""
    trends = "\n".join(f'    "{name}",' for name in TRENDS)
    text = TEXT.format(
        localities=_quoted(LOCALITIES), comparators=_quoted(COMPARATORS), trends=trends
    )
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="\n")
