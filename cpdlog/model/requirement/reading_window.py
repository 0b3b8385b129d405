"""How the window of a file is read, and what must agree within it."""

from collections.abc import Iterable
from datetime import date

from cpdlog.model.civil import iso
from cpdlog.model.data_fields import Fields, one_of
from cpdlog.model.requirement.names import NAME, a_length
from cpdlog.model.requirement.params import Param
from cpdlog.model.requirement.windows import ONE_YEAR, Window
from cpdlog.model.settings_fields import month_and_day

KEYS = ("kind", "length", "starts", "anchor", "record_by")
OWN_KEYS = {
    "calendar": ("kind", "length", "starts", "record_by"),
    "cycle": ("kind", "length", "anchor", "record_by"),
    "rolling": ("kind", "length"),
}


def read_window(file: Fields, params: Iterable[Param]) -> Window | None:
    """The window of a file; None where its kind or its length cannot be understood."""
    fields = file.inside("window", KEYS, ("kind", "length"))
    if fields is None:
        return None
    kind = fields.read("kind", one_of(tuple(OWN_KEYS)))
    length = fields.read("length", a_length)
    starts = fields.read("starts", month_and_day) or (1, 1)
    anchor, name = read_anchor(fields, params)
    record_by = fields.read("record_by", a_length)
    if kind is None or length is None:
        return None
    window = Window(kind, length, starts, anchor, name, record_by)
    check_kind(fields, window)
    return window


def read_anchor(fields: Fields, params: Iterable[Param]) -> tuple[date | None, str]:
    """The day on which a cycle begins, or the name of the parameter that says it."""
    text = fields.text("anchor")
    if not NAME.fullmatch(text):
        return fields.read("anchor", iso), ""
    dates = [param.name for param in params if param.type == "date"]
    if text not in dates:
        hint = "Write it under params, with type: date."
        fields.fault("anchor", f"There is no parameter '{text}' that is a date.", hint)
    return None, text


def check_kind(fields: Fields, window: Window) -> None:
    """Each kind of window has its own keys."""
    for key in fields.values:
        if key not in OWN_KEYS[window.kind]:
            fields.fault(key, f"A {window.kind} window has no {key}.", "Leave the key out.")
    if window.kind == "calendar" and window.length != ONE_YEAR:
        fields.fault("length", "A calendar window is a year long.", "Write P1Y, or kind: cycle.")
    if window.kind == "cycle" and "anchor" not in fields.values:
        fields.fault("anchor", "This key is required.", "Write a date, or a parameter's name.")
