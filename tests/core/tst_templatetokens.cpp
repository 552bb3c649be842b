// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#include <antiphon/core/prompt/template.h>

#include <QTest>

using namespace Antiphon;
using namespace Qt::StringLiterals;

static QString kindName(TemplateToken::Kind kind)
{
    switch (kind) {
    case TemplateToken::Kind::Role:
        return u"role"_s;
    case TemplateToken::Kind::Field:
        return u"field"_s;
    case TemplateToken::Kind::Specification:
        return u"spec"_s;
    case TemplateToken::Kind::EscapedBrace:
        return u"brace"_s;
    case TemplateToken::Kind::Snippet:
        return u"snippet"_s;
    case TemplateToken::Kind::Dropped:
        return u"dropped"_s;
    }
    return {};
}

/// `kind(name) text-of-the-source`
static QStringList shown(const QString &source, const QList<TemplateToken> &tokens)
{
    QStringList out;
    for (const TemplateToken &token : tokens)
        out += kindName(token.kind) + (token.name.isEmpty() ? QString() : u'(' + token.name + u')')
            + u' ' + source.sliced(token.position, token.length);
    return out;
}

class TemplateTokensTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void finds_data();
    void finds();
    void keepsGoingAfterErrors();
};

void TemplateTokensTest::finds_data()
{
    QTest::addColumn<QString>("source");
    QTest::addColumn<QStringList>("expected");

    QTest::newRow("plain text") << u"hello"_s << QStringList {};
    QTest::newRow("roles and fields")
        << u"  SYSTEM: {a.b[0]}\n  USER: x {n!r:>5}"_s
        << QStringList {u"role(SYSTEM) SYSTEM:"_s, u"field(a) {a.b[0]}"_s, u"role(USER) USER:"_s,
                        u"field(n) {n!r:>5}"_s, u"spec(n) !r:>5"_s};
    QTest::newRow("a role in a word")
        << u"SUPERUSER: hi"_s << QStringList {u"dropped SUPER"_s, u"role(USER) USER:"_s};
    QTest::newRow("media") << u"{photo:image(detail=low)}{:cache_control}"_s
                           << QStringList {u"field(photo) {photo:image(detail=low)}"_s,
                                           u"spec(photo) :image(detail=low)"_s,
                                           u"field {:cache_control}"_s, u"spec :cache_control"_s};
    QTest::newRow("braces") << u"{{x}} {x}"_s
                            << QStringList {u"brace {{"_s, u"brace }}"_s, u"field(x) {x}"_s};
    QTest::newRow("snippets") << u"{>rules} {x}"_s
                              << QStringList {u"snippet(rules) {>rules}"_s, u"field(x) {x}"_s};
    QTest::newRow("history") << u"MESSAGES: see {h} and {i}\nUSER: a"_s
                             << QStringList {u"role(MESSAGES) MESSAGES:"_s, u"dropped see"_s,
                                             u"field(h) {h}"_s, u"dropped and {i}"_s,
                                             u"role(USER) USER:"_s};
    QTest::newRow("a bare role at the end")
        << u"USER: a\nUSER:"_s << QStringList {u"role(USER) USER:"_s, u"dropped USER:"_s};
}

void TemplateTokensTest::finds()
{
    QFETCH(QString, source);
    QFETCH(QStringList, expected);
    const Snippets snippets {{u"rules"_s, u"be {kind} {{"_s}};
    const auto parsed = Template::parse(source, {}, snippets);
    QVERIFY(parsed);
    QCOMPARE(shown(source, parsed->tokens()), expected);
    QCOMPARE(checkTemplate(source, {}, snippets).tokens, parsed->tokens());
}

void TemplateTokensTest::keepsGoingAfterErrors()
{
    const QString source = u"SYSTEM: {a} }\nUSER: {b} {>gone} {"_s;
    const TemplateCheck check = checkTemplate(source);
    QCOMPARE(check.errors.size(), 3);
    QCOMPARE(check.errors.first(), Template::parse(source).error());
    QCOMPARE(check.errors[0].position, 12);
    QCOMPARE(check.errors[1].name, u"gone"_s);
    QCOMPARE(check.errors[2].position, source.size() - 1);
    QCOMPARE(check.variables, QStringList({u"a"_s, u"b"_s}));
    QCOMPARE(shown(source, check.tokens),
             QStringList({u"role(SYSTEM) SYSTEM:"_s, u"field(a) {a}"_s, u"role(USER) USER:"_s,
                          u"field(b) {b}"_s, u"snippet(gone) {>gone}"_s}));
}

QTEST_GUILESS_MAIN(TemplateTokensTest)
#include "tst_templatetokens.moc"
