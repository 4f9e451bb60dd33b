"""Say what the base needed of a gap rests on, for ``--explain``. Decides nothing."""

from __future__ import annotations

from phare_cli.judging.pairs import regional
from phare_cli.judging.terms import Terms
from phare_cli.judging.verdicts import Judgement
from phare_cli.nouns.message import Figure, Fill, Message, sentence
from phare_cli.wording import foot


def base_needed(judgement: Judgement, terms: Terms) -> Message:
    """Return what the base needed rests on: the nation's base, the nation known exactly, or as many in both samples."""
    _, reference = regional(judgement.pair)
    values: dict[str, Fill] = {
        "needed": Figure(judgement.base_needed, "plan"),
        "power": foot.level(terms.power),
        "level": foot.level(terms.conf),
    }
    if judgement.pair.is_in_group:
        return sentence(
            "base needed: the smallest with which a new sample, this gap being the true one, establishes it with a "
            "probability of {power}, by this test alone at {level}, rounding included, the rest of the group as it is: "
            "{needed}",
            **values,
        )
    if judgement.pair.whole is None:
        return sentence(
            "base needed, in each of the two samples: the smallest with which new ones, this gap being the true one, "
            "establish it with a probability of {power}, by this test alone at {level}, rounding included: {needed}",
            **values,
        )
    if reference is None or not reference.precision_base:
        return sentence(
            "base needed: the smallest with which a new sample, this gap being the true one, establishes it with a "
            "probability of {power}, by this test alone at {level}, rounding included, the nation taken as exactly "
            "known: {needed}",
            **values,
        )
    return sentence(
        "base needed: the smallest with which a new sample, this gap being the true one, establishes it with a "
        "probability of {power}, by this test alone at {level}, rounding included, the rest of the nation as it is: "
        "{needed}",
        **values,
    )


NO_BASE = {
    "equal": sentence("base needed: none, there being no gap to establish"),
    "reference": sentence("base needed: none would do, that of the reference being too small"),
    "rounding": sentence(
        "base needed: none would do, the rounding of the published figures covering the gap"
    ),
}
