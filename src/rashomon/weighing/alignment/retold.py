"""What accounts tell in their own voice and no reader has a finding for: a lawsuit, a march, a record.

Two or more tell it, or it is news by itself: a deed of a day, or the one with which an article begins.
Nothing but words and grammar is known of it, so both must be near: verbs that can stand for one another, most telling
words of the shorter clause, the same doer as far as he is named, both denied or neither, no number against another.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations
from typing import Any

from rashomon.linking.claims.times import time_slot
from rashomon.model import Attribution, EntitySlot, Reading, Slot, Span, StoryEntity
from rashomon.stories.happenings import is_grave
from rashomon.stories.scenes import whose
from rashomon.stories.weave import Woven
from rashomon.text.grammar import head_of, tokens_in
from rashomon.weighing.claims.besides import with_besides
from rashomon.weighing.claims.deeds import act
from rashomon.weighing.claims.matters import Weighed
from rashomon.weighing.claims.told import Told
from rashomon.weighing.claims.unread import Unread, claimed
from rashomon.weighing.compared.befores import are_of_two_times
from rashomon.weighing.compared.days import are_two_news, published
from rashomon.weighing.compared.persons import are_of_two_persons
from rashomon.weighing.compared.plain_clauses import PlainClause, plain_clauses
from rashomon.weighing.compared.sentences import words
from rashomon.weighing.compared.sides import negates
from rashomon.weighing.compared.words import grams, overlap, shared

_SHARE = 0.45  # of the weight of the shorter clause's telling words
_WORDS = 3  # telling words that both have beside the verb, which is held already
_PARTIES = 2  # where both name the same doer and somebody that it is done to
_STATE_WORDS = 4  # of what somebody is or has: the verb tells nothing
_COPIED = 0.7  # of the shorter's runs of three words: one text, and no second telling
_LONG = 4  # runs of three words that are no chance
_FIGURE = re.compile(r"\d[\d.,]*\d|\d")
_YEAR = re.compile(r"(?:19|20)\d\d")
_CROWD = 400  # clauses with one verb; more of them tell nothing apart


def retold(readings: Sequence[Reading], woven: Woven) -> list[list[Told]]:
    """Readings of a story and its entities -> clauses that tell one thing, of two texts or more, and news of one."""
    texts: dict[str, list[Reading]] = defaultdict(list)
    for reading in readings:
        texts[reading.text].append(reading)
    who = whose(woven.entities, readings)
    clauses = [clause for same in texts.values() for clause in plain_clauses(same[0], who)]
    groups = _Groups(clauses)
    for _, a, b in sorted(_pairs(clauses), key=lambda pair: (-round(pair[0], 6), *pair[1:])):
        groups.join(a, b)
    people = {entity.id: entity for entity in woven.entities}
    listed = ([clauses[i] for i in members] for members in groups.all())
    found = [group for group in listed if len(group) > 1 or is_news(group[0])]
    return [
        [_told(copy, clause, people) for clause in group for copy in texts[clause.reading.text]]
        for group in (sorted(group, key=_first) for group in found)
    ]


def placed(matters: Sequence[list[Told]], groups: Sequence[Sequence[Told]]) -> list[list[Told]]:
    """Matters and groups of clauses -> the matters; a clause goes to the deed that its group has a finding for.

    Where none of a group is the words of a deed that has a line, the group is a matter of its own; not the news of one
    text, where these words stand within what a line tells already.
    """
    homes: dict[str, list[tuple[Span, int]]] = defaultdict(list)
    for number, matter in enumerate(matters):
        for one in matter:
            deed = one.is_event or one.claim.kind == "undertaking"
            if one.cue is not None and deed and one.term("status") in {"", "happened"}:
                homes[one.claim.article].append((one.cue, number))
    held: dict[str, list[Span]] = defaultdict(list)
    for one in (one for matter in matters for one in matter):
        held[one.claim.article].append(one.evidence)
    grown = [list(matter) for matter in matters]
    for group in groups:
        one_text = len({one.text for one in group}) == 1
        if one_text and any(span.meets(_verb(one)) for one in group for span in held[one.claim.article]):
            continue
        at = [next((n for cue, n in homes[one.claim.article] if cue.meets(_verb(one))), None) for one in group]
        known = Counter(number for number in at if number is not None)
        if not known:
            grown.append(list(group))
            continue
        home = min(known, key=lambda number: (-known[number], number))
        grown[home] += [one for one, number in zip(group, at, strict=True) if number is None]
    return grown


def untold(lined: Weighed, groups: Sequence[Sequence[Told]]) -> Weighed:
    """What has lines, and groups of clauses -> a matter for each group of one text of which no line tells.

    Its sentence has a line of a figure or another deed, which leaves out the main news: "The ferry sank, killing 12".
    Texts of which one copies the sentence of the other tell it together.
    """
    held: dict[str, list[Span]] = defaultdict(list)
    for matter, _ in lined:
        shared = matter[0].is_event and len({one.text for one in matter}) > 1
        for one in matter:
            held[one.claim.article] += one.claim.evidence if shared else _told_of(one)
    found: Weighed = []
    for group in groups:
        known = any(span.meets(_verb(one)) for one in group for span in held[one.claim.article])
        if not known and len({one.text for one in group}) == 1:
            copy = next((matter for matter, _ in found if _is_copied(matter, group)), None)
            if copy is None:
                found.append((list(group), ()))
            else:
                copy.extend(group)
            for one in group:
                held[one.claim.article] += _told_of(one)
    return found


def _is_copied(matter: Sequence[Told], group: Sequence[Told]) -> bool:
    """Whether texts of other accounts tell by one verb, in much the same sentence and figures, what one text does."""
    accounts = {one.claim.article for one in (*matter, *group)}
    if len(accounts) < len(matter) + len(group):
        return False
    one, two = (x[0].sentence.of(x[0].text) for x in (matter, group))
    verbs = {_verb(x[0]).of(x[0].text).lower() for x in (matter, group)}
    same = len(verbs) == 1 and _FIGURE.findall(one) == _FIGURE.findall(two) and negates(one) == negates(two)
    return same and _are_copies(one, two) and not _are_done_by_two(matter[0], group[0])


def _are_done_by_two(one: Told, two: Told) -> bool:
    """Whether two claims name two doers that have no word of their names in common: "Norway" here, "Sweden" there."""
    doers = [x.claim.slots.get("actor") for x in (one, two)]
    names = [{word for word in slot.text.split() if word[0].isupper() and word != "The"} for slot in doers if slot]
    return len(names) == len(doers) and all(names) and names[0].isdisjoint(names[1])


def _told_of(one: Told) -> Sequence[Span]:
    """Claim -> what of its text its line tells: a deed's clause where that can be told for itself, else its evidence.

    Of a figure's sentence it tells the amount, and neither that it is a deed nor when it was.
    """
    if one.is_figure and one.amount is not None and one.amount.span is not None:
        return [one.amount.span]
    if one.claim.kind == "statement":
        if one.clause is None or one.cue is None or _is_by_the_way(head_of(one.reading.doc, one.cue)):
            return one.claim.evidence
        return [*one.claim.evidence, one.clause.span]
    told = with_besides(one)
    return [told] if told is not None and act(one, None) else one.claim.evidence


def _is_by_the_way(cue: Any) -> bool:
    """Whether somebody speaks while he does another thing, which his words do not tell: "left Oslo, saying ..."."""
    return bool(cue.dep_ == "advcl" and cue.tag_ == "VBG")


class _Groups:
    """Union-find that joins two groups only where all may be one and half of the pairs are near."""

    def __init__(self, clauses: Sequence[PlainClause]) -> None:
        self.clauses = clauses
        self.members = {i: [i] for i in range(len(clauses))}

    def join(self, a: int, b: int) -> None:
        first, second = self.members[a], self.members[b]
        if first is second:
            return
        pairs = [(self.clauses[i], self.clauses[j]) for i in first for j in second]
        near = sum(nearness(*pair) > 0 for pair in pairs)
        if 2 * near < len(pairs) or not all(may_be_one(*pair) for pair in pairs):
            return
        first.extend(second)
        for i in second:
            self.members[i] = first

    def all(self) -> list[list[int]]:
        return sorted({id(group): sorted(group) for group in self.members.values()}.values())


def is_news(clause: PlainClause) -> bool:
    """Whether a clause tells a deed of a day, or one with which its article begins, or one beside another finding's.

    It has a line, whoever else tells it.
    """
    new = clause.is_lead or clause.day is not None or _is_joined(clause)
    return clause.is_main and new and not clause.is_state and _tells_who(clause)


def _is_joined(clause: PlainClause) -> bool:
    """Whether "and" joins a deed to what somebody says or asks, or to another's deed: it would have no line for itself.

    "Aas thanked Peru and [said] …", "Peru recalled its envoy and [Chile] closed a port".
    """
    verb = head_of(clause.reading.doc, clause.verb)
    own = [c for c in verb.children if c.dep_ in {"nsubj", "nsubjpass"}]
    if verb.dep_ == "conj" and own:
        return any(c.pos_ == "PROPN" for c in own) or any(map(is_grave, tokens_in(clause.reading.doc, clause.span)))
    beside = [c for c in verb.children if c.dep_ == "conj"] + ([verb.head] if verb.dep_ == "conj" else [])
    cues = [cue for one in clause.reading.of(Attribution) if one.stated for cue in one.cue]
    return any(cue.start <= other.idx < cue.end for other in beside for cue in cues)


def _tells_who(clause: PlainClause) -> bool:
    """Whether a clause has a subject that stands for itself: a name, a noun, "nobody"; no "they" of whom none knows."""
    own = clause.subject.of(clause.reading.text).lower() if clause.subject is not None else "they"
    return bool(clause.subjects) or own not in words("pronouns")


def _pairs(clauses: Sequence[PlainClause]) -> Iterator[tuple[float, int, int]]:
    """Clauses -> pairs of two texts that tell one thing, with how near they are; only those with one verb are held."""
    holders: dict[str, list[int]] = defaultdict(list)
    for i, clause in enumerate(clauses):
        for verb in clause.kin:
            holders[verb].append(i)
    pairs = {pair for held in holders.values() if len(held) <= _CROWD for pair in combinations(held, 2)}
    for a, b in pairs:
        score = nearness(clauses[a], clauses[b])
        if score:
            yield score, a, b


def nearness(one: PlainClause, two: PlainClause) -> float:
    """Two clauses -> how sure it is that they tell one thing, 0 for no."""
    if not may_be_one(one, two) or not one.kin & two.kin:
        return 0.0
    share, common = shared(one.words, two.words)
    both_parties = not one.is_state and bool(one.actors & two.actors) and bool(one.others & two.others)
    least = _STATE_WORDS if one.is_state else _PARTIES if both_parties else _WORDS
    if share < _SHARE or common < least:
        return 0.0
    copied = _are_copies(*(clause.sentence.of(clause.reading.text) for clause in (one, two)))
    return 0.0 if copied else share * common


def may_be_one(one: PlainClause, two: PlainClause) -> bool:
    """Whether nothing in two clauses of two texts forbids that they tell one thing."""
    if one.reading.article.id == two.reading.article.id or one.is_state != two.is_state:
        return False
    if (one.is_denied, one.is_ahead) != (two.is_denied, two.is_ahead):
        return False
    if not (one.contrasts.fit(two.contrasts) and _parties_fit(one, two)) or _are_two_news(one, two):
        return False
    verbs = [head_of(x.reading.doc, x.verb) for x in (one, two)]
    if are_of_two_times(*verbs):
        return False
    return bool(one.actors & two.actors) or not are_of_two_persons(*verbs)


def _are_two_news(one: PlainClause, two: PlainClause) -> bool:
    """Whether two deeds without a date of their own are told by articles that came out days apart: each is its news."""
    numbers = one.contrasts.numbers & two.contrasts.numbers
    dated = one.contrasts.months & two.contrasts.months or any(_YEAR.fullmatch(number) for number in numbers)
    days = [published(clause.reading) for clause in (one, two)]
    return not (one.is_state or dated) and are_two_news(*days)


def _parties_fit(one: PlainClause, two: PlainClause) -> bool:
    """Whether the parties can be the same: one doer, or one name against none; whom a passive is about, in both."""
    if one.is_state or (one.is_passive and two.is_passive):
        return bool(one.subjects & two.subjects)
    if one.is_passive or two.is_passive:
        passive, active = (one, two) if one.is_passive else (two, one)
        agent = any(c.dep_ == "agent" for c in head_of(passive.reading.doc, passive.verb).children)
        if agent and passive.subjects & active.subjects and passive.others & active.others:
            return False  # "Aas was sued by Vik" and "Aas sued Vik"
        return bool(passive.subjects & active.words.keys())
    if one.actors & two.actors:
        return True
    crossed = one.actors & two.others or two.actors & one.others
    return not crossed and not (one.actors and two.actors)


def _are_copies(one: str, two: str) -> bool:
    first, second = grams(one), grams(two)
    return min(len(first), len(second)) >= _LONG and overlap(first, second) >= _COPIED


def _first(clause: PlainClause) -> tuple[object, ...]:
    """What tells best: the clause with most telling words, then in order."""
    return (-sum(clause.words.values()), clause.reading.article.id, clause.verb.start)


def _told(reading: Reading, clause: PlainClause, people: Mapping[str, StoryEntity]) -> Told:
    slots: dict[str, Slot] = {}
    if clause.day is not None:
        slots["when"] = time_slot(reading, clause.day)
    if clause.subject is not None and not clause.subject.covers(clause.verb):
        role = "recipient" if clause.is_passive else "actor"
        slots[role] = EntitySlot(_named(clause, people), clause.subject.of(reading.text), clause.subject)
    whole = Unread(reading, clause.verb, clause.verb, clause.span, clause.sentence)
    return claimed(whole, "background" if clause.is_state else "event", slots, people)


def _named(clause: PlainClause, people: Mapping[str, StoryEntity]) -> tuple[str, ...]:
    """Clause -> whom its subject is for, where that is a person or a pronoun; a body is called as its text calls it."""
    known = sorted(actor.removeprefix("@") for actor in clause.actors)
    pronoun = clause.subject is not None and clause.subject.of(clause.reading.text).lower() in words("pronouns")
    return tuple(name for name in known if pronoun or (name in people and people[name].kind == "person"))


def _verb(one: Told) -> Span:
    return next(slot.span for name, slot in one.claim.slots.items() if name == "trigger" and slot.span is not None)
