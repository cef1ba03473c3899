# language: en
Feature: An assignment under control
  When an assignment may be taken off control, and by whom. The twin of this file is features/ru/assignment.feature.

  Scenario: Without evidence nothing is taken off control
    Given a protocol
      | path | text                 | executor     |
      | 1    | Подготовить справку  | Иванова И.И. |
    When Иванова И.И. accepts the assignment П-1.1
    And Иванова И.И. reports on П-1.1
    And Орлова Т.П. takes off control П-1.1
    Then it is refused: each assignment of kind "assignment" has evidence
    And П-1.1 is at the stage "Reported"

  Scenario: With evidence it is
    Given a protocol
      | path | text                 | executor     |
      | 1    | Подготовить справку  | Иванова И.И. |
    And evidence of П-1.1: справка
    When Иванова И.И. accepts the assignment П-1.1
    And Иванова И.И. reports on П-1.1
    And Орлова Т.П. takes off control П-1.1
    Then it is done
    And П-1.1 is at the stage "Closed"

  Scenario: The executor does not take it off control
    Given a protocol
      | path | text                 | executor    |
      | 1    | Подготовить справку  | Орлова Т.П. |
    And evidence of П-1.1: справка
    When Орлова Т.П. accepts the assignment П-1.1
    And Орлова Т.П. reports on П-1.1
    And Орлова Т.П. takes off control П-1.1
    Then it is refused: someone other than the executor takes off control
    And П-1.1 is at the stage "Reported"

  Scenario: Not before what it waits for
    Given a protocol
      | path | text                | executor     | after |
      | 1    | Провести анализ     | Иванова И.И. |       |
      | 2    | Подготовить меры    | Иванова И.И. | 1     |
    And evidence of П-1.2: план мер
    When Иванова И.И. accepts the assignment П-1.2
    And Иванова И.И. reports on П-1.2
    And Орлова Т.П. takes off control П-1.2
    Then it is refused: for each predecessor, the closing date is stated

  Scenario: After what it waits for
    Given a protocol
      | path | text                | executor     | after |
      | 1    | Провести анализ     | Иванова И.И. |       |
      | 2    | Подготовить меры    | Иванова И.И. | 1     |
    And evidence of П-1.1: анализ
    And evidence of П-1.2: план мер
    When Иванова И.И. accepts the assignment П-1.1
    And Иванова И.И. reports on П-1.1
    And Орлова Т.П. takes off control П-1.1
    And Иванова И.И. accepts the assignment П-1.2
    And Иванова И.И. reports on П-1.2
    And Орлова Т.П. takes off control П-1.2
    Then it is done
    And П-1.2 is at the stage "Closed"

  Scenario: The same protocol adds nothing a second time
    Given a protocol
      | path | text                 | executor     |
      | 1    | Подготовить справку  | Иванова И.И. |
    When the same protocol is brought
    Then nothing is added
