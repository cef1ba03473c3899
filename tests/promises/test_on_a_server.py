"""The random journeys and migrations once more, with a third store beside the two: a database on a server."""

from __future__ import annotations

from contextlib import ExitStack
from typing import ClassVar

import pytest
from hypothesis import HealthCheck, settings
from hypothesis.stateful import RuleBasedStateMachine, run_state_machine_as_test

from engine.desk.desk import Desk
from tests.faults.figures import figure
from tests.office import desk_in
from tests.postgres import fresh
from tests.promises.test_journeys import Journey
from tests.promises.test_migrating import Migrations

MANY = settings(
    max_examples=figure(6, 100), stateful_step_count=25, deadline=None, suppress_health_check=list(HealthCheck)
)
FEW = settings(MANY, max_examples=1, stateful_step_count=5)


class JourneyOnAServer(Journey):
    """One office on three stores; all get the same commands."""

    cluster: ClassVar[str]

    def offices(self) -> list[Desk]:
        self.until = ExitStack()
        return [*super().offices(), desk_in(self.until.enter_context(fresh(self.cluster)), self.clock)]

    def teardown(self) -> None:
        self.until.close()
        super().teardown()


class MigrationsOnAServer(Migrations):
    """The same of the office whose cases go to and fro between two versions."""

    cluster: ClassVar[str]

    def offices(self) -> list[Desk]:
        self.until = ExitStack()
        return [*super().offices(), desk_in(self.until.enter_context(fresh(self.cluster)), self.clock)]

    def teardown(self) -> None:
        self.until.close()
        super().teardown()


@pytest.fixture(params=[JourneyOnAServer, MigrationsOnAServer])
def machine(
    request: pytest.FixtureRequest, cluster: str, monkeypatch: pytest.MonkeyPatch
) -> type[RuleBasedStateMachine]:
    monkeypatch.setattr(request.param, "cluster", cluster, raising=False)
    found: type[RuleBasedStateMachine] = request.param
    return found


def test_a_journey_on_a_server(machine: type[RuleBasedStateMachine]) -> None:
    run_state_machine_as_test(machine, settings=FEW)


@pytest.mark.deep
@pytest.mark.timeout(3_600)
def test_journeys_on_a_server(machine: type[RuleBasedStateMachine]) -> None:
    run_state_machine_as_test(machine, settings=MANY)


def test_a_server_that_has_not_kept_it_is_caught(cluster: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(JourneyOnAServer, "cluster", cluster, raising=False)
    journey = JourneyOnAServer()
    journey.found()
    journey.import_protocol("7", "Первая", False)
    journey.the_case_read_back_is_the_case_we_had()
    journey.desks[2] = desk_in(journey.until.enter_context(fresh(cluster)), journey.clock)
    with pytest.raises(AssertionError):
        journey.the_case_read_back_is_the_case_we_had()
    journey.teardown()
