"""Where a line started, as far as the texts tell: its origins are its independent witnesses.

The rule, in the order in which it is applied to the claims of a line:

1. A claim starts with the innermost hop of its chain. Two claims whose chains share any hop behind the outlets (a
   speaker, an agency, a ministry's site) have one origin: nothing proves that they came by it apart.
2. A claim in the outlet's own voice starts with whoever the article credits ("Via X"), with the agency of its dateline
   ("(Reuters) -"), else with the outlet; an outlet that cannot be told is that article alone.
3. An outlet's own voice and another account's citing of that outlet have one origin. An article's own voice rests on
   the ministry, agency or paper that the same article gives for the same news; where it only lets a person speak of
   what it tells itself, or tells what went before, the article is the witness.
4. Articles that are copies of one text, or sentences that are, have one origin.
5. A statement has one origin, its speaker, however many accounts have it.
6. An unnamed person is somebody else in every article, unless a shared hop passes on the word.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import combinations

from rashomon.lexicon.actors import actor_named
from rashomon.lexicon.lines import credited
from rashomon.model import Account, Hop
from rashomon.stories.copies import is_copy, runs
from rashomon.stories.weave import fold
from rashomon.weighing.claims.told import PRINTING, Told, of_one_kind, voice_of
from rashomon.weighing.compared.words import grams, overlap

_COPIED_SENTENCE = 0.8
_LONG_SENTENCE = 12  # runs of three words; a shorter sentence may be alike by chance
_NAMELESS = frozenset({"unnamed", "unresolved"})
_SPEAKERS = frozenset({"person", "unnamed", "unresolved", "organization"})


class Provenance:
    """Whose text each article of a story is: by credit, dateline, outlet, and by what is copied."""

    def __init__(self, accounts: Sequence[Account]) -> None:
        self.shown = {account.article.id: _voice(account) for account in accounts}
        self.keys = {a.article.id: frozenset({_key(a, self.shown[a.article.id])}) for a in accounts}
        for one, two in _copies(accounts):
            self._join(one, two)

    def _join(self, one: str, two: str) -> None:
        both = self.keys[one] | self.keys[two]
        self.keys = {article: keys | both if keys & both else keys for article, keys in self.keys.items()}


def origins(matter: Sequence[Told], provenance: Provenance) -> tuple[str, ...]:
    """A matter's claims, those of its kind -> the names of their distinct origins, sorted by name."""
    matter = of_one_kind(matter)
    is_news = matter[0].claim.kind != "background"  # what went before, a text knows without those it cites for the news
    relayed = {one.claim.article for one in matter if is_news and one.behind and one.behind[-1].kind not in _SPEAKERS}
    own = {one.claim.article for one in matter if not one.behind} - relayed
    groups: list[tuple[set[str], list[Told]]] = []
    cited = {f"voice:name:{fold(hop.name)}" for one in matter for hop in one.behind}
    for one in matter:
        article = one.claim.article
        if (article in relayed and not one.behind) or (article in own and one.behind):
            continue
        keys = _hops(one, provenance) | ({"the speaker"} if one.claim.kind == "statement" else set())
        voice = {f"voice:{key}" for key in provenance.keys[article]}
        keys |= voice & cited  # who is cited for what he cites passes it on; two that cite each other are one
        touching = [group for group in groups if group[0] & keys or any(_copied(one, other) for other in group[1])]
        groups = [group for group in groups if group not in touching]
        groups.append((keys.union(*(g[0] for g in touching)), [o for g in touching for o in g[1]] + [one]))
    return tuple(sorted(_named(members, provenance) for _, members in groups))


def circular(matter: Sequence[Told], provenance: Provenance) -> tuple[str, ...]:
    """A matter's claims -> the articles that have it from one another, over however many others; () for none.

    A cites B and B cites A: nobody of them tells where it comes from.
    """
    told = {one.claim.article for one in matter}
    voices = {article: provenance.keys[article] for article in told}
    cited = {
        (one.claim.article, other)
        for one in matter
        for hop in one.claim.chain[1:]
        for other in told - {one.claim.article}
        if hop.kind in PRINTING and f"name:{fold(hop.name)}" in voices[other] - voices[one.claim.article]
    }
    reached = set(cited)
    for _ in told:
        reached |= {(a, d) for a, b in reached for c, d in cited if b == c}
    return tuple(sorted(article for article in told if (article, article) in reached))


def _hops(one: Told, provenance: Provenance) -> set[str]:
    """Claim -> what it may share with another claim of the same origin."""
    behind = one.behind
    if not behind:
        return {f"voice:{key}" for key in provenance.keys[one.claim.article]}
    shared = {_hop_key(one, hop) for hop in behind}
    return shared | {f"voice:name:{fold(hop.name)}" for hop in behind if hop.kind not in _NAMELESS}


def _hop_key(one: Told, hop: Hop) -> str:
    if hop.kind in _NAMELESS and not (hop.entity and hop.entity in one.people):
        return f"{one.claim.article}:{fold(hop.name)}"
    return voice_of(hop.entity, one.people) if hop.entity else f"name:{fold(hop.name)}"


def _named(members: Sequence[Told], provenance: Provenance) -> str:
    """Claims of one origin -> its name: the innermost hop that most of them share, else whose voice it is."""
    counts = Counter(hop.name for one in members for hop in {h.name: h for h in one.behind}.values())
    if not counts:
        return min(provenance.shown[one.claim.article] for one in members)
    inner = {hop.name: depth for one in members for depth, hop in enumerate(one.behind)}
    if members[0].claim.kind == "statement":  # its speaker, by the name that an account has for him
        last = {one.behind[-1].name: one.behind[-1].kind in _NAMELESS for one in members if one.behind}
        counts = Counter({name: counts[name] for name, nameless in last.items() if nameless == min(last.values())})
    found = min(counts, key=lambda name: (-counts[name], -inner[name], name))
    hop = next(h for one in members for h in one.behind if h.name == found)
    entity = members[0].people.get(hop.entity or "")
    return entity.name if entity else found


def _copied(one: Told, two: Told) -> bool:
    """Whether two claims stand in one sentence that two articles have word for word."""
    if one.claim.article == two.claim.article:
        return False
    first, second = grams(one.sentence.of(one.text)), grams(two.sentence.of(two.text))
    return min(len(first), len(second)) >= _LONG_SENTENCE and overlap(first, second) >= _COPIED_SENTENCE


def _copies(accounts: Sequence[Account]) -> Iterable[tuple[str, str]]:
    texts = {account.article.id: runs(account.article.text) for account in accounts}
    for one, two in combinations(texts, 2):
        if is_copy(texts[one], texts[two]):
            yield one, two


def _voice(account: Account) -> str:
    """Account -> whose text it is, as it says itself."""
    lines = [b.span.of(account.article.text) for b in account.blocks if b.kind in {"credit", "dateline"}]
    named = next((name for line in lines if (name := credited(line))), None)
    known = actor_named(named) if named else None
    return (known.name if known else named) or account.article.outlet or f"account {account.label}"


def _key(account: Account, shown: str) -> str:
    named = shown != f"account {account.label}"
    return f"name:{fold(shown)}" if named else f"article:{account.article.id}"
