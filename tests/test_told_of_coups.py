"""Who an event abroad is told of: ousted leaders, self-styled bodies, and what an agency's dateline leaves."""

import datetime as dt

import pytest

import rashomon
from rashomon.model import make_article
from rashomon.settings import Settings


def told(*texts):
    articles = [make_article(t, published=dt.date(2021, 7, 1), outlet=f"Post {n}") for n, t in enumerate(texts)]
    [record] = rashomon.compare(*articles, settings=Settings(one_story=True))
    return record


def _summaries(text):
    return [line.summary for line in told(text).lines]


@pytest.mark.parametrize(
    ("text", "told_of"),
    [
        (
            "Togo's ousted leader, Amiru Sassanga Belo, has arrived in Ghana. Dawn's leader, Luis Ferraz, is ill.",
            "Amiru Sassanga Belo visited Ghana.",
        ),
        (
            "Riyadh, SPA - Foreign Minister Omar Haddad said that talks would go on.",
            "Omar Haddad said that talks would go on.",
        ),
    ],
)
def test_an_office_before_a_name_is_his_whom_it_names(text, told_of):
    assert told_of in _summaries(text)


@pytest.mark.parametrize(
    "text",
    [
        "On Monday Omar Haddad read a text for a body calling itself the “Council of Renewal”.",
        "Haddad addressed a rally of a movement describing itself as “the voice of the south” on Monday.",
    ],
)
def test_what_a_body_goes_by_nobody_says(text):
    assert not [s for s in _summaries(text) if s.startswith(("Omar Haddad called", "Haddad described"))]


def test_the_hours_of_a_ban_are_not_the_day_on_which_it_was_lifted():
    [lifted] = _summaries("The junta eased an overnight lockdown on Monday.")
    assert lifted == "The junta eased an overnight lockdown on 28 June 2021."


def test_what_lies_between_two_hours_is_told_with_both():
    text = (
        "The governors have ordered villagers to stay indoors between 8 p.m. and 5 a.m. "
        "Rights monitor HaltNow said shops were shut."
    )
    assert [s for s in _summaries(text) if "between 8 p.m. and 5 a.m" in s]


@pytest.mark.parametrize(
    ("text", "beginning"),
    [
        ("The European Union's mission refused to endorse the vote.", "The European Union's mission"),
        ("The Arab League and NATO condemned the coup.", "The Arab League and NATO"),
        ("The Board of Trustees condemned the coup.", "The Board of Trustees"),
        ("NATO's mission refused to endorse the vote.", "NATO's mission"),
        ("Norway's mission refused to endorse the vote.", "Norway's mission"),
    ],
)
def test_what_belongs_to_a_body_keeps_its_article(text, beginning):
    assert _summaries(text)[0].startswith(beginning)
