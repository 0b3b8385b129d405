from pathlib import Path

from cpdlog.model.requirement.definition import Definition
from cpdlog.model.requirement.reading import read_definition
from cpdlog.progress.known_criteria import known_criteria
from cpdlog.text.frontmatter import read_yaml

RULES = Path(__file__).parents[2] / "cpdlog" / "data" / "requirements"


def definition(name: str) -> Definition:
    path = RULES / f"{name}.yaml"
    fields, _ = read_yaml(path.read_bytes(), path.name)
    found, _ = read_definition(fields, path.name)
    assert found
    return found


def test_a_body_names_the_criteria_that_its_rule_looks_for() -> None:
    used = [definition("cilip-revalidation"), definition("sra")]
    assert list(known_criteria(used, "cilip:criterion")) == ["1", "2", "3"]
    assert list(known_criteria(used, "CILIP:criterion")) == ["1", "2", "3"]
    assert known_criteria(used, "cilip") == {}
    assert known_criteria([], "cilip:criterion") == {}
