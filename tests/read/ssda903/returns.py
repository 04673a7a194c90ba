"""Small tables of children who do not exist, written into a folder and read."""

from datetime import date
from pathlib import Path

from boardpack.findings import Finding
from boardpack.model.ssda903 import Return
from boardpack.read.ssda903.folder import read_return

FIRST, LAST = date(2018, 4, 1), date(2019, 3, 31)
HEADER = "CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB"
EPISODES = "CHILD,DECOM,RNE,LS,CIN,PLACE,DEC,REC"
OC2 = "CHILD,DOB,SDQ_SCORE,SDQ_REASON,HEALTH_CHECK,IMMUNISATIONS,TEETH_CHECK,HEALTH_ASSESSMENT"
OC3 = "CHILD,DOB,IN_TOUCH,ACTIV,ACCOM"
MISSING = "CHILD,DOB,MISSING,MIS_START,MIS_END"
REVIEWS = "CHILD,DOB,REVIEW,REVIEW_CODE"
CHILD, BORN = "ZQ7731", "17/09/2009"
BORN_ROW = f"{CHILD},1,{BORN},WBRI,UN1,,"
EPISODE = f"{CHILD},03/02/2017,S,C2,N1,U4,,"


def write(folder: Path, heading: str, *lines: str, name: str = "a.csv") -> Path:
    path = folder / name
    path.write_text("\n".join([heading, *lines, ""]), encoding="utf-8")
    return path


def read(folder: Path) -> tuple[Return, tuple[Finding, ...]]:
    return read_return(folder, FIRST, LAST)


def told(folder: Path) -> list[tuple[str, str]]:
    """The findings of a folder by kind and whole text."""
    return [(finding.kind, str(finding)) for finding in read(folder)[1]]
