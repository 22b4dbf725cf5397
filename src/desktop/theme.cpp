#include "desktop/theme.h"

#include <QApplication>
#include <QBuffer>
#include <QFile>
#include <QIconEngine>
#include <QImageReader>
#include <QPainter>
#include <QPalette>
#include <QPixmapCache>
#include <QProxyStyle>
#include <QStyleOption>
#include <QWidget>

namespace desktop {

namespace {

struct Scheme
{
    bool dark = false;
    Colours colours;
};

Scheme& scheme()
{
    static Scheme present;
    return present;
}

Colours lightColours()
{
    Colours c;
    c.card = Qt::white;
    c.accent = QColor(0x0f, 0x5f, 0x7d);
    c.accentText = Qt::white;
    c.warning = QColor(0xa6, 0x43, 0x0d);
    c.good = QColor(0x25, 0x6b, 0x3a);
    c.muted = QColor(0x55, 0x5c, 0x63);
    c.line = QColor(0xd4, 0xd6, 0xd4);
    c.hover = QColor(0xe8, 0xf0, 0xf3);
    c.tintCause = QColor(0xff, 0xe2, 0xc4);
    c.tintId = QColor(0xdb, 0xea, 0xf3);
    c.tintDeadline = QColor(0xfb, 0xd9, 0xd9);
    c.tintRequest = QColor(0xdf, 0xee, 0xd8);
    c.gap = QColor(0xff, 0xe6, 0xa8);
    c.proposed = QColor(0xee, 0xea, 0xf6);
    return c;
}

Colours darkColours()
{
    Colours c;
    c.card = QColor(0x2b, 0x30, 0x35);
    c.accent = QColor(0x6c, 0xbd, 0xdb);
    c.accentText = QColor(0x10, 0x1c, 0x22);
    c.warning = QColor(0xf2, 0xa6, 0x6a);
    c.good = QColor(0x8f, 0xce, 0xa0);
    c.muted = QColor(0xab, 0xb2, 0xb9);
    c.line = QColor(0x45, 0x4b, 0x52);
    c.hover = QColor(0x2d, 0x38, 0x3f);
    c.tintCause = QColor(0x5c, 0x3f, 0x21);
    c.tintId = QColor(0x25, 0x43, 0x54);
    c.tintDeadline = QColor(0x60, 0x2c, 0x2e);
    c.tintRequest = QColor(0x2f, 0x4a, 0x2c);
    c.gap = QColor(0x5f, 0x4c, 0x14);
    c.proposed = QColor(0x38, 0x33, 0x48);
    return c;
}

QPalette paletteFor(bool dark)
{
    const auto& c = scheme().colours;
    const QColor text = dark ? QColor(0xe7, 0xe9, 0xeb) : QColor(0x1c, 0x1f, 0x22);
    const QColor window = dark ? QColor(0x24, 0x28, 0x2c) : QColor(0xf4, 0xf4, 0xf2);
    const QColor base = dark ? QColor(0x1b, 0x1e, 0x21) : QColor(0xff, 0xff, 0xff);
    const QColor button = dark ? QColor(0x31, 0x37, 0x3c) : QColor(0xfa, 0xfa, 0xf9);
    QPalette p(text, button, dark ? button.lighter(130) : Qt::white, dark ? base.darker(130) : QColor(0xb9, 0xbc, 0xba), dark ? button.darker(110) : QColor(0xd8, 0xda, 0xd8), text,
        dark ? Qt::white : Qt::white, base, window);
    p.setColor(QPalette::AlternateBase, dark ? QColor(0x20, 0x24, 0x27) : QColor(0xf9, 0xf9, 0xf8));
    p.setColor(QPalette::ToolTipBase, dark ? QColor(0x3a, 0x41, 0x47) : QColor(0xff, 0xff, 0xf0));
    p.setColor(QPalette::ToolTipText, text);
    p.setColor(QPalette::PlaceholderText, c.muted);
    p.setColor(QPalette::Highlight, c.accent);
    p.setColor(QPalette::HighlightedText, c.accentText);
    p.setColor(QPalette::Link, c.accent);
    p.setColor(QPalette::LinkVisited, c.accent);
    const QColor off = dark ? QColor(0x8b, 0x92, 0x99) : QColor(0x7b, 0x80, 0x85);
    for (const auto role : {QPalette::Text, QPalette::WindowText, QPalette::ButtonText})
        p.setColor(QPalette::Disabled, role, off);
    return p;
}

/// What the platform gave before this program changed anything.
const QPalette& systemPalette()
{
    static const QPalette given = QApplication::palette();
    return given;
}

/// A drawing in one colour, made when it is first painted: no file is read before the window shows it.
class InkEngine final : public QIconEngine
{
public:
    explicit InkEngine(QString name) : m_name(std::move(name)) {}
    void paint(QPainter* painter, const QRect& rect, QIcon::Mode mode, QIcon::State) override
    {
        const auto ratio = painter->device()->devicePixelRatioF();
        auto map = drawing(rect.size() * ratio, mode);
        map.setDevicePixelRatio(ratio);
        painter->drawPixmap(rect.topLeft(), map);
    }
    QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State) override { return drawing(size, mode); }
    QIconEngine* clone() const override { return new InkEngine(m_name); }

private:
    QPixmap drawing(const QSize& size, QIcon::Mode mode) const
    {
        const auto ink = QApplication::palette().color(mode == QIcon::Disabled ? QPalette::Disabled : QPalette::Active, QPalette::WindowText);
        const auto key = QStringLiteral("ink/%1/%2x%3/%4").arg(m_name).arg(size.width()).arg(size.height()).arg(ink.name());
        QPixmap map;
        if (QPixmapCache::find(key, &map))
            return map;
        QFile file(QStringLiteral(":/icons/") + m_name + QStringLiteral(".svg"));
        map = QPixmap(size);
        map.fill(Qt::transparent);
        if (file.open(QIODevice::ReadOnly)) {
            auto text = file.readAll();
            text.replace("#000", ink.name().toLatin1());
            QBuffer buffer(&text);
            QImageReader reader(&buffer, "svg");
            reader.setScaledSize(size);
            QPainter painter(&map);
            painter.drawImage(0, 0, reader.read());
        }
        QPixmapCache::insert(key, map);
        return map;
    }
    QString m_name;
};

/// Fusion draws the edges of fields darker than their ground, which on a dark one is no edge at all.
class EdgeStyle final : public QProxyStyle
{
public:
    EdgeStyle() : QProxyStyle(QStringLiteral("Fusion")) {}
    void drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter, const QWidget* widget) const override
    {
        QProxyStyle::drawPrimitive(element, option, painter, widget);
        if (!isDark() || (element != PE_IndicatorRadioButton && element != PE_IndicatorCheckBox && element != PE_FrameLineEdit && element != PE_PanelLineEdit && element != PE_Frame))
            return;
        const auto* frame = qstyleoption_cast<const QStyleOptionFrame*>(option);
        if (element == PE_PanelLineEdit && (!frame || frame->lineWidth <= 0))
            return; // the line inside a box that has an edge of its own
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setBrush(Qt::NoBrush);
        painter->setPen(QPen(option->state & State_HasFocus ? colours().accent : QColor(0x7d, 0x85, 0x8d), 1));
        const auto edge = QRectF(option->rect).adjusted(0.5, 0.5, -0.5, -0.5);
        if (element == PE_IndicatorRadioButton)
            painter->drawEllipse(edge.adjusted(0.5, 0.5, -0.5, -0.5));
        else
            painter->drawRoundedRect(edge, 2, 2);
        painter->restore();
    }
};

} // namespace

const Colours& colours()
{
    return scheme().colours;
}

bool isDark()
{
    return scheme().dark;
}

void useFonts()
{
    auto font = QApplication::font();
    const auto size = font.pointSizeF();
    font.setFamilies({QStringLiteral("DejaVu Sans"), QStringLiteral("Noto Sans CJK SC"), QStringLiteral("WenQuanYi Zen Hei")});
    if (size > 0)
        font.setPointSizeF(std::max(size, 9.0));
    QApplication::setFont(font);
}

void useTheme(const QString& name)
{
    const auto& given = systemPalette();
    const bool systemDark = given.color(QPalette::Window).lightness() < 128;
    auto& present = scheme();
    present.dark = name == QLatin1String("dark") || (name != QLatin1String("light") && systemDark);
    present.colours = present.dark ? darkColours() : lightColours();
    if (!dynamic_cast<EdgeStyle*>(QApplication::style()))
        QApplication::setStyle(new EdgeStyle);
    QApplication::setPalette(paletteFor(present.dark));
}

QIcon icon(const QString& name)
{
    return QIcon(new InkEngine(name));
}

QFont scaled(const QFont& font, double factor, bool bold)
{
    auto out = font;
    out.setPointSizeF(font.pointSizeF() * factor);
    if (bold)
        out.setWeight(QFont::DemiBold);
    return out;
}

void mute(QWidget* widget)
{
    auto palette = widget->palette();
    palette.setColor(QPalette::WindowText, colours().muted);
    widget->setPalette(palette);
}

} // namespace desktop
