"""Parse of a clause -> what of it cannot differ where two clauses tell one deed: no or none, how many, where, when."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from rashomon.lexicon.actors import find_actors
from rashomon.lexicon.files import load
from rashomon.linking.dates.calendar import MONTHS, WEEKDAYS
from rashomon.readers.numerals import number_of
from rashomon.readers.undone import calling_off
from rashomon.text.grammar import conjuncts
from rashomon.weighing.compared.heads import is_one_more
from rashomon.weighing.compared.sides import Sides, are_apart, denies, sides
from rashomon.weighing.compared.wordings import kin

_MANY = frozenset({"dozens", "scores", "hundreds", "thousands", "millions", "billions"})
_SCALES = frozenset({"hundred", "thousand", "million", "billion", "trillion"})
_PARTS_OF_DAY = {
    "dawn": {"am"}, "morning": {"am"}, "a.m.": {"am"}, "noon": {"pm"}, "afternoon": {"pm"}, "p.m.": {"pm", "night"},
    "evening": {"night"}, "dusk": {"night"}, "night": {"night"}, "tonight": {"night"}, "midnight": {"night"},
}  # fmt: skip
_PLACING = frozenset({"in", "at", "on", "off", "near", "outside", "inside", "around", "above", "below", "within"})
_AT = "at"
_AMONG = frozenset({"among", "amongst"})
_MANY_TAGS = frozenset({"NNS", "NNPS"})
_TELLING = frozenset({"NOUN", "PROPN", "VERB", "ADJ"})
_SHARES = frozenset({"half", "most", "all"})
_OF_LATE = frozenset({"past", "last", "previous", "first", "latest"})


class Contrasts(NamedTuple):
    """What two clauses must not have against each other.

    ``no``: whether it has a word of denial; ``numbers``, with words for many, ``percents`` and ``ages``; ``hours``,
    ``days`` of the week and ``months``; ``names`` by the preposition that they stand behind, "" for objects, and those
    of peoples and parties by the noun behind them ("the Republican primary"); ``sides`` of words that tell two things
    apart; ``nouns``, and which of them are told to be one ``more`` ("a second bank"); ``among`` whom a contest was so;
    what is told at all, and what is only held against it: ``beside`` ("more harm than [good]"); ``off`` what is kept
    from coming about ("put off the [signing]"), and ``verbs``.
    """

    no: bool
    numbers: frozenset[str]
    percents: frozenset[str]
    ages: frozenset[str]
    hours: frozenset[str]
    days: frozenset[str]
    months: frozenset[str]
    names: Mapping[str, frozenset[str]]
    sides: Sides
    nouns: frozenset[str]
    more: frozenset[str]
    among: frozenset[str]
    told: frozenset[str]
    beside: frozenset[str]
    off: frozenset[str]
    verbs: frozenset[str]

    def fit(self, other: "Contrasts") -> bool:
        """Whether nothing in two clauses says that they tell two deeds, or one in two ways."""
        sets = [(self.numbers, other.numbers), (self.percents, other.percents), (self.ages, other.ages)]
        sets += [(self.hours, other.hours), (self.days, other.days), (self.months, other.months)]
        sets += [(names, other.names[key]) for key, names in self.names.items() if key in other.names]
        apart = self.no != other.no or self.among != other.among or are_apart(self.sides, other.sides)
        apart = apart or bool((self.more ^ other.more) & self.nouns & other.nouns)
        apart = apart or bool(self.beside & other.told - self.told or other.beside & self.told - other.told)
        apart = apart or _is_done(self.off, other) or _is_done(other.off, self)
        return not apart and all(not one or not two or one & two for one, two in sets)


def contrasts(tokens: Iterable[Any], named: Mapping[int, str]) -> Contrasts:
    """Words of a clause, and whom those of them that name somebody are for -> what it has to be held against."""
    listed = list(tokens)
    plain = "".join(t.text_with_ws for t in listed)
    words = {t.i: t.text.removesuffix("s") for t in listed}
    dated = {i for i, word in words.items() if word in WEEKDAYS or word in MONTHS}
    beside = {t.i for token in listed for t in _behind_than(token)}
    telling = {t.i: t.lemma_.lower() for t in listed if t.pos_ in _TELLING and t.i not in dated}
    names: dict[str, set[str]] = defaultdict(set)
    for token in listed:
        joined = _first_of(token)
        if token.pos_ == "PROPN" and joined.dep_ in {"pobj", "dobj"} and token.i not in dated:
            whole = sorted((token, *(c for c in token.children if c.pos_ == "PROPN")), key=lambda t: t.i)
            states = {found.actor.state for found in find_actors(" ".join(t.text for t in whole))} - {""}
            known = {named[t.i] for t in whole if named.get(t.i)}
            names[_key(joined)] |= {t.lower_ for t in whole} | known | states  # "Mt Cook", and London is in the U.K.
        if token.ent_type_ == "NORP" and token.dep_ in {"amod", "compound"} and token.head.pos_ == "NOUN":
            names[f"before {token.head.lemma_.lower()}"] |= {token.lower_}
    return Contrasts(
        no=denies(plain),
        numbers=frozenset(
            _number(t) for t in listed if _counts(t) and not (_is_named(t) or _is_age(t) or is_of_late(t))
        ),
        percents=frozenset(_number(t) for t in listed if t.like_num and _is_percent(t)),
        ages=frozenset(_number(t) for t in listed if t.like_num and _is_age(t)),
        hours=frozenset(part for t in listed for part in _PARTS_OF_DAY.get(t.lower_, ())),
        days=frozenset(words[i] for i in dated if words[i] in WEEKDAYS),
        months=frozenset(words[i] for i in dated if words[i] in MONTHS),
        names={key: frozenset(found) for key, found in names.items()},
        sides=sides(plain),
        nouns=frozenset(t.lemma_.lower() for t in listed if t.pos_ == "NOUN"),
        more=frozenset(t.lemma_.lower() for t in listed if t.pos_ == "NOUN" and is_one_more(t)),
        among=among(listed),
        told=frozenset(word for i, word in telling.items() if i not in beside),
        beside=frozenset(word for i, word in telling.items() if i in beside),
        off=frozenset(t.lemma_.lower() for t in listed if calling_off(t) is not None),
        verbs=frozenset(t.lemma_.lower() for t in listed if t.pos_ == "VERB"),
    )


def _is_done(off: frozenset[str], other: Contrasts) -> bool:
    """Whether another clause tells a deed by its verb that a clause keeps from coming about, and does not call it off.

    "Declined to attend" tells no attendance, "nixed a visit" no visit.
    """
    if not off or other.off or other.no or not other.verbs.isdisjoint(load("contrasts.yaml")["turning"]):
        return False
    return any(kin(noun) & kin(verb) for noun in off for verb in other.verbs)


def _behind_than(than: Any) -> list[Any]:
    """A "than" -> what it brings in to be held against something, unless that is a figure: "more than half"."""
    behind = than.doc[than.i + 1 : than.i + 2]
    if than.lower_ != "than" or than.dep_ == "quantmod" or any(t.like_num or t.lower_ in _SHARES for t in behind):
        return []
    if than.dep_ == "cc":
        return [t for c in than.head.rights if c.dep_ == "conj" and c.i > than.i for t in c.subtree]
    return [t for t in (than.head if than.dep_ == "mark" else than).subtree if t.i > than.i]


def among(tokens: Iterable[Any]) -> frozenset[str]:
    """Words of a clause -> those for the part of the voters of which alone a contest is told: "won among women"."""
    return frozenset(t.lemma_.lower() for token in tokens if _is_of_some(token) for t in _voters(token))


def _is_of_some(preposition: Any) -> bool:
    """Whether an "among" tells of only a part of a contest: "won [among] women", "[among] women, he led"."""
    if preposition.lower_ not in _AMONG:
        return False
    verb = next((t for t in preposition.ancestors if t.pos_ == "VERB"), None)
    if verb is None or (preposition.i < verb.i and preposition.head != verb):
        return False
    return verb.lemma_.lower() in load("contrasts.yaml")["contesting"]


def _voters(preposition: Any) -> list[Any]:
    """An "among" -> the nouns behind it and the words before them: "white men", "women and young voters"."""
    behind = [n for c in preposition.children if c.dep_ == "pobj" and c.tag_ in _MANY_TAGS for n in conjuncts(c)]
    return [t for noun in behind for t in (noun, *(c for c in noun.lefts if c.dep_ in {"amod", "compound"}))]


def _first_of(name: Any) -> Any:
    """Noun -> the first of those that it is joined to by "and"."""
    while name.dep_ == "conj" and name.head != name:
        name = name.head
    return name


def _key(name: Any) -> str:
    if name.dep_ == "dobj":
        return ""
    return _AT if name.head.lower_ in _PLACING else str(name.head.lower_)


def _is_named(number: Any) -> bool:
    """Whether a number is part of a name: "the FTSE 100", "the Boeing 737", "an AK 47"."""
    if not number.i or not number.like_num or number.nbor(-1).is_punct:
        return False
    return number.nbor(-1).pos_ == "PROPN" or (number.nbor(-1).is_upper and len(number.nbor(-1)) > 1)


def _is_age(number: Any) -> bool:
    """Whether a number tells how old somebody is, so who he is, and not how many: "a 36-year-old", "Bo Aas, 61,"."""
    behind = number.doc[number.i + 1 : number.i + 4].text.lower()
    if behind.startswith(("-year", "year-old", "years old")):
        return True
    named = number.i > 1 and number.nbor(-1).text == "," and number.nbor(-2).pos_ == "PROPN"
    return bool(named and (number.i + 1 == len(number.doc) or number.nbor(1).text in {",", ".", ";", ")"}))


def is_of_late(number: Any) -> bool:
    """Whether a number only tells of how many another is: "six of the past [seven] votes" are not seven of eight."""
    noun = number.head
    late = number.dep_ == "nummod" and any(c.lower_ in _OF_LATE for c in noun.lefts)
    return bool(late and noun.dep_ == "pobj" and noun.head.lower_ == "of" and noun.head.head.like_num)


def _counts(token: Any) -> bool:
    """Whether a word is a figure or a word for many, and not only the scale of the figure before it: "40 billion"."""
    scale = token.i and token.nbor(-1).like_num and token.lower_ in _SCALES
    return bool((token.like_num or token.lower_ in _MANY) and not scale)


def _is_percent(number: Any) -> bool:
    behind = number.doc[number.i + 1 : number.i + 3].text.lower()
    return str(behind).startswith(("%", "percent", "per cent"))


def _number(token: Any) -> str:
    value = number_of(token.text) if token.lower_ not in _MANY else None
    return token.lower_ if value is None else f"{value:g}"
