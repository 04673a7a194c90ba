"""One broken cell or line for each fault of the return's tables, with its whole message."""

from pathlib import Path

import pytest

from boardpack.findings import registered
from boardpack.read.ssda903 import faults
from tests.read.ssda903.returns import (
    BORN,
    BORN_ROW,
    CHILD,
    EPISODE,
    EPISODES,
    HEADER,
    MISSING,
    OC2,
    REVIEWS,
    told,
    write,
)

FAULTS: list[tuple[str, str, tuple[str, ...], str]] = [
    (
        "line-left-out",
        EPISODES,
        (EPISODE.replace("03/02/2017", "31/02/2017"),),
        (
            "a.csv, line 2: The line is left out: DECOM is a date that cannot be read. "
            "Correct it in the case system, and export the table again."
        ),
    ),
    (
        "line-left-out",
        MISSING,
        (f"{CHILD},{BORN},M,,",),
        (
            "a.csv, line 2: The line is left out: MIS_START is empty. "
            "Correct it in the case system, and export the table again."
        ),
    ),
    (
        "line-left-out",
        REVIEWS,
        (f",{BORN},01/05/2018,PN1",),
        (
            "a.csv, line 2: The line is left out: CHILD is empty. "
            "Correct it in the case system, and export the table again."
        ),
    ),
    (
        "date-not-read",
        EPISODES,
        (EPISODE[:-1] + "tbc,E4A",),
        (
            "a.csv, line 2: DEC is a date that cannot be read; the episode is taken as one that goes on. "
            "Give a day that exists, as 31/03/2019."
        ),
    ),
    (
        "date-not-read",
        HEADER,
        (BORN_ROW.replace(BORN, ""),),
        (
            "a.csv, line 2: DOB is empty; the age is not known from it. "
            "Give a day that exists, as 31/03/2019."
        ),
    ),
    (
        "date-not-read",
        MISSING,
        (f"{CHILD},{BORN},M,01/05/2018,??",),
        (
            "a.csv, line 2: MIS_END is a date that cannot be read; nothing is counted by it. "
            "Give a day that exists, as 31/03/2019."
        ),
    ),
    (
        "code-not-in-list",
        EPISODES,
        (EPISODE.replace("U4", "r4"),),
        'a.csv, line 2: PLACE is "R4", which is not in the list. Give a code of the list.',
    ),
    (
        "code-not-in-list",
        EPISODES,
        (EPISODE.replace("U4", ""),),
        "a.csv, line 2: PLACE is empty. Give a code of the list.",
    ),
    (
        "code-not-in-list",
        EPISODES,
        (EPISODE.replace("C2", "section 20"),),
        "a.csv, line 2: LS is no code, and what stands there is not shown. Give a code of the list.",
    ),
    (
        "dates-do-not-fit",
        EPISODES,
        (f"{EPISODE[:-1]}02/02/2017,E4A",),
        (
            "a.csv, line 2: DEC is a day before DECOM; it is taken as it stands. "
            "Correct the date in the case system."
        ),
    ),
    (
        "dates-do-not-fit",
        EPISODES,
        (f"{EPISODE[:-1]}02/02/2204,E4A",),
        (
            "a.csv, line 2: DEC is a day more than five years after the period; it is taken as it stands. "
            "Correct the date in the case system."
        ),
    ),
    (
        "end-without-reason",
        EPISODES,
        (f"{EPISODE[:-1]}02/02/2019,",),
        (
            "a.csv, line 2: DEC is given and REC is not: the episode has ended, and nobody is counted as "
            "leaving care by it. Give both, or neither."
        ),
    ),
    (
        "end-without-reason",
        EPISODES,
        (f"{EPISODE}E4A",),
        (
            "a.csv, line 2: REC is given and DEC is not: the episode is taken as one that goes on. "
            "Give both, or neither."
        ),
    ),
    (
        "given-twice",
        EPISODES,
        (EPISODE, EPISODE.replace("03/02/2017", "2017-02-03").lower().replace("zq", "ZQ")),
        (
            "a.csv, line 3: The line stands here as before, on line 2; it is counted once. "
            "Keep one of the two."
        ),
    ),
    (
        "given-twice",
        OC2,
        (f"{CHILD},{BORN},12,,,1,1,1", f"{CHILD},{BORN},13,,,1,1,1"),
        (
            "a.csv, line 3: The child of this line has one before, on line 2; both lines are counted. "
            "Keep one of the two."
        ),
    ),
    (
        "not-a-score",
        OC2,
        (f"{CHILD},{BORN},41,,,1,1,1",),
        (
            "a.csv, line 2: SDQ_SCORE is not a whole number from 0 to 40; it is not taken as a score. "
            "Correct the score, or leave it empty and give a reason."
        ),
    ),
    (
        "old-code",
        EPISODES,
        (f"{EPISODE[:-1]}02/02/2019,E43",),
        (
            "a.csv, line 2: REC is E43, special guardianship in the list before E45 to E48; it is not "
            "counted as such. Give one of E45 to E48."
        ),
    ),
]


@pytest.mark.parametrize(
    ("kind", "heading", "lines", "message"),
    FAULTS,
    ids=[f"{kind}-{n}" for n, (kind, *_) in enumerate(FAULTS)],
)
def test_a_fault_is_told_with_its_place_and_nothing_of_the_child(
    tmp_path: Path, kind: str, heading: str, lines: tuple[str, ...], message: str
) -> None:
    write(tmp_path, heading, *lines)
    assert told(tmp_path) == [(kind, message)]


def test_tables_that_disagree_are_told_once_a_child(tmp_path: Path) -> None:
    write(tmp_path, HEADER, BORN_ROW, name="h.csv")
    strange = EPISODE.replace(CHILD, "ZQ9")
    write(tmp_path, EPISODES, EPISODE, strange, f"{strange[:-1]}02/02/2018,X1", name="e.csv")
    write(tmp_path, OC2, f"{CHILD},18/09/2009,12,,,1,1,1", name="o.csv")
    assert told(tmp_path) == [
        (
            "tables-disagree",
            (
                "e.csv, line 3: The child of this line is not in the header; the child is counted, the age is "
                "not known. Correct the one that is wrong in the case system."
            ),
        ),
        (
            "tables-disagree",
            (
                "o.csv, line 2: DOB differs from the date of birth in the header; that of the header is used. "
                "Correct the one that is wrong in the case system."
            ),
        ),
    ]


def test_a_file_that_is_no_table_is_told(tmp_path: Path) -> None:
    write(tmp_path, HEADER, BORN_ROW)
    write(tmp_path, "metric,period,value", name="other.csv")
    assert told(tmp_path) == [
        (
            "file-left-out",
            (
                "other.csv: The file is left out: its headings are not those of a table. Nothing needs doing, "
                "unless it is one of the tables: then give it the headings of the return."
            ),
        )
    ]


@pytest.mark.parametrize(
    "text", [CHILD, CHILD.lower(), "Zq7", "UN12", "4711", "17/09", "Jane Doe", "Jane"]
)
def test_what_slipped_into_a_column_of_codes_is_not_told(tmp_path: Path, text: str) -> None:
    """A number of a child, however short, is none of the codes that a finding may quote."""
    write(tmp_path, HEADER, BORN_ROW, BORN_ROW.replace(CHILD, "ZQ7").replace("UN1", "UN12"))
    write(tmp_path, EPISODES, EPISODE.replace("U4", text), name="e.csv")
    messages = [message for kind, message in told(tmp_path) if kind == "code-not-in-list"]
    assert messages
    assert not any(text.upper() in message.upper() for message in messages)


def test_every_fault_has_a_test() -> None:
    elsewhere = {"tables-disagree", "file-left-out"}
    known = {k.kind for k in registered() if k in vars(faults).values()}
    assert known == {kind for kind, *_ in FAULTS} | elsewhere
