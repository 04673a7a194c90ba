"""Open actions of objective 3, a local offer for care leavers."""

from tests.sample.plan.build import NEW, Rag, Was, d, lines, row, run, typed, u, words

ROWS = (
    row(
        "1",
        "3.1.1",
        "Publish the local offer on its own website, written with care leavers "
        "and checked every six months.",
        u(
            24,
            7,
            "Site had 1,140 visits in its second month. Care leavers found two "
            "dead links and one page \u2018that sounds like a letter from the "
            "bank\u2019, both put right.",
        ),
        u(3, 6, "Site went live on 1 June with a caf\u00e9 launch in the market hall."),
        lead="Head of Leaving Care",
        due=d(30, 11),
        brag="Green",
        evidence="Website statistics",
        metric="Visits to the website a month",
    ),
    row(
        "2",
        "3.1.2",
        "All district councils to sign the joint protocol so that no care "
        "leaver is found intentionally homeless.",
        u(
            15,
            7,
            "Nine of twelve have signed. The three others are waiting for their "
            "cabinets, the last of which meets in January 2020, so the end date "
            "has gone back by 180 days.",
        ),
        u(20, 5, "Legal comments from the districts answered in one table."),
        lead="Housing Strategy Lead (district councils)",
        due=d(27, 1, 20),
        brag="Red",
        was=Was(due=d(31, 7), brag="Amber"),
        evidence="Signed copies",
        metric="District councils that have signed",
    ),
    row(
        "3",
        "3.1.3",
        "Council tax relief for care leavers up to 25 in every district of the county.",
        u(
            31,
            7,
            "Eleven districts grant it. The twelfth will put it to full council in "
            "October, with officers in support.",
        ),
        u(6, 6, "Backdated refunds paid to 28 young people."),
        lead=run("Housing Strategy Lead (district councils)", "Finance Business Partner"),
        due=typed("30th April 2020", d(30, 4, 20)),
        brag="Green",
        evidence="Council minutes by district",
        metric="Districts that grant relief",
    ),
    row(
        "4",
        "3.2.1",
        "Every young person to have a personal adviser allocated by 15 and three quarters.",
        u(
            22,
            7,
            "Allocation list checked name by name; 14 young people placed outside "
            "the county were missed and have now been allocated.",
        ),
        u(14, 5, "New adviser posts advertised."),
        lead="Head of Leaving Care",
        due=d(30, 9),
        brag=Rag("Housing", None),
        faults=("no-rating",),
        evidence="Allocation list",
        metric="Young people of 15 and three quarters with an adviser",
    ),
    row(
        "5",
        "3.2.2",
        "Pathway plans: raise the share that are up to date and written in the "
        "young person's own words.",
        u(
            30,
            7,
            "Up-to-date plans are at 86%, but only one in three was judged good in the July audit.",
        ),
        u(17, 5, "Template reduced from 24 pages to eight after a workshop."),
        lead="Head of Leaving Care",
        due=words("2018-2019"),
        brag="Amber",
        faults=("no-due-date",),
        evidence="Audit of 30 plans",
        metric="16+ with an active pathway plan",
    ),
    row(
        "6",
        "3.2.4",
        "Health histories handed to each young person at 18, with somebody to talk it through.",
        u(18, 6, "Nurse led sessions planned for the autumn."),
        lead="Designated Nurse for Children in Care",
        due=d(31, 5),
        brag=Rag("G", "green"),
        faults=("overdue-but-green", "no-update-since-previous-board"),
        evidence="Health passport",
        metric="18 year olds given their health history",
    ),
    row(
        "7",
        "3.3.1",
        "Two drop-in bases where care leavers can cook, wash clothes, meet "
        "advisers and see a nurse.",
        u(
            25,
            7,
            "North base open three days a week. The lease for East is with the "
            "landlord's solicitor.",
        ),
        u(2, 5, "Furniture donated by two local firms."),
        lead=lines("Head of Leaving Care", "Head of Locality East"),
        due=d(31, 7),
        brag="Green",
        was=Was(activity="Drop-in base for care leavers in one locality, later in two."),
        faults=("overdue-but-green",),
        evidence="Visitors' book",
        metric="Young people using a base each week",
    ),
    row(
        "8",
        "3.3.2",
        "Keep in touch with care leavers aged 21 to 25 by offering contact on "
        "their birthday and at New Year.",
        u(
            5,
            8,
            "First birthday cards posted to 31 young people on 1 August, six of "
            "whom have rung back.",
        ),
        lead="Care Leaver Apprentice Coordinator",
        due=d(31, 3, 20),
        brag="Green",
        was=NEW,
        evidence="Card designed by care leavers",
        metric="Care leavers of 21 to 25 in touch",
    ),
    row(
        "10",
        "3.3.4",
        "Support for care leavers in custody: a visit within ten days of "
        "reception and a plan for release.",
        u(
            13,
            6,
            "Visits are on time for young men; the women's prison is a four hour "
            "drive and has been missed twice.",
        ),
        u(4, 4, "Prison liaison contacts brought up to date."),
        lead="Youth Justice Manager",
        due=d(30, 6),
        brag="Red",
        faults=("overdue", "no-update-since-previous-board"),
        evidence="Visit log",
        metric="Visits within ten days",
        hidden=True,
    ),
)
