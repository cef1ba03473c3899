"""Words for a version of a regulation that the program itself could not work with."""

from __future__ import annotations

from engine.messages import Words

_FIX = (
    "возьмите за основу поставляемый файл: resheno workflow export {name} -o {name}.yaml; иначе дайте другое имя",
    "start from the shipped file: resheno workflow export {name} -o {name}.yaml; or give it another name",
)

NEEDS: dict[str, Words] = {
    "needs-subject": Words(
        "дела «{name}» программа открывает по полям {wanted}, а в файле subject: {found}.",
        "the program opens cases of {name} by {wanted}, and the file has subject: {found}.",
        *_FIX,
        "E-180",
    ),
    "needs-field": Words(
        "в «{name}» программа записывает поле «{field}» ({type}), а его нет.",
        "the program writes the field {field} ({type}) of {name}, and there is none.",
        *_FIX,
        "E-181",
    ),
    "needs-type": Words(
        "в поле «{field}» программа записывает {type}, а в файле у него тип {found}.",
        "the program writes {type} into the field {field}, whose type in the file is {found}.",
        *_FIX,
        "E-182",
    ),
    "needs-value": Words(
        "в поле «{field}» программа записывает и то, чего нет среди его values: {value}.",
        "the program also writes into the field {field} what is not among its values: {value}.",
        *_FIX,
        "E-183",
    ),
    "needs-stage": Words(
        "в «{name}» нет этапа «{stage}», на котором программа открывает дело.",
        "{name} has no stage {stage}, in which the program opens a case.",
        *_FIX,
        "E-184",
    ),
    "needs-arrow": Words(
        "в «{name}» нет действия {trigger} с этапа «{stage}», которое программа совершает сама.",
        "{name} has no arrow {trigger} from {stage}, which the program takes by itself.",
        *_FIX,
        "E-185",
    ),
    "needs-no-question": Words(
        "действие {trigger} в «{name}» программа совершает сама, а оно просит: {asks}.",
        "the program takes {trigger} of {name} by itself, and it asks for {asks}.",
        "уберите asks у этого действия",
        "remove 'asks' from that arrow",
        "E-186",
    ),
    "needs-record": Words(
        "в «{name}» нет вида материала «{kind}», которым программа записывает пункты документов.",
        "{name} has no kind of record {kind}, as which the program keeps items of documents.",
        *_FIX,
        "E-187",
    ),
    "needs-no-more": Words(
        "поле «{field}» обязательно, а программа его не заполняет.",
        "the field {field} is required, and the program does not fill it.",
        "уберите знак «!» у типа поля",
        "remove the '!' of the field's type",
        "E-188",
    ),
}
