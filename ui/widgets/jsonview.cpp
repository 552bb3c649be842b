// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/jsonview.h"

#include "theme/colors.h"
#include "theme/icons.h"
#include "theme/metrics.h"
#include "widgets/flatbutton.h"
#include "widgets/searchfield.h"

#include <KSyntaxHighlighting/Definition>
#include <KSyntaxHighlighting/Repository>
#include <KSyntaxHighlighting/SyntaxHighlighter>
#include <KSyntaxHighlighting/Theme>

#include <QAction>
#include <QEvent>
#include <QFontDatabase>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Antiphon::Ui {

// Above this, highlighting every line takes longer than it helps.
static constexpr qsizetype highlightLimit = 500'000;

static KSyntaxHighlighting::Repository &repository()
{
    static KSyntaxHighlighting::Repository instance; // reads all definitions: once is enough
    return instance;
}

JsonView::JsonView(const QString &name, QWidget *parent)
    : QWidget(parent)
    , m_text(new QPlainTextEdit(this))
    , m_search(new QLineEdit(this))
    , m_highlighter(new KSyntaxHighlighting::SyntaxHighlighter(m_text->document()))
{
    setAccessibleName(name);
    m_text->setReadOnly(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_text->setFrameShape(QFrame::NoFrame);
    m_text->setLayoutDirection(Qt::LeftToRight);
    m_text->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_text->setAccessibleName(name);
    m_text->setMinimumHeight(m_text->fontMetrics().lineSpacing() * 2);

    m_search->setPlaceholderText(tr("Find"));
    m_search->setAccessibleName(tr("Find in %1").arg(name));
    makeSearchField(*m_search);
    auto *previous = flatButton(u"go-up"_s, tr("Find Previous in %1").arg(name), this);
    auto *next = flatButton(u"go-down"_s, tr("Find Next in %1").arg(name), this);

    auto *bar = new QHBoxLayout;
    bar->setContentsMargins(gap(*this, 0.5), gap(*this, 0.3), gap(*this, 0.5), gap(*this, 0.3));
    bar->addWidget(m_search, 1);
    bar->addWidget(previous);
    bar->addWidget(next);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(0);
    column->addWidget(m_text, 1);
    column->addLayout(bar);

    connect(m_search, &QLineEdit::returnPressed, this, [this] { find(false); });
    connect(next, &QToolButton::clicked, this, [this] { find(false); });
    connect(previous, &QToolButton::clicked, this, [this] { find(true); });
    updateTheme();
}

void JsonView::setText(const QString &text, const QString &language)
{
    const QString definition = text.size() > highlightLimit ? QString() : language;
    if (m_highlighter->definition().name() != definition)
        m_highlighter->setDefinition(repository().definitionForName(definition));
    if (m_text->toPlainText() != text)
        m_text->setPlainText(text);
}

QString JsonView::text() const
{
    return m_text->toPlainText();
}

void JsonView::startFind()
{
    m_search->setFocus(Qt::ShortcutFocusReason);
    m_search->selectAll();
}

void JsonView::findNext()
{
    find(false);
}

void JsonView::findPrevious()
{
    find(true);
}

void JsonView::find(bool backward)
{
    const QTextDocument::FindFlags flags
        = backward ? QTextDocument::FindBackward : QTextDocument::FindFlags();
    if (m_search->text().isEmpty() || m_text->find(m_search->text(), flags))
        return;
    // Once more from the other end.
    const QTextCursor before = m_text->textCursor();
    m_text->moveCursor(backward ? QTextCursor::End : QTextCursor::Start);
    if (!m_text->find(m_search->text(), flags))
        m_text->setTextCursor(before);
}

void JsonView::updateTheme()
{
    using KSyntaxHighlighting::Repository;
    const bool dark = contrast(palette().color(QPalette::Base), Qt::white) > 4.5;
    m_highlighter->setTheme(
        repository().defaultTheme(dark ? Repository::DarkTheme : Repository::LightTheme));
    m_highlighter->rehighlight();
}

void JsonView::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        updateTheme();
}

} // namespace Antiphon::Ui
