"""Lines of the tables as records. What cannot be read has had its finding."""

from boardpack.model.ssda903 import Absence, Episode, HealthRow, Leaver
from boardpack.read.ssda903.cells import code_of, day_of, score_of
from boardpack.read.ssda903.files import Row
from boardpack.read.ssda903.layout import BORN, CHILD

_CHECKS = ("HEALTH_CHECK", "IMMUNISATIONS", "TEETH_CHECK", "HEALTH_ASSESSMENT")


def episode(row: Row) -> Episode | None:
    """A line of the table of episodes."""
    begins = day_of(row["DECOM"])
    if begins is None:
        return None
    return Episode(
        child=row[CHILD],
        begins=begins,
        ends=day_of(row["DEC"]),
        why_new=code_of(row["RNE"]),
        status=code_of(row["LS"]),
        placement=code_of(row["PLACE"]),
        why_ended=code_of(row["REC"]),
    )


def health(row: Row) -> HealthRow:
    """A line of OC2."""
    checks = {column: code_of(row[column]) for column in _CHECKS}
    return HealthRow(row[CHILD], day_of(row[BORN]), checks, score_of(row["SDQ_SCORE"]))


def leaver(row: Row) -> Leaver:
    """A line of OC3."""
    return Leaver(code_of(row["IN_TOUCH"]), code_of(row["ACTIV"]), code_of(row["ACCOM"]))


def absence(row: Row) -> Absence | None:
    """A line of the table of missing children."""
    begins = day_of(row["MIS_START"])
    return Absence(row[CHILD], code_of(row["MISSING"]), begins) if begins else None
