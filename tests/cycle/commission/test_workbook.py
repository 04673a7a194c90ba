"""Texts of a plan stay texts in the workbook of a lead."""

from dataclasses import replace
from datetime import date
from io import BytesIO

import pytest
from openpyxl import load_workbook

from boardpack.cycle.commission.asking import ask
from boardpack.cycle.commission.workbook import Round, workbook
from boardpack.settings import LeadsSection
from tests.cycle.commission.test_rows import BASE, BOARD, plan_of

AROUND = Round(
    date(2019, 8, 14), "Board", "OFFICIAL", "2019-08-14 v1 0", date(2019, 7, 24), date(2019, 7, 31)
)


@pytest.mark.parametrize("begins", ["=", "+", "-", "@", "\t"])
def test_a_text_that_begins_like_a_formula_is_none(begins: str) -> None:
    action = replace(BASE, activity=f"{begins}1+1", lead=("Lead",))
    (one,) = ask(plan_of([action]), BOARD, LeadsSection(), ())
    sheet = load_workbook(BytesIO(workbook(one, AROUND)))["Your actions"]
    (cell,) = (c for row in sheet.iter_rows() for c in row if c.value == f"{begins}1+1")
    assert cell.data_type == "s"
    assert cell.quotePrefix


def test_the_same_rows_give_the_same_bytes() -> None:
    (one,) = ask(plan_of([replace(BASE, lead=("Lead",))]), BOARD, LeadsSection(), ())
    assert workbook(one, AROUND) == workbook(one, AROUND)
