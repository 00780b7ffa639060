#include "ui/curve/text_lines.h"

#include <QFontMetrics>
#include <QTextLayout>

namespace circumplex {

QStringList textLines(const QString& text, const QFont& font, int width, int mostLines)
{
    QStringList lines;
    QTextLayout layout(text, font);
    layout.beginLayout();
    for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
        line.setLineWidth(width);
        if (lines.size() + 1 == mostLines) {
            lines.append(
                QFontMetrics(font).elidedText(text.mid(line.textStart()), Qt::ElideRight, width));
            break;
        }
        lines.append(text.mid(line.textStart(), line.textLength()).trimmed());
    }
    layout.endLayout();
    return lines;
}

Qt::Alignment startOf(const QString& text)
{
    return text.isRightToLeft() ? Qt::AlignRight : Qt::AlignLeft;
}

} // namespace circumplex
