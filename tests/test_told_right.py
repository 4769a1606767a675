"""Sentences of the record that had named the wrong speaker, pointed at nobody, or stopped before their end."""

import datetime as dt

import pytest

import rashomon
from rashomon.model import Attribution, Record, Span, make_article
from rashomon.settings import Settings
from rashomon.weighing.lines.utterances import is_scrap


def told(*texts: str) -> Record:
    articles = [make_article(t, published=dt.date(2021, 7, 1), outlet=f"Post {n}") for n, t in enumerate(texts)]
    [record] = rashomon.compare(*articles, settings=Settings(one_story=True))
    return record


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        (
            "The tariffs hit Canada, whose leaders have said they do not want to negotiate.",
            "The leaders of Canada have said they do not want to negotiate.",
        ),
        (
            "The bank's reserves stood at $9 billion as of June 13.",
            "The bank's reserves stood at $9 billion as of 13 June 2021.",
        ),
        (
            "Kenia Avila, 35, appeared shaken after attorneys told her Friday that she could lose her son.",
            "On 25 June 2021, attorneys told Kenia Avila that she could lose her son.",
        ),
        (
            "Luis Rodriguez arrived on Friday. Still, he said, there was only one way to go: north.",
            "Luis Rodriguez said there was only one way to go: north.",
        ),
        (
            "Donald Trump justified the action by saying it was needed to save farms.",
            "The text says of Donald Trump: “Donald Trump justified the action by saying it was needed to save farms.”",
        ),
        ("A witness told police that the bank was shut.", "A witness told police that the bank was shut."),
        ("An eyewitness said the bank was shut.", "An eyewitness said the bank was shut."),
        (
            "According to a letter from Ana Duarte to Luis Prado, the bank was shut.",
            "The bank was shut, according to Ana Duarte, in a letter to Luis Prado.",
        ),
        ("The movement said the bank was shut.", "The movement said the bank was shut."),
        ("The office of Mayor Bo Aas said the bank was shut.", "The office of Mayor Bo Aas said the bank was shut."),
        ("Bo Aas told the court that Ana Duarte had lied.", "Bo Aas told the court that Ana Duarte had lied."),
        ("A survivor said the bank was shut.", "A survivor said the bank was shut."),
        ("The station said the bank was shut.", "The station said the bank was shut."),
        ("Lima police Const. Bo Aas said the bank was shut.", "Bo Aas said the bank was shut."),
        ("According to Lima police Capt. Bo Aas, the bank was shut.", "The bank was shut, according to Bo Aas."),
        ("Lima police and Bo Aas said the bank was shut.", "Lima police and Bo Aas said the bank was shut."),
        ("Ana Duarte said it was hard to leave Lima.", "Ana Duarte said it was hard to leave Lima."),
        (
            "Ana Duarte fled for reasons she declined to discuss.",
            "The text says of Ana Duarte: “Ana Duarte fled for reasons she declined to discuss.”",
        ),
        (
            "Assistant Secretary of the Air Force for Acquisition Marvin Sambur defended the lease. “No,” Sambur said.",
            "Marvin Sambur defended the lease.",
        ),
        (
            "Peru filed a lawsuit against Chile and Chad, alleging they conspired to win.",
            "The text says of Peru: “Peru filed a lawsuit against Chile and Chad, alleging they conspired to win.”",
        ),
        ("Luis Prado criticized the tariffs, saying they are illegal.", "Luis Prado said [the tariffs] are illegal."),
        (
            "A raid on a camp in Chad that killed two guards was condemned by Norway.",
            "A raid on a camp in Chad that killed two guards was condemned by Norway.",
        ),
        (
            "A plan to close the port was denounced by teachers on Monday.",
            "A plan to close the port was denounced by teachers on 28 June 2021.",
        ),
        ("The Air Force said the lease would be revived.", "The Air Force said the lease would be revived."),
        ("The prime minister's office said he would go.", "The prime minister's office said he would go."),
        (
            "Unlike in 2012, when Luis Prado stayed away, he spoke briefly of his friendship with Ana Duarte.",
            "Luis Prado spoke briefly of his friendship with Ana Duarte.",
        ),
        ("Luis Prado was late. ''I am ill,'' he said.", "Luis Prado said: “I am ill”."),
        (
            "Ivan Petrov complained that Khizr Aas had left and asked why Ghazala Aas was late. She says she was ill.",
            "“She” says she was ill.",
        ),
        ("Luis Prado and Ivan Petrov met. “We are late,” he said.", "“he” said: “We are late”."),
        ("Luis Prado and Ivan Petrov met. Peru sold 40 ships, he said.", "Peru sold 40 ships, according to “him”."),
        (
            "Luis Prado and Ivan Petrov met. Still, he said, it was late.",
            "The text says: “Still, he said, it was late.”",
        ),
        (
            "Ana Duarte smiled. Not only did she say it was late, it rained.",
            "The text says of Ana Duarte: “Not only did she say it was late, it rained.”",
        ),
    ],
)  # fmt: skip
def test_a_statement_is_told_with_its_speaker_and_whole(text, sentence):
    assert sentence in [line.summary for line in told(text).lines]


@pytest.mark.parametrize(
    ("text", "part"),
    [
        (
            "Bo Aas quarrelled with the workers of Larvik, whom he accused of stealing herring from the hold.",
            "Bo Aas accused of",
        ),
        ("Police arrested Bo Aas on Monday. So were the two women he had hired.", "Were the two women"),
    ],
)
def test_no_sentence_lacks_what_stands_before_it(text, part):
    summaries = [line.summary for line in told(text).lines]
    assert summaries
    assert not any(part.lower() in summary.lower() and "“" not in summary for summary in summaries)


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("Unlike in 2012, Peru imposed sanctions on Chile.", "Peru imposed sanctions on Chile."),
        (
            "One of four Americans discussed the tariffs with Peruvian President Luis Prado on Tuesday.",
            "One of four Americans discussed the tariffs with Peruvian President Luis Prado on 29 June 2021.",
        ),
        (
            "They were due to stick to terms that Peru can agree on.",
            "The text says: “They were due to stick to terms that Peru can agree on.”",
        ),
        ("A Democrat refused to join the talks.", "A Democrat refused to join the talks."),
    ],
)
def test_a_deed_is_told_with_its_own_doer_and_day_and_whole(text, sentence):
    assert sentence in [line.summary for line in told(text).lines]


@pytest.mark.parametrize(
    "text",
    [
        "There is still a chance of Boeing fighting the decision; Boeing itself was challenged by Lockheed in 2006.",
        "The 787-8 holds between 210 and 250 passengers; the 787-9 holds 250 to 290.",
    ],
)
def test_nobody_says_what_stands_in_another_clause(text):
    assert [hop.name for line in told(text).lines for c in line.claims for hop in c.chain[1:]] == []


def test_a_government_goes_by_the_seat_that_its_own_text_names():
    first = "The White House said on Monday that Kenya would get aid. The U.S. government is to send ships."
    second = "The government of the United States said on Monday that Chad would get ships."
    record = told(first, second, "Downing Street said on Monday that it was sorry.")
    assert {line.summary for line in record.lines if line.kind == "statement"} == {
        "The White House said on 28 June 2021 that Kenya would get aid.",
        "Downing Street said on 28 June 2021 that it was sorry.",
        "The government of the United States said on 28 June 2021 that Chad would get ships.",
    }


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        (
            "Kenya's president has been banned from parts of Chad and there are likely to be protests.",
            "Kenya's president has been banned from parts of Chad.",
        ),
        ("Peru left Lima today (1 July 2021) for Chad.", "Peru left Lima on 1 July 2021 for Chad."),
        (
            "British Prime Minister Theresa May is happy. President Donald Trump and May last met in Davos in January.",
            "Donald Trump and Theresa May met in Davos in January 2021.",
        ),
    ],
)
def test_a_deed_is_told_whole_and_alone(text, sentence):
    assert sentence in [line.summary for line in told(text).lines]


def test_a_fan_is_no_office():
    record = told("London Mayor Sadiq Khan, a big fan of Hillary Clinton, spoke on Monday.")
    assert next(e.roles for e in record.entities if e.name == "Sadiq Khan") == ("mayor of London",)


def test_a_briefing_told_twice_is_one_whatever_each_names_of_it_and_no_meeting():
    record = told(
        "Peru’s President Luis Prado received Chile’s Foreign Minister Ana Duarte in Lima on Monday. "
        "Duarte briefed Prado on the harvest.",
        "Ana Duarte, the foreign minister of Chile, apprised President Luis Prado of the new port.",
    )
    [briefing] = [line for line in record.lines if "briefed" in line.summary or "apprised" in line.summary]
    assert len({claim.article for claim in briefing.claims}) == 2
    assert [d.slot for d in briefing.differences] == ["wording"]
    assert "Ana Duarte visited Lima on 28 June 2021." in [line.summary for line in record.lines]


def test_briefings_of_two_people_stay_two():
    record = told(
        "Ana Duarte briefed President Luis Prado on the harvest.",
        "Ana Duarte briefed Senator Omar Rios on the harvest.",
    )
    assert all(len({claim.article for claim in line.claims}) == 1 for line in record.lines)


def test_who_hears_is_named_where_the_text_only_describes_him():
    text = "Ana Duarte met Peru’s President Luis Prado. Duarte told the president that the port was open."
    assert "Ana Duarte told Luis Prado that the port was open." in [line.summary for line in told(text).lines]


@pytest.mark.parametrize(
    ("before", "words", "scrap"),
    [
        ("Bo Aas rips rhetoric over ", "'radical views'", True),
        ("Bo Aas rips: ", "'Late, all of it.'", False),
        ("Bo Aas rips rhetoric over ", "'views that nobody has'", False),
        ("Bo Aas rips ", "'Late.'", False),
    ],
)
def test_a_few_words_in_a_clause_of_the_texts_own_are_nothing_that_somebody_said(before, words, scrap):
    text = f"{before}{words} today."
    content = (Span(len(before), len(before) + len(words)),)
    finding = Attribution("1", (Span(0, 6),), (Span(7, 11),), content, "direct")
    assert is_scrap(text, finding) is scrap


@pytest.mark.parametrize(
    ("text", "summaries"),
    [
        (
            "A police source, who wished to remain anonymous, said the men drove a car.",
            ["A police source said the men drove a car."],
        ),
        (
            "Maral, who declined to give her surname for fear of officials, said she would vote.",
            ["Maral said she would vote."],
        ),
        ("Liv Holm asked to be named ambassador to Peru.", ["Liv Holm asked to be named ambassador to Peru."]),
        ("The vote was dismissed by critics as a sham.", ["The vote was dismissed by critics as a sham."]),
        (
            "Her aide, the lawyer Bo Aas, said that voters had cast their ballots in vain.",
            ["Bo Aas said that voters had cast their ballots in vain."],
        ),
        (
            "Reports in the Peruvian press said voters had cast their ballots in vain.",
            ["The Peruvian press, in reports, said voters had cast their ballots in vain."],
        ),
    ],
)
def test_who_says_it_is_told_and_not_that_he_is_not_named(text, summaries):
    assert [line.summary for line in told(text).lines if line.kind in {"statement", "undertaking"}] == summaries


@pytest.mark.parametrize(
    "text",
    [
        "Over 900 people could vote in the election, held under a law approved in May and intended to help farmers.",
        "Omar Vik fell ill in May and advised by doctors to rest, cancelled the tour.",
        "Omar Vik was late for the talks and told by guards that the hall was full.",
        "Omar Vik, warned by guards that the hall was full, went home.",
        "Voters went home at 8 am on Sunday, according to reports from Lima, the capital of Peru.",
    ],
)
def test_who_acts_elsewhere_in_the_sentence_says_nothing(text):
    speakers = [c.chain[-1].name for line in told(text).lines for c in line.claims if line.kind == "statement"]
    assert not {"Voters", "Over 900 people", "Peru", "Lima", "Omar Vik"} & set(speakers)


@pytest.mark.parametrize(
    ("text", "summary"),
    [
        ("Bo Aas insisted on CNN that there was no deal.", "Bo Aas insisted on CNN that there was no deal."),
        (
            "Bo Aas said CNN was unfair and biased, CNN reported.",
            "Bo Aas said CNN was unfair and biased, according to CNN.",
        ),
    ],
)
def test_on_whose_word_it_stands_is_told_once_and_not_lost(text, summary):
    assert [line.summary for line in told(text).lines if line.kind == "statement"] == [summary]


@pytest.mark.parametrize(
    ("text", "summaries"),
    [
        (
            "Liv Aas has not mentioned Bo Holm since the debate on Monday night.",
            ["Liv Aas has not mentioned Bo Holm since the debate on Monday night."],
        ),
        (
            "Ana Duarte's claim that she still has a chance to keep the seat would depend on her winning the villages.",
            ["Ana Duarte claimed that she still has a chance to keep the seat."],
        ),
        ("Peru has not attacked Chile since May.", ["Peru has not attacked Chile since May."]),
        (
            "Peru has not attacked Chile since a ceasefire took effect in May.",
            ["Peru has not attacked Chile since a ceasefire took effect in May."],
        ),
        ("Urged by Chile to sign the treaty, Peru declined.", ["Chile urged Peru to sign the treaty."]),
        ("Peru could answer by recalling its envoy.", []),
        (
            "Peru can answer by imposing sanctions, by closing its ports or by attacking Chile.",
            ["The text says: “Peru can answer by imposing sanctions, by closing its ports or by attacking Chile.”"],
        ),
        (
            "Omar Vik resigned after Ana Duarte, in a speech on Monday, criticized his record.",
            ["Ana Duarte criticized his record."],
        ),
        (
            "The firm fell after Peru, which owns half of it, said it would sell.",
            ["Peru said it would sell."],
        ),
        (
            "Omar Vik has insulted voters since Ana Duarte, at a debate, cited his debts.",
            ["Omar Vik has insulted voters.", "Ana Duarte cited his debts."],
        ),
        ("Democrats said the vote was a ploy.", ["Democrats said the vote was a ploy."]),
        ("The Commission on Ports said the vote was a ploy.", ["The Commission on Ports said the vote was a ploy."]),
        (
            "Ana Duarte told the Chile Radio audience that the war was over.",
            ["Ana Duarte told the Chile Radio audience that the war was over."],
        ),
        ("Another BBC host, Ana Duarte, denounced the vote.", ["Ana Duarte denounced the vote."]),
        (
            "Ana Duarte lost the vote. She’s claiming that “everybody cheated” in it.",
            ["Ana Duarte is claiming that “everybody cheated” in it."],
        ),
        (
            "The brief of Ana Duarte said that was not her view.",
            ["The text says: “The brief of Ana Duarte said that was not her view.”"],
        ),
    ],
)
def test_who_did_what_is_told_whole_and_of_nobody_else(text: str, summaries: list[str]):
    told_of = [line for line in told(text).lines if line.kind in {"statement", "undertaking"}]
    others = [line for line in told(text).lines if "since" in text and line.kind == "event" and "Peru" in text]
    assert [line.summary for line in told_of or others] == summaries


@pytest.mark.parametrize(
    ("text", "summary"),
    [
        ("The minister stepped down on Monday.", "The minister stepped down on 28 June 2021."),
        (
            "Omar Vik resigned after Ana Duarte, in a speech, criticized his record.",
            "Omar Vik resigned after Ana Duarte, in a speech, criticized his record.",
        ),
    ],
)
def test_a_deed_has_its_article_and_its_end(text: str, summary: str):
    assert summary in [line.summary for line in told(text).lines if line.kind == "event"]


def test_a_day_that_a_text_counts_back_to_stands_where_its_words_stood():
    [line] = told("Anna Berg returned to Oslo two weeks ago after a year spent in Peru.").lines
    assert line.summary == "Anna Berg returned to Oslo in the week of 14 June 2021 after a year spent in Peru."


def test_a_he_is_nobody_of_whom_another_account_tells_that_she_is_a_woman():
    texts = (
        "Seen as shy, Berg warned that Aas knows the town. He was jailed in May 1979. He said the court had erred.",
        "Officials expect a trial in May, prison spokeswoman Anna Berg said.",
    )
    sentences = [line.summary for line in told(*texts).lines]
    assert "Anna Berg warned that Aas knows the town." in sentences
    assert not [s for s in sentences if s.startswith("Anna Berg") and ("jailed" in s or "erred" in s)]


@pytest.mark.parametrize(
    ("text", "nobody"),
    [
        ("The museum had been phoned by a clerk and told that a vase had been sold.", "The museum"),
        ("Bo Aas was fined and notified that his licence would lapse.", "Bo Aas"),
    ],
)
def test_who_is_told_beside_a_passive_says_nothing(text, nobody):
    assert not [line for line in told(text).lines if line.kind == "statement" and line.summary.startswith(nobody)]


def test_who_is_arrested_and_tells_the_police_says_it():
    lines = told("Bo Aas was held and told police that he had acted alone.").lines
    assert [line.summary for line in lines if line.kind == "statement"] == [
        "Bo Aas told police that he had acted alone."
    ]


def test_an_it_is_nobody_known_from_its_own_words_alone():
    text = 'A statement from Aker said the plant would reopen. "We thank the Norwegian Red Cross," it said.'
    assert not [line for line in told(text).lines if line.summary.startswith("The Norwegian Red Cross")]


def test_a_quotation_whose_closing_mark_is_lost_swallows_nothing_that_the_author_tells_behind_it():
    text = (
        'Mayor Bo Aas said "This will be a bridge for the whole valley. '
        "The builder had promised to finish it in 2003. Two men were jailed over bribes."
    )
    lines = [line.summary for line in told(text).lines if line.kind == "statement"]
    assert "Bo Aas said: “This will be a bridge for the whole valley.”" in lines
    assert not [line for line in lines if line.startswith("Bo Aas") and ("2003" in line or "bribes" in line)]
