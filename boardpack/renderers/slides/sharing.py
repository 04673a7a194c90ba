"""Rows of a table shared out over slides, by their heights."""

from collections.abc import Sequence


def share_out(
    heights: Sequence[float], room: float, most: int, leads: Sequence[bool]
) -> list[list[int]]:
    """The numbers of the rows of each slide: as many as fit, one that leads another never the last."""
    pages: list[list[int]] = [[]]
    for number, tall in enumerate(heights):
        page = pages[-1]
        used = sum(heights[one] for one in page)
        if page and (len(page) >= most or used + tall > room):
            carried: list[int] = []
            while len(page) > 1 and leads[page[-1]]:
                carried.insert(0, page.pop())
            pages.append(carried)
        pages[-1].append(number)
    return pages


def shared_evenly(
    heights: Sequence[float], room: float, most: int, leads: Sequence[bool]
) -> list[list[int]]:
    """As few slides as can be, and the rows evenly on them: 4 and 4 rather than 7 and 1."""
    pages = share_out(heights, room, most, leads)
    even = share_out(heights, room, -(-len(heights) // len(pages)), leads)
    return even if len(even) == len(pages) else pages
