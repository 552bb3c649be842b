#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Antiphon contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs antiphon-cli against recorded provider traffic and compares what it reads with what is expected.

    run_recordings.py --cli antiphon-cli --shared DIR [--modes plain,chunk,crlf,gzip|mixed]
                      [--provider P]... [--only TEXT] [-v]

DIR/fixtures holds the recordings and replay_server.py. Each recording is served on 127.0.0.1 and read by
`antiphon-cli call --provider ... --base-url ...`: as recorded (plain), cut at random bytes (chunk), with CRLF
line ends (crlf), compressed (gzip); `mixed` gives each recording two of them, the first always plain.
Prints failures, a table by provider and last "N passed, M failed". Exit code 1 on a failure.
"""
import argparse
import collections
import concurrent.futures
import glob
import json
import os
import subprocess
import sys
import zlib

# Provider of the recordings -> provider and api of ours. Only calls that complete a chat are meant.
CHAT = {name: (ours, api) for name, ours, api in [
    ("openai", "openai", "chat"), ("groq", "groq", "chat"), ("deepseek", "deepseek", "chat"),
    ("xai", "xai", "chat"), ("openrouter", "openrouter", "chat"), ("openai_compat", "openai-compatible", "chat"),
    ("azure_openai", "azure", "deployments"), ("litellm", "litellm", "chat"),
    ("anthropic", "openai-compatible", "chat"), ("azure_ai", "azure", "inference"), ("ollama", "ollama", "chat"),
    ("mistral", "mistral", "chat"), ("bedrock", "openai-compatible", "chat"),
]}
RESPONSES = {name: (ours, "responses") for name, ours in [
    ("openai", "openai"), ("xai", "xai"), ("openrouter", "openrouter"), ("azure_ai", "azure"),
    ("azure_openai", "azure"), ("deepseek", "openai-compatible"), ("bedrock", "openai-compatible"),
]}
NATIVE = {("anthropic", "messages"): ("anthropic", "messages"),
          ("gemini", "generate_content"): ("google", "generate"),
          ("gemini", "stream_generate_content"): ("google", "generate"),
          ("vertex", "generate_content"): ("vertex", "generate"),
          ("vertex", "stream_generate_content"): ("vertex", "generate"),
          ("bedrock", "converse"): ("bedrock", "converse"),
          ("bedrock", "converse_stream"): ("bedrock", "converse"),
          ("cohere", "chat_v2"): ("cohere", "chat"),
          ("ollama", "ollama_chat"): ("ollama", "native")}
EXTRA = {"azure": ["--endpoint", "resource=test", "--endpoint", "apiVersion=2024-10-21"],
         "vertex": ["--endpoint", "project=test", "--endpoint", "location=global"],
         "bedrock": ["--endpoint", "region=us-east-1"]}


def target_of(fixture):
    if fixture["api"] == "chat_completions":
        return CHAT.get(fixture["provider"])
    if fixture["api"] == "responses":
        return RESPONSES.get(fixture["provider"])
    return NATIVE.get((fixture["provider"], fixture["api"]))


def dig(value, *path):
    for key in path:
        value = value.get(key) if isinstance(value, dict) else None
    return value


def first(*values):
    return next((v for v in values if v is not None), None)


def tokens(raw, api):
    """The provider's own numbers by the names of the fixtures."""
    if not isinstance(raw, dict):
        return {}
    if api == "messages":
        return {"input_tokens": raw.get("input_tokens"), "output_tokens": raw.get("output_tokens"),
                "cached_tokens": raw.get("cache_read_input_tokens"),
                "cache_write_tokens": raw.get("cache_creation_input_tokens")}
    if api.startswith("converse"):
        return {"input_tokens": raw.get("inputTokens"), "output_tokens": raw.get("outputTokens"),
                "total_tokens": raw.get("totalTokens"), "cached_tokens": raw.get("cacheReadInputTokens"),
                "cache_write_tokens": raw.get("cacheWriteInputTokens")}
    if api == "chat_v2":
        return {"input_tokens": dig(raw, "tokens", "input_tokens"), "output_tokens": dig(raw, "tokens", "output_tokens"),
                "cached_tokens": raw.get("cached_tokens"), "reasoning_tokens": dig(raw, "tokens", "reasoning_tokens")}
    if api == "ollama_chat":
        return {"input_tokens": raw.get("prompt_eval_count"), "output_tokens": raw.get("eval_count")}
    if api.endswith("generate_content"):
        return {"input_tokens": raw.get("promptTokenCount"), "output_tokens": raw.get("candidatesTokenCount"),
                "total_tokens": raw.get("totalTokenCount"), "cached_tokens": raw.get("cachedContentTokenCount"),
                "reasoning_tokens": raw.get("thoughtsTokenCount")}
    if api == "responses":
        return {"input_tokens": raw.get("input_tokens"), "output_tokens": raw.get("output_tokens"),
                "total_tokens": raw.get("total_tokens"),
                "cached_tokens": dig(raw, "input_tokens_details", "cached_tokens"),
                "reasoning_tokens": dig(raw, "output_tokens_details", "reasoning_tokens")}
    return {"input_tokens": raw.get("prompt_tokens"), "output_tokens": raw.get("completion_tokens"),
            "total_tokens": raw.get("total_tokens"),
            "cached_tokens": first(dig(raw, "prompt_tokens_details", "cached_tokens"), raw.get("prompt_cache_hit_tokens"),
                                   raw.get("cached_tokens"), raw.get("num_cached_tokens")),
            "reasoning_tokens": dig(raw, "completion_tokens_details", "reasoning_tokens")}


def call_of(entry):
    """What the client must run, in comparable form."""
    arguments = entry.get("arguments")
    return (entry.get("id") or None, entry.get("name"), json.dumps(arguments, sort_keys=True))


def differences(fixture, got):
    expect, wrong = fixture["expect"], []

    def check(what, mine, wanted):
        if mine != wanted:
            wrong.append(f"{what}: {mine!r:.200} instead of {wanted!r:.200}")

    error = expect.get("error")
    if error:
        mine = got["error"] or {}
        check("error message", mine.get("message"), error["message"])
        check("error status", mine.get("httpStatus"), error["status"])
        known = [str(v) for v in (error.get("code"), error.get("type")) if v is not None]
        if known and str(mine.get("code")) not in known:
            wrong.append(f"error code: {mine.get('code')!r} is none of {known}")
    elif got["error"] and got["state"] != "refused":
        wrong.append(f"error: {got['error']['kind']}: {got['error']['message'][:200]}")
    if expect.get("kind") == "error" or expect.get("partial"):
        return wrong
    # Cohere's plan is text before the calls; the recordings keep it apart.
    check("content", got["content"], (expect.get("tool_plan") or "") + (expect.get("content") or ""))
    check("reasoning", got["thinking"], expect.get("reasoning") or "")
    finish = first(expect.get("finish_reason"), expect.get("block_reason"))
    if finish is not None or not error:
        check("finish reason", got["finishReasonRaw"], None if finish in (None, "") else str(finish))
    check("model", got["responseModel"], expect.get("model") or None)
    # Bedrock names an answer in a header only.
    header = fixture["response"]["headers"].get("x-amzn-requestid") if fixture["provider"] == "bedrock" else None
    check("id", got["responseId"], expect.get("id") or header)
    numbers = tokens(got.get("usageRaw"), fixture["api"])
    for name in ("input_tokens", "output_tokens", "total_tokens", "cached_tokens", "reasoning_tokens"):
        wanted = expect.get(name)
        if wanted is not None and name in numbers:
            check(name, numbers[name], wanted)
    check("tool calls", [call_of(c) for c in got["toolCalls"]], [call_of(c) for c in expect.get("tool_calls") or []])
    if expect.get("refusal"):
        check("refusal", got.get("refusal"), expect["refusal"])
    differences_in_media(expect, got, check)
    return wrong


PROVIDER_PARTS = ("executableCode", "codeExecutionResult", "toolCall", "toolResponse")


def server_item(use):
    """What a tool run by the provider is called in the recordings."""
    raw = use["raw"]
    return raw.get("type") or first(*(name for name in PROVIDER_PARTS if name in raw))


def differences_in_media(expect, got, check):
    """Audio, images, sources and tools run by the provider, where an answer has them."""
    if expect.get("audio"):
        audio = got.get("audio") or {}
        for name in ("id", "transcript", "bytes", "sha256"):
            if expect["audio"].get(name) is not None:
                check(f"audio {name}", audio.get(name), expect["audio"][name])
    media = [(m.get("bytes"), m.get("sha256")) for m in expect.get("media") or []]
    if media:
        mine = got.get("images") or [got.get("audio") or {}]
        check("media", [(m.get("bytes"), m.get("sha256")) for m in mine], media)
    if isinstance(expect.get("citations"), int):
        check("citations", len(got.get("citations") or []), expect["citations"])
    for use in got.get("providerTools") or []:  # Bedrock: a call and its result are one here
        raw = use["raw"]
        if "toolUse" in raw or "toolResult" in raw:
            parts = [f"server_tool_use:{use.get('name')}"] if "toolUse" in raw else []
            parts += ["toolResult"] if "toolResult" in raw else []
            check("tools of the provider", [i for i in expect["server_items"] if i not in parts], [])
            return
    items = [server_item(use) for use in got.get("providerTools") or []]
    # A compaction is no tool: it is kept with the reasoning that goes back.
    listed = [w for w in expect.get("server_items") or [] if w != "compaction"]
    if listed:
        # Some recordings name such a part by its signature instead of by what it is.
        mine = [i for i in items if i]
        wanted = [m if w == "thoughtSignature" else w for m, w in zip(mine, listed)]
        check("tools of the provider", mine, wanted + listed[len(mine):])


class Server:
    def __init__(self, shared):
        fixtures = os.path.join(shared, "fixtures")
        self.process = subprocess.Popen(
            [sys.executable, os.path.join(fixtures, "replay_server.py"), "--fixtures",
             os.path.join(fixtures, "recorded"), "--port", "0"], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        ready = self.process.stdout.readline().split()
        if len(ready) != 2 or ready[0] != "READY":
            raise SystemExit("the replay server did not start")
        self.url = ready[1]

    def close(self):
        self.process.terminate()
        self.process.wait()


FAULTS = {"plain": "", "chunk": ",chunk=1-40,seed={seed}", "crlf": ",crlf=1", "gzip": ",gzip=2",
          "gzip-chunk": ",gzip=2,chunk=1-30,seed={seed}"}


def run_one(cli, server, path, fixture, mode):
    provider, api = target_of(fixture)
    name = f"{fixture['id']}{FAULTS[mode].format(seed=zlib.crc32(fixture['id'].encode()) % 1000)}"
    stream = "stream" in fixture["tags"]
    command = [cli, "call", "--provider", provider, "--api", api, "--base-url", f"{server.url}/fx/{name}",
               "--model", fixture["request"].get("model") or "model", "--key-env", "ANTIPHON_FIXTURE_KEY",
               "--message", "hello", "--no-retry", "--json", "--timeout-total", "30", *EXTRA.get(provider, [])]
    if not stream:
        command.append("--no-stream")
    environment = dict(os.environ, ANTIPHON_FIXTURE_KEY="loopback-only-0001", LC_ALL="C.UTF-8")
    done = subprocess.run(command, capture_output=True, text=True, timeout=60, env=environment, check=False)
    try:
        got = json.loads(done.stdout)
    except ValueError:
        return [f"no JSON (exit {done.returncode}): {done.stderr.strip()[:300]}"]
    return differences(fixture, got)


def modes_of(wanted, index):
    if wanted != "mixed":
        return wanted.split(",")
    return ["plain", ("chunk", "crlf", "gzip", "gzip-chunk")[index % 4]]


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--cli", required=True)
    parser.add_argument("--shared", required=True)
    parser.add_argument("--modes", default="mixed")
    parser.add_argument("--provider", action="append", default=[])
    parser.add_argument("--only", default="")
    parser.add_argument("-v", action="store_true")
    args = parser.parse_args()
    recorded = os.path.join(args.shared, "fixtures", "recorded")
    if not os.path.isdir(recorded):
        print(f"SKIPPED: there are no recordings in {recorded}")
        return 0

    jobs, left_out = [], collections.Counter()
    for index, path in enumerate(sorted(glob.glob(os.path.join(recorded, "*", "*.json")))):
        with open(path, encoding="utf-8") as file:
            fixture = json.load(file)
        if args.provider and fixture["provider"] not in args.provider or args.only not in fixture["id"]:
            continue
        if not target_of(fixture) or fixture["expect"]["kind"] not in ("completion", "error"):
            left_out[fixture["provider"], fixture["api"]] += 1
            continue
        jobs += [(path, fixture, mode) for mode in modes_of(args.modes, index)]

    server = Server(args.shared)
    passed, total = collections.Counter(), collections.Counter()
    try:
        with concurrent.futures.ThreadPoolExecutor(max_workers=os.cpu_count() or 2) as pool:
            results = pool.map(lambda job: run_one(args.cli, server, *job), jobs)
            for (path, fixture, mode), wrong in zip(jobs, results):
                key = (fixture["provider"], fixture["api"], mode)
                total[key] += 1
                passed[key] += not wrong
                if wrong:
                    print(f"FAIL {fixture['id']} [{mode}]")
                    for line in wrong:
                        print(f"     {line}")
    finally:
        server.close()
    if args.v and left_out:
        print("not chat calls, left out:", ", ".join(f"{p} {a} {n}" for (p, a), n in sorted(left_out.items())))
    for key in sorted(total):
        print(f"{key[0]:14} {key[1]:24} {key[2]:11} {passed[key]:4} of {total[key]:4}")
    print(f"{sum(passed.values())} passed, {sum(total.values()) - sum(passed.values())} failed")
    return 0 if passed == total else 1


if __name__ == "__main__":
    sys.exit(main())
