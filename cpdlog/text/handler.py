"""What python-frontmatter is told about the files of a journal: our fences, our reader of YAML.

`frontmatter.parse()` is all that is used of it: `load` fails on a key named `content`, and `dump`
sorts keys and drops comments. Importing this module imports frontmatter and yaml, which is dear.
"""

from frontmatter.default_handlers import BaseHandler

from cpdlog.text.fence import OPENING, Frame
from cpdlog.text.nodes import Fields, fields


class FieldsHandler(BaseHandler):
    """Hands python-frontmatter the two parts of a file, and keeps what the first one says.

    Attributes:
        found: The keys with their values and places, and what is wrong with them.
    """

    FM_BOUNDARY = OPENING

    def __init__(self, frame: Frame, path: str) -> None:
        super().__init__()
        self.frame = frame
        self.path = path
        self.found = Fields(None, ())

    def split(self, _text: str) -> tuple[str, str]:
        """Front matter and body, as `cpdlog.text.fence` found them in the whole text.

        The argument has lost its first and last blanks, and so has the body that `parse()` gives.
        """
        return self.frame.front, self.frame.body

    def load(self, fm: str) -> dict[str, object]:
        """Read the front matter."""
        self.found = fields(fm, self.frame.front_line, self.path, "front matter")
        mapping = self.found.mapping
        return {key.text: value for key, value in mapping.pairs} if mapping else {}
