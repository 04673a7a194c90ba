"""The style as CSS custom properties, so that `page.css` names what it uses and never states it."""

from boardpack.renderers.html.fonts import FALLBACK
from boardpack.style import Style


def custom_properties(style: Style) -> str:
    """A `:root` rule with the typeface as `--family`, and every colour: `--red`, `--on-red` and so on."""
    values = {
        "family": f'"{style.typeface.family}","{FALLBACK}"',
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
        values |= {rating.value: pair.fill, f"on-{rating.value}": pair.text}
    return ":root{" + ";".join(f"--{name}:{value}" for name, value in values.items()) + "}\n"
