// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#include "support/exchanges.h"

using namespace Qt::StringLiterals;

/// The exchanges of tests/data/exchanges/gemini, there and back.
class GeminiTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void encodes_data() { Exchanges::rows(u"gemini"_s, "call"); }
    void encodes()
    {
        QFETCH(QString, path);
        Exchanges::checkEncode(path, "gemini"_L1);
    }
    void decodes_data() { Exchanges::rows(u"gemini"_s, "response"); }
    void decodes()
    {
        QFETCH(QString, path);
        Exchanges::checkDecode(path, "gemini"_L1);
    }
};

QTEST_GUILESS_MAIN(GeminiTest)
#include "tst_gemini.moc"
