"""Names and wordings as they are compared. One place, so that no two parts differ in what is the same."""


def folded(text: str) -> str:
    """The text without what typing and copying change: its case, and how much space is where."""
    return " ".join(text.casefold().split())
