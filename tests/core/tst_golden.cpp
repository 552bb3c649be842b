// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#include "support/exchanges.h"

using namespace Antiphon;
using namespace Qt::StringLiterals;

/// The same calls in every wire format, against bodies written by hand from its documentation.
///
/// tests/data/golden/calls/NAME.json is a call (readCall()); tests/data/golden/CODEC/NAME.json
/// says what becomes of it: `provider` and `api` (and `endpoint`, `baseUrl`, `quirks` where
/// wanted), and either `body`, compared byte for byte with the order of its keys, or `refused`,
/// the kind of the error and its `message`. `path` is how the address ends. A file with a `call`
/// of its own needs none in calls. A row is a file: nothing else has to be written for a new one.
class GoldenTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void requests_data();
    void requests();
    void formatsAreComplete_data();
    void formatsAreComplete();
    void services_data();
    void services();
};

static QDir goldenFolder()
{
    return {Exchanges::dataFolder() + "/golden"_L1};
}

static QStringList jsonFiles(const QString &folder)
{
    return QDir(goldenFolder().filePath(folder)).entryList({u"*.json"_s}, QDir::Files);
}

static QStringList formats()
{
    QStringList names = goldenFolder().entryList(QDir::Dirs | QDir::NoDotAndDotDot);
    names.removeOne(u"calls"_s);
    return names;
}

void GoldenTest::requests_data()
{
    QTest::addColumn<QString>("codec");
    QTest::addColumn<QString>("file");

    for (const QString &codec : formats())
        for (const QString &file : jsonFiles(codec))
            QTest::addRow("%s, %s", qPrintable(codec), qPrintable(file.chopped(5)))
                << codec << file;
}

void GoldenTest::requests()
{
    QFETCH(QString, codec);
    QFETCH(QString, file);

    const Codec *format = findCodec(codec);
    QVERIFY2(format, "no codec has the name of this folder");
    auto row = parseJson(Exchanges::contents(goldenFolder().filePath(codec + u'/' + file)));
    QVERIFY2(row, qPrintable(row ? QString() : row.error().toError(file).message));
    if (!find(*row, "call")) {
        const auto call
            = parseJson(Exchanges::contents(goldenFolder().filePath("calls/"_L1 + file)));
        QVERIFY2(call, qPrintable(call ? QString() : call.error().toError(file).message));
        row->insert_or_assign("call", *call);
    }

    const auto request = Exchanges::encoded(*row, *format);
    if (const Json *refused = find(*row, "refused")) {
        QVERIFY2(!request, "it was not refused");
        QCOMPARE(errorKindName(request.error().kind), toText(*refused));
        QCOMPARE(request.error().message, textOf(*row, "message"));
        return;
    }
    QVERIFY2(request, qPrintable(request ? QString() : request.error().message));
    QVERIFY(find(*row, "body"));
    QCOMPARE(QString::fromUtf8(request->body), QString::fromUtf8(toBytes(*find(*row, "body"))));
    if (const QString path = textOf(*row, "path"); !path.isEmpty())
        QCOMPARE(request->url.path(QUrl::FullyEncoded).right(path.size()), path);
}

void GoldenTest::formatsAreComplete_data()
{
    QTest::addColumn<QString>("codec");

    for (const QString &codec : formats())
        QTest::newRow(qPrintable(codec)) << codec;
}

// A format either carries a call or says that it cannot.
void GoldenTest::formatsAreComplete()
{
    QFETCH(QString, codec);

    const QStringList have = jsonFiles(codec);
    for (const QString &call : jsonFiles(u"calls"_s))
        QVERIFY2(have.contains(call), qPrintable(call));
}

// --- Every service -------------------------------------------------------------------------------

static Json serviceTable()
{
    const auto table = parseJson(Exchanges::contents(goldenFolder().filePath(u"services.json"_s)));
    return table ? *table : jsonObject();
}

void GoldenTest::services_data()
{
    QTest::addColumn<QString>("provider");
    QTest::addColumn<QString>("api");
    QTest::addColumn<QString>("codec");

    for (const Provider &provider : Exchanges::providers()) {
        for (const ProviderApi &api : provider.apis) {
            if (provider.id != "simulator"_L1)
                QTest::addRow("%s, %s", qPrintable(provider.id), qPrintable(api.name))
                    << provider.id << api.name << api.codec;
        }
    }
}

// What \p got has other than \p usual, member by member; null for one that it has not.
static Json differences(const Json &usual, const Json &got)
{
    Json patch = jsonObject();
    for (const auto &member : usual.object_range())
        if (!got.contains(member.key()))
            patch.insert_or_assign(member.key(), Json::null());
    for (const auto &member : got.object_range()) {
        const Json *same = find(usual, member.key());
        if (!same || toBytes(*same) != toBytes(member.value()))
            patch.insert_or_assign(member.key(), member.value());
    }
    return patch;
}

// What \p provider makes of a call beside what its format usually makes of it: `{}` for the same.
static Json serviceDifference(const QString &provider, const QString &api, const QString &codec,
                              const QString &file)
{
    const QString path = goldenFolder().filePath(codec + u'/' + file);
    Json row = *parseJson(Exchanges::contents(path));
    const Json usual = row;
    row.insert_or_assign("provider", toJson(provider));
    row.insert_or_assign("api", toJson(api));
    row.insert_or_assign("endpoint", *parseJson(R"({"resource": "r", "region": "us-east-1",
        "project": "p", "location": "global"})"));
    if (!find(row, "baseUrl"))
        row.insert_or_assign("baseUrl", "http://localhost:1/v1");
    if (!find(row, "call"))
        row.insert_or_assign(
            "call", *parseJson(Exchanges::contents(goldenFolder().filePath("calls/"_L1 + file))));
    const auto request = Exchanges::encoded(row, *findCodec(codec));
    if (!request) {
        const bool same = textOf(usual, "refused") == errorKindName(request.error().kind);
        return same ? jsonObject() : jsonObject({{"refused", toJson(request.error().message)}});
    }
    const Json *body = find(usual, "body");
    const auto got = parseJson(request->body);
    return got ? differences(body ? *body : jsonObject(), *got) : Json("no JSON");
}

// Each service of a format takes the calls as the format's own service does, but for what
// tests/data/golden/services.json says: `{"provider, api": {"call": {"member": value}}}`.
// ANTIPHON_UPDATE_GOLDEN=1 writes it anew.
void GoldenTest::services()
{
    QFETCH(QString, provider);
    QFETCH(QString, api);
    QFETCH(QString, codec);

    Json table = serviceTable();
    const std::string name = toUtf8(provider + ", "_L1 + api);
    Json got = jsonObject();
    for (const QString &call : jsonFiles(u"calls"_s)) {
        Json difference = serviceDifference(provider, api, codec, call);
        if (!difference.empty())
            got.insert_or_assign(toUtf8(call.chopped(5)), std::move(difference));
    }
    const Json *wanted = find(table, name);
    if (qEnvironmentVariableIntValue("ANTIPHON_UPDATE_GOLDEN") == 1) {
        table.insert_or_assign(name, got);
        QFile out(goldenFolder().filePath(u"services.json"_s));
        QVERIFY(out.open(QIODevice::WriteOnly));
        out.write(toPretty(table));
        return;
    }
    QVERIFY(wanted);
    QCOMPARE(QString::fromUtf8(toPretty(got)), QString::fromUtf8(toPretty(*wanted)));
}

QTEST_GUILESS_MAIN(GoldenTest)
#include "tst_golden.moc"
