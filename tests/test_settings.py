"""The settings files: what they hold, and every message about what they should not."""

from datetime import date
from pathlib import Path

import pytest

from boardpack.errors import MissingInput, SettingsError
from boardpack.model.board import Purpose
from boardpack.model.plan import SheetRole
from boardpack.settings import load_agenda, load_settings

BOARD = """
[board]
name = "The Board"
council = "A Council"
short_name = "Board"
chair = "Director"
"""
MEETING = "[meeting]\ndate = 2019-08-14\n"
ITEM = '[[item]]\nnumber = 1\ntitle = "Welcome"\nlead = "Director"\nminutes = 5\npurpose = "information"\n'
ROOT = Path(__file__).parent.parent


@pytest.fixture
def board(tmp_path: Path) -> Path:
    return tmp_path / "board.toml"


@pytest.fixture
def agenda(tmp_path: Path) -> Path:
    return tmp_path / "agenda.toml"


def test_a_board_needs_four_words_and_has_defaults_for_the_rest(board: Path) -> None:
    board.write_text(BOARD)
    settings = load_settings(board)
    assert settings.board.marking == "OFFICIAL"
    assert settings.cycle.weeks == 6
    assert settings.areas.whole == "County"
    assert settings.areas.localities == ()
    assert settings.mail.to == ()
    assert settings.charts.groups == {}
    assert settings.checks.thresholds == {}


def test_everything_that_can_be_set_is_read(board: Path) -> None:
    board.write_text(
        BOARD
        + 'reports_to = "Cabinet"\n[mail]\nfrom = "a@b.gov.uk"\nto = ["c@d.gov.uk"]\n'
        + '[plan.sheets]\n"KPIs 2019" = "metrics"\n[checks]\noff = ["no-ref"]\n[checks.thresholds]\noverdue = 7\n'
        + '[charts.groups.leavers]\ntitle = "Leavers"\nmeasures = ["a", "b"]\nlabels = ["A", "B"]\n'
    )
    settings = load_settings(board)
    assert settings.board.reports_to == "Cabinet"
    assert settings.mail.sender == "a@b.gov.uk"
    assert settings.plan.sheets == {"KPIs 2019": SheetRole.METRICS}
    assert settings.checks.off == ("no-ref",)
    assert settings.checks.thresholds == {"overdue": 7}
    assert settings.charts.groups["leavers"].labels == ("A", "B")


def test_a_layout_is_named_alone_or_with_its_placeholders(board: Path) -> None:
    board.write_text(
        BOARD
        + '[slides]\ntemplate = "house.potx"\n[slides.layouts]\ncover = "Titelfolie"\n'
        + 'table = { layout = "Inhalt", title = "Titel 1", content = [14, "Platzhalter 7"] }\n'
    )
    slides = load_settings(board).slides
    assert slides.template == "house.potx"
    assert slides.layouts["cover"].layout == "Titelfolie"
    assert slides.layouts["table"].title == "Titel 1"
    assert slides.layouts["table"].content == (14, "Platzhalter 7")


def test_the_password_of_a_paper_is_read_with_and_without_quotation_marks(board: Path) -> None:
    board.write_text(
        BOARD + '[papers.passwords]\n"my home.pdf" = "hunter2"\nplan.pdf = "hunter3"\n'
    )
    passwords = load_settings(board).papers.passwords
    told = {name: password.get_secret_value() for name, password in passwords.items()}
    assert told == {"my home.pdf": "hunter2", "plan.pdf": "hunter3"}
    assert "hunter" not in repr(load_settings(board))


def test_settings_that_a_windows_editor_saved_are_read(board: Path) -> None:
    board.write_bytes(b"\xef\xbb\xbf" + BOARD.replace("\n", "\r\n").encode())
    assert load_settings(board).board.name == "The Board"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", ["board is missing. Add it."]),
        (
            '[board]\nname = "x"\n',
            [
                "board.council is missing. Add it.",
                "board.short_name is missing. Add it.",
                "board.chair is missing. Add it.",
            ],
        ),
        (
            BOARD + 'chairman = "x"\n[bord]\n',
            [
                "board.chairman is not a setting. Correct its spelling or take it out.",
                "bord is not a setting. Correct its spelling or take it out.",
            ],
        ),
        (BOARD + "place = 2\n", ["board.place is not text. Put it between quotation marks."]),
        (
            BOARD + 'marking = ""\n',
            ["board.marking is empty. Write something."],
        ),
        (
            BOARD + '[mail]\nto = "a@b.gov.uk"\n',
            ["mail.to is not a list. Put it between square brackets."],
        ),
        (
            BOARD + '[mail]\nto = ["a@b.gov.uk", 7]\n',
            ["mail.to.2 is not text. Put it between quotation marks."],
        ),
        (
            'mail = "x"\n' + BOARD,
            ["mail is not a section. Begin it with [mail] on a line of its own."],
        ),
        (
            BOARD + '[papers.passwords]\n"a.pdf" = 1234\nb.pdf = ["hunter2"]\n',
            [
                "papers.passwords.a.pdf is not text. Put it between quotation marks.",
                "papers.passwords.b.pdf is not text. Put it between quotation marks.",
            ],
        ),
        (
            BOARD + '[send]\nPassword = "hunter2"\n',
            [
                "send: password does not belong in a file. Take it out, and put the sign-in into the environment variables BOARDPACK_SMTP_USER and BOARDPACK_SMTP_PASSWORD.",
            ],
        ),
        (
            BOARD + '[send]\nhost = "smtp council"\nsecurity = "none"\nport = 0\n',
            [
                'send.host is "smtp council". Write it with letters, digits, dots and -.',
                'send.port is "0", and it should be greater than or equal to 1. Correct it.',
                "send.security is \"none\", and it should be 'starttls' or 'tls'. Correct it.",
            ],
        ),
        (
            BOARD
            + '[send.lists.empty]\n[send.lists.own]\nto = ["a@b.uk"]\ncc = ["c@b.uk"]\neach = true\n',
            [
                "send.lists.empty: nobody is on the list. Add an address to its to.",
                "send.lists.own: with each = true everyone gets an own e-mail. Write all under to.",
            ],
        ),
        (
            BOARD + '[send.lists."../x"]\nto = ["a@b.uk"]\n',
            ["send.lists.../x is no name. Use letters, digits, - and _, 40 of them at most."],
        ),
        (
            BOARD + '[send.lists.mail]\nto = ["a@b.uk"]\n',
            ["send.lists: the list of [mail] is called mail already. Give this one another name."],
        ),
        (
            BOARD + '[slides.layouts]\ncover = 7\nchart = { title = "x" }\n',
            [
                "slides.layouts.cover is not a section. Begin it with [slides.layouts.cover] on a line of its own.",
                "slides.layouts.chart.layout is missing. Add it.",
            ],
        ),
        (
            BOARD + "[cycle]\nweeks = 0\n",
            ['cycle.weeks is "0", and it should be greater than or equal to 1. Correct it.'],
        ),
        (
            BOARD + '[plan.sheets]\nKPIs = "measures"\n',
            [
                (
                    'plan.sheets.KPIs is "measures", and it should be '
                    "'open', 'metrics', 'standing' or 'completed'. Correct it."
                )
            ],
        ),
        (
            BOARD + "[checks.thresholds]\noverdue = -1\n",
            [
                'checks.thresholds.overdue is "-1", and it should be greater than or equal to 0. Correct it.'
            ],
        ),
        (
            BOARD + '[charts.groups.x]\ntitle = "X"\nmeasures = ["a", "b"]\nlabels = ["A"]\n',
            ["charts.groups.x: there are not as many labels as measures. Add or take out some."],
        ),
    ],
)
def test_every_fault_of_the_settings_is_told_in_one_run(
    board: Path, text: str, said: list[str]
) -> None:
    board.write_text(text)
    with pytest.raises(SettingsError) as refused:
        load_settings(board)
    assert str(refused.value).splitlines() == [f"{board}: {line}" for line in said]
    assert refused.value.exit_code == 4


def test_settings_that_are_not_toml_are_told_with_their_line(board: Path) -> None:
    board.write_text(BOARD + "place = Room 2\n")
    with pytest.raises(SettingsError) as refused:
        load_settings(board)
    assert str(refused.value) == (
        f"{board}: Invalid value (at line 7, column 9). Put the line back as it was."
    )


def test_settings_that_are_not_utf_8_are_told_so(board: Path) -> None:
    board.write_bytes(BOARD.encode() + "place = “Room”".encode("cp1252"))
    with pytest.raises(SettingsError) as refused:
        load_settings(board)
    assert str(refused.value) == f"{board}: the file is not text in UTF-8. Save it again as UTF-8."


def test_settings_that_are_not_there_are_missing(board: Path, agenda: Path) -> None:
    with pytest.raises(MissingInput) as refused:
        load_settings(board)
    remedy = "Copy one from another board's folder and change its words."
    assert str(refused.value) == f"{board}: the file is missing. {remedy}"
    with pytest.raises(MissingInput) as refused:
        load_agenda(agenda)
    remedy = "Copy one from the last meeting's folder and change its items."
    assert str(refused.value) == f"{agenda}: the file is missing. {remedy}"


def test_an_agenda_may_have_no_items(agenda: Path) -> None:
    agenda.write_text(MEETING)
    read = load_agenda(agenda)
    assert read.meeting.date == date(2019, 8, 14)
    assert (read.meeting.next_meeting, read.meeting.place, read.item) == (None, None, ())


def test_the_number_of_an_item_may_be_a_number_or_a_text(agenda: Path) -> None:
    agenda.write_text(MEETING + ITEM + ITEM.replace("number = 1", 'number = "2a"'))
    read = load_agenda(agenda)
    assert [item.number for item in read.item] == ["1", "2a"]
    assert read.item[0].purpose is Purpose.INFORMATION


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (ITEM, "meeting is missing. Add it."),
        ("[meeting]\n", "meeting.date is missing. Add it."),
        (
            '[meeting]\ndate = "14 August"\n',
            'meeting.date is not a date, but "14 August". Write a day as 2026-12-09.',
        ),
        (
            MEETING + ITEM.replace('"information"', '"noting"'),
            (
                'item.1.purpose is "noting", and it should be '
                "'decision', 'discussion' or 'information'. Correct it."
            ),
        ),
        (
            MEETING + ITEM.replace("minutes = 5", "minutes = -5"),
            'item.1.minutes is "-5", and it should be greater than or equal to 0. Correct it.',
        ),
        (MEETING + ITEM.replace('lead = "Director"\n', ""), "item.1.lead is missing. Add it."),
        (
            MEETING + ITEM.replace("[[item]]", "[item]"),
            "item is a list of sections. Begin each with [[item]] on a line of its own.",
        ),
        (
            MEETING + ITEM + "required = true\n",
            "item.1: it requires its paper and names none. Add the paper, or take it out.",
        ),
        (MEETING + ITEM + ITEM, "item: two items have the number 1. Give one another."),
    ],
)
def test_every_fault_of_an_agenda_is_told(agenda: Path, text: str, said: str) -> None:
    agenda.write_text(text)
    with pytest.raises(SettingsError) as refused:
        load_agenda(agenda)
    assert str(refused.value) == f"{agenda}: {said}"


def test_the_settings_of_the_sample_are_right() -> None:
    assert load_settings(ROOT / "inputs" / "board.toml").areas.localities
    agendas = sorted(ROOT.glob("inputs/*/agenda.toml"))
    assert len(agendas) >= 2
    for path in agendas:
        assert load_agenda(path).meeting.date.isoformat() == path.parent.name
