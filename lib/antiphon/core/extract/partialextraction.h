// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <antiphon/core/call/event.h>
#include <antiphon/core/extract/extraction.h>
#include <antiphon/core/extract/partialjson.h>

#include <memory>

namespace Antiphon {

/// The value of an answer while it still grows (extraction.md 5).
///
/// Takes the events of one attempt. Never fails on what is merely not there yet: open values are
/// not held against anything but their type, missing ones are null. The final value, fully checked,
/// is extract()'s.
class PartialExtraction {
public:
    explicit PartialExtraction(Extraction how);

    /// True when value() is another than before.
    bool feed(const StreamEvent &event);
    bool feed(const StreamEvents &events);

    /// What there is, bare where the model is wrapped; null while there is nothing. After broken
    /// JSON the last good one.
    [[nodiscard]] const Json &value() const { return m_value; }

    /// The way in value() to what still grows; empty optional: nothing does, the answer is whole.
    [[nodiscard]] std::optional<Location> open() const;

    /// What is wrong with values that are closed. Locations are those of a wrapped answer.
    [[nodiscard]] const QList<ValidationIssue> &issues() const { return m_issues; }

    /// Of a list, the items that have been closed since the last call, checked each by itself.
    struct Item {
        qint64 index = 0;
        Json value = Json::null();
        QList<ValidationIssue> issues = {};

        friend bool operator==(const Item &, const Item &) = default;
    };
    [[nodiscard]] QList<Item> takeItems();

private:
    void beginAnew();
    void add(const QString &text);
    [[nodiscard]] qsizetype beginIn(QStringView text);
    [[nodiscard]] bool refresh();

    const Extraction m_how;
    std::unique_ptr<PartialJson> m_json;
    int m_call = -1; // the tool call that is the answer
    bool m_begun = false;
    bool m_blank = true; // nothing but blanks came yet
    QString m_head; // what came since it began, for as long as that may be prose
    bool m_changed = false; // fed since the last look
    Json m_value = Json::null();
    QList<ValidationIssue> m_issues;
    qint64 m_taken = 0;
};

} // namespace Antiphon
