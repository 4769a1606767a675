"""Matters that share what accounts tell are one: a deed that is told by ten verbs has one line."""

from collections import defaultdict
from collections.abc import Sequence
from itertools import combinations

from rashomon.model import Span, Syntax
from rashomon.text.grammar import head_of
from rashomon.weighing.align import rank
from rashomon.weighing.faced import Matter, Weighed
from rashomon.weighing.standing import differences
from rashomon.weighing.told import Told
from rashomon.weighing.wordings import kin

_MEASURED = frozenset({"amount"})
"""In what accounts may part that tell one deed, each in a line of its own as yet."""


def gathered(matters: Weighed) -> Weighed:
    """Matters -> the same, those of one deed as one.

    Two matters are of one deed that half of the accounts of the smaller tell with the same words, by verbs that stand
    for one another, and that part, as one, in nothing but by how much.
    """
    homes: dict[int, int] = {}
    whole: list[Matter] = [list(matter) for matter, _ in matters]
    parted = [list(found) for _, found in matters]

    def home(number: int) -> int:
        while number in homes:
            number = homes[number]
        return number

    for one, two in _sharing(whole):
        first, second = sorted((home(one), home(two)))
        if first != second and _may_be_one(whole[first], whole[second]):
            whole[first] = _together(whole[first], whole[second])
            parted[first] += parted[second]
            homes[second] = first
    return [(matter, tuple(parted[n])) for n, matter in enumerate(whole) if n not in homes]


def _together(one: Matter, two: Matter) -> Matter:
    """Two matters -> their claims as one, without what an account tells twice in the same words."""
    kept: Matter = []
    for told in sorted({x.claim.id: x for x in (*one, *two)}.values(), key=rank):
        if not any(known.claim.article == told.claim.article and _tell_one(known, told) for known in kept):
            kept.append(told)
    return kept


def _sharing(matters: Sequence[Matter]) -> list[tuple[int, int]]:
    """Matters -> pairs of which half of the accounts of the smaller tell both by one deed of a sentence, most first."""
    holders: dict[tuple[str, Span], list[tuple[int, Told]]] = defaultdict(list)
    for number, matter in enumerate(matters):
        if matter[0].is_event:
            for one in matter:
                holders[one.claim.article, one.sentence].append((number, one))
    shared: dict[tuple[int, int], set[str]] = defaultdict(set)
    for (article, _), held in holders.items():
        for (m, one), (n, two) in combinations(held, 2):
            if m != n and _tell_one(one, two):
                shared[m, n].add(article)
    sizes = [len({one.claim.article for one in matter}) for matter in matters]
    found = [(-len(articles), *pair) for pair, articles in shared.items()]
    return [(m, n) for count, m, n in sorted(found) if -2 * count >= min(sizes[m], sizes[n])]


def _tell_one(one: Told, two: Told) -> bool:
    """Whether two claims of a sentence tell a deed with the same words, by one verb or by two that are for one."""
    if one.claim.id == two.claim.id:
        return True
    first, second = _verb(one), _verb(two)
    return one.evidence.meets(two.evidence) and first is not None and second is not None and bool(first & second)


def _verb(one: Told) -> frozenset[str] | None:
    """Claim -> the groups of verbs that its trigger stands in."""
    if one.trigger is None or not one.reading.of(Syntax):
        return None
    return kin(head_of(one.reading.doc, one.trigger).lemma_.lower())


def _may_be_one(one: Matter, two: Matter) -> bool:
    if any(are_two_kinds(a, b) for a in one for b in two):
        return False
    known = {found.slot for part in (one, two) for found in differences(part) if found.conflict}
    return {found.slot for found in differences(_together(one, two)) if found.conflict} <= known | _MEASURED


def are_two_kinds(one: Told, two: Told) -> bool:
    """Whether two claims are of kinds of deed that both are known, and are two: a visit is no meeting.

    What somebody only says is of no kind of deed, and events and undertakings have names of their own for theirs.
    """
    if one.claim.kind == "statement" or one.is_event != two.is_event or two.claim.kind == "statement":
        return False
    kinds = [(x.term("type", "kind"), x.term("mode")) for x in (one, two)]
    return all(kind for kind, _ in kinds) and kinds[0] != kinds[1]
