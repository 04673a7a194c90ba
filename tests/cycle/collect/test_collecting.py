"""Returns of every kind, saved into a folder, end up in the plan, and nowhere else."""

import csv
import hashlib
import io
import json
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
import xlsxwriter

from boardpack.cycle.collect.collecting import Collected, collect
from boardpack.cycle.collect.ledger import Ledger
from boardpack.errors import NothingCommissioned, PlanInUse, PlanNotWritten
from boardpack.read.cycle import read_asking
from tests.cycle.collect.making import (
    BOARD,
    PLAN,
    TODAY,
    Board,
    as_saved_by_libreoffice,
    board,
    plan_workbook,
)

FOSTERING, PARTICIPATION, HEALTH = "Head of Fostering", "Head of Participation", "Head of Health"
ALL = {
    "Your update": "Keys handed over.",
    "New rating": "Amber",
    "New due date": datetime(2020, 2, 28),
    "New figure": "2 at 26.07.19",
}


@pytest.fixture
def made(tmp_path: Path) -> Board:
    return board(tmp_path)


def run(made: Board, today: date = TODAY) -> Collected:
    return collect(made.inputs, BOARD, today)


def kinds(result: Collected) -> list[str]:
    return sorted({finding.kind for finding in result.findings})


def decide(made: Board, decision: str) -> None:
    path = made.cycle / "conflicts.csv"
    lines = list(csv.DictReader(io.StringIO(path.read_text(encoding="utf-8-sig"), newline="")))
    out = io.StringIO(newline="")
    writer = csv.DictWriter(out, lines[0].keys())
    writer.writeheader()
    writer.writerows(line | ({} if line["settled"] else {"decision": decision}) for line in lines)
    path.write_text(out.getvalue(), encoding="utf-8")


def assert_all_is_in(made: Board) -> None:
    assert (
        made.text("C3")
        == "30.07.19 - Keys handed over.\n14.05.19 - Found a house.\n02.04.19 - Looked at six."
    )
    assert made.text("G3") == "Amber"
    assert made.text("F3") == datetime(2020, 2, 28)
    assert made.text("D3") == "2 at 26.07.19"


def test_every_kind_of_answer_is_put_into_its_own_cell(made: Board) -> None:
    made.answer(FOSTERING, {"1": ALL})
    result = run(made)
    assert_all_is_in(made)
    assert [entry.change.cell for entry in result.patch.entries] == ["D3", "F3", "C3", "G3"]
    assert result.findings == ()
    assert not result.needs_manager


def test_nothing_else_of_the_plan_changes(made: Board) -> None:
    made.answer(FOSTERING, {"1": ALL})
    run(made)
    assert [made.text(cell) for cell in ("C4", "C6", "G4", "G5", "G6", "F4", "F5", "F6")] == [
        PLAN[1][2], PLAN[3][2], "Amber", "Red", "Green", "Jul-19", "TBC", "31/10/19",
    ]  # fmt: skip


def test_a_second_run_changes_no_byte(made: Board) -> None:
    made.answer(FOSTERING, {"1": ALL, "2b": {"New rating": "Green"}})
    made.answer(PARTICIPATION, {"2b": {"New rating": "Blue", "Your update": "Half done."}})
    run(made)
    before = made.snapshot()
    again = run(made, date(2019, 8, 2))
    assert made.snapshot() == before
    assert again.patch.entries == ()


def test_a_dry_run_tells_the_same_and_writes_nothing(made: Board) -> None:
    made.answer(FOSTERING, {"1": ALL})
    before = made.snapshot()
    dry = collect(made.inputs, BOARD, TODAY, dry_run=True)
    assert made.snapshot() == before
    assert dry.patch.entries == run(made).patch.entries


def test_the_plan_of_before_is_kept_and_the_ledger_tells_what_was_there(made: Board) -> None:
    before = made.plan.read_bytes()
    made.answer(FOSTERING, {"1": {"New rating": "Amber"}})
    run(made)
    digest = hashlib.sha256(before).hexdigest()[:12]
    assert (made.cycle / "backup" / f"plan-{digest}.xlsx").read_bytes() == before
    (line,) = json.loads((made.cycle / "collected.json").read_text())
    assert (line["before"], line["after"], line["cell"]) == ("Green", "Amber", "G3")
    assert (line["lead"], line["date"], line["key"]) == (FOSTERING, "2019-07-30", made.row("1").key)
    assert not (made.cycle / "pending.json").exists()


@pytest.mark.parametrize(
    ("suffix", "options"),
    [("xlsx", ""), ("ods", ""), ("xls", ""), ("csv", ":Text - txt - csv (StarCalc):44,34,76")],
)
def test_a_return_saved_by_libreoffice_is_read(made: Board, suffix: str, options: str) -> None:
    path = made.answer(FOSTERING, {"1": ALL})
    as_saved_by_libreoffice(path, suffix, options)
    result = run(made)
    if suffix == "csv":  # 28/02 is no other day, but the order of the program is month first
        assert made.text("G3") == "Amber"
        assert made.text("D3") == "2 at 26.07.19"
        assert str(made.text("C3")).startswith("30.07.19 - Keys handed over.\n")
        assert made.text("F3") == datetime(2019, 12, 31) or made.text("F3") == datetime(2020, 2, 28)
    else:
        assert_all_is_in(made)
    assert {finding.severity.value for finding in result.findings} <= {"note", "error"}


def test_rows_are_known_by_their_keys_when_sorted_renamed_and_added_to(made: Board) -> None:
    more = {"Activity": "A thing of my own", "Your update": "Please add this."}
    made.answer(FOSTERING, {"1": ALL}, order=-1, sheet="Sheet1 (2)", extra=[more])
    result = run(made)
    assert_all_is_in(made)
    (told,) = result.findings
    assert told.kind == "row-added-by-lead"
    assert "Please add this." in told.message


def test_without_its_hidden_columns_a_row_is_known_by_ref_and_activity(made: Board) -> None:
    made.answer(FOSTERING, {"1": ALL}, drop=("Key", "Stamp", "Check"))
    assert kinds(run(made)) == ["key-missing"]
    assert_all_is_in(made)


def test_a_formula_is_not_accepted(made: Board) -> None:
    made.answer(FOSTERING, {"1": {"New rating": "==A1"}})
    result = run(made)
    assert made.text("G3") == "Green"
    (told,) = result.findings
    assert (told.kind, told.source.cell) == ("formula-in-answer", "N5")
    assert result.needs_manager


def test_a_formula_in_an_ods_is_not_accepted(made: Board) -> None:
    as_saved_by_libreoffice(made.answer(FOSTERING, {"1": {"New figure": "==1+1"}}), "ods")
    assert kinds(run(made)) == ["formula-in-answer"]
    assert made.text("D3") == "1 at 13.05.19"


def test_a_text_that_looks_like_a_formula_stays_a_text(made: Board) -> None:
    made.answer(FOSTERING, {"1": {"New figure": "=1+1 homes"}})
    run(made)
    assert made.text("D3") == "=1+1 homes"


def test_two_leads_who_differ_are_a_conflict_and_the_plan_waits(made: Board) -> None:
    made.answer(FOSTERING, {"2b": {"New rating": "Green"}})
    made.answer(PARTICIPATION, {"2b": {"New rating": "Amber"}})
    result = run(made)
    assert made.text("G5") == "Red"
    (conflict,) = result.merge.conflicts
    assert [option.value for option in conflict.options] == ["Amber", "Green"]
    assert result.needs_manager


@pytest.mark.parametrize(
    ("decision", "then"),
    [("A", "Amber"), ("b", "Green"), ("2", "Green"), ("plan", "Red"), ("Green", "Green")],
)
def test_a_decision_is_applied_once_and_then_the_plan_is_the_managers(
    made: Board, decision: str, then: str
) -> None:
    made.answer(FOSTERING, {"2b": {"New rating": "Green"}})
    made.answer(PARTICIPATION, {"2b": {"New rating": "Amber"}})
    run(made)
    decide(made, decision)
    result = run(made)
    assert made.text("G5") == then
    assert not result.needs_manager
    by_hand(made, "2b", 6, "Blue")
    run(made)
    assert made.text("G5") == "Blue"


def by_hand(made: Board, ref: str, column: int, value: str) -> None:
    """What the manager changes in Excel, here written by another program."""
    import openpyxl

    book = openpyxl.load_workbook(made.plan)
    sheet = book["Action Plan"]
    row = next(row[0].row for row in sheet.iter_rows() if str(row[0].value) == ref)
    sheet.cell(row or 0, column + 1).value = value
    book.save(made.plan)


def test_a_decision_that_is_not_understood_is_told_and_kept(made: Board) -> None:
    made.answer(FOSTERING, {"2b": {"New rating": "Green"}})
    made.answer(PARTICIPATION, {"2b": {"New rating": "Amber"}})
    run(made)
    decide(made, "ask again")
    assert kinds(run(made)) == ["decision-not-understood"]
    assert "ask again" in (made.cycle / "conflicts.csv").read_text()
    assert made.text("G5") == "Red"


def test_a_cell_that_was_changed_after_sending_is_a_conflict(made: Board) -> None:
    made.answer(FOSTERING, {"1": {"New rating": "Amber"}})
    by_hand(made, "1", 6, "Red")
    (conflict,) = run(made).merge.conflicts
    assert (conflict.sent, conflict.now) == ("Green", "Red")
    assert made.text("G3") == "Red"


def test_an_answer_that_the_manager_overruled_later_is_not_put_back(made: Board) -> None:
    made.answer(FOSTERING, {"1": {"New rating": "Amber", "Your update": "Done."}})
    run(made)
    by_hand(made, "1", 6, "Green")
    by_hand(made, "1", 2, "14.05.19 - Found a house.")
    run(made)
    assert (made.text("G3"), made.text("C3")) == ("Green", "14.05.19 - Found a house.")


def test_rows_that_moved_in_the_plan_are_found(made: Board) -> None:
    made.answer(FOSTERING, {"1": {"New rating": "Amber"}})
    plan_workbook(
        made.plan,
        [("0", "Something new altogether", "", "", "Head of Health", "TBC", "Red"), *PLAN[::-1]],
    )
    run(made)
    assert made.text("G7") == "Amber"
    assert [made.text(f"G{row}") for row in (3, 4, 5, 6)] == ["Red", "Green", "Red", "Amber"]


def test_an_answer_to_a_row_that_is_gone_is_told_with_its_words(made: Board) -> None:
    made.answer(FOSTERING, {"1": {"Your update": "Keys handed over."}})
    plan_workbook(made.plan, PLAN[1:])
    (told,) = run(made).findings
    assert told.kind == "row-not-in-plan"
    assert "Keys handed over." in told.message


def test_a_ref_that_now_means_another_action_does_not_get_the_answer(made: Board) -> None:
    made.answer(FOSTERING, {"1": {"New rating": "Amber"}})
    plan_workbook(made.plan, [("1", "Something else was put here", *PLAN[0][2:]), *PLAN[1:]])
    assert kinds(run(made)) == ["row-not-in-plan"]
    assert made.text("G3") == "Green"


def test_both_leads_of_a_row_are_heard_and_named(made: Board) -> None:
    made.answer(FOSTERING, {"2b": {"Your update": "Passports: 40 of 60."}})
    made.answer(PARTICIPATION, {"2b": {"Your update": "Accounts: 10."}})
    run(made)
    text = str(made.text("C5"))
    assert sorted(text.split("\n")) == [
        "30.07.19 - Head of Fostering: Passports: 40 of 60.",
        "30.07.19 - Head of Participation: Accounts: 10.",
    ]


def test_the_later_file_of_a_lead_holds_and_both_updates_are_kept(made: Board) -> None:
    made.answer(
        FOSTERING,
        {"1": {"New rating": "Red", "Your update": "One."}},
        "a.xlsx",
        modified=datetime(2019, 7, 27),
    )
    made.answer(
        FOSTERING,
        {"1": {"New rating": "Amber", "Your update": "Two."}},
        "b.xlsx",
        modified=datetime(2019, 7, 26),
    )
    result = run(made)
    assert made.text("G3") == "Red"
    assert "superseded" in {outcome.what for outcome in result.merge.outcomes}
    assert {"30.07.19 - One.", "30.07.19 - Two."} <= set(str(made.text("C3")).split("\n"))


def test_a_lead_who_answers_anew_later_changes_the_own_answer(made: Board) -> None:
    made.answer(FOSTERING, {"1": {"New rating": "Red"}}, "a.xlsx")
    run(made)
    made.answer(FOSTERING, {"1": {"New rating": "Amber"}}, "b.xlsx", modified=datetime(2019, 7, 28))
    assert run(made).merge.conflicts == []
    assert made.text("G3") == "Amber"


def test_two_files_of_a_lead_whose_order_nobody_can_tell_are_a_conflict(made: Board) -> None:
    made.answer(FOSTERING, {"1": {"New rating": "Red"}}, "a.xlsx")
    made.answer(FOSTERING, {"1": {"New rating": "Amber"}}, "b.xlsx")
    assert len(run(made).merge.conflicts) == 1
    assert made.text("G3") == "Green"


def test_a_return_of_an_earlier_round_is_measured_against_what_was_sent_then(made: Board) -> None:
    by_hand(made, "1", 6, "Red")
    made.commission()
    made.answer(FOSTERING, {"1": {"New rating": "Amber"}}, version=0)
    (conflict,) = run(made).merge.conflicts
    assert (conflict.sent, conflict.now) == ("Green", "Red")


def test_a_return_of_another_board_is_told_and_not_taken(made: Board) -> None:
    made.answer(FOSTERING, {"1": ALL}, stamp="2019-07-03 v1 00000000")
    assert kinds(run(made)) == ["return-of-another-board"]
    assert made.text("G3") == "Green"


def test_the_whole_plan_sent_back_gives_what_differs(made: Board) -> None:
    rows = [
        ("1", PLAN[0][1], "28.07.19 - Keys handed over.\n" + PLAN[0][2], *PLAN[0][3:6], "Amber"),
        *PLAN[1:],
    ]
    plan_workbook(made.returns / "plan head of fostering.xlsx", rows)
    assert "whole-plan-sent-back" in kinds(run(made))
    assert str(made.text("C3")).split("\n")[0] == "28.07.19 - Keys handed over."
    assert made.text("G3") == "Amber"


def test_a_plan_sent_back_adds_nothing_that_others_wrote_meanwhile(made: Board) -> None:
    made.answer(FOSTERING, {"1": {"Your update": "Two carers were approved in the spring."}})
    run(made)
    made.plan.write_bytes(made.plan.read_bytes())
    (made.returns / "plan of the analyst.xlsx").write_bytes(made.plan.read_bytes())
    before = made.text("C3")
    run(made)
    assert made.text("C3") == before


def test_a_line_typed_below_the_entry_of_another_is_taken_alone(made: Board) -> None:
    made.answer(FOSTERING, {"1": {"Your update": "Two carers were approved in the spring."}})
    run(made)
    told = str(made.text("C3")).split("\n")
    now = "\n".join([told[0], "The panel asked for a third carer.", *told[1:]])
    rows = [("1", PLAN[0][1], now, *PLAN[0][3:]), *PLAN[1:]]
    plan_workbook(made.returns / "plan of the analyst.xlsx", rows)
    run(made)
    found = str(made.text("C3"))
    assert found.count("Two carers were approved in the spring.") == 1
    assert found.count("The panel asked for a third carer.") == 1


def test_the_short_lines_of_an_entry_in_a_plan_sent_back_are_not_new(made: Board) -> None:
    made.answer(FOSTERING, {"1": {"Your update": "Two were approved:\n- one\n- two"}})
    run(made)
    before = str(made.text("C3"))
    now = "A longer line that somebody typed above.\n" + before
    rows = [("1", PLAN[0][1], now, *PLAN[0][3:]), *PLAN[1:]]
    plan_workbook(made.returns / "plan of the analyst.xlsx", rows)
    run(made)
    assert str(made.text("C3")).count("- one") == 1
    assert str(made.text("C3")).count("A longer line") == 1


def test_the_words_of_a_workbook_without_an_update_are_no_update(made: Board) -> None:
    before = made.text("C3")
    made.answer(FOSTERING, {"1": {"Your update": "No update yet."}})
    run(made)
    assert made.text("C3") == before


def test_a_figure_that_excel_shows_as_a_day_of_1900_is_no_day(made: Board) -> None:
    made.answer(FOSTERING, {"1": {"New due date": datetime(1900, 1, 7)}})
    assert kinds(run(made)) == ["answer-is-no-day"]
    assert made.text("F3") == datetime(2019, 12, 31)


def test_words_in_which_no_day_can_be_read_do_not_become_the_due_date(made: Board) -> None:
    made.answer(FOSTERING, {"1": {"New due date": "end of Octember"}})
    assert kinds(run(made)) == ["answer-is-no-day"]
    assert made.text("F3") == datetime(2019, 12, 31)


def test_who_sent_something_back_is_kept_whatever_the_file_was_called(made: Board) -> None:
    made.answer(FOSTERING, {"1": {}})
    (back,) = made.returns.iterdir()
    back.rename(made.returns / "nothing changed.xlsx")
    run(made)
    assert read_asking(made.folder).leads == (FOSTERING,)


def test_the_note_in_the_folder_of_returns_is_no_return(made: Board) -> None:
    made.returns.mkdir(exist_ok=True)
    (made.returns / "README.txt").write_text("Save the returns here.")
    assert kinds(run(made)) == []


def test_what_is_no_return_is_told_and_litter_passed_over(made: Board) -> None:
    made.answer(HEALTH, {"3": {"New rating": "Blue"}})
    for name in ("~$head.xlsx", ".DS_Store", ".~lock.a.xlsx#", "Thumbs.db"):
        (made.returns / name).write_bytes(b"litter")
    (made.returns / "note.docx").write_bytes(b"words")
    (made.returns / "broken.xlsx").write_bytes(b"PK\x03\x04 cut off")
    (made.returns / "secret.xlsx").write_bytes(b"\xd0\xcf\x11\xe0" + bytes(600))
    with xlsxwriter.Workbook(made.returns / "rota.xlsx") as book:
        book.add_worksheet().write_row(0, 0, ["Monday", "Tuesday"])
    result = run(made)
    told = {finding.source.file.rpartition("/")[2]: finding.kind for finding in result.findings}
    assert told == {
        "note.docx": "no-return",
        "broken.xlsx": "return-unreadable",
        "secret.xlsx": "return-unreadable",
        "rota.xlsx": "no-return",
    }
    assert "password" in next(f.message for f in result.findings if "secret" in f.source.file)
    assert made.text("G6") == "Blue"


def test_a_workbook_in_a_mail_is_read_and_the_words_of_the_mail_are_told(made: Board) -> None:
    from email.message import EmailMessage

    path = made.answer(FOSTERING, {"1": ALL})
    mail = EmailMessage()
    mail.set_content("Sorry for the delay. Ref 2b is closed.")
    mail.add_attachment(
        path.read_bytes(), maintype="application", subtype="octet-stream", filename=path.name
    )
    path.unlink()
    (made.returns / "reply.eml").write_bytes(bytes(mail))
    result = run(made)
    assert kinds(result) == ["words-in-a-mail"]
    assert_all_is_in(made)


def test_answers_to_questions_are_appended_once(made: Board) -> None:
    (made.folder / "answers.csv").write_text(
        "code,sheet,objective,ref,answer\nP001,Action Plan,1,3,Kept.\n"
    )
    made.answer(
        FOSTERING,
        {"1": {"Questions": "P001: late?\nP012: Green?", "Answer to the questions": "- the lease"}},
    )
    run(made)
    run(made)
    lines = (made.folder / "answers.csv").read_text().splitlines()
    assert lines[2:] == [
        "P001,Action Plan,1,1,Head of Fostering: - the lease",
        "P012,Action Plan,1,1,Head of Fostering: - the lease",
    ]


def test_a_date_of_a_csv_that_can_be_two_days_is_asked_about(made: Board) -> None:
    key, stamp = made.row("1").key, made.rounds[0].stamp
    text = f"Key,Stamp,Ref,Activity,New due date\n{key},{stamp},1,Open a second home for children,07/03/2020\n"
    (made.returns / "fostering.csv").write_text(text)
    (conflict,) = run(made).merge.conflicts
    assert [option.value for option in conflict.options] == ["07/03/2020", "03/07/2020"] or [
        option.value for option in conflict.options
    ] == ["07/03/2020", "03/07/2020"][::-1]
    decide(made, "3 July")
    run(made)
    decide(made, "03/07/2020")
    run(made)
    assert made.text("F3") == datetime(2020, 7, 3)


def test_nothing_that_was_sent_is_collected_without_a_commission(made: Board) -> None:
    (made.cycle / "commissioned.json").unlink()
    with pytest.raises(NothingCommissioned, match="boardpack commission 2019-08-14"):
        run(made)


def test_a_plan_that_is_open_is_refused_in_a_sentence(made: Board) -> None:
    (made.folder / "~$plan.xlsx").write_bytes(b"")
    with pytest.raises(PlanInUse, match="open in another program"):
        run(made)


def test_a_plan_that_can_only_be_read_is_refused_in_a_sentence(made: Board) -> None:
    made.plan.rename(made.folder / "plan.ods")
    with pytest.raises(PlanNotWritten, match=r"plan\.xlsx"):
        run(made)


def test_a_cell_that_cannot_be_changed_is_told_and_the_rest_goes_in(made: Board) -> None:
    by_hand(made, "1", 3, "=1+1")
    made.rounds.clear()
    made.commission()
    made.answer(FOSTERING, {"1": {"New figure": "3", "New rating": "Amber"}})
    result = run(made)
    assert kinds(result) == ["cell-not-changed"]
    assert made.text("G3") == "Amber"
    assert made.text("D3") == "=1+1"


def test_an_answer_that_is_no_rating_or_no_day_is_told(made: Board) -> None:
    made.answer(FOSTERING, {"1": {"New rating": "Amber/Red", "New due date": "31/04/2020"}})
    assert kinds(run(made)) == ["answer-is-no-day", "answer-is-no-rating"]
    assert (made.text("G3"), made.text("F3")) == ("Green", datetime(2019, 12, 31))


def test_words_for_a_date_stay_words(made: Board) -> None:
    made.answer(FOSTERING, {"1": {"New due date": "TBC"}})
    run(made)
    assert made.text("F3") == "TBC"


def test_the_report_tells_who_has_not_answered(made: Board) -> None:
    from boardpack.cycle.collect.report import collected_json, collected_text

    made.answer(FOSTERING, {"1": ALL})
    made.answer(PARTICIPATION, {})
    result = run(made)
    said: dict[str, Any] = collected_json(result)
    assert said["outstanding"] == [HEALTH]
    assert [lead["state"] for lead in said["leads"]] == [
        "returned",
        "returned without an answer",
        "outstanding",
    ]
    text = collected_text(result)
    assert "Outstanding (1): Head of Health" in text
    assert "4 answers put into inputs/2019-08-14/plan.xlsx" in text


def test_a_new_date_goes_into_the_column_of_revised_dates(made: Board) -> None:
    with xlsxwriter.Workbook(made.plan) as book:
        sheet = book.add_worksheet("Action Plan")
        sheet.write_row(0, 0, ["Ref", "Activity", "Progress", "Responsible Service", "Original due date", "Revised due date", "BRAG"])  # fmt: skip
        sheet.write_row(
            1, 0, ["1", "Open a second home", "", "Head of Fostering", "31/12/2019", "", "Green"]
        )
        sheet.write_row(
            2,
            0,
            ["3", "Agree a protocol", "", "Head of Health", "31/10/2019", "30/11/2019", "Green"],
        )
    made.rounds.clear()
    made.commission()
    made.answer(FOSTERING, {"1": {"New due date": "28/02/2020"}})
    made.answer(HEALTH, {"3": {"New due date": "28/03/2020"}})
    result = run(made)
    assert result.merge.conflicts == []
    assert [made.text(cell) for cell in ("E2", "E3", "F3")] == [
        "31/12/2019",
        "31/10/2019",
        "28/03/2020",
    ]
    assert made.text("F2") == datetime(2020, 2, 28)
    before = made.snapshot()
    run(made)
    assert made.snapshot() == before


def test_decisions_that_excel_saved_with_semicolons_are_read(made: Board) -> None:
    made.answer(FOSTERING, {"2b": {"New rating": "Green"}})
    made.answer(PARTICIPATION, {"2b": {"New rating": "Amber"}})
    run(made)
    decide(made, "B")
    path = made.cycle / "conflicts.csv"
    rows = list(csv.reader(io.StringIO(path.read_text(encoding="utf-8-sig"), newline="")))
    out = io.StringIO(newline="")
    csv.writer(out, delimiter=";").writerows(rows)
    path.write_bytes(out.getvalue().encode("cp1252"))
    run(made)
    assert made.text("G5") == "Green"
    assert made.text("G6") == "Green"


def test_a_fill_that_tells_of_the_earlier_rating_is_told(made: Board) -> None:
    import openpyxl
    from openpyxl.styles import PatternFill

    book = openpyxl.load_workbook(made.plan)
    book["Action Plan"]["G3"].fill = PatternFill("solid", fgColor="FF00B050")
    book.save(made.plan)
    made.answer(FOSTERING, {"1": {"New rating": "Red"}})
    (told,) = run(made).findings
    assert (told.kind, told.source.cell) == ("rating-and-colour-differ", "G3")


def test_a_plan_that_is_saved_while_answers_are_put_in_is_refused(made: Board) -> None:
    from boardpack.cycle.collect.applying import Patch, write_plan
    from boardpack.errors import PlanChanged

    made.answer(FOSTERING, {"1": {"New rating": "Red"}})
    patch = collect(made.inputs, BOARD, TODAY, dry_run=True).patch
    stale = Patch(b"what was read", patch.after, patch.writes, ())
    before = made.snapshot()
    with pytest.raises(PlanChanged, match="Collect again"):
        write_plan(made.plan, made.cycle, stale, Ledger())
    assert made.snapshot() == before


def test_rows_that_were_copied_are_told_and_nothing_of_them_is_lost(made: Board) -> None:
    row = made.row("1")
    copy = {"Key": row.key, "Stamp": made.rounds[0].stamp, "Ref": "1", "Activity": row.activity}
    other = {**copy, "Activity": "Open a third home", "Your update": "Looking."}
    again = {**copy, "Your update": "Second words."}
    made.answer(FOSTERING, {"1": {"Your update": "First words."}}, extra=[again, other])
    result = run(made)
    assert kinds(result) == ["row-added-by-lead", "row-copied"]
    assert {"30.07.19 - First words.", "30.07.19 - Second words."} <= set(
        str(made.text("C3")).split("\n")
    )
    assert any("Looking." in finding.message for finding in result.findings)


def test_an_answer_in_a_column_that_only_shows_is_told(made: Board) -> None:
    made.answer(FOSTERING, {"1": {"Rating": "Red", "Due": "01/05/2020"}})
    assert kinds(run(made)) == ["shown-value-changed"]
    assert made.text("G3") == "Green"
