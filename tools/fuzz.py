"""Random YAML, expressions, templates and sheets: each answered in time, never by a traceback.

Run: python tools/fuzz.py [MINUTES [SEED]]. What fails is written to build/fuzz; the seed is told.
"""

from __future__ import annotations

import datetime as dt
import faulthandler
import io
import random
import sys
import time
import traceback
from collections.abc import Callable
from pathlib import Path

from docx import Document

from kehoach.api import Dossier, examine
from kehoach.issuing.template_review import CONTEXTS, known_names
from kehoach.outputs.faults import TemplateError
from kehoach.outputs.template import Template
from kehoach.source import SheetError, load, read_page

ROOT = Path(__file__).parents[1]
TODAY = dt.date(2026, 6, 30)
STUCK = 60  # seconds after which the place is told where an input hangs
SECONDS = 5.0  # of processor time for one input
PLANS = [one.read_text(encoding="utf-8") for one in sorted((ROOT / "plans").glob("*.yaml"))]
SMALL = (ROOT / "tests" / "plans" / "minimal.yaml").read_text(encoding="utf-8")
SHEETS = [one.read_bytes() for one in sorted((ROOT / "plans" / "du-lieu").glob("*.*"))]
BYTES = [b"", b";", b'"', b"\r", b"\xff", b"9" * 99]
KNOWN = known_names(CONTEXTS["ke-hoach"])
SCRAPS = """
{{ }} {% %} {# #} {%p {{r {{p ( ) [ ] { } | . , : ' " ~ + - * / // % ** == < in not and or if else
elif endif for endfor set macro raw endraw loop self year place this plan projects tables figures
each money join replace default attr __class__ 0 1 1e9 99999999999 &a *a !!x ? - # > >- --- %YAML
\\x00 \\u202e null ~ true 1.234,5 31/4/2026 body block subject letterhead table runs
""".split()  # noqa: SIM905 - a wall of text reads better than a wall of quotes


class Beside:
    """A text that stands on no disk, beside the plans of the repository."""

    def __init__(self, text: str) -> None:
        self.text = text

    def read(self, name: str) -> bytes:
        """The text, or the file of this name."""
        return self.text.encode() if name == "x.yaml" else (ROOT / "plans" / name).read_bytes()

    def names(self, folder: str) -> list[str]:
        """The names in a folder of the plans."""
        return sorted(one.name for one in (ROOT / "plans" / folder).iterdir())


def opened(text: str) -> Dossier:
    """A plan's text read and checked."""
    return examine(load("x.yaml", Beside(text)), ROOT / "plans" / "x.yaml", TODAY)


def mutated(text: str, dice: random.Random) -> str:
    """A text with some lines moved, repeated, left out or strewn with scraps."""
    lines = text.splitlines()
    for _ in range(dice.randint(1, 6)):
        at = dice.randrange(len(lines))
        match dice.randrange(5):
            case 0:
                del lines[at : at + dice.randint(1, 3)]
            case 1:
                lines[at:at] = lines[at : at + 3] * dice.choice([1, 2, 300])
            case 2:
                lines[at] = lines[at][: dice.randint(0, 40)]
            case _:
                spot = dice.randint(0, len(lines[at]))
                lines[at] = f"{lines[at][:spot]}{scraps(dice)}{lines[at][spot:]}"
        lines = lines or [""]
    return "\n".join(lines)


def scraps(dice: random.Random) -> str:
    """Some signs and words in a row, now and then very many."""
    found = " ".join(dice.choices(SCRAPS, k=dice.randint(1, 12)))
    return found * (2000 if dice.random() < 0.02 else 1)


def yaml(dice: random.Random) -> tuple[str, Callable[[], object]]:
    """A plan's text."""
    text = mutated(dice.choice(PLANS), dice)
    return text, lambda: opened(text)


def expression(dice: random.Random) -> tuple[str, Callable[[], object]]:
    """A closing sentence of a small plan."""
    text = f"{SMALL}\nclosing: |\n  {{{{ {scraps(dice)} }}}} {scraps(dice)}\n"
    return text, lambda: opened(text)


def template(dice: random.Random) -> tuple[str, Callable[[], object]]:
    """The paragraphs of a Word template."""
    texts = [f"{{{{ {scraps(dice)} }}}}{scraps(dice)}" for _ in range(dice.randint(1, 5))]
    word, buffer = Document(), io.BytesIO()
    for text in texts:
        word.add_paragraph("".join(one for one in text if one.isprintable()))
    word.save(buffer)

    def fill() -> None:
        try:
            Template(buffer.getvalue(), "mẫu.docx", known=KNOWN).render({"subject": "Thử"})
        except TemplateError:
            return

    return "\n".join(texts), fill


def sheet(dice: random.Random) -> tuple[str, Callable[[], object]]:
    """The bytes of a data file."""
    data = bytearray(dice.choice(SHEETS))
    for _ in range(dice.randint(1, 20)):
        at = dice.randrange(len(data))
        data[at : at + dice.randint(0, 2)] = dice.choice(
            [b"", b";", b'"', b"\r", b"\xff", b"9" * 99]
        )
    name = "x.xlsx" if data[:2] == b"PK" else "x.csv"

    def read() -> None:
        try:
            read_page(name, bytes(data))
        except SheetError:
            return

    return repr(bytes(data)), read


def failure(run: Callable[[], object]) -> str:
    """Why an input fails; nothing where it is answered in time."""
    start = time.process_time()
    try:
        run()
    except Exception:  # noqa: BLE001 - any of them is what is looked for
        return traceback.format_exc()
    took = time.process_time() - start
    return f"{took:.1f} s" if took > SECONDS else ""


def main(minutes: float, seed: int) -> int:
    """Fuzz for so long; the number of inputs that failed."""
    dice, end, count, failed = random.Random(seed), time.monotonic() + minutes * 60, 0, 0
    folder = ROOT / "build" / "fuzz"
    folder.mkdir(parents=True, exist_ok=True)
    print(f"seed {seed}, {minutes:g} minutes", flush=True)
    while time.monotonic() < end:
        kind = dice.choice([yaml, expression, template, sheet])
        text, run = kind(dice)
        count += 1
        file = folder / f"{kind.__name__}-{seed}-{count}.txt"
        file.write_text(text, encoding="utf-8", errors="replace")  # stays where the run hangs
        faulthandler.dump_traceback_later(STUCK, exit=True)
        why = failure(run)
        faulthandler.cancel_dump_traceback_later()
        if not why:
            file.unlink()
        else:
            failed += 1
            print(f"{file.relative_to(ROOT)}: {why.strip().splitlines()[-1]}")
    print(f"{count} inputs, {failed} failed")
    return failed


if __name__ == "__main__":
    given = sys.argv[1:]
    chosen = int(given[1]) if len(given) > 1 else time.time_ns()
    sys.exit(bool(main(float(given[0]) if given else 10, chosen)))
