// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "prompt/namecompleter.h"

#include <QAbstractItemView>
#include <QPlainTextEdit>
#include <QRegularExpression>
#include <QScrollBar>
#include <QStandardItemModel>
#include <QTextBlock>
#include <QTreeView>

using namespace Qt::StringLiterals;

namespace Antiphon::Ui {

NameCompleter::NameCompleter(QPlainTextEdit &editor)
    : QCompleter(&editor)
    , m_editor(editor)
    , m_model(new QStandardItemModel(this))
{
    setModel(m_model);
    setWidget(&editor);
    setCaseSensitivity(Qt::CaseInsensitive);
    setMaxVisibleItems(10);
    auto *list = new QTreeView;
    list->setRootIsDecorated(false);
    list->setHeaderHidden(true);
    list->setUniformRowHeights(true);
    list->setAccessibleName(tr("Names to insert"));
    setPopup(list);
    connect(this, qOverload<const QString &>(&QCompleter::activated), this, &NameCompleter::insert);
}

void NameCompleter::setNames(const QList<std::pair<QString, QString>> &variables,
                             const QStringList &snippets)
{
    m_variables = variables;
    m_snippets = snippets;
}

void NameCompleter::fill(bool snippets)
{
    m_model->clear();
    const auto add = [this](const QString &name, const QString &detail) {
        auto *about = new QStandardItem(detail);
        about->setForeground(m_editor.palette().placeholderText());
        m_model->appendRow({new QStandardItem(name), about});
    };
    if (snippets) {
        for (const QString &name : std::as_const(m_snippets))
            add(name, tr("snippet"));
        return;
    }
    for (const auto &[name, detail] : std::as_const(m_variables))
        add(name, detail);
    if (!m_brace) {
        for (const QString &name : std::as_const(m_snippets))
            add(u'>' + name, tr("snippet"));
    }
}

void NameCompleter::update(bool always)
{
    static const QRegularExpression open(u"(?<!\\{)(?:\\{\\{)*\\{(>?)([\\w-]*)$"_s,
                                         QRegularExpression::UseUnicodePropertiesOption);
    const QTextCursor cursor = m_editor.textCursor();
    const QString before = cursor.block().text().first(cursor.positionInBlock());
    const QRegularExpressionMatch match = open.match(before);
    m_brace = match.hasMatch();
    if (!m_brace && !always) {
        popup()->hide();
        return;
    }
    m_prefix = match.captured(2);
    fill(!match.captured(1).isEmpty());
    setCompletionPrefix(m_prefix);
    const bool complete = completionCount() == 1 && currentCompletion() == m_prefix;
    if (completionCount() == 0 || complete) {
        popup()->hide();
        return;
    }
    resizePopup();
    popup()->setCurrentIndex(completionModel()->index(0, 0));
}

void NameCompleter::resizePopup()
{
    auto *list = static_cast<QTreeView *>(popup());
    list->resizeColumnToContents(0);
    list->resizeColumnToContents(1);
    const int width = list->columnWidth(0) + list->columnWidth(1)
        + list->verticalScrollBar()->sizeHint().width() + 8;
    QRect place = m_editor.cursorRect();
    place.translate(m_editor.viewport()->pos());
    place.setWidth(width);
    complete(place);
}

void NameCompleter::insert(const QString &name)
{
    QTextCursor cursor = m_editor.textCursor();
    cursor.beginEditBlock();
    cursor.movePosition(QTextCursor::Left, QTextCursor::KeepAnchor, int(m_prefix.size()));
    const QString rest = cursor.block().text().sliced(m_editor.textCursor().positionInBlock());
    const bool closed = rest.startsWith(u'}') || rest.startsWith(u':') || rest.startsWith(u'.');
    cursor.insertText(m_brace ? name : u'{' + name);
    if (!closed)
        cursor.insertText(u"}"_s);
    else if (rest.startsWith(u'}'))
        cursor.movePosition(QTextCursor::Right);
    cursor.endEditBlock();
    m_editor.setTextCursor(cursor);
}

} // namespace Antiphon::Ui
