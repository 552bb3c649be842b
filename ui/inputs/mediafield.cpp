// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "inputs/mediafield.h"

#include "theme/icons.h"
#include "theme/metrics.h"
#include "wording/numbers.h"

#include <antiphon/core/prompt/media.h>
#include <antiphon/store/project/media.h>

#include <QBuffer>
#include <QClipboard>
#include <QCoreApplication>
#include <QDir>
#include <QDragEnterEvent>
#include <QFile>
#include <QFileDialog>
#include <QFileInfo>
#include <QGuiApplication>
#include <QImageReader>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMimeData>
#include <QPointer>
#include <QThreadPool>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Antiphon::Ui {

/// What most services take in one request; more is refused somewhere.
static constexpr qsizetype comfortableSize = 20 * 1024 * 1024;
static constexpr qsizetype mostSize = 50 * 1024 * 1024;

static bool isAddress(const QString &text)
{
    return text.startsWith("https://"_L1) || text.startsWith("http://"_L1)
        || text.startsWith("data:"_L1);
}

static QString filterFor(const QString &type)
{
    if (type == "image"_L1)
        return MediaField::tr("Images (*.png *.jpg *.jpeg *.gif *.webp *.heic);;All files (*)");
    if (type == "audio"_L1)
        return MediaField::tr("Audio (*.wav *.mp3 *.flac *.ogg *.m4a *.aac *.aiff);;All files (*)");
    return MediaField::tr("Documents (*.pdf);;All files (*)");
}

MediaField::MediaField(const VariableSpec &spec, const QString &folder, QWidget *parent)
    : InputField(spec, parent)
    , m_folder(folder)
    , m_text(new QLineEdit)
    , m_clear(new QToolButton)
    , m_picture(new QLabel)
    , m_about(new QLabel)
{
    setAcceptDrops(true);
    m_text->setPlaceholderText(tr("Choose, drop or paste; or type an address"));
    m_text->setAccessibleName(spec.name);
    m_text->setAccessibleDescription(spec.description);
    m_text->installEventFilter(this);
    auto *browse = new QToolButton;
    browse->setIcon(icon(u"document-open"_s));
    browse->setToolTip(tr("Choose a File for %1…").arg(spec.name));
    browse->setAccessibleName(browse->toolTip());
    m_clear->setIcon(icon(u"edit-clear"_s));
    m_clear->setToolTip(tr("Clear %1").arg(spec.name));
    m_clear->setAccessibleName(m_clear->toolTip());
    m_clear->setEnabled(false);
    m_picture->setAccessibleName(tr("Preview of %1").arg(spec.name));
    m_picture->hide();
    m_about->setWordWrap(true);
    m_about->setForegroundRole(QPalette::PlaceholderText);
    m_about->hide();

    auto *row = new QHBoxLayout;
    row->addWidget(m_text, 1);
    row->addWidget(browse);
    row->addWidget(m_clear);
    auto *rows = new QVBoxLayout(this);
    rows->setContentsMargins({});
    rows->setSpacing(gap(*this, 0.4));
    rows->addLayout(row);
    rows->addWidget(m_picture);
    rows->addWidget(m_about);
    setFocusProxy(m_text);

    connect(browse, &QToolButton::clicked, this, &MediaField::choose);
    connect(m_clear, &QToolButton::clicked, this, &MediaField::clear);
    connect(m_text, &QLineEdit::textEdited, this, [this](const QString &text) {
        if (text.trimmed().isEmpty())
            clear();
        else
            Q_EMIT edited(Value(text.trimmed()));
    });
}

void MediaField::choose()
{
    auto *dialog = new QFileDialog(this, tr("Choose File"), m_folder, filterFor(spec().type));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, &MediaField::take);
    dialog->open();
}

/// A file of the project by its path, any other with what is in it.
void MediaField::take(const QString &path)
{
    const QString root = QDir(m_folder).absolutePath() + u'/';
    const QString whole = QFileInfo(path).absoluteFilePath();
    if (!m_folder.isEmpty() && whole.startsWith(root)) {
        Q_EMIT edited(Value(whole.sliced(root.size())));
        return;
    }
    const quint64 number = ++m_number;
    QThreadPool::globalInstance()->start([this, self = QPointer(this), whole, number] {
        QFile file(whole);
        const bool opened = file.open(QIODevice::ReadOnly);
        const bool fits = file.size() <= mostSize;
        const QByteArray bytes = opened && fits ? file.readAll() : QByteArray();
        const QString failure = !opened ? file.errorString()
            : !fits                     ? MediaField::tr("It is larger than 50 MiB.")
                                        : QString();
        QMetaObject::invokeMethod(
            qApp,
            [this, self, bytes, failure, number, name = QFileInfo(whole).fileName()] {
                if (!self || number != m_number)
                    return;
                m_name = name;
                if (failure.isEmpty())
                    Q_EMIT edited(Value(bytes));
                else
                    showBytes({}, name, failure);
            },
            Qt::QueuedConnection);
    });
}

void MediaField::clear()
{
    ++m_number;
    m_name.clear();
    m_text->clear();
    Q_EMIT edited(std::nullopt);
}

bool MediaField::takeFrom(const QMimeData &mime)
{
    if (const QList<QUrl> urls = mime.urls(); urls.size() == 1 && urls[0].isLocalFile()) {
        take(urls[0].toLocalFile());
        return true;
    }
    if (spec().type != "image"_L1 || !mime.hasImage())
        return false;
    QByteArray png;
    QBuffer buffer(&png);
    buffer.open(QIODevice::WriteOnly);
    if (!qvariant_cast<QImage>(mime.imageData()).save(&buffer, "PNG"))
        return false;
    m_name = tr("Pasted image");
    Q_EMIT edited(Value(png));
    return true;
}

bool MediaField::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_text && event->type() == QEvent::KeyPress
        && static_cast<QKeyEvent *>(event)->matches(QKeySequence::Paste)) {
        const QMimeData *pasted = QGuiApplication::clipboard()->mimeData();
        if (pasted && takeFrom(*pasted))
            return true;
    }
    return InputField::eventFilter(watched, event);
}

void MediaField::dragEnterEvent(QDragEnterEvent *event)
{
    if (event->mimeData()->hasUrls() || event->mimeData()->hasImage())
        event->acceptProposedAction();
}

void MediaField::dropEvent(QDropEvent *event)
{
    if (takeFrom(*event->mimeData()))
        event->acceptProposedAction();
}

void MediaField::showValue(const std::optional<Value> &value)
{
    if (value == m_value && value.has_value())
        return;
    m_value = value;
    m_clear->setEnabled(value.has_value());
    if (!value) {
        if (!m_text->hasFocus())
            m_text->clear();
        m_picture->hide();
        m_about->hide();
        m_problem.clear();
        return;
    }
    if (const auto *json = std::get_if<Json>(&value->held)) {
        const QString text = toText(*json);
        if (text != m_text->text())
            m_text->setText(text);
    } else {
        m_text->clear();
    }
    look(*value);
}

void MediaField::look(const Value &value)
{
    const quint64 number = ++m_number;
    if (const auto *bytes = std::get_if<QByteArray>(&value.held)) {
        showBytes(*bytes, m_name.isEmpty() ? tr("Kept with the inputs") : m_name, {});
        return;
    }
    const QString path = m_text->text();
    if (isAddress(path)) {
        showBytes({}, tr("An address: the service fetches it itself, or refuses it."), {});
        return;
    }
    QThreadPool::globalInstance()->start(
        [this, self = QPointer(this), number, path, folder = m_folder] {
            const Result<QByteArray> read = mediaLoader(folder)(path);
            QMetaObject::invokeMethod(
                qApp,
                [this, self, number, path, read] {
                    if (self && number == m_number)
                        showBytes(read.value_or(QByteArray()), QFileInfo(path).fileName(),
                                  read ? QString() : read.error().message);
                },
                Qt::QueuedConnection);
        });
}

static QString mediaTypeOf(const QString &type, const QByteArray &bytes)
{
    return type == "image"_L1 ? imageType(bytes)
        : type == "audio"_L1  ? audioType(bytes)
                              : documentType(bytes);
}

void MediaField::showBytes(const QByteArray &bytes, const QString &name, const QString &failure)
{
    m_problem = failure;
    m_picture->hide();
    QStringList facts {name};
    if (!bytes.isEmpty()) {
        const QString mediaType = mediaTypeOf(spec().type, bytes);
        if (mediaType.isEmpty())
            m_problem = spec().type == "image"_L1
                ? tr("This is no image that services take: use PNG, JPEG, GIF or WebP.")
                : spec().type == "audio"_L1
                ? tr("This is no sound that services take: use WAV, MP3, FLAC or Ogg.")
                : tr("This is no document that services take: use PDF.");
        else
            facts.append(mediaType);
        facts.append(sizeText(bytes.size()));
        if (m_problem.isEmpty() && bytes.size() > comfortableSize)
            m_problem = tr("Larger than 20 MB: most services refuse it.");
        if (spec().type == "image"_L1) {
            QBuffer buffer;
            buffer.setData(bytes);
            buffer.open(QIODevice::ReadOnly);
            QImageReader reader(&buffer);
            reader.setAutoTransform(true);
            const QSize size = reader.size();
            const int edge = fontMetrics().lineSpacing() * 7;
            if (size.isValid()) {
                facts.append(isolated(u"%1 × %2"_s.arg(size.width()).arg(size.height())));
                const qreal ratio = devicePixelRatioF();
                reader.setScaledSize(
                    size.scaled(QSize(edge * 2, edge) * ratio, Qt::KeepAspectRatio));
            }
            QPixmap thumbnail = QPixmap::fromImage(reader.read());
            thumbnail.setDevicePixelRatio(devicePixelRatioF());
            m_picture->setPixmap(thumbnail);
            m_picture->setVisible(!thumbnail.isNull());
        }
    }
    QString about = facts.join(u" · "_s);
    if (m_value && std::holds_alternative<QByteArray>(m_value->held))
        about += u'\n' + tr("Saving the input set keeps a copy in the project's assets.");
    m_about->setText(about);
    m_about->setVisible(!name.isEmpty());
    Q_EMIT checked();
}

} // namespace Antiphon::Ui
