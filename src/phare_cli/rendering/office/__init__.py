"""A Table or a Document as a file of an office suite: Word, LibreOffice, PowerPoint, Excel."""

from __future__ import annotations

from typing import TYPE_CHECKING

from phare_cli.nouns.document import Document
from phare_cli.nouns.table import Table
from phare_cli.rendering.look import Look

if TYPE_CHECKING:
    from phare_cli.rendering.office.story import Story


def render_office_table(table: Table, format: str, look: Look) -> bytes:
    """Return *table* as the bytes of an office file, the same bytes for the same table."""
    if format == "xlsx":
        if look.raw or table.command == "tabulate":  # what phare reads again
            from phare_cli.rendering.tables.workbook import render_workbook

            return render_workbook(table, look)
        from phare_cli.rendering.office.sheets.people_book import book_of_table

        return book_of_table(table, _spoken(look))
    if format == "pptx":
        from phare_cli.rendering.office.slides.deck import deck_of_table

        return deck_of_table(table, look)
    from phare_cli.rendering.office.story import story_of_table

    return _told(story_of_table(table, look), format, look)


def render_office_document(document: Document, format: str, look: Look) -> bytes:
    """Return *document* as the bytes of an office file, the same bytes for the same document."""
    if format == "xlsx":
        from phare_cli.rendering.office.sheets.people_book import book_of_document

        return book_of_document(document, _spoken(look))
    if format == "pptx":
        from phare_cli.rendering.office.slides.deck import deck_of_document

        return deck_of_document(document, look)
    from phare_cli.rendering.office.story import story_of_document

    return _told(story_of_document(document, look), format, look)


def _spoken(look: Look) -> Look:
    """Return *look* in French where a French Excel is to open the file."""
    return look._replace(language="fr") if look.dialect == "excel-fr" else look


def _told(story: Story, format: str, look: Look) -> bytes:
    template = look.template
    if format == "odt":
        if template is None:
            from phare_cli.rendering.office.opendocument.text_document import text_document

            return text_document(story)
        from phare_cli.rendering.office.opendocument.text_template import text_in_template

        return text_in_template(story, template)
    if template is None:
        from phare_cli.rendering.office.word.word_document import word_document

        return word_document(story)
    from phare_cli.rendering.office.word.word_template import word_in_template

    return word_in_template(story, template)
