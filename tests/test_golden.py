"""The whole record of the demo, line by line, as it was last read against the texts and found true.

After a change that means to alter it: read the diff as one who signs the record, then pin it.

    .venv/bin/python -m tests.test_golden
"""

from pathlib import Path

import rashomon
from rashomon.model import Record
from tests.conftest import TEHRAN

GOLDEN = Path(__file__).parent / "golden" / "tehran.txt"


def told(record: Record) -> str:
    labels = {account.article.id: account.label for account in record.accounts}
    rows = []
    for line in record.lines:
        accounts = "".join(sorted({labels[claim.article] for claim in line.claims}))
        days = f"{line.earliest or ''}..{line.latest or ''}" if line.earliest else "undated"
        rows.append(f"{line.kind} | {line.standing} | {accounts} | {days} | {', '.join(line.origins)} | {line.summary}")
        rows += [f"    {d.slot}: " + " / ".join(v.value for v in d.values) for d in line.differences]
        rows += [
            f"    contains {c.slots['type'].text}: " + " <- ".join(hop.name for hop in c.chain) for c in line.contained
        ]
    number = {line.id: n for n, line in enumerate(record.lines, 1)}
    for ledger in record.ledgers:
        rows.append(f"ledger | {ledger.kind} | {ledger.name} | {' / '.join(value.value for value in ledger.called)}")
        rows += [
            f"    {row.earliest or ''}..{row.latest or ''} {row.of} | {row.act} | {', '.join(row.by)} | "
            f"word of {', '.join(row.word)} | {row.independent} independent | lines {[number[x] for x in row.lines]}"
            for row in ledger.rows
        ]
    return "\n".join([*rows, ""])


def test_the_record_of_the_demo_is_the_one_that_was_read():
    [record] = rashomon.compare(TEHRAN)
    assert told(record) == GOLDEN.read_text("utf-8"), (
        "read the diff against the texts, then: python -m tests.test_golden"
    )


if __name__ == "__main__":
    [made] = rashomon.compare(TEHRAN)
    GOLDEN.write_text(told(made), encoding="utf-8")
