// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <antiphon/core/config/modelinfo.h>
#include <antiphon/core/config/target.h>

#include <QList>

#include <optional>

namespace Antiphon {

/// What is known of one parameter of a target: enough for a form and for a check before sending.
struct ParameterInfo {
    enum class Type { Number, Integer, Boolean, Text, Choice, List, Any };

    QString name = {}; ///< A common name, else the path in `extra`: "generationConfig.topK".
    bool common = false; ///< One of commonParameterNames().
    Type type = Type::Text;
    std::optional<double> min = {};
    std::optional<double> max = {};
    bool minOpen = false; ///< The value must be greater than min.
    bool maxOpen = false; ///< The value must be less than max.
    Json fallback = Json::null(); ///< What the service takes when nothing is said; null: not known.
    QList<Json> choices = {}; ///< For Choice; for List what its items may be.
    bool choicesOpen = false; ///< Others than `choices` are taken too.
    int maxItems = 0; ///< Of a List; 0: any number.
    QString unit = {}; ///< "tokens", "s", or empty.
    QString group = {}; ///< "sampling", "reasoning", "output", "tools", "audio", ...
    QString about = {};
    QStringList models = {}; ///< Beginnings of names: only these take it. Empty: all do.
    QStringList notModels = {}; ///< Beginnings of names that refuse it.
    bool supported = true; ///< This target takes it.

    friend bool operator==(const ParameterInfo &, const ParameterInfo &) = default;
};

/// resources/parameters.json: the parameters of every wire format, and where services differ.
struct ParameterTable {
    struct Service {
        QString provider = {};
        QString format = {}; ///< Id of a codec.
        QStringList apis = {}; ///< Empty: all of that format.
        bool anyModel = false; ///< Names of models say nothing here: deployments, aliases.
        QStringList without = {};
        QList<ParameterInfo> parameters = {}; ///< Added, or in place of the format's.
    };

    QMap<QString, QList<ParameterInfo>> formats = {}; ///< By codec.
    QList<Service> services = {};
};

/// Reads `parameters/1`. An error names the place.
[[nodiscard]] Result<ParameterTable> parameterTableFromJson(const Json &value);

/// Every parameter of \p target, the seven common ones first. Those that the format, the service or
/// the model does not take are there too, with `supported` off. \p model may tell more: whether it
/// takes sampling parameters, and how long its answers can be.
[[nodiscard]] QList<ParameterInfo> parametersFor(const ParameterTable &table,
                                                 const Provider &provider, const Target &target,
                                                 const ModelInfo &model = {});

/// The value \p parameters hold for \p info; empty when nothing is said.
[[nodiscard]] std::optional<Json> parameterValue(const Parameters &parameters,
                                                 const ParameterInfo &info);

/// Says \p value for \p info, or nothing at all. Objects of `extra` that become empty go away. An
/// error when a common one cannot hold the value.
[[nodiscard]] Result<> setParameter(Parameters &parameters, const ParameterInfo &info,
                                    const std::optional<Json> &value);

/// What is wrong with \p value for \p info, as a sentence; empty: nothing.
[[nodiscard]] QString parameterProblem(const ParameterInfo &info, const Json &value);

/// What \p extra holds besides the parameters in \p infos.
[[nodiscard]] Json otherExtras(const Json &extra, const QList<ParameterInfo> &infos);

} // namespace Antiphon
