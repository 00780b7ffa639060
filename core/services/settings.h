#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>

namespace circumplex {

enum class Appearance { System, Light, Dark };

/// What the desktop remembers. Objects receive the values they need, not the file.
struct Settings {
    struct Window {
        QByteArray geometry; ///< of QWidget::saveGeometry()
        QString page = QStringLiteral("library");
    };
    struct Library {
        QString file; ///< empty: the user's own, beside the models
        QString query;
        QByteArray columns; ///< of QHeaderView::saveState(); empty: by the width of the window
        bool isCompact = false;
        bool showsFacets = false;
        QStringList facets; ///< what is chosen in them
        QString order; ///< a column's name, after "-" if it descends; empty: by artist
        int part = 0; ///< the chosen chip
        qint64 topTrack = 0; ///< that the list is scrolled to; 0: to its beginning
    };
    struct Look {
        Appearance appearance = Appearance::System;
        QString language {}; ///< "en", "de", ...; empty: the system's
    };
    struct Analysis {
        bool isAutomatic = true; ///< begins by itself when there is something to analyse
        int coresPercent = 100; ///< 10..100, of the machine's cores
        bool isGentle = true; ///< gives way to other programs
        double curveHopSeconds = 1.0; ///< 0.5..10
        double curveWindowSeconds = 10.0; ///< 5..30
        int cacheMegabytes = 2048; ///< of encoder features on disk; 0: none are kept
    };
    struct Playback {
        double volume = 1.0; ///< 0..1, as loudness is felt
        bool isRepeating = false;
        bool goesOn = true; ///< with the next song
    };
    struct Label {
        QString rater {}; ///< who rated last: a name or a code
        bool isFelt = false; ///< what the rater feels, not what the music expresses
        int axes = 0; ///< 0 both, 1 valence, 2 arousal
        bool isRelative = false; ///< without ends
        bool isContinuous = true; ///< also while listening
        bool isBlind = true;
        double orientationSeconds = 8.0; ///< 0..60
        int instrument = 0; ///< 0 mouse, 1 keys, 2 game pad, 3 faders
        QString midiDevice {}; ///< its name
        QString valenceFader {}, arousalFader {}; ///< "channel:number"; empty: not chosen
    };

    Window window;
    Library library;
    Look look;
    Analysis analysis;
    Playback playback;
    Label label;
};

/// The ini file with the settings. What is missing or out of range has its default.
class SettingsFile {
public:
    explicit SettingsFile(QString file)
        : m_file(std::move(file))
    {
    }

    Settings load() const;

    /// Other keys of the file stay as they are. @return whether they are on the disk
    bool save(const Settings& settings) const;

private:
    QString m_file;
};

} // namespace circumplex
