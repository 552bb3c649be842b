// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <antiphon/core/extract/location.h>

#include <QByteArray>

#include <expected>
#include <optional>
#include <vector>

namespace Antiphon {

/// How much of a text that ends too early is taken (extraction.md 5.2).
enum class PartialMode {
    Off, ///< Nothing: the text has to be whole, with nothing behind it.
    Complete, ///< Values that are closed ("on"): open texts are dropped.
    TrailingStrings, ///< Open texts too; one that ends inside `\u00` is dropped, as jiter does.
    Growing, ///< Open texts up to the last whole character: for what people watch growing.
};

/// Reads a JSON text that arrives in pieces and always has a value for what has come.
///
/// Feeding a text in one piece or byte by byte gives the same value. Linear in what is fed, but for
/// an open text, which is copied once a feed. Bytes behind a whole value are ignored, and so is a
/// wrong byte where a comma or a closing bracket was due: the container ends there. Any other wrong
/// byte is an error, for good. Of equal keys the last one wins. NaN and Infinity are read.
class PartialJson {
public:
    explicit PartialJson(PartialMode mode = PartialMode::Growing);
    Q_DISABLE_COPY_MOVE(PartialJson)

    void feed(QByteArrayView bytes);

    /// What there is; nullptr while there is nothing, and after an error.
    [[nodiscard]] const Json *value() const;

    [[nodiscard]] const std::optional<JsonTextError> &error() const { return m_error; }

    /// The outermost value is closed.
    [[nodiscard]] bool isWhole() const { return m_state == State::Done; }

    /// The value that may still grow: everything on the way to it is open too. Of use unless
    /// isWhole().
    [[nodiscard]] const Location &open() const { return m_open; }

    static constexpr qsizetype maxDepth = 200;

private:
    enum class State {
        Value, ///< A value has to come.
        FirstItem, ///< A value or `]`.
        FirstKey, ///< A key or `}`.
        Key,
        Colon,
        After, ///< A comma or the closing bracket.
        Text, ///< Inside a text, a key or a value.
        Escape, ///< Behind a backslash.
        Unicode, ///< Inside the four digits.
        LowEscape, ///< A backslash has to come, for the second half of a character.
        LowU, ///< And its `u`.
        Number,
        Word, ///< Inside true, false, null, NaN, Infinity.
        Done,
    };
    enum class Digits { Sign, Zero, Whole, Point, Fraction, E, ExponentSign, Exponent };

    struct Level {
        Json *container = nullptr; ///< Stays where it is while it is open.
        std::string key = {};
    };

    void step(char c);
    bool valueStarts(char c);
    void openContainer(char c);
    void closeContainer();
    void after(char c);
    void inText(char c);
    void escaped(char c);
    void hexDigit(char c);
    void unicodeUnit();
    void inNumber(char c);
    void beginText(bool isKey);
    void append(char32_t character);
    void inWord(char c);
    void endText();
    Json *put(Json value);
    void present();
    void retract();
    [[nodiscard]] std::optional<Json> openValue() const;
    void noteOpen();
    void fail(const QString &what);
    void finish();

    const PartialMode m_mode;
    State m_state = State::Value;
    Json m_root = Json::null();
    bool m_hasRoot = false;
    std::vector<Level> m_levels;
    std::string m_token; // of the text, number or word that is open
    bool m_isKey = false;
    Digits m_number = Digits::Sign;
    unsigned m_unit = 0; // UTF-16 unit of an escape
    int m_digits = 0;
    unsigned m_high = 0; // the first half of a character in two escapes
    bool m_presented = false; // the open value is in the tree
    std::optional<Json> m_covered; // what it hides there: the value of an equal key
    Location m_open;
    std::optional<JsonTextError> m_error;
    int m_line = 1;
    int m_column = 0;

    friend std::expected<Json, JsonTextError> parsePartialJson(QByteArrayView, PartialMode);
};

/// The value of \p text in one step. An empty text, and one of which nothing can be used, is an
/// error.
[[nodiscard]] std::expected<Json, JsonTextError>
parsePartialJson(QByteArrayView text, PartialMode mode = PartialMode::TrailingStrings);

} // namespace Antiphon
