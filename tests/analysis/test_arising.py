from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from boardpack.analysis.arising import arising
from boardpack.model.board import Decision, LoggedAction
from boardpack.model.plan import Due
from boardpack.model.source import Source

BOARD = date(2019, 8, 14)
NONE = Due(None, "none", None)


def noted(number: int, what: str, *, is_action: bool = True, status: str = "") -> Decision:
    return Decision(number, "", is_action, what, "Head", NONE, status, "", Source("decisions.csv"))


def line(ref: str, action: str, status: str = "Open") -> LoggedAction:
    return LoggedAction(ref, "", action, "Head", NONE, status, "", Source("action-log.csv"))


def test_an_action_has_the_day_and_its_place_as_its_ref() -> None:
    (first, second) = arising(BOARD, [noted(1, "Ring"), noted(2, "Write")], [])
    assert (first.ref, second.ref) == ("2019-08-14/1", "2019-08-14/2")
    assert first.is_lost
    assert second.is_lost


def test_a_decision_is_not_lost_where_no_log_has_it() -> None:
    (one,) = arising(BOARD, [noted(1, "The home opens", is_action=False)], [])
    assert not one.is_lost


def test_an_action_is_known_by_its_words_where_a_row_was_put_before_it() -> None:
    log = [line("2019-08-14/1", "Ring"), line("2019-08-14/2", "Write  letters")]
    told = arising(BOARD, [noted(1, "Visit"), noted(2, "ring"), noted(3, "Write letters")], log)
    assert [(one.ref, one.logged) for one in told] == [
        ("2019-08-14/3", None),
        ("2019-08-14/1", log[0]),
        ("2019-08-14/2", log[1]),
    ]


def test_an_action_is_known_by_its_place_where_it_was_reworded() -> None:
    log = [line("2019-08-14/1", "Ring the school")]
    (one,) = arising(BOARD, [noted(1, "Ring all schools")], log)
    assert one.logged is log[0]


def test_a_line_of_another_board_with_the_same_words_is_another_action() -> None:
    (one,) = arising(
        BOARD, [noted(1, "Ring")], [line("19/1", "Ring"), line("2019-07-03/1", "Ring")]
    )
    assert one.is_lost


WORDS = st.sampled_from(["Ring", "Write", "Visit", "Ask"])


@given(st.lists(WORDS, max_size=6), st.lists(st.tuples(st.integers(1, 8), WORDS), max_size=6))
def test_every_action_has_a_ref_of_its_own_and_every_line_one_action_at_most(
    whats: list[str], lines: list[tuple[int, str]]
) -> None:
    log = [line(f"2019-08-14/{number}", what) for number, what in dict(lines).items()]
    told = arising(BOARD, [noted(n, what) for n, what in enumerate(whats, 1)], log)
    assert len({one.ref for one in told}) == len(told) == len(whats)
    matched = [one.logged.ref for one in told if one.logged]
    assert len(set(matched)) == len(matched)
    unmatched = {one.ref for one in told if one.logged is None}
    assert not unmatched & {one.ref for one in log}
