// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "prompt/messagespreview.h"

#include "prompt/promptdocument.h"
#include "theme/colors.h"
#include "theme/metrics.h"

#include <antiphon/core/config/exampleturns.h>
#include <antiphon/store/project/datasetfile.h>

#include <QLocale>
#include <QTextCursor>

#include <chrono>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Antiphon::Ui {

MessagesPreview::MessagesPreview(PromptDocument &document, const QMap<QString, QString> &snippets,
                                 QWidget *parent)
    : QTextBrowser(parent)
    , m_document(document)
    , m_snippets(snippets)
{
    setObjectName(u"messagesPreview"_s);
    setAccessibleName(tr("Messages as they would be sent"));
    setFrameShape(QFrame::NoFrame);
    setOpenLinks(false);
    this->document()->setDocumentMargin(gap(*this));
    m_soon.setSingleShot(true);
    m_soon.setInterval(50ms);
    connect(&m_soon, &QTimer::timeout, this, &MessagesPreview::refresh);
    const auto soon = [this] {
        if (isVisible())
            m_soon.start();
    };
    connect(&m_document, &PromptDocument::checked, this, soon);
    connect(&m_document, &PromptDocument::examplesChanged, this, soon);
    connect(&m_document, &PromptDocument::valuesChanged, this, soon);
}

static QString roleTitle(Role role)
{
    switch (role) {
    case Role::System:
        return MessagesPreview::tr("System");
    case Role::User:
        return MessagesPreview::tr("User");
    case Role::Assistant:
        return MessagesPreview::tr("Assistant");
    case Role::Tool:
        return MessagesPreview::tr("Tool");
    }
    return {};
}

static QString bytesText(qsizetype bytes)
{
    return QLocale().formattedDataSize(bytes);
}

/// A part that is no text, in a few words.
static QString partText(const ContentPart &part)
{
    struct Visitor {
        QString operator()(const Text &text) const { return text.text; }
        QString operator()(const Image &image) const
        {
            return MessagesPreview::tr("[Image, %1]")
                .arg(image.url.isEmpty() ? bytesText(image.bytes.size()) : image.url);
        }
        QString operator()(const Audio &audio) const
        {
            return MessagesPreview::tr("[Audio, %1]")
                .arg(audio.url.isEmpty() ? bytesText(audio.bytes.size()) : audio.url);
        }
        QString operator()(const Document &document) const
        {
            return MessagesPreview::tr("[Document, %1]")
                .arg(document.url.isEmpty() ? bytesText(document.bytes.size()) : document.url);
        }
        QString operator()(const CacheMarker &) const
        {
            return MessagesPreview::tr("[Cache up to here]");
        }
        QString operator()(const ToolUse &use) const
        {
            return MessagesPreview::tr("[Tool call: %1]").arg(use.name);
        }
        QString operator()(const ToolResult &result) const { return result.content; }
        QString operator()(const Thinking &thinking) const { return thinking.text; }
        QString operator()(const Native &native) const
        {
            return QString::fromUtf8(toPretty(native.value));
        }
    };
    return std::visit(Visitor {}, part);
}

/// The turns of the prompt's examples, whose dataset is read anew.
static Result<QList<Message>> turnsOf(const Prompt &prompt, const Snippets &snippets,
                                      const Variables &values, const QString &folder)
{
    if (prompt.examples.isEmpty())
        return QList<Message> {};
    const auto dataset = readDataset(folder, prompt.examples);
    if (!dataset)
        return std::unexpected(toError(dataset.error()));
    auto examples = examplesOf(prompt, *dataset);
    if (!examples)
        return std::unexpected(examples.error());
    const CallInputs inputs {
        .prompt = prompt, .snippets = snippets, .examples = *std::move(examples)};
    const auto shown = showExamples(inputs, [&](const Example &example) {
        Variables all = values;
        all.insert(example.values);
        return withDefaults(prompt, std::move(all));
    });
    if (!shown)
        return std::unexpected(shown.error());
    return exampleTurns(*shown, nullptr);
}

void MessagesPreview::refresh()
{
    clear();
    QTextCursor cursor(document());
    QTextCharFormat plain;
    plain.setForeground(palette().text());
    const auto say = [&](const QString &text, ColorRole role) {
        QTextCharFormat format;
        format.setForeground(color(role, palette()));
        cursor.insertText(text, format);
    };

    const Prompt prompt = m_document.prompt();
    const Result<Variables> values = withDefaults(prompt, m_document.values());
    if (!values) {
        say(values.error().message, ColorRole::Neutral);
        return;
    }
    QList<Message> messages = prompt.messages;
    if (messages.isEmpty()) {
        const auto parsed = Template::parse(prompt.text, prompt.options, m_snippets);
        if (!parsed) {
            say(parsed.error().message, ColorRole::Negative);
            return;
        }
        const auto rendered = Antiphon::render(*parsed, *values);
        if (!rendered) {
            say(rendered.error().message, ColorRole::Negative);
            return;
        }
        messages = rendered->messages;
        const auto turns = turnsOf(prompt, m_snippets, *values, m_document.folder());
        if (!turns) {
            say(turns.error().message, ColorRole::Negative);
            return;
        }
        const qsizetype at = placeOfExamples(prompt, messages);
        messages = messages.first(at) + *turns + messages.sliced(at);
    }
    for (const Message &message : std::as_const(messages)) {
        if (!document()->isEmpty())
            cursor.insertBlock();
        QTextBlockFormat heading;
        heading.setTopMargin(cursor.position() == 0 ? 0 : gap(*this));
        heading.setBottomMargin(gap(*this, 0.25));
        cursor.setBlockFormat(heading);
        QTextCharFormat title;
        title.setFontWeight(QFont::DemiBold);
        title.setForeground(color(ColorRole::Running, palette()));
        cursor.insertText(roleTitle(message.role), title);
        for (const ContentPart &part : message.parts) {
            cursor.insertBlock(QTextBlockFormat());
            cursor.insertText(partText(part), plain);
        }
    }
    moveCursor(QTextCursor::Start);
}

void MessagesPreview::showEvent(QShowEvent *event)
{
    QTextBrowser::showEvent(event);
    refresh();
}

void MessagesPreview::changeEvent(QEvent *event)
{
    QTextBrowser::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && isVisible())
        refresh();
}

} // namespace Antiphon::Ui
