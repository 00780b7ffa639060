<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de">
<context>
    <name>CardText</name>
    <message>
        <source>%1; chords by %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2 recordings: %3</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Core</name>
    <message>
        <source>This query is too long.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This parenthesis was never opened.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This parenthesis is never closed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing between these parentheses.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This quotation mark is never closed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something is missing at the end.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something is missing after &apos;%1&apos;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something is missing before &apos;%1&apos;. To search for the word, put it in quotes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This query is nested too deeply. Write it with fewer parentheses.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This query has too many conditions; %1 are possible.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no field &apos;%1&apos;. To search for these words, put them in quotes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&apos;%1&apos; cannot be compared; write %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no mood &apos;%1&apos;. Examples: mood:happy, mood:calm, mood:dark.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&apos;%1&apos; is not a key. Write for example key:D, key:minor or key:&quot;Eb minor&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no state &apos;%1&apos;. Possible are %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&apos;%1&apos; is not a date or a range that begins before it ends. Write for example %2, %3 or %4.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&apos;%1&apos; is not a number or a range that begins before it ends. Write for example %2, %3 or %4.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&apos;%1&apos; is not a date. Write for example %2, %3 or %4.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&apos;%1&apos; is not a number. Write for example %2, %3 or %4.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>up to 64 letters, digits, &apos;-&apos;, &apos;_&apos; and &apos;.&apos;, beginning with a letter, a digit or &apos;_&apos;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The engine %1 cannot be started: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The engine died %1 times in a row: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the model hears cannot be kept for later: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The system has no more watches for folders to give, so new music may be noticed some minutes late. An administrator can raise the limit: sysctl fs.inotify.max_user_watches=524288.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no model &quot;%1&quot; is installed; `circumplex-cli models list` shows which are</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is a model &quot;%1&quot; already; choose another name or remove it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the model &quot;%1&quot; came with the program and cannot be removed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the model &quot;%1&quot; cannot be used: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the model &quot;%1&quot;: %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Error</name>
    <message>
        <source>It was stopped.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file is not there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file cannot be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not a file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file is empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not a kind of sound file that can be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no sound in this file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sound in this file is damaged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is too short to be analysed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sound has an impossible format.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading took too long and was given up.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The computing device is not there, or cannot do this.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file changed while it was read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The tags of this file cannot be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The CUE sheet cannot be understood.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk with these files is not connected.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model cannot be used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no such model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is a model of that name already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This model came with the program and cannot be removed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The library was written by a newer version of this program.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The library file is damaged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This file is not a library of this program.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another program keeps the library busy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The library cannot be written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk is full.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is no longer in the library.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This was refused, so that nothing is lost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This search cannot be understood.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These results cannot be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This table of labels cannot be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file cannot be written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Analysing this file took the analysis down.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This needs more memory than there is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The analysis cannot be started.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something unexpected went wrong.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server cannot be reached. What has come so far is kept, and the next try goes on from there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server does not give this file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What came is not the file that its authors published.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Mood</name>
    <message>
        <source>action</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>adventure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>advertising</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>background</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ballad</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>calm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>children</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>christmas</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>commercial</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cool</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>corporate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>deep</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>documentary</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>drama</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>dramatic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>dream</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>emotional</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>energetic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>epic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fast</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>film</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fun</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>funny</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>game</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>groovy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>happy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>heavy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>holiday</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>hopeful</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>inspiring</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>love</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>meditative</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>melancholic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>melodic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>motivational</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>movie</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nature</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>party</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>positive</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>powerful</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>relaxing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>retro</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>romantic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sad</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sexy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>slow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>soft</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>soundscape</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>space</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sport</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>summer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>trailer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>travel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>upbeat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>uplifting</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Quarter</name>
    <message>
        <source>joyful</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tense</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sad</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>calm</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>circumplex</name>
    <message>
        <source>Each point describes the %1 s around it, every %2 s.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bands: 90 % of human ratings are expected inside.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scale 1 to 9, 5 is neutral. Model %1, mode %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Moods</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How %1 pieces feel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left: each piece as a whole, and its way over time (a dot at the end). Right: valence (solid, orange) and arousal (dashed, blue) over time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>V %1   A %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Curves of the first %1 pieces. </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not analysed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model %1, mode %2, %3 on %4; Circumplex %5, %6; file %7</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>corrected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file&apos;s name must end in .svg, .pdf or .png.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” cannot be written: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Valence %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Arousal %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bold: %1 · thin: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>residual</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>chords</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>zoom in to read the chords</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>comments</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none heard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: valence %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: arousal %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> (%1%2 from the model)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 major</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 minor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>valence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>arousal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Smoothed: mean over %1 s.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not smoothed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bands: 90 % of human ratings are expected inside. Scale 1 to 9.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A first value from a few windows; the rest is being analysed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No track is open.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 long.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not analysed yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As a whole %1: valence %2, arousal %3, of 1 to 9.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Most pleasant, %1, at %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Most excited, %1, at %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Moods: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Key: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comments: %1.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>circumplex::CommandPalette</name>
    <message>
        <source>Commands</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What do you want to do?</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>circumplex::CurveStrip</name>
    <message>
        <source>Valence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Arousal</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>circumplex::Desktop</name>
    <message>
        <source>Library</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Track</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plane</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Models</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a folder …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look for new and changed files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Analyse what is not analysed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Analyse the selected songs first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search the library</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a folder with music</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>circumplex::EmotionPlot</name>
    <message>
        <source>Valence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unpleasant</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pleasant</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Arousal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>calm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>excited</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>feels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1  %2  (%3 to %4)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>chords</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>circumplex::EngineLink</name>
    <message>
        <source>%1 songs new, %2 changed, %3 moved, %4 missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking for new and changed files …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading %1 …</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>circumplex::FacetPanel</name>
    <message>
        <source>Clear</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose one or several</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear what is chosen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Moods, artists, genres and years of the songs found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Moods</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Artists</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Genres</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Years</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more: search for them</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Show fewer</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Show %Ln more</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <comment>years</comment>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1, %Ln song(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>circumplex::FilterChip</name>
    <message>
        <source>All</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not analysed</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1, %Ln song(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>circumplex::FoldersLink</name>
    <message>
        <source>stop watching %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (disk away)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>circumplex::LibraryPage</name>
    <message>
        <source>Columns ▾</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Library</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add music …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your library is empty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a folder with music: its songs show up here at once, and their curves of valence (how pleasant) and arousal (how excited) as they are analysed. Files are only read, and nothing leaves this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a folder …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try the demo pieces</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No song is like that</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing in this part of the library fits the search.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show all songs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Analyse first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show in file manager</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy path</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy paths</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1 of %Ln song(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln song(s), all analysed</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln song(s) · %1 analysed</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>This library can only be read: you can search, look and listen, but nothing is added or analysed. Make its file and folder writable to change it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Narrow down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Moods, artists, genres and years, with counts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your library is not there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cannot be reached. If it is on a disk that is not connected, connect it and look again; nothing is lost.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>circumplex::LibraryPlane</name>
    <message>
        <source>The library on valence and arousal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Arrows move, plus and minus zoom, 0 shows all, Enter selects what is in view.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unpleasant  ←  valence  →  pleasant</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>calm  ←  arousal  →  excited</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>circumplex::MainWindow</name>
    <message>
        <source>Circumplex</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Analysis</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Redo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Commands …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show %1</source>
        <comment>a page</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>circumplex::ModelComparison</name>
    <message>
        <source>Scores of the models</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measured on music that the model has not heard while it was trained. Compare within a row: other sets are other music.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measure</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>circumplex::ModelDownloadPanel</name>
    <message>
        <source>hears the chords</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>says moods, valence and arousal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Addresses …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Download</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Download Music2Emo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A larger and slower model, published by researchers. Its three files come from their authors&apos; own addresses, %1 in all; a download that is stopped goes on where it was.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Progress of the download</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>a file and its size</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>I accept %1</source>
        <comment>the name of a licence</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>I accept the licence %1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>read it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read the licence of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Address of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Getting in touch with the server …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2 of %3</source>
        <comment>a file, and how much of it has come</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>hears the music; not for commercial use</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read and accept the three licences first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An address is missing.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>circumplex::ModelImportPanel</name>
    <message>
        <source>Import</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import Music2Emo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its authors publish three files. Choose them here, or drop them anywhere on this window; they are read, never run.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Music2Emo (J_all.ckpt)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MERT-v1-95M (pytorch_model.bin)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>BTC (btc_model_large_voca.pt)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no file chosen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the file of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of the new model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checkpoint (*.ckpt)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weights (*.bin *.safetensors)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checkpoint (*.pt)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A name has %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>circumplex::ModelsLink</name>
    <message>
        <source>Changing to %1 …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is in use from now on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comparing every file of %1 with what was installed, and its number formats with each other …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every file of %1 is as it was installed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Removing %1 …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is removed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Importing; this takes a minute …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model is installed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2 s for the demo pieces</source>
        <comment>a number format</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2 s, valence and arousal at most %3 and tags at most %4 away from float32%5</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, which is too far</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Used from now on: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Downloading; you can go on using the program …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Music2Emo is installed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number formats were not compared, since there are no demo pieces beside the program. Used from now on: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>circumplex::ModelsPage</name>
    <message>
        <source>Models</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A model is what listens. Every result remembers which one made it; changing the model deletes nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Installed models</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in use</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>came with the program</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>what to do: model</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Verify</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove a model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete the files of %1? What it said of your songs stays in the library.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Problem</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Encoder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Held-out scores</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Learned from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Limits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Licences</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name and hash</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare scores …</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>circumplex::PlanePage</name>
    <message>
        <source>Plane</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mood words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draw around songs to list them; Shift draws a rectangle. The wheel zooms, the right button moves the plane.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Selected songs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no analysed songs yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 analysed songs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Songs appear here as they are analysed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your library: %1. It reaches %2 of the plane, counted in squares of half a point.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing selected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 song selected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 songs selected</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>circumplex::PlaneView</name>
    <message>
        <source>unpleasant  ←  valence  →  pleasant</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>calm  ←  arousal  →  excited</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>circumplex::PlayerBar</name>
    <message>
        <source>Player</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Position</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Speed, with the pitch kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 % speed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Volume</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Play</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no sound device to play on. Connect one to listen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cannot be played. %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>circumplex::SearchBox</name>
    <message>
        <source>Search: words, mood:calm, valence&gt;6, key:minor …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search the library</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>circumplex::SettingsPage</name>
    <message>
        <source>Stop watching</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The new language appears when the program is started again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Analyse new songs by themselves</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give way to other programs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As the desktop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As the system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pace of the analysis</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Songs are analysed in the background, by a process of its own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> % of the processor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use at most</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> MB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cache on disk, at most</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Curves</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Longer windows are steadier, shorter ones follow quick changes. Songs that are analysed already keep their curves until they are analysed again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One value every</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each from a window of</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folders with music</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Files in them are only read. Songs stay in the library when their folder is no longer watched.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Watched folders</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a folder …</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>circumplex::StatusStrip</name>
    <message>
        <source>processor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>graphics card</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Getting the model ready …</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Paused, %Ln song(s) left</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Every song is analysed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Analysing on the %1: %2 of %3 songs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>less than a minute left</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>about %Ln minute(s) left</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %Ln hour(s) left</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %Ln day(s) left</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Progress of the analysis</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model %1, %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 seconds of music in a second</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on with the analysis</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause the analysis</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln problem(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Problems</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear the list</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>circumplex::TrackHoverCard</name>
    <message>
        <source>V %1   A %2</source>
        <comment>valence and arousal</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>circumplex::TrackLanes</name>
    <message>
        <source>Curves over time</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>circumplex::TrackListModel</name>
    <message>
        <source>%1 major</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 minor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>disk away</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not analysed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>changed since</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>first value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>analysed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Valence: 1 unpleasant, 9 pleasant</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Arousal: 1 calm, 9 excited</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Valence and arousal from the beginning of the track to its end</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Title</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Artist</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Album</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mood</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Curve</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>V</source>
        <comment>valence, as short as can be</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A</source>
        <comment>arousal, as short as can be</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Length</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Year</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Genre</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>circumplex::TrackOverview</name>
    <message>
        <source>Overview of the whole track</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drag to move the part that is shown below</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>circumplex::TrackPage</name>
    <message>
        <source>Track</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Analyse</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Values at the cursor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>‹ Library</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to the library</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Moods</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose whose curves are drawn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save this picture as SVG, PDF or PNG</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Analyse again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loop selection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Repeat the selected stretch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comment…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write a comment at the cursor, or over the selection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose whose moods have a lane</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Smoothing of the curves</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not smoothed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mean over %1 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whole track</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the whole track</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, analysed %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What people drew, and how far they are off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The five strongest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The comment was not saved. %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a track in the library to see and hear it here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is not connected. What is known about this track stays; connect it to listen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file is gone: %1. Scan the library if it was moved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sound cannot be read. %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Being analysed; what is dotted comes soon.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The analysis failed. %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not analysed yet: no curves, moods, key or chords.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading the waveform…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comment at %1:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save this picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drawing (*.svg);;Document (*.pdf);;Picture (*.png)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>circumplex::TrackTable</name>
    <message>
        <source>Tracks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Columns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Valence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Arousal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compact rows</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
