"""Clauses for which no reader has a finding -> claims like any other."""

from collections.abc import Mapping
from typing import NamedTuple

from rashomon.linking.chains import own_chain
from rashomon.model import Claim, ClaimKind, Reading, Slot, Span, StoryEntity, Syntax, TextSlot, hashed
from rashomon.text.grammar import head_of
from rashomon.weighing.claims.told import Told
from rashomon.weighing.compared.clauses import clause_of, coordinate, doubt


class Unread(NamedTuple):
    """A clause: the words that tell, its verb, all of it, its sentence, and the statement it is told in, if in one."""

    reading: Reading
    mark: Span
    verb: Span
    span: Span
    sentence: Span
    statement: Told | None = None


def claimed(clause: Unread, kind: ClaimKind, slots: Mapping[str, Slot], people: Mapping[str, StoryEntity]) -> Told:
    """A clause, the kind of claim that it makes, its further slots, and the story's entities -> the claim."""
    reading, statement, article = clause.reading, clause.statement, clause.reading.article.id
    name = hashed(article, "unread", clause.mark)
    told: dict[str, Slot] = {
        "trigger": TextSlot(clause.mark.of(reading.text), clause.mark),
        "what": TextSlot(clause.span.of(reading.text), clause.span),
    }
    chain = statement.claim.chain if statement is not None else own_chain(reading)
    within = statement.claim.finding if statement is not None else None
    claim = Claim(hashed("claim", name), article, kind, name, (clause.span,), chain, told | dict(slots), within)
    said = clause_of(reading, clause.verb)
    joined = bool(reading.of(Syntax)) and head_of(reading.doc, clause.verb).dep_ == "conj"
    return Told(
        claim,
        reading,
        None,
        clause.sentence,
        quoted=False,
        clause=said,
        people=people,
        alleged=doubt(reading, clause.verb),
        coordinate=coordinate(reading, clause.verb) if joined else None,  # the first is told with those behind it
    )
