"""A standard is claimed where a validator found the file to keep it, and nowhere else."""

from collections.abc import Sequence
from dataclasses import replace
from io import BytesIO

import pikepdf
import pytest

from boardpack.document.blocks import Heading
from boardpack.renderers.pdf import conformance, render
from boardpack.renderers.pdf.conformance import CLAIMS, Claim, claims_of, faults
from tests.renderers.example import document


def test_the_validator_finds_no_fault_in_the_example() -> None:
    output = render(document())
    assert output.conforms == CLAIMS
    assert [faults(output.data, claim) for claim in CLAIMS] == [(), ()]


def test_a_claim_that_does_not_hold_is_taken_back() -> None:
    spoiled = without_its_title_shown(render(document()).data)
    made: list[tuple[Claim, ...]] = []

    def describe(claims: Sequence[Claim]) -> bytes:
        made.append(tuple(claims))
        return spoiled

    assert claims_of(describe, may_claim=True, has_papers=True) == (spoiled, ("PDF/A-2a",))
    assert made == [CLAIMS, ("PDF/A-2a",)]


def without_its_title_shown(data: bytes) -> bytes:
    """The file without what PDF/UA-1 asks for and PDF/A-2a does not."""
    out = BytesIO()
    with pikepdf.open(BytesIO(data)) as pdf:
        del pdf.Root.ViewerPreferences
        pdf.save(out)
    return out.getvalue()


def test_without_a_validator_nothing_is_claimed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(conformance, "find_spec", lambda name: None)
    output = render(document())
    assert output.conforms == ()
    with pikepdf.open(BytesIO(output.data)) as pdf:
        assert b"pdfuaid:part>" not in pdf.Root.Metadata.read_bytes()


def test_a_file_that_may_claim_nothing_is_made_once() -> None:
    made: list[tuple[Claim, ...]] = []

    def describe(claims: Sequence[Claim]) -> bytes:
        made.append(tuple(claims))
        return b"file"

    assert claims_of(describe, may_claim=False, has_papers=True) == (b"file", ())
    assert made == [()]


def test_what_the_validator_gives_up_on_is_not_claimed() -> None:
    assert faults(b"no PDF", "PDF/UA-1") != ()


def test_many_bookmarks_in_a_row_are_no_fault() -> None:
    sections = (Heading(2, f"Section {n}", f"s{n}") for n in range(400))
    blocks = (Heading(1, "One", "one"), *sections)
    assert render(replace(document(), blocks=blocks)).conforms == CLAIMS
