// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#include <antiphon/net/secretfilter.h>

#include <QTest>

using namespace Antiphon;
using namespace Qt::StringLiterals;

static const QByteArray secret = "abcabd-0123456789-secret";
static const QString mask = u"\u2022\u2022\u2022\u2022cret"_s;

/// Both texts of \p answer, fed \p step characters at a time, thinking first.
static QString filtered(const QString &thinking, const QString &answer, qsizetype step,
                        qsizetype *pieces = nullptr)
{
    SecretFilter filter({secret});
    QString whole;
    const auto take = [&](const StreamEvents &events) {
        for (const StreamEvent &event : events) {
            if (const auto *thought = std::get_if<ThinkingDelta>(&event))
                whole += thought->text;
            else if (const auto *text = std::get_if<TextDelta>(&event))
                whole += text->text;
            if (pieces && std::holds_alternative<TextDelta>(event))
                ++*pieces;
        }
    };
    for (qsizetype at = 0; at < thinking.size(); at += step) {
        StreamEvents events {ThinkingDelta {.text = thinking.mid(at, step)}};
        filter.pass(events);
        take(events);
    }
    for (qsizetype at = 0; at < answer.size(); at += step) {
        StreamEvents events {TextDelta {.text = answer.mid(at, step)}, UsageReported {}};
        filter.pass(events);
        take(events);
    }
    StreamEvents events;
    filter.finish(events);
    take(events);
    return whole;
}

class SecretFilterTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void findsSecretsAtEveryCut();
    void changesNothingElse();
    void newStretchesEndOldOnes();
};

void SecretFilterTest::findsSecretsAtEveryCut()
{
    const QString plain = QString::fromLatin1(secret);
    const QString coded = QString::fromLatin1(secret.toBase64());
    const QString answer = u"abc ab"_s + plain + u" and "_s + coded + u" abcab"_s;
    const QString expected
        = u"I know "_s + mask + u"abc ab"_s + mask + u" and "_s + mask + u" abcab"_s;
    for (qsizetype step = 1; step <= answer.size(); ++step)
        QCOMPARE(filtered(u"I know "_s + plain, answer, step), expected);
}

void SecretFilterTest::changesNothingElse()
{
    const QString text = u"An ordinary answer, ab and abc and abcabd-0123, zw\u00f6lf."_s;
    for (qsizetype step = 1; step <= text.size(); ++step)
        QCOMPARE(filtered({}, text, step), text);
    qsizetype pieces = 0;
    (void)filtered({}, text, 1, &pieces);
    QVERIFY(pieces >= text.size()); // every event is passed on, if only with less text

    SecretFilter none;
    StreamEvents events {TextDelta {.text = u"abcabd"_s}};
    none.pass(events);
    QCOMPARE(std::get<TextDelta>(events.first()).text, u"abcabd"_s);
}

void SecretFilterTest::newStretchesEndOldOnes()
{
    SecretFilter filter({secret});
    StreamEvents events {ThinkingDelta {.text = u"one abc"_s, .opensBlock = true},
                         ThinkingDelta {.text = u"two"_s, .opensBlock = true},
                         TextDelta {.text = u"abcabd"_s}, Finished {}};
    filter.pass(events);
    QStringList texts;
    for (const StreamEvent &event : events) {
        if (const auto *thought = std::get_if<ThinkingDelta>(&event))
            texts.append(thought->text);
        else if (const auto *text = std::get_if<TextDelta>(&event))
            texts.append(text->text);
        else
            texts.append(u"end"_s);
    }
    texts.removeAll(QString());
    QCOMPARE(texts, (QStringList {u"one "_s, u"abc"_s, u"two"_s, u"abcabd"_s, u"end"_s}));
}

QTEST_GUILESS_MAIN(SecretFilterTest)
#include "tst_secretfilter.moc"
