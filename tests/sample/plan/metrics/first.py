"""The Metrics sheet, objectives 1 to 3."""

from tests.sample.plan.build import by_ref, d, end, fig, measure, n, pc, u
from tests.sample.plan.open_actions import objective1, objective2, objective3

ONE, TWO, THREE = by_ref(objective1.ROWS), by_ref(objective2.ROWS), by_ref(objective3.ROWS)

VOICE = (
    measure(
        ONE["1"],
        u(22, 7, "Counted from the log by Business Support."),
        u(15, 5, "Counting rule agreed."),
        metric="Questions answered within ten working days",
        current=fig("88% June-19", pc(88, end(6))),
        target=fig("90%", pc(90)),
        was_current=fig("83% May-19", pc(83, end(5))),
    ),
    measure(
        ONE["2a"],
        u(18, 7, "No visits in July."),
        metric="Homes visited by young inspectors",
        current=fig("4 of 9 homes, June 2019", n(4, end(6))),
        target=fig("9 by 25/10/19", n(9, d(25, 10))),
        was_current=fig("3 of 9 homes, May 2019", n(3, end(5))),
    ),
    measure(
        ONE["3"],
        u(29, 7, "Best quarter yet."),
        u(20, 5, "Figures come from the IRO service."),
        metric="Children who took part in their review",
        current=fig(
            "99.9% - Out of the 10,290 reviews between 01.04.16 and 31.12.18 "
            "children took part in 10282",
            pc(99.9, d(31, 12, 18)),
        ),
        target=fig("98%", pc(98)),
        faults=("stale-data",),
    ),
    measure(
        ONE["4"],
        u(10, 6, "Provider sends a list each month."),
        metric="Children offered an advocate before a move",
        current=fig("61% May-19", pc(61, end(5))),
        target=fig("95%", pc(95)),
        brag="Amber",
        faults=("rating-differs", "no-update-since-previous-board", "overdue"),
    ),
    measure(
        ONE["5"],
        u(11, 7, "List re-counted, three names were there twice."),
        metric="Children waiting for an independent visitor",
        current=fig("34 (July 2019 data)", n(34, end(7))),
        target=fig("15", n(15)),
        was_current=fig("41 (May 2019 data)", n(41, end(5))),
    ),
    measure(
        ONE["6"],
        u(24, 7, "Twenty records sampled."),
        metric="Recent records written to the child",
        current=fig("53% July-19", pc(53, end(7))),
        target=fig("50% by Sep-19", pc(50, end(9))),
        was_current=fig("44% May-19", pc(44, end(5))),
    ),
    measure(
        ONE["8"],
        u(10, 6, "List has 46 children on it."),
        metric="Communication passports in place",
        current=fig(7, n(7)),
        target=fig(46, n(46)),
        faults=("no-update-since-previous-board", "overdue"),
    ),
)

HOME = (
    measure(
        TWO["1"],
        u(26, 7, "Follow-up is by telephone, and 3 families did not answer."),
        metric="Children still at home three months after the team's help",
        current=fig("82% Q1 2019/20", pc(82, end(6))),
        target=fig("80%", pc(80)),
        was_current=fig("79% Q4 2018/19", pc(79, end(3))),
    ),
    measure(
        TWO["2"],
        u(19, 7, "Worse than May in Central only."),
        metric="Families offered a conference before legal planning",
        current=fig("81% May-19\n73% June-19", pc(81, end(5)), pc(73, end(6))),
        target=fig("100% by July 2020", pc(100, end(7, 20))),
        was_current=fig("79% Apr-19\n81% May-19", pc(79, end(4)), pc(81, end(5))),
    ),
    measure(
        TWO["3a"],
        u(1, 8, "Order count taken on the first of the month."),
        u(13, 5, "First full count."),
        metric="Full care orders with the child placed at home",
        current=fig("285 01/08/19", n(285, d(1, 8))),
        target=fig("200 by 31/03/2020", n(200, d(31, 3, 20))),
        was_current=fig("301 10/05/19", n(301, d(10, 5))),
    ),
    measure(
        TWO["4"],
        u(23, 7, "Court's own list agrees with ours."),
        metric="Interim care orders with the child at home",
        current=fig("68 01/08/19", n(68, d(1, 8))),
        target=fig("65 by Dec-19", n(65, end(12))),
        was_current=fig("75 10/05/19", n(75, d(10, 5))),
    ),
    measure(
        TWO["7b-d"],
        u(16, 7, "Twelve to go."),
        metric="Cases checked of the first 30",
        current=fig("18 of 30, 16.07.19", n(18, d(16, 7))),
        target=fig("30 by 06.09.19", n(30, d(6, 9))),
        was_current=fig("7 of 30, 20.05.19", n(7, d(20, 5))),
        due=d(30, 9),
        faults=("due-differs",),
    ),
    measure(
        TWO["9"],
        u(9, 7, "Counted by hand from the case list."),
        metric="Legal status of children looked after",
        current=fig(
            "As at 29.07.19: C1 414, C2 1439, E1 82, J1 2, L1 3, L2 2, V2 173, V4 11. Total 2126",
            n(2126, d(29, 7)),
        ),
        target=fig("1646 by Oct-20", n(1646, end(10, 20))),
        was_current=fig(
            "As at 20.05.19: C1 420, C2 1421, E1 85, J1 2, L1 2, L2 1, V2 170, V4 11. Total 2112",
            n(2112, d(20, 5)),
        ),
        faults=("overdue",),
    ),
    measure(
        TWO["10b.i"],
        u(2, 8, "Two late bookings explain the miss."),
        metric="Unborn babies considered before 24 weeks",
        current=fig("Since April 2019, 27 of 30 babies: 90% at 31.07.19", pc(90, d(31, 7))),
        target=fig("95%", pc(95)),
        was_current=fig("Since April 2019, 13 of 15 babies: 87% at 31.05.19", pc(87, d(31, 5))),
    ),
)

OFFER = (
    measure(
        THREE["1"],
        u(24, 7, "Search engine traffic taken out."),
        metric="Visits to the local offer website in a month",
        current=fig("1,140 July 2019", n(1140, end(7))),
        target=fig("1,000 a month", n(1000)),
        was_current=fig(None),
    ),
    measure(
        THREE["2"],
        u(15, 7, "Three cabinets to come."),
        metric="District councils that have signed the protocol",
        current=fig("9 at 15/07/19", n(9, d(15, 7))),
        target=fig("12 of 12", n(12)),
        was_current=fig("8 at 20/05/19", n(8, d(20, 5))),
    ),
    measure(
        THREE["3"],
        u(31, 7, "The missing district is the smallest."),
        metric="Districts that grant council tax relief",
        current=fig("11 31/07/19", n(11, d(31, 7))),
        target=fig("12 required 30/04/2020", n(12, d(30, 4, 20))),
        was_current=fig("11 31/05/19", n(11, d(31, 5))),
    ),
    measure(
        THREE["5"],
        u(30, 7, "Plans overdue by a week or less are not counted as late."),
        metric="16+ with an active pathway plan",
        current=fig("83.4% Apr-18 86% July-19", pc(83.4, end(4, 18)), pc(86, end(7))),
        target=fig("95%", pc(95)),
        was_current=fig("83.4% Apr-18 84.1% May-19", pc(83.4, end(4, 18)), pc(84.1, end(5))),
        faults=("no-due-date",),
    ),
    measure(
        THREE["7"],
        u(25, 7, "Average of four weeks, one base only."),
        metric="Young people using a base each week",
        current=fig("38 July-19", n(38, end(7))),
        target=fig("40 a week", n(40)),
        was_current=fig("29 May-19", n(29, end(5))),
        faults=("overdue-but-green",),
    ),
    measure(
        THREE["10"],
        u(13, 6, "Small numbers; read with care."),
        metric="Visits to care leavers in custody within ten days",
        current=fig("64% May-19", pc(64, end(5))),
        target=fig("100%", pc(100)),
        faults=("no-update-since-previous-board", "overdue"),
    ),
)
