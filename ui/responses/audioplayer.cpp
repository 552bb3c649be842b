// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "responses/audioplayer.h"

#include "theme/icons.h"
#include "theme/metrics.h"
#include "wording/numbers.h"

#include <QAudioDevice>
#include <QAudioOutput>
#include <QBuffer>
#include <QGridLayout>
#include <QLabel>
#include <QMediaDevices>
#include <QMediaPlayer>
#include <QSlider>
#include <QToolButton>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace Antiphon::Ui {

AudioPlayer::AudioPlayer(const AudioFile &file, const QString &name, QWidget *parent)
    : QWidget(parent)
    , m_file(file)
    , m_buffer(new QBuffer(this))
    , m_play(new QToolButton)
    , m_place(new QSlider(Qt::Horizontal))
    , m_time(new QLabel)
    , m_note(new QLabel)
{
    setAccessibleName(tr("Spoken answer of %1").arg(name));
    m_play->setAutoRaise(true);
    m_place->setAccessibleName(tr("Place in the answer of %1").arg(name));
    m_place->setRange(0, int(file.length.value_or(std::chrono::milliseconds(0)).count()));
    m_place->setEnabled(file.length.has_value());
    m_note->setWordWrap(true);
    m_note->setForegroundRole(QPalette::PlaceholderText);
    m_note->hide();
    auto *save = new QToolButton;
    save->setIcon(icon(u"document-save-as"_s));
    save->setAutoRaise(true);
    save->setToolTip(tr("Save Audio…"));
    save->setAccessibleName(tr("Save the spoken answer of %1").arg(name));

    auto *grid = new QGridLayout(this);
    grid->setContentsMargins({});
    grid->setHorizontalSpacing(gap(*this, 0.5));
    grid->addWidget(m_play, 0, 0);
    grid->addWidget(m_place, 0, 1);
    grid->addWidget(m_time, 0, 2);
    grid->addWidget(save, 0, 3);
    grid->addWidget(m_note, 1, 0, 1, 4);

    connect(m_play, &QToolButton::clicked, this, &AudioPlayer::toggle);
    connect(save, &QToolButton::clicked, this, &AudioPlayer::saveRequested);
    connect(m_place, &QSlider::sliderMoved, this, [this](int place) {
        if (m_player)
            m_player->setPosition(place);
    });
    showState();
    showTime();
}

AudioPlayer::~AudioPlayer()
{
    if (m_player)
        m_player->stop();
}

void AudioPlayer::start()
{
    m_player = new QMediaPlayer(this);
    m_output = new QAudioOutput(this);
    m_player->setAudioOutput(m_output);
    connect(m_player, &QMediaPlayer::playbackStateChanged, this, &AudioPlayer::showState);
    connect(m_player, &QMediaPlayer::positionChanged, this, &AudioPlayer::showTime);
    connect(m_player, &QMediaPlayer::durationChanged, this, [this](qint64 duration) {
        if (duration > 0)
            m_place->setRange(0, int(duration));
        m_place->setEnabled(m_place->maximum() > 0);
        showTime();
    });
    connect(m_player, &QMediaPlayer::errorOccurred, this,
            [this](QMediaPlayer::Error, const QString &what) {
                tell(tr("This sound cannot be played here (%1). It can be saved.").arg(what));
            });
    m_buffer->setData(m_file.bytes);
    m_buffer->open(QIODevice::ReadOnly);
    m_player->setSourceDevice(m_buffer, QUrl(u"answer."_s + m_file.suffix));
}

void AudioPlayer::toggle()
{
    if (QMediaDevices::defaultAudioOutput().isNull()) {
        tell(tr("There is no sound device here. The sound can be saved."));
        return;
    }
    if (!m_player)
        start();
    if (m_player->playbackState() == QMediaPlayer::PlayingState)
        m_player->pause();
    else
        m_player->play();
}

void AudioPlayer::showState()
{
    const bool plays = m_player && m_player->playbackState() == QMediaPlayer::PlayingState;
    m_play->setIcon(icon(plays ? u"media-playback-pause"_s : u"media-playback-start"_s));
    m_play->setToolTip(plays ? tr("Pause") : tr("Play"));
    m_play->setAccessibleName(plays ? tr("Pause the spoken answer") : tr("Play the spoken answer"));
}

static QString clockText(qint64 milliseconds)
{
    const qint64 seconds = milliseconds / 1000;
    return u"%1:%2"_s.arg(seconds / 60).arg(seconds % 60, 2, 10, QChar(u'0'));
}

void AudioPlayer::showTime()
{
    const qint64 place = m_player ? m_player->position() : 0;
    if (!m_place->isSliderDown())
        m_place->setValue(int(place));
    const QString length
        = m_place->maximum() > 0 ? clockText(m_place->maximum()) : sizeText(m_file.bytes.size());
    m_time->setText(isolated(m_player ? u"%1 / %2"_s.arg(clockText(place), length) : length));
}

void AudioPlayer::tell(const QString &problem)
{
    m_note->setText(problem);
    m_note->show();
}

} // namespace Antiphon::Ui
