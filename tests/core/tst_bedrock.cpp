// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#include "support/exchanges.h"

using namespace Qt::StringLiterals;

/// The exchanges of tests/data/exchanges/bedrock, there and back.
class BedrockTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void encodes_data() { Exchanges::rows(u"bedrock"_s, "call"); }
    void encodes()
    {
        QFETCH(QString, path);
        Exchanges::checkEncode(path, "bedrock"_L1);
    }
    void decodes_data() { Exchanges::rows(u"bedrock"_s, "response"); }
    void decodes()
    {
        QFETCH(QString, path);
        Exchanges::checkDecode(path, "bedrock"_L1);
    }
};

QTEST_GUILESS_MAIN(BedrockTest)
#include "tst_bedrock.moc"
