"""Text that may identify people: what is looked for, profile by profile, and where it stands.

Patterns and arithmetic, nothing else: no text leaves the machine for this.
"""

from cpdlog.model.privacy.finding import Finding, Severity
from cpdlog.model.privacy.search import PROFILES, findings

__all__ = ["PROFILES", "Finding", "Severity", "findings"]
