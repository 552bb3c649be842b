// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#include <antiphon/core/cost/price.h>

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Antiphon {

namespace {

bool isValidOn(const PriceRow &row, QDate day)
{
    return !day.isValid()
        || ((!row.validFrom.isValid() || row.validFrom <= day)
            && (!row.validUntil.isValid() || day <= row.validUntil));
}

/// Smaller is preferred: the only price, else the dearer of the day, else the cheaper.
int rank(const PriceRow &row)
{
    if (row.variant == "standard"_L1)
        return 0;
    return row.variant == "peak"_L1 ? 1 : 2;
}

bool isBetter(const PriceRow &a, const PriceRow &b)
{
    return rank(a) != rank(b) ? rank(a) < rank(b) : a.validFrom > b.validFrom;
}

/// The best row of \p provider valid on \p day whose model \p fits.
template<typename Fits>
const PriceRow *best(const PriceTable &table, QStringView provider, QDate day, Fits fits)
{
    const PriceRow *found = nullptr;
    for (const auto &row : table.rows) {
        if (row.provider == provider && isValidOn(row, day) && fits(row)
            && (!found || isBetter(row, *found)))
            found = &row;
    }
    return found;
}

const PriceRow *named(const PriceTable &table, QStringView provider, const QString &model,
                      QDate day)
{
    return best(table, provider, day, [&model](const PriceRow &row) {
        return row.model == model || row.aliases.contains(model);
    });
}

/// \p model without the date or word that names one snapshot of its family.
QString family(const QString &model)
{
    static const QRegularExpression snapshot(
        u"(-20[0-9]{2}-[01][0-9]-[0-3][0-9]|[-@]20[0-9]{2}[01][0-9][0-3][0-9]"
        "|-latest|@latest|@default|-00[0-9])\\z"_s);
    auto out = model;
    return out.remove(snapshot);
}

/// The model behind "name-latest" where only dated ones are listed: the newest of them.
const PriceRow *newest(const PriceTable &table, QStringView provider, const QString &stem,
                       QDate day)
{
    static const QRegularExpression date(u"\\A-[0-9]{4}([0-9]{4}|-[0-9]{2}-[0-9]{2})?\\z"_s);
    const PriceRow *found = nullptr;
    for (const auto &row : table.rows) {
        const bool dated = row.provider == provider && isValidOn(row, day)
            && row.model.startsWith(stem) && date.match(row.model.sliced(stem.size())).hasMatch();
        if (dated && (!found || row.model > found->model))
            found = &row;
    }
    return found;
}

/// The names \p model may be listed under, the most exact first.
QStringList spellings(const QString &model)
{
    static const QRegularExpression path(
        u"\\A(models/|publishers/[^/]+/models/|projects/.+/models/|google/)"_s);
    static const QRegularExpression region(u"\\A(us|eu|apac|jp|au|ca|sa|us-gov)\\."_s);
    QStringList out {model};
    for (const auto &prefix : {path, region}) {
        auto shorter = model;
        if (shorter.remove(prefix) != model)
            out.append(shorter);
    }
    // The price list has what is served from anywhere; a region's own is a factor on that.
    if (auto shorter = model; shorter.remove(region) != model || model.startsWith("anthropic."_L1))
        out.append("global."_L1 + shorter);
    return out;
}

}

bool PeakHours::contains(const QDateTime &utc) const
{
    return days.contains(utc.date().dayOfWeek())
        && std::ranges::any_of(spans, [&](const auto &span) {
               return span.first <= utc.time() && utc.time() < span.second;
           });
}

PriceTable merged(PriceTable base, const PriceTable &over)
{
    for (const auto &row : over.rows) {
        // A row without days is for every day.
        const bool always
            = !row.validFrom.isValid() && !row.validUntil.isValid() && row.variant == "standard"_L1;
        if (always) {
            base.rows.removeIf([&row](const PriceRow &old) {
                return old.provider == row.provider && old.model == row.model
                    && (old.validFrom.isValid() || old.variant != row.variant);
            });
        }
        const auto same = std::ranges::find_if(base.rows, [&row](const PriceRow &old) {
            return old.provider == row.provider && old.model == row.model
                && old.variant == row.variant && old.validFrom == row.validFrom;
        });
        if (same == base.rows.end())
            base.rows.append(row);
        else
            *same = row;
    }
    base.asOf = std::max(base.asOf, over.asOf);
    base.peak.insert(over.peak);
    return base;
}

const PriceRow *findPrice(const PriceTable &table, QStringView provider, QStringView model,
                          QDate day)
{
    for (const auto &spelling : spellings(model.toString())) {
        if (const auto *row = named(table, provider, spelling, day))
            return row;
        const auto stem = family(spelling);
        if (stem != spelling) {
            if (const auto *row = named(table, provider, stem, day))
                return row;
        }
        if (const auto *row = named(table, provider, stem + "-latest"_L1, day))
            return row;
        if (spelling.endsWith("-latest"_L1)) {
            if (const auto *row = newest(table, provider, stem, day))
                return row;
        }
    }
    return nullptr;
}

const PriceRow *findPriceAt(const PriceTable &table, QStringView provider, QStringView model,
                            const QDateTime &utc)
{
    const auto *row = findPrice(table, provider, model, utc.date());
    const auto hours = table.peak.constFind(provider.toString());
    if (!row || row->variant != "peak"_L1 || hours == table.peak.cend() || hours->contains(utc))
        return row;
    const auto *cheaper = best(table, provider, utc.date(), [row](const PriceRow &other) {
        return other.model == row->model && other.variant == "off_peak"_L1;
    });
    return cheaper ? cheaper : row;
}

PriceSnapshot snapshot(const PriceRow &row, const PriceTable &table)
{
    return {.model = row.model,
            .variant = row.variant == "standard"_L1 ? QString() : row.variant,
            .source = row.source,
            .confidence = row.confidence,
            .asOf = table.asOf,
            .price = row.price};
}

} // namespace Antiphon
