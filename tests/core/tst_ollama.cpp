// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#include "support/exchanges.h"

using namespace Qt::StringLiterals;

/// The exchanges of tests/data/exchanges/ollama, there and back.
class OllamaTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void encodes_data() { Exchanges::rows(u"ollama"_s, "call"); }
    void encodes()
    {
        QFETCH(QString, path);
        Exchanges::checkEncode(path, "ollama"_L1);
    }
    void decodes_data() { Exchanges::rows(u"ollama"_s, "response"); }
    void decodes()
    {
        QFETCH(QString, path);
        Exchanges::checkDecode(path, "ollama"_L1);
    }
};

QTEST_GUILESS_MAIN(OllamaTest)
#include "tst_ollama.moc"
