"""Clauses of two accounts that a trained judge holds for one thing, told alike in words that no rule joins.

The judge is asked last, of clauses with words in common that rules neither joined nor tell apart. Where most of their
words are the same, the verb that is not tells more than all of them: one must then be known to stand for the other
("hired 300 welders", "laid off 300 welders"). What has one line by the judge alone is likely at best, unless two claims
tell it to the letter (sureness.py).
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from itertools import product
from typing import NamedTuple

from rashomon.model import Span, StoryEntity
from rashomon.text.grammar import head_of
from rashomon.weighing.alignment.align import rank
from rashomon.weighing.alignment.also_told import are_apart
from rashomon.weighing.alignment.faced import may_be_joined
from rashomon.weighing.alignment.gathered import are_two_kinds
from rashomon.weighing.alignment.paraphrase import Pair, compared, matter_of, nearest
from rashomon.weighing.alignment.parts import act_for_two
from rashomon.weighing.claims.matters import Matter, Weighed
from rashomon.weighing.claims.passages import Clause, Passage, Passages
from rashomon.weighing.claims.quotations import one_utterance
from rashomon.weighing.claims.told import Told
from rashomon.weighing.compared.places import are_done_elsewhere
from rashomon.weighing.compared.plain_clauses import is_told
from rashomon.weighing.judge.shown import shown
from rashomon.weighing.judge.verdicts import same

Place = tuple[str, int]
"""What a clause is known again by: its article, and its verb's number there, -1 without one."""


class Said(NamedTuple):
    """What the judge holds for one thing: pairs of ``clauses``, and of ``claims`` that have one line by these alone.

    Each both ways round, claims by their ids.
    """

    clauses: AbstractSet[tuple[Place, Place]] = frozenset()
    claims: AbstractSet[tuple[str, str]] = frozenset()


NOTHING_SAID = Said()
_BOUNDS = ((0.95, 0.1), (0.8, 0.3))
"""How likely the judge must hold two clauses for one thing, where words (paraphrase.py) hold them for it at least so.

Of 240 pairs of real reports that it joined at 0.8 readers called 74 in 100 one thing, within these bounds 86.
"""
_ALIKE = 0.6  # of the words of each that the other has, from which on the verb must tell


def place(clause: Passage) -> Place:
    """Clause -> its place."""
    return clause.article, clause.verb.i if clause.verb is not None else -1


def with_judged(lined: Weighed, passages: Passages, people: Mapping[str, StoryEntity]) -> tuple[Weighed, Said]:
    """What has lines, a story's passages and entities -> the same with what the judge joins, and what that is.

    Of the pairs that it holds for one thing those are joined of which each is the other's likeliest in its account, the
    likeliest first.
    """
    lines = _Lines(lined, passages, people)
    clauses = [clause for clause in passages.clauses if is_told(clause.passage.verb)]
    asked = [pair for pair in compared(clauses, {}) if _may_be_asked(clauses, pair, lines, passages)]
    look = {n: shown(clauses[n].passage, passages.who, people) for n in {n for p in asked for n in (p.one, p.two)}}
    said = zip(same((look[pair.one], look[pair.two]) for pair in asked), asked, strict=True)
    found = [(how, pair) for how, pair in said if _is_likely(how, pair)]
    joined: set[tuple[Place, Place]] = set()
    claims: set[tuple[str, str]] = set()
    for _, pair in nearest(found, clauses):
        one, two = clauses[pair.one].passage, clauses[pair.two].passage
        if halves := lines.join(one, two):
            for a, b in product(*halves):
                claims |= {(a.claim.id, b.claim.id), (b.claim.id, a.claim.id)}
            joined |= {(place(one), place(two)), (place(two), place(one))}
    return lines.all(), Said(joined, claims)


def _places(told: Told, passages: Passages) -> Iterator[Place]:
    """Claim -> the places of the clauses that tell it: of its verb, and of the word that its trigger hangs on."""
    claim = passages.claim(told)
    if claim is not None and claim.verb is not None:
        yield place(claim)
    if claim is not None and told.trigger is not None:
        yield claim.article, head_of(claim.reading.doc, told.trigger).i


def _evidence(matter: Matter) -> dict[str, list[Span]]:
    """A matter -> its claims' evidence by account."""
    found: dict[str, list[Span]] = defaultdict(list)
    for told in matter:
        found[told.claim.article] += told.claim.evidence
    return found


def _covers(spans: Iterable[Span], cue: Span) -> bool:
    return any(span.covers(cue) for span in spans)


def _may_be_asked(clauses: Sequence[Clause], pair: Pair, lines: "_Lines", passages: Passages) -> bool:
    one, two = clauses[pair.one].passage, clauses[pair.two].passage
    if one.reading.text == two.reading.text:
        return False  # a copy tells no more than what it is one of
    if not (_is_likely(1.0, pair) and lines.may_join(one, two)):
        return False
    return not act_for_two(one.doers, two.doers, lines.people) and not _are_told_apart(one, two, passages)


def _is_likely(how: float, pair: Pair) -> bool:
    return any(how >= least and pair.traits.sure >= near for least, near in _BOUNDS)


def _are_told_apart(one: Passage, two: Passage, passages: Passages) -> bool:
    """Whether something in two clauses forbids that they tell one thing, or their verbs do not tell that they do."""
    alike = min(one.words.covered(two.words), two.words.covered(one.words)) >= _ALIKE
    unlike = alike and not (passages.tells(one, two) or passages.tells(two, one))
    return unlike or are_apart(one, two) or are_done_elsewhere(one.verb, two.verb)


class _Lines:
    """Matters into which pairs of clauses are put one after the other; what has differences is left as it is."""

    def __init__(self, lined: Weighed, passages: Passages, people: Mapping[str, StoryEntity]) -> None:
        self._lined, self._passages, self.people = list(lined), passages, people
        self._homes: dict[Place, int] = {}
        for number, (matter, _) in enumerate(lined):
            for at in (at for told in matter if not told.is_figure for at in _places(told, passages)):
                self._homes.setdefault(at, number)
        self._told = [evidence for matter, _ in lined if len(evidence := _evidence(matter)) > 1]

    def may_join(self, one: Passage, two: Passage) -> bool:
        """Whether two clauses of two accounts stand in no line together, and those of theirs have room for both."""
        if any(all(_covers(told.get(x.article, ()), x.cue) for x in (one, two)) for told in self._told):
            return False
        homes = [self._homes.get(place(x)) for x in (one, two)]
        lined = [self._lined[home] for home in homes if home is not None]
        first, second = (
            {x.article} if home is None else {told.claim.article for told in self._lined[home][0]}
            for x, home in zip((one, two), homes, strict=True)
        )
        return first.isdisjoint(second) and not any(parted for _, parted in lined)

    def join(self, one: Passage, two: Passage) -> Sequence[Matter]:
        """Two clauses that tell one thing -> the two matters that are one line now; none where these forbid it."""
        homes = sorted({self._homes[place(p)] for p in (one, two) if place(p) in self._homes})
        guests = matter_of([p for p in (one, two) if place(p) not in self._homes], self.people)
        parts = [*(self._lined[home][0] for home in homes), *([told] for told in guests)]
        if not self.may_join(one, two) or not may_be_joined(parts, set()):
            return ()
        if any(self._are_two(a, b) for a in parts[0] for b in parts[-1]):
            return ()
        number = len(self._lined)
        self._lined.append((sorted((told for part in parts for told in part), key=rank), ()))
        for home in homes:
            self._lined[home] = ([], ())
        self._homes = {at: number if home in homes else home for at, home in self._homes.items()}
        self._homes |= {place(p): number for p in (one, two)}
        return parts

    def _are_two(self, one: Told, two: Told) -> bool:
        """Whether two claims that the joined clauses stand with forbid it."""
        told = [p for p in map(self._passages.claim, (one, two)) if p is not None and p.verb is not None]
        said = [x for x in map(self._passages.statement, (one, two)) if x is not None and x.utterances]
        two_remarks = len(said) > 1 and not one_utterance(*said)
        return two_remarks or are_two_kinds(one, two) or (len(told) > 1 and are_apart(*told))

    def all(self) -> Weighed:
        """-> the matters that are left."""
        return [(matter, parted) for matter, parted in self._lined if matter]
