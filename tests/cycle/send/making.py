"""What the tests of sending share: a list, its e-mails, and the way to a server."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from boardpack.cycle.send.messages import Mailing, mailing
from boardpack.cycle.send.prepare import Asked, Ready
from boardpack.cycle.send.run import Done, send
from boardpack.cycle.send.server import Server, SignIn
from boardpack.model.metrics import Audience
from boardpack.pipeline import Request
from boardpack.renderers.interface import Output
from tests.cycle.send.post_office import Office

BOARD = "2019-08-14"
PACK = Output("pack.pdf", b"%PDF-1.7 \x00\xff\r\n.\r\nFrom here on: nothing\n")
SENDER = "Permanence Board <board@marlshire.example.gov.uk>"


@dataclass(frozen=True)
class People:
    """A list as the settings have it."""

    to: tuple[str, ...] = ()
    cc: tuple[str, ...] = ()
    bcc: tuple[str, ...] = ()
    each: bool = False


ALL = People(("chair@a.uk", "Housing <housing@b.uk>"), ("office@a.uk",), ("clerk@a.uk",))
EACH = People(("one@a.uk", "two@a.uk", "three@a.uk"), each=True)


def made(
    people: People = ALL,
    subject: str = "OFFICIAL: Papers",
    body: str = "Dear colleagues,\n.\nThe papers.\n",
    sender: str = SENDER,
    pack: Output = PACK,
) -> Mailing:
    return mailing("members", Audience.MEMBERS, people, sender, subject, body, [pack])


def ready(folder: Path, office: Office, whole: Mailing, security: str = "starttls") -> Ready:
    meeting = folder / BOARD
    meeting.mkdir(exist_ok=True)
    server = Server(office.host, office.port, security, office.ca_file)
    return Ready(BOARD, meeting, folder / "outputs", whole, server)


def asked(
    again: tuple[str, ...] = (), arrived: tuple[str, ...] = (), who: SignIn | None = None
) -> Asked:
    nowhere = Request(Path(), Path(), Path())
    day = date(2019, 8, 7)
    return Asked(nowhere, again=again, arrived=arrived, today=day, sign_in=who)


def run(
    folder: Path,
    office: Office,
    whole: Mailing,
    again: tuple[str, ...] = (),
    arrived: tuple[str, ...] = (),
) -> Done:
    return send(asked(again, arrived), ready(folder, office, whole))


def states(done: Done) -> dict[str, str | None]:
    return {address: one.state.value if one else None for address, one in done.states.items()}
