#pragma once

#include <QAbstractButton>
#include <QApplication>
#include <QFileDialog>
#include <QLineEdit>
#include <QTest>
#include <QTimer>

namespace circumplex::test {

template <class Widget> Widget* named(QWidget& parent, const QString& accessibleName)
{
    for (Widget* widget : parent.findChildren<Widget*>())
        if (widget->accessibleName() == accessibleName) return widget;
    return nullptr;
}

/// The button that can be seen and says so; nullptr: none.
inline QAbstractButton* buttonWith(QWidget& parent, const QString& text)
{
    for (QAbstractButton* button : parent.findChildren<QAbstractButton*>())
        if (button->text() == text && button->isVisible()) return button;
    return nullptr;
}

inline bool canPress(QWidget& parent, const QString& text)
{
    const QAbstractButton* button = buttonWith(parent, text);
    return button && button->isEnabled();
}

/// Clicks such a button, when it is there.
inline void press(QWidget& parent, const QString& text, int patienceMs = 5000)
{
    QTRY_VERIFY2_WITH_TIMEOUT(canPress(parent, text), qPrintable(text), patienceMs);
    QTest::mouseClick(buttonWith(parent, text), Qt::LeftButton);
}

/// Presses a button that asks for a file or folder, and answers. Needs dialogs that are Qt's own.
inline void pressAndChoose(QWidget& parent, const QString& text, const QString& path)
{
    QTRY_VERIFY2(
        canPress(parent, text), qPrintable(text)); // so that what follows waits for nothing
    QTimer::singleShot(0, &parent, [path] {
        QFileDialog* dialog = nullptr;
        QTRY_VERIFY((dialog = qobject_cast<QFileDialog*>(QApplication::activeModalWidget())));
        auto* name = dialog->findChild<QLineEdit*>(QStringLiteral("fileNameEdit"));
        QVERIFY(name);
        name->setText(path);
        QTest::keyClick(name, Qt::Key_Return);
    });
    press(parent, text);
}

} // namespace circumplex::test
