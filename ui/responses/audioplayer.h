// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <antiphon/core/media/audio.h>

#include <QWidget>

class QAudioOutput;
class QBuffer;
class QLabel;
class QMediaPlayer;
class QSlider;
class QToolButton;

namespace Antiphon::Ui {

/// Plays one spoken answer: play and pause, a place to go to, the length, and the file to keep.
///
/// Without a sound device, or with a sound nothing here can play, it says so and still saves.
class AudioPlayer : public QWidget {
    Q_OBJECT

public:
    /// \p name tells who hears the window whose voice it is.
    AudioPlayer(const AudioFile &file, const QString &name, QWidget *parent = nullptr);
    ~AudioPlayer() override;

Q_SIGNALS:
    void saveRequested();

private:
    void start();
    void toggle();
    void showState();
    void showTime();
    void tell(const QString &problem);

    const AudioFile m_file;
    QBuffer *m_buffer;
    QMediaPlayer *m_player = nullptr; ///< Made when it is needed: it loads a lot.
    QAudioOutput *m_output = nullptr;
    QToolButton *m_play;
    QSlider *m_place;
    QLabel *m_time;
    QLabel *m_note;
};

} // namespace Antiphon::Ui
