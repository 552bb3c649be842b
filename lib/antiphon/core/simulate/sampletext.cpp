// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#include <antiphon/core/simulate/answer.h>

#include <algorithm>

namespace Antiphon {

using namespace Qt::StringLiterals;

static const QStringList openings {
    u"Thanks for getting in touch, and sorry for the trouble."_s,
    u"Good news: this one is quick to put right."_s,
    u"Thank you for the clear description, that helps a lot."_s,
    u"I looked into your ticket, and here is what I found."_s,
    u"Happy to help with this!"_s,
    u"You are not alone, two other customers asked the same this week."_s,
    u"I can see why that was confusing."_s,
    u"Let us sort this out together."_s,
};

static const QStringList leads {
    u"Please try these steps **in this order**:"_s,
    u"This is what I suggest:"_s,
    u"Three things usually solve it:"_s,
    u"Here is the short version:"_s,
};

static const QStringList steps {
    u"Hold the power button for *ten seconds*, then wait for the blue light."_s,
    u"Open **Settings > Account** and sign in again."_s,
    u"Check that the printer shows `READY` on its display."_s,
    u"Send us the order number from your confirmation mail."_s,
    u"Update the app to version `4.2` or later."_s,
    u"Unplug the router for half a minute."_s,
    u"Remove the paper tray and look for a torn sheet."_s,
    u"Choose *Forget this network* and connect anew."_s,
    u"Take a photo of the label on the back."_s,
    u"Clear the cache with `Ctrl+Shift+Del`."_s,
    u"Print the return slip; the parcel itself is free of charge."_s,
    u"Keep the old battery, we collect it with the delivery."_s,
    u"Ask your administrator to unlock the account."_s,
    u"Compare the invoice with line 3 of the offer."_s,
    u"Turn off power saving while you test."_s,
    u"Restart the computer once, not twice."_s,
};

static const QStringList remarks {
    u"Your warranty runs for another eleven months, so a repair costs you nothing."_s,
    u"The refund of **12.50 EUR** is on its way and takes three working days."_s,
    u"None of your files are touched by this."_s,
    u"A replacement can be with you by Thursday."_s,
    u"The error code `E-17` means that the cover was not quite closed."_s,
    u"If the light stays red, the fuse is the likely cause."_s,
    u"I have noted all of this in your ticket."_s,
    u"Our workshop confirms that the part is in stock."_s,
    u"It is safe to keep using the device until then."_s,
    u"This was fixed in last week's release."_s,
};

static const QStringList closings {
    u"Just reply to this mail if anything is unclear."_s,
    u"Does that work for you?"_s,
    u"Have a lovely day!"_s,
    u"I will check back with you tomorrow."_s,
    u"Kind regards from the support desk"_s,
    u"Tell me how it went, good or bad."_s,
    u"We are here until six in the evening."_s,
};

static const QString &pick(const QStringList &choices, Draws &draws)
{
    return choices[drawBetween(draws, 0, int(choices.size()) - 1)];
}

/// \p count different ones of \p choices.
static QStringList pickSome(QStringList choices, int count, Draws &draws)
{
    QStringList out;
    while (count-- > 0 && !choices.isEmpty())
        out.append(choices.takeAt(drawBetween(draws, 0, int(choices.size()) - 1)));
    return out;
}

static QString answer(Draws &draws)
{
    const QStringList said = pickSome(remarks, drawBetween(draws, 2, 3), draws);
    QString out
        = pick(openings, draws); // a draw a statement: compilers order operands as they like
    out += u' ' + pick(leads, draws) + u"\n\n"_s;
    int number = 0;
    for (const QString &step : pickSome(steps, 3, draws))
        out += QString::number(++number) + u". "_s + step + u'\n';
    return out + u'\n' + said.join(u' ') + u"\n\n"_s + pick(closings, draws);
}

/// One chapter after the other, cut where the length is reached.
static QString longText(Draws &draws, int characters)
{
    QString out;
    out.reserve(characters + 1000);
    for (int ticket = drawBetween(draws, 1000, 9000); out.size() < characters; ++ticket)
        out += u"## Ticket "_s + QString::number(ticket) + u"\n\n"_s + answer(draws) + u"\n\n"_s;
    out.truncate(characters);
    out.back() = u'.';
    return out;
}

QString sampleText(Draws &draws, int characters)
{
    if (characters > 1000)
        return longText(draws, characters);

    // Most combinations miss the length; the nearest of a few hundred is within three characters.
    QString best;
    qsizetype missedBy = characters;
    for (int attempt = 0; attempt < 400 && missedBy > 3; ++attempt) {
        const QString candidate = answer(draws);
        const qsizetype missing = characters - candidate.size();
        if (missing >= 0 && missing < missedBy) {
            best = candidate;
            missedBy = missing;
        }
    }
    return best.isEmpty() ? longText(draws, std::max(characters, 1)) : best;
}

} // namespace Antiphon
