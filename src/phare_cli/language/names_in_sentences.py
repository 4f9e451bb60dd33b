"""Put a name into the form that a sentence needs, in one language: by its codebook, else quoted or in brackets."""

from collections.abc import Callable

from phare_cli.language.catalogue import in_print
from phare_cli.language.codebook import codebook, shipped_codebook
from phare_cli.language.folding import fold
from phare_cli.language.running_labels import inside, is_a_sentence
from phare_cli.nouns.message import N_, Fill, Form, Name

# A name that the codebook does not hold has no article and no preposition.
UNKNOWN = {
    "in": N_("({name})"),
    "of": N_("of “{name}”"),
    "the": N_("“{name}”"),
    "from": N_("from “{name}”"),
    "mean": N_("the mean of “{name}”"),
    "median": N_("the median of “{name}”"),
    "first": N_("the first answer under “{name}”"),  # where a codebook has the word in another language alone
}
UNKNOWN_GROUP = {**UNKNOWN, "in": N_("among “{name}”")}
AMONG = N_("under “{name}”")
# What sums up the answers of a number, by the form that a sentence takes it in.
SUMMARIES = {"mean": N_("the mean {of_name}"), "median": N_("the median {of_name}")}
Translate = Callable[[str], str]


def printed(text: str, language: str) -> str:
    """Return a text of the codebook as *language* prints it; what people called something stays as it is."""
    return in_print(text) if language == "fr" else text


def label_of(kind: str, id: str, language: str) -> str:
    """Return the label of a codebook id, the id itself when it has none."""
    book = codebook()
    label = book.label(kind, id, language)
    return printed(label, language) if book.holds(kind, id) else label


def form_of(form: Form, language: str, translate: Translate) -> str:
    """Return a name as a sentence needs it: ``des associations employeuses``; quoted when it has no form."""
    if form.form == "after":
        return f" {_segment(form, language, translate)}" if form.segment else ""
    book = codebook()
    if form.form == "typed":
        return book.typed(form.kind, form.id, language)
    if form.form == "pasted":
        from phare_cli.language.shell_words import typed  # of use to who mistyped

        return typed(label_of(form.kind, form.id, language))
    label = label_of(form.kind, form.id, language)
    without = inside(label) if form.kind == "item" else label
    known_form = book.form(form.kind, form.id, f"{form.form}_{language}")
    the = book.form(form.kind, form.id, f"the_{language}")
    if form.form == "where":  # in Bretagne, or the bare name
        text = printed(book.form(form.kind, form.id, f"in_{language}") or "", language) or label
    elif form.form == "from" and the:
        text = printed(_after_de(the), language) if language == "fr" else f"from {the}"
    elif form.form == "among":
        text = _among(form.id, label, language, translate)
    elif form.form in SUMMARIES:
        text = _summary(form, label, language, translate)
    elif form.form == "plain":
        text = label[:1].lower() + label[1:] if the else without
    elif known_form is None and form.form == "of" and the and language == "en":
        text = f"of {the}"
    elif known_form is None and form.form == "the" and (balance := _balance(form, label, language)):
        text = balance
    else:
        unknown = UNKNOWN_GROUP if form.kind == "stakeholder" else UNKNOWN
        text = printed(known_form or "", language) or translate(unknown[form.form]).format(name=without)
    if form.segment:
        text = f"{text} {_segment(form, language, translate)}"
    return text[:1].upper() + text[1:] if form.capital else text


def _balance(form: Form, label: str, language: str) -> str | None:
    from phare_cli.language.known_by_words.balances import the_balance  # few data hold one

    return the_balance(label, language) if form.kind == "item" else None


def _summary(form: Form, label: str, language: str, translate: Translate) -> str:
    """Return the mean or the median of a question: that of a rating in its own words."""
    from phare_cli.language.forms.summaries import rated  # few data hold one

    own = rated(label, form.form, language)
    if own is not None:
        return own
    book, known = codebook(), SUMMARIES[form.form]
    if language == "fr" and (of := book.form("indicator", form.id, "of_fr")):
        return translate(known).format(of_name=printed(of, language))
    if language == "en" and (the := book.form("indicator", form.id, "the_en")):
        return translate(known).format(of_name=f"of {the}")
    return translate(UNKNOWN[form.form]).format(name=label)


def _among(id: str, label: str, language: str, translate: Translate) -> str:
    """Return a question as that among whose answers one is named, quoted where nothing is sure of it."""
    from phare_cli.language.forms.named_among import among  # of sentences about questions of one's own

    other = codebook().label("indicator", id, "en" if language == "fr" else "fr")
    return printed(among(label, other, language) or "", language) or translate(AMONG).format(name=label)


def _after_de(the: str) -> str:
    """Return a French name with its article after *de*: de la Bretagne, du Gard, d'Arles."""
    article, _, name = the.partition(" ")
    joint = {"le": "du", "les": "des"}.get(article.lower())
    if joint and name:
        return f"{joint} {name}"
    return f"d'{the}" if fold(the)[:1] in tuple("aeiouy") else f"de {the}"


def _segment(form: Form, language: str, translate: Translate) -> str:
    """Return what follows the name of a group for its segment, in brackets unless it agrees with the group."""
    book = codebook()
    after = book.form("segment", form.segment, f"after_{language}")
    agreement = book.form("segment", form.segment, "agreement_fr")
    if after and agreement in (None, book.form(form.kind, form.id, "agreement_fr")):
        return printed(after, language)
    return translate(UNKNOWN["in"]).format(name=label_of("segment", form.segment, language))


def wants_quotes(fill: Fill, text: str, *, place: str, pattern: str, language: str) -> bool:
    """Tell whether *text*, what fills *place* of *pattern*, is an indicator that is a sentence inside another."""
    if isinstance(fill, Form) and (fill.form in SUMMARIES or fill.form in ("among", "typed", "pasted")):
        return False  # it quotes what it names itself
    if not isinstance(fill, Name | Form) or fill.kind != "indicator" or pattern == f"{{{place}}}":
        return False
    is_named = codebook().form("indicator", fill.id, f"the_{language}") is not None
    asked = (
        text.rpartition(" (")[0] if text.endswith(")") else ""
    )  # a net is called by its question and its name
    if is_named or shipped_codebook().holds("indicator", fill.id) or not is_a_sentence(asked or text):
        return False
    before = pattern.partition(f"{{{place}}}")[0].rstrip("\u00a0")
    return not before.endswith(("“", "«")) and not text.startswith(("“", "«"))
