"""`boardpack send` as its users run it: what was built goes to a real server, or into drafts."""

import json
import os
from collections.abc import Iterator, Mapping
from email import message_from_bytes
from email.policy import default
from pathlib import Path

import pytest

from tests.cycle.send.post_office import DROP, PASSWORD, USER, Office, door, open_office
from tests.end_to_end import council
from tests.end_to_end.conftest import TEMPLATES, Ran, files_of, run

MAIL = """
[mail]
from = "Board office <office@westmere.gov.uk>"
to = ["chair@westmere.gov.uk", "Housing <housing@westmere.gov.uk>"]
cc = ["police@westmere.police.uk"]
subject = "Papers"
"""
LISTS = """
[send.lists.leads]
to = ["one@westmere.gov.uk", "two@westmere.gov.uk"]
each = true
[send.lists.website]
to = ["web@westmere.gov.uk"]
audience = "public"
"""
SUBJECT = "OFFICIAL-SENSITIVE: Papers, 11 March 2026"
NOBODY = {"BOARDPACK_SMTP_USER": "", "BOARDPACK_SMTP_PASSWORD": ""}


class Council:
    """A council with its inputs and a pack that was built."""

    def __init__(self, top: Path) -> None:
        self.inputs, self.outputs = top / "inputs", top / "outputs"
        self.meeting = council.write(self.inputs)
        self.folder = self.outputs / council.MEETING
        self.record = self.meeting / "cycle" / "sent.json"

    def settings(self, send: str = "") -> None:
        board = council.BOARD.replace("[areas]", 'marking = "OFFICIAL-SENSITIVE"\n[areas]', 1)
        (self.inputs / "board.toml").write_text(board + MAIL + send + LISTS)

    def served_by(self, office: Office, more: str = "") -> None:
        assert office.ca_file is not None
        (self.inputs / "ca.pem").write_bytes(office.ca_file.read_bytes())
        self.settings(
            f'[send]\nhost = "localhost"\nport = {office.port}\nca_file = "ca.pem"\n{more}\n'
        )

    def build(self, *words: object) -> None:
        told = self.run("build", "--formats", "pdf,mail", *words)
        assert (told.code, told.err) == (0, "")

    def run(self, command: str, *words: object, **environment: str) -> Ran:
        where = ("--inputs", self.inputs, "--outputs", self.outputs, "--templates", TEMPLATES)
        return run(command, *where, *words, **{**NOBODY, **environment})

    def send(self, *words: object, **environment: str) -> Ran:
        return self.run("send", *words, **environment)


@pytest.fixture
def westmere(tmp_path: Path) -> Council:
    return Council(tmp_path)


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    with open_office(tmp_path, auth_required=True, authenticator=door) as office:
        yield office


SIGNED = {"BOARDPACK_SMTP_USER": USER, "BOARDPACK_SMTP_PASSWORD": PASSWORD}


def states(ran: Ran) -> Mapping[str, str | None]:
    return {
        one["address"]: one["state"]
        for message in ran.json["messages"]
        for one in message["recipients"]
    }


def test_a_pack_is_rehearsed_sent_once_and_the_record_tells_of_it(
    westmere: Council, office: Office
) -> None:
    westmere.served_by(office)
    westmere.build()
    before = files_of(westmere.inputs)
    rehearsal = westmere.send(**SIGNED)
    assert (rehearsal.code, rehearsal.err) == (0, "")
    assert "A rehearsal: nothing was sent." in rehearsal.out
    assert f"Subject:  {SUBJECT}" in rehearsal.out
    assert "housing@westmere.gov.uk: would be sent to" in rehearsal.out
    assert (office.connections, files_of(westmere.inputs)) == (0, before)

    sent = westmere.send("--yes", "--today", "2026-03-03", "--json", **SIGNED)
    assert (sent.code, sent.err) == (0, "")
    assert sent.json["complete"]
    assert set(states(sent).values()) == {"accepted"}
    message = office.message()
    assert message["Subject"] == SUBJECT
    assert message["Date"] == "Tue, 03 Mar 2026 12:00:00 +0000"
    (attached,) = message.iter_attachments()
    assert attached.get_filename() == "pack.pdf"
    assert attached.get_content() == (westmere.folder / "pack.pdf").read_bytes()
    body = message.get_body(("plain",))
    draft = message_from_bytes(
        (westmere.folder / "mail" / "pack.eml").read_bytes(), policy=default
    ).get_body(("plain",))
    assert body is not None
    assert draft is not None
    assert body.get_content() == draft.get_content()
    assert PASSWORD not in westmere.record.read_text() + sent.out + rehearsal.out

    again = westmere.send("--yes", **SIGNED)
    assert (again.code, len(office.taken)) == (0, 1)
    assert "3 of 3 have it" in again.out
    built = json.loads((westmere.folder / "build.json").read_text())
    westmere.build()
    assert json.loads((westmere.folder / "build.json").read_text())["inputs"] == built["inputs"]


def test_refusals_and_silence_are_told_and_settled(westmere: Council, office: Office) -> None:
    westmere.served_by(office)
    westmere.build()
    office.replies = {
        "chair@westmere.gov.uk": ["550 no such mailbox"],
        "police@westmere.police.uk": ["451 come back later"],
        "DATA": [DROP],
    }
    first = westmere.send("--yes", **SIGNED)
    assert first.code == 1
    assert "chair@westmere.gov.uk: refused for good (550 no such mailbox)" in first.out
    assert "police@westmere.police.uk: refused for now (451 come back later)" in first.out
    assert "housing@westmere.gov.uk: may have been sent on" in first.out
    assert "--arrived ADDRESS" in first.out
    second = westmere.send("--yes", "--json", **SIGNED)
    assert second.code == 1
    assert states(second)["housing@westmere.gov.uk"] == "sending"
    third = westmere.send("--yes", "--json", "--again", "housing@westmere.gov.uk", **SIGNED)
    assert third.code == 0
    assert sorted(office.addresses()) == [
        "chair@westmere.gov.uk",
        "housing@westmere.gov.uk",
        "police@westmere.police.uk",
    ]


def test_a_wrong_password_ends_with_a_code_and_without_the_password(
    westmere: Council, office: Office
) -> None:
    westmere.served_by(office)
    westmere.build()
    wrong = westmere.send(
        "--yes", BOARDPACK_SMTP_USER=USER, BOARDPACK_SMTP_PASSWORD="not it at all"
    )
    assert (wrong.code, wrong.out) == (7, "")
    assert "refused the sign-in" in wrong.err
    assert "not it at all" not in wrong.err
    half = westmere.send("--yes", BOARDPACK_SMTP_PASSWORD=PASSWORD)
    assert half.code == 2
    assert PASSWORD not in half.err
    assert office.taken == []
    assert not westmere.record.exists()


def test_the_connection_is_tried_when_asked(westmere: Council, office: Office) -> None:
    westmere.served_by(office)
    westmere.build()
    tried = westmere.send("--check-connection", **SIGNED)
    assert tried.code == 0
    assert f"The mail server localhost:{office.port} was reached" in tried.out
    assert office.taken == []


def test_drafts_are_written_and_nothing_is_sent(westmere: Council) -> None:
    westmere.settings()
    westmere.build()
    ran = westmere.send("--drafts", "--list", "leads")
    assert (ran.code, ran.err) == (0, "")
    drafts = sorted((westmere.folder / "mail").glob("send-*.eml"))
    assert [path.name for path in drafts] == ["send-leads-001.eml", "send-leads-002.eml"]
    messages = [message_from_bytes(path.read_bytes(), policy=default) for path in drafts]
    assert [message["To"] for message in messages] == ["one@westmere.gov.uk", "two@westmere.gov.uk"]
    assert {message["X-Unsent"] for message in messages} == {"1"}
    first = files_of(westmere.folder)
    westmere.send("--drafts", "--list", "leads")
    assert files_of(westmere.folder) == first
    assert not westmere.record.exists()


def test_without_a_server_it_rehearses_and_refuses_to_send(westmere: Council) -> None:
    westmere.settings()
    westmere.build()
    assert westmere.send().code == 0
    refused = westmere.send("--yes")
    assert refused.code == 7
    assert "board.toml names no mail server" in refused.err


def test_a_pack_that_is_older_than_its_inputs_is_refused(westmere: Council) -> None:
    westmere.settings()
    unbuilt = westmere.send()
    assert unbuilt.code == 2
    assert "Make it first: boardpack build 2026-03-11" in unbuilt.err
    westmere.build()
    with (westmere.meeting / "metrics" / "kpi.csv").open("a") as file:
        file.write("in_care,Mar-26,Borough,300\n")
    stale = westmere.send()
    assert stale.code == 2
    assert "the inputs changed since it was built (inputs/2026-03-11/metrics/kpi.csv)" in stale.err


def test_a_file_that_is_not_the_one_that_was_built_is_refused(westmere: Council) -> None:
    westmere.settings()
    westmere.build()
    pack = westmere.folder / "pack.pdf"
    pack.write_bytes(pack.read_bytes() + b"\n")
    changed = westmere.send()
    assert (changed.code, "it is not the file that was built" in changed.err) == (2, True)
    pack.unlink()
    assert westmere.send().code == 2
    (westmere.folder / "build.json").write_text("{}")
    assert westmere.send().code == 2


def test_a_members_pack_never_goes_to_the_public_nor_a_public_one_to_members(
    westmere: Council,
) -> None:
    westmere.settings()
    westmere.build()
    to_public = westmere.send("--list", "website")
    assert to_public.code == 2
    assert "is for the members, and not for the public. Nothing was sent." in to_public.err
    asked = westmere.send("--audience", "public")
    assert asked.code == 2
    assert 'The list "mail" is for the members' in asked.err

    westmere.build("--audience", "public")
    assert westmere.send("--list", "website", "--audience", "public").code == 0
    to_members = westmere.send()
    assert to_members.code == 2
    assert "is for the public, and not for the members" in to_members.err
    told = json.loads((westmere.folder / "build.json").read_text())
    del told["audience"]
    (westmere.folder / "build.json").write_text(json.dumps(told))
    assert "does not say whom the pack is for" in westmere.send("--list", "website").err


def test_what_is_too_large_is_not_sent_and_it_says_what_to_do(westmere: Council) -> None:
    westmere.settings("[send]\nmost_megabytes = 0.01\n")
    westmere.build()
    for words in ((), ("--drafts",), ("--yes",)):
        refused = westmere.send(*words)
        assert refused.code == 7
        assert "most_megabytes in board.toml allows 0.0 MB" in refused.err
        assert "Put the pack on the shared drive and send its link" in refused.err
    assert not [*(westmere.folder / "mail").glob("send-*")]


@pytest.mark.parametrize(
    ("words", "code", "told"),
    [
        (("--list", "nobody"), 2, 'no list "nobody" under [send.lists]'),
        (("--yes", "--drafts"), 2, "--yes and --drafts do not go together"),
        (("--again", "a@b.uk", "--arrived", "a@b.uk"), 2, "--again and --arrived do not go"),
        (("2030-01-01",), 2, "2030-01-01"),
    ],
)
def test_wrong_use_is_told(westmere: Council, words: tuple[str, ...], code: int, told: str) -> None:
    westmere.settings()
    ran = westmere.send(*words)
    assert (ran.code, ran.out) == (code, "")
    assert told in ran.err


def test_an_address_that_is_not_on_the_list_cannot_be_sent_to_again(westmere: Council) -> None:
    westmere.settings()
    westmere.build()
    ran = westmere.send("--again", "a@b.uk")
    assert (ran.code, ran.out) == (2, "")
    assert 'a@b.uk is not on the list "mail"' in ran.err


def test_a_file_that_is_not_built_cannot_be_attached(westmere: Council) -> None:
    westmere.settings('[send]\nattach = ["../board.toml"]\n')
    westmere.build()
    ran = westmere.send()
    assert ran.code == 5
    assert 'no file "../board.toml" to attach. Files: mail/pack.eml, pack.pdf.' in ran.err


def test_a_password_in_the_settings_is_refused_and_not_shown(westmere: Council) -> None:
    westmere.settings('[send]\npassword = "hunter2hunter2"\n')
    ran = westmere.send()
    assert ran.code == 4
    assert "password does not belong in a file" in ran.err
    assert "hunter2" not in ran.err


def test_the_environment_of_these_tests_has_no_sign_in() -> None:
    assert not {"BOARDPACK_SMTP_USER", "BOARDPACK_SMTP_PASSWORD"} & os.environ.keys()
