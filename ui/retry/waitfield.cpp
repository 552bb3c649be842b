// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "retry/waitfield.h"

#include "retry/waitlistfield.h"
#include "theme/metrics.h"
#include "widgets/numberbox.h"

#include <QComboBox>
#include <QDoubleSpinBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include <cmath>

using namespace Qt::StringLiterals;

namespace Antiphon::Ui {

/// Below this a cap means: none.
static constexpr double noCapShown = -1;

WaitField::WaitField(bool nested, QWidget *parent)
    : QWidget(parent)
    , m_nested(nested)
    , m_kind(new QComboBox)
    , m_about(new QLabel)
    , m_rows(new QVBoxLayout(this))
{
    for (const WaitKind kind : waitKinds()) {
        if (isShown(kind))
            m_kind->addItem(waitKindTitle(kind), int(kind));
    }
    for (int i = 0; i < m_kind->count(); ++i)
        m_kind->setItemData(i, waitKindAbout(WaitKind(m_kind->itemData(i).toInt())),
                            Qt::ToolTipRole);
    m_kind->setAccessibleName(nested ? tr("Kind of this part") : tr("Kind of wait"));
    m_about->setWordWrap(true);
    m_about->setForegroundRole(QPalette::PlaceholderText);
    m_rows->setContentsMargins({});
    m_rows->setSpacing(gap(*this, 0.5));
    m_rows->addWidget(m_kind);
    m_rows->addWidget(m_about);
    connect(m_kind, &QComboBox::activated, this, [this] {
        const auto kind = WaitKind(m_kind->currentData().toInt());
        if (kind == kindOf(m_wait))
            return;
        m_wait = waitOfKind(kind, m_wait);
        rebuild();
        Q_EMIT edited(m_wait, {});
    });
    rebuild();
}

bool WaitField::isShown(WaitKind kind) const
{
    const bool list
        = kind == WaitKind::Chain || kind == WaitKind::Combine || kind == WaitKind::ByError;
    return kind != WaitKind::Other && !(m_nested && list);
}

void WaitField::setWait(const Wait &wait)
{
    m_wait = wait;
    rebuild();
}

void WaitField::rebuild()
{
    const WaitKind kind = kindOf(m_wait);
    const QSignalBlocker blocker(m_kind);
    const bool known = isShown(kind);
    m_kind->setCurrentIndex(known ? m_kind->findData(int(kind)) : -1);
    m_kind->setPlaceholderText(waitKindTitle(WaitKind::Other));
    m_about->setText(waitKindAbout(known ? kind : WaitKind::Other));
    if (kind != m_shape || !m_numbers) {
        m_shape = kind;
        m_boxes.clear();
        m_list = nullptr;
        m_spread = nullptr;
        m_script = nullptr;
        if (m_numbers) {
            m_numbers->hide();
            m_numbers->deleteLater(); // one of its boxes may be what led here
        }
        m_numbers = new QWidget;
        m_form = new QFormLayout(m_numbers);
        m_form->setContentsMargins({});
        m_form->setFieldGrowthPolicy(QFormLayout::FieldsStayAtSizeHint);
        m_rows->addWidget(m_numbers);
        for (const WaitNumber &number : waitNumbers(kind))
            addNumber(number);
        if (kind == WaitKind::Backoff)
            addSpread();
        if (kind == WaitKind::Script)
            addScript();
        if (!known) {
            auto *text = new QPushButton(tr("Edit as Text"));
            connect(text, &QPushButton::clicked, this, &WaitField::textRequested);
            m_form->addRow(text);
        } else if (kind == WaitKind::Chain || kind == WaitKind::Combine
                   || kind == WaitKind::ByError) {
            m_list = new WaitListField;
            m_form->addRow(m_list);
            connect(m_list, &WaitListField::textRequested, this, &WaitField::textRequested);
            connect(m_list, &WaitListField::edited, this,
                    [this](const Wait &changed, const QString &key) {
                        m_wait = changed;
                        Q_EMIT edited(m_wait, key);
                    });
        }
        m_numbers->setVisible(m_form->rowCount() > 0);
    }
    showNumbers();
}

void WaitField::showNumbers()
{
    for (const auto &[number, box] : std::as_const(m_boxes)) {
        const QSignalBlocker blocker(box);
        const double value = number.of(m_wait);
        const double shown = number.form == WaitNumber::Form::Share ? value * 100
            : std::isinf(value)                                     ? noCapShown
                                                                    : value;
        if (box->value() != shown)
            box->setValue(shown);
    }
    if (m_list)
        m_list->setWait(m_wait);
    if (const auto *backoff = std::get_if<BackoffWait>(&m_wait.rule); backoff && m_spread)
        m_spread->setCurrentIndex(int(backoff->spread));
    if (const auto *computed = std::get_if<ComputedWait>(&m_wait.rule);
        computed && m_script && m_script->text() != computed->script.source())
        m_script->setText(computed->script.source());
}

/// Where the jitter goes.
void WaitField::addSpread()
{
    m_spread = new QComboBox;
    m_spread->addItems({tr("both ways"), tr("downwards"), tr("upwards")});
    m_spread->setAccessibleName(tr("Direction of the jitter"));
    m_spread->setToolTip(
        tr("Whether jitter makes waits shorter, longer or either (%1)").arg(u"spread"_s));
    auto *label = new QLabel(tr("Jitter goes"));
    label->setBuddy(m_spread);
    m_form->addRow(label, m_spread);
    connect(m_spread, &QComboBox::activated, this, [this](int index) {
        auto *backoff = std::get_if<BackoffWait>(&m_wait.rule);
        if (!backoff || int(backoff->spread) == index)
            return;
        backoff->spread = BackoffWait::Spread(index);
        Q_EMIT edited(m_wait, {});
    });
}

void WaitField::addScript()
{
    m_script = new QLineEdit;
    m_script->setLayoutDirection(Qt::LeftToRight);
    m_script->setAccessibleName(tr("Seconds, as JavaScript"));
    m_script->setToolTip(
        tr("An expression over attempt, target, error, answer, elapsed, idle and variables"));
    m_script->setPlaceholderText(u"Math.min(60, attempt * 2)"_s);
    auto *label = new QLabel(tr("Seconds"));
    label->setBuddy(m_script);
    m_form->setFieldGrowthPolicy(QFormLayout::ExpandingFieldsGrow);
    m_form->addRow(label, m_script);
    connect(m_script, &QLineEdit::textEdited, this, [this](const QString &source) {
        if (source.trimmed().isEmpty())
            return; // a file could not hold it; the last one stays until there is another
        m_wait = {ComputedWait {.script = Antiphon::Script(source, u"wait.seconds"_s)}};
        Q_EMIT edited(m_wait, u"seconds"_s);
    });
}

void WaitField::addNumber(const WaitNumber &number)
{
    using Form = WaitNumber::Form;
    auto *box = new NumberBox;
    box->setDecimals(3);
    box->setStepType(QAbstractSpinBox::AdaptiveDecimalStepType);
    box->setRange(0, 1e6);
    box->setKeyboardTracking(true);
    switch (number.form) {
    case Form::Seconds:
        box->setSuffix(tr(" s"));
        break;
    case Form::Factor:
        box->setSuffix(tr(" ×"));
        break;
    case Form::Share:
        box->setSuffix(tr(" %"));
        box->setRange(0, 100);
        box->setDecimals(1);
        break;
    case Form::Cap:
        box->setSuffix(tr(" s"));
        box->setRange(noCapShown, 1e6);
        box->setSpecialValueText(tr("no cap"));
        break;
    }
    box->setAccessibleName(number.title);
    box->setToolTip(number.about.isEmpty() ? number.key
                                           : u"%1 (%2)"_s.arg(number.about, number.key));
    auto *label = new QLabel(number.title);
    label->setBuddy(box);
    label->setToolTip(box->toolTip());
    m_form->addRow(label, box);
    m_boxes.append({number, box});
    connect(box, &QDoubleSpinBox::valueChanged, this, [this, number](double shown) {
        const double value = number.form == Form::Share ? shown / 100
            : number.form == Form::Cap && shown < 0     ? noCap
                                                        : shown;
        number.of(m_wait) = value;
        Q_EMIT edited(m_wait, number.key);
    });
}

} // namespace Antiphon::Ui
