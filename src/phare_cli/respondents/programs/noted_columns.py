"""Know by their names the columns that a program of surveys writes itself: no question of anybody stands in them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from phare_cli.language.folding import fold
from phare_cli.respondents.header_rows import ColumnNames, code_of


class AskingProgram(NamedTuple):
    """A program by the names of its columns, folded: *sure* ones it is known by, *usual* ones that questions have too.

    Names are those of its exports in English and in French, with codes or with headings.
    """

    name: str
    sure: str
    usual: str = r"(?!)"


class NotedColumns(NamedTuple):
    """Where the columns stand that a *program* wrote of its own accord; the name is "" where none is known."""

    program: str
    places: frozenset[int]


KOBO = "KoboToolbox"
LIMESURVEY = "LimeSurvey"

# Fold makes “q1 do 1” of what Qualtrics calls Q1_DO_1, as it does of words of a question: such names are told as they
# are written.
PROGRAMS = (
    AskingProgram(
        LIMESURVEY,
        r"submitdate|startlanguage|lastpage|datestamp|ipaddr|refurl|interviewtime|(?:group|question)time\w*"
        r"|date submitted|start language|date last action|referrer url|(?:group|question) time .*"
        r"|date de soumission|langue de depart|tete de serie|date de la derniere action|date de lancement"
        r"|temps pour (?:le groupe|la question)\b.*",
        r"id|response id|id de la reponse|seed|last page|derniere page|startdate|date started|ip address|adresse ip"
        r"|url de (?:reference|provenance)|total time|temps total|token|access code|code d acces|code d invitation"
        r"|firstname|lastname|first name|last name|email|email address|prenom|nom de famille"
        r"|adresse (?:de courriel|e mail|email)",
    ),
    AskingProgram(
        "Qualtrics",
        r"recordeddate|recorded date|distributionchannel|distribution channel|userlanguage|user language"
        r"|recipient ?(?:last ?name|first ?name|email)|external ?reference|external data reference"
        r"|location ?(?:latitude|longitude)"
        r"|Q_(?:RecaptchaScore|RelevantID\w*|DuplicateRespondent|BallotBoxStuffing|TotalDuration)"
        r"|.+_NPS_GROUP|.+_(?:First Click|Last Click|Page Submit|Click Count)|.+_DO(?:_.+)?",
        r"startdate|start date|enddate|end date|status|response type|ipaddress|ip address|progress|finished"
        r"|duration in seconds|responseid|response id|date de debut|date de fin|statut|adresse ip|progression|termine"
        r"|duree en secondes",
    ),
    AskingProgram(
        KOBO,
        r"_(?:id|uuid|submission_time|validation_status|notes|status|submitted_by|tags|index|parent_index"
        r"|parent_table_name|xform_id_string|attachments|geolocation|bamboo_dataset_id)|__version__|formhub/uuid|meta/.+"
        r"|background-audio|deviceid|simserial|subscriberid|instanceid|meta-.+|SubmissionDate|Attachments(?:Present|Expected)",
        r"start|end|today|username|phonenumber|email|audit|SubmitterID|SubmitterName|DeviceID|KEY|Edits|FormVersion"
        r"|ReviewState|Status|_.+_(?:latitude|longitude|altitude|precision)",
    ),
    AskingProgram(
        "Sphinx",
        r"(?:date|temps|origine|lang|appareil|utilisateur|derniere question) saisie|date enreg|date modif",
        r"cle|progression|adresse ip",
    ),
    AskingProgram(
        "Google Forms",
        r"horodat(?:eur|age)|timestamp",
        r"username|email address|nom d utilisateur|adresse e ?mail",
    ),
    AskingProgram(
        "Microsoft Forms",
        r"(?:start|completion|last modified|grade posted) time|heure de (?:debut|fin)"
        r"|heure de (?:la )?derniere modification",
        r"id|email|name|nom|e mail|adresse de messagerie|language|langue|total points|quiz feedback"
        r"|(?:Points|Feedback) - .+",
    ),
    AskingProgram(
        "SurveyMonkey",
        r"collector ?id|id du collecteur|custom ?data ?\d*|donnees personnalisees ?\d*",
        r"respondent ?id|id du repondant|start ?date|datecreated|end ?date|datemodified|date (?:de debut|de fin)"
        r"|ip ?address|adresse ip|email ?address|adresse e ?mail|first ?name|last ?name|prenom|nom(?: de famille)?",
    ),
    AskingProgram(
        "Framaforms",
        r"sid|(?:submitted|completed|modified) time|heure de (?:soumission|modification)",
        r"serial|numero de serie|numero|draft|brouillon|ip address|adresse ip|uid|username|nom d utilisateur",
    ),
)


def noted_columns(header: ColumnNames) -> NotedColumns:
    """Return which columns the program that wrote a file added of its own accord."""
    spellings = list(map(_spellings, header.names, header.wordings))
    known = [(program, _that_fit(program.sure, spellings)) for program in PROGRAMS]
    program, sure = max(known, key=lambda each: len(each[1]))
    if not sure:
        return NotedColumns("", frozenset())
    places = {*sure, *_that_fit(program.usual, spellings)}
    if program.name == "LimeSurvey":
        places |= set(_question_times(header.names))
    return NotedColumns(program.name, frozenset(places))


def _spellings(name: str, wording: str) -> tuple[str, ...]:
    """Return what a column is called: Kobo's paths and underscores as they stand, the rest folded."""
    code = code_of(name)
    return tuple(dict.fromkeys((code, fold(code), fold(name), fold(wording))))


def _that_fit(pattern: str, spellings: Sequence[tuple[str, ...]]) -> list[int]:
    fits = re.compile(pattern).fullmatch  # of most programs the usual names are never asked for
    return [place for place, names in enumerate(spellings) if any(map(fits, filter(None, names)))]


def _question_times(names: Sequence[str]) -> Iterator[int]:
    """Yield the columns of how long a question took, Q1Time beside Q1 or Q1[SQ001]."""
    questions = {code_of(name).partition("[")[0] for name in names}
    for place, name in enumerate(names):
        code = code_of(name)
        if code.endswith("Time") and code.removesuffix("Time") in questions:
            yield place
