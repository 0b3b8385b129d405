"""What was typed of ratings and comments, put into those that there were before."""

from cpdlog.errors import UsageFault
from cpdlog.model.grammar import NotUnderstood
from cpdlog.model.nearest import did_you_mean
from cpdlog.model.skills import NOT_RELEVANT, Framework, Rating
from cpdlog.model.skills_fields import a_rating_of, a_section_of

Pairs = tuple[tuple[str, str], ...]

NOT, NONE = "n", "-"


def changed(
    framework: Framework, before: dict[str, Rating], said: Pairs
) -> tuple[tuple[str, Rating], ...]:
    """The ratings with what was said, in the order of the framework.

    Raises:
        UsageFault: There is no such section, or no such rating.
    """
    for name, value in said:
        section = known(framework, name)
        if value == NONE:
            before.pop(section, None)
        else:
            before[section] = understood(framework, value)
    order = [section.id for section in framework.sections]
    return tuple(sorted(before.items(), key=lambda it: order.index(it[0])))


def commented(
    framework: Framework, before: dict[str, str], said: Pairs
) -> tuple[tuple[str, str], ...]:
    """The comments with what was said; raises as `changed` does."""
    for name, text in said:
        before[known(framework, name)] = text
        if text == NONE:
            del before[known(framework, name)]
    return tuple(before.items())


def known(framework: Framework, name: str) -> str:
    """The id of a section; a slip is told with the nearest ids."""
    try:
        return a_section_of(framework, name)
    except NotUnderstood as error:
        ids = [section.id for section in framework.sections]
        raise UsageFault(error.message, did_you_mean(name, ids) or error.hint) from error


def understood(framework: Framework, value: str) -> Rating:
    """A rating; `n` for not relevant."""
    try:
        return NOT_RELEVANT if value == NOT else a_rating_of(framework, value)
    except NotUnderstood as error:
        raise UsageFault(error.message, error.hint) from error
