// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#include <antiphon/core/error.h>
#include <antiphon/core/provider/http.h>
#include <antiphon/core/redact.h>

#include <QTest>

using namespace Antiphon;
using namespace Qt::StringLiterals;

// Made up, in the form of a real one.
static const QByteArray secret = "sk-test-a+b/c=0123456789abcdefXYZ9";

class RedactTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void hidesEveryForm_data();
    void hidesEveryForm();
    void hidesHeaders();
    void hidesQueryParameters();
    void leavesShortWordsAlone();
    void knowsForms_data();
    void knowsForms();
};

void RedactTest::hidesEveryForm_data()
{
    QTest::addColumn<QByteArray>("form");
    QTest::newRow("as it is") << secret;
    QTest::newRow("in an address") << secret.toPercentEncoding();
    QTest::newRow("base64") << secret.toBase64();
    QTest::newRow("base64 for addresses") << secret.toBase64(QByteArray::Base64UrlEncoding);
    QTest::newRow("hexadecimal") << secret.toHex();
}

void RedactTest::hidesEveryForm()
{
    QFETCH(QByteArray, form);
    const QByteArray clean = redact("before " + form + " after", {secret});
    QVERIFY(!clean.contains(form));
    QVERIFY(clean.startsWith("before "));
    QVERIFY(clean.endsWith(" after") || clean.endsWith("= after"));
    QVERIFY(clean.contains("••••XYZ9"));
}

void RedactTest::hidesHeaders()
{
    const HttpRequest request {.url = QUrl(u"https://example.com/v1"_s),
                               .headers = {{"Authorization", "Bearer " + secret, true},
                                           {"X-Api-Key", secret},
                                           {"X-Echo", "the key is " + secret}},
                               .body = "{\"k\":\"" + secret + "\"}"};
    const HttpRequest clean = redact(request, {secret});
    QCOMPARE(clean.headers[0].value, "Bearer ••••XYZ9"_ba);
    QCOMPARE(clean.headers[1].value, "••••XYZ9"_ba);
    QCOMPARE(clean.headers[2].value, "the key is ••••XYZ9"_ba);
    QVERIFY(!clean.body.contains(secret));
}

void RedactTest::hidesQueryParameters()
{
    const QUrl url(u"https://example.com/v1beta/models?key=abcdefghijklmnopqrstuvwx&alt=sse"_s);
    const QByteArray clean = redact(url, {}).toEncoded();
    QVERIFY(!clean.contains("abcdefghijkl"));
    QVERIFY(clean.contains("alt=sse"));
}

void RedactTest::leavesShortWordsAlone()
{
    QCOMPARE(redact("ollama runs"_ba, {"run"}), "ollama runs"_ba);
}

void RedactTest::knowsForms_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("isKey");
    QTest::newRow("a secret key") << u"key: sk-abcdefghijklmnopqrstuvwx"_s << true;
    QTest::newRow("an access key id") << u"AKIAABCDEFGHIJKLMNOP"_s << true;
    QTest::newRow("a private key") << u"-----BEGIN PRIVATE KEY-----"_s << true;
    QTest::newRow("a word") << u"ask-me-anything-about-printers-in-room-12"_s << false;
    QTest::newRow("a slug") << u"sk-short"_s << false;
}

void RedactTest::knowsForms()
{
    QFETCH(QString, text);
    QFETCH(bool, isKey);
    QCOMPARE(looksLikeKey(text), isKey);
}

QTEST_GUILESS_MAIN(RedactTest)
#include "tst_redact.moc"
