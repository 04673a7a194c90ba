from datetime import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boardpack.cycle.clock import time_of


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("14:00", time(14)),
        ("2.30 pm", time(14, 30)),
        ("2pm to 4pm", time(14)),
        ("10 a.m.", time(10)),
        ("12 noon", time(12)),
        ("12am", time(0)),
        ("From 09:30, coffee at 9", time(9, 30)),
        ("after lunch", None),
        ("Room 14", None),
        ("27:00", None),
        ("13 pm", None),
        ("", None),
    ],
)
def test_the_first_time_that_a_text_names_is_taken(text: str, told: time | None) -> None:
    assert time_of(text) == told


@given(st.times().map(lambda at: at.replace(second=0, microsecond=0, tzinfo=None)))
def test_every_time_is_read_as_it_is_written(at: time) -> None:
    assert time_of(f"{at:%H:%M}") == at
    assert time_of(f"{(at.hour - 1) % 12 + 1}.{at:%M} {'am' if at.hour < 12 else 'pm'}") == at


@given(st.text())
def test_any_text_is_read_without_a_fault(text: str) -> None:
    assert time_of(text) is None or isinstance(time_of(text), time)
