"""Open actions of objective 1, the voice of children and young people."""

from tests.sample.plan.build import (
    NEW,
    Rag,
    Ref,
    Was,
    commas,
    d,
    goes_on,
    lines,
    month_cell,
    row,
    run,
    typed,
    u,
)

ROWS = (
    row(
        "1",
        "1.1.1",
        "Give the Children in Care Council a standing item at this board, with "
        "a written reply to every question within ten working days.",
        u(
            22,
            7,
            "AM reports that seven of the eight questions put in June were "
            "answered inside ten days; the late one needed a view from Legal.",
        ),
        u(
            15,
            5,
            "First standing item held. Young people asked for a photograph of "
            "whoever gives the answer.",
        ),
        u(8, 4, "Format agreed with the young chair and the business support team."),
        lead="Participation Lead",
        due=typed("31/12/19", d(31, 12)),
        brag="Green",
        evidence="Question and answer log, minutes of the Council",
        metric="Questions answered within ten working days",
    ),
    row(
        "2a",
        "1.1.2",
        "Recruit and train six young inspectors to visit residential homes and "
        "report on how they feel to live in.",
        u(
            18,
            7,
            "Two of the six have dropped out because of exams, so visits move to "
            "the autumn half term and the end date goes back by four weeks.",
        ),
        u(21, 5, "Training day held at the Riverside centre; DBS checks sent off."),
        lead=commas("Participation Lead", "Head of Residential Services"),
        due=d(25, 10),
        brag="Amber",
        was=Was(due=d(27, 9)),
        evidence="Young inspectors' handbook (draft 3)",
        metric="Homes visited by young inspectors",
    ),
    row(
        "2b",
        "1.1.2",
        "Act on young inspectors' findings: each registered manager to publish "
        "a 'you said, we did' sheet for the house notice board.",
        u(25, 7, "Four of nine homes have a sheet up; the rest wait for their first visit."),
        u(30, 4, "Template tried out at two homes and shortened to one side."),
        lead="Head of Residential Services",
        due=month_cell(7),
        brag="Amber",
        faults=("overdue",),
        was=Was(brag="Red"),
        evidence="Photographs of notice boards",
    ),
    row(
        "3",
        "1.2.1",
        "Replace the paper consultation form used before reviews with an app "
        "that children can fill in on a phone.",
        u(
            29,
            7,
            "PK: 412 children have an account, against 260 in May. The app now "
            "works in Polish, Romanian and Kurdish as well as English.",
        ),
        u(
            20,
            5,
            "Supplier fixed the fault that logged out tablets. Roll-out reached "
            "all three localities.",
        ),
        lead="IRO Manager",
        due=d(31, 10),
        brag=Rag("green", "green"),
        evidence="Usage report from the supplier",
        metric="Share of reviews with the child's views in writing",
    ),
    row(
        "4",
        "1.2.3",
        "Offer an advocate to each child whose placement is to change without their agreement.",
        u(
            17,
            6,
            "HB has drafted the referral route. Awaiting the advocacy provider's "
            "signature on the contract variation.",
        ),
        u(12, 4, "Offer explained at all team meetings in Locality Central."),
        lead="Head of Safeguarding and Review",
        due=d(28, 6),
        brag="Green",
        faults=("overdue-but-green", "no-update-since-previous-board"),
        evidence="Draft referral route",
        metric="Children offered an advocate before a move",
    ),
    row(
        Ref(5.0, "5", "0.0"),
        "1.2.4",
        "Independent visitors: cut the waiting list by recruiting volunteers "
        "together with the two neighbouring counties.",
        u(
            11,
            7,
            "Eleven volunteers approved at July's panel, nine still in checks. The "
            "list stands at 34 children.",
        ),
        u(14, 5, "Joint advert placed; 40 enquiries in the first fortnight."),
        u(2, 4, "SR met both neighbours and split the cost in three."),
        lead="Commissioning Manager (Placements)",
        due=d(31, 1, 20),
        brag="Amber",
        evidence="Panel minutes 09/07/19",
        metric="Children waiting for an independent visitor",
    ),
    row(
        "6",
        "1.3.1",
        "Show each social work team how to write to the child, not about the "
        "child, in records and plans.",
        u(
            24,
            7,
            "Third workshop run for Locality East, 22 staff came. A dip sample "
            "finds the new style in just over half of recent visits.",
        ),
        u(28, 5, "Examples of good letters put on the practice hub."),
        lead=run("Principal Social Worker", "Workforce Development Manager"),
        due=goes_on("Quarterly Monitoring"),
        brag="Green",
        evidence="Practice hub; attendance lists",
        metric="Recent records written to the child",
    ),
    row(
        "7",
        "1.3.2",
        "Set up a junior forum for children aged seven to eleven, meeting in the school holidays.",
        u(
            1,
            8,
            "First forum took place on 31 July at the county museum: nine "
            "children, mostly wanting to talk about pets and pocket money.",
        ),
        lead="Participation Lead",
        due=d(20, 12),
        brag="Green",
        was=NEW,
        evidence="Forum notes in pictures",
        metric="Children at each junior forum",
    ),
    row(
        "8",
        "1.3.4",
        "Make sure that disabled children who do not use speech are heard: a "
        "communication passport for each of them.",
        u(10, 6, "Speech and language therapists have offered two days a month, from September."),
        lead=lines("Designated Nurse for Children in Care", "Head of Locality North"),
        due=d(31, 7),
        brag="Red",
        faults=("overdue", "no-update-since-previous-board"),
        evidence="List of children kept by the therapists",
        metric="Passports in place",
    ),
)
