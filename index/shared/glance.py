"""The one small question of every command, whether anything is new, put by the standard library alone.

Loading OpenSearch's client takes longer than most commands do. It is needed only where something is new, or
where the answer is any other than a state: it then asks again, patiently, and explains.
"""

from __future__ import annotations

import json
from base64 import b64encode
from http.client import HTTPConnection, HTTPException, HTTPSConnection

from mandex.index.engines.address import Address, Json, authority, host_and_port, login
from mandex.index.shared.states import STATE, State, documents_index, read_state

_TIMEOUT = 3.0  # seconds for a node; then the next is asked
_LARGEST = 1 << 16  # bytes of a state, with the tokens of fifty dead writers


def glance(address: Address) -> State | None:
    """The state of a base as the first node that answers tells it; None where none answers with a state.

    Raises `StoreError` for a state that is damaged, or of another version of Mandex.
    """
    for host in address.hosts:
        if found := _asked(address, host):
            return read_state(found, str(address))
    return None


def _asked(address: Address, host: str) -> Json | None:
    connection = _connection(address, host)
    headers = {"Connection": "close"}
    if known := login(address):
        headers["Authorization"] = f"Basic {b64encode(':'.join(known).encode()).decode('ascii')}"
    try:
        connection.request("GET", f"/{documents_index(address)}/_doc/{STATE}", headers=headers)
        answer = connection.getresponse()
        found = json.loads(answer.read(_LARGEST)) if answer.status == 200 else None
    except (OSError, HTTPException, ValueError):
        return None
    finally:
        connection.close()
    return found if isinstance(found, dict) else None


def _connection(address: Address, host: str) -> HTTPConnection:
    name, port = host_and_port(host)
    if not address.tls:
        return HTTPConnection(name, port, timeout=_TIMEOUT)
    import ssl  # noqa: PLC0415 - only where it is spoken

    return HTTPSConnection(
        name, port, timeout=_TIMEOUT, context=ssl.create_default_context(cafile=authority())
    )
