"""To whom what goes, with whatever stands in the settings: no text can become a header."""

from dataclasses import replace
from datetime import UTC, datetime
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from boardpack.cycle.send.messages import as_draft, as_sent, mailing
from boardpack.errors import BadAddress
from boardpack.model.metrics import Audience
from tests.cycle.send.making import ALL, EACH, PACK, SENDER, People, made

WHEN = datetime(2019, 8, 7, 12, tzinfo=UTC)
SHOWN = {"From", "To", "Cc", "Subject", "Date", "Message-ID"}
MIME = {"MIME-Version", "Content-Type"}
NAUGHTY = st.text(
    st.sampled_from("\r\n\t\0 \u2028\u0085,;:<>@\"'\\()[]=?._-aBé漢\U0001f600") | st.characters(),
    max_size=90,
)
INJECTED = "x\r\nBcc: thief@evil.uk\r\n\r\nbody"
ENCODED = "=?utf-8?q?x=0D=0ABcc:_thief=40evil.uk?="


def parsed(data: bytes) -> EmailMessage:
    message = message_from_bytes(data, policy=default)
    assert isinstance(message, EmailMessage)
    return message


@given(NAUGHTY, NAUGHTY)
@example(INJECTED, INJECTED)
@example(ENCODED, ENCODED)
def test_no_subject_and_no_text_makes_a_header(subject: str, body: str) -> None:
    whole = made(subject=subject, body=body.replace("\0", ""))
    message = parsed(as_sent(whole, whole.mails[0], WHEN))
    assert set(message.keys()) == SHOWN | MIME
    assert len(message["To"].addresses) == 2
    assert "\n" not in message["Subject"]
    assert [part.get_content_type() for part in message.iter_parts()] == [
        "text/plain",
        "application/pdf",
    ]


@given(NAUGHTY)
@example(INJECTED)
@example(ENCODED)
@example("a, b")
@example("a, ü")
@example("[ ¡")
@example("back\\slash")
def test_no_name_makes_a_header_or_another_recipient(name: str) -> None:
    try:
        whole = made(People((f"{name} <a@b.uk>",)), sender=f"{name} <s@b.uk>")
    except BadAddress:
        return
    data = as_sent(whole, whole.mails[0], WHEN)
    message = parsed(data)
    assert set(message.keys()) == (SHOWN | MIME) - {"Cc"}
    assert [one.addr_spec for one in message["To"].addresses] == ["a@b.uk"]
    assert [one.addr_spec for one in message["From"].addresses] == ["s@b.uk"]
    assert whole.recipients == ("a@b.uk",)
    assert max(map(len, data.split(b"\r\n"))) < 998


@given(NAUGHTY)
@example("a@b.uk\r\nRCPT TO:<thief@evil.uk>")
@example("a@b.uk> SIZE=1 <x@y.uk")
@example("a@b.uk, c@d.uk")
def test_an_address_is_one_word_without_anything_that_a_server_would_take_for_more(
    text: str,
) -> None:
    try:
        whole = made(People((text,)))
    except BadAddress:
        return
    (address,) = whole.recipients
    assert not set(address) & set('\r\n\t\0 <>,;:"()[]\\')
    assert address.count("@") == 1


def test_long_lists_and_subjects_are_folded_and_come_back_whole() -> None:
    people = People(
        tuple(f"Leiter*in für Wohnen Nr. {n} <role{n}@council.gov.uk>" for n in range(60))
    )
    subject = "OFFICIAL-SENSITIVE: Papers für the Board – " + "and so on " * 40
    whole = made(people, subject=subject)
    data = as_sent(whole, whole.mails[0], WHEN)
    message = parsed(data)
    assert max(map(len, data.split(b"\r\n"))) <= 100
    assert data.split(b"\r\n\r\n")[0].isascii()
    assert message["Subject"] == subject.strip()
    assert [one.display_name for one in message["To"].addresses][
        59
    ] == "Leiter*in für Wohnen Nr. 59"
    assert len(message["To"].addresses) == 60


def test_the_same_papers_have_the_same_id_and_others_another() -> None:
    ids = {
        made().mails[0].message_id,
        made(ALL).mails[0].message_id,
        made(People(ALL.to, ALL.cc, ("other@a.uk",))).mails[0].message_id,
    }
    assert len(ids) == 1
    others = [
        made(subject="Another"),
        made(body="Another"),
        made(sender="x@a.uk"),
        made(People(("chair@a.uk",))),
        made(pack=replace(PACK, data=PACK.data + b" ")),
        made(pack=replace(PACK, name="other.pdf")),
    ]
    assert len({*ids, *(one.mails[0].message_id for one in others)}) == 7
    assert made().mails[0].message_id.endswith("@marlshire.example.gov.uk>")


def test_the_content_is_the_same_whoever_gets_it() -> None:
    assert made(ALL).content == made(EACH).content
    assert made(body="Another").content != made().content


def test_who_stands_on_the_list_twice_gets_it_once() -> None:
    whole = made(People(("a@b.uk", "Role <A@b.uk>"), ("a@B.uk", "c@d.uk"), ("C@d.uk",)))
    assert whole.recipients == ("a@b.uk", "c@d.uk")


def test_a_list_of_bcc_alone_tells_of_nobody() -> None:
    whole = made(People(bcc=("a@b.uk", "c@d.uk")))
    message = parsed(as_sent(whole, whole.mails[0], WHEN))
    assert message["To"].addresses == ()
    assert whole.recipients == ("a@b.uk", "c@d.uk")


def test_a_draft_is_unsent_and_keeps_bcc_for_the_mail_program() -> None:
    whole = made()
    message = parsed(as_draft(whole, whole.mails[0]))
    assert message["X-Unsent"] == "1"
    assert message["Bcc"] == "clerk@a.uk"
    assert message["Date"] is None
    assert message["Message-ID"] is None


def test_what_is_no_address_is_told_with_its_list() -> None:
    with pytest.raises(BadAddress, match=r"board\.toml, \[send\.lists\.members\]: 'nobody'"):
        made(People(("nobody",)))
    with pytest.raises(BadAddress, match=r"board\.toml, \[mail\]: 'nobody'"):
        mailing("mail", Audience.MEMBERS, People(("nobody",)), SENDER, "s", "b", [])
