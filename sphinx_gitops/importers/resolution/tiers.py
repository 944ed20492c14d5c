"""The name of a folder in, the tier of the environment that it says out."""

from __future__ import annotations

import re

_WORDS = {
    "dev": "dev",
    "devel": "dev",
    "develop": "dev",
    "development": "dev",
    "test": "test",
    "testing": "test",
    "tst": "test",
    "qa": "test",
    "uat": "test",
    "integration": "test",
    "staging": "staging",
    "stage": "staging",
    "stg": "staging",
    "preprod": "staging",
    "preproduction": "staging",
    "prod": "prod",
    "production": "prod",
    "prd": "prod",
    "sandbox": "sandbox",
    "nonprod": "nonprod",
    "dr": "dr",
}
_TIERS = {
    "dev": "development",
    "sandbox": "development",
    "test": "staging",
    "staging": "staging",
    "prod": "production",
    "dr": "disaster-recovery",
}
_SEPARATORS = re.compile(r"[-_.]")
_JOINED = re.compile(r"\b(pre|non)[-_.](?=prod)", re.IGNORECASE)
_DISASTER = re.compile(r"\bdisaster[-_.]recovery\b", re.IGNORECASE)


def tier_word(name: str) -> str:
    """What the first or the last word of a name says of its tier, empty where it says nothing."""
    joined = _DISASTER.sub("dr", _JOINED.sub(r"\1", name.lower().replace("_", "-")))
    words = _SEPARATORS.split(joined)
    return _WORDS.get(words[0]) or _WORDS.get(words[-1]) or ""


def tier_of(name: str) -> str:
    """The tier as the format of workflows has it, empty where the name says none."""
    return _TIERS.get(tier_word(name), "")
