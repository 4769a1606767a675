"""The report: whole in itself, true to the texts to the character, and deaf to whatever HTML they hold."""

import datetime as dt
import html
import re
from html.parser import HTMLParser

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.model import Account, Article, Block, Moment, Record, Span, Unresolved, Value, make_article
from rashomon.renderers.html import page, record_html
from rashomon.renderers.lines import line_views, stitched
from rashomon.renderers.marks import passages
from rashomon.renderers.strip import strip
from rashomon.renderers.words import web_address, wordings
from rashomon.weighing.compared.sentences import days_in_words as days
from tests.sample_record import sample_record

but = msgspec.structs.replace


class Reader(HTMLParser):
    """Collects what a browser would show in each text, which tags there are, and which addresses they name."""

    def __init__(self) -> None:
        super().__init__()
        self.texts: list[str] = []
        self.tags: list[str] = []
        self.addresses: list[str] = []
        self.ids: list[str] = []
        self._inside = 0

    def handle_starttag(self, tag: str, attrs: list) -> None:
        known = dict(attrs)
        self.tags.append(tag)
        self.addresses += [known[name] for name in ("href", "src", "action") if name in known]
        self.ids += [known["id"]] if "id" in known else []
        assert not [name for name in known if name.startswith("on") or name == "style"]
        if known.get("class") == "body":
            self.texts.append("")
            self._inside = 1
        elif self._inside and tag in {"div", "span"}:
            self._inside += 1

    def handle_endtag(self, tag: str) -> None:
        if self._inside and tag in {"div", "span"}:
            self._inside -= 1

    def handle_data(self, data: str) -> None:
        if self._inside:
            self.texts[-1] += data


def read(text: str) -> Reader:
    reader = Reader()
    reader.feed(text)
    return reader


@pytest.fixture(scope="module")
def record(tehran: list[Article]) -> Record:
    return sample_record(tehran)


def test_it_is_small_and_the_same_every_time(record):
    assert page([record]) == page([record])
    assert len(page([record]).encode()) < 1_000_000


def test_the_texts_stand_in_it_to_the_character(record, tehran):
    assert read(page([record])).texts == [article.text for article in tehran]


def test_it_names_no_address_but_its_own(record):
    reader = read(page([record]))
    assert all(address.startswith("#") for address in reader.addresses)
    assert "default-src &#39;none&#39;" in page([record])
    assert reader.tags.count("script") == reader.tags.count("style") == 1


def test_every_link_leads_somewhere_and_no_id_stands_twice(record):
    reader = read(page([record]))
    assert len(set(reader.ids)) == len(reader.ids)
    assert {address[1:] for address in reader.addresses} <= set(reader.ids)


EVIL = "<script>alert(1)</script>\"'><img src=x onerror=alert(2)>"


def test_whatever_a_text_holds_is_shown_and_not_run(record):
    article = make_article(f"{EVIL} said\r\n{EVIL}\n", outlet=EVIL, title=EVIL, url="javascript:alert(3)", path=EVIL)
    account = Account("A", EVIL, article, Unresolved(EVIL), (), (Span(0, 9),), ())
    line = but(
        record.lines[0],
        differences=(),
        summary=EVIL,
        claims=(but(record.lines[0].claims[0], article=article.id),),
        silent=(),
    )
    [ledger] = record.ledgers
    act = but(ledger.rows[0], lines=(line.id,), articles=(article.id,), act=EVIL, by=(EVIL,), word=(EVIL,))
    accord = but(ledger, name=EVIL, kind=EVIL, called=(Value(article.id, EVIL, 0, 4),), rows=(act,))
    evil = but(
        record, story=but(record.story, title=EVIL, where=EVIL), accounts=(account,), entities=(), lines=(line,),
        ledgers=(accord,), timeline=(), brief=(), failures=(but(record.failures[0], article=EVIL, reason=EVIL),),
    )  # fmt: skip
    reader = read(page([evil]))
    assert reader.tags.count("script") == 1
    assert "img" not in reader.tags
    assert not [address for address in reader.addresses if not address.startswith("#")]
    assert reader.texts == [article.text]


@pytest.mark.parametrize(
    ("url", "link"),
    [
        ("https://example.org/a", "https://example.org/a"),
        ("HTTP://example.org", "HTTP://example.org"),
        ("javascript:alert(1)", ""),
        ("data:text/html,x", ""),
        ("//example.org", ""),
        ("http://[", ""),
        (None, ""),
    ],
)
def test_only_web_addresses_become_links(url, link):
    assert web_address(url) == link


def test_a_notebook_gets_the_report_in_a_frame_of_its_own(record):
    (inner,) = re.findall(r'srcdoc="([^"]*)"', record_html(record))
    assert html.unescape(inner) == page([record])


def test_several_records_share_a_page(record):
    other = but(record, story=but(record.story, id="other", title="Another story"), lines=(), timeline=(), brief=())
    assert {"story-other", f"story-{record.story.id}"} <= set(read(page([record, other])).ids)


@given(st.data())
def test_marks_may_overlap_in_any_way(data):
    text = data.draw(st.text(min_size=1, max_size=60))
    edge = st.integers(0, len(text))
    span = st.tuples(edge, edge).map(lambda pair: Span(min(pair), max(pair))).filter(len)
    marks = data.draw(st.dictionaries(st.sampled_from(["1", "2", "3", "e1"]), st.lists(span, max_size=3)))
    quoted = tuple(data.draw(st.lists(span, max_size=2)))
    edges = sorted(data.draw(st.sets(edge, max_size=6)))
    blocks = tuple(Block(Span(a, b), "paragraph") for a, b in zip(edges[::2], edges[1::2], strict=False))
    account = Account("A", "", make_article(text), Unresolved(""), blocks, (), quoted)
    cut = [piece for passage in passages(account, marks) for piece in passage.pieces]
    assert "".join(piece.text for piece in cut) == text
    at = 0
    for piece in cut:
        here = Span(at, at + len(piece.text))
        assert set(piece.on) == {key for key, spans in marks.items() if any(s.meets(here) for s in spans)}
        assert piece.quoted == any(s.meets(here) for s in quoted)
        at = here.end


@pytest.mark.parametrize(
    ("earliest", "latest", "words"),
    [
        ("2018-08-08", "2018-08-08", "8 August 2018"),
        ("2018-08-07", "2018-08-09", "7–9 August 2018"),
        ("2018-08-01", "2018-08-31", "August 2018"),
        ("2018-01-01", "2018-12-31", "2018"),
        ("2018-07-30", "2018-08-02", "30 July – 2 August 2018"),
        ("2017-12-31", "2018-01-01", "31 December 2017 – 1 January 2018"),
        ("2018-08-08", None, "not before 8 August 2018"),
        (None, "2018-08-08", "not after 8 August 2018"),
        (None, None, ""),
    ],
)
def test_days_in_words(earliest, latest, words):
    assert days(*(dt.date.fromisoformat(day) if day else None for day in (earliest, latest))) == words


def test_words_of_one_telling_only_are_told_from_those_of_both():
    one, two = wordings([("A", "They do not keep their word."), ("B", "“They never keep their word”")])
    assert one == [("They", True), ("do not", False), ("keep their word.", True)]
    assert two == [("“They", True), ("never", False), ("keep their word”", True)]


def test_the_strip_is_to_scale_and_packs_what_overlaps(record):
    drawn = strip(record, {view.line.id: view for view in line_views(record)})
    assert drawn is not None
    assert [name for name, _ in drawn.lanes] == ["happened", "said", "came out"]
    by_key = {bar.key: bar for bar in drawn.bars if bar.look != "disputed"}
    step = by_key["1"].x - by_key["2"].x
    assert by_key["3"].x - by_key["1"].x == pytest.approx(step, abs=0.2)
    assert "9" not in by_key, "what happened months before is told in the list alone"
    said = [bar for bar in drawn.bars if bar.key in {"4", "5"}]
    assert len({bar.y for bar in said}) == 3


def test_a_story_of_one_day_needs_no_strip(record):
    line = record.lines[0]
    one = but(record, timeline=(Moment(line.id, line.earliest, line.latest, ""),), accounts=record.accounts[1:])
    assert strip(one, {view.line.id: view for view in line_views(record)}) is None


def test_a_telling_is_compared_with_the_nearest_of_another_account_only():
    near, same, far = wordings([("A", "Oil will flow again"), ("A", "Oil will flow again now"), ("B", "We are glad")])
    assert {shared for runs in (near, same, far) for _, shared in runs} == {True}


def test_evidence_in_pieces_is_read_as_it_stands():
    text = "The minister told the old man that it rained.\nNobody else was there, though."
    pieces = [Span(text.index(words), text.index(words) + len(words)) for words in ("told", "it rained", "Nobody")]
    assert [span.of(text) for span in stitched(pieces, text)] == ["told the old man that it rained", "Nobody"]


def test_a_telling_stands_once_and_a_ledger_tells_its_own_kind(record):
    line = next(line for line in record.lines if line.kind == "undertaking")
    (claim,) = line.claims
    event = but(claim, id="other", kind="event")
    twice = but(record, lines=(but(line, claims=(event, claim, but(claim, id="again"))),), brief=(), timeline=())
    (view,) = line_views(twice)
    assert [len(view.tellings), len(view.shown)] == [3, 1]
    assert [telling.claim for telling in view.ledger] == [claim]


def test_two_values_of_one_account_are_no_conflict_of_accounts(record):
    line = record.lines[4]
    (difference,) = line.differences
    one = but(difference, values=(difference.values[0], but(difference.values[0], value="another")))
    (view,) = line_views(but(record, lines=(but(line, differences=(one,)),), brief=(), timeline=()))
    assert view.differences[0].word == "one account gives both"
