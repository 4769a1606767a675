"""Records -> a short summary on the terminal: accounts, standings, brief, ledgers, limits, and where the files are."""

from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from rich.console import Console
from rich.text import Text

from rashomon.linking.claims.measures import IMPOSED
from rashomon.model import Account, Published, Record
from rashomon.renderers.lines import line_views
from rashomon.renderers.views import LedgerView, ledger_view, limits, reported
from rashomon.renderers.words import STANDING_SHAPES, STANDING_WORDS, counted, file_name, one_line
from rashomon.weighing.compared.sentences import days_in_words

_UNSEEN = dict.fromkeys(
    (*range(9), *range(0x0B, 0x20), *range(0x7F, 0xA0), *range(0x202A, 0x202F), *range(0x2066, 0x206A)),
    "\N{REPLACEMENT CHARACTER}",
)
"""Characters that steer a terminal or turn the direction of writing: a text's are shown as what they are, strange."""
WIDEST = 100  # characters of a line, however wide the terminal
_SENTENCES = 5  # of the brief: the rest is in the report
_LEDGERS, _ROWS = 3, 6  # instruments, and of each acts: the rest is in the report
COLOURS = {"agree": "blue", "compatible": "green", "differ": "red", "single": ""}


def show(records: Sequence[Record], written: Sequence[Path], console: Console) -> None:
    """Records and the files written of them -> a summary of each; nothing of a text is read as markup."""
    for record in records:
        _show(record, console)
    if written:
        console.print(Text("Written", style="bold"))
        for path in written:
            console.print(Text(f"  {path}"), soft_wrap=True)


def _show(record: Record, console: Console) -> None:
    story = record.story
    about = [part for part in (story.where, reported(story)) if part]
    console.print()
    put(Text(story.title, style="bold"), console, 0)
    if about:
        put(Text(", ".join(about), style="dim"), console, 0)
    console.print()
    for account in record.accounts:
        _account(account, console)
    console.print()
    put(_standings(record), console)
    console.print()
    for sentence in record.brief[:_SENTENCES]:
        numbers = _numbers(record, sentence.lines)
        put(Text.assemble(one_line(sentence.text), (f" [{numbers}]" if numbers else "", "dim")), console)
    if (more := len(record.brief) - _SENTENCES) > 0:
        put(Text(f"… {counted(more, 'more sentence')} in the report", style="dim"), console)
    if record.brief:
        console.print()
    _ledgers(record, console)
    put(Text.assemble(("Limits  ", "bold"), " ".join(limits(record))), console)
    for failure in record.failures:
        put(Text(f"not read  {failure.article} ({failure.stage}): {failure.reason}"), console)
    console.print()


def _ledgers(record: Record, console: Console) -> None:
    """What was done about the instruments of which most is told: when, what, by whom; what reads alike stands once."""
    by_id = {view.line.id: view for view in line_views(record)}
    for ledger in (ledger_view(x, record.accounts, by_id) for x in record.ledgers[:_LEDGERS]):
        put(Text(ledger.name, style="bold"), console)
        acts = _acts(ledger)
        for told, keys in acts[:_ROWS]:
            put(Text.assemble(told, (f" [{', '.join(keys)}]", "dim")), console, 4)
        if (more := len(acts) - _ROWS) > 0:
            put(Text(f"… {counted(more, 'more act')} in the report", style="dim"), console, 4)
    if (more := len(record.ledgers) - _LEDGERS) > 0:
        put(Text(f"… {counted(more, 'more instrument')} in the report", style="dim"), console)
    if record.ledgers:
        console.print()


def _acts(ledger: LedgerView) -> list[tuple[str, list[str]]]:
    """Ledger -> each of its acts in words ("8 May 2018, left: Peru"), with the numbers of the lines that tell it."""
    found: dict[str, list[str]] = {}
    for row in ledger.rows:
        act = f"{row.act} ({row.status})" if row.status else row.act
        word = f", says {row.word}" if row.is_word else ""
        who = f": {row.who}" if row.who and ledger.kind not in IMPOSED else ""  # of a measure, the heading tells it
        told = f"{row.when or 'day not told'}, {act}{who}{word}"
        found.setdefault(told, []).extend(view.key for view in row.lines)
    return list(found.items())


def put(text: Text, console: Console, indent: int = 2, *, mark: str = "") -> None:
    """Text -> its lines on the console, indented and without blanks at their ends; a mark hangs before the first."""
    text.plain = text.plain.translate(_UNSEEN)
    for number, line in enumerate(text.wrap(console, min(console.width, WIDEST) - indent)):
        line.rstrip()
        margin = " " * indent if number else mark.rjust(indent)
        console.print(Text(margin) + line, soft_wrap=True)


def _account(account: Account, console: Console) -> None:
    published = account.published
    if isinstance(published, Published):
        when, word, reasons = days_in_words(published.earliest, published.latest), "dated", published.basis
    else:
        when, word, reasons = "day not known", "undated", (published.reason,)
    source = file_name(account.article) or account.article.url or account.article.id
    name = account.article.outlet or "outlet not named"
    put(Text.assemble((account.label, "bold"), f"  {name}, {when}  ", (source, "dim")), console)
    if reasons:
        put(Text(f"{word}: {one_line(reasons[0])}", style="dim"), console, indent=5)


def _standings(record: Record) -> Text:
    count = Counter[str](line.standing for line in record.lines)
    text = Text(counted(len(record.lines), "line"), style="bold")
    for standing, word in STANDING_WORDS.items():
        if count[standing]:
            text.append(f"   {STANDING_SHAPES[standing]} ", style=f"not bold {COLOURS[standing]}")
            text.append(f"{count[standing]} {word}", style="not bold")
    return text


def _numbers(record: Record, names: Sequence[str]) -> str:
    """Line ids -> their numbers in the record, as the report shows them."""
    at = {line.id: number for number, line in enumerate(record.lines, 1)}
    return ", ".join(str(at[name]) for name in names if name in at)
