// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "welcome/welcomepage.h"

#include "theme/icons.h"
#include "theme/metrics.h"

#include <QCommandLinkButton>
#include <QDir>
#include <QLabel>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Antiphon::Ui {

static QLabel *makeText(const QString &text, double scale, QPalette::ColorRole role)
{
    auto *label = new QLabel(text);
    label->setWordWrap(true);
    label->setForegroundRole(role);
    QFont font = label->font();
    font.setPointSizeF(font.pointSizeF() * scale);
    if (scale > 1.2)
        font.setWeight(QFont::DemiBold);
    label->setFont(font);
    return label;
}

WelcomePage::WelcomePage(QWidget *parent)
    : QWidget(parent)
    , m_recentArea(new QWidget)
    , m_recent(new QVBoxLayout(m_recentArea))
{
    setObjectName(u"welcomePage"_s);
    setAccessibleName(tr("Welcome"));
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);

    auto *column = new QWidget;
    column->setMaximumWidth(fontMetrics().averageCharWidth() * 78);
    auto *rows = new QVBoxLayout(column);
    rows->setSpacing(gap(*this, 1.5));
    rows->addWidget(makeHeading());
    rows->addWidget(makeChoices());
    m_recent->setContentsMargins({});
    m_recent->setSpacing(gap(*this, 0.25));
    rows->addWidget(m_recentArea);
    rows->addWidget(makeText(tr("What leaves this computer: only calls to targets you enable."),
                             1.0, QPalette::PlaceholderText));

    auto *across = new QHBoxLayout;
    across->addStretch(1);
    across->addWidget(column, 8);
    across->addStretch(1);
    auto *layout = new QVBoxLayout(this);
    layout->addStretch(2);
    layout->addLayout(across);
    layout->addStretch(3);
    setRecent({});
}

QWidget *WelcomePage::makeHeading()
{
    auto *heading = new QWidget;
    auto *rows = new QVBoxLayout(heading);
    rows->setContentsMargins({});
    rows->setSpacing(gap(*this, 0.5));
    rows->addWidget(makeText(u"Antiphon"_s, 2.4, QPalette::Text));
    rows->addWidget(makeText(tr("Write a prompt, run it on several models side by side, and see "
                                "every attempt behind each answer."),
                             1.15, QPalette::PlaceholderText));
    return heading;
}

QWidget *WelcomePage::makeChoices()
{
    auto *choices = new QWidget;
    auto *rows = new QVBoxLayout(choices);
    rows->setContentsMargins({});
    rows->setSpacing(gap(*this, 0.5));
    const auto add = [&](const QString &text, const QString &about, const QString &iconName) {
        auto *button = new QCommandLinkButton(text, about);
        button->setIcon(icon(iconName));
        button->setAccessibleName(text);
        button->setAccessibleDescription(about);
        rows->addWidget(button);
        return button;
    };
    auto *sample = add(tr("Open Sample Project"),
                       tr("Support desk, ready to run on simulated models. No key needed."),
                       u"media-playback-start"_s);
    auto *open = add(tr("Open Project…"), tr("A folder with prompts and targets."),
                     u"document-open-folder"_s);
    auto *make = add(tr("New Project…"), tr("One prompt and one simulated target to begin with."),
                     u"folder-new"_s);
    sample->setObjectName(u"welcome.sample"_s);
    connect(sample, &QCommandLinkButton::clicked, this, &WelcomePage::sampleRequested);
    connect(open, &QCommandLinkButton::clicked, this, &WelcomePage::openRequested);
    connect(make, &QCommandLinkButton::clicked, this, &WelcomePage::newRequested);
    return choices;
}

void WelcomePage::setRecent(const QStringList &folders)
{
    while (QLayoutItem *item = m_recent->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    m_recentArea->setVisible(!folders.isEmpty());
    if (folders.isEmpty())
        return;
    m_recent->addWidget(makeText(tr("Recent projects"), 1.0, QPalette::PlaceholderText));
    for (const QString &folder : folders) {
        auto *button = new QToolButton;
        button->setAutoRaise(true);
        button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        button->setIcon(icon(u"folder"_s));
        button->setText(QDir(folder).dirName());
        button->setToolTip(QDir::toNativeSeparators(folder));
        button->setAccessibleName(tr("Open %1").arg(QDir::toNativeSeparators(folder)));
        connect(button, &QToolButton::clicked, this,
                [this, folder] { Q_EMIT recentRequested(folder); });
        m_recent->addWidget(button);
    }
}

} // namespace Antiphon::Ui
