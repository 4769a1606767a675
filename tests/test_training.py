"""The training script learns from marked texts, and what it exports reads as what it trained."""

import gzip
import json
import sys
from pathlib import Path

import numpy as np
import onnxruntime
import pytest

from rashomon.lexicon.files import load
from rashomon.lexicon.marked import marked

torch = pytest.importorskip("torch", reason="training needs the extra: pip install 'rashomon[train]'")
transformers = pytest.importorskip("transformers")
pytest.importorskip("onnx")
pytestmark = [pytest.mark.slow, pytest.mark.filterwarnings("ignore")]

sys.path.insert(0, str(Path(__file__).parent.parent / "training"))
attribution = pytest.importorskip("attribution")
WEIGHTS = Path(__file__).parent.parent / "src" / "rashomon" / "encoder" / "weights"


@pytest.fixture(scope="module")
def base(tmp_path_factory) -> Path:
    """A small encoder without knowledge, in the form that the script starts from."""
    folder = tmp_path_factory.mktemp("base")
    torch.manual_seed(0)
    config = transformers.BertConfig(hidden_size=32, num_hidden_layers=2, num_attention_heads=2, intermediate_size=64)
    transformers.BertModel(config, add_pooling_layer=False).save_pretrained(folder)
    (folder / "vocab.txt").write_bytes((WEIGHTS / "vocab.txt").read_bytes())
    return folder


@pytest.fixture(scope="module")
def corpus(tmp_path_factory) -> Path:
    """The cue lexicon's own examples as six marked articles."""
    examples = [e for group in load("cues.yaml")["verbs"].values() for e in group["examples"]]
    articles = []
    for number in range(6):
        text, attributions = "", []
        for example in examples[number::6]:
            plain, spans = marked(example)
            roles = {role: [[s.start + len(text), s.end + len(text)] for s in spans.get(role, [])] for role in ROLES}
            attributions.append(roles)
            text += plain + "\n\n"
        articles.append({"id": str(number), "text": text, "attributions": attributions})
    path = tmp_path_factory.mktemp("corpus") / "marked.jsonl.gz"
    with gzip.open(path, "wt", encoding="utf-8") as lines:
        lines.writelines(json.dumps(article) + "\n" for article in articles)
    return path


ROLES = ("source", "cue", "content")


def test_it_learns_and_what_it_exports_reads_the_same(base, corpus, tmp_path, capsys, monkeypatch):
    command = f"x --data {corpus} --check {corpus} --base {base} --out {tmp_path} --epochs 20 --batch 4 --report 1"
    monkeypatch.setattr(sys, "argv", [*command.split(), "--rate", "0.003"])
    attribution.main()
    steps = [json.loads(line) for line in capsys.readouterr().out.splitlines() if line.startswith("{")]
    assert steps[-1]["loss"] < 0.8 * steps[0]["loss"]
    assert steps[-1]["content"] > steps[0]["content"]
    window = next(attribution.examples(next(attribution.read_texts(corpus)), 190)).window
    model = attribution.Tagger(base)
    model.load_state_dict(torch.load(tmp_path / "float.pt", weights_only=True))
    model.eval()
    with torch.inference_mode():
        expected = model(torch.tensor([window.ids]))[0].numpy()
    session = onnxruntime.InferenceSession(tmp_path / "model.onnx", providers=["CPUExecutionProvider"])
    found = session.run(None, {"ids": np.array([window.ids])})[0]
    assert (found.argmax(-1) == expected.argmax(-1)).mean() > 0.9
    assert (tmp_path / "sums.txt").read_text("utf-8").count("\n") == 2
