"""What is measured: corpus, command, scorer, and which of its figures stand in the table."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from articles import article_of, of_sentences_read, undated, with_events
from conventions import Convention, followed, meantime, newswcl50

OWN = Path(__file__).parent
TABLE = "newswcl50/comparison_gold_7.json"
JUDGED = OWN / "quotations" / "newswcl50_dev.json"

# Paths in the folder of the corpora; our own texts are in the repository, and their paths are whole ones.
CORPORA = {
    "polnear": "polnear/dev.jsonl.gz",
    "polnear-train": "polnear/train.jsonl.gz",
    "timebank": "timebank/train.jsonl.gz",
    "ecbplus-train": "ecbplus/train.jsonl.gz",
    "plover": "plover/gsr_dev.jsonl",
    "ecbplus": "ecbplus/dev.jsonl.gz",
    "newswcl50": "newswcl50/dev.jsonl.gz",
    "meantime": "meantime/dev.jsonl.gz",
    "undated": str(OWN / "undated" / "dev.jsonl"),
    "undated-heldout": str(OWN / "undated" / "heldout.jsonl"),
    "undated-plain": str(OWN / "undated" / "plain_dev.jsonl"),
    "undated-oblique": str(OWN / "undated" / "oblique_dev.jsonl"),
    "undated-plain-heldout": str(OWN / "undated" / "plain_heldout.jsonl"),
    "undated-background": str(OWN / "undated" / "background_dev.jsonl"),
    "undated-background-heldout": str(OWN / "undated" / "background_heldout.jsonl"),
    "undated-memory": str(OWN / "undated" / "memory_dev.jsonl"),
    "undated-leads": str(OWN / "undated" / "leads_dev.jsonl"),
    "undated-wire": str(OWN / "undated" / "wire_dev.jsonl"),
    "undated-wire-heldout": str(OWN / "undated" / "wire_heldout.jsonl"),
    "undated-press": str(OWN / "undated" / "press_dev.jsonl"),
    "undated-press2": str(OWN / "undated" / "press2_dev.jsonl"),
    "undated-press3": str(OWN / "undated" / "press3_dev.jsonl"),
    "undated-press4": str(OWN / "undated" / "press4_dev.jsonl"),
    "undated-press4-heldout": str(OWN / "undated" / "press4_heldout.jsonl"),
    "undated-press5": str(OWN / "undated" / "press5_dev.jsonl"),
    "undated-press5-heldout": str(OWN / "undated" / "press5_heldout.jsonl"),
    "undated-press6": str(OWN / "undated" / "press6_dev.jsonl"),
    "undated-press6-heldout": str(OWN / "undated" / "press6_heldout.jsonl"),
    "contrasts": str(OWN / "contrasts" / "dev.jsonl"),
    "contrasts-heldout": str(OWN / "contrasts" / "heldout.jsonl"),
    "wires": str(OWN / "contrasts" / "wires_dev.jsonl"),
    "wires-heldout": str(OWN / "contrasts" / "wires_heldout.jsonl"),
    "overcoding": str(OWN / "overcoding" / "dev.jsonl"),
    "overcoding-heldout": str(OWN / "overcoding" / "heldout.jsonl"),
}


@dataclass(frozen=True)
class Measure:
    """One row of measures: our command and the scorer's, with {input}, {gold}, {data} and {output} in their places.

    Our command is one of rashomon's, or a script of this folder where its first word ends in ".py".
    """

    name: str
    corpora: tuple[str, ...]
    command: tuple[str, ...]
    scorer: tuple[str, ...]
    figures: dict[str, str]
    files: tuple[str, ...] = ()  # what else the scorer needs, in the folder of the corpora
    gold: Callable[[dict[str, Any]], dict[str, Any]] = dict  # what of a corpus row is held against the output
    convention: Convention | None = None  # what the corpus annotates, of the mentions that the command wrote
    reach: Callable[[list[dict[str, Any]], list[dict[str, Any]]], list[dict[str, Any]]] | None = None
    """How far a corpus was read: rows of mentions and corpus rows -> the mentions that are scored."""
    stated: bool = False  # of the attributions only those that a record may print are scored
    article: Callable[[dict[str, Any]], dict[str, Any]] = article_of  # what of a corpus row is given to the command
    reserved: bool = False  # kept for a release: runs only where --only names it
    every: int = 1  # 5: every fifth row of the corpora, from the first on
    documents: frozenset[str] = frozenset()  # ids: of the corpora only these; all where none is named
    falling: bool = False  # less is better: what is pinned is a ceiling


DATES = ("dates", "{input}", "--jsonl", "{output}")
READ = ("read", "{input}", "--jsonl", "{output}")
GROUP = ("group", "{input}", "--jsonl", "{output}")
WEAVE = ("compare", "{input}", "--json", "", "--html", "", "--mentions", "{output}")
RECORDS = ("compare", "{input}", "--json", "{output}", "--html", "")
RECORD = "{output}.record"
WEAVE_WITH_RECORD = ("compare", "{input}", "--json", RECORD, "--html", "", "--mentions", "{output}")
STORIES = ("score_coref.py", "stories", "--gold", "{gold}", "--pred", "{output}", "--json")


def _mentions(kinds: str, scope: str, sentences: str = "eval", match: str = "head") -> tuple[str, ...]:
    return (
        "score_coref.py", "mentions", "--gold", "{gold}", "--pred", "{output}", "--kinds", kinds,
        "--scope", scope, "--match", match, "--sentences", sentences, "--json",
    )  # fmt: skip


def _given(name: str, corpus: str, kinds: str, scope: str, convention: str = "") -> Measure:
    """Gold mentions given, our clusters of them."""
    command = ("given_entities.py", "{input}", "{gold}", kinds, convention, "{output}")
    scorer = _mentions(kinds, scope, "all", "exact")
    return Measure(name, (corpus,), command, scorer, {"CoNLL F1": "conll_f1", "B3 F1": "b3.2"})


DATED = {
    "dated": "dated",
    "sound": "sound",
    "right to half a year": "right to half a year",
}
PROVABLE = DATED | {
    "week or narrower": "week or narrower",
    "as narrow as can be proved": "as narrow as can be proved",
    "cannot tell": "cannot tell",
}


def _dates(name: str, corpus: str, figures: dict[str, str], *, reserved: bool = False, every: int = 1) -> Measure:
    scorer = ("score_dates.py", "{gold}", "{output}", "--json")
    return Measure(name, (corpus,), READ, scorer, figures, article=undated, reserved=reserved, every=every)


TOLD = {
    "fact recall": "recall",
    "stance accuracy": "stance accuracy",
    "stances right": "stances right",
    "stance macro-F1": "stance macro-F1",
    "verdict accuracy": "verdict accuracy",
    "conflicts found": "conflicts found",
    "shared lines without false conflict": "shared lines without false conflict",
}


def _comparison(name: str, table: str, corpus: str = "newswcl50", files: tuple[str, ...] = ()) -> Measure:
    """Stories of a corpus held against tables made by hand: their path, in the folder of the corpora or a whole one."""
    scorer = ("score_comparison.py", "--gold", str(Path("{data}") / table), "--pred", "{output}", "--json")
    return Measure(name, (corpus,), RECORDS, scorer, TOLD, files=files)


def _story(name: str, table: Path, *, reserved: bool = False) -> Measure:
    """One story of PolNeAR train, compared for itself, held against its table."""
    documents = frozenset(json.loads(table.read_text(encoding="utf-8"))["documents"].values())
    scorer = ("score_comparison.py", "--gold", str(table), "--pred", "{output}", "--json")
    command = (*RECORDS, "--one-story")
    return Measure(name, ("polnear-train",), command, scorer, TOLD, reserved=reserved, documents=documents)


def _invented(name: str, corpus: str, *, reserved: bool = False) -> Measure:
    """Stories of our own, each compared for itself, held against their tables; all facts pooled."""
    command = ("invented_records.py", "{input}", "{output}")
    scorer = ("score_comparison.py", "--gold", "{gold}", "--pred", "{output}", "--json")
    return Measure(name, (corpus,), command, scorer, TOLD, article=dict, reserved=reserved)


def _joins(name: str, corpora: tuple[str, ...], lines: Path, *, reserved: bool = False) -> Measure:
    """Lines of several accounts that were read and judged, with all articles of their stories."""
    documents = frozenset(json.loads(lines.read_text(encoding="utf-8"))["documents"])
    scorer = ("score_joins.py", "--gold", str(lines), "--pred", "{output}", "--json")
    figures = {name: name for name in ("right joins", "right sure", "kept", "sure")}
    return Measure(name, corpora, RECORDS, scorer, figures, reserved=reserved, documents=documents)


def _overcoding(name: str, *, reserved: bool = False) -> Measure:
    scorer = ("score_overcoding.py", "{gold}", "{output}", "--json")
    return Measure(
        name,
        (name,),
        READ,
        scorer,
        {"false events in 50 sentences": "per 50 sentences"},
        reserved=reserved,
        falling=True,
    )


MEASURES = (
    Measure(
        "attribution",
        ("polnear",),
        READ,
        ("score_attribution.py", "{gold}", "{output}", "--json"),
        {
            "attributed F1": "attributions.all.attributed.f1",
            "attributed precision": "attributions.all.attributed.p",
            "relaxed F1": "attributions.all.relaxed.f1",
            "strict F1": "attributions.all.strict.f1",
            "quoted attributed F1": "attributions.quoted.attributed.f1",
            "indirect relaxed F1": "attributions.indirect.relaxed.f1",
            "source accuracy": "attributions.all.source.accuracy",
            "content tokens F1": "tokens.content.f1",
            "source tokens F1": "tokens.source.f1",
            "cue tokens F1": "tokens.cue.f1",
        },
    ),
    Measure(
        "stated",
        ("polnear",),
        READ,
        ("score_attribution.py", "{gold}", "{output}", "--json"),
        {
            "attributed F1": "attributions.all.attributed.f1",
            "attributed precision": "attributions.all.attributed.p",
            "source accuracy": "attributions.all.source.accuracy",
        },
        stated=True,
    ),
    Measure(
        "time",
        ("timebank",),
        READ,
        ("score_time.py", "{gold}", "{output}", "--json"),
        {
            "relaxed F1": "relaxed.f1",
            "strict F1": "strict.f1",
            "type F1": "type.f1",
            "value F1": "value.f1",
        },
    ),
    Measure(
        "time-alone", ("timebank",), DATES, ("score_time.py", "{gold}", "{output}", "--json"), {"value F1": "value.f1"}
    ),
    Measure(
        "events",
        ("plover",),
        READ,
        ("score_events.py", "{gold}", "{output}", "--json"),
        {
            "type F1": "metrics.type.f1",
            "type precision": "metrics.type.precision",
            "type+dyad/3 F1": "metrics.type+dyad/3.f1",
            "type+mode F1": "metrics.type+mode.f1",
        },
    ),
    Measure("stories-ecb", ("ecbplus",), GROUP, STORIES, {"B3 F1": "b3.2"}),
    Measure("stories-wcl", ("newswcl50",), GROUP, STORIES, {"B3 F1": "b3.2"}),
    Measure("stories-mix", ("ecbplus", "newswcl50"), GROUP, STORIES, {"B3 F1": "b3.2", "pairwise F1": "pairwise.2"}),
    Measure(
        "entities-wcl",
        ("newswcl50",),
        WEAVE_WITH_RECORD,
        _mentions("entity", "subtopic", "all"),
        {"CoNLL F1, predicted": "conll_f1", "mention F1": "mention.2"},
        convention=newswcl50,
    ),
    Measure(
        "entities-mt",
        ("meantime",),
        WEAVE_WITH_RECORD,
        _mentions("entity,loc", "topic"),
        {"CoNLL F1, predicted": "conll_f1", "mention F1": "mention.2"},
        convention=meantime,
    ),
    Measure(
        "entities-mt-read",
        ("meantime",),
        WEAVE_WITH_RECORD,
        _mentions("entity,loc", "topic"),
        {"CoNLL F1, predicted": "conll_f1", "mention F1": "mention.2"},
        gold=of_sentences_read,
        convention=meantime,
    ),
    Measure(
        "entities-mt-followed",
        ("meantime",),
        WEAVE_WITH_RECORD,
        _mentions("entity,loc", "topic", "all"),
        {"CoNLL F1, predicted": "conll_f1", "mention F1": "mention.2"},
        convention=meantime,
        reach=followed,
    ),
    _given("entities-wcl-gold", "newswcl50", "entity", "subtopic", "newswcl50"),
    _given("entities-mt-gold", "meantime", "entity,loc", "topic"),
    Measure(
        "events-ecb",
        ("ecbplus",),
        WEAVE,
        _mentions("event", "corpus"),
        {"CoNLL F1, predicted": "conll_f1", "mention F1": "mention.2"},
    ),
    Measure(
        "events-ecb-gold",
        ("ecbplus",),
        ("given_events.py", "{input}", "{output}"),
        _mentions("event", "corpus", match="exact"),
        {"CoNLL F1, gold mentions": "conll_f1", "MUC F1": "muc.2", "B3 F1": "b3.2", "CEAF-e F1": "ceafe.2"},
        article=with_events,
    ),
    _given("participants-ecb-gold", "ecbplus", "participants", "corpus"),
    Measure(
        "participants-ecb",
        ("ecbplus",),
        WEAVE,
        _mentions("participants", "corpus"),
        {"CoNLL F1, predicted": "conll_f1", "mention F1": "mention.2"},
    ),
    _comparison("comparison", TABLE, files=(TABLE,)),
    _comparison("comparison-visit", str(OWN / "comparison" / "newswcl50_5.json")),
    _comparison("comparison-caravan", str(OWN / "comparison" / "newswcl50_6.json")),
    _comparison("comparison-memos", str(OWN / "comparison" / "newswcl50_1.json")),
    _comparison("comparison-lawsuit", str(OWN / "comparison" / "newswcl50_3.json")),
    _comparison("comparison-reports", str(OWN / "comparison" / "ecbplus_dev.jsonl"), "ecbplus"),
    _story("comparison-attack", OWN / "comparison" / "polnear_attack.json"),
    _story("comparison-convention", OWN / "comparison" / "polnear_convention.json"),
    _story("comparison-quarrel", OWN / "comparison" / "polnear_quarrel.json"),
    _story("comparison-story-heldout", OWN / "comparison" / "polnear_heldout.json", reserved=True),
    _story("comparison-delegates-heldout", OWN / "comparison" / "polnear_delegates_heldout.json", reserved=True),
    _story("comparison-claims-heldout", OWN / "comparison" / "polnear_claims_heldout.json", reserved=True),
    _invented("comparison-invented", "contrasts"),
    _invented("comparison-invented-heldout", "contrasts-heldout", reserved=True),
    _invented("comparison-wires", "wires"),
    _invented("comparison-wires-heldout", "wires-heldout", reserved=True),
    _joins("joins", ("ecbplus-train", "ecbplus", "newswcl50", "polnear-train"), OWN / "joins" / "dev.json"),
    _joins("joins-heldout", ("ecbplus-train",), OWN / "joins" / "heldout.json", reserved=True),
    Measure(
        "quotations",
        ("newswcl50",),
        RECORDS,
        ("score_quotations.py", "--gold", "{gold}", "--pred", "{output}", "--judged", str(JUDGED), "--json"),
        {"joined": "joined", "true joins": "true joins"},
    ),
    _dates("dates-tb", "timebank", DATED),
    _dates("dates-wcl", "newswcl50", DATED),
    _dates("dates-mt", "meantime", DATED),
    _dates("dates-polnear", "polnear-train", DATED, every=5),
    _dates("dates-own", "undated", PROVABLE),
    _dates("dates-plain", "undated-plain", PROVABLE),
    _dates("dates-oblique", "undated-oblique", PROVABLE),
    _dates("dates-heldout", "undated-heldout", PROVABLE, reserved=True),
    _dates("dates-plain-heldout", "undated-plain-heldout", PROVABLE, reserved=True),
    _dates("dates-background", "undated-background", PROVABLE),
    _dates("dates-background-heldout", "undated-background-heldout", PROVABLE, reserved=True),
    _dates("dates-memory", "undated-memory", PROVABLE),
    _dates("dates-leads", "undated-leads", DATED),
    _dates("dates-wire", "undated-wire", PROVABLE),
    _dates("dates-wire-heldout", "undated-wire-heldout", PROVABLE, reserved=True),
    _dates("dates-press", "undated-press", PROVABLE),
    _dates("dates-press2", "undated-press2", PROVABLE),
    _dates("dates-press3", "undated-press3", PROVABLE),
    _dates("dates-press4", "undated-press4", PROVABLE),
    _dates("dates-press4-heldout", "undated-press4-heldout", PROVABLE, reserved=True),
    _dates("dates-press5", "undated-press5", PROVABLE),
    _dates("dates-press5-heldout", "undated-press5-heldout", PROVABLE, reserved=True),
    _dates("dates-press6", "undated-press6", PROVABLE),
    _dates("dates-press6-heldout", "undated-press6-heldout", PROVABLE, reserved=True),
    _overcoding("overcoding"),
    _overcoding("overcoding-heldout", reserved=True),
)
