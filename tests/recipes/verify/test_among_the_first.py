"""What is called one of the first is not called the first; who was asked is told in more words than one."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

Phare = Callable[..., Any]
HEAD = "wave,region,stakeholder,indicator,item,value,base,in_national_sample\n"
FR = HEAD + "".join(
    f"2026,France,Habitants,Préoccupations,{item},{value},3100,\n"
    for item, value in (("Transports", 52.0), ("Soins", 47.2), ("Emploi", 36.0), ("Logement", 22.0))
)
EN = HEAD + "".join(
    f"2026,France,Residents,Concerns,{item},{value},3100,\n"
    for item, value in (("Transport", 52.0), ("Care", 47.2), ("Jobs", 36.0), ("Housing", 22.0))
)


@pytest.mark.parametrize(
    ("data", "text", "status"),
    [
        (FR, "Les soins sont l'une des premières préoccupations des habitants.", "right"),
        (FR, "Les soins figurent parmi les premières préoccupations des habitants.", "right"),
        (FR, "Les transports font partie des premières préoccupations des habitants.", "right"),
        (FR, "L'emploi compte parmi les principales préoccupations des habitants.", "ambiguous"),
        (FR, "Le logement compte parmi les principales préoccupations des habitants.", "wrong"),
        (FR, "Le logement est une des préoccupations les plus citées par les habitants.", "wrong"),
        (FR, "Les soins sont parmi les plus cités par les habitants.", "right"),
        (FR, "Les soins sont la première préoccupation des habitants.", "wrong"),
        (EN, "Care is one of the top concerns of residents.", "right"),
        (EN, "Care is among the main concerns of residents.", "right"),
        (EN, "Transport is one of the top concerns of residents.", "right"),
        (EN, "Jobs are among the top concerns of residents.", "ambiguous"),
        (EN, "Housing is among the top concerns of residents.", "wrong"),
        (EN, "Housing is among the last concerns of residents.", "right"),
        (EN, "Care is among the most cited concerns of residents.", "right"),
        (EN, "Housing is one of the most cited concerns of residents.", "wrong"),
        (EN, "Care is the top concern of residents.", "wrong"),
    ],
)
def test_one_of_the_first_is_held_to_the_half_that_leads(
    phare: Phare, data: str, text: str, status: str
) -> None:
    rows = phare("verify - -f json", data=data, stdin=f"{text}\n".encode()).rows

    assert [(row["kind"], row["status"]) for row in rows] == [("order", status)]


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (FR, "Enquête en ligne, mai 2026 : {} habitants en France."),
        (FR, "Enquête réalisée en mai 2026 auprès de {} habitants en France."),
        (FR, "Sondage en ligne en 2026 : {} habitants en France."),
        (EN, "Online survey, May 2026: {} residents in France."),
        (EN, "Telephone survey, May 2026: {} residents in France."),
        (EN, "The survey was carried out in May 2026 among {} residents in France."),
        (EN, "It was carried out online in May 2026 among {} residents in France."),
        (EN, "Fieldwork was conducted in 2026 among {} residents in France."),
    ],
)
def test_a_line_of_method_tells_how_many_were_asked(phare: Phare, data: str, text: str) -> None:
    counts = ("3 100", "3 200") if data == FR else ("3,100", "3,200")
    told = "\n\n".join(map(text.format, counts))
    rows = phare("verify - -f json", data=data, stdin=f"{told}\n".encode()).rows

    assert [(row["kind"], row["status"]) for row in rows] == [("base", "right"), ("base", "wrong")]
