// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "attempts/attemptsview.h"
#include "attempts/facts.h"
#include "responses/responsesview.h"

#include "scenes.h"
#include "support/planted.h"

#include <antiphon/net/engine.h>
#include <antiphon/net/prepare.h>
#include <antiphon/net/qnamtransport.h>
#include <antiphon/store/builtin.h>
#include <antiphon/store/drafts.h>
#include <antiphon/store/exchange/exportrecords.h>
#include <antiphon/store/project/project.h>

#include <QAbstractButton>
#include <QAction>
#include <QComboBox>
#include <QDirIterator>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QTabWidget>
#include <QTemporaryDir>
#include <QTextEdit>
#include <QTreeView>

using namespace Antiphon;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// What the window shows of calls that carry a secret, what is exported of them, and what is
/// written beside: projects and drafts. The calls themselves are those of net/tst_planted.
class PlantedWindowTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void nothingShowsTheSecret_data();
    void nothingShowsTheSecret();
    void projectsAndDraftsHoldNone();
};

static QByteArray textsOf(const QAbstractItemModel &model, const QModelIndex &parent = {})
{
    QByteArray all;
    for (int row = 0; row < model.rowCount(parent); ++row) {
        for (int column = 0; column < model.columnCount(parent); ++column) {
            const QModelIndex index = model.index(row, column, parent);
            for (const int role : {Qt::DisplayRole, Qt::ToolTipRole, Qt::AccessibleTextRole,
                                   Qt::AccessibleDescriptionRole, Qt::EditRole})
                all += index.data(role).toString().toUtf8() + '\n';
        }
        all += textsOf(model, model.index(row, 0, parent));
    }
    return all;
}

// Everything that could be read, by eye or aloud, hidden pages included.
static QByteArray textsOf(QWidget &window)
{
    QByteArray all;
    QList<QWidget *> widgets = window.findChildren<QWidget *>();
    widgets.append(&window);
    for (const QWidget *widget : std::as_const(widgets)) {
        QStringList texts {widget->toolTip(), widget->accessibleName(),
                           widget->accessibleDescription(), widget->windowTitle()};
        if (const auto *label = qobject_cast<const QLabel *>(widget))
            texts.append(label->text());
        if (const auto *button = qobject_cast<const QAbstractButton *>(widget))
            texts.append(button->text());
        if (const auto *field = qobject_cast<const QLineEdit *>(widget))
            texts.append(field->text());
        if (const auto *plain = qobject_cast<const QPlainTextEdit *>(widget))
            texts.append(plain->toPlainText());
        if (const auto *rich = qobject_cast<const QTextEdit *>(widget))
            texts.append(rich->toHtml());
        for (const QAction *action : widget->actions())
            texts.append({action->text(), action->toolTip()});
        if (const auto *view = qobject_cast<const QAbstractItemView *>(widget);
            view && view->model())
            all += textsOf(*view->model());
        all += texts.join(u'\n').toUtf8() + '\n';
    }
    return all;
}

void PlantedWindowTest::nothingShowsTheSecret_data()
{
    QTest::addColumn<QString>("way");
    QTest::addColumn<int>("status");
    for (const char *way : Planted::ways) {
        QTest::addRow("%s, answered", way) << QString::fromLatin1(way) << 200;
        QTest::addRow("%s, refused", way) << QString::fromLatin1(way) << 500;
    }
}

void PlantedWindowTest::nothingShowsTheSecret()
{
    QFETCH(QString, way);
    QFETCH(int, status);

    const LoopbackServer server(Planted::answering(status));
    SystemClock clock;
    QnamTransport transport;
    Feed feed;
    Engine engine(transport, clock, feed);
    Ui::ResponsesModel responses;
    Ui::AttemptsModel attempts;
    Ui::ResponsesView columns(responses);
    Ui::AttemptsView inspector(attempts);
    const QList<Ui::Cell> cells {Ui::Scenes::cell(1, u"one"_s, u"m"_s)};
    responses.setCells(cells);
    attempts.setCells(cells);
    columns.show();
    inspector.show();

    QByteArray kept;
    std::optional<CallRecord> record;
    engine.start(CallId {1}, Planted::call(way, server));
    QVERIFY(QTest::qWaitFor(
        [&] {
            const auto updates = feed.take();
            responses.apply(updates);
            attempts.apply(updates);
            for (const CallUpdate &update : updates) {
                if (update.finished)
                    record = update.finished;
            }
            kept += textsOf(columns) + textsOf(inspector);
            return record.has_value();
        },
        10s));
    const auto *tree = inspector.findChild<QTreeView *>();
    const auto tabs = inspector.findChildren<QTabWidget *>();
    QVERIFY(tree && !tabs.isEmpty());
    const QModelIndex call = tree->model()->index(0, 0);
    for (int row = 0; row < tree->model()->rowCount(call); ++row) {
        tree->selectionModel()->setCurrentIndex(tree->model()->index(row, 0, call),
                                                QItemSelectionModel::ClearAndSelect);
        for (QTabWidget *tab : tabs) {
            for (int page = 0; page < tab->count(); ++page) {
                tab->setCurrentIndex(page);
                QApplication::processEvents();
                kept += textsOf(inspector);
            }
        }
        const auto forms = inspector.findChildren<QComboBox *>();
        for (QComboBox *form : forms) {
            for (int i = 0; i < form->count(); ++i) {
                form->setCurrentIndex(i);
                kept += textsOf(inspector);
            }
        }
    }
    for (const Attempt &attempt : record->attempts)
        kept += Ui::curlCommand(attempt.exchange.request).toUtf8();
    for (const ExportFormat format :
         {ExportFormat::Markdown, ExportFormat::JsonList, ExportFormat::JsonLines,
          ExportFormat::Csv, ExportFormat::Text})
        kept += exportRecords({*record}, format, {.withRequests = true});
    QVERIFY(kept.contains("127.0.0.1")); // the request is shown, without its secret
    Planted::checkNothingHeld(kept);
}

// A project names where a key is; what is there stays there, though it was used.
void PlantedWindowTest::projectsAndDraftsHoldNone()
{
    const QTemporaryDir folder;
    const QString place = folder.filePath(u"project"_s);
    QVERIFY(writeNewProject(place, u"Planted"_s));
    auto project = loadProject(place);
    QVERIFY(project);
    Target target {.label = u"One"_s, .provider = u"openai"_s, .model = u"m"_s};
    target.key = {.from = KeyReference::From::Variable, .name = u"PLANTED"_s};
    const auto slug = createTarget(*project, target);
    QVERIFY(slug);
    const RunSource source {
        .providers = builtinProviders(), .environment = [](const QString &name) {
            return name == "PLANTED"_L1 ? QString::fromLatin1(Planted::secret) : QString();
        }};
    const auto ready = readiness(target, source);
    QVERIFY2(ready, ready ? "" : qPrintable(ready.error().message));

    Target withKey = target;
    withKey.headers = {{"X-Api-Key", "sk-" + Planted::secret}};
    const auto refused = createTarget(*project, withKey);
    QVERIFY(!refused);
    QByteArray kept = refused.error().message.toUtf8() + QByteArray(500, ' ');

    const QString drafts = draftsFile(folder.filePath(u"state"_s), place);
    QVERIFY(saveDrafts(
        drafts, {.targets = jsonObject({{"one", jsonObject({{"key", toJson(target.key)}})}})}));
    QVERIFY(saveManifest(*project));
    for (QDirIterator all(folder.path(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
         all.hasNext();) {
        QFile file(all.next());
        QVERIFY(file.open(QIODevice::ReadOnly));
        kept += file.readAll();
    }
    QVERIFY(kept.contains("PLANTED"));
    Planted::checkNothingHeld(kept);
}

QTEST_MAIN(PlantedWindowTest)
#include "tst_plantedwindow.moc"
