"""Parses of a story's articles -> words for what happens, and which of them may be one happening."""

from collections.abc import Iterator
from functools import cache
from typing import Any, NamedTuple

from rashomon.lexicon.files import load
from rashomon.model import Event, Reading, Sentence, Span, Syntax
from rashomon.text.grammar import head_of, tokens_in

_TELLING_ENDINGS = ("tion", "sion", "ment")
_MODIFYING = frozenset({"amod", "prep", "compound", "nmod", "aux", "auxpass", "case", "mark"})


class Happening(NamedTuple):
    """A word for something that happens, and the lemma that stands for all words of it."""

    span: Span
    lemma: str


def happenings(reading: Reading) -> Iterator[Happening]:
    """Reading with its parse -> the verbs and nouns in its sentences that tell what happens, in text order.

    Helping, linking and listing verbs tell nothing, nor do participles that only describe ("a given name"). A reading
    that came without its parse has the triggers of its events alone.
    """
    if not reading.of(Syntax):
        triggers = sorted({event.trigger for event in reading.of(Event)})
        yield from (Happening(trigger, trigger.of(reading.text).lower()) for trigger in triggers)
        return
    for sentence in reading.of(Sentence):
        for token in tokens_in(reading.doc, sentence.span):
            lemma = _verb(token) or _noun(token) or _fate(token)
            if lemma:
                yield Happening(Span(token.idx, token.idx + len(token)), _one_word().get(lemma, lemma))


def happening_at(reading: Reading, span: Span) -> Happening:
    """Reading with its parse, and a span that somebody else marked as a happening -> the same with its lemma."""
    lemma = str(head_of(reading.doc, span).lemma_.lower())
    return Happening(span, _one_word().get(lemma, lemma))


def _verb(token: Any) -> str:
    """Token -> its lemma if it is a verb that tells something, else ""."""
    if token.pos_ != "VERB" or token.dep_ in _MODIFYING or not token.text.isalpha():
        return ""
    lemma = str(token.lemma_.lower())
    return "" if lemma in _words("light") else lemma


def _noun(token: Any) -> str:
    """Token -> its lemma if it is a noun for a happening, else "".

    A body's name tells no happening ("the Betty Ford Treatment Center"); other names may ("the London Bombings").
    """
    if token.pos_ not in {"NOUN", "PROPN"} or not token.text.isalpha() or _names_a_body(token):
        return ""
    lemma = str(token.lemma_.lower())
    if token.pos_ == "PROPN" and lemma.removesuffix("s") in _words("nouns"):
        return lemma.removesuffix("s")  # the tagger leaves names in the plural as they are
    if lemma in _words("nouns"):
        return lemma
    telling = token.pos_ == "NOUN" and lemma.endswith(_TELLING_ENDINGS) and lemma not in _words("things")
    return lemma if telling else ""


def _names_a_body(token: Any) -> bool:
    inside = token.pos_ == "PROPN" and token.dep_ == "compound" and token.head.pos_ == "PROPN"
    return bool(inside and token.ent_type_ in {"ORG", "FAC"})


def _fate(token: Any) -> str:
    """Token -> its lemma if it is an adjective that tells what happened to somebody, else ""."""
    said = token.pos_ == "ADJ" and token.dep_ not in _MODIFYING and token.lower_ in _words("fates")
    return str(token.lower_) if said else ""


def is_grave(token: Any) -> bool:
    """Whether a word tells of harm, rescue or justice: "wounded", "casualties", "responsibility"."""
    return token.lemma_.lower() in _words("grave")


@cache
def _words(which: str) -> frozenset[str]:
    return frozenset(load("happenings.yaml")[which])


@cache
def _one_word() -> dict[str, str]:
    """Lemma -> the first of the words for the same happening."""
    return {word: group[0] for group in load("happenings.yaml")["same"] for word in group}


def one_happening(lemma: str) -> str:
    """Lemma -> the first of the words for the same happening, itself where there is none."""
    return _one_word().get(lemma, lemma)
