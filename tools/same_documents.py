"""Whether the documents of every plan of this tree are the same bytes as an older revision's.

    python tools/same_documents.py REVISION

Both revisions render the plans of THIS tree with their own code and templates; the plans that
differ, or that only one of them renders, are listed. Exit code 1 where there is any.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
FOLDERS = ("plans", "docs", "tests/plans", "tests/review/pairs")

_RENDER = """
import datetime as dt, hashlib, json, sys
from pathlib import Path
from kehoach import api
try:
    from kehoach.issuing import documents
except ImportError:
    documents = api.documents
day, found = dt.date(2026, 11, 22), {}
for name in json.load(sys.stdin):
    try:
        dossier = api.open_plan(Path(name), day)
        made = list(documents(dossier, day)) if dossier.ready else []
    except Exception as error:
        found[name] = type(error).__name__
        continue
    for one in made:
        found[name + " " + one.name] = hashlib.sha256(one.data).hexdigest()
print(json.dumps(found))
"""


def plans() -> list[str]:
    """The plan files of this tree, by their names from its top."""
    files = (one for folder in FOLDERS for one in (ROOT / folder).rglob("*.yaml"))
    return sorted(one.relative_to(ROOT).as_posix() for one in files if "bases" not in one.parts)


def rendered(source: Path) -> dict[str, str]:
    """Document -> SHA-256, as the code below `source` renders the plans of this tree."""
    done = subprocess.run(
        [sys.executable, "-c", _RENDER],
        check=True,
        cwd=ROOT,
        env={"PYTHONPATH": str(source / "src"), "PYTHONUTF8": "1", "PYTHONHASHSEED": "1"},
        input=json.dumps(plans()),
        stdout=subprocess.PIPE,
        text=True,
        encoding="utf-8",
    )
    found: dict[str, str] = json.loads(done.stdout)
    return found


def main() -> int:
    """List what differs."""
    with tempfile.TemporaryDirectory() as folder:
        tree = Path(folder) / "tree"
        git = ["git", "-C", str(ROOT), "worktree"]
        subprocess.run([*git, "add", "-q", "--detach", str(tree), sys.argv[1]], check=True)
        try:
            old = rendered(tree)
        finally:
            subprocess.run([*git, "remove", "--force", str(tree)], check=True)
    new = rendered(ROOT)
    differ = sorted(name for name in old.keys() | new.keys() if old.get(name) != new.get(name))
    for name in differ:
        print(f"{name}: {old.get(name, '-')[:12]} -> {new.get(name, '-')[:12]}")
    print(f"{len(new)} documents, {len(differ)} differ")
    return bool(differ)


if __name__ == "__main__":
    sys.exit(main())
