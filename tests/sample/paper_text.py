"""The words and figures of the papers at both meetings; `<b>` and `<a href>` are marked in them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

Block = tuple[str, tuple[str, ...]]
Rows = tuple[tuple[str, ...], ...]

SUFFICIENCY_TITLE = "Sufficiency strategy for placements 2019-2022: progress"
TRACKER_TITLE = "Permanence tracker dashboard"
NEED: Block = (
    "1. Why this matters",
    (
        (
            'The <a href="https://www.legislation.gov.uk/ukpga/1989/41/section/22G">Children Act '
            "1989</a> asks the council to secure enough suitable homes in its own area for the "
            "children whom it looks after. A home nearby keeps a child in the same school and within "
            "reach of brothers, sisters and friends. It is also cheaper: a placement over 20 miles away "
            "costs a third more, most of it for transport and for visits."
        ),
        (
            "The strategy has three aims: more of our own foster families, fewer and better residential "
            "places, and a home in Marlshire for each young person who leaves care and wants one."
        ),
    ),
)


@dataclass(frozen=True, slots=True)
class Sufficiency:
    """The portrait paper."""

    title: str
    purpose: str
    opening: tuple[Block, ...]
    table_note: str
    table: Rows
    middle: tuple[Block, ...]
    closing: tuple[Block, ...]
    milestones: Rows


@dataclass(frozen=True, slots=True)
class Tracker:
    """The landscape paper."""

    title: str
    summary: str
    table: Rows
    table_note: str
    source: str
    chart_title: str
    chart_note: str
    steps: tuple[str, ...]
    waits: tuple[tuple[str, tuple[int, ...]], ...]
    closing: tuple[Block, ...]


def _homes(month: str, now: tuple[int, ...]) -> Rows:
    """Where children live: a year ago, now, the plan for 2020 and the change."""
    kinds = (
        "Foster care: council's own carers",
        "Foster care: independent agencies",
        "Foster care: relatives and friends",
        "Residential care",
        "Semi-independent and supported",
        "At home on a care order",
        "Living with adopters before the order",
        "Secure and custody",
        "All other",
    )
    before = (636, 478, 120, 186, 58, 359, 62, 5, 64)
    plan = (760, 400, 170, 160, 90, 240, 85, 4, 71)
    lines = [
        *zip(kinds, before, now, plan, strict=True),
        ("<b>All children</b>", sum(before), sum(now), sum(plan)),
    ]
    rows = ((kind, f"{b:,}", f"{n:,}", f"{p:,}", f"{n - b:+,}") for kind, b, n, p in lines)
    return (("Where they live", "31 Mar 2018", month, "Plan, Mar 2020", "Change"), *rows)


SUFFICIENCY = {
    date(2019, 7, 3): Sufficiency(
        SUFFICIENCY_TITLE,
        "For decision: whether the first four solo placements are bought as a block or one by one.",
        (
            NEED,
            (
                "2. Recommendations",
                (
                    "2.1 That the board notes the progress of the first quarter of the strategy.",
                    (
                        "2.2 That the board chooses between a block contract for four solo placements "
                        "(option A) and buying each when it is needed (option B). Officers favour A."
                    ),
                ),
            ),
            (
                "3. What has changed since March",
                (
                    (
                        "Twelve foster households were approved and nine left, six of them to retire. "
                        "The recruitment campaign brought 94 enquiries in May, the best month in three "
                        "years, and 21 of them have led to a first visit."
                    ),
                    (
                        "Residential places fell from 203 in February to 194 at the end of May. Four "
                        "children moved to foster families and five reached 18. Seven came in, five of "
                        "them in an emergency and on the day."
                    ),
                    (
                        "The framework of independent agencies was opened again in April. Two agencies "
                        "joined, both of which have carers for brothers and sisters in East."
                    ),
                ),
            ),
        ),
        "Snapshot of 31 May 2019, all children looked after, by type of home. The plan for March "
        "2020 is that of the strategy as adopted in January 2019.",
        _homes("31 May 2019", (650, 494, 135, 194, 94, 376, 79, 4, 81)),
        (
            (
                "4. The two options",
                (
                    (
                        "<b>Option A, a block of four.</b> The price is known, the staff are ours to "
                        "shape, and matching is in our hands. An empty bed is paid for; at three beds "
                        "filled out of four the block costs the same as spot purchase."
                    ),
                    (
                        "<b>Option B, one by one.</b> Nothing is paid for an empty bed. In the last year "
                        "a solo place took 19 days to find, and seven of eleven were outside the county."
                    ),
                ),
            ),
        ),
        (
            (
                "5. Money",
                (
                    (
                        "The block would cost 1.12 million pounds a year, against 1.18 million spent on "
                        "eleven spot placements last year. It is met from the placements budget, which "
                        "is forecast to overspend by 0.9 million without it."
                    ),
                ),
            ),
            (
                "6. Risks",
                (
                    (
                        "The chosen provider may not be registered by October. Commissioners keep two "
                        "spot places in hand until then. Neighbours of one property have objected; the "
                        "planning meeting is on 17 July."
                    ),
                    (
                        "Growth in the number of children would overtake the plan. At the rate of the "
                        "last twelve months another 70 homes are needed by next spring."
                    ),
                ),
            ),
            (
                "7. What children and carers said",
                (
                    (
                        "The children in care council asked that nobody is moved on a school day, and "
                        "that a photograph of the house comes before the move. Both are now in the "
                        "specification. Carers asked for one named person to ring out of hours."
                    ),
                ),
            ),
        ),
        (
            ("Milestone", "Who", "When"),
            ("Specification for solo placements agreed", "Commissioning Manager", "31 July 2019"),
            ("Carers' retainer for teenagers costed", "Head of Fostering", "14 August 2019"),
            ("Second open day for foster carers in East", "Head of Fostering", "21 September 2019"),
            ("First solo placement open", "Head of Residential Services", "31 October 2019"),
        ),
    ),
    date(2019, 8, 14): Sufficiency(
        SUFFICIENCY_TITLE,
        "For decision: whether Willow House opens as a two-bed home in January 2020.",
        (
            NEED,
            (
                "2. Recommendations",
                (
                    (
                        "2.1 That the board notes that the share of children in foster care passed its "
                        "target of 60% in the spring and stood at 61.4% in June."
                    ),
                    (
                        "2.2 That the board approves the opening of Willow House as a two-bed home for "
                        "children aged 11 to 15 from January 2020."
                    ),
                ),
            ),
            (
                "3. What has changed since the July meeting",
                (
                    (
                        "Five more foster households were approved, which makes 17 since January. Two "
                        "left. Four of the new ones take brothers and sisters, and one of them has "
                        "already made it possible to bring two brothers back from another county."
                    ),
                    (
                        "Residential places fell to 190 at the end of June, seven above the target for "
                        "July. All children who could step down now have a named worker and a date."
                    ),
                    (
                        "The block contract for four solo placements was let on 29 July after the "
                        "board's decision. The provider has applied for registration."
                    ),
                ),
            ),
        ),
        "Snapshot of 30 June 2019, all children looked after, by type of home. July's figures by "
        "type of home come out after this paper is sent.",
        _homes("30 Jun 2019", (662, 498, 140, 190, 96, 363, 81, 4, 83)),
        (
            (
                "4. Why two beds",
                (
                    (
                        "Willow House stood empty since its children moved in March. With five beds it "
                        "was hard to match: nine referrals in ten were turned down because of who lived "
                        "there already. Homes with two beds in two neighbouring counties are full for "
                        "nine days in ten."
                    ),
                    (
                        "Of the eleven children now placed alone and out of county, five could live with "
                        "one other child. Their social workers and reviewing officers were asked, and "
                        "four of the five children have seen the house."
                    ),
                ),
            ),
        ),
        (
            (
                "5. Money",
                (
                    (
                        "Work on the building costs 148 thousand pounds, once, from the capital "
                        "programme. Running costs are 486 thousand a year, against 611 thousand for the "
                        "two out-of-county places that it replaces."
                    ),
                ),
            ),
            (
                "6. Risks",
                (
                    (
                        "A manager has to be registered by November; the post was advertised twice. The "
                        "deputy of the short-breaks home would act up and has agreed."
                    ),
                    (
                        "The school nearest to the house is full in year 9. The Virtual School Head has "
                        "asked for two places above the number and expects an answer on 6 September."
                    ),
                ),
            ),
            (
                "7. What children and carers said",
                (
                    (
                        "Those who saw the house liked the garden and disliked the office window onto the "
                        "living room; it will be bricked up. They want to choose the paint and to have a "
                        "key. A neighbour offered the use of a workshop at weekends."
                    ),
                ),
            ),
        ),
        (
            ("Milestone", "Who", "When"),
            ("Building work starts", "Head of Residential Services", "16 September 2019"),
            ("First solo placement open", "Head of Residential Services", "31 October 2019"),
            ("Registered manager appointed", "Workforce Development Manager", "15 November 2019"),
            ("Willow House registered and open", "Head of Residential Services", "20 January 2020"),
        ),
    ),
}

COLUMNS = (
    "Team",
    "Children in scope",
    "Plan by second review",
    "Planning meeting held",
    "Long-term match made",
    "Waiting for a match",
    "Placement order",
    "Adopters found",
    "SGO being assessed",
    "Discharge planned",
    "Over 26 weeks in court",
)
STEPS = (
    "First to second review",
    "Second review to agency decision",
    "Decision to order",
    "Order to match",
    "Match to moving in",
)
Teams = tuple[tuple[str, tuple[int, ...]], ...]


def _totals(teams: Teams) -> Rows:
    """The teams' counts, a line for each locality below its teams, the county last."""
    rows: list[tuple[str, ...]] = [COLUMNS]
    county = [0] * (len(COLUMNS) - 1)
    for first in range(0, len(teams), 3):
        group = teams[first : first + 3]
        rows += [(name, *(str(count) for count in counts)) for name, counts in group]
        sums = [sum(column) for column in zip(*(counts for _, counts in group), strict=True)]
        county = [a + b for a, b in zip(county, sums, strict=True)]
        locality = group[0][0].partition(",")[0]
        rows.append((f"<b>{locality}</b>", *(f"<b>{count}</b>" for count in sums)))
    return (*rows, ("<b>County</b>", *(f"<b>{count}</b>" for count in county)))


TRACKER = {
    date(2019, 7, 3): Tracker(
        TRACKER_TITLE,
        "Children under 18 with a plan for permanence that is not yet secured, 31 May 2019. A "
        "planning meeting is now held for nine children in ten. The gap is in Central, where long "
        "court proceedings keep plans open.",
        _totals(
            (
                ("North, Marlbury", (58, 49, 53, 21, 9, 7, 5, 6, 8, 4)),
                ("North, Coast", (47, 41, 44, 17, 6, 6, 4, 5, 7, 3)),
                ("North, Uplands", (39, 35, 36, 15, 5, 4, 3, 4, 6, 2)),
                ("Central, Castle", (66, 50, 58, 20, 14, 9, 5, 7, 9, 9)),
                ("Central, Riverside", (61, 45, 52, 18, 13, 8, 4, 8, 8, 8)),
                ("Central, Newtown", (52, 40, 45, 16, 10, 7, 4, 6, 7, 6)),
                ("East, Harbour", (55, 46, 50, 19, 8, 8, 6, 5, 7, 5)),
                ("East, Fens", (44, 38, 41, 16, 6, 5, 4, 5, 6, 3)),
                ("East, Market Towns", (41, 34, 37, 14, 7, 5, 3, 4, 6, 4)),
            )
        ),
        "A child can stand in several columns.",
        "Source: permanence tracker of the nine care teams, checked against the case management "
        "system on 14 June 2019.",
        "The agency decision is where children wait: up to 17 weeks",
        "Average weeks spent at each step, plans completed from January to May 2019, by locality",
        STEPS,
        (
            ("North", (8, 13, 5, 11, 4)),
            ("Central", (10, 17, 9, 16, 5)),
            ("East", (9, 14, 6, 12, 4)),
        ),
        (
            (
                "What is being done",
                (
                    (
                        "The agency decision maker sits weekly instead of fortnightly from 8 July. Papers are "
                        "accepted until two days before. Central will report each case over 26 weeks to the "
                        "court progression meeting, with the reason and the next date in court."
                    ),
                ),
            ),
        ),
    ),
    date(2019, 8, 14): Tracker(
        TRACKER_TITLE,
        "Children under 18 with a plan for permanence that is not yet secured, 31 July 2019. "
        "Weekly agency decisions have cut the longest wait by up to four weeks. Cases over 26 "
        "weeks in court fell in Central and rose a little in East.",
        _totals(
            (
                ("North, Marlbury", (55, 49, 52, 23, 7, 7, 6, 6, 9, 3)),
                ("North, Coast", (48, 43, 46, 18, 6, 5, 4, 5, 8, 3)),
                ("North, Uplands", (37, 34, 35, 16, 4, 4, 3, 3, 6, 2)),
                ("Central, Castle", (64, 53, 59, 23, 12, 8, 6, 7, 10, 7)),
                ("Central, Riverside", (63, 49, 56, 20, 12, 8, 5, 9, 9, 7)),
                ("Central, Newtown", (50, 41, 46, 18, 8, 6, 4, 6, 8, 4)),
                ("East, Harbour", (57, 48, 53, 20, 8, 9, 6, 6, 7, 6)),
                ("East, Fens", (45, 40, 43, 17, 6, 5, 5, 4, 7, 4)),
                ("East, Market Towns", (40, 35, 38, 15, 6, 4, 3, 5, 6, 4)),
            )
        ),
        "Columns overlap, so a line does not add up across.",
        "Source: permanence tracker of the nine care teams, checked against the case management "
        "system on 2 August 2019.",
        "Weekly decisions have cut the longest wait, to 13 weeks in Central",
        "Average weeks spent at each step, plans completed from March to July 2019, by locality",
        STEPS,
        (("North", (8, 10, 5, 11, 4)), ("Central", (9, 13, 9, 15, 5)), ("East", (9, 12, 6, 13, 4))),
        (
            (
                "What is being done",
                (
                    (
                        "From September the family finder joins the second review, so that the search begins "
                        "before the order is made. East has asked the court for a duty advocate on Mondays. "
                        "The next dashboard will show brothers and sisters who wait to be placed together."
                    ),
                ),
            ),
        ),
    ),
}
