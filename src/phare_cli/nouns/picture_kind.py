"""Which pictures a page may be asked for beside its own."""

from enum import StrEnum


class PictureKind(StrEnum):
    """What stands in the section of an indicator that has the figures for it."""

    TREND = "trend"  # lines over waves
    MAP = "map"  # a tile a region, all of them
    HEAT = "heat"  # items and groups, in shades
