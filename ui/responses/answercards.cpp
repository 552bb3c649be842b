// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "responses/answercards.h"

#include "responses/audioplayer.h"
#include "responses/codetext.h"
#include "responses/imagelabel.h"
#include "theme/icons.h"
#include "theme/metrics.h"
#include "wording/numbers.h"

#include <antiphon/store/exchange/writeexport.h>

#include <QClipboard>
#include <QFileDialog>
#include <QGuiApplication>
#include <QLabel>
#include <QMimeDatabase>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Antiphon::Ui {

AnswerCards::AnswerCards(const QString &name, QWidget *parent)
    : QScrollArea(parent)
    , m_name(name)
{
    setAccessibleName(tr("Tool calls, images, speech and sources of %1").arg(name));
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    viewport()->setAutoFillBackground(false);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    clear();
}

void AnswerCards::clear()
{
    m_content = new QWidget;
    m_content->setAutoFillBackground(false);
    m_rows = new QVBoxLayout(m_content);
    m_rows->setContentsMargins(gap(*this), gap(*this, 0.5), gap(*this), gap(*this, 0.5));
    m_rows->setSpacing(gap(*this));
    m_cards = 0;
    m_shown.clear();
    setWidget(m_content); // deletes the old one
    hide();
}

/// As tall as what is in it, up to what a column can spare.
QSize AnswerCards::sizeHint() const
{
    const QSize content = m_content->sizeHint();
    return {content.width(), content.height()};
}

void AnswerCards::showAttempt(const Attempt &attempt)
{
    const QString which = u"%1 %2 %3"_s.arg(attempt.responseId)
                              .arg(attempt.number)
                              .arg(attempt.started.toMSecsSinceEpoch());
    if (which == m_shown)
        return;
    clear();
    m_shown = which;
    for (const ToolCall &call : attempt.toolCalls)
        addToolCall(call);
    for (const ProviderToolUse &use : attempt.providerTools)
        addProviderTool(use);
    for (qsizetype i = 0; i < attempt.images.size(); ++i)
        addImage(attempt.images[i], i);
    if (!attempt.audio.bytes.isEmpty() || !attempt.audio.transcript.isEmpty())
        addAudio(attempt.audio);
    if (!attempt.citations.isEmpty())
        addCitations(attempt.citations);
    m_rows->addStretch(1);
    setVisible(m_cards > 0);
    updateGeometry();
}

QWidget *AnswerCards::addCard(const QString &title, const QString &iconName, QWidget *content,
                              const QString &copied)
{
    auto *card = new QFrame;
    card->setFrameShape(QFrame::StyledPanel);
    card->setAccessibleName(title);
    auto *sign = new QLabel;
    const int edge = smallIcon(*this);
    sign->setPixmap(icon(iconName).pixmap(QSize(edge, edge), devicePixelRatioF()));
    auto *words = new QLabel(title);
    words->setWordWrap(true);
    words->setTextFormat(Qt::PlainText);
    QFont bold = words->font();
    bold.setWeight(QFont::DemiBold);
    words->setFont(bold);
    auto *head = new QHBoxLayout;
    head->addWidget(sign);
    head->addWidget(words, 1);
    if (!copied.isEmpty()) {
        auto *copy = new QToolButton;
        copy->setIcon(icon(u"edit-copy"_s));
        copy->setAutoRaise(true);
        copy->setToolTip(tr("Copy"));
        copy->setAccessibleName(tr("Copy %1 of %2").arg(title, m_name));
        connect(copy, &QToolButton::clicked, this,
                [copied] { QGuiApplication::clipboard()->setText(copied); });
        head->addWidget(copy);
    }
    auto *rows = new QVBoxLayout(card);
    const int space = gap(*this, 0.6);
    rows->setContentsMargins(space, space, space, space);
    rows->setSpacing(space);
    rows->addLayout(head);
    if (content)
        rows->addWidget(content);
    m_rows->addWidget(card);
    ++m_cards;
    return card;
}

/// JSON laid out for reading; text that is none stays as it came.
static QString readable(const QString &text, bool &isJson)
{
    const auto parsed = parseJson(text.toUtf8());
    isJson = parsed.has_value();
    return parsed ? QString::fromUtf8(toPretty(*parsed)).trimmed() : text;
}

void AnswerCards::addToolCall(const ToolCall &call)
{
    bool json = false;
    const QString arguments = readable(call.argumentsText, json);
    const QString title = tr("Calls %1").arg(call.name);
    CodeText *code = nullptr;
    if (!arguments.isEmpty() && arguments != "{}"_L1)
        code = new CodeText(tr("Arguments of %1").arg(call.name), arguments, json);
    QWidget *card = addCard(title, u"run-build"_s, code, arguments);
    if (!json && !call.custom && !call.argumentsText.isEmpty())
        card->setToolTip(tr("The arguments are not valid JSON: shown as they came."));
    else if (!call.id.isEmpty())
        card->setToolTip(isolated(call.id));
}

void AnswerCards::addProviderTool(const ProviderToolUse &use)
{
    const QString raw = QString::fromUtf8(toPretty(use.raw)).trimmed();
    auto *code = new CodeText(tr("What %1 said").arg(use.name), raw, true);
    addCard(tr("The provider ran %1").arg(use.name), u"cloudstatus"_s, code, raw);
}

void AnswerCards::addImage(const ImageDelta &image, qsizetype number)
{
    const QString title = tr("Image %1").arg(number + 1);
    if (image.bytes.isEmpty()) {
        auto *link = new QLabel(u"<a href=\"%1\">%1</a>"_s.arg(image.url.toHtmlEscaped()));
        link->setOpenExternalLinks(true);
        link->setWordWrap(true);
        link->setTextInteractionFlags(Qt::TextBrowserInteraction);
        addCard(title, u"viewimage"_s, link, image.url);
        return;
    }
    const QString suffix = QMimeDatabase().mimeTypeForName(image.mediaType).preferredSuffix();
    auto *picture = new ImageLabel(image.bytes, tr("Image %1 of %2").arg(number + 1).arg(m_name));
    connect(picture, &ImageLabel::saveRequested, this, [this, image, number, suffix] {
        save(image.bytes,
             u"image-%1.%2"_s.arg(number + 1).arg(suffix.isEmpty() ? u"png"_s : suffix));
    });
    addCard(title, u"viewimage"_s, picture);
}

void AnswerCards::addAudio(const AudioDelta &audio)
{
    auto *content = new QWidget;
    auto *rows = new QVBoxLayout(content);
    rows->setContentsMargins({});
    rows->setSpacing(gap(*this, 0.5));
    if (!audio.bytes.isEmpty()) {
        const AudioFile file = audioFile(audio.bytes, audio.mediaType);
        auto *player = new AudioPlayer(file, m_name);
        connect(player, &AudioPlayer::saveRequested, this,
                [this, file] { save(file.bytes, u"answer."_s + file.suffix); });
        rows->addWidget(player);
    }
    if (!audio.transcript.isEmpty()) {
        auto *transcript = new QLabel(audio.transcript);
        transcript->setAccessibleName(tr("Transcript of %1").arg(m_name));
        transcript->setWordWrap(true);
        transcript->setTextFormat(Qt::PlainText);
        transcript->setTextInteractionFlags(Qt::TextSelectableByMouse
                                            | Qt::TextSelectableByKeyboard);
        rows->addWidget(transcript);
    }
    addCard(tr("Speech"), u"audio-volume-high"_s, content, audio.transcript);
}

void AnswerCards::addCitations(const QList<Citation> &citations)
{
    QStringList lines;
    QStringList plain;
    for (qsizetype i = 0; i < citations.size(); ++i) {
        const Citation &one = citations[i];
        const QString title = one.title.isEmpty() ? one.url : one.title;
        const QString shown = (title.isEmpty() ? one.quote : title).toHtmlEscaped();
        QString line = one.url.isEmpty()
            ? shown
            : u"<a href=\"%1\">%2</a>"_s.arg(one.url.toHtmlEscaped(), shown);
        if (!one.quote.isEmpty() && !title.isEmpty())
            line += u"<br>“%1”"_s.arg(one.quote.toHtmlEscaped());
        lines.append(u"%1. %2"_s.arg(i + 1).arg(line));
        plain.append(u"%1. %2 %3"_s.arg(i + 1).arg(title, one.url).trimmed());
    }
    auto *list = new QLabel(lines.join(u"<br>"_s));
    list->setWordWrap(true);
    list->setOpenExternalLinks(true);
    list->setTextInteractionFlags(Qt::TextBrowserInteraction);
    list->setAccessibleName(tr("Sources of %1").arg(m_name));
    addCard(tr("%Ln source(s)", nullptr, int(citations.size())), u"bookmarks"_s, list,
            plain.join(u'\n'));
}

void AnswerCards::save(const QByteArray &bytes, const QString &suggestion)
{
    auto *dialog = new QFileDialog(this, tr("Save"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->selectFile(suggestion);
    connect(dialog, &QFileDialog::fileSelected, this, [this, bytes](const QString &path) {
        if (const Result<> written = writeExport(path, bytes); !written)
            addCard(written.error().message, u"data-error"_s, nullptr);
    });
    dialog->open();
}

} // namespace Antiphon::Ui
