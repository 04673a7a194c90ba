"""Hands e-mails over to a server, and keeps what became of each address before it goes on."""

import smtplib
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime

from boardpack.cycle.send.messages import Mail, Mailing, as_sent, needs_utf8
from boardpack.cycle.send.record import Ledger
from boardpack.cycle.send.server import words_of
from boardpack.errors import NotSent, TooLarge
from boardpack.model.sending import Sent, State

Clock = Callable[[], datetime]
Answer = tuple[int, bytes]
_OK = range(200, 300)
_REFUSING = range(400, 600)
_CLOSING = 421
_FOR_GOOD = 500


class Dropped(Exception):
    """The server went away; what was kept until then stands."""


def refuse_too_large(smtp: smtplib.SMTP, size: int) -> None:
    """Nothing where the server takes e-mails of this size."""
    told = smtp.esmtp_features.get("size", "")
    if told.isdigit() and 0 < int(told) < size:
        raise TooLarge(size, int(told), "the mail server")


def refuse_without_utf8(smtp: smtplib.SMTP, whole: Mailing) -> None:
    """Nothing where the server takes every address of the list."""
    if smtp.has_extn("smtputf8"):
        return
    odd = [a for a in (whole.sender.address, *whole.recipients) if not a.isascii()]
    if odd:
        raise NotSent(
            f"the mail server takes no address with letters beyond ASCII, such as {odd[0]}.",
            "Write another address of theirs into board.toml, or take it out and send theirs by hand.",
        )


def hand_over(
    smtp: smtplib.SMTP,
    whole: Mailing,
    mail: Mail,
    addresses: Sequence[str],
    ledger: Ledger,
    clock: Clock,
) -> None:
    """One e-mail for these of its addresses. Dropped where the server went away.

    The ledger knows of every address before the e-mail itself is handed over. Where no answer comes
    after that, its lines stay as they are: nobody can tell whether the e-mail arrived.
    """
    data = as_sent(whole, mail, clock())

    def keep(answers: Mapping[str, Answer | None]) -> None:
        now = clock().isoformat(timespec="seconds")
        ledger.add(_line(whole, mail, address, now, answer) for address, answer in answers.items())

    answers = _offered(smtp, whole, mail, addresses, len(data))
    accepted = [address for address, (code, _) in answers.items() if code in _OK]
    if not accepted:
        keep(answers)
        _begin_anew(smtp)
        return
    keep({address: None if address in accepted else answers[address] for address in addresses})
    answer = _data(smtp, data)
    keep(dict.fromkeys(accepted, answer))
    if answer[0] == _CLOSING:
        raise Dropped
    if answer[0] not in _OK:
        _begin_anew(smtp)


def _offered(
    smtp: smtplib.SMTP, whole: Mailing, mail: Mail, addresses: Sequence[str], size: int
) -> Mapping[str, Answer]:
    """What the server says to each address before it has the e-mail."""
    options = [f"size={size}"] if smtp.has_extn("size") else []
    if needs_utf8(whole, mail):
        options += ["SMTPUTF8", "BODY=8BITMIME"]
    try:
        answer = smtp.mail(whole.sender.address, options)
        _refuse_closing(answer)
        if answer[0] not in _OK:
            return dict.fromkeys(addresses, answer)
        answers = {}
        for address in addresses:
            answers[address] = smtp.rcpt(address)
            _refuse_closing(answers[address])
    except (smtplib.SMTPException, OSError):
        raise Dropped from None
    return answers


def _refuse_closing(answer: Answer) -> None:
    if answer[0] == _CLOSING:
        raise Dropped


def _data(smtp: smtplib.SMTP, data: bytes) -> Answer:
    """What the server says to the e-mail; Dropped where it says nothing that can be understood."""
    try:
        answer = smtp.data(data)
    except smtplib.SMTPDataError as fault:
        words = fault.smtp_error
        answer = fault.smtp_code, words if isinstance(words, bytes) else words.encode()
    except (smtplib.SMTPException, OSError):
        raise Dropped from None
    if answer[0] not in _OK and answer[0] not in _REFUSING:
        raise Dropped
    return answer


def _begin_anew(smtp: smtplib.SMTP) -> None:
    try:
        smtp.rset()
    except (smtplib.SMTPException, OSError):
        raise Dropped from None


def _line(whole: Mailing, mail: Mail, address: str, now: str, answer: Answer | None) -> Sent:
    """What is kept of an address; without an answer the e-mail is under way."""
    code = answer[0] if answer else None
    return Sent(
        list=whole.list,
        address=address,
        state=_state(code),
        message_id=mail.message_id,
        content=whole.content,
        attachments=whole.files,
        time=now,
        code=code,
        words=words_of(answer[1]) if answer else None,
    )


def _state(code: int | None) -> State:
    if code is None:
        return State.SENDING
    if code in _OK:
        return State.ACCEPTED
    return State.REFUSED if code >= _FOR_GOOD else State.DEFERRED
