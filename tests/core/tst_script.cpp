// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#include <antiphon/core/script/script.h>

#include <QElapsedTimer>
#include <QTest>

using namespace Antiphon;
using namespace Qt::StringLiterals;
using Kind = ScriptError::Kind;
using Form = Script::Form;

/// The sandbox of scripts: what they can, and that they can do no harm.
class ScriptTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void gives_data();
    void gives();
    void isTruthy_data();
    void isTruthy();
    void callsExportedFunctions();
    void failsWithPlace_data();
    void failsWithPlace();
    void failsInBoundedTime_data();
    void failsInBoundedTime();
    void knowsNothingOfTheWorld_data();
    void knowsNothingOfTheWorld();
    void timeStandsStill();
    void chanceIsSeeded();
    void callsOurFunctions();
    void collectsTheConsole();
    void leavesNothingBehind();
    void listsAndTextsWorkAsEver_data();
    void listsAndTextsWorkAsEver();
    void withoutClockStepsAreCounted();
};

static ScriptWorld world()
{
    return {.now = 1'790'000'000'000, .seed = 7, .clock = [] {
                return std::chrono::nanoseconds(
                    std::chrono::steady_clock::now().time_since_epoch());
            }};
}

static Json json(const QByteArray &text)
{
    const auto value = parseJson(text);
    return value ? *value : Json("not JSON");
}

void ScriptTest::gives_data()
{
    QTest::addColumn<QString>("source");
    QTest::addColumn<QByteArray>("expected");

    QTest::newRow("arithmetic") << u"1 + 2 * 3"_s << QByteArray("7");
    QTest::newRow("a name") << u"ticket.length"_s << QByteArray("5");
    QTest::newRow("an object, not a block")
        << u"{a: 1, b: [true, null]}"_s << QByteArray(R"({"a":1,"b":[true,null]})");
    QTest::newRow("undefined is null") << u"undefined"_s << QByteArray("null");
    QTest::newRow("a comment at the end") << u"1 // one"_s << QByteArray("1");
    QTest::newRow("NaN is null, as JSON has it") << u"0/0"_s << QByteArray("null");
    QTest::newRow("signs beyond ASCII") << u"'Grüße \\u{1F600}'"_s
                                        << QByteArray("\"Gr\xc3\xbc\xc3\x9f"
                                                      "e \xf0\x9f\x98\x80\"");
    QTest::newRow("order of keys") << u"({z: 1, a: 2})"_s << QByteArray(R"({"z":1,"a":2})");
    QTest::newRow("toJSON is obeyed") << u"({toJSON() { return 4 }})"_s << QByteArray("4");
    QTest::newRow("a promise is waited for")
        << u"Promise.resolve(3).then(x => x + 1)"_s << QByteArray("4");
    QTest::newRow("async functions")
        << u"(async () => { await null; return 'ok' })()"_s << QByteArray("\"ok\"");
    QTest::newRow("a proxy's own values")
        << u"new Proxy({}, {ownKeys: () => ['a'], "
           "getOwnPropertyDescriptor: () => ({value: 1, "
           "enumerable: true, configurable: true}), get: () => 9})"_s
        << QByteArray(R"({"a":9})");
    QTest::newRow("a function's body")
        << u"const n = ticket.length; return n * 2"_s << QByteArray("10");
    QTest::newRow("__proto__ is a key like others")
        << u"JSON.parse('{\"__proto__\": 1}')"_s << QByteArray(R"({"__proto__":1})");
}

void ScriptTest::gives()
{
    QFETCH(QString, source);
    QFETCH(QByteArray, expected);
    const auto script = Script::read(source, u"test.js"_s, Form::Function);
    QVERIFY2(script.has_value(), script ? "" : qPrintable(script.error().text()));
    const auto result = script->evaluate(json(R"({"ticket": "help!"})"), world());
    QVERIFY2(result.has_value(), result ? "" : qPrintable(result.error().text()));
    QCOMPARE(toBytes(result->value), expected);
}

void ScriptTest::isTruthy_data()
{
    QTest::addColumn<QString>("source");
    QTest::addColumn<bool>("expected");
    QTest::newRow("a text") << u"'x'"_s << true;
    QTest::newRow("an empty text") << u"''"_s << false;
    QTest::newRow("0") << u"0"_s << false;
    QTest::newRow("NaN") << u"0/0"_s << false;
    QTest::newRow("an empty list") << u"[]"_s << true;
    QTest::newRow("undefined") << u"undefined"_s << false;
}

void ScriptTest::isTruthy()
{
    QFETCH(QString, source);
    QFETCH(bool, expected);
    const auto result = Script::read(source, u"test.js"_s)->evaluate(jsonObject(), world());
    QVERIFY(result.has_value());
    QCOMPARE(result->truthy, expected);
}

void ScriptTest::callsExportedFunctions()
{
    const auto script = Script::read(
        u"const twice = n => 2 * n;\n"
        "export function config(vars, context) { return {n: twice(vars.n), at: context.at}; }\n"
        "export async function later(x) { await null; return x; }\n"_s,
        u"dynamic.js"_s, Form::Module);
    QVERIFY(script.has_value());
    const auto result
        = script->call(u"config"_s, {json(R"({"n": 4})"), json(R"({"at": 1})")}, world());
    QVERIFY(result.has_value());
    QCOMPARE(toBytes(result->value), QByteArray(R"({"n":8,"at":1})"));
    QCOMPARE(script->call(u"later"_s, {Json("y")}, world())->value, Json("y"));

    const auto missing = script->call(u"parse"_s, {}, world());
    QVERIFY(!missing.has_value());
    QCOMPARE(missing.error().kind, Kind::Missing);
    QVERIFY(missing.error().message.contains("\"parse\""_L1));
}

void ScriptTest::failsWithPlace_data()
{
    QTest::addColumn<Form>("form");
    QTest::addColumn<QString>("source");
    QTest::addColumn<Kind>("kind");
    QTest::addColumn<int>("line");
    QTest::addColumn<int>("column");
    QTest::addColumn<QString>("part");

    QTest::newRow("unknown name") << Form::Expression << u"price * 2"_s << Kind::Thrown << 1 << 1
                                  << u"price"_s;
    QTest::newRow("syntax") << Form::Expression << u"1 +"_s << Kind::Syntax << 2 << 1 << u""_s;
    QTest::newRow("syntax of a body")
        << Form::Function << u"const a = 1;\nreturn a +;"_s << Kind::Syntax << 2 << 11 << u""_s;
    QTest::newRow("thrown in a function")
        << Form::Module
        << u"function inner() {\n    throw new Error('too dear');\n}\nexport function config() { "
           "return inner(); }"_s
        << Kind::Thrown << 2 << 20 << u"too dear"_s;
    QTest::newRow("within a wrapped function")
        << Form::Module << u"export function config() {\n  return [1].map(x => x.y.z);\n}"_s
        << Kind::Thrown << 2 << 0 << u"undefined"_s;
    QTest::newRow("when it is loaded") << Form::Module << u"\nnull.x;\nexport const config = 1"_s
                                       << Kind::Thrown << 2 << 5 << u"null"_s;
    QTest::newRow("a thrown text")
        << Form::Expression << u"(() => { throw 'no' })()"_s << Kind::Thrown << 0 << 0 << u"no"_s;
    QTest::newRow("a rejected promise")
        << Form::Expression << u"Promise.reject(new Error('later'))"_s << Kind::Thrown << 1 << 0
        << u"later"_s;
    QTest::newRow("a promise that never comes")
        << Form::Expression << u"new Promise(() => {})"_s << Kind::Promise << 0 << 0 << u""_s;
    QTest::newRow("a circle") << Form::Expression
                              << u"(() => { const a = {}; a.a = a; return a })()"_s << Kind::Thrown
                              << 0 << 0 << u"circular"_s;
    QTest::newRow("a function as result")
        << Form::Expression << u"() => 1"_s << Kind::Result << 0 << 0 << u""_s;
    QTest::newRow("a big integer as result")
        << Form::Expression << u"10n"_s << Kind::Thrown << 0 << 0 << u""_s;
    QTest::newRow("no import") << Form::Module << u"import fs from 'fs';\nexport const config = 1"_s
                               << Kind::Thrown << 0 << 0 << u"fs"_s;
    QTest::newRow("an error with a getter for its message")
        << Form::Expression
        << u"(() => { const e = new Error(); Object.defineProperty(e, 'message', {get() { throw "
           "e }}); throw e })()"_s
        << Kind::Thrown << 1 << 0 << u""_s;
}

void ScriptTest::failsWithPlace()
{
    QFETCH(Form, form);
    QFETCH(QString, source);
    QFETCH(Kind, kind);
    QFETCH(int, line);
    QFETCH(int, column);
    QFETCH(QString, part);
    const auto script = Script::read(source, u"dynamic.js"_s, form);
    ScriptError error;
    if (!script) {
        error = script.error();
    } else {
        const auto result = form == Form::Module ? script->call(u"config"_s, {}, world())
                                                 : script->evaluate(jsonObject(), world());
        QVERIFY(!result.has_value());
        error = result.error();
    }
    QCOMPARE(error.kind, kind);
    QCOMPARE(error.file, u"dynamic.js"_s);
    QVERIFY2(error.message.contains(part), qPrintable(error.message));
    if (line > 0)
        QCOMPARE(error.line, line);
    if (column > 0)
        QCOMPARE(error.column, column);
}

void ScriptTest::failsInBoundedTime_data()
{
    QTest::addColumn<QString>("source");
    QTest::addColumn<int>("mostMs");
    const auto add = [](const char *name, const char *source, int mostMs = 1500) {
        QTest::newRow(name) << QString::fromUtf8(source) << mostMs;
    };
    add("endless loop", "for (;;);");
    add("endless loop that catches", "for (;;) { try { for (;;); } catch {} }");
    add("endless loop that cannot be left", "for (;;) { try { for (;;); } finally { continue } }");
    add("endless recursion", "const f = () => 1 + f(); return f()");
    add("recursion that catches", "const f = () => { try { f() } catch { f() } }; f(); return 1n");
    add("memory bomb", "const a = []; for (;;) a.push(new Array(1000).fill(1));");
    add("memory bomb that catches",
        "const a = []; for (;;) { try { a.push(new Array(1000).fill(1)); } catch {} }");
    add("huge text", "return 'x'.repeat(2 ** 29)");
    add("text that doubles", "let s = 'x'; for (;;) s += s;");
    add("huge result", "return 'x'.repeat(3e6) + 'y'.repeat(3e6)");
    add("huge typed list", "return new Uint8Array(1e9)");
    add("expression blow-up", "return /^(a+)+$/.test('a'.repeat(40) + '!')");
    add("expression blow-up in replace", "return 'a'.repeat(40).replace(/(a|a)*b/g, '')");
    add("nested expression", "return new RegExp('('.repeat(1e5) + ')'.repeat(1e5))");
    add("a length that is claimed", "return [].indexOf.call({length: 2 ** 53 - 1}, 1)");
    add("a list that is not there", "const a = []; a.length = 2 ** 32 - 1; return a.includes(1)");
    add("its reverse", "const a = []; a.length = 2 ** 32 - 1; a.reverse(); return 1n");
    add("its join", "const a = []; a.length = 2 ** 32 - 1; return a.join('')");
    add("its text", "const a = []; a.length = 2 ** 32 - 1; return '' + a");
    add("its entries joined",
        "const a = []; a.length = 2 ** 32 - 1; return [].concat(a, a).length + 1n");
    add("its entries flat", "const a = []; a.length = 2 ** 32 - 1; return [a].flat()");
    add("its order", "const a = []; a.length = 2 ** 32 - 1; return a.sort()");
    add("its map", "const a = []; a.length = 2 ** 32 - 1; return a.map(x => x)");
    add("a filter of JSON", "const a = []; a.length = 2 ** 32 - 1; return JSON.stringify({}, a)");
    add("a proxy as a list", "return [].indexOf.call(new Proxy({length: 2 ** 53 - 1}, {}), 1)");
    add("a length behind a getter",
        "let n = 0; return [].lastIndexOf.call({get length() { return n++ ? 2 ** 53 - 1 : 1 }}, "
        "1)");
    add("a length from the prototype",
        "return [].every.call(Object.create({length: 2 ** 53 - 1}), x => x)");
    add("a search of a text in a text", "return 'a'.repeat(2e6).indexOf('a'.repeat(1e6) + 'b')");
    add("a replacement of a text in a text",
        "return 'a'.repeat(2e6).replaceAll('a'.repeat(1e6) + 'b', '')");
    add("a cut of a text at a text",
        "return 'a'.repeat(2e6).split({toString: () => 'a'.repeat(1e6) + 'b'})");
    add("an order of long texts",
        "const s = 'a'.repeat(1e6), l = []; for (let i = 0; i < 1e4; ++i) l.push(s + i % 7); "
        "return l.sort().length + 1n",
        6000);
    add("slow functions of ours in a loop",
        "const a = new Array(2e5).fill('x'); for (;;) a.join('');");
    add("slow functions that catch",
        "const a = new Array(2e5).fill('x'); for (;;) try { a.join('') } catch {}");
    add("copies in a loop", "const a = new Array(2e5).fill(1); for (;;) [...a];");
    add("large numbers", "let n = 3n; for (;;) n *= n;");
    add("large powers", "for (;;) 7n ** 300000n;");
    add("typed lists in a loop", "const a = new Float64Array(4e5); for (;;) a.sort();");
    add("promises without end", "const f = () => Promise.resolve().then(f); return f()");
    add("jobs without end", "return (async () => { for (;;) await null })()");
    add("a job that loops", "return Promise.resolve().then(() => { for (;;); })");
    add("a result that loops", "return {toJSON() { for (;;); }}");
    add("a getter that loops", "return {get a() { for (;;); }}");
    add("a result that nests", "let a = []; for (let i = 0; i < 1e5; ++i) a = [a]; return a");
    add("a text that nests", "return JSON.parse('['.repeat(1e6))");
    add("a message that loops",
        "throw Object.defineProperty(new Error(), 'message', {get() { for (;;); }})");
    add("a generator without end", "return [...(function* () { for (;;) yield 1 })()]");
    add("eval", "return eval('for (;;);')");
    add("a source that nests", "return eval('['.repeat(1e5))");
    add("new Function", "return new Function('for (;;);')()");
    add("a getter on every object",
        "Object.defineProperty(Object.prototype, 'toJSON', {get() { for (;;); }}); return {}");
    add("a constructor that is replaced",
        "Array.prototype.constructor = {[Symbol.species]: function () { for (;;); }}; return "
        "[1].map(x => x)");
    add("a symbol as result", "return Symbol('x')");
}

void ScriptTest::failsInBoundedTime()
{
    QFETCH(QString, source);
    QFETCH(int, mostMs);
    const auto script = Script::read(source, u"test.js"_s, Form::Function);
    QVERIFY2(script.has_value(), script ? "" : qPrintable(script.error().text()));
    QElapsedTimer timer;
    timer.start();
    const auto result = script->evaluate(jsonObject(), world());
    const auto took = timer.elapsed();
    QVERIFY2(!result.has_value(), result ? toBytes(result->value).left(200).constData() : "");
    QVERIFY(!result.error().message.isEmpty());
    QVERIFY2(took <= mostMs, qPrintable(u"%1 ms: %2"_s.arg(took).arg(result.error().message)));
}

void ScriptTest::knowsNothingOfTheWorld_data()
{
    QTest::addColumn<QString>("name");
    for (const char *name : {"require",
                             "process",
                             "std",
                             "os",
                             "fetch",
                             "XMLHttpRequest",
                             "setTimeout",
                             "setInterval",
                             "queueMicrotask",
                             "print",
                             "load",
                             "scriptArgs",
                             "Worker",
                             "WebAssembly",
                             "Atomics",
                             "SharedArrayBuffer",
                             "performance",
                             "WeakRef",
                             "FinalizationRegistry",
                             "host",
                             "navigator"})
        QTest::newRow(name) << QString::fromLatin1(name);
}

void ScriptTest::knowsNothingOfTheWorld()
{
    QFETCH(QString, name);
    const auto script = Script::read(u"typeof "_s + name, u"test.js"_s);
    QCOMPARE(script->evaluate(jsonObject(), world())->value, Json("undefined"));
}

void ScriptTest::timeStandsStill()
{
    const auto give = [](const QString &source) {
        const auto result = Script::read(source, u"t.js"_s)->evaluate(jsonObject(), world());
        return result ? result->value : toJson(result.error().text());
    };
    QCOMPARE(give(u"Date.now()"_s), Json(1'790'000'000'000));
    QCOMPARE(give(u"new Date().getTime()"_s), Json(1'790'000'000'000));
    QCOMPARE(give(u"new (new Date().constructor)().getTime()"_s), Json(1'790'000'000'000));
    QCOMPARE(give(u"new Date(0).toISOString()"_s), Json("1970-01-01T00:00:00.000Z"));
    QCOMPARE(give(u"new Date(2026, 0, 1) instanceof Date"_s), Json(true));
    QCOMPARE(give(u"typeof Date()"_s), Json("string"));
    QCOMPARE(give(u"(class extends Date {}).now()"_s), Json(1'790'000'000'000));
}

void ScriptTest::chanceIsSeeded()
{
    const auto script = Script::read(u"[Math.random(), Math.random()]"_s, u"t.js"_s);
    auto other = world();
    other.seed = 8;
    const auto first = script->evaluate(jsonObject(), world())->value;
    QCOMPARE(script->evaluate(jsonObject(), world())->value, first);
    QVERIFY(script->evaluate(jsonObject(), other)->value != first);
    QVERIFY(first[0].as<double>() >= 0 && first[0].as<double>() < 1);
}

void ScriptTest::callsOurFunctions()
{
    auto ours = world();
    ours.functions.insert(u"fail"_s, [](const QList<Json> &) -> Result<Json> {
        return fail(ErrorKind::Setup, u"no such thing"_s);
    });
    ours.functions.insert(u"tokens"_s, [](const QList<Json> &arguments) -> Result<Json> {
        return Json(qint64(toText(arguments.value(0)).size()));
    });
    QCOMPARE(Script::read(u"tokens('four') + 1"_s, u"t.js"_s)->evaluate(jsonObject(), ours)->value,
             Json(5));
    const auto module
        = Script::read(u"export const config = (vars, context) => context.tokens(vars.a)"_s,
                       u"t.js"_s, Form::Module);
    QCOMPARE(module->call(u"config"_s, {json(R"({"a":"abc"})"), jsonObject()}, ours)->value,
             Json(3));
    const auto failed = Script::read(u"fail()"_s, u"t.js"_s)->evaluate(jsonObject(), ours);
    QVERIFY(!failed.has_value());
    QVERIFY(failed.error().message.contains("no such thing"_L1));
}

void ScriptTest::collectsTheConsole()
{
    const auto script
        = Script::read(u"console.log('a', 1, {b: [2]}); console.warn(null, undefined); return 1"_s,
                       u"t.js"_s, Form::Function);
    QCOMPARE(script->evaluate(jsonObject(), world())->console,
             (QStringList {u"a 1 {\"b\":[2]}"_s, u"null undefined"_s}));
    const auto flood
        = Script::read(u"for (let i = 0; i < 1e5; ++i) console.log('0123456789'); return 1"_s,
                       u"t.js"_s, Form::Function);
    const auto result = flood->evaluate(jsonObject(), world());
    QVERIFY(!result || result->console.join(u'\n').size() <= ScriptLimits {}.console);
}

void ScriptTest::leavesNothingBehind()
{
    const auto bad = Script::read(u"Array.prototype.map = 1; globalThis.left = 2; return 3"_s,
                                  u"t.js"_s, Form::Function);
    QVERIFY(bad->evaluate(jsonObject(), world()).has_value());
    const auto next = Script::read(u"[typeof [].map, typeof left]"_s, u"t.js"_s);
    QCOMPARE(toBytes(next->evaluate(jsonObject(), world())->value),
             QByteArray(R"(["function","undefined"])"));
}

void ScriptTest::listsAndTextsWorkAsEver_data()
{
    QTest::addColumn<QString>("source");
    QTest::addColumn<QByteArray>("expected");
    const auto add = [](const char *source, const char *expected) {
        QTest::newRow(source) << QString::fromUtf8(source) << QByteArray(expected);
    };
    add("[3, 10, 1].sort()", "[1,10,3]");
    add("[3, 10, 1].sort((a, b) => a - b)", "[1,3,10]");
    add("[3, undefined, 1].toSorted().length", "3");
    add("[[1, [2]], 3].flat()", "[1,[2],3]");
    add("[[1, [2]], 3].flat(Infinity)", "[1,2,3]");
    add("[1, 2].flatMap(x => [x, x * 2])", "[1,2,2,4]");
    add("[1].concat([2], 3, [[4]])", "[1,2,3,[4]]");
    add("[1, 2, 3].slice(1).map(x => x + 1).join('-')", "\"3-4\"");
    add("[1, 2, 3].indexOf(3, -1)", "2");
    add("Array.prototype.map.call('abc', x => x + x)", "[\"aa\",\"bb\",\"cc\"]");
    add("(function () { return Array.prototype.slice.call(arguments, 1) })(1, 2, 3)", "[2,3]");
    add("'a,b,c'.split(',')", "[\"a\",\"b\",\"c\"]");
    add("'a,b,c'.split(',', 2)", "[\"a\",\"b\"]");
    add("'a1b2'.split(/\\d/)", "[\"a\",\"b\",\"\"]");
    add("'abc'.split()", "[\"abc\"]");
    add("'abc'.split('')", "[\"a\",\"b\",\"c\"]");
    add("'aXbX'.replace('X', x => x + '!')", "\"aX!bX\"");
    add("'aXbX'.replaceAll('X', '-')", "\"a-b-\"");
    add("'aXbX'.replace(/x/gi, '$&$&')", "\"aXXbXX\"");
    add("'abcabc'.lastIndexOf('b')", "4");
    add("'abcabc'.indexOf('b', 2)", "4");
    add("'abc'.includes('bc')", "true");
    add("[...'ab'.matchAll(/./g)].length", "2");
    add("' x '.trim().padStart(3, '.')", "\"..x\"");
    add("String.prototype.trim.call(5)", "\"5\"");
    add("Object.entries({a: 1})", "[[\"a\",1]]");
    add("[...new Map([['a', 1]]).keys()]", "[\"a\"]");
    add("[...new Set([1, 1, 2])]", "[1,2]");
    add("JSON.stringify({a: 1, b: 2}, ['a'])", "\"{\\\"a\\\":1}\"");
    add("[1, 2, 3].map.length", "1");
    add("[].map.name", "\"map\"");
    add("Math.max(...[1, 5, 2])", "5");
    add("Array.from({length: 3}, (_, i) => i)", "[0,1,2]");
    add("new Uint8Array([3, 1, 2]).sort().join()", "\"1,2,3\"");
    add("'ß'.localeCompare('ss') !== 0", "true");
}

void ScriptTest::listsAndTextsWorkAsEver()
{
    QFETCH(QString, source);
    QFETCH(QByteArray, expected);
    const auto result = Script::read(source, u"t.js"_s)->evaluate(jsonObject(), world());
    QVERIFY2(result.has_value(), result ? "" : qPrintable(result.error().text()));
    QCOMPARE(toBytes(result->value), expected);
}

void ScriptTest::withoutClockStepsAreCounted()
{
    const auto script = Script::read(u"for (;;);"_s, u"t.js"_s, Form::Function);
    const auto result = script->evaluate(jsonObject());
    QVERIFY(!result.has_value());
    QCOMPARE(result.error().kind, Kind::Time);
}

QTEST_GUILESS_MAIN(ScriptTest)
#include "tst_script.moc"
