"""Dated readings -> text for a fact-checker: the day of publication, then every time expression, each with its why."""

import re
from collections.abc import Iterable, Sequence

from rich.console import Console
from rich.text import Text

from rashomon.linking.dating.published import DISCORD
from rashomon.model import Published, Reading, Span, Time
from rashomon.renderers.terminal import WIDEST, put
from rashomon.renderers.words import counted, line_number, one_line
from rashomon.weighing.compared.sentences import days_in_words

_HEADS = ("line", "characters", "type", "value", "mod", "days")
_INDENT = 8  # of the lines that belong to an expression
_SEEN = 4  # times the room of a line: how much of the text is looked at for it, as blanks go


def show_dates(readings: Iterable[Reading], console: Console) -> None:
    """Dated readings -> each one's times on the console; nothing of a text is read as markup."""
    for reading in readings:
        console.print()
        put(Text(one_line(reading.article.name), style="bold"), console, 0)
        if reading.article.title:
            put(Text(one_line(reading.article.title), style="dim"), console, 0)
        console.print()
        _published(reading, console)
        console.print()
        _times(reading, console)


def _published(reading: Reading, console: Console) -> None:
    known = reading.published
    if isinstance(known, Published):
        when, reasons = days_in_words(known.earliest, known.latest), known.basis
    else:
        when, reasons = "day not known", (*known.basis, DISCORD) if known.basis else (known.reason,)
    put(Text.assemble(("Published  ", "bold"), when), console)
    for reason in reasons:
        put(Text(one_line(reason)), console, 6, mark="- ")


def _times(reading: Reading, console: Console) -> None:
    times = sorted(reading.of(Time), key=lambda time: time.span)
    open_ones = sum(not time.value for time in times)
    said = counted(len(times), "time expression") if times else "No time expressions"
    put(Text(f"{said}, {open_ones} without a value" if open_ones else said, style="bold"), console)
    if not times:
        return
    rows = [_cells(time, reading.text) for time in times]
    widths = [max(map(len, column)) for column in zip(_HEADS, *rows, strict=True)]
    put(Text(_row(_HEADS, widths), style="dim"), console)
    room = min(console.width, WIDEST) - _INDENT
    for time, cells in zip(times, rows, strict=True):
        put(Text(_row(cells, widths)), console)
        put(in_context(reading.text, time.span, room), console, _INDENT)
        put(Text(_why(time, reading), style="dim"), console, _INDENT)


def _cells(time: Time, text: str) -> tuple[str, ...]:
    line, at = line_number(text, time.span.start), f"{time.span.start}–{time.span.end}"
    return str(line), at, time.type, time.value or "-", time.mod, _covered(time)


def _covered(time: Time) -> str:
    """Time -> the days it covers: "2018-08-08", "2018-07-30..2018-08-05", or "" where they are not known."""
    return "..".join(dict.fromkeys(str(day) for day in (time.earliest, time.latest) if day))


def _row(cells: Sequence[str], widths: Sequence[int]) -> str:
    """Cells and the widths of their columns -> one line; what is counted stands right."""
    places = [cell.rjust(width) for cell, width in zip(cells[:2], widths[:2], strict=True)]
    words = [cell.ljust(width) for cell, width in zip(cells[2:], widths[2:], strict=True)]
    return "  ".join([*places, *words]).rstrip()


def _why(time: Time, reading: Reading) -> str:
    """Time -> why it has its value or none; what is told of the day of publication above is not told again."""
    known = reading.published
    said = "" if isinstance(known, Published) else f": {known.reason}"
    return one_line(time.why.removesuffix(said) if said else time.why)


def in_context(text: str, span: Span, room: int) -> Text:
    """Text, a span and a number of characters -> its words in brackets, with as much of their line as there is room."""
    words = one_line(span.of(text))
    low, high = max(0, span.start - _SEEN * room), min(len(text), span.end + _SEEN * room)
    start, end = text.rfind("\n", low, span.start) + 1 or low, text.find("\n", span.end, high)
    before = re.sub(r"\s+", " ", text[start : span.start]).lstrip()
    after = re.sub(r"\s+", " ", text[span.end : end if end >= 0 else high]).rstrip()
    left = max(0, room - len(words) - 2)
    ahead = _beginning(after, max(left // 2, left - len(before)))
    behind = _beginning(before[::-1], left - len(ahead))[::-1]
    return Text.assemble(behind, (f"[{words}]", "bold"), ahead)


def _beginning(words: str, most: int) -> str:
    """Words and a number of characters -> as many words of the beginning as have room, with a mark if some have not."""
    if len(words) <= most:
        return words
    kept = words[: max(0, most - 2)]
    whole = kept if words[len(kept)] == " " else kept.rpartition(" ")[0]
    return f"{whole} …" if whole.strip() else "…"[:most]
