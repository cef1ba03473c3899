# language: en
Feature: Duties kept apart
  Who may not do what another may, and who does it then. The twin of this file is features/ru/duties.feature.

  Scenario: Who was replaced yesterday does not take it off control
    Given a protocol
      | path | text                 | executor     |
      | 1    | Подготовить справку  | Иванова И.И. |
    And evidence of П-1.1: справка
    And the role of controller: Иванова И.И.
    And executor of П-1.1: Рябов С.С.
    When days that pass: 1
    And Рябов С.С. accepts the assignment П-1.1
    And Рябов С.С. reports on П-1.1
    And Иванова И.И. takes off control П-1.1
    Then it is refused: someone other than the executor takes off control

  Scenario: Who stands in for a controller takes off control for two weeks and not a day longer
    Given a protocol
      | path | text                 | executor     |
      | 1    | Подготовить справку  | Иванова И.И. |
      | 2    | Подготовить меры     | Иванова И.И. |
    And evidence of П-1.1: справка
    And evidence of П-1.2: план мер
    And standing in until 07.12.2026: Ким О.В. for Орлова Т.П., controller
    And Иванова И.И. accepts the assignment П-1.1
    And Иванова И.И. reports on П-1.1
    And Иванова И.И. accepts the assignment П-1.2
    And Иванова И.И. reports on П-1.2
    When days that pass: 14
    And Ким О.В. takes off control П-1.1
    Then it is done
    When days that pass: 1
    And Ким О.В. takes off control П-1.2
    Then it is refused: the act is another's

  Scenario: Who stands in for an executor becomes one
    Given a protocol
      | path | text                 | executor     |
      | 1    | Подготовить справку  | Иванова И.И. |
    And evidence of П-1.1: справка
    And the role of controller: Ким О.В.
    And standing in until 07.12.2026: Ким О.В. for Иванова И.И., executor
    When Ким О.В. accepts the assignment П-1.1
    And Ким О.В. reports on П-1.1
    And Ким О.В. takes off control П-1.1
    Then it is refused: someone other than the executor takes off control

  Scenario: Who wrote the analysis does not approve it
    Given a cycle of mechanism 1.2 from the stage "Analysis"
    And the role of curator: Ким О.В.
    And a conclusion in К-1: Разрыв снижается
    When Орлова Т.П. advances the cycle К-1
    Then it is refused: someone other than the author of the conclusion approves the analysis

  Scenario: While the office is one person, they carry a measure out and assess it too
    Given a cycle of mechanism 1.2 from the stage "Effectiveness"
    And a measure in К-1: Подготовить план
      | person in charge |
      | Орлова Т.П.      |
    When an effectiveness analysis in К-1: Доля снизилась
    Then it is done

  Scenario: An administrator of roles does not act in cases
    Given a cycle of mechanism 1.2
    And the role of curator: Ким О.В.
    And the role of role administrator: Ким О.В.
    When Ким О.В. advances the cycle К-1
    Then it is refused: someone other than the administrator of roles acts

  Scenario: Whose role was withdrawn acts no more
    Given a cycle of mechanism 1.2
    And a goal in К-1: Снизить долю школ с низкими результатами
      | justification        |
      | анализ прошлого года |
    And the role of curator: Ким О.В.
    And no longer curator: Ким О.В.
    When Ким О.В. advances the cycle К-1
    Then it is refused: the act is another's
    And К-1 is at the stage "Goals"
