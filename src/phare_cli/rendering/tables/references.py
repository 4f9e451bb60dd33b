"""Put character references where a markup would take a letter for its own."""

import re


def with_references(text: str, marks: re.Pattern[str], line_break: str) -> str:
    """Return *text*, each of *marks* in it a reference and each line break *line_break*.

    *marks* has a group ``address``: an address that needs no reference stays a link, and any other is none, as a link
    would swallow its references.
    """

    def reference(found: re.Match[str]) -> str:
        mark = found[0]
        if found["address"]:
            before, rest = mark.split(":", 1)
            shown = marks.sub(reference, rest)
            return mark if shown == rest else f"{before}&#58;{shown}"
        return line_break if mark == "\n" else f"&#{ord(mark)};"

    return marks.sub(reference, text)
