from boardpack.analysis.indicators903.compute import indicators_of
from boardpack.analysis.indicators903.registry import Figure, mean, registered, share
from boardpack.model.ssda903 import Return, Table
from tests.analysis.indicators903.making import EVERY_COLUMN, LAST, figures

IDS = [
    "cla_at_period_end",
    "children_started_in_year",
    "children_ceased_in_year",
    "adopted_in_year",
    "sgo_in_year",
    "three_plus_placements",
    "three_plus_placements_any_change",
    "same_placement_2y",
    "cla_12_months",
    "health_assessment",
    "dental",
    "immunisations",
    "development_checks",
    "sdq_mean",
    "sdq_return",
    "care_leavers_in_touch",
    "care_leavers_eet",
    "care_leavers_accommodation",
    "missing_incidents",
    "missing_children",
    "away_incidents",
    "away_children",
    "reviews",
]


def reasons(**lacking: str) -> dict[str, str]:
    """Why what is not computed is not, where columns of tables lack."""
    columns = {
        table: names - set(lacking.get(table.name, "").split())
        for table, names in EVERY_COLUMN.items()
        if lacking.get(table.name) != "all"
    }
    made = indicators_of(Return(columns=columns), LAST)
    return {one.id: one.why for one in made.not_computed if one.id != "rate_per_10000"}


def test_the_indicators_are_told_in_their_order() -> None:
    assert list(figures()) == IDS
    assert all(each.definition.endswith(".") and each.title for each in registered())


def test_the_rate_always_needs_what_no_table_has() -> None:
    (lacking,) = indicators_of(Return(columns=EVERY_COLUMN), LAST).not_computed
    assert (lacking.id, lacking.why) == ("rate_per_10000", "needs the population under 18")


def test_without_a_table_its_indicators_say_so_and_the_others_are_computed() -> None:
    assert reasons(MISSING="all") == dict.fromkeys(
        ["missing_incidents", "missing_children", "away_incidents", "away_children"],
        "needs the table of missing children",
    )
    assert reasons(REVIEWS="all") == {"reviews": "needs the table of reviews"}
    assert reasons(HEADER="all") == {"same_placement_2y": "needs the header"}
    assert reasons(EPISODES="all") == dict.fromkeys(IDS[:15], "needs the table of episodes")


def test_without_a_column_its_indicators_say_so() -> None:
    assert reasons(OC3="ACTIV") == {"care_leavers_eet": "needs the column ACTIV of the table OC3"}
    assert reasons(EPISODES="PLACE").keys() == {
        "three_plus_placements",
        "three_plus_placements_any_change",
        "same_placement_2y",
    }


def test_an_age_needs_a_date_of_birth_of_either_table() -> None:
    assert reasons(OC2="DOB") == {}
    assert reasons(OC2="DOB", HEADER="DOB").keys() == {
        "same_placement_2y",
        "development_checks",
        "sdq_mean",
        "sdq_return",
    }


def test_a_table_that_cannot_be_used_says_why() -> None:
    given = Return(columns=EVERY_COLUMN, spoilt={Table.OC3: "the table OC3 in one file"})
    whys = {one.why for one in indicators_of(given, LAST).not_computed}
    assert whys == {"needs the table OC3 in one file", "needs the population under 18"}


def test_a_share_is_a_whole_number_rounded_half_up() -> None:
    assert share("a" * 5, "a" * 8) == Figure(63, 5, 8)
    assert share("a", "a" * 8) == Figure(13, 1, 8)
    assert share("", "") == Figure(None, 0, 0)


def test_a_mean_has_one_decimal_rounded_half_up() -> None:
    assert mean([12, 20, 0, 17]) == Figure(12.3)
    assert mean([]) == Figure(None)
