// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "keys/keysdialog.h"

#include "widgets/inlinebar.h"

#include <antiphon/store/secretstore.h>

#include <QCoreApplication>
#include <QDialogButtonBox>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPointer>
#include <QPushButton>
#include <QThreadPool>
#include <QTreeView>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Antiphon::Ui {

KeysDialog::KeysDialog(const QList<Provider> &providers, const QList<TargetEntry> &targets,
                       SecretStore &secrets, QWidget *parent)
    : QDialog(parent)
    , m_secrets(secrets)
    , m_model(new KeysModel(this))
    , m_list(new QTreeView)
    , m_about(new QLabel)
    , m_key(new QLineEdit)
    , m_save(new QPushButton(tr("Keep in Keychain")))
    , m_remove(new QPushButton(tr("Remove from Keychain")))
    , m_bar(new InlineBar)
{
    setObjectName(u"keysDialog"_s);
    setWindowTitle(tr("Providers & Keys"));
    m_list->setAccessibleName(tr("Keys by provider"));
    m_list->setModel(m_model);
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    m_about->setWordWrap(true);
    m_about->setTextInteractionFlags(Qt::TextBrowserInteraction);
    m_about->setOpenExternalLinks(true);
    m_key->setEchoMode(QLineEdit::Password);
    m_key->setPlaceholderText(tr("Paste the key here"));
    m_key->setAccessibleName(tr("Key"));
    m_bar->hide();

    auto *row = new QHBoxLayout;
    row->addWidget(m_key, 1);
    row->addWidget(m_save);
    row->addWidget(m_remove);
    auto *buttons = new QDialogButtonBox;
    QPushButton *close = buttons->addButton(tr("Close"), QDialogButtonBox::RejectRole);
    close->setAutoDefault(false);
    m_save->setDefault(true);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(m_bar);
    layout->addWidget(m_list, 1);
    layout->addWidget(m_about);
    layout->addLayout(row);
    layout->addWidget(buttons);
    resize(fontMetrics().averageCharWidth() * 95, fontMetrics().lineSpacing() * 30);

    connect(close, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_save, &QPushButton::clicked, this, &KeysDialog::save);
    connect(m_remove, &QPushButton::clicked, this, &KeysDialog::remove);
    connect(m_key, &QLineEdit::textChanged, this,
            [this](const QString &text) { m_save->setEnabled(!text.trimmed().isEmpty()); });
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this,
            &KeysDialog::showCurrent);

    const auto environment
        = [](const QString &name) { return qEnvironmentVariable(qPrintable(name)); };
    const QList<KeyEntry> entries = keyEntries(providers, targets, environment);
    m_model->setEntries(entries);
    m_list->header()->setStretchLastSection(false);
    m_list->header()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_list->header()->setSectionResizeMode(KeysModel::Provider, QHeaderView::Stretch);
    m_list->setCurrentIndex(m_model->index(0, 0));
    QStringList names;
    for (const KeyEntry &entry : entries)
        names.append(entry.name);
    check(names);
}

void KeysDialog::showCurrent()
{
    const QModelIndex current = m_list->currentIndex();
    m_key->clear();
    m_save->setEnabled(false);
    if (!current.isValid())
        return;
    const KeyEntry &entry = m_model->entry(current.row());
    QString about = tr("Kept in the system keychain as “%1”, never in a file.").arg(entry.name);
    if (!entry.variables.isEmpty())
        about += u' '
            + tr("Without it these variables are looked at: %1.")
                  .arg(entry.variables.join(tr(", ")));
    if (!entry.website.isEmpty())
        about += u" <a href=\"%1\">%2</a>"_s.arg(entry.website.toHtmlEscaped(),
                                                 tr("Where keys are made"));
    m_about->setText(about);
    m_remove->setEnabled(entry.state == KeyEntry::State::Ready);
}

void KeysDialog::save()
{
    const KeyEntry entry = m_model->entry(m_list->currentIndex().row());
    const QByteArray key = m_key->text().trimmed().toUtf8();
    m_key->clear();
    change(entry.name,
           [name = entry.name, key](SecretStore &secrets) { return secrets.write(name, key); });
}

void KeysDialog::remove()
{
    const KeyEntry entry = m_model->entry(m_list->currentIndex().row());
    change(entry.name, [name = entry.name](SecretStore &secrets) { return secrets.remove(name); });
}

void KeysDialog::change(const QString &name, std::function<Result<>(SecretStore &)> work)
{
    m_bar->hide();
    QThreadPool::globalInstance()->start([this, self = QPointer(this), &secrets = m_secrets, name,
                                          work = std::move(work)] {
        const Result<> done = work(secrets);
        QMetaObject::invokeMethod(
            qApp,
            [this, self, name, done] {
                if (!self)
                    return;
                if (!done) {
                    m_bar->showMessage(InlineBar::Kind::Error, tr("The keychain was not changed."),
                                       done.error().message);
                    m_bar->show();
                }
                check({name});
            },
            Qt::QueuedConnection);
    });
}

void KeysDialog::check(const QStringList &names)
{
    QThreadPool::globalInstance()->start(
        [this, self = QPointer(this), &secrets = m_secrets, names] {
            for (const QString &name : names) {
                const Result<QByteArray> read = secrets.read(name);
                const Result<> state = read ? Result<>() : Result<>(std::unexpected(read.error()));
                QMetaObject::invokeMethod(
                    qApp,
                    [this, self, name, state] {
                        if (self)
                            showChecked(name, state);
                    },
                    Qt::QueuedConnection);
                const QString code = state.error_or(Error()).code;
                if (code == "unavailable"_L1 || code == "locked"_L1)
                    break; // true of all entries: asking for each would ask the person each time
            }
        });
}

void KeysDialog::showChecked(const QString &name, const Result<> &read)
{
    using State = KeyEntry::State;
    const QString code = read ? QString() : read.error().code;
    const State state = read       ? State::Ready
        : code == "locked"_L1      ? State::Locked
        : code == "unavailable"_L1 ? State::Unavailable
                                   : State::Missing;
    if (state == State::Unavailable || state == State::Locked) {
        for (int row = 0; row < m_model->rowCount(); ++row)
            m_model->setState(m_model->entry(row).name, state, read.error().message);
        if (state == State::Locked)
            m_bar->showMessage(
                InlineBar::Kind::Warning, tr("The keychain is locked."),
                tr("Keys cannot be read until it is opened. Open it, then come back."));
        else
            m_bar->showMessage(InlineBar::Kind::Warning, tr("No keychain answers."),
                               tr("Start Antiphon with the provider's environment variable set "
                                  "instead. Keys are never written to a plain file."));
        m_bar->show();
    } else {
        m_model->setState(name, state, read ? QString() : read.error().message);
    }
    showCurrent();
}

} // namespace Antiphon::Ui
