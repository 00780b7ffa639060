<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en">
<context>
    <name>TrainText</name>
    <message numerus="yes">
        <source>%Ln more labelled song(s) needed</source>
        <translation>
            <numerusform>%Ln more labelled song needed</numerusform>
            <numerusform>%Ln more labelled songs needed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>labelled songs of %Ln more artist(s) needed</source>
        <translation>
            <numerusform>labelled songs of %Ln more artist needed</numerusform>
            <numerusform>labelled songs of %Ln more artists needed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln labelled song(s) can be used</source>
        <translation>
            <numerusform>%Ln labelled song can be used</numerusform>
            <numerusform>%Ln labelled songs can be used</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %Ln group(s) of one artist, album or recording, which the test keeps together</source>
        <translation>
            <numerusform>in %Ln group of one artist, album or recording, which the test keeps together</numerusform>
            <numerusform>in %Ln groups of one artist, album or recording, which the test keeps together</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln labelled song(s) left out, since the model has not heard them</source>
        <translation>
            <numerusform>%Ln labelled song left out, since the model has not heard it</numerusform>
            <numerusform>%Ln labelled songs left out, since the model has not heard them</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln second(s)</source>
        <translation>
            <numerusform>%Ln second</numerusform>
            <numerusform>%Ln seconds</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln minute(s)</source>
        <translation>
            <numerusform>%Ln minute</numerusform>
            <numerusform>%Ln minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>About %Ln more label(s) would take 5 % off the error.</source>
        <translation>
            <numerusform>About %Ln more label would take 5 % off the error.</numerusform>
            <numerusform>About %Ln more labels would take 5 % off the error.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>circumplex::EngineLink</name>
    <message numerus="yes">
        <source>%Ln song(s) new</source>
        <translation>
            <numerusform>%Ln song new</numerusform>
            <numerusform>%Ln songs new</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln song(s) changed</source>
        <translation>
            <numerusform>%Ln song changed</numerusform>
            <numerusform>%Ln songs changed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln song(s) moved</source>
        <translation>
            <numerusform>%Ln song moved</numerusform>
            <numerusform>%Ln songs moved</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln song(s) missing</source>
        <translation>
            <numerusform>%Ln song missing</numerusform>
            <numerusform>%Ln songs missing</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) could not be read</source>
        <translation>
            <numerusform>%Ln file could not be read</numerusform>
            <numerusform>%Ln files could not be read</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>circumplex::FacetPanel</name>
    <message numerus="yes">
        <source>and %Ln more: search for them</source>
        <translation>
            <numerusform>and %Ln more: search for them</numerusform>
            <numerusform>and %Ln more: search for them</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Show %Ln more</source>
        <translation>
            <numerusform>Show %Ln more</numerusform>
            <numerusform>Show %Ln more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, %Ln song(s)</source>
        <translation>
            <numerusform>%1, %Ln song</numerusform>
            <numerusform>%1, %Ln songs</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>circumplex::FilterChip</name>
    <message numerus="yes">
        <source>%1, %Ln song(s)</source>
        <translation>
            <numerusform>%1, %Ln song</numerusform>
            <numerusform>%1, %Ln songs</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>circumplex::LibraryPage</name>
    <message numerus="yes">
        <source>%1 of %Ln song(s)</source>
        <translation>
            <numerusform>%1 of %Ln song</numerusform>
            <numerusform>%1 of %Ln songs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln song(s), all analysed</source>
        <translation>
            <numerusform>%Ln song, all analysed</numerusform>
            <numerusform>%Ln songs, all analysed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln song(s) · %1 analysed</source>
        <translation>
            <numerusform>%Ln song · %1 analysed</numerusform>
            <numerusform>%Ln songs · %1 analysed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln song(s) · %1 analysed, %2 could not be</source>
        <translation>
            <numerusform>%Ln song · %1 analysed, %2 could not be</numerusform>
            <numerusform>%Ln songs · %1 analysed, %2 could not be</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>circumplex::LibraryPlane</name>
    <message numerus="yes">
        <source>%Ln song(s) within %1 of a point.</source>
        <translation>
            <numerusform>%Ln song within %1 of a point.</numerusform>
            <numerusform>%Ln songs within %1 of a point.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>circumplex::ModelsPage</name>
    <message numerus="yes">
        <source>%1 taken; %Ln file(s) are still missing.</source>
        <translation>
            <numerusform>%1 taken; %Ln file is still missing.</numerusform>
            <numerusform>%1 taken; %Ln files are still missing.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>circumplex::PlaneSide</name>
    <message numerus="yes">
        <source>A name for these %n song(s):</source>
        <translation>
            <numerusform>A name for this song:</numerusform>
            <numerusform>A name for these %n songs:</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln song(s)</source>
        <translation>
            <numerusform>%Ln song</numerusform>
            <numerusform>%Ln songs</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>circumplex::PlaylistDialog</name>
    <message numerus="yes">
        <source>Add %Ln song(s) to this playlist; a new name makes a new one:</source>
        <translation>
            <numerusform>Add %Ln song to this playlist; a new name makes a new one:</numerusform>
            <numerusform>Add %Ln songs to this playlist; a new name makes a new one:</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>circumplex::SetupPanel</name>
    <message numerus="yes">
        <source>%n more like it will be offered next.</source>
        <translation>
            <numerusform>One more like it will be offered next.</numerusform>
            <numerusform>%n more like it will be offered next.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>circumplex::SetupPresenter</name>
    <message numerus="yes">
        <source>%1, and %n time(s) before</source>
        <translation>
            <numerusform>%1, and once before</numerusform>
            <numerusform>%1, and %n times before</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) ago</source>
        <translation>
            <numerusform>%n day ago</numerusform>
            <numerusform>%n days ago</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>circumplex::SongChanges</name>
    <message numerus="yes">
        <source>%Ln song(s) removed from the library; the files stay. Ctrl+Z takes it back, and a search for is:removed shows what was removed.</source>
        <translation>
            <numerusform>%Ln song removed from the library; the files stay. Ctrl+Z takes it back, and a search for is:removed shows what was removed.</numerusform>
            <numerusform>%Ln songs removed from the library; the files stay. Ctrl+Z takes it back, and a search for is:removed shows what was removed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln song(s) back in the library.</source>
        <translation>
            <numerusform>%Ln song back in the library.</numerusform>
            <numerusform>%Ln songs back in the library.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>remove %Ln song(s) from the library</source>
        <translation>
            <numerusform>remove %Ln song from the library</numerusform>
            <numerusform>remove %Ln songs from the library</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>bring back %Ln song(s)</source>
        <translation>
            <numerusform>bring back %Ln song</numerusform>
            <numerusform>bring back %Ln songs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>add %Ln song(s) to “%1”</source>
        <translation>
            <numerusform>add %Ln song to “%1”</numerusform>
            <numerusform>add %Ln songs to “%1”</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>circumplex::StatusStrip</name>
    <message numerus="yes">
        <source>Paused, %Ln song(s) left</source>
        <translation>
            <numerusform>Paused, %Ln song left</numerusform>
            <numerusform>Paused, %Ln songs left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %Ln minute(s) left</source>
        <translation>
            <numerusform>about %Ln minute left</numerusform>
            <numerusform>about %Ln minutes left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %Ln hour(s) left</source>
        <translation>
            <numerusform>about %Ln hour left</numerusform>
            <numerusform>about %Ln hours left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %Ln day(s) left</source>
        <translation>
            <numerusform>about %Ln day left</numerusform>
            <numerusform>about %Ln days left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln problem(s)</source>
        <translation>
            <numerusform>%Ln problem</numerusform>
            <numerusform>%Ln problems</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln song(s) analysed</source>
        <translation>
            <numerusform>%Ln song analysed</numerusform>
            <numerusform>%Ln songs analysed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln could not be</source>
        <comment>songs analysed</comment>
        <translation>
            <numerusform>%Ln could not be</numerusform>
            <numerusform>%Ln could not be</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>circumplex::SummaryPanel</name>
    <message numerus="yes">
        <source>%n song(s) rated, all saved.</source>
        <translation>
            <numerusform>%n song rated, all saved.</numerusform>
            <numerusform>%n songs rated, all saved.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Valence of %n song(s): %1 points apart on average, CCC %2, ICC %3.</source>
        <translation>
            <numerusform>Valence of %n song: %1 points apart, CCC %2, ICC %3.</numerusform>
            <numerusform>Valence of %n songs: %1 points apart on average, CCC %2, ICC %3.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Arousal of %n song(s): %1 points apart on average, CCC %2, ICC %3.</source>
        <translation>
            <numerusform>Arousal of %n song: %1 points apart, CCC %2, ICC %3.</numerusform>
            <numerusform>Arousal of %n songs: %1 points apart on average, CCC %2, ICC %3.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Valence while listening, %n song(s): CCC %1.</source>
        <translation>
            <numerusform>Valence while listening, %n song: CCC %1.</numerusform>
            <numerusform>Valence while listening, %n songs: CCC %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Arousal while listening, %n song(s): CCC %1.</source>
        <translation>
            <numerusform>Arousal while listening, %n song: CCC %1.</numerusform>
            <numerusform>Arousal while listening, %n songs: CCC %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Course of valence, %n song(s): CCC %1.</source>
        <translation>
            <numerusform>Course of valence, %n song: CCC %1.</numerusform>
            <numerusform>Course of valence, %n songs: CCC %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Course of arousal, %n song(s): CCC %1.</source>
        <translation>
            <numerusform>Course of arousal, %n song: CCC %1.</numerusform>
            <numerusform>Course of arousal, %n songs: CCC %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>circumplex::TrainDataStep</name>
    <message numerus="yes">
        <source>%1: %Ln song(s)</source>
        <comment>of a rater</comment>
        <translation>
            <numerusform>%1: %Ln song</numerusform>
            <numerusform>%1: %Ln songs</numerusform>
        </translation>
    </message>
</context>
</TS>
