// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <antiphon/core/retry/policy.h>

#include <QWidget>

class QCheckBox;
class QComboBox;
class QDoubleSpinBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QSpinBox;
class QVBoxLayout;

namespace Antiphon::Ui {

class CatchesField;
class ConditionField;
class FoldSection;
class GaveUpField;
class HookList;
class StopField;
class TargetChain;
class WaitField;

/// A retry policy as a form: when, how long to wait, when to stop, and what else there is to do.
class PolicyForm : public QWidget {
    Q_OBJECT

public:
    explicit PolicyForm(QWidget *parent = nullptr);

    void setPolicy(const RetryPolicy &policy);

    /// The targets that fallbacks can name.
    void setTargets(const QStringList &slugs);

Q_SIGNALS:
    /// \p what: the change's name for undo. \p key: changes with the same one are one step.
    void edited(const Antiphon::RetryPolicy &policy, const QString &what, const QString &key);

    /// The member \p path is to be edited as text.
    void textRequested(const QString &path);

private:
    QFormLayout *addSection(const QString &title, const QString &about = {});
    void addConditions();
    void addWait();
    void addStop();
    void addRepair();
    // In policyformmore.cpp.
    void addFallback();
    void addMoreOfRetryAfter(QFormLayout &form);
    void addCatches(QFormLayout &form);
    void addHooks();
    void showMore();
    [[nodiscard]] QWidget *makeWishJitter();
    void tell(const QString &what, const QString &key = {});

    RetryPolicy m_policy;
    bool m_hooksOpened = false; ///< Once there were some.
    QStringList m_known; ///< Slugs of the project's targets.
    bool m_showing = false;
    QCheckBox *m_enabled = nullptr;
    QVBoxLayout *m_rows;
    ConditionField *m_when = nullptr;
    ConditionField *m_never = nullptr;
    FoldSection *m_neverSection = nullptr;
    WaitField *m_wait = nullptr;
    QCheckBox *m_obey = nullptr;
    QDoubleSpinBox *m_obeyMax = nullptr;
    QCheckBox *m_obeyAdvice = nullptr;
    QComboBox *m_tooLongWait = nullptr;
    QCheckBox *m_zero = nullptr;
    QLineEdit *m_headers = nullptr;
    QDoubleSpinBox *m_jitterSeconds = nullptr;
    QDoubleSpinBox *m_jitterShare = nullptr;
    QLineEdit *m_jitterHeaders = nullptr;
    StopField *m_stop = nullptr;
    QSpinBox *m_repairs = nullptr;
    QComboBox *m_repairAs = nullptr;
    QComboBox *m_repairSend = nullptr;
    QComboBox *m_onDrop = nullptr;
    QComboBox *m_fallback = nullptr;
    TargetChain *m_chain = nullptr;
    TargetChain *m_tooLong = nullptr;
    TargetChain *m_filtered = nullptr;
    QDoubleSpinBox *m_cooldown = nullptr;
    CatchesField *m_catches = nullptr;
    FoldSection *m_hooksSection = nullptr;
    HookList *m_hooksBefore = nullptr;
    HookList *m_hooksAfter = nullptr;
    HookList *m_hooksBeforeSleep = nullptr;
    GaveUpField *m_gaveUp = nullptr;
    QCheckBox *m_reraise = nullptr;
};

} // namespace Antiphon::Ui
