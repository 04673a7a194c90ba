"""Which columns each table of the return has, and which table a heading belongs to."""

from collections.abc import Collection
from typing import Final

from boardpack.model.ssda903 import Table

CHILD: Final = "CHILD"
BORN: Final = "DOB"

_OWN: dict[Table, frozenset[str]] = {
    Table.EPISODES: frozenset(
        [
            "DECOM",
            "RNE",
            "LS",
            "CIN",
            "PLACE",
            "PLACE_PROVIDER",
            "DEC",
            "REC",
            "REASON_PLACE_CHANGE",
            "HOME_POST",
            "PL_POST",
            "URN",
        ]
    ),
    Table.HEADER: frozenset(["ETHNIC", "UPN", "MOTHER", "MC_DOB"]),
    Table.REVIEWS: frozenset(["REVIEW", "REVIEW_CODE"]),
    Table.UASC: frozenset({"DUC"}),
    Table.OC2: frozenset(
        [
            "SDQ_SCORE",
            "SDQ_REASON",
            "CONVICTED",
            "HEALTH_CHECK",
            "IMMUNISATIONS",
            "TEETH_CHECK",
            "HEALTH_ASSESSMENT",
            "SUBSTANCE_MISUSE",
            "INTERVENTION_RECEIVED",
            "INTERVENTION_OFFERED",
        ]
    ),
    Table.OC3: frozenset(["IN_TOUCH", "ACTIV", "ACCOM"]),
    Table.AD1: frozenset(
        ["DATE_INT", "DATE_MATCH", "FOSTER_CARE", "NB_ADOPTR", "SEX_ADOPTR", "LS_ADOPTR"]
    ),
    Table.PLACED_FOR_ADOPTION: frozenset(
        ["DATE_PLACED", "DATE_PLACED_CEASED", "REASON_PLACED_CEASED"]
    ),
    Table.PREVIOUS_PERMANENCE: frozenset(["PREV_PERM", "LA_PERM", "DATE_PERM"]),
    Table.MISSING: frozenset(["MISSING", "MIS_START", "MIS_END"]),
    Table.SOCIAL_WORKERS: frozenset(["SW_ID", "SW_DECOM", "SW_DEC", "SW_REASON"]),
    Table.LIBERTY: frozenset(["DOLO_START", "DOLO_END"]),
}
"""The columns that only this table has."""
_SHARED = frozenset({CHILD, BORN, "SEX"})
_LEAST_HEADER = frozenset({CHILD, BORN, "SEX"})
_WITHOUT_CHILD = 2

PLACED_BY: dict[Table, str] = {
    Table.EPISODES: "DECOM",
    Table.REVIEWS: "REVIEW",
    Table.MISSING: "MIS_START",
}
"""The date without which a line of the table cannot be placed in a year."""

DATES = frozenset(
    [
        "DOB",
        "MC_DOB",
        "DECOM",
        "DEC",
        "REVIEW",
        "DUC",
        "DATE_INT",
        "DATE_MATCH",
        "DATE_PLACED",
        "DATE_PLACED_CEASED",
        "DATE_PERM",
        "MIS_START",
        "MIS_END",
        "SW_DECOM",
        "SW_DEC",
        "DOLO_START",
        "DOLO_END",
    ]
)

STRETCHES: dict[Table, tuple[str, str]] = {
    Table.EPISODES: ("DECOM", "DEC"),
    Table.MISSING: ("MIS_START", "MIS_END"),
}
"""The first and the last day of a line."""

ONE_LINE_A_CHILD = frozenset({Table.HEADER, Table.OC2, Table.OC3, Table.AD1, Table.UASC})


def column_name(heading: str) -> str:
    """A heading as the return writes it: `Place provider` is PLACE_PROVIDER."""
    return "_".join(heading.strip(" \t\n\ufeff\"'").upper().replace("-", " ").split())


def table_of(columns: Collection[str]) -> Table | None:
    """The table with the most of its own columns here; a header may have only child, sex and birth."""
    present = set(columns)
    best = max(_OWN, key=lambda table: len(_OWN[table] & present))
    if len(_OWN[best] & present) >= (1 if CHILD in present else _WITHOUT_CHILD):
        return best
    return Table.HEADER if present >= _LEAST_HEADER else None


def columns_of(table: Table) -> frozenset[str]:
    """Every column that the table can have."""
    return _OWN[table] | _SHARED
