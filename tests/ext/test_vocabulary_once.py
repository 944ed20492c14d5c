"""The vocabulary of a configuration is made once, and again when a value of it is set."""

from __future__ import annotations

from sphinx.config import Config

from sphinx_gitops.ext import config as values
from sphinx_gitops.ext.config import vocabulary
from sphinx_gitops.settings.defaults import DEFAULTS


def configuration(**given: object) -> Config:
    config = Config()
    for name, value in {**DEFAULTS, **given}.items():
        config.add(name, value, "env", ())
    return config


def test_it_is_made_once(monkeypatch):
    made = []
    read_settings = values.read_settings
    monkeypatch.setattr(values, "read_settings", lambda *given: made.append(given) or read_settings(*given))
    config = configuration(gitops_kinds={"scanner": {"class": "security"}})
    assert vocabulary(config) is vocabulary(config)
    assert len(made) == 1


def test_a_value_that_another_extension_sets_counts():
    config = configuration(gitops_kinds={"scanner": {}})
    assert "archive" not in vocabulary(config).kinds
    config.gitops_kinds = {"archive": {"shape": "cylinder"}}
    assert "archive" in vocabulary(config).kinds


def test_two_projects_of_one_process_keep_their_own():
    one, other = configuration(gitops_kinds={"scanner": {}}), configuration()
    assert "scanner" in vocabulary(one).kinds
    assert "scanner" not in vocabulary(other).kinds
