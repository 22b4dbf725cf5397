#pragma once

#include <QByteArray>
#include <QSettings>
#include <QString>

namespace desktop {

/// One thing that the person chose, with its key, what holds until then, and what it may be.
template <typename T>
struct Setting
{
    const char* key;
    T fallback;
    T (*clamp)(T) = [](T v) { return v; };
    T get(const QSettings& store) const { return clamp(store.value(QLatin1String(key), fallback).template value<T>()); }
    void set(QSettings& store, T value) const { store.setValue(QLatin1String(key), clamp(value)); }
};

namespace settings {

inline const Setting<QString> language{"window/language", {}, [](QString v) { return v == QLatin1String("en") || v == QLatin1String("zh") ? v : QString(); }}; ///< empty: the system's
inline const Setting<QString> theme{"window/theme", {}, [](QString v) { return v == QLatin1String("light") || v == QLatin1String("dark") ? v : QString(); }};  ///< empty: the system's
inline const Setting<QByteArray> geometry{"window/geometry", {}};
inline const Setting<QByteArray> panes{"window/panes", {}};

} // namespace settings

} // namespace desktop
