"""Intervals all the way: where they stand, what they come to, and how a record shows them."""

import datetime as dt
import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

import rashomon
from rashomon.model import Line, Record, make_article
from rashomon.renderers.html import page
from rashomon.renderers.record_json import record_line, record_row
from rashomon.renderers.views import limits, record_view
from rashomon.weighing.claims.carried import dated as dated_sentence
from rashomon.weighing.compared.days import are_one, common, finest, gap, meet, place, spread
from rashomon.weighing.compared.sentences import days_in_words, interval
from tests.story_builder import Teller, days, record_of, words_of

DAYS = st.dates(dt.date(2018, 1, 1), dt.date(2018, 3, 31))
ANY = st.dates() | st.none()
INTERVALS = st.tuples(ANY, ANY).map(
    lambda ends: (ends[1], ends[0]) if ends[0] and ends[1] and ends[0] > ends[1] else ends
)
VALUES = st.sampled_from(
    ["2019-03-04", "2019-03-05", "2019-03", "2019-W10", "2019", "201", "2019-03-04..2019-03-09", "2018-12", ""]
)  # fmt: skip


def met(name: str, when: str, whom: str = "Omar Said", **more: str) -> Teller:
    return Teller(name).event("Anna Berg", "met", whom, when, **more)


# ---- the order


@given(st.lists(INTERVALS, max_size=12))
def test_what_certainly_came_first_stands_first(intervals):
    ordered = sorted(intervals, key=lambda one: place(*one))
    for one, two in itertools.combinations(ordered, 2):
        assert not (two[1] and one[0] and two[1] < one[0])


@given(INTERVALS, INTERVALS)
def test_only_equal_intervals_stand_on_one_place(one, two):
    assert (place(*one) == place(*two)) == (one == two)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("2018-06-12", "2018-06"),  # the month's middle is the 15th
        ("2018-06", "2018-06-20"),
        ("2018-06-15..2018-06-15", "2018-06-14..2018-06-16"),  # one middle: the narrower first
        ("2017", "2018-01-01"),
        ("201", "2016"),
        ("2018-06-30", "2018-07"),
    ],
)
def test_a_month_stands_among_its_days(first, second):
    assert place(*days(first)) < place(*days(second))


def test_an_open_end_stands_at_the_day_that_is_known_and_no_day_stands_last():
    day, later = dt.date(2018, 6, 5), dt.date(2018, 6, 6)
    assert place(day, day) < place(None, day) < place(day, None) < place(later, later) < place(None, None)
    assert place(dt.date.max, None) < place(None, None)


# ---- what several come to


@given(st.lists(INTERVALS, min_size=1, max_size=6))
def test_what_all_allow_lies_in_each_and_what_is_disputed_leaves_no_narrowest_out(intervals):
    shared = common(intervals)
    assert (shared is not None) == all(meet(a, b) for a, b in itertools.combinations(intervals, 2))
    if shared is not None:
        assert all(common([shared, one]) == shared for one in intervals)
    first, last = spread(intervals)
    assert first is None or first >= min(one[0] or dt.date.min for one in intervals)
    assert last is None or last <= max(one[1] or dt.date.max for one in intervals)


def test_a_rougher_word_makes_a_dispute_no_wider():
    assert spread([days("2018-06"), days("2018-06-12"), days("2018-06-14")]) == days("2018-06-12..2018-06-14")


def test_of_one_article_the_narrowest_stays_and_of_two_days_both():
    june, twelfth, may = days("2018-06"), days("2018-06-12"), days("2018-05-03")
    assert finest([("a", june), ("a", twelfth), ("b", june), ("a", may)]) == [("a", may), ("a", twelfth), ("b", june)]


@given(DAYS, DAYS, DAYS, DAYS)
def test_days_between_are_none_where_two_meet(a, b, c, d):
    one, two = (min(a, b), max(a, b)), (min(c, d), max(c, d))
    assert gap(one, two) == gap(two, one)
    assert (gap(one, two) == 0) == meet(one, two)


# ---- in words


@pytest.mark.parametrize(
    ("value", "shown", "told"),
    [
        ("2018-08-08", "8 August 2018", "8 August 2018"),
        ("2018-08-08..2018-08-10", "8–10 August 2018", "between 8 and 10 August 2018"),
        ("2018-06", "June 2018", "June 2018"),
        ("2018", "2018", "2018"),
        ("2018-W31", "30 July – 5 August 2018", "in the week of 30 July 2018"),
        ("2018-SU", "June–August 2018", "between June and August 2018"),
        ("2018-11..2019-01", "November 2018 – January 2019", "between November 2018 and January 2019"),
        ("198", "1980–1989", "1980 to 1989"),
        ("2017-01-20..2021-01-20", "20 January 2017 – 20 January 2021", "between 20 January 2017 and 20 January 2021"),
        ("9999", "9999", "9999"),
        ("9999-12-31", "31 December 9999", "31 December 9999"),
        ("0001..0001-01-05", "1–5 January 1", "between 1 and 5 January 1"),
    ],
)
def test_an_interval_is_shown_in_words(value, shown, told):
    first, last = days(value)
    assert days_in_words(first, last) == shown
    assert first is not None
    assert last is not None
    assert interval((first, last)) == told


@given(INTERVALS)
def test_every_interval_has_words(interval_):
    assert bool(days_in_words(*interval_)) == (interval_ != (None, None))


# ---- standings


@pytest.mark.parametrize(
    ("one", "two", "standing", "come_to"),
    [
        ("2019-03", "2019-03-04", "compatible", "2019-03-04"),
        ("2019", "2019-03", "compatible", "2019-03"),
        ("2019-W10", "2019-03-04", "compatible", "2019-03-04"),
        ("2019-W10", "2019-03-08..2019-03-14", "compatible", "2019-03-08..2019-03-10"),
        ("2019-03", "2019-03", "agree", "2019-03"),
        ("2019-03-04", "2019-03-05", "differ", "2019-03-04..2019-03-05"),
        ("2019-03", "2019-04-02", "differ", "2019-03-01..2019-04-02"),
        ("2019-03", "", "agree", "2019-03"),
    ],
)
def test_a_finer_grain_is_no_conflict_and_days_apart_are_one(one, two, standing, come_to):
    (line,) = record_of(met("a", one).reading(), met("b", two).reading()).lines
    assert line.standing == standing
    assert (line.earliest, line.latest) == days(come_to)


def test_an_open_interval_meets_what_it_allows_and_conflicts_with_the_rest():
    def after(when: str) -> Line:
        (line,) = record_of(met("a", "2019-03-04..").reading(), met("b", when).reading()).lines
        return line

    assert (after("2019-03").standing, after("2019-03").earliest) == ("compatible", dt.date(2019, 3, 4))
    (alone,) = record_of(met("a", "2019-03-04..").reading()).lines
    assert (alone.earliest, alone.latest) == (dt.date(2019, 3, 4), None)
    assert "2019" not in alone.summary


def test_a_year_in_common_is_no_day_in_common():
    told = [
        met("a", "2019", type="ASSAULT", tail=" twice at night"),
        met("b", "2019-03-04", "Lena Vik", type="ASSAULT"),
    ]
    assert len(record_of(*(one.reading() for one in told)).lines) == 2


# ---- the timeline


def dated(record: Record) -> set[str]:
    return {line.id for line in record.lines if line.earliest or line.latest}


@given(st.lists(st.tuples(VALUES, st.sampled_from(["Omar Said", "Lena Vik"])), min_size=1, max_size=4), st.randoms())
def test_the_timeline_is_whole_in_order_and_the_same_whatever_comes_first(told, chance):
    readings = [met(f"a{n}", when, whom).reading() for n, (when, whom) in enumerate(told)]
    record = record_of(*readings)
    assert {moment.line for moment in record.timeline} == dated(record)
    for one, two in itertools.combinations(record.timeline, 2):
        assert not (two.latest and one.earliest and two.latest < one.earliest)
    given_days = {(article.article.id, days(when)) for article, (when, _) in zip(
        sorted(record.accounts, key=lambda a: a.article.id), told, strict=True) if when}  # fmt: skip
    shown = {(article, m.earliest, m.latest) for m in record.timeline if m.disputed for article in m.articles}
    assert {(article, (first, last)) for article, first, last in shown} <= given_days
    chance.shuffle(readings)
    assert record_line(record_of(*readings)) == record_line(record)
    page([record])


def test_a_disputed_day_stands_once_for_each_day_with_whose_it_is():
    readings = [
        met(name, when).reading() for name, when in (("a", "2019-03-04"), ("b", "2019-03-05"), ("c", "2019-03-04"))
    ]
    record = record_of(*readings)
    assert [(m.earliest.day, m.articles, m.words, m.disputed) for m in record.timeline if m.earliest] == [
        (4, ("a", "c"), ("2019-03-04",), True),
        (5, ("b",), ("2019-03-05",), True),
    ]
    first, second = [entry for day in record_view(record).days for entry in day.entries]
    assert (first.whose, second.whose) == ("A and C (“2019-03-04”)", "B (“2019-03-05”)")
    assert "so A and C (“2019-03-04”)" in page([record])
    row = record_row(record)["timeline"][0]
    assert (row["of"], row["articles"], row["words"]) == ("happening", ("a", "c"), ("2019-03-04",))


def test_a_month_that_another_account_narrows_is_no_dispute_on_the_timeline():
    record = record_of(met("a", "2019-03").reading(), met("b", "2019-03-04").reading())
    assert [(m.earliest, m.latest, m.disputed) for m in record.timeline] == [(*days("2019-03-04"), False)]


@pytest.mark.parametrize("value", ["201", "2017-01-20..2021-01-20", "2019-03-04..", "..2019-03-04", "9999", "0001"])
def test_what_is_dated_roughly_is_on_the_timeline_and_in_the_page(value):
    record = record_of(met("a", value).reading("2019-03-06"))
    (moment,) = record.timeline
    assert (moment.earliest, moment.latest) == days(value)
    shown = [day for day in record_view(record).days if day.entries]
    assert [(day.words, day.wide) for day in shown] == [(days_in_words(moment.earliest, moment.latest), True)]
    assert "not known to the day" in page([record])


def test_a_saying_is_told_from_a_happening():
    told = Teller("a").say("Anna Berg", "We shall leave the valley on Friday for good.", when="2019-03-04")
    record = record_of(told.event("Anna Berg", "met", "Omar Said", "2019-03").reading("2019-03-06..2019-03-08"))
    by_kind = {row["kind"]: row for row in record_row(record)["lines"]}
    assert by_kind["statement"]["date"]["of"] == "saying"
    assert by_kind["event"]["date"]["of"] == "happening"
    said, happened = (by_kind[kind]["claims"][0]["times"] for kind in ("statement", "event"))
    reported = {"earliest": dt.date(2019, 3, 6), "latest": dt.date(2019, 3, 8)}
    assert (said.keys(), said["reported"]) == ({"said", "reported"}, reported)
    assert (happened.keys(), happened["reported"]) == ({"happened", "reported"}, reported)
    assert [(m.of, m.earliest.day) for m in record.timeline if m.earliest] == [("saying", 4), ("happening", 1)]
    shown = page([record])
    assert "said 4 March 2019" in shown
    assert "reported 6–8 March 2019" in shown


# ---- when it was reported


def test_an_account_known_only_by_years_breaks_nothing_and_is_said_to_be_so():
    wide = met("b", "2019-03-05").reading("2017-01-20..2021-01-20")
    record = record_of(met("a", "2019-03-04").reading("2019-03-06"), wide, met("c", "").reading())
    assert [account.article.id for account in record.accounts] == ["b", "a", "c"]
    assert (record.story.earliest, record.story.latest) == days("2017-01-20..2021-01-20")
    words = "A is known no closer than 20 January 2017 – 20 January 2021."
    assert any(sentence.endswith(words) for sentence in limits(record))
    assert not any(silence.reason.startswith("came out") for line in record.lines for silence in line.silent)
    shown = page([record])
    assert "A</span> came out in these days" in shown
    drawn = record_view(record).strip
    assert drawn is not None
    assert all(bar.width > 0 for bar in drawn.bars)
    assert not any(bar.label == "A" for bar in drawn.bars)


def test_where_all_accounts_are_known_only_by_years_nothing_is_drawn_to_scale():
    record = record_of(*(met(name, "2019-03-04").reading("2017-01-20..2021-01-20") for name in "ab"))
    assert record_view(record).strip is None
    page([record])


@pytest.mark.parametrize(
    ("status", "when", "published", "reason"),
    [
        ("happened", "2019-03-04", "2019-03-01", "came out before it happened"),
        ("happened", "2019-03-04", "2019-03-01..2019-03-04", "does not mention it"),
        ("happened", "2019-03", "2019-03-01", "does not mention it"),
        ("happened", "2019-03", "2017-01-20..2021-01-20", "does not mention it"),
        ("planned", "2019-03-04", "2019-03-01", "does not mention it"),
    ],
)
def test_only_who_certainly_came_out_before_it_could_not_know(status, when, published, reason):
    other = Teller("b").say("Lena Vik", "The harvest was good and everybody sang.").reading(published)
    record = record_of(met("a", when, status=status).reading("2019-03-06"), other)
    (line,) = [line for line in record.lines if line.kind == "event"]
    assert [silence.reason for silence in line.silent] == [reason]


def test_what_was_told_ahead_could_be_told_by_all():
    other = Teller("b").say("Lena Vik", "The harvest was good and everybody sang.").reading("2019-03-01")
    record = record_of(met("a", "2019-03-04").reading("2019-03-02"), other)
    (line,) = [line for line in record.lines if line.kind == "event"]
    assert [silence.reason for silence in line.silent] == ["does not mention it"]


def test_who_came_out_before_a_saying_is_told_in_its_word():
    other = met("b", "2019-02-01").reading("2019-03-01")
    told = Teller("a").say("Lena Vik", "The harvest was good and everybody sang.", when="2019-03-04")
    record = record_of(told.reading("2019-03-06"), other)
    (line,) = [line for line in record.lines if line.kind == "statement"]
    assert [silence.reason for silence in line.silent] == ["came out before it was said"]


def test_the_day_of_the_report_dates_no_line():
    record = record_of(met("a", "").reading("2019-03-06"), met("b", "").reading("2019-03-06"))
    assert dated(record) == set()
    assert record.timeline == ()
    assert "March" not in words_of(record)


# ---- a statement's day in its sentence


@pytest.mark.parametrize(
    ("told", "value", "said", "shown"),
    [
        ("Ruto said that police would leave in September", "2018-07-05", True, "On 5 July 2018, Ruto said"),
        ("Ruto sent police who left in September", "2018-07-05", False, "Ruto sent police who left in September"),
        ("Several agencies wrote that it was so", "2018-07", True, "In July 2018, several agencies wrote"),
        ("A note by the ministry says it is so", "2018-07-05", True, "On 5 July 2018, a note by the ministry"),
        ("They wrote in a July 2018 note that it was so", "2018-07", True, "They wrote in a July 2018 note"),
        ("Ruto said that it was so", "201", True, "Ruto said that it was so"),
    ],
)
def test_the_day_of_a_saying_stands_in_front_and_once(told, value, said, shown):
    first, last = days(value)
    assert first is not None
    assert last is not None
    made = dated_sentence(told, (first, last), has_days=False, said=said)
    assert (made[:1].upper() + made[1:]).startswith(shown)


def test_the_day_of_a_document_does_not_stand_inside_its_name():
    text = "A Thursday press statement by the Kenyan ministry shows that Chad attacked Kenya."
    (record,) = rashomon.compare(make_article(text, published=dt.date(2018, 8, 15)))
    (line,) = [line for line in record.lines if line.kind == "statement"]
    assert (line.earliest, line.latest) == days("2018-08-09")
    assert line.summary.startswith("On 9 August 2018, a press statement by the Kenyan ministry shows that")


@pytest.mark.parametrize(
    ("one", "two", "value", "other", "as_one"),
    [
        ("12 weeks ago", "12 weeks ago", "2018-05-07", "2018-05-08", True),
        ("Today", "today", "2018-05-07", "2018-05-08", True),
        ("today", "today", "2018-05-07", "2018-05-09", False),
        ("today", "yesterday", "2018-05-07", "2018-05-08", False),
        ("", "", "2018-05-07", "2018-05-08", False),  # neither tells its day in words
        ("", "", "2018-05", "2018-05-08", True),
    ],
)
def test_days_next_to_one_another_are_one_only_in_the_same_words(one, two, value, other, as_one):
    assert are_one((one, days(value)), (two, days(other))) is as_one
