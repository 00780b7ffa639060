#include "ui/models/model_import_panel.h"

#include "core/types/model_name.h"
#include "ui/common/core_text.h"
#include "ui/common/heading.h"
#include "ui/models/panel_message.h"

#include <QFileDialog>
#include <QFileInfo>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

#include <algorithm>

namespace circumplex {

namespace {

constexpr std::array<const char*, 3> kOptions { "--music2emo", "--mert", "--btc" };

} // namespace

ModelImportPanel::ModelImportPanel(QWidget* parent)
    : QFrame(parent)
    , m_name(new QLineEdit(QStringLiteral("music2emo"), this))
    , m_import(new QPushButton(tr("Import"), this))
    , m_message(new PanelMessage(this))
{
    setProperty("card", true);
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(16, 12, 16, 12);
    grid->setVerticalSpacing(6);
    grid->addWidget(sectionTitle(tr("Import Music2Emo"), this), 0, 0, 1, 3);
    auto* hint = new QLabel(tr("Its authors publish three files. Choose them here, or drop them "
                               "anywhere on this window; they are read, never run."),
        this);
    hint->setWordWrap(true);
    hint->setProperty("secondary", true);
    grid->addWidget(hint, 1, 0, 1, 3);
    const std::array<QString, 3> names { tr("Music2Emo (J_all.ckpt)"),
        tr("MERT-v1-95M (pytorch_model.bin)"), tr("BTC (btc_model_large_voca.pt)") };
    for (int field = 0; field < 3; ++field) {
        const auto at = static_cast<std::size_t>(field);
        m_files[at] = new QLineEdit(this);
        m_files[at]->setAccessibleName(names[at]);
        m_files[at]->setPlaceholderText(tr("no file chosen"));
        auto* label = new QLabel(names[at], this);
        label->setBuddy(m_files[at]);
        QPushButton* choose = m_choose[at] = new QPushButton(tr("Choose \u2026"), this);
        choose->setAccessibleName(tr("Choose the file of %1").arg(names[at]));
        grid->addWidget(label, 2 + field, 0);
        grid->addWidget(m_files[at], 2 + field, 1);
        grid->addWidget(choose, 2 + field, 2);
        connect(choose, &QPushButton::clicked, this,
            [this, field] { browse(static_cast<Field>(field)); });
        connect(m_files[at], &QLineEdit::textChanged, this, &ModelImportPanel::updateButton);
    }
    auto* nameLabel = new QLabel(tr("Name"), this);
    nameLabel->setBuddy(m_name);
    m_name->setAccessibleName(tr("Name of the new model"));
    grid->addWidget(nameLabel, 5, 0);
    grid->addWidget(m_name, 5, 1);
    grid->addWidget(m_import, 5, 2);
    grid->addWidget(m_message, 6, 0, 1, 3);
    grid->setColumnStretch(1, 1);
    connect(m_name, &QLineEdit::textChanged, this, &ModelImportPanel::updateButton);
    connect(m_import, &QPushButton::clicked, this, [this] { Q_EMIT importWanted(arguments()); });
    updateButton();
}

int ModelImportPanel::fieldOf(const QString& file)
{
    const QFileInfo info(file);
    const QString name = info.fileName().toLower();
    if (name.endsWith(u".ckpt")) return Music2Emo;
    if (name.endsWith(u".pt")) return Btc;
    if (name.endsWith(u".bin") || name.endsWith(u".safetensors")
        || (info.isDir() && QFileInfo::exists(file + QStringLiteral("/pytorch_model.bin"))))
        return Mert;
    return -1;
}

bool ModelImportPanel::take(const QString& file)
{
    const int field = fieldOf(file);
    if (field < 0) return false;
    m_files[static_cast<std::size_t>(field)]->setText(file);
    return true;
}

int ModelImportPanel::missingFiles() const
{
    return static_cast<int>(std::ranges::count_if(
        m_files, [](const QLineEdit* edit) { return edit->text().trimmed().isEmpty(); }));
}

QWidget& ModelImportPanel::next()
{
    for (QLineEdit* edit : m_files)
        if (edit->text().trimmed().isEmpty()) return *edit;
    return m_import->isEnabled() ? static_cast<QWidget&>(*m_import) : *m_name;
}

QList<QWidget*> ModelImportPanel::tabOrder() const
{
    QList<QWidget*> order;
    for (std::size_t field = 0; field < m_files.size(); ++field)
        order << m_files[field] << m_choose[field];
    return order << m_name << m_import << &m_message->tryAgainButton();
}

void ModelImportPanel::setBusy(bool isBusy)
{
    m_isBusy = isBusy;
    updateButton();
}

void ModelImportPanel::browse(Field field)
{
    const std::array<QString, 3> filters { tr("Checkpoint (*.ckpt)"),
        tr("Weights (*.bin *.safetensors)"), tr("Checkpoint (*.pt)") };
    QLineEdit* edit = m_files[static_cast<std::size_t>(field)];
    const QString file = QFileDialog::getOpenFileName(this, edit->accessibleName(),
        QFileInfo(edit->text()).path(), filters[static_cast<std::size_t>(field)]);
    if (!file.isEmpty()) edit->setText(file);
}

void ModelImportPanel::updateButton()
{
    QString missing;
    for (const QLineEdit* edit : m_files)
        if (edit->text().trimmed().isEmpty() && missing.isEmpty())
            missing = tr("%1 is missing").arg(edit->accessibleName());
    if (missing.isEmpty() && !isModelName(m_name->text().toStdString()))
        missing = tr("A name has %1").arg(coreText(QString::fromStdString(modelNameRule())));
    m_import->setEnabled(missing.isEmpty() && !m_isBusy);
    m_import->setToolTip(missing);
}

QStringList ModelImportPanel::arguments() const
{
    QStringList arguments { QStringLiteral("--name"), m_name->text() };
    for (std::size_t field = 0; field < m_files.size(); ++field)
        arguments << QLatin1StringView(kOptions[field]) << m_files[field]->text().trimmed();
    return arguments;
}

} // namespace circumplex
