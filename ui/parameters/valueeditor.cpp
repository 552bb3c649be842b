// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "parameters/valueeditor.h"

#include "inputs/growingtextedit.h"
#include "parameters/parameterwords.h"

#include <QComboBox>
#include <QFontDatabase>
#include <QKeyEvent>
#include <QLineEdit>
#include <QLocale>
#include <QTextDocument>
#include <QTextOption>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace Antiphon::Ui {

namespace {

/// \p control fills \p editor and takes its focus.
template<typename Control>
Control *fill(ValueEditor *editor, Control *control)
{
    auto *layout = new QVBoxLayout(editor);
    layout->setContentsMargins({});
    layout->addWidget(control);
    editor->setFocusProxy(control);
    return control;
}

class NumberEditor : public ValueEditor {
public:
    NumberEditor(const ParameterInfo &info, QWidget *parent)
        : ValueEditor(parent)
        , m_info(info)
        , m_text(fill(this, new QLineEdit))
    {
        m_text->setInputMethodHints(Qt::ImhFormattedNumbersOnly);
        m_text->installEventFilter(this);
        connect(m_text, &QLineEdit::textEdited, this, &NumberEditor::read);
    }

    void showValue(const std::optional<Json> &value, const QString &instead) override
    {
        m_text->setPlaceholderText(instead);
        if (m_text->hasFocus() && readNumber(m_text->text()) == value && !m_text->text().isEmpty())
            return; // as the person wrote it
        m_text->setText(value ? parameterValueText(m_info, *value) : QString());
        setProblem(value ? parameterProblem(m_info, *value) : QString());
    }

    QString problem() const override { return m_problem; }
    QWidget *control() const override { return m_text; }

protected:
    /// Up and down change a number, as in any field for numbers.
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (event->type() != QEvent::KeyPress)
            return ValueEditor::eventFilter(watched, event);
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key != Qt::Key_Up && key != Qt::Key_Down)
            return ValueEditor::eventFilter(watched, event);
        step(key == Qt::Key_Up ? 1 : -1);
        return true;
    }

private:
    bool isWhole() const { return m_info.type == ParameterInfo::Type::Integer; }

    /// As the person's locale writes it, or as programs do.
    std::optional<Json> readNumber(const QString &given) const
    {
        const QString text = given.trimmed();
        bool ok = false;
        for (const QLocale &locale : {QLocale(), QLocale::c()}) {
            const qlonglong whole = locale.toLongLong(text, &ok);
            if (ok)
                return Json(qint64(whole));
            if (isWhole())
                continue;
            const double number = locale.toDouble(text, &ok);
            if (ok)
                return Json(number);
        }
        return std::nullopt;
    }

    void read(const QString &text)
    {
        if (text.trimmed().isEmpty()) {
            setProblem({});
            Q_EMIT edited(std::nullopt);
            return;
        }
        const std::optional<Json> value = readNumber(text);
        if (!value) {
            setProblem(isWhole() ? tr("Not a whole number.") : tr("Not a number."));
            return;
        }
        setProblem(parameterProblem(m_info, *value));
        if (m_problem.isEmpty())
            Q_EMIT edited(value);
    }

    void step(int direction)
    {
        const std::optional<Json> held = readNumber(m_text->text());
        double value = held               ? held->as_double()
            : m_info.fallback.is_number() ? m_info.fallback.as_double()
                                          : m_info.min.value_or(0);
        const double by = isWhole() ? 1 : m_info.max.value_or(10) <= 1 ? 0.05 : 0.1;
        value = std::round((value + direction * by) * 1000) / 1000;
        value = std::clamp(value, m_info.min.value_or(-1e15), m_info.max.value_or(1e15));
        const QString text
            = isWhole() ? QString::number(qint64(value)) : QLocale().toString(value, 'g', 12);
        m_text->setText(text);
        read(text);
    }

    void setProblem(const QString &problem)
    {
        if (std::exchange(m_problem, problem) != problem)
            Q_EMIT problemChanged();
    }

    const ParameterInfo m_info;
    QLineEdit *m_text;
    QString m_problem;
};

/// On and off, or one of a few words; the first entry says nothing.
class ChoiceEditor : public ValueEditor {
public:
    ChoiceEditor(const ParameterInfo &info, QWidget *parent)
        : ValueEditor(parent)
        , m_info(info)
        , m_choices(info.choices)
        , m_box(fill(this, new QComboBox))
    {
        if (info.type == ParameterInfo::Type::Boolean)
            m_choices = {Json(true), Json(false)};
        m_box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        m_box->setMinimumContentsLength(6);
        m_box->setEditable(info.choicesOpen);
        m_box->setInsertPolicy(QComboBox::NoInsert);
        m_box->addItem({});
        for (const Json &choice : std::as_const(m_choices))
            m_box->addItem(parameterValueText(info, choice));
        connect(m_box, &QComboBox::activated, this, [this](int index) {
            Q_EMIT edited(index <= 0 ? std::nullopt : std::optional(m_choices[index - 1]));
        });
        if (!info.choicesOpen)
            return;
        connect(m_box->lineEdit(), &QLineEdit::editingFinished, this, [this] {
            const QString text = m_box->currentText().trimmed();
            if (text != m_shown)
                Q_EMIT edited(text.isEmpty() ? std::nullopt
                                             : std::optional(toJson(QStringView(text))));
        });
    }

    void showValue(const std::optional<Json> &value, const QString &instead) override
    {
        m_box->setItemText(0, m_info.choicesOpen ? QString() : instead);
        m_box->setPlaceholderText(instead);
        if (m_info.choicesOpen)
            m_box->lineEdit()->setPlaceholderText(instead);
        const qsizetype at = value ? m_choices.indexOf(*value) + 1 : 0;
        m_box->setCurrentIndex(value && at == 0 ? -1 : int(at));
        m_shown = value ? parameterValueText(m_info, *value) : QString();
        if (value && at == 0 && m_info.choicesOpen)
            m_box->setEditText(m_shown);
        const QString problem = value ? parameterProblem(m_info, *value) : QString();
        if (std::exchange(m_problem, problem) != problem)
            Q_EMIT problemChanged();
    }

    QString problem() const override { return m_problem; }
    QWidget *control() const override { return m_box; }

private:
    const ParameterInfo m_info;
    QList<Json> m_choices;
    QComboBox *m_box;
    QString m_shown;
    QString m_problem;
};

class LineEditor : public ValueEditor {
public:
    LineEditor(const ParameterInfo &, QWidget *parent)
        : ValueEditor(parent)
        , m_text(fill(this, new QLineEdit))
    {
        connect(m_text, &QLineEdit::textEdited, this, [this](const QString &text) {
            Q_EMIT edited(text.isEmpty() ? std::nullopt : std::optional(toJson(QStringView(text))));
        });
    }

    void showValue(const std::optional<Json> &value, const QString &instead) override
    {
        m_text->setPlaceholderText(instead);
        const QString text = value ? toText(*value) : QString();
        if (text != m_text->text())
            m_text->setText(text);
    }

    QWidget *control() const override { return m_text; }

private:
    QLineEdit *m_text;
};

/// JSON, and lists of texts: an item a line unless an item needs more.
class BlockEditor : public ValueEditor {
public:
    BlockEditor(const ParameterInfo &info, QWidget *parent)
        : ValueEditor(parent)
        , m_info(info)
        , m_text(fill(this, new GrowingTextEdit(1, 10)))
    {
        if (!isList()) {
            m_text->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
            QTextOption direction = m_text->document()->defaultTextOption();
            direction.setTextDirection(Qt::LeftToRight);
            m_text->document()->setDefaultTextOption(direction);
        }
        connect(m_text, &QPlainTextEdit::textChanged, this, &BlockEditor::read);
    }

    void showValue(const std::optional<Json> &value, const QString &instead) override
    {
        m_text->setPlaceholderText(instead);
        if (m_text->hasFocus() && parse(m_text->toPlainText()) == value)
            return; // in the person's own layout
        const QSignalBlocker blocker(m_text);
        m_text->setPlainText(value ? write(*value) : QString());
        setProblem(value ? parameterProblem(m_info, *value) : QString());
    }

    QString problem() const override { return m_problem; }
    QWidget *control() const override { return m_text; }

private:
    bool isList() const { return m_info.type == ParameterInfo::Type::List; }

    QString write(const Json &value) const
    {
        if (isList() && value.is_string())
            return toText(value);
        const auto fitsALine = [](const Json &item) {
            const QString text = toText(item);
            return item.is_string() && !text.contains(u'\n') && !text.startsWith(u'[');
        };
        if (isList() && value.is_array() && std::ranges::all_of(value.array_range(), fitsALine)) {
            QStringList lines;
            for (const Json &item : value.array_range())
                lines.append(toText(item));
            return lines.join(u'\n');
        }
        return QString::fromUtf8(toPretty(value)).trimmed();
    }

    std::optional<Json> parse(const QString &text) const
    {
        if (isList() && !text.trimmed().startsWith(u'[')) {
            Json items = jsonArray();
            for (const QString &line : text.split(u'\n')) {
                if (!line.isEmpty())
                    items.push_back(toJson(QStringView(line)));
            }
            return items;
        }
        auto parsed = parseJson(text.toUtf8());
        return parsed ? std::optional(*std::move(parsed)) : std::nullopt;
    }

    void read()
    {
        const QString text = m_text->toPlainText();
        if (text.trimmed().isEmpty()) {
            setProblem({});
            Q_EMIT edited(std::nullopt);
            return;
        }
        const std::optional<Json> value = parse(text);
        if (!value) {
            const auto parsed = parseJson(text.toUtf8());
            setProblem(tr("Line %1: %2").arg(parsed.error().line).arg(parsed.error().message));
            return;
        }
        setProblem(parameterProblem(m_info, *value));
        if (m_problem.isEmpty())
            Q_EMIT edited(value);
    }

    void setProblem(const QString &problem)
    {
        if (std::exchange(m_problem, problem) != problem)
            Q_EMIT problemChanged();
    }

    const ParameterInfo m_info;
    GrowingTextEdit *m_text;
    QString m_problem;
};

} // namespace

ValueEditor *makeValueEditor(const ParameterInfo &info, QWidget *parent)
{
    switch (info.type) {
    case ParameterInfo::Type::Number:
    case ParameterInfo::Type::Integer:
        return new NumberEditor(info, parent);
    case ParameterInfo::Type::Boolean:
    case ParameterInfo::Type::Choice:
        return new ChoiceEditor(info, parent);
    case ParameterInfo::Type::Text:
        return new LineEditor(info, parent);
    case ParameterInfo::Type::List:
    case ParameterInfo::Type::Any:
        return new BlockEditor(info, parent);
    }
    return new LineEditor(info, parent);
}

} // namespace Antiphon::Ui
