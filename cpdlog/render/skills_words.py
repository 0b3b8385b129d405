"""What ratings by a framework of skills are in words."""

import shlex

from cpdlog.model.skills import Framework, Gap, Rating
from cpdlog.render.blocks import Marks

NOT_RATED = "not rated"


def rating(framework: Framework, value: Rating | None) -> str:
    """`3 in detail`, `not relevant`, `not rated`."""
    if value is None:
        return NOT_RATED
    label = framework.scale.label(value)
    return f"{value} {label}" if isinstance(value, int) and label else str(value)


def figure(value: Rating | None) -> str:
    """The number alone; empty where it is none."""
    return str(value) if isinstance(value, int) else ""


def bar(framework: Framework, value: Rating | None, asked: Rating | None = None) -> Marks:
    """A mark for each step of the scale; where a job asks for more, the steps that are missing."""
    scale = framework.scale
    wide = scale.most - scale.least
    done = value - scale.least if isinstance(value, int) else 0
    wanted = asked - scale.least if isinstance(asked, int) else 0
    plain = "#" * done + "-" * (wanted - done) + "." * (wide - max(done, wanted))
    fine = plain.replace("#", "■").replace("-", "□").replace(".", "·")
    return Marks(plain, fine)


def name(framework: Framework, section: str) -> str:
    """What a section is called."""
    found = framework.section(section)
    return found.name if found else section


def goal(framework: Framework, gap: Gap) -> str:
    """The command that makes a goal of a gap."""
    now = "not rated" if gap.rating is None else f"now {gap.rating}"
    measure = f"Rating {gap.asked} in section {gap.section} of {framework.id}, {now}"
    return (
        f"cpdlog goal add {shlex.quote(name(framework, gap.section))} --due eoy "
        f"--measure {shlex.quote(measure)}"
    )
