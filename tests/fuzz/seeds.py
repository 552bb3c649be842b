#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Antiphon contributors
# SPDX-License-Identifier: MIT
"""Writes the seed corpora of fuzz_framing, fuzz_eventstream, fuzz_decode and of the readers of files.

    seeds.py OUT

Bodies of answers come from the recorded traffic of ANTIPHON_SHARED where there is some, else from the
hand-made exchanges of tests/data. OUT gets `framing`, `eventstream` and `decode-<codec>`, a file for each body
with the two bytes in front that the programs want. `files` gets the sample project's files behind the number of
their reader, `schema`, `jsontext`, `media` and `http` a few lines that show them the way.
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


# Readers of fuzz_files.cpp, by their place there, and what each finds in the tree.
FILES = {0: "resources/sample/*/prompts/*/prompt.json", 1: "resources/sample/*/targets/*.json",
         2: "resources/sample/*/retry/*.json", 3: "resources/sample/*/tools/*.json",
         4: "resources/sample/*/prompts/*/prompt.json", 13: "resources/prices.json",
         15: "tests/data/exchanges/*/*.json", 16: "resources/providers.json", 17: "resources/parameters.json"}
POLICY = b"""{"when": {"any": ["timeout", {"status": [500]}, {"not": "refused"}, {"script": "true"}]}, "never": "auth",
"wait": {"chain": [{"fixed": "1s"}, {"exponential": {"first": "0.5s", "max": "60s"}}]}, "stop": {"any": [{"attempts": 4},
{"delay": "10m"}]}, "repair": {"max": 2}, "fallback": {"targets": ["a", "b"]}, "stream": "restart"}"""
MESSAGES = b"""[{"role": "system", "content": "a"}, {"role": "user", "content": [{"type": "text", "text": "b"},
{"type": "image_url", "url": "https://a/b.png", "detail": "low"}, {"type": "image", "media_type": "image/gif", "image":
"R0lGODlhAQABAAAAACw="}, {"type": "cache_control", "cache_type": "ephemeral", "ttl": "1h"}]}, {"role": "assistant",
"content": [{"type": "thinking", "text": "c", "signature": "s"}, {"type": "tool_call", "id": "1", "name": "t", "args":
{"a": 1}}]}, {"role": "tool", "content": [{"type": "tool_result", "name": "t", "id": "1", "content": "d", "is_error":
false}]}, {"role": "user", "content": [{"type": "audio", "media_type": "audio/wav", "audio": "UklG"}, {"type":
"document_url", "url": "https://a/b.pdf", "name": "b"}]}]"""
OTHERS = {"files": [b"\2" + POLICY, b"\5" + MESSAGES, b'\6{"temperature": 0.5, "stop": ["a"], "seed": 1}',
                    b'\7{"run": 1.5, "day": {"usd": 2}}', b'\x08{"proxy": {"type": "socks5", "host": "a", "port": 1}}',
                    b'\x0c{"steps": [{"text": "a"}, {"status": 429}]}'],
          "csv": [b'a,b\n1,"x ""y"", z"\n\n"",2\n', b'a\r\n"b\r\nc"\r\n'],
          "encode": [b'{"messages": ' + MESSAGES + b', "tools": [{"name": "t", "description": "d", "parameters": '
                     b'{"type": "object", "properties": {"a": {"type": "string"}}}}], "params": {"max_tokens": 5}}'],
          "jsontext": [b'{"a": 1, "b": [1, 2]}\0{"a": 2, "b": [2], "c": null}', b'[ {} , []\n]\0[[], {}]'],
          "media": [b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\1\0\0\0\1", b"GIF89a\1\0\1\0",
                    b"\xff\xd8\xff\xc0\0\x11\x08\0\1\0\1", b"RIFF\0\0\0\0WEBPVP8X\n\0\0\0\0\0\0\0\0\0\0\0\0\0",
                    b"RIFF\xff\xff\xff\xffWAVEfmt \x10\0\0\0\1\0\1\0\xc0]\0\0\x80\xbb\0\0\2\0\x10\0data\xff\xff\xff\xff\0\0"],
          "http": [b"\2POST /v1/x HTTP/1.1\r\nHost: a\r\nContent-Length: 2\r\n\r\n{}GET / HTTP/1.1\r\n\r\n",
                   b"\2POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n0\r\n\r\n",
                   b"\2" + zlib.compress(b"hello"), b"\2" + zlib.compress(b"hello", wbits=31)]}


def files(out):
    root = os.path.join(HERE, "..", "..")
    for reader, pattern in FILES.items():
        for number, path in enumerate(sorted(glob.glob(os.path.join(root, pattern)))):
            with open(path, "rb") as file:
                data = file.read()
            if len(data) < LONGEST:
                write(os.path.join(out, "files"), f"{reader}-{number}", bytes([reader]) + data)
    for number, path in enumerate(sorted(glob.glob(os.path.join(root, "resources/sample/*/schemas/*.json")))):
        with open(path, "rb") as file:
            write(os.path.join(out, "schema"), str(number), file.read())
    for target, seeds in OTHERS.items():
        for number, data in enumerate(seeds):
            write(os.path.join(out, target), f"own-{number}", data)


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
    files(out)
    print(f"{count} seeds from {source}")


main()
