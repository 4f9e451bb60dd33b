"""Write HTML in the one form that every spelling of it has: for comparison, never for a document."""

from __future__ import annotations

import re
from html.parser import HTMLParser

# Between these, blanks do not show.
_INLINE = frozenset({"a", "abbr", "b", "code", "em", "i", "small", "span", "strong", "sub", "sup", "tspan"})
# These hold nothing, and end where they begin, with a slash or without.
_EMPTY = frozenset(
    {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "wbr"}
)


def web_form(text: str) -> str:
    """Return the tags of *text*, attributes sorted, and its words, without the blanks that no browser shows."""
    reader = _Reader()
    reader.feed(text)
    reader.close()
    return "".join(reader.parts)


def _value(name: str, value: str) -> str:
    """Return the value of an attribute in one form; formatters set the declarations of a style apart."""
    if name == "style":
        value = re.sub(r"\s*([:;,])\s*", r"\1", value).rstrip(";")
    return " ".join(value.split())


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = "".join(f' {name}="{_value(name, value or "")}"' for name, value in sorted(attrs))
        self._put(tag, f"<{tag}{attributes}>")

    def handle_endtag(self, tag: str) -> None:
        if tag not in _EMPTY:
            self._put(tag, f"</{tag}>")

    def handle_data(self, data: str) -> None:
        blank = " " if self.parts and not self.parts[-1].endswith((" ", "\\0")) and data[:1].isspace() else ""
        end = " " if data.strip() and data[-1:].isspace() else ""
        self.parts.append(blank + " ".join(data.split()) + end)

    def _put(self, tag: str, written: str) -> None:
        if tag not in _INLINE:
            if self.parts:
                self.parts[-1] = self.parts[-1].rstrip(" ")
            written += "\\0"
        self.parts.append(written)
