"""The documents say what the program does: generated pages match, the README's output is the program's own."""

import importlib.util
import re
from pathlib import Path

import pytest

from rashomon.cli import main

ROOT = Path(__file__).parent.parent
SPEC = importlib.util.spec_from_file_location("generate", ROOT / "docs" / "generate.py")
GENERATE = importlib.util.module_from_spec(SPEC)
SPEC.loader.exec_module(GENERATE)


@pytest.mark.parametrize("name", sorted(GENERATE.GENERATED))
def test_a_generated_page_is_what_the_program_says(name):
    written = (ROOT / "docs" / name).read_text("utf-8")
    assert written == GENERATE.GENERATED[name](), "run: .venv/bin/python docs/generate.py"


def test_every_link_between_documents_leads_somewhere():
    pages = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md")), ROOT / "bench" / "README.md"]
    for page in pages:
        prose = re.sub(r"```.*?```|`[^`\n]*`", "", page.read_text("utf-8"), flags=re.DOTALL)
        for target in re.findall(r"\]\((?!https?:)([^)#\s]+)", prose):
            assert (page.parent / target).exists(), f"{page.name} links to {target}, which is not there"


def test_the_readme_is_short():
    assert len((ROOT / "README.md").read_text("utf-8").splitlines()) < 120


def test_the_readme_shows_the_demo_as_it_comes(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    with pytest.raises(SystemExit):
        main(["compare", str(ROOT / "examples" / "tehran"), "--html", "out/report.html", "--json", "out/record.json"])
    [shown] = re.findall(
        r"^```\n(\n?As .*?|.*?Written.*?)```$", (ROOT / "README.md").read_text("utf-8"), re.DOTALL | re.MULTILINE
    )
    assert shown.strip() == capsys.readouterr().out.strip(), "paste the output of `make demo` into the README"
