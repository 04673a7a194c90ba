"""Times each stage of a build of the sample: `make bench`."""

import statistics
import tempfile
from collections import defaultdict
from pathlib import Path

import click

from boardpack.pipeline import Request, build

ROOT = Path(__file__).parents[2]
RUNS = 5


def main() -> None:
    """Print the median seconds of each stage over some builds, after one that is not counted."""
    taken: dict[str, list[float]] = defaultdict(list)
    with tempfile.TemporaryDirectory() as folder:
        request = Request(ROOT / "inputs", Path(folder), ROOT / "templates")
        for run in range(RUNS + 1):
            seconds = build(request).seconds
            if run:
                for stage, value in seconds.items():
                    taken[stage].append(value)
    for stage, values in taken.items():
        click.echo(f"{stage:<10}{statistics.median(values):8.3f} s")
    click.echo(f"{'all':<10}{sum(statistics.median(values) for values in taken.values()):8.3f} s")


if __name__ == "__main__":
    main()
