#include "ui/models/model_download_panel.h"

#include "core/services/published_models.h"
#include "ui/common/bidi_text.h"
#include "ui/common/heading.h"
#include "ui/main_window/status_strip.h"
#include "ui/models/panel_message.h"
#include "ui/models/proxy_row.h"

#include <QCheckBox>
#include <QComboBox>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QProgressBar>
#include <QPushButton>

#include <algorithm>

namespace circumplex {

namespace {

constexpr int kFirstRow = 2;
constexpr int kRowsPerFile = 2;
constexpr int kBarSteps = 1000;
constexpr double kMegabyte = 1e6;

QString sizeText(std::int64_t bytes)
{
    return QLocale().formattedDataSize(bytes, 1, QLocale::DataSizeSIFormat);
}

std::int64_t bytesOf(std::size_t files)
{
    std::int64_t bytes = 0;
    for (std::size_t file = 0; file < files; ++file)
        bytes += kMusic2EmoFiles[file].bytes;
    return bytes;
}

QString textOf(const char* latin1)
{
    return QString::fromLatin1(latin1);
}

/// What a file is for, in the user's words.
QString purposeOf(const QString& key)
{
    if (key == u"mert") return ModelDownloadPanel::tr("hears the music; not for commercial use");
    if (key == u"btc") return ModelDownloadPanel::tr("hears the chords");
    return ModelDownloadPanel::tr("says moods, valence and arousal");
}

} // namespace

ModelDownloadPanel::ModelDownloadPanel(QWidget* parent)
    : QFrame(parent)
    , m_showAddresses(new QPushButton(tr("Addresses and proxy \u2026"), this))
    , m_fetch(new QPushButton(tr("Download"), this))
    , m_stop(new QPushButton(tr("Stop"), this))
    , m_bar(new QProgressBar(this))
    , m_progress(new QLabel(this))
    , m_proxy(new ProxyRow(this))
    , m_message(new PanelMessage(this))
{
    setProperty("card", true);
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(16, 12, 16, 12);
    grid->setHorizontalSpacing(16);
    grid->setVerticalSpacing(6);
    grid->addWidget(sectionTitle(tr("Download Music2Emo"), this), 0, 0, 1, 3);
    auto* hint = new QLabel(tr("A larger and slower model, published by researchers. Its three "
                               "files come from their authors' own addresses, %1 in all; a "
                               "download that is stopped goes on where it was.")
                                .arg(sizeText(bytesOf(kMusic2EmoFiles.size()))),
        this);
    hint->setWordWrap(true);
    hint->setProperty("secondary", true);
    grid->addWidget(hint, 1, 0, 1, 3);
    for (std::size_t file = 0; file < kMusic2EmoFiles.size(); ++file)
        addFile(file);

    m_bar->setRange(0, kBarSteps);
    m_bar->setTextVisible(false);
    m_bar->setFixedHeight(6);
    m_bar->setAccessibleName(tr("Progress of the download"));
    m_progress->setProperty("secondary", true);
    m_progress->setWordWrap(true);
    int row = kFirstRow + kRowsPerFile * static_cast<int>(kMusic2EmoFiles.size());
    grid->addWidget(m_proxy, row++, 0, 1, 3);
    grid->addWidget(m_message, row++, 0, 1, 3);
    grid->addWidget(m_bar, row++, 0, 1, 3);
    auto* foot = new QHBoxLayout;
    foot->setSpacing(8);
    foot->addWidget(m_progress, 1);
    foot->addWidget(m_showAddresses);
    foot->addWidget(m_stop);
    foot->addWidget(m_fetch);
    grid->addLayout(foot, row, 0, 1, 3);
    grid->setColumnStretch(1, 1);

    m_showAddresses->setCheckable(true);
    m_showAddresses->setProperty("flat", true);
    connect(m_showAddresses, &QPushButton::toggled, this, [this](bool isOn) {
        for (std::size_t file = 0; file < m_addresses.size(); ++file) {
            m_addressLabels[file]->setVisible(isOn);
            m_addresses[file]->setVisible(isOn);
        }
        m_proxy->setVisible(isOn);
    });
    m_proxy->hide();
    connect(m_proxy, &ProxyRow::changed, this, [this] {
        updateButtons();
        if (m_proxy->choice().isUsable()) Q_EMIT proxyChanged();
    });
    const auto start = [this] { Q_EMIT fetchWanted(arguments()); };
    connect(m_message, &PanelMessage::tryAgainWanted, this, start);
    connect(m_fetch, &QPushButton::clicked, this, start);
    connect(m_stop, &QPushButton::clicked, this, &ModelDownloadPanel::stopWanted);
    setFetching(false);
}

void ModelDownloadPanel::addFile(std::size_t number)
{
    const PublishedFile& file = kMusic2EmoFiles[number];
    auto* grid = static_cast<QGridLayout*>(layout());
    const int row = kFirstRow + kRowsPerFile * static_cast<int>(number);
    auto* name = new QLabel(
        inPageDirection(
            tr("%1, %2", "a file and its size").arg(textOf(file.title), sizeText(file.bytes))),
        this);
    grid->addWidget(name, row, 0);
    auto* purpose = new QLabel(purposeOf(textOf(file.key)), this);
    purpose->setProperty("secondary", true);
    grid->addWidget(purpose, row, 1);

    auto* licence = new QHBoxLayout;
    m_accepted[number]
        = new QCheckBox(tr("I accept %1", "the name of a licence").arg(textOf(file.licence)), this);
    m_accepted[number]->setAccessibleName(
        tr("I accept the licence %1 of %2").arg(textOf(file.licence), textOf(file.title)));
    licence->addWidget(m_accepted[number]);
    QLabel* read = m_licences[number] = new QLabel(
        QStringLiteral("<a href=\"%1\">%2</a>").arg(textOf(file.licenceAddress), tr("read it")),
        this);
    read->setOpenExternalLinks(true);
    read->setTextInteractionFlags(Qt::TextBrowserInteraction);
    read->setToolTip(textOf(file.licenceAddress));
    read->setAccessibleName(tr("Read the licence of %1").arg(textOf(file.title)));
    licence->addWidget(read);
    licence->addStretch();
    grid->addLayout(licence, row, 2);
    connect(m_accepted[number], &QCheckBox::toggled, this, &ModelDownloadPanel::updateButtons);

    m_addressLabels[number] = new QLabel(tr("Address"), this);
    m_addressLabels[number]->setProperty("secondary", true);
    m_addresses[number] = new QLineEdit(textOf(file.address), this);
    m_addresses[number]->setAccessibleName(tr("Address of %1").arg(textOf(file.title)));
    m_addresses[number]->setCursorPosition(0);
    m_addressLabels[number]->setBuddy(m_addresses[number]);
    grid->addWidget(m_addressLabels[number], row + 1, 0);
    grid->addWidget(m_addresses[number], row + 1, 1, 1, 2);
    m_addressLabels[number]->hide();
    m_addresses[number]->hide();
    connect(m_addresses[number], &QLineEdit::textChanged, this, &ModelDownloadPanel::updateButtons);
}

void ModelDownloadPanel::setFetching(bool isFetching)
{
    m_isFetching = isFetching;
    m_stop->setVisible(isFetching);
    m_bar->setVisible(isFetching);
    m_bar->setValue(0);
    m_pace = {};
    m_clock.start();
    m_progress->setText(tr("Getting in touch with the server \u2026"));
    updateButtons();
}

void ModelDownloadPanel::setProgress(const QString& key, std::int64_t done, std::int64_t total)
{
    const auto file = std::ranges::find_if(
        kMusic2EmoFiles, [&](const PublishedFile& known) { return textOf(known.key) == key; });
    if (file == kMusic2EmoFiles.end() || total <= 0) return;
    const auto number = static_cast<std::size_t>(file - kMusic2EmoFiles.begin());
    const std::int64_t all = bytesOf(kMusic2EmoFiles.size());
    const std::int64_t come = bytesOf(number) + std::min(done, file->bytes);
    m_bar->setValue(
        static_cast<int>(static_cast<double>(come) / static_cast<double>(all) * kBarSteps));
    if (come == all) {
        m_progress->setText(tr("All three are there. Importing them takes a minute \u2026"));
        return;
    }
    m_pace.add(m_clock.elapsed(), come);
    const auto megabytes = [](std::int64_t bytes) {
        return QLocale().toString(static_cast<double>(bytes) / kMegabyte, 'f', 0);
    };
    QString text = tr("File %1 of %2 \u00b7 %3 of %4 MB")
                       .arg(QLocale().toString(static_cast<int>(number) + 1),
                           QLocale().toString(static_cast<int>(kMusic2EmoFiles.size())),
                           megabytes(come), megabytes(all));
    if (const auto left = m_pace.secondsLeft(all))
        text += QStringLiteral(" \u00b7 ") + timeLeftText(*left);
    m_progress->setText(text);
}

void ModelDownloadPanel::setProxy(const ProxyChoice& choice)
{
    m_proxy->setChoice(choice);
    updateButtons();
}

ProxyChoice ModelDownloadPanel::proxy() const
{
    return m_proxy->choice();
}

void ModelDownloadPanel::showWays()
{
    m_showAddresses->setChecked(true);
}

QList<QWidget*> ModelDownloadPanel::tabOrder() const
{
    QList<QWidget*> order;
    for (std::size_t file = 0; file < m_accepted.size(); ++file)
        order << m_accepted[file] << m_licences[file] << m_addresses[file];
    return order << &m_proxy->kind() << &m_proxy->address() << &m_message->tryAgainButton()
                 << m_showAddresses << m_stop << m_fetch;
}

void ModelDownloadPanel::updateButtons()
{
    const bool isAccepted = std::ranges::all_of(
        m_accepted, [](const QCheckBox* box) { return box && box->isChecked(); });
    const bool hasAddresses = std::ranges::none_of(m_addresses,
        [](const QLineEdit* edit) { return !edit || edit->text().trimmed().isEmpty(); });
    const bool hasProxy = m_proxy->choice().isUsable();
    const bool canStart = isAccepted && hasAddresses && hasProxy && !m_isFetching;
    m_fetch->setEnabled(canStart);
    m_message->tryAgainButton().setEnabled(canStart);
    m_fetch->setVisible(!m_isFetching);
    m_proxy->setEnabled(!m_isFetching);
    if (!m_isFetching)
        m_progress->setText(!isAccepted ? tr("Read and accept the three licences first.")
                : !hasAddresses         ? tr("An address is missing.")
                : !hasProxy             ? tr("The address of the proxy is missing.")
                                        : QString());
    for (QCheckBox* box : m_accepted)
        if (box) box->setEnabled(!m_isFetching);
    for (QLineEdit* edit : m_addresses)
        if (edit) edit->setEnabled(!m_isFetching);
}

QStringList ModelDownloadPanel::arguments() const
{
    QStringList arguments { QStringLiteral("--name"), textOf(kName),
        QStringLiteral("--accept-licences") };
    for (std::size_t file = 0; file < m_addresses.size(); ++file)
        arguments << QStringLiteral("--") + textOf(kMusic2EmoFiles[file].key)
                  << m_addresses[file]->text().trimmed();
    return arguments;
}

} // namespace circumplex
