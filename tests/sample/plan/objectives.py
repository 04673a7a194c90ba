"""The nine objectives: the band that opens each of them."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Objective:
    """An objective's number, title, purpose and the paragraph on how."""

    number: int
    title: str
    purpose: str
    how: str


OBJECTIVES = (
    Objective(
        1,
        "The voice of children and young people",
        "Every child in our care can say what matters to them, and can see what we did about it.",
        "We will ask at every review and visit, give the Children in Care "
        "Council a standing item at this board, and report back what changed "
        "in words that a ten-year-old can follow.",
    ),
    Objective(
        2,
        "Remaining safely at home",
        "Children grow up in their own family wherever that is safe, and come "
        "into care only when nothing else will do.",
        "We will put intensive help in early, hold family group conferences "
        "before proceedings, review every order placed at home and bring "
        "discharge applications to court when the family is ready.",
    ),
    Objective(
        3,
        "A local offer for care leavers",
        "Young people leaving our care know what they can count on until they "
        "are 25 and do not have to ask twice.",
        "We will publish one offer agreed with the district councils, health "
        "and the Department for Work and Pensions, and give every care leaver "
        "a pathway plan that they helped to write.",
    ),
    Objective(
        4,
        "Education, employment and training",
        "Our children do well at school and go on to work or study that they have chosen.",
        "We will make the personal education plan count, challenge exclusion "
        "before it happens, and use the council's own purchasing power to open "
        "apprenticeships.",
    ),
    Objective(
        5,
        "A suitable place to live",
        "Each child lives in the right home, close to the people who matter to "
        "them, for as long as they need it.",
        "We will recruit more of our own foster carers, use residential care "
        "for a purpose and for a planned time, and find permanent families "
        "without drift.",
    ),
    Objective(
        6,
        "Health and wellbeing",
        "Children in our care are as healthy and as happy as their classmates.",
        "We will get consent and paperwork to health colleagues within five "
        "days, track each assessment with the designated nurse, and offer "
        "therapeutic help to carers as well as to children.",
    ),
    Objective(
        7,
        "Financial support",
        "No young person leaves our care into debt, and every carer knows what "
        "they are entitled to.",
        "We will put savings, allowances and council tax relief in one place, "
        "pay on time, and teach money skills from the age of fourteen.",
    ),
    Objective(
        8,
        "Protection from harm and exploitation",
        "Children in our care are safe from those who would harm or use them, wherever they live.",
        "We will talk to each child who has been missing, map risk across the "
        "three localities with the police, and make sure that placements "
        "outside the county are as well watched as those inside it.",
    ),
    Objective(
        9,
        "Celebrating achievement",
        "We notice, mark and remember what our children and young people "
        "achieve, as any proud parent would.",
        "We will hold two celebrations a year, accredit the skills that young "
        "people gain with us, and keep memories safe for the child who will "
        "ask for them later.",
    ),
)
