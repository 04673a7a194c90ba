import pytest
from hypothesis import given
from hypothesis import strategies as st

from boardpack.read.headings import Headings, field_of, hinted_field, is_header, recency

HEADINGS = {
    "ref": ["Ref", "Ref.", "REF NO", "No.", "Action Ref", "ID", "#", "Item", "Item no", "Number"],
    "plan_ref": ["Getting to Good Plan Ref", "G2G Ref", "Plan Reference", "Linked plan refs", "Improvement plan ref"],
    "activity": ["Activity", "Action", "Actions required", "Key Actions", "Task", "Milestone", "Recommendation", "What", "Objective / Action", "Description"],
    "progress": ["Progress ", "Progress update", "Comments", "Update", "Latest update", "Progress / Comments", "Progress (newest first, with your initials)", "Current position", "Narrative"],
    "evidence": ["Evidence", "Evidence of impact", "Evidence & Impact", "Assurance"],
    "metric": ["Metric", "Measure", "KPI", "Measure of success", "Performance indicator"],
    "current": ["Current Data & Date", "Current", "Current data\nand date", "Baseline", "Current performance"],
    "target": ["Target Data & Date", "Target", "Target data and date", "Data & Date Target"],
    "lead": ["Responsible Service", "Responsible service(s)", "Lead", "Lead Officer", "Owner", "Lead / Owner", "Action owner", "Who", "By whom", "Responsible person", "Responsibility", "Owner(s)"],
    "due": ["Timescales", "Timescale", "By when", "Due date", "Deadline", "Target date", "Completion date", "Revised due date", "When?", "Due", "Timescale (dd/mm/yyyy)"],
    "rating": ["BRAG", "RAG", "BRAG rating", "RAG Status", "Status", "Current RAG", "B.R.A.G."],
}  # fmt: skip


@pytest.mark.parametrize(
    ("heading", "name"),
    [(heading, name) for name, headings in HEADINGS.items() for heading in headings],
)
def test_a_heading_of_some_council_names_its_column(heading: str, name: str) -> None:
    assert field_of(heading) == name
    assert field_of(heading.upper()) == name


@pytest.mark.parametrize(
    "heading",
    [
        "",
        "Cost",
        "Start date",
        "Previous RAG",
        "Action / Update",  # two columns at once
        "The action that the board agreed in July and the update that was then given to it by the lead",
        "Open a second home for children",
    ],
)
def test_another_heading_names_none(heading: str) -> None:
    assert field_of(heading) is None


def test_of_two_columns_of_one_kind_the_newer_one_is_read_else_the_left() -> None:
    assert Headings().columns_of({1: "Due date", 2: "Revised due date"}) == {"due": 2}
    assert Headings().columns_of({1: "Revised due date", 2: "Due date"}) == {"due": 1}
    assert Headings().columns_of({1: "Update", 2: "Comments"}) == {"progress": 1}


@pytest.mark.parametrize(
    ("headings", "is_one"),
    [
        (["Action", "Owner", "By when"], True),
        (["Activity", "BRAG", "Progress"], True),
        (["Activity", "BRAG"], False),  # one of the four is not enough
        (["Ref", "Owner", "By when", "RAG"], False),  # without an activity it is no plan
    ],
)
def test_a_plan_needs_an_activity_and_two_of_what_is_said_of_it(
    headings: list[str], is_one: bool
) -> None:
    assert is_header(Headings().columns_of(dict(enumerate(headings)))) is is_one


@given(st.text())
def test_any_text_is_looked_at_without_an_error(heading: str) -> None:
    field_of(heading)


def test_what_is_told_overrules_what_is_guessed() -> None:
    told = Headings({"what good looks like": "activity", "comments": None, "notes": "progress"})
    assert told.field_of("What good looks like:") == "activity"
    assert told.field_of("COMMENTS") is None
    assert told.field_of("Owner") == "lead"
    assert told.columns_of({1: "Progress", 2: "Notes"}) == {"progress": 2}


@pytest.mark.parametrize(
    ("heading", "name"),
    [
        ("Update for Board", "progress"),
        ("Where are we now (baseline / latest)", "current"),
        ("KPI - target", "target"),
        ("Needed by", "due"),
        ("Target resolution date", "due"),
        ("Executive lead", "lead"),
        ("Service responsible", "lead"),
        ("How will we know? (KPI / impact)", "evidence"),
        ("RAG May 22", "rating"),
        ("Assumption", "activity"),
        ("Minute ref", "ref"),
        ("Date raised", None),
        ("Date closed", None),
        ("Last review date", None),
        ("Inherent risk", None),
        ("Cost", None),
        ("", None),
    ],
)
def test_a_word_in_a_heading_gives_its_column_away(heading: str, name: str | None) -> None:
    assert hinted_field(heading) == name


@pytest.mark.parametrize(
    ("newer", "older"),
    [
        ("Due date", "Original due date"),
        ("Revised due date", "Due date"),
        ("2nd revised date", "1st revised date"),
        ("RAG May 22", "RAG Feb 22"),
        ("RAG Q3", "RAG Q2"),
        ("Status", "Status at last board"),
    ],
)
def test_of_two_headings_the_newer_one_is_known(newer: str, older: str) -> None:
    assert recency(newer) > recency(older)
