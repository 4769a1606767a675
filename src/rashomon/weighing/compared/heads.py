"""Questions to the parse of a clause: its own words, who it is about, what a pronoun or a measure stands for."""

import re
from functools import cache
from itertools import takewhile
from typing import Any

from rashomon.lexicon.files import load
from rashomon.model import Span
from rashomon.text.grammar import conjuncts, is_passive, phrase, span_of, subjects

_CLAUSES = frozenset({"ccomp", "advcl", "conj", "relcl", "parataxis", "csubj", "acl"})
_RELATIVE = frozenset({"which", "who", "that", "whom", "whose"})
_OPENED = re.compile(r"\((?:(?:about|around|roughly|approximately|some|nearly|almost|over|more than|or) )?$")
_LEAD = 20  # characters


def own_tokens(verb: Any, head: Any) -> list[Any]:
    """Verb of a clause -> its words and those for its subjects, without the clauses within it."""
    inner = {
        t.i
        for c in verb.subtree
        if c.i != verb.i and c.dep_ in _CLAUSES and c.pos_ in {"VERB", "AUX"} and head not in c.subtree
        if not is_dated(c)
        for t in c.subtree
    }
    kept = {t.i for t in verb.subtree if t.i not in inner and not t.is_space} | {t.i for t in head.subtree} | {verb.i}
    if not any(c.dep_ in {"nsubj", "nsubjpass"} for c in verb.children):
        kept |= {t.i for t in subjects(verb)}
    kept |= {t.i for i in kept for t in rest_of_word(verb.doc[i])}
    return [verb.doc[i] for i in sorted(kept)]


def is_dated(word: Any) -> bool:
    """Whether a noun behind its date passes for a verb: "at a March 30, 1972, [meeting] in Larvik"."""
    before = word.doc[max(word.i - 2, 0) : word.i]
    dated = len(before) == 2 and before[1].text == "," and bool(re.fullmatch(r"(?:1[6-9]|20)\d\d", before[0].text))
    return dated and any(c.dep_ == "det" for c in before[0].head.children)


def rest_of_word(first: Any) -> list[Any]:
    """Token -> those that a hyphen joins to it and what hangs on them: "Committee to Re[-Elect the President]"."""
    joined = first.doc[first.i + 1 : first.i + 3]
    whole = len(joined) == 2 and joined[0].text == "-" and not (first.whitespace_ or joined[0].whitespace_)
    return [joined[0], *(t for t in joined[1].subtree if t.i > first.i)] if whole else []


def subject_span(verb: Any) -> Span | None:
    """Verb -> the words for its one subject, none where it has several, none, or is passive."""
    own = subjects(verb)
    return span_of(phrase(own[0], loose=True)) if len(own) == 1 and not is_passive(verb) else None


def antecedent(noun: Any) -> Any:
    """Relative pronoun -> the noun that it stands for, None where that could be one of two; another noun -> itself.

    "An adviser to the president who is named in the suit": not the president.
    """
    if noun.lower_ in _RELATIVE and noun.pos_ in {"PRON", "DET", "SCONJ"}:
        clause = next((t for t in noun.ancestors if t.dep_ == "relcl"), None)
        known = clause.head if clause is not None else noun
        return None if known.dep_ == "pobj" and known.head.head.pos_ in {"NOUN", "PROPN"} else known
    return noun


def counted_noun(noun: Any) -> Any:
    """Noun that only measures -> the noun behind its "of": "half of the guns", "hundreds of people"."""
    if is_counting(noun):
        behind = [n for c in noun.children if c.lower_ == "of" for n in c.children if n.dep_ == "pobj"]
        inner = [counted_noun(n) for n in behind]
        return next((n for n in inner if n.lemma_.lower() not in _measuring()), inner[0] if inner else noun)
    return noun


def is_one_more(noun: Any) -> bool:
    """Whether a noun is told to be another of its kind: "a second deputy was shot"."""
    before = {c.lower_ for c in noun.lefts}
    return bool(before & {"a", "an"}) and any(
        at > 1 for word, at in load("contrasts.yaml")["ordinals"].items() if word in before
    )


def shares_its_noun(noun: Any, figure: Span) -> bool:
    """Whether a counted noun has another figure besides one: "12 Somali and 11 Yemeni pirates".

    What stands in brackets is the figure once more, in another unit: "60 metres (200 feet)"; what counts a noun of its
    own behind "and" is of another thing: "14 ships and 300 sailors", and behind "including" some of the same.
    """
    some = {t.i for c in noun.children if c.lower_ == "including" for t in c.subtree}
    others = (t for t in noun.subtree if t.like_num and not figure.start <= t.idx < figure.end and t.i not in some)
    others = (t for t in others if not (t.head.dep_ == "conj" and t.head.i > noun.i and t.head.tag_ == "NNS"))
    return any("(" not in noun.doc.text[figure.end : t.idx] for t in others)


def is_converted(text: str, figure: Span) -> bool:
    """Whether a figure is told again in another unit, as each outlet does for its readers: "€110 billion ($158bn)"."""
    return _OPENED.search(text[max(0, figure.start - _LEAD) : figure.start]) is not None


def members(noun: Any) -> list[Any]:
    """Noun for several -> who is told to be among them: "a list of defendants that includes Berg"."""
    around = [noun, *(t for t in noun.ancestors if t.dep_ in {"dobj", "pobj", "nsubj", "prep"})][:3]
    clauses = [c for t in around for c in t.children if c.lemma_.lower() == "include" and c.i > noun.i]
    return [m for c in clauses for o in c.children if o.dep_ in {"dobj", "pobj"} for m in conjuncts(o)]


def is_counting(noun: Any) -> bool:
    """Whether a noun only tells how many or how much there is of something: "dozens", "half"."""
    return noun.like_num or noun.lemma_.lower() in _measuring()


def is_measure(noun: Any) -> bool:
    """Whether an object only tells by how much or how far: "lost 2 percent", "marched several blocks"."""
    return noun.lemma_.lower() in load("contrasts.yaml")["measures"]


def is_of_a_noun_within(day: Any) -> bool:
    """Whether a day is that of something only named within a clause: "will meet the winner of [Friday]'s game"."""
    return bool(day.dep_ == "poss" and day.head.dep_ == "pobj" and day.head.head.head.pos_ == "NOUN")


def is_of_each(noun: Any) -> bool:
    """Whether a figure, or its name, is each poll's own and no happening's: "the margin of error is four [points]"."""
    above = list(noun.ancestors)
    verb = next((t for t in above if t.pos_ in {"VERB", "AUX"}), None)
    named = [noun, *takewhile(lambda t: t != verb, above), *(subjects(verb) if verb is not None else ())]
    names = [t for t in named if t.lemma_.lower() in load("contrasts.yaml")["quantities"]]
    of_what = [n for name in names for c in name.children for n in (c, *c.children)]
    return any(t.lower_ in load("contrasts.yaml")["of_each"] for t in of_what)


def lemma_of(noun: Any) -> str:
    """Noun -> its lemma in lower case; of one that begins a sentence, and passes for a name, without its plural."""
    lemma = str(noun.lemma_.lower())
    if noun.i > 1 and noun.nbor(-1).text == "-" and not noun.nbor(-1).whitespace_:
        lemma = f"{noun.nbor(-2).lower_}-{lemma}"  # "e-mail"
    return lemma.removesuffix("s") if noun.tag_ == "NNPS" or (noun.is_sent_start and noun.tag_ == "NNP") else lemma


@cache
def _measuring() -> frozenset[str]:
    return frozenset(load("things.yaml")["measuring"])


@cache
def anything() -> frozenset[str]:
    """Nouns and pronouns that can stand for whatever was named before them."""
    return frozenset(load("contrasts.yaml")["anything"])


def tells_which(token: Any) -> bool:
    """Whether a measure stands before a noun that only tells what a named thing is: "the Rose, a 900-tonne ship"."""
    noun = token.head
    called = noun.dep_ == "appos" or any(c.dep_ == "appos" for c in noun.children)
    return bool(token.dep_ in {"compound", "nmod", "amod"} and called)
