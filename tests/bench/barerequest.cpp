// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The least that a Qt program needs to post one request: the measure for bench_startup.

#include <QCoreApplication>
#include <QNetworkAccessManager>
#include <QNetworkReply>

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    QNetworkAccessManager manager;
    QNetworkRequest request(QUrl(QString::fromLocal8Bit(argv[1])));
    request.setHeader(QNetworkRequest::ContentTypeHeader, QByteArrayLiteral("application/json"));
    QNetworkReply *reply
        = manager.post(request, QByteArrayLiteral(R"({"model":"m","messages":[]})"));
    QObject::connect(reply, &QNetworkReply::finished, &app, &QCoreApplication::quit);
    return QCoreApplication::exec();
}
