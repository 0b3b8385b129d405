"""The words of closed lists: types of entries, who may see one, what may identify people."""

# Types whose hours professional bodies count, and types that are something else.
ACTIVITIES = (
    *("course", "conference", "workshop", "webinar", "reading", "writing", "visit", "project"),
    *("mentoring", "teaching", "meeting", "volunteering", "study", "reflection"),
)
NOT_ACTIVITIES = ("practice", "feedback", "discussion", "statement", "declaration", "plan")
AUDIENCES = ("mentor", "manager", "portfolio")
# Sets of detectors, and those that look where the settings name none.
PROFILES = ("general", "health", "legal", "education", "social-care")
USUAL_PROFILES = ("general",)
