// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "retry/hooklist.h"

#include "theme/colors.h"
#include "theme/icons.h"
#include "theme/metrics.h"
#include "widgets/flatbutton.h"

#include <antiphon/core/retry/policyread.h>

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Antiphon::Ui {

namespace {

enum HookKind { LogLine, RunScript, CollectErrors };

HookKind hookKindOf(const RetryHook &hook)
{
    return hook.log ? LogLine : hook.collect.isEmpty() ? RunScript : CollectErrors;
}

RetryHook hookOf(HookKind kind)
{
    switch (kind) {
    case LogLine:
        return logHook();
    case CollectErrors:
        return collectErrors({ErrorKind::Validation});
    case RunScript:
        break;
    }
    return {.script = Script(u"console.log(attempt)"_s, u"hooks"_s, Script::Form::Function)};
}

QString hookText(const RetryHook &hook)
{
    if (hook.log)
        return *hook.log;
    QStringList kinds;
    for (const ErrorKind kind : hook.collect)
        kinds.append(errorKindName(kind));
    return hook.collect.isEmpty() ? hook.script.source() : kinds.join(u", "_s);
}

QToolButton *hookButton(const QString &iconName, const QString &text)
{
    QToolButton *button = flatButton(iconName, text);
    button->setFocusPolicy(Qt::StrongFocus);
    return button;
}

/// As the file has them: where a script was read from is no difference.
Json hooksJson(const QList<RetryHook> &hooks)
{
    return toJson(RetryHooks {.before = hooks});
}

} // namespace

HookList::HookList(const QString &name, QWidget *parent)
    : QWidget(parent)
    , m_name(name)
    , m_column(new QVBoxLayout(this))
    , m_problem(new QLabel)
{
    m_column->setContentsMargins({});
    m_column->setSpacing(gap(*this, 0.4));
    m_problem->setWordWrap(true);
    m_problem->hide();
    auto *add = new QPushButton(icon(u"list-add"_s), tr("Add"));
    add->setAccessibleName(tr("%1: add something to do").arg(name));
    connect(add, &QPushButton::clicked, this,
            [this] { change(m_hooks + QList<RetryHook> {logHook()}, int(m_hooks.size())); });
    m_column->addWidget(m_problem);
    m_column->addWidget(add, 0, Qt::AlignLeading);
    rebuild();
}

void HookList::setHooks(const QList<RetryHook> &hooks)
{
    if (hooksJson(hooks) == hooksJson(m_hooks))
        return; // a row that is being typed in stays
    m_hooks = hooks;
    rebuild();
}

void HookList::rebuild()
{
    if (m_content) {
        m_content->hide();
        m_content->setParent(nullptr);
        m_content->deleteLater(); // one of its controls may be what led here
    }
    m_content = new QWidget;
    m_kinds.clear();
    auto *rows = new QVBoxLayout(m_content);
    rows->setContentsMargins({});
    rows->setSpacing(gap(*this, 0.4));
    m_column->insertWidget(0, m_content);
    for (int row = 0; row < m_hooks.size(); ++row)
        addRow(row);
    m_content->setVisible(!m_hooks.isEmpty());
    showProblem({});
}

void HookList::addRow(int row)
{
    auto *line = new QHBoxLayout;
    auto *kind = new QComboBox;
    kind->addItems({tr("Log"), tr("Script"), tr("Collect")});
    kind->setItemData(LogLine, tr("Writes a line beside the call"), Qt::ToolTipRole);
    kind->setItemData(RunScript, tr("Runs JavaScript; the object it returns changes inputs"),
                      Qt::ToolTipRole);
    kind->setItemData(CollectErrors, tr("Puts texts of failures into the variable “errors”"),
                      Qt::ToolTipRole);
    kind->setCurrentIndex(hookKindOf(m_hooks[row]));
    kind->setAccessibleName(tr("%1: what is done, %2").arg(m_name).arg(row + 1));
    connect(kind, &QComboBox::activated, this, [this, row](int chosen) {
        if (chosen == hookKindOf(m_hooks[row]))
            return;
        QList<RetryHook> hooks = m_hooks;
        hooks[row] = hookOf(HookKind(chosen));
        change(hooks, row);
    });
    line->addWidget(kind);
    m_kinds.append(kind);
    addText(*line, row);
    if (row > 0) {
        auto *up = hookButton(u"go-up"_s, tr("%1: move %2 up").arg(m_name).arg(row + 1));
        connect(up, &QToolButton::clicked, this, [this, row] {
            QList<RetryHook> hooks = m_hooks;
            hooks.move(row, row - 1);
            change(hooks, row - 1);
        });
        line->addWidget(up);
    }
    auto *remove = hookButton(u"list-remove"_s, tr("%1: remove %2").arg(m_name).arg(row + 1));
    connect(remove, &QToolButton::clicked, this, [this, row] {
        QList<RetryHook> hooks = m_hooks;
        hooks.removeAt(row);
        change(hooks, row);
    });
    line->addWidget(remove);
    static_cast<QVBoxLayout *>(m_content->layout())->addLayout(line);
}

void HookList::addText(QHBoxLayout &line, int row)
{
    const QString text = hookText(m_hooks[row]);
    if (text.contains(u'\n')) {
        auto *edit = new QPushButton(tr("Edit as Text"));
        edit->setAccessibleName(tr("%1: edit %2 as text").arg(m_name).arg(row + 1));
        edit->setToolTip(text);
        connect(edit, &QPushButton::clicked, this, &HookList::textRequested);
        line.addWidget(edit, 1);
        return;
    }
    auto *field = new QLineEdit(text);
    field->setLayoutDirection(Qt::LeftToRight);
    switch (hookKindOf(m_hooks[row])) {
    case LogLine:
        field->setPlaceholderText(tr("the usual line"));
        field->setToolTip(tr("With {attempt}, {ordinal}, {name}, {target}, {elapsed}, {idle}, "
                             "{wait}, {error}, {kind}, {status}, {result}; empty: the usual line"));
        break;
    case RunScript:
        field->setToolTip(tr("An expression, or the body of a function, over attempt, error, "
                             "content, value, elapsed, idle, upcoming, next, variables"));
        break;
    case CollectErrors:
        field->setToolTip(
            tr("Kinds of errors, separated by commas: %1").arg(errorKindNames().join(u", "_s)));
        break;
    }
    field->setAccessibleName(tr("%1: text of %2").arg(m_name).arg(row + 1));
    connect(field, &QLineEdit::textEdited, this,
            [this, row](const QString &typed) { take(row, typed); });
    line.addWidget(field, 1);
}

/// What is half typed stays in its line until a file can hold it.
void HookList::take(int row, const QString &text)
{
    RetryHook hook = m_hooks[row];
    switch (hookKindOf(hook)) {
    case LogLine:
        hook.log = text.trimmed().isEmpty() ? QString() : text;
        break;
    case RunScript:
        if (text.trimmed().isEmpty()) {
            showProblem(tr("A script cannot be empty; remove the row instead."));
            return;
        }
        hook.script = Script(text, u"hooks"_s, Script::Form::Function);
        break;
    case CollectErrors: {
        QList<ErrorKind> kinds;
        for (const QString &word : text.split(u',', Qt::SkipEmptyParts)) {
            const auto kind = errorKindFromName(word.trimmed());
            if (!kind) {
                showProblem(tr("“%1” is no kind of error; there are %2.")
                                .arg(word.trimmed(), errorKindNames().join(u", "_s)));
                return;
            }
            kinds.append(*kind);
        }
        if (kinds.isEmpty()) {
            showProblem(tr("At least one kind of error is to be named."));
            return;
        }
        hook.collect = kinds;
        break;
    }
    }
    showProblem({});
    m_hooks[row] = hook;
    Q_EMIT edited(m_hooks, u"%1 %2"_s.arg(m_name).arg(row));
}

/// \p focus: the row where the person goes on.
void HookList::change(const QList<RetryHook> &hooks, int focus)
{
    m_hooks = hooks;
    rebuild();
    if (!m_kinds.isEmpty())
        m_kinds[std::clamp(focus, 0, int(m_kinds.size()) - 1)]->setFocus(Qt::OtherFocusReason);
    Q_EMIT edited(m_hooks, {});
}

void HookList::showProblem(const QString &problem)
{
    m_problem->setVisible(!problem.isEmpty());
    m_problem->setText(problem);
    QPalette colours = palette();
    colours.setColor(QPalette::WindowText, color(ColorRole::Negative, palette()));
    m_problem->setPalette(colours);
}

} // namespace Antiphon::Ui
