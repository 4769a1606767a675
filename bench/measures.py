"""What is measured: corpus, command, scorer, and which of its figures stand in the table."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from articles import article_of, undated, with_events

OWN = Path(__file__).parent / "undated"

# Paths in the folder of the corpora; our own texts are in the repository, and their paths are whole ones.
CORPORA = {
    "polnear": "polnear/dev.jsonl.gz",
    "timebank": "timebank/train.jsonl.gz",
    "plover": "plover/gsr_dev.jsonl",
    "ecbplus": "ecbplus/dev.jsonl.gz",
    "newswcl50": "newswcl50/dev.jsonl.gz",
    "meantime": "meantime/dev.jsonl.gz",
    "undated": str(OWN / "dev.jsonl"),
    "undated-heldout": str(OWN / "heldout.jsonl"),
}


@dataclass(frozen=True)
class Measure:
    """One row of measures: the rashomon command and the scorer's, with {input}, {gold}, {data} and {output}.

    Where ``script`` names a file of this folder, the command is that script's arguments.
    """

    name: str
    corpora: tuple[str, ...]
    command: tuple[str, ...]
    scorer: tuple[str, ...]
    figures: dict[str, str]
    files: tuple[str, ...] = ()  # what else the scorer needs, in the folder of the corpora
    stated: bool = False  # of the attributions only those that a record may print are scored
    article: Callable[[dict[str, Any]], dict[str, Any]] = article_of  # what of a corpus row is given to the command
    script: str = ""
    reserved: bool = False  # kept for a release: runs only where --only names it


READ = ("read", "{input}", "--jsonl", "{output}")
GROUP = ("group", "{input}", "--jsonl", "{output}")
WEAVE = ("compare", "{input}", "--json", "", "--html", "", "--mentions", "{output}")
STORIES = ("score_coref.py", "stories", "--gold", "{gold}", "--pred", "{output}", "--json")


def _mentions(kinds: str, scope: str, sentences: str = "eval", match: str = "head") -> tuple[str, ...]:
    return (
        "score_coref.py", "mentions", "--gold", "{gold}", "--pred", "{output}", "--kinds", kinds,
        "--scope", scope, "--match", match, "--sentences", sentences, "--json",
    )  # fmt: skip


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


def _dates(name: str, corpus: str, figures: dict[str, str], *, reserved: bool = False) -> Measure:
    scorer = ("score_dates.py", "{gold}", "{output}", "--json")
    return Measure(name, (corpus,), READ, scorer, figures, article=undated, reserved=reserved)


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
        WEAVE,
        _mentions("entity", "subtopic", "all"),
        {"CoNLL F1, predicted": "conll_f1", "mention F1": "mention.2"},
    ),
    Measure(
        "entities-mt",
        ("meantime",),
        WEAVE,
        _mentions("entity,loc", "topic"),
        {"CoNLL F1, predicted": "conll_f1", "mention F1": "mention.2"},
    ),
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
        ("{input}", "{output}"),
        _mentions("event", "corpus", match="exact"),
        {"CoNLL F1, gold mentions": "conll_f1", "MUC F1": "muc.2", "B3 F1": "b3.2", "CEAF-e F1": "ceafe.2"},
        article=with_events,
        script="given_mentions.py",
    ),
    Measure(
        "participants-ecb",
        ("ecbplus",),
        WEAVE,
        _mentions("participants", "corpus"),
        {"CoNLL F1, predicted": "conll_f1", "mention F1": "mention.2"},
    ),
    Measure(
        "comparison",
        ("newswcl50",),
        ("compare", "{input}", "--json", "{output}", "--html", ""),
        ("score_comparison.py", "--gold", "{data}/newswcl50/comparison_gold_7.json", "--pred", "{output}", "--json"),
        {
            "fact recall": "recall",
            "stance accuracy": "stance accuracy",
            "stance macro-F1": "stance macro-F1",
            "verdict accuracy": "verdict accuracy",
        },
        files=("newswcl50/comparison_gold_7.json",),
    ),
    _dates("dates-tb", "timebank", DATED),
    _dates("dates-wcl", "newswcl50", DATED),
    _dates("dates-mt", "meantime", DATED),
    _dates("dates-own", "undated", PROVABLE),
    _dates("dates-heldout", "undated-heldout", PROVABLE, reserved=True),
)
