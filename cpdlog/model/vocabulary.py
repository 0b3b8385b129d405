"""The words of closed lists: types of entries, and who may see one."""

# Types whose hours professional bodies count, and types that are something else.
ACTIVITIES = (
    *("course", "conference", "workshop", "webinar", "reading", "writing", "visit", "project"),
    *("mentoring", "teaching", "meeting", "volunteering", "study", "reflection"),
)
NOT_ACTIVITIES = ("practice", "feedback", "discussion", "statement", "declaration", "plan")
AUDIENCES = ("mentor", "manager", "portfolio")
