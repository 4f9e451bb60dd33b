"""Write HTML in the one form that every spelling of it has: for comparison, never for a document.

The library's parser looks at the rest of a text from each ``<`` of it, and takes hours for a megabyte of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape

# Between these, blanks do not show.
_INLINE = frozenset({"a", "abbr", "b", "code", "em", "i", "small", "span", "strong", "sub", "sup", "tspan"})
# These hold nothing, and end where they begin, with a slash or without.
_EMPTY = frozenset(
    {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "wbr"}
)
_TAG = re.compile(r"""<(/?)([a-zA-Z][^\s/>]*)((?>[^>=]|=\s*+(?:"[^"]*"|'[^']*'|(?!["'])))*+)>""")
_ATTRIBUTE = re.compile(r"""([^\s/=][^\s/=]*+)(?:\s*+=[\s=]*+("[^"]*"|'[^']*'|[^\s]*))?""")
_OPENING = re.compile(r"<[a-zA-Z/!?]")
# What stands in these is no HTML.
_RAW_END = {name: re.compile(rf"</{name}(?=[\s/>])", re.IGNORECASE) for name in ("script", "style")}


def web_form(text: str) -> str:
    """Return the tags of *text*, attributes sorted, and its words, without the blanks that no browser shows.

    From a tag or a comment on that has no end, the text is taken as it stands.
    """
    parts: list[str] = []
    for kind, piece, tag in _pieces(text):
        if kind == "tag":
            if tag not in _INLINE:
                if parts:
                    parts[-1] = parts[-1].rstrip(" ")
                piece += "\\0"
            parts.append(piece)
        else:
            blank = " " if parts and not parts[-1].endswith((" ", "\\0")) and piece[:1].isspace() else ""
            end = " " if piece.strip() and piece[-1:].isspace() else ""
            parts.append(blank + " ".join(piece.split()) + end)
    return "".join(parts)


def _pieces(text: str) -> Iterator[tuple[str, str, str]]:
    """Yield each tag in one form with its name, and each run of words; comments and declarations are none."""
    at = 0
    while opened := _OPENING.search(text, at):
        start = opened.start()
        if start > at:
            yield "words", unescape(text[at:start]), ""
        tag = _TAG.match(text, start)
        if tag:
            name, at = tag[2].lower(), tag.end()
            yield from _tag(name, tag[3], is_end=bool(tag[1]))
            if name in _RAW_END and not tag[1]:
                end = _RAW_END[name].search(text, at)
                raw_end = end.start() if end else len(text)
                yield "words", text[at:raw_end], ""
                at = raw_end
        else:
            closing = "-->" if text.startswith("<!--", start) else ">"
            end_at = -1 if text[start + 1].isalpha() else text.find(closing, start + 2)
            if end_at < 0:
                yield "words", text[start:], ""
                return
            at = end_at + len(closing)
    if at < len(text):
        yield "words", unescape(text[at:]), ""


def _tag(name: str, written: str, *, is_end: bool) -> Iterator[tuple[str, str, str]]:
    if is_end:
        if name not in _EMPTY:
            yield "tag", f"</{name}>", name
        return
    pairs = sorted((key.lower(), value) for key, value in _ATTRIBUTE.findall(written))
    attributes = "".join(f' {key}="{_value(key, unescape(_bare(value)))}"' for key, value in pairs)
    yield "tag", f"<{name}{attributes}>", name
    if written.endswith("/") and name not in _EMPTY:
        yield "tag", f"</{name}>", name


def _value(name: str, value: str) -> str:
    """Return the value of an attribute in one form; formatters set the declarations of a style apart."""
    if name == "style":
        value = re.sub(r"\s*([:;,])\s*", r"\1", value).rstrip(";")
    return " ".join(value.split())


def _bare(value: str) -> str:
    return value[1:-1] if value[:1] in ("'", '"') and value[-1:] == value[:1] and len(value) > 1 else value
