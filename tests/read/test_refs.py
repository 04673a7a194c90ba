from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boardpack.read.grid import Cell
from boardpack.read.refs import read_ref, ref_key
from tests.read.books import cell


@pytest.mark.parametrize(
    ("value", "number_format", "ref"),
    [
        ("1", "@", "1"),
        ("2b", "@", "2b"),
        ("7b-d", "@", "7b-d"),
        ("10b.i", "@", "10b.i"),
        ("11a1 - a4", "@", "11a1 - a4"),
        ("19  a\n", "@", "19 a"),
        ("1.10", "@", "1.10"),
        # numbers, whole however they are shown, and with the decimals that Excel shows
        (3, "General", "3"),
        (3.0, "General", "3"),
        (3, "0.0", "3"),
        (1.1, "General", "1.1"),
        (1.1, "0.00", "1.10"),
        # what Excel made a date of: 1-2, 3-30, 10-20
        (date(2019, 2, 1), "d-mmm", "1-2"),
        (date(1930, 3, 1), "mmm-yy", "3-30"),
        (date(2020, 10, 1), "mmm\\-yy", "10-20"),
        # none
        (None, "General", None),
        ("  ", "@", None),
        ("#REF!", "General", None),
    ],
)
def test_a_ref_is_read_as_it_was_typed(value: object, number_format: str, ref: str | None) -> None:
    assert read_ref(cell(value, number_format)) == ref


def test_a_ref_that_is_a_formula_without_a_result_is_none() -> None:
    assert read_ref(Cell(1, 1, None, formula="=A3+1")) is None
    assert read_ref(None) is None


@pytest.mark.parametrize(
    ("ref", "key"),
    [("19 a", "19a"), ("19A", "19a"), ("12a -b", "12a-b"), ("3.", "3"), (None, None), (".", None)],
)
def test_refs_that_people_vary_have_one_key(ref: str | None, key: str | None) -> None:
    assert ref_key(ref) == key


@given(
    st.text()
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.integers()
    | st.dates()
    | st.booleans()
    | st.times()
)
def test_any_value_is_read_without_an_error(value: object) -> None:
    ref = read_ref(cell(value))
    assert ref is None or (ref == ref.strip() and ref)
    assert ref_key(ref) == ref_key(ref_key(ref))
