"""Writes the sample inputs: python -m tests.sample.make [--only rest|plan] [--to DIR]."""

from __future__ import annotations

import argparse
from datetime import date
from pathlib import Path

from tests.sample.action_log import write_action_log
from tests.sample.agenda import SUFFICIENCY, TRACKER, write_agenda
from tests.sample.answers import write_answers
from tests.sample.board import write_board
from tests.sample.metrics import write_metrics
from tests.sample.minutes import write_minutes
from tests.sample.papers import NotConforming, write_sufficiency, write_tracker
from tests.sample.recommendations import write_recommendations

BOARDS = (date(2019, 7, 3), date(2019, 8, 14))
INPUTS = Path(__file__).parents[2] / "inputs"


def write_rest(folder: Path) -> None:
    """Write everything but the plan workbooks; nothing is deleted."""
    write_board(folder / "board.toml")
    for board in BOARDS:
        meeting = folder / board.isoformat()
        (meeting / "papers").mkdir(parents=True, exist_ok=True)
        write_agenda(board, meeting / "agenda.toml")
        write_minutes(board, meeting / "minutes.md")
        write_action_log(board, meeting / "action-log.csv")
        write_answers(board, meeting / "answers.csv")
        write_recommendations(board, meeting / "recommendations.xlsx")
        write_metrics(board, meeting / "metrics")
        write_sufficiency(board, meeting / "papers" / SUFFICIENCY)
        write_tracker(board, meeting / "papers" / TRACKER)


def write_plans(folder: Path) -> None:
    """Write the plan workbook of each meeting."""
    # Here, so that the rest can be written while the plan's modules are being worked on.
    from tests.sample.plan import write_plan

    for board in BOARDS:
        meeting = folder / board.isoformat()
        meeting.mkdir(parents=True, exist_ok=True)
        write_plan(board, meeting / "plan.xlsx")


def main() -> None:
    """Write what is asked for, where it is asked for."""
    parser = argparse.ArgumentParser(prog="python -m tests.sample.make", description=__doc__)
    parser.add_argument("--only", choices=("rest", "plan"), help="write a part only")
    parser.add_argument(
        "--to", type=Path, default=INPUTS, metavar="DIR", help="write there instead of inputs/"
    )
    options = parser.parse_args()
    if options.only != "plan":
        try:
            write_rest(options.to)
        except NotConforming as fault:
            parser.exit(1, f"{fault}\n")
    if options.only != "rest":
        write_plans(options.to)


if __name__ == "__main__":
    main()
