"""The record in at most a dozen sentences: what is agreed, then what differs, then what one account alone has.

The news is what accounts open with, as editors write them: the first paragraph tells what the rest explains.
"""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from itertools import islice

from rashomon.model import Account, BriefSentence, Difference, Line, Span
from rashomon.weighing.compared.sentences import listed
from rashomon.weighing.compared.words import Bag, bag, shared
from rashomon.weighing.lines.silence import IMPLIED
from rashomon.weighing.lines.summary import ONLY_NAMED

_MOST = 12
_ALONE = 5  # sentences at most on what one account alone has, while others wait
_NOT_OURS = (*ONLY_NAMED, "The text says", "“", '"')
_ALOUD = 330  # characters
_OPENING = (200, 600)  # characters of paragraphs, at least and of the last of them at most
_SAME = 0.7  # of the shorter sentence's telling words
_MOSTLY = 0.7  # of them, in what several accounts tell
_FIRST = ("event", "undertaking", "statement", "figure", "background")
_SLOTS = {
    "when": "when it was",
    "amount": "the amount",
    "actor": "who did it",
    "recipient": "to whom",
    "status": "whether it happened",
    "duration": "how long it is for",
    "beginning": "when it begins",
    "conditions": "its conditions",
    "order": "whether it came at once or later",
    "force": "whether it binds",
    "vote": "the vote",
    "rank": "which place it has",
    "grade": "the rank",
    "direction": "whether it rose or fell",
    "result": "how it ended",
    "modality": "whether it is so",
    "how": "how it was done",
    "sense": "what was said",
    "name": "which name it is",
    "tense": "whether it is or was so",
    "where": "where it was",
    "age": "the age",
    "nationality": "of which state",
}


def brief(lines: Sequence[Line], accounts: Sequence[Account]) -> tuple[BriefSentence, ...]:
    """Lines in the record's order, and its accounts -> the brief; every sentence names the lines that it rests on.

    What accounts open with comes first; then deeds, what was pledged or imposed, and what was said: of each what
    several accounts have, then what they dispute, then what one alone tells. Lines that only repeat a sentence of the
    text, and what went before the news, are left to the record.
    """
    opens = _opens(lines, accounts)
    weight, spread = partial(_weight, opens=opens), partial(_spread, opens=opens)
    common = [line for line in lines if line.standing != "single" and line.told_in and _worth(line)]
    parted = list(_each_once(sorted((line for line in common if line.standing == "differ"), key=weight)))
    agreed = sorted((line for line in common if line.standing != "differ"), key=spread)
    agreed = [line for line in _each_once([*parted, *agreed]) if line.standing != "differ"]
    single = [line for line in lines if line.standing == "single" and _worth(line)]
    single = [line for line in single if opens[line.id] or _is_of_a_kind(line)]
    alone = list(islice(_by_turns(single, opens, _news_in(lines)), _MOST))
    room = _MOST - min(_ALONE, len(alone))
    agreed = agreed[: room - min(len(parted), room // 2)]
    chosen = [*sorted(agreed, key=weight), *parted][:room]
    chosen = list(islice(_each_once([*chosen, *alone]), _MOST))
    labels = {account.article.id: account.label for account in accounts}
    return tuple(BriefSentence(_told(line, labels, opens), (line.id,)) for line in chosen)


def _opens(lines: Sequence[Line], accounts: Sequence[Account]) -> dict[str, int]:
    """Lines, and the accounts -> how many of these open with each line, by its id."""
    ends = {account.article.id: _opening(account) for account in accounts}
    return {
        line.id: len({claim.article for claim in line.claims if claim.evidence[0].start < ends[claim.article]})
        for line in lines
    }


def _opening(account: Account) -> int:
    """Account -> where its first paragraph ends, with those behind it where it is short."""
    read = 0
    for span in (block.span for block in account.blocks if block.kind == "paragraph"):
        read += len(span)
        if read >= _OPENING[0]:
            return min(span.end, span.start + _OPENING[1])
    return len(account.article.text)


def _each_once(lines: Sequence[Line]) -> Iterator[Line]:
    """Lines -> those that say something that none before them says: an agreement, and that it was announced."""
    kept: list[Bag] = []
    told: set[str] = set()
    for line in lines:
        said, claims = bag(line.summary), {claim.id for claim in line.claims}
        if not claims & told and all(shared(said, other)[0] < _SAME for other in kept):
            kept.append(said)
            told |= claims
            yield line


def _news_in(lines: Sequence[Line]) -> Callable[[Line], bool]:
    """All lines -> whether a line of one account tells more than what lines of several do.

    Else "only A has this" would be false; nor is a sentence told twice of which a line of several has all.
    """
    several = [line for line in lines if line.standing != "single" and line.kind != "figure"]
    known = [bag(line.summary) for line in several]
    told: dict[str, list[Span]] = defaultdict(list)
    for claim in (claim for line in several for claim in line.claims):
        told[claim.article] += claim.evidence

    def is_news(line: Line) -> bool:
        said, claim = bag(line.summary), line.claims[0]
        is_held = any(all(map(place.covers, claim.evidence)) for place in told[claim.article])
        return not is_held and all(shared(said, other)[0] < _MOSTLY for other in known)

    return is_news


def _by_turns(lines: Sequence[Line], opens: Mapping[str, int], is_news: Callable[[Line], bool]) -> Iterator[Line]:
    """Lines of one account each -> those that are news: what accounts open with, then by kind, each account in turn."""
    queues: dict[int, dict[str, list[tuple[int, Line]]]] = defaultdict(lambda: defaultdict(list))
    for place, line in enumerate(sorted(lines, key=partial(_weight, opens=opens))):
        rank = -1 if opens[line.id] else _FIRST.index(line.kind)
        queues[rank][line.claims[0].article].append((place, line))
    for _, queue in sorted(queues.items()):
        turns = [(found for found in held if is_news(found[1])) for held in queue.values()]
        while turn := sorted(found for held in turns if (found := next(held, None)) is not None):
            yield from (line for _, line in turn)


def _worth(line: Line) -> bool:
    """Whether a line can stand in the brief: a sentence of ours, of the news itself, not too long to be read aloud.

    What went before, and a bare figure, can where the accounts differ on more of it than how a name is spelled.
    """
    ours = not line.summary.startswith(_NOT_OURS) and len(line.summary) <= _ALOUD
    parted = {found.slot for found in line.differences if found.conflict} - {"name"}
    told = bool(parted) or line.kind not in {"background", "figure"}
    return ours and told and not _is_vague(line)


def _is_of_a_kind(line: Line) -> bool:
    """Whether a reader knows a line for what it is; of a clause that none knows, the record tells enough."""
    return line.kind != "event" or any("type" in claim.slots for claim in line.claims)


def _is_vague(line: Line) -> bool:
    """Whether a deed has no day, no place and no terms: "A and B held talks"."""
    slots = {name for claim in line.claims for name in claim.slots}
    return line.kind == "event" and line.earliest is None and not slots & {"where", "what", "instrument"}


def _weight(line: Line, opens: Mapping[str, int]) -> tuple[object, ...]:
    """What the brief is ordered by: what accounts open with, as most have it, then the rest by its kind."""
    kind, many = _FIRST.index(line.kind), -len(line.told_in)
    if opens[line.id]:
        return (0, many, kind, -opens[line.id], line.earliest is None)
    return (1, kind, many, line.earliest is None)


def _spread(line: Line, opens: Mapping[str, int]) -> tuple[object, ...]:
    """What is chosen for the brief: what most accounts have or open with, deeds first, with a known day."""
    return (-len(line.told_in) - opens[line.id], _FIRST.index(line.kind), line.earliest is None)


def _doubting(line: Line) -> set[str]:
    """Line -> the articles that only say "allegedly" what others tell as a fact."""
    values = {(v.value, v.article) for d in line.differences if d.slot == "status" for v in d.values}
    return {article for value, article in values if value == "alleged"} - {a for v, a in values if v != "alleged"}


def _whose(labels: Sequence[str]) -> str:
    return f"Account {labels[0]} does" if len(labels) == 1 else f"Accounts {listed(labels)} do"


def _on(difference: Difference) -> str:
    """Difference -> what the accounts differ on."""
    ahead = difference.slot == "status" and "planned" in {value.value for value in difference.values}
    return "whether it will happen" if ahead else _SLOTS.get(difference.slot, difference.slot)


def _told(line: Line, labels: dict[str, str], opens: Mapping[str, int]) -> str:
    if line.standing == "differ":
        slots = listed(sorted({_on(d) for d in line.differences if d.conflict}))
        return f"{line.summary} The accounts differ on {slots}."
    telling = sorted(labels[article] for article in line.told_in)
    doubting = sorted(labels[article] for article in _doubting(line))
    if doubting:
        return f"{line.summary} {_whose(doubting)} not vouch for it."
    likely = sorted({labels[claim.article] for claim in line.claims} - set(telling))
    if likely and len(telling) == 1:
        return f"{line.summary} Surely in account {telling[0]}, likely in {listed(likely)}."
    if line.standing != "single" or all(silence.reason == IMPLIED for silence in line.silent):
        return line.summary
    return f"{line.summary} " + (
        f"Account {telling[0]} opens with it." if opens[line.id] else f"Found in account {telling[0]} alone."
    )
