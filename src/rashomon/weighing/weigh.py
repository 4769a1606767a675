"""A story's readings -> its record."""

import datetime as dt
from collections.abc import Sequence

import msgspec

from rashomon.model import (
    Account,
    Claim,
    Difference,
    Failure,
    Line,
    MadeBy,
    Published,
    Reading,
    Record,
    Story,
    hashed,
)
from rashomon.stories.happenings import happenings
from rashomon.stories.joining import likely_one
from rashomon.stories.scenes import whose
from rashomon.stories.weave import Woven, weave
from rashomon.weighing.alignment.align import align
from rashomon.weighing.alignment.also_told import also_told
from rashomon.weighing.alignment.doers_apart import doers_apart
from rashomon.weighing.alignment.faced import faced
from rashomon.weighing.alignment.gathered import gathered
from rashomon.weighing.alignment.judged import Said, with_judged
from rashomon.weighing.alignment.measured import measured, noted
from rashomon.weighing.alignment.named_happenings import named_happenings
from rashomon.weighing.alignment.paraphrase import paraphrased
from rashomon.weighing.alignment.retold import placed, retold, untold
from rashomon.weighing.alignment.sureness import Sureness, coherent, likely_only
from rashomon.weighing.alignment.told_alone import told_alone
from rashomon.weighing.claims.accounts import accounts
from rashomon.weighing.claims.copies import set_aside_copies, with_copies
from rashomon.weighing.claims.matters import Matter, Weighed
from rashomon.weighing.claims.passages import Passages
from rashomon.weighing.claims.told import Told, of_one_kind, tell
from rashomon.weighing.compared.days import Bounds, closed, common, spread
from rashomon.weighing.lines.brief import brief
from rashomon.weighing.lines.ledger import ledgers
from rashomon.weighing.lines.origins import Provenance, circular, origins
from rashomon.weighing.lines.silence import silences
from rashomon.weighing.lines.summary import ONLY_NAMED, summary
from rashomon.weighing.lines.timeline import timeline
from rashomon.weighing.lines.twice import told_once
from rashomon.weighing.standings.days_apart import days_apart
from rashomon.weighing.standings.particulars import particulars
from rashomon.weighing.standings.slips import slips, without_slips
from rashomon.weighing.standings.standing import differences, standing, with_contrasts

_TITLE = 140  # characters
_FITTING = frozenset({"agree", "compatible"})
_KINDS = ("event", "statement", "undertaking", "figure", "background")


def weigh(story: Story, readings: Sequence[Reading], failures: Sequence[Failure], made_by: MadeBy) -> Record:
    """A story, the readings of its articles, and what failed -> the record; the order of what is given changes nothing.

    A reading of an article that comes twice is weighed once: a copy is no second witness.
    """
    known = {reading.article.id: reading for reading in readings}
    ordered = [known[name] for name in sorted(known)]
    told_by = accounts(ordered)
    woven = weave(ordered)
    provenance = Provenance(told_by)
    told = tell(ordered, woven)
    passages = Passages(ordered, whose(woven.entities, ordered), told)
    people = {entity.id: entity for entity in woven.entities}
    by_kind = doers_apart(aligned(told), passages, people)
    matters, said = joined(ordered, woven, told, passages, by_kind)
    sureness = Sureness(passages, by_kind, said)
    pairs = coherent(matters, sureness, told)
    pairs += [*slips(pairs, people), *particulars(people, ordered), *told_alone(pairs, passages, people)]
    lines_of = [_line(matter, parted, told_by, provenance, told, sureness) for matter, parted in pairs]
    weighed = list(zip((matter for matter, _ in pairs), _with_contained(lines_of, told), strict=True))
    lines = tuple(line for _, line in sorted(told_once(weighed), key=lambda pair: _order(pair[0], pair[1], told_by)))
    return Record(
        story=_placed(story, lines, told_by),
        accounts=told_by,
        entities=woven.entities,
        lines=lines,
        timeline=timeline(lines),
        brief=brief(lines, told_by),
        failures=tuple(sorted(failures, key=lambda failure: (failure.article, failure.stage, failure.reason))),
        made_by=made_by,
        ledgers=ledgers(lines, told, provenance),
    )


def joined(
    readings: Sequence[Reading], woven: Woven, told: Sequence[Told], passages: Passages, by_kind: Sequence[Matter]
) -> tuple[Weighed, Said]:
    """A story's readings, entities, claims, passages and aligned claims -> its matters, with all that may tell them.

    With them comes what stands in one only because a judge holds it for likely.
    """
    likely = likely_one(
        readings, {reading.article.id: list(happenings(reading)) for reading in readings}, woven.entities
    )
    people = {entity.id: entity for entity in woven.entities}
    unread = retold(readings, woven)
    matters = placed(by_kind, [*unread, *named_happenings(readings, people)])
    lined = also_told(faced(matters, readings, woven, told, likely), passages, people, likely)
    lined = gathered(paraphrased(lined, passages, people, likely), passages)
    lined, said = with_judged(lined, passages, people)
    found = noted(measured(lined))
    return [*found, *untold(found, unread)], said


def aligned(told: Sequence[Told]) -> list[Matter]:
    """A story's claims -> those of one matter together as far as their slots tell, each with its copies."""
    kept, copies = set_aside_copies(told)
    return [with_copies(matter, copies) for matter in align(kept)]


def _line(
    matter: Sequence[Told],
    against: Sequence[Difference],
    told_by: Sequence[Account],
    provenance: Provenance,
    told: Sequence[Told],
    sureness: Sureness,
) -> Line:
    parted = tuple(against) if matter[0].term("particular") else _parted(matter, against)
    bounds = _bounds(matter)
    days = closed(bounds) if bounds else None
    disputed = any(found.slot == "when" and found.conflict for found in parted)
    stands = standing(matter, parted)
    likely = likely_only(matter, sureness) if stands in _FITTING else frozenset()
    sure = [one for one in matter if one.claim.id not in likely]
    started = origins(sure, provenance)
    claims = tuple(one.claim for one in sorted(matter, key=lambda one: one.key))
    return Line(
        id=hashed(matter[0].claim.kind, *sorted(claim.id for claim in claims)),
        kind=matter[0].claim.kind,
        summary=summary(sure, None if disputed else days),
        standing="compatible" if likely else stands,
        claims=claims,
        silent=silences(matter, bounds, told_by, told),
        origins=started,
        independent=len(started),
        circular=circular(matter, provenance),
        likely=tuple(sorted(likely)),
        differences=parted,
        earliest=bounds[0] if bounds else None,
        latest=bounds[1] if bounds else None,
    )


def _parted(matter: Sequence[Told], against: Sequence[Difference]) -> tuple[Difference, ...]:
    """A matter and what its accounts tell against one another -> all in which they part."""
    days = days_apart(matter) if not any(found.slot == "when" for found in against) else None
    found = with_contrasts(differences(matter), [*against, *([days] if days else [])])
    return without_slips(matter, found)


def _with_contained(lines: Sequence[Line], told: Sequence[Told]) -> list[Line]:
    """Lines and a story's claims -> the lines with the undertakings that lie in them and have no line of their own."""
    placed = {claim.id for line in lines for claim in line.claims}
    inside: dict[str, list[Claim]] = {}
    for one in sorted(told, key=lambda one: one.key):
        if one.claim.kind == "undertaking" and one.claim.within and one.claim.id not in placed:
            inside.setdefault(one.claim.within, []).append(one.claim)
    return [
        msgspec.structs.replace(
            line, contained=tuple(c for claim in line.claims for c in inside.get(claim.finding, ()))
        )
        for line in lines
    ]


def _bounds(matter: Sequence[Told]) -> Bounds | None:
    """A matter -> the days that all its dated claims allow, or from the first to the last given where they dispute."""
    given = [one.bounds for one in of_one_kind(matter) if one.bounds]
    return (common(given) or spread(given)) if given else None


def _order(matter: Sequence[Told], line: Line, told_by: Sequence[Account]) -> tuple[object, ...]:
    """What lines are ordered by: kind, how many accounts have it, first possible day, place in the first account."""
    places = {account.article.id: number for number, account in enumerate(told_by)}
    first = min((places[one.claim.article], *one.key[1:]) for one in matter)
    return (_KINDS.index(line.kind), -len(line.told_in), line.earliest or dt.date.max, first, line.id)


def _placed(story: Story, lines: Sequence[Line], told_by: Sequence[Account]) -> Story:
    """Story -> the same with the title, days and place that its accounts and its own lines give."""
    days = [a.published for a in told_by if isinstance(a.published, Published)]
    return msgspec.structs.replace(
        story,
        title=_happening(lines) or _title(told_by) or story.title,
        earliest=min((d.earliest for d in days), default=story.earliest),
        latest=max((d.latest for d in days), default=story.latest),
        where=_place(lines) or story.where,
    )


def _title(told_by: Sequence[Account]) -> str:
    """Accounts -> the title of the first that has one."""
    for account in told_by:
        titles = [block.span.of(account.article.text) for block in account.blocks if block.kind == "title"]
        if account.article.title or titles:
            return " ".join((account.article.title or titles[0]).split())
    return ""


def _central(lines: Sequence[Line]) -> Line | None:
    """Lines -> the event that most accounts have, on a known day; None where no two accounts share one."""
    shared = [
        x for x in lines if x.kind == "event" and x.standing in {"agree", "compatible"} and x.earliest and x.latest
    ]
    return max(shared, key=lambda x: len(x.told_in), default=None)


def _happening(lines: Sequence[Line]) -> str:
    """Lines -> the central happening as a title: "Ri Yong-ho met Hassan Rouhani in Tehran on 8 August 2018"."""
    central = _central(lines)
    if central is None or len(central.summary) > _TITLE or central.summary.startswith(ONLY_NAMED):
        return ""
    return "" if "“" in central.summary else central.summary.rstrip(".")


def _place(lines: Sequence[Line]) -> str | None:
    """Lines -> the place of the central happening, else of the event that most accounts have; None without one."""
    events = [line for line in lines if line.kind == "event" and line.earliest]
    central = _central(lines)
    for line in [*([central] if central else []), *sorted(events, key=lambda x: -len(x.told_in))]:
        slots = [c.slots["where"] for c in line.claims if "where" in c.slots]
        if slots:
            return " ".join(slots[0].text.split())
    return None
