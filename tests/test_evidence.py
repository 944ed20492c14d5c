"""What manifests and clusters say, as data."""

from sphinx_gitops.evidence import Observed, State


def test_the_worst_state_is_the_one_that_needs_most_attention():
    states = ((State.HEALTHY, 3), (State.OUT_OF_SYNC, 1), (State.SYNCED, 2))
    assert Observed(states=states, total=3).worst is State.OUT_OF_SYNC
