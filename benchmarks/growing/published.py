"""Published results that grow: items, groups, waves, segments, sources, regions, indicators, names."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

Command = Sequence[str]
HEADER = "region,stakeholder,indicator,item,value,base,survey,wave,segment,response,source\n"
REGIONS = ("PACA", "Bretagne", "Normandie", "Occitanie", "Corse", "Grand Est", "Hauts-de-France")


def row(
    item: str = "yes",
    value: float = 50,
    *,
    region: str = "France",
    group: str = "citizens",
    indicator: str = "trust",
    base: int | str = 2000,
    wave: str = "2020",
    segment: str = "",
    response: str = "single",
    source: str = "Barometer",
) -> str:
    """Return one line of a results file."""
    cells = (region, group, indicator, item, value, base, "Barometer", wave, segment, response, source)
    return ",".join(map(str, cells)) + "\n"


def written(folder: Path, rows: Iterable[str], name: str = "results.csv") -> str:
    """Write a results file, and return where it is."""
    path = folder / name
    with path.open("w", encoding="utf-8") as file:
        file.write(HEADER)
        file.writelines(rows)
    return str(path)


def share(place: int) -> float:
    """Return a percentage that is nobody else's nearby."""
    return round(1 + place * 37.123 % 98, 3)


def ranked_items(folder: Path, size: int) -> Command:
    """One group, many items on one base."""
    rows = (row(f"item {n}", share(n), response="multiple") for n in range(size))
    return ("show", "-d", written(folder, rows), "-f", "csv")


def ranked_counts(folder: Path, size: int) -> Command:
    """One group, many items of a single answer, whose counts are known."""
    rows = (row(f"item {n}", round((n * 37 % 1999) / 20, 2)) for n in range(size))
    return ("show", "-d", written(folder, rows), "-f", "csv")


def ranked_on_their_own_bases(folder: Path, size: int) -> Command:
    """One group, many items, each asked of as many as there were."""
    rows = (row(f"item {n}", share(n), base=500 + n % 997, response="multiple") for n in range(size))
    return ("show", "-d", written(folder, rows), "-f", "csv")


def _groups(folder: Path, size: int) -> str:
    rows = (
        row(item, share(n + at), group=f"group {n}") for n in range(size) for at, item in enumerate("abc")
    )
    return written(folder, rows)


def groups_shown(folder: Path, size: int) -> Command:
    """Many groups, three items each."""
    return ("show", "-d", _groups(folder, size), "-f", "csv")


def groups_on_a_terminal(folder: Path, size: int) -> Command:
    """Many groups, three items each, as people see them."""
    return ("show", "-d", _groups(folder, size))


def groups_compared(folder: Path, size: int) -> Command:
    """Two of many groups, set beside one another among the tests of all."""
    rows = (row("yes", share(n), group=f"group {n}") for n in range(size))
    asked = ("-s", "group 0", "-s", "group 1", "--by", "stakeholder", "-f", "csv")
    return ("compare", "-d", written(folder, rows), *asked)


def segments_compared(folder: Path, size: int) -> Command:
    """Two of many segments of one group, set beside one another among the tests of all."""
    rows = (row("yes", share(n), segment=f"part {n}") for n in range(size))
    asked = ("--segment", "part 0", "--segment", "part 1", "--by", "segment", "-f", "csv")
    return ("compare", "-d", written(folder, rows), *asked)


def groups_crossed(folder: Path, size: int) -> Command:
    """Many groups on one indicator, crossed."""
    rows = (
        row(f"item {at}", share(n + 13 * at), group=f"group {n}", response="multiple")
        for n in range(size)
        for at in range(5)
    )
    return ("cross", "trust", "-d", written(folder, rows), "--by", "stakeholder", "-f", "csv")


def groups_reported(folder: Path, size: int) -> Command:
    """A page of many groups."""
    rows = (
        row(item, share(n + at), group=f"group {n}", region=region)
        for n in range(size)
        for at, item in enumerate("ab")
        for region in ("PACA", "France")
    )
    return ("report", "-r", "PACA", "-d", written(folder, rows), "-f", "markdown")


def segments_reported(folder: Path, size: int) -> Command:
    """A page of many segments."""
    rows = (
        row(item, share(n + at), segment=f"part {n}", region=region)
        for n in range(size)
        for at, item in enumerate("ab")
        for region in ("PACA", "France")
    )
    return ("report", "-r", "PACA", "-d", written(folder, rows), "-f", "markdown")


def indicators_reported(folder: Path, size: int) -> Command:
    """A page of many indicators."""
    rows = (
        row(item, share(n + at), indicator=f"question {n}", region=region)
        for n in range(size)
        for at, item in enumerate("ab")
        for region in ("PACA", "France")
    )
    return ("report", "-r", "PACA", "-d", written(folder, rows), "-f", "markdown")


def regions_reported(folder: Path, size: int) -> Command:
    """A page for each of many regions."""
    rows = (
        row(item, share(n + at), region=f"region {n}" if n else "France")
        for n in range(size + 1)
        for at, item in enumerate("ab")
    )
    return (
        "report",
        "--each",
        "region",
        "-o",
        str(folder / "pages"),
        "-f",
        "markdown",
        "-d",
        written(folder, rows),
    )


def regions_of_one_slug(folder: Path, size: int) -> Command:
    """A page for each of many regions whose names make the same name of a file."""
    rows = (row("a", share(n), region="r" + "?" * (1 + n % 97) + "!" * (n // 97)) for n in range(size))
    command = ("report", "--each", "region", "-o", str(folder / "pages"), "-f", "markdown", "--to", "r?")
    return (*command, "-d", written(folder, rows))


def segments_checked(folder: Path, size: int) -> Command:
    """A file of many segments, checked."""
    rows = (row(item, 50, segment=f"part {n}") for n in range(size) for item in "ab")
    return ("check", written(folder, rows))


def sources_checked(folder: Path, size: int) -> Command:
    """A file of many sources, checked."""
    rows = (row(f"item {n}", share(n), source=f"source {n}") for n in range(size))
    return ("check", written(folder, rows))


def items_checked(folder: Path, size: int) -> Command:
    """A file of many items, checked."""
    return ("check", written(folder, (row(f"item {n}", share(n)) for n in range(size))))


def units_checked(folder: Path, size: int) -> Command:
    """A file of many units, checked."""
    path = folder / "results.csv"
    with path.open("w", encoding="utf-8") as file:
        file.write("region,stakeholder,indicator,item,value,unit\n")
        file.writelines(f"France,citizens,trust,item {n % 7},{n % 50},score/{n + 50}\n" for n in range(size))
    return ("check", str(path))


def problems_checked(folder: Path, size: int) -> Command:
    """A file of many lines, none of them right."""
    return ("check", written(folder, (row(f"item {n}", "many") for n in range(size))))  # type: ignore[arg-type]


def _waves(folder: Path, size: int) -> str:
    return written(folder, (row("yes", share(n), wave=f"wave {n}") for n in range(size)))


def waves_listed(folder: Path, size: int) -> Command:
    """Many waves, listed."""
    return ("list", "waves", "-d", _waves(folder, size), "-f", "csv")


def waves_on_a_terminal(folder: Path, size: int) -> Command:
    """Many waves, as people see them."""
    return ("show", "-d", _waves(folder, size))


def waves_compared(folder: Path, size: int) -> Command:
    """Many waves, each beside the one before."""
    return ("compare", "--by", "wave", "-d", _waves(folder, size), "-f", "csv")


def waves_drawn(folder: Path, size: int) -> Command:
    """Many regions in one picture."""
    rows = (row("yes", share(n), group=f"group {n}") for n in range(size))
    return ("plot", "trust", "-d", written(folder, rows), "-o", str(folder / "picture.svg"))


def value_among_waves(folder: Path, size: int) -> Command:
    """One figure of many waves."""
    return ("value", "trust", "--wave", f"wave {size - 1}", "-d", _waves(folder, size))


def groups_listed(folder: Path, size: int) -> Command:
    """Many groups, listed."""
    return ("list", "stakeholders", "-d", _groups(folder, size), "-f", "csv")


def value_among_groups(folder: Path, size: int) -> Command:
    """One figure of many groups."""
    return ("value", "trust", "-s", f"group {size - 1}", "--item", "a", "-d", _groups(folder, size))


def sources_listed(folder: Path, size: int) -> Command:
    """Many sources, listed."""
    rows = (row(f"item {n}", share(n), source=f"source {n}") for n in range(size))
    return ("list", "sources", "-d", written(folder, rows), "-f", "csv")


def panels(format: str) -> Callable[[Path, int], Command]:
    """Return many panels of one table in a format."""

    def of_size(folder: Path, size: int) -> Command:
        rows = (
            row(item, share(n + at), region=f"region {n}")
            for n in range(size)
            for at, item in enumerate("ab")
        )
        return ("show", "-d", written(folder, rows), "-f", format)

    of_size.__doc__ = f"Many panels of one table, as {format}."
    return of_size


def long_name(*command: str) -> Callable[[Path, int], Command]:
    """Return names of tens of letters, of one word and of many, in an answer."""

    def of_size(folder: Path, size: int) -> Command:
        names = ("x" * 10 * size, "word " * (2 * size) + "end", "mobility")
        rows = [row(item, 30 + 10 * at) for at, item in enumerate(names)]
        rows += [row(item, 31 + 10 * at, region="PACA") for at, item in enumerate(names)]
        output = ("-o", str(folder / "picture.svg")) if command[0] == "plot" else ()
        return (*command, "-d", written(folder, rows), *output)

    of_size.__doc__ = f"A name of many letters in {' '.join(command)}."
    return of_size


def json_rows(folder: Path, size: int) -> Command:
    """An answer of phare in JSON, read again."""
    path = folder / "results.json"
    names = '"survey":"B","wave":"1","region":"France","stakeholder":"citizens","indicator":"trust"'
    line = "{{" + names + ',"item":"item {0}","value":{1},"unit":"percent"}}'
    with path.open("w", encoding="utf-8") as file:
        file.write('{"schema_version":1,"command":"show","title":"t","columns":[],"rows":[\n')
        file.write(",\n".join(line.format(n, share(n)) for n in range(size)))
        file.write('\n],"notes":[],"sources":[]}\n')
    return ("show", "-d", str(path), "-f", "csv")


DIMENSIONS = {
    "items ranked on one base": ranked_items,
    "items ranked, counts known": ranked_counts,
    "items ranked on their own bases": ranked_on_their_own_bases,
    "groups: show -f csv": groups_shown,
    "groups: show": groups_on_a_terminal,
    "groups: compare --by stakeholder": groups_compared,
    "segments: compare --by segment": segments_compared,
    "groups: cross --by stakeholder": groups_crossed,
    "groups: report": groups_reported,
    "segments: report": segments_reported,
    "indicators: report": indicators_reported,
    "regions: report --each": regions_reported,
    "regions of one slug: report --each": regions_of_one_slug,
    "items: check": items_checked,
    "segments: check": segments_checked,
    "sources: check": sources_checked,
    "units: check": units_checked,
    "problems: check": problems_checked,
    "waves: list": waves_listed,
    "waves: show": waves_on_a_terminal,
    "waves: compare --by wave": waves_compared,
    "waves: value": value_among_waves,
    "groups: plot": waves_drawn,
    "groups: list": groups_listed,
    "groups: value": value_among_groups,
    "sources: list": sources_listed,
    "panels: show -f markdown": panels("markdown"),
    "panels: show": panels("table"),
    "panels: show -f html": panels("html"),
    "tens of letters: show": long_name("show"),
    "tens of letters: show -f markdown": long_name("show", "-f", "markdown"),
    "tens of letters: show -f html": long_name("show", "-f", "html"),
    "tens of letters: show -f latex": long_name("show", "-f", "latex"),
    "tens of letters: show -f rst": long_name("show", "-f", "rst"),
    "tens of letters: report": long_name("report", "-r", "PACA"),
    "tens of letters: report -f html": long_name("report", "-r", "PACA", "-f", "html"),
    "tens of letters: report -f markdown": long_name("report", "-r", "PACA", "-f", "markdown"),
    "tens of letters: plot": long_name("plot", "trust"),
    "tens of letters: compare": long_name("compare", "-r", "PACA", "--sentences"),
    "rows of JSON: show -f csv": json_rows,
}
