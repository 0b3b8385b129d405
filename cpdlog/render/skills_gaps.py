"""What a job asks for beyond somebody's ratings, as goals to add."""

from collections.abc import Iterator

from cpdlog.model.skills import Gap
from cpdlog.progress.ratings import SkillsGaps
from cpdlog.render import skills_words as words
from cpdlog.render.blocks import GOOD, Block, Heading, Span, Steps, paragraph
from cpdlog.render.blocks import Gap as EmptyLine
from cpdlog.render.documents import Document, iso
from cpdlog.render.skills import title, when

LISTED = False
NONE = "There is no gap: the ratings are what the job asks for, or more."


def blocks(answer: SkillsGaps) -> Iterator[Block]:
    """Each gap with the command that makes a goal of it."""
    skills = answer.skills
    yield Heading(title(skills), when(skills))
    yield EmptyLine()
    if not skills.gaps:
        yield paragraph(Span(NONE, GOOD))
        return
    yield Steps(tuple((reason(answer, it), words.goal(skills.framework, it)) for it in skills.gaps))


def reason(answer: SkillsGaps, gap: Gap) -> str:
    """How wide a gap is."""
    framework = answer.skills.framework
    now = words.rating(framework, gap.rating)
    asked = words.rating(framework, gap.asked)
    return f"{gap.section} {words.name(framework, gap.section)}: {now}; {asked} is asked."


def sentences(answer: SkillsGaps) -> Iterator[str]:
    """The same in sentences."""
    skills = answer.skills
    yield f"{title(skills)}, {when(skills) or 'not rated'}."
    for it in skills.gaps:
        yield f"{reason(answer, it)} Type: {words.goal(skills.framework, it)}"
    if not skills.gaps:
        yield NONE


def document(answer: SkillsGaps) -> Document:
    """Each gap."""
    skills = answer.skills
    return {
        "schema": "cpdlog/ratings-gaps@1",
        "as_of": iso(skills.as_of),
        "framework": skills.framework.id,
        "role": skills.role,
        "gaps": [
            {
                **it._asdict(),
                "name": words.name(skills.framework, it.section),
                "command": words.goal(skills.framework, it),
            }
            for it in skills.gaps
        ],
    }


def rows(answer: SkillsGaps) -> Iterator[tuple[str, ...]]:
    """A gap a line."""
    framework = answer.skills.framework
    yield ("id", "section", "rating", "asked", "command")
    for it in answer.skills.gaps:
        now = "" if it.rating is None else str(it.rating)
        name, command = words.name(framework, it.section), words.goal(framework, it)
        yield (it.section, name, now, str(it.asked), command)
