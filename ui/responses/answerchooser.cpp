// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "responses/answerchooser.h"

#include "wording/states.h"

#include <antiphon/core/call/response.h>
#include <antiphon/core/extract/extraction.h>

#include <QSignalBlocker>

#include <algorithm>

namespace Antiphon::Ui {

AnswerChooser::AnswerChooser(const QString &name, QWidget *parent)
    : QComboBox(parent)
{
    setAccessibleName(tr("Answer of %1 that is shown").arg(name));
    setToolTip(tr("Several answers were asked for; the record holds all of them"));
    setSizeAdjustPolicy(AdjustToMinimumContentsLengthWithIcon);
    setMinimumContentsLength(12);
    hide();
}

void AnswerChooser::setAnswers(const QList<Attempt> &answers)
{
    QStringList texts;
    for (const Attempt &answer : answers)
        texts.append(tr("Answer %1 of %2, %3")
                         .arg(texts.size() + 1)
                         .arg(answers.size())
                         .arg(lookOf(finalState(answer)).word.toLower()));
    QStringList shown;
    for (int i = 0; i < count(); ++i)
        shown.append(itemText(i));
    if (shown != texts) {
        const QSignalBlocker silent(this);
        clear();
        addItems(texts);
        for (int i = 0; i < count(); ++i) // the service's own word
            setItemData(i, answers[i].finishRaw, Qt::ToolTipRole);
        setCurrentIndex(texts.isEmpty() ? -1 : 0);
    }
    setVisible(!texts.isEmpty());
}

int AnswerChooser::chosen() const
{
    return std::max(currentIndex(), 0);
}

Response withAnswer(Response response, int index)
{
    if (index <= 0 || index >= response.choices.size() || !response.record
        || response.record->attempts.isEmpty())
        return response;
    Attempt choice = response.choices[index];
    if (response.extraction)
        extractInto(*response.extraction, choice, scriptedRules());
    const QString raw
        = response.extraction ? rawValueText(*response.extraction, choice) : QString();
    response.text = raw.isEmpty() ? answerText(choice) : raw;
    response.thinking = choice.thinking;
    response.state = finalState(choice);
    response.record = withChoice(*std::move(response.record), choice);
    response.growing = {}; // of the first
    response.answer = index;
    return response;
}

} // namespace Antiphon::Ui
