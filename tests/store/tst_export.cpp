// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#include <antiphon/store/exchange/csv.h>
#include <antiphon/store/exchange/exportrecords.h>

#include <QLocale>
#include <QTest>

#include <jsoncons_ext/csv/csv.hpp>

using namespace Antiphon;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// A call that was refused once, then answered.
static CallRecord retried(const QString &text = u"Bonjour"_s)
{
    Attempt first {.number = 1, .state = CallState::Failed, .target = u"flaky"_s};
    first.exchange.head.status = 429;
    first.error = Error {.kind = ErrorKind::RateLimit,
                         .message = u"Too many | requests <b>now</b>"_s,
                         .httpStatus = 429};
    first.timings.end = 300ms;
    first.decision = Decision {.next = Decision::Next::Retry,
                               .wait = 1000ms,
                               .why = u"Rate limit 429: try 2 of 4 in 1 s"_s};
    Attempt second {
        .number = 2, .kind = AttemptKind::Retry, .state = CallState::Done, .target = u"flaky"_s};
    second.begin = 1300ms;
    second.exchange.head.status = 200;
    second.text = text;
    second.usage = {.input = 1200, .output = 34};
    second.timings.sent = 20ms;
    second.timings.firstToken = 320ms;
    second.timings.end = 1200ms;
    second.finish = FinishReason::Stop;
    second.cost = Money {1'336'000'000};
    return {.prompt = u"summarize"_s,
            .target = u"flaky"_s,
            .provider = u"simulator"_s,
            .model = u"flaky"_s,
            .simulated = true,
            .state = CallState::Done,
            .attempts = {first, second}};
}

static QList<QMap<QString, QString>> readCsv(const QByteArray &csv)
{
    namespace c = jsoncons::csv;
    const auto options = c::csv_options {}.assume_header(true).infer_types(false).mapping_kind(
        c::csv_mapping_kind::n_objects);
    QList<QMap<QString, QString>> rows;
    const auto read = c::decode_csv<Json>(csv.toStdString(), options);
    for (const Json &row : read.array_range()) {
        QMap<QString, QString> cells;
        for (const auto &cell : row.object_range())
            cells.insert(fromUtf8(cell.key()), toText(cell.value()));
        rows.append(cells);
    }
    return rows;
}

class ExportTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void cleanup() { QLocale::setDefault(QLocale::c()); }
    void formatsByName();
    void jsonIsTheCallObject();
    void jsonLinesAreOnePerCall();
    void csvColumnsAreFixed();
    void csvReadsBack_data();
    void csvReadsBack();
    void csvRunsNoFormulas_data();
    void csvRunsNoFormulas();
    void markdownShowsAnswersAndAttempts();
    void markdownFencesHold_data();
    void markdownFencesHold();
    void markdownTakesNothingFromOutside();
    void textLeavesOutControlCharacters();
    void machineFormatsIgnoreTheLocale();
    void failedCallsAreExported();
    void nothingIsStillADocument();
};

void ExportTest::formatsByName()
{
    QCOMPARE(exportFormatFromName(u"markdown"), ExportFormat::Markdown);
    QCOMPARE(exportFormatFromName(u"JSONL"), ExportFormat::JsonLines);
    QCOMPARE(exportFormatFromName(u"csv"), ExportFormat::Csv);
    QCOMPARE(exportFormatFromName(u"pdf"), std::nullopt);
}

void ExportTest::jsonIsTheCallObject()
{
    const CallRecord record = retried();
    const auto read = parseJson(exportRecords({record, record}, ExportFormat::JsonList));
    QVERIFY(read && read->is_array());
    QCOMPARE(read->size(), 2UL);
    QVERIFY((*read)[0] == toJson(record));
    QCOMPARE(toBytes((*read)[0]["simulated"]), "true");

    const auto bare
        = parseJson(exportRecords({record}, ExportFormat::JsonList, {.withAttempts = false}));
    QVERIFY(bare && !find((*bare)[0], "attempts"));
    const auto full
        = parseJson(exportRecords({record}, ExportFormat::JsonList, {.withRequests = true}));
    QVERIFY(full && find((*full)[0]["attempts"][0], "request"));
}

void ExportTest::jsonLinesAreOnePerCall()
{
    const CallRecord record = retried(u"two\nlines"_s);
    const auto lines = exportRecords({record, record}, ExportFormat::JsonLines).split('\n');
    QCOMPARE(lines.size(), 3);
    QVERIFY(lines.last().isEmpty());
    QVERIFY(parseJson(lines[1]).value() == toJson(record));
}

void ExportTest::csvColumnsAreFixed()
{
    // Written down in the handbook and read by people's spreadsheets.
    QCOMPARE(csvColumns().join(','),
             "prompt,variant,target,provider,model,row,repeat,simulated,cached,state,finish_reason,"
             "error_kind,error_message,http_status,input_tokens,cached_input_tokens,output_tokens,"
             "reasoning_tokens,cost_usd,wasted_usd,first_token_ms,total_ms,waited_ms,response_id,"
             "response_model,content,thinking,attempts,attempts_log,warnings");
    const QByteArray csv = exportRecords({retried()}, ExportFormat::Csv);
    QVERIFY(csv.startsWith(csvColumns().join(',') + "\r\n"));
    QCOMPARE(csv.count("\r\n"), 2);
    const auto row = readCsv(csv).value(0);
    QCOMPARE(row.value(u"prompt"_s), u"summarize"_s);
    QCOMPARE(row.value(u"simulated"_s), u"true"_s);
    QCOMPARE(row.value(u"row"_s), QString());
    QCOMPARE(row.value(u"input_tokens"_s), u"1200"_s);
    QCOMPARE(row.value(u"cached_input_tokens"_s), QString()); // unknown is empty, not 0
    QCOMPARE(row.value(u"cost_usd"_s), u"0.001336"_s);
    QCOMPARE(row.value(u"first_token_ms"_s), u"300"_s);
    QCOMPARE(row.value(u"total_ms"_s), u"2500"_s);
    QCOMPARE(row.value(u"attempts"_s), u"2"_s);
    QCOMPARE(row.value(u"attempts_log"_s),
             u"1 call failed rate-limit 429 wait 1000 ms; 2 retry done"_s);
}

void ExportTest::csvReadsBack_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("plain") << u"one two"_s;
    QTest::newRow("commas") << u"a,b,,c"_s;
    QTest::newRow("quotes") << u"she said \"no\", twice: \"\"no\"\""_s;
    QTest::newRow("lines") << u"a\nb\r\nc\n"_s;
    QTest::newRow("blanks at the ends") << u"  a  "_s;
    QTest::newRow("many scripts") << u"مرحبا, שלום, 你好, 👩‍🚀"_s;
    QTest::newRow("a lone quote") << u"\""_s;
}

void ExportTest::csvReadsBack()
{
    QFETCH(QString, text);
    const auto rows = readCsv(exportRecords({retried(text), retried()}, ExportFormat::Csv));
    QCOMPARE(rows.size(), 2);
    QCOMPARE(rows[0].value(u"content"_s), text);
    QCOMPARE(rows[1].value(u"content"_s), u"Bonjour"_s);
}

void ExportTest::csvRunsNoFormulas_data()
{
    QTest::addColumn<QString>("text");
    for (const char *text : {"=HYPERLINK(\"http://x\")", "+1+1", "-2", "@SUM(A1)", "\t=1", "\r=1"})
        QTest::newRow(text) << QString::fromLatin1(text);
}

void ExportTest::csvRunsNoFormulas()
{
    QFETCH(QString, text);
    const auto rows = readCsv(exportRecords({retried(text)}, ExportFormat::Csv));
    QCOMPARE(rows.value(0).value(u"content"_s), u'\'' + text);
}

void ExportTest::markdownShowsAnswersAndAttempts()
{
    const QString text = QString::fromUtf8(exportRecords({retried()}, ExportFormat::Markdown));
    QVERIFY(text.startsWith("# Answers\n"_L1));
    QVERIFY(text.contains(u"summarize \u2192 flaky"_s));
    QVERIFY(text.contains(u" (simulated) \u00b7 Done\n"_s));
    QVERIFY(text.contains(u"simulated"_s));
    QVERIFY(text.contains(u"$0.001336 (virtual)"_s));
    QVERIFY(text.contains(u"```text\nBonjour\n```\n"_s));
    QVERIFY(text.contains(u"| 1 | Call | flaky | Failed | rate-limit 429: "_s));
    QVERIFY(text.contains(u"Rate limit 429: try 2 of 4 in 1 s"_s));
    const QString bare = QString::fromUtf8(
        exportRecords({retried()}, ExportFormat::Markdown, {.withAttempts = false}));
    QVERIFY(!bare.contains(u"| 1 | Call |"_s));
}

void ExportTest::markdownFencesHold_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("fence");
    QTest::newRow("no backtick") << u"a"_s << 3;
    QTest::newRow("a fence") << u"a\n```\n# not a heading\n```\nb"_s << 4;
    QTest::newRow("a longer fence") << u"`````"_s << 6;
    QTest::newRow("a tilde fence") << u"~~~~~~"_s << 3;
}

void ExportTest::markdownFencesHold()
{
    QFETCH(QString, text);
    QFETCH(int, fence);
    const QString out = QString::fromUtf8(exportRecords({retried(text)}, ExportFormat::Markdown));
    const QString bar(fence, u'`');
    QVERIFY2(out.contains(u'\n' + bar + "text\n"_L1 + text + u'\n' + bar + u'\n'), qPrintable(out));
}

void ExportTest::markdownTakesNothingFromOutside()
{
    CallRecord record = retried();
    record.attempts[0].error->message
        = u"</td><script>x</script> ![x](http://evil/) | cell | `code`\n# heading"_s;
    record.model = u"m|odel\n## x"_s;
    const QString out = QString::fromUtf8(exportRecords({record}, ExportFormat::Markdown));
    QVERIFY(!out.contains(u"<script>"_s));
    QVERIFY(!out.contains(u"![x]"_s));
    QVERIFY(!out.contains(u"\n# heading"_s));
    QVERIFY(!out.contains(u"\n## x"_s));
    for (const QStringView line : QStringView(out).split(u'\n')) {
        if (!line.startsWith(u"| 1 |"))
            continue;
        QString bare = line.toString();
        QCOMPARE(bare.remove(u"\\|"_s).count(u'|'), 7); // six cells
    }
}

void ExportTest::textLeavesOutControlCharacters()
{
    const QByteArray out
        = exportRecords({retried(u"red\x1b[31m\x07 bell\ttab\nline"_s)}, ExportFormat::Text);
    QVERIFY(!out.contains('\x1b'));
    QVERIFY(!out.contains('\x07'));
    QVERIFY(out.contains("bell\ttab\nline\n"));
    QVERIFY(out.contains("simulated"));
    QVERIFY(out.contains("1. Call, Failed: rate-limit 429"));
}

void ExportTest::machineFormatsIgnoreTheLocale()
{
    const QList<CallRecord> records {retried()};
    const auto csv = exportRecords(records, ExportFormat::Csv);
    const auto json = exportRecords(records, ExportFormat::JsonList);
    QLocale::setDefault(QLocale(QLocale::German, QLocale::Germany));
    QCOMPARE(exportRecords(records, ExportFormat::Csv), csv);
    QCOMPARE(exportRecords(records, ExportFormat::JsonList), json);
    const auto markdown = exportRecords(records, ExportFormat::Markdown);
    QVERIFY(markdown.contains("$0,001336"));
    QVERIFY(markdown.contains("1.200"));
}

void ExportTest::failedCallsAreExported()
{
    CallRecord record = retried();
    record.attempts.removeLast();
    record.attempts[0].text = u"half an"_s;
    record.state = CallState::Failed;
    for (const ExportFormat format :
         {ExportFormat::Markdown, ExportFormat::JsonList, ExportFormat::Csv,
          ExportFormat::JsonLines, ExportFormat::Text}) {
        const QByteArray out = exportRecords({record}, format);
        QVERIFY(out.contains("half an"));
        QVERIFY(out.contains("429"));
    }
}

void ExportTest::nothingIsStillADocument()
{
    QCOMPARE(exportRecords({}, ExportFormat::JsonList), "[]\n");
    QCOMPARE(exportRecords({}, ExportFormat::JsonLines), "");
    QCOMPARE(exportRecords({}, ExportFormat::Csv), csvColumns().join(',') + "\r\n");
    const CallRecord unstarted {.target = u"t"_s, .state = CallState::OverBudget};
    for (const ExportFormat format :
         {ExportFormat::Markdown, ExportFormat::JsonList, ExportFormat::Csv,
          ExportFormat::JsonLines, ExportFormat::Text})
        QVERIFY(!exportRecords({unstarted}, format).isEmpty());
}

QTEST_GUILESS_MAIN(ExportTest)
#include "tst_export.moc"
