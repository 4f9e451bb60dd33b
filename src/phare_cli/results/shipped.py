"""Find the figures that ship with phare. Does not read them."""

from __future__ import annotations

from pathlib import Path

HERE = Path(__file__).parents[1]
FILES = ("phare_paca.csv", "phare_regions.csv")


def shipped_data() -> tuple[Path, ...]:
    """Return the results files that phare reads when it is given none, in the order they are read.

    A wheel carries them inside the package; an editable install finds them in its checkout.
    """
    inside = HERE / "data"
    folder = inside if inside.is_dir() else HERE.parents[1] / "data"
    return tuple(folder / name for name in FILES)
