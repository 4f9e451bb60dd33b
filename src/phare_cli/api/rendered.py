"""Give answers as text, as files and as pictures, in the formats and the look of the command line."""

from __future__ import annotations

from phare_cli import rendering
from phare_cli.api.in_words import told_in
from phare_cli.language.catalogue import LANGUAGES
from phare_cli.language.typeset import Typesetter
from phare_cli.nouns import option_checks as check
from phare_cli.nouns.document import Document
from phare_cli.nouns.drawable import Drawable
from phare_cli.nouns.message import sentence
from phare_cli.nouns.remark import Verification
from phare_cli.nouns.table import Table
from phare_cli.rendering import claims
from phare_cli.rendering.look import HouseTemplate, Look
from phare_cli.rendering.pages.formats import ENDINGS, OFFICE, render_document

Answer = Table | Document | Verification
PAGE_TEXTS = tuple(format for format in ENDINGS if format not in OFFICE)
PICTURE_FORMATS = ("svg", "png", "pdf")
WIDTH = 680

_ANSWER = sentence("a table, a page or claims: show(), compare(), report(), verify() and others give one")
_PICTURE = sentence("a picture: plot() gives one")
_LOOK = sentence("a Look")
_TEMPLATE = sentence("a HouseTemplate")
_SWITCHES = tuple(name for name, default in Look._field_defaults.items() if isinstance(default, bool))


def render(answer: Answer, format: str, look: Look = Look()) -> str:  # noqa: B008 - a Look is frozen
    """Return *answer* in one of its formats of text, ending in one newline. Raises WrongOption for another.

    A table has more formats than a page: ``table``, ``markdown``, ``html`` and ``json`` are those of all; claims have
    ``sarif`` and ``github`` too.
    """
    check.instance("answer", answer, Answer, _ANSWER)
    check.instance("look", look, Look, _LOOK)
    with told_in(answer):
        if isinstance(answer, Verification):
            return claims.render_claims(
                answer, check.one_of("--format", format, claims.FORMATS), _checked(look)
            )
        if isinstance(answer, Table):
            return rendering.render(answer, format, _checked(look))
        text = render_document(answer, check.one_of("--format", format, PAGE_TEXTS), _checked(look))
        return text if isinstance(text, str) else text.decode("utf-8")


def render_bytes(answer: Answer, format: str, look: Look = Look()) -> bytes:  # noqa: B008 - a Look is frozen
    """Return what a file of *answer* holds: ``docx``, ``odt``, ``pptx`` or ``xlsx``, else UTF-8 text as by *render*.

    Of claims, ``docx`` or ``odt`` is a copy of their document with a comment at each. Raises WrongOption for another
    format, UnwritableOutput for what cannot be written.
    """
    check.instance("answer", answer, Answer, _ANSWER)
    check.instance("look", look, Look, _LOOK)
    if isinstance(answer, Verification) and format in ("docx", "odt"):
        from phare_cli.api.commented import commented_copy  # of use to who comments

        with told_in(answer):
            return commented_copy(answer, f".{format}", _checked(look).language)
    if isinstance(answer, Verification) or format not in rendering.OFFICE:
        return render(answer, format, look).encode("utf-8")
    with told_in(answer):
        if isinstance(answer, Table):
            return rendering.render_bytes(answer, format, _checked(look))
        page = render_document(answer, format, _checked(look))
    return page if isinstance(page, bytes) else page.encode("utf-8")


def draw(
    picture: Drawable,
    format: str = "svg",
    look: Look = Look(),  # noqa: B008 - a Look is frozen
    *,
    width: int | str = WIDTH,
    height: int | str | None = None,
    theme: str = "light",
) -> bytes:
    """Return what a file of *picture* holds: ``svg``, ``png`` or ``pdf``.

    *width* is in pixels, 320 to 2000, or in millimetres of paper, ``"160mm"``; so is *height*, for which all is drawn
    smaller where it must be. *theme* is ``light``, ``dark`` or a TOML file of colours, fonts and a logo. Of *look* the
    language and the decimals matter. Raises WrongOption for an option that cannot be used,
    UnreadableInput for a theme that cannot be
    read, UnwritableOutput where matplotlib is wanted and missing.
    """
    from phare_cli import drawing  # of use to who draws
    from phare_cli.drawing.themes.sizes import size_of
    from phare_cli.rendering.picture_theme import theme_of

    check.instance("picture", picture, Drawable, _PICTURE)
    check.instance("look", look, Look, _LOOK)
    checked = _checked(look)
    with told_in(picture):
        return drawing.draw(
            picture,
            check.one_of("format", format, PICTURE_FORMATS),
            Typesetter(checked.language, checked.decimals),
            size=size_of(_length("--width", width), None if height is None else _length("--height", height)),
            theme=theme_of(check.text("--theme", theme)),
        )


def _length(option: str, given: int | str) -> str:
    if isinstance(given, str):
        return check.text(option, given)
    return str(check.whole(option, given))


def _checked(look: Look) -> Look:
    if look.template is not None:
        check.instance("template", look.template, HouseTemplate, _TEMPLATE)
    switches = {name: check.switch(name, getattr(look, name)) for name in _SWITCHES}
    return look._replace(
        **switches,  # type: ignore[arg-type]  # each is of the field that it is named after
        language=check.one_of("--lang", look.language, LANGUAGES),
        decimals=None if look.decimals is None else check.whole("--decimals", look.decimals, low=0, high=6),
        dialect=check.one_of("--dialect", look.dialect, rendering.DIALECTS),
        width=None if look.width is None else check.whole("width", look.width, low=1),
        heading_level=check.whole("--heading-level", look.heading_level, low=1, high=5),
    )
