"""Open actions of objective 5, a suitable place to live."""

from tests.sample.plan.build import (
    NEW,
    Rag,
    Was,
    commas,
    d,
    end,
    goes_on,
    lines,
    month,
    row,
    typed,
    u,
)

ROWS = (
    row(
        "1",
        "5.1.1",
        "Raise the share of children who live with foster carers to 60% and keep it there.",
        u(12, 3, "59.3% in the February count."),
        u(
            24,
            7,
            "61.4% at the end of June, the first time above the line since 2016. "
            "Recruitment must now replace the nine households that retire this "
            "year.",
        ),
        u(8, 5, "JL asked for a breakdown by age; the fall is among those over twelve."),
        lead="Head of Fostering",
        due=goes_on("Ongoing"),
        brag="Green",
        evidence="Fostering dashboard",
        metric="Children looked after in foster care",
    ),
    row(
        "2",
        "5.1.2",
        "Recruit 60 mainstream fostering households in the year, a third of them for teenagers.",
        u(
            25,
            7,
            "Eleven approved since April against a profile of 20. The radio advert "
            "brought in enquiries from people who have no spare room.",
        ),
        u(19, 5, "Profile by month drawn up."),
        lead=commas("Head of Fostering", "Communications Manager"),
        due=d(31, 3, 20),
        brag="Red",
        was=Was(brag="Amber"),
        evidence="Recruitment funnel",
        metric="Households approved since April",
    ),
    row(
        "3",
        "5.1.3",
        "Foster carers' retainer: agree a scheme that pays carers who keep a "
        "bed free for emergencies at night.",
        u(
            22,
            7,
            "Cabinet member asked for one more option. Date moved again, to the "
            "end of November (it was 31.03.19 at first and then 31.08.19).",
        ),
        u(14, 5, "Moved from 31.03.19 to 31.08.19 while Finance model the cost."),
        u(18, 2, "Options paper started."),
        lead="Head of Fostering",
        due=d(1, 12),
        brag="Amber",
        was=Was(due=d(31, 8)),
        evidence="Options paper, version 4",
        metric="Beds kept free at night",
    ),
    row(
        "4a",
        "5.2.1",
        "Publish the sufficiency strategy for 2019 to 2022.",
        u(
            30,
            7,
            "Designed copy sent to print. The action has been split because "
            "publication and the market event have different owners.",
        ),
        u(5, 6, "Cabinet agreed the text."),
        lead="Commissioning Manager (Placements)",
        due=d(27, 9),
        brag="Green",
        was=Was(
            ref="4",
            activity="Publish the sufficiency strategy for 2019 to 2022 and hold a market "
            "event for providers.",
        ),
        evidence="Strategy as approved",
    ),
    row(
        "4b",
        "5.2.1",
        "Hold a market event for placement providers, at which the strategy is "
        "explained and offers are invited.",
        u(30, 7, "Venue booked for 6 November, invitations drafted."),
        lead="Business Support Manager",
        due=d(8, 11),
        brag="Green",
        was=NEW,
        evidence="Booking form",
        metric="Providers registered for the event",
    ),
    row(
        "5",
        "5.2.2",
        "Step children down from residential care to a family: identify those "
        "who could move, match and support them.",
        u(
            18,
            7,
            "Thirteen identified, six matched, four moved. One match broke down in "
            "its third week and she has gone back, for now, to the home that she "
            "knew.",
        ),
        u(23, 5, "Panel looks at each child in residential care every eight weeks."),
        lead=lines("Head of Residential Services", "Head of Fostering"),
        due=month("Dec 18 & Monthly monitoring September 2020", end(9, 20)),
        brag=Rag("Amber/Red", "red"),
        faults=("several-dates",),
        evidence="Step-down tracker",
        metric="Children in residential placements",
    ),
    row(
        "6",
        "5.2.3",
        "Residential block contract: bring twelve beds inside the county by 2020.",
        u(
            16,
            7,
            "Two bidders left the process because of insurance terms; the tender "
            "has to run again, which costs three months and makes the third date "
            "for this action (first 01.02.19, then 31.07.19).",
        ),
        u(9, 5, "Deadline extended from 01.02.19 to 31.07.19 after questions from the market."),
        lead="Commissioning Manager (Placements)",
        due=d(31, 10),
        brag="Red",
        was=Was(due=d(31, 7)),
        evidence="Tender documents",
        metric="Block beds inside the county",
    ),
    row(
        "7",
        "5.3.1",
        "Reduce the days between entering care and moving in with adopters to "
        "the national threshold.",
        u(29, 7, "Average now 418 days, helped by early permanence placements for nine babies."),
        u(17, 5, "Regional agency reports three matches in the month."),
        lead="Head of Adoption",
        due=typed("Final draft 30th Jan 2019 amended 01.05.19", d(1, 5)),
        brag="Green",
        faults=("overdue-but-green", "several-dates"),
        evidence="Adoption scorecard, quarter 1",
        metric="Days from entering care to moving in with adopters",
    ),
    row(
        "8",
        "5.3.2",
        "Special guardians: an offer of training, a support group and an "
        "annual check of the allowance.",
        u(
            26,
            7,
            "Groups run in North and Central with about 15 families at each; East "
            "begins when the Kinship Team has its new worker.",
        ),
        u(20, 5, "Guardians chose the topics."),
        lead="Kinship Team Manager",
        due=d(29, 11),
        brag="Green",
        was=Was(activity="Special guardians: to have some support and training."),
        evidence="Programme of topics",
        metric="Special guardians who came to a group",
    ),
    row(
        "9",
        "5.3.3",
        "A second placement finder on duty after five o'clock and at weekends.",
        u(
            31,
            7,
            "Reopened. The post was thought to be filled and was signed off in "
            "June, but the person has left and nine placements in July were made "
            "in a hurry.",
        ),
        u(4, 6, "Post filled, action closed."),
        lead="Commissioning Manager (Placements)",
        due=d(30, 9),
        brag="Amber",
        was=Was(brag="Blue", sheet="Completed"),
        evidence="Duty rota",
        metric="Placements made after five o'clock",
    ),
    row(
        "11a5",
        "5.3.6",
        "Semi-independent providers: visit each of the 43 unannounced, once a year.",
        u(
            10,
            6,
            "Visited 19. Three were told to put matters right within a month, "
            "*stars* in the margin of the list mark them.",
        ),
        lead="Commissioning Manager (Placements)",
        due=d(31, 7),
        brag="Amber",
        faults=("overdue", "no-update-since-previous-board"),
        evidence="Visit reports | pipe separated list",
        metric="Providers visited unannounced",
    ),
)
