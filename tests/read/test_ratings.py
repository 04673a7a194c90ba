import pytest
from hypothesis import given
from hypothesis import strategies as st

from boardpack.model.plan import Rating
from boardpack.read.grid import Cell
from boardpack.read.ratings import rating_of_fill, read_rating
from tests.read.books import cell


@pytest.mark.parametrize(
    ("text", "rating", "how"),
    [
        ("Green", "green", "plain"),
        ("Blue", "blue", "plain"),
        # other spellings of the four
        ("green", "green", "odd"),
        ("AMBER", "amber", "odd"),
        (" Red ", "red", "plain"),
        ("G", "green", "odd"),
        ("b", "blue", "odd"),
        # two at once: the worse one
        ("Amber/Red", "red", "odd"),
        ("A/G", "amber", "odd"),
        ("Green - some Amber", "amber", "odd"),
        ("Amber – see note", "amber", "odd"),
        # a rating that changed: the one that holds now
        ("Red to Amber", "amber", "odd"),
        ("Green -> Red", "red", "odd"),
        ("Red → Green", "green", "odd"),
        ("Green (was Red)", "green", "odd"),
        ("Amber, previously Green", "amber", "odd"),
        ("was Red, now Amber", "amber", "odd"),
        # the words of other trackers
        ("Complete", "blue", "odd"),
        ("Closed", "blue", "odd"),
        ("Done", "blue", "odd"),
        ("On track", "green", "odd"),
        ("ON-TRACK", "green", "odd"),
        ("At risk", "amber", "odd"),
        ("Off track", "red", "odd"),
        ("Delayed", "red", "odd"),
        ("On track to deliver", "green", "odd"),
        ("In progress (on schedule)", "green", "odd"),
        ("In progress – delayed", "red", "odd"),
        ("Overdue", "red", "odd"),
        ("At risk of missing the date", "amber", "odd"),
        ("Complete - awaiting evidence", "blue", "odd"),
        ("2 - On track", "green", "odd"),
        ("RAG: R", "red", "odd"),
        # done in part is not done, and of two statuses the worse one holds
        ("Complete 50%", None, "unknown"),
        ("Completed 3 of 5", None, "unknown"),
        ("Completion delayed", None, "unknown"),
        ("Closed - not achieved", None, "unknown"),
        ("Completed?", None, "unknown"),
        ("On Track / Delayed", "red", "odd"),
        ("Y", None, "unknown"),
        # misspelt
        ("Ambr", "amber", "odd"),
        ("Grren", "green", "odd"),
        ("Yellow", "amber", "odd"),
        # words that are none
        ("Housing", None, "unknown"),
        ("Greenwich", None, "unknown"),
        ("3", None, "unknown"),
        # words of other trackers that rate nothing
        ("In progress", None, "status"),
        ("Not Started", None, "status"),
        ("On-hold", None, "status"),
        ("Open", None, "status"),
        ("Partially implemented", None, "status"),
        ("1 - Not started", None, "status"),
        ("Not yet due", None, "status"),
        ("Implemented", "blue", "odd"),
        ("Behind schedule", "red", "odd"),
        # an error of Excel is told as that, and not as a word
        ("#REF!", None, "empty"),
    ],
)
def test_a_rating_is_read(text: str, rating: str | None, how: str) -> None:
    read = read_rating(cell(text))
    assert (read.rating, read.text, read.how) == (rating and Rating(rating), text.strip(), how)


@pytest.mark.parametrize(
    ("fill", "rating"),
    [
        # the fills of Excel's palette and of its themes
        ("FF0000", "red"),
        ("C00000", "red"),
        ("FFC000", "amber"),
        ("FFFF00", "amber"),
        ("ED7D31", "amber"),
        ("92D050", "green"),
        ("00B050", "green"),
        ("70AD47", "green"),
        ("0070C0", "blue"),
        ("00B0F0", "blue"),
        ("002060", "blue"),
        ("4472C4", "blue"),
        # pale and grey fills are decoration
        ("F2F2F2", None),
        ("000000", None),
        ("DDEBF7", None),
        ("7030A0", None),
    ],
)
def test_a_fill_alone_is_a_rating_by_its_hue(fill: str, rating: str | None) -> None:
    assert rating_of_fill(fill) == (rating and Rating(rating))
    read = read_rating(cell(None, fill=fill))
    assert (read.rating, read.text, read.how) == (
        rating and Rating(rating),
        None,
        "fill" if rating else "empty",
    )


def test_a_fill_that_the_whole_row_has_is_no_rating() -> None:
    assert read_rating(cell(None, fill="00B050"), beside="00B050").rating is None


def test_words_outweigh_the_fill() -> None:
    assert read_rating(cell("Red", fill="00B050")).rating is Rating.RED


def test_an_empty_cell_and_no_cell_have_no_rating() -> None:
    assert read_rating(None).how == read_rating(cell("  ")).how == "empty"


@given(
    st.lists(
        st.sampled_from(["Red", "amber", "G", "/", "->", "was", "now", "to", "Complete", " "])
        | st.text(max_size=4)
    ).map(" ".join)
)
def test_any_text_is_read_without_an_error_and_kept(text: str) -> None:
    read = read_rating(cell(text))
    assert read.text == (text.strip() or None)
    assert (read.rating is None) == (read.how in {"unknown", "empty"})


@given(st.integers(0, 0xFFFFFF).map("{:06X}".format))
def test_any_fill_is_looked_at_without_an_error(fill: str) -> None:
    read_rating(Cell(1, 1, None, fill=fill), beside=None)
