// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#include <antiphon/core/prompt/template.h>

#include <cstdint>
#include <cstdlib>

using namespace Antiphon;
using namespace Qt::StringLiterals;

// Input: a byte of options, then the template, a snippet "a", a JSON value "x" and a text "y",
// separated by NUL. Promises: nothing crashes, every place lies in the source as typed.

static void require(bool promise)
{
    if (!promise)
        std::abort();
}

template<typename T>
static void requirePlace(const T &found, const QString &source)
{
    require(found.position >= 0 && found.length >= 0);
    require(found.position + found.length <= source.size());
}

static TemplateOptions optionsOf(std::uint8_t bits)
{
    using Options = TemplateOptions;
    Options out {.compat = (bits & 1) != 0};
    if (bits & 2)
        out.dialect = Options::Dialect::V0;
    if (bits & 4)
        out.roles = Options::Roles::Anchored;
    if (bits & 8)
        out.indentation = Options::Indentation::Preserve;
    if (bits & 16)
        out.whenEmpty = Options::WhenEmpty::Compat;
    if (bits & 32)
        out.values = Options::Values::AsJson;
    if (bits & 64)
        out.joins = Options::Joins::Variable;
    return out;
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    if (size == 0)
        return 0;
    const TemplateOptions options = optionsOf(data[0]);
    const QByteArray rest(reinterpret_cast<const char *>(data + 1), qsizetype(size - 1));
    const QList<QByteArray> pieces = rest.split('\0');
    const QString source = QString::fromUtf8(pieces.value(0));
    const Snippets snippets {{u"a"_s, QString::fromUtf8(pieces.value(1))}};

    const TemplateCheck check = checkTemplate(source, options, snippets);
    for (const TemplateToken &token : check.tokens)
        requirePlace(token, source);
    for (const TemplateWarning &warning : check.warnings)
        requirePlace(warning, source);
    for (const TemplateError &error : check.errors)
        requirePlace(error, source);

    const auto parsed = Template::parse(source, options, snippets);
    require(parsed.has_value() == check.errors.isEmpty());
    if (!parsed)
        return 0;
    Variables values {{u"y"_s, Value(QString::fromUtf8(pieces.value(3)))}};
    if (const auto json = parseJson(pieces.value(2)))
        values.insert(u"x"_s, Value(*json));
    const auto rendered = render(*parsed, values);
    if (rendered) {
        for (const TemplateWarning &warning : rendered->warnings)
            requirePlace(warning, source);
    } else {
        requirePlace(rendered.error(), source);
    }
    (void)renderAsText(*parsed, values);
    return 0;
}
