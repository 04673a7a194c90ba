"""The Metrics sheet, objectives 7 to 9."""

from tests.sample.plan.build import by_ref, d, end, fig, measure, n, odd, pc, u
from tests.sample.plan.open_actions import objective7, objective8, objective9

SEVEN, EIGHT, NINE = by_ref(objective7.ROWS), by_ref(objective8.ROWS), by_ref(objective9.ROWS)

MONEY = (
    measure(
        SEVEN["1"],
        u(18, 7, "Denominator is children of a year or more in care."),
        metric="Children of a year or more in care with savings",
        current=fig("97% July-19", pc(97, end(7))),
        target=fig("100%", pc(100)),
        was_current=fig("95% May-19", pc(95, end(5))),
    ),
    measure(
        SEVEN["3"],
        u(26, 7, "Longest wait was 23 days."),
        metric="Days from request to payment",
        current=fig("9 days July-19", n(9, end(7))),
        target=fig("5 days", n(5)),
        was_current=fig("10 days May-19", n(10, end(5))),
    ),
    measure(
        SEVEN["5"],
        u(25, 7, "Job centres report by post, hence the delay."),
        metric="Claims made before the eighteenth birthday",
        current=fig("71% (June 2019)", pc(71, end(6))),
        target=fig("95%", pc(95)),
        was_current=fig("66% (April 2019)", pc(66, end(4))),
        due=d(31, 10),
        faults=("due-differs",),
    ),
    measure(
        SEVEN["6"],
        odd("Internal audit has the working papers."),
        metric="Homes audited for money held",
        current=fig("3 of 9 homes, 11.06.19", n(3, d(11, 6))),
        target=fig("9", n(9)),
        faults=("undated-progress", "no-due-date", "no-lead", "no-update-since-previous-board"),
    ),
)

HARM = (
    measure(
        EIGHT["1"],
        u(29, 7, "Away episodes are not in this count."),
        metric="Return home interviews accepted",
        current=fig("63 of 88 episodes in June-19: 72%", pc(72, end(6))),
        target=fig("80%", pc(80)),
        was_current=fig("52 of 75 episodes in April-19: 69%", pc(69, end(4))),
        faults=("overdue",),
    ),
    measure(
        EIGHT["2"],
        u(14, 6, "Police count and ours agree."),
        metric="Homes with forms ready",
        current=fig("26 of 31 homes, 14.06.19", n(26, d(14, 6))),
        target=fig("28", n(28)),
        faults=("no-update-since-previous-board", "overdue-but-green", "malformed-date"),
    ),
    measure(
        EIGHT["3"],
        u(22, 7, "Counts whole refreshes, not corrections."),
        metric="Refreshes of the map since it began",
        current=fig("4 since Sept 2018 - 22.07.19", n(4, d(22, 7))),
        target=fig("4 a year", n(4)),
        was_current=fig("3 since Sept 2018 - 26.04.19", n(3, d(26, 4))),
    ),
    measure(
        EIGHT["4"],
        u(16, 7, "Eight children were not seen in time."),
        metric="Visits on time to children far from home",
        current=fig("71 of 79 in July 2019: 90%", pc(90, end(7))),
        target=fig("100%", pc(100)),
        was_current=fig("66 of 78 in May 2019: 85%", pc(85, end(5))),
    ),
    measure(
        EIGHT["5"],
        u(23, 7, "Same-day moves stay in the denominator."),
        metric="Moves with a risk check beforehand",
        current=fig("88% July-19", pc(88, end(7))),
        target=fig("90%", pc(90)),
        was_current=fig("81% May-19", pc(81, end(5))),
        faults=("malformed-date",),
    ),
    measure(
        EIGHT["6"],
        u(19, 7, "Agency staff are in the figure from July."),
        metric="Carers and staff trained",
        current=fig("240 19/07/19", n(240, d(19, 7))),
        target=fig("Further 50 cases to be filed", n(50)),
        was_current=fig("165 17/05/19", n(165, d(17, 5))),
        faults=("due-before-next-board",),
    ),
    measure(
        EIGHT["7"],
        u(19, 6, "Children in need plans stand in until the referral count is ready."),
        metric="Children in need plans",
        current=fig("1798 07/02/19", n(1798, d(7, 2))),
        target=fig("required 30/03/2020"),
        faults=("stale-data", "no-update-since-previous-board", "overdue"),
    ),
    measure(
        EIGHT["8"],
        u(1, 8, "Clock runs over weekends too."),
        u(10, 6, "Source changed to the daily report."),
        metric="MASH contacts considered in 24 hours",
        current=fig("96% July-19", pc(96, end(7))),
        target=fig("98%", pc(98)),
        was_current=fig("94% May-19", pc(94, end(5))),
    ),
)

CELEBRATE = (
    measure(
        NINE["1-2"],
        u(30, 7, "Closing date is 6 September."),
        metric="Nominations received",
        current=fig("240 30/07/19", n(240, d(30, 7))),
        target=fig("250 by 06/09/19", n(250, d(6, 9))),
        was_current=fig("85 23/05/19", n(85, d(23, 5))),
    ),
    measure(
        NINE["3"],
        u(15, 7, "Moderation is twice a year."),
        u(6, 3, "Opening count, no certificate before September 2017."),
        metric="ASDAN certificates issued",
        current=fig("1 Sept 2017 - 06.03.19", n(1, d(6, 3))),
        target=fig("100 by Dec-19", n(100, end(12))),
        faults=("far-from-target-but-green",),
    ),
    measure(
        NINE["4"],
        u(6, 6, "Started and finished books are counted alike."),
        metric="Children with a life story book",
        current=fig("58 2018/19", n(58, end(3))),
        target=fig("140 Nov-19", n(140, end(11))),
        faults=("no-update-since-previous-board", "several-dates"),
    ),
    measure(
        NINE["11a1 - a4"],
        odd("July 19 - Venue tills report automatically now.", end(7)),
        metric="Young people who used a pass",
        current=fig("655 July 19", n(655, end(7))),
        target=fig("600", n(600)),
        was_current=fig("410 May 19", n(410, end(5))),
    ),
    measure(
        NINE["12a -b"],
        u(8, 7, "Two have joined since the last count."),
        metric="Young people working towards the arts award",
        current=fig(16, n(16)),
        target=fig(20, n(20)),
        was_current=fig(14, n(14)),
        faults=("due-before-next-board",),
    ),
)
