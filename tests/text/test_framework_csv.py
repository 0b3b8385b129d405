import pytest

from cpdlog.errors import UsageFault
from cpdlog.model.skills import Section
from cpdlog.text.framework_csv import sections

TWO = (Section("1", "Cataloguing", "Core", "Describe, index"), Section("C1", "Context"))


@pytest.mark.parametrize(
    "text",
    [
        'id,name,group,about\n1,Cataloguing,Core,"Describe, index"\nC1,Context,,\n',
        'Number;Heading;Area;Description\r\n1;Cataloguing;Core;"Describe,\nindex"\r\n;;;\r\nC1;Context\r\n',
        "about\tid\tgroup\tname\tx\nDescribe, index\t1\tCore\tCataloguing\t\n\tC1\t\tContext\t\n",
    ],
)
def test_a_table_is_read_whatever_its_separator_and_the_order_of_its_columns(text: str) -> None:
    assert sections(text.encode(), "ours.csv") == TWO
    assert sections(b"\xef\xbb\xbf" + text.encode(), "ours.csv") == TWO


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"name\nCataloguing\n", "ours.csv has no column 'id'."),
        (b"id;about\n1;x\n", "ours.csv has no column 'name'."),
        (b"id,name\n", "ours.csv has no sections below its headings."),
        (b"id,name\n1,A\n1,B\n", "ours.csv, line 3 is no section: '1' is taken."),
        (b"id,name\n1,\n", "ours.csv, line 2 is no section: it needs an id and a name."),
        (b"", "ours.csv: The file is empty. Write it anew, or remove it."),
        (
            b"id,name\n1,Caf\xe9\n",
            "ours.csv:2: This line is not UTF-8. Save the file as UTF-8 in your editor.",
        ),
    ],
)
def test_what_is_no_such_table_is_refused_with_its_reason(data: bytes, message: str) -> None:
    with pytest.raises(UsageFault) as error:
        sections(data, "ours.csv")
    assert error.value.message == message
