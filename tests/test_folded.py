import pytest
from hypothesis import given
from hypothesis import strategies as st

from boardpack.folded import folded


@pytest.mark.parametrize(
    "text", ["Head  of\nPermanence ", " HEAD OF PERMANENCE", "head of\tpermanence"]
)
def test_case_and_space_make_no_other_name(text: str) -> None:
    assert folded(text) == "head of permanence"


def test_letters_do() -> None:
    assert folded("Head of Permanence") != folded("Heads of Permanence")


@given(st.text())
def test_what_is_folded_stays_as_it_is(text: str) -> None:
    assert folded(folded(text)) == folded(text)
