from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import xlsxwriter
from hypothesis import given
from hypothesis import strategies as st

from boardpack.read.decisions import COLUMNS, read_decisions
from boardpack.read.text import guarded, unguarded

TABLE: list[tuple[str, ...]] = [
    ("5", "Decision", "The home opens in January", "", "", "", ""),
    ("5", "action", "Write to the district", "Commissioning Manager", "06/09/2019", "", "soon"),
    ("", "", "Ring the school", "", "", "Done", ""),
]


def as_csv(folder: Path, rows: list[tuple[str, ...]], heading: tuple[str, ...] = COLUMNS) -> None:
    lines = [",".join(f'"{cell}"' for cell in row) for row in (heading, *rows)]
    (folder / "decisions.csv").write_text("\n".join(lines) + "\n", encoding="utf-8")


def test_decisions_and_actions_are_read_in_their_order(tmp_path: Path) -> None:
    as_csv(tmp_path, TABLE)
    told, findings = read_decisions(tmp_path, "inputs/2019-08-14")
    assert [(one.number, one.is_action, one.is_done) for one in told] == [
        (1, False, False),
        (2, True, False),
        (3, True, True),
    ]
    assert (told[1].owner, told[1].due.date, told[1].note) == (
        "Commissioning Manager",
        date(2019, 9, 6),
        "soon",
    )
    assert str(told[1].source) == "inputs/2019-08-14/decisions.csv, line 3"
    assert findings == ()


def test_a_workbook_with_the_same_columns_says_the_same(tmp_path: Path) -> None:
    book = xlsxwriter.Workbook(tmp_path / "decisions.xlsx")
    sheet = book.add_worksheet("Noted")
    sheet.write_row(0, 0, ["Decisions of the board"])
    for number, row in enumerate((COLUMNS, *TABLE), 2):
        sheet.write_row(number, 0, row)
    sheet.write_datetime(4, 4, date(2019, 9, 6), book.add_format({"num_format": "dd/mm/yyyy"}))
    book.close()
    told, findings = read_decisions(tmp_path, "x")
    assert [one.what for one in told] == [row[2] for row in TABLE]
    assert told[1].due.date == date(2019, 9, 6)
    assert str(told[1].source) == "x/decisions.xlsx, Noted!A5"
    assert findings == ()


def test_a_meeting_of_which_nothing_was_noted_has_none(tmp_path: Path) -> None:
    assert read_decisions(tmp_path, "x") == ((), ())
    as_csv(tmp_path, [])
    assert read_decisions(tmp_path, "x") == ((), ())


def test_a_file_without_the_column_what_is_told(tmp_path: Path) -> None:
    as_csv(tmp_path, [("1", "x")], ("item", "words"))
    told, (finding,) = read_decisions(tmp_path, "x")
    assert told == ()
    assert finding.kind == "missing-column"
    assert "decision or action" in finding.remedy + finding.message


def test_what_was_agreed_under_an_exempt_item_is_exempt(tmp_path: Path) -> None:
    as_csv(tmp_path, TABLE)
    told, _ = read_decisions(tmp_path, "x", {"5": "paragraph 3"})
    assert [one.exempt for one in told] == ["paragraph 3", "paragraph 3", ""]


@given(st.text())
def test_a_guarded_text_is_no_formula_and_comes_back(text: str) -> None:
    assert not guarded(text).startswith(("=", "+", "-", "@"))
    assert unguarded(guarded(text)) == text


CELL = st.text(
    st.characters(exclude_categories=("Cc", "Cs"), exclude_characters='"'), max_size=15
).map(str.strip)


@given(st.lists(st.tuples(*[CELL] * len(COLUMNS)), max_size=6))
def test_no_row_and_no_word_is_lost_whatever_is_written(rows: list[tuple[str, ...]]) -> None:
    with TemporaryDirectory() as folder:
        as_csv(Path(folder), rows)
        told, _ = read_decisions(Path(folder), "x")
    kept = [row for row in rows if any(unguarded(cell).strip() for cell in row)]
    assert [one.number for one in told] == list(range(1, len(kept) + 1))
    for one, row in zip(told, kept, strict=True):
        words = tuple(unguarded(cell).strip() for cell in row)
        assert (one.item, one.what, one.owner, one.status, one.note) == (
            words[0],
            *words[2:4],
            *words[5:],
        )
        assert (one.due.text or "") == words[4]
