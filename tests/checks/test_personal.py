import pytest
from hypothesis import given
from hypothesis import strategies as st

from boardpack.checks.personal import sign_of_person
from tests.checks.plans import action, asked


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("Ring 01632 960123.", "a telephone number"),
        ("020 7946 0958", "a telephone number"),
        ("mobile 07700 900123", "a telephone number"),
        ("07700900123", "a telephone number"),
        ("+44 7700 900123", "a telephone number"),
        ("(01632) 960 123", "a telephone number"),
        ("mail jo.bloggs@example.org", "an e-mail address"),
        ("DOB 12/03/2010", "a date of birth"),
        ("d.o.b. 12.03.10", "a date of birth"),
        ("born on 12 March 2010", "a date of birth"),
        ("NHS no. 943 476 5919", "an NHS number"),
        ("9434765919", "an NHS number"),
        ("UPN B801200005001", "a pupil number"),
        ("order A123456789012", None),  # the check letter is wrong
        ("lives at ZZ9 9ZZ", "a postcode"),
        ("M25 junction", None),
        ("NI QQ123456C", None),  # no number begins with Q
        ("NI AB 12 34 56 C", "a national insurance number"),
        ("LCS ID 1234567", "a case number"),
        ("case number: 88231", "a case number"),
        ("the outcome of child A (7) was explained", "a child and an age"),
        ("young person J.S., aged 15", "a child and an age"),
        ("sibling B aged 4", "a child and an age"),
        ("young person Xxxx Yyyy (aged 14)", "a child and an age"),
        ("One child (UPN A999000019001) has a place", "a pupil number"),  # said to be one
        ("b. 09/11/2001", "a date of birth"),
        # a number or a mailbox that everyone may know
        ("ring the duty line on 01632 960123", None),
        ("write to carers.training@example.gov.uk", None),
        ("ring her on 01632 960123", "a telephone number"),
        # what a plan is full of
        ("285 children, 59.3%, 1,798 and 10282", None),
        ("14.05.19 - JL advised; 30/09/2019", None),
        ("ref 2.1.1, plan 11a1 - a4", None),
        ("943 476 5918", None),  # ten digits without the check digit
        ("children aged 5 to 16", None),
        ("child in care (CIC)", None),
        ("every child (7) said so in the survey", None),
        ("case numbers rose by 12", None),
        ("Budget £1 632 960", None),
        ("2018 2019 2020 2021", None),
        ("", None),
    ],
)
def test_a_form_of_personal_data_is_recognised(text: str, what: str | None) -> None:
    assert sign_of_person(text) == what


@pytest.mark.parametrize(
    "column", ["activity", "progress", "evidence", "metric", "current", "target"]
)
def test_every_cell_with_words_is_looked_at_and_not_repeated(column: str) -> None:
    texts = {column: "22.07.19 - Ring 01632 960123"}
    (finding,) = [f for f in asked(action(**texts)) if f.kind == "possible-personal-data"]  # type: ignore[arg-type]  # texts
    assert finding.source.cell == action().cells[column]  # type: ignore[index]  # a field
    assert "960123" not in str(finding)


def test_closed_rows_are_looked_at_as_well() -> None:
    assert [f.kind for f in asked(action(rating="blue", evidence="a@b.org"))][
        -1
    ] == "possible-personal-data"


@given(st.text() | st.text(st.sampled_from("0123456789 -+()/.@ADOBchild")))
def test_any_text_is_looked_at_without_an_error(text: str) -> None:
    sign_of_person(text)
