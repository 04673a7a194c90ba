"""build.json: what a pack was made from and what came out, with hashes."""

import hashlib
import json
from collections import Counter
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from boardpack import __version__
from boardpack.errors import VanishedInput
from boardpack.findings import Finding, Severity
from boardpack.model.metrics import Audience
from boardpack.renderers.interface import Output

NAME = "build.json"


def sha256(data: bytes) -> str:
    """The hash of some bytes, as `sha256sum` prints it."""
    return hashlib.sha256(data).hexdigest()


def input_hashes(files: Iterable[tuple[str, Path]]) -> tuple[tuple[str, str], ...]:
    """The label of each file with its hash, in the order given."""
    return tuple((label, _hash(path)) for label, path in files)


def _hash(path: Path) -> str:
    try:
        return sha256(path.read_bytes())
    except OSError as fault:
        raise VanishedInput(path, fault.strerror or "it cannot be opened") from None


def manifest(
    board: str,
    inputs: Iterable[tuple[str, str]],
    outputs: Iterable[Output],
    findings: Iterable[Finding],
    seconds: Mapping[str, float],
    pack_version: int | None = None,
    audience: Audience = Audience.MEMBERS,
) -> dict[str, Any]:
    """The public shape of build.json.

    `version` is the tool's, `pack_version` the pack's; a pack for the public has none.
    """
    counts = Counter(finding.severity for finding in findings)
    return {
        "board": board,
        "version": __version__,
        "pack_version": pack_version,
        "audience": audience.value,
        "inputs": [{"file": file, "sha256": digest} for file, digest in inputs],
        "outputs": [of_output(out) for out in outputs],
        "findings": {severity.value: counts[severity] for severity in Severity},
        "seconds": {stage: round(taken, 3) for stage, taken in seconds.items()},
    }


def of_output(out: Output) -> dict[str, Any]:
    """The public shape of one finished file."""
    return {
        "file": out.name,
        "sha256": sha256(out.data),
        "bytes": len(out.data),
        "pages": out.pages,
        "conforms": list(out.conforms),
    }


def as_bytes(content: object) -> bytes:
    """JSON for people: indented, names as they are, a line end at the end."""
    return (json.dumps(content, indent=2, ensure_ascii=False) + "\n").encode()
