"""A story's claims fall into matters: what two accounts, or one account twice, say of one thing."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from rashomon.model import TextSlot, Undertaking
from rashomon.weighing.claims.deeds import own_pledge
from rashomon.weighing.claims.quotations import in_one_breath
from rashomon.weighing.claims.told import Told
from rashomon.weighing.standings.nearness import DISPUTED, PARTIAL, QUOTED, may_be_one, near

_COMMON_WORD = 250  # claims; a word that more of them hold finds no candidates

_WHOLE = 0.8  # of a statement's content; what is left then is a word or two
_STRONG_KINDS = frozenset({
    "pledge", "agreement", "sanction", "limit", "withdrawal", "refusal", "demand", "confirmation", "extension",
    "amendment", "suspension", "resumption", "relief",
})  # fmt: skip
_NO_MATTER = frozenset({"said", "measure", "measure_by", "measure_on"})
"""Slots that make a claim tell no more of its matter."""
_RELAYS = frozenset({"agency", "newspaper", "broadcaster", "official-site", "state-media", "outlet", "document"})


def align(told: Sequence[Told]) -> list[list[Told]]:
    """A story's claims -> its matters, the claims of each in order with the one that tells it best first.

    The surest pairs are joined first; a join that puts claims together which cannot be one is refused. An event, a
    statement and an undertaking read from the same words are one matter.
    """
    kept = _not_only_relayed(told)
    speeches = frozenset(one.claim.finding for one in kept if one.claim.kind == "statement")
    matters = _Matters(kept)
    folded = list(_same_words(kept))
    for a, b in folded:
        matters.join(a, b)
    candidates = [*_candidates(kept, _absorbed(kept, folded)), *_briefings(kept, folded)]
    pairs = list(_pairs(kept, candidates))
    matters.close = frozenset((a, b) for _, a, b in pairs)
    for score, a, b in sorted(pairs, key=lambda p: (-round(p[0], 6), *sorted((kept[p[1]].key, kept[p[2]].key)))):
        matters.join(a, b, quoted=score == QUOTED and kept[a].claim.kind == "statement")
    groups = [sorted((kept[i] for i in group), key=rank) for group in matters.all()]
    spoken = {one.claim.finding: n for n, group in enumerate(groups) for one in group if one.claim.kind == "statement"}
    terms = [one for one in kept if isinstance(one.finding, Undertaking)]
    return [
        group
        for group in groups
        if not _is_echo(group, speeches, spoken)
        and not _is_term(group, terms)
        and not _is_in_passing(group)
        and not all(one.is_unattributed for one in group)
    ]


class _Matters:
    """Union-find that refuses to join what cannot be one."""

    def __init__(self, told: Sequence[Told]) -> None:
        self.told = told
        self.groups = {i: [i] for i in range(len(told))}
        self.close: frozenset[tuple[int, int]] = frozenset()
        self.refused: set[tuple[int, int, int, int]] = set()

    def join(self, a: int, b: int, *, quoted: bool = False) -> None:
        """Two claims -> one matter, if all in it may be, and near as a rule or, if ``quoted``, cuts of one speech."""
        first, second = self.groups[a], self.groups[b]
        tried = (first[0], len(first), second[0], len(second))
        if first is second or tried in self.refused:
            return
        may = all(may_be_one(self.told[i], self.told[j]) for i in first for j in second)
        if not may or not (self._are_cuts_of_one if quoted else self._speak_of_one)(first, second):
            self.refused.add(tried)
            return
        first.extend(second)
        for i in second:
            self.groups[i] = first

    def _speak_of_one(self, first: Sequence[int], second: Sequence[int]) -> bool:
        """Whether the statements of two groups are near one another as a rule, not by one pair alone."""
        some, others = (list(self._remarks(group)) for group in (first, second))
        pairs = [(min(i, j), max(i, j)) for i in some for j in others]
        return 2 * sum(pair in self.close for pair in pairs) >= len(pairs)

    def _remarks(self, group: Sequence[int]) -> Iterator[int]:
        """The statements of a group that are not just the words of a deed in it: "announced the tariffs"."""
        deeds = [self.told[i] for i in group if self.told[i].claim.kind != "statement"]
        for i in group:
            one = self.told[i]
            told = any(
                d.cue and one.cue and d.claim.article == one.claim.article and d.cue.meets(one.cue) for d in deeds
            )
            if one.claim.kind == "statement" and not told:
                yield i

    def _are_cuts_of_one(self, first: Sequence[int], second: Sequence[int]) -> bool:
        return in_one_breath([self.told[i] for i in (*first, *second) if self.told[i].claim.kind == "statement"])

    def all(self) -> list[list[int]]:
        return sorted({id(group): sorted(group) for group in self.groups.values()}.values())


def _same_words(told: Sequence[Told]) -> Iterator[tuple[int, int]]:
    """Claims of one article that were read from the same cue: one thing under two types of finding."""
    for a, one in enumerate(told):
        for b in range(a + 1, len(told)):
            two = told[b]
            apart = two.evidence.start >= one.evidence.end and two.sentence.start >= one.sentence.end
            if two.claim.article != one.claim.article or apart:
                break  # in text order: what follows lies further on
            same_cue = one.cue is not None and two.cue is not None and one.cue.meets(two.cue)
            if one.claim.kind != two.claim.kind and (same_cue or _same_figure(one, two)):
                yield a, b


def _absorbed(told: Sequence[Told], folded: Sequence[tuple[int, int]]) -> frozenset[int]:
    """Claims that another of the same words tells better: they find no partners of their own.

    An event within an undertaking does, and so does what is quoted: another account may have that event or these words
    alone.
    """
    found = set()
    for pair in folded:
        best, other = sorted(pair, key=lambda i: rank(told[i]))
        event = told[best].claim.kind == "undertaking" and told[other].is_event
        if not event and not told[other].utterances:
            found.add(other)
    return frozenset(found)


def _briefings(told: Sequence[Told], folded: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Pairs of events that each are a speaking to somebody, whatever of: "briefed the president on the talks"."""
    spoken = [pair for pair in folded if any(told[i].claim.kind == "statement" for i in pair)]
    events = {i for pair in spoken for i in pair if told[i].term("type") == "CONSULT" and told[i].who("recipient")}
    yield from combinations(sorted(events), 2)


def _same_figure(one: Told, two: Told) -> bool:
    return bool(one.amount and two.amount and one.amount.span and one.amount.span == two.amount.span)


def _pairs(told: Sequence[Told], candidates: Sequence[tuple[int, int]]) -> Iterator[tuple[float, int, int]]:
    """Claims and pairs of them -> the pairs near enough to be of one matter, with how sure that is."""
    seen = {pair: score for pair in candidates if (score := near(told[pair[0]], told[pair[1]])) > 0}
    doubtful: Counter[tuple[int, str]] = Counter()
    settled: set[tuple[int, str]] = set()
    for (a, b), score in seen.items():
        ends = _ends(told, a, b)
        if score in {DISPUTED, PARTIAL}:
            doubtful.update(ends)
        elif score > DISPUTED:
            settled.update(ends)
    for (a, b), score in seen.items():
        unsure = any(doubtful[end] > 1 or (end in settled and score == DISPUTED) for end in _ends(told, a, b))
        if not (unsure and score in {DISPUTED, PARTIAL}):
            yield score, a, b


def _ends(told: Sequence[Told], a: int, b: int) -> tuple[tuple[int, str], tuple[int, str]]:
    """A pair -> each claim with the account in which it has found a partner."""
    return (a, told[b].claim.article), (b, told[a].claim.article)


def _candidates(told: Sequence[Told], absorbed: frozenset[int]) -> list[tuple[int, int]]:
    """Claims -> pairs of one kind that share two telling words, or a party and a type; not all pairs."""
    holders: dict[tuple[str, ...], list[int]] = defaultdict(list)
    papers = any(one.is_of_a_paper for one in told)
    for i, one in enumerate(told):
        if i in absorbed:
            continue
        kind = "event" if one.is_event else one.claim.kind
        matter = one.speaker if kind == "statement" else one.term("type", "kind")
        for word in one.bag.keys() | one.around.keys():
            holders[kind, matter, word].append(i)
        if papers and kind == "statement" and one.speaker:  # somebody's, or his paper's
            for word in one.bag:
                holders[kind, "", word].append(i)
        if kind == "statement" and (one.quoted or one.utterances):  # the same words, whoever is named for them
            for run in one.grams:
                holders[run].append(i)
    shared = Counter[tuple[int, int]]()
    for members in holders.values():
        if len(members) <= _COMMON_WORD:
            shared.update(combinations(members, 2))
    return sorted(pair for pair, words in shared.items() if words >= 2)


def rank(one: Told) -> tuple[object, ...]:
    """What tells a matter best: the finding that says most of its kind, then the one with most slots, then in order."""
    kind = one.claim.kind
    strong = kind == "undertaking" and one.term("type", "kind") in _STRONG_KINDS
    order = 0 if strong else {"statement": 1, "undertaking": 2, "figure": 4}.get(kind, 3)
    relayed = one.is_event and bool(one.behind)  # what the outlet tells itself comes before what it passes on
    return (order, relayed, -len(one.claim.slots.keys() - _NO_MATTER), one.key)


def _not_only_relayed(told: Sequence[Told]) -> list[Told]:
    """Claims -> those without a relay's report whose content stands in the record by itself.

    "The council capped exports, according to the paper": the cap is the matter, the paper is in its chain.
    """
    inside: dict[tuple[str, str | None], list[Told]] = defaultdict(list)
    for one in told:
        inside[one.claim.article, one.claim.within].append(one)

    def is_relayed(one: Told) -> bool:
        relay = one.claim.kind == "statement" and one.behind and one.behind[-1].kind in _RELAYS
        return bool(relay) and _tell_all(inside.get((one.claim.article, one.claim.finding), ()), one)

    return [one for one in told if not is_relayed(one)]


def _tell_all(parts: Sequence[Told], whole: Told) -> bool:
    """Whether the clauses of some claims leave next to nothing of a statement's content untold."""
    slot = whole.claim.slots.get("what")
    place = slot.span if isinstance(slot, TextSlot) else None
    sure = [one for one in parts if one.claim.kind == "undertaking" and one.term("status") == "happened"]
    clauses = sorted({one.clause.span for one in sure if one.clause})
    if place is None or not clauses:
        return False
    told = max(span.end for span in clauses) - min(place.start, *(span.start for span in clauses))
    return told >= _WHOLE * len(place)


def _is_echo(group: Sequence[Told], speeches: frozenset[str], spoken: Mapping[str, int]) -> bool:
    """Whether a matter is only part of what is said in one statement, by one account or several: its line has it."""
    if any(one.claim.kind == "statement" or one.claim.within not in speeches or _stands_alone(one) for one in group):
        return False
    lines = {spoken.get(one.claim.within or "", -1) for one in group}
    return len({one.claim.article for one in group}) == 1 or (len(lines) == 1 and -1 not in lines)


def _is_term(group: Sequence[Told], terms: Sequence[Told]) -> bool:
    """Whether a matter is only named in another undertaking ("pledged to … in the agreement reached by …")."""
    return all(
        one.cue is not None
        and one.term("type") in {"agreement", "AGREE"}
        and any(
            isinstance(outer.finding, Undertaking)
            and outer.claim.article == one.claim.article
            and outer.finding.what.covers(one.cue)
            and outer.term("type") != "agreement"
            for outer in terms
        )
        for one in group
    )


def _is_in_passing(group: Sequence[Told]) -> bool:
    """Whether one account only names an event by a noun, without its day and without a doer or all certainty.

    "The planned visit may bring …" tells no visit; where a second account has it, or it has a day, it is a matter.
    """
    return len({one.claim.article for one in group}) == 1 and all(
        one.is_event and one.clause is None and one.days is None and not _is_whole(one) for one in group
    )


def _is_whole(one: Told) -> bool:
    """Whether an event without a verb is told with both parties, and as something that was."""
    parties = one.who("actor") and (one.who("recipient") or len(one.who("actor")) > 1)
    return bool(parties) and one.term("status") == "happened" and one.term("mode") != "visit"


def _stands_alone(one: Told) -> bool:
    """Whether a claim within a statement is worth a line of its own: a figure, or a pledge that the speaker makes."""
    return one.amount is not None or bool(own_pledge(one))
