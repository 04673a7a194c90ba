"""Killed at any moment: the next run sends what is left, and nobody gets it twice unasked."""

import os
import random
import signal
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path

import pytest

from boardpack.model.sending import State
from tests.cycle.send.making import People, made, run
from tests.cycle.send.post_office import Office, open_office

ROOT = Path(__file__).parents[3]
LEADS = tuple(f"lead{number}@a.uk" for number in range(6))
EVENTS = 3 * len(LEADS)
"""MAIL, RCPT and DATA for each lead."""


def started(folder: Path, office: Office) -> "subprocess.Popen[str]":
    return subprocess.Popen(
        [sys.executable, "-m", "tests.cycle.send.once", str(folder), str(office.port)],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdout=subprocess.PIPE,
        text=True,
    )


def settle(folder: Path, office: Office) -> int:
    """Run it again until everyone has it; how many addresses nobody could tell of."""
    whole = made(People(LEADS, each=True))
    before = Counter(office.addresses())
    assert set(before.values()) <= {1}
    done = run(folder, office, whole)
    unknown = [
        address
        for address, one in done.states.items()
        if one is not None and one.state is State.SENDING
    ]
    after = Counter(office.addresses())
    assert set(after.values()) <= {1}, "somebody got it twice"
    assert set(LEADS) - set(after) <= set(unknown), "somebody was forgotten"
    arrived = tuple(address for address in unknown if after[address])
    lost = tuple(address for address in unknown if not after[address])
    assert run(folder, office, whole, again=lost, arrived=arrived).is_complete
    assert Counter(office.addresses()) == dict.fromkeys(LEADS, 1)
    return len(unknown)


@pytest.mark.parametrize("at", range(1, EVENTS + 1))
def test_killed_while_the_server_is_at_a_step(tmp_path: Path, at: int) -> None:
    with open_office(tmp_path) as office:
        running = started(tmp_path, office)

        def kill(_step: str) -> None:
            if len(office.seen) == at:
                os.kill(running.pid, signal.SIGKILL)

        office.watch = kill
        assert running.wait() == -signal.SIGKILL
        office.watch = lambda _: None
        running.communicate()
        unknown = settle(tmp_path, office)
    assert unknown == (at % 3 == 0), "only the e-mail that was handed over is not known of"


@pytest.mark.parametrize("seed", range(8))
def test_killed_at_some_moment(tmp_path: Path, seed: int) -> None:
    with open_office(tmp_path) as office:
        running = started(tmp_path, office)
        assert running.stdout is not None
        running.stdout.readline()
        time.sleep(random.Random(seed).random() * 0.08)
        running.kill()
        running.communicate()
        assert settle(tmp_path, office) <= 1
