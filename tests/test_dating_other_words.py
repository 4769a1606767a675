"""Events that a text names and tells in other words than our file has, and what else bounds the day to a week."""

from rashomon.lexicon.letters import plain
from tests.test_dating import interval

PREMIER = "BELGRADE - A sniper hit {} in the chest on {}. Zoran Djindjic had walked on a crutch."


def test_other_words_date_what_the_text_names_by_its_weekday() -> None:
    week = ("2003-03-12", "2003-03-18")
    assert interval(PREMIER.format("the prime minister", "Wednesday")) == week
    assert interval(PREMIER.format("the prime minister", "Tuesday")) is None
    assert interval(PREMIER.format("Bo Aas", "Wednesday")) is None
    assert interval(PREMIER.format("two officers", "Wednesday")) is None


def test_what_is_only_compared_with_the_news_is_not_named() -> None:
    news = "broke up above the Pacific on Friday."
    assert interval(f"The space station Mir {news}") == ("2001-03-23", "2001-03-29")
    assert interval(f"The space station Skylab, unlike Mir, {news}") is None


def test_a_weekday_of_another_time_is_not_that_of_the_news() -> None:
    fled = "Mobutu Sese Seko escaped to his palace on"
    assert interval(f"{fled} Friday.") == ("1997-05-16", "1997-05-22")
    assert interval(f"{fled} a Friday in May.") is None


def test_whom_a_relative_clause_tells_of_is_the_name_before_it() -> None:
    took = "whom soldiers took from his bedroom on Sunday"
    assert interval(f"Manuel Zelaya of Honduras, {took}, spoke.") == ("2009-06-28", "2009-07-04")
    assert interval(f"Bo Aas of Honduras, {took}, spoke. Manuel Zelaya was well.") is None


def test_news_is_counted_from_what_other_words_tell() -> None:
    blown = "six days after his predecessor was blown to pieces. Premadasa had ruled for years."
    assert interval(f"Sri Lanka's parliament on Friday chose a president, {blown}") == ("1993-05-07", "1993-05-13")
    gunned = "gunned down in a shantytown six days earlier. Luis Donaldo Colosio was 44."
    picked = f"Mexico's party on Tuesday picked an heir to the candidate {gunned}"
    assert interval(picked) == ("1994-03-29", "1994-04-04")


def test_a_year_that_something_lasts_to_is_not_past() -> None:
    died = "a day after his father died. Gnassingbe Eyadema was 69."
    assert interval(f"The assembly on Sunday let a son rule until 2008, {died}") == ("2005-02-06", "2005-02-12")


def test_a_count_in_a_clause_by_the_way_is_not_that_of_the_news() -> None:
    hid = "Bo Aas, who hid in an embassy for more than a year after tanks crushed the students in Tiananmen Square"
    assert interval(f"{hid}, died on Friday.") is None


def test_a_weekday_of_last_week_lies_in_it() -> None:
    shut = "Soldiers shut President Mohamed Bazoum in his palace on Wednesday"
    assert interval(f"{shut} of last week. He is well.") == ("2023-07-29", "2023-08-06")


def test_whose_office_has_just_ended_may_still_be_called_by_it() -> None:
    shut = "Soldiers shut President Mohamed Bazoum in his palace on Wednesday. He is well."
    assert interval(shut) == ("2023-07-26", "2023-08-01")


def test_last_tuesday_is_of_this_week_or_the_one_before() -> None:
    text = "Mr Modi declared last {} that notes of 500 and 1,000 rupees would be worthless."
    assert interval(text.format("Tuesday")) == ("2016-11-09", "2016-11-18")


def test_a_week_ago_is_some_seven_days() -> None:
    found = interval("Luis Donaldo Colosio was shot a week ago. Nobody slept.")
    assert found is not None
    assert "1994-03-27" <= found[0] <= "1994-03-30" <= found[1] <= "1994-04-02"


def test_who_goes_to_what_is_set_for_a_day_may_go_to_what_is_ahead() -> None:
    funeral = "the funeral of Emperor Hirohito on Friday."
    assert interval(f"President Bush attended {funeral}") == ("1989-02-24", "1989-03-02")
    assert interval(f"President Bush was leaving for {funeral}") != ("1989-02-24", "1989-03-02")
    assert interval(f"President Bush attends {funeral}") != ("1989-02-24", "1989-03-02")


def test_a_text_that_looks_back_further_down_may_lead_with_news_of_its_weekday() -> None:
    lead, back = (
        "The Swiss National Bank abandoned its ceiling on the franc{}.",
        "It was the wildest in half a century.",
    )
    assert interval(f"{lead.format(' on Thursday')} {back}") == ("2015-01-15", "2015-01-21")
    assert interval(f"{lead.format('')} {back}") is None


def test_a_fire_is_told_for_the_first_time_where_it_is_a_fire() -> None:
    walls = "Four walls remained on Tuesday after {} fire in La Fenice, the opera house of Venice."
    assert interval(walls.format("a")) == ("1996-01-30", "1996-02-05")
    assert interval(walls.format("the")) is None


def test_one_craft_that_set_down_did_so_in_the_past() -> None:
    set_down = "A Chinese spacecraft set down on Thursday on the far side of the moon."
    assert interval(set_down) == ("2019-01-03", "2019-01-09")


def test_what_was_done_is_not_ahead_for_what_somebody_promised_with_it() -> None:
    crowned = "Gyanendra, who was enthroned in Kathmandu on Monday, promised that a judge would report."
    assert interval(crowned) == ("2001-06-04", "2001-06-10")


def test_names_are_known_with_and_without_their_accents() -> None:
    assert plain("Łódź, Gutiérrez, Ñuñoa") == "Lodz, Gutierrez, Nunoa"
    week = ("2005-04-20", "2005-04-26")
    assert interval("Lucio Gutiérrez was ousted on Wednesday.") == week
    assert interval("Lucio Gutierrez was ousted on Wednesday.") == week
    assert interval("Slavko Ćuruvija was shot dead on Sunday.") == ("1999-04-11", "1999-04-17")


def test_what_state_and_kind_alone_tell_cuts_no_days_off() -> None:
    stabbed = "Anna Lindh was stabbed on Wednesday."
    estonia = "Estonians voted for the European Union, and Latvia is to decide."
    assert interval(f"{stabbed} {estonia}") == interval(stabbed)
