// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#include "support/exchanges.h"

using namespace Qt::StringLiterals;

/// The exchanges of tests/data/exchanges/anthropic, there and back.
class AnthropicTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void encodes_data() { Exchanges::rows(u"anthropic"_s, "call"); }
    void encodes()
    {
        QFETCH(QString, path);
        Exchanges::checkEncode(path, "anthropic"_L1);
    }
    void decodes_data() { Exchanges::rows(u"anthropic"_s, "response"); }
    void decodes()
    {
        QFETCH(QString, path);
        Exchanges::checkDecode(path, "anthropic"_L1);
    }
};

QTEST_GUILESS_MAIN(AnthropicTest)
#include "tst_anthropic.moc"
