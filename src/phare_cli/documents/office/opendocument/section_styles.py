"""The automatic styles of what is put in a section of LibreOffice; a person who restyles it gives it others."""

from __future__ import annotations

from collections.abc import Mapping

_RULE, _STRONG = "0.5pt solid #808080", "1pt solid #000000"
_SIZE = 'fo:font-size="9pt" style:font-size-asian="9pt" style:font-size-complex="9pt"'
_BOLD = 'fo:font-weight="bold" style:font-weight-asian="bold" style:font-weight-complex="bold"'
_LEAD = 'fo:margin-top="0.05cm" fo:margin-bottom="0.05cm"'


def _paragraph(name: str, form: str, letters: str) -> str:
    return (
        f'<style:style style:name="{name}" style:family="paragraph" style:parent-style-name="Standard">'
        f"<style:paragraph-properties {form}/><style:text-properties {letters}/></style:style>"
    )


def _cell(name: str, borders: str) -> str:
    return (
        f'<style:style style:name="{name}" style:family="table-cell"><style:table-cell-properties '
        f'fo:padding="0.08cm" fo:border-left="none" fo:border-right="none" {borders}/></style:style>'
    )


STYLES: Mapping[str, str] = {
    "phareTable": '<style:style style:name="phareTable" style:family="table"><style:table-properties '
    'style:rel-width="100%" table:align="margins" table:border-model="collapsing"/></style:style>',
    "phareRow": '<style:style style:name="phareRow" style:family="table-row"><style:table-row-properties '
    'fo:keep-together="always"/></style:style>',
    "phareHead": _cell("phareHead", f'fo:border-top="{_STRONG}" fo:border-bottom="{_STRONG}"'),
    "phareCell": _cell("phareCell", f'fo:border-top="{_RULE}" fo:border-bottom="{_RULE}"'),
    "phareLabel": _paragraph("phareLabel", f'{_LEAD} fo:keep-with-next="always"', f"{_SIZE} {_BOLD}"),
    "phareUnit": _paragraph(
        "phareUnit", f'{_LEAD} fo:text-align="end" fo:keep-with-next="always"', f"{_SIZE} {_BOLD}"
    ),
    "phareText": _paragraph("phareText", _LEAD, _SIZE),
    "phareBeside": _paragraph("phareBeside", f'{_LEAD} fo:margin-left="0.25cm"', _SIZE),
    "phareLabelBeside": _paragraph(
        "phareLabelBeside", f'{_LEAD} fo:margin-left="0.25cm" fo:keep-with-next="always"', f"{_SIZE} {_BOLD}"
    ),
    "phareFigure": _paragraph("phareFigure", f'{_LEAD} fo:text-align="end"', _SIZE),
    "phareTitle": _paragraph(
        "phareTitle", 'fo:margin-top="0.3cm" fo:margin-bottom="0.1cm" fo:keep-with-next="always"', _BOLD
    ),
    "phareNote": _paragraph(
        "phareNote", _LEAD, 'fo:font-size="8pt" style:font-size-asian="8pt" style:font-size-complex="8pt"'
    ),
}
COLUMN = "phareColumn"


def style_of(name: str) -> str:
    """Return the automatic style called *name*."""
    if name.startswith(COLUMN):
        return (
            f'<style:style style:name="{name}" style:family="table-column"><style:table-column-properties '
            f'style:rel-column-width="{name.removeprefix(COLUMN)}*"/></style:style>'
        )
    return STYLES[name]
