"""Every layout of a table of figures: what of each cell is the measure, the area, the period, a part."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from boardpack.read.figures.labels import Role, is_area, is_period, is_total, one_line, role_of
from boardpack.read.figures.reader import read_observations
from tests.read.books import Over, Styled, write_book
from tests.read.figures.files import as_words, faults_of, read


@pytest.mark.parametrize(
    ("heading", "role"),
    [
        ("Metric", Role.METRIC),
        ("Indicator Name", Role.METRIC),
        ("measureName", Role.METRIC),
        ("KPI", Role.METRIC),
        ("Row Labels", Role.METRIC),
        ("Area", Role.AREA),
        ("Locality", Role.AREA),
        ("la_name", Role.AREA),
        ("Local Authority", Role.AREA),
        ("Period", Role.PERIOD),
        ("Month ending", Role.PERIOD),
        ("As at date", Role.PERIOD),
        ("Quarter", Role.PERIOD),
        ("Financial Year", Role.YEAR),
        ("time_period", Role.YEAR),
        ("time_identifier", Role.PART_OF_YEAR),
        ("Start date", Role.START),
        ("Period End", Role.END),
        ("Value", Role.VALUE),
        ("%", Role.VALUE),
        ("Outturn", Role.VALUE),
        ("Numerator", Role.NUMERATOR),
        ("Num", Role.NUMERATOR),
        ("Denom.", Role.DENOMINATOR),
        ("Out of", Role.DENOMINATOR),
        ("geographic_level", Role.LEVEL),
        ("Target", Role.IGNORED),
        ("2019/20 target", Role.IGNORED),
        ("RAG rating", Role.IGNORED),
        ("new_la_code", Role.IGNORED),
        ("Comments", Role.IGNORED),
        ("Children looked after", None),
        ("Placement type", None),
        ("", None),
    ],
)
def test_a_heading_says_what_its_column_holds(heading: str, role: Role | None) -> None:
    assert role_of(heading) is role


@pytest.mark.parametrize(
    ("label", "held"),
    [
        ("North", True),
        ("North East", True),
        ("The South locality", True),
        ("England", True),
        ("Statistical neighbours", True),
        ("Anyshire County Council", True),
        ("Northern soul", False),
        ("Children looked after", False),
    ],
)
def test_some_names_are_those_of_areas(label: str, *, held: bool) -> None:
    assert is_area(label) is held


@pytest.mark.parametrize(
    ("label", "held"),
    [
        ("Total", True),
        ("Grand Total", True),
        ("Sub-total", True),
        ("Totals:", True),
        ("Total for all areas", True),
        ("Apr-19 Total", True),
        ("All", True),
        ("YTD", True),
        ("Total number of children", False),
        ("Totally new", False),
        ("Allocated", False),
    ],
)
def test_a_total_is_known_by_its_label(label: str, *, held: bool) -> None:
    assert is_total(label) is held


def test_a_label_may_be_a_period_or_a_part_of_one_and_run_over_lines() -> None:
    assert is_period("Q1 2019/20")
    assert is_period("Jul")
    assert is_period("Autumn term")
    assert not is_period("Area")
    assert one_line(" Children\n looked  after ") == "Children looked after"


LAYOUTS: dict[str, tuple[str, list[str]]] = {
    "long": (
        "Metric,Area,Period,Value,Numerator,Denominator\nshare,North,Jul-19,61.4%,27,44\n",
        ["2: share, North, 2019-07-31 month, 61.4 (27/44)"],
    ),
    "long, in another order, with columns that say nothing of the figure": (
        "Ref,Target,Value,Date,Indicator,RAG,Comment\n7,60,61.4,31/07/2019,share,G,up 2.1\n",
        ["2: share, -, 2019-07-31 day, 61.4"],
    ),
    "one measure, named by the title": (
        "Children looked after\n\nLocality,Period,Number\nNorth,Jul-19,5\n",
        ["4: Children looked after, North, 2019-07-31 month, 5"],
    ),
    "one measure, named by a filter": (
        "Indicator: CLA rate\nArea,Jul-19\nNorth,5\nSouth,6\n",
        ["3: CLA rate, North, 2019-07-31 month, 5", "4: CLA rate, South, 2019-07-31 month, 6"],
    ),
    "one measure, named by a table's number and title": (
        "Table 3a: Children looked after\nArea,2017/18,2018/19\nNorth,5,6\n",
        [
            "3: Children looked after, North, 2018-03-31 year, 5",
            "3: Children looked after, North, 2019-03-31 year, 6",
        ],
    ),
    "one measure without a name has that of the file": (
        "Area,Period,Value\nNorth,Jul-19,5\n",
        ["2: a, North, 2019-07-31 month, 5"],
    ),
    "a count and what it is out of": (
        "Measure,Period,Count,Out of,Percentage\nshare,Jul-19,27,44,61.4\n",
        ["2: share, -, 2019-07-31 month, 61.4 (27/44)"],
    ),
    "a count alone is the value": (
        "Measure,Period,Count\nCLA,Jul-19,27\n",
        ["2: CLA, -, 2019-07-31 month, 27"],
    ),
    "wide, months across": (
        "Measure,Area,Jun-19,Jul-19\nCLA,North,5,6\nCLA,South,,c\n",
        [
            "2: CLA, North, 2019-06-30 month, 5",
            "2: CLA, North, 2019-07-31 month, 6",
            "3: CLA, South, 2019-07-31 month, c",
        ],
    ),
    "wide, with a first column that has no heading": (
        ",Jun-19,Jul-19\nCLA,5,6\n",
        ["2: CLA, -, 2019-06-30 month, 5", "2: CLA, -, 2019-07-31 month, 6"],
    ),
    "wide, with areas in a first column that has no heading": (
        "Children looked after\n,Jun-19,Jul-19\nNorth,5,6\n",
        [
            "3: Children looked after, North, 2019-06-30 month, 5",
            "3: Children looked after, North, 2019-07-31 month, 6",
        ],
    ),
    "measures across": (
        "Period,Area,CLA,CPP rate\nJul-19,North,5,6.5\nAug-19,North,7,x\n",
        [
            "2: CLA, North, 2019-07-31 month, 5",
            "2: CPP rate, North, 2019-07-31 month, 6.5",
            "3: CLA, North, 2019-08-31 month, 7",
            "3: CPP rate, North, 2019-08-31 month, x",
        ],
    ),
    "areas across": (
        "Measure,Period,North,South,Statistical neighbours\nCLA,Jul-19,5,6,60.5\n",
        [
            "2: CLA, North, 2019-07-31 month, 5",
            "2: CLA, South, 2019-07-31 month, 6",
            "2: CLA, Statistical neighbours, 2019-07-31 month, 60.5",
        ],
    ),
    "areas across, and the measure in the title": (
        "Indicator: CLA\nPeriod,Bury,Rochdale\nJul-19,5,6\n",
        ["3: CLA, Bury, 2019-07-31 month, 5", "3: CLA, Rochdale, 2019-07-31 month, 6"],
    ),
    "the year above its months": (
        ",2018/19,,2019/20,\nMeasure,Feb,Mar,Apr,May\nCLA,1,2,3,4\n",
        [
            "3: CLA, -, 2019-02-28 month, 1",
            "3: CLA, -, 2019-03-31 month, 2",
            "3: CLA, -, 2019-04-30 month, 3",
            "3: CLA, -, 2019-05-31 month, 4",
        ],
    ),
    "the year above its months, and the heading of the measures beside the year": (
        "Measure,2018/19,,2019/20,\n,Feb,Mar,Apr,May\nCLA,1,2,3,4\n",
        [
            "3: CLA, -, 2019-02-28 month, 1",
            "3: CLA, -, 2019-03-31 month, 2",
            "3: CLA, -, 2019-04-30 month, 3",
            "3: CLA, -, 2019-05-31 month, 4",
        ],
    ),
    "the calendar year above its quarters": (
        ",2018/19,,,\nMeasure,Q1,Q2,Q3,Q4\nCLA,1,2,3,4\n",
        [
            "3: CLA, -, 2018-06-30 quarter, 1",
            "3: CLA, -, 2018-09-30 quarter, 2",
            "3: CLA, -, 2018-12-31 quarter, 3",
            "3: CLA, -, 2019-03-31 quarter, 4",
        ],
    ),
    "the area above its measures": (
        ",North,,South,\nPeriod,CLA,CPP,CLA,CPP\nJul-19,1,2,3,4\n",
        [
            "3: CLA, North, 2019-07-31 month, 1",
            "3: CPP, North, 2019-07-31 month, 2",
            "3: CLA, South, 2019-07-31 month, 3",
            "3: CPP, South, 2019-07-31 month, 4",
        ],
    ),
    "the area above its measures, and the heading of the periods beside the area": (
        "Period,North,,South,\n,CLA,CPP,CLA,CPP\nJul-19,1,2,3,4\n",
        [
            "3: CLA, North, 2019-07-31 month, 1",
            "3: CPP, North, 2019-07-31 month, 2",
            "3: CLA, South, 2019-07-31 month, 3",
            "3: CPP, South, 2019-07-31 month, 4",
        ],
    ),
    "the measure above its years": (
        ",CLA,,CPP,\nArea,2017/18,2018/19,2017/18,2018/19\nNorth,1,2,3,4\n",
        [
            "3: CLA, North, 2018-03-31 year, 1",
            "3: CLA, North, 2019-03-31 year, 2",
            "3: CPP, North, 2018-03-31 year, 3",
            "3: CPP, North, 2019-03-31 year, 4",
        ],
    ),
    "the quarter above the parts of a share": (
        ",Q1 2019/20,,,Q2 2019/20,,\nMeasure,Num,Denom,%,Num,Denom,%\nshare,1,2,50,3,4,75\n",
        [
            "3: share, -, 2019-06-30 quarter, 50 (1/2)",
            "3: share, -, 2019-09-30 quarter, 75 (3/4)",
        ],
    ),
    "the quarter above the parts of a share, and the heading of the measures beside it": (
        "Measure,Q1 2019/20,,,Q2 2019/20,,\n,Num,Denom,%,Num,Denom,%\nshare,1,2,50,3,4,75\n",
        [
            "3: share, -, 2019-06-30 quarter, 50 (1/2)",
            "3: share, -, 2019-09-30 quarter, 75 (3/4)",
        ],
    ),
    "the year in the title": (
        "Children looked after 2018/19\nMeasure,Apr,Mar\nCLA,1,2\n",
        ["3: CLA, -, 2018-04-30 month, 1", "3: CLA, -, 2019-03-31 month, 2"],
    ),
    "bands that name the measure": (
        "Area,Jun-19,Jul-19\nCLA,,\nNorth,1,2\nSouth,3,4\nCPP rate,,\nNorth,5,6\n",
        [
            "3: CLA, North, 2019-06-30 month, 1",
            "3: CLA, North, 2019-07-31 month, 2",
            "4: CLA, South, 2019-06-30 month, 3",
            "4: CLA, South, 2019-07-31 month, 4",
            "6: CPP rate, North, 2019-06-30 month, 5",
            "6: CPP rate, North, 2019-07-31 month, 6",
        ],
    ),
    "bands that name the area": (
        "Measure,Jul-19\nNorth\nCLA,1\nCPP,2\nSouth\nCLA,3\n",
        [
            "3: CLA, North, 2019-07-31 month, 1",
            "4: CPP, North, 2019-07-31 month, 2",
            "6: CLA, South, 2019-07-31 month, 3",
        ],
    ),
    "an area above each table": (
        "North\nMeasure,Jul-19,Aug-19\nCLA,1,2\n\nSouth\nMeasure,Jul-19,Aug-19\nCLA,3,4\n",
        [
            "3: CLA, North, 2019-07-31 month, 1",
            "3: CLA, North, 2019-08-31 month, 2",
            "7: CLA, South, 2019-07-31 month, 3",
            "7: CLA, South, 2019-08-31 month, 4",
        ],
    ),
    "a measure above each table": (
        "Table 1: CLA\nArea,Jul-19,Aug-19\nNorth,1,2\n\nTable 2: CPP\nArea,Jul-19,Aug-19\nNorth,3,4\n",
        [
            "3: CLA, North, 2019-07-31 month, 1",
            "3: CLA, North, 2019-08-31 month, 2",
            "7: CPP, North, 2019-07-31 month, 3",
            "7: CPP, North, 2019-08-31 month, 4",
        ],
    ),
    "a year above each table": (
        "CLA 2018/19\nMeasure,Apr,May\nCLA,1,2\n\nCLA 2019/20\nMeasure,Apr,May\nCLA,3,4\n",
        [
            "3: CLA, -, 2018-04-30 month, 1",
            "3: CLA, -, 2018-05-31 month, 2",
            "7: CLA, -, 2019-04-30 month, 3",
            "7: CLA, -, 2019-05-31 month, 4",
        ],
    ),
    "a year above the months of each table": (
        ",2018/19,\nMeasure,Apr,May\nCLA,1,2\n\n,2019/20,\nMeasure,Apr,May\nCLA,3,4\n",
        [
            "3: CLA, -, 2018-04-30 month, 1",
            "3: CLA, -, 2018-05-31 month, 2",
            "7: CLA, -, 2019-04-30 month, 3",
            "7: CLA, -, 2019-05-31 month, 4",
        ],
    ),
    "areas above the measures of each table": (
        (
            ",North,,South,\nPeriod,CLA,CPP,CLA,CPP\nJul-19,1,2,3,4\n"
            ",East,,West,\nPeriod,CLA,CPP,CLA,CPP\nJul-19,5,6,7,8\n"
        ),
        [
            "3: CLA, North, 2019-07-31 month, 1",
            "3: CPP, North, 2019-07-31 month, 2",
            "3: CLA, South, 2019-07-31 month, 3",
            "3: CPP, South, 2019-07-31 month, 4",
            "6: CLA, East, 2019-07-31 month, 5",
            "6: CPP, East, 2019-07-31 month, 6",
            "6: CLA, West, 2019-07-31 month, 7",
            "6: CPP, West, 2019-07-31 month, 8",
        ],
    ),
    "the heading again after a page break": (
        "Measure,Jul-19,Aug-19\nNorth\nCLA,1,2\nPage 1 of 2\nMeasure,Jul-19,Aug-19\nCPP,3,4\nPage 2 of 2\n",
        [
            "3: CLA, North, 2019-07-31 month, 1",
            "3: CLA, North, 2019-08-31 month, 2",
            "6: CPP, North, 2019-07-31 month, 3",
            "6: CPP, North, 2019-08-31 month, 4",
        ],
    ),
    "two tables in one file": (
        "Measure,Jul-19,Aug-19\nCLA,1,2\n\nArea,Measure,Period,Value\nNorth,CPP,Q1 2019/20,3\n",
        [
            "2: CLA, -, 2019-07-31 month, 1",
            "2: CLA, -, 2019-08-31 month, 2",
            "5: CPP, North, 2019-06-30 quarter, 3",
        ],
    ),
    "merged cells, whose text stands in the first of them": (
        "Measure,Area,Period,Value\nCLA,North,Jun-19,1\n,,Jul-19,2\n,South,Jun-19,3\nCPP,North,Jun-19,4\n",
        [
            "2: CLA, North, 2019-06-30 month, 1",
            "3: CLA, North, 2019-07-31 month, 2",
            "4: CLA, South, 2019-06-30 month, 3",
            "5: CPP, North, 2019-06-30 month, 4",
        ],
    ),
    "titles above and notes below": (
        (
            "Report of the performance team\nProduced,01/08/2019\n\n"
            "Measure,Jul-19\nCLA,5\n\nSource: case system\nNote: provisional, as of 1 August\n"
        ),
        ["5: CLA, -, 2019-07-31 month, 5"],
    ),
    "a pivot table": (
        (
            "Area,(All)\n\nSum of Value,Column Labels,,\nRow Labels,Jun-19,Jul-19,Grand Total\n"
            "CLA,1,2,3\nCPP,4,5,9\nGrand Total,5,7,12\n"
        ),
        [
            "5: CLA, -, 2019-06-30 month, 1",
            "5: CLA, -, 2019-07-31 month, 2",
            "6: CPP, -, 2019-06-30 month, 4",
            "6: CPP, -, 2019-07-31 month, 5",
        ],
    ),
    "a pivot table of one measure": (
        "Indicator,CLA\n\nRow Labels,Jun-19,Jul-19\nNorth,1,2\n",
        ["4: CLA, North, 2019-06-30 month, 1", "4: CLA, North, 2019-07-31 month, 2"],
    ),
    "a download of the Department for Education": (
        (
            "time_period,time_identifier,geographic_level,country_code,country_name,region_name,new_la_code,la_name,cla_number,cla_rate\n"
            "2019,Reporting year,National,E92,England,,,,78150,65\n"
            "2019,Calendar year,Regional,E92,England,North West,,,13000,94\n"
            "201819,Financial year,Local authority,E92,England,North West,E08,Bury,c,z\n"
            "201819,Academic year,Local authority,E92,England,North West,E08,Bury,4,x\n"
        ),
        [
            "2: cla_number, England, 2019-03-31 year, 78150",
            "2: cla_rate, England, 2019-03-31 year, 65",
            "3: cla_number, North West, 2019-12-31 year, 13000",
            "3: cla_rate, North West, 2019-12-31 year, 94",
            "4: cla_number, Bury, 2019-03-31 year, c",
            "4: cla_rate, Bury, 2019-03-31 year, z",
            "5: cla_number, Bury, 2019-08-31 year, 4",
            "5: cla_rate, Bury, 2019-08-31 year, x",
        ],
    ),
    "year, month and day apart": (
        "Year,Quarter,Month,Day,Locality,Measure,Total\n2019,Qtr 3,July,31,North,CLA,5\n2019,Qtr 3,August,,North,CLA,6\n",
        ["2: CLA, North, 2019-07-31 day, 5", "3: CLA, North, 2019-08-31 month, 6"],
    ),
    "a financial year and its month": (
        "Financial Year,Month,Measure,Value\n2018/19,March,CLA,5\n2018/19,April,CLA,6\n",
        ["2: CLA, -, 2019-03-31 month, 5", "3: CLA, -, 2018-04-30 month, 6"],
    ),
    "a year and its term": (
        "Academic Year,Term,Measure,Value\n2018/19,Spring,CLA,5\n",
        ["2: CLA, -, 2019-04-30 term, 5"],
    ),
    "a financial year alone": (
        "Financial Year,Measure,Value\n2018/19,CLA,5\n",
        ["2: CLA, -, 2019-03-31 year, 5"],
    ),
    "a start and an end": (
        (
            "Measure,Start date,End date,Value\nCLA,01/07/2019,31/07/2019,1\nCLA,01/04/2019,30/06/2019,2\n"
            "CLA,01/04/2018,31/03/2019,3\nCLA,01/07/2019,02/07/2019,4\nCLA,,31/08/2019,5\n"
        ),
        [
            "2: CLA, -, 2019-07-31 month, 1",
            "3: CLA, -, 2019-06-30 quarter, 2",
            "4: CLA, -, 2019-03-31 year, 3",
            "5: CLA, -, 2019-07-02 day, 4",
            "6: CLA, -, 2019-08-31 day, 5",
        ],
    ),
    "an end alone": (
        "Measure,Period end,Value\nCLA,31/07/2019,1\n",
        ["2: CLA, -, 2019-07-31 day, 1"],
    ),
    "no heading": (
        "CLA,North,2019-07,5\nCPP,South,2019-07,6\n",
        ["1: CLA, North, 2019-07-31 month, 5", "2: CPP, South, 2019-07-31 month, 6"],
    ),
    "decimal commas": (
        "Area;Period;CLA;Rate\nNorth;Jul-19;1.234;75,5\nSouth;Jul-19;3.912,40;80,1\n",
        [
            "2: CLA, North, 2019-07-31 month, 1234",
            "2: Rate, North, 2019-07-31 month, 75.5",
            "3: CLA, South, 2019-07-31 month, 3912.4",
            "3: Rate, South, 2019-07-31 month, 80.1",
        ],
    ),
    "measures across with decimal commas": (
        "Area;Period;CLA per 10,000;CPP\nNorth;Jul-19;75,5;80,1\n",
        [
            "2: CLA per 10,000, North, 2019-07-31 month, 75.5",
            "2: CPP, North, 2019-07-31 month, 80.1",
        ],
    ),
    "areas across and their total": (
        "Measure,Period,North,South,Total\nCLA,Jul-19,5,6,11\n",
        ["2: CLA, North, 2019-07-31 month, 5", "2: CLA, South, 2019-07-31 month, 6"],
    ),
    "a note of several cells": (
        "Measure,Jul-19\nCLA,5\nNote: provisional, as of 1 August\n",
        ["2: CLA, -, 2019-07-31 month, 5"],
    ),
    "headings of more than one line": (
        'Measure,"Area\nname","Jul\n2019"\n"Children\nlooked after",North,5\n',
        ["4: Children looked after, North, 2019-07-31 month, 5"],
    ),
    "a column of words that tells observations apart": (
        "Measure,Period,Placement,Value\nCLA,Jul-19,Fostering,5\nCLA,Jul-19,Home,6\n",
        [
            "2: CLA Fostering, -, 2019-07-31 month, 5",
            "3: CLA Home, -, 2019-07-31 month, 6",
        ],
    ),
    "a column of words that tells nothing apart": (
        "Measure,Period,Placement,Value\nCLA,Jul-19,All of them,5\nCLA,Aug-19,All of them,6\n",
        ["2: CLA, -, 2019-07-31 month, 5", "3: CLA, -, 2019-08-31 month, 6"],
    ),
}  # fmt: skip


@pytest.mark.parametrize(("text", "seen"), LAYOUTS.values(), ids=LAYOUTS)
def test_a_layout_is_read(tmp_path: Path, text: str, seen: list[str]) -> None:
    found = read(tmp_path, text)
    assert as_words(found.observations) == seen
    expected = {"total-left-out", "no-heading", "interpreted-value"}
    assert {kind for kind, _ in faults_of(found)} <= expected


@pytest.mark.parametrize(
    "text",
    [
        "",
        "words\n",
        "a,b\n1,2\n",
        "Metric,Area,Value\nCLA,North,5\n",
        "metric,title,unit\nCLA,Children,count\n",
        "CHILD,DECOM,DEC\n1,01/04/2018,31/03/2019\n2,01/04/2018,31/03/2019\n",
    ],
)
def test_a_file_without_a_table_of_figures_has_no_observation_and_says_so(
    tmp_path: Path, text: str
) -> None:
    found = read(tmp_path, text or "\n-\n")
    assert found.observations == ()
    assert [kind for kind, _ in faults_of(found)] == ["missing-column"]


def test_a_workbook_is_read_sheet_by_sheet(tmp_path: Path) -> None:
    month = {"num_format": "mmm-yy"}
    dates = [Styled(date(2019, number, 1), month) for number in (6, 7)]
    wide: list[list[Any]] = [
        [Over("Children in care", 3)],
        [Over("Measure", 1, 2), Over("2019", 2)],
        [None, *dates],
        ["share", Styled(0.61367, {"num_format": "0%"}), 5],
    ]
    long = [
        ["Metric", "Period", "Value"],
        ["CLA", Styled(date(2019, 7, 31), {"num_format": "dd/mm/yyyy"}), 2126],
    ]
    path = write_book(tmp_path / "a.xlsx", {"Scorecard": wide, "About": [["words"]], "Data": long})  # fmt: skip
    found = read_observations(path, "a.xlsx")
    assert as_words(found.observations) == [
        "4: share, -, 2019-06-30 month, 61.367",
        "4: share, -, 2019-07-31 month, 5",
        "2: CLA, -, 2019-07-31 day, 2126",
    ]
    assert [seen.source.sheet for seen in found.observations] == ["Scorecard", "Scorecard", "Data"]
    assert (found.encoding, found.delimiter, found.findings) == (None, None, ())


def test_a_sheet_says_an_area_once_for_the_cells_that_are_merged(tmp_path: Path) -> None:
    table: list[list[Any]] = [
        ["Measure", "Area", "Period", "Value"],
        [Over("CLA", 1, 2), Over("North", 1, 2), "Jun-19", 1],
        [None, None, "Jul-19", 2],
    ]
    path = write_book(tmp_path / "a.xlsx", {"Data": table})
    assert as_words(read_observations(path, "a.xlsx").observations) == [
        "2: CLA, North, 2019-06-30 month, 1",
        "3: CLA, North, 2019-07-31 month, 2",
    ]
