"""A record -> what the report's panels show, in their order."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from rashomon.linking.claims.days import KNOWN
from rashomon.model import Account, Hop, Ledger, LedgerRow, Moment, Published, Record, Story, StoryEntity, Unresolved
from rashomon.renderers.lines import LineView, Telling, evidence, line_views
from rashomon.renderers.marks import Passage, passages
from rashomon.renderers.strip import Strip, strip
from rashomon.renderers.wording import entity_labels, in_words, lowered
from rashomon.renderers.words import (
    STANDING_SHAPES,
    STANDING_WORDS,
    counted,
    digest,
    file_name,
    one_line,
    web_address,
)
from rashomon.weighing.compared.days import Bounds, place
from rashomon.weighing.compared.sentences import days_in_words, listed

_MONTH = 31  # days; what is known no closer than that, a reader must be told


@dataclass(frozen=True)
class AccountView:
    """An account as the masthead and the reader show it."""

    account: Account
    origin: str
    url: str
    digest: str
    published: str
    basis: tuple[str, ...]
    credits: tuple[str, ...]
    aside: str
    words: int
    passages: tuple[Passage, ...]


@dataclass(frozen=True)
class Choice:
    """A filter's value with the word shown for it and the number of lines that have it."""

    value: str
    word: str
    shape: str
    count: int


@dataclass(frozen=True)
class Speaker:
    """Somebody on whose word lines stand, with the statements."""

    name: str
    kind: str
    lines: tuple[LineView, ...]


@dataclass(frozen=True)
class Entry:
    """A line on the timeline: whether its day is that of a saying, whether it is disputed, and whose day it is."""

    view: LineView
    said: bool
    disputed: bool
    whose: str


@dataclass(frozen=True)
class Day:
    """One place of the timeline: its words, whether it is more than a day, and what stands there."""

    words: str
    wide: bool
    entries: tuple[Entry, ...]
    published: tuple[str, ...] = ()


@dataclass(frozen=True)
class EntityView:
    """An entity, and under what names each account has it; those it only quotes stand in quotation marks."""

    key: str
    entity: StoryEntity
    names: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class ActView:
    """A row of a ledger: its days, what was done, by and toward whom, on whose word, and the lines that tell it.

    ``is_word``: nothing was done, somebody judges what was.
    """

    when: str
    act: str
    status: str
    by: str
    toward: str
    word: str
    labels: tuple[str, ...]
    independent: int
    lines: tuple[LineView, ...]
    is_word: bool

    @property
    def who(self) -> str:
        """Who did it, and to or against whom: "Peru → Chile"."""
        return " → ".join(part for part in (self.by, self.toward) if part)


@dataclass(frozen=True)
class LedgerView:
    """An instrument under its name, what each account calls it, and what was done about it."""

    name: str
    kind: str
    called: tuple[tuple[str, str], ...]
    rows: tuple[ActView, ...]


@dataclass(frozen=True)
class Route:
    """A way by which lines came to an account."""

    label: str
    words: str
    lines: tuple[LineView, ...]


@dataclass(frozen=True)
class RecordView:
    """Everything that the page shows of one record; ``once`` are the entities with a single mention."""

    record: Record
    when: str
    limits: tuple[str, ...]
    accounts: tuple[AccountView, ...]
    brief: tuple[tuple[str, tuple[LineView, ...]], ...]
    lines: tuple[LineView, ...]
    silences: tuple[str, ...]
    standings: tuple[Choice, ...]
    kinds: tuple[Choice, ...]
    speakers: tuple[Speaker, ...]
    ledger: tuple[LineView, ...]
    instruments: tuple[LedgerView, ...]
    strip: Strip | None
    days: tuple[Day, ...]
    entities: tuple[EntityView, ...]
    once: tuple[EntityView, ...]
    routes: tuple[Route, ...]

    @property
    def shared(self) -> frozenset[str]:
        """The keys of lines that more than one account has: their evidence is marked from the start."""
        return frozenset(view.key for view in self.lines if view.line.standing != "single")


def record_view(record: Record) -> RecordView:
    """Record -> its view; the same record gives the same view."""
    lines = line_views(record)
    by_id = {view.line.id: view for view in lines}
    marks = evidence(record, lines)
    entities = _entities(record)
    return RecordView(
        record=record,
        when=reported(record.story),
        limits=tuple(limits(record)),
        accounts=tuple(_account(a, tuple(passages(a, marks[a.article.id]))) for a in record.accounts),
        brief=tuple((s.text, tuple(by_id[name] for name in s.lines if name in by_id)) for s in record.brief),
        lines=tuple(lines),
        silences=tuple(dict.fromkeys(s.reason for view in lines for s in view.line.silent)),
        standings=_choices([view.line.standing for view in lines], STANDING_WORDS),
        kinds=_choices([view.line.kind for view in lines], {}),
        speakers=_speakers(lines),
        ledger=tuple(view for view in lines if view.ledger),
        instruments=tuple(ledger_view(ledger, record.accounts, by_id) for ledger in record.ledgers),
        strip=strip(record, by_id),
        days=_days(record, by_id),
        entities=tuple(e for e in entities if len(e.entity.mentions) > 1),
        once=tuple(e for e in entities if len(e.entity.mentions) < 2),
        routes=_routes(lines),
    )


def reported(story: Story) -> str:
    """Story -> when its accounts came out, in words not to be taken for the day of the happening; "" if unknown."""
    days = days_in_words(story.earliest, story.latest)
    return f"reported {days}" if days else ""


def limits(record: Record) -> list[str]:
    """Record -> what a reader must know before believing any line of it, in sentences."""
    accounts, lines = record.accounts, record.lines
    said = [f"{counted(len(accounts), 'account').capitalize()} of one story; nothing else was consulted."]
    if unnamed := [a.label for a in accounts if not a.article.outlet]:
        whose = "its outlet" if len(unnamed) == 1 else "their outlets"
        said.append(f"{listed(unnamed)} {'does' if len(unnamed) == 1 else 'do'} not name {whose} in the text.")
    undated = [a for a in accounts if a.article.published is None]
    if inferred := [a.label for a in undated if isinstance(a.published, Published)]:
        gives = "gives" if len(inferred) == 1 else "give"
        said.append(f"{listed(inferred)} {gives} no publication date; what is shown is inferred.")
    for account in undated:
        known = account.published
        if isinstance(known, Published) and (known.latest - known.earliest).days > _MONTH:
            said.append(
                f"The day of {account.label} is known no closer than {days_in_words(known.earliest, known.latest)}."
            )
    if unknown := [a.label for a in undated if isinstance(a.published, Unresolved)]:
        said.append(f"Nothing tells the publication day of {listed(unknown)}.")
    if thin := sum(line.independent < 2 for line in lines):
        said.append(f"{thin} of {counted(len(lines), 'line')} {'rests' if thin == 1 else 'rest'} on a single origin.")
    if record.failures:
        said.append(f"{counted(len(record.failures), 'input')} could not be read.")
    return said


def _account(account: Account, cut: tuple[Passage, ...]) -> AccountView:
    article, published = account.article, account.published
    known = published if isinstance(published, Published) else None
    aside = Counter(p.kind for p in cut if p.aside)
    return AccountView(
        account=account,
        origin=file_name(article),
        url=web_address(article.url),
        digest=digest(article.text),
        published=days_in_words(known.earliest, known.latest) if known else "day not known",
        basis=(published.reason,) if isinstance(published, Unresolved) else published.basis,
        credits=tuple(one_line(span.of(article.text)) for span in account.credits),
        aside=listed([counted(n, f"{kind} block") for kind, n in sorted(aside.items())]),
        words=len(article.text.split()),
        passages=cut,
    )


def _choices(values: list[str], words: dict[str, str]) -> tuple[Choice, ...]:
    count = Counter(values)
    order = [value for value in words if value in count] or sorted(count)
    return tuple(Choice(v, words.get(v, v), STANDING_SHAPES.get(v, ""), count[v]) for v in order)


def _source(telling: Telling) -> Hop | None:
    """The innermost hop: on whose word it is in the end; None where that is the outlet itself."""
    hops = telling.claim.chain
    return hops[-1] if hops and hops[-1].kind != "outlet" else None


def _speakers(lines: list[LineView]) -> tuple[Speaker, ...]:
    """Lines -> statements by speaker, most statements first."""
    found: dict[str, tuple[Hop, list[LineView]]] = {}
    for view in lines:
        if not view.said:
            continue
        hop = next((hop for hop in map(_source, view.said) if hop), Hop("the accounts themselves", "outlet"))
        found.setdefault(hop.entity or hop.name, (hop, []))[1].append(view)
    ordered = sorted(found.values(), key=lambda item: (-len(item[1]), item[1][0].number))
    return tuple(Speaker(hop.name, hop.kind.replace("-", " "), tuple(views)) for hop, views in ordered)


def _days(record: Record, by_id: dict[str, LineView]) -> tuple[Day, ...]:
    """Record -> its moments and publications by days, in the order of the timeline; what has no day comes last."""
    labels = {account.article.id: account.label for account in record.accounts}
    entries: dict[Bounds, list[Entry]] = {}
    published: dict[Bounds, list[str]] = {}
    for moment in record.timeline:
        if moment.line in by_id:
            entry = Entry(by_id[moment.line], moment.of == "saying", moment.disputed, _whose(moment, labels))
            entries.setdefault((moment.earliest, moment.latest), []).append(entry)
    for account in record.accounts:
        if isinstance(account.published, Published):
            published.setdefault((account.published.earliest, account.published.latest), []).append(account.label)
    return tuple(
        Day(
            words=days_in_words(*days) or "day not known",
            wide=days[0] != days[1],
            entries=tuple(entries.get(days, ())),
            published=tuple(published.get(days, ())),
        )
        for days in sorted(entries | published, key=lambda one: place(*one))
    )


def _whose(moment: Moment, labels: Mapping[str, str]) -> str:
    """Moment -> the accounts that give its days and their words: "A and B (“Tuesday”)"."""
    words = ", ".join(w if w.startswith(KNOWN) else f"“{w}”" for w in moment.words)
    whose = listed(sorted(labels[article] for article in moment.articles if article in labels))
    return f"{whose} ({words})" if whose and words else whose


def _entities(record: Record) -> tuple[EntityView, ...]:
    accounts = {account.article.id: account for account in record.accounts}
    views = []
    for number, entity in enumerate(record.entities, 1):
        labels = entity_labels(entity, accounts)
        names = tuple((a.label, in_words([x for x in labels if x.article == name])) for name, a in accounts.items())
        views.append(EntityView(f"e{number}", entity, names))
    return tuple(sorted(views, key=lambda view: (-len(view.entity.mentions), view.entity.name)))


def ledger_view(ledger: Ledger, accounts: Sequence[Account], by_id: Mapping[str, LineView]) -> LedgerView:
    """Ledger, a record's accounts and its lines by id -> the ledger as the report and the terminal show it."""
    labels = {account.article.id: account.label for account in accounts}
    called: dict[str, dict[str, None]] = {label: {} for label in labels.values()}
    for value in ledger.called:
        called[labels[value.article]][lowered(value.value)] = None
    told = tuple((label, ", ".join(names)) for label, names in called.items() if names)
    return LedgerView(ledger.name, ledger.kind, told, tuple(_act(row, labels, by_id) for row in ledger.rows))


def _act(row: LedgerRow, labels: Mapping[str, str], by_id: Mapping[str, LineView]) -> ActView:
    days = days_in_words(row.earliest, row.latest)
    return ActView(
        when=f"said {days}" if days and row.of == "saying" else days,
        act=row.act,
        status=listed([status for status in row.status if status != "happened"]),
        by=listed(row.by),
        toward=listed(row.toward),
        word="; ".join(row.word),
        labels=tuple(sorted(labels[article] for article in row.articles)),
        independent=row.independent,
        lines=tuple(by_id[line] for line in row.lines if line in by_id),
        is_word=not row.status,
    )


def _routes(lines: list[LineView]) -> tuple[Route, ...]:
    """Lines -> every chain by which one reached an account, and the lines that came by it."""
    found: dict[tuple[str, str], dict[int, LineView]] = {}
    for view in lines:
        for telling in view.tellings:
            found.setdefault((telling.label, telling.relays), {})[view.number] = view
    ordered = sorted(found.items(), key=lambda item: (item[0][0], -len(item[1]), item[0][1]))
    return tuple(Route(label, words, tuple(views.values())) for (label, words), views in ordered)
