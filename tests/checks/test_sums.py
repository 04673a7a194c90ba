import pytest
from hypothesis import given
from hypothesis import strategies as st

from boardpack.checks.registry import Case
from boardpack.checks.run import check
from tests.checks.plans import BOARD, action, asked, plan

KIND = "figures-do-not-add-up"


def why(text: str) -> list[str]:
    return [finding.message for finding in asked(action(current=text)) if finding.kind == KIND]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        # a percentage and its figures
        ("26 of 31 in Q1 2019/20 = 94%", "26 of 31 is 83.9% and not 94%"),
        ("72 out of 120: 55%", "72 of 120 is 60.0% and not 55%"),
        ("85% (26 of 40)", "26 of 40 is 65.0% and not 85%"),
        ("61.4% - 1,027 of 1,644 June 2019", "1,027 of 1,644 is 62.5% and not 61.4%"),
        ("17/22 seen in June-19 (85%)", "17 of 22 is 77.3% and not 85%"),
        ("85% were seen in time (17 of 22)", "17 of 22 is 77.3% and not 85%"),
        (
            "97% - Out of the 400 reviews held by 31.12.18 children took part in 360",
            "360 of 400 is 90.0% and not 97%",
        ),
        # a part and its whole
        ("31 out of 26 homes, June 2019", "31 is more than 26"),
        # parts and their total
        (
            "19 of 43 providers: 11 good, 6 fair, 3 poor, 10.06.19",
            "the parts make 20 and not 19 or 43",
        ),
        (
            "As at 29.07.19: C1 414, C2 1439, E1 82. Total 2126",
            "the parts make 1,935 and not 2,126",
        ),
        ("North 12\nCentral 15\nEast 9\nTotal: 40", "the parts make 36 and not 40"),
        ("2,126 (July 19)\nC1 414\nC2 1,439\nE1 82\nL1/L2 5", "the parts make 1,940 and not 2,126"),
    ],
)
def test_figures_that_do_not_add_up_are_asked_about(text: str, told: str) -> None:
    (message,) = why(text)
    assert f": {told}. Which figure is right?" in message


@pytest.mark.parametrize(
    "text",
    [
        # they do
        "26 of 31 in Q1 2019/20 = 84%",
        "26 of 31: 83%",  # cut off, not rounded
        "63 of 88 episodes in June-19: 72%",
        "99.9% - Out of the 10,290 reviews between 01.04.16 and 31.12.18 children took part in 10282",
        "Since April 2019, 27 of 30 babies: 90% at 31.07.19",
        "As at 29.07.19: C1 414, C2 1439, E1 82, J1 2, L1 3, L2 2, V2 173, V4 11. Total 2126",
        "20 providers: 11 good, 6 fair, 3 poor",
        "43 of 43 visited: 40 good, 2 fair, 1 poor",
        "17/20 (85%)",
        "85% were seen in time (17 of 20)",
        "26 out of 26",
        # they need not
        "64% Jan-19 57.7% June-19",
        "59.3% in fostering Feb-19",
        "41 of 44, 01.08.19",
        "• Q1 2018/19: 2\n• Q2 2018/19: 2\n• Q3 2018/19: 1",
        "40: including 11 in the north, 6 in the east, 3 in the west",
        "9 schools: 3 letters, 2 visits",
        "12 of 20 seen, up from 45% in May",
        "0 of 0: 0%",
        "1,140 July 2019",
        "",
    ],
)
def test_figures_that_add_up_or_need_not_are_left_alone(text: str) -> None:
    assert why(text) == []


def test_a_percentage_is_held_against_its_figures_in_words_too() -> None:
    row = action(progress="20.07.19 - 12 of 20 were seen (70%).", current="")
    (found,) = [finding for finding in asked(row) if finding.kind == KIND]
    assert found.source.cell == "D2"
    assert "12 of 20 is 60.0% and not 70%" in found.message


def test_by_how_much_a_percentage_may_differ_is_a_threshold() -> None:
    row = action(current="12 of 20: 61%")
    case = Case(plan(row), BOARD, thresholds={KIND: 2})
    assert KIND not in [finding.kind for finding in check(case)]


@given(st.integers(0, 500), st.integers(1, 500), st.integers(0, 1))
def test_a_share_that_was_computed_is_never_asked_about(part: int, whole: int, places: int) -> None:
    assert why(f"{part} of {whole} = {100 * part / whole:.{places}f}%") == []
    assert why(f"{100 * part / whole:.{places}f}% ({part} of {whole})") == []


@given(st.lists(st.integers(0, 2000), min_size=3, max_size=9))
def test_parts_that_make_their_total_are_never_asked_about(parts: list[int]) -> None:
    told = ", ".join(
        f"{part} in area {letter}" for part, letter in zip(parts, "abcdefghi", strict=False)
    )
    assert why(f"{sum(parts)} children: {told}") == []
    assert why(f"{told}. Total {sum(parts)}") == []
    assert why(f"{sum(parts) + 1} children: {told}") != []


@given(
    st.lists(
        st.sampled_from(["26", "of", "31", "=", "94%", ":", "Total", "C1", ",", "1,140", "(", ")"])
        | st.text(max_size=4)
    ).map(" ".join)
)
def test_any_text_is_looked_at_without_an_error(text: str) -> None:
    why(text)
