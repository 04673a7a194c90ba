"""The web page in a real browser: nothing runs off the side, nothing is complained of."""

import re
import subprocess
from pathlib import Path

import pytest

from boardpack.renderers.html import render
from tests.renderers.example import document
from tests.tools import browser

TEMPLATES = Path(__file__).parents[3] / "templates"
QUIET = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-quic",
    "--hide-scrollbars",
    "--enable-logging=stderr",
)
PROBE = """<!doctype html><meta charset="utf-8"><body><script>
const frame = document.createElement("iframe");
frame.style.width = "{width}px"; frame.style.height = "3000px"; frame.style.border = "0";
frame.onload = () => {{
  const page = frame.contentDocument.documentElement;
  const fonts = frame.contentDocument.fonts;
  fonts.ready.then(() => {{
    document.title = [page.scrollWidth, page.clientWidth, page.innerText.length, fonts.size].join(" ");
  }});
}};
frame.src = "pack.html"; document.body.append(frame);
</script>"""


def run(page: Path, profile: Path, *options: str) -> subprocess.CompletedProcess[str]:
    command = [browser(), *QUIET, f"--user-data-dir={profile}", *options, page.as_uri()]
    return subprocess.run(command, check=True, capture_output=True, text=True, timeout=90)


@pytest.mark.parametrize("width", [320, 1280])
def test_nothing_runs_off_the_side(tmp_path: Path, width: int) -> None:
    (tmp_path / "pack.html").write_bytes(render(document(), TEMPLATES).data)
    probe = tmp_path / "probe.html"
    probe.write_text(PROBE.format(width=width), encoding="utf-8")
    options = ("--allow-file-access-from-files", "--virtual-time-budget=10000", "--dump-dom")
    title = re.search(r"<title>([\d ]+)</title>", run(probe, tmp_path / "profile", *options).stdout)
    assert title is not None
    needed, given, letters, fonts = map(int, title[1].split())
    assert letters > 1_000
    assert fonts >= 4
    assert given <= width
    assert needed <= given


def test_the_browser_has_nothing_to_complain_of(tmp_path: Path) -> None:
    page = tmp_path / "pack.html"
    page.write_bytes(render(document(), TEMPLATES).data)
    said = run(page, tmp_path / "profile", "--screenshot=" + str(tmp_path / "seen.png")).stderr
    assert "CONSOLE" not in said
    assert (tmp_path / "seen.png").stat().st_size > 10_000
