"""The style as CSS custom properties, so that `page.css` names colours and never states them."""

from boardpack.style import Style


def custom_properties(style: Style) -> str:
    """A `:root` rule with every colour of the style: `--structure`, `--red`, `--on-red` and so on."""
    colours = {
        "structure": style.structure,
        "text": style.text,
        "quiet": style.quiet,
        "hairline": style.hairline,
        "tint": style.tint,
        "question": style.question,
        "unrated": style.unrated.fill,
        "on-unrated": style.unrated.text,
    }
    for rating, pair in style.ratings.items():
        colours |= {rating.value: pair.fill, f"on-{rating.value}": pair.text}
    return ":root{" + ";".join(f"--{name}:{value}" for name, value in colours.items()) + "}\n"
