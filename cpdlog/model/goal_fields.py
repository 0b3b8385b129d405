"""The keys of a goal's front matter."""

from cpdlog.model.amount import read_amount, read_target
from cpdlog.model.field import Field, Table
from cpdlog.model.readers import day, one, share, text, texts

GOAL = Table(
    Field("title", "text", "The goal.", text, required=True),
    Field("start", "`YYYY-MM-DD`", "When it began.", day),
    Field("due", "`YYYY-MM-DD`", "When it is to be reached.", day),
    Field(
        "target",
        "`20 hours`, `6 entries`, `5 visits`, `23 things`",
        "What reaching it takes. `hours` sums the entries' hours, `points` their points, `entries` "
        "counts them, `weeks` counts the calendar weeks that have a reflected one, `actions` "
        "counts its action points; any other word sums the entries' amounts.",
        one(read_target),
    ),
    Field("area", "a word", "Where it comes from: `job`, `career`, `future`, or your own.", text),
    Field("role", "a role's id in the settings", "The job it belongs to.", text),
    Field("outcome", "text", "The learning outcome sought or, once done, reached.", text),
    Field("measure", "text", "How I will know, in words.", text),
    Field("programme", "a programme's id", "Progress is that programme's items.", text),
    Field("order", "a number", "Its place in the plan.", one(read_amount)),
    Field("tags", "`[word, …]`", "Free.", texts),
    Field(
        "share", "list of `mentor`, `manager`, `portfolio`", "Who may see it, as in entries.", share
    ),
    Field("done", "`YYYY-MM-DD`", "When it was closed as reached.", day),
    Field("dropped", "`YYYY-MM-DD`", "When it was given up.", day),
    Field("reason", "text", "Why it was given up.", text),
    Field("reviewed", "`YYYY-MM-DD`", "When it was last looked at.", day),
)
