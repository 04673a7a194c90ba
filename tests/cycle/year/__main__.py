"""`python -m tests.cycle.year SEED...`: whole years with every lead, outside the suite."""

import sys
import tempfile
from pathlib import Path

from tests.cycle.year.simulation import Year

if __name__ == "__main__":
    bad = 0
    for seed in map(int, sys.argv[1:] or ["1"]):
        with tempfile.TemporaryDirectory() as top:
            tally = Year(Path(top), seed).run()
        sys.stdout.write(f"{tally}\n  {dict(tally.habits)}\n  {dict(tally.findings)}\n")
        sys.stdout.writelines(f"  {fault}\n" for fault in tally.faults)
        sys.stdout.flush()
        bad += len(tally.faults)
    sys.exit(bool(bad))
