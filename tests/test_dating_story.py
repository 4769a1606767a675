"""Events that a text names beside their weekdays: two of one story, or one that its head tells as new."""

from tests.test_dating import interval

JUDGE = "MUNICH - Lawyers are busy. Wirecard went to the insolvency judge on {}."
PROSECUTORS = " Its former head, Markus Braun, had gone to the prosecutors by himself on {}, where police arrested him."
FIRE = "VENICE - Nothing but walls was left of La Fenice, the opera house, after {}."
ALARM = " The alarm was raised shortly before nine on {} evening."


def test_two_weekdays_that_fit_two_events_of_one_story_date_it() -> None:
    assert interval(JUDGE.format("Thursday") + PROSECUTORS.format("Monday")) == ("2020-06-25", "2020-06-28")
    assert interval(JUDGE.format("Thursday") + PROSECUTORS.format("Friday")) is None
    assert interval(JUDGE.format("Thursday")) is None


def test_what_is_ahead_is_not_past() -> None:
    failed = "LONDON - Bo Aas cut short his holiday. Thomas Cook, the travel firm, ceased trading on Monday."
    faced = (
        " The prime minister faces a ruling of the Supreme Court on the prorogation on Tuesday. Boris Johnson is well."
    )
    assert interval(failed + faced) == ("2019-09-23", "2019-09-29")


def test_what_the_head_tells_first_is_dated_by_a_weekday_of_its_telling() -> None:
    assert interval(FIRE.format("a fire") + ALARM.format("Monday")) == ("1996-01-29", "1996-02-04")
    assert interval(FIRE.format("the fire") + ALARM.format("Monday")) is None


def test_a_weekday_beside_a_count_of_weeks_is_of_another_week() -> None:
    fire = "VENICE - A fire took La Fenice, the opera house, two weeks ago. Bo Aas came on Monday evening."
    assert interval(fire) == ("1996-02-06", "1996-02-18")


def test_friday_week_is_not_friday() -> None:
    assert interval("ATHENS - The team leaves for the Athens Olympics, which open on Friday week. It is hot.") is None


def test_news_leads_with_its_newest_day_whatever_else_its_words_may_tell() -> None:
    fell = (
        "ADDIS ABABA - A crowd brought down a statue on Thursday, two days after Mengistu Haile Mariam fled Ethiopia."
    )
    lost = (
        " Mengistu, who ruled for years and lost his patrons, left by aircraft on Tuesday. Rebels are near Addis Ababa."
    )
    assert interval(fell + lost) == ("1991-05-23", "1991-05-27")
