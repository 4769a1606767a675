"""A dated event that is an article's news, or that its news answers -> what that says of the day of publication."""

import datetime as dt
from collections.abc import Iterator
from typing import Any

from rashomon.linking.dating.almanac import Almanac, by_place
from rashomon.linking.dating.dated_event import Told, witness
from rashomon.linking.dating.kinds import lemmas
from rashomon.linking.dating.solver import NEWS_WEEK, Constraint, Option
from rashomon.linking.dating.undated import LOOKS_BACK, Undated, is_past
from rashomon.model import Span
from rashomon.text.grammar import auxiliaries, status_of, tense, tokens_in

_BY_THE_WAY = frozenset({"appos", "amod", "poss"})
"""How what hangs on another word says something of it by the way."""
_PERHAPS = frozenset({"may", "might", "could", "would", "should", "must"})
_ANSWERED = dt.timedelta(6)
"""Days after a happening within which states and bodies say what they think of it, and papers lead with that."""
_SEARCHED = dt.timedelta(14)
"""Days after a happening within which its dead and living are searched for."""


def constraints(text: Undated, almanac: Almanac) -> Iterator[Constraint]:
    """Article and the dated events -> the day of its news where its lead tells one, or an answer to one; not sure.

    Texts that look back over years may begin with what happened then: they must name the weekday. Nothing is said of
    resolutions, which are answered for as long as they stand.
    """
    for sent in text.lead[:1]:
        if text.in_another_year(sent) or LOOKS_BACK.search(text.text, sent.span.start, sent.span.end):
            continue
        around = Span(sent.span.start, text.told_further(sent))
        told_in = almanac.told_in_lead(text.text, sent.span, text.lower, around, text.weekday_of_news)
        named = text.news_weekday is not None  # without its weekday a lead must tell an event by all of its words
        news = [t for t in told_in if t.done and (t.whole or named) and not (t.event.recalled or t.event.numbered)]
        if LOOKS_BACK.search(text.text):
            news = [t for t in news if text.weekday_of_news in t.event.weekdays]
        for told in by_place(news):
            word = tokens_in(text.reading.doc, Span(told[0].start, told[0].end)).root
            if _is_the_news(word):
                yield _news_of(text, told, "is the news", dt.timedelta(1))
            elif _is_answered(word):
                yield _news_of(text, told, "is what the news answers", _ANSWERED)
            elif named and _is_introduced(word):
                yield _news_of(text, told, "is what the news came after", _ANSWERED)
            elif _is_followed(word):
                late = _ANSWERED if named else _SEARCHED
                yield _news_of(text, told, "is what is still being searched and cleared", late)


def _news_of(text: Undated, told: list[Told], how: str, late: dt.timedelta) -> Constraint:
    """Dated events that the same words may mean, how they bear on the news and its lag -> the bound."""
    days = [(t.event.first, t.event.last + late) for t in told]
    within = tuple((first, last + dt.timedelta(NEWS_WEEK)) for first, last in days)
    shown = text.quoted(Span(told[0].start, told[0].end))
    return Constraint(
        f"{shown} in the lead {how}:",
        lambda _day, news: any(first <= news <= last for first, last in days),
        within,
        tuple(Option(*span, t.named) for span, t in zip(within, told, strict=True)),
        of_news=True,
        sure=False,
        witness=witness(told, checked=text.news_weekday is not None and how == "is the news"),
    )


def _is_the_news(word: Any) -> bool:
    """Whether the word for a happening is what the main clause tells as past: its verb, or the subject of one."""
    verb = word if word.pos_ in {"VERB", "AUX"} else word.head if word.dep_ in {"nsubj", "nsubjpass"} else None
    if verb is None or (word != verb and verb.lemma_.lower() not in lemmas("strikes")):
        return False
    sure = status_of(verb) == "happened" and not _PERHAPS & set(auxiliaries(verb))
    return sure and _is_main(verb) and is_past(verb)


def _is_answered(word: Any) -> bool:
    """Whether a word for a happening hangs on a verb or noun of approval, blame or grief in the main clause.

    What only says who somebody is may be long known: "a tribute to the daughter of the slain head".
    """
    above = word
    while above.head != above:
        if above.dep_ in _BY_THE_WAY:
            return False
        above = above.head
        if above.dep_ in {"relcl", "advcl", "acl"}:
            return False
        if above.lemma_.lower() in lemmas("answers"):
            while above.pos_ not in {"VERB", "AUX"} and above.head != above:
                above = above.head
            return _is_main(above) and tense(above) in {"past", "present"} and not _is_before(above)
    return False


def _is_introduced(word: Any) -> bool:
    """Whether a main clause comes after a happening that is told for the first time: "remained after a fire"."""
    after = word.head
    if word.dep_ != "pobj" or after.lower_ not in {"after", "following"}:
        return False
    return any(c.lower_ in {"a", "an"} for c in word.children) and after.head.pos_ == "VERB" and _is_main(after.head)


def _is_followed(word: Any) -> bool:
    """Whether a main clause with a word of rescue tells what is done after a happening, or hangs on it.

    "Rescuers searched the wreck on Saturday after it struck a rock".
    """
    verb = word if word.pos_ in {"VERB", "AUX"} else word.head
    if verb.dep_ != "advcl" or not any(c.lower_ in {"after", "as", "when", "since"} for c in verb.children):
        return False
    main = verb.head
    own = (t for t in main.subtree if verb not in (t, *t.ancestors))
    return _is_main(main) and any(t.lemma_.lower() in lemmas("rescues") for t in own)


def _is_main(verb: Any) -> bool:
    """Whether a verb is that of the main clause, is coordinated with it, or is what somebody there makes known.

    What somebody merely says may be long known.
    """
    while verb.dep_ in {"conj", "xcomp"} or (
        verb.dep_ == "ccomp" and verb.head.lemma_.lower() in lemmas("makes known")
    ):
        verb = verb.head
    return bool(verb.dep_ == "ROOT")


def _is_before(verb: Any) -> bool:
    return "have" in auxiliaries(verb) and any(c.lower_ in {"had", "'d"} for c in verb.children)
