"""The time of a meeting as people write it: `14:00`, `2.30 pm`, `10am to 12 noon`."""

import re
from datetime import time

_TIME = re.compile(
    r"(?<![\d.:])(?P<hour>\d{1,2})(?:[:.](?P<minute>[0-5]\d))?\s*(?P<half>[ap]\.?m\b|noon\b)?",
    re.IGNORECASE,
)
_NOON = 12
_HOURS = 24


def time_of(text: str) -> time | None:
    """The first time that a text names; None where it names none, such as `after lunch`.

    A number alone is no time: it needs minutes or am, pm or noon.
    """
    for found in _TIME.finditer(text):
        if found["minute"] is None and found["half"] is None:
            continue
        hour, half = int(found["hour"]), (found["half"] or "").lower()
        if half and not 1 <= hour <= _NOON:
            continue
        if half:
            hour = hour % _NOON + (0 if half.startswith("a") else _NOON)
        if hour < _HOURS:
            return time(hour, int(found["minute"] or 0))
    return None
