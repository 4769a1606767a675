"""Matters that share what accounts tell are one: a deed that is told by ten verbs has one line, so has a figure."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations, product

from rashomon.model import Span, Syntax
from rashomon.stories.weave import fold
from rashomon.text.grammar import head_of
from rashomon.weighing.alignment.align import rank
from rashomon.weighing.claims.matters import Matter, Weighed
from rashomon.weighing.claims.passages import Passages
from rashomon.weighing.claims.told import Told
from rashomon.weighing.compared.measures import hold
from rashomon.weighing.compared.places import elsewhere
from rashomon.weighing.compared.wordings import kin
from rashomon.weighing.compared.words import overlap
from rashomon.weighing.standings.standing import differences

_MEASURED = frozenset({"amount"})
"""In what accounts may part that tell one deed, each in a line of its own as yet."""
_VERBATIM = 0.6  # of the shorter's runs of three words


def gathered(matters: Weighed, passages: Passages) -> Weighed:
    """Matters of a story and its passages -> the matters, those of one deed as one.

    Two matters are of one deed that half of the accounts of the smaller tell with the same words, by verbs that stand
    for one another, and that part, as one, in nothing but by how much. So are an undertaking and what only passes it
    on: "said it would delay the tariffs".
    """
    homes: dict[int, int] = {}
    whole: list[Matter] = [list(matter) for matter, _ in matters]
    parted = [list(found) for _, found in matters]

    def home(number: int) -> int:
        while number in homes:
            number = homes[number]
        return number

    for one, two in _sharing(whole, passages):
        first, second = sorted((home(one), home(two)))
        if first != second and _may_be_one(whole[first], whole[second]):
            whole[first] = _together(whole[first], whole[second])
            parted[first] += parted[second]
            homes[second] = first
    return [(matter, tuple(parted[n])) for n, matter in enumerate(whole) if n not in homes]


def _together(one: Matter, two: Matter) -> Matter:
    """Two matters -> their claims as one, without what an account tells twice in the same words."""
    kept: Matter = []
    again = _are_of_one_figure if one[0].is_figure else _tell_one
    for told in sorted({x.claim.id: x for x in (*one, *two)}.values(), key=lambda x: (not x.is_figure, rank(x))):
        if not any(known.claim.article == told.claim.article and again(known, told) for known in kept):
            kept.append(told)
    return kept if one[0].is_figure else sorted(kept, key=rank)


def _sharing(matters: Sequence[Matter], passages: Passages) -> list[tuple[int, int]]:
    """Matters -> pairs of one thing, those first that most accounts tell with the same words.

    Of deeds half of the accounts of the smaller tell both by one deed of a sentence; of figures the same number; of an
    undertaking and what is said, or of what two people say whom no account names, all of them tell both by one verb.
    """
    holders: dict[tuple[bool, str, Span], list[tuple[int, Told]]] = defaultdict(list)
    for number, matter in enumerate(matters):
        for one in matter:
            holders[matter[0].is_figure, one.claim.article, one.sentence].append((number, one))
    shared: dict[tuple[int, int], set[str]] = defaultdict(set)
    for (are_figures, article, _), held in holders.items():
        for (m, one), (n, two) in combinations(held, 2):
            first, second = matters[m][0], matters[n][0]
            if m == n:
                continue
            if are_figures:
                is_one = _are_same(first, second)
            elif first.is_event and second.is_event:
                is_one = _tell_one(one, two)
            else:
                is_one = _are_of_words(first, second) and _pass_on_one(one, two, passages)
                is_one = is_one and ("undertaking" in _kinds(first, second) or _say_one(first, second))
            if is_one:
                shared[m, n].add(article)
    for m, n in _figures_of_one_line(matters):
        shared[min(m, n), max(m, n)] |= {one.claim.article for one in (*matters[m], *matters[n])}
    sizes = [len({one.claim.article for one in matter}) for matter in matters]

    def are_enough(count: int, m: int, n: int) -> bool:
        of_all = _are_of_words(matters[m][0], matters[n][0])
        return count * (1 if of_all else 2) >= min(sizes[m], sizes[n])

    found = sorted((-len(articles), *pair) for pair, articles in shared.items())
    return [(m, n) for count, m, n in found if are_enough(-count, m, n)]


def _figures_of_one_line(matters: Sequence[Matter]) -> Iterator[tuple[int, int]]:
    """Matters -> pairs of figures, the same, in sentences by which two accounts tell one thing."""
    given: dict[tuple[str, Span], list[int]] = defaultdict(list)
    for number, matter in enumerate(matters):
        for one in matter if matter[0].is_figure else ():
            given[one.claim.article, one.sentence].append(number)
    for matter in (matter for matter in matters if not matter[0].is_figure):
        for a, b in combinations(matter, 2):
            first, second = (x.sentence.of(x.text) for x in (a, b))
            apart = elsewhere(first[:1].lower() + first[1:], second[:1].lower() + second[1:])  # "In Oslo"
            if a.claim.article == b.claim.article or apart:
                continue
            pairs = product(*(given.get((x.claim.article, x.sentence), []) for x in (a, b)))
            yield from ((m, n) for m, n in pairs if m != n and _have_one_value(matters[m][0], matters[n][0]))


def _have_one_value(one: Told, two: Told) -> bool:
    return one.amount is not None and two.amount is not None and hold(one.amount, two.amount) == "same"


def _are_of_words(one: Told, two: Told) -> bool:
    """Whether two matters are what is said, or an undertaking and something: one verb tells both or they are two."""
    return "undertaking" in _kinds(one, two) or _kinds(one, two) == {"statement"}


def _kinds(one: Told, two: Told) -> set[str]:
    return {one.claim.kind, two.claim.kind}


def _say_one(one: Told, two: Told) -> bool:
    """Whether two statements are so nearly word for word that they are one, whoever an account says spoke it."""
    return overlap(one.grams, two.grams) >= _VERBATIM


def _tell_one(one: Told, two: Told) -> bool:
    """Whether two claims of a sentence tell a deed with the same words, by one verb or by two that are for one."""
    if one.claim.id == two.claim.id:
        return True
    first, second = _verb(one), _verb(two)
    return one.evidence.meets(two.evidence) and first is not None and second is not None and bool(first & second)


def _pass_on_one(one: Told, two: Told, passages: Passages) -> bool:
    """Whether two claims tell by one verb of a text what is so, be it as what somebody only passes on."""
    told = [passages.claim(x) for x in (one, two)]
    verbs = [passage.verb.i for passage in told if passage is not None and passage.verb is not None]
    passed_on = all(x.is_passed_on for x in (one, two) if x.claim.kind == "statement")
    return passed_on and len(verbs) == 2 and verbs[0] == verbs[1]


def _are_same(one: Told, two: Told) -> bool:
    """Whether two figures are of one thing and the same."""
    if one.amount is None or two.amount is None:
        return False
    return _have_one_value(one, two) and fold(one.amount.text) == fold(two.amount.text)


def _are_of_one_figure(one: Told, two: Told) -> bool:
    """Whether two claims of a figure's matter are of one sentence."""
    return one.sentence == two.sentence


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
