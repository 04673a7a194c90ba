"""What a label of a table of figures is: the name of a measure, an area, a period, a part of a share."""

import re
from enum import StrEnum
from functools import lru_cache

from boardpack.read.periods import part_of_year, read_period


class Role(StrEnum):
    """What the cells of a column are."""

    METRIC = "metric"
    AREA = "area"
    PERIOD = "period"
    PART_OF_YEAR = "part of year"
    YEAR = "year"
    START = "start"
    END = "end"
    VALUE = "value"
    NUMERATOR = "numerator"
    DENOMINATOR = "denominator"
    LEVEL = "level"
    COUNTRY = "country"
    REGION = "region"
    IGNORED = "ignored"


_FORMS: tuple[tuple[Role, str], ...] = (
    (Role.START, r"(period )?(start|from)( date)?"),
    (Role.END, r"(period )?(end|to)( date)|end|period end"),
    (Role.LEVEL, r"geographic level"),
    (Role.COUNTRY, r"country name"),
    (Role.REGION, r"region name"),
    (Role.IGNORED, r".*\bcode|ref|id|kpi ref|.*\bref( no)?|no|line|row|textbox ?\d+|print ?date|target.*|.*\btarget( .*)?|b?rag( rating| status)?|rating|status|comments?|commentary|notes?|narrative|good( is)?|unit( of measure)?|units|polarity|direction( of travel)?|dot|trend|source|owner|lead|ytd|year to date|grand total|tolerance|sort ?order|flag|version|published|release.*"),
    (Role.PART_OF_YEAR, r"time identifier|period type"),
    (Role.YEAR, r"time period|financial year|fin year|year|academic year|fy"),
    (Role.METRIC, r"metric( name| id)?|measures?( name)?|indicators?( name)?|performance indicator|kpi( name)?|pi|key performance indicator|measure name|data item|row labels"),
    (Role.AREA, r"area( name)?( locality)?|locality( name)?|district( name)?|la( name)?|local authority( name)?|geography|location|ward|team area|sub area|place|council|authority|region|area of .*"),
    (Role.PERIOD, r"(reporting |snapshot |data |measure )?(period|date|month|quarter)( end| ending| ended)?|period ending|month ending|as at( date)?|snapshot|when|week( ending)?|term|quarter|qtr|day"),
    (Role.NUMERATOR, r"num(erator)?|num ?1|number|count|n|part"),
    (Role.DENOMINATOR, r"den(om(inator)?)?|denom ?1|cohort|out of|base|total cohort|population"),
    (Role.VALUE, r"value|val|actual( value)?|result|outturn|figure|performance|variance|score|rate|percent(age)?|data|current|latest|reading|amount|total|obs( value)?"),
)  # fmt: skip
_PATTERNS = tuple((role, re.compile(form)) for role, form in _FORMS)
_AREAS = re.compile(
    r"(?:the )?(?:north|south|east|west|central|mid)(?:[- ]?(?:east|west|north|south|ern))*(?: (?:locality|area|team|district|midlands|county))?"
    r"|county(?: total| wide)?|england|wales|national|region(?:al)?|.*\bcounty council|.*\bborough(?: council)?"
    r"|(?:north|south) (?:east|west)|yorkshire.*|(?:east|west) midlands|east of england|(?:inner |outer )?london"
    r"|statistical neighbours?|stat\.? neighbours?|sn(?: average)?|neighbours?|.*\bneighbours? average|district \w+",
    re.IGNORECASE,
)
_TOTAL = re.compile(
    r"(?:grand |sub ?-?)?totals?:?(?: (?:for|of all|all|over|across)\b.*)?|.*\btotal|all|average|ytd|year to date",
    re.IGNORECASE,
)
_PERCENT = frozenset({"%", "percent", "percentage", "pct"})


@lru_cache(maxsize=4096)
def role_of(heading: str) -> Role | None:
    """What the heading of a column says that its cells are; nothing where it is a name of its own."""
    if heading.strip().casefold() in _PERCENT:
        return Role.VALUE
    spaced = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", heading)
    plain = re.sub(r"[^a-z0-9]+", " ", spaced.lower()).strip()
    return next((role for role, form in _PATTERNS if form.fullmatch(plain)), None)


@lru_cache(maxsize=4096)
def one_line(label: str) -> str:
    """A label without the line breaks and the double spaces in it."""
    return " ".join(label.split())


def is_area(label: str) -> bool:
    """Whether a label is the name of an area by itself: a point of the compass, England, a neighbour."""
    return bool(_AREAS.fullmatch(label.strip()))


@lru_cache(maxsize=4096)
def is_total(label: str) -> bool:
    """Whether a label sums up others, so that what stands there is no figure of its own."""
    return bool(_TOTAL.fullmatch(label.strip()))


def is_period(label: str) -> bool:
    """Whether a label is a period, or a part of a year whose year stands elsewhere."""
    return read_period(label) is not None or part_of_year(label) is not None
