"""A record's days around its story -> a drawing to scale in three lanes: happened, said, came out."""

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from rashomon.linking.dates.calendar import MONTHS
from rashomon.model import Published, Record
from rashomon.renderers.lines import LineView
from rashomon.weighing.compared.sentences import days_in_words

LEFT, WIDTH = 84, 640  # room for the lanes' names; the whole drawing
ROW, GAP, LANE_GAP, TOP = 9, 3, 10, 22
WINDOW = 21  # days; what lies further from the story is in the list alone: it would squeeze the rest
MONTH = 31  # days
MOST_LABELS = 9


@dataclass(frozen=True)
class Bar:
    """A mark on the strip: where, of which line or account, and how it looks."""

    x: float
    y: float
    width: float
    key: str
    look: str
    title: str
    label: str = ""


@dataclass(frozen=True)
class Strip:
    """The drawing: its marks, the names of its lanes with their heights, and the labelled days."""

    height: float
    bars: tuple[Bar, ...]
    lanes: tuple[tuple[str, float], ...]
    ticks: tuple[tuple[float, str], ...]


@dataclass(frozen=True)
class _Mark:
    first: dt.date
    last: dt.date
    key: str
    look: str
    title: str
    label: str = ""


def strip(record: Record, by_id: Mapping[str, LineView]) -> Strip | None:
    """Record and its views by line id -> the drawing; None where there are not two days to tell apart."""
    lanes = {"happened": _happened(record, by_id, said=False), "said": _happened(record, by_id, said=True)}
    lanes["came out"] = [
        _Mark(
            p.earliest, p.latest, "", "published", f"{a.label} came out: {days_in_words(p.earliest, p.latest)}", a.label
        )
        for a in record.accounts
        if isinstance(p := a.published, Published)
    ]
    near = {name: _near(marks, record) for name, marks in lanes.items()}
    edges = [edge for marks in near.values() for mark in marks for edge in (mark.first, mark.last)]
    if not edges or max(edges) == min(edges):
        return None
    return _drawn(near, min(edges), max(edges))


def _happened(record: Record, by_id: Mapping[str, LineView], *, said: bool) -> list[_Mark]:
    marks = []
    for moment in record.timeline:
        view = by_id.get(moment.line)
        if view is None or moment.earliest is None or moment.latest is None:
            continue
        if (view.line.kind == "statement") == said:
            look = "disputed" if moment.disputed else view.line.standing
            when = f"{'said ' if said else ''}{days_in_words(moment.earliest, moment.latest)}"
            title = f"{view.key}. {view.line.summary} {when}"
            marks.append(_Mark(moment.earliest, moment.latest, view.key, look, title))
    return marks


def _near(marks: Iterable[_Mark], record: Record) -> list[_Mark]:
    """The marks that lie wholly within three weeks of the days on which the accounts came out.

    An account that is dated no closer than to a month tells nothing of where the story lies.
    """
    known = [a.published for a in record.accounts if isinstance(a.published, Published)]
    narrow = [p for p in known if (p.latest - p.earliest).days <= MONTH]
    if not narrow:
        return []
    first = min(p.earliest for p in narrow).toordinal() - WINDOW
    last = max(p.latest for p in narrow).toordinal() + WINDOW
    inside = [m for m in marks if first <= m.first.toordinal() and m.last.toordinal() <= last]
    return sorted(inside, key=lambda m: (m.first, m.last, m.key.zfill(6)))


def _drawn(lanes: Mapping[str, list[_Mark]], first: dt.date, last: dt.date) -> Strip:
    count = (last - first).days + 1
    day = (WIDTH - LEFT) / count
    bars: list[Bar] = []
    names: list[tuple[str, float]] = []
    y = float(TOP)
    for name, marks in lanes.items():
        if not marks:
            continue
        names.append((name, y + ROW - 1))
        ends: list[dt.date] = []  # the last day taken in each row of the lane
        for mark in marks:
            row = next((i for i, end in enumerate(ends) if end < mark.first), len(ends))
            ends[row : row + 1] = [mark.last]
            x = LEFT + (mark.first - first).days * day + 1.5
            width = max(1.0, ((mark.last - mark.first).days + 1) * day - 3)
            place = (round(x, 1), y + row * (ROW + GAP), round(width, 1))
            bars.append(Bar(*place, mark.key, mark.look, mark.title, mark.label))
        y += len(ends) * (ROW + GAP) + LANE_GAP
    step = -(-count // MOST_LABELS)
    ticks = [(round(LEFT + i * day, 1), _short(first + dt.timedelta(days=i))) for i in range(0, count, step)]
    return Strip(y, tuple(bars), tuple(names), tuple(ticks))


def _short(date: dt.date) -> str:
    return f"{date.day} {MONTHS[date.month][:3]}"
