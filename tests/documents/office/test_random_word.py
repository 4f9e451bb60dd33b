"""Whatever surrounds a block in Word, it is found, refreshed, and nothing beside it moves."""

from __future__ import annotations

import io
import re
from collections.abc import Callable
from random import Random
from zipfile import ZipFile

from phare_cli.documents.blocks import Block
from phare_cli.documents.office.refresh_package import refresh_package

Word = Callable[..., bytes]
_CONTROL = re.compile(r'<w:sdt><w:sdtPr><w:alias w:val="phare.*?</w:sdt>', re.DOTALL)
_RUN = re.compile(r"</?w:(?:r|t|rPr|b|lang|proofErr)(?: [^>]*)?/?>")
_LETTERS = ["a", "é", " ", "&amp;", "&lt;", "{", "}", "{{", "&#x2019;", "𝄞", "<w:noBreakHyphen/>", ")"]
_BESIDE = [
    '<w:proofErr w:type="spellStart"/>',
    '<w:bookmarkStart w:id="7" w:name="b>c"/>',
    '<w:bookmarkEnd w:id="7"/>',
    "<!-- w:t -->",
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>',
    '<w:del w:id="4"><w:r><w:delText>{{phare: x}}</w:delText></w:r></w:del>',
    '<w:r><w:drawing><a:x xmlns:a="urn:a" b="\'"/></w:drawing></w:r>',
    '<w:sdt><w:sdtPr><w:tag w:val="other"/></w:sdtPr><w:sdtContent><w:r><w:t>x</w:t></w:r></w:sdtContent></w:sdt>',
]


def answer(block: Block) -> str:
    if block.command[0] == "value":
        return "45 % & < " + block.command[1]
    return (
        '[{"role": "caption", "text": "Titre <1>"}, {"role": "table", "headings": [["a", false], ["b", true]], '
        '"widths": [5, 5], "rows": [["x & y", "4 %"], ["z", "5 %"]]}, {"role": "note", "text": "Fin."}]'
    )


def other(block: Block) -> str:
    return answer(block).replace("45 %", "46 %").replace('["z", "5 %"]', '["z", "6 %"], ["é", "7 %"]')


def _run(random: Random, text: str) -> str:
    return f"<w:r>{random.choice(['', '<w:rPr><w:b/></w:rPr>'])}<w:t xml:space='preserve'>{text}</w:t></w:r>"


def _words(random: Random) -> str:
    text = "".join(random.choice(_LETTERS[:5] + _LETTERS[-4:-2]) for _ in range(random.randrange(6)))
    return _run(random, text) if random.random() < 0.7 else random.choice(_BESIDE)


def _typed(random: Random, command: str) -> str:
    """A command in runs that are cut anywhere."""
    text = f"{{{{phare: {command}}}}}"
    cuts = sorted(random.sample(range(1, len(text)), random.randrange(4)))
    pieces = [text[low:high] for low, high in zip([0, *cuts], [*cuts, len(text)], strict=True)]
    return random.choice(["", '<w:proofErr w:type="spellEnd"/>']).join(
        _run(random, piece) for piece in pieces
    )


def _paragraph(random: Random) -> str:
    kind = random.random()
    if kind < 0.15:
        return f"<w:p>{_typed(random, 'show a')}</w:p>"
    words = [_words(random) for _ in range(random.randrange(5))]
    if kind < 0.6:
        words.insert(random.randrange(len(words) + 1), _typed(random, f"value {random.choice('abc')}"))
    return f"<w:p>{''.join(words)}</w:p>"


def _story(random: Random) -> str:
    paragraphs = [_paragraph(random) for _ in range(random.randrange(1, 7))]
    if random.random() < 0.3:
        cell = f"<w:tc>{_paragraph(random)}</w:tc>"
        paragraphs.insert(0, f"<w:tbl><w:tblPr/><w:tblGrid/><w:tr>{cell}{cell}</w:tr></w:tbl>")
    return "".join(paragraphs)


def _xml(document: bytes) -> str:
    with ZipFile(io.BytesIO(document)) as archive:
        return archive.read("word/document.xml").decode()


def _outside(xml: str) -> str:
    """What a document holds beside blocks and the marks of runs, which a block cuts in two."""
    return _RUN.sub(
        "",
        re.sub(
            r"\{\{phare: .*?\}\}",
            "",
            _RUN.sub(
                "",
                re.sub(
                    r"<w:p>(?:(?!</w:p>).)*\{\{phare: show a\}\}</w:p>",
                    "",
                    _RUN.sub("", _CONTROL.sub("", xml)),
                ),
            ),
        ),
    )


def test_nothing_beside_blocks_changes_in_a_thousand_documents(word: Word) -> None:
    random = Random(17)
    for _ in range(1000):
        before = word(_story(random))
        first = refresh_package(before, "a.docx", answer)
        second = refresh_package(first.content, "a.docx", other)
        again = refresh_package(second.content, "a.docx", other)

        assert _outside(_xml(first.content)) == _outside(_xml(before))
        assert _CONTROL.sub("", _xml(second.content)) == _CONTROL.sub("", _xml(first.content))
        assert again.content == second.content
        assert len(first.stale) == first.blocks == len(second.stale)
