"""Actions: what each is, what is being done, who does it and how far it is."""

from markupsafe import Markup

from boardpack.document.blocks import ActionRow, ActionRows, Question
from boardpack.renderers.html.inlines import movement, pill
from boardpack.renderers.html.markup import element, hidden, joined, one_line
from boardpack.renderers.html.page import Page
from boardpack.words import DASH, join, plural, sentence


def actions(block: ActionRows, page: Page) -> Markup:
    """The actions as a list of articles; closed ones shortly."""
    kind = "actions brief" if block.brief else "actions"
    show = _brief if block.brief else _full
    # Without its role, Safari does not call a list without bullets a list.
    return element(
        "ul",
        *(element("li", show(row, page)) for row in block.rows),
        class_=kind,
        role="list",
        aria_label=one_line(block.caption),
    )


def _full(row: ActionRow, page: Page) -> Markup:
    state = element(
        "div",
        _name(row, page),
        element("p", row.due, class_="fact"),
        *(element("p", movement(part, page)) for part in row.moved),
        class_="state",
    )
    work = element(
        "div",
        element("p", row.activity, class_="activity"),
        _update(row.update_date, row.update) if row.update else "",
        _earlier(row),
        class_="work",
    )
    return _article(row, state, work, _who(row), *map(_question, row.questions))


def _brief(row: ActionRow, page: Page) -> Markup:
    work = element("div", element("p", row.activity, class_="activity"), class_="work")
    state = element("div", _name(row, page), element("p", row.due, class_="fact"), class_="state")
    return _article(row, state, work, _who(row))


def _article(row: ActionRow, *parts: Markup) -> Markup:
    name = one_line(f"Action {row.ref}")
    return element("article", *parts, aria_label=name, id=row.anchor)


def _name(row: ActionRow, page: Page) -> Markup:
    return element("p", element("strong", row.ref, class_="ref"), " ", pill(row.rating, page))


def _who(row: ActionRow) -> Markup:
    return element(
        "div",
        _fact("Lead", row.lead),
        _fact("Measure", row.measure) if row.measure is not None else "",
        _fact("Source", row.source, kind="fact source"),
        class_="who",
    )


def _fact(label: str, said: str, *, kind: str = "fact") -> Markup:
    return element("p", element("span", label, class_="label"), " ", said or DASH, class_=kind)


def _update(date: str | None, said: str) -> Markup:
    day = joined(element("span", date, class_="day"), " ") if date is not None else ""
    return element("p", day, said, class_="update")


def _earlier(row: ActionRow) -> Markup:
    """Older updates and the row's other cells, folded away until someone asks for them."""
    told = [plural(len(row.earlier), "earlier update")] * bool(row.earlier)
    told += ["evidence and figures"] * bool(row.details)
    if not told:
        return Markup()
    summary = element("summary", sentence(join(told)), hidden(f" of action {row.ref}"))
    return element(
        "details", summary, *(_update(label, said) for label, said in (*row.earlier, *row.details))
    )


def _question(question: Question) -> Markup:
    answer = (element("br"), question.answer) if question.answer else ()
    asked = element("strong", "Question:")
    return element("p", asked, " ", question.text, *answer, class_="question")
