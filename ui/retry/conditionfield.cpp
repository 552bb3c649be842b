// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "retry/conditionfield.h"

#include "theme/colors.h"
#include "theme/metrics.h"
#include "widgets/foldsection.h"
#include "wording/states.h"

#include <antiphon/core/retry/policyread.h>

#include <QCheckBox>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace Antiphon::Ui {

static QStringList wordsIn(const QString &line)
{
    QStringList words = line.split(u',');
    for (QString &word : words)
        word = word.trimmed();
    words.removeAll(QString());
    return words;
}

static QStringList kindWords(const QList<ErrorKind> &kinds)
{
    QStringList words;
    for (const ErrorKind kind : kinds)
        words.append(errorKindName(kind));
    return words;
}

static QString capitalised(QString text)
{
    if (!text.isEmpty())
        text[0] = text[0].toUpper();
    return text;
}

static QGridLayout *gridOf(QWidget &widget)
{
    auto *grid = new QGridLayout(&widget);
    grid->setContentsMargins({});
    grid->setHorizontalSpacing(gap(widget, 1.5));
    grid->setVerticalSpacing(gap(widget, 0.3));
    return grid;
}

ConditionField::ConditionField(const QString &name, const QList<ErrorKind> &kinds, QWidget *parent)
    : QWidget(parent)
    , m_name(name)
    , m_form(new QWidget)
    , m_always(new QCheckBox(tr("Every outcome, answers too")))
    , m_more(new FoldSection(tr("More Conditions")))
    , m_statuses(new QLineEdit)
    , m_codes(new QLineEdit)
    , m_message(new QLineEdit)
    , m_equals(new QCheckBox(tr("The message is exactly this")))
    , m_result(new QLineEdit)
    , m_script(new QLineEdit)
    , m_causes(new QLineEdit)
    , m_nested(new QWidget)
    , m_nestedText(new QLabel)
    , m_problem(new QLabel)
{
    QList<ErrorKind> others;
    for (const QString &stored : errorKindNames()) {
        const auto kind = errorKindFromName(stored);
        if (kind && !kinds.contains(*kind) && *kind != ErrorKind::Cancelled)
            others.append(*kind);
    }
    auto *seen = new QWidget;
    auto *rest = new QWidget;
    for (const auto &[widget, list] : {std::pair(seen, kinds), std::pair(rest, others)}) {
        QGridLayout *grid = gridOf(*widget);
        for (const ErrorKind kind : list) {
            auto *box = new QCheckBox(capitalised(errorKindWord(kind)));
            box->setAccessibleName(tr("%1: %2").arg(m_name, errorKindWord(kind)));
            box->setToolTip(errorKindName(kind));
            const int at = grid->count();
            grid->addWidget(box, at / 2, at % 2);
            m_boxes.insert(kind, box);
            connect(box, &QCheckBox::toggled, this, &ConditionField::takeLines);
        }
        grid->setColumnStretch(0, 1);
        grid->setColumnStretch(1, 1);
    }
    auto *column = new QVBoxLayout(m_form);
    column->setContentsMargins({});
    column->setSpacing(gap(*this, 0.5));
    column->addWidget(seen);
    column->addWidget(m_more);
    column->addWidget(m_problem);
    m_problem->setWordWrap(true);
    m_problem->hide();
    m_more->add(rest);
    addLine(m_statuses, tr("HTTP status"), tr("Exact, a class or a range, separated by commas"),
            u"408, 429, 5xx, 520-524"_s);
    addLine(m_codes, tr("Provider's code"), tr("Exactly as the provider says it"),
            u"overloaded_error"_s);
    addLine(m_message, tr("Message"), tr("A regular expression that matches from the start"),
            u"(?i)overloaded"_s);
    m_more->add(m_equals);
    addLine(m_result, tr("Answer"),
            tr("JavaScript over an answer: content, value, finishReason, toolCalls, usage, "
               "attempt. True means: it matches"),
            u"content.includes('cheese')"_s);
    addLine(m_causes, tr("Underlying error"),
            tr("Kinds of errors that led to the failure, separated by commas: %1")
                .arg(errorKindNames().join(u", "_s)),
            u"connection, timeout"_s);
    addLine(m_script, tr("Script"),
            tr("JavaScript over any outcome: attempt, target, error, answer, elapsed, variables. "
               "True means: it matches"),
            u"attempt < 3 && error?.status === 409"_s);
    m_more->add(m_always);
    m_always->setAccessibleName(tr("%1: %2").arg(m_name, m_always->text()));
    m_equals->setAccessibleName(tr("%1: %2").arg(m_name, m_equals->text()));

    auto *nested = new QVBoxLayout(m_nested);
    nested->setContentsMargins({});
    m_nestedText->setWordWrap(true);
    m_nestedText->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto *text = new QPushButton(tr("Edit as Text"));
    text->setAccessibleName(tr("%1: edit as text").arg(m_name));
    nested->addWidget(m_nestedText);
    nested->addWidget(text, 0, Qt::AlignLeading);

    auto *all = new QVBoxLayout(this);
    all->setContentsMargins({});
    all->addWidget(m_form);
    all->addWidget(m_nested);
    connect(m_always, &QCheckBox::toggled, this, &ConditionField::takeLines);
    connect(m_equals, &QCheckBox::toggled, this, &ConditionField::takeLines);
    connect(text, &QPushButton::clicked, this, &ConditionField::textRequested);
    setCondition({});
}

void ConditionField::addLine(QLineEdit *line, const QString &title, const QString &about,
                             const QString &example)
{
    auto *label = new QLabel(title);
    label->setBuddy(line);
    line->setPlaceholderText(example);
    line->setToolTip(about);
    line->setAccessibleName(tr("%1: %2").arg(m_name, title));
    line->setLayoutDirection(Qt::LeftToRight);
    auto *row = new QWidget;
    auto *layout = new QVBoxLayout(row);
    layout->setContentsMargins({});
    layout->setSpacing(gap(*this, 0.2));
    layout->addWidget(label);
    layout->addWidget(line);
    m_more->add(row);
    connect(line, &QLineEdit::textEdited, this, &ConditionField::takeLines);
}

void ConditionField::setCondition(const Condition &condition)
{
    m_condition = condition;
    const std::optional<PlainCondition> plain = plainCondition(condition);
    m_form->setVisible(plain.has_value());
    m_nested->setVisible(!plain);
    if (!plain) {
        m_nestedText->setText(tr("Conditions within conditions: %1")
                                  .arg(QString::fromUtf8(toBytes(toJson(condition)).left(300))));
        return;
    }
    const auto check = [](QCheckBox *box, bool on) {
        const QSignalBlocker blocker(box);
        box->setChecked(on);
    };
    // A line that says the same in other words stays as it is being typed.
    const auto write = [](QLineEdit *line, const QStringList &words) {
        if (wordsIn(line->text()) != words)
            line->setText(words.join(u", "_s));
    };
    for (const auto &[kind, box] : m_boxes.asKeyValueRange()) {
        check(box, plain->errors.contains(kind));
        box->setEnabled(!plain->always);
    }
    check(m_always, plain->always);
    check(m_equals, plain->messageEquals);
    m_equals->setEnabled(!plain->message.isEmpty());
    write(m_statuses, plain->statuses);
    write(m_codes, plain->codes);
    if (m_message->text() != plain->message)
        m_message->setText(plain->message);
    if (m_result->text() != plain->result)
        m_result->setText(plain->result);
    if (m_script->text() != plain->script)
        m_script->setText(plain->script);
    write(m_causes, kindWords(plain->causes));
    for (QLineEdit *line : {m_statuses, m_codes, m_message, m_result, m_script, m_causes})
        line->setEnabled(!plain->always);
    if (!std::exchange(m_openedOnce, true))
        return; // the empty condition it was made with
    const auto shown = [this](ErrorKind kind) {
        return m_boxes.value(kind) && !m_more->isAncestorOf(m_boxes.value(kind));
    };
    const bool hidden = plain->always || !plain->codes.isEmpty() || !plain->message.isEmpty()
        || !plain->result.isEmpty() || !plain->script.isEmpty() || !plain->causes.isEmpty()
        || !std::ranges::all_of(plain->errors, shown);
    if (hidden)
        m_more->setOpen(true);
}

void ConditionField::takeLines()
{
    PlainCondition plain = plainCondition(m_condition).value_or(PlainCondition {});
    // Kinds keep their order in the file; new ones follow.
    for (const auto &[kind, box] : m_boxes.asKeyValueRange()) {
        if (!box->isChecked())
            plain.errors.removeAll(kind);
        else if (!plain.errors.contains(kind))
            plain.errors.append(kind);
    }
    plain.always = m_always->isChecked();
    plain.statuses = wordsIn(m_statuses->text());
    plain.codes = wordsIn(m_codes->text());
    plain.message = m_message->text();
    plain.messageEquals = m_equals->isChecked();
    plain.result = m_result->text();
    plain.script = m_script->text();
    plain.causes.clear();
    for (const QString &word : wordsIn(m_causes->text())) {
        const auto kind = errorKindFromName(word);
        if (!kind) {
            showProblem(tr("“%1” is no kind of error; there are %2.")
                            .arg(word, errorKindNames().join(u", "_s)));
            return;
        }
        plain.causes.append(*kind);
    }
    const auto *line = qobject_cast<QLineEdit *>(sender());
    change(plain, line ? line->accessibleName() : QString());
}

void ConditionField::showProblem(const QString &problem)
{
    m_problem->setVisible(!problem.isEmpty());
    QPalette colours = palette();
    colours.setColor(QPalette::WindowText, color(ColorRole::Negative, palette()));
    m_problem->setPalette(colours);
    m_problem->setText(problem);
}

void ConditionField::change(const PlainCondition &plain, const QString &key)
{
    const Condition after = withPlain(m_condition, plain);
    // What is half typed stays with the line until it can be read.
    QStringList unknown;
    const Result<Condition> read = readCondition(toJson(after), m_name, unknown);
    showProblem(read ? QString() : read.error().message);
    if (!read)
        return;
    if (after == m_condition)
        return;
    m_condition = after;
    Q_EMIT edited(after, key);
}

} // namespace Antiphon::Ui
