"""Imports point one way, rooms stay small, and nothing of any one machine stands in the repository."""

import ast
import re
from pathlib import Path

import msgspec
import pytest

from rashomon import model

ROOT = Path(__file__).parent.parent
SOURCE = ROOT / "src" / "rashomon"
ORDER = [
    {"errors"},
    {"registry"},
    {"settings"},
    {"model"},
    {"lexicon"},
    {"sources", "text"},
    {"encoder"},
    {"readers"},
    {"linking"},
    {"stories"},
    {"weighing"},
    {"pipeline"},
    {"renderers"},
    {"cli"},
]
WITHIN_WEIGHING = ["compared", "claims", "judge", "standings", "alignment", "lines"]
RANK = {room: rank for rank, rooms in enumerate(ORDER) for room in rooms}
MODULES = sorted(p for p in SOURCE.rglob("*.py") if p != SOURCE / "__init__.py")


def room_of(path: Path) -> str:
    return path.relative_to(SOURCE).parts[0].removesuffix(".py")


def imported_rooms(path: Path) -> set[str]:
    found = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module == "rashomon":
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and (node.module or "").startswith("rashomon."):
            found.add(node.module.split(".")[1])
        elif isinstance(node, ast.Import):
            found |= {alias.name.split(".")[1] for alias in node.names if alias.name.startswith("rashomon.")}
    return found


@pytest.mark.parametrize("path", MODULES, ids=lambda p: str(p.relative_to(SOURCE)))
def test_imports_point_inwards(path):
    room = room_of(path)
    for imported in imported_rooms(path):
        assert imported in RANK, f"{imported} is no room; add it to ORDER with its place"
        assert imported == room or RANK[imported] < RANK[room], f"{room} must not import {imported}"


@pytest.mark.parametrize("path", [p for p in MODULES if p.parent.name in WITHIN_WEIGHING], ids=lambda p: p.name)
def test_within_weighing_imports_point_inwards_too(path):
    imports = re.findall(r"^from rashomon\.weighing\.(\w+)", path.read_text("utf-8"), re.MULTILINE)
    assert all(WITHIN_WEIGHING.index(room) <= WITHIN_WEIGHING.index(path.parent.name) for room in imports)


@pytest.mark.parametrize("path", [*MODULES, *sorted((ROOT / "tests").glob("*.py"))], ids=lambda p: p.name)
def test_a_file_is_one_idea(path):
    lines = len(path.read_text("utf-8").splitlines())
    assert lines <= 400, f"{path.name} has {lines} lines: a room that wants a second file"


def test_values_are_frozen():
    structs = [value for value in vars(model).values() if isinstance(value, type) and issubclass(value, msgspec.Struct)]
    assert len(structs) > 30
    assert not [value.__name__ for value in structs if not value.__struct_config__.frozen]


@pytest.mark.parametrize("folder", ["src", "tests", "docs", "bench", "requirements", "examples"])
def test_no_file_names_a_place_on_one_machine(folder):
    place = re.compile(r"(?<![\w.:/])/(?:home|root|Users|work|tmp)/\w")
    for path in sorted((ROOT / folder).rglob("*")):
        if path.suffix in {".py", ".md", ".yaml", ".txt", ".json", ".j2", ".js", ".css"}:
            assert not place.search(path.read_text("utf-8")), path


@pytest.mark.parametrize("path", sorted((ROOT / "requirements").glob("*.txt")), ids=lambda p: p.name)
def test_the_lock_pins_by_hash_and_names_no_host(path):
    text = path.read_text("utf-8")
    assert "://" not in text
    pins = [line for line in text.splitlines() if line and not line.startswith((" ", "#"))]
    assert pins
    assert all("==" in line and line.endswith("\\") for line in pins)
    assert text.count("--hash=sha256:") >= len(pins)
