// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#include "support/exchanges.h"

using namespace Qt::StringLiterals;

/// The exchanges of tests/data/exchanges/cohere, there and back.
class CohereTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void encodes_data() { Exchanges::rows(u"cohere"_s, "call"); }
    void encodes()
    {
        QFETCH(QString, path);
        Exchanges::checkEncode(path, "cohere"_L1);
    }
    void decodes_data() { Exchanges::rows(u"cohere"_s, "response"); }
    void decodes()
    {
        QFETCH(QString, path);
        Exchanges::checkDecode(path, "cohere"_L1);
    }
};

QTEST_GUILESS_MAIN(CohereTest)
#include "tst_cohere.moc"
