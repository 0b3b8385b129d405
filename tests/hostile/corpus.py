"""A journal in which everything is hostile, beside a few good files; and the world outside it.

The kinds are those of what was seen to harm programs that read YAML, Markdown and folders: bombs,
depths, sizes, encodings, links, devices, names, and signs that act on a terminal.
"""

import os
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

ESCAPES = {
    "title": "\x1b]0;renamed\x07",
    "clipboard": "\x1b]52;c;cm0gLXJmIH4=\x07",
    "link": "\x1b]8;;https://example.org/evil\x1b\\here\x1b]8;;\x1b\\",
    "colour": "\x1b[31;1mred\x1b[0m",
    "c1": "\x9b31m\x9d0;x\x9c",
    "bidi": "\u202eesrever\u202c \u2066isolate\u2069",
    "hidden": "in\u200bvisi\u2060ble\U000e0041\ufeff",
    "lines": "a\u2028b\u2029c\x85d\x0be\x0cf\rg",
    "delete": "abc\x08\x08\x7f",
    "markup": "[red]x[/red] [/b] [link=javascript:x]y[/link] :smile: [draft]",
}
GOOD = "---\ntitle: Good {n}\ndate: 2026-11-0{n}\nhours: 1h30\ngoals: [visits]\n---\n\nWords.\n"
GOOD_MINUTES = 5 * 90
GOAL = (
    "---\ntitle: Visits\nstart: 2026-10-01\ndue: 2026-12-31\ntarget: 20 hours\n---\n\n- [ ] one\n"
)
LARGEST = 1 << 30  # bytes
SECRET = "SENTINEL-WORDS-FROM-OUTSIDE"
HEAD = "title: Hostile\ndate: 2026-11-01\n"


def escaped(text: str) -> str:
    """A text in the double quotes of YAML, every character by its number."""
    return '"' + "".join(f"\\U{ord(char):08x}" for char in text) + '"'


def laughs() -> str:
    """Aliases of aliases; expanded they have ten to the ninth items."""
    lines = ['a0: &a0 ["lol"]']
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]" for n in range(1, 10)]
    return "\n".join(lines) + "\n"


def fronts() -> Iterator[tuple[str, str]]:
    """Front matters; each is a whole YAML file as well."""
    yield "laughs", HEAD + laughs()
    yield "quadratic", HEAD + f"a: &a {'x' * 20000}\nb: [{', '.join(['*a'] * 4000)}]\n"
    yield "merge-key", HEAD + "base: &b {x: 1}\n<<: *b\n"
    yield "cycle", HEAD + "a: &a [*a]\n"
    yield "deep-flow", HEAD + "x: " + "[" * 30000 + "\n"
    yield "deep-maps", HEAD + "x: " + "{a: " * 9000 + "\n"
    yield "deep-block", HEAD + "".join(" " * n + f"k{n}:\n" for n in range(300))
    yield "deep-sequence", HEAD + "x:\n" + "- " * 20000 + "a\n"
    yield "many-keys", HEAD + "".join(f"k{n}: 1\n" for n in range(7000))
    yield "too-many-keys", HEAD + "".join(f"k{n}: 1\n" for n in range(300_000))
    yield "huge-key", HEAD + "k" * 60000 + ": 1\n"
    yield "complex-key", HEAD + "? [a, {b: c}]\n: 1\n{x: y}: 2\n"
    yield "huge-value", "title: " + "t" * 60000 + "\ndate: 2026-11-01\n"
    yield "huge-wide-value", "title: " + "漢" * 20000 + "\ndate: 2026-11-01\n"
    yield "combining", "title: a" + "\u0301" * 30000 + "\ndate: 2026-11-01\n"
    yield "huge-hours", HEAD + "hours: " + "9" * 5000 + "\n"
    yield "huge-points", HEAD + "points: 1e999999999\n"
    yield "huge-amount", HEAD + "goals: {visits: 1e999999999}\n"
    yield "long-points", HEAD + "points: " + "9" * 40000 + "." + "9" * 20000 + "\n"
    yield "nan", HEAD + "points: .nan\nhours: .inf\n"
    yield "many-tags", HEAD + "tags: [" + ", ".join(f"t{n}" for n in range(9000)) + "]\n"
    yield "many-goals", HEAD + "goals: {" + ", ".join(f"g{n}: 1" for n in range(4000)) + "}\n"
    yield "many-evidence", HEAD + "evidence:\n" + "- ../../../../etc/passwd\n" * 2000
    yield (
        "paths",
        HEAD + "evidence: [/etc/passwd, ../outside/secret.md, '~/.ssh/id_rsa', 'a\\0b']\n",
    )
    yield "ids", HEAD + "programme: ../../outside/secret\ntemplate: ../../outside/secret\n"
    yield "role", HEAD + "role: ../../outside\ntags: ['../../outside', '-rf', '*']\n"
    yield "python-tag", HEAD + "x: !!python/object/apply:os.system ['touch ran']\n"
    yield "python-name", HEAD + "x: !!python/name:os.system\ny: !!python/module:antigravity\n"
    yield "own-tag", "%TAG ! tag:evil,2026:\n---\n" + HEAD
    yield "directive", "%YAML 9.9\n---\n" + HEAD
    yield "binary", HEAD + "x: !!binary aGVsbG8=\nz: !!set {a, b}\nd: !!timestamp 2026-02-30\n"
    yield "documents", HEAD + "...\n---\ntitle: other\n"
    yield "date-first", "title: Hostile\ndate: 0001-01-01\n"
    yield "date-last", "title: Hostile\ndate: 9999-12-31\n"
    yield "date-zero", "title: Hostile\ndate: 0000-00-00\n"
    yield "date-wide", "title: Hostile\ndate: ２０２６-01-02\n"
    yield "date-long", "title: Hostile\ndate: " + "2" * 30000 + "-01-01\n"
    yield "block-text", HEAD + "x: |\n" + "  line\n" * 8000
    yield "folded", HEAD + "x: >" + "\n\n" * 20000 + "  a\n"
    yield "quotes", HEAD + 'x: "' + "\\" * 59999 + "\n"
    yield "open-quote", HEAD + "x: '" + "a\n" * 20000
    yield "comments", HEAD + "# c\n" * 14000
    yield "colons", HEAD + "x: " + "a: " * 15000 + "\n"
    yield "questions", HEAD + "? " * 20000 + "\n"
    yield "no-title", "date: 2026-11-01\n"
    yield from fronts_of_signs()


def fronts_of_signs() -> Iterator[tuple[str, str]]:
    """Front matters with signs that act, in keys and in values."""
    yield "surrogate", HEAD + 'x:\t"\\ud800"\noutcome:\t"\\udfff\\ud83d"\n'
    yield "self", HEAD + "content: a\nhandler: b\nself: c\nmetadata: d\n"
    for name, text in ESCAPES.items():
        yield f"says-{name}", f"title: {escaped(text)}\ndate: 2026-11-01\ntags: [{escaped(text)}]\n"
        yield f"raw-{name}", f"title: {text}\ndate: 2026-11-01\n"
        yield f"key-{name}", HEAD + f"{escaped(text)}: 1\n"
        yield f"role-{name}", HEAD + f"role: {escaped(text)}\ntype: {escaped(text)}\n"
        yield f"goals-{name}", HEAD + f"goals: [{escaped(text)}]\nprogramme: {escaped(text)}\n"


def bodies() -> Iterator[tuple[str, str]]:
    """Bodies that patterns could be slow on, or that act."""
    yield "comments", "<!--" * 400_000
    yield "comment-ends", "<!-- x -->" * 200_000
    yield "open-comments", "a<!--\n" * 300_000
    yield "fences", "```\n" * 300_000
    yield "open-fences", "".join(f"{'`' * (3 + n % 7)}\n" for n in range(200_000))
    yield "long-fence", "`" * 1_000_000 + "\n" + "~" * 1_000_000
    yield "tasks", "- [ ] do (due 2026-12-01)\n" * 40_000
    yield "brackets", "[" * 1_000_000
    yield "boxes", "- [ ] " * 200_000
    yield "blanks", "- [ ]" + " " * 1_000_000 + "x\n"
    yield "dues", "- [ ] x " + "(due " * 200_000 + "\n"
    yield "headings", "#" * 1_000_000 + "\n"
    yield "heading-lines", "# a\n" * 250_000
    yield "quotes", ">" * 500_000 + " x\n"
    yield "nested-quotes", "".join(">" * n + " x\n" for n in range(1, 600))
    yield "nested-lists", "".join("  " * n + "- x\n" for n in range(600))
    yield "stars", "*" * 500_000 + "a\n"
    yield "pairs", "*a_ " * 200_000
    yield "links", "[a](" * 200_000
    yield "images", "![x](file:///etc/passwd) ![y](https://example.org/a.png)\n"
    yield "references", "[a]: <" * 100_000
    yield "tables", "|" * 100_000 + "\n" + "|-" * 100_000 + "\n"
    yield "entities", "&#x1b;&#27;&amp;" * 50_000
    yield "html", "<script>x</script><iframe src=file:///etc/passwd></iframe>\n<!-- a\n"
    yield "autolinks", "<https://" * 150_000
    yield "long-line", "x" * 4_000_000
    yield "lines", "\n" * 4_000_000
    yield "digits", "1" * 2_000_000
    yield "mixed-digits", "943 476 5919 " * 150_000
    yield "at-signs", "a@" * 800_000
    yield "dots", "a." * 800_000
    yield "capitals", "Aa Bb " * 300_000
    yield "merge-marks", "<<<<<<< HEAD\n" * 100_000
    yield "equals", "=======\n" * 200_000
    yield "carriage-returns", "a\r" * 500_000
    yield "large", "Some words of a reflection, and more of them.\n" * 200_000
    for name, text in ESCAPES.items():
        yield f"says-{name}", f"{text}\n\n# {text}\n\n- [ ] {text}\n\n[{text}]({text})\n"


def raw_files() -> Iterator[tuple[str, bytes]]:
    """Files that are hardly text."""
    text = f"---\n{HEAD}---\nwords\n"
    yield "empty", b""
    yield "nul", f"---\n{HEAD}x: a\0b\n---\n".encode()
    yield "nuls", b"\0" * 100_000
    yield "latin-1", "---\ntitle: café\ndate: 2026-11-01\n---\n".encode("latin-1")
    yield "invalid", b"\xff\xfe\xfd\xc0\x80" * 10_000
    yield "surrogates", b"---\ntitle: \xed\xa0\x80\ndate: 2026-11-01\n---\n"
    yield "overlong", b"---\ntitle: \xc0\xaf\xe0\x80\xaf\ndate: 2026-11-01\n---\n"
    for coding in ("utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-7", "cp037"):
        yield coding, text.encode(coding)
    yield "mark", b"\xef\xbb\xbf" + text.encode()
    yield "marks", b"\xef\xbb\xbf" * 1000 + text.encode()
    yield "zip", b"PK\x03\x04" + os.urandom(5000)
    yield "fences-only", b"---\n" * 300_000
    yield "fences-blanks", b"--- \t" * 300_000
    yield "blank-lines", b"\n" * 2_000_000 + text.encode()
    yield "blanks", b" " * 4_000_000
    yield "never-closed", f"---\n{HEAD}".encode() + b"a: b\n" * 300_000
    yield "lfs", b"version https://git-lfs.github.com/spec/v1\noid sha256:0\nsize 1\n"
    yield "too-large", text.encode() + b"words\n" * 3_000_000


def contents() -> Iterator[tuple[str, bytes]]:
    """Every hostile content of a Markdown file, by name."""
    for name, front in fronts():
        yield f"front-{name}", f"---\n{front}---\n\nwords\n".encode()
    for name, body in bodies():
        yield f"body-{name}", f"---\n{HEAD}---\n\n{body}".encode()
    for name, data in raw_files():
        yield f"raw-{name}", data


NAMES = (
    *(b"\x1b]0;named\x07.md", b"new\nline.md", b"tab\there.md", b"caf\xe9.md", b"-rf.md"),
    *(b"*.md", b"$(touch ran).md", b"`touch ran`.md", b"a;touch ran;.md", b"%s%n.md", b"{x}.md"),
    *("\u202egnp.md".encode(), "\u200b.md".encode(), b"[red]x[\\red].md", b"quote'\".md"),
    *(b"a" * 252 + b".md", b"con.md", b"..md", b" .md", b"\\..\\..\\x.md", b":(glob)x.md"),
)


def write_outside(folder: Path) -> None:
    """What nobody is to read or touch."""
    folder.mkdir()
    text = f"---\ntitle: {SECRET}\ndate: 2026-11-02\nhours: 9h\n---\n\n{SECRET}\n"
    (folder / "secret.md").write_text(text)
    (folder / "secret.yaml").write_text(f"name: {SECRET}\n")
    (folder / "2026").mkdir()
    (folder / "2026/deeper.md").write_text(text)


def write_good(journal: Path) -> None:
    """Five entries of an hour and a half, and a goal."""
    for place in ("entries/2026", "goals"):
        (journal / place).mkdir(parents=True)
    (journal / "cpdlog.yaml").write_text("name: Ada\nroles: {law: {title: Law librarian}}\n")
    (journal / "goals/visits.md").write_text(GOAL)
    for n in range(1, 6):
        (journal / f"entries/2026/2026-11-0{n}-good-{n}.md").write_text(GOOD.format(n=n))


def write_hostile(journal: Path, largest: int = LARGEST) -> None:
    """Every kind, as an entry, a goal, a template and a definition.

    Args:
        journal: The folder.
        largest: Bytes of an entry; larger ones are left out.
    """
    for name, data in contents():
        if len(data) > largest:
            continue
        (journal / f"entries/2026/{name}.md").write_bytes(data)
    for name, front in fronts():
        text = f"---\n{front.replace('date: 2026-11-01', 'due: 2026-12-01')}---\n\n- [ ] x\n"
        for folder in ("goals", "templates"):
            (journal / folder).mkdir(exist_ok=True)
            (journal / folder / f"front-{name}.md").write_text(text)
        for folder in ("requirements", "programmes", "frameworks", "skills"):
            (journal / folder).mkdir(exist_ok=True)
            (journal / folder / f"front-{name}.yaml").write_text(front)
    write_links(journal)
    write_places(journal)


def write_links(journal: Path) -> None:
    """Links in circles, to outside, and to devices."""
    entries = journal / "entries"
    links = {
        "entries/2026/loop": ".",
        "entries/up": "..",
        "entries/root": "/",
        "entries/2026/outside": "../../../outside",
        "entries/2026/secret.md": "../../../outside/secret.md",
        "entries/2026/absolute.md": str(journal.parent / "outside/secret.md"),
        "entries/2026/nowhere.md": "nowhere",
        "entries/2026/circle-1.md": "circle-2.md",
        "entries/2026/circle-2.md": "circle-1.md",
        "entries/2026/endless.md": "/dev/zero",
        "entries/2026/terminal.md": "/dev/tty",
        "entries/2026/passwd.md": "/etc/passwd",
        "entries/2026/inside.md": "2026-11-01-good-1.md",
        "goals/secret.md": "../../outside/secret.md",
        "templates/secret.md": "../../outside/secret.md",
        "requirements/secret.yaml": "../../outside/secret.yaml",
        "programmes/secret.yaml": "../../outside/secret.yaml",
        "frameworks/secret.yaml": "../../outside/secret.yaml",
        "skills/secret.yaml": "../../outside/secret.yaml",
        "evidence": "../outside",
        "portfolios": "../outside",
    }
    for name, target in links.items():
        (journal / name).symlink_to(target)
    (entries / "2027").symlink_to("../../outside/2026", target_is_directory=True)


def write_places(journal: Path) -> None:
    """Pipes, devices, folders and names."""
    folder = journal / "entries/2026"
    os.mkfifo(folder / "pipe.md")
    os.mkfifo(journal / "goals/pipe.md")
    os.mkfifo(journal / "templates/pipe.md")
    with suppress(PermissionError):
        os.mknod(folder / "zero.md", 0o020666, os.makedev(1, 5))
    (folder / "folder.md").mkdir()
    (folder / "folder.md/inside.md").write_text("---\ntitle: Inside\ndate: 2026-11-01\n---\n")
    with open(folder / "sparse.md", "wb") as sparse:
        sparse.truncate(100 * 1024 * 1024)
    text = f"---\n{HEAD}---\n".encode()
    for name in NAMES:
        Path(os.fsdecode(os.fsencode(folder) + b"/" + name)).write_bytes(text)
        inside = os.fsencode(folder) + b"/in " + name[:200]
        os.mkdir(inside)
        Path(os.fsdecode(inside + b"/" + name[:200] + b".md")).write_bytes(text)
    deep = folder
    for _ in range(60):
        deep = deep / "deep"
    deep.mkdir(parents=True)
    (deep / "deepest.md").write_bytes(text)
