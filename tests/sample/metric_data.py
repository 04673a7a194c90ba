"""What is measured in the sample: definitions, known points of each series, comparators, markers.

Everything here is data. To change a series, change its points: the months between two points are
filled in along a straight line with noise, and a point itself is met exactly.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Every = Literal["month", "quarter", "year", "term", "day"]
Points = tuple[tuple[str, float], ...]
Years = tuple[float, float, float]

LOCALITIES = ("North", "Central", "East")
COMPARATORS = ("England", "Region", "Statistical neighbours")
COMPARATOR_YEARS = ("2016-03", "2017-03", "2018-03")

CASE = "Case management system, monthly export"
HEALTH = "Designated nurse's tracker"
RETURN = "SSDA903 return"
ADOPTION = "Adoption scorecard"
SCHOOL = "Virtual School register"
HR = "Workforce report, HR system"


@dataclass(frozen=True, slots=True)
class Measure:
    """One measure: its line in definitions.csv and what its series is made from."""

    id: str
    title: str
    unit: str
    good: str
    theme: str
    objective: int
    source: str
    owner: str
    points: Points
    noise: float = 0.0
    size: tuple[int, int] | None = None  # the denominator, at the first and the last point
    decimals: int = 1
    localities: bool = False
    every: Every = "month"
    target: float | None = None
    target_date: str = ""
    tolerance: float | None = None
    compare: tuple[Years, Years, Years] | None = None  # England, Region, Statistical neighbours
    numerator_from: str = ""  # the series that counts what this one is a rate of
    size_from: str = ""  # the series whose counts are the denominator
    copy_of: str = ""  # the monthly series that this one repeats each quarter
    sizes: tuple[tuple[str, int], ...] = ()  # published denominators


PLACEMENTS: tuple[Measure, ...] = (
    Measure("cla_count", "Children looked after", "count", "low", "placements", 2, CASE,
            "Head of Permanence",
            (("2017-04", 1869), ("2017-08", 1923), ("2018-03", 1968), ("2019-02", 2059),
             ("2019-05", 2107), ("2019-06", 2117), ("2019-07", 2126)),
            noise=4.5, decimals=0, localities=True, target=1646, target_date="2020-10-31",
            tolerance=82),
    Measure("cla_rate", "Children looked after per 10 000 under 18", "rate_10k", "low",
            "placements", 2, CASE, "Head of Permanence", (("2017-04", 0), ("2019-07", 0)),
            size=(245_640, 248_300), localities=True, target=66.7, target_date="2020-10-31",
            tolerance=3.3, compare=((60, 62, 64), (71, 73, 75), (68.4, 70.1, 72.9)),
            numerator_from="cla_count", sizes=(("2018-03", 246_926),)),
    Measure("fostering_share", "Looked after children in foster care", "percent", "high",
            "placements", 5, CASE, "Head of Fostering",
            (("2017-04", 65.8), ("2018-06", 61.9), ("2018-12", 58.8), ("2019-02", 59.3),
             ("2019-05", 60.7), ("2019-06", 61.4)),
            noise=0.45, localities=True, target=60, target_date="2019-06-01", tolerance=2,
            compare=((74, 74, 73), (70, 70, 69), (72, 71, 71)), size_from="cla_count"),
    Measure("residential", "Children in residential placements", "count", "low", "placements", 5,
            CASE, "Head of Residential Services",
            (("2017-04", 168), ("2018-03", 186), ("2018-11", 207), ("2019-02", 203),
             ("2019-05", 194), ("2019-06", 190)),
            noise=2.6, decimals=0, localities=True, target=183, target_date="2019-07-31",
            tolerance=9),
    Measure("same_placement_2y", "In the same placement for two years or more", "percent", "high",
            "placements", 5, RETURN, "Head of Permanence",
            (("2017-04", 75.2), ("2018-03", 73.7), ("2019-05", 71.6), ("2019-07", 71.9)),
            noise=0.8, size=(612, 688), localities=True, target=72, target_date="2020-03-31",
            tolerance=3, compare=((68, 70, 70), (69, 69, 70), (70, 71, 70))),
    Measure("moves_3plus", "Three or more placements in the year", "percent", "low", "placements",
            5, RETURN, "Head of Permanence",
            (("2017-04", 6.4), ("2018-03", 7.9), ("2019-05", 9.3), ("2019-07", 9.1)),
            noise=0.35, localities=True, target=8, target_date="2020-03-31", tolerance=1,
            compare=((10, 10, 10), (9, 9, 10), (10, 9, 10)), size_from="cla_count"),
    Measure("fco_home", "Full care orders placed at home", "count", "low", "placements", 2, CASE,
            "Court Progression Manager",
            (("2017-04", 246), ("2018-10", 312), ("2019-05", 301), ("2019-06", 292),
             ("2019-07", 285)),
            noise=4.0, decimals=0, localities=True, target=240, target_date="2020-03-31",
            tolerance=12),
    Measure("ico_home", "Interim care orders placed at home", "count", "low", "placements", 2,
            CASE, "Court Progression Manager",
            (("2017-04", 58), ("2018-09", 83), ("2019-05", 75), ("2019-06", 71), ("2019-07", 68)),
            noise=3.4, decimals=0, localities=True, target=55, target_date="2020-03-31",
            tolerance=5),
    Measure("step_down", "Children identified for step-down to fostering", "count", "high",
            "placements", 5, "Step-down panel minutes", "Head of Residential Services",
            (("2016-03", 3), ("2017-03", 4), ("2018-03", 7), ("2019-03", 10)),
            decimals=0, every="year", target=13, target_date="2019-03-31", tolerance=1),
)

PERMANENCE: tuple[Measure, ...] = (
    Measure("a1_days", "Days from entering care to moving in with adopters", "days", "low",
            "permanence", 5, ADOPTION, "Head of Adoption",
            (("2016-03", 571), ("2017-03", 502), ("2018-03", 426), ("2019-03", 417)),
            decimals=0, every="year", target=425, target_date="2019-03-31", tolerance=21,
            compare=((558, 520, 486), (541, 507, 472), (529, 498, 463))),
    Measure("a2_days", "Days from court authority to a match", "days", "low", "permanence", 5,
            ADOPTION, "Head of Adoption",
            (("2016-03", 267), ("2017-03", 204), ("2018-03", 156), ("2019-03", 148)),
            decimals=0, every="year", target=121, target_date="2019-03-31", tolerance=10,
            compare=((226, 220, 201), (231, 213, 196), (218, 207, 190))),
    Measure("adopted_14m", "Waited under 14 months to move in with adopters", "percent", "high",
            "permanence", 5, ADOPTION, "Head of Adoption",
            (("2016-03", 34), ("2017-03", 49), ("2018-03", 63), ("2019-03", 65)),
            size=(97, 118), decimals=0, every="year", target=60, target_date="2019-03-31",
            tolerance=3, compare=((47, 51, 56), (46, 53, 57), (49, 52, 58))),
    Measure("review_participation", "Children taking part in their review, rolling 12 months",
            "percent", "high", "permanence", 1, CASE, "IRO Manager",
            (("2017-06", 98.0), ("2018-03", 98.3), ("2018-09", 99.2), ("2018-12", 99.9),
             ("2019-06", 99.7)),
            noise=0.08, size=(9_610, 10_420), every="quarter", target=98, tolerance=1,
            target_date="2020-03-31", sizes=(("2018-12", 10_290),)),
    *(
        Measure(f"legal_{code}", f"Legal status {code.upper()}", "count", "", "permanence", 8,
                "Snapshot of legal status", "Head of Legal (Children)",
                tuple(zip(("2018-03-31", "2019-05-31", "2019-07-29"), counts, strict=True)),
                decimals=0, every="day")
        for code, counts in {
            "c1": (398, 421, 414), "c2": (1276, 1409, 1439), "e1": (71, 80, 82),
            "j1": (3, 2, 2), "l1": (2, 4, 3), "l2": (0, 1, 2), "v2": (206, 179, 173),
            "v4": (12, 11, 11),
        }.items()
    ),
)

HEALTH_MEASURES: tuple[Measure, ...] = (
    Measure("health_assessment", "Health assessments up to date", "percent", "high", "health", 6,
            HEALTH, "Designated Nurse for Children in Care",
            (("2017-04", 94.6), ("2017-09", 88.0), ("2018-03", 77.1), ("2018-12", 80.2),
             ("2019-05", 83.1), ("2019-07", 84.4)),
            noise=1.1, size=(1_410, 1_640), localities=True, target=95,
            target_date="2020-03-31", tolerance=4.8,
            compare=((90, 89, 88), (91, 90, 88), (92, 91, 90))),
    Measure("iha_timely", "Initial health assessments on time", "percent", "high", "health", 6,
            HEALTH, "Designated Nurse for Children in Care",
            (("2017-04", 47), ("2018-10", 42), ("2018-11", 28), ("2019-05", 24), ("2019-07", 18)),
            noise=4.6, size=(58, 66), decimals=0, localities=True, target=85,
            target_date="2019-12-31", tolerance=4),
    Measure("rha_timely", "Review health assessments on time", "percent", "high", "health", 6,
            HEALTH, "Designated Nurse for Children in Care",
            (("2017-04", 82), ("2018-04", 74), ("2019-05", 70), ("2019-07", 68)),
            noise=3.0, size=(148, 171), decimals=0, localities=True, target=90,
            target_date="2019-12-31", tolerance=4.5),
    Measure("sdq", "SDQ average score", "score", "low", "health", 6, RETURN,
            "CAMHS Service Manager",
            (("2016-03", 14.0), ("2017-03", 13.5), ("2018-03", 13.8), ("2019-03", 13.6)),
            every="year", target=13, target_date="2020-03-31", tolerance=0.7,
            compare=((14.0, 14.1, 14.2), (13.9, 14.0, 14.0), (14.2, 14.1, 14.3))),
    Measure("sdq_return", "SDQ return rate", "percent", "high", "health", 6, RETURN,
            "CAMHS Service Manager",
            (("2016-03", 71.2), ("2017-03", 77.9), ("2018-03", 79.4), ("2019-03", 82.3)),
            size=(948, 1_126), every="year", target=85, target_date="2020-03-31", tolerance=4,
            compare=((75, 75, 78), (77, 78, 79), (76, 77, 80))),
    Measure("dental", "Dental checks up to date", "percent", "high", "health", 6, HEALTH,
            "Designated Nurse for Children in Care",
            (("2017-04", 83.0), ("2018-03", 79.8), ("2019-05", 84.3), ("2019-07", 84.7)),
            noise=1.2, size=(1_410, 1_640), target=90, target_date="2020-03-31", tolerance=4.5,
            compare=((84, 83, 84), (85, 86, 85), (86, 85, 86))),
    Measure("immunisations", "Immunisations up to date", "percent", "high", "health", 6, HEALTH,
            "Designated Nurse for Children in Care",
            (("2017-04", 88.1), ("2019-05", 87.4), ("2019-07", 87.9)),
            noise=0.9, size=(1_410, 1_640), target=90, target_date="2020-03-31", tolerance=4.5,
            compare=((87, 84, 85), (89, 88, 88), (90, 88, 87))),
)

EDUCATION: tuple[Measure, ...] = (
    Measure("pep", "With a personal education plan", "percent", "high", "education", 4, SCHOOL,
            "Virtual School Head",
            (("2017-04", 89.0), ("2018-04", 93.0), ("2019-05", 95.2), ("2019-07", 94.8)),
            noise=0.8, size=(1_238, 1_371), localities=True, target=98,
            target_date="2019-12-31", tolerance=2),
    Measure("pep_current", "Personal education plan up to date", "percent", "high", "education",
            4, SCHOOL, "Virtual School Head",
            (("2016-12", 39.4), ("2017-04", 42.6), ("2017-12", 45.1), ("2018-04", 48.5),
             ("2018-07", 55.0), ("2018-12", 63.7), ("2019-04", 68.9), ("2019-07", 71.2)),
            size=(1_214, 1_371), localities=True, every="term", target=90,
            target_date="2019-12-31", tolerance=4.5),
    Measure("pep_quality", "Personal education plans judged good or better", "percent", "high",
            "education", 4, SCHOOL, "Virtual School Head",
            (("2015-12", 63.5), ("2016-07", 74.8), ("2017-04", 86.0), ("2018-04", 94.6),
             ("2018-12", 92.8), ("2019-07", 93.3)),
            noise=1.0, size=(420, 540), every="term", target=95, target_date="2019-12-31",
            tolerance=3),
    Measure("eet_year12", "Year 12 in education employment or training", "percent", "high",
            "education", 4, SCHOOL, "Virtual School Head",
            (("2017-06", 66.4), ("2018-06", 68.1), ("2018-09", 74.3), ("2019-03", 71.9),
             ("2019-06", 70.3)),
            noise=1.0, size=(198, 219), every="quarter", target=80, target_date="2019-12-31",
            tolerance=4, sizes=(("2018-06", 207),),
            compare=((91, 92, 92), (90, 91, 91), (89, 90, 91))),
    Measure("eet_year13", "Year 13 in education employment or training", "percent", "high",
            "education", 4, SCHOOL, "Virtual School Head",
            (("2017-06", 53.0), ("2018-06", 54.4), ("2018-09", 61.2), ("2019-03", 58.4),
             ("2019-06", 57.0)),
            noise=1.0, size=(187, 206), every="quarter", target=72, target_date="2019-12-31",
            tolerance=4, sizes=(("2018-06", 195),),
            compare=((85, 86, 86), (84, 84, 85), (83, 85, 85))),
    Measure("eet_19_21", "Care leavers 19-21 in education employment or training (plan)",
            "percent", "high", "education", 4, "Leaving care register", "Head of Leaving Care",
            (("2017-06", 0), ("2019-06", 0)), every="quarter", target=60,
            target_date="2020-03-31", tolerance=3, copy_of="cl_eet"),
    Measure("eet_22_25", "Care leavers 22-25 in education employment or training", "percent",
            "high", "education", 4, "Leaving care register", "Head of Leaving Care",
            (("2018-06", 46.8), ("2018-12", 44.0), ("2019-06", 48.1)),
            noise=1.2, size=(62, 106), localities=True, every="quarter", target=55,
            target_date="2020-03-31", tolerance=3),
)

CARE_LEAVERS: tuple[Measure, ...] = (
    Measure("cl_accommodation", "Care leavers 19-21 in suitable accommodation", "percent", "high",
            "care-leavers", 3, "Leaving care register", "Head of Leaving Care",
            (("2017-04", 85.4), ("2018-03", 89.9), ("2019-05", 88.2), ("2019-07", 88.7)),
            noise=0.9, localities=True, target=92, target_date="2020-03-31", tolerance=4,
            compare=((83, 84, 84), (85, 86, 86), (84, 86, 87)), size_from="cl_eet"),
    Measure("cl_in_touch", "Care leavers in touch in the last three months", "percent", "high",
            "care-leavers", 3, "Leaving care register", "Head of Leaving Care",
            (("2017-04", 89.3), ("2018-03", 93.6), ("2019-05", 94.5), ("2019-07", 94.8)),
            noise=0.7, localities=True, target=95, target_date="2020-03-31", tolerance=3,
            compare=((87, 88, 88), (88, 90, 90), (89, 91, 91)), size_from="cl_eet"),
    Measure("pathway_plan", "16+ with an active pathway plan", "percent", "high", "care-leavers",
            3, CASE, "Head of Leaving Care",
            (("2017-04", 78.0), ("2018-04", 83.4), ("2019-05", 88.1), ("2019-07", 88.9)),
            noise=1.0, size=(862, 958), localities=True, target=95, target_date="2019-12-31",
            tolerance=4, sizes=(("2018-04", 907),)),
    Measure("asdan_workbooks", "ASDAN workbooks given out", "count", "high", "care-leavers", 9,
            "Participation team log", "Participation Lead",
            (("2018-06", 60), ("2018-12", 261), ("2019-03", 374), ("2019-05", 395),
             ("2019-07", 412)), decimals=0),
    Measure("asdan_certificates", "ASDAN certificates issued", "count", "high", "care-leavers", 9,
            "Participation team log", "Participation Lead",
            (("2018-06", 0), ("2019-01", 0), ("2019-02", 1), ("2019-07", 1)), decimals=0,
            target=100, target_date="2019-09-30", tolerance=5),
    Measure("complaints", "Complaints from children in care", "count", "low", "care-leavers", 1,
            "Complaints register", "Participation Lead",
            (("2017-06", 9), ("2018-03", 6), ("2018-06", 7), ("2018-09", 8), ("2018-12", 7),
             ("2019-03", 5), ("2019-06", 9)),
            decimals=0, localities=True, every="quarter"),
)

# Stands before the rest of its file: two other measures share its denominator, and one its values.
CL_EET = Measure(
    "cl_eet", "Care leavers 19-21 in education employment or training", "percent", "high",
    "care-leavers", 4, "Leaving care register", "Head of Leaving Care",
    (("2017-04", 40.6), ("2018-03", 50.0), ("2018-06", 51.6), ("2019-05", 52.6),
     ("2019-07", 53.1)),
    noise=0.9, size=(366, 431), localities=True, target=60, target_date="2020-03-31",
    tolerance=3, compare=((49, 50, 51), (48, 50, 52), (47, 50, 51)), sizes=(("2018-06", 405),),
)

SAFEGUARDING: tuple[Measure, ...] = (
    Measure("cin", "Children in need", "count", "low", "safeguarding", 2, "CIN census",
            "Head of Safeguarding and Review",
            (("2016-03", 8_702), ("2017-03", 8_871), ("2018-03", 9_166), ("2019-03", 9_342)),
            decimals=0, every="year"),
    Measure("cin_plans", "Children in need plans", "count", "", "safeguarding", 2, CASE,
            "Head of Safeguarding and Review",
            (("2017-04", 1_905), ("2018-05", 1_870), ("2019-02", 1_798), ("2019-05", 1_782),
             ("2019-07", 1_761)), noise=16, decimals=0, localities=True),
    Measure("cpp", "Children with a child protection plan", "count", "low", "safeguarding", 8,
            CASE, "Head of Safeguarding and Review",
            (("2017-04", 1_172), ("2018-03", 1_243), ("2019-02", 1_359), ("2019-05", 1_371),
             ("2019-07", 1_348)), noise=13, decimals=0, localities=True, target=1_200,
            target_date="2020-03-31", tolerance=60),
    Measure("mash_24h", "MASH contacts considered in 24 hours", "percent", "high", "safeguarding",
            8, "MASH daily log", "MASH Manager",
            (("2017-04", 95.2), ("2019-05", 95.4), ("2019-07", 96.0)),
            noise=0.9, size=(3_020, 3_240), target=95, target_date="2020-03-31", tolerance=2),
    Measure("assessment_late", "Assessments not completed in 45 days", "percent", "low",
            "safeguarding", 8, CASE, "Head of Safeguarding and Review",
            (("2017-04", 22.6), ("2017-08", 21.0), ("2018-09", 20.8), ("2018-10", 12.9),
             ("2019-05", 12.0), ("2019-07", 12.4)),
            noise=1.1, size=(842, 905), localities=True, target=15, target_date="2019-12-31",
            tolerance=2, compare=((17, 17, 17), (16, 18, 18), (18, 17, 16))),
    Measure("referral_rate", "Referrals per 10 000", "rate_10k", "low", "safeguarding", 2, CASE,
            "MASH Manager",
            (("2017-04", 32.4), ("2017-08", 31.2), ("2019-05", 33.9), ("2019-07", 32.1)),
            noise=1.6, size=(245_640, 248_300), localities=True),
    Measure("rhi_offered", "Missing from care: return home interview offered and accepted",
            "percent", "high", "safeguarding", 8, "Missing and exploitation team log",
            "Missing and Exploitation Manager",
            (("2017-04", 71.6), ("2018-06", 76.0), ("2019-05", 80.3), ("2019-07", 81.2)),
            noise=2.3, size=(176, 214), localities=True, target=90, target_date="2019-12-31",
            tolerance=4.5),
)

WORKFORCE: tuple[Measure, ...] = (
    Measure("supervision", "Supervision carried out", "percent", "high", "workforce", 8, HR,
            "Principal Social Worker",
            (("2017-04", 57.0), ("2017-08", 60.0), ("2018-09", 72.5), ("2019-05", 77.2),
             ("2019-07", 78.3)),
            noise=1.7, size=(388, 412), localities=True, target=90, target_date="2019-12-31",
            tolerance=4.5),
    Measure("supervision_reflective", "Reflective supervision", "percent", "high", "workforce", 8,
            HR, "Principal Social Worker",
            (("2017-09", 48.0), ("2018-06", 56.5), ("2019-01", 64.0), ("2019-05", 59.1),
             ("2019-06", 57.7)),
            noise=1.6, size=(381, 409), localities=True, target=80, target_date="2019-12-31",
            tolerance=4),
    Measure("audit_inadequate", "Case audits judged inadequate", "percent", "low", "workforce", 8,
            "Audit programme", "Principal Social Worker",
            (("2017-06", 13.2), ("2017-09", 11.0), ("2018-09", 9.4), ("2019-03", 7.1),
             ("2019-06", 8.2)),
            noise=0.8, size=(118, 146), every="quarter", target=5, target_date="2020-03-31",
            tolerance=1),
    Measure("asye_share", "Social workers in their first year", "percent", "low", "workforce", 8,
            HR, "Workforce Development Manager",
            (("2017-03", 45.8), ("2017-09", 38.9), ("2018-03", 27.2), ("2019-03", 25.9),
             ("2019-06", 24.6)),
            noise=0.7, size=(402, 414), every="quarter", target=25, target_date="2019-03-31",
            tolerance=1.25),
    Measure("agency_sw", "Agency social workers", "fte", "low", "workforce", 8, HR,
            "Workforce Development Manager",
            (("2017-04", 40.6), ("2018-03", 33.7), ("2019-05", 30.2), ("2019-07", 28.8)),
            noise=1.3, target=20, target_date="2020-03-31", tolerance=1),
)

MEASURES: tuple[Measure, ...] = (
    *PLACEMENTS, *PERMANENCE, *HEALTH_MEASURES, CL_EET, *EDUCATION, *CARE_LEAVERS,
    *SAFEGUARDING, *WORKFORCE,
)

# Markers of the Department for Education in place of a figure: measure, month, area, marker.
# A line that the series does not have is added.
MARKERS: tuple[tuple[str, str, str, str], ...] = (
    ("cla_rate", "2019-03", "England", "x"),
    ("fostering_share", "2019-03", "England", "x"),
    ("health_assessment", "2019-03", "Region", "x"),
    ("legal_j1", "2019-05-31", "North", "c"),
    ("legal_j1", "2019-05-31", "Central", "low"),
    ("legal_j1", "2019-05-31", "East", "c"),
    ("legal_l2", "2019-05-31", "East", "low"),
    ("step_down", "2019-03", "Region", "z"),
    ("asdan_certificates", "2019-05", "East", "z"),
    ("eet_22_25", "2018-06", "North", "u"),
    ("eet_22_25", "2018-09", "East", "u"),
    ("iha_timely", "2017-08", "East", "u"),
)
