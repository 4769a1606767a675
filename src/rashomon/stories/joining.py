"""Words for happenings in a story's articles -> which of them are for one happening."""

import json
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np

from rashomon.errors import BrokenPromise
from rashomon.model import Reading, Span, StoryEntity, Syntax
from rashomon.stories.company import COMPANY, company
from rashomon.stories.happenings import Happening
from rashomon.stories.likeness import likeness
from rashomon.stories.linkage import linked
from rashomon.stories.scenes import scenes, whose
from rashomon.stories.terms import terms, vectors
from rashomon.stories.traits import NAMES, Stage

JUDGES = Path(__file__).parent / "weights" / "joining.json"
Place = tuple[str, Span]
"""An article's id and the span of a word for a happening in it."""
Likely = Mapping[tuple[Place, Place], float]
"""How likely two words of two articles are for one happening, 0 to 1."""
_DOUBT = 0.02  # below it the first judge holds a pair for out of the question


def joined(
    readings: Sequence[Reading], found: Mapping[str, Sequence[Happening]], entities: Sequence[StoryEntity]
) -> dict[Place, str]:
    """Readings of one story, words for happenings by article, and the story's entities -> a name of what each is for.

    The name is a lemma, with a number where one lemma is for several happenings. Readings without a parse go by their
    lemmas alone.
    """
    stage = staged(readings, found, entities)
    names = {(name, one.span): one.lemma for name, ones in found.items() for one in ones}
    alike = _alike(stage)
    used: dict[str, int] = {}
    for members in linked(len(stage.scenes), alike, judges()["threshold"]):
        lemma = _commonest([stage.scenes[i].lemma for i in members])
        used[lemma] = used.get(lemma, 0) + 1
        name = lemma if used[lemma] == 1 else f"{lemma}/{used[lemma]}"
        names |= {(stage.scenes[i].article, stage.scenes[i].span): name for i in members}
    return names


def likely_one(
    readings: Sequence[Reading], found: Mapping[str, Sequence[Happening]], entities: Sequence[StoryEntity]
) -> Likely:
    """Readings of one story, words for happenings by article, and the story's entities -> pairs of two articles' words.

    Pairs that are out of the question are left out.
    """
    stage = staged(readings, found, entities)
    places = [(scene.article, scene.span) for scene in stage.scenes]
    return {(places[a], places[b]): likely for (a, b), likely in _alike(stage).items() if places[a][0] != places[b][0]}


def _alike(stage: Stage) -> dict[tuple[int, int], float]:
    """Stage -> pairs of its scenes by number, with how likely they are one.

    One trained judge looks at each pair by itself, a second one also at what the first thinks of the pair's neighbours;
    what counts is the mean of both.
    """
    if not stage.scenes:
        return {}
    first, second = judges()["judges"]
    pairs = stage.pairs()
    traits = stage.traits(pairs)
    likely = judged(first, traits)
    pairs, traits = second_look(len(stage.scenes), pairs, traits, likely)
    sure = agreed(likely, judged(second, traits))
    return {(int(a), int(b)): float(p) for (a, b), p in zip(pairs, sure, strict=True)}


def second_look(size: int, pairs: Any, traits: Any, likely: Any) -> tuple[Any, Any]:
    """Number of scenes, pairs, their traits and what the first judge says -> pairs and traits for the second.

    Pairs that the first one holds for out of the question are left out.
    """
    kept = likely >= _DOUBT
    beside = company(size, pairs[kept], likely[kept])
    return pairs[kept], np.concatenate([traits[kept], beside], axis=1)


def agreed(likely: Any, sure: Any) -> Any:
    """What the first judge says of all pairs, and the second of those that it saw -> of these, the mean of both."""
    return (likely[likely >= _DOUBT] + sure) / 2


def _commonest(words: Sequence[str]) -> str:
    return max(sorted(set(words)), key=words.count)


def staged(
    readings: Sequence[Reading], found: Mapping[str, Sequence[Happening]], entities: Sequence[StoryEntity]
) -> Stage:
    """Readings of one story, words for happenings by article, and the story's entities -> all that is told of them."""
    ordered = sorted((r for r in readings if r.of(Syntax)), key=lambda reading: reading.article.id)
    who = whose(entities, ordered)
    told = [scene for r in ordered for scene in scenes(r, found.get(r.article.id, ()), who)]
    alike = likeness(vectors([terms(reading.text) for reading in ordered]))
    return Stage(told, alike, [reading.article.id for reading in ordered])


@cache
def judges() -> dict[str, Any]:
    """-> the two trained judges, trees over traits, and the threshold at which two groups are one (CARD.md there)."""
    said: dict[str, Any] = json.loads(JUDGES.read_text(encoding="utf-8"))
    if said["traits"] != [*NAMES, *COMPANY]:
        raise BrokenPromise(f"{JUDGES.name} was trained on other traits: run training/happenings.py again")
    return said


def judged(judge: Mapping[str, Any], traits: Any) -> Any:
    """A judge and [pairs, traits] -> how likely each pair is one happening, by the sum of its trees."""
    columns = np.ascontiguousarray(traits.T, dtype=float)
    score = np.full(len(traits), judge["start"])
    for tree in judge["trees"]:
        score += fallen(tree, columns)
    return np.round(1 / (1 + np.exp(-score)), 6)


def fallen(tree: Mapping[str, Any], columns: Any, node: int = 0) -> Any:
    """A tree, [traits, pairs] and the number of a node -> the value of the leaf that each pair falls into from there.

    A node is a trait's number (-1 for a leaf), the most it may be to go left, where left and right lead, and a value.
    """
    if (trait := tree["trait"][node]) < 0:
        return tree["value"][node]
    left, right = (fallen(tree, columns, tree[side][node]) for side in ("left", "right"))
    return np.where(columns[trait] <= tree["most"][node], left, right)
