"""What to know before a report on a body's rules is relied on."""

from collections.abc import Iterator

from cpdlog.progress.counting.report import Caution, RequirementReport
from cpdlog.render.requirement_words import dated


def cautions(report: RequirementReport) -> Iterator[str]:
    """All of them, each with what to do."""
    for caution in report.cautions:
        if caution.why == "parameter":
            yield unanswered(report, caution.name)
        elif caution.day:
            yield of_a_day(report, caution, dated(caution.day))
        else:
            yield of_the_settings(caution)


def unanswered(report: RequirementReport, name: str) -> str:
    """A question without an answer."""
    definition = report.definition
    question = next(param.ask for param in definition.params if param.name == name)
    command = f"cpdlog requirement use {definition.id} --set {name}=ANSWER"
    return f"Nothing can be judged before this is answered: {question} Type: {command}"


def of_a_day(report: RequirementReport, caution: Caution, day: str) -> str:
    """What the file's own dates say."""
    match caution.why:
        case "checked":
            command = f"cpdlog requirement diff {report.definition.id}"
            checked = f"These rules were last held against their sources on {day}"
            return (
                f"{checked}, more than 12 months ago. See whether there are newer ones: {command}"
            )
        case "review":
            return f"A change of these rules has been expected since {day}. Look at their sources."
        case "ended":
            return f"These rules held up to {day}. This is how the last window ended."
        case _:
            return f"These rules hold from {day} on."


def of_the_settings(caution: Caution) -> str:
    """What makes no sense in the settings, and is therefore not used."""
    if caution.why == "answer":
        return f"'{caution.name}' in cpdlog.yaml has an answer that makes no sense; it is not used."
    return (
        f"An adjustment of '{caution.name}' in cpdlog.yaml fits no rule or window; it is not used."
    )
