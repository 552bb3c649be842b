// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#include <antiphon/core/provider/provider.h>

#include <QCoreApplication>

#include <utility>

using namespace Qt::StringLiterals;

namespace Antiphon {

static std::unexpected<Error> broken(const QString &where, const QString &what)
{
    return fail(ErrorKind::Setup,
                QCoreApplication::translate("provider", "providers.json, %1: %2").arg(where, what));
}

static QStringList textList(const Json *value)
{
    QStringList out;
    if (value && value->is_string())
        out.append(toText(*value));
    else if (value && value->is_array())
        for (const Json &item : value->array_range())
            out.append(toText(item));
    return out;
}

static QMap<QString, QString> textMap(const Json *value)
{
    QMap<QString, QString> out;
    if (value && value->is_object())
        for (const auto &member : value->object_range())
            out.insert(fromUtf8(member.key()), toText(member.value()));
    return out;
}

static HttpHeaders headerList(const Json *value)
{
    HttpHeaders out;
    if (value && value->is_object())
        for (const auto &member : value->object_range())
            out.append({QByteArray::fromStdString(std::string(member.key())),
                        toText(member.value()).toUtf8()});
    return out;
}

template<typename T>
using QuirkFields = std::initializer_list<std::pair<std::string_view, T Quirks::*>>;

template<typename T>
static T Quirks::*quirkField(QuirkFields<T> fields, std::string_view name)
{
    for (const auto &[known, field] : fields) {
        if (known == name)
            return field;
    }
    return nullptr;
}

Quirks quirksFromJson(const Json &value, Quirks quirks)
{
    static constexpr QuirkFields<bool> flags {
        {"streamUsage", &Quirks::streamUsage},
        {"cachedInsideInput", &Quirks::cachedInsideInput},
        {"reasoningOutsideOutput", &Quirks::reasoningOutsideOutput},
        {"cacheMarkers", &Quirks::cacheMarkers},
        {"messageNames", &Quirks::messageNames},
        {"toolNames", &Quirks::toolNames},
        {"textOnly", &Quirks::textOnly},
        {"nullContent", &Quirks::nullContent},
        {"singleSystem", &Quirks::singleSystem},
        {"alternateRoles", &Quirks::alternateRoles},
        {"strictTools", &Quirks::strictTools},
        {"allowedTools", &Quirks::allowedTools},
        {"namedToolChoice", &Quirks::namedToolChoice},
        {"jsonObject", &Quirks::jsonObject},
        {"jsonSchema", &Quirks::jsonSchema},
        {"imageAddresses", &Quirks::imageAddresses},
        {"stopAsList", &Quirks::stopAsList},
        {"audioNeedsStream", &Quirks::audioNeedsStream},
        {"toolCallIds", &Quirks::toolCallIds},
        {"thinkTags", &Quirks::thinkTags},
    };
    static constexpr QuirkFields<QString> texts {
        {"maxTokensField", &Quirks::maxTokensField}, {"systemRole", &Quirks::systemRole},
        {"thinkingField", &Quirks::thinkingField},   {"signatureField", &Quirks::signatureField},
        {"streamedAudio", &Quirks::streamedAudio},
    };
    static constexpr QuirkFields<QStringList> lists {
        {"completionTokensModels", &Quirks::completionTokensModels},
        {"droppedParameters", &Quirks::droppedParameters},
        {"encryptedReasoningModels", &Quirks::encryptedReasoningModels},
        {"signedCallModels", &Quirks::signedCallModels},
    };
    if (!value.is_object())
        return quirks;
    for (const auto &member : value.object_range()) {
        const Json &json = member.value();
        if (auto flag = quirkField(flags, member.key())) {
            if (json.is_bool())
                quirks.*flag = json.as<bool>();
        } else if (auto text = quirkField(texts, member.key())) {
            quirks.*text = toText(json);
        } else if (auto list = quirkField(lists, member.key())) {
            quirks.*list = textList(&json);
        } else if (member.key() == "requestDefaults") {
            quirks.requestDefaults = json;
        } else if (member.key() == "media") {
            quirks.media = mediaRulesFromJson(json, quirks.media);
        } else {
            quirks.extra.insert_or_assign(member.key(), json);
        }
    }
    return quirks;
}

static void readAuth(const Json *auth, std::optional<QByteArray> &header,
                     std::optional<QByteArray> &prefix)
{
    if (!auth)
        return;
    header = textOf(*auth, "header").toUtf8(); // null and {} say: no key is sent
    const bool bearer = header->compare("authorization", Qt::CaseInsensitive) == 0;
    prefix = textOf(*auth, "prefix", bearer ? u"Bearer "_s : QString()).toUtf8();
}

static std::optional<TokenRule> tokenRule(const Json *auth)
{
    const Json *token = auth ? find(*auth, "token") : nullptr;
    if (!token)
        return {};
    return TokenRule {.from = textOf(*token, "from"), .scope = textOf(*token, "scope")};
}

static RequestForm formFromJson(const Json *value)
{
    RequestForm form;
    if (!value)
        return form;
    form.path = textOf(*value, "path");
    form.streamPath = textOf(*value, "streamPath", form.path);
    if (const Json *model = find(*value, "modelInBody"); model && model->is_bool())
        form.modelInBody = model->as<bool>();
    if (const Json *body = find(*value, "body"); body && body->is_object())
        form.body = *body;
    return form;
}

static QMap<QString, DerivedValue> derivedFromJson(const Json *value)
{
    QMap<QString, DerivedValue> out;
    if (value && value->is_object())
        for (const auto &member : value->object_range())
            out.insert(fromUtf8(member.key()),
                       {.of = textOf(member.value(), "of"),
                        .values = textMap(find(member.value(), "values")),
                        .otherwise = textOf(member.value(), "otherwise")});
    return out;
}

static ProviderApi apiFromJson(const QString &name, const Json &value, const Quirks &quirks)
{
    ProviderApi api {.name = name,
                     .codec = textOf(value, "codec"),
                     .baseUrl = textOf(value, "baseUrl"),
                     .keyBaseUrl = textOf(value, "keyBaseUrl"),
                     .modelsUrl = textOf(value, "modelsUrl"),
                     .query = textMap(find(value, "query")),
                     .env = textList(find(value, "env")),
                     .baseUrlEnv = textList(find(value, "baseUrlEnv")),
                     .token = tokenRule(find(value, "auth")),
                     .form = formFromJson(find(value, "request")),
                     .headers = headerList(find(value, "headers"))};
    if (const Json *auth = find(value, "auth"); auth && find(*auth, "header"))
        readAuth(auth, api.authHeader, api.authPrefix);
    if (const Json *own = find(value, "quirks"); own && own->is_object())
        api.quirks = quirksFromJson(*own, quirks);
    return api;
}

// What the one api of an entry with a `codec` of its own is called.
static QString usualApiName(const QString &codec)
{
    if (codec == "openai-chat"_L1 || codec == "mistral"_L1)
        return u"chat"_s;
    if (codec == "openai-responses"_L1)
        return u"responses"_s;
    if (codec == "anthropic"_L1)
        return u"messages"_s;
    return codec == "gemini"_L1 ? u"generate"_s : codec;
}

static Timeouts timeoutsFromJson(const Json &value)
{
    Timeouts timeouts;
    const auto read = [&](std::string_view key, std::chrono::milliseconds &phase) {
        if (const Json *seconds = find(value, key); seconds && seconds->is_number())
            phase = std::chrono::milliseconds(qRound64(seconds->as<double>() * 1000));
    };
    read("connect", timeouts.connect);
    read("firstToken", timeouts.firstToken);
    read("idle", timeouts.idle);
    read("total", timeouts.total);
    return timeouts;
}

static Result<Provider> providerFromJson(const Json &value, qsizetype number)
{
    Provider provider {.id = textOf(value, "id")};
    const QString where = provider.id.isEmpty()
        ? QCoreApplication::translate("provider", "entry %1").arg(number)
        : provider.id;
    if (provider.id.isEmpty())
        return broken(where, QCoreApplication::translate("provider", "it has no \"id\"."));

    provider.name = textOf(value, "name", provider.id);
    provider.aliases = textList(find(value, "aliases"));
    std::optional<QByteArray> header;
    std::optional<QByteArray> prefix;
    readAuth(find(value, "auth"), header, prefix);
    provider.authHeader = header.value_or(provider.authHeader);
    provider.authPrefix = prefix.value_or(provider.authPrefix);
    provider.token = tokenRule(find(value, "auth")).value_or(TokenRule {});
    const auto flag = [&value](std::string_view key) {
        const Json *json = find(value, key);
        return json && json->is_bool() && json->as<bool>();
    };
    provider.keyOptional = flag("keyOptional");
    provider.http2 = flag("http2");
    provider.env = textList(find(value, "env"));
    provider.baseUrlEnv = textList(find(value, "baseUrlEnv"));
    if (const Json *names = find(value, "endpointEnv"); names && names->is_object())
        for (const auto &member : names->object_range())
            provider.endpointEnv.insert(fromUtf8(member.key()), textList(&member.value()));
    provider.derived = derivedFromJson(find(value, "derived"));
    provider.headers = headerList(find(value, "headers"));
    if (const Json *quirks = find(value, "quirks"); quirks && quirks->is_object())
        provider.quirks = quirksFromJson(*quirks, {});
    if (const Json *timeout = find(value, "timeout"))
        provider.timeouts = timeoutsFromJson(*timeout);
    provider.models = textList(find(value, "models"));
    provider.website = textOf(value, "website");
    provider.note = textOf(value, "note");

    if (const Json *apis = find(value, "apis"); apis && apis->is_object())
        for (const auto &member : apis->object_range())
            provider.apis.append(
                apiFromJson(fromUtf8(member.key()), member.value(), provider.quirks));
    else if (const QString codec = textOf(value, "codec"); !codec.isEmpty())
        provider.apis = {{.name = usualApiName(codec),
                          .codec = codec,
                          .baseUrl = textOf(value, "baseUrl"),
                          .query = textMap(find(value, "query"))}};
    if (provider.apis.isEmpty())
        return broken(where,
                      QCoreApplication::translate(
                          "provider", "it has neither \"apis\" nor a \"codec\" of its own."));
    for (const ProviderApi &api : std::as_const(provider.apis)) {
        if (api.codec.isEmpty())
            return broken(where,
                          QCoreApplication::translate("provider", "api \"%1\" names no \"codec\".")
                              .arg(api.name));
    }
    return provider;
}

Result<QList<Provider>> providersFromJson(const Json &value)
{
    if (textOf(value, "antiphon") != "providers/1"_L1)
        return fail(
            ErrorKind::Setup,
            QCoreApplication::translate("provider",
                                        "This is no list of providers: it does not begin with "
                                        "\"antiphon\": \"providers/1\"."));
    const Json *entries = find(value, "providers");
    if (!entries || !entries->is_array())
        return fail(ErrorKind::Setup,
                    QCoreApplication::translate("provider",
                                                "This list of providers has no \"providers\"."));

    QList<Provider> providers;
    for (const Json &entry : entries->array_range()) {
        auto provider = providerFromJson(entry, providers.size() + 1);
        if (!provider)
            return std::unexpected(provider.error());
        if (findProvider(providers, provider->id))
            return broken(provider->id,
                          QCoreApplication::translate("provider", "this id is taken already."));
        providers.append(*std::move(provider));
    }
    return providers;
}

const Provider *findProvider(const QList<Provider> &providers, QStringView id)
{
    const auto same
        = [&](const QString &name) { return id.compare(name, Qt::CaseInsensitive) == 0; };
    for (const Provider &provider : providers) {
        if (same(provider.id))
            return &provider;
    }
    for (const Provider &provider : providers) {
        if (std::ranges::any_of(provider.aliases, same))
            return &provider;
    }
    return nullptr;
}

const ProviderApi *findApi(const Provider &provider, QStringView name)
{
    for (const ProviderApi &api : provider.apis) {
        if (name.isEmpty() || api.name == name)
            return &api;
    }
    return nullptr;
}

} // namespace Antiphon
