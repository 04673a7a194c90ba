"""Open actions of objective 9, celebrating achievement."""

from tests.sample.plan.build import Ref, Was, commas, d, end, fig, month, month_cell, n, odd, row, u

ROWS = (
    row(
        Ref(d(1, 2), "1-2", "d\\-mmm"),
        "9.1.1",
        "Hold the autumn celebration evening for all age groups (1: under elevens, 2: older).",
        u(
            30,
            7,
            "Theatre booked for 18 October, 240 nominations in. A local caf\u00e9 "
            "is giving the cakes \u2013 r\u00e9sum\u00e9 of costs attached.",
        ),
        u(23, 5, "Planning group of eight young people met."),
        lead=commas("Participation Lead", "Communications Manager"),
        due=d(18, 10),
        brag="Green",
        evidence="Running order",
        metric="Nominations received",
        comment="Text for the invitation still has {{ x }} where the name goes. SR to "
        "fix before it goes to print.",
    ),
    row(
        "3",
        "9.1.2",
        "ASDAN: certificates for independence skills for 100 young people by the end of the year.",
        u(
            15,
            7,
            "One certificate issued so far. 374 workbooks are out with young "
            "people and the first batch goes to the moderator in September.",
        ),
        u(13, 5, "HB chased assessors."),
        lead="Head of Leaving Care",
        due=d(31, 12),
        brag="Green",
        evidence="Moderator's letter",
        metric="ASDAN certificates issued",
        current=fig("1 at 13.05.19", n(1, d(13, 5))),
        target=fig("100 by Dec-19", n(100, end(12))),
        faults=("far-from-target-but-green",),
    ),
    row(
        "4",
        "9.1.4",
        "Memory boxes and digital life story books for children who will not go home.",
        u(
            6,
            6,
            "Books begun for 58 children out of 140. The firm that hosts them has "
            "changed its price.",
        ),
        lead="Kinship Team Manager",
        due=month("Roll out Jan 19 Nov 19", end(11)),
        brag="Red",
        faults=("several-dates", "no-update-since-previous-board"),
        was=Was(brag="Amber"),
        evidence="Sample book",
        metric="Children with a life story book",
    ),
    row(
        "11a1 - a4",
        "9.2.1",
        "Sport, music, outdoor and holiday offers: a free pass to each (a1 to "
        "a4) at all county and district venues.",
        odd(
            "July 19 - Passes live in ten districts; 655 young people have used "
            "theirs at least once.",
            end(7),
        ),
        u(12, 4, "Talks with the two trusts that run their own pools."),
        lead="Communications Manager",
        due=month_cell(12),
        brag="Green",
        evidence="Pass statistics",
        metric="Young people who used a pass",
    ),
    row(
        "12a -b",
        "9.2.2",
        "Arts award with the county museum, and a public show of the work.",
        odd("v1.0 26.04.19 - Brief for the artist agreed.", d(26, 4)),
        odd("v1.1 30.05.19 - Artist appointed, fourteen young people signed up.", d(30, 5)),
        odd("v1.2 08.07.19 - Nine sessions held, show opens on 5 September.", d(8, 7)),
        lead="Participation Lead",
        due=d(5, 9),
        brag="Amber",
        faults=("due-before-next-board",),
        evidence="Photographs with consent",
        metric="Young people in the arts award",
    ),
    row(
        "19 a",
        "9.2.4",
        None,
        u(
            29,
            7,
            "TD to ask what this line was for; the note from last year says that "
            "the mayor was to be invited.",
        ),
        u(14, 6, "No owner came forward."),
        lead="Business Support Manager",
        due=d(31, 7),
        brag="Amber",
        faults=("no-activity", "overdue"),
        evidence="=see folder",
        hidden=True,
    ),
)
