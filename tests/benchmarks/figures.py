"""Times the reading of a metrics file of 100,000 observations: `make bench`."""

import csv
import statistics
import tempfile
import time
from collections.abc import Iterator
from itertools import islice, product
from pathlib import Path

import click

from boardpack.read.figures.reader import read_observations

RUNS = 5
ROWS = 100_000
MEASURES, AREAS = 40, 15


def rows() -> Iterator[tuple[object, ...]]:
    """Measures by area and month, each with its numerator and its denominator, like a case system's export."""
    months = (f"{year}-{month:02}" for year, month in product(range(2005, 2025), range(1, 13)))
    keys = product(months, range(AREAS), range(MEASURES))
    for number, (month, area, measure) in enumerate(islice(keys, ROWS)):
        whole = 20 + number * 7919 % 900
        part = number * 104_729 % whole
        share = f"{100 * part / whole:.1f}"
        yield f"Measure {measure} of children", f"Area {area}", month, share, part, whole


def main() -> None:
    """Print the median seconds of the processor over some readings, after one that is not counted."""
    taken: list[float] = []
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "figures.csv"
        with path.open("w", newline="") as file:
            writer = csv.writer(file)
            writer.writerow(("metric", "area", "period", "value", "numerator", "denominator"))
            writer.writerows(rows())
        for run in range(RUNS + 1):
            start = time.process_time()
            count = len(read_observations(path, path.name).observations)
            if run:
                taken.append(time.process_time() - start)
    click.echo(f"{count:,} observations{statistics.median(taken):8.3f} s")


if __name__ == "__main__":
    main()
