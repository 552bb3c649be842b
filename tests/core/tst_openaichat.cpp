// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#include "support/exchanges.h"

using namespace Antiphon;
using namespace Qt::StringLiterals;

/// The exchanges of tests/data/exchanges/openai-chat, there and back.
class OpenAiChatTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void encodes_data() { Exchanges::rows(u"openai-chat"_s, "call"); }
    void encodes()
    {
        QFETCH(QString, path);
        Exchanges::checkEncode(path, "openai-chat"_L1);
    }
    void decodes_data() { Exchanges::rows(u"openai-chat"_s, "response"); }
    void decodes()
    {
        QFETCH(QString, path);
        Exchanges::checkDecode(path, "openai-chat"_L1);
    }
    void halvesOfACharacterJoin();
};

void OpenAiChatTest::halvesOfACharacterJoin()
{
    DecodeState state;
    StreamEvents events;
    for (const char *half : {"\\ud83d", "\\ude00!", "\\ud83d\\ude00"})
        findCodec(u"openai-chat")
            ->decodeFrame(
                {.data = QByteArray("{\"choices\":[{\"delta\":{\"content\":\"") + half + "\"}}]}"},
                state, events);
    QString text;
    for (const StreamEvent &event : std::as_const(events))
        if (const auto *delta = std::get_if<TextDelta>(&event))
            text += delta->text;
    QCOMPARE(text, u"😀!😀"_s);
}

QTEST_GUILESS_MAIN(OpenAiChatTest)
#include "tst_openaichat.moc"
