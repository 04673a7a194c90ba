"""Open actions of objective 7, financial support."""

from tests.sample.plan.build import Rag, Was, commas, d, row, u, words

ROWS = (
    row(
        "1",
        "7.1.1",
        "Junior savings accounts: open one for each child who has been looked after for a year.",
        u(
            18,
            7,
            "All but 37 children have an account; the share foundation is matching "
            "names this month.",
        ),
        u(29, 5, "SR sent the list to the foundation."),
        lead="Finance Business Partner",
        due=d(31, 3, 20),
        brag="Green",
        evidence="Account register",
        metric="Children of a year or more in care with savings",
    ),
    row(
        "2",
        "7.1.2",
        "One page that tells foster carers and special guardians what they are "
        "paid, when and for what.",
        u(
            12,
            7,
            "Page published on the carers' portal on 10 July and handed out at the "
            "summer picnic. Nothing more to do.",
        ),
        u(9, 5, "Draft read by six carers."),
        lead="Head of Fostering",
        due=d(31, 7),
        brag=Rag("blue", "blue"),
        was=Was(brag="Green"),
        faults=("closed-row-on-open-sheet",),
        evidence="Carers' portal",
    ),
    row(
        "3",
        "7.1.3",
        "Setting up home allowance: pay by card within five days and stop asking for three quotes.",
        u(
            26,
            7,
            "Card scheme delayed by the bank's checks, so another 91 days are "
            "needed. Payments by hand take nine days at present.",
        ),
        u(22, 5, "Bank chosen."),
        lead=commas("Head of Leaving Care", "Finance Business Partner"),
        due=d(29, 11),
        brag="Amber",
        was=Was(due=d(30, 8)),
        side_note="JL to check with finance before next circulation",
        evidence="Bank's letter of 24/07/19",
        metric="Days from request to payment",
    ),
    row(
        "4",
        "7.2.1",
        "Money skills course for those of 14 and over, with a certificate and a first bank card.",
        u(
            17,
            7,
            "Action complete, 186 young people have done the course and it now "
            "runs every term. Close.",
        ),
        u(21, 5, "Course written by two care leavers."),
        lead="Care Leaver Apprentice Coordinator",
        due=d(31, 8),
        brag="Green",
        faults=("says-closed-but-not-blue", "due-before-next-board"),
        was=Was(activity="Money course for teenagers."),
        evidence="Certificates issued",
    ),
    row(
        "5",
        "7.2.2",
        "Universal Credit: apply 28 days before the eighteenth birthday with "
        "the job centre's named coach.",
        u(
            25,
            7,
            "Named coaches in all four job centres. Two young people still waited "
            "five weeks for a first payment in June, and an advance was made.",
        ),
        u(15, 4, "JL wrote to the district manager."),
        lead="Department for Work and Pensions partnership manager",
        due=words("TBC"),
        brag="Amber",
        faults=("no-due-date",),
        evidence="Agreement with the job centres",
        metric="Claims made before the birthday",
    ),
    row(
        "6",
        "7.2.4",
        "Audit of money held for children in residential homes, and a safe way "
        "to hand it over when they move.",
        u(11, 6, "Three homes audited. One ledger was short by £14.20, since explained."),
        lead=None,
        due=None,
        brag="Red",
        faults=("no-lead", "no-due-date", "no-update-since-previous-board"),
        evidence="Internal audit memo",
        metric="Homes audited",
    ),
    row(
        "7",
        "7.3.1",
        "Free bus pass for care leavers who are looking for work or going to college.",
        u(24, 5, "Done: 214 passes out with the new term's timetable."),
        u(11, 3, "Passenger transport agreed the wording of the form."),
        lead=commas("Head of Leaving Care", "Communications Manager"),
        due=d(31, 5),
        brag="Blue",
        faults=("closed-row-on-open-sheet",),
        evidence="Number of passes from passenger transport",
    ),
)
