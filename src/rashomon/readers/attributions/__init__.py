"""Parse and quotation marks -> who said what: proposals by rule, then joining and settling."""

from collections.abc import Iterator

from rashomon.model import Attribution, Block, Mention, Quotation, Reading, Sentence, Syntax
from rashomon.readers.attributions.accounts import accounts
from rashomon.readers.attributions.clauses import clauses
from rashomon.readers.attributions.nominals import nominals
from rashomon.readers.attributions.quoted import join_quotations
from rashomon.readers.attributions.settle import settle
from rashomon.readers.attributions.turns import turns
from rashomon.registry import stage
from rashomon.settings import Settings


@stage(needs=[Block, Syntax, Sentence, Quotation, Mention], gives=[Attribution])
def read_attributions(reading: Reading, settings: Settings) -> Iterator[Attribution]:  # noqa: ARG001 - a stage's shape
    """Reading with parse, quoted stretches and mentions -> its attributions in text order.

    ``clauses``, ``nominals`` and ``accounts`` only propose: a trained tagger can stand beside or instead of them, and
    hands its drafts to the same joining of quotations and settling of relays.
    """
    drafts = [*clauses(reading), *nominals(reading), *accounts(reading), *turns(reading)]
    return settle(reading, join_quotations(reading, drafts))
