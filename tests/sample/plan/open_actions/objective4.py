"""Open actions of objective 4, education, employment and training."""

from tests.sample.plan.build import NEW, Rag, Was, commas, d, end, lines, month, row, u

ROWS = (
    row(
        "1",
        "4.1.1",
        "Personal education plans: every plan reviewed each term, with the "
        "child's own targets on the first page.",
        u(
            23,
            7,
            "Summer term closed at 91% reviewed in time. Two secondary schools "
            "account for half of the late ones.",
        ),
        u(10, 5, "Electronic plan switched on for post-16."),
        lead="Virtual School Head",
        due=month("Spring Term 2019 - Nov 19", end(11)),
        brag="Green",
        faults=("several-dates",),
        evidence="Electronic plan dashboard",
        metric="Personal education plans reviewed in the term",
    ),
    row(
        "2",
        "4.1.2",
        "No permanent exclusions of children in our care: the Virtual School "
        "to be called before any fixed term of more than three days.",
        u(17, 7, "Nil permanent exclusions again this term; 27 fixed-term, down from 41."),
        u(22, 5, "Heads' forum signed up to the call."),
        lead="Virtual School Head",
        due=d(31, 12),
        brag=Rag(None, "green"),
        evidence="Exclusions register",
        metric="Permanent exclusions",
    ),
    row(
        "3",
        "4.1.4",
        "Pupil premium plus: show what was bought with it and what changed for the pupil.",
        u(
            29,
            7,
            "Year-end statement drafted and with the governing body; schools "
            "returned 88% of the impact forms.",
        ),
        u(15, 5, "Form shortened at heads' request."),
        lead=commas("Virtual School Head", "Finance Business Partner"),
        due=d(13, 9),
        brag="Green",
        faults=("due-before-next-board",),
        evidence="Statement of use of the grant",
        metric="Impact forms returned by schools",
    ),
    row(
        "4",
        "4.2.1",
        "Ring-fence 20 apprenticeships a year in the council and its main "
        "contractors for care leavers.",
        u(
            30,
            7,
            "Thirteen started, four more have offers for September. Highways "
            "contractor has pledged three places, which pushes the end date to the "
            "close of October.",
        ),
        u(21, 5, "Taster week held in the depot, 15 took part."),
        lead="Care Leaver Apprentice Coordinator",
        due=d(31, 10),
        brag="Amber",
        was=Was(due=d(30, 9), lead="Workforce Development Manager"),
        evidence="Apprentice register",
        metric="Care leavers who started an apprenticeship",
    ),
    row(
        "5",
        "4.2.2",
        "Mentors from local employers for young people in Years 11 to 13.",
        u(
            26,
            7,
            "Forty pairs now meet monthly. Young people rate it 8.4 out of 10, and "
            "attendance in the group has risen by six points.",
        ),
        u(24, 5, "Second training evening for mentors."),
        lead="Virtual School Head",
        due=d(31, 7, 20),
        brag="Green",
        was=Was(brag="Amber"),
        evidence="Mentor survey",
        metric="Pairs that meet monthly",
    ),
    row(
        "7",
        "4.2.3",
        "Speak with every young person who is NEET once a fortnight and offer "
        "something definite each time.",
        u(
            2,
            8,
            "139 young people on the list. Contact was made with 102 in July; 18 took up an offer.",
        ),
        u(30, 5, "List cleaned, 12 had in fact been in work for months."),
        lead="Head of Leaving Care",
        due=d(30, 9, 20),
        brag="Amber",
        was=Was(ref="6"),
        evidence="NEET list",
        metric="Young people who are NEET contacted in the fortnight",
    ),
    row(
        "8",
        "4.3.1",
        "Reading: a book parcel each month, and a trained volunteer for "
        "children below the expected level in Years 3 to 6.",
        u(
            7,
            6,
            "Parcels reach 310 children. Volunteers were to begin at Easter and "
            "have not, as the training provider withdrew.",
        ),
        lead="Virtual School Head",
        due=d(30, 4),
        brag="Green",
        faults=("overdue-but-green", "no-update-since-previous-board"),
        evidence="Delivery list from the book firm",
        metric="Children with a reading volunteer",
    ),
    row(
        "8",
        "4.3.3",
        "Find a school place within 20 school days for every child who moves "
        "to live in another area.",
        u(
            8,
            7,
            "Nineteen children waited longer this year, the worst for 71 days; "
            "letter sent to the regional commissioner.",
        ),
        u(6, 6, "List of hard cases shared with neighbouring virtual heads."),
        lead="Virtual School Head",
        due=d(19, 7),
        brag="Red",
        faults=("overdue", "duplicate-ref"),
        evidence="Tracker of children without a place",
        metric="Children without a school place after 20 days",
    ),
    row(
        "10",
        "4.3.5",
        "University: a named contact, a bursary and a warm room in the "
        "holidays for every care leaver in higher education.",
        u(
            1,
            8,
            "Offer letters for 2019 entry name the contact and the bursary; rooms "
            "promised by two of three universities.",
        ),
        lead=lines("Head of Leaving Care", "Virtual School Head"),
        due=d(11, 10),
        brag="Green",
        was=NEW,
        evidence="Copies of offer letters",
        metric="Students with a room in the holidays",
    ),
)
