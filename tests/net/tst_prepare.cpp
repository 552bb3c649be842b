// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#include <antiphon/net/prepare.h>

#include <QTest>

using namespace Antiphon;
using namespace Qt::StringLiterals;

static Provider provider(const QString &id)
{
    Provider made;
    made.id = id;
    made.name = id.toUpper();
    made.apis = {ProviderApi {.name = u"chat"_s,
                              .codec = u"openai-chat"_s,
                              .baseUrl = u"https://api.%1.invalid/v1"_s.arg(id)}};
    made.env = {id.toUpper() + u"_API_KEY"_s};
    made.keyOptional = id == "simulator"_L1;
    return made;
}

static RunSource source(const QMap<QString, QString> &variables
                        = {{u"ACME_API_KEY"_s, u" key-of-acme-0123456789\n"_s}})
{
    RunSource made;
    made.providers = {provider(u"acme"_s), provider(u"simulator"_s)};
    made.environment = [variables](const QString &name) { return variables.value(name); };
    made.today = QDate(2026, 11, 21);
    made.prices.rows = {
        PriceRow {.provider = u"acme"_s, .model = u"m1"_s, .price = {.input = 2.0, .output = 8.0}}};
    return made;
}

static Target target(const QString &slug = u"one"_s)
{
    Target made;
    made.slug = slug;
    made.provider = u"acme"_s;
    made.model = u"m1"_s;
    return made;
}

class PrepareTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void makesATargetReady();
    void keysComeFromWhereTheReferenceSays_data();
    void keysComeFromWhereTheReferenceSays();
    void errorsNameWhatIsMissing_data();
    void errorsNameWhatIsMissing();
    void policiesAreFoundInOrder();
    void ownPricesLieOverTheTables();
    void everythingCanBeSimulated();
    void fallbacksArePrepared();
    void googleCredentialsAreFound_data();
    void googleCredentialsAreFound();
    void keysGoElsewhereThanTokens();
    void entraSignsIn();
    void networkSettingsAreFetched();
    void networkErrorsNameTheFile();
};

void PrepareTest::makesATargetReady()
{
    const auto ready = prepareTarget(target(), {}, source());
    QVERIFY(ready);
    QCOMPARE(ready->codec, findCodec(u"openai-chat"_s));
    QCOMPARE(ready->endpoint.baseUrl.host(), u"api.acme.invalid"_s);
    QVERIFY(ready->credentials == Credentials(ApiKey {"key-of-acme-0123456789"})); // trimmed
    QCOMPARE(ready->price->price.input, 2.0);
    QVERIFY(!ready->simulated);
    QCOMPARE(ready->policy, defaultPolicy());
}

void PrepareTest::keysComeFromWhereTheReferenceSays_data()
{
    QTest::addColumn<KeyReference>("reference");
    QTest::addColumn<QByteArray>("key");
    using From = KeyReference::From;
    QTest::newRow("default") << KeyReference {} << QByteArray("default-key");
    QTest::newRow("a variable") << KeyReference {From::Variable, u"OTHER"_s}
                                << QByteArray("other-key");
    QTest::newRow("the keychain") << KeyReference {From::Keychain, u"main"_s}
                                  << QByteArray("keychain-key");
    QTest::newRow("none") << KeyReference {From::None} << QByteArray();
}

void PrepareTest::keysComeFromWhereTheReferenceSays()
{
    using From = KeyReference::From;
    QFETCH(KeyReference, reference);
    QFETCH(QByteArray, key);
    RunSource from = source({{u"ACME_API_KEY"_s, u"default-key"_s}, {u"OTHER"_s, u"other-key"_s}});
    from.keychain = [](const QString &name) -> Result<QByteArray> {
        return name == "main"_L1 ? QByteArray("keychain-key") : QByteArray();
    };
    Target asked = target();
    asked.key = reference;
    const auto ready = prepareTarget(asked, {}, from);
    QVERIFY(ready);
    QCOMPARE(secretsOf(ready->credentials).value(0), key);

    // ANTHROPIC_AUTH_TOKEN and its like hold what goes as "Authorization: Bearer".
    asked.key = {From::Variable, u"ACME_AUTH_TOKEN"_s};
    const auto signedIn = prepareTarget(asked, {}, source({{u"ACME_AUTH_TOKEN"_s, u"token"_s}}));
    QVERIFY(signedIn);
    QVERIFY(signedIn->credentials == Credentials(BearerToken {"token"}));
}

void PrepareTest::errorsNameWhatIsMissing_data()
{
    QTest::addColumn<QString>("field");
    QTest::addColumn<QString>("value");
    QTest::addColumn<QString>("named");
    QTest::newRow("unknown provider") << u"provider"_s << u"nobody"_s << u"nobody"_s;
    QTest::newRow("unknown api") << u"api"_s << u"chats"_s << u"chats"_s;
    QTest::newRow("no variable") << u"env"_s << u"UNSET_KEY"_s << u"UNSET_KEY"_s;
    QTest::newRow("no keychain") << u"keychain"_s << u"entry"_s << u"entry"_s;
    QTest::newRow("unknown policy") << u"retry"_s << u"stubborn"_s << u"stubborn"_s;
    QTest::newRow("no key at all") << u"key"_s << QString() << u"ACME_API_KEY"_s;
    QTest::newRow("a key with a blank") << u"broken"_s << QString() << u"ACME_API_KEY"_s;
}

void PrepareTest::errorsNameWhatIsMissing()
{
    QFETCH(QString, field);
    QFETCH(QString, value);
    QFETCH(QString, named);
    Target asked = target();
    RunSource from = source();
    if (field == "provider"_L1)
        asked.provider = value;
    else if (field == "api"_L1)
        asked.api = value;
    else if (field == "retry"_L1)
        asked.retry = value;
    else if (field == "env"_L1)
        asked.key = {KeyReference::From::Variable, value};
    else if (field == "keychain"_L1)
        asked.key = {KeyReference::From::Keychain, value};
    else
        from = source(field == "key"_L1
                          ? QMap<QString, QString> {}
                          : QMap<QString, QString> {{u"ACME_API_KEY"_s, u"two words"_s}});
    const auto ready = prepareTarget(asked, {}, from);
    QVERIFY(!ready);
    QCOMPARE(ready.error().kind, ErrorKind::Setup);
    QVERIFY2(ready.error().message.contains(named), qPrintable(ready.error().message));
    QVERIFY(!ready.error().message.contains(u"two words"_s));
}

void PrepareTest::policiesAreFoundInOrder()
{
    RunSource from = source();
    for (const int attempts : {2, 3, 5})
        from.policies.insert(QString::number(attempts), policyWithAttempts(attempts));
    const auto policy = [&](const QString &ofTarget, const QString &ofPrompt) {
        Target asked = target();
        asked.retry = ofTarget;
        Prompt prompt;
        prompt.retry = ofPrompt;
        const auto ready = prepareTarget(asked, prompt, from);
        return ready ? ready->policy : RetryPolicy {};
    };
    QCOMPARE(policy(u"2"_s, u"3"_s), policyWithAttempts(2));
    QCOMPARE(policy({}, u"3"_s), policyWithAttempts(3));
    QCOMPARE(policy({}, {}), defaultPolicy());
    from.defaultRetry = u"5"_s;
    QCOMPARE(policy({}, {}), policyWithAttempts(5));
    from.retryOverride = policyWithAttempts(1);
    QCOMPARE(policy(u"2"_s, u"3"_s), policyWithAttempts(1));
}

void PrepareTest::ownPricesLieOverTheTables()
{
    Target asked = target();
    asked.price = jsonObject({{"output", Json(1.5)}});
    const auto ready = prepareTarget(asked, {}, source());
    QCOMPARE(ready->price->price.input, 2.0);
    QCOMPARE(ready->price->price.output, 1.5);

    asked.model = u"nobody-knows"_s;
    asked.price = jsonObject();
    QVERIFY(!prepareTarget(asked, {}, source())->price);
}

void PrepareTest::everythingCanBeSimulated()
{
    RunSource from = source({}); // needs no key
    from.simulateAll = true;
    Target asked = target();
    asked.baseUrl = u"http://127.0.0.1:1/"_s;
    asked.key = {KeyReference::From::Keychain, u"main"_s};
    asked.parameters.temperature = 0.5;
    const auto ready = prepareTarget(asked, {}, from);
    QVERIFY(ready);
    QVERIFY(ready->simulated);
    QCOMPARE(ready->provider.id, u"simulator"_s);
    QCOMPARE(ready->target.slug, u"one"_s);
    QCOMPARE(ready->target.model, u"m1"_s);
    QCOMPARE(ready->target.parameters.temperature, 0.5);
    QCOMPARE(ready->endpoint.baseUrl.host(), u"api.simulator.invalid"_s);
    QCOMPARE(textOf(ready->target.simulate, "script"), u"steady"_s);
    QVERIFY(ready->price->price.isVirtual);
    QCOMPARE(ready->price->price.cachedInput, 0.1);

    asked.simulate = jsonObject({{"script", Json("flaky")}});
    QCOMPARE(textOf(prepareTarget(asked, {}, from)->target.simulate, "script"), u"flaky"_s);
}

void PrepareTest::fallbacksArePrepared()
{
    RunSource from = source();
    Target asked = target();
    asked.fallback = {u"two"_s, u"one"_s};
    from.targets = {{u"one"_s, asked}, {u"two"_s, target(u"two"_s)}};
    auto spec = prepareCall({}, asked, from);
    QVERIFY(spec);
    QCOMPARE(spec->targets.size(), 2);
    QCOMPARE(spec->targets[1].target.slug, u"two"_s);

    asked.fallback = {u"three"_s};
    spec = prepareCall({}, asked, from);
    QVERIFY(!spec);
    QVERIFY(spec.error().message.contains(u"three"_s));
}

static QByteArray accountFile(const QByteArray &name)
{
    return R"({"type":"service_account","project_id":"of-file","private_key":"PEM",)"
           R"("client_email":")"
        + name + "\"}";
}

// Vertex in small: what it is made of, not its whole entry.
static RunSource tokenSource(const QString &from, const QMap<QString, QString> &variables)
{
    RunSource made = source(variables);
    Provider &acme = made.providers.first();
    acme.env = {u"ACME_API_KEY"_s};
    acme.token = {.from = from, .scope = u"scope"_s};
    acme.apis.first().baseUrl = u"https://acme.invalid/{project}"_s;
    acme.apis.first().keyBaseUrl = u"https://keys.acme.invalid"_s;
    made.readFile = [](const QString &path) -> Result<QByteArray> {
        if (path == "/named.json"_L1)
            return accountFile("named");
        if (path == "/home/me/.config/gcloud/application_default_credentials.json"_L1)
            return accountFile("left");
        return fail(ErrorKind::Setup, path + u" is not there"_s, u"missing"_s);
    };
    return made;
}

void PrepareTest::googleCredentialsAreFound_data()
{
    QTest::addColumn<QString>("variable");
    QTest::addColumn<QString>("value");
    QTest::addColumn<QString>("found");
    QTest::newRow("the file that is named")
        << u"GOOGLE_APPLICATION_CREDENTIALS"_s << u"/named.json"_s << u"named"_s;
    QTest::newRow("the file that gcloud left") << u"HOME"_s << u"/home/me"_s << u"left"_s;
    QTest::newRow("gcloud's folder elsewhere")
        << u"CLOUDSDK_CONFIG"_s << u"/home/me/.config/gcloud"_s << u"left"_s;
    QTest::newRow("a file that is missing")
        << u"GOOGLE_APPLICATION_CREDENTIALS"_s << u"/none.json"_s << QString();
    QTest::newRow("nothing") << u"HOME"_s << u"/home/you"_s << QString();
}

void PrepareTest::googleCredentialsAreFound()
{
    QFETCH(QString, variable);
    QFETCH(QString, value);
    QFETCH(QString, found);
    const auto ready = prepareTarget(target(), {}, tokenSource(u"google"_s, {{variable, value}}));
    QCOMPARE(ready.has_value(), !found.isEmpty());
    if (!ready) {
        QCOMPARE(ready.error().kind, ErrorKind::Setup);
        return;
    }
    const auto *account = std::get_if<ServiceAccountKey>(&ready->credentials);
    QVERIFY(account);
    QCOMPARE(account->email, found);
    QCOMPARE(account->scope, u"scope"_s);
    QCOMPARE(ready->endpoint.baseUrl.toString(), u"https://acme.invalid/of-file"_s);
}

void PrepareTest::keysGoElsewhereThanTokens()
{
    const auto ready = prepareTarget(
        target(), {}, tokenSource(u"google"_s, {{u"ACME_API_KEY"_s, u"express-key-0123"_s}}));
    QVERIFY(ready);
    QCOMPARE(ready->endpoint.baseUrl.host(), u"keys.acme.invalid"_s);

    // A keychain entry may hold the whole key file.
    RunSource from = tokenSource(u"google"_s, {});
    from.keychain = [](const QString &) -> Result<QByteArray> { return accountFile("kept"); };
    Target asked = target();
    asked.key = {KeyReference::From::Keychain, u"main"_s};
    const auto kept = prepareTarget(asked, {}, from);
    QVERIFY(kept && std::holds_alternative<ServiceAccountKey>(kept->credentials));
}

void PrepareTest::entraSignsIn()
{
    QMap<QString, QString> variables {{u"AZURE_TENANT_ID"_s, u"tenant"_s},
                                      {u"AZURE_CLIENT_ID"_s, u"app"_s},
                                      {u"AZURE_CLIENT_SECRET"_s, u"secret"_s}};
    Target asked = target();
    asked.endpoint.insert(u"project"_s, u"p"_s);
    const auto ready = prepareTarget(asked, {}, tokenSource(u"entra"_s, variables));
    QVERIFY(ready);
    const auto *client = std::get_if<ClientSecret>(&ready->credentials);
    QVERIFY(client);
    QCOMPARE(client->tokenUrl.path(), u"/tenant/oauth2/v2.0/token"_s);

    variables.remove(u"AZURE_CLIENT_SECRET"_s);
    const auto half = prepareTarget(asked, {}, tokenSource(u"entra"_s, variables));
    QVERIFY(half.error().message.contains(u"AZURE_CLIENT_SECRET"_s));
}

void PrepareTest::networkSettingsAreFetched()
{
    RunSource from = source();
    from.folder = u"/project"_s;
    from.keychain = [](const QString &name) -> Result<QByteArray> {
        return name == "proxy"_L1 ? QByteArray("word") : QByteArray();
    };
    from.network.proxy = ProxySettings {.type = ProxySettings::Type::Http,
                                        .host = u"proxy.invalid"_s,
                                        .user = u"me"_s,
                                        .password = {KeyReference::From::Keychain, u"proxy"_s}};
    auto ready = prepareTarget(target(), {}, from);
    QVERIFY(ready);
    QCOMPARE(ready->network.proxyPassword, "word");
    QVERIFY(secretsOf(ready->network).contains("word"));

    Target asked = target();
    asked.network.proxy = ProxySettings {.type = ProxySettings::Type::None};
    ready = prepareTarget(asked, {}, from);
    QCOMPARE(ready->network.proxy.type, ProxySettings::Type::None);
    QVERIFY(ready->network.proxyPassword.isEmpty());
}

void PrepareTest::networkErrorsNameTheFile()
{
    RunSource from = source();
    from.folder = u"/project"_s;
    from.readFile = [](const QString &path) -> Result<QByteArray> {
        if (path == "/project/text.pem"_L1)
            return QByteArray("not PEM at all");
        return fail(ErrorKind::Setup, path + u" is not there"_s, u"missing"_s);
    };
    Target asked = target();
    asked.network.caFile = u"ca.pem"_s;
    QVERIFY(prepareTarget(asked, {}, from).error().message.contains(u"/project/ca.pem"_s));
    asked.network.caFile = u"text.pem"_s;
    QVERIFY(prepareTarget(asked, {}, from).error().message.contains(u"BEGIN CERTIFICATE"_s));
    asked.network.caFile = u"{env:UNSET_CA}"_s;
    QVERIFY(prepareTarget(asked, {}, from).error().message.contains(u"UNSET_CA"_s));

    from.simulateAll = true; // no network, nothing that could be missing
    from.network.caFile = u"none.pem"_s;
    QVERIFY(prepareTarget(asked, {}, from));
}

QTEST_GUILESS_MAIN(PrepareTest)
#include "tst_prepare.moc"
