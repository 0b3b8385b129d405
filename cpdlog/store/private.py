"""A member's own copies of what is under licence: in the journal's folder, and never in git."""

from cpdlog.errors import CannotEdit
from cpdlog.store import files, walk

FOLDER = "frameworks/private"
IGNORE = ".gitignore"
NOTHING_OF_IT = b"# What stands here is under licence, and is not for others.\n*\n"


def kept(root: str, name: str, data: bytes) -> str:
    """Put a framework where git does not look; its path.

    Args:
        root: The journal's folder.
        name: The framework's id.
        data: The whole file.

    Raises:
        CannotEdit: There is one of that id.
    """
    path = f"{FOLDER}/{name}.yaml"
    if walk.look_at(root, path):
        raise CannotEdit(f"There is already a file '{path}'.", "Remove it, then import again.")
    if not walk.look_at(root, f"{FOLDER}/{IGNORE}"):
        files.create(root, FOLDER, IGNORE, "", NOTHING_OF_IT, numbered=False)
    return files.create(root, FOLDER, name, ".yaml", data, numbered=False)
