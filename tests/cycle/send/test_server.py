"""The connection: to the server that was meant, encrypted, signed in, or none at all."""

import base64
import socket
from pathlib import Path
from typing import Any

import pytest
import trustme
from aiosmtpd.smtp import SMTP, AuthResult, Envelope, Session

from boardpack.cycle.send.run import send
from boardpack.cycle.send.server import Server, SignIn, connected, sign_in, words_of
from boardpack.errors import NoSignIn, NotSent, SettingsError
from boardpack.model.board import Secret
from tests.cycle.send.making import asked, made, ready
from tests.cycle.send.post_office import PASSWORD, USER, Office, door, open_office

BOTH = pytest.mark.parametrize("security", ["starttls", "tls"])
SIGNED = SignIn(USER, Secret(PASSWORD))


def server(office: Office, security: str = "starttls", **other: Any) -> Server:
    told: dict[str, Any] = {
        "host": office.host,
        "port": office.port,
        "ca_file": office.ca_file,
    } | other
    return Server(security=security, **told)


def refused(to: Server, who: SignIn | None = None) -> str:
    with pytest.raises(NotSent) as told, connected(to, who):
        pytest.fail("the connection was made")
    return str(told.value)


@BOTH
def test_a_connection_is_encrypted_with_tls_of_today(tmp_path: Path, security: str) -> None:
    with (
        open_office(tmp_path, security) as office,
        connected(server(office, security), None) as smtp,
    ):
        assert smtp.sock is not None
        assert smtp.sock.version() in {"TLSv1.2", "TLSv1.3"}  # type: ignore[attr-defined]


@BOTH
def test_a_certificate_of_an_authority_that_nobody_knows_is_refused(
    tmp_path: Path, security: str
) -> None:
    other = tmp_path / "other.pem"
    trustme.CA().cert_pem.write_to_path(other)
    with open_office(tmp_path, security) as office:
        assert "could not prove that it is the one meant" in refused(
            server(office, security, ca_file=other)
        )
        assert "ca_file" in refused(server(office, security, ca_file=None))
    assert office.seen == []


@BOTH
def test_a_certificate_for_another_name_is_refused(tmp_path: Path, security: str) -> None:
    with open_office(tmp_path, security) as office:
        told = refused(server(office, security, host="127.0.0.1"))
    assert "127.0.0.1" in told
    assert "Write the name that stands in its certificate as host" in told


def test_a_server_without_encryption_is_never_sent_anything(tmp_path: Path) -> None:
    with open_office(tmp_path, offers_tls=False) as office:
        it = ready(tmp_path, office, made())
        with pytest.raises(NotSent, match=r"offers no encryption \(STARTTLS\)"):
            send(asked(who=SIGNED), it)
    assert (office.taken, office.seen) == ([], [])
    assert not it.record.exists()


@pytest.mark.parametrize(("asked_for", "there"), [("tls", "starttls"), ("starttls", "tls")])
def test_the_other_kind_of_encryption_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, asked_for: str, there: str
) -> None:
    monkeypatch.setattr("boardpack.cycle.send.server.SECONDS", 2)
    with open_office(tmp_path, there) as office:
        told = refused(server(office, asked_for))
    assert "security" in told
    assert "port" in told


def test_a_server_that_is_not_there_is_told(tmp_path: Path) -> None:
    with socket.socket() as closed:
        closed.bind(("127.0.0.1", 0))
        told = refused(Server("localhost", closed.getsockname()[1], "starttls", None))
    assert told.startswith("Nothing was sent: the mail server localhost:")
    assert "cannot be reached" in told


@pytest.mark.parametrize("host", ["no.such.host.invalid", "a" * 70 + ".uk", "..", "."])
def test_a_name_that_leads_nowhere_is_told(host: str) -> None:
    assert "cannot be reached" in refused(Server(host, 587, "starttls", None))


@pytest.mark.parametrize("security", ["starttls", "tls"])
def test_who_has_the_password_is_let_in(tmp_path: Path, security: str) -> None:
    options: dict[str, Any] = {"auth_required": True, "authenticator": door}
    if security == "tls":
        options["auth_require_tls"] = False  # aiosmtpd does not know that it is encrypted
    with open_office(tmp_path, security, **options) as office:
        done = send(asked(who=SIGNED), ready(tmp_path, office, made(), security))
    assert done.is_complete


def test_a_wrong_password_is_refused_and_shown_nowhere(tmp_path: Path) -> None:
    wrong = "pass word of nobody"
    with open_office(tmp_path, auth_required=True, authenticator=door) as office:
        told = refused(server(office), SignIn(USER, Secret(wrong)))
    assert "refused the sign-in (535" in told
    assert wrong not in told
    assert office.seen == []


def test_a_server_that_repeats_the_password_does_not_make_it_known(tmp_path: Path) -> None:
    coded = base64.b64encode(f"\0{USER}\0{PASSWORD}".encode()).decode()

    def chatty(_s: SMTP, _t: Session, _e: Envelope, _m: str, _d: Any) -> AuthResult:
        words = f"535 you said {PASSWORD} as {coded}"
        return AuthResult(success=False, handled=False, message=words)

    with open_office(tmp_path, auth_required=True, authenticator=chatty) as office:
        told = refused(server(office), SIGNED)
    assert "you said *** as ***" in told
    assert PASSWORD not in told
    assert coded not in told


def test_a_sign_in_that_the_server_does_not_offer_is_told(tmp_path: Path) -> None:
    with open_office(tmp_path, auth_exclude_mechanism=["LOGIN", "PLAIN"]) as office:
        assert "offers no sign-in, and one was given" in refused(server(office), SIGNED)


def test_a_server_that_wants_a_sign_in_and_gets_none_is_told_for_every_address(
    tmp_path: Path,
) -> None:
    with open_office(tmp_path, auth_required=True, authenticator=door) as office:
        done = send(asked(), ready(tmp_path, office, made()))
    assert office.taken == []
    assert {one.code for one in done.states.values() if one} == {530}


def test_the_password_stands_in_no_repr() -> None:
    assert PASSWORD not in repr(sign_in(USER, PASSWORD))


def test_half_a_sign_in_is_refused_and_none_is_none() -> None:
    assert sign_in("", "") is None
    for user, password in (("board", ""), ("", "secret"), ("board", "sécret")):
        with pytest.raises(NoSignIn) as told:
            sign_in(user, password)
        assert "cret" not in str(told.value)


@pytest.mark.parametrize("text", [None, "", "no certificate"])
def test_a_file_of_an_authority_that_cannot_be_used_is_told(
    tmp_path: Path, text: str | None
) -> None:
    path = tmp_path / "ca.pem"
    if text is not None:
        path.write_text(text)
    with (
        pytest.raises(SettingsError, match=r"send\.ca_file: .*ca\.pem cannot be used"),
        connected(Server("localhost", 1, "starttls", path), None),
    ):
        pytest.fail("the connection was made")


def test_a_servers_words_stand_on_one_line_and_are_not_endless() -> None:
    assert words_of(b"5.1.1 no\nsuch\x1b[31m mailbox\xff") == "5.1.1 no such [31m mailbox\ufffd"
    assert len(words_of("x" * 10_000)) < 320
