"""Articles fall into stories, and their entities become the story's."""

import random

import pytest

from rashomon.model import Article, Entity, Reading, Span
from rashomon.stories.group import group, one_story
from rashomon.stories.linkage import linked
from rashomon.stories.terms import folded, is_common, terms
from rashomon.stories.weave import acting_for, weave

DAM = (
    "Two villages in the Karun valley were evacuated on Tuesday after the Marzan dam cracked.\n"
    "Engineers lowered the reservoir while soldiers carried families out of Sorkhab, governor Leila Daran said.\n"
    "The Marzan dam was built in 1974 and repaired twice."
)
DAM_AGAIN = (
    "Cracks in the Marzan dam forced families out of Sorkhab and a second village of the Karun valley.\n"
    "Governor Leila Daran said that engineers were lowering the reservoir of the Marzan dam."
)
RATES = (
    "The central bank of Norland raised its key rate to 4.5 per cent, the highest since 2008.\n"
    "Governor Per Halvorsen pointed at wages and rents; the krone rose against the euro."
)


def test_two_reports_of_one_happening_are_one_story_and_another_is_another():
    stories = group([Article("a", DAM), Article("b", DAM_AGAIN), Article("c", RATES)])
    assert sorted(story.articles for story in stories) == [("a", "b"), ("c",)]


def test_two_unrelated_articles_are_two_stories():
    assert len(group([Article("a", DAM), Article("c", RATES)])) == 2


def test_the_demos_articles_are_one_story(tehran):
    assert len(group(tehran)) == 1


def test_a_copy_joins_and_the_same_article_twice_is_one():
    stories = group([Article("a", DAM), Article("b", DAM + "\nVia the Valley Post"), Article("a", DAM)])
    assert [story.articles for story in stories] == [("a", "b")]


def test_the_order_of_articles_changes_nothing():
    articles = [Article(f"{n}{i}", text) for n, text in (("d", DAM), ("e", DAM_AGAIN), ("r", RATES)) for i in range(3)]
    expected = group(articles)
    for seed in range(5):
        random.Random(seed).shuffle(articles)  # noqa: S311 - no secret
        assert group(articles) == expected


def test_texts_without_words_are_stories_of_their_own():
    assert len(group([Article("a", "…"), Article("b", "!!"), Article("c", "")])) == 3


def test_a_user_may_say_that_it_is_one_story():
    assert one_story([Article("b", RATES), Article("a", DAM)]).articles == ("a", "b")


def test_average_linkage_keeps_a_chain_apart():
    chain = {(0, 1): 0.9, (1, 2): 0.2}
    assert linked(3, chain, 0.16) == [[0, 1], [2]]


def test_words_are_folded_and_common_ones_tell_nothing():
    assert (folded("Dam’s"), folded("Engineers"), folded("Press")) == ("dam", "engineer", "press")
    assert is_common("the")
    assert not is_common("reservoir")
    assert terms("Marzan dam")["marzan dam"] > 0


def _reading(article: str, *entities: Entity) -> Reading:
    return Reading(Article(article, "…")).adding((Entity,), entities)


def _entity(made: str, name: str, kind: str = "person", **more: object) -> Entity:
    return Entity(made, name, kind, (Span(0, 1),), **more)  # type: ignore[arg-type]


def _joined(*readings: Reading) -> list[set[tuple[str, str]]]:
    names = weave(readings).names
    return sorted(({local for local in names if names[local] == one} for one in set(names.values())), key=sorted)


def test_a_surname_finds_its_only_bearer():
    full = _reading("a", _entity("1", "Leila Daran", state="IRN"))
    assert _joined(full, _reading("b", _entity("1", "Daran", state="IRN"))) == [{("a", "1"), ("b", "1")}]


def test_middle_initials_and_numbers_of_namesakes_make_no_other_person():
    one, two = _reading("a", _entity("1", "Omid K. Daran III")), _reading("b", _entity("1", "Omid Daran"))
    assert _joined(one, two) == [{("a", "1"), ("b", "1")}]
    junior = _reading("c", _entity("1", "Omid Daran Jr."))
    assert len(_joined(one, junior)) == 2
    father = _reading("d", _entity("1", "Omid Daran"), _entity("2", "Daran Jr."))
    assert {("d", "1"), ("e", "1")} in _joined(father, _reading("e", _entity("1", "Daran")))


def test_a_middle_name_makes_no_other_person_where_only_one_has_it():
    short, long = _reading("a", _entity("1", "Leila Daran")), _reading("b", _entity("1", "Leila Moradi Daran"))
    assert len(_joined(short, long)) == 1
    other = _reading("c", _entity("1", "Leila Tavassoli Daran"))
    assert len(_joined(short, long, other)) == 3


def test_a_first_name_in_brief_makes_no_other_person():
    one, two = _reading("a", _entity("1", "Robert W. Daran")), _reading("b", _entity("1", "Bob Daran"))
    assert len(_joined(one, two)) == 1


def test_an_office_without_a_name_is_that_of_the_only_one_named_in_it():
    role = "former director of the Valley Bureau"
    named = _reading("a", _entity("1", "Leila Daran", roles=(role,)))
    office = _entity("1", "former Bureau director", "unnamed", roles=(role,))
    assert len(_joined(named, _reading("b", office))) == 1
    unexplained = _entity("2", "Daran")
    assert len(_joined(named, _reading("b", office, unexplained))) == 1
    explained = _entity("2", "Omid Rahmani", roles=(role,))
    assert len(_joined(named, _reading("b", office, explained))) == 3
    one_of_them = _entity("1", "a Bureau director", "unnamed", roles=(role,))
    assert len(_joined(named, _reading("b", one_of_them))) == 2


def test_a_government_is_one_by_its_state_and_by_its_seat():
    seat = _reading("a", _entity("1", "government of Russia", "organization", state="RUS"))
    named = _reading("b", _entity("1", "Russian government", "organization", state="RUS"))
    other = _reading("c", _entity("1", "Obama administration", "organization", state="USA"))
    assert sorted(map(len, _joined(seat, named, other))) == [1, 2]


def test_a_state_that_one_account_knows_as_a_place_is_the_state():
    place = _reading("a", _entity("1", "Peru", "place", code="PER", state="PER"))
    woven = weave([place, _reading("b", _entity("1", "Peru", "state", code="PER", state="PER"))])
    assert [entity.kind for entity in woven.entities] == ["state"]


NAMED = [
    ({"Sam's Club": "organization"}, {"Sam's Club": "person"}, 1),
    ({"Toulouse": "person"}, {"Toulouse": "person"}, 1),
    ({"Toulouse": "place"}, {"Omid Toulouse": "person"}, 2),
    ({"Singh": "person"}, {"Singh": "person", "Ravi Singh": "person", "Manpreet Singh": "person"}, 4),
    ({"Bank of Aker": "place"}, {"Bank of Aker Corporation": "organization"}, 1),
    ({"Aker": "place"}, {"Aker Corporation": "organization"}, 2),
    ({"U.S. Department of Labor": "organization"}, {"US Labor Department": "organization"}, 1),
    ({"US Air Force": "organization"}, {"Royal Air Force": "organization"}, 2),
    ({"North Korean Army": "organization"}, {"South Korean Army": "organization"}, 2),
    ({"HCMC": "organization"}, {"Hennepin County Medical Center": "organization"}, 1),
    ({"WH": "organization"}, {"White House": "organization"}, 2),
    ({"US Coast Guard": "organization"}, {"Coast Guard": "organization"}, 1),
    ({"US Navy": "organization"}, {"Navy": "organization"}, 2),
    ({"Rapper Omid Daran": "person"}, {"Omid Daran": "person"}, 1),
    ({"Leila Daran Rahmani": "person", "Mina Daran Rahmani": "person"}, {"Daran Rahmani": "person"}, 3),
    ({"Leila Daran": "place", "Daran": "person"}, {"Leila Daran": "person"}, 1),
    ({"Leila Daran": "place", "Mina Daran": "place", "Daran": "person"}, {"Mina Daran": "person"}, 2),
]


@pytest.mark.parametrize(("first", "second", "entities"), NAMED)
def test_names_in_other_forms_or_taken_for_another_kind_are_one(first, second, entities):
    accounts = [
        _reading(article, *(_entity(str(n), name, kind, names=(name,)) for n, (name, kind) in enumerate(told.items())))
        for article, told in (("a", first), ("b", second))
    ]
    assert len(_joined(*accounts)) == entities


def test_a_kind_is_what_most_mentions_were_taken_for():
    often = Entity("1", "Sam's Club", "organization", (Span(0, 1), Span(2, 3)), names=("Sam's Club",))
    woven = weave([_reading("a", _entity("1", "Sam's Club", names=("Sam's Club",))), _reading("b", often)])
    assert [entity.kind for entity in woven.entities] == ["organization"]


def test_a_government_acts_for_its_state_and_a_ministry_does_not():
    named = {"Peruvian government": "PERGOV", "Peruvian Ministry of Labor": "PERGOV", "Chilean government": "CHLGOV"}
    bodies = [_entity(str(n), name, "organization", code=code) for n, (name, code) in enumerate(named.items())]
    entities = weave([_reading("a", _entity("9", "Peru", "state", code="PER", state="PER"), *bodies)]).entities
    ids = {entity.name: entity.id for entity in entities}
    assert acting_for(entities) == {ids["Peruvian government"]: ids["Peru"]}


def test_a_surname_with_two_bearers_stays_open():
    full = _reading("a", _entity("1", "Leila Daran"), _entity("2", "Omid Daran"))
    assert len(_joined(full, _reading("b", _entity("1", "Daran")))) == 3


def test_one_account_that_misreads_a_state_splits_nobody():
    states = [("a", "GBR"), ("b", "USA"), ("c", "USA")]
    woven = weave([_reading(name, _entity("1", "Kim Lee", state=state)) for name, state in states])
    assert len(woven.entities) == 1


def test_one_name_of_two_states_is_two_people():
    one = _reading("a", _entity("1", "Kim Lee", state="KOR"))
    assert len(_joined(one, _reading("b", _entity("1", "Kim Lee", state="USA")))) == 2


def test_a_hyphen_or_one_letter_makes_no_other_person():
    one = _reading("a", _entity("1", "Kang Dae-jung", state="KOR"), _entity("2", "Nadia Rahmani", state="IRN"))
    two = _reading("b", _entity("1", "Kang Dae Jung", state="KOR"), _entity("2", "Nadia Rahmany", state="IRN"))
    assert len(_joined(one, two)) == 2


def test_states_join_by_code_and_bodies_by_name():
    one = _reading("a", _entity("1", "Persia", "state", code="IRN"), _entity("2", "The Valley Post", "outlet"))
    two = _reading("b", _entity("1", "Iran", "state", code="IRN"), _entity("2", "Valley Post", "organization"))
    assert len(_joined(one, two)) == 2


def test_unnamed_sources_of_two_articles_are_two():
    one = _reading("a", _entity("1", "a diplomat", "unnamed"))
    assert len(_joined(one, _reading("b", _entity("1", "a diplomat", "unnamed")))) == 2


def test_entities_of_a_story_do_not_hang_on_order():
    one = _reading("a", _entity("1", "Leila Daran"), _entity("2", "Oslo", "place"))
    two = _reading("b", _entity("1", "Daran"), _entity("2", "Oslo", "place"))
    assert weave([one, two]) == weave([two, one])
