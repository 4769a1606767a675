"""Parse and times -> amounts: how much, of what, per which period."""

import re
from collections.abc import Iterator
from functools import cache
from typing import Any, Literal, NamedTuple

from msgspec.structs import replace

from rashomon.lexicon.files import load
from rashomon.model import Amount, Reading, Sentence, Span, Syntax, TimeExpression
from rashomon.readers.equivalents import with_equivalents
from rashomon.readers.numerals import NUMBER, number_of
from rashomon.registry import stage
from rashomon.settings import Settings
from rashomon.text.grammar import phrase, span_of, tokens_in

Bound = Literal["exactly", "about", "nearly", "over", "at least", "under", "at most"]
_PARENT = re.compile(
    r"(?i)\b(?:grand)?(?:mother|father|mom|mum|dad|parents?) of (?:\w+ )?$"
)  # of how many, and no more
_SHARE = re.compile(r"(?i)\b(?:one|two|three|four|five|six|seven|eight|nine|\d+) (?:in|out of)(?: every)? $")
"""Words before a number of which others are a share: "one in [five] workers" are no five."""
_LINK = r"(?:\s+(?:to|and|or)\s+|\s?[-–]\s?)"


class _Units(NamedTuple):
    """The unit file, compiled."""

    names: dict[str, str]
    people: frozenset[str]
    toll: frozenset[str]
    time: frozenset[str]
    never: frozenset[str]
    flows: frozenset[str]
    money: frozenset[str]
    find: re.Pattern[str]
    per: re.Pattern[str]
    bound: re.Pattern[str]
    bounds: dict[str, Bound]
    signs: dict[str, str]
    adverbs: dict[str, str]
    glued: dict[str, str]
    metres: re.Pattern[str]
    way: re.Pattern[str]


@cache
def _units() -> _Units:
    data = load("units.yaml")
    signs = "|".join(re.escape(s) for s in sorted(data["sign"], key=len, reverse=True))
    names = {form: unit for unit, forms in data["words"].items() for form in forms}
    long = sorted((f for f in names if " " in f), key=len, reverse=True)
    bounds = {w: kind for kind, ws in data["bounds"].items() for w in ws}
    adverbs = data["adverbs"]
    measure = "|".join(data["time"] + ["barrel", "person", "tonne", "ton", "head", "kilogram", "kilo", "share"])
    money = "|".join(sorted((form for form, unit in names.items() if unit in data["money"]), key=len, reverse=True))
    number = rf"(?P<sign>{signs})?\s?(?P<low>{NUMBER})(?:{_LINK}(?:{signs})?(?P<high>{NUMBER}))?"
    glued = "|".join(sorted(data["glued"], key=len, reverse=True))
    spelt = "|".join(re.escape(form).replace(r"\ ", "[ -]") for form in long)
    unit = rf"(?:[ -]?(?P<long>{spelt})s?\b|\s?(?P<cent>%)|(?P<glued>{glued})\b)?"
    return _Units(
        names=names,
        people=frozenset(data["people"]),
        toll=frozenset(data["toll"]),
        time=frozenset(data["time"]),
        never=frozenset(data["never"]),
        flows=frozenset(data["flows"]),
        money=frozenset(data["money"]),
        find=re.compile(rf"(?<![\w.,$£€#/–-])(?P<between>(?:between|from)\s+)?{number}{unit}", re.IGNORECASE),
        per=re.compile(
            rf"\s+(?:(?:an?|per|each|every)\s+(?P<unit>{measure})s?(?!\s+(?:ago|earlier|before|later|after))|to\s+(?:the|an?)\s+(?P<money>{money})s?(?!\s+zone)"
            rf"|(?P<adverb>{'|'.join(adverbs)}))\b"
        ),
        bound=re.compile(
            rf"\b(?P<word>{'|'.join(sorted(bounds, key=len, reverse=True))})\s+(?P<article>(?:a|the)\s+)?$",
            re.IGNORECASE,
        ),
        bounds=bounds,
        signs=data["sign"],
        adverbs=adverbs,
        glued=data["glued"],
        metres=re.compile(r"\dm$"),
        way=re.compile(rf"\)|-?\s?(?:{'|'.join(data['way'])})\b"),
    )


_NEVER = re.compile(r"(?:\bnever|\bnot|n[’']t)\b(?: \w+){0,2} $", re.IGNORECASE)
"""Before "fewer than": at least."""
_NO = re.compile(r"\bno (?:\w+ ){1,2}$", re.IGNORECASE)
"""Before "above": at most, as in "no enrichment above 60 percent"."""
_MODEL = re.compile(r"\b[A-Z]{1,3}[ -]$")
"""Letters right before a number: it tells a model ("AK 47 rifles") and counts nothing."""
_RANK = re.compile(r"\b[Nn]os?\. ?$")
"""Right before a number: it tells a place in a row ("the No. 2 official") and counts nothing."""
_SCORE = re.compile(r"\d ?[-–] ?\d")
_FROM_TO = re.compile(r"(?:from\s+)?(?P<was>\S.*?)\s+to\s+(?P<now>\S.*)$", re.IGNORECASE | re.DOTALL)
_SIGNS = frozenset("$£€¥₹")
_NEAR = 20  # tokens between a verb of change and its "from"
_YEAR = re.compile(r"(?:19|20)\d\d$")
_CHANGES = frozenset({
    "rise", "raise", "increase", "grow", "climb", "jump", "expand", "lift", "widen", "swell", "double", "boost", "go",
    "fall", "cut", "drop", "decline", "reduce", "lower", "shrink", "narrow", "slide", "decrease", "change", "revise",
    "slash", "sink",
})  # fmt: skip


@stage(needs=[Syntax, Sentence, TimeExpression], gives=[Amount])
def read_amounts(reading: Reading, settings: Settings) -> Iterator[Amount]:  # noqa: ARG001 - a stage's shape
    """Reading with parse and times -> its amounts in text order; pure durations are left to the times."""
    yield from with_equivalents(reading.text, list(_amounts(reading)))


def _amounts(reading: Reading) -> Iterator[Amount]:
    taken = [t.span for t in reading.of(TimeExpression)]
    for sentence in reading.of(Sentence):
        words = sentence.span.of(reading.text)
        if not any(c.isdigit() for c in words) and not re.search(NUMBER, words, re.IGNORECASE):
            continue
        here = [t for t in taken if t.meets(sentence.span)]
        found = [a for m in _units().find.finditer(words) if (a := _amount(reading, sentence.span.start, m, here))]
        yield from _shared_periods(reading, [a for one in found for a in _changed(reading, one)])


def _changed(reading: Reading, amount: Amount) -> Iterator[Amount]:
    """Amount -> itself; "raised from 5 to 8 percent" is no range, but what was and what is, of one unit."""
    words = amount.span.of(reading.text)
    ends = _FROM_TO.match(words)
    falls = amount.high < amount.value
    if ends is None and falls:  # "between 10 and 5 percent" is a range all the same, "1-0 percent" is none
        if _SCORE.search(words) is None:
            yield replace(amount, value=amount.high, high=amount.value)
        return
    if ends is None or not (falls or _is_change(tokens_in(reading.doc, amount.span))):
        yield amount
        return
    for name, value in (("was", amount.value), ("now", amount.high)):
        if name == "now" and falls and ends["was"][0] in _SIGNS and ends["now"][0] not in _SIGNS:
            return  # "from $42 to four cents": the second is of another unit
        span = Span(amount.span.start + ends.start(name), amount.span.start + ends.end(name))
        yield Amount(span, value, value, amount.unit, amount.per, amount.of)


def _is_change(piece: Any) -> bool:
    """Whether what stands right before tells that something went from the one amount to the other, or by and to."""
    before = piece.doc[max(piece.sent.start, piece.start - _NEAR) : piece.start]
    if piece[0].lower_ != "from":
        return len(before) > 0 and before[-1].lower_ in {"up", "down"}
    return any(t.lemma_.lower() in _CHANGES for t in before)


def _amount(reading: Reading, base: int, match: re.Match[str], taken: list[Span]) -> Amount | None:
    """A number found in a sentence -> the amount that it is part of, or None where it counts nothing."""
    low, high = number_of(match["low"]), number_of(match["high"]) if match["high"] else None
    end = base + match.end()
    number = Span(base + (match.start("sign") if match["sign"] else match.start("low")), end)
    if low is None or any(t.meets(number) for t in taken) or _PARENT.search(reading.text, base, number.start):
        return None
    if _SHARE.search(reading.text, base, number.start) or _RANK.search(reading.text, base, number.start):
        return None
    joined = match["high"] and (match["between"] or not re.search(r"\band\b", match[0]))
    if match["high"] and not joined:
        return None
    if match["high"] and high is not None and low < high / 1000 and _scale(match["high"]) > 1:
        low *= _scale(match["high"])  # "between three and five million"
    start = base + match.start() if match["between"] and match["high"] else number.start
    unit, stop, of = _unit(reading, number, match)
    if unit is None:
        return None
    if unit == "metre" and _units().metres.search(number.of(reading.text)):
        low, high = low / 1e6, high and high / 1e6  # "200m down a gully" is no 200 million
    of = of or _of(reading, number, stop)
    stop_with = of.end if of is not None and 0 <= of.start - stop <= 4 else stop
    per, stop = _period(reading.text, stop, stop_with, unit)
    return Amount(
        Span(start, stop),
        low,
        high if high is not None else low,
        unit,
        per,
        of,
        bound_before(reading.text, start),
    )


def _scale(words: str) -> float:
    scale = re.search(r"(thousand|million|billion|trillion)$|(?<=\d)\s?(k|m|mn|bn|tn)$", words.lower())
    return float(number_of(f"1 {scale[1] or scale[2]}") or 1) if scale else 1.0


def _unit(reading: Reading, number: Span, match: re.Match[str]) -> tuple[str | None, int, Span | None]:
    """The number -> its unit, where the words for it end, and the words for what is counted if the unit names it."""
    units = _units()
    if match["sign"]:
        return (
            units.signs[match["sign"].upper() if match["sign"] not in units.signs else match["sign"]],
            number.end,
            None,
        )
    if match["cent"]:
        return "percent", number.end, None
    if match["long"] or match["glued"]:
        return (
            units.names.get((match["long"] or "").lower().replace("-", " ")) or units.glued[match["glued"].lower()],
            number.end,
            None,
        )
    if re.match(
        r"-(?:year|month|week|day)s?-|[:/.]\d|(?:st|nd|rd|th)\b|-\d", reading.text[number.end : number.end + 10]
    ):
        return None, number.end, None
    token = _next_noun(reading.doc, number)
    if token is None:
        is_length = units.metres.search(number.of(reading.text)) and units.way.match(reading.text, number.end)
        return "metre" if is_length else None, number.end, None
    lemma, end = token.lemma_.lower(), token.idx + len(token)
    if token.lower_ in units.names or lemma in units.names:
        return units.names.get(lemma) or units.names[token.lower_], end, None
    if lemma in units.people or token.lower_ in units.people:
        return "people", end, None if lemma in {"people", "person"} else Span(token.idx, end)
    before = reading.doc[token.i - 1]
    if f"{before.lemma_.lower()} {lemma}" in units.people:
        return "people", end, Span(before.idx, end)
    if token.lower_ in units.toll:
        return "people", end, Span(token.idx, end)
    if _is_dialled(number.of(reading.text), lemma):
        return None, number.end, None
    if lemma in units.time or lemma in units.never or not _counts(token, number, reading.text):
        return None, number.end, None
    return lemma, end, None


def _is_dialled(number: str, noun: str) -> bool:
    """Whether a number is that of an emergency line: "911 calls"."""
    dialled = load("units.yaml")["dialled"]
    return number in dialled["numbers"] and noun in dialled["nouns"]


def _counts(token: Any, number: Span, text: str) -> bool:
    """Whether a plural noun after a number is a count of things worth comparing: in figures, ten or more."""
    value = number_of(number.of(text))
    return (
        token.tag_ == "NNS"
        and token.text.isalpha()
        and text[number.start].isdigit()
        and value is not None
        and value >= 10
        and not _YEAR.match(number.of(text))
        and not _MODEL.search(text, max(0, number.start - 5), number.start)
        and not any(
            c.dep_ in {"compound", "nmod"} and c.pos_ == "PROPN" and c.idx < number.start for c in token.children
        )
    )


def _next_noun(doc: Any, number: Span) -> Any:
    """The noun that the number counts: the head of a run of adjectives and nouns after it, or a word of a toll."""
    piece = tokens_in(doc, number)
    if piece is None or not len(piece):
        return None
    at, best = piece.end, None
    while at < len(doc) and at < piece.end + 5 and not doc[at].is_space:
        token = doc[at]
        if token.lower_ in _units().toll and best is None:
            return token
        if token.pos_ not in {"NOUN", "ADJ", "PROPN"} and token.tag_ not in {"VBN", "VBG"} and token.lower_ != "-":
            break
        if token.tag_ in {"VBN", "VBG"} and best is not None:
            break  # "15,000 people including employees"
        if token.lower_ in _units().names or token.lemma_.lower() in _units().names:
            return token
        if token.pos_ == "NOUN":
            best = token
        at += 1
    return best


def _period(text: str, stop: int, stop_with: int, unit: str) -> tuple[str | None, int]:
    """Text, the ends of unit and of what is counted, unit -> the period or unit that it is per, and the new end."""
    units = _units()
    for at in (stop, stop_with):
        found = units.per.match(text, at)
        if found and found["money"] and unit in units.money:
            return units.names[found["money"].lower()], found.end()
        if found and not found["money"]:
            per = found["unit"] or units.adverbs[found["adverb"]]
            return units.names.get(per, per), found.end()
    return None, stop


_REACHED = re.compile(
    r"(?i)\b(?:(?:br(?:ing|ought)|push|rais|lift|driv|drove)\w*\b(?: [\w’'-]+){1,4}|gone|went|risen|rose|climbed|crept"
    r"|add(?:s|ed|ing)?) up to$"
)
"""What has gone or is brought up to a figure has come to it: "brings its stake up to", not "raises up to"."""


def bound_before(text: str, start: int) -> Bound:
    """Text and where a number begins in it -> how exact it is told to be: "nearly", "at least"."""
    found = _units().bound.search(text, max(0, start - 24), start)
    if found is None or (found["article"] and " " not in found["word"]):
        return "exactly"  # "a row over a $10 billion contract"
    if _REACHED.search(text, max(0, found.start() - 60), found.end("word")):
        return "exactly"  # "which brings its stake up to 30 percent"
    bound = _units().bounds[found["word"].lower()]
    before = text[max(0, found.start() - 30) : found.start()]
    if bound == "over" and _NO.search(before):
        return "at most"
    return "at least" if bound == "under" and _NEVER.search(before) else bound


def _of(reading: Reading, number: Span, end: int) -> Span | None:
    """The words for what is counted: behind "of", or what is capped, cut or set "to" or "at" this amount."""
    piece = tokens_in(reading.doc, Span(number.start, end))
    noun = piece.root
    for child in noun.children:
        if child.lower_ == "of" and child.i >= piece.end - 1:
            return next((span_of(phrase(c)) for c in child.children if c.dep_ == "pobj"), None)
    if noun.dep_ != "pobj" or noun.head.lower_ not in {"at", "to", "by"}:
        return None
    before = reading.doc[noun.head.i - 1] if noun.head.i else None
    if before is not None and before.pos_ == "NOUN" and _after_and(before):
        return span_of(phrase(before))
    governor = noun.head.head
    if governor.pos_ in {"VERB", "AUX"}:
        thing = next((c for c in governor.children if c.dep_ in {"dobj", "nsubjpass"}), None)
    else:
        thing = governor if governor.pos_ == "NOUN" else None
    return _flowing(thing) if thing is not None else None


def _after_and(noun: Any) -> bool:
    """Whether the noun phrase stands right behind "and": the ellipsis of "... and crude oil to 4 million barrels"."""
    first = phrase(noun)[0]
    return first.i > 0 and first.nbor(-1).lower_ in {"and", "or", ","}


def _flowing(thing: Any) -> Span | None:
    """From "exports of oil to X" -> "oil"; any other noun -> its own phrase without what follows a preposition."""
    seen = {thing.i}
    while (
        thing.lemma_.lower() not in _units().flows and thing.dep_ in {"pobj", "conj"} and thing.head.head.i not in seen
    ):
        higher = thing.head.head if thing.dep_ == "pobj" else thing.head
        if higher.pos_ != "NOUN":
            break
        seen.add(higher.i)
        thing = higher
    if thing.lemma_.lower() not in _units().flows:
        return None
    for prep in thing.children:
        if prep.lower_ == "of":
            return next((span_of(phrase(c)) for c in prep.children if c.dep_ == "pobj"), None)
    named = [c for c in thing.children if c.dep_ in {"compound", "amod"} and c.i < thing.i]
    return span_of(named) if named else None


def _shared_periods(reading: Reading, found: list[Amount]) -> Iterator[Amount]:
    """Amounts of a sentence -> the same; one without a period shares that of the next with the same unit."""
    for i, amount in enumerate(found):
        later = found[i + 1] if i + 1 < len(found) else None
        if later and amount.per is None and later.per and later.unit == amount.unit:
            between = reading.doc.char_span(amount.span.end, later.span.start, alignment_mode="contract")
            words = {t.lower_ for t in between} if between is not None else set()
            if words & {"and", "or"} and not any(t.pos_ == "VERB" for t in between):
                yield Amount(amount.span, amount.value, amount.high, amount.unit, later.per, amount.of, amount.bound)
                continue
        yield amount
