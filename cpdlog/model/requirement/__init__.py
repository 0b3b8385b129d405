"""A professional body's CPD rules as values: what a file may say, and what each part works out.

Every key is explained in docs/requirement-schema.md, to the day and to the minute. Each module
holds one part of a file: its value, what the value works out, and how it is read. Where a member
stands is told by `cpdlog.progress.requirements`.
"""
