"""The server for language models answers the official client over standard input and output."""

from __future__ import annotations

import asyncio
import json
import sys
from pathlib import Path
from typing import Any

import pytest

CALLS: dict[str, dict[str, Any]] = {
    "lookup": {"question": "passenger name records"},
    "search": {"query": "passenger name records"},
    "show": {"reference": "S/RES/9001 (2031) OP1"},
    "cites": {"reference": "S/RES/9002 (2032)"},
    "cited_by": {"reference": "1373"},
    "lineage": {"reference": "S/RES/9002 (2032)"},
    "expiring": {"within_days": 3650},
    "standing": {"reference": "S/RES/9001 (2031)", "as_of": "2032-10-10"},
    "compare": {"older": "S/RES/9001 (2031)", "newer": "S/RES/9003 (2032)"},
    "requirements": {"references": ["S/RES/9001 (2031)"]},
}


def test_every_tool_is_listed_and_answers(specimen_kb: Path) -> None:
    mcp = pytest.importorskip("mcp")
    from mcp.client.stdio import StdioServerParameters, stdio_client  # noqa: PLC0415

    command = "from mandex.cli import main; main()"
    arguments = ["-c", command, "--kb", str(specimen_kb), "mcp"]

    async def talk() -> dict[str, Any]:
        parameters = StdioServerParameters(command=sys.executable, args=arguments)
        async with stdio_client(parameters) as (read, write), mcp.ClientSession(read, write) as client:
            await client.initialize()
            listed = {tool.name for tool in (await client.list_tools()).tools}
            assert listed == set(CALLS)
            return {name: await client.call_tool(name, given) for name, given in CALLS.items()}

    answers = asyncio.run(asyncio.wait_for(talk(), 120))
    told = {name: " ".join(part.text for part in answer.content) for name, answer in answers.items()}
    assert "S/RES/9001 (2031)" in told["lookup"]
    assert "official" in told["show"]
    assert json.loads(answers["cites"].content[0].text)
    assert json.loads(answers["standing"].content[0].text)["status"]
    assert json.loads(answers["compare"].content[0].text)["relation"] != "same"
    assert json.loads(answers["requirements"].content[0].text)["obligation"]
    assert not any(answer.is_error for answer in answers.values())
