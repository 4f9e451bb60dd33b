"""Random files of respondents, small enough that most of their counts are to be hidden."""

from __future__ import annotations

import random
from dataclasses import dataclass

REGIONS = ("Bretagne", "Corse", "Normandie", "Occitanie", "Grand Est", "Hauts-de-France")
MENTIONS = ("m1", "m2", "m3", "m4")
GROUPS = ("citizens", "mayors", "companies")


@dataclass(frozen=True)
class RandomFile:
    """A file, its spec, and what a strong attacker knows of how it was made."""

    text: str
    spec: str
    fewest: int
    pooled: bool
    kinds: dict[str, str]
    filters: dict[str, tuple[str, str]]
    none_of: tuple[str, ...]
    found: tuple[str, ...]


def random_file(seed: int) -> RandomFile:
    """Return the file of a seed: regions of unequal sizes, rare items, missing answers, filters, segments."""
    draw = random.Random(seed)
    regions = REGIONS[: draw.randint(1, 6)]
    groups = GROUPS[: draw.choice((1, 1, 2, 3))]
    segments = ("s1", "s2", "s3")[: draw.choice((0, 0, 2, 3))]
    waves = ("2024", "2026")[: draw.choice((1, 1, 2))]
    no_region, no_segment = draw.random() < 0.2, bool(segments) and draw.random() < 0.3
    sizes = {region: draw.choice((2, 8, 20, 40)) for region in regions}
    lines = ["wave,region,group,segment,single,several,note,filtered,A1,A2,A3,M1,M2"]
    items = [f"i{place}" for place in range(draw.randint(2, 6))]
    odds = [draw.choice((0.02, 0.2, 1.0)) for _ in items]
    exact = draw.random() < 0.5
    silent = draw.choice((0.0, 0.0, 0.1, 0.4))
    for _ in range(draw.choice((40, 150, 500, 1500))):
        region = draw.choices(regions, [sizes[each] for each in regions])[0]
        if no_region and draw.random() < 0.05:
            region = ""
        segment = draw.choice(segments) if segments else ""
        if no_segment and draw.random() < 0.05:
            segment = ""
        single = draw.choices(items, odds)[0] if draw.random() >= silent else ""
        several = ";".join(item for item, odd in zip(items, odds, strict=True) if draw.random() < 0.5 * odd)
        note = str(draw.randint(0, 10)) if draw.random() >= silent else ""
        filtered = draw.choice(("x", "y", "y")) if single == items[0] and draw.random() < 0.9 else ""
        chosen = [draw.choice("01") if draw.random() >= silent else "" for _ in range(3)]
        first, second = draw.sample(MENTIONS, 2)
        mentions = [first, second if exact or draw.random() < 0.7 else ""]
        group = draw.choice(groups)
        lines.append(
            ",".join(
                (
                    draw.choice(waves),
                    region,
                    group,
                    segment,
                    single,
                    several,
                    note,
                    filtered,
                    *chosen,
                    *mentions,
                )
            )
        )
    questions, kinds, filters, found = _questions(draw, items, exact=exact)
    none_of = tuple(name for name, is_so in (("region", no_region), ("segment", no_segment)) if is_so)
    places = 'wave = "wave"\nregion = "region"\nstakeholder = "group"\n' + (
        'segment = "segment"\n' * bool(segments)
    )
    if draw.random() < 0.75:
        places += "nation = true\n"
    return RandomFile(
        "\n".join(lines) + "\n",
        places + questions,
        draw.choice((3, 5, 10)),
        draw.random() < 0.3,
        kinds,
        filters,
        none_of,
        tuple(found),
    )


def _questions(
    draw: random.Random, items: list[str], *, exact: bool
) -> tuple[str, dict[str, str], dict[str, tuple[str, str]], list[str]]:
    told = {
        "single": 'column = "single"\n',
        "several": 'kind = "cell"\ncolumn = "several"\n',
        "note": 'kind = "score"\ncolumn = "note"\n',
        "set": 'kind = "set"\ncolumns = ["A*"]\n',
        "mentions": 'kind = "mentions"\ncolumns = ["M1", "M2"]\n',
        "filtered": f'column = "filtered"\nasked = {{single = ["{items[0]}"]}}\n',
    }
    asked = sorted(draw.sample(sorted(told), draw.randint(1, 4)))
    text = "".join(f'[[question]]\nindicator = "{name}"\n{told[name]}' for name in asked)
    kinds = {"single": "single", "several": "cell", "note": "score", "set": "set", "filtered": "single"}
    kinds["mentions"] = "two" if exact else "up to two"
    filters = {"filtered": ("single", items[0])}
    return (
        text,
        kinds,
        filters,
        [name for name in ("single", "several", "filtered", "mentions") if name in asked],
    )
