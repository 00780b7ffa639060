#include "ui/models/proxy_row.h"

#include <QComboBox>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QSignalBlocker>

namespace circumplex {

ProxyRow::ProxyRow(QWidget* parent)
    : QWidget(parent)
    , m_kind(new QComboBox(this))
    , m_address(new QLineEdit(this))
{
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(16);
    grid->setVerticalSpacing(6);
    auto* name = new QLabel(tr("Proxy"), this);
    name->setProperty("secondary", true);
    name->setBuddy(m_kind);
    m_kind->addItems({ tr("as the system says"), tr("none"), tr("this address") }); // as Kind
    m_kind->setAccessibleName(tr("Proxy for downloads"));
    m_address->setAccessibleName(tr("Address of the proxy"));
    m_address->setPlaceholderText(QStringLiteral("http://proxy.example.org:3128"));
    auto* hint = new QLabel(tr("A proxy passes on what is downloaded; some companies and schools "
                               "need one, and their administrators know its address."),
        this);
    hint->setProperty("secondary", true);
    hint->setWordWrap(true);
    grid->addWidget(name, 0, 0);
    grid->addWidget(m_kind, 0, 1);
    grid->addWidget(m_address, 0, 2);
    grid->addWidget(hint, 1, 0, 1, 3);
    grid->setColumnStretch(2, 1);
    connect(m_kind, &QComboBox::currentIndexChanged, this, [this] {
        m_address->setVisible(choice().kind == ProxyChoice::Kind::Address);
        Q_EMIT changed();
    });
    connect(m_address, &QLineEdit::textChanged, this, &ProxyRow::changed);
    m_address->hide();
}

void ProxyRow::setChoice(const ProxyChoice& choice)
{
    const QSignalBlocker quiet(this);
    m_address->setText(choice.address);
    m_kind->setCurrentIndex(static_cast<int>(choice.kind));
}

ProxyChoice ProxyRow::choice() const
{
    return { static_cast<ProxyChoice::Kind>(m_kind->currentIndex()), m_address->text().trimmed() };
}

} // namespace circumplex
