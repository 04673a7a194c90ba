"""What a template may say beside names: shapes, lines of the notes, filters. Tests hold each to it."""

from collections.abc import Mapping

SHAPES: Mapping[str, str] = {
    "chart: NAME": "the shape gives way to the chart, as one that PowerPoint can edit",
    "table: NAME": "the shape gives way to the table; a table keeps its look",
    "picture: FILE": "the shape gives way to the picture in this file, beside the template or in pictures/ there; `logo` is your own",
}
NOTES: Mapping[str, str] = {
    "for: objective in focus": "the slide is shown for each item of the list, once each",
    "if: decisions": "the slide is shown only where there are any, or where it is true",
    "if: objective.late > 0": "a slide for each item may leave some out",
}
FILTERS: Mapping[str, str] = {
    '{{ moved|join("; ") }}': "a list in one line",
    "{{ objectives|length }}": "how many there are",
    "{{ summary|first }}": "the first of a list",
    '{{ board.previous|default("the first board", true) }}': "words where there is nothing",
    "{{ board.marking|upper }}": "in capitals",
    "{{ ask|truncate(60) }}": "cut short, at a word",
    '{{ objectives|selectattr("late")|map(attribute="key")|join(", ") }}': "some of the items",
}
