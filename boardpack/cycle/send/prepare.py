"""From what was asked to the e-mails that would go, or the sentence why none may."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from pathlib import Path

from boardpack.cycle.send.built import built_files
from boardpack.cycle.send.messages import Mailing, as_sent, mailing
from boardpack.cycle.send.record import NAME
from boardpack.cycle.send.server import Server, SignIn
from boardpack.errors import OtherAudience, SettingsError, TooLarge, UnknownList
from boardpack.model.metrics import Audience
from boardpack.pipeline import Request, Stages, composed
from boardpack.read.meeting import choose_meeting
from boardpack.renderers.mail import marked
from boardpack.settings import MAIL_LIST, ListSection, Settings, load_settings

Tell = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Asked:
    """What to send to whom. `again` and `arrived` settle what an earlier run left open."""

    request: Request
    list: str | None = None
    audience: Audience | None = None
    again: tuple[str, ...] = ()
    arrived: tuple[str, ...] = ()
    today: date | None = None
    sign_in: SignIn | None = None


@dataclass(frozen=True, slots=True)
class Ready:
    """The e-mails of a list, and where they are to go; nothing has been written."""

    board: str
    folder: Path
    outputs: Path
    mailing: Mailing
    server: Server

    @property
    def size(self) -> int:
        """The bytes of the largest e-mail. They differ in their addresses alone."""
        whole = self.mailing
        longest = max(whole.mails, key=lambda mail: sum(map(len, mail.recipients)))
        return len(as_sent(whole, longest, datetime.min.replace(tzinfo=UTC)))

    @property
    def record(self) -> Path:
        """Where what is sent is kept."""
        return self.folder / NAME


def prepare(asked: Asked, tell: Tell = lambda _: None) -> Ready:
    """The e-mails that would go, of a pack that is what the inputs give now and for this audience."""
    request = asked.request
    settings = load_settings(request.inputs / "board.toml")
    name, recipients = _list(settings, asked.list)
    _refuse_other_audience(name, recipients.audience, asked.audience)
    request = replace(request, audience=recipients.audience, formats=("mail",))
    board = choose_meeting(request.inputs, request.board)[0].path.name
    made = composed(request, Stages(tell))
    letter = made.pack.letters[0]
    files = built_files(request.outputs / board, made, settings.send.attach, recipients.audience)
    _refuse_no_sender(request.inputs, letter.sender)
    whole = mailing(
        name,
        recipients.audience,
        recipients,
        letter.sender,
        marked(settings.board.marking, letter.subject),
        letter.body,
        files,
    )
    server = _server(settings, request.inputs)
    ready = Ready(board, made.meeting.folder, request.outputs / board, whole, server)
    _refuse_too_large(ready.size, settings.send.most_megabytes)
    return ready


def _list(settings: Settings, asked: str | None) -> tuple[str, ListSection]:
    """The list that was asked for, else that of [mail]."""
    lists = settings.send.lists
    if asked is None or asked == MAIL_LIST:
        mail = settings.mail
        if not (mail.to or mail.cc):
            raise UnknownList(MAIL_LIST, lists)
        return MAIL_LIST, ListSection(to=mail.to, cc=mail.cc)
    if asked not in lists:
        raise UnknownList(asked, (MAIL_LIST, *lists))
    return asked, lists[asked]


def _refuse_other_audience(name: str, has: Audience, asked: Audience | None) -> None:
    if asked is not None and asked is not has:
        raise OtherAudience(
            f'The list "{name}"',
            _called(has),
            _called(asked),
            "Name a list for them with --list; its audience stands in board.toml.",
        )


def _called(audience: Audience) -> str:
    return "the public" if audience is Audience.PUBLIC else "the members"


def _refuse_no_sender(inputs: Path, sender: str) -> None:
    if not sender:
        raise SettingsError(
            inputs / "board.toml", ["mail.from is missing. Add the address that the pack is from."]
        )


def _refuse_too_large(size: int, megabytes: float) -> None:
    most = int(megabytes * 1_000_000)
    if size > most:
        raise TooLarge(size, most, "most_megabytes in board.toml")


def _server(settings: Settings, inputs: Path) -> Server:
    told = settings.send
    return Server(
        told.host, told.port, told.security, inputs / told.ca_file if told.ca_file else None
    )
