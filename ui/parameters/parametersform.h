// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <antiphon/core/config/parameterinfo.h>

#include <QMap>
#include <QWidget>

class QVBoxLayout;

namespace Antiphon::Ui {

class ExtrasField;
class FoldSection;
class ParameterField;

/// The parameters from the weakest layer to the strongest.
struct ParameterLayers {
    Parameters project = {};
    Parameters target = {};
    Parameters prompt = {}; ///< With what the prompt says for this target.
};

/// A form over the parameters of one target, made from their descriptions.
///
/// The common ones stand first, the provider's own in groups that open by themselves when they hold
/// a value; what the target does not take is listed at the end.
class ParametersForm : public QWidget {
    Q_OBJECT

public:
    explicit ParametersForm(const QList<ParameterInfo> &infos, QWidget *parent = nullptr);

    [[nodiscard]] const QList<ParameterInfo> &infos() const { return m_infos; }
    void showLayers(const ParameterLayers &layers);

    /// Shows only parameters whose name or meaning holds \p text; all for an empty one.
    void setFilter(const QString &text);

Q_SIGNALS:
    /// The person changed one; empty: nothing is said any more.
    void edited(const Antiphon::ParameterInfo &info, const std::optional<Antiphon::Json> &value);

    /// What the target sends besides the known ones.
    void extrasEdited(const Antiphon::Json &extras);
    void explained(const QString &details);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void addField(const ParameterInfo &info, QVBoxLayout &common);
    void addRefused();
    void showRefused(const ParameterLayers &layers);
    [[nodiscard]] FoldSection *sectionFor(const QString &group);

    const QList<ParameterInfo> m_infos;
    QList<ParameterField *> m_fields;
    QMap<QString, FoldSection *> m_sections;
    FoldSection *m_refused = nullptr;
    QWidget *m_refusedRows = nullptr;
    FoldSection *m_extrasSection = nullptr;
    ExtrasField *m_extras;
    QVBoxLayout *m_rows;
    bool m_opened = false;
    bool m_narrow = false;
};

} // namespace Antiphon::Ui
