#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Antiphon contributors
# SPDX-License-Identifier: MIT
"""Writes the seed corpora of fuzz_framing, fuzz_eventstream and fuzz_decode.

    seeds.py OUT

Bodies of answers come from the recorded traffic of ANTIPHON_SHARED where there is some, else from the
hand-made exchanges of tests/data. OUT gets `framing`, `eventstream` and `decode-<codec>`, a file for each body
with the two bytes in front that the programs want.
"""
import base64
import glob
import hashlib
import json
import os
import struct
import sys
import zlib

HERE = os.path.dirname(os.path.abspath(__file__))
CODECS = ["openai-chat", "openai-responses", "mistral", "anthropic", "gemini", "bedrock", "cohere", "ollama"]
FRAMINGS = {"bedrock": 4, "ollama": 2}  # as in enum Framing; all others 1, server-sent events
LONGEST = 1 << 16  # what is longer holds an image and teaches nothing

BY_API = {"messages": "anthropic", "generate_content": "gemini", "stream_generate_content": "gemini",
          "converse": "bedrock", "converse_stream": "bedrock", "chat_v2": "cohere", "ollama_chat": "ollama",
          "responses": "openai-responses", "chat_completions": "openai-chat"}


def message(headers, payload):
    """One message of an AWS event stream."""
    head = b"".join(bytes([len(name)]) + name + b"\7" + struct.pack(">H", len(value)) + value
                    for name, value in headers)
    prelude = struct.pack(">II", 16 + len(head) + len(payload), len(head))
    prelude += struct.pack(">I", zlib.crc32(prelude))
    whole = prelude + head + payload
    return whole + struct.pack(">I", zlib.crc32(whole))


def event(kind, payload):
    failed = kind.startswith("!")
    name = b":exception-type" if failed else b":event-type"
    return message([(b":message-type", b"exception" if failed else b"event"),
                    (name, kind.lstrip("!").encode()), (b":content-type", b"application/json")],
                   json.dumps(payload).encode())


def body_of(response):
    if "body_text" in response:
        return response["body_text"].encode("utf-8", "replace")
    if "body_events" in response:
        return b"".join(event(kind, payload) for kind, payload in response["body_events"])
    return base64.b64decode(response.get("body_base64", ""))


def recorded(shared):
    for path in sorted(glob.glob(os.path.join(shared, "fixtures", "recorded", "*", "*.json"))):
        with open(path, encoding="utf-8") as file:
            fixture = json.load(file)
        codec = BY_API.get(fixture["api"])
        if codec == "openai-chat" and fixture["provider"] == "mistral":
            codec = "mistral"
        if codec:
            yield codec, body_of(fixture["response"])


def handmade():
    for path in sorted(glob.glob(os.path.join(HERE, "..", "data", "exchanges", "*", "*.json"))):
        with open(path, encoding="utf-8") as file:
            exchange = json.load(file)
        if "response" in exchange:
            yield os.path.basename(os.path.dirname(path)), body_of(exchange["response"])


def write(folder, name, data):
    os.makedirs(folder, exist_ok=True)
    with open(os.path.join(folder, name), "wb") as file:
        file.write(data)


def main():
    out = sys.argv[1]
    shared = os.environ.get("ANTIPHON_SHARED", "")
    bodies = list(recorded(shared)) if shared else []
    source = "recorded traffic" if bodies else "hand-made exchanges"
    count = 0
    for codec, body in bodies or handmade():
        if len(body) > LONGEST:
            continue
        count += 1
        name = hashlib.sha256(body).hexdigest()[:16]
        streamed = 0 if body[:1] in (b"{", b"[") and codec != "ollama" else 0x80
        write(os.path.join(out, "decode-" + codec), name, bytes([streamed | CODECS.index(codec), 7]) + body)
        write(os.path.join(out, "framing"), name, bytes([FRAMINGS.get(codec, 1), 7]) + body)
        if codec == "bedrock" and streamed:
            write(os.path.join(out, "eventstream"), name, bytes([14, 7]) + body)
    print(f"{count} seeds from {source}")


main()
