"""Verb -> who says it, as far as the grammar tells."""

from dataclasses import dataclass
from typing import Any

from rashomon.lexicon.cues import lemma_of, words
from rashomon.lexicon.files import load
from rashomon.model import Span
from rashomon.readers.attributions.draft import noun_span
from rashomon.text.grammar import SUBJECTS, conjuncts, is_passive, span_of, subject_behind_time

_BORROWING = frozenset({"conj", "xcomp", "advcl", "pcomp", "acl"})
_ARTICLES = frozenset({"the", "a", "an"})
_NONE = frozenset({"nobody", "none", "neither", "no", "wonder"})
_MEASURES = frozenset({"DATE", "TIME", "MONEY", "QUANTITY"})
RELATIVES = frozenset({"who", "which", "that", "whom"})
"""Pronouns by which a relative clause takes up its noun."""


_ABSTRACT = ("ing", "tion", "sion", "ment", "ness", "ity", "ism", "ence", "ance", "ure", "ship", "hood")


@dataclass(frozen=True)
class Sayer:
    """Head of the source's phrase, and the spans of its words."""

    head: Any
    spans: tuple[Span, ...]


def sayer(verb: Any) -> Sayer | None:
    """Verb in the active -> its subject as a speaker, found through participles, coordination and relative clauses."""
    noun = _subject(verb)
    if noun is None or noun.dep_ == "expl" or noun.pos_ in {"VERB", "AUX", "ADJ", "PUNCT", "SPACE"}:
        return None
    if noun.dep_ in {"case", "punct"} or not (noun.text[0].isalnum() or noun.text == "%"):
        return None
    if noun.ent_type_ in _MEASURES and noun.lower_ not in load("chains.yaml")["outlet_nouns"]:
        return None
    noun = _before_brackets(noun)
    if is_nobody(noun) or _is_counting(noun, verb):
        return None
    if verb.tag_ == "VB" and not is_done(verb):
        return None
    if noun.lower_ in RELATIVES and noun.pos_ == "PRON":
        return _antecedent(noun)
    if noun.lower_ in words("nobody") and noun.pos_ in {"PRON", "DET"} and not _it_says(noun, verb):
        return None
    return None if is_abstract(noun) else of_noun(noun)


def is_nobody(noun: Any) -> bool:
    """Whether the head of a source says that there was none, or hardly one: "nobody", "few"; or has no noun: "the"."""
    if noun.lower_ in _ARTICLES:
        return True
    if noun.lower_ == "few" and not any(c.lower_ == "a" for c in noun.children):
        return True
    return noun.lower_ in _NONE or any(c.dep_ == "det" and c.lower_ == "no" for c in noun.children)


def _is_counting(number: Any, verb: Any) -> bool:
    """Whether a number only counts the nouns behind what the parser took for its verb: "60 pledged delegates"."""
    behind = verb.doc[verb.i + 1 : verb.i + 2]
    return bool(number.pos_ == "NUM" and number.i + 1 == verb.i and len(behind) and behind[0].tag_ == "NNS")


def _it_says(noun: Any, verb: Any) -> bool:
    """Whether "it" is a body that speaks ("It said that ..."), and not the weather or the matter at hand."""
    said = lemma_of(verb) in words("it_says") and verb.dep_ in {"ROOT", "conj", "parataxis", "ccomp"}
    return bool(said and noun.lower_ == "it" and noun.head == verb)


def _before_brackets(noun: Any) -> Any:
    """The noun in "Nora Beck (D-OR) said" that the brackets belong to, where the parser took what stands in them."""
    doc = noun.doc
    if noun.i + 1 < len(doc) and doc[noun.i + 1].text == ")":
        opening = next((t for t in reversed(doc[max(0, noun.i - 6) : noun.i]) if t.text == "("), None)
        if opening is not None and opening.i and doc[opening.i - 1].pos_ in {"PROPN", "NOUN"}:
            return doc[opening.i - 1]
    return noun


def is_done(verb: Any) -> bool:
    """Whether an infinitive tells what was done ("went on to say") and not what was meant or asked ("asked to say")."""
    if not any(c.dep_ == "aux" and c.lower_ == "to" for c in verb.children):
        return True
    governor = verb.head
    while governor.pos_ not in {"VERB", "AUX"} and governor.head != governor:
        governor = governor.head
    return lemma_of(governor) in words("doers")


def of_noun(noun: Any) -> Sayer:
    """Head noun -> it and what is coordinated with it as a speaker."""
    listed = [n for n in conjuncts(noun) if n.pos_ in {"NOUN", "PROPN", "PRON"} or is_some_of(n)] or [noun]
    spans = [noun_span(n) for n in listed]
    first = min(s.start for s in spans)
    return Sayer(noun, (Span(first, max(s.end for s in spans)),) if len(spans) > 1 else tuple(spans))


def is_some_of(number: Any) -> bool:
    """Whether a number stands for some of many: "two of his aides"."""
    return bool(number.pos_ == "NUM" and any(c.lower_ == "of" for c in number.children))


def is_abstract(noun: Any) -> bool:
    """Whether the noun names a doing or a quality ("meetings", "willingness"), which can neither say nor write."""
    lemma = lemma_of(noun)
    if noun.pos_ != "NOUN" or lemma in words("documents") or lemma in words("bodies"):
        return False
    return lemma.endswith(_ABSTRACT)


def is_document(sayer_: Sayer) -> bool:
    """Whether the speaker is a document, a poll or the like."""
    return sayer_.head.pos_ != "PROPN" and lemma_of(sayer_.head) in words("documents")


def finds_out(sayer_: Sayer) -> bool:
    """Whether the speaker can show or find something: a document, a person or a body that looks into things."""
    head = sayer_.head
    if is_document(sayer_) or lemma_of(head) in words("finders"):
        return True
    return head.pos_ == "PROPN" or head.lower_ in {"he", "she", "they", "who"}


def _subject(verb: Any) -> Any:
    """Verb -> the token of its subject, or None; a subject is not borrowed from a passive or past an object."""
    own = [c for c in verb.children if c.dep_ in SUBJECTS and c.dep_ != "expl"]
    if own:
        return None if own[0].dep_ == "nsubjpass" or is_beside(verb) else own[0]
    if (mislaid := subject_behind_time(verb)) is not None:
        return mislaid
    if any(c.dep_ in {"expl", "agent"} for c in verb.children) or (is_passive(verb) and not is_commissive(verb)):
        return None
    if verb.tag_ == "VB" and verb.dep_ in {"acl", "relcl"}:
        return _purpose(verb)
    if verb.dep_ == "acl":
        active = verb.tag_ == "VBG" or is_commissive(verb)
        return verb.head if active and verb.head.pos_ in {"NOUN", "PROPN", "PRON"} else None
    if verb.dep_ == "relcl":
        return verb.head if verb.head.pos_ in {"NOUN", "PROPN", "PRON"} and _relative(verb) is None else None
    if verb.dep_ not in _BORROWING or verb.head == verb:
        return None
    return _borrowed(verb)


def is_beside(verb: Any) -> bool:
    """Whether a participle only tells what holds beside a clause: "with him expected to win"."""
    return bool(verb.dep_ == "pcomp" and verb.head.lower_ == "with" and verb.tag_ != "VBG")


def is_commissive(verb: Any) -> bool:
    """Whether a participle after a name is a finite verb that the parser took for one: "Kim, ..., committed to ..."."""
    return verb.dep_ == "acl" and verb.tag_ in {"VBN", "VBD"} and lemma_of(verb) in words("commissives")


def _purpose(verb: Any) -> Any:
    """Infinitive that hangs on words for a time -> the subject of the verb that these words belong to."""
    noun = verb.head
    if noun.ent_type_ not in {"DATE", "TIME"}:
        return None
    while noun.pos_ not in {"VERB", "AUX"} and noun.head != noun:
        noun = noun.head
    return _subject(noun) if noun.pos_ in {"VERB", "AUX"} and noun != verb else None


def _borrowed(verb: Any) -> Any:
    governor = verb.head
    while governor.dep_ in {"prep", "prt", "advmod"} and governor.head != governor:
        if governor.lower_ == "without":
            return None  # "without insulting anybody": it is not said
        governor = governor.head
    if governor.pos_ not in {"VERB", "AUX"} or governor == verb:
        return None
    if verb.dep_ == "xcomp" and any(c.dep_ in {"dobj", "dative"} for c in governor.children):
        return None
    if is_done_to(verb) and (verb.dep_ == "advcl" or (verb.dep_ == "conj" and is_done_to(governor))):
        return None  # "a law approved in May and intended to help"
    if verb.dep_ == "advcl" and verb.tag_ == "VBG" and _clause_between(governor, verb):
        return None
    if (letter := letter_got(verb)) is not None:
        return letter
    governor = _feeling_above(governor, verb) or governor
    first = governor
    while first.dep_ == "conj" and is_passive(first) and not any(c.dep_ in SUBJECTS for c in first.children):
        first = first.head  # "was booed, was fired"
    passive = [c for c in first.children if c.dep_ == "nsubjpass"]
    if passive and verb.dep_ in {"conj", "advcl"}:
        return passive[0] if verb.tag_ == "VBG" or _does_something(verb) else None
    return _subject(governor)


def _does_something(verb: Any) -> bool:
    """Whether a verb that "and" joins to a passive is none itself: "was fired and [praised] Moe", not "and told so"."""
    does = any(c.dep_ in {"dobj", "ccomp"} and c.i > verb.i for c in verb.children)
    return verb.tag_ == "VBD" and verb.dep_ == "conj" and does and not is_passive(verb)


def _feeling_above(governor: Any, participle: Any) -> Any:
    """Clause that somebody feels something at -> the verb of who feels it, whose words a participle behind it gives.

    As in "Aas was glad that the court freed Vik, [saying] it was time"; None for other clauses.
    """
    feeling = governor.head
    felt = governor.dep_ == "ccomp" and (feeling.pos_ == "ADJ" or feeling.tag_ == "VBN")
    if participle.tag_ != "VBG" or not felt or participle.left_edge.nbor(-1).text != ",":
        return None
    above = feeling.head if feeling.dep_ == "acomp" else feeling
    who = next((c for c in above.children if c.dep_ in SUBJECTS), None)
    return above if who is not None and above.i < governor.i and who.lower_ not in words("nobody") else None


def letter_got(verb: Any) -> Any:
    """Participle that tells what a letter or sign says that somebody gets or bears -> the letter or sign.

    As in "got a letter saying it was shut", however the parser ties the participle; None for others.
    """
    governor = verb.head.head if verb.dep_ == "acl" and verb.head.dep_ == "dobj" else verb.head
    if verb.tag_ != "VBG":
        return None
    told = words("documents") | words("calls") if lemma_of(governor) in words("getting") else frozenset()
    told |= words("signs") if lemma_of(governor) in words("bearing") else frozenset()
    objects = (c for c in governor.children if c.dep_ == "dobj" and governor.i < c.i < verb.i)
    return next((c for c in objects if lemma_of(c) in told), None)


def is_done_to(verb: Any) -> bool:
    """Whether a verb is a bare participle of what is done to somebody: "approved in May", not "has approved"."""
    return verb.tag_ == "VBN" and not any(c.dep_ in {"aux", "auxpass"} for c in verb.children)


def _clause_between(governor: Any, participle: Any) -> bool:
    """Whether another clause with its own subject is nearer: "A talked after B vowed to quit, calling it a mistake"."""
    clauses = [c for c in governor.children if c.dep_ == "advcl" and governor.i < c.i < participle.i]
    return any(s.dep_ in SUBJECTS for c in clauses for s in c.children)


def _relative(verb: Any) -> Any:
    return next((c for c in verb.children if c.lower_ in RELATIVES and c.dep_ != "mark"), None)


def _antecedent(pronoun: Any) -> Sayer | None:
    """As in "who" in a relative clause -> the noun it stands for, with the pronoun as a second piece of the source."""
    clause = pronoun.head
    while clause.dep_ in {"conj", "xcomp"} and clause.head != clause:
        clause = clause.head
    if clause.dep_ != "relcl" or clause.head.pos_ not in {"NOUN", "PROPN"}:
        return None
    if pronoun.lower_ != "who" and not (clause.head.pos_ == "PROPN" or _is_of_a_body(clause.head)):
        return None
    if (bearer := _called_so(clause.head)) is not None:
        return Sayer(bearer, (noun_span(bearer), span_of([pronoun])))
    told = _meant_of_several(clause, pronoun)
    if told.pos_ == "PROPN" and _is_of_many(clause) and list(told.conjuncts):
        spans = (*of_noun(told).spans, noun_span(clause.head))
        return Sayer(told, (Span(min(s.start for s in spans), max(s.end for s in spans)), span_of([pronoun])))
    noun = _named_whole(told) if pronoun.lower_ != "that" else told
    named = Span(noun_span(noun).start, noun_span(told).end)
    return Sayer(noun, (named, span_of([pronoun])))


def _meant_of_several(clause: Any, pronoun: Any) -> Any:
    """Relative clause behind several names -> the first of all whom its verb makes many, else the one right before it.

    "Aas and Vik, who say": both; "Aas and Vik, who said": surely Vik, whomever the parser takes. The noun it hangs on
    where no names are joined.
    """
    names = [n for n in conjuncts(clause.head) if n.pos_ == "PROPN" and n.i < pronoun.i]
    if len(names) < len(["Aas", "Vik"]) or any(n.tag_ == "NNPS" for n in names):
        return clause.head
    return names[0] if _is_of_many(clause) else max(names[-1], clause.head, key=lambda n: n.i)


def _is_of_many(verb: Any) -> bool:
    """Whether a finite verb has more than one subject by its form: "say", "have said", "were told"."""
    return any(
        t.tag_ == "VBP" or t.lower_ == "were" for t in (verb, *(c for c in verb.lefts if c.dep_.startswith("aux")))
    )


def _called_so(noun: Any) -> Any:
    """Noun that says what a person is ("Aas is a liar, racist and [birther] who vowed") -> him; None for others."""
    while noun.dep_ == "conj":
        noun = noun.head
    verb = noun.head
    if noun.dep_ != "attr" or verb.lemma_ != "be":
        return None
    telling = verb.head if verb.dep_ == "conj" and not any(c.dep_ in SUBJECTS for c in verb.children) else verb
    return next((c for c in telling.children if c.dep_ == "nsubj" and c.pos_ == "PROPN"), None)


def _is_of_a_body(noun: Any) -> bool:
    """Whether what a "which" stands for can say something: a document, a sign, an army, a ministry."""
    kinds = load("chains.yaml")["hop_nouns"]
    bodies = (kinds[kind] for kind in ("ministry", "government", "organization"))
    return lemma_of(noun) in words("documents") | words("signs") or any(lemma_of(noun) in body for body in bodies)


def _named_whole(noun: Any) -> Any:
    """Last noun of a body's name that begins before it -> the name's head: "the [Alliance] for Norse Steel, which"."""
    before = noun.head
    whole = before.head
    tied = noun.dep_ == "pobj" and before.lower_ in {"for", "of", "on"} and whole.pos_ == "PROPN"
    return whole if tied and noun.ent_type_ == whole.ent_type_ == before.ent_type_ == "ORG" else noun
