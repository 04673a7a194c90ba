"""What `template check` prints: the public JSON shape, and the same in words."""

from collections import Counter
from collections.abc import Iterator
from typing import Any

from boardpack.deckcheck.check import Checked, Layout
from boardpack.findings import Severity
from boardpack.words import plural


def check_json(checked: Checked) -> dict[str, Any]:
    """The public shape of `template check --json`."""
    return {
        "file": str(checked.path),
        "slides": checked.slides,
        "board": checked.board,
        "findings": [finding.as_json() for finding in checked.findings],
        "layouts": [
            {
                "name": layout.name,
                "placeholders": [
                    {"name": one.name, "type": one.kind, "idx": one.number}
                    for one in layout.holders
                ],
            }
            for layout in checked.layouts
        ],
    }


def check_text(checked: Checked) -> str:
    """What `template check` says: each fault on a line, then how many there are."""
    return "\n".join(_lines(checked))


def _lines(checked: Checked) -> Iterator[str]:
    filled = f", filled for {checked.board}" if checked.board else ", by itself, without a meeting"
    yield f"{checked.path}: {plural(checked.slides, 'slide')}{filled}"
    for finding in checked.findings:
        yield f"{finding.severity.value}: {finding.message} {finding.remedy}"
    if checked.layouts:
        yield "Its layouts, with the name, the kind and the number (idx) of each placeholder:"
    for layout in checked.layouts:
        yield from _layout(layout)
    counts = Counter(finding.severity for finding in checked.findings)
    yield ", ".join(plural(counts[severity], severity.value) for severity in Severity)


def _layout(layout: Layout) -> Iterator[str]:
    yield f'  "{layout.name}"'
    for one in layout.holders:
        yield f'    {one.number}: "{one.name}", {one.kind}'
