"""Parse -> what is told in it as play: by teams that bear a state's name, or in a film's plot."""

from typing import Any

from rashomon.lexicon.fields import is_sport, playing, works

_SPORT_SHARE = 0.5  # of a text's sentences: from here on all of it is sport, the others too
_FEW = 3


class Fields:
    """Which sentences of a parsed text are of sport, and which deeds happen in a work of the mind."""

    def __init__(self, doc: Any) -> None:
        sentences = list(doc.sents)
        sport = {s.start for s in sentences if is_sport(s.text)}
        if len(sport) >= max(_FEW, _SPORT_SHARE * len(sentences)):
            sport = {s.start for s in sentences}
        self._sport = frozenset(sport)

    def is_sport(self, token: Any) -> bool:
        """Token -> whether its sentence is one of sport."""
        return token.sent.start in self._sport

    def is_player(self, token: Any) -> bool:
        """Noun -> whether it is, in a sentence of sport, a word for players or a club."""
        return token.lemma_.lower() in playing() and self.is_sport(token)


def in_a_work(deed: Any) -> bool:
    """Verb or noun of a deed -> whether a film, a novel or a play tells it: "The play ends as rebels seize power"."""
    clause = deed
    while True:
        if any(_is_setting(c) for c in clause.children):
            return True
        subject = next((c for c in clause.children if c.dep_ in {"nsubj", "nsubjpass"}), None)
        if clause.lemma_.lower() in works().verbs and subject is not None and _is_work(subject):
            return True
        if clause.head == clause:
            return False
        clause = clause.head


def _is_setting(child: Any) -> bool:
    """Whether a phrase sets the scene: "in the film", "in the third act", "in the final episode"."""
    if child.dep_ != "prep" or child.lower_ not in {"in", "during", "throughout"}:
        return False
    return any(_is_work(p) for p in child.children if p.dep_ == "pobj")


def _is_work(noun: Any) -> bool:
    """Whether a noun is a work or a numbered part of one, and not "a series of raids", "the first act of war"."""
    lemma = noun.lemma_.lower()
    numbered = lemma in works().parts and any(_counts(c) for c in noun.children)
    return (lemma in works().nouns or numbered) and not any(c.lower_ == "of" and _of_reality(c) for c in noun.children)


def _counts(modifier: Any) -> bool:
    return modifier.lower_ in {"final", "last", "opening", "closing"} or modifier.lower_ in _ORDINALS


def _of_reality(preposition: Any) -> bool:
    """Whether "of" says that the act is one of war or violence, not of a play."""
    return any(p.lemma_.lower() not in works().nouns for p in preposition.children if p.dep_ == "pobj")


_ORDINALS = frozenset({"first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"})
