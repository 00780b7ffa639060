<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en">
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
</context>
</TS>
