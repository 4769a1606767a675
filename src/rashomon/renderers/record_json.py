"""Record -> one JSON line of the contract, and mentions with clusters that reach across its articles."""

from collections.abc import Iterable, Iterator
from typing import Any

import msgspec

from rashomon.model import (
    Account,
    Claim,
    Difference,
    Event,
    Line,
    Moment,
    Published,
    Reading,
    Record,
    Slot,
    Span,
    StoryEntity,
)
from rashomon.renderers.readings import chain, mentions
from rashomon.renderers.words import digest

FORMAT = "rashomon-record/1"

Row = dict[str, Any]
_ENCODER = msgspec.json.Encoder(enc_hook=str)


def record_line(record: Record) -> str:
    """Record -> one JSON line without its newline; the same record gives the same line."""
    return _ENCODER.encode(record_row(record)).decode()


def record_row(record: Record) -> Row:
    """Record -> the contract's dictionary; every piece of evidence carries its words, so that it can be checked."""
    texts = {account.article.id: account.article.text for account in record.accounts}
    story = record.story
    return {
        "format": FORMAT,
        "story": {"id": story.id, "title": story.title, "earliest": story.earliest, "latest": story.latest}
        | {"where": story.where},
        "articles": [_account(account) for account in record.accounts],
        "entities": [_entity(entity) for entity in record.entities],
        "lines": [_line(line, texts) for line in record.lines],
        "timeline": [_moment(moment) for moment in record.timeline],
        "brief": [{"text": sentence.text, "lines": list(sentence.lines)} for sentence in record.brief],
        "failures": [{"article": f.article, "stage": f.stage, "reason": f.reason} for f in record.failures],
        "made_by": msgspec.to_builtins(record.made_by),
    }


def mention_lines(record: Record, readings: Iterable[Reading]) -> Iterator[str]:
    """Record and the readings it was woven from -> one JSON line an article of its mentions, clustered across articles.

    Somebody is clustered by the record's entity, an event by the line that its claim went into; whatever the record
    does not join keeps its cluster within the article. Readings that are not of the record's story are left out.
    """
    own = {account.article.id for account in record.accounts}
    whose = {(place.article, place.start, place.end): e.id for e in record.entities for place in e.mentions}
    line_of = {claim.finding: line.id for line in record.lines for claim in line.claims}
    for reading in {reading.article.id: reading for reading in readings if reading.article.id in own}.values():
        name = reading.article.id
        lines = {
            (event.trigger.start, event.trigger.end): line_of[event.id]
            for event in reading.of(Event)
            if event.id in line_of
        }
        rows = mentions(reading)
        for row in rows:
            at = (row["start"], row["end"])
            joined = lines.get(at) if row["kind"] == "event" else whose.get((name, *at))
            row["cluster"] = joined or row["cluster"]
        yield _ENCODER.encode({"id": name, "mentions": rows}).decode()


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
    row["credits"] = [_quote(article.id, span, {article.id: article.text}) for span in account.credits]
    return row


def _quote(article: str, span: Span, texts: dict[str, str]) -> Row:
    """A place and the words that stand there: whoever checks the record needs no more than the text."""
    return {"start": span.start, "end": span.end, "quote": span.of(texts[article])}


def _entity(entity: StoryEntity) -> Row:
    row: Row = {"id": entity.id, "name": entity.name, "kind": entity.kind}
    if entity.code:
        row["code"] = entity.code
    row |= {"roles": entity.roles, "names": entity.names}
    return row | {"mentions": [msgspec.to_builtins(place) for place in entity.mentions]}


def _line(line: Line, texts: dict[str, str]) -> Row:
    row: Row = {"id": line.id, "kind": line.kind, "summary": line.summary, "standing": line.standing}
    if line.earliest is not None or line.latest is not None:
        row["date"] = {"earliest": line.earliest, "latest": line.latest}
    return row | {
        "claims": [_claim(claim, texts) for claim in line.claims],
        "silent": [{"article": s.article, "reason": s.reason} for s in line.silent],
        "origins": line.origins,
        "independent": line.independent,
        "differences": [_difference(difference) for difference in line.differences],
    }


def _claim(claim: Claim, texts: dict[str, str]) -> Row:
    row: Row = {"id": claim.id, "article": claim.article, "finding": claim.finding}
    if claim.within:
        row["within"] = claim.within
    row["evidence"] = [_quote(claim.article, span, texts) for span in claim.evidence]
    row["chain"] = chain(claim.chain)
    return row | {"slots": {name: _slot(claim.slots[name]) for name in sorted(claim.slots)}}


def _slot(slot: Slot) -> Row:
    row: Row = msgspec.to_builtins(slot)
    if slot.span is not None:
        row["span"] = [slot.span.start, slot.span.end]
    return {key: value for key, value in row.items() if value is not None}


def _difference(difference: Difference) -> Row:
    values = [msgspec.to_builtins(value) for value in difference.values]
    return {"slot": difference.slot, "conflict": difference.conflict, "values": values}


def _moment(moment: Moment) -> Row:
    return {
        "line": moment.line,
        "earliest": moment.earliest,
        "latest": moment.latest,
        "text": moment.text,
        "disputed": moment.disputed,
    }
