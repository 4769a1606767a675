"""The record in at most a dozen sentences: what is agreed, then what differs, then what one account alone has."""

from collections.abc import Sequence

from rashomon.model import Account, BriefSentence, Line
from rashomon.weighing.sentences import listed

_MOST = 12
_ALONE = 5  # sentences at most on what one account alone has, while others wait
_QUOTED = "The text says"


def brief(lines: Sequence[Line], accounts: Sequence[Account]) -> tuple[BriefSentence, ...]:
    """Lines in the record's order, and its accounts -> the brief; every sentence names the lines that it rests on.

    Lines that only repeat a sentence of the text are left to the record.
    """
    told = [line for line in lines if not line.summary.startswith(_QUOTED) and line.kind != "background"]
    agreed = [line for line in told if line.standing in {"agree", "compatible"}]
    parted = [line for line in told if line.standing == "differ"]
    alone = sorted((line for line in told if line.standing == "single"), key=lambda line: line.kind == "statement")
    room = _MOST - min(_ALONE, len(alone))
    chosen = [*agreed[: room - min(len(parted), room // 2)], *parted]
    chosen = [*chosen[:room], *alone][:_MOST]
    labels = {account.article.id: account.label for account in accounts}
    return tuple(BriefSentence(_told(line, labels), (line.id,)) for line in chosen)


def _told(line: Line, labels: dict[str, str]) -> str:
    if line.standing == "differ":
        slots = listed(sorted({_SLOTS.get(d.slot, d.slot) for d in line.differences if d.conflict}))
        return f"{line.summary} The accounts differ on {slots}."
    telling = sorted({labels[claim.article] for claim in line.claims})
    if line.standing == "single" and len(labels) > 1:
        return f"{line.summary} Only account {telling[0]} has this."
    return line.summary


_SLOTS = {
    "when": "when it was",
    "amount": "the amount",
    "actor": "who did it",
    "recipient": "to whom",
    "status": "whether it happened",
}
