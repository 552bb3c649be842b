// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "inputs/inputfield.h"

#include "inputs/growingtextedit.h"
#include "inputs/mediafield.h"
#include "theme/icons.h"

#include <QAction>
#include <QCheckBox>
#include <QComboBox>
#include <QFontDatabase>
#include <QLineEdit>
#include <QLocale>
#include <QSignalBlocker>
#include <QTextOption>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Antiphon::Ui {

InputField::InputField(const VariableSpec &spec, QWidget *parent)
    : QWidget(parent)
    , m_spec(spec)
{
    setObjectName(u"input/"_s + spec.name);
}

namespace {

const Json *jsonOf(const std::optional<Value> &value)
{
    return value ? std::get_if<Json>(&value->held) : nullptr;
}

/// What a text field shows of \p value: a string as it is, anything else as JSON.
QString textOfValue(const std::optional<Value> &value)
{
    const Json *json = jsonOf(value);
    if (!json)
        return {};
    return json->is_string() ? toText(*json) : QString::fromUtf8(toBytes(*json));
}

/// Puts \p editor into \p field, to be found and named as the variable.
template<typename Editor>
Editor *addEditor(InputField *field, Editor *editor)
{
    auto *layout = new QVBoxLayout(field);
    layout->setContentsMargins({});
    layout->addWidget(editor);
    field->setFocusProxy(editor);
    editor->setAccessibleName(field->spec().name);
    editor->setAccessibleDescription(field->spec().description);
    return editor;
}

class TextField : public InputField {
public:
    TextField(const VariableSpec &spec, QWidget *parent)
        : InputField(spec, parent)
        , m_text(addEditor(this, new GrowingTextEdit(spec.multiline ? 3 : 1, 12)))
    {
        if (spec.fallback)
            m_text->setPlaceholderText(textOfValue(Value(*spec.fallback)));
        connect(m_text, &QPlainTextEdit::textChanged, this, [this] {
            const QString text = m_text->toPlainText();
            // Blank means "not given", so that a default applies.
            Q_EMIT edited(text.isEmpty() ? std::optional<Value>() : Value(text));
        });
    }

    void showValue(const std::optional<Value> &value) override
    {
        const QString text = textOfValue(value);
        if (text == m_text->toPlainText())
            return;
        const QSignalBlocker blocker(m_text);
        m_text->setPlainText(text);
    }

private:
    GrowingTextEdit *m_text;
};

class SecretField : public InputField {
public:
    SecretField(const VariableSpec &spec, QWidget *parent)
        : InputField(spec, parent)
        , m_text(addEditor(this, new QLineEdit))
    {
        m_text->setEchoMode(QLineEdit::Password);
        m_text->addAction(icon(u"lock"_s), QLineEdit::LeadingPosition)
            ->setText(InputField::tr("Secret"));
        connect(m_text, &QLineEdit::textEdited, this, [this](const QString &text) {
            Q_EMIT edited(text.isEmpty() ? std::optional<Value>() : Value(text));
        });
    }

    void showValue(const std::optional<Value> &value) override
    {
        m_text->setText(textOfValue(value));
    }

private:
    QLineEdit *m_text;
};

class ChoiceField : public InputField {
public:
    ChoiceField(const VariableSpec &spec, QWidget *parent)
        : InputField(spec, parent)
        , m_box(addEditor(this, new QComboBox))
    {
        m_box->addItems(spec.choices);
        m_box->setPlaceholderText(InputField::tr("Choose…"));
        connect(m_box, &QComboBox::activated, this,
                [this] { Q_EMIT edited(Value(m_box->currentText())); });
    }

    void showValue(const std::optional<Value> &value) override
    {
        const std::optional<Value> shown
            = value || !spec().fallback ? value : std::optional(Value(*spec().fallback));
        m_box->setCurrentIndex(m_box->findText(textOfValue(shown), Qt::MatchExactly));
    }

private:
    QComboBox *m_box;
};

class CheckField : public InputField {
public:
    CheckField(const VariableSpec &spec, QWidget *parent)
        : InputField(spec, parent)
        , m_box(addEditor(this, new QCheckBox(InputField::tr("Yes"))))
    {
        connect(m_box, &QCheckBox::clicked, this,
                [this](bool on) { Q_EMIT edited(Value(Json(on))); });
    }

    void showValue(const std::optional<Value> &value) override
    {
        const Json *json = value ? jsonOf(value) : spec().fallback ? &*spec().fallback : nullptr;
        m_box->setChecked(json && json->is_bool() && json->as<bool>());
    }

private:
    QCheckBox *m_box;
};

class NumberField : public InputField {
public:
    NumberField(const VariableSpec &spec, QWidget *parent)
        : InputField(spec, parent)
        , m_text(addEditor(this, new QLineEdit))
    {
        m_text->setInputMethodHints(Qt::ImhFormattedNumbersOnly);
        if (spec.fallback)
            m_text->setPlaceholderText(textOfValue(Value(*spec.fallback)));
        connect(m_text, &QLineEdit::textEdited, this, [this](const QString &text) {
            m_problem.clear();
            if (text.trimmed().isEmpty()) {
                Q_EMIT edited(std::nullopt);
                return;
            }
            if (const std::optional<Json> number = read(text.trimmed()))
                Q_EMIT edited(Value(*number));
            else
                m_problem = this->spec().type == "integer"_L1
                    ? InputField::tr("Not a whole number.")
                    : InputField::tr("Not a number.");
        });
    }

    void showValue(const std::optional<Value> &value) override
    {
        if (!m_text->hasFocus())
            m_text->setText(textOfValue(value));
    }

    QString problem() const override { return m_problem; }

private:
    /// As the person's locale writes it, or as programs do.
    std::optional<Json> read(const QString &text) const
    {
        bool ok = false;
        for (const QLocale &locale : {QLocale(), QLocale::c()}) {
            const qlonglong whole = locale.toLongLong(text, &ok);
            if (ok)
                return Json(qint64(whole));
            if (spec().type == "integer"_L1)
                continue;
            const double number = locale.toDouble(text, &ok);
            if (ok)
                return Json(number);
        }
        return std::nullopt;
    }

    QLineEdit *m_text;
    QString m_problem;
};

/// Lists, objects and messages: JSON; a plain list may also be typed one item a line.
class JsonField : public InputField {
public:
    JsonField(const VariableSpec &spec, QWidget *parent)
        : InputField(spec, parent)
        , m_text(addEditor(this, new GrowingTextEdit(2, 12)))
    {
        m_text->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
        m_text->setLayoutDirection(Qt::LeftToRight);
        QTextOption direction = m_text->document()->defaultTextOption();
        direction.setTextDirection(Qt::LeftToRight);
        m_text->document()->setDefaultTextOption(direction);
        if (spec.fallback)
            m_text->setPlaceholderText(QString::fromUtf8(toPretty(*spec.fallback)));
        else if (spec.type == "list"_L1)
            m_text->setPlaceholderText(InputField::tr("One item a line, or JSON"));
        else
            m_text->setPlaceholderText(InputField::tr("JSON"));
        connect(m_text, &QPlainTextEdit::textChanged, this, &JsonField::read);
    }

    void showValue(const std::optional<Value> &value) override
    {
        if (m_text->hasFocus())
            return; // the person's own layout of the JSON stays
        const Json *json = jsonOf(value);
        const QSignalBlocker blocker(m_text);
        m_text->setPlainText(json ? QString::fromUtf8(toPretty(*json)).trimmed() : QString());
        m_problem.clear();
    }

    QString problem() const override { return m_problem; }

private:
    void read()
    {
        m_problem.clear();
        const QString text = m_text->toPlainText().trimmed();
        if (text.isEmpty()) {
            Q_EMIT edited(std::nullopt);
            return;
        }
        if (spec().type == "list"_L1 && !text.startsWith(u'[')) {
            Json items(jsoncons::json_array_arg);
            for (const QString &line : text.split(u'\n'))
                items.push_back(toJson(QStringView(line)));
            Q_EMIT edited(Value(std::move(items)));
            return;
        }
        auto parsed = parseJson(text.toUtf8());
        if (parsed)
            Q_EMIT edited(Value(std::move(*parsed)));
        else
            m_problem = InputField::tr("Line %1: %2")
                            .arg(parsed.error().line)
                            .arg(parsed.error().message);
    }

    GrowingTextEdit *m_text;
    QString m_problem;
};

} // namespace

InputField *makeField(const VariableSpec &spec, const QString &folder, QWidget *parent)
{
    if (spec.sensitive)
        return new SecretField(spec, parent);
    if (spec.type == "choice"_L1)
        return new ChoiceField(spec, parent);
    if (spec.type == "boolean"_L1)
        return new CheckField(spec, parent);
    if (spec.type == "number"_L1 || spec.type == "integer"_L1)
        return new NumberField(spec, parent);
    if (spec.type == "image"_L1 || spec.type == "audio"_L1 || spec.type == "document"_L1)
        return new MediaField(spec, folder, parent);
    if (spec.type == "text"_L1)
        return new TextField(spec, parent);
    return new JsonField(spec, parent);
}

} // namespace Antiphon::Ui
