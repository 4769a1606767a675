"""Readings -> JSON Lines of the measuring contract: what was found in each article, with offsets and words."""

import datetime as dt
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any

import msgspec

from rashomon.lexicon.actors import actor_named
from rashomon.linking.chains import Chains
from rashomon.linking.refer import Referents
from rashomon.linking.voices import voices
from rashomon.model import (
    Amount,
    Attribution,
    Block,
    Claim,
    DateSlot,
    Entity,
    EntityKind,
    EntitySlot,
    Event,
    Failure,
    Hop,
    Mention,
    Published,
    Reading,
    Sentence,
    Span,
    Time,
    Undertaking,
    Unresolved,
)
from rashomon.readers.events import coded_type
from rashomon.renderers.words import line_number
from rashomon.stories.happenings import happenings

Row = dict[str, Any]
_BODIES = frozenset({"organization", "group"})
_ENCODER = msgspec.json.Encoder(enc_hook=str)


def reading_lines(readings: Iterable[Reading | Failure]) -> Iterator[str]:
    """Readings and failures -> one JSON line each, without its newline; the same reading gives the same line."""
    for item in readings:
        row = contract(item) if isinstance(item, Reading) else _failure(item)
        yield _ENCODER.encode(row).decode()


def date_lines(readings: Iterable[Reading | Failure]) -> Iterator[str]:
    """Dated readings and failures -> one JSON line each: day of publication and time expressions, in text order.

    Where the day is not known ``undated`` says why; a value that cannot be told is null.
    """
    for item in readings:
        row = _dates(item) if isinstance(item, Reading) else _failure(item)
        yield _ENCODER.encode(row).decode()


def _dates(reading: Reading) -> Row:
    known, text = reading.published, reading.text
    row: Row = {"id": reading.article.id} | _known(path=reading.article.path) | {"published": _published(reading)}
    if isinstance(known, Unresolved):
        row["undated"] = known.reason
    timexes = [
        _timex(t) | {"value": t.value or None, "line": line_number(text, t.span.start), "text": t.span.of(text)}
        for t in reading.of(Time)
    ]
    return row | {"timexes": timexes}


def _failure(failure: Failure) -> Row:
    return {"id": failure.article, "failure": {"stage": failure.stage, "reason": failure.reason}}


def contract(reading: Reading) -> Row:
    """Reading -> the dictionary that scorers and other programs read; offsets are code points, half-open.

    ``voices`` cuts the sentences into stretches: those without an attribution are the author's own voice. Times whose
    value cannot be told stand in ``unresolved_times``, with the reason, and not among ``timexes``.
    """
    claims = {claim.finding: claim for claim in reading.of(Claim)}
    who = Referents(reading)
    chains = Chains(reading, who)
    return {
        "id": reading.article.id,
        "published": _published(reading),
        "blocks": [_at(b.span) | {"kind": b.kind} for b in reading.of(Block)],
        "sentences": [_pair(s.span) for s in reading.of(Sentence)],
        "mentions": mentions(reading),
        "entities": [_entity(e) for e in reading.of(Entity)],
        "timexes": [_timex(t) for t in reading.of(Time) if t.value],
        "unresolved_times": [_at(t.span) | {"type": t.type, "why": t.why} for t in reading.of(Time) if not t.value],
        "amounts": [_amount(a, reading.text) for a in reading.of(Amount)],
        "attributions": [_attribution(a, claims.get(a.id), chains, reading.text) for a in reading.of(Attribution)],
        "voices": [_at(v.span) | _known(attribution=v.attribution) for v in voices(reading)],
        "events": [_event(e, claims.get(e.id), reading.text, who) for e in reading.of(Event)],
        "undertakings": [_undertaking(u, claims.get(u.id), reading, who) for u in reading.of(Undertaking)],
    }


def mentions(reading: Reading) -> list[Row]:
    """Reading -> its mentions of somebody, of events and of times, in text order, with clusters within the article.

    Events are all words for what happens, by their lemma; ``events`` types the political ones. Left out is what refers
    to nobody the reading can tell (an unsettled "it"), what only qualifies ("Iranian" in "Iranian oil", "Comey" in
    "Comey memos") or is part of a longer name, and a bare noun met once ("people"). A state's name before a noun
    stays, marked ``qualifies``.
    """
    return without_scenery({reading.article.id: mention_rows(reading)}, [reading])[reading.article.id]


def mention_rows(reading: Reading) -> list[Row]:
    """Reading -> the rows of ``mentions``, bare nouns met once among them: a story may have them twice."""
    article = reading.article.id
    known = {m.span: m for m in reading.of(Mention)}
    names = _outer_names(reading)
    found = []
    for entity in reading.of(Entity):
        kind = "loc" if entity.kind == "place" else "entity"
        for span in entity.mentions:
            row = _at(span) | {"kind": kind, "cluster": f"{article}/{entity.id}"}
            if span in known:
                if known[span].form == "name" and known[span].modifier and not _owns(known[span], reading.text):
                    row["qualifies"] = True
                row |= {"head": _pair(known[span].head), "form": known[span].form}
            if span not in known or not _only_qualifies(known[span], entity.kind, reading.text, names):
                found.append(row)
    found += [
        _at(time.span) | {"kind": "time", "cluster": time_cluster(time) or alone(article, time.span)}
        for time in reading.of(Time)
    ]
    found += [
        _at(h.span) | {"kind": "event", "cluster": f"{article}/event/{h.lemma}", "lemma": h.lemma}
        for h in happenings(reading)
    ]
    return sorted(found, key=lambda row: (row["start"], row["end"], row["kind"]))


def without_scenery(rows: dict[str, list[Row]], readings: Iterable[Reading]) -> dict[str, list[Row]]:
    """Rows of mentions by article, and the readings -> the same without bare nouns whose cluster has nothing else."""
    count = Counter(row["cluster"] for found in rows.values() for row in found)
    texts = {reading.article.id: reading.text for reading in readings}
    return {
        name: [
            row
            for row in found
            if row.get("form") != "nominal"
            or count[row["cluster"]] > 1
            or " " in texts[name][row["start"] : row["end"]]
        ]
        for name, found in rows.items()
    }


def _outer_names(reading: Reading) -> list[Span]:
    """Reading -> its names that are somebody's and lie in no other such name, in text order."""
    owned = {span for entity in reading.of(Entity) for span in entity.mentions}
    outer: list[Span] = []
    for mention in reading.of(Mention):
        if mention.form == "name" and mention.span in owned and not (outer and outer[-1].covers(mention.span)):
            outer.append(mention.span)
    return outer


def _only_qualifies(mention: Mention, kind: EntityKind, text: str, names: list[Span]) -> bool:
    """Whether a name is a part of another name, or stands before a noun and owns nothing: "Comey" in "Comey memos".

    The name of a body or a state before a noun stays ("Aker jets", "US stocks"), an adjective does not ("American
    stocks"): it says of what kind they are.
    """
    if mention.form != "name":
        return False
    before = bisect_right(names, mention.span.start, key=lambda name: name.start)
    around = names[before - 1] if before else mention.span
    if around.covers(mention.span) and around != mention.span:
        return True
    if not mention.modifier or _owns(mention, text) or kind in _BODIES:
        return False
    actor = actor_named(mention.span.of(text))
    return actor is None or actor.kind != "state" or actor.naming == "adjective"


def _owns(mention: Mention, text: str) -> bool:
    """Whether a possessive's mark stands behind a mention."""
    return text[mention.span.end : mention.span.end + 2] in {"'s", "’s", "' ", "’ "}


def alone(article: str, span: Span) -> str:
    """Article id and span -> the cluster of a mention that is linked to no other."""
    return f"{article}/{span.start}-{span.end}"


def time_cluster(time: Time) -> str:
    """Time -> a cluster for all mentions of the same day, month or year, or "" where it has no such value.

    An hour or a part of a day is told by its day: "Friday night", "at 7 p.m. on Friday".
    """
    return f"time/{time.value.partition('T')[0]}" if time.type in {"DATE", "TIME"} and time.value[:4].isdigit() else ""


def _at(span: Span) -> Row:
    return {"start": span.start, "end": span.end}


def _pair(span: Span) -> list[int]:
    return [span.start, span.end]


def _known(**fields: Any) -> Row:
    """Only the fields that are known: absent means that the text does not tell."""
    return {key: value for key, value in fields.items() if value not in (None, "", (), [], {})}


def _published(reading: Reading) -> Row | None:
    known = reading.published
    if not isinstance(known, Published):
        return None
    return {"earliest": known.earliest, "latest": known.latest, "basis": list(known.basis)}


def _entity(entity: Entity) -> Row:
    return {"id": entity.id, "name": entity.name, "kind": entity.kind} | _known(
        code=entity.code, roles=list(entity.roles), names=list(entity.names)
    )


def _timex(time: Time) -> Row:
    known = _known(mod=time.mod, earliest=time.earliest, latest=time.latest, why=time.why)
    return _at(time.span) | {"type": time.type, "value": time.value} | known


def _amount(amount: Amount, text: str) -> Row:
    of = amount.of.of(text) if amount.of else None
    row = _at(amount.span) | {"value": amount.value, "unit": amount.unit} | _known(per=amount.per, of=of)
    if amount.high != amount.value:
        row["high"] = amount.high
    if amount.bound != "exactly":
        row["bound"] = amount.bound
    if amount.also:
        row["also"] = [{"value": e.value, "unit": e.unit} | _known(high=_unless(e.high, e.value)) for e in amount.also]
    return row


def _unless(high: float, value: float) -> float | None:
    return None if high == value else high


def chain(hops: Iterable[Hop]) -> list[Row]:
    """Hops, outermost first -> their rows: name, kind, and the entity where it is known."""
    return [{"name": hop.name, "kind": hop.kind} | _known(entity=hop.entity) for hop in hops]


def when(claim: Claim | None) -> Row:
    """Claim -> its first and last day and the words for it; empty where it has none."""
    return _interval(claim.when if claim else None)


def said(claim: Claim | None) -> Row:
    """Claim of a deed told within a statement -> when that was made; empty where the text does not tell."""
    return _interval(claim.said if claim else None)


def _interval(slot: DateSlot | None) -> Row:
    return _known(earliest=slot.earliest, latest=slot.latest, text=slot.text) if slot else {}


def _day(claim: Claim | None) -> dt.date | None:
    known = when(claim)
    earliest: dt.date | None = known.get("earliest")
    return earliest if earliest is not None and earliest == known.get("latest") else None


def _attribution(found: Attribution, claim: Claim | None, chains: Chains, text: str) -> Row:
    roles = {"source": found.source, "cue": found.cue, "content": found.content}
    row: Row = {"id": found.id} | {role: [_pair(s) for s in spans] for role, spans in roles.items()}
    row |= {"kind": found.kind, "act": found.act, "denied": found.denied, "stated": found.stated}
    hops = claim.chain if claim else chains.of(found.id)
    row["speaker"] = hops[-1].entity
    addressee = claim.slots.get("addressee") if claim else None
    if isinstance(addressee, EntitySlot):
        row["addressee"] = {"entities": list(addressee.entities), "text": addressee.text}
    elif found.addressee:
        row["addressee"] = {"entities": [], "text": found.addressee.of(text)}
    words = {role: [s.of(text) for s in spans] for role, spans in roles.items() if spans}
    return row | {"chain": chain(hops)} | _known(time=when(claim)) | {"text": words}


def _event(event: Event, claim: Claim | None, text: str, who: Referents) -> Row:
    coded = coded_type(event) or event.type
    mode = event.mode if coded == event.type else None
    row: Row = {"id": event.id, "trigger": _pair(event.trigger), "type": coded} | _known(mode=mode)
    row["source"] = _codes(event.actor, who)
    row["target"] = _codes(event.recipient, who)
    row |= _known(
        actor=_parties(event.actor, text, who), recipient=_parties(event.recipient, text, who), date=_day(claim)
    )
    row["status"] = event.status
    row |= _known(when=when(claim), said=said(claim))
    return row | _known(attribution=claim.within if claim else None) | {"text": event.trigger.of(text)}


def _undertaking(found: Undertaking, claim: Claim | None, reading: Reading, who: Referents) -> Row:
    text = reading.text
    amounts = [a for a in reading.of(Amount) if found.amount and a.span.meets(found.amount)]
    row: Row = {"id": found.id, "kind": found.kind, "evidence": _pair(found.evidence)}
    row["parties"] = _parties(found.parties, text, who)
    row |= _known(toward=_parties(found.toward, text, who))
    row["what"] = found.what.of(text)
    row |= _known(
        amount=_amount(amounts[0], text) if amounts else None,
        condition=found.condition.of(text) if found.condition else None,
        date=_day(claim) or when(claim),
        said=said(claim),
    )
    row["status"] = found.status
    return row | _known(attribution=claim.within if claim else None)


def _codes(spans: Iterable[Span], who: Referents) -> list[str]:
    return list(dict.fromkeys(code for span in spans for code in who.codes(span)))


def _parties(spans: Iterable[Span], text: str, who: Referents) -> list[Row]:
    """Words for actors -> each with the entities that it refers to, where it is known."""
    return [{"text": s.of(text)} | _known(entities=[e.id for e in who.all_at(s)]) for s in spans]
