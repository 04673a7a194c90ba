"""Drafts of e-mails, written and read back."""

from dataclasses import replace
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boardpack.document.pack import Letter
from boardpack.errors import BadAddress, UnknownAttachment
from boardpack.renderers.interface import Output
from boardpack.renderers.mail import render

PACK = Output("pack.pdf", b"%PDF-1.7 \x00\xff not a real one", 3)
LETTER = Letter(
    name="pack",
    sender="Permanence Board <board@marlshire.example.gov.uk>",
    to=(
        "members@marlshire.example.gov.uk",
        "Housing, districts <housing@marlshire.example.gov.uk>",
    ),
    cc=("office@marlshire.example.gov.uk",),
    subject="Papers for the board – 14 August 2019",
    body="Dear colleagues,\n\n18 actions are late & “six” are Green.\n.\nFrom here on: nothing.\n",
    attach=("pack.pdf",),
)


def read_back(letter: Letter) -> EmailMessage:
    message = message_from_bytes(render(letter, [PACK]).data, policy=default)
    assert isinstance(message, EmailMessage)
    return message


def test_a_draft_is_marked_as_unsent_and_bears_no_date() -> None:
    message = read_back(LETTER)
    assert message["X-Unsent"] == "1"
    assert message["Date"] is None
    assert message["Message-ID"] is None


def test_a_draft_goes_to_those_who_are_named() -> None:
    message = read_back(LETTER)
    assert [address.addr_spec for address in message["To"].addresses] == [
        "members@marlshire.example.gov.uk",
        "housing@marlshire.example.gov.uk",
    ]
    assert message["To"].addresses[1].display_name == "Housing, districts"
    assert message["Cc"].addresses[0].addr_spec == "office@marlshire.example.gov.uk"
    assert message["From"].addresses[0].display_name == "Permanence Board"


def test_subject_and_body_are_as_they_were_written() -> None:
    message = read_back(LETTER)
    body = message.get_body(("plain",))
    assert message["Subject"] == LETTER.subject
    assert body is not None
    assert body.get_content().splitlines() == LETTER.body.splitlines()


def test_the_pack_is_attached_byte_for_byte() -> None:
    (attached,) = read_back(LETTER).iter_attachments()
    assert attached.get_filename() == "pack.pdf"
    assert attached.get_content_type() == "application/pdf"
    assert attached.get_content() == PACK.data


def test_lines_end_as_mail_programs_expect() -> None:
    data = render(LETTER, [PACK]).data
    assert data.count(b"\n") == data.count(b"\r\n")


def test_the_same_letter_gives_the_same_bytes() -> None:
    assert render(LETTER, [PACK]) == render(LETTER, [PACK])
    assert render(LETTER, [PACK]).name == "mail/pack.eml"


def test_a_letter_without_recipients_has_no_empty_headers() -> None:
    message = read_back(replace(LETTER, sender="", to=(), cc=()))
    assert {"From", "To", "Cc"}.isdisjoint(message.keys())


def test_a_file_that_is_not_made_cannot_be_attached() -> None:
    with pytest.raises(
        UnknownAttachment, match=r'there is no file "deck\.pptx" to attach\. Files: pack\.pdf\.'
    ):
        render(replace(LETTER, attach=("deck.pptx",)), [PACK])


@pytest.mark.parametrize(
    "address",
    [
        "everyone",  # no address at all
        "a@b, c@d",  # two where one belongs
        "a@b.example\nBcc: someone@else.example",  # a header in disguise
        "Board <a@b.example>\r\nX: y",
        "",
    ],
)
def test_what_is_no_address_is_refused(address: str) -> None:
    with pytest.raises(BadAddress, match="is not an e-mail address"):
        render(replace(LETTER, to=(address,)), [PACK])


@given(st.text(max_size=200))
def test_no_subject_can_begin_another_header(subject: str) -> None:
    before = read_back(LETTER).keys()
    assert read_back(replace(LETTER, subject=f"Board {subject}")).keys() == before


@given(st.text(max_size=300))
def test_no_body_breaks_the_draft(body: str) -> None:
    message = read_back(replace(LETTER, body=body))
    assert len(list(message.iter_attachments())) == 1
