# language: en
Feature: A management cycle
  What it takes to go to the next stage. The twin of this file is features/ru/cycle.feature.

  Scenario: Without a goal a cycle does not go on
    Given a cycle of mechanism 1.2
    When Орлова Т.П. advances the cycle К-1
    Then it is refused: there is a goal
    And К-1 is at the stage "Goals"

  Scenario: A goal without a justification is none yet
    Given a cycle of mechanism 1.2
    And a goal in К-1: Снизить долю школ с низкими результатами
    When Орлова Т.П. advances the cycle К-1
    Then it is refused: for each goal, the justification is stated

  Scenario: With a justified goal it goes on
    Given a cycle of mechanism 1.2
    And a goal in К-1: Снизить долю школ с низкими результатами
      | justification        |
      | анализ прошлого года |
    When Орлова Т.П. advances the cycle К-1
    Then it is done
    And К-1 is at the stage "Indicators"
