"""Times the indicators of a statutory return of 2,000 children: `make bench`."""

import statistics
import tempfile
import time
from datetime import date
from pathlib import Path

import click

from boardpack import ssda903
from tests.end_to_end.test_metrics_903 import many

RUNS = 5
CHILDREN = 2_000


def main() -> None:
    """Print the median seconds of the processor over some runs, after one that is not counted."""
    taken: list[float] = []
    with tempfile.TemporaryDirectory() as folder:
        many(Path(folder), CHILDREN)
        for run in range(RUNS + 1):
            start = time.process_time()
            ssda903.compute(Path(folder), date(2019, 3, 31))
            if run:
                taken.append(time.process_time() - start)
    click.echo(f"{CHILDREN:,} children{statistics.median(taken):8.3f} s")


if __name__ == "__main__":
    main()
