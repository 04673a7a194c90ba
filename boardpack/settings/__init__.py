"""The settings files of a board, checked: every fault is told in one run, in words."""

from pathlib import Path
from typing import Annotated

from pydantic import BeforeValidator

from boardpack.settings.agenda import AgendaFile
from boardpack.settings.board import (
    AreasSection,
    AudiencesSection,
    BoardSection,
    ChartsSection,
    ChecksSection,
    CycleSection,
    PapersSection,
    PlanSection,
)
from boardpack.settings.file import load_file
from boardpack.settings.mail import (
    MAIL_LIST,
    LeadsSection,
    ListSection,
    MailSection,
    SendSection,
    with_aliases_apart,
    without_sign_in,
)
from boardpack.settings.section import SENTENCE, Section
from boardpack.settings.slides import SlidesSection

__all__ = [
    "MAIL_LIST",
    "SENTENCE",
    "AgendaFile",
    "CycleSection",
    "LeadsSection",
    "ListSection",
    "Section",
    "Settings",
    "SlidesSection",
    "load_agenda",
    "load_file",
    "load_settings",
]


class Settings(Section):
    """The whole of board.toml."""

    board: BoardSection
    cycle: CycleSection = CycleSection()
    areas: AreasSection = AreasSection()
    mail: MailSection = MailSection()
    send: Annotated[SendSection, BeforeValidator(without_sign_in)] = SendSection()
    leads: Annotated[LeadsSection, BeforeValidator(with_aliases_apart)] = LeadsSection()
    charts: ChartsSection = ChartsSection()
    plan: PlanSection = PlanSection()
    checks: ChecksSection = ChecksSection()
    audiences: AudiencesSection = AudiencesSection()
    papers: PapersSection = PapersSection()
    slides: SlidesSection = SlidesSection()


def load_settings(path: Path) -> Settings:
    """The settings of the board."""
    return load_file(path, Settings, "Copy one from another board's folder and change its words.")


def load_agenda(path: Path) -> AgendaFile:
    """The agenda of a meeting."""
    return load_file(
        path, AgendaFile, "Copy one from the last meeting's folder and change its items."
    )
