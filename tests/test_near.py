"""A misspelt name leads to the one that was meant."""

import pytest

from boardpack.near import did_you_mean, nearest

KNOWN = ("board.name", "board.date", "headline", "trend cla_rate", "trend fco_home")


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("bord.name", "board.name"),
        ("Hedline", "headline"),
        ("trend cla_rat", "trend cla_rate"),
        ("weather", None),
    ],
)
def test_the_nearest_name_is_the_one_that_was_meant(name: str, meant: str | None) -> None:
    assert nearest(name, KNOWN) == meant


def test_a_name_that_is_like_none_is_given_no_other() -> None:
    assert did_you_mean("weather", KNOWN) == ""
    assert did_you_mean("hedline", KNOWN) == 'Did you mean "headline"?'


def test_the_order_of_what_is_known_changes_nothing() -> None:
    assert nearest("aab", ("aaa", "aac")) == nearest("aab", ("aac", "aaa"))
