"""What an article leaves of its day: those in office, weekdays with their date, anniversaries, and other accounts."""

import datetime as dt
import re
from itertools import permutations
from pathlib import Path

import pytest

from rashomon.errors import SettingsError
from rashomon.linking.dates.link import link_dates
from rashomon.linking.dating.almanac import almanac
from rashomon.linking.dating.by_accounts import constraints as by_accounts
from rashomon.linking.dating.by_events import constraints as by_events
from rashomon.linking.dating.terms import terms_of_office
from rashomon.linking.dating.undated import Undated
from rashomon.model import DayElsewhere, Published, Reading, Span, Time, Unresolved, make_article
from rashomon.pipeline import date_together, read_article
from rashomon.settings import Settings
from tests.conftest import reading_of


def interval(text: str, **given: str) -> tuple[str, str] | None:
    reading = reading_of(text, upto="times")
    found = [f for f in link_dates(reading, Settings(**given)) if isinstance(f, Published)]
    return (str(found[0].earliest), str(found[0].latest)) if found else None


# -- those in office

FAR = "It rained. It snowed. It froze. It thawed."  # what follows is no longer the head of the news
GILLARD = ("2010-06-24", "2013-06-27")


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("The shire has asked Prime Minister Julia Gillard for a roof on Tuesday.", GILLARD),
        ("Julia Gillard, the Australian prime minister, opened the pier on Friday.", GILLARD),
        ("Australian Prime Minister Gillard has promised a new pier.", GILLARD),
        ("The prime minister of Australia, Julia Gillard, is to open the pier.", GILLARD),
        ("Farmers wrote to the Gillard government on Monday.", GILLARD),
        ("Farmers wrote to the Bolton government on Monday.", None),
        ("Farmers wrote to Julia Gillard's government on Monday.", GILLARD),
        ("The former prime minister Julia Gillard opened the pier on Friday.", None),
        ("The then prime minister, Julia Gillard, has been remembered on Friday.", None),
        ("Prime Minister-elect Julia Gillard spoke on Friday.", None),
        ("Deputy Prime Minister Julia Gillard spoke on Friday.", None),
        ("Vice President Dick Cheney spoke on Friday.", ("2001-01-20", "2009-01-20")),
        ("In 2011 Prime Minister Julia Gillard opened a pier. It was painted green on Friday.", None),
        ("They blame it on Prime Minister Julia Gillard.", GILLARD),  # at the head of the news
        ("It rained. It snowed. It froze. It thawed. They blame it on Prime Minister Julia Gillard.", None),
        ("The yacht club's president Anne Bolton spoke on Friday.", None),
        ("A Gillard government would build it, Julia Gillard said.", None),
        ("A former adviser to Prime Minister Julia Gillard opened the pier on Friday.", None),
        ("Her tenure as prime minister, Gillard said on Friday in Australia, was a joy.", None),
        (
            "Anne Bolton, Julia Gillard, Prime Minister Tony Blair and others spoke on Friday.",
            ("1997-05-02", "2007-06-27"),
        ),
        ("Two former Gillard government ministers opened the pier on Friday.", None),
        ("The town has voted, and nobody in government came on Friday.", None),  # "in" is no Moon Jae-in
        ("Ten years after Prime Minister Julia Gillard came, the pier was opened on Friday.", None),
        # a clause of the past told by the way is of any time; one of the time of the news is not
        ("The pier stood empty even after Prime Minister Julia Gillard opened it.", None),
        ("Few fault the claim that Prime Minister Julia Gillard opened an empty pier.", None),
        ("Farmers clashed with guards who were protesting calls for Prime Minister Julia Gillard to go.", GILLARD),
        (f"{FAR} The pier closed on Friday, shipping men who met Prime Minister Julia Gillard said.", None),
        (f"{FAR} The pier closed on Friday when Prime Minister Julia Gillard lost the vote.", GILLARD),
        (f"{FAR} Farmers flew to Rome on Friday to appeal to Prime Minister Julia Gillard.", GILLARD),
        (f"{FAR} The pier was laid out by Prime Minister Julia Gillard, who came on Friday.", GILLARD),
        # a time elsewhere in the sentence says nothing of who is only named
        (f"{FAR} Farmers blame Prime Minister Julia Gillard for the votes held on Friday.", GILLARD),
        (f"{FAR} With Prime Minister Julia Gillard still in, few could win the votes held on Friday.", None),
        # an infinitive has no time of its own
        (f"{FAR} Farmers joined a league to oust Prime Minister Julia Gillard.", None),
        (f"{FAR} Some, including Prime Minister Julia Gillard, are hoping for a pier.", GILLARD),
        # who is quoted calls people by what they were
        ('"Prime Minister Julia Gillard was the most gifted of them," a farmer said.', None),
        ('"Prime Minister Julia Gillard has promised a new pier," a farmer said.', GILLARD),
        ('"Prime Minister Julia Gillard has a gift," a farmer said of the former prime minister.', None),
        # the text itself says that it is over
        ("Prime Minister Julia Gillard has spoken. The former prime minister Julia Gillard liked the pier.", None),
        (
            "Prime Minister Julia Gillard has spoken. Prime Minister Malcolm Turnbull of Australia was told.",
            ("2015-09-15", "2018-08-24"),
        ),
        ("The former New South Wales Prime Minister Julia Gillard opened the pier on Friday.", None),
        # a comma ends the clause before a name
        ("If she becomes prime minister, Julia Gillard said, the pier will open on Friday.", None),
        ("Australia's prime minister, Julia Gillard, opened the pier on Friday.", GILLARD),
    ],
)
def test_who_is_in_office_bounds_the_day(text: str, days: tuple[str, str] | None) -> None:
    assert interval(text) == days


def test_several_in_office_bound_it_closer_and_are_named() -> None:
    text = (
        "Secretary of State Mike Pompeo met South Korean President Moon Jae-in on Friday. "
        "National Security Adviser John Bolton has left for Rome."
    )
    reading = reading_of(text, upto="dates")
    published = reading.published
    assert isinstance(published, Published)
    assert (str(published.earliest), str(published.latest)) == ("2018-04-26", "2019-09-10")
    assert any("Mike Pompeo, Secretary of State of the United States (2018-04-26" in b for b in published.basis)


def test_terms_that_do_not_go_together_date_nothing() -> None:
    assert interval("Prime Minister Julia Gillard and President Bill Clinton have written to us.") is None


def test_who_left_office_is_called_so_for_some_days_more() -> None:
    left = "Prime Minister Julia Gillard has resigned. "
    assert interval(left) == ("2010-06-24", "2013-07-11")


def test_an_office_without_an_end_is_no_upper_bound() -> None:
    assert interval("Chinese President Xi Jinping has spoken.") is None


OWN = """
terms:
  - {office: Mayor of Aldersea, of: Aldersea, words: [mayor], source: town hall,
     holders: {Ann Brook: [2031-05-03..2033-05-04]}}
"""


def test_the_user_adds_terms_of_office(tmp_path: Path) -> None:
    path = tmp_path / "own.yaml"
    path.write_text(OWN, "utf-8")
    assert interval("Mayor Ann Brook opened the pier on Friday.", terms_of_office=str(path)) == (
        "2031-05-03",
        "2033-05-04",
    )


def test_a_deed_that_was_done_is_not_ahead() -> None:
    text = "Prime Minister Tony Blair met farmers. It was a mark that they were able to hit in September 1999."
    assert interval(text) == ("1999-09-01", "2007-06-27")


@pytest.mark.parametrize(
    ("written", "says"),
    [
        ("terms: 3", "holds a list"),
        ("terms:\n  - {office: x}", "an office has"),
        (OWN.replace("2033-05-04", "2030-05-04"), "first day"),
        (OWN.replace("2031-05-03", "May 2031"), "is no term"),
        (OWN.replace("[2031-05-03..2033-05-04]", "often"), "has no terms"),
        (OWN.replace("[mayor]", "mayor"), "words is a list"),
    ],
)
def test_a_bad_file_of_terms_is_told(written: str, says: str, tmp_path: Path) -> None:
    path = tmp_path / "own.yaml"
    path.write_text(written, "utf-8")
    with pytest.raises(SettingsError, match=says):
        terms_of_office(str(path))


def test_our_terms_are_sound() -> None:
    terms = terms_of_office()._terms
    assert len(terms) > 2000
    assert all(first <= last for term in terms for first, last in term.days)
    assert all(term.office.words and term.office.source for term in terms)


# -- dates that are written out


@pytest.mark.parametrize(
    ("text", "days"),
    [
        (
            "Prime Minister Julia Gillard has been told. Councillors voted on Tuesday, October 16, to write to her.",
            ("2012-10-16", "2012-10-22"),
        ),
        (
            "The accord was signed on 14 July 2015. The first ships will sail on 1 August 2015.",
            ("2015-07-14", "2015-08-01"),
        ),
        ("Envoys met on Friday, three days after the accord of 14 July 2015.", ("2015-07-17", "2015-07-23")),
        ("Talks were held on Tuesday, October 16, and nobody said in which year.", None),
    ],
)
def test_dates_in_the_text_bound_the_day(text: str, days: tuple[str, str] | None) -> None:
    assert interval(text) == days


@pytest.mark.parametrize(
    ("text", "held"),
    [
        ("Presidents Jamil Mahuad of Ecuador and Alberto Fujimori of Peru met.", ["Jamil Mahuad", "Alberto Fujimori"]),
        ("They saw Presidents George W. Bush and Vladimir Putin.", ["George W. Bush", "Vladimir Putin"]),
        ("The presidents of both states met.", []),
        ("Former presidents Bill Clinton and George W. Bush spoke.", []),
    ],
)
def test_an_office_in_the_plural_is_that_of_each(text: str, held: list[str]) -> None:
    assert [one.terms[0].name for one in terms_of_office().named_in(text)] == held


def test_a_dateline_is_printed_on_its_day_or_the_next() -> None:
    reading = reading_of("LONDON, Aug. 8, 2018 (Norwire) - The envoy left today.", upto="dates")
    published = reading.published
    assert isinstance(published, Published)
    assert (published.earliest, published.latest) == (dt.date(2018, 8, 8), dt.date(2018, 8, 9))


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("Ernest Pine, born at Lower Wick on 3 March 1911, will be 90 on Saturday.", ("2001-02-25", "2001-03-03")),
        ("Friday was the 10th anniversary of the storm of 5 May 2000.", None),  # 5 May 2010 was a Wednesday
        ("Wednesday was the 10th anniversary of the storm of 5 May 2000.", ("2010-05-05", "2010-05-11")),
        ("She was born on 29 February 1912 and will be 90 on Saturday.", None),
    ],
)
def test_full_years_that_end_now_give_the_day(text: str, days: tuple[str, str] | None) -> None:
    assert interval(text) == days


# -- other accounts of the story

DATED = (
    "Two ferries collided off Aldersea on Tuesday, killing the mate of the Silver Wick, the harbour master said.\n\n"
    "Ann Brook, the harbour master, told reporters that fog hid the channel buoys."
)
UNDATED = (
    "The mate of the Silver Wick was killed when two ferries collided in fog off Aldersea on Tuesday, the harbour "
    "master told a crowd.\n\nDivers will search the hull on Friday."
)
FURTHER = (
    "Divers found the log of the Silver Wick on Friday, searching the hull of the ferry off Aldersea.\n\n"
    "It was handed to Ann Brook on Friday evening."
)
LATER = (
    "Divers searched the hull of the ferry Silver Wick off Aldersea on Friday and found the log.\n\n"
    "On Tuesday two ferries had collided in fog off Aldersea, killing the mate of the Silver Wick."
)


def read(text: str, name: str, published: dt.date | None = None) -> Reading:
    return read_article(make_article(text, id=name, published=published), Settings())


DAY = dt.date(2031, 5, 7)  # a Wednesday
STORY = [read(DATED, "a", DAY), read(UNDATED, "b"), read(LATER, "c"), read(FURTHER, "d")]


def days_of(readings: list[Reading]) -> dict[str, tuple[str, str] | None]:
    return {
        r.article.id: (str(p.earliest), str(p.latest)) if isinstance(p := r.published, Published) else None
        for r in readings
    }


def test_an_account_is_dated_by_another_and_names_it() -> None:
    assert days_of(STORY)["b"] is None
    dated = date_together(STORY[:2], Settings())
    assert days_of(dated)["b"] == ("2031-05-06", "2031-05-12")
    published = dated[1].published
    assert isinstance(published, Published)
    assert any("another account (a) gives it the day 2031-05-06" in reason for reason in published.basis)


def test_the_order_of_the_accounts_changes_no_day() -> None:
    assert len({str(sorted(days_of(date_together(list(p), Settings())).items())) for p in permutations(STORY)}) == 1


def test_a_copy_of_an_undated_account_dates_nothing() -> None:
    pair = [read(UNDATED, "b"), read(UNDATED, "copy")]
    assert days_of(date_together(pair, Settings())) == {"b": None, "copy": None}
    with_copy = days_of(date_together([*STORY, read(UNDATED, "copy")], Settings()))
    assert {name: with_copy[name] for name in "abcd"} == days_of(date_together(STORY, Settings()))


def test_a_known_day_is_never_changed() -> None:
    assert days_of(date_together(STORY, Settings()))["a"] == ("2031-05-07", "2031-05-07")


def test_accounts_that_disagree_about_the_day_date_nothing() -> None:
    other = read(DATED, "z", DAY + dt.timedelta(weeks=3))
    assert days_of(date_together([STORY[0], other, STORY[1]], Settings()))["b"] is None


def test_days_that_do_not_go_together_are_not_used() -> None:
    text = "He left on Tuesday. He came on Friday."
    reading = reading_of(text, upto="times")

    def given(*days: str) -> Reading:
        spans = [Span(text.index(w), text.index(w) + len(w)) for w in ("Tuesday", "Friday")]
        found = [DayElsewhere(s, dt.date.fromisoformat(d), "x", Span(0, 1)) for s, d in zip(spans, days, strict=True)]
        return reading.adding((DayElsewhere,), found)

    assert len(list(by_accounts(Undated(given("2031-05-06", "2031-05-09"))))) == 2
    assert list(by_accounts(Undated(given("2031-05-06", "2032-05-07")))) == []


YEARS = {
    "given": "The auditor handed the ferry company her report on Tuesday.\n\n"
    "The report tells of a Feb. 8, 2030, meeting at which the harbour master asked the auditor for her silence.",
    "bare": "The report on the ferry company was handed over on Tuesday.\n\n"
    "At a Feb. 8 meeting, the auditor writes, the harbour master spoke of the missing log.",
    "elsewhere": "The report was handed over on Tuesday.\n\nBakers in town remember the snow of Feb. 8.",
    "other year": "The report was handed over on Tuesday.\n\nOn Feb. 8, 2029, the auditor met the harbour master.",
    "long ago": "The report was handed over on Tuesday.\n\nOn Feb. 8, 1999, the auditor met the harbour master.",
}


def february(*names: str, day: dt.date = DAY) -> dict[str, str]:
    """Names of accounts of one day -> by account, the value of the eighth of February in it, when dated together."""
    dated = date_together([read(YEARS[name], name, day) for name in names], Settings())
    return {r.article.id: t.value for r in dated for t in r.of(Time) if t.span.of(r.text).startswith("Feb. 8")}


def test_a_day_without_a_year_has_the_one_that_another_account_gives_it() -> None:
    assert february("bare") == {"bare": "2031-02-08"}
    assert february("given", "bare") == {"given": "2030-02-08", "bare": "2030-02-08"}
    dated = date_together([read(YEARS[name], name, DAY) for name in ("given", "bare")], Settings())
    assert [t.why for t in dated[1].of(Time)][1] == "another account (given) tells of it with its year"


@pytest.mark.parametrize(
    ("others", "why"),
    [
        (["given", "elsewhere"], "its sentence tells of something else"),
        (["given", "other year", "bare"], "the others tell of that day of two years"),
        (["long ago", "bare"], "the other day lies so far back that this is its anniversary"),
    ],
)
def test_the_year_of_another_account_is_not_taken_where(others: list[str], why: str) -> None:
    assert february(*others)[others[-1]] == "2031-02-08", why


def test_days_of_the_last_weeks_keep_their_year() -> None:
    assert february("given", "bare", day=dt.date(2031, 3, 12))["bare"] == "2031-02-08"


def test_a_story_of_undated_accounts_stays_undated() -> None:
    readings = date_together(STORY[1:], Settings())
    assert all(isinstance(r.published, Unresolved) for r in readings)


def test_the_words_of_a_reason_are_whole_words() -> None:
    text = (
        "He spoke long of incontrovertible evidence and of the day on which Nelson Mandela was sworn in as president."
    )
    told = [c.why for c in by_events(Undated(reading_of(text, upto="times")), almanac())]
    shown = [words for why in told for words in re.findall("“([^”]+)”", why)]
    assert shown
    assert all(re.search(rf"(?<!\w){re.escape(words)}(?!\w)", text) for words in shown), shown
