"""Open actions of objective 2, remaining safely at home."""

from tests.sample.plan.build import Rag, Was, commas, d, end, fig, lines, month, n, odd, row, u

LONG = (
    "Summary for the board, as asked in June. The edge of care team has "
    "been at full strength since the end of May, with eight workers, two "
    "family therapists and a psychologist for half the week. In the first "
    "quarter it worked with 61 families and 118 children. Of these "
    "children 97 are still at home, 9 are with relatives under a plan that "
    "the family made itself, and 12 came into our care. Looking back at "
    "those twelve, the team believes that four could have stayed at home "
    "had the referral come a month sooner, and in two of the four a family "
    "group conference was offered only after the legal planning meeting. "
    "What we have learned: families say that the evening and weekend "
    "visits make the difference; schools say that they would like one "
    "named worker and not a duty line; and social workers say that the "
    "referral form is too long. The form has been cut from eleven pages to "
    "three. The named worker for schools starts in Locality East in "
    "September and, if it goes well, in the other two localities after "
    "Christmas. "
    "Money: the team costs a little over £610,000 a year. Finance have "
    "worked out, with caution, that each teenager who stays at home for a "
    "year when they would otherwise have been in a residential placement "
    "avoids about £160,000, so that the team pays for itself with four "
    "such teenagers. We can point to seven, though nobody can say for "
    "certain what would have happened without the help. "
    "Risks: two workers are on secondment until March and their own "
    "services want them back; the psychologist's post is funded by health "
    "for one year only; and the waiting list, which was nil in May, is now "
    "nine families, the longest waiting for 19 days. "
    "Next: a short paper to the Getting to Good Board in October on making "
    "the posts permanent, and a look at whether the same approach would "
    "help children to go home from care, which colleagues in Leaving Care "
    "and in the fostering service have asked about more than once."
)

ROWS = (
    row(
        "1",
        "2.1.1",
        "Bring the edge of care team to full strength and show what it "
        "achieves for families in crisis.",
        u(26, 7, LONG),
        u(29, 5, "Last two posts filled."),
        lead="Head of Early Help",
        due=d(29, 11),
        brag="Green",
        evidence="Quarter 1 report of the edge of care team",
        metric="Children still at home three months after the team's help",
    ),
    row(
        "2",
        "2.1.2",
        "Offer a family group conference to every family before the first legal planning meeting.",
        u(
            19,
            7,
            "Offers were made in 38 of 52 cases in June. Locality Central alone "
            "missed eight because the coordinator's post is vacant.",
        ),
        u(24, 5, "Offer letter rewritten with parents."),
        u(9, 4, "TD has brought the target forward in the PLO checklist."),
        lead="Head of Locality Central",
        due=month("Jul-20", end(7, 20)),
        brag=Rag("AMBER", "amber"),
        was=Was(lead="Court Progression Manager"),
        evidence="PLO checklist, conference register",
        metric="Families offered a conference before legal planning",
    ),
    row(
        "3a",
        "2.2.1",
        "Review every full care order where the child lives at home, and apply "
        "to discharge those that are no longer needed.",
        u(
            1,
            8,
            "285 orders at home now, 301 in May. July in short:\n\u2022 nine "
            "discharges granted\n\u2022 24 more applications with the "
            "court\n\u2022 two withdrawn, as the parents are not ready",
        ),
        u(
            13,
            5,
            "All 301 reviewed by an IRO and sorted into discharge now, discharge later, keep.",
        ),
        lead=commas("Court Progression Manager", "Head of Legal (Children)"),
        due=d(31, 3, 20),
        brag="Amber",
        evidence="Tracker of orders at home",
        metric="Full care orders with the child placed at home",
        current=fig("285 (1 Aug 2019)", n(285, d(1, 8))),
        was=Was(brag="Red", current=fig("301 at 10/05/19", n(301, d(10, 5)))),
        target=fig("200 by Mar-20", n(200, end(3, 20))),
    ),
    row(
        "3b",
        "2.2.1",
        "Agree with the judges a short route to court for discharges that nobody opposes.",
        u(
            12,
            6,
            "Designated family judge content in principle; the draft protocol sits "
            "with the court's own lawyers.",
        ),
        u(3, 4, "JL met the listing office."),
        lead="Head of Legal (Children)",
        due=month("Impact by Feb 2019", end(2)),
        brag="Amber",
        faults=("overdue", "no-update-since-previous-board"),
        evidence="Draft protocol",
    ),
    row(
        "4",
        "2.2.2",
        "Stop interim care orders being made with the child at home unless the "
        "head of service has signed a safety plan.",
        u(
            23,
            7,
            "Interim orders at home have come down to 68. The three made in July "
            "each had a signed plan.",
        ),
        u(16, 5, "Sign-off moved from team managers to heads of locality."),
        lead=lines("Head of Locality North", "Head of Locality Central", "Head of Locality East"),
        due=d(31, 12),
        brag="Green",
        evidence="Signed safety plans",
        metric="Interim care orders at home",
    ),
    row(
        "5",
        "2.3.1",
        "Publish a plain guide for parents to the public law outline, tested "
        "with parents who have been through it.",
        u(
            30,
            7,
            "Printing held up by a change to the legal aid paragraph, and "
            "translation will take until October. New date agreed with HB.",
        ),
        u(22, 5, "Six parents read the draft and cut it by a third."),
        lead="Court Progression Manager",
        due=d(31, 10),
        brag="Amber",
        was=Was(due=d(31, 8), brag="Green"),
        side_note="HB - is the printer still the same one?",
        evidence="Guide, draft 5",
        metric="Parents given the guide at the first meeting",
    ),
    row(
        "7b-d",
        "2.3.3",
        "Reunification: use one assessment framework in all three localities, "
        "train the teams & check the first 30 cases (b: framework, c: "
        "training, d: checking).",
        u(
            16,
            7,
            "Framework and training are done; 18 of 30 cases checked so far, and "
            "the quality of the family's own goals is the weak point.",
        ),
        u(7, 5, "SR chose the framework after visiting two other authorities."),
        lead="Principal Social Worker",
        due=d(6, 9),
        brag="Amber",
        faults=("due-before-next-board",),
        evidence="Checking tool with comments",
        metric="Cases checked of the first 30",
    ),
    row(
        "8",
        "2.3.4",
        "Help for parents whose children have been removed before: start the "
        "Pause programme with 24 women.",
        odd(
            "Programme started with 16 women; recruitment of the remaining eight "
            "goes through midwives and the drug and alcohol service."
        ),
        lead="Head of Early Help",
        due=d(31, 3, 20),
        brag="Green",
        faults=("undated-progress", "no-update-since-previous-board"),
        evidence="Contract with the provider",
        metric="Women on the programme",
    ),
    row(
        "9",
        "2.4.1",
        "Short breaks: end section 20 for children who only need respite, and "
        "move them to a package of support.",
        u(
            9,
            7,
            "Moved 6 of 11; parents of the other five have asked for a meeting "
            "because they fear losing nights.",
        ),
        u(28, 5, "Letters sent to all families."),
        lead="Head of Locality East",
        due=d(26, 7),
        brag="Amber",
        faults=("overdue",),
        evidence="Package of support for each child",
        metric="Children on V4 who need respite only",
    ),
    row(
        "10b.i",
        "2.4.2",
        "Weekly legal gateway for pre-birth cases (R&D: refer and decide) to "
        "check thresholds before 24 weeks of pregnancy.",
        u(
            2,
            8,
            "Gateway met five times in July and turned three cases back to early "
            "help, with advice.",
        ),
        u(10, 5, "Terms of reference agreed <b>not bold</b> as pasted from the intranet."),
        lead="Head of Legal (Children)",
        due=d(31, 12),
        brag="Green",
        evidence="Gateway minutes",
        metric="Unborn babies considered before 24 weeks",
    ),
    row(
        "11",
        "2.4.4",
        "Locality North to give each family with a child on the edge of care "
        "one lead worker, whoever holds the case.",
        u(
            27,
            6,
            "Finished with the last eleven families. Sheet to be moved over when "
            "the team has read it through.",
        ),
        u(1, 3, "Lead workers named for 40 families."),
        lead="Head of Locality North",
        due=d(30, 6),
        brag="Blue",
        faults=("closed-row-on-open-sheet",),
        was=Was(brag="Blue"),
        evidence="List of lead workers",
    ),
)
