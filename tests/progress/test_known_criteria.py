from pathlib import Path

from cpdlog.model.requirement.definition import Definition
from cpdlog.model.requirement.reading import read_definition
from cpdlog.progress.known_criteria import known_criteria
from cpdlog.text.frontmatter import read_yaml

RULES = Path(__file__).parents[2] / "cpdlog" / "data" / "requirements"


def definition(name: str) -> Definition:
    fields, _ = read_yaml((RULES / f"{name}.yaml").read_bytes(), name)
    found, _ = read_definition(fields, name)
    assert found
    return found


def test_a_body_names_the_criteria_that_its_rule_looks_for() -> None:
    used = [definition("cilip-revalidation"), definition("sra")]
    assert list(known_criteria(used, "cilip:criterion")) == ["1", "2", "3"]
    assert list(known_criteria(used, "CILIP:criterion")) == ["1", "2", "3"]
    assert known_criteria(used, "cilip") == {}
    assert known_criteria([], "cilip:criterion") == {}
