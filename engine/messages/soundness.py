"""Words for definitions that nobody can carry out: sentences that fight each other, stages that wait in vain."""

from __future__ import annotations

from engine.messages import Words

SOUNDNESS: dict[str, Words] = {
    "required-and-forbidden": Words(
        "«{requirement}» не выполнить: «{field}» обязательно указывать ({path})",
        "'{requirement}' can never hold: {field} has to be stated ({path})",
        "Уберите требование или знак «!» у типа поля.",
        "Remove the requirement, or the '!' of the field's type.",
        "E-482",
    ),
    "role-acted-before": Words(
        "«{requirement}» не выполнить: до этого шага {trigger} всегда совершает {role} ({path})",
        "'{requirement}' can never hold: by then {role} has always done {trigger} ({path})",
        "Дайте той стрелке другую роль или уберите требование.",
        "Give that arrow another role, or remove the requirement.",
        "E-483",
    ),
    "moment-stated": Words(
        "действие {trigger} ({path}) просит «{field}», а этот день говорит только журнал",
        "{trigger} ({path}) asks for {field}, a day that only the journal tells",
        "Уберите «{field}» из `asks` и `takes`.",
        "Remove {field} from `asks` and `takes`.",
        "E-484",
    ),
    "setting-of-another-kind": Words(
        "действие {trigger} ({path}) записало бы в «{field}» ({type}) значение «{value}»",
        "{trigger} ({path}) would put '{value}' into {field} ({type})",
        "Запишите значение этого типа или возьмите из команды данные, которые названы полем того же типа.",
        "Put a value of that type, or take from the command what is named as a field of that type.",
        "E-485",
    ),
    "too-many-ways": Words(
        "у дела больше {count} путей: не проверено, ждут ли этапы друг друга",
        "a case has more than {count} ways: whether stages wait for each other was not checked",
        "Уберите лишние стрелки или виды материалов либо разделите регламент на два.",
        "Remove arrows or kinds of records that are not needed, or make two regulations of it.",
        "E-486",
    ),
    "never-linked": Words(
        "«{requirement}» не выполнить: такой связи в регламенте нет ({path})",
        "'{requirement}' can never hold: this definition has no such link ({path})",
        "Опишите связь (back) или уберите требование.",
        "Declare the link (back), or remove the requirement.",
        "E-464",
    ),
    "never-so-many": Words(
        "«{requirement}» не выполнить: больше {most} здесь не бывает ({path})",
        "'{requirement}' can never hold: there is never more than {most} of it ({path})",
        "Уменьшите число или уберите требование.",
        "Ask for fewer, or remove the requirement.",
        "E-465",
    ),
    "requirements-contradict": Words(
        "«{first}» и «{second}» вместе не выполнить: {path}",
        "'{first}' and '{second}' can never hold together: {path}",
        "Уберите одно из двух или измените число.",
        "Remove one of the two, or change a number.",
        "E-490",
    ),
    "requirement-too-late": Words(
        "«{second}» уже не выполнить: к этому шагу ({path}) материалов «{kind}» есть не менее {there}",
        "'{second}' can no longer hold: at this step ({path}) there are at least {there} of {kind}",
        "Уберите это требование или то, которое раньше просит «{kind}».",
        "Remove this requirement, or the earlier one that asks for {kind}.",
        "E-491",
    ),
    "compared-with-itself": Words(
        "«{requirement}» сравнивает значение с ним самим: {path}",
        "'{requirement}' compares a value with itself: {path}",
        "Назовите второе значение.",
        "Name the other value.",
        "E-492",
    ),
    "term-of-no-days": Words(
        "«{requirement}» не оставляет ни одного дня: {path}",
        "'{requirement}' leaves no day at all: {path}",
        "Укажите срок хотя бы в один день.",
        "State a term of at least one day.",
        "E-493",
    ),
    "values-contradict": Words(
        "ни одно значение не подойдёт: {sentences} ({path})",
        "no value will do: {sentences} ({path})",
        "Уберите одно из этих требований.",
        "Remove one of these requirements.",
        "E-494",
    ),
    "term-ends-before-it-starts": Words(
        "срок кончается раньше, чем начинается: {sentences} ({path})",
        "the term ends before it starts: {sentences} ({path})",
        "Поменяйте местами начало и срок или уберите требование.",
        "Exchange start and end, or remove the requirement.",
        "E-495",
    ),
    "role-shut-out": Words(
        "действие {trigger} ({path}) совершить некому: «{second}» не допускает тех, кого требует «{first}»",
        "nobody can take {trigger} ({path}): '{second}' shuts out those whom '{first}' asks for",
        "Дайте стрелке другую роль или уберите требование.",
        "Give the arrow another role, or remove the requirement.",
        "E-496",
    ),
    "waits-for-later": Words(
        "этап «{stage}» ждёт того, что появится только позже: «{requirement}», а «{kind}» даёт этап {producer}: {path}",
        "the stage {stage} waits for what only comes later: '{requirement}', and {producer} gives {kind}: {path}",
        "Перенесите требование на этап «{producer}» или позже.",
        "Move the requirement to {producer}, or later.",
        "E-497",
    ),
    "stages-wait": Words(
        "этапы ждут друг друга: {path}; «{requirement}», а «{kind}» даёт этап {producer}",
        "stages wait for each other: {path}; '{requirement}', and {producer} gives {kind}",
        "Уберите одно из требований.",
        "Remove one of the requirements.",
        "E-498",
    ),
    "waits-for-missed": Words(
        "путём {path} дело застрянет на этапе «{stage}»: «{requirement}», а «{kind}» даёт этап {producer} в стороне",
        "by the way {path} a case gets stuck in {stage}: '{requirement}', and {kind} comes from {producer}, aside",
        "Уберите требование или проведите путь через «{producer}».",
        "Remove the requirement, or lead the way through {producer}.",
        "E-499",
    ),
}
