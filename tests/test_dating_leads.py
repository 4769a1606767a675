"""What a lead, a name for what is ahead and an anniversary say of the day of an undated article."""

import pytest

from rashomon.linking.dating.undated import Undated
from rashomon.model import Published
from tests.conftest import reading_of


def interval(text: str) -> tuple[str, str] | None:
    published = reading_of(text, upto="dates").published
    return (str(published.earliest), str(published.latest)) if isinstance(published, Published) else None


@pytest.mark.parametrize(
    ("text", "days"),
    [
        # an answer to what happened, within a week of it
        (
            "Iran on Saturday condemned the bombing of U.S. embassies in Kenya and Tanzania.",
            ("1998-08-08", "1998-08-14"),
        ),
        # a time hangs on the verb that says that it happened
        (
            "Shares fell again. The earthquake that struck Kobe a day ago was felt in Osaka.",
            ("1995-01-18", "1995-01-18"),
        ),
        # who died is named before, in another's clause
        (
            "Tributes went on Friday to Nelson Mandela, South Africa's first black president, who died on Thursday.",
            ("2013-12-06", "2013-12-11"),
        ),
        # the day of the telling is the newer one
        (
            "Boko Haram militants abducted girls from a school in Nigeria on Monday, officials said on Tuesday.",
            ("2014-04-14", "2014-04-20"),
        ),
        # what is to come is no news of its day
        (
            "A garment factory collapsed in Dhaka, Bangladesh, on Wednesday. Mourning was declared for Thursday.",
            ("2013-04-24", "2013-04-30"),
        ),
        # the name stands after what happened
        (
            "A cruise liner ran aground on Friday. Survivors of the Costa Concordia swam to the island of Giglio.",
            ("2012-01-13", "2012-01-19"),
        ),
        # rescuers are at work
        (
            "Rescuers searched a cruise liner on Saturday after it ran aground. The Costa Concordia lay off Giglio.",
            ("2012-01-14", "2012-01-20"),
        ),
        # told as first reports do
        (
            "Fire swept through a 24-storey block of flats in London early on Wednesday.",
            ("2017-06-14", "2017-06-20"),
        ),
        # a clause says what happened then
        (
            "The bakers have been busy since Tuesday, when a jury found Derek Chauvin guilty in Minneapolis.",
            ("2021-04-20", "2021-04-26"),
        ),
        # a name for what is still ahead
        (
            (
                "Scotland made ready. Both sides appealed for votes in tomorrow's referendum on independence. "
                "Prime Minister David Cameron said today that he was calm."
            ),
            ("2014-09-17", "2014-09-18"),
        ),
        # an anniversary of what nothing else is dated by
        (
            "Ukraine marked on Tuesday the 30th anniversary of the explosion at the Chernobyl nuclear power station.",
            ("2016-04-26", "2016-05-02"),
        ),
        # the same, its number in words
        (
            "Ukraine marked on Tuesday the thirtieth anniversary of the explosion at the Chernobyl power station.",
            ("2016-04-26", "2016-05-02"),
        ),
        # counted from an anniversary, not from what it is of
        (
            "Envoys met on Thursday, two days after the twentieth anniversary of the fall of the Berlin Wall.",
            ("2009-11-12", "2009-11-18"),
        ),
        # years ago, as many as it takes
        (
            "Secretary of State John Kerry spoke on Friday. The earthquake struck Kobe twenty years ago.",
            ("2014-01-01", "2015-12-31"),
        ),
        # a paper of Sunday calls the week that ends last week
        (
            "Marco Rubio suspended his campaign for the nomination last week. Friends will meet on Sunday, March 20.",
            ("2016-03-19", "2016-03-20"),
        ),
        # a name parts the words for what happened
        (
            "A jury found former Minneapolis police officer Derek Chauvin guilty on Tuesday of murdering George Floyd.",
            ("2021-04-20", "2021-04-26"),
        ),
    ],
)
def test_a_lead_dates_its_article(text: str, days: tuple[str, str]) -> None:
    assert interval(text) == days


@pytest.mark.parametrize(
    "text",
    [
        # looks back over years
        "Nelson Mandela walked out of prison. Decades later his jailers remember the day.",
        # a name alone says of no day whether it is past
        "Scotland spoke of a referendum on independence and of little else.",
        # an anniversary draws near
        "Ukraine said on Tuesday that it would rebuild, as the 30th anniversary of the explosion at Chernobyl neared.",
        # an event told in anniversaries is no news
        "The explosion at Chernobyl killed workers on Saturday.",
        # what only says who somebody is
        "Ann Brook spoke on Tuesday in tribute to the daughter of a slain Sandy Hook teacher.",
        # whom a coup has ousted is called president for years
        "President Mohamed Bazoum has met his lawyer, whom the junta let in. The coup goes on.",
    ],
)
def test_a_lead_dates_nothing(text: str) -> None:
    assert interval(text) is None


@pytest.mark.parametrize(
    ("text", "weekday"),
    [
        ("The exchange was closed on Monday, and traders went home.", "Monday"),
        ("The exchange was closed until Friday, traders said on Wednesday.", "Wednesday"),
        ("The exchange was closed until Friday, and traders went home.", None),
    ],
)
def test_the_day_up_to_which_something_lasts_is_not_that_of_the_news(text: str, weekday: str | None) -> None:
    named = Undated(reading_of(text, upto="times")).news_weekday
    assert (named and named.span.of(text).split()[-1]) == weekday


def test_a_holder_whose_name_the_file_spells_in_two_ways_is_named_once() -> None:
    text = "President Trump has met Prime Minister Theresa May."
    [reason] = [why for why in reading_of(text, upto="dates").published.basis if "President Trump" in why]
    assert reason.count("President of the United States") == 1
