"""One thing that a codebook knows by name."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

NO_FORMS: Mapping[str, str] = MappingProxyType({})
NO_DECIMALS: Mapping[str, int] = MappingProxyType({})


def english_forms(kind: str, label: str) -> Mapping[str, str]:
    """Return the English forms that any name may have: English asks for no article before a name."""
    if kind == "region":
        return {"in_en": f"in {label}", "the_en": label}
    return {"in_en": f"among {label}", "the_en": label} if kind == "stakeholder" else {}


class Entry(NamedTuple):
    """One thing with a name: its id in data, its short form on a command line, its labels, its other names.

    *forms* are the ways a sentence needs it, by column of the file: ``in_fr`` (en Bretagne, parmi les
    maires), ``of_fr`` (du Grand Est), ``the_fr`` (l'emploi), ``agreement_fr`` (m, f, mp or fp), ``after_fr``
    (a segment, after the name of its group) and their English likes; ``parent`` is the id of the region that a
    region lies in, its nation where there is none; ``color`` is its own in pictures. A form left empty in the file is
    absent.
    """

    kind: str
    id: str
    slug: str
    code: str
    labels: Mapping[str, str]
    aliases: tuple[str, ...]
    forms: Mapping[str, str] = NO_FORMS

    @property
    def names(self) -> tuple[str, ...]:
        """Everything that this entry answers to."""
        return tuple(filter(None, (self.id, self.slug, self.code, *self.labels.values(), *self.aliases)))
