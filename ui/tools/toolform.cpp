// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tools/toolform.h"

#include "theme/colors.h"
#include "theme/metrics.h"
#include "tools/tooldocument.h"
#include "tools/toolwords.h"
#include "widgets/formpage.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QScopedValueRollback>

using namespace Qt::StringLiterals;

namespace Antiphon::Ui {

static QLabel *wordsLabel()
{
    auto *label = new QLabel;
    label->setTextFormat(Qt::PlainText);
    label->setForegroundRole(QPalette::PlaceholderText);
    widen(*label);
    return label;
}

ToolForm::ToolForm(ToolDocument &document, QWidget *parent)
    : QWidget(parent)
    , m_document(document)
    , m_rows(makeForm(*this))
    , m_name(new QLineEdit)
    , m_nameFault(wordsLabel())
    , m_description(new QPlainTextEdit)
    , m_answer(new QComboBox)
    , m_about(wordsLabel())
    , m_confirm(new QCheckBox(tr("I appro&ve each call first")))
    , m_strict(new QCheckBox(tr("Arguments have to fit e&xactly")))
    , m_users(new QLabel)
{
    setObjectName(u"toolForm"_s);
    m_name->setAccessibleName(tr("Name of the tool, as models call it"));
    m_name->setToolTip(tr("What models call the tool: letters, digits, _ and -"));
    m_description->setAccessibleName(tr("Description of the tool"));
    m_description->setToolTip(tr("What the tool does and when to use it, for the model"));
    m_description->setPlaceholderText(tr("What it does and when to use it, for the model"));
    m_description->setTabChangesFocus(true);
    m_description->setFixedHeight(fontMetrics().lineSpacing() * 4 + gap(*this, 1.5));
    m_answer->setAccessibleName(tr("Who answers calls of the tool"));
    for (const Tool::Answer answer :
         {Tool::Answer::Ask, Tool::Answer::Canned, Tool::Answer::Script, Tool::Answer::Command}) {
        m_answer->addItem(answerWord(answer), int(answer));
        m_answer->setItemData(int(answer), answerSentence(answer), Qt::ToolTipRole);
    }
    m_confirm->setToolTip(tr("Each call waits for you, whoever answers it then"));
    m_strict->setToolTip(tr("Services that can are asked to hold the model to the schema"));
    widen(*m_users);
    m_users->setTextInteractionFlags(Qt::LinksAccessibleByMouse | Qt::LinksAccessibleByKeyboard);
    m_users->setAccessibleName(tr("Prompts that use the tool"));

    auto *form = m_rows;
    form->addRow(tr("&Name"), m_name);
    form->addRow(QString(), m_nameFault);
    form->addRow(tr("D&escription"), m_description);
    form->addRow(tr("Ans&wered by"), m_answer);
    form->addRow(QString(), m_about);
    form->addRow(QString(), m_confirm);
    form->addRow(QString(), m_strict);
    form->addRow(tr("Used by"), m_users);

    const auto text = [this](const char *key, const QString &value) {
        if (!m_filling)
            m_document.set(key, value.isEmpty() ? Json::null() : toJson(QStringView(value)));
    };
    connect(m_name, &QLineEdit::textEdited, this, [this](const QString &name) {
        // An empty name stays in the text, where it is wrong, rather than become another one.
        m_document.set("name", toJson(QStringView(name)));
    });
    connect(m_description, &QPlainTextEdit::textChanged, this,
            [this, text] { text("description", m_description->toPlainText()); });
    connect(m_answer, &QComboBox::activated, this, [this, text](int index) {
        const auto answer = Tool::Answer(m_answer->itemData(index).toInt());
        text("answer", answer == Tool::Answer::Ask ? QString() : toolAnswerNames()[int(answer)]);
        Q_EMIT answerChosen(answer);
    });
    const auto flag = [this](QCheckBox *box, const char *key) {
        connect(box, &QCheckBox::clicked, this,
                [this, key](bool on) { m_document.set(key, on ? Json(true) : Json::null()); });
    };
    flag(m_confirm, "confirm");
    flag(m_strict, "strict");
    connect(m_users, &QLabel::linkActivated, this, &ToolForm::promptRequested);
    connect(&document, &ToolDocument::changed, this, &ToolForm::showDocument);
    setFocusProxy(m_name);
    setUsers({});
    showDocument();
}

static bool flagOf(const Json &json, std::string_view key)
{
    const Json *value = Antiphon::find(json, key);
    return value && value->is_bool() && value->as_bool();
}

void ToolForm::showDocument()
{
    const QScopedValueRollback filling(m_filling, true);
    const Json &json = m_document.json();
    if (const QString name = textOf(json, "name", m_document.slug()); m_name->text() != name)
        m_name->setText(name);
    if (const QString text = textOf(json, "description"); m_description->toPlainText() != text)
        m_description->setPlainText(text);
    const bool native = json.contains("native");
    const auto answer
        = std::max<qsizetype>(0, toolAnswerNames().indexOf(textOf(json, "answer", u"ask"_s)));
    m_answer->setCurrentIndex(int(answer));
    m_about->setText(native ? tr("The model's service runs this tool itself: what it is told is "
                                 "under “native” in the text.")
                            : answerSentence(Tool::Answer(answer)));
    m_confirm->setChecked(flagOf(json, "confirm"));
    m_strict->setChecked(flagOf(json, "strict"));
    for (QWidget *field : std::initializer_list<QWidget *> {m_answer, m_confirm, m_strict})
        field->setEnabled(!native);
    setEnabled(m_document.canBeRead());
    showNameFault();
}

void ToolForm::setNameHint(const QString &hint)
{
    m_nameHint = hint;
    showNameFault();
}

void ToolForm::showNameFault()
{
    const QString fault = m_document.faultOf(u"name");
    const QString words = fault.isEmpty() ? m_nameHint : tr("The name %1").arg(fault);
    QPalette colours = palette();
    colours.setColor(QPalette::PlaceholderText,
                     color(fault.isEmpty() ? ColorRole::Neutral : ColorRole::Negative, palette()));
    m_nameFault->setPalette(colours);
    m_nameFault->setText(words);
    m_rows->setRowVisible(m_nameFault, !words.isEmpty());
    m_name->setAccessibleDescription(words);
}

void ToolForm::setUsers(const QList<std::pair<QString, QString>> &users)
{
    QStringList links;
    for (const auto &[slug, title] : users)
        links.append(u"<a href=\"%1\">%2</a>"_s.arg(slug, title.toHtmlEscaped()));
    m_users->setTextFormat(Qt::RichText);
    m_users->setText(
        links.isEmpty()
            ? tr("No prompt yet. A prompt's page “Tools” lists all tools of the project.")
            : links.join(tr(", ")));
    m_users->setFocusPolicy(links.isEmpty() ? Qt::NoFocus : Qt::StrongFocus);
}

} // namespace Antiphon::Ui
