"""The indicators of a folder of tables: for `boardpack metrics 903`."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from traceback import extract_tb

from boardpack.analysis.indicators903.compute import Indicators, indicators_of
from boardpack.analysis.indicators903.year import first_day
from boardpack.errors import BoardpackError, UnshownFault
from boardpack.findings import Finding
from boardpack.read.ssda903.folder import read_return


@dataclass(frozen=True, slots=True)
class Computed:
    """The indicators, and what was odd in the tables."""

    indicators: Indicators
    findings: tuple[Finding, ...]


def compute(folder: Path, last: date) -> Computed:
    """The indicators of the year that ends on a day.

    A bug keeps its place and loses its words: they could quote the record that it was met in.
    """
    try:
        given, findings = read_return(folder, first_day(last), last)
        return Computed(indicators_of(given, last), findings)
    except BoardpackError:
        raise
    except Exception as fault:  # noqa: BLE001 - whatever it is, its words may be a child's
        where = extract_tb(fault.__traceback__)[-1]
        place = f"{Path(where.filename).name}, line {where.lineno}"
        raise UnshownFault(type(fault).__name__, place) from None
