"""Floor 4: questions put to the journal; pure functions on `cpdlog.model` alone."""
