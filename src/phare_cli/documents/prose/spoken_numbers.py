"""Find the numbers of a sentence, in digits and in words, and tell what each may count."""

from collections.abc import Collection, Sequence
from typing import NamedTuple

from phare_cli.documents.prose.cardinals import cardinal_at, half_at, value_of
from phare_cli.documents.prose.lexicon import Lexicon
from phare_cli.documents.prose.tokens import Token

PERCENT, SCORE, POINTS, COUNT, BARE = "percent", "score", "points", "count", "bare"
_INSIDE = 5  # words that may stand between "four" and "out of five"
_LONGEST = 14  # tokens of such a fraction, names of groups included


class SpokenNumber(NamedTuple):
    """A number from token *start* to *end* (after the last), its unit and its hedge included.

    *core* is where the number itself begins. *noun* are the tokens inside it ("quatre [maires] sur cinq").
    """

    start: int
    end: int
    core: int
    said: float
    unit: str
    decimals: int = 0
    hedge: str = ""
    in_words: bool = False
    noun: tuple[int, int] | None = None
    is_signed: bool = False
    is_majority: bool = False


_NO_PART = frozenset("d'heure hour finale final time year lieux lieu monde".split())  # noqa: SIM905
_NO_PART_BEHIND = frozenset("heure hour siecle century finale dozen million billion day mile pint".split())  # noqa: SIM905
_OPENINGS = ("cardinal", "numeral", "article", "majority")  # lists whose words begin a number in words
_OPENING = frozenset(("half", "vingts"))
_BEFORE_LEVEL = ("at", "with", "of", "a", "au", "de", "avec")
_PARTS_IN_WORDS = (9, 12)  # "one in twelve"; "1 in 12" may be anything


class NumberFinder:
    """Finds the numbers of one sentence. *taken* are tokens of names ("60 ans et plus"), which count nothing."""

    def __init__(self, tokens: Sequence[Token], words: Lexicon, taken: Collection[int] = ()) -> None:
        self._tokens, self._words, self._taken = tokens, words, taken
        self._openings = words.merged(_OPENINGS).firsts | _OPENING

    def find(self) -> list[SpokenNumber]:
        """Return the numbers in their order; those of a coordination ("65, 77 et 83 %") share the last one's unit."""
        numbers: list[SpokenNumber] = []
        end = 0
        for place in self._places():
            number = self._at(place) if place >= end and place not in self._taken else None
            if number is not None:
                numbers.append(self._hedged(number))
                end = number.end
        return self._sharing(numbers)

    def _places(self) -> Sequence[int]:
        """Return where a number may begin: with digits, or with a word that opens one."""
        opening = self._openings
        told = enumerate(self._tokens)
        return [at for at, token in told if token.kind == "number" or token.word in opening]

    def _word(self, place: int) -> str:
        return self._tokens[place].word if 0 <= place < len(self._tokens) else ""

    def _at(self, place: int) -> SpokenNumber | None:
        if self._tokens[place].kind == "number":
            return self._fraction(place) or self._digits(place)
        return (
            self._half_point(place)
            or self._fraction(place)
            or self._part(place)
            or self._majority(place)
            or self._spelled(place)
        )

    def _half_point(self, place: int) -> SpokenNumber | None:
        """Return "half a point", "un demi-point", "two and a half points" at *place*."""
        half = half_at(self._tokens, place, self._words)
        if half is None:
            return None
        points = self._words["points"].at(self._tokens, half.end)
        if points is None:
            return SpokenNumber(place, half.end, place, half.value, BARE, 1) if half.value > 1 else None
        return SpokenNumber(place, points.end, place, half.value, POINTS, 1)

    def _cardinal(self, place: int) -> float | None:
        if place >= len(self._tokens):
            return None
        token = self._tokens[place]
        if token.kind == "number":
            value, decimals = value_of(token.text)
            return value if decimals == 0 and value <= 100 else None
        cue = self._words["cardinal"].at(self._tokens, place)
        return float(cue.sense) if cue and cue.end == place + 1 else None

    def _fraction(self, place: int) -> SpokenNumber | None:
        """Return "four mayors out of five", "nine in ten", "un sur deux" at *place*."""
        count = self._cardinal(place)
        is_english = self._words.language == "en"
        if count is None or (is_english and self._word(place) in ("a", "an")):
            return None
        # "quatre personnes de 65 ans et plus sur dix": what names a group may be long, and hold digits.
        named = [at for at in range(place + 1, min(place + _LONGEST, len(self._tokens))) if at in self._taken]
        for over in range(place + 1, min(place + _INSIDE + 2 + len(named), len(self._tokens))):
            if self._tokens[over].kind != "word" and over not in named:
                return None
            cue = self._words["over"].at(self._tokens, over)
            if cue is None:
                continue
            whole, is_of = self._cardinal(cue.end), is_english and self._word(over) == "of"
            if whole is None or whole < 2 or whole <= count - 1e-9:
                if is_of:
                    continue
                return None
            if is_of and over > place + 1 and self._word(cue.end + 1).endswith(("s", "to")):
                return None  # "4 families of 8 tests": no verb of many ends so
            in_digits = self._tokens[place].kind == "number"
            if in_digits and ((over == place + 1 and whole == 10) or self._is_no_count(place)):
                return None  # a score out of 10, or a fraction: told by its digits
            is_counted = self._tokens[place].kind == "word" and whole in _PARTS_IN_WORDS
            if whole not in (2, 3, 4, 5, 6, 7, 8, 10, 20, 100, 1000) and not is_counted:
                return None
            noun = (place + 1, over) if over > place + 1 else None
            return SpokenNumber(
                place, cue.end + 1, place, 100 * count / whole, PERCENT, in_words=True, noun=noun
            )
        return None

    def _part(self, place: int) -> SpokenNumber | None:
        """Return "a third", "les trois quarts", "half" at *place*."""
        if self._words["multiple"].at(self._tokens, place) is not None:
            return None  # "half the share seen among"
        first = place
        count = 1.0
        article = self._words["article"].at(self._tokens, place)
        cardinal = self._cardinal(place)
        size = None
        if article:
            place += 1
            size = self._words["part size"].at(self._tokens, place)
            place = size.end if size is not None else place
            next_count = self._cardinal(place)
            if next_count and next_count > 1 and self._tokens[place].kind == "word":
                count, place = next_count, place + 1
        elif cardinal and self._tokens[place].kind == "word":
            count, place = cardinal, place + 1
        elif self._word(place) != "half":
            return None
        if place >= len(self._tokens):
            return None
        part = self._words["part"].at(self._tokens, place)
        if part is None or count * float(part.sense) > 100.01:
            return None
        after = self._word(part.end)
        if after in _NO_PART or self._word(part.end + 1) in _NO_PART_BEHIND:
            return None
        ordinal = part.end == place + 1 and self._word(place) in (
            "third",
            "quarter",
            "fifth",
            "sixth",
            "tenth",
            "half",
        )
        if ordinal and self._word(place - 1) == "the":
            return None  # the third of a row
        is_rank = self._word(place - 1) not in ("un", "deux", "trois", "quatre")
        if is_rank and self._word(place) in ("cinquieme", "sixieme", "dixieme"):
            return None
        hedge = size.sense if size is not None else ""  # "un gros tiers"
        return SpokenNumber(
            first, part.end, first, round(count * float(part.sense), 1), PERCENT, in_words=True, hedge=hedge
        )

    def _majority(self, place: int) -> SpokenNumber | None:
        cue = self._words["majority"].at(self._tokens, place)
        if cue is None or (self._word(place) == "most" and not self._is_most_of(cue.end)):
            return None
        return SpokenNumber(cue.start, cue.end, cue.start, 50.0, PERCENT, in_words=True, is_majority=True)

    def _is_most_of(self, place: int) -> bool:
        """Tell whether "most" counts people: it opens a clause, or "of" stood after it."""
        clause = ("", ",", ";", "and", "but", "that", "while", "because")
        return self._word(place - 1) == "of" or self._word(place - 2) in clause

    def _spelled(self, place: int) -> SpokenNumber | None:
        """Return "douze points", "twenty per cent", "a point fewer" at *place*."""
        number = cardinal_at(self._tokens, place, self._words)
        if number is None or number.end >= len(self._tokens):
            return None
        points = self._words["points"].at(self._tokens, number.end)
        if points is not None:
            is_gap = points.end < len(self._tokens) and self._words["gap"].at(self._tokens, points.end)
            if number.value == 1 and not is_gap and self._words["change"].before(self._tokens, place) is None:
                return None  # "at a point", "un point de vue"
            return SpokenNumber(place, points.end, place, float(number.value), POINTS)
        percent = self._words["per cent"].at(self._tokens, number.end)
        if percent is None:
            return None
        return SpokenNumber(place, percent.end, place, float(number.value), PERCENT)

    def _digits(self, place: int) -> SpokenNumber | None:
        """Return a number in digits with its unit."""
        token = self._tokens[place]
        value, decimals = value_of(token.text)
        after = place + 1
        if decimals > 3 or self._is_no_count(place) or self._is_level(place):
            return None
        signed = (
            self._word(place - 1) in ("+", "-", "−", "–")
            and place
            and (self._tokens[place - 1].end == token.start)
            and (place < 2 or self._tokens[place - 2].kind != "number")
        )
        percent = self._words["per cent"].at(self._tokens, after)
        if percent:
            return SpokenNumber(place, percent.end, place, value, PERCENT, decimals, is_signed=bool(signed))
        hyphen = self._word(after) == "-" and self._tokens[after].start == token.end
        at = after + hyphen  # "an 11-point gap"
        points = self._words["points"].at(self._tokens, at)
        if points:
            return SpokenNumber(
                place - bool(signed), points.end, place, value, POINTS, decimals, is_signed=bool(signed)
            )
        score = self._words["score"].at(self._tokens, after)
        if score and value <= 10:
            return SpokenNumber(place, score.end, place, value, SCORE, decimals)
        return SpokenNumber(place, after, place, value, COUNT if decimals == 0 else BARE, decimals)

    def _is_level(self, place: int) -> bool:
        """Tell whether a percentage is a level of a test: "at 95% confidence", "à 80 % de puissance"."""
        if self._word(place + 1) == "%" and self._words["interval"].at(
            self._tokens, min(place + 2, len(self._tokens) - 1)
        ):
            return True
        after = place + 2 + (self._word(place + 2) in ("de", "d'"))
        if self._word(place + 1) != "%" or self._word(place - 1) not in _BEFORE_LEVEL:
            return False
        return after < len(self._tokens) and self._words["level"].at(self._tokens, after) is not None

    def _is_no_count(self, place: int) -> bool:
        """Tell whether digits are money, a time, an address, a part of a longer number or of a name."""
        tokens, token = self._tokens, self._tokens[place]
        before = tokens[place - 1] if place else None
        after = tokens[place + 1] if place + 1 < len(tokens) else None
        if before is not None and before.text in "€£$#№":
            return True
        if (
            before is not None
            and before.end == token.start
            and (before.kind == "word" and not before.text.endswith(("'", "’")))
        ):
            return True
        if after is not None and after.end > token.end and after.start == token.end and after.kind == "word":
            return True
        if after is not None and (
            self._words["money"].at(tokens, place + 1)
            or after.word
            in ("million", "millions", "milliard", "milliards", "billion", "thousand", "mille", "°")
        ):
            return True
        if before is not None and self._words["number before"].before(tokens, place):
            return True
        return bool(
            after is not None
            and after.text in "/:-"
            and after.start == token.end
            and self._word(place + 2).isdigit()
            and self._word(place + 2) != "10"
        ) or bool(
            before is not None
            and before.text in "/:-"
            and before.end == token.start
            and self._word(place - 2).isdigit()
        )

    def _hedged(self, number: SpokenNumber) -> SpokenNumber:
        cue = self._words["hedge"].before(self._tokens, number.core)
        if cue is None and self._word(number.core - 1) in ("les", "des", "the", "la", "le"):
            if self._word(number.core - 1) == "the" and not number.in_words:
                return number  # "fewer than the 43% recorded in Wales"
            cue = self._words["hedge"].before(self._tokens, number.core - 1)
        behind = self._words["hedge"].at(self._tokens, number.end)
        if cue is None and behind is not None and behind.sense == "about":
            stop = self._tokens[behind.end : behind.end + 1]
            is_trailing = (
                self._word(behind.start) in ("environ", "or") and bool(stop) and stop[0].kind == "word"
            )
            if is_trailing or not stop or stop[0].kind == "mark":
                return number._replace(end=behind.end, hedge=behind.sense)  # "un sur quatre environ"
        if cue is None or cue.sense == "exactly":
            return number
        return number._replace(start=min(cue.start, number.start), hedge=cue.sense)

    def _sharing(self, numbers: list[SpokenNumber]) -> list[SpokenNumber]:
        """Give bare numbers the unit of the number that their coordination leads to."""
        for place in range(len(numbers) - 2, -1, -1):
            number, after = numbers[place], numbers[place + 1]
            between = [token.word for token in self._tokens[number.end : after.start]]
            if (
                number.unit in (COUNT, BARE)
                and not is_year(number)
                and after.unit in (PERCENT, POINTS)
                and not after.in_words
                and between
                and not (after.unit == POINTS and set(between) == {","})
                and (set(between) <= {",", "et", "and", "a", "ou", "or", "to", "puis", "then", "–", "-"})
            ):
                numbers[place] = number._replace(unit=after.unit)
        return numbers


def is_year(number: SpokenNumber) -> bool:
    """Tell whether digits may be a year."""
    return number.unit == COUNT and number.decimals == 0 and 1900 <= number.said <= 2100
