"""What `send` prints: the public JSON shape, and the same in words."""

from collections.abc import Iterable
from typing import Any

from boardpack.cycle.send.messages import Mail
from boardpack.cycle.send.run import Done
from boardpack.model.sending import HAS_IT, Sent, State
from boardpack.words import plural

_UNKNOWN = (
    "Of those that may have been sent nobody knows: ask them. Then say --arrived ADDRESS for who has "
    'it and --again ADDRESS for who has not ("all" for everyone of whom nobody knows).'
)


def done_json(done: Done) -> dict[str, Any]:
    """The public shape of `send --json`."""
    ready, whole = done.ready, done.ready.mailing
    return {
        "board": ready.board,
        "list": whole.list,
        "audience": whole.audience.value,
        "rehearsal": done.rehearsal,
        "complete": done.is_complete,
        "stopped": done.stopped,
        "connection": done.connection,
        "record": str(ready.record),
        "from": whole.sender.address,
        "subject": whole.subject,
        "attachments": [
            {"file": one.file, "sha256": one.sha256, "bytes": one.bytes} for one in whole.files
        ],
        "bytes": ready.size,
        "drafts": [str(path) for path in done.drafts],
        "messages": [_mail_json(done, mail) for mail in whole.mails],
    }


def _mail_json(done: Done, mail: Mail) -> dict[str, Any]:
    kinds = {"to": mail.to, "cc": mail.cc, "bcc": mail.bcc}
    return {
        "message_id": mail.message_id,
        "recipients": [
            {
                "address": one.address,
                "kind": kind,
                "due": done.is_due(one.address),
                "earlier": one.address in done.earlier,
                **_sent_json(done.states[one.address]),
            }
            for kind, group in kinds.items()
            for one in group
        ],
    }


def _sent_json(sent: Sent | None) -> dict[str, Any]:
    if sent is None:
        return dict.fromkeys(("state", "code", "words", "time"))
    return {"state": sent.state.value, "code": sent.code, "words": sent.words, "time": sent.time}


def done_text(done: Done) -> str:
    """What `send` says: the e-mail, then what became, or would become, of each address."""
    whole = done.ready.mailing
    files = ", ".join(f"{one.file} ({one.bytes / 1e6:.1f} MB)" for one in whole.files)
    mails = plural(len(whole.mails), "e-mail")
    size = f"{done.ready.size / 1e6:.1f} MB"
    addresses = plural(len(whole.recipients), "address", "addresses")
    head = "" if not done.rehearsal else "A rehearsal: nothing was sent.\n"
    if done.drafts:
        head = "Drafts were written, and nothing was sent.\n"
    lines = [
        f"{head}From:     {whole.sender.address}",
        f"Subject:  {whole.subject}",
        f"Attached: {files or 'nothing'}",
        f"List:     {whole.list}, for the {whole.audience.value}: {mails} of {size} to {addresses}",
        "",
        *(_of(done, mail) for mail in whole.mails),
        "",
        *_ending(done),
    ]
    return "\n".join(lines)


def _of(done: Done, mail: Mail) -> str:
    kinds = {"to": mail.to, "cc": mail.cc, "bcc": mail.bcc}
    return "\n".join(
        f"  {kind:<4}{one.address}: {_what(done, one.address)}"
        for kind, group in kinds.items()
        for one in group
    )


def _what(done: Done, address: str) -> str:
    """What became of an address, in words; in a rehearsal, what would."""
    sent = done.states[address]
    before = " (has an earlier e-mail of this board)" if address in done.earlier else ""
    if done.drafts:
        return "in a draft" + (f"; {_state(sent)}" if sent else "")
    if done.rehearsal and done.is_due(address):
        return f"would be sent to{f'; {_state(sent)}' if sent else ''}{before}"
    return _state(sent) + before if sent else "not sent"


def _state(sent: Sent) -> str:
    answer = " ".join(str(part) for part in (sent.code, sent.words) if part)
    match sent.state:
        case State.ACCEPTED:
            return f"accepted by the server on {sent.time}"
        case State.ARRIVED:
            return "has it, as you said"
        case State.SENDING:
            return f"may have been sent on {sent.time}; no answer came"
        case State.DEFERRED:
            return f"refused for now ({answer})"
        case State.REFUSED:
            return f"refused for good ({answer})"


def _ending(done: Done) -> Iterable[str]:
    """What to do next."""
    states = [one.state for one in done.states.values() if one is not None]
    if done.connection:
        yield f"The mail server {done.connection} was reached, proved who it is, and takes the e-mail."
    if done.drafts:
        yield from (f"Draft: {path}" for path in done.drafts)
        yield "Open each in your mail program, look at it, and send it."
        return
    if done.stopped:
        yield "The server went away before the end. Run it again: it sends what is left."
    if any(
        one and one.state is State.SENDING and not done.is_due(address)
        for address, one in done.states.items()
    ):
        yield _UNKNOWN
    if not done.rehearsal:
        if State.DEFERRED in states:
            yield "What was refused for now may be taken later: run it again in half an hour."
        if State.REFUSED in states:
            yield "What was refused for good needs another address in board.toml, or IT's help."
        count = sum(state in HAS_IT for state in states)
        yield f"{count} of {len(done.states)} have it. Kept in {done.ready.record}."
    elif any(done.is_due(address) for address in done.states):
        yield "To send it, add --yes. To write drafts for your mail program, add --drafts."
    elif done.is_complete:
        yield "Everyone on the list has it."
