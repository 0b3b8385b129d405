"""The second process is begun in a process of its own: pytest's workers have threads."""

import subprocess
import sys

import pytest

from cpdlog.store.reading import Reader

SCRIPT = """
import os, sys
from cpdlog.store.reading import MANY, Reader

here = os.getpid()
readers = set()

def read(path):
    if os.getpid() != here and sys.argv[1] == "fails":
        raise OSError(path)
    if os.getpid() != here and sys.argv[1] == "leaves":
        raise SystemExit
    readers.add(os.getpid())
    return (f"{path} by {'me' if os.getpid() == here else 'the other'}", ())

many = [str(number) for number in range(2 * MANY)]
reader = Reader(read, lambda read: read, tuple)
for paths in (many, many[::-1], many[:3]):
    found = reader.read(paths)
    assert [it[0].split()[0] for it in found] == paths
    print(*sorted({it[0].partition(" ")[2] for it in found}))
reader.close()
reader.close()
try:
    print(os.waitpid(-1, os.WNOHANG))
except ChildProcessError:
    print("nobody is left")
"""


@pytest.mark.parametrize(
    ("other", "readers"), [("works", "by me by the other"), ("fails", "by me"), ("leaves", "by me")]
)
def test_many_files_are_read_in_order_whatever_becomes_of_the_second_process(
    other: str, readers: str
) -> None:
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT, other], capture_output=True, text=True, check=False
    )
    assert (done.stdout, done.stderr) == (f"{readers}\n{readers}\nby me\nnobody is left\n", "")


def test_few_files_are_read_here() -> None:
    reader = Reader(str.upper, tuple, tuple)
    assert reader.read(["a", "b"]) == ("A", "B")
    assert reader.read([]) == ()
    reader.close()
