// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#include <antiphon/core/cost/litellmprices.h>
#include <antiphon/core/cost/price.h>

#include <QFile>
#include <QTest>

using namespace Antiphon;
using namespace Qt::StringLiterals;
Q_DECLARE_METATYPE(Antiphon::Price)
Q_DECLARE_METATYPE(Antiphon::Usage)

namespace {

Json json(const QByteArray &text)
{
    const auto value = parseJson(text);
    return value ? *value : Json("not JSON");
}

PriceTable table()
{
    const auto read = priceTableFromJson(json(R"({
        "antiphon": "prices/1", "asOf": "2026-11-21",
        "providers": {
          "openai": {
            "gpt-4o-mini": {"name": "GPT-4o mini", "input": 0.15, "cachedInput": 0.075,
                            "output": 0.6, "context": 128000, "maxOutput": 16384,
                            "takes": ["text", "image"], "can": ["tools", "schema"],
                            "temperature": true},
            "o3": {"from": "2025-06-10", "input": 2, "output": 8},
            "gpt-5.4": {"input": 2.5, "output": 15, "cachedInput": 0.25,
                        "tier": {"above": 272000, "input": 5, "output": 22.5, "cachedInput": 0.5}}
          },
          "anthropic": {"claude-3-5-haiku-latest": {"input": 0.8, "output": 4}},
          "google": {
            "gemini-3.8-flash": [{"until": "2026-12-31", "input": 0.75, "output": 3.75},
                                 {"from": "2027-01-01", "input": 1.5, "output": 7.5}]
          },
          "mistral": {"mistral-large-2411": {"input": 2, "output": 6},
                      "mistral-large-2512": {"input": 0.5, "output": 1.5}},
          "deepseek": {
            "deepseek-flash": [
              {"variant": "off_peak", "also": ["deepseek-v4-flash"], "input": 0.15, "output": 0.6},
              {"variant": "peak", "also": ["deepseek-v4-flash"], "input": 0.3, "output": 1.2}]
          },
          "bedrock": {"amazon.nova-pro-v1:0": {"input": 0.8, "output": 3.2}},
          "vertex": {"claude-opus-4-8@default": {"input": 5, "output": 25},
                     "gemini-2.5-flash": {"input": 0.3, "output": 2.5}}
        }})"));
    return read ? *read : PriceTable {};
}

}

class PriceTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void finds_data();
    void finds();
    void readsAnEntry();
    void readsAProjectsRows();
    void refuses_data();
    void refuses();
    void mergesRows();
    void costs_data();
    void costs();
    void takesATargetsOwn();
    void readsTheBundledTable();
    void countsHowItWasServed_data();
    void countsHowItWasServed();
    void chargesEveryStep();
    void knowsPeakHours_data();
    void knowsPeakHours();
    void readsLiteLlm();
    void refusesLiteLlm_data();
    void refusesLiteLlm();
    void ownPricesWin();
};

void PriceTest::finds_data()
{
    QTest::addColumn<QString>("provider");
    QTest::addColumn<QString>("model");
    QTest::addColumn<QDate>("day");
    QTest::addColumn<double>("input"); // below 0: not known

    const QDate today(2026, 11, 21);
    const auto row
        = [&](const char *name, const QString &provider, const QString &model, double input,
              QDate day) { QTest::newRow(name) << provider << model << day << input; };
    row("exactly", u"openai"_s, u"gpt-4o-mini"_s, 0.15, today);
    row("a dated snapshot", u"openai"_s, u"gpt-4o-mini-2024-07-18"_s, 0.15, today);
    row("no model of that family", u"openai"_s, u"gpt-4o-maxi-2024-07-18"_s, -1, today);
    row("a longer name is another model", u"openai"_s, u"gpt-4o-mini-search"_s, -1, today);
    row("another provider", u"groq"_s, u"gpt-4o-mini"_s, -1, today);
    row("a snapshot of a row that says latest", u"anthropic"_s, u"claude-3-5-haiku-20241022"_s, 0.8,
        today);
    row("before its first day", u"openai"_s, u"o3"_s, -1, QDate(2025, 6, 9));
    row("on its first day", u"openai"_s, u"o3"_s, 2, QDate(2025, 6, 10));
    row("on the last day of a price", u"google"_s, u"gemini-3.8-flash"_s, 0.75,
        QDate(2026, 12, 31));
    row("on the first day of the next", u"google"_s, u"gemini-3.8-flash"_s, 1.5, QDate(2027, 1, 1));
    row("with the path the API gives", u"google"_s, u"models/gemini-3.8-flash"_s, 0.75, today);
    row("a numbered version", u"vertex"_s, u"gemini-2.5-flash-002"_s, 0.3, today);
    row("a publisher's path", u"vertex"_s, u"publishers/google/models/gemini-2.5-flash"_s, 0.3,
        today);
    row("a publisher's prefix", u"vertex"_s, u"google/gemini-2.5-flash"_s, 0.3, today);
    row("a default version", u"vertex"_s, u"claude-opus-4-8@default"_s, 5, today);
    row("the newest of a family", u"mistral"_s, u"mistral-large-latest"_s, 0.5, today);
    row("an older one of a family", u"mistral"_s, u"mistral-large-2411"_s, 2, today);
    row("peak prices, to be safe", u"deepseek"_s, u"deepseek-flash"_s, 0.3, today);
    row("by another name", u"deepseek"_s, u"deepseek-v4-flash"_s, 0.3, today);
    row("a region's profile", u"bedrock"_s, u"us.amazon.nova-pro-v1:0"_s, 0.8, today);
    row("nothing", u"openai"_s, u""_s, -1, today);
}

void PriceTest::finds()
{
    QFETCH(QString, provider);
    QFETCH(QString, model);
    QFETCH(QDate, day);
    const auto prices = table();
    const auto *row = findPrice(prices, provider, model, day);
    QTEST(row ? row->price.input.value_or(-2) : -1, "input");
}

void PriceTest::readsAnEntry()
{
    const auto prices = table();
    const auto *row = findPrice(prices, u"openai", u"gpt-4o-mini", {});
    QVERIFY(row);
    const PriceRow expected {.provider = u"openai"_s,
                             .model = u"gpt-4o-mini"_s,
                             .name = u"GPT-4o mini"_s,
                             .status = u"active"_s,
                             .price = {.input = 0.15, .cachedInput = 0.075, .output = 0.6},
                             .contextWindow = 128000,
                             .maxOutputTokens = 16384,
                             .inputs = {u"text"_s, u"image"_s},
                             .outputs = {u"text"_s},
                             .tools = true,
                             .structuredOutput = true,
                             .temperature = true,
                             .confidence = u"high"_s};
    QCOMPARE(*row, expected);
    QCOMPARE(prices.asOf, QDate(2026, 11, 21));
}

void PriceTest::readsAProjectsRows()
{
    const auto read = priceTableFromJson(json(R"({"antiphon": "prices/1", "rows": [
        {"provider": "openai", "model": "mine", "name": null, "variant": "standard",
         "valid_from": "2026-01-01", "valid_until": null, "input": 1, "output": 2.5,
         "cached_input": null, "tier_above_input_tokens": 1000, "tier_input": 2,
         "in_text": true, "in_image": null, "in_audio": true, "out_text": true, "tools": null,
         "structured_output": true, "confidence": "low", "notes": "ours"}]})"));
    QVERIFY(read);
    QCOMPARE(read->rows.size(), 1);
    const PriceRow expected {.provider = u"openai"_s,
                             .model = u"mine"_s,
                             .validFrom = QDate(2026, 1, 1),
                             .price
                             = {.input = 1, .output = 2.5, .tierAbove = 1000, .tierInput = 2},
                             .inputs = {u"text"_s, u"audio"_s},
                             .outputs = {u"text"_s},
                             .structuredOutput = true,
                             .confidence = u"low"_s,
                             .note = u"ours"_s};
    QCOMPARE(read->rows.first(), expected);
}

void PriceTest::refuses_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("says");
    const auto row = [](const char *name, const char *text, const QString &says) {
        QTest::newRow(name) << QByteArray(text) << says;
    };
    row("another file", R"({"antiphon": "retry/1"})", u"antiphon: is \"retry/1\""_s);
    row("rows that are none", R"({"rows": {}})", u"rows: must be a list."_s);
    row("a row without a model",
        R"({"rows": [{"provider": "a", "model": "b"}, {"provider": "a"}]})",
        u"rows[1].model: is missing."_s);
    row("a price in words", R"({"rows": [{"provider": "a", "model": "b", "input": "2"}]})",
        u"rows[0].input: must be a number, not text."_s);
    row("a price below nothing", R"({"providers": {"a": {"b": {"input": -1}}}})",
        u"providers.a.b.input: must be 0 or more."_s);
    row("no day", R"({"providers": {"a": {"b": [{}, {"from": "May"}]}}})",
        u"providers.a.b[1].from: must be a day"_s);
}

void PriceTest::refuses()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, says);
    const auto read = priceTableFromJson(json(text));
    QVERIFY(!read);
    QVERIFY2(read.error().message.startsWith(says), qPrintable(read.error().message));
}

void PriceTest::mergesRows()
{
    PriceTable own;
    own.rows = {{.provider = u"openai"_s, .model = u"gpt-4o-mini"_s, .price = {.input = 9}},
                {.provider = u"openai"_s, .model = u"new"_s, .price = {.input = 7}}};
    const auto base = table();
    const auto all = merged(base, own);
    QCOMPARE(all.rows.size(), base.rows.size() + 1);
    QCOMPARE(findPrice(all, u"openai", u"gpt-4o-mini", {})->price, (Price {.input = 9}));
    QCOMPARE(findPrice(all, u"openai", u"new", {})->price, (Price {.input = 7}));
}

void PriceTest::costs_data()
{
    QTest::addColumn<Usage>("usage");
    QTest::addColumn<Price>("price");
    QTest::addColumn<QString>("expected"); // empty: not known

    const Price mini {.input = 0.15, .cachedInput = 0.075, .output = 0.6};
    const Price tiered {.input = 2.5,
                        .cachedInput = 0.25,
                        .output = 15,
                        .tierAbove = 272'000,
                        .tierInput = 5,
                        .tierCachedInput = 0.5,
                        .tierOutput = 22.5};
    const Price full {
        .input = 3, .cachedInput = 0.3, .cacheWrite = 3.75, .cacheWriteLong = 6, .output = 15};
    const Price audio {.input = 2.5, .audioInput = 32, .output = 10, .audioOutput = 64};

    QTest::newRow("in and out") << Usage {.input = 12, .output = 40} << mini << u"0.0000258"_s;
    QTest::newRow("cached") << Usage {.input = 12, .cachedInput = 1000, .output = 40} << mini
                            << u"0.0001008"_s;
    QTest::newRow("cached without its own price")
        << Usage {.input = 1, .cachedInput = 1, .output = 0} << Price {.input = 2, .output = 8}
        << u"0.000004"_s;
    QTest::newRow("cache writes") << Usage {.input = 100,
                                            .cachedInput = 10'000,
                                            .cacheWrite = 1000,
                                            .cacheWriteLong = 10,
                                            .output = 200}
                                  << full << u"0.01011"_s;
    QTest::newRow("long writes at the short price")
        << Usage {.input = 0, .cacheWriteLong = 1'000'000, .output = 0}
        << Price {.input = 2, .cacheWrite = 2.5, .output = 8} << u"2.5"_s;
    QTest::newRow("audio") << Usage {.input = 10,
                                     .audioInput = 100,
                                     .output = 20,
                                     .audioOutput = 300}
                           << audio << u"0.022625"_s;
    QTest::newRow("at the threshold")
        << Usage {.input = 200'000, .cachedInput = 72'000, .output = 1000} << tiered << u"0.533"_s;
    QTest::newRow("one token more, for all tokens")
        << Usage {.input = 200'001, .cachedInput = 72'000, .output = 1000} << tiered
        << u"1.058505"_s;
    QTest::newRow("free") << Usage {.input = 12, .output = 40} << Price {.input = 0, .output = 0}
                          << u"0"_s;
    QTest::newRow("output has no price")
        << Usage {.input = 12, .output = 40} << Price {.input = 1} << QString();
    QTest::newRow("nothing was reported") << Usage {} << mini << QString();
    QTest::newRow("output was not reported") << Usage {.input = 12} << mini << QString();
    const Price searching {.input = 3, .output = 15, .searches = 10};
    QTest::newRow("searches") << Usage {.input = 1000, .output = 100, .searches = 3} << searching
                              << u"0.0345"_s;
    QTest::newRow("searches without a price")
        << Usage {.input = 1000, .output = 100, .searches = 3} << mini << QString();
    QTest::newRow("the provider's own word")
        << Usage {.input = 12, .reportedCost = Money {5'000'000}} << mini << u"0.000005"_s;
}

void PriceTest::costs()
{
    QFETCH(Usage, usage);
    QFETCH(Price, price);
    const auto money = cost(usage, price);
    QTEST(money ? toDecimal(*money) : QString(), "expected");
    if (!usage.reportedCost)
        QVERIFY(!cost(usage, {}));
}

void PriceTest::takesATargetsOwn()
{
    const Price base {
        .input = 1, .cachedInput = 0.5, .output = 4, .tierAbove = 100, .tierInput = 2};
    const auto own = priceFromJson(json(R"({"output": 3, "cachedInput": null})"), base);
    QVERIFY(own);
    QCOMPARE(*own, (Price {.input = 1, .output = 3}));
    QCOMPARE(*priceFromJson(json("{}"), base), base);
    const auto bad = priceFromJson(json(R"({"input": "cheap"})"), base);
    QVERIFY(!bad);
    QCOMPARE(bad.error().message, u"price.input: must be a number, not text."_s);
}

void PriceTest::readsTheBundledTable()
{
    QFile file(QStringLiteral(ANTIPHON_RESOURCES "/prices.json"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const auto text = parseJson(file.readAll());
    QVERIFY(text);
    const auto prices = priceTableFromJson(*text);
    QVERIFY2(prices, qPrintable(prices ? QString() : prices.error().message));
    QCOMPARE(prices->rows.size(), 227);
    for (const auto &row : prices->rows) {
        QVERIFY2(row.price.input && row.price.output, qPrintable(row.model));
        QVERIFY2(!row.source.isEmpty(), qPrintable(row.model));
        QVERIFY(row.price.tierAbove || !row.price.tierInput);
    }
    const auto *sonnet
        = findPrice(*prices, u"anthropic", u"claude-sonnet-4-5-20250929", QDate(2026, 11, 21));
    QVERIFY(sonnet);
    QCOMPARE(toDecimal(*cost({.input = 1000, .output = 500}, sonnet->price)), u"0.0105"_s);
    QCOMPARE(sonnet->price.searches, 10.0);
}

void PriceTest::countsHowItWasServed_data()
{
    QTest::addColumn<QString>("model");
    QTest::addColumn<QString>("tier");
    QTest::addColumn<QString>("region");
    QTest::addColumn<QString>("expected"); // for a million tokens in; empty: not known

    const auto row = [](const char *name, const char *model, const char *tier, const char *region,
                        const char *expected) {
        QTest::newRow(name) << QString::fromLatin1(model) << QString::fromLatin1(tier)
                            << QString::fromLatin1(region) << QString::fromLatin1(expected);
    };
    row("as usual", "a-1", "", "", "10");
    row("half price", "a-1", "batch", "", "5");
    row("a model's own factor first", "a-1", "priority", "", "25");
    row("the family's factor", "a-2", "priority", "", "20");
    row("a tier nobody knows the price of", "a-1", "turbo", "", "");
    row("kept in one place", "a-1", "", "us", "11");
    row("kept where it costs nothing", "a-1", "", "mars", "10");
    row("anywhere but global", "b-1", "", "europe-west4", "11");
    row("both", "a-1", "batch", "us", "5.5");
}

void PriceTest::countsHowItWasServed()
{
    QFETCH(QString, model);
    QFETCH(QString, tier);
    QFETCH(QString, region);
    const auto prices = priceTableFromJson(json(R"({
        "providers": {"x": {"a-1": {"input": 10, "output": 1}, "a-2": {"input": 10, "output": 1},
                            "b-1": {"input": 10, "output": 1}}},
        "factors": {"x": [{"tier": "batch", "times": 0.5},
                          {"tier": "priority", "times": 2.5, "models": ["a-1"]},
                          {"tier": "priority", "times": 2, "models": ["a-*"]},
                          {"region": "us", "times": 1.1, "models": ["a-*"]},
                          {"region": "*", "times": 1.1, "models": ["b-*"]}]}})"));
    QVERIFY2(prices, qPrintable(prices ? QString() : prices.error().message));
    const auto *row = findPrice(*prices, u"x", model, QDate());
    QVERIFY(row);
    const auto money
        = cost({.input = 1'000'000, .output = 0, .tier = tier, .region = region}, row->price);
    QTEST(money ? toDecimal(*money) : QString(), "expected");
}

void PriceTest::chargesEveryStep()
{
    PriceSnapshot price {.price = {.input = 2, .output = 10}};
    price.others.insert(u"adviser"_s, Price {.input = 5, .output = 25});
    const Usage first {.input = 1000, .output = 100};
    const Usage second {.input = 2000, .output = 200};
    const QList<UsageStep> steps {{.usage = first}, {.model = u"adviser"_s, .usage = second}};
    const auto sum = cost(first + second, steps, price);
    QVERIFY(sum);
    QCOMPARE(toDecimal(*sum), u"0.018"_s); // 0.002 + 0.001 + 0.01 + 0.005
    QCOMPARE(bill(first + second, steps, price).size(), 4);
    QCOMPARE(bill(first + second, steps, price)[2].model, u"adviser"_s);

    price.others.clear(); // a model nobody has a price for
    QVERIFY(!cost(first + second, steps, price));
    QCOMPARE(toDecimal(*cost(first, {}, price)), u"0.003"_s);
    QVERIFY(!cost(first, {}, {}));
}

void PriceTest::knowsPeakHours_data()
{
    QTest::addColumn<QDateTime>("when");
    QTest::addColumn<double>("input");
    const auto row = [](const char *name, const char *when, double input) {
        QTest::newRow(name) << QDateTime::fromString(QString::fromLatin1(when), Qt::ISODate)
                            << input;
    };
    row("in the night of China", "2026-11-20T00:59:59Z", 0.15);
    row("the first second", "2026-11-20T01:00:00Z", 0.3);
    row("the second span", "2026-11-20T09:59:59Z", 0.3);
    row("the end is outside", "2026-11-20T10:00:00Z", 0.15);
    row("Saturday", "2026-11-21T02:00:00Z", 0.15);
}

void PriceTest::knowsPeakHours()
{
    QFETCH(QDateTime, when);
    QFile file(QStringLiteral(ANTIPHON_RESOURCES "/prices.json"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const auto prices = priceTableFromJson(json(file.readAll()));
    QVERIFY(prices);
    const auto *row = findPriceAt(*prices, u"deepseek", u"deepseek-flash", when);
    QVERIFY(row);
    QTEST(*row->price.input, "input");
}

void PriceTest::readsLiteLlm()
{
    const auto imported = pricesFromLiteLlm(json(R"({
        "sample_spec": {"litellm_provider": "one of ...", "input_cost_per_token": 0.0},
        "gpt-x": {"litellm_provider": "openai", "mode": "chat", "input_cost_per_token": 1.5e-07,
                  "output_cost_per_token": 6e-07, "cache_read_input_token_cost": 7.5e-08,
                  "input_cost_per_token_batches": 7.5e-08, "output_cost_per_token_batches": 3e-07,
                  "input_cost_per_token_priority": 2.5e-07, "output_cost_per_token_priority": 1e-06,
                  "max_input_tokens": 128000, "max_output_tokens": 16384,
                  "supports_function_calling": true, "supports_vision": true},
        "gemini/gemini-x": {"litellm_provider": "gemini", "mode": "chat",
                  "input_cost_per_token": 1.25e-06, "output_cost_per_token": 1e-05,
                  "input_cost_per_token_above_200k_tokens": 2.5e-06,
                  "output_cost_per_token_above_200k_tokens": 1.5e-05,
                  "input_cost_per_audio_token": 1e-06, "max_input_tokens": "see the page"},
        "vertex_ai/claude-x": {"litellm_provider": "vertex_ai-anthropic_models",
                  "input_cost_per_token": 3e-06, "output_cost_per_token": 1.5e-05,
                  "cache_creation_input_token_cost": 3.75e-06,
                  "cache_creation_input_token_cost_above_1hr": 6e-06},
        "dall-e": {"litellm_provider": "openai", "mode": "image_generation"},
        "other/model": {"litellm_provider": "elsewhere", "mode": "chat", "input_cost_per_token": 1}
        })"),
                                            QDate(2026, 11, 22), u"list.json"_s);
    QVERIFY2(imported, qPrintable(imported ? QString() : imported.error().message));
    QCOMPARE(imported->skipped, 2);
    QCOMPARE(imported->table.asOf, QDate(2026, 11, 22));
    QCOMPARE(imported->table.rows.size(), 3);

    const auto *gpt = findPrice(imported->table, u"openai", u"gpt-x", {});
    QVERIFY(gpt);
    QCOMPARE(gpt->price.input, 0.15);
    QCOMPARE(gpt->price.cachedInput, 0.075);
    QCOMPARE(gpt->price.output, 0.6);
    QCOMPARE(gpt->price.factors.size(), 2);
    QCOMPARE(gpt->price.factors[0], (PriceFactor {.tier = u"batch"_s, .times = 0.5}));
    QCOMPARE(gpt->source, u"list.json"_s);
    QCOMPARE(gpt->contextWindow, 128000);
    QVERIFY(gpt->tools);
    QCOMPARE(gpt->inputs, (QStringList {u"text"_s, u"image"_s}));

    const auto *gemini = findPrice(imported->table, u"google", u"gemini-x", {});
    QVERIFY(gemini);
    QCOMPARE(gemini->price.tierAbove, 200'000);
    QCOMPARE(gemini->price.tierOutput, 15.0);
    QCOMPARE(gemini->price.audioInput, 1.0);
    QVERIFY(!gemini->maxInputTokens);

    const auto *claude = findPrice(imported->table, u"vertex", u"claude-x", {});
    QVERIFY(claude);
    QCOMPARE(claude->price.cacheWriteLong, 6.0);

    // What is kept reads the same again.
    const auto again = priceTableFromJson(toJson(imported->table));
    QVERIFY2(again, qPrintable(again ? QString() : again.error().message));
    QCOMPARE(again->rows.size(), 3);
    QCOMPARE(again->asOf, imported->table.asOf);
    QCOMPARE(again->source, imported->table.source);
    for (qsizetype i = 0; i < again->rows.size(); ++i)
        QCOMPARE(again->rows[i].price, imported->table.rows[i].price);
}

void PriceTest::refusesLiteLlm_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("says");
    QTest::newRow("a list") << QByteArray("[]") << u"A price list of LiteLLM is an object"_s;
    QTest::newRow("nothing known")
        << QByteArray(R"({"a": {"litellm_provider": "b"}})") << u"There is no model with a price"_s;
    QTest::newRow("a price in words")
        << QByteArray(R"({"a": {"litellm_provider": "openai", "input_cost_per_token": "cheap"}})")
        << u"a.input_cost_per_token: must be a number"_s;
}

void PriceTest::refusesLiteLlm()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, says);
    const auto read = pricesFromLiteLlm(json(text), {}, {});
    QVERIFY(!read);
    QVERIFY2(read.error().message.startsWith(says), qPrintable(read.error().message));
}

void PriceTest::ownPricesWin()
{
    PriceTable own;
    own.rows = {{.provider = u"openai"_s, .model = u"o3"_s, .price = {.input = 9}},
                {.provider = u"deepseek"_s, .model = u"deepseek-flash"_s, .price = {.input = 8}}};
    const auto all = merged(table(), own);
    // Without days of its own a row is for all of them, whatever the hour.
    QCOMPARE(findPrice(all, u"openai", u"o3", QDate(2026, 11, 21))->price.input, 9.0);
    QCOMPARE(findPrice(all, u"deepseek", u"deepseek-flash", QDate(2026, 11, 21))->price.input, 8.0);
}

QTEST_GUILESS_MAIN(PriceTest)
#include "tst_price.moc"
