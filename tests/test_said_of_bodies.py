"""What somebody says of a body, between commas, or denies: told in a sentence of its own."""

import rashomon
from rashomon.model import make_article
from rashomon.settings import Settings


def _told(text: str) -> list[str]:
    [record] = rashomon.compare(make_article(text, outlet="The Harbour Post"), settings=Settings(one_story=True))
    return [line.summary for line in record.lines]


def test_a_turn_between_commas_does_not_end_a_saying():
    assert "Ana Duarte said, however, that the talks would go on." in _told(
        "Ana Duarte said, however, that the talks would go on."
    )


def test_a_figure_that_is_denied_is_said_to_be():
    [figure] = [
        line for line in _told("The ministry denied that 12 soldiers had been killed.") if line.startswith("12")
    ]
    assert figure.startswith("12 soldiers, denied by the ministry: ")
    [figure] = [line for line in _told("Lawyers denied any coaching of the roughly 400 people.") if "400" in line[:9]]
    assert figure.startswith("About 400 people, according to lawyers: ")


def test_who_speaks_for_a_body_says_it_of_the_body():
    text = "A European Commission spokesperson said it had received no request."
    assert text in _told(text)
    assert "A mayor said it had received no request." not in _told("A mayor said it had received no request.")


def test_what_an_owner_says_of_it_is_said_of_the_owner():
    assert "“The owner of the tanker” said it had paid nothing." in _told(
        "The owner of the tanker said it had paid nothing."
    )


def test_a_tanker_is_no_company():
    told = _told(
        "The seizure of the tanker Kirsna is piracy, Denis Korzhavin said. It sailed in ballast, the shipping "
        "company's representative said. According to the company, there are 24 seafarers on board."
    )
    assert any("24 seafarers, according to the shipping company" in line for line in told)


def test_a_regional_government_is_not_the_one_in_the_capital():
    told = _told(
        "Troops came from territory controlled by the Kiev regime. Twelve hostages remain there, TASS reported, citing "
        "the regional government."
    )
    assert "Twelve hostages remain there, according to the regional government, cited by Tass." in told


def test_who_stands_behind_the_quotation_says_it_and_not_who_walks_in_it():
    told = _told("“They walked out, some of them with no shoes,” said one of the officials, who was present.")
    assert told == ["“one of the officials” said: “They walked out, some of them with no shoes”."]


def test_no_one_is_counted_as_no_one():
    articles = (make_article(text) for text in ("Five people were killed on Monday.", "“No one died,” Bo Aas said."))
    [record] = rashomon.compare(*articles, settings=Settings(one_story=True))
    parted = [d for line in record.lines for d in line.differences if d.slot == "amount"]
    assert {value.value for d in parted for value in d.values} == {"Five people", "No one"}
