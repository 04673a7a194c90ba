"""The parts of boardpack depend on one another in one direction, and start quickly."""

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "boardpack"

MAY_USE: dict[str, set[str]] = {
    # leaves
    "model": set(),
    "folded": set(),
    "near": set(),
    "errors": {"near"},
    "words": {"model"},
    "colours": set(),
    "style": {"model", "colours"},
    "exemption": set(),
    "charts.spec": {"model", "style"},
    "findings": {"model", "errors"},
    "settings": {"folded", "model", "errors"},
    "styling": {"model", "errors", "colours", "style", "settings"},
    "charts.drawing": {"model", "words", "colours", "style", "charts.spec"},
    "deckcheck.kinds": {"findings"},
    "cycle.commission.kinds": {"findings"},
    "cycle.collect.faults": {"findings"},
    # inputs to analysis
    "read": {"folded", "model", "errors", "exemption", "findings", "settings", "words"},
    "checks": {
        "folded",
        "model",
        "deckcheck.kinds",
        "cycle.commission.kinds",
        "cycle.collect.faults",
        "findings",
        "settings",
        "words",
        "read.due",
        "read.faults",
        "read.papers.faults",
        "read.ratings",
        "read.readings",
        "read.refs",
        "read.spc_faults",
        "read.ssda903.faults",
    },
    "analysis.indicators903": {"model"},
    "analysis.control": {"model", "errors", "words"},
    "analysis": {
        "folded",
        "model",
        "findings",
        "settings",
        "checks.personal",
        "checks.run",
        "checks.twins",
        "read.readings",
        "read.refs",
        "analysis.control",
    },
    "analysis.trace": {"folded", "model", "analysis", "read.periods", "read.refs"},
    # analysis to a document
    "charts.catalogue": {
        "model",
        "near",
        "errors",
        "words",
        "style",
        "charts.spec",
        "analysis",
        "analysis.control",
    },
    "document": {
        "model",
        "near",
        "errors",
        "exemption",
        "findings",
        "words",
        "charts.spec",
        "charts.catalogue",
        "analysis",
        "analysis.control",
        "checks.figures",
    },
    # a document to files
    "charts": set(),
    "renderers": {
        "folded",
        "model",
        "near",
        "errors",
        "words",
        "colours",
        "style",
        "charts.spec",
        "charts.drawing",
        "read.papers",
        "document.blocks",
        "document.pack",
    },
    "deliver": {"model", "errors", "findings", "renderers.interface"},
    "deckcheck": {
        "model",
        "near",
        "errors",
        "findings",
        "analysis",
        "document",
        "renderers",
        "deckcheck.kinds",
    },
    # the whole
    "rendering": {"model", "style", "document", "renderers"},
    "between": {"model", "findings", "settings", "read", "checks", "analysis"},
    "pipeline": {
        "between",
        "rendering",
        "model",
        "errors",
        "findings",
        "settings",
        "style",
        "styling",
        "read",
        "checks",
        "analysis",
        "document",
        "renderers",
        "deliver",
    },
    "issuing": {
        "model",
        "errors",
        "read",
        "analysis",
        "document",
        "renderers",
        "deliver",
        "pipeline",
    },
    "issuing_report": {"words", "analysis", "document", "deliver.manifest", "issuing"},
    "cycle": {
        "folded",
        "model",
        "errors",
        "findings",
        "settings",
        "words",
        "read",
        "checks",
        "analysis",
        "document",
        "renderers",
        "deliver",
        "pipeline",
        "cycle.collect.faults",
        "cycle.commission.kinds",
    },
    "single": {"model", "errors", "findings", "read", "checks"},
    "spc": {"model", "findings", "words", "read", "analysis.control"},
    "spc_report": {"words", "spc", "analysis.control"},
    "ssda903": {"errors", "findings", "read", "analysis.indicators903"},
    "ssda903_report": {"words", "ssda903", "analysis.indicators903"},
    "report": {
        "model",
        "words",
        "findings",
        "read",
        "analysis",
        "analysis.trace",
        "document",
        "deliver.manifest",
        "pipeline",
    },
    "template_making": {"errors", "settings", "deliver", "renderers"},
    "template_names": {"near", "analysis", "document", "deckcheck"},
    "template_report": {"findings", "words", "deckcheck"},
    "cli": {
        "model",
        "errors",
        "findings",
        "analysis",
        "analysis.control",
        "analysis.trace",
        "single",
        "spc",
        "spc_report",
        "ssda903",
        "ssda903_report",
        "deliver",
        "pipeline",
        "issuing",
        "issuing_report",
        "cycle",
        "deckcheck",
        "template_making",
        "template_names",
        "template_report",
        "report",
    },
}
"""What each part may import, from the leaves to the command line: only what stands above it."""

SLOW = (
    "pandas",
    "matplotlib",
    "reportlab",
    "openpyxl",
    "pptx",
    "numpy",
    "pikepdf",
    "pydantic",
    "icalendar",
    "tomlkit",
)


def modules() -> dict[str, Path]:
    """Every module of the package by its dotted name below boardpack."""
    return {
        ".".join(path.relative_to(PACKAGE).with_suffix("").parts)
        .removesuffix("__init__")
        .rstrip("."): path
        for path in sorted(PACKAGE.rglob("*.py"))
    }


MODULES = modules()


def part_of(module: str) -> str | None:
    """The part in MAY_USE that a module belongs to: the one with the longest name."""
    fitting = [part for part in MAY_USE if module == part or module.startswith(f"{part}.")]
    return max(fitting, key=len, default=None)


def imports(path: Path) -> Iterator[str]:
    """The boardpack modules that a file imports, at its top or inside a function."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (
                a.name.removeprefix("boardpack.")
                for a in node.names
                if a.name.startswith("boardpack.")
            )
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: imports are written in full"
            if node.module == "boardpack":
                yield from (alias.name for alias in node.names)
            elif node.module is not None and node.module.startswith("boardpack."):
                base = node.module.removeprefix("boardpack.")
                for alias in node.names:
                    inner = f"{base}.{alias.name}"
                    yield inner if inner in MODULES else base


def test_every_module_was_seen() -> None:
    assert len(MODULES) > 80
    assert {"cli", "model.plan", "read.plan", "renderers.pdf.build"} <= MODULES.keys()


def test_each_part_may_use_only_parts_that_stand_above_it() -> None:
    parts = list(MAY_USE)
    for place, part in enumerate(parts):
        used = {part_of(module) for module in MAY_USE[part]}
        assert used <= set(parts[:place]), f"{part} is listed above what it uses"


def test_every_module_belongs_to_a_part() -> None:
    lost = [name for name in MODULES if part_of(name) is None]
    assert [name for name in lost if name not in {"", "charts", "__main__"}] == []


@pytest.mark.parametrize("name", sorted(set(MODULES) - {""}))
def test_a_module_imports_only_what_its_part_may_use(name: str) -> None:
    part = part_of(name)
    assert part is not None
    parts = {part, *(MAY_USE[part] & MAY_USE.keys())}
    single = MAY_USE[part] - MAY_USE.keys()
    wrong = [
        used
        for used in imports(MODULES[name])
        if used != "__version__" and part_of(used) not in parts and used not in single
    ]
    assert wrong == [], f"boardpack.{name} may not import {wrong}"


def test_what_may_be_used_is_used() -> None:
    used: dict[str, set[str]] = {part: set() for part in MAY_USE}
    for name, path in MODULES.items():
        part = part_of(name)
        if part is not None:
            used[part].update(imports(path))
    idle = [
        (part, may)
        for part, allowed in MAY_USE.items()
        for may in allowed
        if not any(may in {module, part_of(module)} for module in used[part])
    ]
    assert idle == [], "take out of MAY_USE what nothing uses"


def test_every_package_says_what_it_is_for() -> None:
    packages = [path for path in MODULES.values() if path.name == "__init__.py"]
    assert len(packages) >= 10
    silent = [
        str(path.relative_to(ROOT))
        for path in packages
        if not ast.get_docstring(ast.parse(path.read_text(encoding="utf-8")))
    ]
    assert silent == []


def test_help_is_shown_without_loading_a_slow_library() -> None:
    program = (
        "import sys; sys.argv = ['boardpack', '--help']\n"
        "from boardpack.cli import main\n"
        "try:\n    main()\nfinally:\n    print('LOADED', *sys.modules)\n"
    )
    ran = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    shown, _, loaded = ran.stdout.partition("LOADED")
    assert "Make the pack of a Permanence and Children in Our Care Board" in shown
    assert "click" in loaded.split()
    assert [name for name in SLOW if name in loaded.split()] == []
