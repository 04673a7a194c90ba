"""The names of members as every reader of zips understands them."""


def tidied(members: dict[str, bytes]) -> dict[str, bytes]:
    """The members without folders, with forward slashes, each once; the last of two is kept."""
    spelt: dict[str, str] = {}
    kept: dict[str, bytes] = {}
    for member, content in members.items():
        tidy = member.replace("\\", "/").lstrip("/")
        if not tidy or tidy.endswith("/"):
            continue
        same = spelt.setdefault(tidy.casefold(), tidy)
        kept[same] = content
    return kept
