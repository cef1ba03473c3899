# language: en
Feature: Examples of the rules of a protocol
  The twin of this file is features/ru/examples/protocol_rules.feature.

  @R01 @example
  Scenario: More than half came
    Given a protocol
      | date       | membership                          | people present         | quorum |
      | 09.12.2021 | Иванова И.И., Петров П.П., Ким О.В. | Иванова И.И., Ким О.В. | 2      |
    When today is 01.03.2022
    Then the rule is kept

  @R01 @example
  Scenario: Fewer than half came, the invited do not count
    Given a protocol
      | date       | membership                          | people present | people invited          | quorum |
      | 09.12.2021 | Иванова И.И., Петров П.П., Ким О.В. | Ким О.В.       | Орлова Т.П., Дёмин И.К. | 1      |
    When today is 01.03.2022
    Then the rule is broken

  @R01 @example
  Scenario: The membership is not named
    Given a protocol
      | date       | people present | quorum |
      | 09.12.2021 | Ким О.В.       | 1      |
    When today is 01.03.2022
    Then the rule is kept

  @R01 @example
  Scenario: Exactly half came
    Given a protocol
      | date       | membership                                       | people present         | quorum |
      | 09.12.2021 | Иванова И.И., Петров П.П., Ким О.В., Орлова Т.П. | Иванова И.И., Ким О.В. | 2      |
    When today is 01.03.2022
    Then the rule is kept

  @R01 @example
  Scenario: Who came is not written down
    Given a protocol
      | date       | membership                                       |
      | 09.12.2021 | Иванова И.И., Петров П.П., Ким О.В., Орлова Т.П. |
    When today is 01.03.2022
    Then the rule is kept

  @R02 @example
  Scenario: Everybody in one list
    Given a protocol
      | date       | people present | people absent |
      | 09.12.2021 | Иванова И.И.   | Петров П.П.   |
    When today is 01.03.2022
    Then the rule is kept

  @R02 @example
  Scenario: One in two lists
    Given a protocol
      | date       | people present         | people absent |
      | 09.12.2021 | Иванова И.И., Ким О.В. | Ким О.В.      |
    When today is 01.03.2022
    Then the rule is broken

  @R02 @example
  Scenario: Only the absent are written down
    Given a protocol
      | date       | people absent |
      | 09.12.2021 | Ким О.В.      |
    When today is 01.03.2022
    Then the rule is kept

  @R02 @example
  Scenario: Only those present are written down
    Given a protocol
      | date       | people present |
      | 09.12.2021 | Ким О.В.       |
    When today is 01.03.2022
    Then the rule is kept

  @R02b @example
  Scenario: The invited are no members
    Given a protocol
      | date       | people present | people invited |
      | 09.12.2021 | Иванова И.И.   | Дёмин И.К.     |
    When today is 01.03.2022
    Then the rule is kept

  @R02b @example
  Scenario: A member among the invited
    Given a protocol
      | date       | people present | people invited |
      | 09.12.2021 | Иванова И.И.   | Иванова И.И.   |
    When today is 01.03.2022
    Then the rule is broken

  @R02b @example
  Scenario: Only the invited are written down
    Given a protocol
      | date       | people invited |
      | 09.12.2021 | Дёмин И.К.     |
    When today is 01.03.2022
    Then the rule is kept

  @R02b @example
  Scenario: Nobody was invited
    Given a protocol
      | date       | people present |
      | 09.12.2021 | Ким О.В.       |
    When today is 01.03.2022
    Then the rule is kept

  @R03 @example
  Scenario: The chair signed
    Given a protocol
      | date       | chair       |
      | 09.12.2021 | Орлова Т.П. |
    When today is 01.03.2022
    Then the rule is kept

  @R03 @example
  Scenario: No signature of the chair
    Given a protocol
      | date       | secretary |
      | 09.12.2021 | Ким О.В.  |
    When today is 01.03.2022
    Then the rule is broken

  @R03 @example
  Scenario: The meeting is still to come
    Given a protocol
      | date       | secretary |
      | 20.03.2022 | Ким О.В.  |
    When today is 01.03.2022
    Then the rule is pending from 20.03.2022

  @R03b @example
  Scenario: The secretary signed
    Given a protocol
      | date       | kind     | secretary |
      | 09.12.2021 | protocol | Ким О.В.  |
    When today is 01.03.2022
    Then the rule is kept

  @R03b @example
  Scenario: No signature of the secretary
    Given a protocol
      | date       | kind     | chair       |
      | 09.12.2021 | protocol | Орлова Т.П. |
    When today is 01.03.2022
    Then the rule is broken

  @R03b @example
  Scenario: An order needs no secretary
    Given a protocol
      | date       | kind  | chair       |
      | 09.12.2021 | order | Орлова Т.П. |
    When today is 01.03.2022
    Then the rule is kept

  @R04 @example
  Scenario: All particulars are there
    Given a protocol
      | date       | body                                    | kind     | number | place      |
      | 09.12.2021 | Коллегия управления образования Заречья | protocol | 7      | г. Заречье |
    When today is 01.03.2022
    Then the rule is kept

  @R04 @example
  Scenario: No number
    Given a protocol
      | date       | body                                    | kind     | place      |
      | 09.12.2021 | Коллегия управления образования Заречья | protocol | г. Заречье |
    When today is 01.03.2022
    Then the rule is broken

  @R04 @example
  Scenario: No place
    Given a protocol
      | date       | body                                    | kind     | number |
      | 09.12.2021 | Коллегия управления образования Заречья | protocol | 7      |
    When today is 01.03.2022
    Then the rule is broken

  @R04 @example
  Scenario: No body
    Given a protocol
      | date       | kind     | number | place      |
      | 09.12.2021 | protocol | 7      | г. Заречье |
    When today is 01.03.2022
    Then the rule is broken

  @R04 @example
  Scenario: No kind
    Given a protocol
      | date       | body                                    | number | place      |
      | 09.12.2021 | Коллегия управления образования Заречья | 7      | г. Заречье |
    When today is 01.03.2022
    Then the rule is broken

  @R04 @example
  Scenario: No date
    Given a protocol
      | body                                    | kind     | number | place      |
      | Коллегия управления образования Заречья | protocol | 7      | г. Заречье |
    When today is 01.03.2022
    Then the rule is broken

  @R05 @example
  Scenario: The question has a decision
    Given a protocol
      | date       | kind     |
      | 09.12.2021 | protocol |
    And a question
      | number | topic                 |
      | 1      | Об итогах мониторинга |
    And an item
      | path |
      | 1.1  |
    When today is 01.03.2022
    Then the rule is kept

  @R05 @example
  Scenario: The question has no decision
    Given a protocol
      | date       | kind     |
      | 09.12.2021 | protocol |
    And a question
      | number | topic                 |
      | 1      | Об итогах мониторинга |
    When today is 01.03.2022
    Then the rule is broken

  @R05 @example
  Scenario: There is no agenda
    Given a protocol
      | date       | kind     |
      | 09.12.2021 | decision |
    And an item
      | path |
      | 1    |
    When today is 01.03.2022
    Then the rule is broken

  @R05 @example
  Scenario: An order has no agenda
    Given a protocol
      | date       | kind  |
      | 09.12.2021 | order |
    And an item
      | path |
      | 1    |
    When today is 01.03.2022
    Then the rule is kept

  @R07 @example
  Scenario: Different numbers
    Given a protocol
      | date       |
      | 09.12.2021 |
    And an item
      | path |
      | 1/2  |
      | 2/2  |
    When today is 01.03.2022
    Then the rule is kept

  @R07 @example
  Scenario: A number given twice
    Given a protocol
      | date       |
      | 09.12.2021 |
    And an item
      | path |
      | 2    |
      | 2    |
    When today is 01.03.2022
    Then the rule is broken

  @R10 @example
  Scenario: A question of the agenda is noted
    Given a protocol
      | date       |
      | 09.12.2021 |
    And a question
      | number | topic                 |
      | 1      | Об итогах мониторинга |
    And an item
      | path | kind      |
      | 1    | take note |
    When today is 01.03.2022
    Then the rule is kept

  @R10 @example
  Scenario: An assignment was made of it
    Given a protocol
      | date       |
      | 09.12.2021 |
    And a question
      | number | topic                 |
      | 1      | Об итогах мониторинга |
    And an item
      | path | kind      |
      | 1    | take note |
    And an assignment
      | path |
      | 1    |
    When today is 01.03.2022
    Then the rule is broken

  @R10 @example
  Scenario: What is noted belongs to nothing
    Given a protocol
      | date       |
      | 09.12.2021 |
    And an item
      | path | kind      |
      | 1    | take note |
    When today is 01.03.2022
    Then the rule is broken

  @R16 @example
  Scenario: An executor is named
    Given a protocol
      | date       |
      | 09.12.2021 |
    And an assignment
      | path |
      | 2    |
    And an executor
      | name         |
      | Иванова И.И. |
    When today is 01.03.2022
    Then the rule is kept

  @R16 @example
  Scenario: There is no executor
    Given a protocol
      | date       |
      | 09.12.2021 |
    And an assignment
      | path |
      | 2    |
    When today is 01.03.2022
    Then the rule is broken

  @R17 @example
  Scenario: The deadline is stated
    Given a protocol
      | date       |
      | 09.12.2021 |
    And an assignment
      | path | deadline        |
      | 2    | date 01.02.2022 |
    When today is 01.03.2022
    Then the rule is kept

  @R17 @example
  Scenario: Permanent is a deadline too
    Given a protocol
      | date       |
      | 09.12.2021 |
    And an assignment
      | path | deadline  |
      | 2    | permanent |
    When today is 01.03.2022
    Then the rule is kept

  @R17 @example
  Scenario: There is no deadline
    Given a protocol
      | date       |
      | 09.12.2021 |
    And an assignment
      | path |
      | 2    |
    When today is 01.03.2022
    Then the rule is broken

  @R18 @example
  Scenario: The deadline follows the decision
    Given a protocol
      | date       |
      | 09.12.2021 |
    And an assignment
      | path | deadline        | end of the term |
      | 2    | date 31.05.2022 | 31.05.2022      |
    When today is 01.03.2022
    Then the rule is kept

  @R18 @example
  Scenario: The deadline is the day of the decision
    Given a protocol
      | date       |
      | 09.12.2021 |
    And an assignment
      | path | deadline        | end of the term |
      | 2    | date 09.12.2021 | 09.12.2021      |
    When today is 01.03.2022
    Then the rule is kept

  @R18 @example
  Scenario: The year of the deadline is past
    Given a protocol
      | date       |
      | 09.12.2021 |
    And an assignment
      | path | deadline        | end of the term |
      | 2    | date 31.05.2021 | 31.05.2021      |
    When today is 01.03.2022
    Then the rule is broken

  @R18 @example
  Scenario: The deadline has no day
    Given a protocol
      | date       |
      | 09.12.2021 |
    And an assignment
      | path | deadline  |
      | 2    | permanent |
    When today is 01.03.2022
    Then the rule is kept

  @R18 @example
  Scenario: The day of the decision is not known
    Given a protocol
      | number |
      | 7      |
    And an assignment
      | path | deadline        | end of the term |
      | 2    | date 31.05.2022 | 31.05.2022      |
    When today is 01.03.2022
    Then the rule is pending

  @R18 @example
  Scenario: Only the start is known
    Given a protocol
      | date       |
      | 09.12.2021 |
    And an assignment
      | path | deadline | start of the term |
      | 2    | period   | 01.09.2022        |
    When today is 01.03.2022
    Then the rule is kept

  @R19 @example
  Scenario: The written day is the last one
    Given a protocol
      | date       |
      | 09.12.2021 |
    And an assignment
      | path | deadline        | written date |
      | 2    | date 12.01.2022 | 12.01.2022   |
    When today is 01.03.2022
    Then the rule is kept

  @R19 @example
  Scenario: The deadline moved by a day
    Given a protocol
      | date       |
      | 09.12.2021 |
    And an assignment
      | path | deadline        | written date |
      | 2    | date 11.01.2022 | 12.01.2022   |
    When today is 01.03.2022
    Then the rule is broken

  @R19 @example
  Scenario: The day is written in a period
    Given a protocol
      | date       |
      | 09.12.2021 |
    And an assignment
      | path | deadline          | written date |
      | 2    | period 30.06.2022 | 01.03.2022   |
    When today is 01.03.2022
    Then the rule is kept

  @R19 @example
  Scenario: The day is written in words
    Given a protocol
      | date       |
      | 09.12.2021 |
    And an assignment
      | path | deadline        |
      | 2    | date 12.01.2022 |
    When today is 01.03.2022
    Then the rule is kept

  @R20 @example
  Scenario: February ends on the 28th
    Given a protocol
      | date       |
      | 09.12.2021 |
    And an assignment
      | path | deadline         | last day   |
      | 2    | month 28.02.2022 | 28.02.2022 |
    When today is 01.03.2022
    Then the rule is kept

  @R20 @example
  Scenario: February ended on its first day
    Given a protocol
      | date       |
      | 09.12.2021 |
    And an assignment
      | path | deadline         | last day   |
      | 2    | month 01.02.2022 | 28.02.2022 |
    When today is 01.03.2022
    Then the rule is broken

  @R20 @example
  Scenario: The deadline is no month
    Given a protocol
      | date       |
      | 09.12.2021 |
    And an assignment
      | path | deadline        |
      | 2    | date 01.02.2022 |
    When today is 01.03.2022
    Then the rule is kept

  @R21 @example
  Scenario: A period forward
    Given a protocol
      | date       |
      | 09.12.2021 |
    And an assignment
      | path | deadline          | start of the term | end of the term |
      | 2    | period 30.06.2022 | 01.03.2022        | 30.06.2022      |
    When today is 01.03.2022
    Then the rule is kept

  @R21 @example
  Scenario: A period backward
    Given a protocol
      | date       |
      | 09.12.2021 |
    And an assignment
      | path | deadline          | start of the term | end of the term |
      | 2    | period 31.01.2022 | 01.03.2022        | 31.01.2022      |
    When today is 01.03.2022
    Then the rule is broken

  @R21 @example
  Scenario: A period of one day
    Given a protocol
      | date       |
      | 09.12.2021 |
    And an assignment
      | path | deadline          | start of the term | end of the term |
      | 2    | period 01.03.2022 | 01.03.2022        | 01.03.2022      |
    When today is 01.03.2022
    Then the rule is kept

  @R21 @example
  Scenario: The deadline is no period
    Given a protocol
      | date       |
      | 09.12.2021 |
    And an assignment
      | path | deadline        | start of the term | end of the term |
      | 2    | date 31.01.2022 | 01.03.2022        | 31.01.2022      |
    When today is 01.03.2022
    Then the rule is kept

  @R21 @example
  Scenario: The start is not stated
    Given a protocol
      | date       |
      | 09.12.2021 |
    And an assignment
      | path | deadline          | end of the term |
      | 2    | period 30.06.2022 | 30.06.2022      |
    When today is 01.03.2022
    Then the rule is kept

  @R21 @example
  Scenario: The end is not stated
    Given a protocol
      | date       |
      | 09.12.2021 |
    And an assignment
      | path | deadline | start of the term |
      | 2    | period   | 01.03.2022        |
    When today is 01.03.2022
    Then the rule is kept

  @R22 @example
  Scenario: Until 31 August
    Given a protocol
      | date       |
      | 09.12.2021 |
    And an assignment
      | path | deadline               | last day   |
      | 2    | school year 31.08.2022 | 31.08.2022 |
    When today is 01.03.2022
    Then the rule is kept

  @R22 @example
  Scenario: Until the end of May
    Given a protocol
      | date       |
      | 09.12.2021 |
    And an assignment
      | path | deadline               | last day   |
      | 2    | school year 31.05.2022 | 31.08.2022 |
    When today is 01.03.2022
    Then the rule is broken

  @R22 @example
  Scenario: The deadline is no school year
    Given a protocol
      | date       |
      | 09.12.2021 |
    And an assignment
      | path | deadline        |
      | 2    | date 31.05.2022 |
    When today is 01.03.2022
    Then the rule is kept

  @R23 @example
  Scenario: Reviewed every quarter
    Given a protocol
      | date       |
      | 09.12.2021 |
    And an assignment
      | path | deadline  | review period |
      | 2    | permanent | ежеквартально |
    When today is 01.03.2022
    Then the rule is kept

  @R23 @example
  Scenario: Never reviewed
    Given a protocol
      | date       |
      | 09.12.2021 |
    And an assignment
      | path | deadline  |
      | 2    | permanent |
    When today is 01.03.2022
    Then the rule is broken

  @R23 @example
  Scenario: It ends with an event
    Given a protocol
      | date       |
      | 09.12.2021 |
    And an assignment
      | path | deadline  | event         |
      | 2    | permanent | ГИА 2022 года |
    When today is 01.03.2022
    Then the rule is kept

  @R23 @example
  Scenario: The deadline has a day
    Given a protocol
      | date       |
      | 09.12.2021 |
    And an assignment
      | path | deadline        |
      | 2    | date 31.05.2022 |
    When today is 01.03.2022
    Then the rule is kept

  @R25 @example
  Scenario: A start and an end
    Given a protocol
      | date       |
      | 09.12.2021 |
    And an assignment
      | path | start of the term | end of the term |
      | 2    | 01.09.2022        | 31.05.2023      |
    When today is 01.03.2022
    Then the rule is kept

  @R25 @example
  Scenario: A start only
    Given a protocol
      | date       |
      | 09.12.2021 |
    And an assignment
      | path | start of the term |
      | 2    | 01.09.2022        |
    When today is 01.03.2022
    Then the rule is broken

  @R25 @example
  Scenario: There is no start
    Given a protocol
      | date       |
      | 09.12.2021 |
    And an assignment
      | path | deadline  |
      | 2    | permanent |
    When today is 01.03.2022
    Then the rule is kept

  @R27 @example
  Scenario: A working day
    Given a protocol
      | date       |
      | 09.12.2021 |
    And an assignment
      | path | deadline        | nearest working day |
      | 2    | date 17.01.2022 | 17.01.2022          |
    When today is 01.03.2022
    Then the rule is kept

  @R27 @example
  Scenario: A Saturday
    Given a protocol
      | date       |
      | 09.12.2021 |
    And an assignment
      | path | deadline        | nearest working day |
      | 2    | date 15.01.2022 | 17.01.2022          |
    When today is 01.03.2022
    Then the rule is broken

  @R27 @example
  Scenario: The end of a month may be a day off
    Given a protocol
      | date       |
      | 09.12.2021 |
    And an assignment
      | path | deadline         |
      | 2    | month 30.04.2022 |
    When today is 01.03.2022
    Then the rule is kept

  @R28 @example
  Scenario: Five working days exactly
    Given a protocol
      | date       |
      | 09.12.2021 |
    And an assignment
      | path | deadline        | end of the term |
      | 2    | date 16.12.2021 | 16.12.2021      |
    When today is 01.03.2022
    Then the rule is kept

  @R28 @example
  Scenario: Four working days
    Given a protocol
      | date       |
      | 09.12.2021 |
    And an assignment
      | path | deadline        | end of the term |
      | 2    | date 15.12.2021 | 15.12.2021      |
    When today is 01.03.2022
    Then the rule is broken

  @R28 @example
  Scenario: A deadline before the decision is another rule's
    Given a protocol
      | date       |
      | 09.12.2021 |
    And an assignment
      | path | deadline        | end of the term |
      | 2    | date 31.05.2021 | 31.05.2021      |
    When today is 01.03.2022
    Then the rule is kept

  @R28 @example
  Scenario: On the day of the decision
    Given a protocol
      | date       |
      | 09.12.2021 |
    And an assignment
      | path | deadline        | end of the term |
      | 2    | date 09.12.2021 | 09.12.2021      |
    When today is 01.03.2022
    Then the rule is broken

  @R28 @example
  Scenario: Only the start is known
    Given a protocol
      | date       |
      | 09.12.2021 |
    And an assignment
      | path | deadline | start of the term |
      | 2    | period   | 10.12.2021        |
    When today is 01.03.2022
    Then the rule is kept

  @R29 @example
  Scenario: The co-executor is named
    Given a protocol
      | date       |
      | 09.12.2021 |
    And an assignment
      | path | addressee                                                     | co-executor          |
      | 2    | отделу образования во взаимодействии с методическим кабинетом | методический кабинет |
    When today is 01.03.2022
    Then the rule is kept

  @R29 @example
  Scenario: There is no co-executor
    Given a protocol
      | date       |
      | 09.12.2021 |
    And an assignment
      | path | addressee                                                     |
      | 2    | отделу образования во взаимодействии с методическим кабинетом |
    When today is 01.03.2022
    Then the rule is broken

  @R29 @example
  Scenario: With nobody else
    Given a protocol
      | date       |
      | 09.12.2021 |
    And an assignment
      | path | addressee          |
      | 2    | отделу образования |
    When today is 01.03.2022
    Then the rule is kept

  @R30 @example
  Scenario: One answers, the other helps
    Given a protocol
      | date       |
      | 09.12.2021 |
    And an assignment
      | path | responsible person | co-executor |
      | 2    | Иванова И.И.       | Ким О.В.    |
    And an executor
      | name         |
      | Иванова И.И. |
      | Ким О.В.     |
    When today is 01.03.2022
    Then the rule is kept

  @R30 @example
  Scenario: Two answer
    Given a protocol
      | date       |
      | 09.12.2021 |
    And an assignment
      | path | responsible person     |
      | 2    | Иванова И.И., Ким О.В. |
    And an executor
      | name         |
      | Иванова И.И. |
      | Ким О.В.     |
    When today is 01.03.2022
    Then the rule is broken

  @R30 @example
  Scenario: All help, nobody answers
    Given a protocol
      | date       |
      | 09.12.2021 |
    And an assignment
      | path | co-executor            |
      | 2    | Иванова И.И., Ким О.В. |
    And an executor
      | name         |
      | Иванова И.И. |
      | Ким О.В.     |
    When today is 01.03.2022
    Then the rule is broken

  @R30 @example
  Scenario: There are no executors
    Given a protocol
      | date       |
      | 09.12.2021 |
    And an assignment
      | path |
      | 2    |
    When today is 01.03.2022
    Then the rule is kept

  @R31 @example
  Scenario: The executor was at the meeting
    Given a protocol
      | date       | people absent |
      | 09.12.2021 | Петров П.П.   |
    And an assignment
      | path |
      | 2    |
    And an executor
      | name     |
      | Ким О.В. |
    When today is 01.03.2022
    Then the rule is kept

  @R31 @example
  Scenario: Absent, but acquainted
    Given a protocol
      | date       | people absent |
      | 09.12.2021 | Ким О.В.      |
    And an assignment
      | path |
      | 2    |
    And an executor
      | name     | acquaintance |
      | Ким О.В. | 13.12.2021   |
    When today is 01.03.2022
    Then the rule is kept

  @R31 @example
  Scenario: Absent and not acquainted
    Given a protocol
      | date       | people absent |
      | 09.12.2021 | Ким О.В.      |
    And an assignment
      | path |
      | 2    |
    And an executor
      | name     |
      | Ким О.В. |
    When today is 01.03.2022
    Then the rule is broken

  @R33 @example
  Scenario: The lead is named
    Given a protocol
      | date       |
      | 09.12.2021 |
    And an assignment
      | path | twin     | lead         |
      | 2    | 3.1, 4.1 | Иванова И.И. |
    When today is 01.03.2022
    Then the rule is kept

  @R33 @example
  Scenario: There is no lead
    Given a protocol
      | date       |
      | 09.12.2021 |
    And an assignment
      | path | twin     |
      | 2    | 3.1, 4.1 |
    When today is 01.03.2022
    Then the rule is broken

  @R33 @example
  Scenario: There is but one such assignment
    Given a protocol
      | date       |
      | 09.12.2021 |
    And an assignment
      | path |
      | 2    |
    When today is 01.03.2022
    Then the rule is kept

  @R34 @example
  Scenario: A controller is named
    Given a protocol
      | date       | controller  |
      | 09.12.2021 | Орлова Т.П. |
    When today is 01.03.2022
    Then the rule is kept

  @R34 @example
  Scenario: There is no controller
    Given a protocol
      | date       |
      | 09.12.2021 |
    When today is 01.03.2022
    Then the rule is broken

  @R42 @example
  Scenario: One after the other
    Given a protocol
      | date       |
      | 09.12.2021 |
    And a predecessor
      | path | deadline   |
      | 1    | 01.02.2022 |
    And an assignment
      | path | deadline        | end of the term |
      | 2    | date 01.03.2022 | 01.03.2022      |
    When today is 01.03.2022
    Then the rule is kept

  @R42 @example
  Scenario: It waits for what is later
    Given a protocol
      | date       |
      | 09.12.2021 |
    And a predecessor
      | path | deadline   |
      | 1    | 01.04.2022 |
    And an assignment
      | path | deadline        | end of the term |
      | 2    | date 01.03.2022 | 01.03.2022      |
    When today is 01.03.2022
    Then the rule is broken

  @R42 @example
  Scenario: It waits for nothing
    Given a protocol
      | date       |
      | 09.12.2021 |
    And an assignment
      | path | deadline        | end of the term |
      | 2    | date 01.03.2022 | 01.03.2022      |
    When today is 01.03.2022
    Then the rule is kept

  @R42 @example
  Scenario: The predecessor's deadline is not known
    Given a protocol
      | date       |
      | 09.12.2021 |
    And a predecessor
      | path | deadline |
      | 1    |          |
    And an assignment
      | path | deadline        | end of the term |
      | 2    | date 01.03.2022 | 01.03.2022      |
    When today is 01.03.2022
    Then the rule is pending

  @R42 @example
  Scenario: On the same day
    Given a protocol
      | date       |
      | 09.12.2021 |
    And a predecessor
      | path | deadline   |
      | 1    | 01.03.2022 |
    And an assignment
      | path | deadline        | end of the term |
      | 2    | date 01.03.2022 | 01.03.2022      |
    When today is 01.03.2022
    Then the rule is kept

  @R42 @example
  Scenario: The deadline has no day
    Given a protocol
      | date       |
      | 09.12.2021 |
    And a predecessor
      | path | deadline   |
      | 1    | 01.03.2022 |
    And an assignment
      | path | deadline | start of the term |
      | 2    | period   | 01.03.2022        |
    When today is 01.03.2022
    Then the rule is kept

  @R42b @example
  Scenario: It starts afterwards
    Given a protocol
      | date       |
      | 09.12.2021 |
    And a predecessor
      | path | deadline   |
      | 1    | 01.03.2022 |
    And an assignment
      | path | deadline          | start of the term | end of the term |
      | 2    | period 30.06.2022 | 01.03.2022        | 30.06.2022      |
    When today is 01.03.2022
    Then the rule is kept

  @R42b @example
  Scenario: It starts before
    Given a protocol
      | date       |
      | 09.12.2021 |
    And a predecessor
      | path | deadline   |
      | 1    | 01.04.2022 |
    And an assignment
      | path | deadline          | start of the term | end of the term |
      | 2    | period 30.06.2022 | 01.03.2022        | 30.06.2022      |
    When today is 01.03.2022
    Then the rule is broken

  @R42b @example
  Scenario: It starts much later
    Given a protocol
      | date       |
      | 09.12.2021 |
    And a predecessor
      | path | deadline   |
      | 1    | 01.02.2022 |
    And an assignment
      | path | deadline          | start of the term | end of the term |
      | 2    | period 30.06.2022 | 01.03.2022        | 30.06.2022      |
    When today is 01.03.2022
    Then the rule is kept

  @R42b @example
  Scenario: The deadline is no period
    Given a protocol
      | date       |
      | 09.12.2021 |
    And a predecessor
      | path | deadline   |
      | 1    | 01.04.2022 |
    And an assignment
      | path | deadline        | start of the term |
      | 2    | date 30.06.2022 | 01.03.2022        |
    When today is 01.03.2022
    Then the rule is kept

  @R42b @example
  Scenario: The start is not stated
    Given a protocol
      | date       |
      | 09.12.2021 |
    And a predecessor
      | path | deadline   |
      | 1    | 01.04.2022 |
    And an assignment
      | path | deadline          |
      | 2    | period 30.06.2022 |
    When today is 01.03.2022
    Then the rule is kept
