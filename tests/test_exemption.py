"""Why an item is withheld, in words that name the paragraph of the law."""

import pytest

from boardpack.exemption import paragraphs_of, withheld_because


@pytest.mark.parametrize(
    ("exempt", "paragraphs"),
    [
        ("paragraph 3 of Part 1 of Schedule 12A", (3,)),
        ("Schedule 12A, para. 7", (7,)),
        ("Paragraphs 1 and 2 of Schedule 12A", (1, 2)),
        ("paragraph 8 of Schedule 12A", ()),
        ("commercial in confidence", ()),
    ],
)
def test_the_paragraph_is_read_where_one_is_named(exempt: str, paragraphs: tuple[int, ...]) -> None:
    assert paragraphs_of(exempt) == paragraphs


def test_the_reason_names_the_act_once_and_the_subject_of_the_paragraph() -> None:
    said = withheld_because("paragraph 3 of Part 1 of Schedule 12A.")
    assert said == (
        "This item and its papers are exempt from publication under paragraph 3 of Part 1 of "
        "Schedule 12A to the Local Government Act 1972: information relating to the financial or "
        "business affairs of any particular person, including the authority that holds it. They are "
        "not in this pack."
    )
    full = withheld_because("paragraph 5 of Schedule 12A to the Local Government Act 1972")
    assert full.count("Local Government Act 1972") == 1


def test_a_reason_without_a_paragraph_is_given_as_it_stands() -> None:
    assert withheld_because("by order of the court") == (
        "This item and its papers are exempt from publication (by order of the court). "
        "They are not in this pack."
    )


def test_the_subjects_of_several_paragraphs_are_told_and_the_schedule_is_named() -> None:
    assert withheld_because("paragraphs 2 and 7") == (
        "This item and its papers are exempt from publication under paragraphs 2 and 7 of Schedule "
        "12A to the Local Government Act 1972: information that is likely to reveal the identity of "
        "an individual; information relating to action taken to prevent, investigate or prosecute "
        "crime. They are not in this pack."
    )
