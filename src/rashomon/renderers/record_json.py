"""Record -> one JSON line of the contract, and mentions with clusters that reach across its articles."""

import datetime as dt
from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from typing import Any

import msgspec

from rashomon.model import (
    Account,
    Claim,
    Difference,
    Event,
    Ledger,
    Line,
    Moment,
    Published,
    Reading,
    Record,
    Slot,
    Span,
    StoryEntity,
    Unresolved,
)
from rashomon.renderers.readings import chain, mention_rows, without_scenery
from rashomon.renderers.wording import Label, entity_labels, line_labels
from rashomon.renderers.words import digest
from rashomon.stories.adjuncts import said_where
from rashomon.stories.appositions import appositions, introductions
from rashomon.stories.happenings import happenings
from rashomon.stories.joining import joined
from rashomon.stories.measured import measured
from rashomon.stories.names_elsewhere import NAMED, NameElsewhere, names_elsewhere
from rashomon.stories.one_name import one_name
from rashomon.stories.relatives import relatives
from rashomon.stories.things import thing_cluster, things
from rashomon.stories.times import untold_times
from rashomon.stories.unnamed import clusters_of_unnamed
from rashomon.stories.weave import acting_for, fold

FORMAT = "rashomon-record/1"

Row = dict[str, Any]
Accounts = dict[str, Account]
Place = tuple[str, int, int, str]
"""An article, from where to where, and the kind of the mention that stands there."""
_ENCODER = msgspec.json.Encoder(enc_hook=str)


def record_line(record: Record) -> str:
    """Record -> one JSON line without its newline; the same record gives the same line."""
    return _ENCODER.encode(record_row(record)).decode()


def record_row(record: Record) -> Row:
    """Record -> the contract's dictionary; every piece of evidence carries its words, so that it can be checked."""
    accounts = {account.article.id: account for account in record.accounts}
    story = record.story
    return {
        "format": FORMAT,
        "story": {"id": story.id, "title": story.title, "earliest": story.earliest, "latest": story.latest}
        | {"where": story.where},
        "articles": [_account(account) for account in record.accounts],
        "entities": [_entity(entity, accounts) for entity in record.entities],
        "lines": [_line(line, accounts) for line in record.lines],
        "timeline": [_moment(moment) for moment in record.timeline],
        "ledgers": [_ledger(ledger, accounts) for ledger in record.ledgers],
        "brief": [{"text": sentence.text, "lines": list(sentence.lines)} for sentence in record.brief],
        "failures": [{"article": f.article, "stage": f.stage, "reason": f.reason} for f in record.failures],
        "made_by": msgspec.to_builtins(record.made_by),
    }


def mention_lines(record: Record, readings: Iterable[Reading]) -> Iterator[str]:
    """Record and the readings it was woven from -> one JSON line an article of its mentions, clustered across articles.

    Somebody is clustered by the record's entity, a happening by the line that several accounts share, else by its words
    and what stands around them (``stories/joining.py``), a thing the story keeps speaking of by its noun. Readings that
    are not of the record's story are left out.
    """
    own = {account.article.id for account in record.accounts}
    members = {reading.article.id: reading for reading in readings if reading.article.id in own}
    found = story_mentions(record.story.id, record.entities, list(members.values()))
    lines = _parted_lines(_shared_lines(record, members.values()), found)
    for name, rows in found.items():
        for row in rows:
            row["cluster"] = lines.get((name, row["start"], row["end"], row["kind"]), row["cluster"])
        yield _ENCODER.encode({"id": name, "mentions": rows}).decode()


def _parted_lines(lines: dict[Place, str], found: Mapping[str, list[Row]]) -> dict[Place, str]:
    """Places of mentions with their lines, and all mentions -> those of lines whose mentions are not one already.

    What the words around have put together stays with all others of its cluster, though they stand in no line.
    """
    known = {(name, r["start"], r["end"], r["kind"]): r["cluster"] for name, rows in found.items() for r in rows}
    clusters: dict[str, set[str]] = defaultdict(set)
    for place, line in lines.items():
        clusters[line].add(known.get(place, ""))
    return {place: line for place, line in lines.items() if len(clusters[line]) > 1}


def _shared_lines(record: Record, readings: Iterable[Reading]) -> dict[Place, str]:
    """Record and its readings -> the place of each event's trigger and the line that it shares with others' events."""
    events = {event.id: (reading.article.id, event.trigger) for reading in readings for event in reading.of(Event)}
    found: dict[Place, str] = {}
    for line in record.lines:
        told = [events[claim.finding] for claim in line.claims if claim.finding in events]
        if len({article for article, _ in told}) > 1:
            found |= {(article, trigger.start, trigger.end, "event"): line.id for article, trigger in told}
    return found


def story_mentions(story: str, entities: Sequence[StoryEntity], members: Sequence[Reading]) -> dict[str, list[Row]]:
    """Story's id, its entities and readings -> for each article the rows of its mentions, clustered over the story.

    A state and its government are one cluster: "Oslo", "Norway" and "the Norwegian government" do the same deeds.
    """
    happened = joined(members, {reading.article.id: list(happenings(reading)) for reading in members}, entities)
    one = _one(entities)
    whose = {(place.article, place.start, place.end): one.get(e.id, e.id) for e in entities for place in e.mentions}
    acting = {"person", "state"}
    actors = {(place.article, place.start, place.end) for e in entities if e.kind in acting for place in e.mentions}
    places = {e.id for e in entities if e.kind == "place"}
    nameless = clusters_of_unnamed(story, entities, members)
    unnamed = {f"{article}/{entity}": cluster for (article, entity), cluster in nameless.items()}
    times = untold_times(members)
    found: dict[str, list[Row]] = {reading.article.id: mention_rows(reading) for reading in members}
    for name, rows in found.items():
        for row in rows:
            if row["kind"] == "event":
                row["cluster"] = f"{story}/event/{happened[name, Span(row['start'], row['end'])]}"
            elif row["kind"] == "time":
                own, said = times.get((name, Span(row["start"], row["end"])), ("", ""))
                row["cluster"] = f"{own or story}/time/{said}" if said else row["cluster"]
            elif row["cluster"] in unnamed:
                row["cluster"] = unnamed[row["cluster"]]
            else:
                row["cluster"] = whose.get((name, row["start"], row["end"])) or row["cluster"]
                row["kind"] = "entity" if (name, row["start"], row["end"]) in actors else row["kind"]
    for thing in things(members):
        row = {"start": thing.span.start, "end": thing.span.end, "kind": "entity", "form": thing.form}
        named = thing.whose and whose.get((thing.article, thing.whose.start, thing.whose.end))
        row |= {"cluster": named or thing_cluster(story, thing.lemma), "head": [thing.head.start, thing.head.end]}
        if thing.name is not None:
            row["name"] = [thing.name.start, thing.name.end]
        found[thing.article].append(row)
    for told in names_elsewhere(entities, members):
        _add_name(found[told.article], told, one, places)
    for reading in members:
        rows = found[reading.article.id] = _measured_rows(reading, _without_makers(found[reading.article.id]))
        _tell_descriptions(reading, rows)
        rows += list(_relative_rows(reading, rows))
        said_where(rows, reading)
    kept = without_scenery(found, members)
    return {name: sorted(rows, key=lambda row: (row["start"], row["end"], row["kind"])) for name, rows in kept.items()}


def _one(entities: Sequence[StoryEntity]) -> dict[str, str]:
    """Entities of a story -> those that are told as another: its government as a state, a short name as the longer."""
    one = acting_for(entities)
    named: dict[str, set[str]] = defaultdict(set)
    for entity in entities:
        for name in entity.names:
            if name[:1].isupper() and entity.kind in NAMED:
                named[fold(name)].add(one.get(entity.id, entity.id))
    return one | one_name(named, {entity.id: entity.kind for entity in entities})


def _add_name(rows: list[Row], told: NameElsewhere, one: Mapping[str, str], places: Container[str]) -> None:
    """An account's rows, a name that others show to be one, who acts for whom, who is a place -> nothing; it is there.

    What its head had been taken for gives way to it.
    """
    head = [told.head.start, told.head.end]
    rows[:] = [row for row in rows if row["kind"] == "event" or row.get("head") != head]
    at = {"start": told.span.start, "end": told.span.end, "head": head, "form": "name"}
    rows.append(
        at | {"kind": "loc" if told.entity in places else "entity", "cluster": one.get(told.entity, told.entity)}
    )


def _without_makers(rows: Sequence[Row]) -> list[Row]:
    """Rows -> the same without names that are only a part of a thing's: "[Aker] 717"."""
    names = [row["name"] for row in rows if "name" in row]

    def is_part(row: Row) -> bool:
        return any(start <= row["start"] and row["end"] < end for start, end in names)

    return [row for row in rows if row.get("form") != "name" or not is_part(row)]


def _measured_rows(reading: Reading, rows: Sequence[Row]) -> list[Row]:
    """Reading and its rows -> the same, nouns that a word measures with that word for their head, each once."""
    plain = {row["head"][0]: row for row in rows if row.get("form") in {"nominal", "thing"}}
    dropped = set()
    for told in measured(reading):
        row = plain.get(told.noun.start)
        if row is None or "name" in row:
            continue
        if told.word.start in plain:
            dropped.add(id(row))
        else:
            row |= {"start": told.whole.start, "end": told.whole.end, "head": [told.word.start, told.word.end]}
    return [row for row in rows if id(row) not in dropped]


def _tell_descriptions(reading: Reading, rows: Iterable[Row]) -> None:
    """Reading and its rows -> nothing; those with a description beside them have the ``whole`` of both.

    The description stands in ``introduced`` before a name ("[the Aker analyst] Bo Aas") and, where it is no mention by
    itself, in ``apposed`` behind one ("Bo Aas, [president]").
    """
    by_head = {row["head"][0]: row for row in rows if row["kind"] != "event" and "head" in row}
    for told in appositions(reading):
        if (row := by_head.get(told.first.start)) is not None:
            row["whole"] = [told.whole.start, told.whole.end]
            if told.second.start not in by_head:
                row["apposed"] = [told.behind.start, told.behind.end]
    names = {(row["start"], row["end"]): row for row in by_head.values() if row.get("form") == "name"}
    for name, before in introductions(reading):
        if (row := names.get((name.start, name.end))) is not None:
            row["introduced"] = [before.start, before.end]
            row["whole"] = [before.start, row.get("whole", [0, name.end])[1]]


def _relative_rows(reading: Reading, rows: Iterable[Row]) -> Iterator[Row]:
    """Reading and its rows -> those of relative pronouns that stand for the head of one of these."""
    by_head = {row["head"][0]: row for row in rows if row["kind"] != "event" and "head" in row}
    for pronoun, noun in relatives(reading):
        if (row := by_head.get(noun.start)) is not None:
            at = {"start": pronoun.start, "end": pronoun.end, "head": [pronoun.start, pronoun.end]}
            yield at | {"kind": row["kind"], "form": "pronoun", "cluster": row["cluster"]}


def _account(account: Account) -> Row:
    article, published = account.article, account.published
    row: Row = {"id": article.id, "label": account.label, "name": account.name}
    row |= {key: value for key, value in (("path", article.path), ("url", article.url)) if value}
    row |= {"outlet": article.outlet, "title": article.title, "sha256": digest(article.text)}
    if isinstance(published, Published):
        row["published"] = {"earliest": published.earliest, "latest": published.latest, "basis": published.basis}
    else:
        row["published"] = None
        row["undated_because"] = published.reason
    row["blocks"] = [{"start": b.span.start, "end": b.span.end, "kind": b.kind} for b in account.blocks]
    row["credits"] = [_quote(span, article.text) for span in account.credits]
    return row


def _quote(span: Span, text: str) -> Row:
    """A place and the words that stand there: whoever checks the record needs no more than the text."""
    return {"start": span.start, "end": span.end, "quote": span.of(text)}


def _entity(entity: StoryEntity, accounts: Accounts) -> Row:
    row: Row = {"id": entity.id, "name": entity.name, "kind": entity.kind}
    if entity.code:
        row["code"] = entity.code
    row |= {"roles": entity.roles, "names": entity.names}
    row["wording"] = _wording(entity_labels(entity, accounts))
    return row | {"mentions": [msgspec.to_builtins(place) for place in entity.mentions]}


def _wording(labels: Sequence[Label]) -> list[Row]:
    return [
        {"article": x.article, "words": x.words, "voice": x.voice, "places": [[p.start, p.end] for p in x.places]}
        for x in labels
    ]


def _line(line: Line, accounts: Accounts) -> Row:
    row: Row = {"id": line.id, "kind": line.kind, "summary": line.summary, "standing": line.standing}
    if line.earliest is not None or line.latest is not None:
        row["date"] = {"earliest": line.earliest, "latest": line.latest, "of": line.dating}
    if labels := line_labels(line, accounts):
        row["wording"] = _wording(labels)
    if line.circular:
        row["circular"] = line.circular
    if line.likely:
        row["likely"] = line.likely
    if line.contained:
        row["contained"] = [_claim(claim, accounts[claim.article]) for claim in line.contained]
    return row | {
        "claims": [_claim(claim, accounts[claim.article]) for claim in line.claims],
        "silent": [{"article": s.article, "reason": s.reason} for s in line.silent],
        "origins": line.origins,
        "independent": line.independent,
        "differences": [_difference(difference) for difference in line.differences],
    }


def _ledger(ledger: Ledger, accounts: Accounts) -> Row:
    """Ledger -> its rows with the lines and claims that they are made of, and the words with their places."""
    called = [
        {"article": v.article, **_quote(Span(v.start, v.end), accounts[v.article].article.text)} for v in ledger.called
    ]
    rows = [msgspec.to_builtins(row, builtin_types=(dt.date,)) for row in ledger.rows]
    for row in rows:
        row["date"] = {"earliest": row.pop("earliest"), "latest": row.pop("latest"), "of": row.pop("of")}
    return {"id": ledger.id, "name": ledger.name, "kind": ledger.kind, "called": called, "rows": rows}


def _claim(claim: Claim, account: Account) -> Row:
    row: Row = {"id": claim.id, "article": claim.article, "finding": claim.finding}
    if claim.within:
        row["within"] = claim.within
    row["evidence"] = [_quote(span, account.article.text) for span in claim.evidence]
    row["chain"] = chain(claim.chain)
    row["times"] = _times(claim, account.published)
    return row | {"slots": {name: _slot(claim.slots[name]) for name in sorted(claim.slots)}}


def _times(claim: Claim, published: Published | Unresolved) -> Row:
    """Claim and its account's day -> when it happened, was said, was reported: each only where it is known."""
    known = {"happened": claim.happened, "said": claim.said}
    rows = {name: _slot(slot) for name, slot in known.items() if slot is not None}
    if isinstance(published, Published):
        rows["reported"] = {"earliest": published.earliest, "latest": published.latest}
    return rows


def _slot(slot: Slot) -> Row:
    row: Row = msgspec.to_builtins(slot)
    if slot.span is not None:
        row["span"] = [slot.span.start, slot.span.end]
    return {key: value for key, value in row.items() if value is not None and value != ()}


def _difference(difference: Difference) -> Row:
    values = [msgspec.to_builtins(value) for value in difference.values]
    note = {"note": difference.note} if difference.note else {}
    return {"slot": difference.slot, "conflict": difference.conflict, "values": values} | note


def _moment(moment: Moment) -> Row:
    return {
        "line": moment.line,
        "earliest": moment.earliest,
        "latest": moment.latest,
        "text": moment.text,
        "disputed": moment.disputed,
        "of": moment.of,
        "articles": moment.articles,
        "words": moment.words,
    }
