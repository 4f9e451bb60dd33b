"""Every example that help shows does something: each key, column, kind, format, variable and block is run."""

from __future__ import annotations

import shlex
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from phare_cli.drawing import ENDINGS as PICTURES
from phare_cli.language.codebook_columns import COLUMNS, KIND_EXAMPLES, KINDS
from phare_cli.rendering import FORMATS, OFFICE
from phare_cli.rendering.theme_keys import KEYS as THEME_KEYS
from phare_cli.rendering.theme_keys import OF_COLORS, WHOLE
from phare_cli.respondents.specs.side_file_columns import SIDE_FILES
from phare_cli.respondents.specs.spec_keys import KEYS, TOP
from phare_cli.shell.explained.blocks_explained import BLOCK_FORMS, BLOCK_KEYS
from phare_cli.shell.explained.formats_explained import EXPLAINED_FORMATS
from phare_cli.shell.explained.scripts_explained import SCRIPT_FACTS
from phare_cli.shell.help_topics import LIMITS
from phare_cli.shell.project.project_keys import PROJECT_KEYS

Phare = Callable[..., Any]

ANSWERS = "REG,ACTEUR,AGE,SEXE,ENFANTS,PERSONNES,POIDS,ID,STRATE,GRAPPE,repwt1,repwt2,Q7,Q3[1],Q3[2],NOTE,TEXTE,LOYER\n"
ANSWERS += "".join(
    f"{93 if number % 2 else 84},citizens,{70 + number % 3},{'FH'[number % 2]},{number % 3},2,1.5,{number},"
    f"{number % 2},{number // 4},1,2,{1 + number % 2},{'Oui' if number % 3 else 'Non'},Oui,{number % 11},"
    f"{'emploi;santé' if number % 2 else 'emploi'},{400 + number}\n"
    for number in range(40)
)
SINGLE = 'indicator = "q"\ncolumn = "Q7"\n'
SET = 'indicator = "q"\nkind = "set"\noptions = { "Q3[1]" = "emploi", "Q3[2]" = "santé" }\n'
# What a question must say beside the key that is shown; those of other kinds than one answer.
ASKED = {
    "columns": SET,
    "selected": 'not_selected = ["Non"]\n' + SET,
    "not_selected": SET,
    "separator": 'indicator = "q"\nkind = "cell"\ncolumn = "TEXTE"\n',
    **dict.fromkeys(("item", "lowest", "highest"), 'indicator = "q"\nkind = "score"\ncolumn = "NOTE"\n'),
    "statistics": 'indicator = "q"\nkind = "number"\ncolumn = "LOYER"\nunit = "€"\n',
    "unit": 'indicator = "q"\nkind = "number"\ncolumn = "LOYER"\n',
    "per": 'indicator = "q"\nkind = "number"\ncolumn = "LOYER"\nunit = "€"\nstatistics = ["ratio"]\n',
    "nets": 'indicator = "q"\ncolumn = "Q7"\noptions = { "1" = "tout à fait", "2" = "plutôt" }\n',
    "other": 'indicator = "q"\ncolumn = "Q7"\noptions = { "1" = "oui" }\n',
}
BESIDE = {
    "method": 'replicates = ["repwt*"]\nweight = "POIDS"\n',
    "fay": 'replicates = ["repwt*"]\nmethod = "brr"\nweight = "POIDS"\n',
    "scales": 'replicates = ["repwt*"]\nmethod = "jkn"\nweight = "POIDS"\n',
    "replicates": 'method = "brr"\nweight = "POIDS"\n',
    "nest": 'strata = ["STRATE"]\ncluster = ["GRAPPE"]\n',
    "no_weight": 'weight = "POIDS"\n',
    "recode": 'segment = "AGE"\n',
}


@pytest.mark.parametrize("key", KEYS, ids=lambda key: f"{key.section}{key.name}")
def test_the_example_of_each_key_of_a_spec_counts_answers(phare: Phare, tmp_path: Path, key: Any) -> None:
    (tmp_path / "a.csv").write_text(ANSWERS, encoding="utf-8")
    example = key.example
    if key.name == "nets":  # of scores its second one is
        example = 'nets = { "d\'accord" = ["tout à fait", "plutôt"] }'
    lines = {"region": 'region = "REG"', "stakeholder": 'stakeholder = "ACTEUR"'}
    asked = ASKED.get(key.name, SINGLE)
    if key.section == TOP:
        lines |= {key.name: example} if key.name != "question" else {}
    else:
        mine = [line for line in asked.splitlines() if line.partition(" = ")[0] != key.name]
        asked = "\n".join([*mine, example]) + "\n"
    top = "\n".join(lines.values())
    (tmp_path / "s.toml").write_text(
        f"{top}\n{BESIDE.get(key.name, '')}[[question]]\n{asked}", encoding="utf-8"
    )
    ran = phare("tabulate a.csv --spec s.toml")

    assert (ran.status, bool(ran.out)) == (0, True), ran.err


def test_each_set_of_columns_beside_a_cluster_is_read(phare: Phare, tmp_path: Path) -> None:
    cells = {each.name: each.example for each in SIDE_FILES if each.section == "--cluster --population"}
    (tmp_path / "a.csv").write_text(ANSWERS.replace("GRAPPE", "column of clusters"), encoding="utf-8")
    lines = [f"{stratum},{cells['clusters']},{number},13055" for number in range(10) for stratum in (0, 1)]
    (tmp_path / "p.csv").write_text(
        "STRATE,clusters,column of clusters,population\n" + "\n".join(lines) + "\n", encoding="utf-8"
    )
    ran = phare(
        "tabulate a.csv --region REG --stakeholder ACTEUR --single Q7 --strata STRATE --nest "
        "--weight POIDS --cluster 'column of clusters' --population p.csv"
    )

    assert ran.status == 0, ran.err


@pytest.mark.parametrize("key", PROJECT_KEYS)
def test_the_example_of_each_key_of_phare_toml_shows_figures(phare: Phare, tmp_path: Path, key: str) -> None:
    files = {
        "resultats.csv": "region,acteur,indicateur,item,valeur\nPACA,maires,w,air,40\n",
        "mots.csv": "kind,id,fr\nitem,air,Air\n",
        "phare.toml": PROJECT_KEYS[key][2],
        "r.csv": "REG,acteur,indicateur,item,valeur\nPACA,maires,w,air,40\n",
    }
    for name, content in files.items():
        (tmp_path / name).write_text(content, encoding="utf-8")
    ran = phare("show -f csv" + " --data r.csv" * (key == "map"))

    assert ran.status == 0, ran.err


@pytest.mark.parametrize("key", THEME_KEYS, ids=lambda key: key.name)
def test_the_example_of_each_key_of_a_theme_draws_a_picture(phare: Phare, tmp_path: Path, key: Any) -> None:
    png = b"\x89PNG\r\n\x1a\n" + b"\0\0\0\rIHDR" + b"\0\0\0\x10" * 2
    for name in ("Marianne.ttf", "Marianne-Bold.ttf"):
        (tmp_path / name).write_bytes(b"letters")
    (tmp_path / "logo.png").write_bytes(png)
    head = "[colors]\n" if key.section == OF_COLORS else ""
    (tmp_path / "maison.toml").write_text(head + key.example + "\n", encoding="utf-8")
    ran = phare("plot engagement --theme maison.toml -o a.svg")

    assert ran.status == 0, ran.err
    assert {each.section for each in THEME_KEYS} == {WHOLE, OF_COLORS}


# The kind of entry that a column is shown of, where it is not that of a region.
OF_KIND = {
    "equivalent": "item",
    "after_fr": "segment",
    "after_en": "segment",
    "first_fr": "indicator",
    "first_en": "indicator",
    "higher": "indicator",
}


@pytest.mark.parametrize("column", COLUMNS, ids=lambda column: column.name)
def test_the_example_of_each_column_of_a_codebook_is_read(phare: Phare, tmp_path: Path, column: Any) -> None:
    cells = {
        "kind": OF_KIND.get(column.name, "region"),
        "id": "Alès",
        "fr": "Alès",
        column.name: column.example,
    }
    (tmp_path / "w.csv").write_text(
        ";".join(cells) + "\n" + ";".join(cells.values()) + "\n", encoding="utf-8"
    )
    ran = phare("show fragilities -f csv --codebook w.csv")

    assert (ran.status, "not used" in ran.err) == (0, False), ran.err


@pytest.mark.parametrize("kind", KINDS)
def test_the_line_that_shows_each_kind_is_read(phare: Phare, tmp_path: Path, kind: str) -> None:
    (tmp_path / "w.csv").write_text(f"kind;id;fr\n{KIND_EXAMPLES[kind]}\n", encoding="utf-8")

    assert phare("show fragilities -f csv --codebook w.csv").status == 0
    assert KIND_EXAMPLES[kind].startswith(f"{kind};")


def test_every_format_is_explained() -> None:
    explained = [each.name for each in EXPLAINED_FORMATS]

    assert explained[: -len(PICTURES) - 2] == [*FORMATS, *OFFICE]
    assert explained[-len(PICTURES) - 2 :] == [*PICTURES, "sarif", "github"]


def typed(phare: Phare, folder: Path, example: str) -> Any:
    """Run what a shell is given: variables, a command, a file of standard input."""
    (folder / "resultats.csv").write_text("region,stakeholder,indicator,item,value\nPACA,citizens,w,air,57\n")
    (folder / "note.md").write_text("57 % des citoyens de PACA citent l’emploi.\n", encoding="utf-8")
    command, _, file = example.partition(" < ")
    words = shlex.split(command)
    variables = words[: words.index("phare")]
    stdin = (folder / file).read_bytes() if file else b""
    return phare(
        shlex.join(words[len(variables) + 1 :]),
        stdin=stdin,
        env=dict(variable.split("=", 1) for variable in variables),
    )


@pytest.mark.parametrize(
    "example",
    [
        *(each.example for each in EXPLAINED_FORMATS),
        *(each.example for each in SCRIPT_FACTS),
        *(limit[-1] for limit in LIMITS),
    ],
)
def test_every_command_that_help_shows_runs(phare: Phare, tmp_path: Path, example: str) -> None:
    ran = typed(phare, tmp_path, example)

    assert (ran.status, ran.err) in ((0, ""), (0, ran.err if "phare: note" in ran.err else "")), ran.err


ENDINGS = ("md", "md", "md", "mdx", "rst", "adoc", "tex")


@pytest.mark.parametrize(
    ("form", "ending"), list(zip(BLOCK_FORMS[:-1], ENDINGS, strict=True)), ids=lambda each: str(each)[:12]
)
def test_each_form_of_a_block_is_answered(phare: Phare, tmp_path: Path, form: Any, ending: str) -> None:
    between = "" if form.document == "in a sentence" else "\n\n"
    text = (
        f"La part est de {form.opening}{between}{form.closing}.\n"
        if not between
        else (f"# Note\n\n{form.opening}{between}{form.closing}\n")
    )
    file = tmp_path / f"note.{ending}"
    file.write_text(text, encoding="utf-8")
    ran = phare(f"update note.{ending}")

    assert ran.status == 0, ran.err
    assert file.read_text(encoding="utf-8") != text


@pytest.mark.parametrize("key", BLOCK_KEYS, ids=lambda key: key.name)
def test_what_a_block_may_say_is_answered(phare: Phare, tmp_path: Path, key: Any) -> None:
    (tmp_path / "resultats.csv").write_text(
        "region,stakeholder,indicator,item,value\nPACA,citizens,fragilities,air,57\n"
    )
    between = "" if key.example.startswith("value") else "\n\n"
    text = f"Note {between}<!-- phare: {key.example} -->{between}<!-- /phare -->\n"
    (tmp_path / "note.md").write_text(text, encoding="utf-8")
    ran = phare("update note.md")

    assert ran.status == 0, ran.err
    assert len((tmp_path / "note.md").read_text(encoding="utf-8")) > len(text)
