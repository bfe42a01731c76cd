"""Any plan file: a tree of values, and a way to write it down that chance decides."""

from __future__ import annotations

import json

from hypothesis import strategies as st

LETTERS = "aăâđêôơưàảãạếệợỹXĐ .,:;#-?!|>&*%@`'\"\\{}[]=~<+…“”\u00a0\u0301\t\n0129"
WORDS = st.sampled_from([  # no letters that no plan may hold: a file with an error is not rewritten
    "", " ", "  ", "\n", "\n\n", "12", "1.200", "no", "~", "2027-01-01", "1e3", "0x1F", "<<", "=",
    "a: b", "a #b", "# a", "- a", "-", "---", "--- a", "? a", "|", "a:", " đầu", "cuối ", "\tđầu",
    "Câu một. Câu hai.", "- Gạch. Một\n+ Cộng\nnối\n\nĐoạn", "TP. Huế\n\n\nv.v... Hết", "a\n",
    "  thụt\nlề", "a\n  \nb", "a\n ", "{{ x | f('a. B') }}. C\n{{ y }}",
    "{% if x %}\n- a\n{% endif %}", "a\n\n",
    "A | 1|  |2", "|", "x |y|", "e\u0301", "🙂", '"', "'", "\\",
    "chữ " * 40, "chữ  hai " * 20, "{{ một biểu thức dài }} " * 9 + "hết",
])  # fmt: skip
TEXTS = WORDS | st.text(LETTERS, max_size=40)
LEAVES = st.none() | TEXTS
COMMENTS = st.sampled_from(["#", "# ghi chú", "#chú: {a", "# - x", "#! 'a", "# & *b"])


def maps(keys, values):
    return st.dictionaries(
        st.sampled_from(keys) | st.text("abđ :#-1'", min_size=1, max_size=6), values, max_size=4
    )


def lists(values):
    return st.lists(values, max_size=4)


def grouped(rows):
    return lists(rows).map(lambda inside: {"title": "x", "rows": inside})


ROWS = st.recursive(TEXTS | maps(["cells", "title", "id"], TEXTS), grouped, max_leaves=6)
TABLES = st.fixed_dictionaries({"rows": lists(ROWS), "total": maps(["cells", "title"], TEXTS)})
ANY = st.recursive(
    LEAVES,
    lambda below: lists(below) | maps(["id", "text", "budget", "title"], below),
    max_leaves=12,
)
ROOTS = st.fixed_dictionaries({}, optional={
    "closing": LEAVES, "subject": LEAVES, "extends": LEAVES, "footnotes": maps(["a"], TEXTS),
    "outline": ANY, "projects": lists(maps(["id", "title", "facets", "budget"], ANY)), "x": ANY,
    "appendices": st.just([]) | TABLES.map(lambda table: [{"tables": [table]}]),
}).filter(bool)  # fmt: skip


class Scribe:
    """Writes a tree down in a way that chance decides, and remembers the comments it put in."""

    def __init__(self, draw):
        self.draw = draw
        self.comments = []
        self.after_block = False

    def chance(self, one_in):
        return self.draw(st.integers(1, one_in)) == 1

    def comment(self):
        self.comments.append(self.draw(COMMENTS))
        return self.comments[-1]

    def between(self, indent):
        """Empty lines and comments on their own lines."""
        lines = [""] * self.draw(st.integers(0, 2)) if self.chance(4) else []
        if self.chance(4):
            most = indent if self.after_block else indent + 2  # deeper, it would be text
            lines += [" " * self.draw(st.integers(0, most)) + self.comment()]
        return lines

    def aside(self):
        return " " * self.draw(st.integers(1, 3)) + self.comment() if self.chance(6) else ""

    def quoted(self, text):
        return json.dumps(text, ensure_ascii=self.chance(2) or "\u0301" in text)

    def scalar(self, text, indent):
        """What stands after the key, and the lines below."""
        head, below = self.text(text, indent)
        self.after_block = bool(below)
        return head, below

    def text(self, text, indent):
        lines = text.split("\n")
        if (
            text
            and lines[-1] == ""
            and lines[-2:] != ["", ""]
            and self.block(lines[:-1])
            and self.chance(2)
        ):
            return f"|{self.aside()}", [
                " " * (indent + 3) + one if one else "" for one in lines[:-1]
            ]
        if self.block(lines) and self.chance(2):
            return f"|-{self.aside()}", [" " * (indent + 1) + one if one else "" for one in lines]
        if text.isprintable() and text.isascii() and self.chance(3):
            return "'" + text.replace("'", "''") + "'" + self.aside(), []
        if text.isalnum() and self.chance(2) and "\u0301" not in text:
            return text + self.aside(), []
        return self.quoted(text) + self.aside(), []

    def block(self, lines):
        """Whether a block text can hold these lines."""
        whole = "".join(lines)
        return (
            bool(lines[0])
            and lines[0][0] not in " \t"
            and bool(lines[-1].strip())
            and "\u0301" not in whole
        )

    def flow(self, value):
        if isinstance(value, dict):
            pairs = [f"{self.quoted(key)}: {self.flow(one)}" for key, one in value.items()]
            return "{" + self.glued(pairs) + "}"
        if isinstance(value, list):
            return "[" + self.glued([self.flow(one) for one in value]) + "]"
        return self.quoted(value)

    def glued(self, parts):
        return "".join(
            one + ("," if i < len(parts) - 1 else "") + self.gap() for i, one in enumerate(parts)
        )

    def gap(self):
        return f" {self.comment()}\n                 " if self.chance(8) else " "

    def value(self, value, indent):
        """What stands after a key or a dash, and the lines below."""
        self.after_block = False
        if value is None:
            return self.aside(), []
        if isinstance(value, str):
            return self.scalar(value, indent)
        if not value or (not has_none(value) and self.chance(3)):
            return self.flow(value) + self.aside(), []
        return self.aside(), self.lines(value, indent + self.draw(st.integers(1, 4)))

    def lines(self, value, indent):
        pairs = value.items() if isinstance(value, dict) else [(None, one) for one in value]
        lines = []
        for key, one in pairs:
            lines += self.between(indent)
            head, below = self.value(one, indent)
            mark = "-" if key is None else f"{self.quoted(key)}:"
            lines += [f"{' ' * indent}{mark} {head}".rstrip(" "), *below]
        return lines + self.between(indent)


def has_none(value):
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else []
    return value is None or any(map(has_none, inner))


@st.composite
def written(draw):
    tree, scribe = draw(ROOTS), Scribe(draw)
    return tree, "\n".join(scribe.lines(tree, 0)) + "\n", scribe.comments
