"""Whom a text speaks of as in office -> what that says of the day of publication."""

import datetime as dt
import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from rashomon.lexicon.elections import elections
from rashomon.linking.dates.rules import arguments
from rashomon.linking.dating.kinds import lemmas
from rashomon.linking.dating.solver import ENOUGH, Constraint, Interval, Option, Witness, bounded
from rashomon.linking.dating.terms import Held, Term, Terms
from rashomon.linking.dating.undated import LOOKS_BACK, Undated
from rashomon.model import TimeExpression
from rashomon.text.grammar import auxiliaries, tense, tokens_in

_OF_NOW = frozenset({"weekday", "day", "clock", "weekend", "month-day"})
_DAYS_AGO = frozenset({"D", "H", "MIN"})
_THIS = frozenset({"this", "last", "next"})
_PARTAKING = frozenset({"nsubj", "nsubjpass", "dobj", "dative"})
_DOING = frozenset({"nsubj", "nsubjpass"})
_LED = frozenset({"that", "government", "administration", "cabinet"})
_KEPT = frozenset(
    {"president", "prime minister", "premier", "chancellor", "king", "vice president", "governor", "gov", "mayor"}
)
"""Offices whose title, alone before the name, is given for life."""
_LEAVING = re.compile(
    r"\b(?:resign|step\w* down|sack|oust|fired|dismiss|outgoing|success|replac|impeach|assassinat|toppl|overthr|remov|"
    r"depos)\w*|"
    r"\b(?:died|death|killed|defeated|quit|former)\b",
    re.IGNORECASE,
)
_COUP = re.compile(
    r"\b(?:coups?|junta|putsch(?:ists)?|mutin(?:y|eers|ous)|deposed|held captive|"
    r"house arrest|deprived of|"
    r"(?:army|military|generals?|soldiers|officers|troops)(?: \w+)? (?:remov|oust|toppl|overthr|depos)\w*)\b",
    re.IGNORECASE,
)
"""Where power was taken by force, many go on for years calling whom it was taken from by the office."""
_YEARS_APART = re.compile(r"\b(?:years?|decades?) (?:ago|after|since|before|later|earlier)\b", re.IGNORECASE)
"""Words by which a sentence tells of a time years from now: "thirteen years after President Bush signed"."""
_FORMER = re.compile(
    r"\b(?:an?|the|his|her|their) (?:former|ex)[ -](?:president|prime minister|premier|chancellor)\b(?! [A-Z])"
)
"""Words by which a text speaks of somebody out of office whom it may call by the office as well."""
_TO_COME = re.compile(
    r",?\s(?:(?:will|is|are|was|were|would)\s(?:to\s|about\sto\s|due\sto\s|set\sto\s)?)?"
    r"(?:(?:takes?|assumes?|enters?|comes?)\s(?:office|power|over|in|into\soffice|to\spower)|"
    r"(?:be\s)?(?:sworn\sin|inaugurated))\b"
)
"""Words after a holder by whom an office is yet to be taken: "before the Obama administration takes office"."""
_HAS_LEFT = re.compile(
    r",? who (?:has |had |have )?(?:since )?(?:left|fled|resigned|quit|stepped down|fell|lost power|"
    r"(?:was|were|been) (?:ousted|overthrown|deposed|toppled|removed|driven out|forced (?:out|to)))\b"
)
"""Words after a holder by whom an office has been left, nobody knows how long ago."""
_ASIDE = frozenset({"relcl", "acl", "advcl"})
_MEANWHILE = frozenset({"when", "as", "while"})
_CAMPAIGN = re.compile(
    r"\b(?:primar(?:y|ies)|caucus(?:es)?|nominations?|nominees?|delegates?|campaign\w*|candidates?|debates?|polls?|"
    r"front-?runners?|endors\w+|rivals?|running mate|conventions?|presidential (?:race|bid|run|hopefuls?))\b",
    re.IGNORECASE,
)
_HEAD = 4
"""Sentences at the head of an article that tell its news, in whatever tense."""
_TO_OFFICE = dt.timedelta(260)
"""Days for which somebody chosen for an office waits for it at most; in Indonesia it was some 250."""
_SLACK = dt.timedelta(14)
"""How long news may go on calling somebody by an office, in a text that tells of leaving one."""


def constraints(text: Undated, terms: Terms) -> Iterator[Constraint]:
    """Article and terms of office -> a bound for each office whose holder it tells news of, none of them sure.

    Terms that do not go together tell of different times: none of them is used. Nor are candidacies that do not go
    together with them, as those are told of for long.
    """
    found: dict[tuple[Term, ...], Held] = {}
    named, former = list(terms.named_in(text.text)), terms.former_in(text.text)
    left = list(terms.left_in(text.text))
    for held in named:
        if any(words.match(text.text, held.span.end) for words in (_TO_COME, _HAS_LEFT)):
            continue
        if held.terms not in found and _is_of_now(text, held) and not _is_over(held, named, former):
            found[held.terms] = held
    rivals = terms.rivals_in(text.text) if _is_campaign(text) else None
    if rivals is not None:
        found[rivals.terms] = rivals
    since = [*map(_earliest, named), *(min(last for term in h.terms for _, last in term.days) for h in left)]
    over = [key for key, h in found.items() if _is_sought(h) and since and _latest(h) < max(since)]
    found = {key: held for key, held in found.items() if key not in over}
    for sought in (False, True):
        heard = [held for held in found.values() if sought or not _is_sought(held)]
        if _go_together(text, heard):
            yield from (_in_office(text, held) for held in heard if _is_sought(held) == sought)
    yield from _left(text, left)
    yield from _chosen(text, terms)


def _left(text: Undated, found: list[Held]) -> Iterator[Constraint]:
    """Whoever is called by a former office: the article came out when the term was over."""
    for held in found:
        days = sorted({(last, dt.date.max) for term in held.terms for _, last in term.days if last != dt.date.max})
        if days:
            why = f"{text.quoted(held.span)} is out of office:"
            options = tuple(Option(*left, _named(held.terms[0], *held.terms[0].days[0])) for left in days[:1])
            yield bounded(why, days[:1], options=options, sure=False)


def _chosen(text: Undated, terms: Terms) -> Iterator[Constraint]:
    """Whoever is called as elected to an office: the article came out between the choice and the term."""
    for held in terms.chosen_in(text.text):
        if _is_of_now(text, held):
            days = sorted({(_choice(term, first), first) for term in held.terms for first, _ in term.days})
            options = tuple(Option(*on, f"{t.name}, {t.office.name}") for t in held.terms[:1] for on in days)
            yield bounded(f"{text.quoted(held.span)} is yet to take office:", days, options=options, sure=False)


def _choice(term: Term, first: dt.date) -> dt.date:
    """A term and its first day -> the day from which its holder can have been called as chosen for it."""
    voted = [e.first for e in elections("president", term.office.of) if first - _TO_OFFICE <= e.first <= first]
    return max(voted, default=first - _TO_OFFICE)


def _is_campaign(text: Undated) -> bool:
    """Whether an article begins with news of a campaign, and no memory of one."""
    head = [s for s in text.sentences[:_HEAD] if not text.in_another_year(s)]
    return any(_CAMPAIGN.search(text.text, s.span.start, s.span.end) for s in head) and not any(
        LOOKS_BACK.search(text.text, s.span.start, s.span.end) for s in head
    )


def _earliest(held: Held) -> dt.date:
    """Whoever is given an office -> the day since when, at the earliest, they can have been called by it."""
    return min(first for term in held.terms for first, _ in term.days)


def _latest(held: Held) -> dt.date:
    return max(last for term in held.terms for _, last in term.days)


def _is_sought(held: Held) -> bool:
    return all(term.office.sought for term in held.terms)


def _go_together(text: Undated, found: list[Held]) -> bool:
    """Article and those whom it gives offices -> whether on some day all of them can have held them."""
    common: list[Interval] = [(dt.date.min, dt.date.max)]
    for held in found:
        common = [
            (max(a, first), min(b, last))
            for a, b in common
            for first, last in _days(text, held)
            if a <= last and first <= b
        ]
    return bool(common)


def _in_office(text: Undated, held: Held) -> Constraint:
    once = {(term.office, days): term for term in reversed(held.terms) for days in term.days}  # "Donald J. Trump" too
    options = tuple(Option(*days, _named(term, *days)) for (_, days), term in reversed(once.items()))
    why = f"{text.quoted(held.span)} stands in the news:"
    witness = Witness(frozenset(f"{t.name}, {t.office.name}" for t in held.terms), ENOUGH, happened=False)
    return bounded(why, _days(text, held), options=options, sure=False, witness=witness)


def _until(text: Undated, last: dt.date) -> dt.date:
    """Article and the last day of a term -> the last day on which it can call its holder by the office."""
    if last == dt.date.max or _is_told(_COUP, text.text):
        return dt.date.max
    return last + _SLACK if _is_told(_LEAVING, text.text) else last


@lru_cache(maxsize=4)
def _is_told(pattern: re.Pattern[str], text: str) -> bool:
    return pattern.search(text) is not None


def _days(text: Undated, held: Held) -> list[Interval]:
    """Article and whom it calls by an office -> the days on which it can have called them so."""
    return sorted({(first, _until(text, last)) for term in held.terms for first, last in term.days})


def _named(term: Term, first: dt.date, last: dt.date) -> str:
    """A term -> its holder, office, days and source."""
    until = f"to {last}" if last != dt.date.max else "on"
    return f"{term.name}, {term.office.name} ({first} {until}; {term.office.source})"


def _is_over(held: Held, named: list[Held], former: frozenset[Term]) -> bool:
    """Whether the text itself says that somebody whom it calls by an office is out of it: many keep the title for life.

    It calls them former elsewhere, or calls by the same office somebody who came to it later.
    """
    if former.issuperset(held.terms):
        return True
    offices = {term.office for term in held.terms}
    last = max(last for term in held.terms for _, last in term.days)
    return any(
        {term.office for term in other.terms} == offices and min(t.days[0][0] for t in other.terms) >= last
        for other in named
    )


def _is_of_now(text: Undated, held: Held) -> bool:
    """Whether the clause that gives somebody an office tells the news or the state of things, and no other time.

    News stands at the head, or with a time counted from now. A clause told by the way, in the past, may tell of any
    time, and who is quoted may call people by what they once were: there the tense must say that it is now.
    """
    sent = text.sentence_of(held.span)
    if sent is None or text.in_another_year(sent) or _YEARS_APART.search(text.text, sent.span.start, sent.span.end):
        return False
    name = tokens_in(text.reading.doc, held.span).root
    past_holder = _has_former(text.text)
    if text.is_quoted(held.span):
        return _is_present(name) and not past_holder
    clause = _clause(name)
    aside = any(map(_is_aside, clause)) or _is_doer_aside(name)
    if sent.number < _HEAD and not aside and not past_holder:
        return True
    does = not aside and bool(clause) and name.dep_ in _DOING and name.head in clause
    told = [*clause, *(c for c in name.children if c.dep_ == "relcl")]  # "X, who spoke on Friday"
    if any(_points_to_now(e) and (does or _verb_of(text, e) in told) for e in text.within(sent.span)):
        return True
    if not aside and clause and not _is_kept(held) and _is_now(clause[-1]):
        return True
    if does and not past_holder and name.head.dep_ == "ROOT" and name.head.lemma_.lower() in lemmas("tells the press"):
        return True
    return _is_present(name)


def _is_kept(held: Held) -> bool:
    """Whether one of the terms that words may mean is of an office whose title is given for life."""
    return any(term.office.sought or not _KEPT.isdisjoint(term.office.words) for term in held.terms)


def _is_now(verb: Any) -> bool:
    """Whether the verb of a main clause is in the present or perfect tense."""
    return verb.dep_ == "ROOT" and (_is_perfect(verb) or tense(verb) == "present")


@lru_cache(maxsize=1)
def _has_former(text: str) -> bool:
    """Text -> whether it speaks of somebody out of office; remembered of the last one."""
    return _FORMER.search(text) is not None


def _clause(name: Any) -> list[Any]:
    """Somebody's name -> the verbs of the clause that it stands in and of those that it completes, inside out.

    Verbs that go with them ("met and spoke") are among them; a clause told by the way is the last.
    """
    found: list[Any] = []
    for verb in (t for t in name.ancestors if t.pos_ in {"VERB", "AUX"}):
        found.append(verb)
        if verb.dep_ in _ASIDE and not _is_meanwhile(verb):
            break
    return [*(v for verb in found for v in verb.conjuncts if v not in found), *found]


def _is_aside(verb: Any) -> bool:
    """Whether a clause of the past says something by the way: "after he met President Bush"."""
    return verb.dep_ in _ASIDE and verb.tag_ != "VBG" and tense(verb) == "past" and not _is_perfect(verb)


def _is_doer_aside(name: Any) -> bool:
    """Whether somebody did what is said by the way of somebody else: "a lawyer appointed by President Bush"."""
    by = name.head
    return bool(name.dep_ == "pobj" and by.dep_ == "agent" and by.head.dep_ == "acl")


def _is_meanwhile(verb: Any) -> bool:
    """Whether a clause tells of the time of the one above it: "when the speaker spoke", "flew in to meet him"."""
    if verb.dep_ == "advcl" and auxiliaries(verb) == ["to"]:
        return True
    return verb.dep_ in {"advcl", "relcl"} and any(c.lower_ in _MEANWHILE for c in verb.children)


def _verb_of(text: Undated, e: TimeExpression) -> Any:
    """A time expression -> the verb that it stands with, None where it stands with none."""
    token = tokens_in(text.reading.doc, e.span).root
    return next((t for t in token.ancestors if t.pos_ in {"VERB", "AUX"}), None)


def _is_present(name: Any) -> bool:
    """Whether somebody does something, or has something done to them, in the present or perfect tense.

    Who is only spoken of may be long out of office: "they blame it on President Bush". An infinitive has the tense of
    the verb that it completes, and else none: "a plan to oust Col. Gadhafi".
    """
    while name.dep_ in {"conj", "appos"} or _is_led_by(name):
        name = name.head if name.dep_ != "pobj" else name.head.head
    if name.dep_ not in _PARTAKING:
        return False
    verb = name.head
    while verb.tag_ == "VB" and verb.head != verb and verb.head.pos_ == "VERB" and not auxiliaries(verb)[1:]:
        verb = verb.head
    return _is_perfect(verb) or (tense(verb) in {"present", "future"} and auxiliaries(verb) != ["to"])


def _is_perfect(verb: Any) -> bool:
    """Whether a verb stands in the present perfect."""
    return "have" in auxiliaries(verb) and all(c.lower_ not in {"had", "'d"} for c in verb.children)


def _is_led_by(name: Any) -> bool:
    """Whether a name says whose government is meant ("that of President Musharraf"), or who is among somebody."""
    if name.dep_ != "pobj":
        return False
    return name.head.lower_ == "including" or (name.head.lower_ == "of" and name.head.head.lower_ in _LED)


def _points_to_now(e: TimeExpression) -> bool:
    """Whether an expression counts from the day of publication: "on Friday", "last week", "this year"."""
    given = arguments(e)
    if given.keys() & {"side", "every"}:
        return False
    days_ago = e.rule == "ago" and given.get("unit") in _DAYS_AGO
    return e.rule in _OF_NOW or days_ago or (e.rule == "unit" and given.get("which") in _THIS)
