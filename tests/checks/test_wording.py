"""The words of an update: do they say that it is closed, or that work is left?"""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boardpack.checks.updates import quoted
from tests.checks.plans import action, kinds

CLOSED = [
    "Action complete. Close.",
    "Action complete",
    "Action completed and evidence filed.",
    "This action is now closed.",
    "The action has been completed.",
    "Task is finished.",
    "Complete.",
    "COMPLETED",
    "Closed.",
    "Done.",
    "Letter sent to all schools. Close.",
    "Letter sent to all schools; action closed.",
    "This can now be closed.",
    "Please close.",
    "Propose to close.",
    "We recommend closure.",
    "Request closure at the next board.",
    "Ready to close.",
    "No further action required.",
    "All work on this is complete.",
    "Signed off and closed.",
]
OPEN = [
    "Work goes on.",
    "Action is not complete.",
    "Action is not yet complete.",
    "Action partly complete.",
    "Action is nearly complete.",
    "Action is 80% complete.",
    "Action to be completed by March.",
    "Action will be closed when the lease is signed.",
    "Can be closed once the audit is back.",
    "Completed the first round of audits; two are left.",
    "Training completed for 30 staff, 12 are left.",
    "Three cases were closed in June.",
    "The consultation closed on 12 July.",
    "The home closed in May.",
    "Close working with health.",
    "Forms must be complete before panel.",
    "Done with the north; the east is next.",
    "If all is well the action can be closed in September.",
    "",
]
LEFT = [
    "Paused until the grant comes.",
    "On hold.",
    "Awaiting the lease.",
    "Awaits sign-off.",
    "Not yet started.",
    "Two audits are still outstanding.",
    "One visit is still to be made.",
    "The tender is yet to be written.",
    "Work to be completed by March.",
]
NOTHING_LEFT = [
    "Action complete. Close.",
    "No longer awaiting anything: all was received.",
    "It was paused in May and finished in June.",
    "Nothing is outstanding.",
    "The waiting list is gone.",
    "Twelve holds were released.",
]


@pytest.mark.parametrize("words", CLOSED)
@pytest.mark.parametrize("rating", ["green", "red"])
def test_an_update_that_says_closed_is_asked_about(words: str, rating: str) -> None:
    assert "says-closed-but-not-blue" in kinds(
        action(progress=f"23.07.19 - {words}", rating=rating)
    )


@pytest.mark.parametrize("words", OPEN)
def test_an_update_that_does_not_say_closed_is_left_alone(words: str) -> None:
    assert "says-closed-but-not-blue" not in kinds(action(progress=f"23.07.19 - {words}"))


def test_only_the_newest_update_is_asked_about() -> None:
    assert "says-closed-but-not-blue" not in kinds(
        action(progress="23.07.19 - Opened again.\n14.05.19 - Action complete.")
    )
    assert "says-closed-but-not-blue" in kinds(
        action(progress="14.05.19 - Begun.\n23.07.19 - Action complete.")
    )


def test_a_timescale_that_says_complete_is_asked_about() -> None:
    assert "says-closed-but-not-blue" in kinds(action(due="Complete"))


@pytest.mark.parametrize("words", LEFT)
def test_a_closed_row_whose_update_says_that_work_is_left_is_asked_about(words: str) -> None:
    assert "blue-but-open-wording" in kinds(action(progress=f"23.07.19 - {words}", rating="blue"))


@pytest.mark.parametrize("words", NOTHING_LEFT)
def test_a_closed_row_whose_update_says_that_it_is_done_is_left_alone(words: str) -> None:
    assert "blue-but-open-wording" not in kinds(
        action(progress=f"23.07.19 - {words}", rating="blue")
    )


@given(
    st.lists(
        st.sampled_from([*CLOSED, *OPEN, *LEFT, "\n", "23.07.19 - "]) | st.text(max_size=5)
    ).map(" ".join)
)
def test_any_words_are_looked_at_without_an_error(words: str) -> None:
    for rating in ("blue", "green", None):
        kinds(action(progress=words, rating=rating))


def test_what_is_left_out_of_a_quoted_update_is_marked_at_either_end() -> None:
    text = f"{'Work began. ' * 9}It is on hold. {'More is to come. ' * 9}"
    match = re.search("on hold", text)
    assert match is not None
    words = quoted(text, match)
    assert (
        words
        == "…\u00a0began. Work began. Work began. It is on hold. More is to come. More is to come.\u00a0…"
    )
    whole = re.search("on hold", "It is on hold.")
    assert whole is not None
    assert quoted("It is on hold.", whole) == "It is on hold."
