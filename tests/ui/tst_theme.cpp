#include "ui/common/theme.h"

#include <QCheckBox>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QTest>
#include <QVBoxLayout>

#include <array>
#include <cmath>
#include <functional>
#include <numbers>

using namespace circumplex;

namespace {

using Triple = std::array<double, 3>;
using Matrix = std::array<Triple, 3>;

Triple times(const Matrix& matrix, const Triple& vector)
{
    Triple product {};
    for (std::size_t row = 0; row < 3; ++row)
        for (std::size_t column = 0; column < 3; ++column)
            product[row] += matrix[row][column] * vector[column];
    return product;
}

Triple linearRgb(const QColor& colour)
{
    const auto linear
        = [](double c) { return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4); };
    return { linear(colour.red() / 255.0), linear(colour.green() / 255.0),
        linear(colour.blue() / 255.0) };
}

// Machado, Oliveira and Fernandes 2009, severity 1, on linear RGB.
constexpr Matrix kProtan { { { 0.152286, 1.052583, -0.204868 }, { 0.114503, 0.786281, 0.099216 },
    { -0.003882, -0.048116, 1.051998 } } };
constexpr Matrix kDeutan { { { 0.367322, 0.860646, -0.227968 }, { 0.280085, 0.672501, 0.047413 },
    { -0.011820, 0.042940, 0.968881 } } };

// Brettel, Viénot and Mollon 1997 as two half planes of linear RGB (DaltonLens' derivation).
Triple tritan(const Triple& rgb)
{
    constexpr Matrix kOne { { { 1.01277, 0.13548, -0.14826 }, { -0.01243, 0.86812, 0.14431 },
        { 0.07589, 0.80500, 0.11911 } } };
    constexpr Matrix kOther { { { 0.93678, 0.18979, -0.12657 }, { 0.06154, 0.81526, 0.12320 },
        { -0.37562, 1.12767, 0.24796 } } };
    const double side = 0.03901 * rgb[0] - 0.02788 * rgb[1] - 0.01113 * rgb[2];
    return times(side >= 0.0 ? kOne : kOther, rgb);
}

Triple lab(Triple rgb)
{
    for (double& channel : rgb)
        channel = std::clamp(channel, 0.0, 1.0);
    constexpr Matrix kToXyz { { { 0.4124564, 0.3575761, 0.1804375 },
        { 0.2126729, 0.7151522, 0.0721750 }, { 0.0193339, 0.1191920, 0.9503041 } } };
    const Triple xyz = times(kToXyz, rgb);
    const auto f = [](double t) {
        return t > 216.0 / 24389.0 ? std::cbrt(t) : (24389.0 / 27.0 * t + 16.0) / 116.0;
    };
    const double x = f(xyz[0] / 0.95047), y = f(xyz[1]), z = f(xyz[2] / 1.08883);
    return { 116.0 * y - 16.0, 500.0 * (x - y), 200.0 * (y - z) };
}

/// Sharma, Wu and Dalal 2005.
double ciede2000(const Triple& one, const Triple& two)
{
    constexpr double kDegree = std::numbers::pi / 180.0;
    const double c1 = std::hypot(one[1], one[2]), c2 = std::hypot(two[1], two[2]);
    const double c7 = std::pow((c1 + c2) / 2.0, 7.0);
    const double g = 0.5 * (1.0 - std::sqrt(c7 / (c7 + std::pow(25.0, 7.0))));
    const double a1 = one[1] * (1.0 + g), a2 = two[1] * (1.0 + g);
    const double cp1 = std::hypot(a1, one[2]), cp2 = std::hypot(a2, two[2]);
    const auto hue = [](double b, double a) {
        const double h = std::atan2(b, a) / kDegree;
        return h < 0.0 ? h + 360.0 : h;
    };
    const double h1 = hue(one[2], a1), h2 = hue(two[2], a2);
    double dh = h2 - h1;
    if (cp1 * cp2 == 0.0) dh = 0.0;
    if (dh > 180.0) dh -= 360.0;
    if (dh < -180.0) dh += 360.0;
    const double dl = two[0] - one[0], dc = cp2 - cp1;
    const double dhh = 2.0 * std::sqrt(cp1 * cp2) * std::sin(dh * kDegree / 2.0);
    const double l = (one[0] + two[0]) / 2.0, c = (cp1 + cp2) / 2.0;
    double h = (h1 + h2) / 2.0;
    if (std::abs(h1 - h2) > 180.0) h += h < 180.0 ? 180.0 : -180.0;
    if (cp1 * cp2 == 0.0) h = h1 + h2;
    const double t = 1.0 - 0.17 * std::cos((h - 30.0) * kDegree)
        + 0.24 * std::cos(2.0 * h * kDegree) + 0.32 * std::cos((3.0 * h + 6.0) * kDegree)
        - 0.20 * std::cos((4.0 * h - 63.0) * kDegree);
    const double sl
        = 1.0 + 0.015 * (l - 50.0) * (l - 50.0) / std::sqrt(20.0 + (l - 50.0) * (l - 50.0));
    const double sc = 1.0 + 0.045 * c, sh = 1.0 + 0.015 * c * t;
    const double cc7 = std::pow(c, 7.0);
    const double rc = 2.0 * std::sqrt(cc7 / (cc7 + std::pow(25.0, 7.0)));
    const double theta = 30.0 * std::exp(-std::pow((h - 275.0) / 25.0, 2.0));
    const double rt = -std::sin(2.0 * theta * kDegree) * rc;
    return std::sqrt(std::pow(dl / sl, 2.0) + std::pow(dc / sc, 2.0) + std::pow(dhh / sh, 2.0)
        + rt * dc / sc * dhh / sh);
}

double contrast(const QColor& one, const QColor& two)
{
    const auto luminance = [](const QColor& colour) {
        const Triple rgb = linearRgb(colour);
        return 0.2126 * rgb[0] + 0.7152 * rgb[1] + 0.0722 * rgb[2] + 0.05;
    };
    const double ratio = luminance(one) / luminance(two);
    return ratio < 1.0 ? 1.0 / ratio : ratio;
}

/// What makes a widget lay out its text anew.
class LayoutWatch : public QObject {
public:
    bool eventFilter(QObject* watched, QEvent* event) override
    {
        if (watched->isWidgetType())
            count += event->type() == QEvent::StyleChange || event->type() == QEvent::FontChange;
        return false;
    }

    int count = 0;
};

} // namespace

class ThemeTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theFormulaGivesPublishedDistances()
    {
        // Pairs 1, 17 and 25 of Sharma, Wu and Dalal's table.
        QVERIFY(std::abs(ciede2000({ 50.0, 2.6772, -79.7751 }, { 50.0, 0.0, -82.7485 }) - 2.0425)
            < 1e-4);
        QVERIFY(std::abs(ciede2000({ 50.0, 2.5, 0.0 }, { 73.0, 25.0, -18.0 }) - 27.1492) < 1e-4);
        QVERIFY(std::abs(ciede2000({ 60.2574, -34.0099, 36.2677 }, { 60.4626, -34.1751, 39.4387 })
                    - 1.2644)
            < 1e-4);
    }

    void coloursOfDataStayApart_data()
    {
        QTest::addColumn<int>("eye");
        QTest::addColumn<bool>("isDark");
        const std::array names { "normal", "protan", "deutan", "tritan" };
        for (int eye = 0; eye < 4; ++eye)
            for (const bool isDark : { false, true })
                QTest::addRow(
                    "%s %s", names[static_cast<std::size_t>(eye)], isDark ? "dark" : "light")
                    << eye << isDark;
    }

    void coloursOfDataStayApart()
    {
        QFETCH(const int, eye);
        QFETCH(const bool, isDark);
        const Theme& theme = isDark ? Theme::dark() : Theme::light();
        const auto seen = [eye](const QColor& colour) {
            const Triple rgb = linearRgb(colour);
            if (eye == 1) return lab(times(kProtan, rgb));
            if (eye == 2) return lab(times(kDeutan, rgb));
            return lab(eye == 3 ? tritan(rgb) : rgb);
        };
        const std::vector<std::vector<QColor>> groups {
            { theme.joyful, theme.tense, theme.sad, theme.calm },
            { theme.valence, theme.arousal, theme.waveform },
        };
        for (const auto& group : groups)
            for (std::size_t one = 0; one < group.size(); ++one)
                for (std::size_t two = one + 1; two < group.size(); ++two) {
                    const double distance = ciede2000(seen(group[one]), seen(group[two]));
                    QVERIFY2(distance >= 20.0,
                        qPrintable(QStringLiteral("%1 and %2: %3")
                                       .arg(group[one].name(), group[two].name())
                                       .arg(distance)));
                }
    }

    void textCanBeRead()
    {
        for (const Theme* theme : { &Theme::light(), &Theme::dark() }) {
            for (const QColor& ground : { theme->paper, theme->panel }) {
                QVERIFY(contrast(theme->ink, ground) >= 7.0);
                QVERIFY(contrast(theme->secondaryInk, ground) >= 4.5);
            }
            QVERIFY(contrast(theme->accentText, theme->accent) >= 4.5);
            QVERIFY(contrast(theme->valence, theme->paper) >= 4.5);
            QVERIFY(contrast(theme->arousal, theme->paper) >= 4.5);
            for (const QColor& quarter : { theme->joyful, theme->tense, theme->sad, theme->calm }) {
                QVERIFY(contrast(quarter, theme->paper) >= 3.0);
                QVERIFY(contrast(theme->ink, theme->tint(quarter, 0.18)) >= 7.0);
            }
        }
    }

    void everythingIsDrawnInTheThemeOfTheMoment()
    {
        applyTheme(*qApp, Appearance::Light);
        QWidget window;
        auto* column = new QVBoxLayout(&window);
        auto* main = new QPushButton(QStringLiteral("main"));
        main->setProperty("primary", true);
        auto* plain = new QPushButton(QStringLiteral("plain"));
        auto* note = new QLabel(QStringLiteral("note"));
        note->setProperty("secondary", true);
        auto* list = new QListWidget;
        list->addItem(QStringLiteral("row"));
        list->setCurrentRow(0);
        auto* check = new QCheckBox(QStringLiteral("check"));
        check->setChecked(true);
        for (QWidget* widget : std::initializer_list<QWidget*> { main, plain, note, list, check })
            column->addWidget(widget);
        window.show();
        QVERIFY(QTest::qWaitForWindowExposed(&window));
        QCOMPARE(plain->height(), 30);

        LayoutWatch watch;
        qApp->installEventFilter(&watch);
        for (const Appearance appearance :
            { Appearance::Dark, Appearance::Light, Appearance::Dark }) {
            applyTheme(*qApp, appearance);
            QCoreApplication::processEvents(); // windows hear of it from the event loop
            const Theme& theme = appearance == Appearance::Dark ? Theme::dark() : Theme::light();
            const auto middleLeft = [](QWidget& widget) {
                const QImage drawn = widget.grab().toImage();
                return drawn.pixelColor(6, drawn.height() / 2);
            };
            QCOMPARE(middleLeft(*main), theme.accent);
            QCOMPARE(middleLeft(*plain), theme.panel);
            QCOMPARE(note->palette().color(note->foregroundRole()), theme.secondaryInk);
            const QImage rows = list->grab().toImage();
            const QRect row = list->visualItemRect(list->item(0)).translated(1, 1);
            QCOMPARE(rows.pixelColor(row.right() - 8, row.center().y()), theme.selection());
            QCOMPARE(rows.pixelColor(rows.width() / 2, rows.height() - 8), theme.paper);
        }
        QCOMPARE(watch.count, 0);
        QVERIFY(qApp->styleSheet().isEmpty());
    }

    void theThemeIsKnownFromThePalette()
    {
        QCOMPARE(&Theme::of(Theme::light().palette()), &Theme::light());
        QCOMPARE(&Theme::of(Theme::dark().palette()), &Theme::dark());
    }
};

QTEST_MAIN(ThemeTest)
#include "tst_theme.moc"
