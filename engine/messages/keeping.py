"""Where the data is kept: servers, copies, backups, and what the doctor finds."""

from __future__ import annotations

from engine.messages import Words

_FAULTS: dict[str, Words] = {
    "store-unreachable": Words(
        "сервер базы не отвечает или не пускает: {path}. {detail} Ничего не записано.",
        "the database server does not answer or does not let us in: {path}. {detail} Nothing was recorded.",
        "проверьте адрес и пароль (PGPASSWORD или ~/.pgpass) и повторите",
        "check the address and the password (PGPASSWORD or ~/.pgpass), then repeat",
        "E-510",
    ),
    "store-no-driver": Words(
        "для базы на сервере нужна часть программы, которая не установлена: {path}.",
        "a database on a server needs a part of the program that is not installed: {path}.",
        'pip install "resheno[postgresql]"',
        'pip install "resheno[postgresql]"',
        "E-511",
    ),
}

KEEPING: dict[str, Words] = {**_FAULTS}
