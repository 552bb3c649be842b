// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "handbook/handbookwindow.h"

#include "widgets/searchfield.h"

#include <QFile>
#include <QLineEdit>
#include <QListWidget>
#include <QSplitter>
#include <QTextBrowser>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Antiphon::Ui {

namespace {

constexpr int fileRole = Qt::UserRole;
constexpr int wordsRole = Qt::UserRole + 1;

// In the order in which they are to be read.
constexpr QLatin1StringView chapters[] {
    "first-steps"_L1, "templates"_L1, "targets"_L1, "keys"_L1,     "retries"_L1,   "inspector"_L1,
    "values"_L1,      "tools"_L1,     "scripts"_L1, "projects"_L1, "simulator"_L1, "command"_L1,
};

QString textOf(const QString &file)
{
    QFile source(u":/antiphon/handbook/"_s + file);
    return source.open(QIODevice::ReadOnly) ? QString::fromUtf8(source.readAll()) : QString();
}

QUrl addressOf(const QString &file)
{
    return QUrl(u"qrc:/antiphon/handbook/"_s + file);
}

} // namespace

HandbookWindow::HandbookWindow(QWidget *parent)
    : QDialog(parent)
    , m_chapters(new QListWidget)
    , m_text(new QTextBrowser)
{
    setObjectName(u"handbook"_s);
    setWindowTitle(tr("Antiphon Handbook"));
    setAttribute(Qt::WA_DeleteOnClose);

    auto *search = new QLineEdit;
    search->setPlaceholderText(tr("Search the handbook"));
    search->setAccessibleName(tr("Search the handbook"));
    makeSearchField(*search);
    connect(search, &QLineEdit::textChanged, this, &HandbookWindow::filter);

    m_chapters->setAccessibleName(tr("Chapters"));
    for (const QLatin1StringView chapter : chapters) {
        const QString file = chapter + ".md"_L1;
        const QString text = textOf(file);
        auto *item = new QListWidgetItem(text.section(u'\n', 0, 0).mid(2), m_chapters);
        item->setData(fileRole, file);
        item->setData(wordsRole, text);
    }
    connect(m_chapters, &QListWidget::currentItemChanged, this, [this](QListWidgetItem *item) {
        if (item)
            m_text->setSource(addressOf(item->data(fileRole).toString()));
    });

    // English whatever the language of the window: the text runs from left to right.
    m_text->setLayoutDirection(Qt::LeftToRight);
    m_text->setAccessibleName(tr("Chapter"));
    m_text->setOpenExternalLinks(false);
    connect(m_text, &QTextBrowser::sourceChanged, this, &HandbookWindow::followText);

    auto *side = new QWidget;
    auto *sideLayout = new QVBoxLayout(side);
    sideLayout->setContentsMargins({});
    sideLayout->addWidget(search);
    sideLayout->addWidget(m_chapters);
    auto *splitter = new QSplitter;
    splitter->addWidget(side);
    splitter->addWidget(m_text);
    splitter->setStretchFactor(1, 1);
    splitter->setChildrenCollapsible(false);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(splitter);

    const int letter = fontMetrics().averageCharWidth();
    resize(letter * 110, fontMetrics().lineSpacing() * 36);
    splitter->setSizes({letter * 26, letter * 84});
    m_chapters->setCurrentRow(0);
    m_text->setFocus();
}

// Chapters that have all of the words.
void HandbookWindow::filter(const QString &words)
{
    const QStringList wanted = words.split(u' ', Qt::SkipEmptyParts);
    for (int row = 0; row < m_chapters->count(); ++row) {
        QListWidgetItem *item = m_chapters->item(row);
        const QString text = item->data(wordsRole).toString();
        bool has = true;
        for (const QString &word : wanted)
            has = has && text.contains(word, Qt::CaseInsensitive);
        item->setHidden(!has);
    }
}

// A link within the text changes the chapter too.
void HandbookWindow::followText()
{
    const QString file = m_text->source().fileName();
    for (int row = 0; row < m_chapters->count(); ++row) {
        if (m_chapters->item(row)->data(fileRole) == file)
            m_chapters->setCurrentRow(row);
    }
}

} // namespace Antiphon::Ui
