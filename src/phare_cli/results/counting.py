"""Count in a large file what bears each name, when its structure and its names alone tell it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import BinaryIO

from phare_cli.files.encoding import NotPlain, NotText, encoding_of
from phare_cli.files.findings import Findings
from phare_cli.files.source import OpenedFile, opened
from phare_cli.nouns.large.name_counts import NameCounts
from phare_cli.nouns.message import sentence
from phare_cli.results import Rules, names
from phare_cli.results.names import own_words_of
from phare_cli.results.own_questions import has_namesakes
from phare_cli.results.region_codes import CodesOfDepartements, RegionTexts
from phare_cli.results.table_reader import tell_unused
from phare_cli.results.text import TextSource, tell_above


def read_counts(file: str | Path | BinaryIO, *, rules: Rules, fields: Sequence[str]) -> NameCounts | None:
    """Return how many figures of *file* hold each combination of the texts of *fields*.

    None when it takes all that the file says: it is small, or more than plain rows, a row may be no figure, a question
    may be one's own for its answers, a scale may have nets. Every row is checked for its structure and its names, none
    for its numbers. Raises UnreadableInput for what is no table.
    """
    try:
        with opened(file) as source:
            return _counts(source, rules, fields)
    except (NotPlain, NotText, UnicodeError, CodesOfDepartements):
        return None
    finally:
        if not isinstance(file, str | Path):
            file.seek(0)


def _counts(source: OpenedFile, rules: Rules, fields: Sequence[str]) -> NameCounts | None:
    if source.kind != "text" or rules.missing:
        return None
    text = TextSource(source, encoding_of(source, rules.encoding).first_guess)
    if not text.is_for_columns(rules):
        return None
    head, dialect, _ = text.head(rules)
    header = dialect.fit.header if dialect.fit is not None else None
    if header is None or not header.is_whole or len(header.names) < 2:
        return None
    if "scale" in {*header.places, *header.constants}:
        return None
    from phare_cli.results.fast.plain import require_numpy

    require_numpy()
    from phare_cli.results.columns.name_columns import NameColumns

    findings = Findings()
    tell_above(head[dialect.is_stated : header.line - 1], source.name, findings)
    readers = names.readers(header.name("region"), departements=rules.departements, spelled=findings.spelled)
    columns = NameColumns(text.cell_blocks(head, header, dialect.delimiter), header, readers, fields)
    combinations = columns.combinations()
    if not combinations or has_namesakes(findings.spelled):
        return None
    tell_unused(header, source.name, findings)
    region_texts = RegionTexts(readers["region"])
    for each in columns.texts("region"):
        region_texts(each)
    region_texts.settle(rules, header.name("region"), source.name, header.line, findings)
    readings = [sentence("{file}: {said}", file=each.file, said=each.message) for each in findings.readings]
    notices = (*findings.notices, *readings)
    return NameCounts(fields, combinations, notices, own_words_of(findings.spelled))
