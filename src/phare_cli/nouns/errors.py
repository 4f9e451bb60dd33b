"""The one family of errors that a reader may meet; each knows its sentence and its exit status."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from phare_cli.nouns.message import Fill, Listing, Message, PlaceWord, counted, sentence
from phare_cli.nouns.problem import Problem


class PhareError(Exception):
    """Something the person who ran phare can mend. ``str()`` of it is its English sentence."""

    status: ClassVar[int] = 70

    def __init__(self, message: Message) -> None:
        super().__init__(message)
        self.message = message

    def __str__(self) -> str:
        return str(self.message)


class CheckFailed(PhareError):
    """A check found something: the answer is printed already, the status tells scripts."""

    status = 1


class WrongOption(PhareError):
    """An option, a name or a combination of them that cannot be used."""

    status = 2


class UnknownName(WrongOption):
    """A name that is not in the data, with the nearest ones that are.

    *kind* is region, stakeholder, indicator, item, wave, survey or segment; *near* are ids, *typed* what to type for
    each, *place* what the regions that are there are.
    """

    SENTENCES: ClassVar[dict[str, Message]] = {
        "region": sentence("{no_place} is called “{name}” in these data."),
        "stakeholder": sentence("no stakeholder group is called “{name}” in these data."),
        "segment": sentence("no segment is called “{name}” in these data."),
        "indicator": sentence("no indicator is called “{name}” in these data."),
        "item": sentence("no item is called “{name}” in these data."),
        "wave": sentence("no wave is called “{name}” in these data."),
        "survey": sentence("no survey is called “{name}” in these data."),
    }

    def __init__(
        self, kind: str, name: str, near: Sequence[str] = (), place: str = "", *, typed: Sequence[Fill] = ()
    ) -> None:
        self.kind, self.name, self.near, self.place = kind, name, tuple(near), place
        found = Message(
            self.SENTENCES[kind].text, {"name": name, "no_place": PlaceWord((), "no", place=place)}
        )
        look = "phare list " + {"survey": "waves", "segment": "stakeholders"}.get(kind, f"{kind}s")
        parts: dict[str, Fill] = {"found": found, "look": look}
        if near:
            parts["near"] = Listing(tuple(typed or near), last="or")
            message = sentence("{found} Did you mean {near}? ({look})", **parts)
        else:
            message = sentence("{found} To see what there is: {look}", **parts)
        super().__init__(message)


class InvalidData(PhareError):
    """Files that break the data contract; *problems* holds the first of them, *total* counts all.

    *look* is what to type to see more of it, None where nobody knows yet.
    """

    status = 3

    def __init__(
        self, problems: Sequence[Problem], total: int | None = None, look: str | None = None
    ) -> None:
        self.problems = tuple(problems)
        self.total = len(self.problems) if total is None else total
        self.look = look
        super().__init__(self.problems[0].message)

    @property
    def closing(self) -> Message:
        """The line under the list of problems: how many there are, and what came of it."""
        if not self.look:
            return counted(
                "{count} problem: nothing was shown.", "{count} problems: nothing was shown.", self.total
            )
        return counted(
            "{count} problem: nothing was shown. ({look})",
            "{count} problems: nothing was shown. ({look})",
            self.total,
            look=self.look,
        )


class WrongChoices(InvalidData):
    """A file of choices, a project's or a theme, in which some cannot be used: what an option is to a command line."""

    status = 2


class UnreadableInput(PhareError):
    """A file that is missing, not readable, or not of a kind that phare reads."""

    status = 4


class SystemRefusal(UnreadableInput):
    """A file that the system does not let phare read, which says nothing of what it holds."""


class UnwritableOutput(PhareError):
    """An answer that could not be written where it was asked for."""

    status = 5


class UnknownTopic(WrongOption):
    """A command or a topic of help that does not exist, with the nearest that do; a *guide* may tell of it."""

    def __init__(
        self, name: str, topics: Sequence[str], look: str = "phare --help", guide: Message | None = None
    ) -> None:
        from difflib import get_close_matches  # only a reader who mistyped waits for it

        from phare_cli.nouns.meant.meant_words import commands_doing, meant_word, topics_on

        known = tuple(dict.fromkeys(topics))
        meant = meant_word(name, known)
        told = (meant,) if meant else topics_on(name, known) or commands_doing(name, known)
        near = told or tuple(get_close_matches(name, known, n=3))
        found = sentence("there is no command or topic “{name}”.", name=name)
        look = f"phare help {near[0]}" if near and look.startswith("phare help ") else look
        if guide is not None and told:
            message = sentence(
                "{found} Did you mean {near}? The guide “{guide}” tells of it. ({look})",
                found=found,
                near=Listing(near, last="or"),
                guide=guide,
                look=look,
            )
        elif guide is not None:
            message = sentence("{found} The guide “{guide}” tells of it.", found=found, guide=guide)
        elif near:
            message = sentence(
                "{found} Did you mean {near}? ({look})",
                found=found,
                near=Listing(near, last="or"),
                look=look,
            )
        else:
            message = sentence("{found} To see what there is: {look}", found=found, look=look)
        super().__init__(message)
