// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "snippets/snippetdialog.h"

#include "prompt/templateeditor.h"

#include <antiphon/store/project/project.h>

#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLineEdit>
#include <QPlainTextDocumentLayout>
#include <QPushButton>
#include <QTextDocument>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Antiphon::Ui {

SnippetDialog::SnippetDialog(const QString &name, const QString &text, const QStringList &taken,
                             QWidget *parent)
    : QDialog(parent)
    , m_taken(taken)
    , m_name(new QLineEdit(name))
    , m_text(new QTextDocument(this))
{
    setObjectName(u"snippetDialog"_s);
    setWindowTitle(name.isEmpty() ? tr("New Snippet") : tr("Snippet %1").arg(name));
    m_name->setReadOnly(!name.isEmpty());
    m_name->setAccessibleName(tr("Name of the snippet"));
    m_name->setPlaceholderText(tr("Small letters, digits, - and _"));
    m_text->setDocumentLayout(new QPlainTextDocumentLayout(m_text));
    m_text->setPlainText(text);
    auto *editor = new TemplateEditor;
    editor->setAccessibleName(tr("Text of the snippet"));
    editor->showText(*m_text);
    auto *form = new QFormLayout;
    form->addRow(tr("Name"), m_name);
    auto *buttons = new QDialogButtonBox;
    m_save = buttons->addButton(tr("Save Snippet"), QDialogButtonBox::AcceptRole);
    QPushButton *cancel = buttons->addButton(tr("Cancel"), QDialogButtonBox::RejectRole);
    auto *column = new QVBoxLayout(this);
    column->addLayout(form);
    column->addWidget(editor, 1);
    column->addWidget(buttons);
    resize(fontMetrics().averageCharWidth() * 80, fontMetrics().lineSpacing() * 20);
    connect(m_save, &QPushButton::clicked, this, &QDialog::accept);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_name, &QLineEdit::textChanged, this, &SnippetDialog::check);
    connect(this, &QDialog::finished, editor, [editor] { editor->setDocument(nullptr); });
    if (!name.isEmpty())
        editor->setFocus();
    check();
}

void SnippetDialog::check()
{
    const bool fine = isSlug(name()) && (m_name->isReadOnly() || !m_taken.contains(name()));
    m_save->setEnabled(fine);
    m_save->setToolTip(fine ? QString()
                           : isSlug(name())
                           ? tr("There is a snippet of that name.")
                           : tr("Give it a name of small letters, digits, - and _."));
}

QString SnippetDialog::name() const
{
    return m_name->text().trimmed();
}

QString SnippetDialog::text() const
{
    return m_text->toPlainText();
}

} // namespace Antiphon::Ui
