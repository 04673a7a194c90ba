"""The rows of the Metrics sheet: the activities again, a row a measure."""

from tests.sample.plan.metrics import first, second, third
from tests.sample.plan.rows import Row

ROWS: dict[int, tuple[Row, ...]] = {
    1: first.VOICE,
    2: first.HOME,
    3: first.OFFER,
    4: second.SCHOOL,
    5: second.PLACE,
    6: second.HEALTH,
    7: third.MONEY,
    8: third.HARM,
    9: third.CELEBRATE,
}
