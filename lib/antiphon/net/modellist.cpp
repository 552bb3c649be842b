// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#include <antiphon/net/modellist.h>

#include "fetch.h"

#include <antiphon/core/provider/sigv4.h>
#include <antiphon/core/redact.h>

#include <QCryptographicHash>
#include <QHash>

#include <optional>

#include <unordered_map>
#include <utility>
#include <vector>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using std::chrono::milliseconds;

namespace Antiphon {

static constexpr milliseconds freshFor = 10min;
static constexpr milliseconds patience = 30s;

namespace {

struct Remembered {
    ModelList list = {};
    milliseconds at {};
};

/// A question that is out, and who waits for its answer.
struct Open {
    std::unique_ptr<QObject> tokenWait;
    std::unique_ptr<Fetch> fetch;
    std::optional<ModelList> first = {}; ///< Where a second list is asked for.
    std::vector<ModelLists::Done> waiting;
};

} // namespace

// Who asks whom. Keys differ in what they may see; only a digest of them is kept.
static QByteArray keyOf(const PreparedTarget &target)
{
    QCryptographicHash digest(QCryptographicHash::Sha256);
    for (const QByteArray &secret : secretsOf(target.credentials)) {
        digest.addData(secret);
        digest.addData(QByteArrayView("\0", 1));
    }
    return target.provider.id.toUtf8() + '\n' + target.endpoint.api.toUtf8() + '\n'
        + target.endpoint.baseUrl.toEncoded() + '\n' + digest.result();
}

struct ModelLists::Private {
    ModelLists *q;
    Transport &transport;
    Clock &clock;
    TokenCache &tokens;
    QHash<QByteArray, Remembered> remembered = {};
    std::unordered_map<QByteArray, Open> open = {};

    void authorize(const QByteArray &key, const PreparedTarget &target);
    void send(const QByteArray &key, const PreparedTarget &target, const Credentials &credentials);
    void receive(const QByteArray &key, const PreparedTarget &target,
                 const Credentials &credentials, const Result<ModelList> &list);
    [[nodiscard]] Result<ModelList> read(const PreparedTarget &target,
                                         const Result<WholeAnswer> &answer,
                                         const QByteArrayList &secrets);
    void finish(const QByteArray &key, const Result<ModelList> &list);
};

ModelLists::ModelLists(Transport &transport, Clock &clock, TokenCache &tokens)
    : d(new Private {.q = this, .transport = transport, .clock = clock, .tokens = tokens})
{
}

ModelLists::~ModelLists() = default;

void ModelLists::ask(const PreparedTarget &target, bool again, Done done)
{
    const QByteArray key = keyOf(target);
    if (const auto known = d->remembered.constFind(key);
        known != d->remembered.cend() && !again && d->clock.now() - known->at < freshFor) {
        done(known->list);
        return;
    }
    if (!target.codec->encodeModels || !target.codec->decodeModels) {
        done(fail(ErrorKind::Unsupported,
                  tr("%1 does not list its models.").arg(target.provider.name)));
        return;
    }
    if (const auto open = d->open.find(key); open != d->open.end()) {
        open->second.waiting.push_back(std::move(done));
        return;
    }
    d->open[key].waiting.push_back(std::move(done));
    d->authorize(key, target);
}

static Transport::Context contextOf(const PreparedTarget &target)
{
    return {.provider = target.provider.id,
            .api = target.endpoint.api,
            .http2 = target.provider.http2,
            .network = target.network};
}

void ModelLists::Private::authorize(const QByteArray &key, const PreparedTarget &target)
{
    if (!needsToken(target.credentials)) {
        send(key, target, target.credentials);
        return;
    }
    auto wait = tokens.get(target.credentials, contextOf(target),
                           [this, key, target](const Result<QByteArray> &token) {
                               if (!token) {
                                   finish(key, std::unexpected(token.error()));
                                   return;
                               }
                               send(key, target, BearerToken {*token});
                           });
    if (wait)
        open[key].tokenWait = std::move(wait);
}

void ModelLists::Private::send(const QByteArray &key, const PreparedTarget &target,
                               const Credentials &credentials)
{
    Open &asking = open[key];
    const auto encode = asking.first ? target.codec->encodeMoreModels : target.codec->encodeModels;
    auto request = encode(target.endpoint, credentials);
    if (request) {
        if (auto done = signForAws(*request, target.endpoint, credentials, clock.wallNow()); !done)
            request = std::unexpected(done.error());
    }
    if (!request) {
        receive(key, target, credentials, std::unexpected(request.error()));
        return;
    }
    Transport::Context context = contextOf(target);
    context.secrets = secretsOf(target.credentials) + secretsOf(credentials)
        + secretsOf(target.network) + secretsIn(*request);
    if (asking.fetch)
        asking.fetch.release()->deleteLater(); // it is calling us
    asking.fetch = std::make_unique<Fetch>(
        transport, clock, *request, context, patience,
        [this, key, target, credentials,
         secrets = context.secrets](const Result<WholeAnswer> &answer) {
            receive(key, target, credentials, read(target, answer, secrets));
        });
}

// A second list that does not come is no reason to keep the first one back.
void ModelLists::Private::receive(const QByteArray &key, const PreparedTarget &target,
                                  const Credentials &credentials, const Result<ModelList> &list)
{
    std::optional<ModelList> &first = open[key].first;
    if (first) {
        for (const QString &model : list ? list->models : QStringList()) {
            if (!first->models.contains(model))
                first->models.append(model);
        }
        finish(key, ModelList(*first));
    } else if (list && target.codec->encodeMoreModels) {
        first = *list;
        send(key, target, credentials);
    } else {
        finish(key, list);
    }
}

Result<ModelList> ModelLists::Private::read(const PreparedTarget &target,
                                            const Result<WholeAnswer> &answer,
                                            const QByteArrayList &secrets)
{
    const auto failed = [&](Error error) -> Result<ModelList> {
        if (error.provider.isEmpty())
            error.provider = target.provider.id;
        return std::unexpected(redact(std::move(error), secrets));
    };
    if (!answer)
        return failed(answer.error());
    if (answer->head.status >= 400)
        return failed(target.codec->classify(answer->head, answer->body, clock.wallNow()));
    auto models = target.codec->decodeModels(answer->body);
    if (!models)
        return failed(models.error());
    for (QString &model : *models)
        model = redact(model, secrets);
    return ModelList {.models = *std::move(models), .asked = clock.wallNow()};
}

void ModelLists::Private::finish(const QByteArray &key, const Result<ModelList> &list)
{
    if (list)
        remembered.insert(key, {.list = *list, .at = clock.now()});
    auto node = open.extract(key);
    if (node.mapped().fetch)
        node.mapped().fetch.release()->deleteLater(); // it is calling us
    if (node.mapped().tokenWait)
        node.mapped().tokenWait.release()->deleteLater();
    for (const Done &done : node.mapped().waiting)
        done(list);
}

} // namespace Antiphon
