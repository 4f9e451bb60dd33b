"""Any bytes as an office document, or as its text: blocks are refreshed once and for all, and other parts stay."""

from __future__ import annotations

from frame import speak, speak_error
from packages import PACKAGES, first_part, package, parts_of

from phare_cli.documents.blocks import Block
from phare_cli.documents.office.refresh_package import holds_blocks, refresh_package
from phare_cli.documents.office.text_comments import commented_text
from phare_cli.documents.prose.office_prose import read_office
from phare_cli.documents.prose.word_comments import WordComment, commented
from phare_cli.documents.scanners.marker import COMMANDS
from phare_cli.nouns.errors import PhareError, WrongOption
from phare_cli.nouns.message import Message

TABLE = (
    '[{"role": "title", "text": "T"}, {"role": "table", "headings": [["Item", false], ["Value", true]], '
    '"widths": [6, 5], "rows": [["Emploi", "57 %"]]}]'
)
KINDS = ("docx", "odt", "pptx")
SEEDS = (
    b"",
    *(bytes([place]) + first_part(kind) for place, kind in enumerate(KINDS)),
    *(bytes([len(KINDS) + place]) + package(kind, first_part(kind)) for place, kind in enumerate(KINDS)),
    b"\x00" + first_part("docx").replace(b"{{phare", b"a {{phare: value a}} b</w:t></w:r><w:r><w:t>{{phare"),
    b"\x02" + first_part("pptx").replace(b"{{phare", b"a {{phare: value a}} b</a:t></a:r><a:r><a:t>{{phare"),
)  # fmt: skip
TOKENS = (
    "{{phare: show a}}", "{{phare: value a}}", "{{", "}}", "phare: ", "<w:p>", "</w:p>", "<w:r>", "</w:r>", "<w:t>",
    "</w:t>", "<w:tbl>", "</w:tbl>", "<w:tr>", "</w:tr>", "<w:tc>", "</w:tc>", "<w:sdt>", "</w:sdt>", "<w:sdtContent>",
    "</w:sdtContent>", "<w:sdtPr><w:tag w:val=\"phare\"/></w:sdtPr>", "<w:del>", "</w:del>", "<w:ins>", "</w:ins>",
    "<w:tab/>", "<w:br/>", "<w:fldSimple>", "<text:p>", "</text:p>", "<text:h>", "</text:h>", "<text:span>",
    "</text:span>", "<text:s text:c=\"3\"/>", "<text:section text:name=\"phare\">", "</text:section>", "<table:table>",
    "</table:table>", "<table:table-row>", "</table:table-row>", "<table:table-cell>", "</table:table-cell>",
    "<a:p>", "</a:p>", "<a:r>", "</a:r>", "<a:t>", "</a:t>", "<a:br/>", "<p:sp>", "</p:sp>", "<p:graphicFrame>",
    "<!--", "-->", "<![CDATA[", "]]>", "&amp;", "&#x1;", "<!DOCTYPE x [", "xmlns:w=\"x\"", "xml:space=\"preserve\"",
)  # fmt: skip
# What a document keeps of its blocks is written beside its text, and declared.
KEPT = ("[Content_Types].xml", "customXml", "docProps", "meta.xml", "META-INF", ".rels", "styles.xml")


def answer(block: Block) -> str:
    """Answer a value with a figure, every other command with a table, and none that a document may not hold."""
    if not block.command or block.command[0] not in COMMANDS:
        raise WrongOption(Message("a document holds no such command", {}))
    return "45 %" if block.command[:1] == ("value",) else TABLE


def fuzz(data: bytes) -> None:
    """Refresh *data*, whose first byte says what it is, twice, and read it. Only a PhareError is no finding."""
    choice = data[0] % (2 * len(KINDS)) if data else 0
    kind = KINDS[choice % len(KINDS)]
    content = package(kind, data[1:]) if choice < len(KINDS) else data[1:]
    name = f"note.{kind}"
    holds_blocks(content, name)
    if kind != "pptx":
        read(content, name)
    try:
        once = refresh_package(content, name, answer, force=True)
    except PhareError as error:
        speak_error(error)
        return
    speak(problem.message for problem in once.warnings)
    again = refresh_package(once.content, name, answer)
    assert again.content == once.content, "a second refresh changes the document"
    before, after = parts_of(content), parts_of(once.content)
    if before is not None:
        assert after is not None, "the package is damaged"
        written = PACKAGES[kind][0]
        others = [part for part in before if part != written and not any(word in part for word in KEPT)]
        assert choice >= len(KINDS) or [before[part] for part in others] == [
            after.get(part) for part in others
        ]


COMMENTS = (WordComment(1, 1, 3, "x"), WordComment(2, 2, 50, "y"))


def read(content: bytes, name: str) -> None:
    """Read a document as verify does, and write a copy of it with a comment."""
    try:
        prose = read_office(content, name)
        for passage in prose.passages:
            assert len(passage.offsets) == len(passage.text)
            assert not passage.text or prose.place(passage, len(passage.text) - 1).line >= 1
        if name.endswith(".docx"):
            commented(content, COMMENTS, name)
        else:
            read_office(commented_text(content, COMMENTS, name), name)
    except PhareError as error:
        speak_error(error)
