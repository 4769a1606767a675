"""What only looks as if accounts told it against one another: two persons, two spans, a wish, the No. of a number."""

import datetime as dt

import pytest

import rashomon
from rashomon.model import Claim, make_article
from rashomon.settings import Settings

DAY = dt.date(2018, 5, 16)


def _conflicts(*texts: str) -> list[str]:
    articles = [make_article(text, id=str(n), outlet=f"Paper {n}", published=DAY) for n, text in enumerate(texts)]
    [record] = rashomon.compare(*articles, settings=Settings(one_story=True))
    return [d.slot for line in record.lines for d in line.differences if d.conflict]


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("The No. 2 union remains out on strike in Larvik.", "The union remains out on strike in Larvik."),
        (  # two persons, one of whom finished with something and one finished it
            "Anna Berg ended with 12 medals and six records.",
            "Leo Marsh ended the season with 12 medals and four records.",
        ),
        (
            "It was the second away victory of the season for Larvik, who beat Moss on Monday.",
            "It was the fourth away victory of Berg's career for Larvik, who beat Moss on Monday.",
        ),
        ("Berg would like to sign the treaty by Christmas.", "Berg will not sign the treaty."),
        (  # two quakes
            "A strong quake hit the town of Larvik in February, killing hundreds of people.",
            "The city of Sandnes was razed in a quake that killed tens of thousands of people.",
        ),
        (  # the first count, and a later one
            "A bomb killed at least three people in Larvik and injured others, police said.",
            "A bomb killed at least 10 people in Larvik and injured dozens, police said.",
        ),
        (  # in all, and as one thing
            "Omar Vik spent 11 years at the Larvik hospital.",
            "Omar Vik spent four years as a surgeon of the hospital.",
        ),
        (
            "Omar Vik worked for six years as a night nurse in Larvik.",
            "Omar Vik worked for nine years as a surgeon in Larvik.",
        ),
        (
            "Leo Marsh feeds the seals of Larvik twice a week.",
            "Leo Marsh feeds the seals of Larvik three times a week.",
        ),
        (  # his and hers
            "Anna Berg won the Larvik vote on Monday, earning her a second win in the Liberal contest.",
            "Leo Marsh won the Moss vote on Monday, his first win in the Liberal contest.",
        ),
        (
            "Berg said the voice behind the letters in The Post was not one man, but probably a group of people.",
            "Berg said the voice behind the letters in The Post was probably a group of several people.",
        ),
        (  # the day of another game
            "Larvik will play the winner of Friday's second semifinal between Moss and Sandnes.",
            "In Saturday's semifinals, Larvik will play Sandnes, which defeated Moss on Friday.",
        ),
        (  # each poll has its own
            "The poll put Berg at 42 percent, with a margin of error of four percentage points.",
            "The survey put Berg at 42 percent, with a margin of error of plus or minus 5.7 percentage points.",
        ),
        (
            "The margin of sampling error among that group was plus or minus four percentage points.",
            "The margin of error is plus or minus 5.7 percentage points.",
        ),
        (  # two verdicts
            "Leo Berg was jailed after he was convicted of fraud. Born in Larvik, Berg was convicted of arson in 1959.",
            "In 1997, Leo Berg was finally convicted of fraud.",
        ),
    ],
)
def test_what_both_can_be_so_is_no_conflict(one, two):
    assert not _conflicts(one, two)


def test_a_day_counted_back_from_two_days_is_one():
    told = "Anna Berg returned to her home town in Norway {} after four years in Cardiff."

    def parted(ago: str, *days: int) -> list[str]:
        articles = [
            make_article(told.format(ago), id=str(n), outlet=f"Paper {n}", published=dt.date(2018, 5, day))
            for n, day in enumerate(days)
        ]
        [record] = rashomon.compare(*articles, settings=Settings(one_story=True))
        return [d.slot for line in record.lines for d in line.differences if d.conflict]

    assert not parted("12 weeks ago", 13, 15)
    assert not parted("today", 15, 16)
    assert parted("today", 10, 16) == ["when"]


def test_a_number_of_carries_is_none_of_people():
    told = "Berg was taken to court in Larvik, where he {} on Monday."
    assert not _conflicts(told.format("ran 22 carries"), told.format("ran for nine carries"))


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("No union remains out on strike in Larvik.", "The union remains out on strike in Larvik."),
        ("Berg signed the treaty.", "Berg did not sign the treaty."),
        (
            "A bomb killed three people in Larvik and injured others, police said.",
            "A bomb killed at least 10 people in Larvik and injured dozens, police said.",
        ),
        ("Anna Berg married twice.", "Anna Berg was married three times and had no children."),
        ("Leo Marsh was fined twice in Larvik in May.", "Leo Marsh was fined four times in Larvik in May."),
    ],
)
def test_what_cannot_both_be_so_still_is(one, two):
    assert _conflicts(one, two)


@pytest.mark.parametrize(
    ("one", "two"),
    [
        (  # each outlet converts for its readers
            "The strike was the first test of its resolve since agreeing a 90-billion ($99-billion) loan in Larvik.",
            "The strike was the first test of its resolve since agreeing a 90 billion ($140 billion) loan in Larvik.",
        ),
        ("It seems likely that Berg will be signed by Larvik.", "Berg is not signed by Larvik."),
        ("Anna Berg held talks on her return to coach the team.", "Anna Berg will not coach the team."),
        ("Berg was released from hospital on Monday.", "Berg was remanded in custody on Monday."),
        ("Peru directed the talks with Chile.", "Peru mediated the talks with Chile."),
    ],
)
def test_what_is_converted_sought_or_still_to_come_is_no_conflict(one, two):
    assert not _conflicts(one, two)


def test_the_sentences_of_two_persons_and_another_sentence_are_no_conflict():
    one = "Leo Marsh ran the gang from behind bars while serving a 15-year sentence."
    two = "Anna Berg was caught in Larvik. Her only jail sentence was 60 days for gambling."
    assert not _conflicts(one, two)
    assert not _conflicts("The plea brought Anna Berg another three-year sentence.", two)


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("Anna Berg was released from prison on Monday.", "Anna Berg was remanded in custody on Monday."),
        (  # an error, and none of a poll
            "An error at the bank in Larvik cost the firm $4 million on Monday.",
            "An error at the bank in Larvik cost the firm $9 million on Monday.",
        ),
        ("Berg will be signed by Larvik.", "Berg will not be signed by Larvik."),
        (
            "Larvik voters in 2016 approved a levy to pay for the harbour.",
            "Last year, Larvik voters approved a levy measure that lets the city buy the harbour.",
        ),
    ],
)
def test_what_one_is_let_out_of_and_what_will_not_be_still_conflict(one, two):
    assert _conflicts(one, two)


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("Turnout in Larvik was 61 percent.", "Turnout in Sandnes was 58 percent."),
        ("Larvik's turnout was 61 percent.", "Turnout among women in Sandnes was 58 percent."),
        ("Green turnout was 61 percent.", "Liberal turnout was 58 percent."),
        ("Berg has the backing of 40 percent of owners.", "Her 34% backing among tenants is a record low."),
        ("Berg has the backing of 40 percent of owners.", "The backing of 34 percent of tenants is a record low."),
        ("Turnout was 61 percent in Larvik.", "Turnout in Larvik fell 5 percent."),
        ("Labour turnout in the Larvik vote was up 70 percent.",
         "In three precincts of Moss, where many voted in 2008, turnout was down 30 percent."),
        ("The poll's margin of error is 3 points.", "The survey had a margin of sampling error of 5.7 points."),
        ("A poll shows Moss leading Berg by 52 percent to 37 percent in Larvik.",
         "Moss was leading Berg by 44 percent to 40 percent in Sandnes, a survey found."),
        ("Moss said Berg is in favor of free trade.", 'Berg said: "I was against the war."'),
        ("Berg was against the treaty.", "Berg is in favour of the treaty."),
        ("Berg praised the law passed after the Sept. 11, 2001, terrorist attacks, Moss said.",
         "Berg praised the law passed after the Sept. 11 terrorist attacks, Moss said."),
    ],
)  # fmt: skip
def test_figures_of_two_votes_and_stands_on_two_matters_are_no_conflict(one, two):
    assert not _conflicts(one, two)


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("Turnout in Larvik was 61 percent.", "The turnout reached 58 percent in Larvik."),
        ("Voter turnout was 61 percent.", "Turnout was 58 percent."),
        ("Moss said Berg is in favor of the treaty.", "Berg is against the treaty."),
        ("Berg said he opposed the treaty.", "Berg supported the treaty."),
    ],
)
def test_figures_of_one_vote_and_stands_on_one_matter_still_conflict(one, two):
    assert _conflicts(one, two)


@pytest.mark.parametrize(
    ("one", "two"),
    [
        (
            "A change to the Harbour Act, which obliged ship owners to ask the coast guard, was published on Monday.",
            "Under the new regulations, ship owners are not obliged to ask the coast guard.",
        ),
        (
            "Previously, ship owners were obliged to ask the coast guard before sailing.",
            "The regulations do not oblige ship owners to ask the coast guard before sailing.",
        ),
        (
            "The law obliges ship owners to ask the coast guard before sailing.",
            "The new law does not oblige ship owners to ask the coast guard before sailing.",
        ),
    ],
)
def test_a_rule_and_what_it_is_changed_to_are_no_conflict(one, two):
    assert not _conflicts(one, two)


def test_what_one_rule_asks_for_still_is():
    told = "The new law {} ship owners to ask the coast guard before sailing."
    assert _conflicts(told.format("requires"), told.format("does not require"))
    told = "Norway {} inspectors into the Larvik plant on Monday."
    assert _conflicts(told.format("allowed"), told.format("did not allow"))


@pytest.mark.parametrize(
    ("one", "two"),
    [
        (
            "“I hope Acme mends the brakes within a week,” said Anna Berg of the drivers' club.",
            "Until Acme mends the brakes, drivers can bring their cars to the Larvik garage.",
        ),
        (
            "A woman told The Moss Times that the boy was carrying a knife for a friend when he was shot.",
            "The police files show that Anna Berg never said whether the boy was carrying a knife.",
        ),
        (
            "It could take a week before service on the Larvik line was restored, the firm said.",
            "Passengers would have to walk until service was restored.",
        ),
        (
            "Filming of the Larvik series is scheduled to begin in the coming months.",
            "The Larvik series is scheduled to air in May.",
        ),
    ],
)
def test_what_is_only_hoped_awaited_or_asked_or_of_another_deed_joins_no_account_of_it(one, two):
    assert not _joined(one, two)


def test_an_earlier_happening_is_not_the_one_that_another_account_tells():
    one = "Three cables off Larvik were cut on Monday. In March, five cables off Larvik were cut by a trawler."
    two = "Cables off Larvik were cut by a trawler, and phones fell silent."
    before = [c for line in _joined(one, two) for c in line if c.article == "0" and "March" in c.evidence[0].of(one)]
    assert before == []
    assert _joined("Cables off Larvik were cut by a trawler in March. The firm is in Moss.", two)


@pytest.mark.parametrize(
    ("one", "two", "part"),
    [
        ("Four trawlers sank off Larvik on Monday.", "Last year two trawlers sank off Larvik.", False),
        ("Police said six guards were shot in the raid on Friday.", "Three years ago, two guards were shot.", False),
        ("Four trawlers sank off Larvik on Monday.", "Two trawlers sank off Larvik on Monday.", True),
        ("Four trawlers sank off Larvik last year.", "Two trawlers sank off Larvik last year.", True),
    ],
)
def test_what_came_on_a_day_is_not_what_came_long_before(one, two, part):
    texts = (one, f"{two} The harbour is old.")
    articles = [make_article(text, id=str(n), outlet=f"Paper {n}") for n, text in enumerate(texts)]
    [record] = rashomon.compare(*articles, settings=Settings(one_story=True))
    assert any(d.conflict for line in record.lines for d in line.differences) is part


def test_what_two_need_for_one_end_is_not_one():
    one = "It takes 2,383 delegates to win the nomination. Moss needs 836 delegates to clinch the nomination."
    two = "A candidate needs 2,383 delegates to win the nomination."
    three = "Berg is 71 delegates short of the magic number of 2,383 needed to clinch the nomination."
    needs = [
        c for line in _joined(one, two, three) for c in line if "836" in c.evidence[0].of(one) and c.article == "0"
    ]
    assert needs == []
    votes = "Moss is to be kept from the 120 votes needed to win the Liberal contest outright."
    shares = "Berg will have nine tenths of the votes needed to win the contest."
    assert _joined(votes, shares) == []


def test_six_of_the_past_seven_are_not_seven_of_the_past_eight():
    six = "Berg has won six of the past seven matches in Larvik, to the joy of his fans."
    seven = "Berg has won seven of the past eight matches, including those in Larvik, to the joy of his fans."
    assert _joined(six, seven) == []
    assert _joined(six, "Berg won six matches in Larvik, to the joy of his fans.")


def _joined(*texts: str) -> list[tuple[Claim, ...]]:
    articles = [make_article(text, id=str(n), outlet=f"Paper {n}", published=DAY) for n, text in enumerate(texts)]
    [record] = rashomon.compare(*articles, settings=Settings(one_story=True))
    return [line.claims for line in record.lines if len({claim.article for claim in line.claims}) > 1]


@pytest.mark.parametrize(
    ("one", "two", "joined"),
    [
        ("Berg would be better, said 41 percent of farmers of Moss.", "Berg leads Moss among men, 49% to 41%.", False),
        ("The poll had Moss ahead of Berg by 3 percent.", "Moss wants taxes of 3 percent, unlike Berg.", False),
        ("Unemployment in Larvik rose to a rate of 4 percent.", "The rate of unemployment in Larvik is 4%.", True),
    ],
)
def test_of_what_a_percentage_is_and_not_who_is_named_beside_makes_two_one(one: str, two: str, *, joined: bool):
    assert any(claim.kind == "figure" for claims in _joined(one, two) for claim in claims) == joined


@pytest.mark.parametrize(
    ("one", "two", "conflict"),
    [
        ("The ferry left at 7.57am on Monday.", "The ferry left at 8.03am on Monday.", False),
        ("The ferry left at 8 a.m. on Monday.", "The ferry left at 7.45am on Monday.", False),
        ("The ferry left at 7:03 a.m. on Monday.", "The ferry left at 7:53 a.m. on Monday.", True),
        ("The ferry left at 8 a.m. on Monday.", "The ferry left at 9 a.m. on Monday.", True),
        ("The slide fell at 17:06 on Monday.", "The slide fell at 13:36 GMT on Monday.", False),
        ("The slide fell at 15:06 GMT on Monday.", "The slide fell at 13:36 GMT on Monday.", True),
        ("The slide fell in the afternoon on Monday.", "The slide fell at 09:36 GMT on Monday.", False),
    ],
)
def test_times_of_the_clock_are_held_by_their_minutes_and_within_their_zone(one: str, two: str, *, conflict: bool):
    assert _conflicts(one, two) == (["when"] if conflict else [])


@pytest.mark.parametrize(
    ("one", "two", "conflict"),
    [
        ("Vik was jailed for 3 1/2 years for theft.", "Vik was jailed for three years for theft.", False),
        ("Vik was jailed for 3 1/2 years for theft.", "Vik was jailed for 42 months for theft.", False),
        ("Vik was jailed for 3 1/2 years for theft.", "Vik was jailed for five years for theft.", True),
        (
            "Vik was sentenced to 3 1/2 years, with six months to serve.",
            "Vik was sentenced to 5 years, with six months to serve.",
            True,
        ),
        (
            "Vik was sentenced to 3 years, with six months to serve.",
            "Vik was sentenced to 5 years, with two months to serve.",
            False,
        ),
    ],
)
def test_lengths_are_held_with_their_halves_and_the_one_that_is_not_shared(one: str, two: str, *, conflict: bool):
    assert ("duration" in _conflicts(one, two)) == conflict
