import pytest
from hypothesis import given
from hypothesis import strategies as st

from boardpack.read.leads import apart, read_leads

HEAD, MANAGER, LEGAL = "Head of Fostering", "MASH Manager", "Head of Legal (Children, Courts)"


@pytest.mark.parametrize(
    ("text", "leads"),
    [
        (HEAD, (HEAD,)),
        # line breaks, commas, semicolons, slashes, and
        (f"{HEAD}\n{MANAGER}", (HEAD, MANAGER)),
        (f"{HEAD}, {MANAGER}", (HEAD, MANAGER)),
        (f"{HEAD}; {MANAGER};", (HEAD, MANAGER)),
        (f"{HEAD} / {MANAGER}", (HEAD, MANAGER)),
        (f"{MANAGER} and {HEAD}", (MANAGER, HEAD)),
        (f"• {HEAD}\n• {MANAGER}", (HEAD, MANAGER)),
        # commas, slashes and `and` that belong to a name
        (LEGAL, (LEGAL,)),
        ("Head of Safeguarding and Review", ("Head of Safeguarding and Review",)),
        ("R&D team", ("R&D team",)),
        ("Head of Care & HR Business Partner", ("Head of Care", "HR Business Partner")),
        ("Fostering & Adoption Manager", ("Fostering & Adoption Manager",)),
        # spaces, and one named twice
        (f"Head  of\tFostering,{HEAD}", (HEAD,)),
        # nobody
        ("", ()),
        ("TBC", ()),
        ("n/a", ()),
        ("Vacant", ()),
        ("-", ()),
        (f"TBC, {HEAD}", (HEAD,)),
    ],
)
def test_leads_are_told_apart(text: str, leads: tuple[str, ...]) -> None:
    assert read_leads(text) == leads


@pytest.mark.parametrize(
    ("lead", "leads"),
    [
        # typed with nothing between: each stands by itself somewhere else
        (f"{HEAD} {MANAGER}", (HEAD, MANAGER)),
        (f"{LEGAL} {HEAD} {MANAGER}", (LEGAL, HEAD, MANAGER)),
        # the longer name wins over its beginning
        ("Head of Legal Services", ("Head of Legal Services",)),
        # a part that nobody else has keeps the whole together
        (f"{HEAD} Finance Partner", (f"{HEAD} Finance Partner",)),
        (HEAD, (HEAD,)),
    ],
)
def test_leads_without_anything_between_are_told_apart_by_those_who_stand_alone(
    lead: str, leads: tuple[str, ...]
) -> None:
    assert (
        apart(lead, {HEAD, MANAGER, LEGAL, "Head of Legal", "Head of Legal Services", lead})
        == leads
    )


@given(st.text())
def test_any_text_gives_leads_without_spaces_round_them_and_each_once(text: str) -> None:
    leads = read_leads(text)
    assert len(set(leads)) == len(leads)
    assert all(lead and lead == lead.strip() for lead in leads)


@given(st.lists(st.sampled_from([HEAD, MANAGER, LEGAL]), min_size=2, unique=True))
def test_known_leads_run_together_come_apart_again(leads: list[str]) -> None:
    assert apart(" ".join(leads), {HEAD, MANAGER, LEGAL}) == tuple(leads)
