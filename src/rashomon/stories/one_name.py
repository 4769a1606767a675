"""Names of a story that are parts of one another -> who is called by both: "the Rowers", "the Larvik Rowers"."""

from collections.abc import Collection, Mapping

JOINING = frozenset({"of", "on", "in", "at", "to", "for", "from", "by", "with", "along", "like", "and", "near"})


def one_name(named: Mapping[str, Collection[str]], kinds: Mapping[str, str]) -> dict[str, str]:
    """Names, who bears them, and what each is -> for everybody the one under whom all of a name are told.

    Who have a name in common are one (persons: one of two words or more; no town is the state that is called by it),
    and who is called by the end of a single other's name, and by no longer one, is that other: "Comedian Ellen
    DeGeneres" is Ellen DeGeneres, "Chargers" the only "San Diego Chargers". No land is what is called after it.
    """
    found = {entity: entity for bearers in named.values() for entity in bearers}

    def first(entity: str) -> str:
        while found[entity] != entity:
            entity = found[entity]
        return entity

    plain = {name: sorted(ids) for name, ids in sorted(named.items()) if not JOINING & set(name.split())}
    for name, bearers in plain.items():
        alike = [entity for entity in bearers if " " in name or kinds[entity] != "person"]
        for other in alike[1:]:
            if {kinds[alike[0]], kinds[other]} != {"state", "place"}:
                found[first(other)] = first(alike[0])
    longest = {entity: max((n for n, ids in named.items() if entity in ids), key=len, default="") for entity in found}
    for short in sorted(plain, key=lambda name: (-len(name), name)):
        longer = {first(entity) for name, ids in plain.items() if name.endswith(f" {short}") for entity in ids}
        called = {first(entity) for entity in plain[short] if kinds[entity] != "state" and longest[entity] == short}
        if len(longer) == len(called) == 1:
            found[called.pop()] = longer.pop()
    return {entity: first(entity) for entity in found}
