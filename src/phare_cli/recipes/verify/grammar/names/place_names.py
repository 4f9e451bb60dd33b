"""Find places: those of the data and of the codebook, who lives there, and places that nobody knows."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import cached_property

from phare_cli.documents.prose.lexicon import Cue, Lexicon, known_wholes, people_opened_by, peoples
from phare_cli.documents.prose.tokens import Token, folded
from phare_cli.language.codebook import codebook
from phare_cli.language.departements import Departement, departement, departements
from phare_cli.nouns.survey import NATION
from phare_cli.recipes.verify.grammar.names.mention import ARTICLES, HERE, UNKNOWN, Mention, NamePhrases
from phare_cli.recipes.verify.grammar.names.wholes import Wholes

_JOINTS = (" and ", " et ")
_OF = frozenset(("of", "de", "du", "d'"))
_THAN = frozenset(("than", "que", "as"))
_SHORT = 3  # letters under which a name must stand in capitals
_ROOT = 4  # letters that a place and who lives there share
# What French and English put behind a place for who lives there: Lorientais, Rennais, Niçois, Londoner.
_DWELLERS = (
    r"(?:t|n|s)?"
    r"(?:aise?|oise?|ienn?e?|eenn?e?|ine?|aine?|ane?|onne|onnaise?|aude?|arde?|er|ian|ite|ers|asque)s?"
)
_LEFT_OUT = r"(?:l[ea]s?|saint|sainte|st|ste)[ -]"
_OF_WHOLES = ("whole", "capital", "nation", "nation beside", "here", "bare average")
_UNNAMED = ("centre", "reunion", "sud", "ara", "na", "cor", "nor", "may", "gua")  # words of every text


class PlaceNames:
    """The places of one survey, and those that are known without it."""

    def __init__(self, regions: Collection[str], wholes: Wholes, words: Lexicon) -> None:
        self._regions, self._wholes, self._words = regions, wholes, words
        self._small = frozenset(region for region in regions if region == region.lower())
        # "Ensemble de la région" has no capital at its end.
        self._ending_small = frozenset(region for region in regions if region.rpartition(" ")[2].islower())
        self._of_wholes = words.firsts(_OF_WHOLES)
        self._names = NamePhrases()
        self._add_codebook()
        self._add_data()
        self._names.add_when_opened(peoples(), self._peoples_opened_by)
        self._within = NamePhrases()
        self._into: frozenset[str] = frozenset()  # the first words of "dans le Lot"
        self._departements: dict[str, list[Departement]] = {}  # by the first word of their names
        self._add_departements()
        # "Vannes" is shared by nobody's beginning but its own.
        roots: dict[str, list[str]] = {}
        for region in regions:
            word = _bare(region)
            if word.isalpha() and len(word) > _ROOT:
                roots.setdefault(word[:_ROOT], []).append(region)
        self._roots = {root: of_root[0] for root, of_root in roots.items() if len(of_root) == 1}

    def opens(self, word: str) -> bool:
        """Tell whether a place that is known may be named by words that begin with *word*."""
        return self._names.opens(word) or word in self._into or word[:_ROOT] in self._roots

    def opens_whole(self, word: str) -> bool:
        """Tell whether the nation or the region of the text may be said by words that begin with *word*."""
        return word in self._of_wholes

    def whole_or_here(self, tokens: Sequence[Token], place: int) -> Mention | None:
        """Return the nation, or the region that the text speaks of, where *place* says either without its name."""
        cue = self._words["whole"].at(tokens, place)
        whole = self._wholes.meant(cue.sense) if cue is not None else None
        if cue is not None and whole is not None and (NATION not in self._regions or whole == UNKNOWN):
            return Mention(cue.start, cue.end, "place", whole)
        cue = self._words["capital"].at(tokens, place) if self._wholes.capital is not None else None
        if cue is not None and self._wholes.capital is not None:
            return Mention(cue.start, cue.end, "place", self._wholes.capital)
        if self._is_no_place(tokens, place):
            return None
        for cue, sense in (
            (self._words["nation"].at(tokens, place), "nation"),
            (self._beside_nation(tokens, place), "nation"),
            (self._bare_average(tokens, place), "total"),
        ):
            if cue is not None:
                return Mention(cue.start, cue.end, "place", self._wholes.meant(sense))
        cue = self._words["here"].at(tokens, place)
        return self._here(tokens, cue) if cue is not None else None

    def _here(self, tokens: Sequence[Token], cue: Cue) -> Mention:
        """Return the region of the text, or the one whose name follows: "la région", "la région Bretagne"."""
        if cue.end >= len(tokens) or not tokens[cue.end].is_capital:
            return Mention(cue.start, cue.end, "place", HERE)
        named = self._names.at(tokens, cue.end - 1)  # "région Sud" is a name
        if named is None or named.end <= cue.end:
            named = self._names.at(tokens, cue.end)
        if named is not None and not named.is_people:
            return named._replace(start=cue.start)
        end = cue.end
        while end < len(tokens) and tokens[end].is_capital:
            end += 1
        return Mention(cue.start, end, "place", UNKNOWN)

    def _is_no_place(self, tokens: Sequence[Token], place: int) -> bool:
        """Tell whether "national" is said of no figure: "une enquête nationale", "the national press"."""
        word = tokens[place].word
        if word == "ailleurs":
            return place > 0 and tokens[place - 1].word in ("d'", "par")
        if not word.startswith("national"):
            return False
        beside = place + 1 if self._words.language == "en" else place - 1
        return 0 <= beside < len(tokens) and self._words["no place"].holds(tokens[beside].word)

    def _beside_nation(self, tokens: Sequence[Token], place: int) -> Cue | None:
        """Return "the country" right behind "than", where nothing goes on: "more affected than the country"."""
        if not place or tokens[place - 1].word not in _THAN:
            return None
        cue = self._words["nation beside"].at(tokens, place)
        return cue if cue is not None and (cue.end >= len(tokens) or tokens[cue.end].kind == "mark") else None

    def _bare_average(self, tokens: Sequence[Token], place: int) -> Cue | None:
        """Return "la moyenne", "the average" where nothing behind says of what."""
        cue = self._words["bare average"].at(tokens, place)
        if cue is None or (cue.end < len(tokens) and tokens[cue.end].kind != "mark"):
            return None
        return cue

    def at(self, tokens: Sequence[Token], place: int) -> Mention | None:
        """Return the place that is named at *place*; UNKNOWN where it is one that neither data nor codebook hold."""
        mention = self._names.at(tokens, place)
        token = tokens[place]
        if mention is not None:
            last = tokens[mention.end - 1]
            opens = token.is_capital or (mention.end - place > 1 and token.word in ARTICLES)  # "à la Gare"
            ends = last.is_capital or last.kind != "word" or mention.id in self._ending_small
            is_written = (opens and ends) or token.text.isupper()
            is_small = mention.id in self._small and mention.end - place > 1  # "all towns" is written so
            if not (mention.is_people or is_written or is_small):
                return None
            if self._is_in_part(tokens, place):
                return mention._replace(id=UNKNOWN)
            return mention._replace(end=self._end_of_side(tokens, mention))
        return self._dwellers(token, place) or self._inside(tokens, place) or self._stranger(tokens, place)

    def _is_in_part(self, tokens: Sequence[Token], place: int) -> bool:
        """Tell whether a place is told with a side of it, which is another: "the East of England"."""
        of = place - 1 - (place > 0 and tokens[place - 1].word in ARTICLES)
        if of < 1 or tokens[of].word not in _OF:
            return False
        return self._words["side"].before(tokens, of) is not None

    def _end_of_side(self, tokens: Sequence[Token], side: Mention) -> int:
        """Return where the name of a side ends, with what it is one of: "the North West of England"."""
        cue = self._words["side"].at(tokens, side.start)
        if cue is None or cue.end != side.end or side.end >= len(tokens) or tokens[side.end].word not in _OF:
            return side.end
        start = side.end + 1
        start += start < len(tokens) and tokens[start].word in ARTICLES
        around = self._names.at(tokens, start) if start < len(tokens) else None
        if around is None:
            return side.end
        said = " ".join(token.word for token in tokens[start : around.end])
        return around.end if known_wholes().get(said) in ("home nation", "country") else side.end

    def _inside(self, tokens: Sequence[Token], place: int) -> Mention | None:
        """Return the département that is named with its preposition: "dans le Lot" is of no lot."""
        if tokens[place].word not in self._into:
            return None
        for token in tokens[place + 1 : place + 3]:  # behind its article
            for each in self._departements.pop(token.word, ()):
                if not (each.name in self._regions or codebook().holds("region", each.name)):
                    self._within.add(each.in_fr, Mention(0, 0, "place", UNKNOWN), as_is=True)
        mention = self._within.at(tokens, place)
        return mention if mention is not None and tokens[mention.end - 1].is_capital else None

    def _dwellers(self, token: Token, place: int) -> Mention | None:
        """Return the region whose people a word names by its ending: "les Lorientais", "rennaise"."""
        region = self._roots.get(token.word[:_ROOT]) if len(token.word) > _ROOT else None
        if region is None or token.kind != "word":
            return None
        name = _bare(region)
        shared = next(
            (at for at, (one, other) in enumerate(zip(name, token.word, strict=False)) if one != other),
            min(len(name), len(token.word)),
        )
        rest = token.word[shared:]
        if len(name) - shared > 3 or not rest or not re.fullmatch(_DWELLERS, rest):
            return None
        return Mention(place, place + 1, "place", region, is_people=True)

    def may_be_strange(self, tokens: Sequence[Token], place: int) -> bool:
        """Tell whether a word stands where a place does: a capital behind "in", or "the figure for"."""
        if not place or not tokens[place].is_capital:
            return False
        before = tokens[place - 1].word
        told = tokens[place - 2].word if place > 1 else ""
        is_figure = self._words["figure noun"].holds(told) or self._words["in turn"].holds(told)
        return before in ("in", "en") or (before in ("for", "pour") and is_figure)

    def _stranger(self, tokens: Sequence[Token], place: int) -> Mention | None:
        token = tokens[place]
        if not self.may_be_strange(tokens, place):
            return None
        if (
            self._words["month"].holds(token.word)
            or self._words["stop"].holds(token.word)
            or token.text.isupper()
        ):
            return None
        end = place + 1
        while end < len(tokens) and tokens[end].is_capital:
            end += 1
        return Mention(place, end, "place", UNKNOWN)

    def _add_codebook(self) -> None:
        for entry in codebook().entries("region"):
            told = (*entry.labels.values(), *_as_told(entry.forms))
            for name in (*told, *entry.aliases):
                if entry.id == NATION and name not in told and name not in ("France", "FRA"):
                    continue
                if folded(name) in _UNNAMED:
                    continue
                exact = len(name) <= _SHORT + 1 and name.isupper()
                if exact or not name.isupper() or len(name) > 4:
                    self._names.add(name, Mention(0, 0, "place", entry.id), exact=exact, as_is=True)

    def _add_data(self) -> None:
        for region in self._regions:
            self._names.add(region, Mention(0, 0, "place", region), as_is=True)
            article, _, rest = region.partition(" ")
            if article in ("Le", "Les"):  # "au Creusot", "du Havre"
                self._names.add(rest, Mention(0, 0, "place", region), as_is=True)
            for people in (f"{region}ers", f"{region}s", f"{region}ns"):
                if " " not in people:
                    self._names.add(people, Mention(0, 0, "place", region, is_people=True), as_is=True)

    def _add_departements(self) -> None:
        self._into = frozenset(map(folded, {each.in_fr.partition(" ")[0] for each in departements()}))
        for each in departements():
            first = folded(each.name.replace("-", " ").partition(" ")[0])
            self._departements.setdefault(first, []).append(each)
        if any(departement(region) is not None for region in self._regions):
            for each in departements():
                if not (each.name in self._regions or codebook().holds("region", each.name)):
                    self._names.add(each.name, Mention(0, 0, "place", UNKNOWN), as_is=True)

    def _peoples_opened_by(self, first: str) -> Iterator[tuple[str, Mention, bool]]:
        """Yield the places that are known without any data and who lives there, by their first word."""
        told = [(name, place, self._id_of(place)) for name, place in people_opened_by(first)]
        # "British" is of Great Britain where the data hold it, and of the United Kingdom where they hold that.
        for name, place, id in sorted(told, key=lambda each: each[2] not in self._regions):
            is_people = name != place
            if is_people and len(name) < _SHORT:
                yield name.upper(), Mention(0, 0, "place", id), True
            # "la Manche" and "Nord" are told by what stands before them
            elif is_people or departement(place) is None:
                yield name, Mention(0, 0, "place", id, is_people=is_people), False

    def _id_of(self, place: str) -> str:
        """Return the region of the data or of the codebook that a place is, UNKNOWN where it is neither."""
        book = codebook()
        id = (book.find("region", place) if book.has_own else None) or place
        is_known = id in self._regions or book.holds("region", id)
        return id if is_known else self._as_written.get(folded(place), UNKNOWN)

    @cached_property
    def _as_written(self) -> Mapping[str, str]:
        return _as_written(self._regions)


def _as_written(regions: Collection[str]) -> dict[str, str]:
    """Return regions by their folded names, and by the first of two that one is told by: "Yorkshire and the Humber"."""
    firsts = [
        (folded(name.partition(joint)[0]), name) for name in regions for joint in _JOINTS if joint in name
    ]
    shared = {first for first, count in Counter(first for first, _ in firsts).items() if count > 1}
    written = {first: name for first, name in firsts if first not in shared}
    return written | {folded(region): region for region in sorted(regions, reverse=True)}


def _bare(region: str) -> str:
    """Return a name without what those who live there leave out: Le Havre (Havrais), Saint-Nazaire (Nazairiens)."""
    name = folded(region)
    return name if name.isalpha() else re.sub(_LEFT_OUT, "", name)


def _as_told(forms: Mapping[str, str]) -> Iterator[str]:
    """Yield the names that sentences give a region, without their article: "à Ménilmont" of "Ville de Ménilmont"."""
    for form in ("the_fr", "the_en"):
        name = forms.get(form, "")
        first, _, rest = name.replace("’", "'").partition("'" if name[:2].lower() in ("l'", "l’") else " ")
        yield from (name for name in (rest if first.lower() in (*ARTICLES, "l") else name,) if name)
