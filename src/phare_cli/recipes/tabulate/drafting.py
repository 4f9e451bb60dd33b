"""What ``phare tabulate --draft`` answers: a first spec for a file, in the reader's language."""

from contextlib import closing
from typing import NamedTuple

from phare_cli.files.file_options import FileOptions
from phare_cli.files.findings import Findings
from phare_cli.files.typed_cells import SPOILED_LETTERS
from phare_cli.language.typeset import Typesetter
from phare_cli.nouns.message import Message, sentence
from phare_cli.respondents.draft.first_spec import draft
from phare_cli.respondents.open_file import sources
from phare_cli.results.headers.header import header_of
from phare_cli.results.headers.one_row_a_figure import shown_as_results


class DraftedSpec(NamedTuple):
    """A first spec, the notices that reading the file gave, and whether it asks a question.

    *as_results* says how to see the figures of a file that has one a row already, and no respondents.
    """

    text: str
    notices: tuple[Message, ...]
    asks: bool
    as_results: Message | None


def draft_spec(
    path: str,
    typesetter: Typesetter,
    *,
    encoding: str | None = None,
    delimiter: str | None = None,
    sheet: str | None = None,
    has_header: bool = True,
) -> DraftedSpec:
    """Return a first spec for *path*."""
    findings = Findings(quotes_cells=False)
    options = FileOptions(encoding=encoding, delimiter=delimiter, sheet=sheet, has_header=has_header)
    with closing(sources([path], options, findings)) as files:
        drafts, results = [], None
        for source in files:
            drafts.append(draft(source, typesetter.say))
            if drafts[-1].told is not None:
                findings.notice(drafts[-1].told)
            results = shown_as_results(header_of(1, source.header.names, {}), source.name)
            if results is not None:
                findings.notice(sentence("{file}: {said}", file=source.name, said=results))
    # A person corrects a draft; what was spoiled is told where it is counted.
    if any(problem.code != SPOILED_LETTERS for problem in findings.problems):
        findings.raise_any()
    text = "".join(drafted.text for drafted in drafts)
    return DraftedSpec(text, tuple(findings.notices), any(drafted.questions for drafted in drafts), results)
