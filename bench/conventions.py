"""What a corpus annotates, told of our mentions: which of them it would have, and what it counts as one.

Read in the corpora's dev parts, and applied by the measures that name them; `bench/README.md` says which and why.
Rows are those of `rashomon compare --mentions`, an article each; records those of `--json`.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

Row = dict[str, Any]
Convention = Callable[[list[Row], list[Row]], list[Row]]

_OF_A_STATE = frozenset({"GOV", "LEG", "JUD", "MIL", "SPY", "COP"})


def newswcl50(rows: list[Row], records: list[Row]) -> list[Row]:
    """NewsWCL50 has no pronouns and no names that only qualify ("U.S. officials"); a state's bodies are the state."""
    one = states_bodies(entity for record in records for entity in record["entities"])
    kept = []
    for row in rows:
        found = [m for m in row["mentions"] if m.get("form") != "pronoun" and not m.get("qualifies")]
        kept.append(row | {"mentions": [m | {"cluster": one.get(m["cluster"], m["cluster"])} for m in found]})
    return kept


def states_bodies(entities: Iterable[Mapping[str, Any]]) -> dict[str, str]:
    """Entities -> of those that are bodies of a state, by their code ("USALEG"), the id of the state itself."""
    listed = list(entities)
    states = {e["code"]: e["id"] for e in listed if e["kind"] == "state" and e.get("code")}
    codes = {e["id"]: e["code"] for e in listed if e["kind"] == "organization" and e.get("code")}
    return {name: states[code[:3]] for name, code in codes.items() if code[:3] in states and code[3:] in _OF_A_STATE}


def meantime(rows: list[Row], records: list[Row]) -> list[Row]:
    """MEANTIME has names that only qualify too ("Japanese banks", "Airbus jets"): they come from the record's entities.

    Of a name within a name it has the outer one, and so do we. What is told by a description beside it, it has three
    times: each part, and both together ("Bo Aas, the chief executive", "Aker analyst Bo Aas").
    """
    places: dict[str, list[Row]] = defaultdict(list)
    for entity in (entity for record in records for entity in record["entities"]):
        kind = "loc" if entity["kind"] == "place" else "entity"
        for at in entity["mentions"]:
            places[at["article"]].append(
                {"start": at["start"], "end": at["end"], "kind": kind, "cluster": entity["id"], "qualifies": True}
            )
    return [
        row | {"mentions": row["mentions"] + _new(row["mentions"], places[row["id"]]) + [*_wholes(row["mentions"])]}
        for row in rows
    ]


def followed(rows: list[Row], corpus: Iterable[Row]) -> list[Row]:
    """MEANTIME reads first sentences in full, and follows whom some article's first sentences name through all texts.

    Of a corpus row only the id is used and which sentences were read.
    """
    read = {row["id"]: [row["sentences"][number] for number in row["eval_sentences"]] for row in corpus}

    def is_read(row: Row, mention: Row) -> bool:
        return any(start <= mention["start"] and mention["end"] <= end for start, end in read[row["id"]])

    named = {
        mention["cluster"]
        for row in rows
        for mention in row["mentions"]
        if is_read(row, mention) and (mention.get("form") == "name" or mention.get("qualifies"))
    }
    return [
        row | {"mentions": [m for m in row["mentions"] if is_read(row, m) or m["cluster"] in named]} for row in rows
    ]


def _new(had: list[Row], further: list[Row]) -> list[Row]:
    """Mentions that we have, and all of the record's -> those of the record that lie in no name or thing of ours."""
    whole = [m for m in had if m.get("form") in {"name", "thing", "pronoun"} or m["kind"] == "time"]
    heads = [m.get("head", [m["start"], m["end"]]) for m in had]
    taken = [(m["start"], m["end"]) for m in whole if m.get("form") != "thing"]
    taken += [(s, e) for s, e in [*heads, *(m["name"] for m in had if "name" in m)]]
    return [m for m in further if not any(s < m["end"] and m["start"] < e for s, e in taken)]


def _wholes(had: list[Row]) -> Iterator[Row]:
    """Mentions that we have -> for those with a description beside them a further one of that, and of both together."""
    for mention in had:
        for start, end in (mention[part] for part in ("whole", "apposed", "introduced") if part in mention):
            head = {} if start < mention["head"][1] <= end else {"head": [start, end]}
            yield mention | {"start": start, "end": end} | head
