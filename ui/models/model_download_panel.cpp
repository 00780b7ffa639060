#include "ui/models/model_download_panel.h"

#include "core/services/published_models.h"
#include "ui/common/heading.h"

#include <QCheckBox>
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

QString sizeText(std::int64_t bytes)
{
    return QLocale().formattedDataSize(bytes, 1, QLocale::DataSizeSIFormat);
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
    , m_showAddresses(new QPushButton(tr("Addresses \u2026"), this))
    , m_fetch(new QPushButton(tr("Download"), this))
    , m_stop(new QPushButton(tr("Stop"), this))
    , m_bar(new QProgressBar(this))
    , m_progress(new QLabel(this))
{
    setProperty("card", true);
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(16, 12, 16, 12);
    grid->setHorizontalSpacing(16);
    grid->setVerticalSpacing(6);
    grid->addWidget(sectionTitle(tr("Download Music2Emo"), this), 0, 0, 1, 3);
    std::int64_t bytes = 0;
    for (const PublishedFile& file : kMusic2EmoFiles)
        bytes += file.bytes;
    auto* hint = new QLabel(tr("A larger and slower model, published by researchers. Its three "
                               "files come from their authors' own addresses, %1 in all; a "
                               "download that is stopped goes on where it was.")
                                .arg(sizeText(bytes)),
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
    auto* foot = new QHBoxLayout;
    foot->setSpacing(8);
    foot->addWidget(m_bar, 1);
    foot->addWidget(m_progress);
    foot->addStretch();
    foot->addWidget(m_showAddresses);
    foot->addWidget(m_stop);
    foot->addWidget(m_fetch);
    grid->addLayout(foot, kFirstRow + kRowsPerFile * 3, 0, 1, 3);
    grid->setColumnStretch(1, 1);

    m_showAddresses->setCheckable(true);
    m_showAddresses->setProperty("flat", true);
    connect(m_showAddresses, &QPushButton::toggled, this, [this](bool isOn) {
        for (std::size_t file = 0; file < m_addresses.size(); ++file) {
            m_addressLabels[file]->setVisible(isOn);
            m_addresses[file]->setVisible(isOn);
        }
    });
    connect(m_fetch, &QPushButton::clicked, this, [this] { Q_EMIT fetchWanted(arguments()); });
    connect(m_stop, &QPushButton::clicked, this, &ModelDownloadPanel::stopWanted);
    setFetching(false);
}

void ModelDownloadPanel::addFile(std::size_t number)
{
    const PublishedFile& file = kMusic2EmoFiles[number];
    auto* grid = static_cast<QGridLayout*>(layout());
    const int row = kFirstRow + kRowsPerFile * static_cast<int>(number);
    auto* name = new QLabel(
        tr("%1, %2", "a file and its size").arg(textOf(file.title), sizeText(file.bytes)), this);
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
    auto* read = new QLabel(
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

void ModelDownloadPanel::setBusy(bool isBusy)
{
    m_isBusy = isBusy;
    updateButtons();
}

void ModelDownloadPanel::setFetching(bool isFetching)
{
    m_isFetching = isFetching;
    m_stop->setVisible(isFetching);
    m_bar->setVisible(isFetching);
    m_bar->setValue(0);
    m_progress->setText(tr("Getting in touch with the server \u2026"));
    updateButtons();
}

void ModelDownloadPanel::setProgress(const QString& key, std::int64_t done, std::int64_t total)
{
    const auto file = std::ranges::find_if(
        kMusic2EmoFiles, [&](const PublishedFile& known) { return textOf(known.key) == key; });
    if (file == kMusic2EmoFiles.end() || total <= 0) return;
    m_bar->setValue(
        static_cast<int>(static_cast<double>(done) / static_cast<double>(total) * kBarSteps));
    m_progress->setText(tr("%1: %2 of %3", "a file, and how much of it has come")
                            .arg(textOf(file->title), sizeText(done), sizeText(total)));
}

void ModelDownloadPanel::updateButtons()
{
    const bool isAccepted = std::ranges::all_of(
        m_accepted, [](const QCheckBox* box) { return box && box->isChecked(); });
    const bool hasAddresses = std::ranges::none_of(m_addresses,
        [](const QLineEdit* edit) { return !edit || edit->text().trimmed().isEmpty(); });
    m_fetch->setEnabled(isAccepted && hasAddresses && !m_isBusy);
    m_fetch->setVisible(!m_isFetching);
    if (!m_isFetching)
        m_progress->setText(!isAccepted ? tr("Read and accept the three licences first.")
                : !hasAddresses         ? tr("An address is missing.")
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
