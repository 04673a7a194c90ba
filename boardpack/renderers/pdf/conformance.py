"""Whether a file is what it claims to be, by a validator. Without one there is no claim."""

from collections.abc import Callable, Sequence
from importlib.util import find_spec
from typing import Literal

Claim = Literal["PDF/UA-1", "PDF/A-2a"]

_PROFILES: dict[Claim, str] = {"PDF/UA-1": "ua1", "PDF/A-2a": "pdfa-2a"}
_MANY = 10_000_000
_DEEP = 5_000
"""How long a chain of references may be: bookmarks are one, each leading to the next."""
# The validator looks for the end of a stream by its word and not by its length: packed data that
# happens to end in a line feed is a fault to it and to nobody else.
_PASSED_OVER = frozenset({"PDFA2A-STREAM-LENGTH-001"})


CLAIMS: tuple[Claim, ...] = tuple(_PROFILES)


def claims_of(
    describe: Callable[[Sequence[Claim]], bytes], *, may_claim: bool, has_papers: bool
) -> tuple[bytes, tuple[Claim, ...]]:
    """The file with the claims that hold, and these; `describe` gives the file that makes the claims.

    A file that makes a claim is checked, and made again without it where it does not hold. PDF/A is
    a matter of fonts and colours, which are always the same in our own pages: it is checked where
    there are papers.
    """
    claims = CLAIMS if may_claim and _has_validator() else ()
    while True:
        data = describe(claims)
        checked = (claim for claim in claims if has_papers or claim != "PDF/A-2a")
        broken = {claim for claim in checked if faults(data, claim)}
        held = tuple(claim for claim in claims if claim not in broken)
        if held == claims:
            return data, claims
        claims = held


def _has_validator() -> bool:
    return find_spec("page") is not None


def faults(data: bytes, claim: Claim) -> tuple[str, ...]:
    """What speaks against a claim, in the validator's words."""
    import page

    limits = page.SafetyLimits(
        max_table_grid_rows=_MANY,
        max_table_grid_cells=_MANY,
        max_object_count=_MANY,
        max_reference_depth=_DEEP,
    )
    try:
        report = page.validate_pdf_bytes(data, profile=_PROFILES[claim], limits=limits)
    except page.PageError as fault:
        return (str(fault),)  # what cannot be checked is not claimed
    return tuple(
        failure.message for failure in report.failures if failure.rule_id not in _PASSED_OVER
    )
