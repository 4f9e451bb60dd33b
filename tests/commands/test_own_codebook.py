"""A project names its own regions, groups and items, and phare says them as a person would write them."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from phare_cli import Look, own_codebook, read, render, show

Phare = Callable[..., Any]
PHRASES = "{value} {of_group} jugent les partenariats utiles;{value} {of_group} find partnerships useful"
WORDS = f"""kind;id;fr;en;aliases;parent;in_fr;of_fr;agreement_fr
région;Grand Alès;Alès Agglomération;Greater Alès;Ales;Gard;dans l'agglomération d'Alès;de l'agglomération d'Alès;f
groupe;agents;Agents;Staff;agents publics;;parmi les agents;des agents;mp
indicateur;partenariats;Utilité des partenariats;Usefulness of partnerships;;;;;
modalité;utiles;Utiles;Useful;;;;;
phrase;partenariats/utiles;{PHRASES};;;;;
"""
RESULTS = """region,stakeholder,indicator,item,value,base
ales,agents publics,partenariats,utiles,45,800
gard,agents,partenariats,utiles,41,5000
"""
HEADER = "kind,id,fr,en,aliases,parent,order,agreement_fr,higher\n"


@pytest.fixture
def words(tmp_path: Path) -> Path:
    path = tmp_path / "mots.csv"
    path.write_text(WORDS, encoding="utf-8")
    return path


def said(text: str) -> str:
    return text.replace("\u00a0", " ").replace("\u202f", " ").replace("’", "'")


def test_a_sentence_takes_the_forms_of_the_project(phare: Phare, words: Path) -> None:
    run = phare("compare --sentences --lang fr --codebook mots.csv -f markdown", data=RESULTS)

    assert "Dans l'agglomération d'Alès, 45 % des agents jugent les partenariats utiles" in said(run.out)


def test_english_needs_no_forms(phare: Phare, words: Path) -> None:
    run = phare("compare --sentences --lang en --codebook mots.csv -f markdown", data=RESULTS)

    assert "In Greater Alès, 45% of Staff find partnerships useful, against 41% in Gard" in run.out


@pytest.mark.parametrize(
    ("lang", "told"),
    [
        ("fr", "En Corse, le premier besoin cité est « médecin » parmi les citoyens (68 %)."),
        ("en", "In Corse, the first answer under “Needs” is “médecin” among citizens (68%)."),
    ],
)
def test_what_comes_first_may_have_a_name_in_one_language_alone(
    phare: Phare, tmp_path: Path, lang: str, told: str
) -> None:
    book = tmp_path / "mots.csv"
    book.write_text(
        "kind;id;fr;en;first_fr\nindicateur;besoins;Besoins;Needs;le premier besoin cité\n", "utf-8"
    )
    head = "region,stakeholder,indicator,item,value,base\n"
    needs = head + "".join(f"Corse,citizens,besoins,{row},500\n" for row in ("médecin,68", "école,40"))
    page = phare(f"report -r corse --codebook {book} --lang {lang} -f markdown", data=needs).out

    assert told in said(page)


def test_what_the_data_call_by_other_names_is_one_thing(phare: Phare, words: Path) -> None:
    run = phare("show -f csv --codebook mots.csv", data=RESULTS)

    assert (run.column("region"), run.column("stakeholder")) == (["Grand Alès", "Gard"], ["agents", "agents"])


def test_a_name_of_the_project_is_typed_in_any_of_its_forms(phare: Phare, words: Path) -> None:
    run = phare("value partenariats -r 'alès agglomération' -s agents --codebook mots.csv", data=RESULTS)

    assert (run.status, run.out) == (0, "45%\n")


def test_python_reads_and_words_by_the_same_codebook(phare: Phare, words: Path, tmp_path: Path) -> None:
    options = "-f markdown --lang fr --codebook mots.csv"
    run = phare(f"show {options}", data=RESULTS)
    with own_codebook(words):
        answer = render(show(read(tmp_path / "results.csv")), "markdown", Look(language="fr"))
    after = render(show(read(tmp_path / "results.csv")), "markdown", Look(language="fr"))

    assert (answer, "Alès Agglomération" in after) == (run.out, False)


def test_phare_toml_names_the_codebook(phare: Phare, words: Path, tmp_path: Path) -> None:
    (tmp_path / "phare.toml").write_text('codebook = "mots.csv"\n')
    run = phare("list regions --lang fr -f markdown", data=RESULTS)

    assert "Alès Agglomération" in run.out


def test_a_document_is_answered_by_the_codebook_of_its_project(phare: Phare, tmp_path: Path) -> None:
    for folder, label in (("a", "Agents"), ("b", "Personnels")):
        project = tmp_path / folder
        project.mkdir()
        (project / "phare.toml").write_text('data = "r.csv"\ncodebook = "mots.csv"\nlang = "fr"\n')
        (project / "r.csv").write_text(RESULTS)
        (project / "mots.csv").write_text(f"kind,id,fr\nstakeholder,agents publics,{label}\n")
        (project / "note.md").write_text("<!-- phare: show -->\n<!-- /phare -->\n")
    run = phare("update a/note.md b/note.md")

    assert run.status == 0
    assert ["Agents" in (tmp_path / "a/note.md").read_text(), "Personnels" in (tmp_path / "b/note.md").read_text()] == [
        True, True,
    ]  # fmt: skip


def test_a_block_reads_no_codebook_outside_its_folder(phare: Phare, words: Path, tmp_path: Path) -> None:
    (tmp_path / "inner").mkdir()
    (tmp_path / "inner/note.md").write_text("<!-- phare: show --codebook ../mots.csv -->\n<!-- /phare -->\n")
    run = phare("update inner/note.md")

    assert run.status == 3
    assert "outside the folder of this document" in run.err


def test_an_answer_is_not_written_over_the_codebook(phare: Phare, words: Path) -> None:
    run = phare("show --codebook mots.csv -o mots.csv", data=RESULTS)

    assert (run.status, words.read_text(encoding="utf-8")) == (2, WORDS)


def test_an_entry_of_a_shipped_name_changes_what_it_says_and_keeps_the_rest(
    phare: Phare, tmp_path: Path
) -> None:
    (tmp_path / "w.csv").write_text("kind,id,fr\nitem,employment,Travail\n")
    run = phare("list items -f json --codebook w.csv --lang en")
    french = phare("show fragilities -r PACA -s citizens -f markdown --codebook w.csv --lang fr")

    assert "employment" in [row["item"] for row in run.rows]
    assert "Travail" in french.out


def test_items_stand_in_the_order_of_the_project(phare: Phare, tmp_path: Path) -> None:
    (tmp_path / "w.csv").write_text("kind,id,fr,order\nitem,z,Z,2\nitem,a,A,10\nitem,m,M,1\n")
    data = "region,stakeholder,indicator,item,value\n" + "".join(
        f"Corse,mayors,w,{item},50\n" for item in "azm"
    )
    run = phare("list items -f csv --codebook w.csv", data=data)

    assert run.column("name") == ["m", "z", "a"]


def test_a_codebook_may_come_out_of_excel(phare: Phare, tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    for row in (["Type", "Nom", "Libellé"], ["groupe", "agents publics", "Agents"]):
        sheet.append(row)
    saved = BytesIO()
    book.save(saved)
    (tmp_path / "w.xlsx").write_bytes(saved.getvalue())
    (tmp_path / "w.csv").write_bytes(
        "Type;Nom;Libellé\ngroupe;agents publics;Agents confirmés\n".encode("cp1252")
    )
    runs = [
        phare(f"show -f markdown --lang fr --codebook {file}", data=RESULTS) for file in ("w.xlsx", "w.csv")
    ]

    assert ["Agents" in runs[0].out, "Agents confirmés" in runs[1].out] == [True, True]


@pytest.mark.parametrize(
    ("row", "code"),
    [
        ("ville,Alès,,,,,,,", "unknown-kind"),
        (",Alès,,,,,,,", "unknown-kind"),
        ("region,,,,,,,,", "empty-name"),
        ("region,Alès,,,,Atlantide,,,", "unknown-parent"),
        ("region,Alès,,,,Alès,,,", "unknown-parent"),
        ("region,Alès,,,,,first,,", "not-a-number"),
        ("region,Alès,,,,,nan,,", "not-a-number"),
        ("region,Alès,,,,,,x,", "unknown-word"),
        ("indicator,w,,,,,,,higher", "unknown-word"),
        ("region,Alès,,,Nîmes,,,,\nregion,Nîmes,,,,,,,", "ambiguous-name"),
        ("region,Alès,,,,,,,\nregion,Alès,,,,,,,", "duplicate-key"),
        ("phrase,w,{value.real} {of_group},,,,,,", "wrong-clause"),
        ("phrase,w,{value!r},,,,,,", "wrong-clause"),
        ("phrase,w,{value:>9},,,,,,", "wrong-clause"),
        ("phrase,w,{valeur},,,,,,", "wrong-clause"),
        ("phrase,w,{value,,,,,,", "wrong-clause"),
        ("phrase,asked/agents,{value},,,,,,", "wrong-clause"),
        ("region,Alès", "ragged-row"),
    ],
)
@pytest.mark.parametrize("lang", ["en", "fr"])
def test_what_is_wrong_in_a_codebook_is_said_with_its_line(
    phare: Phare, tmp_path: Path, row: str, code: str, lang: str
) -> None:
    (tmp_path / "w.csv").write_text(HEADER + row + "\n", encoding="utf-8")
    run = phare(f"show --codebook w.csv --lang {lang}")

    assert (run.status, run.out) == (3, "")
    assert f"[{code}]" in run.err
    assert {"en": "w.csv, line ", "fr": "w.csv, ligne "}[lang] in run.err


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("better", "better"), ("Better", "better"), ("mieux", "better"), ("Meilleur", "better"),
        ("meilleure", "better"), ("worse", "worse"), ("pire", "worse"), ("moins bien", "worse"),
        ("Moins\u00a0bon", "worse"),
    ],
)  # fmt: skip
def test_what_a_higher_figure_is_may_be_said_in_french(
    phare: Phare, tmp_path: Path, word: str, meant: str
) -> None:
    figures = "region,stakeholder,indicator,item,value,unit\n" + "".join(
        f"bretagne,citizens,{asked},{item},{value},%\n"
        for asked, values in (("soucis", (30, 20, 10)), ("taux", (5, 7, 9)))
        for item, value in zip("abc", values, strict=True)
    )
    ranks = []
    for said in (word, meant):
        (tmp_path / "w.csv").write_text(f"{HEADER}indicator,taux,Taux,,,,,,{said}\n", encoding="utf-8")
        run = phare("cross soucis taux -r bretagne --codebook w.csv -f json", data=figures)
        ranks.append([row["rank_2"] for row in run.rows])

    assert ranks == [[3, 2, 1] if meant == "worse" else [1, 2, 3]] * 2


@pytest.mark.parametrize(
    ("content", "status"),
    [
        (b"", 3),
        (b"a,b\n1,2\n", 3),
        (b"kind,id\nregion,x\n", 3),
        (b"kind,id,fr,fr\nregion,x,a,b\n", 3),
        (b"%PDF-1.7\n", 4),
        (b'{"a": 1}', 4),
        (b"kind,id,fr\nregion,\0,x\n", 4),
        (b"kind,id,fr\nregion,\xff\xfe\x81,x\n", 4),
    ],
)
def test_what_is_no_codebook_is_refused(phare: Phare, tmp_path: Path, content: bytes, status: int) -> None:
    (tmp_path / "w.csv").write_bytes(content)
    run = phare("show --codebook w.csv")

    assert (run.status, run.out, "phare: " in run.err or "w.csv" in run.err) == (status, "", True)


def test_a_codebook_that_is_not_there_is_said(phare: Phare) -> None:
    run = phare("show --codebook none.csv")

    assert run.status == 4
    assert "there is no file “none.csv”" in run.err


def test_a_column_that_a_codebook_has_not_is_told(phare: Phare, tmp_path: Path) -> None:
    (tmp_path / "w.csv").write_text("kind,id,fr,température\nregion,Alès,Alès,12\n", encoding="utf-8")
    run = phare("show --codebook w.csv", data=RESULTS)

    assert "the column “température” is not used" in run.err


def test_check_tells_which_names_have_no_entry(phare: Phare, words: Path) -> None:
    data = RESULTS + "Vistrenque,agents,partenariats,utiles,50,100\n"
    rows = phare("check -f json --codebook mots.csv", data=data).rows

    assert [(row["code"], row["cell"]) for row in rows] == [("no-entry", "Vistrenque")]


def test_codebook_tells_whose_entry_each_name_has(phare: Phare, words: Path) -> None:
    rows = phare("codebook -f json --codebook mots.csv", data=RESULTS + "Nantes,agents,x,y,1,\n").rows

    assert {row["id"]: row["entry"] for row in rows} == {
        "Grand Alès": "own", "Gard": "shipped", "Nantes": "none", "agents": "own",
        "partenariats": "own", "x": "none", "utiles": "own", "y": "none",
    }  # fmt: skip


def test_a_draft_is_a_codebook_that_phare_reads(phare: Phare, tmp_path: Path) -> None:
    data = RESULTS + "Le Havre,élus,craintes,sécurité civile,45,800\n"
    drafted = phare("codebook --draft --lang fr -o w.csv", data=data)
    rows = phare("codebook -f json --codebook w.csv", data=data).rows

    assert (drafted.status, {row["entry"] for row in rows}) == (0, {"own", "shipped"})


def test_a_draft_guesses_forms_and_marks_them(phare: Phare) -> None:
    data = "region,stakeholder,indicator,item,value\nLe Havre,élus,craintes,sécurité civile,45\n"
    run = phare("codebook --draft --lang fr", data=data)

    assert dict(zip(run.column("id"), run.column("of_fr"), strict=True)) == {
        "Le Havre": "du Havre",
        "élus": "des élus",
        "craintes": "des craintes",
        "sécurité civile": "de la sécurité civile",
    }
    assert set(map(said, run.column("remark"))) == {"deviné : à vérifier"}


def test_help_explains_every_column_and_kind(phare: Phare) -> None:
    rows = phare("help codebook -f json").rows

    assert {"kind", "id", "parent", "in_fr"} <= {row["name"] for row in rows if row["part"] == "columns"}
    assert {"region", "phrase"} <= {row["name"] for row in rows if row["part"] == "kinds"}


@pytest.mark.parametrize(
    "command", ["codebook --draft -d d.csv", "tabulate r.csv --draft", "tidy t.csv --draft"]
)
def test_a_draft_undoes_no_correction(phare: Callable[..., Any], tmp_path: Path, command: str) -> None:
    (tmp_path / "d.csv").write_text("region,stakeholder,indicator,item,value\nGard,habitants,q,x,1\n")
    (tmp_path / "r.csv").write_text("REG;Q\n" + "Corse;oui\nCorse;non\n" * 3)
    (tmp_path / "t.csv").write_text(";Corse;Bretagne\nAir;40 %;30 %\nMer;60 %;70 %\n")
    phare(f"{command} -o first.csv")
    again = phare(f"{command} -o first.csv")
    (tmp_path / "first.csv").write_text("corrected")
    over = phare(f"{command} -o first.csv --lang fr")

    assert (again.status, over.status) == (0, 2)
    assert "first.csv existe déjà, et une ébauche effacerait" in over.err
    assert (tmp_path / "first.csv").read_text() == "corrected"


def test_a_net_is_called_as_its_question_and_wants_no_entry_of_its_own(phare: Phare, tmp_path: Path) -> None:
    (tmp_path / "own.csv").write_text(
        "kind,id,fr,en\nindicator,desserte,Desserte de la commune,Transport\nitem,Bien,Bien desservie,Well served\n"
        "item,Mal,Mal desservie,Badly served\n",
        encoding="utf-8",
    )
    data = (
        "region,stakeholder,indicator,item,value\nPACA,mayors,desserte,Bien,60\nPACA,mayors,desserte,Mal,40\n"
    )
    data += "PACA,mayors,desserte (Bien),Bien,60\n"

    told = phare("show 'desserte (Bien)' --codebook own.csv --lang fr", data=data).out
    names = phare("codebook --codebook own.csv -f json", data=data).rows

    assert told.startswith("Desserte de la commune (Bien desservie)")
    assert phare("check --codebook own.csv -f json", data=data).rows == []
    assert [row["id"] for row in names if row["kind"] == "indicator"] == ["desserte"]


@pytest.mark.parametrize("key", ["satisfaction/Satisfaits", "satisfaction (Satisfaits)"])
def test_a_clause_of_a_net_is_found_by_its_question(phare: Phare, tmp_path: Path, key: str) -> None:
    (tmp_path / "mine.csv").write_text(
        f"kind,id,en,fr\nphrase,{key},{{value}} {{of_group}} are happy,{{value}} {{of_group}} sont contents\n",
        encoding="utf-8",
    )
    data = (
        "region,stakeholder,indicator,item,value,base,response\n"
        "Bretagne,citizens,satisfaction (Satisfaits),Satisfaits,43,1500,single\n"
        "France,citizens,satisfaction (Satisfaits),Satisfaits,53,9000,single\n"
    )

    assert (
        "43% of citizens are happy"
        in phare("report -r Bretagne --codebook mine.csv -f markdown", data=data).out
    )
    assert "43 % des citoyens sont contents" in phare(
        "compare -r Bretagne --sentences --lang fr --codebook mine.csv", data=data
    ).out.replace("\u00a0", " ").replace("\u202f", " ")


@pytest.mark.parametrize(
    ("lang", "told"),
    [
        (
            "en",
            "mots.csv is the codebook in use, which the answer would replace: write it elsewhere, -o mots-2.csv",
        ),
        (
            "fr",
            "mots.csv est le dictionnaire de codes utilisé, que la réponse remplacerait : écrivez-la ailleurs",
        ),
    ],
)
def test_a_draft_never_replaces_the_codebook_in_use(phare: Phare, words: Path, lang: str, told: str) -> None:
    run = phare(f"codebook --draft -o mots.csv --codebook mots.csv --lang {lang}", data=RESULTS)

    assert run.status == 2
    assert told in said(run.err)
    assert words.read_text(encoding="utf-8") == WORDS


@pytest.mark.parametrize("encoding", ["cp1252", "utf-8"])
def test_a_project_says_once_what_its_codebook_is_written_in(
    phare: Phare, tmp_path: Path, encoding: str
) -> None:
    (tmp_path / "phare.toml").write_text('encoding = "windows-1252"\ncodebook = "mots.csv"\n')
    (tmp_path / "mots.csv").write_text(WORDS, encoding=encoding)
    run = phare("show --lang fr", data=RESULTS.encode("cp1252"))

    assert "Alès Agglomération" in run.out
    assert run.err == ""


@pytest.mark.parametrize(
    "item", ["Très satisfait", "Plutôt pas", "Trouver un médecin", "Se déplacer", "Oui", "Solde"]
)
def test_what_french_names_with_no_article_lacks_none(phare: Phare, item: str) -> None:
    run = phare(
        "codebook -f csv", data=f"region,stakeholder,indicator,item,value\nGard,citizens,besoins,{item},45\n"
    )

    assert run.column("lacks")[-1] == ""


@pytest.mark.parametrize("item", ["Tranquillité", "Accès aux quais", "Loyers"])
def test_what_french_names_with_an_article_lacks_it(phare: Phare, item: str) -> None:
    run = phare(
        "codebook -f csv", data=f"region,stakeholder,indicator,item,value\nGard,citizens,q,{item},45\n"
    )

    assert run.column("lacks")[-1] == "the_fr"


def test_help_tells_where_a_clause_takes_an_e(phare: Phare) -> None:
    assert "engagé{e}s" in phare("help codebook --lang fr").out
