"""What `--json` says, held against the schemas that come with cpdlog, in both directions."""

import json
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from cpdlog.errors import NotFound
from cpdlog.store.schemas import names, schema
from tests.progress.making import TODAY
from tests.render.answers import answers
from tests.render.journals import EVERY_JOURNAL, shown
from tests.render.showing import piped
from tests.render.small import SMALL


def closed(found: Any) -> Any:
    """A schema that allows no key that it does not name."""
    if isinstance(found, list):
        return [closed(it) for it in found]
    if not isinstance(found, dict):
        return found
    inner = {key: closed(value) for key, value in found.items()}
    if "properties" in inner and "type" in inner:
        inner.setdefault("additionalProperties", False)
    return inner


def said(answer: object) -> Any:
    return json.loads(piped(answer, json=True))


@EVERY_JOURNAL
def test_every_answer_says_what_its_schema_promises_and_no_more(journal: str) -> None:
    for name, answer in shown(journal):
        promised = closed(schema(name))
        faults = [
            f"{it.json_path}: {it.message}" for it in validator(promised).iter_errors(said(answer))
        ]
        assert faults == [], name


def validator(promised: Any) -> Draft202012Validator:
    return Draft202012Validator(promised)


@pytest.mark.parametrize("name", names())
def test_a_schema_is_one_and_stands_alone(name: str) -> None:
    found = schema(name)
    Draft202012Validator.check_schema(found)
    assert found["title"] == f"cpdlog/{name}@1"
    assert found["properties"]["schema"] == {"const": f"cpdlog/{name}@1"}
    refs = json.dumps(found).count('"$ref"')
    assert refs == json.dumps(found).count('"#/$defs/')
    assert not (refs and not found["$defs"])


def test_an_answer_names_its_schema() -> None:
    for name, answer in answers(SMALL, TODAY):
        assert said(answer)["schema"] == f"cpdlog/{name}@1"


def test_no_schema_of_that_name_is_told_with_the_nearest() -> None:
    with pytest.raises(NotFound, match="no schema 'reprot'") as caught:
        schema("reprot")
    assert caught.value.hint == "Did you mean 'report'?"
