// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#include <antiphon/core/prompt/template.h>
#include <antiphon/core/simulate/script.h>
#include <antiphon/store/builtin.h>
#include <antiphon/store/project/project.h>

#include <QSet>
#include <QTemporaryDir>
#include <QTest>

using namespace Antiphon;
using namespace Qt::StringLiterals;

/// What is compiled in: the tables, and the sample project a newcomer meets first.
class BuiltinTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void providersAreWhole();
    void pricesAreWhole();
    void parametersAreWhole();
    void modelsAreKnown();
    void sampleLoadsWithoutProblems();
    void samplePromptsRender();
    void sampleRunsAtOnce();
    void sampleHasATargetForEachProvider();
    void sampleIsWrittenOnlyIntoAnEmptyFolder();

private:
    QTemporaryDir m_dir;
    Project m_sample;
};

void BuiltinTest::initTestCase()
{
    QVERIFY(sampleNames().contains(u"support-desk"_s));
    const QString folder = m_dir.filePath(u"sample"_s);
    const auto written = writeSample(u"support-desk"_s, folder);
    QVERIFY2(written, qPrintable(written ? QString() : written.error().message));
    auto project = loadProject(folder);
    QVERIFY2(project, qPrintable(project ? QString() : project.error().message));
    m_sample = *std::move(project);
}

void BuiltinTest::providersAreWhole()
{
    const auto &providers = builtinProviders();
    QVERIFY(!providers.isEmpty());
    QSet<QString> ids;
    for (const Provider &provider : providers) {
        QVERIFY2(!ids.contains(provider.id), qPrintable(provider.id));
        ids.insert(provider.id);
        QVERIFY2(!provider.apis.isEmpty(), qPrintable(provider.id));
    }
    for (const QString &id : {u"openai"_s, u"anthropic"_s, u"gemini"_s, u"simulator"_s})
        QVERIFY2(findProvider(providers, id), qPrintable(id));
}

void BuiltinTest::pricesAreWhole()
{
    const auto &prices = builtinPrices();
    QVERIFY(prices.asOf.isValid());
    QVERIFY(prices.rows.size() > 10);
    QVERIFY(findPrice(prices, u"openai", u"gpt-4o-mini", prices.asOf));
}

/// Every way to speak to every provider has its parameters, each of them described, and every
/// default passes its own check.
void BuiltinTest::parametersAreWhole()
{
    const ParameterTable &table = builtinParameters();
    for (const Provider &provider : builtinProviders()) {
        for (const ProviderApi &api : provider.apis) {
            const QByteArray where = (provider.id + u'/' + api.name + u' ' + api.codec).toUtf8();
            QVERIFY2(!table.formats.value(api.codec).isEmpty(), where);
            const Target target {.provider = provider.id, .api = api.name};
            const QList<ParameterInfo> list = parametersFor(table, provider, target);
            QSet<QString> names;
            qsizetype supported = 0;
            for (const ParameterInfo &info : list) {
                const QByteArray what = where + ": " + info.name.toUtf8();
                QVERIFY2(!names.contains(info.name), what);
                names.insert(info.name);
                supported += info.supported;
                if (!info.supported)
                    continue;
                QVERIFY2(info.about.endsWith(u'.'), what);
                const bool choice = info.type == ParameterInfo::Type::Choice;
                QVERIFY2(!choice || !info.choices.isEmpty(), what);
                if (!info.fallback.is_null())
                    QVERIFY2(parameterProblem(info, info.fallback).isEmpty(), what);
            }
            QVERIFY2(supported >= 8, where);
            for (const QString &name : commonParameterNames())
                QVERIFY2(names.contains(name), where + ": " + name.toUtf8());
        }
    }
    for (const ParameterTable::Service &service : table.services)
        QVERIFY2(table.formats.contains(service.format), qPrintable(service.format));
}

void BuiltinTest::modelsAreKnown()
{
    const PriceTable &prices = builtinPrices();
    const Provider *openai = findProvider(builtinProviders(), u"openai");
    QVERIFY(openai);
    const ModelInfo mini = modelInfo(prices, *openai, u"gpt-4o-mini"_s, prices.asOf);
    QVERIFY(mini.known && mini.tools && mini.schema && !mini.reasoning);
    QVERIFY(mini.inputs.contains(u"image"_s));
    QCOMPARE(mini.context, 128000);
    QVERIFY(!modelInfo(prices, *openai, u"no-such-model"_s, prices.asOf).known);
    const QStringList models = bundledModels(prices, *openai, prices.asOf);
    QCOMPARE(models.mid(0, openai->models.size()), openai->models);
    QVERIFY(models.contains(u"gpt-4o-mini"_s));
}

void BuiltinTest::sampleLoadsWithoutProblems()
{
    QStringList problems;
    for (const Problem &problem : std::as_const(m_sample.problems))
        problems.append(toText(problem));
    QCOMPARE(problems, QStringList());
    QVERIFY(m_sample.prompts.size() >= 3);
    QVERIFY(m_sample.targets.size() >= 5);
    QCOMPARE(m_sample.policies.size(), 3);
}

void BuiltinTest::samplePromptsRender()
{
    for (const PromptEntry &entry : std::as_const(m_sample.prompts)) {
        QList<InputSet> sets = entry.inputs;
        sets.append(InputSet {}); // the defaults alone are enough
        for (const auto &[variant, text] : entry.variants.asKeyValueRange()) {
            for (const InputSet &set : std::as_const(sets)) {
                const QByteArray what
                    = (entry.prompt.slug + u'#' + variant + u' ' + set.slug).toUtf8();
                const auto values = withDefaults(entry.prompt, set.values);
                QVERIFY2(values, what + (values ? "" : ": " + values.error().message.toUtf8()));
                const auto parsed = Template::parse(text, entry.prompt.options, m_sample.snippets);
                QVERIFY2(parsed, what + (parsed ? "" : ": " + parsed.error().message.toUtf8()));
                const auto rendered = render(*parsed, *values);
                QVERIFY2(rendered,
                         what + (rendered ? "" : ": " + rendered.error().message.toUtf8()));
                QCOMPARE(rendered->messages.first().role, Role::System);
                QCOMPARE(rendered->messages.last().role, Role::User);
                QStringList warnings;
                for (const TemplateWarning &warning : rendered->warnings)
                    warnings.append(warning.kind + u": "_s + warning.message);
                QVERIFY2(warnings.isEmpty(), what + ": " + warnings.join(u'\n').toUtf8());
            }
        }
    }
}

void BuiltinTest::sampleRunsAtOnce()
{
    for (const PromptEntry &entry : std::as_const(m_sample.prompts)) {
        const QStringList targets = entry.prompt.targets.value_or(m_sample.defaultTargets);
        QVERIFY2(targets.size() >= 2, qPrintable(entry.prompt.slug));
        // One that is retried, but where tools or repairs are what is shown.
        const bool showsOther = entry.prompt.output || !entry.prompt.tools.isEmpty();
        QVERIFY(showsOther || targets.contains(u"flaky"_s));
        for (const QString &slug : targets) {
            const TargetEntry *target = findTarget(m_sample, slug);
            QVERIFY2(target && target->target.provider == "simulator"_L1, qPrintable(slug));
        }
    }
}

// One for each provider, and simulated ones that need nothing.
void BuiltinTest::sampleHasATargetForEachProvider()
{
    QStringList missing;
    for (const Provider &provider : builtinProviders())
        missing.append(provider.id);
    for (const TargetEntry &entry : std::as_const(m_sample.targets)) {
        const Target &target = entry.target;
        missing.removeAll(target.provider);
        QVERIFY2(findProvider(builtinProviders(), target.provider), qPrintable(target.slug));
        if (target.provider != "simulator"_L1)
            continue;
        const auto script = scriptFromJson(target.simulate, target.model);
        QVERIFY2(script,
                 qPrintable(target.slug + (script ? QString() : u": "_s + script.error().message)));
    }
    QCOMPARE(missing, QStringList());
}

void BuiltinTest::sampleIsWrittenOnlyIntoAnEmptyFolder()
{
    QVERIFY(!writeSample(u"support-desk"_s, m_sample.folder));
    const auto unknown = writeSample(u"no-such"_s, m_dir.filePath(u"other"_s));
    QVERIFY(!unknown);
    QVERIFY(unknown.error().message.contains(u"support-desk"_s));
    QVERIFY(!QDir(m_dir.filePath(u"other"_s)).exists());
    for (const char *file : {".gitignore", ".gitattributes", "README.md"})
        QVERIFY(QFile::exists(m_sample.folder + u'/' + QLatin1StringView(file)));
}

QTEST_GUILESS_MAIN(BuiltinTest)
#include "tst_builtin.moc"
