"""commissioned.json: what was asked of whom for a board, read back."""

from pathlib import Path

from boardpack.errors import UnreadableCommission
from boardpack.model.cycle import Commission

NAME = "commissioned.json"


def read_commissioned(cycle: Path) -> tuple[Commission, ...]:
    """The rounds of asking of a board, oldest first; none where nobody was asked."""
    from pydantic import TypeAdapter, ValidationError

    path = cycle / NAME
    if not path.is_file():
        return ()
    try:
        return TypeAdapter(tuple[Commission, ...]).validate_json(path.read_bytes())
    except ValidationError:
        raise UnreadableCommission(path) from None
