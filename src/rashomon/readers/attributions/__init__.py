"""Parse, encoding and quotation marks -> who said what: proposals, then joining and settling."""

from collections.abc import Iterator

from rashomon.model import Attribution, Block, Encoding, Mention, Quotation, Reading, Sentence, Syntax, TimeExpression
from rashomon.readers.attributions.accounts import accounts
from rashomon.readers.attributions.clauses import clauses
from rashomon.readers.attributions.combine import combined
from rashomon.readers.attributions.draft import Draft
from rashomon.readers.attributions.nominals import nominals
from rashomon.readers.attributions.quoted import join_quotations
from rashomon.readers.attributions.settle import settle
from rashomon.readers.attributions.signed import signed
from rashomon.readers.attributions.tagged import tagged
from rashomon.readers.attributions.turns import labelled, turns
from rashomon.registry import stage
from rashomon.settings import Settings


@stage(needs=[Block, Syntax, Encoding, Sentence, Quotation, Mention, TimeExpression], gives=[Attribution])
def read_attributions(reading: Reading, settings: Settings) -> Iterator[Attribution]:  # noqa: ARG001 - a stage's shape
    """Reading with parse, encoding, quoted stretches, mentions and times -> its attributions in text order."""
    return settled(reading, combined(reading, ruled(reading), list(tagged(reading))))


def ruled(reading: Reading) -> list[Draft]:
    """Reading -> what the rules of grammar and lexicon propose."""
    return [
        *clauses(reading),
        *nominals(reading),
        *accounts(reading),
        *turns(reading),
        *labelled(reading),
        *signed(reading),
    ]


def settled(reading: Reading, drafts: list[Draft]) -> Iterator[Attribution]:
    """Reading and drafts, whoever proposed them -> attributions: quotations joined, relays and nesting settled."""
    return settle(reading, join_quotations(reading, drafts))
