"""The reflection models there are."""

from typing import NamedTuple

from cpdlog.model.template import Template


class Models(NamedTuple):
    """Reflection models by id, those of the journal among them."""

    templates: tuple[Template, ...]
