from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from boardpack.analysis.outstanding import Answered, outstanding
from boardpack.model.cycle import Change, Commission, SentReturn, SentRow

DUE, BEFORE = date(2019, 9, 11), date(2019, 7, 31)


def sent(lead: str, *keys: str) -> SentReturn:
    return SentReturn(lead, None, f"{lead.lower().replace(' ', '-')}.xlsx", keys)


def asked(*returns: SentReturn) -> tuple[Commission, ...]:
    rows = tuple(
        SentRow(key, "Open Actions", n, 1, key, f"Do {key}", {}, "0")
        for one in returns
        for n, key in enumerate(one.keys, 6)
    )
    return (Commission("b", 1, "b v1", "2019-09-04", "plan.xlsx", "0", returns, rows),)


def change(lead: str, day: str) -> Change:
    return Change("k", "s", "D6", "progress", "", "x", lead, "f.xlsx", "0", "b v1", day)


def names(now: Answered, *earlier: Answered) -> list[tuple[str, int, int]]:
    return [(one.lead, one.late, one.asked) for one in outstanding(now, earlier)]


def test_a_lead_without_a_change_and_without_a_file_is_outstanding() -> None:
    now = Answered(
        DUE,
        asked(sent("Head of Fostering", "a"), sent("IRO Manager", "b"), sent("Nurse", "c")),
        (change("head of  fostering", "2019-09-10"),),
        ("iro-manager (1).xlsx",),
    )
    assert names(now) == [("Nurse", 0, 0)]
    (nurse,) = outstanding(now)
    assert [row.ref for row in nurse.rows] == ["c"]


def test_a_file_of_a_lead_whose_name_begins_alike_is_none_of_this_one() -> None:
    now = Answered(
        DUE, asked(sent("Head"), sent("Head of Fostering")), (), ("head-of-fostering.xlsx",)
    )
    assert names(now) == [("Head", 0, 0)]


def test_late_is_who_answered_after_the_day_or_not_at_all() -> None:
    now = Answered(DUE, asked(sent("Nurse"), sent("Head"), sent("Manager"), sent("New")))
    then = Answered(
        BEFORE,
        asked(sent("Nurse"), sent("Head"), sent("Manager")),
        (
            change("Nurse", "2019-08-01"),
            change("Nurse", "2019-08-05"),
            change("Head", "2019-07-31"),
            change("Head", "2019-08-20"),
        ),
    )
    assert names(now, then) == [
        ("Manager", 1, 1),
        ("Nurse", 1, 1),
        ("Head", 0, 1),
        ("New", 0, 0),
    ]


def test_only_the_newest_version_tells_who_is_asked() -> None:
    now = Answered(DUE, (*asked(sent("Nurse")), *asked(sent("Head"))))
    assert names(now) == [("Head", 0, 0)]


def test_where_nobody_was_asked_nobody_is_outstanding() -> None:
    assert outstanding(Answered(DUE)) == ()


LEADS = st.sampled_from(["Nurse", "Head", "Manager"])


@given(st.sets(LEADS), st.sets(LEADS), st.lists(st.dictionaries(LEADS, st.booleans()), max_size=4))
def test_who_was_asked_has_either_answered_or_is_told(
    leads: set[str], answered: set[str], past: list[dict[str, bool]]
) -> None:
    now = Answered(DUE, asked(*map(sent, leads)), tuple(change(n, "2019-09-10") for n in answered))
    earlier = [
        Answered(
            BEFORE,
            asked(*map(sent, one)),
            tuple(change(name, "2019-07-30") for name, on_time in one.items() if on_time),
        )
        for one in past
    ]
    told = outstanding(now, earlier)
    assert {one.lead for one in told} == leads - answered
    for one in told:
        assert one.late == sum(not rounds[one.lead] for rounds in past if one.lead in rounds)
        assert one.asked == sum(one.lead in rounds for rounds in past)
