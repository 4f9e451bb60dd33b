"""What is said of a reference of another survey or wave: which it is, or how to ask for one. Decides nothing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from shlex import quote

from phare_cli.judging.pairs import By, Pair
from phare_cli.judging.rounds import Round, other_rounds
from phare_cli.judging.verdicts import Judgement
from phare_cli.nouns.message import TYPED, Fill, Listing, Message, Name, sentence
from phare_cli.nouns.survey import Survey

_NAMED = 3  # rounds that a sentence names: the newest


def in_round(region: Fill, round: Round) -> Message:
    """Return a region with the survey and the wave that its figures are taken from, where these are others."""
    if round.is_own:
        return Message("{region}", {"region": region})
    return sentence("{region} ({round})", region=region, round=_named(round))


def other_round_lines(survey: Survey, judgements: Sequence[Judgement], to: str) -> Iterator[Message]:
    """Yield what the references of another round suppose; and for figures without any, which the data hold."""
    others = [judgement.pair for judgement in judgements if judgement.pair.is_of_other_round]
    if others:
        yield sentence(
            "The reference is of another survey or wave, and taken as a sample apart. How they asked, whom, and when "
            "may differ too, and not what people think alone."
        )
        yield from _reworded(others)
    lonely = [
        judgement.pair.estimate
        for judgement in judgements
        if judgement.reason == "no_reference" and judgement.pair.by is By.REGION
    ]
    rounds = other_rounds(survey, lonely, to) if lonely else []
    if rounds:
        shown = rounds[-_NAMED:]
        yield sentence(
            "{region} has such figures in another survey or wave: {rounds}.",
            region=Name("region", to),
            rounds=Listing(tuple(_named(found) for found, _ in shown), last=";"),
        )
        asked = tuple(
            sentence("{round} ({options})", round=_named(found), options=_options(asked))
            for found, asked in shown
        )
        yield sentence(
            "To set them beside one another: {rounds}.", rounds=Listing(asked, last=";")
        ).of_column(TYPED)


def _reworded(others: Sequence[Pair]) -> Iterator[Message]:
    from phare_cli.judging.equivalents import wordings_of  # few compare with another round

    apart = [each for pair in others for each in wordings_of(pair.estimate, pair.reference)]
    yield from (_worded(*wordings) for wordings in dict.fromkeys(apart))


def _worded(kind: str, ours: str, theirs: str) -> Message:
    """Return that two wordings are taken for one thing, and on whose word."""
    return sentence(
        "“{ours}” is set beside “{theirs}”: the wordings differ, and a codebook calls them equivalent. Whether people "
        "understood them alike, the figures do not tell.",
        ours=Name(kind, ours) if ours else sentence("the whole group"),
        theirs=Name(kind, theirs) if theirs else sentence("the whole group"),
    )


def _named(round: Round) -> Message:
    return Message("{name}", {"name": ", ".join(filter(None, round)) or "–"})


def _options(round: Round) -> str:
    """Return what to type for a round."""
    words = [] if round.survey is None else [f"--to-survey {quote(round.survey)}"]
    return " ".join([*words, *([f"--to-wave {quote(round.wave)}"] if round.wave else [])])
