"""Every import, inside functions too, held against one table of who may see what."""

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[1] / "cpdlog"

# What a room may import of ours, besides itself and `errors`; and of others.
OURS = {
    "model": set[str](),
    "text": {"model"},
    "store": {"model", "text"},
    "index": {"model", "store"},
    "progress": {"model"},
    "render": {"model", "progress"},
    "export": {"model", "progress", "render"},  # the words of reports are written once, there
    "intake": {"model", "text"},
    "": {"cli"},
    "cli": {"model", "text", "store", "index", "progress", "render", "export", "intake"},
}
OTHERS = {
    "model": set[str](),
    "text": {"yaml", "frontmatter"},
    "store": set[str](),
    "index": set[str](),
    "progress": set[str](),
    "render": {"rich", "click"},
    "export": {"jinja2", "markdown_it"},
    "intake": set[str](),
    "cli": {"click"},
    "": set[str](),
}
SQLITE = {"index"}


def modules() -> Iterator[Path]:
    return PACKAGE.rglob("*.py")


def room(path: Path) -> str:
    parts = path.relative_to(PACKAGE).parts
    return parts[0] if len(parts) > 1 else ""


def imports(path: Path) -> set[str]:
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            assert node.level == 0, f"{path} imports relatively"
            found.add(node.module)
            found |= {f"{node.module}.{alias.name}" for alias in node.names}
    return found


def test_a_room_sees_only_the_rooms_below_it() -> None:
    for path in modules():
        allowed = {"errors", "__version__", room(path), *OURS[room(path)]}
        seen = {name.split(".")[1] for name in imports(path) if name.startswith("cpdlog.")}
        assert seen <= allowed, f"{path} may not see {sorted(seen - allowed)}"


def test_a_room_uses_only_the_libraries_that_are_its_trade() -> None:
    for path in modules():
        outside = {name.split(".")[0] for name in imports(path)} - {"cpdlog"}
        used = outside - sys.stdlib_module_names
        allowed = OTHERS[room(path)]
        assert used <= allowed, f"{path} may not use {sorted(used - allowed)}"
        assert "sqlite3" not in outside or room(path) in SQLITE, f"{path} may not use sqlite3"


def test_only_the_app_reads_the_clock_and_the_environment() -> None:
    for path in modules():
        if path.name in ("app.py", "run.py") and room(path) == "cli":
            continue
        text = path.read_text()
        for word in ("date.today", "datetime.now", "os.environ", "getenv"):
            assert word not in text, f"{path} reads {word}"


@pytest.mark.parametrize("path", sorted(modules()), ids=lambda path: str(path.name))
def test_a_module_holds_one_room_and_no_long_function(path: Path) -> None:
    tree = ast.parse(path.read_text())
    assert len(path.read_text().splitlines()) <= 300
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef):
            assert (node.end_lineno or 0) - node.lineno < 60, f"{path}: {node.name}"
