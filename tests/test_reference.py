"""The reference of the site names all there is: commands, options, keys, topics, formats, codes, statuses, limits."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from problem_codes import codes
from reference import pages

from phare_cli.cli import app
from phare_cli.files.limits import MEMORY, SECONDS, SIZE
from phare_cli.language.codebook_columns import COLUMNS, KINDS
from phare_cli.nouns.contract import CONTRACT
from phare_cli.recipes.listing import Topic
from phare_cli.rendering import ENDINGS
from phare_cli.respondents.specs.side_file_columns import SIDE_FILES
from phare_cli.respondents.specs.spec_keys import KEYS
from phare_cli.results.crosstabs import layout_file
from phare_cli.shell.command_list import COMMANDS, load
from phare_cli.shell.help_topics import STATUSES, TOPICS
from phare_cli.shell.project.project_keys import PROJECT_KEYS
from phare_cli.shell.typer_app import Command

HERE = Path(__file__).parent
LANGUAGES = ("en", "fr")
TYPED = {
    "topics/phare.toml": list(PROJECT_KEYS),
    "topics/spec": [key.name for key in KEYS],
    "topics/margins": [column.name for column in SIDE_FILES if " " not in column.name],
    "topics/columns": [column.name for column in CONTRACT],
    "topics/codebook": [*(column.name for column in COLUMNS), *KINDS],
    "topics/formats": [*ENDINGS, *Topic],
    "topics/limits": [MEMORY, SIZE, SECONDS],
    "problems": list(codes()),
}


@pytest.fixture(scope="module", params=LANGUAGES)
def reference(request: pytest.FixtureRequest) -> dict[str, str]:
    """The pages of the reference in one language."""
    return pages(request.param)


@pytest.mark.parametrize("name", COMMANDS)
def test_every_option_of_a_command_is_in_its_page(reference: dict[str, str], name: str) -> None:
    page = reference[f"commands/{name}"]
    options = {
        option for param in load(name, Command).params for option in param.opts if option.startswith("-")
    }

    assert {option for option in options if f"`{option}`" not in page} == set()
    assert f"commands/{name}.md" in reference["index"]


def test_every_option_of_phare_itself_is_in_the_first_page(reference: dict[str, str]) -> None:
    options = {option for param in app().params for option in param.opts}

    assert {option for option in options if f"`{option}`" not in reference["index"]} == set()


@pytest.mark.parametrize("page", TYPED)
def test_every_key_name_and_code_is_in_its_page(reference: dict[str, str], page: str) -> None:
    assert {name for name in TYPED[page] if f"`{name}`" not in reference[page]} == set()


def test_every_key_of_the_spec_of_a_published_table_is_in_its_guide() -> None:
    names = {
        *layout_file._TABLE_KEYS,
        *layout_file._LINE_TEXTS,
        *layout_file._OF_GROUPS,
        *layout_file._OF_ITEMS,
    }
    roles = set(layout_file._CHOICES["role"])

    for guide in (HERE.parent / "docs" / "guides").glob("published-table*.md"):
        text = guide.read_text(encoding="utf-8")
        assert {name for name in names - {"rows", "columns"} | roles if f"`{name}`" not in text} == set(), (
            guide.name
        )


def test_every_topic_of_help_has_a_page(reference: dict[str, str]) -> None:
    assert {topic for topic in TOPICS if f"topics/{topic}.md" not in reference["index"]} == set()
    assert {topic for topic in TOPICS if f"topics/{topic}" not in reference} == set()


def test_every_exit_status_is_in_its_page(reference: dict[str, str]) -> None:
    rows = re.findall(r"^\| (\d+) \|", reference["topics/exit-codes"], re.MULTILINE)

    assert list(map(int, rows)) == [status for status, _ in STATUSES]


def test_every_code_that_phare_prints_in_a_test_is_known() -> None:
    texts = (path.read_text(encoding="utf-8") for path in HERE.rglob("test_*.py"))
    printed = {code for text in texts for code in re.findall(r"[.)?] \[([a-z]+(?:-[a-z]+)+)\]", text)}

    assert len(printed) > 20
    assert printed - set(codes()) == set()


def test_most_codes_are_explained_by_what_phare_says_with_them() -> None:
    silent = {code for code, sentences in codes().items() if not sentences}

    assert len(silent) < len(codes()) / 10


def test_no_row_of_the_reference_has_more_cells_than_its_head(reference: dict[str, str]) -> None:
    tables = [
        block.strip().split("\n")
        for page in reference.values()
        for block in page.split("\n\n")
        if "| --- |" in block
    ]
    widths = [{len(re.split(r"(?<!\\)\|", line)) for line in lines} for lines in tables]

    assert [len(each) for each in widths] == [1] * len(tables)
