"""The rows of the Open Actions sheet, objective by objective."""

from tests.sample.plan.open_actions import (
    objective1,
    objective2,
    objective3,
    objective4,
    objective5,
    objective6,
    objective7,
    objective8,
    objective9,
)
from tests.sample.plan.rows import Row

ROWS: dict[int, tuple[Row, ...]] = {
    1: objective1.ROWS,
    2: objective2.ROWS,
    3: objective3.ROWS,
    4: objective4.ROWS,
    5: objective5.ROWS,
    6: objective6.ROWS,
    7: objective7.ROWS,
    8: objective8.ROWS,
    9: objective9.ROWS,
}
