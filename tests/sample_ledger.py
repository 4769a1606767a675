"""The ledger of the sample record: an accord that was left, and that somebody says was broken."""

from rashomon.model import Ledger, LedgerRow, Line, Span, Value, hashed
from tests.sample_desk import Desk


def sample_ledger(desk: Desk, lines: list[Line]) -> Ledger:
    """The desk and the sample's lines -> the ledger of the nuclear accord."""
    names = {desk.a: "2015 nuclear deal", desk.b: "Joint Comprehensive Plan of Action"}
    called = tuple(Value(x.id, words, *_edges(desk.span(x, words))) for x, words in names.items())
    left, quoted = lines[-1], next(line for line in lines if "does not keep its obligations" in line.summary)
    told = tuple(claim.article for claim in left.claims)
    return Ledger(
        hashed("ledger"),
        "Joint Comprehensive Plan of Action (JCPOA)",
        "accord",
        called,
        (
            LedgerRow(
                "left", (left.id,), tuple(c.id for c in left.claims), (), told, ("Donald Trump",), (), ("A", "B"),
                ("happened",), left.origins, 2, left.earliest, left.latest,
            ),
            LedgerRow(
                "said to be broken", (quoted.id,), tuple(c.id for c in quoted.claims), (), told, ("the United States",),
                (), ("Hassan Rouhani",), (), ("Hassan Rouhani",), 1, of="saying",
            ),
        ),
    )  # fmt: skip


def _edges(span: Span) -> tuple[int, int]:
    return span.start, span.end
