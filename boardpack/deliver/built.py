"""What build.json tells of a pack that was built, and whether it is what the inputs give now."""

import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from boardpack.deliver.manifest import NAME
from boardpack.errors import BuiltFromOther, NotBuilt

_MOST_NAMED = 3


def read_manifest(folder: Path) -> Mapping[str, Any] | None:
    """What build.json in a folder tells; None where it is not there or not as it was written."""
    try:
        told: Mapping[str, Any] = json.loads((folder / NAME).read_bytes())
        hashes_of([*told["inputs"], *told["outputs"]])
    except (OSError, ValueError, KeyError, TypeError):
        return None
    return told


def hashes_of(files: Iterable[Mapping[str, str]]) -> Mapping[str, str]:
    """The hash of each file by its name."""
    return {one["file"]: one["sha256"] for one in files}


def refuse_other_inputs(path: Path, now: Mapping[str, str], command: str) -> None:
    """Nothing where a file was built from the inputs as they are; else they are named."""
    told = read_manifest(path.parent)
    if told is None:
        raise NotBuilt(path.with_name(NAME), command)
    built = hashes_of(told["inputs"])
    other = [name for name in {**now, **built} if built.get(name) != now.get(name)]
    if other:
        more = f" and {len(other) - _MOST_NAMED} more" if len(other) > _MOST_NAMED else ""
        named = ", ".join(other[:_MOST_NAMED]) + more
        raise BuiltFromOther(path, f"the inputs changed since it was built ({named}).", command)
