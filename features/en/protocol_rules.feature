# language: en
Feature: Rules of a protocol
  What is demanded of a board's decision and of its assignments. The twin of this file is features/ru/protocol_rules.feature.

  @R01 @error
  Scenario: Quorum
    Fix: check the list of those present; without a quorum nothing is decided
    Given a protocol
    When the membership is stated
    And the people present are stated
    Then the quorum is at least 1/2 of the membership

  @R02 @error
  Scenario: Attendance by category
    Fix: leave everybody in one list, of those present or of those absent
    Given a protocol
    When the people present are stated
    And the people absent are stated
    Then the people present and the people absent are different people

  @R02b @error
  Scenario: The invited stand apart
    Fix: leave everybody in one list, of the members or of the invited
    Given a protocol
    When the people present are stated
    And the people invited are stated
    Then the people present and the people invited are different people

  @R03 @error
  Scenario: Signature of the chair
    Fix: add the signature of the chair
    Given a protocol
    Then the chair is stated

  @R03b @error
  Scenario: Signature of the secretary
    Fix: add the signature of the secretary
    Given a protocol
    When the kind differs from "order"
    Then the secretary is stated

  @R04 @error
  Scenario: Particulars
    Fix: add what is missing to the head of the document
    Given a protocol
    Then the body is stated
    And the kind is stated
    And the number is stated
    And the date is stated
    And the place is stated

  @R05 @warning
  Scenario: Question and decision
    Fix: write down the agenda and the decision on each of its questions
    Given a protocol
    When the kind differs from "order"
    Then there is a question
    And each question has an item

  @R07 @error
  Scenario: Numbers do not repeat
    Fix: give item {path} a number of its own
    Given an item
    Then the path is unique

  @R10 @error
  Scenario: Take note
    Fix: item {path} needs neither executor nor deadline; tie it to a question of the agenda
    Given an item of kind "take note"
    Then there is no assignment
    And there is a question

  @R16 @error
  Scenario: Executor
    Fix: name the executor of item {path}
    Given an assignment
    Then there is an executor

  @R17 @error
  Scenario: Deadline
    Fix: state the deadline of item {path}
    Given an assignment
    Then the deadline is stated

  @R18 @error
  Scenario: No deadline before the decision
    Fix: check the year in the deadline of item {path} ({deadline}): mostly the same day of the next year is meant
    Given an assignment
    When the end of the term is stated
    Then the deadline is not earlier than the date of the protocol

  @R19 @error
  Scenario: "By" includes the day
    Fix: the last day of item {path} is {written date}
    Given an assignment
    When the deadline equals "date"
    And the written date is stated
    Then the deadline equals the written date

  @R20 @error
  Scenario: A month ends on its last day
    Fix: the last day of item {path} is {last day}
    Given an assignment
    When the deadline equals "month"
    Then the deadline equals the last day

  @R21 @error
  Scenario: A period runs forward
    Fix: check the start ({start of the term}) and the end ({end of the term}) of item {path}
    Given an assignment
    When the deadline equals "period"
    And the start of the term is stated
    And the end of the term is stated
    Then the deadline is not earlier than the start of the term

  @R22 @note
  Scenario: School year
    Fix: the school year of item {path} ends on {last day}; write the day if another one was meant
    Given an assignment
    When the deadline equals "school year"
    Then the deadline equals the last day

  @R23 @warning
  Scenario: Permanent work is reviewed
    Fix: give item {path} a period of reports, such as every quarter
    Given an assignment
    When the deadline equals "permanent"
    And there is no event
    Then the review period is stated

  @R25 @warning
  Scenario: A start without an end
    Fix: state the end of the term of item {path}, which starts on {start of the term}
    Given an assignment
    When the start of the term is stated
    Then the end of the term is stated

  @R27 @warning
  Scenario: A day off
    Fix: move the deadline of item {path} to {nearest working day} or earlier
    Given an assignment
    When the nearest working day is stated
    Then the deadline equals the nearest working day

  @R28 @warning
  Scenario: Too little time
    Fix: check whether item {path} can be carried out by {deadline}
    Given an assignment
    When the deadline is not earlier than the date of the protocol
    Then the deadline is not earlier than 5 working days after the date of the protocol

  @R29 @warning
  Scenario: Co-executor
    Fix: say with whom item {path} is carried out
    Given an assignment
    When the addressee contains "во взаимодействии"
    Then there is a co-executor

  @R30 @warning
  Scenario: One responsible person
    Fix: name who is responsible for item {path}, mostly the first of the list ({responsible person})
    Given an assignment
    When there is an executor
    Then there is exactly one responsible person

  @R31 @warning
  Scenario: An executor who was absent
    Fix: acquaint {name} with the assignment
    Given an executor
    When the name is among the people absent of the protocol
    Then the acquaintance is stated

  @R33 @warning
  Scenario: One assignment to many
    Fix: name the lead: item {path} has the text of items {twin}
    Given an assignment
    When there is a twin
    Then the lead is stated

  @R34 @warning
  Scenario: Control
    Fix: add who controls the decision as a whole
    Given a protocol
    Then the controller is stated

  @R42 @warning
  Scenario: Deadlines in order
    Fix: item {path} ({deadline}) waits for an item that is due later; bring the two into order
    Given an assignment
    When the end of the term is stated
    Then the deadline is not earlier than the deadline of the predecessor

  @R42b @warning
  Scenario: Start after the predecessor
    Fix: item {path} starts on {start of the term}, before the item that it waits for is due; bring the two into order
    Given an assignment
    When the deadline equals "period"
    And the start of the term is stated
    Then the start of the term is not earlier than the deadline of the predecessor
