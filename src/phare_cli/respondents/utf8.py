"""Settle how a file spells its letters: strict UTF-8, else Windows-1252 with one notice. Never by statistics."""

from __future__ import annotations

from typing import TYPE_CHECKING

from phare_cli.nouns.message import sentence

if TYPE_CHECKING:
    from phare_cli.respondents.found import Findings


class Utf8:
    """Turn records into UTF-8. The first letter beyond ASCII settles the encoding of the whole file."""

    def __init__(self, name: str, findings: Findings, *, known: bool) -> None:
        self._name = name
        self._findings = findings
        self._encoding = "utf-8" if known else ""

    def read(self, records: bytes, line: int) -> bytes:
        """Return *records*, which start at *line*, in UTF-8."""
        if records.isascii():
            return records
        if self._encoding != "windows-1252":
            try:
                records.decode("utf-8")
            except UnicodeDecodeError as error:
                if self._encoding or not records[: error.start].isascii():
                    return self._broken(records, error, line)
                self._fall_back()
            else:
                self._encoding = "utf-8"
                return records
        return records.decode("windows-1252", "replace").encode()

    def peek(self, records: bytes) -> bytes:
        """Return what :meth:`read` would, and settle nothing."""
        try:
            records.decode("utf-8")
        except UnicodeDecodeError:
            return records.decode("windows-1252", "replace").encode()
        return records

    def _fall_back(self) -> None:
        self._encoding = "windows-1252"
        self._findings.notice(
            sentence(
                "“{file}” is not UTF-8: it was read as Windows-1252. If letters look wrong, say --encoding.",
                file=self._name,
            )
        )

    def _broken(self, records: bytes, error: UnicodeDecodeError, line: int) -> bytes:
        self._encoding = "utf-8"
        self._findings.add(
            "not-utf-8",
            sentence(
                "this row is not UTF-8 although rows before it are. "
                "Save the file again in one encoding, or declare it with --encoding."
            ),
            self._name,
            line + records.count(b"\n", 0, error.start),
        )
        return records.decode("utf-8", "replace").encode()
