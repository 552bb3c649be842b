// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#include <antiphon/net/tokencache.h>

#include "fetch.h"
#include "signrs256.h"

#include <antiphon/core/redact.h>

#include <QPointer>

#include <algorithm>
#include <list>
#include <vector>

using namespace std::chrono_literals;
using std::chrono::milliseconds;

namespace Antiphon {

static constexpr milliseconds patience = 30s;

// So long before its end a token is no longer used. Google says 4 minutes, Entra 5; one that lives
// shorter than usual is used for most of its life.
static milliseconds margin(milliseconds lifetime)
{
    return std::min<milliseconds>(5min, lifetime / 5);
}

namespace {

struct Waiting {
    QPointer<QObject> handle;
    TokenCache::Done done;
};

struct Entry {
    Credentials credentials = {};
    QByteArray token = {};
    milliseconds goodUntil {};
    std::unique_ptr<Fetch> fetch = {};
    std::vector<Waiting> waiting = {};
};

} // namespace

struct TokenCache::Private {
    Transport &transport;
    Clock &clock;
    std::list<Entry> entries = {}; // a handful, and places that stay

    Entry &entryOf(const Credentials &credentials);
    void ask(Entry &entry, Transport::Context context, const HttpRequest &request);
    void finish(Entry &entry, const Result<WholeAnswer> &answer, const HttpRequest &request);
};

TokenCache::TokenCache(Transport &transport, Clock &clock)
    : d(new Private {.transport = transport, .clock = clock})
{
}

TokenCache::~TokenCache() = default;

Entry &TokenCache::Private::entryOf(const Credentials &credentials)
{
    const auto found = std::ranges::find(entries, credentials, &Entry::credentials);
    return found != entries.end() ? *found
                                  : entries.emplace_back(Entry {.credentials = credentials});
}

std::unique_ptr<QObject> TokenCache::get(const Credentials &credentials,
                                         const Transport::Context &context, Done done)
{
    Entry &entry = d->entryOf(credentials);
    if (!entry.token.isEmpty() && d->clock.now() < entry.goodUntil) {
        done(entry.token);
        return {};
    }
    if (!entry.fetch) {
        const auto request = tokenRequest(credentials, d->clock.wallNow(), signRs256);
        if (!request) {
            done(std::unexpected(request.error()));
            return {};
        }
        d->ask(entry, context, *request);
    }
    auto handle = std::make_unique<QObject>();
    entry.waiting.push_back({handle.get(), std::move(done)});
    return handle;
}

void TokenCache::Private::ask(Entry &entry, Transport::Context context, const HttpRequest &request)
{
    context.stream = false;
    context.secret = true;
    entry.fetch
        = std::make_unique<Fetch>(transport, clock, request, context, patience,
                                  [this, &entry, request](const Result<WholeAnswer> &answer) {
                                      finish(entry, answer, request);
                                  });
}

void TokenCache::Private::finish(Entry &entry, const Result<WholeAnswer> &answer,
                                 const HttpRequest &request)
{
    entry.fetch.release()->deleteLater(); // it is calling us
    const auto waiting = std::exchange(entry.waiting, {});
    auto token = answer ? readToken(answer->head, answer->body, request.url.host())
                        : Result<AccessToken>(std::unexpected(answer.error()));
    Result<QByteArray> result;
    if (token) {
        entry.token = token->value;
        entry.goodUntil = clock.now() + token->lifetime - margin(token->lifetime);
        result = token->value;
    } else {
        // Servers were seen to send back what they were sent.
        const QByteArrayList secrets = secretsOf(entry.credentials)
            << request.body.split('=').last();
        result = std::unexpected(redact(token.error(), secrets));
    }
    for (const Waiting &each : waiting) {
        if (each.handle)
            each.done(result);
    }
}

void TokenCache::forget(const Credentials &credentials, const QByteArray &token)
{
    Entry &entry = d->entryOf(credentials);
    if (entry.token == token)
        entry.token.clear();
}

} // namespace Antiphon
