"""Lines of a record -> a ledger for each instrument: what the accounts tell was done about it, in order of time.

Nothing is read anew: a row is the claims of one line, or the undertakings named within it, that are about the
instrument and tell one act of it. What somebody says about keeping or breaking it stays his word.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from rashomon.lexicon.actors import of_state, state_name
from rashomon.lexicon.files import load
from rashomon.lexicon.instruments import instrument as listed_instrument
from rashomon.linking.claims.measures import IMPOSED
from rashomon.model import (
    DateSlot,
    Dating,
    EntitySlot,
    Ledger,
    LedgerRow,
    Line,
    Place,
    Status,
    Undertaking,
    Value,
    hashed,
)
from rashomon.weighing.claims.acts import act_of
from rashomon.weighing.claims.instruments import Instrument, instrument_of, party_of, settled
from rashomon.weighing.claims.told import Told
from rashomon.weighing.compared.days import Bounds, common, place, spread
from rashomon.weighing.compared.governments import called
from rashomon.weighing.compared.sentences import hop_name, listed, with_article, words
from rashomon.weighing.lines.origins import Provenance, origins

_FEWEST = 2  # rows, or accounts of the only one; a single act that one account tells stands in its line

_BINDING, _UNBOUND = frozenset({"pledge", "agreement"}), frozenset({"demand", "refusal"})


def ledgers(lines: Sequence[Line], told: Sequence[Told], provenance: Provenance) -> tuple[Ledger, ...]:
    """Lines in the record's order, the story's claims, and whose texts they are -> its ledgers, the longest first.

    An instrument of which one account tells one act has none.
    """
    return tuple(x for x in all_ledgers(lines, told, provenance) if max(len(x.rows), _accounts(x)) >= _FEWEST)


def _accounts(ledger: Ledger) -> int:
    return len({article for row in ledger.rows for article in row.articles})


def all_ledgers(lines: Sequence[Line], told: Sequence[Told], provenance: Provenance) -> list[Ledger]:
    """The same with those of a single act that one account tells."""
    known = {one.claim.id: one for one in told}
    inside = {
        line.id: [known[c.id] for c in (*line.claims, *line.contained) if c.kind == "undertaking"] for line in lines
    }
    denying = {one.claim.finding for one in told if one.claim.kind == "statement" and "denied" in one.claim.slots}
    about = settled(inside)
    acts: dict[Instrument, dict[tuple[int, str], list[Told]]] = defaultdict(lambda: defaultdict(list))
    for number, line in enumerate(lines):
        for one in _each_once(inside[line.id]):
            act = act_of(one, denied=one.claim.within in denying)
            if act and one.claim.id in about:
                acts[about[one.claim.id]][number, act].append(one)
    made = [(min(n for n, _ in rows), _ledger(found, rows, lines, provenance)) for found, rows in acts.items()]
    return [one for _, one in sorted(made, key=lambda found: (-len(found[1].rows), found[0], found[1].id))]


def _each_once(held: Sequence[Told]) -> list[Told]:
    """Claims of one line -> without those that only repeat another, the one being the terms of the other.

    Who pledges or agrees to leave plans to leave; but what is demanded or refused nobody plans.
    """
    said = [one for one in held if one.term("type") in {*_BINDING, *_UNBOUND}]
    pairs = [(outer, inner) for outer in said for inner in held if _is_term(inner, outer)]
    told = {inner.claim.id for outer, inner in pairs if outer.term("type") in _UNBOUND}
    told |= {outer.claim.id for outer, inner in pairs if outer.term("type") in _BINDING}
    return [one for one in held if one.claim.id not in told]


def _is_term(inner: Told, outer: Told) -> bool:
    if inner is outer or inner.claim.article != outer.claim.article or inner.cue is None:
        return False
    about = instrument_of(inner) is not None and instrument_of(outer) is not None
    return about and isinstance(outer.finding, Undertaking) and outer.finding.what.covers(inner.cue)


def _ledger(
    found: Instrument, rows: Mapping[tuple[int, str], Sequence[Told]], lines: Sequence[Line], provenance: Provenance
) -> Ledger:
    told = [one for held in rows.values() for one in held]
    made = [_row(act, part, provenance) for act, part in _parts(rows, lines)]
    order = {line.id: number for number, line in enumerate(lines)}
    made.sort(key=lambda row: (place(row.earliest, row.latest), order[row.lines[0]], row.act))
    return Ledger(
        id=hashed("ledger", found.kind, found.name, *sorted(found.by), "on", *sorted(found.on)),
        name=_name(found, told),
        kind=found.kind,
        called=tuple(sorted({value for one in told if (value := _called(one))})),
        rows=tuple(made),
    )


def _parts(
    rows: Mapping[tuple[int, str], Sequence[Told]], lines: Sequence[Line]
) -> list[tuple[str, list[tuple[Line, Sequence[Told]]]]]:
    """Claims by the number of their line and their act -> each act with the lines that tell it.

    A line that tells a deed without its day tells the one that another line dates, where only one does and both have it
    done by the same.
    """
    apart = [(act, [(lines[number], held)]) for (number, act), held in sorted(rows.items())]
    dated = [part for part in apart if _days(part[0], *part[1][0])[0] is not None]
    kept = []
    for act, part in apart:
        fitting = [other for name, other in dated if name == act and _may_be_one(part[0][1], other[0][1])]
        if (act, part) in dated or len(fitting) != 1 or act in load("acts.yaml")["words"] + load("acts.yaml")["speech"]:
            kept.append((act, part))
        else:
            fitting[0].extend(part)
    return kept


def _may_be_one(some: Sequence[Told], others: Sequence[Told]) -> bool:
    """Whether two groups of claims tell of the same doers and give the deed one status."""
    doers = [{party_of(e, one.people) for one in held for e in one.who("actor")} for held in (some, others)]
    status = [{one.term("status") for one in held} for held in (some, others)]
    return status[0] == status[1] and (not all(doers) or bool(doers[0] & doers[1]))


def _row(act: str, parts: Sequence[tuple[Line, Sequence[Told]]], provenance: Provenance) -> LedgerRow:
    held = sorted((one for _, told in parts for one in told), key=lambda one: one.key)
    days, of = _days(act, *parts[0])
    started = origins(held, provenance)
    return LedgerRow(
        act=act,
        lines=tuple(line.id for line, _ in parts),
        claims=tuple(one.claim.id for one in held),
        evidence=tuple(sorted({Place(one.claim.article, e.start, e.end) for one in held for e in one.claim.evidence})),
        articles=tuple(sorted({one.claim.article for one in held})),
        by=_names(held, "actor"),
        toward=_names(held, "recipient"),
        word=tuple(sorted({_word(one, provenance) for one in held})),
        status=_statuses(act, held),
        origins=started,
        independent=len(started),
        earliest=days[0] if days else None,
        latest=days[1] if days else None,
        of=of,
    )


def _days(act: str, line: Line, held: Sequence[Told]) -> tuple[Bounds | None, Dating]:
    """A row's act, line and claims -> its days, and whether it was done or said on them.

    What is only somebody's word has the days of the saying; so has what is pledged, demanded or refused where no day of
    its own is told. A deed has none but its own.
    """
    words_only, speech = load("acts.yaml")["words"], load("acts.yaml")["speech"]
    own = _joint(one.claim.when for one in held) if act not in words_only else None
    if own is None and act not in words_only and line.dating == "happening":
        own = _of_line(line, held)
    if own is not None or act not in {*words_only, *speech}:
        return own, "happening"
    said = _joint(one.claim.said for one in held) or (_of_line(line) if line.dating == "saying" else None)
    return said, "saying"


def _of_line(line: Line, held: Sequence[Told] | None = None) -> Bounds | None:
    """Line -> its days, where the claims asked for are its own and not only named in it; None for none."""
    own = {claim.id for claim in line.claims}
    known = line.earliest is not None or line.latest is not None
    return (line.earliest, line.latest) if known and (held is None or {o.claim.id for o in held} & own) else None


def _joint(slots: Iterable[DateSlot | None]) -> Bounds | None:
    given = [(slot.earliest, slot.latest) for slot in slots if slot and (slot.earliest or slot.latest)]
    return (common(given) or spread(given)) if given else None


def _statuses(act: str, held: Sequence[Told]) -> tuple[Status, ...]:
    """A row's act and claims -> what they say of whether it was done; none where they only judge what was done."""
    found: set[Status] = {one.finding.status for one in held if isinstance(one.finding, Undertaking)}
    return () if act in load("acts.yaml")["words"] else tuple(sorted(found))


def _names(held: Sequence[Told], slot: str) -> tuple[str, ...]:
    """Claims and a slot -> who stands in it, by name or in the text's words, most often named first; no pronouns."""
    found: Counter[str] = Counter()
    for one in held:
        value = one.claim.slots.get(slot)
        if not isinstance(value, EntitySlot):
            continue
        own = value.text if len(value.entities) == 1 else ""
        known = [called(one.people[e], own) for e in value.entities if e in one.people]
        loose = value.text.lower().split()[:1] and value.text.lower().split()[0] in words("pronouns")
        found.update([with_article(name) for name in known] or ([] if loose else [value.text]))
    return tuple(sorted(found, key=lambda name: (-found[name], name)))


def _word(one: Told, provenance: Provenance) -> str:
    """Claim -> on whose word it is: the source of its chain, or its outlet."""
    return hop_name(one.behind[-1], one.people) if one.behind else provenance.shown[one.claim.article]


def _called(one: Told) -> Value | None:
    """Claim -> its account's words for the instrument, and where they stand."""
    slot = one.claim.slots.get("instrument") or one.claim.slots.get("measure")
    if slot is None or slot.span is None:
        return None
    return Value(one.claim.article, " ".join(slot.span.of(one.text).split()), slot.span.start, slot.span.end)


def _name(found: Instrument, told: Sequence[Told]) -> str:
    """Instrument and the claims about it -> what its ledger is headed with."""
    if found.kind == "accord" and not found.by:
        return _title(found.name, told)
    sides = [_sides(told, slot, parties) for slot, parties in (("measure_by", found.by), ("measure_on", found.on))]
    if found.kind in IMPOSED:
        of, on = (f" of {sides[0]}" if sides[0] else ""), (f" on {sides[1]}" if sides[1] else "")
        return f"{found.kind.capitalize()}{of}{on}"
    return (found.name or found.kind).capitalize() + (f" between {sides[0]}" if len(found.by) > 1 else "")


def _title(key: str, told: Sequence[Told]) -> str:
    """Key of a named accord and the claims about it -> its full name with its acronym, or the commonest."""
    if key in load("instruments.yaml"):
        known = listed_instrument(key)
        return known.full if known.short == known.full else f"{known.full} ({known.short})"
    given = Counter(one.term("instrument") for one in told)
    return min(given, key=lambda name: (-given[name], len(name), name))


def _sides(told: Sequence[Told], slot: str, parties: frozenset[str]) -> str:
    """Claims, a slot and the parties in it -> these by name."""
    named: dict[str, set[str]] = defaultdict(set)
    for one in told:
        value = one.claim.slots.get(slot)
        for entity in value.entities if isinstance(value, EntitySlot) else ():
            if entity in one.people:
                named[party_of(entity, one.people)].add(one.people[entity].name)
    shown = [of_state(p) if state_name(p) != p else with_article(min(named[p])) for p in parties if p in named]
    return listed(sorted(shown))
