"""What is about to be committed, for a hook that looks at it first."""

import os
from collections.abc import Iterator

from cpdlog.store.git import past
from cpdlog.store.git.refusals import failure
from cpdlog.store.git.repository import Repository

LOOKED_AT = (".md",)


def staged(repository: Repository, index: str) -> Iterator[tuple[str, bytes]]:
    """The files that a commit would change, with the content it would give them.

    Args:
        repository: The journal's.
        index: The index that the commit is made from, as git tells its hooks in
            `GIT_INDEX_FILE`; empty for the usual one.

    Yields:
        Paths relative to the journal, with contents.
    """
    git = repository.git
    options = ("--cached", "--raw", "-z", "--no-abbrev", "--no-renames", "--diff-filter=d")
    answer = git.do("diff", *options, "--", repository.prefix or ".", index=index)
    if answer.code:
        raise failure(answer.err, git.top)
    fields = iter(answer.out.split(b"\0"))
    found = [past.difference(head.decode(), next(fields)) for head in fields if head]
    wanted = {os.fsdecode(it.path): it.after.id for it in found if it.after}
    named = {path: blob for path, blob in wanted.items() if path.endswith(LOOKED_AT)}
    contents = past.blobs(git, named.values())
    for path, blob in sorted(named.items()):
        yield path.removeprefix(repository.prefix), contents[blob]
