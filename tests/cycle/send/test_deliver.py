"""E-mails to a real server: who has them, who was refused, what is left when it goes away."""

import json
from pathlib import Path

import pytest

from boardpack.cycle.send.record import Ledger
from boardpack.cycle.send.run import LOCK, rehearse, send
from boardpack.deliver.lock import locked
from boardpack.errors import AlreadySending, NotOnTheList, NotSent, TooLarge, UnreadableSent
from tests.cycle.send.making import ALL, EACH, PACK, People, asked, made, ready, run, states
from tests.cycle.send.post_office import ACCEPTED, DROP, TAKE_AND_DROP, open_office

EVERYONE = ["chair@a.uk", "housing@b.uk", "office@a.uk", "clerk@a.uk"]


@pytest.mark.parametrize("security", ["starttls", "tls"])
def test_one_e_mail_goes_to_all_over_an_encrypted_connection(tmp_path: Path, security: str) -> None:
    with open_office(tmp_path, security) as office:
        done = send(asked(), ready(tmp_path, office, made(), security))
        message = office.message()
    assert done.is_complete
    assert [(sender, to) for sender, to, _ in office.taken] == [
        ("board@marlshire.example.gov.uk", tuple(EVERYONE))
    ]
    assert message["Subject"] == "OFFICIAL: Papers"
    assert message["Date"] == "Wed, 07 Aug 2019 12:00:00 +0000"
    assert message["To"] == "chair@a.uk, Housing <housing@b.uk>"
    assert message["Cc"] == "office@a.uk"
    (attached,) = message.iter_attachments()
    assert attached.get_content_type() == "application/pdf"
    assert attached.get_content() == PACK.data
    body = message.get_body(("plain",))
    assert body is not None
    assert body.get_content().splitlines() == ["Dear colleagues,", ".", "The papers."]


def test_who_is_in_bcc_is_named_nowhere_in_the_e_mail(tmp_path: Path) -> None:
    with open_office(tmp_path) as office:
        run(tmp_path, office, made())
    assert b"clerk@a.uk" not in office.taken[0][2]
    assert b"bcc" not in office.taken[0][2].lower()


def test_with_each_everyone_gets_an_own_e_mail_that_names_no_other(tmp_path: Path) -> None:
    with open_office(tmp_path) as office:
        done = run(tmp_path, office, made(EACH))
    assert done.is_complete
    assert office.connections == 1
    assert [to for _, to, _ in office.taken] == [("one@a.uk",), ("two@a.uk",), ("three@a.uk",)]
    assert [office.message(n)["To"] for n in range(3)] == ["one@a.uk", "two@a.uk", "three@a.uk"]
    assert len({office.message(n)["Message-ID"] for n in range(3)}) == 3


def test_a_second_run_sends_nothing_and_asks_no_server(tmp_path: Path) -> None:
    with open_office(tmp_path) as office:
        run(tmp_path, office, made())
        again = run(tmp_path, office, made())
    assert (len(office.taken), office.connections) == (1, 1)
    assert again.is_complete


def test_what_was_sent_is_kept_with_the_servers_words_and_the_hash_of_the_pack(
    tmp_path: Path,
) -> None:
    with open_office(tmp_path) as office:
        done = run(tmp_path, office, made())
    kept = json.loads(done.ready.record.read_text())
    assert kept["board"] == "2019-08-14"
    assert [one["address"] for one in kept["sent"]] == EVERYONE
    first = kept["sent"][0]
    assert (first["state"], first["code"], first["words"]) == ("accepted", 250, "kept")
    assert ACCEPTED == "250 kept"
    assert first["time"] == "2019-08-07T12:00:00+00:00"
    assert first["message_id"] == done.ready.mailing.mails[0].message_id
    assert first["attachments"][0]["file"] == "pack.pdf"
    assert len(first["attachments"][0]["sha256"]) == 64


def test_a_refused_address_does_not_keep_the_others_from_it_and_is_tried_again(
    tmp_path: Path,
) -> None:
    with open_office(tmp_path) as office:
        office.replies = {
            "housing@b.uk": ["550 5.1.1 no such mailbox"],
            "office@a.uk": ["450 4.2.0 greylisted, come back"],
        }
        first = run(tmp_path, office, made())
        second = run(tmp_path, office, made())
    assert not first.is_complete
    assert states(first) == {
        "chair@a.uk": "accepted",
        "housing@b.uk": "refused",
        "office@a.uk": "refused for now",
        "clerk@a.uk": "accepted",
    }
    refused = first.states["housing@b.uk"]
    assert refused is not None
    assert (refused.code, refused.words) == (550, "5.1.1 no such mailbox")
    assert second.is_complete
    assert [to for _, to, _ in office.taken] == [
        ("chair@a.uk", "clerk@a.uk"),
        ("housing@b.uk", "office@a.uk"),
    ]
    assert office.message(0)["Message-ID"] == office.message(1)["Message-ID"]
    assert office.message(1)["To"] == office.message(0)["To"]


def test_where_every_address_is_refused_nothing_is_handed_over(tmp_path: Path) -> None:
    with open_office(tmp_path) as office:
        office.replies = {"one@a.uk": ["550 no"], "two@a.uk": ["550 no"]}
        done = run(tmp_path, office, made(EACH))
    assert states(done) == {
        "one@a.uk": "refused",
        "two@a.uk": "refused",
        "three@a.uk": "accepted",
    }
    assert office.addresses() == ["three@a.uk"]


@pytest.mark.parametrize(
    ("reply", "state"),
    [("451 try later", "refused for now"), ("554 it looks like spam", "refused")],
)
def test_an_e_mail_that_is_refused_is_refused_for_all_and_tried_again(
    tmp_path: Path, reply: str, state: str
) -> None:
    with open_office(tmp_path) as office:
        office.replies = {"DATA": [reply]}
        first = run(tmp_path, office, made())
        second = run(tmp_path, office, made())
    assert set(states(first).values()) == {state}
    assert second.is_complete
    assert office.addresses() == EVERYONE


def test_a_sender_that_is_refused_is_told_of_every_address(tmp_path: Path) -> None:
    with open_office(tmp_path) as office:
        office.replies = {"MAIL": ["550 not your address"]}
        done = run(tmp_path, office, made())
    assert set(states(done).values()) == {"refused"}
    assert office.taken == []


@pytest.mark.parametrize(
    "replies",
    [
        {"MAIL": [DROP]},
        {"two@a.uk": [DROP]},
        {"two@a.uk": ["421 shutting down"]},
        {"MAIL": ["250 OK", "421 shutting down"]},
    ],
)
def test_a_server_that_goes_away_before_the_e_mail_leaves_the_rest_to_the_next_run(
    tmp_path: Path, replies: dict[str, list[str]]
) -> None:
    with open_office(tmp_path) as office:
        office.replies = replies
        first = run(tmp_path, office, made(EACH))
        second = run(tmp_path, office, made(EACH))
    assert first.stopped
    assert "sending" not in states(first).values()
    assert second.is_complete
    assert office.addresses() == ["one@a.uk", "two@a.uk", "three@a.uk"]


@pytest.mark.parametrize(("reply", "arrived"), [(DROP, False), (TAKE_AND_DROP, True)])
def test_where_no_answer_comes_to_the_e_mail_nobody_is_sent_it_twice_without_being_asked(
    tmp_path: Path, reply: str, *, arrived: bool
) -> None:
    with open_office(tmp_path) as office:
        office.replies = {"DATA": [reply]}
        first = run(tmp_path, office, made(EACH))
        second = run(tmp_path, office, made(EACH))
        assert first.stopped
        assert states(first) == {"one@a.uk": "sending", "two@a.uk": None, "three@a.uk": None}
        assert states(second) == {
            "one@a.uk": "sending",
            "two@a.uk": "accepted",
            "three@a.uk": "accepted",
        }
        assert not second.is_complete
        assert office.addresses().count("one@a.uk") == arrived
        settle = {"arrived": ("ONE@a.uk",)} if arrived else {"again": ("all",)}
        third = run(tmp_path, office, made(EACH), **settle)
    assert third.is_complete
    assert sorted(office.addresses()) == ["one@a.uk", "three@a.uk", "two@a.uk"]
    assert states(third)["one@a.uk"] == ("arrived" if arrived else "accepted")


def test_who_lost_the_e_mail_is_sent_it_again_when_asked(tmp_path: Path) -> None:
    with open_office(tmp_path) as office:
        run(tmp_path, office, made())
        run(tmp_path, office, made(), again=("office@a.uk",))
    assert [to for _, to, _ in office.taken] == [tuple(EVERYONE), ("office@a.uk",)]


def test_someone_who_is_not_on_the_list_can_be_neither_sent_again_nor_have_it(
    tmp_path: Path,
) -> None:
    with open_office(tmp_path) as office:
        for settle in ({"again": ("x@a.uk",)}, {"arrived": ("x@a.uk",)}):
            with pytest.raises(NotOnTheList, match=r'x@a\.uk is not on the list "members"'):
                run(tmp_path, office, made(), **settle)
    assert office.seen == []


def test_who_is_added_to_the_list_gets_it_and_the_others_not_again(tmp_path: Path) -> None:
    with open_office(tmp_path) as office:
        run(tmp_path, office, made())
        run(tmp_path, office, made(People((*ALL.to, "police@c.uk"), ALL.cc, ALL.bcc)))
    assert office.addresses() == [*EVERYONE, "police@c.uk"]


def test_another_pack_goes_to_everyone_and_the_rehearsal_says_who_had_the_earlier_one(
    tmp_path: Path,
) -> None:
    with open_office(tmp_path) as office:
        run(tmp_path, office, made())
        other = made(body="Version 2 of the papers.\n")
        told = rehearse(asked(), ready(tmp_path, office, other), check_connection=False)
        assert told.earlier == set(EVERYONE)
        assert all(told.is_due(address) for address in EVERYONE)
        run(tmp_path, office, other)
    assert office.addresses() == EVERYONE * 2


def test_a_rehearsal_asks_no_server_and_writes_nothing(tmp_path: Path) -> None:
    with open_office(tmp_path) as office:
        done = rehearse(asked(), ready(tmp_path, office, made()), check_connection=False)
    assert office.connections == 0
    assert not done.ready.record.parent.exists()
    assert set(states(done).values()) == {None}


def test_the_connection_can_be_tried_without_an_e_mail(tmp_path: Path) -> None:
    with open_office(tmp_path) as office:
        done = rehearse(asked(), ready(tmp_path, office, made()), check_connection=True)
    assert done.connection == f"localhost:{office.port}"
    assert (office.connections, office.seen) == (1, [])


def test_an_e_mail_that_is_too_large_for_the_server_is_not_begun(tmp_path: Path) -> None:
    with open_office(tmp_path, data_size_limit=600) as office:
        for _ in range(2):
            with pytest.raises(TooLarge, match=r"the mail server allows 0\.0 MB"):
                run(tmp_path, office, made())
    assert office.seen == []
    assert not (tmp_path / "2019-08-14" / "cycle" / "sent.json").exists()


def test_an_address_beyond_ascii_goes_to_a_server_that_takes_it(tmp_path: Path) -> None:
    people = People(("Siân <siân@b.uk>", "chair@a.uk"))
    with open_office(tmp_path, enable_SMTPUTF8=True) as office:
        done = run(tmp_path, office, made(people))
    assert 'To: "Siân" <siân@b.uk>, chair@a.uk\r\n'.encode() in office.taken[0][2]
    assert done.is_complete
    assert office.addresses() == ["siân@b.uk", "chair@a.uk"]


def test_an_address_beyond_ascii_stops_all_where_the_server_does_not_take_it(
    tmp_path: Path,
) -> None:
    with open_office(tmp_path) as office:
        whole = made(People(("chair@a.uk", "siân@b.uk")))
        with pytest.raises(NotSent, match=r"letters beyond ASCII, such as siân@b\.uk"):
            run(tmp_path, office, whole)
    assert office.seen == []


def test_two_runs_at_once_do_not_send_both(tmp_path: Path) -> None:
    with open_office(tmp_path) as office:
        it = ready(tmp_path, office, made())
        path = it.folder / LOCK
        with locked(path, AlreadySending(path)), pytest.raises(AlreadySending, match="in use"):
            send(asked(), it)
        assert office.connections == 0
        assert send(asked(), it).is_complete


@pytest.mark.parametrize("text", ["", "{", "[]", '{"board": "2019-08-14", "sent": [{}]}', "\0"])
def test_a_record_that_cannot_be_read_stops_sending(tmp_path: Path, text: str) -> None:
    with open_office(tmp_path) as office:
        it = ready(tmp_path, office, made())
        it.record.parent.mkdir(parents=True)
        it.record.write_text(text)
        with pytest.raises(UnreadableSent, match="Nothing was sent"):
            send(asked(), it)
    assert it.record.read_text() == text
    assert office.connections == 0


def test_the_record_of_another_meeting_stops_sending(tmp_path: Path) -> None:
    with open_office(tmp_path) as office:
        it = ready(tmp_path, office, made())
        it.record.parent.mkdir(parents=True)
        it.record.write_text('{"board": "2019-07-03", "sent": []}')
        with pytest.raises(UnreadableSent, match="another meeting"):
            send(asked(), it)


def test_the_record_keeps_what_came_before(tmp_path: Path) -> None:
    with open_office(tmp_path) as office:
        office.replies = {"one@a.uk": ["450 later", "550 never"]}
        for _ in range(3):
            done = run(tmp_path, office, made(EACH))
    kept = Ledger(done.ready.folder).record.sent
    assert [one.state.value for one in kept if one.address == "one@a.uk"] == [
        "refused for now",
        "refused",
        "accepted",
    ]
