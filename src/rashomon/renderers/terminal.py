"""Records -> a short summary on the terminal: accounts, standings, brief, limits, and where the files are."""

from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from rashomon.model import Account, Published, Record
from rashomon.renderers.views import limits
from rashomon.renderers.words import STANDING_SHAPES, STANDING_WORDS, counted, days, file_name, one_line

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
    about = [part for part in (story.where, days(story.earliest, story.latest)) if part]
    console.print()
    console.print(Text(story.title, style="bold"))
    if about:
        console.print(Text(", ".join(about), style="dim"))
    console.print()
    console.print(_accounts(record))
    console.print()
    console.print(Padding(_standings(record), (0, 0, 0, 2), expand=False))
    console.print()
    for sentence in record.brief:
        numbers = _numbers(record, sentence.lines)
        text = Text.assemble(one_line(sentence.text), (f" [{numbers}]" if numbers else "", "dim"))
        console.print(Padding(text, (0, 0, 0, 2), expand=False))
    if record.brief:
        console.print()
    console.print(Padding(Text.assemble(("Limits  ", "bold"), " ".join(limits(record))), (0, 0, 0, 2), expand=False))
    for failure in record.failures:
        failed = Text(f"not read  {failure.article} ({failure.stage}): {failure.reason}")
        console.print(Padding(failed, (0, 0, 0, 2), expand=False))
    console.print()


def _accounts(record: Record) -> Table:
    table = Table(box=None, show_header=False, padding=(0, 1, 0, 2), pad_edge=False)
    for account in record.accounts:
        name = account.article.outlet or "outlet not named"
        table.add_row(Text(f"  {account.label}", style="bold"), Text(name), *map(Text, _day(account)))
        source = file_name(account.article) or account.article.url or ""
        table.add_row("", Text(source, style="dim"), "", "")
    return table


def _day(account: Account) -> tuple[str, str]:
    """Account -> its day in words, and how it was found."""
    published = account.published
    if not isinstance(published, Published):
        return "day not known", published.reason
    return days(published.earliest, published.latest), published.basis[0] if published.basis else ""


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
