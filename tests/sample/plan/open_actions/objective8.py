"""Open actions of objective 8, protection from harm and exploitation."""

from tests.sample.plan.build import Rag, Was, d, end, goes_on, lines, month, odd, row, run, typed, u

ROWS = (
    row(
        "1",
        "8.1.1",
        "Return home interviews: offered to every child who has been missing, "
        "and held within 72 hours.",
        u(
            29,
            7,
            "Offered in all 88 episodes in June and accepted in 63; 51 took place "
            "in time. Out-of-county children are the hard part.",
        ),
        u(20, 5, "New provider began on 1 May."),
        lead="Missing and Exploitation Manager",
        due=d(31, 7),
        brag=Rag(None, "amber"),
        faults=("overdue",),
        evidence="Provider's monthly return",
        metric="Return home interviews offered and accepted",
    ),
    row(
        "2",
        "8.1.2",
        "Philomena protocol: each home to hold a form ready to give to the "
        "police when a child goes missing.",
        u(14, 6, "Twenty-six homes out of 31 hold forms."),
        u(25, 3, "Police trainers briefed the registered managers."),
        lead=run("Missing and Exploitation Manager", "Head of Residential Services"),
        due=month("Nov1-8", end(11, 18)),
        brag="Green",
        faults=("overdue-but-green", "malformed-date", "no-update-since-previous-board"),
        evidence="Police audit of forms",
        metric="Homes with forms ready",
    ),
    row(
        "3",
        "8.1.3",
        "Map where children at risk of criminal exploitation live, meet and "
        "travel, and refresh it each quarter.",
        u(
            22,
            7,
            "Map refreshed for July with data from the bus company and from "
            "schools. Two new places named in Locality East.",
        ),
        u(26, 4, "Analyst seconded from the police for two days a week."),
        lead="Missing and Exploitation Manager",
        due=goes_on("Mar 19 - ongoing quarterly", end(3)),
        brag="Green",
        evidence="Map (restricted)",
        metric="Refreshes of the map in the year",
    ),
    row(
        "4",
        "8.2.1",
        "Visit children who live more than 20 miles outside the county every "
        "four weeks for the first three months.",
        u(
            16,
            7,
            "Visits on time for 71 of 79 children. The post of visiting officer "
            "has been offered, and should start in October; 45 more days asked for.",
        ),
        u(30, 5, "Date had been 31.05.19, changed to 15.08.19 as nobody applied."),
        lead=lines("Head of Locality North", "Head of Locality East"),
        due=d(29, 9),
        brag="Amber",
        was=Was(due=d(15, 8)),
        evidence="Visits report",
        metric="Visits on time, children far from home",
    ),
    row(
        "5",
        "8.2.3",
        "Semi-independent homes: risk check by the locality before a 16 year old moves in.",
        u(
            23,
            7,
            "Checklist used for 21 of 24 moves since May, and the other three were same-day moves.",
        ),
        u(7, 5, "Checklist agreed with the police."),
        lead="Head of Locality Central",
        due=typed("30.1119", d(30, 11)),
        brag="Green",
        was=Was(brag="Amber"),
        faults=("malformed-date",),
        evidence="Checklist",
        metric="Moves with a check beforehand",
    ),
    row(
        "6",
        "8.2.4",
        "Train foster carers and residential staff to spot county lines and to "
        "talk about it without frightening children.",
        odd("19.07.19 - 240 trained so far. Bookings for September are full.", d(19, 7)),
        odd("05.13.19 - Trainer from the charity ran the first two days."),
        odd("23.019 - List of who must attend drawn up."),
        lead="Workforce Development Manager",
        due=d(17, 8),
        brag="Green",
        faults=("impossible-date", "malformed-date", "due-before-next-board"),
        evidence="Attendance lists from the training system",
        metric="Carers and staff trained",
    ),
    row(
        "7",
        "8.3.1",
        "National Referral Mechanism: referrals made within 48 hours and decisions chased.",
        u(
            19,
            6,
            "Ring the duty desk on 01632 960123 for a copy of the form; 12 "
            "referrals were made since January.",
        ),
        lead="Head of Safeguarding and Review",
        due=d(31, 7),
        brag="Red",
        faults=("overdue", "no-update-since-previous-board", "possible-personal-data"),
        evidence="Referral log",
        metric="Referrals within 48 hours",
    ),
    row(
        "8",
        "8.3.2",
        "MASH: consider every contact about a child in our care within 24 hours.",
        u(1, 8, "96% in July. The four that were late came in on one Sunday."),
        u(10, 6, "Weekend rota changed."),
        lead="MASH Manager",
        due=d(31, 10),
        brag="Green",
        evidence="MASH daily report",
        metric="MASH contacts considered in 24 hours",
    ),
    row(
        None,
        "8.3.3",
        "Allegations against carers: tell the child the outcome, in person, within a week.",
        u(
            24,
            7,
            "AM: the outcome of the case of child A (7) was explained by her own "
            "worker. Nine of twelve outcomes were shared in time.",
        ),
        u(28, 5, "Letter for children agreed."),
        lead="Head of Safeguarding and Review",
        due=d(31, 10),
        brag="Amber",
        faults=("no-ref", "possible-personal-data"),
        evidence="Log kept by the designated officer",
        metric="Outcomes shared within a week",
    ),
)
