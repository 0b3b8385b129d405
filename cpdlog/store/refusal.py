"""What a disk refuses, told as errors with a sentence each."""

import errno

from cpdlog.errors import CannotEdit, CpdlogError, NotFound, WriteFailed

ROOM = "Make room, then repeat the command."
RIGHTS = "Look at the rights of the file and of its folder."

# Reason and advice for what happens; whatever is missing here is told in the system's own words.
REASONS = {
    errno.ENOSPC: ("the disk is full", ROOM),
    errno.EDQUOT: ("your share of the disk is used up", ROOM),
    errno.EFBIG: ("the file is larger than it may be here", ROOM),
    errno.EROFS: ("the disk is read-only", "Write where the journal may be changed."),
    errno.EACCES: ("permission is denied", RIGHTS),
    errno.EPERM: ("the system does not permit it", RIGHTS),
    errno.ENOENT: ("its folder is not there", "Look whether the journal was moved."),
    errno.ENOTDIR: ("a part of its path is a file and no folder", "Rename that file."),
    errno.EISDIR: ("it is a folder", ""),
    errno.EEXIST: ("the name is taken", ""),
    errno.ENAMETOOLONG: ("its name is too long", "Give a shorter name."),
    errno.ELOOP: ("it is a symbolic link", "Edit the file that it leads to."),
    errno.EMLINK: ("its folder holds as many names as it can", ""),
    errno.EXDEV: ("its new folder is on another disk", "Copy the file by hand."),
    errno.ENXIO: ("it is not an ordinary file", ""),
    errno.EMFILE: ("too many files are open", ""),
    errno.EIO: ("the disk reported an error", "Copy the journal to another disk soon."),
}


def refused(path: str, done: str, error: OSError) -> CpdlogError:
    """The error to raise where the system refused something.

    Args:
        path: What it was about, relative to the journal.
        done: What was not done with it: `read`, `written`, `edited`, `removed`, `renamed`.
        error: What the system said.

    Returns:
        WriteFailed where writing failed, CannotEdit where the file cannot be read or is a link,
        NotFound where it is not there.
    """
    if error.errno == errno.ENOENT and done != "written":
        return NotFound(f"There is no file '{path}'.")
    words = (error.strerror or str(error)).lower()
    reason, advice = REASONS.get(error.errno or 0, (words, ""))
    kind = CannotEdit if done == "read" or error.errno == errno.ELOOP else WriteFailed
    return kind(f"'{path}' could not be {done}: {reason}.", advice)
