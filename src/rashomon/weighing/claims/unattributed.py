"""Quotations that a text gives to nobody: another account that names the speaker makes statements of them."""

from collections.abc import Iterator, Sequence

from rashomon.linking.chains import nameless, own_chain
from rashomon.model import Claim, Quotation, Reading, TextSlot, hashed
from rashomon.weighing.compared.utterances import QUOTED_WORDS, utterance


def unattributed(reading: Reading, quotations: Sequence[Quotation]) -> Iterator[Claim]:
    """Reading and its quotations -> a claim on a nameless word for each of five words that no statement holds."""
    placed = {q.span for claim in reading.of(Claim) for q in held(claim, quotations)}
    article = reading.article.id
    for found in quotations:
        if found.level > 1 or found.span in placed or utterance(found.inner.of(reading.text)).own < QUOTED_WORDS:
            continue
        yield Claim(
            hashed(article, "claim", "quotation", found.span),
            article,
            "statement",
            hashed(article, "quotation", found.span),
            (found.span,),
            (*own_chain(reading), nameless()),
            {"kind": TextSlot("direct"), "what": TextSlot(found.inner.of(reading.text), found.inner)},
        )


def held(claim: Claim, quotations: Sequence[Quotation]) -> tuple[Quotation, ...]:
    """Claim and a text's quotations -> those that lie in a statement, by half at least."""
    if claim.kind != "statement":
        return ()
    return tuple(q for q in quotations if any(2 * _common(q, e.start, e.end) >= len(q.inner) for e in claim.evidence))


def _common(quotation: Quotation, start: int, end: int) -> int:
    return min(quotation.inner.end, end) - max(quotation.inner.start, start)
