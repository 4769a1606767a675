"""What each account calls somebody and a deed, in its own voice and in quotation marks."""

import json

import pytest

import rashomon
from rashomon.model import Account, Place, Published, Record, Span, StoryEntity, make_article
from rashomon.renderers.record_json import record_line
from rashomon.renderers.views import record_view
from rashomon.renderers.wording import entity_labels, in_words
from tests.conftest import TEHRAN
from tests.story_builder import Teller, day, record_of

TEXT = (
    'The rebels came. "The thugs came," said Vik; the rebels "heroes" of hers, they said. Rebels left with their own.'
)
LABELS = ["The rebels", "The thugs", "the rebels", "heroes", "they", "Rebels", "their own"]


def _entity() -> tuple[StoryEntity, dict[str, Account]]:
    article = make_article(TEXT, id="a")
    places, at = [], 0
    for label in LABELS:
        at = TEXT.index(label, at)
        places.append(Place("a", at, at + len(label)))
    said = Span(TEXT.index("The thugs"), TEXT.index(',"'))
    known = Published(day("2019-03-04"), day("2019-03-04"), ("given",))
    account = Account("A", "A", article, known, (), (), (said,))
    return StoryEntity("e", "rebels", "group", tuple(places)), {"a": account}


def test_labels_stand_by_voice_the_most_frequent_first_and_pronouns_aside():
    labels = entity_labels(*_entity())
    told = [(x.words, x.voice, len(x.places)) for x in labels]
    assert told == [
        ("the rebels", "own", 2),
        ("Rebels", "own", 1),
        ("their own", "own", 1),
        ("the thugs", "quoted", 1),
        ("heroes", "quoted", 1),
    ]


def test_every_label_stands_where_it_says():
    for label in entity_labels(*_entity()):
        assert all(span.of(TEXT).lower() == label.words.lower() for span in label.places)


def test_what_is_only_quoted_is_shown_in_quotation_marks():
    assert in_words(entity_labels(*_entity())) == "the rebels ×2, Rebels, their own, “the thugs”, “heroes”"


@pytest.fixture(scope="module")
def demo() -> Record:
    [record] = rashomon.compare(TEHRAN)
    return record


def test_the_record_has_the_words_of_each_account_with_their_places(demo):
    row = json.loads(record_line(demo))
    texts = {a.article.id: a.article.text for a in demo.accounts}
    labels = [x for part in (*row["entities"], *row["lines"]) for x in part.get("wording", ())]
    assert {x["voice"] for x in labels} == {"own", "quoted"}
    for x in labels:
        assert all(" ".join(texts[x["article"]][s:e].split()).lower() == x["words"].lower() for s, e in x["places"])


def test_the_report_sets_the_words_for_one_deed_side_by_side(demo):
    [left] = [v for v in record_view(demo).lines if "walked away" in v.line.summary]
    told = dict(left.called)
    assert "withdrawal" in told["A"]
    assert "abandonment" in told["B"]


def _citing(name, outlet, *others):
    teller = Teller(name, outlet)
    for n, other in enumerate(others or ("",)):
        teller.event("Anna Berg", "met", "Omar Said", "2019-03-04", via=other, tail=f" in hall {name}{n}")
    return teller.reading()


@pytest.mark.parametrize(
    ("cites", "circular"),
    [
        ({"a": "Herald", "b": "Valley Post"}, {"a", "b"}),
        ({"a": "Herald", "b": ""}, set()),
        ({"a": "Herald", "b": "Island Times", "c": "Valley Post"}, {"a", "b", "c"}),
        ({"a": "Valley Post", "b": ""}, set()),
        ({"a": "Nordwire", "b": "Nordwire"}, set()),
    ],
    ids=["two cite each other", "one cites the other", "three in a ring", "itself", "both cite a third"],
)
def test_accounts_that_have_it_from_one_another_are_flagged(cites, circular):
    outlets = dict(zip("abc", ("Valley Post", "Herald", "Island Times"), strict=True))
    record = record_of(*(_citing(name, outlets[name], *filter(None, [other])) for name, other in cites.items()))
    [line] = record.lines
    assert set(line.circular) == circular
    row = json.loads(record_line(record))["lines"][0]
    assert set(row.get("circular", ())) == circular
    labels = {a.label for a in record.accounts if a.article.id in circular}
    assert all(label in record_view(record).lines[0].circular for label in labels)
    if circular:
        assert line.independent == 1
