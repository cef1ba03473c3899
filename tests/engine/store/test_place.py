"""Addresses of databases: what of them may be shown, and what never is."""

from __future__ import annotations

import pytest

from engine.store.place import Server, place_of

SECRET = "pa"


@pytest.mark.parametrize(
    ("url", "shown"),
    [
        ("postgresql://u:pa@h/x", "postgresql://u:***@h/x"),
        ("postgresql://u:pa:ss@h/x", "postgresql://u:***@h/x"),
        ("postgresql://u:pa@ss@h/x", "postgresql://u:***@h/x"),
        ("postgresql://u:pa/ss@h/x", "postgresql://u:***@h/x"),
        ("postgresql://u:pa?s=s@h/x?sslmode=require", "postgresql://u:***@h/x?sslmode=require"),
        ("postgresql://u:ss/?pa@h/x", "postgresql://u:***@h/x"),
        ("postgres://u:pa@[::1]:5432/x", "postgres://u:***@[::1]:5432/x"),
        ("postgresql://u:pa@h1:1,h2:2/x", "postgresql://u:***@h1:1,h2:2/x"),
        ("postgresql://u@h/x?password=pa&sslmode=require", "postgresql://u@h/x?password=***&sslmode=require"),
        ("postgresql://u@h/x?sslmode=require&sslpassword=pa", "postgresql://u@h/x?sslmode=require&sslpassword=***"),
        ("postgresql://u@h/x?SSLPassword=pa", "postgresql://u@h/x?SSLPassword=***"),
        ("postgresql://u@h/x?pass%77ord=pa", "postgresql://u@h/x?pass%77ord=***"),
    ],
)
def test_no_password_is_ever_shown(url: str, shown: str) -> None:
    assert str(Server(url)) == shown
    assert SECRET not in str(Server(url)).replace("pass", "").replace("Pass", "")


@pytest.mark.parametrize(
    "url",
    [
        "postgresql://u@h:5432/x",
        "postgresql://h:5432/x?application_name=resheno",
        "postgresql:///x?host=/var/run",
        "postgresql://h/x?options=a@b:c@d",
        "postgresql://h/x?passfile=/home/u/.pgpass",
    ],
)
def test_an_address_without_a_password_is_shown_as_it_is(url: str) -> None:
    assert str(Server(url)) == url
    assert place_of(url) == Server(url)
