"""Write src/kehoach/data/times_widths.json: advance widths compatible with Times New Roman.

Run with fonttools installed: python tools/build_metrics.py FOLDER_OF_LIBERATION_SERIF

Source: Liberation Serif 2 (SIL Open Font License 1.1), drawn to the metrics of Times New Roman.
Only advance widths are taken: they are facts about the type, no outline or program of the font is
copied. Units are 1/2048 of the em.
"""

import json
import sys
import unicodedata
from pathlib import Path

from fontTools.ttLib import TTFont

FACES = {"regular": "Regular", "bold": "Bold", "italic": "Italic", "bold_italic": "BoldItalic"}
TARGET = Path(__file__).parent.parent / "src" / "kehoach" / "data" / "times_widths.json"
VOWELS = "aăâeêioôơuưy"
TONES = ("", "\u0300", "\u0301", "\u0303", "\u0309", "\u0323")
EXTRA = "đ₫–—‘’“”„•…‰€™≤≥≠≈±×÷−→←↑↓Ωµ√∞□■◊○●‑"


def letters() -> list[str]:
    """ASCII, Latin-1, every Vietnamese vowel with its tones in both cases, common signs."""
    vowels = {unicodedata.normalize("NFC", v + tone) for v in VOWELS for tone in TONES}
    latin = {chr(code) for code in (*range(0x20, 0x7F), *range(0xA0, 0x100))}
    every = latin | vowels | set(EXTRA)
    return sorted(every | {one.upper() for one in every if len(one.upper()) == 1})


def widths(path: Path) -> dict[str, int]:
    """Advance width of each letter the face has; letters it lacks are left out."""
    font = TTFont(path)
    if font["head"].unitsPerEm != 2048:
        raise SystemExit(f"{path}: not 2048 units per em")
    table = font.getBestCmap()
    advance = font["hmtx"].metrics
    return {one: advance[table[ord(one)]][0] for one in letters() if ord(one) in table}


def main(folder: Path) -> None:
    """Write the four faces."""
    faces = {face: widths(folder / f"LiberationSerif-{file}.ttf") for face, file in FACES.items()}
    text = json.dumps({"units_per_em": 2048, "faces": faces}, ensure_ascii=False, indent=0)
    TARGET.parent.mkdir(parents=True, exist_ok=True)
    TARGET.write_text(text + "\n", encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
