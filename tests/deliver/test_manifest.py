"""build.json says what a pack was made from and what came out."""

import hashlib
import json
from pathlib import Path

from boardpack import __version__
from boardpack.deliver.manifest import as_bytes, input_hashes, manifest, sha256
from boardpack.findings import Finding, Severity
from boardpack.model.source import Source
from boardpack.renderers.interface import Output

HELLO = "2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824"


def finding(severity: Severity) -> Finding:
    return Finding("P001", "overdue", severity, Source("plan.xlsx"), "Late.", "Do it.")


def test_a_hash_is_what_sha256sum_prints(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"hello")
    assert sha256(b"hello") == HELLO
    assert input_hashes([("inputs/a.txt", tmp_path / "a.txt")]) == (("inputs/a.txt", HELLO),)


def test_the_manifest_has_the_public_shape() -> None:
    outputs = [Output("pack.pdf", b"pdf", 61, ("PDF/UA-1",)), Output("pack.html", b"html")]
    found = [finding(Severity.WARNING), finding(Severity.WARNING), finding(Severity.NOTE)]
    inputs = [("inputs/plan.xlsx", HELLO)]
    made = manifest("2019-08-14", inputs, outputs, found, {"read": 0.12345}, 2)
    assert made == {
        "board": "2019-08-14",
        "version": __version__,
        "pack_version": 2,
        "audience": "members",
        "inputs": [{"file": "inputs/plan.xlsx", "sha256": HELLO}],
        "outputs": [
            {
                "file": "pack.pdf",
                "sha256": hashlib.sha256(b"pdf").hexdigest(),
                "bytes": 3,
                "pages": 61,
                "conforms": ["PDF/UA-1"],
            },
            {
                "file": "pack.html",
                "sha256": hashlib.sha256(b"html").hexdigest(),
                "bytes": 4,
                "pages": None,
                "conforms": [],
            },
        ],
        "findings": {"error": 0, "warning": 2, "note": 1},
        "seconds": {"read": 0.123},
    }


def test_the_file_is_json_in_utf_8_that_people_can_read() -> None:
    data = as_bytes({"board": "Siân’s board", "seconds": {}})
    assert json.loads(data) == {"board": "Siân’s board", "seconds": {}}
    assert "Siân’s".encode() in data
    assert data.endswith(b"}\n")
