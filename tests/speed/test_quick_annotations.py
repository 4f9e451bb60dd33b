"""Annotations that are text are compiled when somebody asks for what they mean, and mean the same."""

from __future__ import annotations

import typing
from collections.abc import Iterator

import pytest

from phare_cli.shell.whole.quick_annotations import read_annotations_later


@pytest.fixture
def _later() -> Iterator[None]:
    read_annotations_later()
    yield
    del vars(typing)["compile"]


TEXTS = (
    "int",
    "'str'",
    "typing.Optional[int]",
    "list[Named]",
    "dict[str, typing.Union[int, 'Named']]",
    "tuple[int, ...]",
)


class Named:
    """What an annotation names."""


@pytest.mark.usefixtures("_later")
@pytest.mark.parametrize("text", TEXTS)
def test_annotations_mean_what_they_say(text: str) -> None:
    def annotated(given: typing.Any) -> None:
        """Take what is annotated."""

    annotated.__annotations__["given"] = typing.Optional[typing.ForwardRef(text)]  # noqa: UP045
    later = typing.get_type_hints(annotated)
    del vars(typing)["compile"]
    annotated.__annotations__["given"] = typing.Optional[typing.ForwardRef(text)]  # noqa: UP045
    assert later == typing.get_type_hints(annotated)
    read_annotations_later()


@pytest.mark.usefixtures("_later")
def test_a_text_that_is_no_annotation_is_refused_when_it_is_read() -> None:
    wrong = typing.ForwardRef("a b")
    with pytest.raises(SyntaxError):
        typing.get_type_hints(type("Of", (), {"__annotations__": {"name": wrong}}))
