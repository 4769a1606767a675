"""Figures that an account of one happening gives once (the dead, a magnitude), and ranks (the largest, the second)."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from rashomon.lexicon.files import load
from rashomon.model import Amount, AmountSlot, Reading, Span
from rashomon.model import Time as Dated
from rashomon.readers.amounts import bound_before
from rashomon.readers.numerals import number_of
from rashomon.text.grammar import is_denying, is_finite, is_passive, span_of, subjects
from rashomon.weighing.compared.days import published
from rashomon.weighing.compared.wordings import Wording, nouns_for

_NONE = frozenset({"no", "nobody", "none", "nothing"})
_UNSCALED = frozenset({"most", "least", "best", "last"})
_PEOPLE = "people"
_FIRST = 2  # a second one is told beside "one", whom hardly a figure counts
_HANGING = frozenset({"relcl", "acl", "advcl", "conj"})
_BEHIND = 5  # words
_OLD = 5  # days before the account came out: what was counted then is another happening
_SINCE = frozenset({"since", "so", "earlier", "previous", "previously", "last", "ago"})


@dataclass(frozen=True)
class Count:
    """How many a telling counts, of whom; ``is_anybody``: people, whoever they are."""

    amount: AmountSlot
    nouns: frozenset[str]
    is_anybody: bool


def counted(reading: Reading, verb: Any, hit: Wording, tokens: Sequence[Any]) -> Count | None:
    """Words for what people are counted for, their verb and its clause -> how many; None where it does not tell."""
    if _is_of_old(reading, verb, tokens) or _counts_nobody(hit.head):
        return None
    found = (_number(reading, noun) for noun in _counted_nouns(verb, hit))
    return next((count for count in found if count is not None), None)


def quantity(reading: Reading, noun: Any, tokens: Sequence[Any]) -> Count | None:
    """The name of a figure and its clause -> how high it is, by the first number behind it; None where none follows.

    By how much it rose or fell is no height.
    """
    for token in (*_right_before(noun), *(t for t in tokens if noun.i < t.i <= noun.i + _BEHIND), *_told_of(noun)):
        if not token.like_num or reading.doc[token.i - 1].lower_ in {"from", "by", "than"} or _tells_change(token):
            continue
        place = Span(token.idx, token.idx + len(token))
        if any(time.span.meets(place) for time in reading.of(Dated)):
            return None
        amount = next((a for a in reading.of(Amount) if a.span.meets(place)), None)
        value = number_of(token.text) if amount is None else amount.value
        if value is None:
            return None
        span = amount.span if amount is not None else place
        unit, bound = (amount.unit, amount.bound) if amount is not None else (noun.lemma_.lower(), "exactly")
        slot = AmountSlot(value, amount.high if amount else value, unit, span.of(reading.text), bound=bound, span=span)
        return Count(slot, nouns_for(noun.lemma_.lower()), is_anybody=False)
    return None


def _told_of(noun: Any) -> list[Any]:
    """The name of a figure that is a subject -> the number that its verb gives it: "the toll of it stood at [9]"."""
    verb = noun.head
    if noun.dep_ != "nsubj":
        return []
    at = [c for p in verb.children if p.dep_ == "prep" and p.lower_ in {"at", "to"} for c in p.children]
    return [t for t in (*verb.children, *at) if t.like_num and t.dep_ in {"attr", "dobj", "pobj"}]


def _tells_change(number: Any) -> bool:
    """Whether a number hangs on a verb of rising or falling and not on what follows its "to": "fell [40] percent"."""
    above = list(number.ancestors)
    verb = next((t for t in above if t.pos_ in {"VERB", "AUX"}), None)
    before = {t.lower_ for t in above[: above.index(verb)] if t.pos_ == "ADP"} if verb is not None else set()
    moves = verb is not None and (verb.lemma_ in moving() or any(c.lower_ in {"up", "down"} for c in verb.children))
    return moves and before.isdisjoint({"to", "at"})


@cache
def moving() -> frozenset[str]:
    """Verbs, by their lemmas, of what rises or falls."""
    axis = next(axis for axis in load("contrasts.yaml")["axes"] if axis["name"] == "direction")
    return frozenset(axis["alone"])


def _right_before(noun: Any) -> list[Any]:
    """The name of a figure -> the word right before it: "a [7.1] magnitude quake", "a [7.1]-magnitude quake"."""
    at = noun.i - (2 if noun.i > 1 and noun.nbor(-1).text == "-" else 1)
    return [noun.doc[at]] if at >= noun.sent.start else []


def _counted_nouns(verb: Any, hit: Wording) -> list[Any]:
    head = hit.head
    inside = {t.i for t in hit.tokens}
    if head.pos_ in {"NOUN", "ADJ"} and any(c.dep_ == "nummod" for c in head.children):
        return [head]  # "46 deaths", "23 dead"
    objects = [c for c in verb.children if c.dep_ == "dobj" and c.i not in inside]
    if is_passive(verb) or not objects or head.dep_ in {"acomp", "attr"}:
        return subjects(verb)
    return objects


def _counts_nobody(word: Any) -> bool:
    """Whether what people are counted for stands there as a noun that counts something else: "charges", "30 saves"."""
    return word.pos_ == "NOUN" and word.lemma_.lower() in load("contrasts.yaml")["counting_nobody"]


def _number(reading: Reading, noun: Any) -> Count | None:
    """A counted noun and those joined to it by "and", each with its number -> the number of all."""
    if noun.lower_ in _NONE or any(c.lower_ == "no" and is_denying(c) for c in noun.children):
        first = next((c for c in noun.lefts if c.lower_ in _NONE), noun)  # "no one", "no soldiers"
        span = Span(first.idx, noun.idx + len(noun))
        slot = AmountSlot(0.0, 0.0, _PEOPLE, span.of(reading.text), span=span)
        nobody = noun.lower_ in _NONE or noun.like_num or noun.pos_ == "PRON"
        return Count(slot, frozenset() if nobody else nouns_for(noun.lemma_.lower()), is_anybody=True)
    listed = [noun, *(c for c in noun.conjuncts if c.i > noun.i)]
    numbers = [found for one in listed if (found := _amount(reading, one)) is not None]
    if len(numbers) != len(listed):
        return None
    first = numbers[0]
    if len(numbers) > 1 and any(one.bound != "exactly" for one in numbers):
        return None
    spans = [one.span for one in numbers if one.span is not None]
    span = Span(spans[0].start, spans[-1].end)
    slot = AmountSlot(
        sum(one.value for one in numbers), sum(one.high for one in numbers), _PEOPLE,
        span.of(reading.text), bound=first.bound, span=span,
    )  # fmt: skip
    lemma = noun.lemma_.lower()
    anybody = len(listed) > 1 or noun.like_num or lemma in _anybody() or noun.pos_ in {"PRON", "ADJ"}
    return Count(slot, frozenset() if noun.like_num else nouns_for(lemma), is_anybody=anybody)


def _amount(reading: Reading, noun: Any) -> AmountSlot | None:
    """A noun with its number, or a number that stands for people -> the amount; "Bo Aas, 20, was shot" gives an age."""
    if noun.like_num and noun.i > 1 and noun.nbor(-1).text == "," and noun.nbor(-2).pos_ == "PROPN":
        return None
    if (one_more := _one_more(noun)) is not None:
        span = span_of([one_more.nbor(-1), noun])
        return AmountSlot(1.0, 1.0, _PEOPLE, span.of(reading.text), span=span)
    numerals = [c for c in noun.children if _is_numeral(c) and c.i < noun.i] or ([noun] if noun.like_num else [])
    if not numerals:
        return None
    whole = [t for t in numerals[0].subtree if t.i <= noun.i] if numerals[0] != noun else numerals
    place = span_of([*whole, *numerals])
    for amount in reading.of(Amount):
        if amount.span.meets(place):
            if amount.unit != _PEOPLE and (noun.like_num or amount.unit in load("units.yaml")["words"]):
                return None  # "carrying 70,000 barrels"
            words = amount.span.of(reading.text)
            return AmountSlot(amount.value, amount.high, _PEOPLE, words, bound=amount.bound, span=amount.span)
    if any(time.span.meets(place) for time in reading.of(Dated)):
        return None
    value = number_of(place.of(reading.text))
    if value is None:
        return None
    bound = bound_before(reading.text, place.start)
    return AmountSlot(value, value, _PEOPLE, place.of(reading.text), bound=bound, span=place)


def _one_more(noun: Any) -> Any:
    """A noun for one more than were told before -> the word that tells it: "killed two and wounded a [third]"."""
    ordinals = load("contrasts.yaml")["ordinals"]
    word = next((t for t in (noun, *noun.lefts) if ordinals.get(t.lower_, 1) > _FIRST), None)
    if word is None or not word.i or word.nbor(-1).lower_ != "a":
        return None
    if word.i + 1 < len(word.doc) and word.nbor(1).lower_ == "of":
        return None
    before = (number_of(t.text) for t in noun.doc[noun.sent.start : word.i] if t.like_num)
    return word if ordinals[word.lower_] - 1 in before else None


def _is_numeral(token: Any) -> bool:
    """Whether a word before a noun counts it; "Eleven" that begins a sentence passes for an adjective."""
    return bool(token.dep_ == "nummod" or (token.dep_ == "amod" and token.like_num))


def _is_of_old(reading: Reading, verb: Any, tokens: Sequence[Any]) -> bool:
    """Whether a count is of what went before, or of all that has happened since: not that of the happening."""
    ordering = {t.i for since in verb.sent if _tells_order(since) for t in since.subtree}
    own = [t for t in tokens if t.i not in ordering]
    if any(t.lower_ in _SINCE for t in (*own, *_sentence_before(verb))):
        return True
    whole = verb
    while whole.dep_ in _HANGING and not (whole.dep_ in {"conj", "advcl"} and is_finite(whole)):
        whole = whole.head  # "hit the town in February, killing 40 and wounding 80"
    beside = [t for t in whole.subtree if t.i not in ordering] if whole != verb else []
    around = [*own, *beside, *_sentence_before(verb)]
    times = [t for t in reading.of(Dated) if any(t.span.start <= p.idx < t.span.end for p in around)]
    days = published(reading)
    return days is not None and any(t.latest is not None and (days[0] - t.latest).days > _OLD for t in times)


def _tells_order(since: Any) -> bool:
    """Whether a "since" tells since when something is the fifth of its kind, and not since when people are counted."""
    ordinals = load("contrasts.yaml")["ordinals"]
    before = since.doc[max(since.sent.start, since.i - _BEHIND - 1) : since.i]
    return since.lower_ == "since" and since.head.pos_ == "NOUN" and any(t.lower_ in ordinals for t in before)


def _sentence_before(verb: Any) -> Sequence[Any]:
    """Verb -> the words of the sentence before where "it" stands for what that tells of: "It killed 612 people"."""
    own = next(iter(subjects(verb)), None)
    start = verb.sent.start
    return list(verb.doc[start - 1].sent) if start and own is not None and own.lower_ in {"it", "that", "this"} else []


@cache
def _anybody() -> frozenset[str]:
    return frozenset(load("contrasts.yaml")["anybody"])


def ranks(tokens: Sequence[Any]) -> Iterator[tuple[Any, str, int, Span]]:
    """Words of a sentence -> each word that ranks with its scale, the place on it, and the words for these."""
    ordinals = load("contrasts.yaml")["ordinals"]
    for token in tokens:
        before = [t for t in tokens if t.lower_ in ordinals and t.i in {token.i - 1, token.i - 2}]
        if token.tag_ == "JJS" and token.lower_ not in _UNSCALED:
            scale, place = _scale(token.lemma_.lower()), ordinals[before[0].lower_] if before else 1
            if scale:
                yield token, scale, place, span_of([*before, token])
        elif token.lower_ in ordinals and token.pos_ in {"ADJ", "NOUN", "NUM"} and not _tells_no_place(token, tokens):
            yield token, "order", ordinals[token.lower_], span_of([token])


def _tells_no_place(ordinal: Any, tokens: Sequence[Any]) -> bool:
    """Whether an ordinal only counts a superlative behind it ("the second largest") or is a fraction ("one-sixth")."""
    superlative = any(t.tag_ == "JJS" and t.i in {ordinal.i + 1, ordinal.i + 2} for t in tokens)
    return superlative or (ordinal.i > 0 and ordinal.nbor(-1).lower_ in {"-", "one"})


def ranked(word: Any) -> Any:
    """Word that ranks -> the noun that it ranks, None for one that has none or tells only a part or a time."""
    noun = word.head if word.dep_ in {"amod", "nmod", "compound", "npadvmod"} else word
    noun = noun.head if noun.tag_ == "JJS" and noun.dep_ == "amod" else noun
    untold = noun.lemma_.lower() in load("contrasts.yaml")["unranked"] or word.dep_ == "advmod"
    return None if untold else noun


@cache
def _scale(adjective: str) -> str:
    """Adjective, in whatever degree -> the scale of contrasts.yaml that it stands on, "" for none."""
    root = adjective.removesuffix("est")
    forms = {adjective, root, f"{root}e", root[:-1], f"{root[:-1]}y"}  # large(st), big(gest), deadl(iest)
    scales = enumerate(load("contrasts.yaml")["scales"])
    return next((f"scale {number}" for number, group in scales if forms & set(group)), "")
