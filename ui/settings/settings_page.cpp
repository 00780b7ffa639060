#include "ui/settings/settings_page.h"

#include "ui/common/heading.h"
#include "ui/common/language.h"
#include "ui/common/reading_margins.h"
#include "ui/common/wheel_guard.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QFormLayout>
#include <QLabel>
#include <QListWidget>
#include <QPainter>
#include <QPushButton>
#include <QScrollArea>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QVBoxLayout>

#include <algorithm>

namespace circumplex {

namespace {

constexpr int kColumnWidth = 640;
constexpr int kFieldWidth = 200;

class FolderList : public QListWidget {
protected:
    void paintEvent(QPaintEvent* event) override
    {
        QListWidget::paintEvent(event);
        if (count() > 0) return;
        QPainter painter(viewport());
        painter.setPen(palette().color(QPalette::PlaceholderText));
        painter.drawText(
            viewport()->rect(), Qt::AlignCenter, SettingsPage::tr("No folder is watched yet."));
    }
};

} // namespace

SettingsPage::SettingsPage(QWidget* parent)
    : QWidget(parent)
    , m_sections(new QVBoxLayout)
    , m_folders(new FolderList)
    , m_foldersError(new QLabel)
    , m_remove(new QPushButton(tr("Stop watching")))
    , m_appearance(new QComboBox)
    , m_language(new QComboBox)
    , m_languageHint(new QLabel(tr("The new language appears when the program is started again.")))
    , m_restart(new QPushButton(tr("Start again now")))
    , m_automatic(new QCheckBox(tr("Analyse new songs by themselves")))
    , m_cores(new QSpinBox)
    , m_gentle(new QCheckBox(tr("Give way to other programs")))
    , m_hop(new QDoubleSpinBox)
    , m_window(new QDoubleSpinBox)
    , m_cache(new QSpinBox)
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(readingMargins(16, 12, 0, 0));
    column->addWidget(pageTitle(tr("Settings"), this));
    auto* inside = new QWidget;
    inside->setMaximumWidth(kColumnWidth);
    inside->setLayout(m_sections);
    m_sections->setContentsMargins(readingMargins(0, 8, 16, 16));
    m_sections->setSpacing(6);
    addFolderSection();

    QFormLayout* look = addSection(tr("Appearance"), {});
    m_appearance->addItems({ tr("As the desktop"), tr("Light"), tr("Dark") });
    look->addRow(tr("Colours"), m_appearance);
    m_language->addItem(tr("As the system"), QString());
    for (const Language& language : languages())
        m_language->addItem(
            QString::fromUtf16(language.ownName), QString(QLatin1StringView(language.code)));
    look->addRow(tr("Language"), m_language);
    m_languageHint->setProperty("secondary", true);
    m_languageHint->setWordWrap(true);
    m_languageHint->hide();
    m_restart->hide();
    look->addRow(m_languageHint);
    look->addRow(QString(), m_restart);
    connect(m_restart, &QPushButton::clicked, this, &SettingsPage::restartWanted);

    QFormLayout* pace = addSection(tr("Pace of the analysis"),
        tr("Songs are analysed in the background, by a process of its own."));
    pace->addRow(QString(), m_automatic);
    m_cores->setRange(10, 100);
    m_cores->setSingleStep(10);
    m_cores->setSuffix(tr(" % of the processor"));
    pace->addRow(tr("Use at most"), m_cores);
    pace->addRow(QString(), m_gentle);
    m_cache->setRange(0, 1 << 20);
    m_cache->setSingleStep(256);
    m_cache->setSuffix(tr(" MB"));
    m_cache->setSpecialValueText(tr("nothing"));
    pace->addRow(tr("Cache on disk, at most"), m_cache);

    QFormLayout* curves = addSection(tr("Curves"),
        tr("Longer windows are steadier, shorter ones follow quick changes. Songs that are "
           "analysed already keep their curves until they are analysed again."));
    m_hop->setRange(0.5, 10.0);
    m_hop->setSingleStep(0.5);
    m_hop->setDecimals(1);
    m_hop->setSuffix(tr(" s"));
    curves->addRow(tr("One value every"), m_hop);
    m_window->setRange(5.0, 30.0);
    m_window->setSingleStep(1.0);
    m_window->setDecimals(1);
    m_window->setSuffix(tr(" s"));
    curves->addRow(tr("Each from a window of"), m_window);
    const std::initializer_list<QWidget*> fields { m_appearance, m_language, m_cores, m_cache,
        m_hop, m_window };
    int width = kFieldWidth;
    for (const QWidget* field : fields)
        width = std::max(width, field->sizeHint().width());
    for (QWidget* field : fields)
        field->setFixedSize(width, 30);
    m_sections->addStretch();
    alignSections();

    auto* scroll = new QScrollArea(this);
    scroll->setWidgetResizable(true);
    scroll->setWidget(inside);
    scroll->setAccessibleName(tr("Settings"));
    column->addWidget(scroll, 1);
    guardWheel(*this);

    connect(m_appearance, &QComboBox::currentIndexChanged, this, &SettingsPage::lookChanged);
    connect(m_language, &QComboBox::currentIndexChanged, this, [this] {
        m_languageHint->show();
        m_restart->show();
        Q_EMIT lookChanged();
    });
    for (QCheckBox* box : { m_automatic, m_gentle })
        connect(box, &QCheckBox::toggled, this, &SettingsPage::analysisChanged);
    for (QSpinBox* box : { m_cores, m_cache })
        connect(box, &QSpinBox::valueChanged, this, &SettingsPage::analysisChanged);
    for (QDoubleSpinBox* box : { m_hop, m_window })
        connect(box, &QDoubleSpinBox::valueChanged, this, &SettingsPage::analysisChanged);
}

QFormLayout* SettingsPage::addSection(const QString& name, const QString& explanation)
{
    m_sections->addSpacing(12);
    m_sections->addWidget(sectionTitle(name, this));
    if (!explanation.isEmpty()) {
        auto* label = new QLabel(explanation);
        label->setWordWrap(true);
        label->setProperty("secondary", true);
        m_sections->addWidget(label);
    }
    auto* form = new QFormLayout;
    form->setLabelAlignment(Qt::AlignLeft);
    form->setHorizontalSpacing(16);
    form->setFieldGrowthPolicy(QFormLayout::FieldsStayAtSizeHint);
    m_sections->addLayout(form);
    m_forms.push_back(form);
    return form;
}

/// The fields of all sections begin at one line.
void SettingsPage::alignSections()
{
    std::vector<QWidget*> labels;
    int width = 0;
    for (const QFormLayout* form : m_forms)
        for (int row = 0; row < form->rowCount(); ++row) {
            const QLayoutItem* label = form->itemAt(row, QFormLayout::LabelRole);
            if (!label || !label->widget()) continue;
            labels.push_back(label->widget());
            width = std::max(width, label->widget()->sizeHint().width());
        }
    for (QWidget* label : labels)
        label->setMinimumWidth(width);
}

void SettingsPage::addFolderSection()
{
    QFormLayout* form = addSection(tr("Folders with music"),
        tr("Files in them are only read. Songs stay in the library when their folder is no longer "
           "watched."));
    m_folders->setAccessibleName(tr("Watched folders"));
    m_folders->setFixedHeight(116);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    form->addRow(m_folders);
    m_foldersError->setWordWrap(true);
    m_foldersError->hide();
    form->addRow(m_foldersError);
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    auto* add = new QPushButton(tr("Add a folder \u2026"));
    buttons->addWidget(add);
    buttons->addWidget(m_remove);
    buttons->addStretch();
    form->addRow(buttons);
    m_remove->setEnabled(false);
    connect(add, &QPushButton::clicked, this, &SettingsPage::addFolderWanted);
    connect(m_remove, &QPushButton::clicked, this,
        [this] { Q_EMIT removeFolderWanted(m_folders->currentRow()); });
    connect(m_folders, &QListWidget::currentRowChanged, this,
        [this](int row) { m_remove->setEnabled(row >= 0); });
}

void SettingsPage::setLook(const Settings::Look& look)
{
    const QSignalBlocker blockers[] { QSignalBlocker(m_appearance), QSignalBlocker(m_language) };
    m_appearance->setCurrentIndex(static_cast<int>(look.appearance));
    m_language->setCurrentIndex(std::max(0, m_language->findData(look.language)));
}

void SettingsPage::setAnalysis(const Settings::Analysis& analysis)
{
    const QSignalBlocker blockers[] { QSignalBlocker(m_automatic), QSignalBlocker(m_cores),
        QSignalBlocker(m_gentle), QSignalBlocker(m_hop), QSignalBlocker(m_window),
        QSignalBlocker(m_cache) };
    m_automatic->setChecked(analysis.isAutomatic);
    m_cores->setValue(analysis.coresPercent);
    m_gentle->setChecked(analysis.isGentle);
    m_hop->setValue(analysis.curveHopSeconds);
    m_window->setValue(analysis.curveWindowSeconds);
    m_cache->setValue(analysis.cacheMegabytes);
}

Settings::Look SettingsPage::look() const
{
    return { static_cast<Appearance>(m_appearance->currentIndex()),
        m_language->currentData().toString() };
}

Settings::Analysis SettingsPage::analysis() const
{
    return { m_automatic->isChecked(), m_cores->value(), m_gentle->isChecked(), m_hop->value(),
        m_window->value(), m_cache->value() };
}

void SettingsPage::setFolders(const QStringList& folders)
{
    m_foldersError->hide();
    m_folders->clear();
    m_folders->addItems(folders);
}

void SettingsPage::setFoldersError(const QString& sentence)
{
    m_foldersError->setText(sentence);
    m_foldersError->show();
}

} // namespace circumplex
