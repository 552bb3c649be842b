// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#include <antiphon/net/awscredentials.h>

#include <QTest>

using namespace Antiphon;
using namespace Qt::StringLiterals;

/// AWS keys as its own programs find them: variables, profiles in two files, and one text of our
/// own.
class AwsCredentialsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsOneText_data();
    void readsOneText();
    void findsKeys_data();
    void findsKeys();
    void saysWhatIsMissing_data();
    void saysWhatIsMissing();
    void findsTheRegion();
    void findsTheFiles();
    void aFileThatCannotBeReadIsAnError();
};

using Texts = QMap<QString, QString>;

static Environment environmentOf(const Texts &variables)
{
    return [variables](const QString &name) { return variables.value(name); };
}

static FileReader filesOf(const Texts &files)
{
    return [files](const QString &path) -> Result<QByteArray> {
        if (!files.contains(path))
            return fail(ErrorKind::Setup, path + " is not there"_L1, u"missing"_s);
        return files.value(path).toUtf8();
    };
}

// "ID SECRET TOKEN region", "-" for none, or the message of the error.
static QString described(const Result<std::optional<KeyFile>> &found)
{
    if (!found)
        return "error: "_L1 + found.error().message;
    if (!*found)
        return u"-"_s;
    const auto *keys = std::get_if<AwsKeys>(&(*found)->credentials);
    if (!keys)
        return u"no keys"_s;
    return QString::fromLatin1(keys->accessKeyId + ' ' + keys->secretAccessKey + ' '
                               + keys->sessionToken + ' ')
        + (*found)->values.value(u"region"_s);
}

void AwsCredentialsTest::readsOneText_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("expected");

    const auto row = [](const char *name, const QByteArray &text, const QString &expected) {
        QTest::newRow(name) << text << expected;
    };
    row("keys", "AKID:sec/ret+=", u"AKID sec/ret+=  "_s);
    row("keys of a session", " ASIA:secret:token==\n", u"ASIA secret token== "_s);
    row("an API key is none", "ABSKQmVkcm9jazEyMw==", u"-"_s);
    row("half of them",
        "AKID:", u"error: \"x\" holds no AWS keys: write ID:SECRET or ID:SECRET:SESSIONTOKEN."_s);
    row("too many", "a:b:c:d",
        u"error: \"x\" holds no AWS keys: write ID:SECRET or ID:SECRET:SESSIONTOKEN."_s);
    row("as aws configure export-credentials prints them",
        R"({"Version":1,"AccessKeyId":"A","SecretAccessKey":"S","SessionToken":"T","Expiration":"x"})",
        u"A S T "_s);
    row("as aws sts prints them",
        R"({"Credentials":{"AccessKeyId":"A","SecretAccessKey":"S","SessionToken":"T"}})",
        u"A S T "_s);
    row("by the names of the files",
        R"({"aws_access_key_id":"A","aws_secret_access_key":"S","region":"eu-west-1"})",
        u"A S  eu-west-1"_s);
    row("other JSON", R"({"type":"service_account"})",
        u"error: \"x\" is JSON, but no AWS keys: it needs \"AccessKeyId\" and \"SecretAccessKey\"."_s);
}

void AwsCredentialsTest::readsOneText()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, expected);
    QCOMPARE(described(readAwsKeys(text, u"\"x\""_s)), expected);
}

static const Texts files {
    {u"/home/a/.aws/credentials"_s,
     u"# a comment\n[default]\naws_access_key_id = D1\naws_secret_access_key=D2\n\n"
     "[work]\r\nAWS_ACCESS_KEY_ID=W1\r\naws_secret_access_key = W2=\r\naws_session_token = W3\r\n"_s},
    {u"/home/a/.aws/config"_s,
     u"[default]\nregion = us-west-2\ns3 =\n  region = no\n"
     "[profile work]\nregion=eu-central-1\n"
     "[profile \"two words\"]\naws_access_key_id=C1\naws_secret_access_key=C2\n"
     "; another comment\n[profile role]\nrole_arn = arn:x\nsource_profile = default\n"
     "[profile browser]\nsso_session = x\n[profile program]\ncredential_process = /bin/x\n"
     "[profile empty]\noutput = json\n"_s},
};

void AwsCredentialsTest::findsKeys_data()
{
    QTest::addColumn<Texts>("variables");
    QTest::addColumn<QString>("profile");
    QTest::addColumn<QString>("expected");

    const QString id = u"AWS_ACCESS_KEY_ID"_s;
    const QString secret = u"AWS_SECRET_ACCESS_KEY"_s;
    const QString token = u"AWS_SESSION_TOKEN"_s;
    const QString profile = u"AWS_PROFILE"_s;
    const auto row
        = [](const char *name, Texts variables, const QString &asked, const QString &expected) {
              variables.insert(u"HOME"_s, u"/home/a"_s);
              QTest::newRow(name) << variables << asked << expected;
          };
    row("variables", {{id, u"V1"_s}, {secret, u"V2"_s}}, {}, u"V1 V2  "_s);
    row("variables of a session", {{id, u"V1"_s}, {secret, u"V2"_s}, {token, u"V3"_s}}, {},
        u"V1 V2 V3 "_s);
    row("variables go before a profile of the environment",
        {{id, u"V1"_s}, {secret, u"V2"_s}, {profile, u"work"_s}}, {}, u"V1 V2  "_s);
    row("a profile of the target goes before variables", {{id, u"V1"_s}, {secret, u"V2"_s}},
        u"work"_s, u"W1 W2= W3 eu-central-1"_s);
    row("the default profile", {}, {}, u"D1 D2  us-west-2"_s);
    row("the profile of the environment", {{profile, u"work"_s}}, {}, u"W1 W2= W3 eu-central-1"_s);
    row("keys in the config file", {{profile, u"two words"_s}}, {}, u"C1 C2  "_s);
    row("nothing anywhere", {{u"AWS_SHARED_CREDENTIALS_FILE"_s, u"/none"_s}}, {}, u"-"_s);
}

void AwsCredentialsTest::findsKeys()
{
    QFETCH(Texts, variables);
    QFETCH(QString, profile);
    QFETCH(QString, expected);
    QCOMPARE(described(awsCredentials(profile, environmentOf(variables), filesOf(files))),
             expected);
}

void AwsCredentialsTest::saysWhatIsMissing_data()
{
    QTest::addColumn<QString>("profile");
    QTest::addColumn<QString>("says");
    QTest::newRow("no such profile") << u"gone"_s << u"There is no AWS profile \"gone\" in "_s;
    QTest::newRow("a role") << u"role"_s << u"takes a role"_s;
    QTest::newRow("single sign-on") << u"browser"_s << u"through a browser"_s;
    QTest::newRow("a program") << u"program"_s << u"from a program"_s;
    QTest::newRow("no keys") << u"empty"_s << u"has no keys"_s;
}

void AwsCredentialsTest::saysWhatIsMissing()
{
    QFETCH(QString, profile);
    QFETCH(QString, says);
    const auto found
        = awsCredentials(profile, environmentOf({{u"HOME"_s, u"/home/a"_s}}), filesOf(files));
    QVERIFY(!found);
    QCOMPARE(found.error().kind, ErrorKind::Setup);
    QVERIFY2(found.error().message.contains(says), qPrintable(found.error().message));
    const auto half
        = awsCredentials({}, environmentOf({{u"AWS_ACCESS_KEY_ID"_s, u"x"_s}}), filesOf({}));
    QVERIFY(!half);
    QVERIFY(half.error().message.contains("AWS_SECRET_ACCESS_KEY"_L1));
}

void AwsCredentialsTest::findsTheRegion()
{
    const Environment home = environmentOf({{u"HOME"_s, u"/home/a"_s}});
    QCOMPARE(awsRegion({}, home, filesOf(files)), u"us-west-2"_s);
    QCOMPARE(awsRegion(u"work"_s, home, filesOf(files)), u"eu-central-1"_s);
    QCOMPARE(awsRegion(u"gone"_s, home, filesOf(files)), QString());
    QCOMPARE(awsRegion({}, home, filesOf({})), QString());
}

void AwsCredentialsTest::findsTheFiles()
{
    const Texts elsewhere {
        {u"/home/a/k"_s, u"[default]\naws_access_key_id=E1\naws_secret_access_key=E2\n"_s},
        {u"/etc/c"_s, u"[default]\nregion=r\n"_s}};
    const Texts variables {{u"HOME"_s, u"/home/a"_s},
                           {u"AWS_SHARED_CREDENTIALS_FILE"_s, u"~/k"_s},
                           {u"AWS_CONFIG_FILE"_s, u"/etc/c"_s}};
    QCOMPARE(described(awsCredentials({}, environmentOf(variables), filesOf(elsewhere))),
             u"E1 E2  r"_s);
    const Texts windows {{u"USERPROFILE"_s, u"/home/a"_s}};
    QCOMPARE(described(awsCredentials({}, environmentOf(windows), filesOf(files))),
             u"D1 D2  us-west-2"_s);
    QCOMPARE(described(awsCredentials({}, environmentOf({}), filesOf(files))), u"-"_s);
}

void AwsCredentialsTest::aFileThatCannotBeReadIsAnError()
{
    const FileReader refusing = [](const QString &) -> Result<QByteArray> {
        return fail(ErrorKind::Setup, u"no permission"_s, u"unreadable"_s);
    };
    const auto found = awsCredentials({}, environmentOf({{u"HOME"_s, u"/home/a"_s}}), refusing);
    QCOMPARE(described(found), u"error: no permission"_s);
}

QTEST_GUILESS_MAIN(AwsCredentialsTest)
#include "tst_awscredentials.moc"
