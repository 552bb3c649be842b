// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#include <antiphon/core/config/resolve.h>

#include <QTest>
#include <QTimeZone>

using namespace Antiphon;
using namespace Qt::StringLiterals;

/// Computed fields, rules and dynamic.js: calls.md 4 and 5, project-format.md 4.2.
class DynamicTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsAndWrites();
    void refuses_data();
    void refuses();
    void findsFaults();
    void ordersFields_data();
    void ordersFields();
    void computesFields();
    void computedFieldsTakeRequiredOnesPlace();
    void appliesRulesInOrder();
    void runsDynamicScript();
    void laysAsCallsSay_data();
    void laysAsCallsSay();
    void saysWhereValuesComeFrom();
    void rulesSeeTheAttempt();
    void rulesChooseTargetAndPolicy();
    void namesToolsAndRefusesUnknownOnes();
    void tellsOfScriptErrors_data();
    void tellsOfScriptErrors();
    void callsFunctions();
    void waitsForAnswers();
    void parsesAnswers();
    void runsToolScripts();
};

static Json json(const QByteArray &text)
{
    const auto value = parseJson(text);
    return value ? *value : Json("not JSON");
}

static Provider provider()
{
    return {.id = u"example"_s,
            .name = u"Example AI"_s,
            .apis = {{.name = u"chat"_s, .codec = u"openai-chat"_s}}};
}

static CallInputs inputs(const QString &text, const QByteArray &dynamic = "{}",
                         const QString &script = {})
{
    CallInputs in {.prompt = {.text = text}};
    in.prompt.dynamics = dynamicsFromJson(json(dynamic)).value_or(Dynamics {});
    if (!script.isEmpty())
        in.prompt.dynamics.config = Script(script, u"dynamic.js"_s, Script::Form::Module);
    return in;
}

static Result<ResolvedCall> resolved(const CallInputs &in, const Target &target = {.slug = u"t"_s},
                                     const AttemptContext &attempt = {})
{
    return resolve(in, target, provider(), attempt);
}

static QString firstText(const Result<ResolvedCall> &call)
{
    return call ? plainText(call->request.messages.first()) : call.error().message;
}

void DynamicTest::readsAndWrites()
{
    const auto source = json(R"({
        "computed": {"length": "ticket.length",
                     "label": {"prompt": "classify#short", "inputs": {"text": "ticket"},
                               "target": "mini"}},
        "rules": [{"when": "length > 10", "set": {"params.max_tokens": 5, "tools": ["a"]},
                   "enabled": false, "note": "long"}]})");
    const auto dynamics = dynamicsFromJson(source);
    QVERIFY2(dynamics, qPrintable(dynamics ? QString() : dynamics.error().message));
    QCOMPARE(dynamics->computed.size(), 2);
    QCOMPARE(dynamics->computed[1].question->prompt, u"classify"_s);
    QCOMPARE(dynamics->computed[1].question->variant, u"short"_s);
    QCOMPARE(dynamics->rules[0].note, u"long"_s);
    QCOMPARE(toJson(*dynamics), source);
}

void DynamicTest::refuses_data()
{
    QTest::addColumn<QByteArray>("source");
    QTest::addColumn<QString>("part");
    QTest::newRow("no object") << QByteArray("[]") << u"dynamic"_s;
    QTest::newRow("a number for a field")
        << QByteArray(R"({"computed": {"a": 1}})") << u"dynamic.computed.a"_s;
    QTest::newRow("a question without prompt")
        << QByteArray(R"({"computed": {"a": {"inputs": {}}}})") << u"dynamic.computed.a.prompt"_s;
    QTest::newRow("a rule without when")
        << QByteArray(R"({"rules": [{"set": {}}]})") << u"dynamic.rules.0.when"_s;
    QTest::newRow("what cannot be set")
        << QByteArray(R"({"rules": [{"when": "1", "set": {"model": "x"}}]})") << u"model"_s;
    QTest::newRow("a parameter of the wrong type")
        << QByteArray(R"({"rules": [{"when": "1", "set": {"params.max_tokens": "x"}}]})")
        << u"max_tokens"_s;
}

void DynamicTest::refuses()
{
    QFETCH(QByteArray, source);
    QFETCH(QString, part);
    const auto dynamics = dynamicsFromJson(json(source));
    QVERIFY(!dynamics);
    QVERIFY2(dynamics.error().message.contains(part), qPrintable(dynamics.error().message));
}

void DynamicTest::findsFaults()
{
    auto in = inputs({}, R"j({"computed": {"a": "1 +", "b": "2"},
                              "rules": [{"when": "))", "set": {}}]})j",
                     u"export function config() {\n  return {;\n}"_s);
    const auto found = faults(in.prompt.dynamics);
    QCOMPARE(found.size(), 3);
    QCOMPARE(found[0].file, u"dynamic.computed.a"_s);
    QCOMPARE(found[1].file, u"dynamic.rules.0.when"_s);
    QCOMPARE(found[2].file, u"dynamic.js"_s);
    QCOMPARE(found[2].line, 2);
}

void DynamicTest::ordersFields_data()
{
    QTest::addColumn<QByteArray>("computed");
    QTest::addColumn<QString>("expected"); // stages by '|', or the circle

    const auto row = [](const char *name, const char *computed, const char *expected) {
        QTest::newRow(name) << QByteArray(computed) << QString::fromUtf8(expected);
    };
    row("none", "{}", "");
    row("apart", R"({"a": "1", "b": "2"})", "a b");
    row("a chain", R"({"c": "b + 1", "b": "a + 1", "a": "1"})", "a|b|c");
    row("a diamond", R"({"d": "b + c", "b": "a", "c": "a", "a": "1"})", "a|b c|d");
    row("through vars", R"({"b": "vars.a", "c": "vars['b']", "a": "1"})", "a|b|c");
    row("members are no names", R"({"a": "x.b", "b": "x.a"})", "a b");
    row("words in texts are none", R"({"a": "'b'", "b": "\"a\" /* a */ // a"})", "a b");
    row("fields of templates are", R"({"b": "`b ${a} b`", "a": "1"})", "a|b");
    row("spread lists are", R"({"b": "[...a]", "a": "[1]"})", "a|b");
    row("itself is the input", R"j({"a": "a.trim()"})j", "a");
    row("a circle", R"({"a": "b", "b": "c", "c": "b"})", "b → c → b");
    row("by questions", R"({"b": {"prompt": "p", "inputs": {"x": "a"}}, "a": "1"})", "a|b");
}

void DynamicTest::ordersFields()
{
    QFETCH(QByteArray, computed);
    QFETCH(QString, expected);
    const auto dynamics = dynamicsFromJson(jsonObject({{"computed", json(computed)}}));
    QVERIFY(dynamics);
    const auto stages = computedStages(dynamics->computed);
    if (!stages) {
        QVERIFY2(stages.error().message.contains(expected), qPrintable(stages.error().message));
        return;
    }
    QStringList got;
    for (const QStringList &stage : *stages)
        got.append(stage.join(u' '));
    QCOMPARE(got.join(u'|'), expected);
}

void DynamicTest::computesFields()
{
    auto in = inputs(u"{shout}: {items:list}"_s,
                     R"j({"computed": {"shout": "word.toUpperCase() + '!'.repeat(n)",
                                     "n": "word.length", "items": "[1, shout.length]"}})j");
    in.variables = {{u"word"_s, Value(u"ho"_s)}};
    QCOMPARE(firstText(resolved(in)), u"HO!!: 1\n4"_s);

    // A computed field takes the place of an input, and may start from it.
    in = inputs(u"{word}"_s, R"j({"computed": {"word": "word.trim()"}})j");
    in.variables = {{u"word"_s, Value(u"  x "_s)}};
    QCOMPARE(firstText(resolved(in)), u"x"_s);

    // Values never become template text.
    in = inputs(u"USER: {a}"_s, R"j({"computed": {"a": "'SYSTEM: {b}'"}})j");
    QCOMPARE(firstText(resolved(in)), u"SYSTEM: {b}"_s);
}

void DynamicTest::computedFieldsTakeRequiredOnesPlace()
{
    auto in = inputs(u"{a} {b}"_s, R"({"computed": {"a": "b + 1"}})");
    in.prompt.variables = {{.name = u"a"_s, .required = true},
                           {.name = u"b"_s, .type = u"number"_s, .fallback = Json(2)}};
    QCOMPARE(firstText(resolved(in)), u"3 2"_s);
}

void DynamicTest::appliesRulesInOrder()
{
    auto in = inputs(u"x"_s, R"({"rules": [
        {"when": "n > 1", "set": {"params.max_tokens": 10, "params.temperature": 0.1}},
        {"when": "n > 2", "set": {"params.max_tokens": 20}},
        {"when": "true", "set": {"params.max_tokens": 99}, "enabled": false},
        {"when": "tokens(text) > 3", "set": {"params.top_k": 5}}]})");
    in.prompt.parameters = {.temperature = 0.9, .seed = 1};
    in.variables = {{u"n"_s, Value(Json(3))}, {u"text"_s, Value(u"sixteen letters."_s)}};
    const auto got = resolved(in);
    QVERIFY2(got, qPrintable(firstText(got)));
    const Parameters expected {
        .temperature = 0.1, .maxTokens = 20, .seed = 1, .extra = json(R"({"top_k": 5})")};
    QCOMPARE(got->request.parameters, expected);

    in.variables[u"n"_s] = Value(Json(1));
    QCOMPARE(resolved(in)->request.parameters.temperature, 0.9);

    in.overrideParameters.maxTokens = 7; // the window's comes after the rules
    in.variables[u"n"_s] = Value(Json(3));
    QCOMPARE(resolved(in)->request.parameters.maxTokens, 7);
}

void DynamicTest::runsDynamicScript()
{
    auto in = inputs(u"{a} {c}"_s, "{}",
                     u"export function config(vars, context) {\n"
                     "  console.log('for', context.target.slug);\n"
                     "  return {computed_fields: {c: vars.a + '?'},\n"
                     "          call_params: {temperature: context.tokens(vars.a)},\n"
                     "          metadata: {tags: ['x']}};\n"
                     "}"_s);
    in.variables = {{u"a"_s, Value(u"abcd"_s)}};
    const auto got = resolved(in);
    QCOMPARE(firstText(got), u"abcd abcd?"_s);
    QCOMPARE(got->request.parameters.temperature, 1.0);
    QCOMPARE(toBytes(got->metadata), QByteArray(R"({"tags":["x"]})"));
    QCOMPARE(got->console, QStringList {u"for t"_s});

    in.prompt.dynamics.config
        = Script(u"export const config = () => [{role: 'user', content: 'from {config}'}]"_s,
                 u"dynamic.js"_s, Script::Form::Module);
    QCOMPARE(firstText(resolved(in)), u"from {config}"_s);
    QVERIFY(!resolved(in)->promptTemplate);

    in.prompt.dynamics.config = Script(u"export const config = () => ({messages: []})"_s,
                                       u"dynamic.js"_s, Script::Form::Module);
    in.prompt.text = u"from the template"_s;
    QCOMPARE(firstText(resolved(in)), u"from the template"_s);
}

void DynamicTest::laysAsCallsSay_data()
{
    QTest::addColumn<QString>("config");
    QTest::addColumn<QByteArray>("expected"); // parameters

    const auto row = [](const char *name, const char *config, const char *expected) {
        QTest::newRow(name) << QString::fromUtf8(config) << QByteArray(expected);
    };
    row("one parameter replaces", "{call_params: {temperature: 0.9}}",
        R"({"temperature":0.9,"max_tokens":50,"config":{"a":1,"b":1}})");
    row("an empty map changes nothing", "{call_params: {}}",
        R"({"temperature":0.2,"max_tokens":50,"config":{"a":1,"b":1}})");
    row("null takes back", "{call_params: {temperature: null}}",
        R"({"max_tokens":50,"config":{"a":1,"b":1}})");
    row("common names beside foreign ones", "{call_params: {stop: 'x', top_k: 5}}",
        R"({"temperature":0.2,"max_tokens":50,"stop":"x","config":{"a":1,"b":1},"top_k":5})");
    row("nested maps merge", "{call_params: {config: {b: 2, c: 3}}}",
        R"({"temperature":0.2,"max_tokens":50,"config":{"a":1,"b":2,"c":3}})");
    row("nothing", "null", R"({"temperature":0.2,"max_tokens":50,"config":{"a":1,"b":1}})");
}

void DynamicTest::laysAsCallsSay()
{
    QFETCH(QString, config);
    QFETCH(QByteArray, expected);
    auto in = inputs(u"x"_s, "{}", u"export const config = () => (%1)"_s.arg(config));
    in.prompt.parameters
        = {.temperature = 0.2, .maxTokens = 50, .extra = json(R"({"config": {"a": 1, "b": 1}})")};
    const auto got = resolved(in);
    QVERIFY2(got, qPrintable(firstText(got)));
    QCOMPARE(toBytes(toJson(got->request.parameters)), expected);
}

void DynamicTest::saysWhereValuesComeFrom()
{
    auto in = inputs(u"{a} {b} {c} {d}"_s,
                     R"({"computed": {"c": "1"},
                         "rules": [{"when": "true", "set": {"params.seed": 4}}]})",
                     u"export const config = () => ({computed_fields: {d: 2}, tools: [], "
                     "call_params: {top_p: 0.5}})"_s);
    in.prompt.variables = {{.name = u"b"_s, .fallback = Json("x")}};
    in.variables = {{u"a"_s, Value(u"y"_s)}};
    in.projectParameters.temperature = 0.1;
    in.tools = {{.name = u"t"_s}};
    const auto got = resolved(in);
    QVERIFY2(got, qPrintable(firstText(got)));
    QCOMPARE(got->originOf,
             (QMap<QString, QString> {{u"temperature"_s, u"project"_s},
                                      {u"seed"_s, u"rule 1"_s},
                                      {u"top_p"_s, u"dynamic.js"_s}}));
    QCOMPARE(got->variableFrom,
             (QMap<QString, QString> {{u"a"_s, u"input"_s},
                                      {u"b"_s, u"default"_s},
                                      {u"c"_s, u"computed"_s},
                                      {u"d"_s, u"dynamic.js"_s}}));
    QCOMPARE(got->messagesFrom, u"template"_s);
    QCOMPARE(got->toolsFrom, u"dynamic.js"_s);
    QCOMPARE(got->metadataFrom, u"prompt"_s);
    QVERIFY(got->request.tools.isEmpty());
}

void DynamicTest::rulesSeeTheAttempt()
{
    const auto in = inputs(u"x"_s, R"j({"rules": [
        {"when": "attempt.number > 1 && attempt.errors.at(-1).kind === 'context-length'",
         "set": {"params.max_tokens": 5}},
        {"when": "target.slug === 't' && target.abilities.tools", "set": {"params.seed": 1}},
        {"when": "new Date().getTime() === 5 && Math.random() < 1", "set": {"params.top_p": 1}}]})j");
    AttemptContext attempt {.number = 2,
                            .errors
                            = {{.kind = ErrorKind::Server}, {.kind = ErrorKind::ContextLength}},
                            .started = QDateTime::fromMSecsSinceEpoch(5, QTimeZone::UTC),
                            .abilities = json(R"({"tools": true})")};
    const auto got = resolved(in, {.slug = u"t"_s}, attempt);
    QVERIFY2(got, qPrintable(firstText(got)));
    QCOMPARE(got->request.parameters, (Parameters {.maxTokens = 5, .topP = 1.0, .seed = 1}));
}

void DynamicTest::rulesChooseTargetAndPolicy()
{
    auto in = inputs(u"x"_s, R"({"rules": [
        {"when": "true", "set": {"target": "big", "retry": "patient", "output.schema": "invoice"}}]})",
                     u"export const config = () => ({target: 'bigger'})"_s);
    in.schemas.insert(u"invoice"_s,
                      json(R"({"type": "object", "properties": {"total": {"type": "number"}}})"));
    const auto got = resolved(in);
    QVERIFY2(got, qPrintable(firstText(got)));
    QVERIFY(got->extraction);
    QCOMPARE(got->target, u"bigger"_s);
    QCOMPARE(got->targetFrom, u"dynamic.js"_s);
    QCOMPARE(got->retry, u"patient"_s);
    QCOMPARE(got->retryFrom, u"rule 1"_s);
    QCOMPARE(got->schema, u"invoice"_s);
}

void DynamicTest::namesToolsAndRefusesUnknownOnes()
{
    auto in = inputs(u"x"_s, R"({"rules": [{"when": "true", "set": {"tools": ["b"]}}]})");
    in.tools = {{.name = u"a"_s}};
    in.knownTools = {{.name = u"a"_s}, {.name = u"b"_s, .strict = true}};
    auto got = resolved(in);
    QVERIFY2(got, qPrintable(firstText(got)));
    QCOMPARE(got->request.tools, (QList<ToolDefinition> {{.name = u"b"_s, .strict = true}}));

    in.knownTools.clear();
    got = resolved(in);
    QVERIFY(!got);
    QVERIFY(got.error().message.contains("rule 1"_L1) && got.error().message.contains("\"b\""_L1));
}

void DynamicTest::tellsOfScriptErrors_data()
{
    QTest::addColumn<QByteArray>("dynamic");
    QTest::addColumn<QString>("script");
    QTest::addColumn<QString>("part");
    QTest::newRow("computed") << QByteArray(R"({"computed": {"a": "b.c"}})") << QString()
                              << u"dynamic.computed.a, line 1, column 1"_s;
    QTest::newRow("rule") << QByteArray(R"({"rules": [{"when": "1;", "set": {}}]})") << QString()
                          << u"dynamic.rules.0.when, line 1"_s;
    QTest::newRow("script") << QByteArray("{}")
                            << u"export function config(vars) {\n  return vars.a.b;\n}"_s
                            << u"dynamic.js, line 2, column 16"_s;
    QTest::newRow("wrong type") << QByteArray("{}")
                                << u"export const config = () => ({call_params: {seed: 'x'}})"_s
                                << u"dynamic.js: "_s;
    QTest::newRow("no function") << QByteArray("{}") << u"export const other = 1"_s
                                 << u"\"config\""_s;
    QTest::newRow("too long") << QByteArray("{}") << u"export const config = () => { for (;;); }"_s
                              << u"steps"_s;
    QTest::newRow("a circle") << QByteArray(R"({"computed": {"a": "b", "b": "a"}})") << QString()
                              << u"a → b → a"_s;
}

void DynamicTest::tellsOfScriptErrors()
{
    QFETCH(QByteArray, dynamic);
    QFETCH(QString, script);
    QFETCH(QString, part);
    const auto got = resolved(inputs(u"x"_s, dynamic, script));
    QVERIFY(!got);
    QCOMPARE(got.error().kind, ErrorKind::Setup);
    QVERIFY2(got.error().message.contains(part), qPrintable(got.error().message));
}

void DynamicTest::callsFunctions()
{
    auto in = inputs(u"{a} {b}"_s, R"({"computed": {"a": "1"}})");
    in.computed.insert(u"a"_s, [](const Variables &, const DynamicContext &) -> Result<Value> {
        return Value(u"ours"_s);
    });
    in.configure
        = [](const Variables &given, const DynamicContext &context) -> Result<DynamicConfig> {
        return DynamicConfig {.computed = {{u"b"_s, given.value(u"a"_s)}},
                              .parameters = {.maxTokens = context.attempt.number * 100}};
    };
    const auto got = resolved(in, {.slug = u"t"_s}, {.number = 3});
    QCOMPARE(got->request.parameters.maxTokens, 300);
    QCOMPARE(got->originOf.value(u"max_tokens"_s), u"function"_s);
    QCOMPARE(got->variableFrom.value(u"a"_s), u"function"_s);
    QVERIFY(firstText(got).startsWith("ours"_L1));
}

void DynamicTest::waitsForAnswers()
{
    auto in = inputs(u"{label} {twice}"_s, R"j({"computed": {
        "label": {"prompt": "classify", "inputs": {"text": "short"}},
        "short": "ticket.slice(0, 2)", "twice": "label + label",
        "other": {"prompt": "rate", "inputs": {"text": "ticket", "n": "1 + 1"}},
        "last": {"prompt": "sum", "inputs": {"text": "label"}}}})j");
    in.variables = {{u"ticket"_s, Value(u"abc"_s)}};
    const Target target {.slug = u"t"_s};
    auto so = computedSoFar(in, target, provider());
    QVERIFY2(so, qPrintable(so ? QString() : so.error().message));
    QCOMPARE(so->waiting, QStringList {u"other"_s});
    QVERIFY(!resolved(in));
    QVERIFY(resolved(in).error().message.contains("\"rate\""_L1));

    const auto questions = questionInputs(*in.prompt.dynamics.computed[3].question, so->variables,
                                          {target, provider(), {}});
    QCOMPARE(questions, (Variables {{u"text"_s, Value(u"abc"_s)}, {u"n"_s, Value(Json(2))}}));

    in.answers = {{u"other"_s, Value(Json(1))}};
    so = computedSoFar(in, target, provider());
    QCOMPARE(so->waiting, QStringList {u"label"_s});
    QCOMPARE(so->variables.value(u"short"_s), Value(u"ab"_s));
    in.answers.insert(u"label"_s, Value(u"x"_s));
    QCOMPARE(computedSoFar(in, target, provider())->waiting, QStringList {u"last"_s});
    in.answers.insert(u"last"_s, Value(u"y"_s));
    QVERIFY(computedSoFar(in, target, provider())->waiting.isEmpty());
    QCOMPARE(firstText(resolved(in)), u"x xx"_s);
    QCOMPARE(resolved(in)->variableFrom.value(u"label"_s), u"answer"_s);
}

void DynamicTest::parsesAnswers()
{
    const Json response = json(R"({"content": "a,b", "value": null})");
    QVERIFY(!parseAnswer({}, {}, response, {}));
    const Script script(u"export const parse = r => r.content.split(',')"_s, u"parse.js"_s,
                        Script::Form::Module);
    auto parsed = parseAnswer({}, script, response, {});
    QVERIFY(parsed && *parsed);
    QCOMPARE(toBytes(**parsed), QByteArray(R"(["a","b"])"));

    const Script bad(u"export const parse = r => r.value.x"_s, u"parse.js"_s, Script::Form::Module);
    parsed = parseAnswer({}, bad, response, {});
    QVERIFY(parsed && !*parsed);
    QCOMPARE(parsed->error().kind, ErrorKind::Validation);
    QVERIFY(parsed->error().message.contains("parse.js, line 1"_L1));

    const AnswerParser ours = [](const Json &) -> Result<Json> { return Json(5); };
    QCOMPARE(**parseAnswer(ours, script, response, {}), Json(5));
}

void DynamicTest::runsToolScripts()
{
    const Script script(u"export function call(args, context) { return args.city + context.n; }"_s,
                        u"weather.tool.js"_s, Script::Form::Module);
    QCOMPARE(*runToolScript(script, json(R"({"city": "Oslo"})"), json(R"({"n": 1})"), {}),
             Json("Oslo1"));
    const auto failed = runToolScript(script, Json::null(), Json::null(), {});
    QVERIFY(!failed);
    QCOMPARE(failed.error().kind, ErrorKind::Tool);
}

QTEST_GUILESS_MAIN(DynamicTest)
#include "tst_dynamic.moc"
