#include "ui/library/playlist_dialog.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace circumplex {

PlaylistDialog::PlaylistDialog(const QStringList& names, int songs, QWidget* parent)
    : QDialog(parent)
    , m_name(new QComboBox(this))
{
    setWindowTitle(tr("Add to a playlist"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(16, 16, 16, 16);
    column->setSpacing(10);
    auto* question = new QLabel(
        tr("Add %Ln song(s) to this playlist; a new name makes a new one:", nullptr, songs), this);
    question->setWordWrap(true);
    question->setBuddy(m_name);
    column->addWidget(question);
    m_name->setEditable(true);
    m_name->addItems(names);
    m_name->setCurrentIndex(-1);
    m_name->setAccessibleName(tr("Name of the playlist"));
    m_name->lineEdit()->setPlaceholderText(tr("Name of the playlist"));
    m_name->setInsertPolicy(QComboBox::NoInsert);
    m_name->setMinimumWidth(360);
    column->addWidget(m_name);
    auto* buttons = new QDialogButtonBox(this);
    m_add = buttons->addButton(tr("Add"), QDialogButtonBox::AcceptRole);
    m_add->setProperty("primary", true);
    buttons->addButton(tr("Cancel"), QDialogButtonBox::RejectRole);
    column->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_name, &QComboBox::currentTextChanged, this, &PlaylistDialog::describe);
    describe();
}

QString PlaylistDialog::name() const
{
    QString name = m_name->currentText().trimmed();
    return name.replace(u'"', u'\'');
}

void PlaylistDialog::describe()
{
    m_add->setEnabled(!name().isEmpty());
}

} // namespace circumplex
