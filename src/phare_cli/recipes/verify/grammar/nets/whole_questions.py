"""Take a question of one answer as a whole, all answers but the denying one: "68 % visit, including 22 % weekly"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from phare_cli.recipes.verify.grammar.claims import Scene
from phare_cli.recipes.verify.grammar.topic import Topic
from phare_cli.recipes.verify.grammar.topics import TopicMention

Scales = Mapping[str, tuple[Topic, ...]]


def whole_of(scene: Scene, scales: Scales) -> Scene | None:
    """Return *scene* with the whole question that its one answer is of, where one of the answers denies."""
    indicators = {indicator for indicator, _ in scene.topics}
    scale = scales.get(next(iter(indicators), ""), ())
    is_one = len(scene.topics) == 1 and bool(scale)
    return scene._replace(topics=scale, is_sum=True, is_foreign=False) if is_one else None


def names_whole(scene: Scene, named: Sequence[TopicMention]) -> bool:
    """Tell whether what a clause names is a question and none of its answers, where *scene* was lent one."""
    is_of_answer = any(not each.is_indicator for each in named)
    return not is_of_answer and any(set(scene.topics) < set(each.topics) for each in named)
