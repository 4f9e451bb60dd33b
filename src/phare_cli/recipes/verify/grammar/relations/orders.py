"""The constructions of orders: "arrive en tête", "the leading fragility", "le plus cité", "second only to"."""

from __future__ import annotations

from collections.abc import Iterator

from phare_cli.documents.prose.cardinals import cardinal_at
from phare_cli.documents.prose.lexicon import Cue
from phare_cli.recipes.verify.grammar.relations.relation import Relation
from phare_cli.recipes.verify.grammar.relations.set_beside import References
from phare_cli.recipes.verify.grammar.sentence import Sentence

_OF = frozenset(("de", "of"))
_OF_THE = frozenset(("des", "du"))
_OWNERS = frozenset("leurs ses nos vos leur leurs their its his her our your the".split())  # noqa: SIM905
_TO_OF = 1  # words of "top of" that its list is behind
_TO_NOUN = 2  # words from "une des" to "les plus citées"
_MANY = 11  # from here on, no text tells of so many first ranks
_TO_AMONG = 8  # words between a rank and what it is among
_OWNED = frozenset(("'", "’", "'s"))  # behind whose it is
_ALL = frozenset(("all", "the", "their", "its", "these", "those"))
_ANSWERS = frozenset("scores marks ratings shares figures answers items".split())  # noqa: SIM905
_BETWEEN = frozenset(
    "que qu' seulement only just encore toujours still le la les the loin bon bonne bons bonnes".split()  # noqa: SIM905
)
_DETERMINERS = frozenset(
    ("la", "le", "les", "leur", "l'", "leurs", "sa", "son", "ses", "the", "their", "its")
)


class Orders:
    """Finds the orders of one sentence."""

    def __init__(self, sentence: Sentence) -> None:
        self._sentence, self._tokens, self._words = sentence, sentence.tokens, sentence.words
        self._references = References(sentence)

    def ranks(self) -> Iterator[Relation]:
        """Yield "arrive en tête", "au deuxième rang", "top the list", "ferme la marche"."""
        for cue in self._words["order"].find(self._tokens):
            after = cue.end
            if self._sentence.word(after) == "sur":
                continue  # "l'emporte sur" is a comparison
            end = after
            for at in range(after, min(after + 4, len(self._tokens))):
                if self._sentence.word(at) in ("regions", "groupes", "groups"):
                    end = at + 1
            verb = self._words["rank verb"].before(self._tokens, cue.start)
            start = verb.start if verb is not None else cue.start  # "arrivent en tête"
            counted = self._of_counted(after) or self._of_counted(after - _TO_OF)
            among = counted.sense if counted is not None else ""
            end = counted.end if counted is not None else end
            yield Relation(start, end, after, "order", rank=int(cue.sense), among=among)

    def peaks(self) -> Iterator[Relation]:
        """Yield "the highest share of any region", "le record national": first or last of all places or groups."""
        for cue in self._words["record"].find(self._tokens):
            yield Relation(cue.start, cue.end, cue.end, "order", rank=1)
        for cue in self._words["peak"].find(self._tokens):
            _, end = self._sentence.clause(cue.start)
            for name in ("among regions", "among groups"):
                among = self._words[name].first(self._tokens, cue.end, min(cue.end + 5, end))
                if among is not None:
                    yield Relation(cue.start, among.end, cue.end, "order", rank=int(cue.sense))
            if self._is_of_all(cue.end):
                yield Relation(cue.start, cue.end + 2, cue.end, "order", rank=int(cue.sense))
            scores = self._of_scores(cue.end)
            if scores is not None:
                yield Relation(cue.start, scores, cue.end, "order", rank=int(cue.sense), among="item")
            counted = next(
                filter(None, map(self._of_counted, range(cue.end, min(cue.end + _TO_AMONG, end)))), None
            )
            if counted is not None:
                rank = int(cue.sense)
                yield Relation(cue.start, counted.end, cue.end, "order", rank=rank, among=counted.sense)

    def _is_of_all(self, place: int) -> bool:
        """Tell whether "of all" stands at *place*, and no noun behind it."""
        words = [self._sentence.word(place), self._sentence.word(place + 1)]
        return words == ["of", "all"] and (
            place + 2 >= len(self._tokens) or self._tokens[place + 2].kind == "mark"
        )

    def _of_scores(self, place: int) -> int | None:
        """Return where "of the scores", "of all the answers" ends, which says that a rank is one of answers."""
        at = place + 1
        while self._sentence.word(at) in _ALL:
            at += 1
        is_of = self._sentence.word(place) == "of" and at > place + 1
        return at + 1 if is_of and self._sentence.word(at) in _ANSWERS else None

    def _of_counted(self, place: int) -> Cue | None:
        """Return "of the three areas", which says of what a rank is the first or last."""
        if [self._sentence.word(place), self._sentence.word(place + 1)] != ["of", "the"]:
            return None
        count = cardinal_at(self._tokens, place + 2, self._words)
        noun = count.end if count is not None else place + 3
        is_counted = count is not None or self._sentence.word(place + 2).isdigit()
        return (
            self._words["area noun"].at(self._tokens, noun)
            if is_counted and noun < len(self._tokens)
            else None
        )

    def places(self) -> Iterator[Relation]:
        """Yield "n'arrive que deuxième", "reste le premier", "remains the first": a verb and a bare ordinal."""
        for verb in self._words["rank verb"].find(self._tokens):
            start = verb.end
            while self._sentence.word(start) in _BETWEEN:
                start += 1
            cue = self._words["ordinal"].at(self._tokens, start)
            if cue is None or not self._is_bare(cue.end):
                continue
            yield Relation(start, cue.end, cue.end, "order", rank=int(cue.sense))

    def _is_bare(self, place: int) -> bool:
        """Tell whether no noun follows an ordinal: a mark, the end, or a word that leads on."""
        return (
            place >= len(self._tokens)
            or self._tokens[place].text in ",;:.()!–—"
            or self._sentence.word(place) in ("avec", "with", "at", "chez", "among", "parmi", "a", "en", "in")
        )

    def ordinals(self) -> Iterator[Relation]:
        """Yield "la première sortie", "leur principale priorité", "the leading fragility", "their first answer"."""
        for cue in self._words["ordinal"].find(self._tokens):
            first, start, end = self._first_ranks(cue)
            after = self._behind_owner(end)
            head = self._words["ordinal head"].first(self._tokens, after, min(after + 2, len(self._tokens)))
            before = self._sentence.word(start - 1)
            is_owned = before in _OWNED
            if cue.sense != "-1":  # "their last journey" is the one that they made last
                head = head or self._question_named(after) or self._of_most(after)
            one_of = self._one_of(start)
            rank = int(cue.sense)
            if head is not None and one_of is not None:
                yield Relation(one_of, head.end, head.end, "order", rank=rank, is_one_of=True, first=first)
                continue
            is_apposed = self._words.language == "fr" and before in (",", ":")
            is_title = first > 0 and start == 0
            if head is None or not (is_owned or is_apposed or is_title or before in _DETERMINERS):
                continue
            # "the nurses' leading problem", "le logement, première inquiétude"
            start -= not (is_owned or is_apposed or is_title)
            yield Relation(start, head.end, head.end, "order", rank=rank, first=first)

    def _first_ranks(self, cue: Cue) -> tuple[int, int, int]:
        """Return how many are first, and where that begins and ends: "trois premières", "top three"; one by none."""
        before, behind = self._number(cue.start - 1), self._number(cue.end)
        if cue.sense != "1" or not (before or behind):
            return 0, cue.start, cue.end
        return (before, cue.start - 1, cue.end) if before else (behind, cue.start, cue.end + 1)

    def _number(self, place: int) -> int:
        """Return the small number of several that a word or a token of digits is, else nothing."""
        word = self._sentence.word(place)
        told = word if word.isdigit() else self._words["cardinal"].sense_of(word) or ""
        return int(told) if told.isdigit() and 1 < int(told) < _MANY else 0

    def _one_of(self, place: int) -> int | None:
        """Return where "parmi les", "l'une des", "one of the", "among their" begins that stands before *place*."""
        cue = self._words["one of"].before(self._tokens, place)
        return cue.start if cue is not None else None

    def _is_behind_noun_of_some(self, place: int) -> bool:
        """Tell whether "les plus citées" is said of some of a noun: "une des inquiétudes les plus citées"."""
        if self._words.language != "fr":
            return False
        return any(self._one_of(at) is not None for at in range(max(0, place - _TO_NOUN), place))

    def _of_most(self, place: int) -> Cue | None:
        """Return "most popular activity" behind an ordinal, with or without its noun: "the second most cited"."""
        at = place + (self._sentence.word(place) == "-")
        if self._words.language != "en" or self._sentence.word(at) != "most":
            return None
        end = at + 2 + (self._sentence.word(at + 1) == "-")
        if end > len(self._tokens) or self._tokens[end - 1].kind != "word":
            return None
        head = self._words["ordinal head"].first(self._tokens, end, min(end + 2, len(self._tokens)))
        return Cue(place, head.end if head is not None else end, "")

    def _behind_owner(self, place: int) -> int:
        """Return where the words behind an ordinal begin that says of whose it is one: "le premier de leurs motifs"."""
        is_of = self._sentence.word(place) in _OF and self._sentence.word(place + 1) in _OWNERS
        return place + 2 if is_of else place

    def _question_named(self, place: int) -> Cue | None:
        """Return the name of a question behind an ordinal: "la première nuisance" of what is called nuisances."""
        start = place + (self._sentence.word(place) in _OF_THE)  # "la première des privations"
        found = (each for each in self._sentence.topics if each.is_indicator and each.start == start)
        return next((Cue(each.start, each.end, "") for each in found), None)

    def superlatives(self) -> Iterator[Relation]:
        """Yield "le plus cité", "les plus convaincues", "le mieux placé", "the most common use"."""
        for cue in self._words["superlative"].find(self._tokens):
            if (
                self._sentence.word(cue.start - 1) == "at"
                or self._sentence.word(cue.end) in ("de", "d'", "of", "que")
                or cue.end >= len(self._tokens)
            ):
                continue
            if any(number.start <= cue.start < number.end for number in self._sentence.numbers):
                continue
            is_often = self._sentence.word(cue.end) in ("often", "frequently")
            if (
                (self._sentence.word(cue.start) == "most" and not self._is_owned(cue.start) and not is_often)
                or self._words["youngest"].at(self._tokens, cue.end - 1)
                or self._words["oldest"].at(self._tokens, cue.end - 1)
            ):
                continue
            following = self._sentence.word(cue.end)
            if (
                following
                in (
                    "grandes",
                    "grands",
                    "grande",
                    "petite",
                    "petites",
                    "petits",
                    "jeunes",
                    "ages",
                    "agees",
                    "repris",
                    "souvent",
                )
                and self._sentence.word(cue.start) != "le"
            ):
                continue
            if following in ("repris", "tard", "recent") or (
                following == "likely" and self._sentence.word(cue.start) != "the"
            ):
                continue
            end = min(cue.end + 1, len(self._tokens))
            head = self._words["ordinal head"].first(self._tokens, end, min(end + 2, len(self._tokens)))
            if head is not None:
                end = head.end
            elif self._sentence.word(end) in ("group", "groupe"):
                end += 1
            degree = self._words["degree"].at(self._tokens, cue.end)
            is_low = degree is not None and degree.sense == "low"  # "le plus bas"
            is_first = (cue.sense in ("up", "best")) is not is_low
            one_of = self._one_of(cue.start + (self._sentence.word(cue.start) in _DETERMINERS))
            start = cue.start if one_of is None else one_of
            is_one_of = one_of is not None or self._is_behind_noun_of_some(cue.start)
            yield Relation(start, end, end, "order", rank=1 if is_first else -1, is_one_of=is_one_of)

    def _is_owned(self, place: int) -> bool:
        """Tell whether it is said whose something is: "women's most common pastime"."""
        before = self._sentence.word(place - 1)
        return before in _OWNED or (before in _DETERMINERS and before != "the")
