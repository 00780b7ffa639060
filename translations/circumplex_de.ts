<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de">
<context>
    <name>Card</name>
    <message>
        <source>piano arrangements of game music, rendered with FluidR3 GM; means of about 30 raters of valence and arousal</source>
        <translation>Klavierbearbeitungen von Spielemusik, erzeugt mit FluidR3 GM; Mittelwerte von Valenz und Arousal aus den Bewertungen von etwa 30 Personen</translation>
    </message>
    <message>
        <source>pop piano performances, rendered with FluidR3 GM; one quadrant of valence and arousal, by one annotator</source>
        <translation>Popstücke, am Klavier gespielt, erzeugt mit FluidR3 GM; je ein Viertel der Ebene von Valenz und Arousal, von einer Person bestimmt</translation>
    </message>
    <message>
        <source>one-minute excerpts of classical, rock, electronic and pop recordings; nobody rated valence and arousal: they are derived from shares of people who felt other emotions, and weigh a fifth</source>
        <translation>Ausschnitte von einer Minute aus Klassik-, Rock-, Elektronik- und Popaufnahmen; niemand hat Valenz und Arousal bewertet: Sie sind abgeleitet aus den Anteilen der Menschen, die andere Gefühle hatten, und zählen nur ein Fünftel</translation>
    </message>
    <message>
        <source>the 56 tags of all recordings are outputs of the MTG-Jamendo baseline network, not of people; odds divided by the tag&apos;s frequency, so that 0.5 means as likely as usual</source>
        <translation>die 56 Stichwörter aller Aufnahmen stammen vom MTG-Jamendo-Vergleichsnetz, nicht von Menschen; die Chancen sind durch die Häufigkeit des Stichworts geteilt, sodass 0,5 „so wahrscheinlich wie üblich“ bedeutet</translation>
    </message>
    <message>
        <source>People rated valence and arousal of rendered piano only. For recordings with voices, drums or guitars the head learned from numbers derived from felt emotions; the intervals say nothing about them, and valence is weak there.</source>
        <translation>Menschen haben Valenz und Arousal nur bei künstlich erzeugtem Klavier bewertet. Für Aufnahmen mit Stimmen, Schlagzeug oder Gitarren lernte der Kopf aus Zahlen, die von empfundenen Gefühlen abgeleitet sind; die Bereiche sagen darüber nichts, und die Valenz ist dort schwach.</translation>
    </message>
    <message>
        <source>The intervals are those of held-out game series; 10 % of ratings lie outside by construction, and a window is compared with the rating of its whole piece.</source>
        <translation>Die Bereiche stammen von zurückgehaltenen Spieleserien; 10&#xa0;% der Bewertungen liegen zwangsläufig außerhalb, und ein Fenster wird mit der Bewertung des ganzen Stücks verglichen.</translation>
    </message>
    <message>
        <source>Mood tags imitate another network that hears 29 s of levelled sound; nobody has rated them for this model.</source>
        <translation>Die Stichwörter zur Stimmung ahmen ein anderes Netz nach, das 29&#xa0;s Ton mit angeglichener Lautstärke hört; für dieses Modell hat sie niemand bewertet.</translation>
    </message>
    <message>
        <source>Words are not understood: a sad text over happy music counts as happy.</source>
        <translation>Gesungene Worte werden nicht verstanden: Ein trauriger Text zu fröhlicher Musik gilt als fröhlich.</translation>
    </message>
    <message>
        <source>see data</source>
        <translation>siehe Daten</translation>
    </message>
    <message>
        <source>trained for this program; non-commercial terms of the data reach a model trained on it in ways that nobody has settled</source>
        <translation>für dieses Programm trainiert; wie weit nichtkommerzielle Bedingungen der Daten für ein damit trainiertes Modell gelten, hat niemand geklärt</translation>
    </message>
    <message>
        <source>It says what the named raters would say, which others need not agree with; all limits of its base hold.</source>
        <translation>Es gibt an, was die genannten Personen angeben würden; andere müssen dem nicht zustimmen. Alle Grenzen des zugrunde liegenden Modells gelten weiter.</translation>
    </message>
    <message>
        <source>labels of this library&apos;s tracks; they are not in the model&apos;s folder</source>
        <translation>Bewertungen von Stücken dieser Bibliothek; sie liegen nicht im Ordner des Modells</translation>
    </message>
    <message>
        <source>CC-BY-NC-4.0 (MERT-v1-95M&apos;s model card)</source>
        <translation>CC-BY-NC-4.0 (laut Modellkarte von MERT-v1-95M)</translation>
    </message>
    <message>
        <source>MIT (the project&apos;s code; nothing is said of the weights)</source>
        <translation>MIT (für den Code des Projekts; zu den Gewichten ist nichts gesagt)</translation>
    </message>
    <message>
        <source>MIT (the project&apos;s code; its model page says Apache-2.0)</source>
        <translation>MIT (für den Code des Projekts; auf der Modellseite steht Apache-2.0)</translation>
    </message>
</context>
<context>
    <name>CardText</name>
    <message>
        <source>%1, %2 recordings: %3</source>
        <translation>%1, %2 Aufnahmen: %3</translation>
    </message>
    <message>
        <source>Hears the music</source>
        <translation>Hört die Musik</translation>
    </message>
    <message>
        <source>Hears the chords</source>
        <translation>Hört die Akkorde</translation>
    </message>
    <message>
        <source>Judges</source>
        <translation>Urteilt</translation>
    </message>
    <message>
        <source>Adapts what is heard to you</source>
        <translation>Passt das Gehörte an Sie an</translation>
    </message>
    <message>
        <source>Valence</source>
        <translation>Valenz</translation>
    </message>
    <message>
        <source>Arousal</source>
        <translation>Arousal</translation>
    </message>
    <message>
        <source>Quarter of the plane</source>
        <translation>Viertel der Ebene</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>what, and what is said of it</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1 hears the music</source>
        <translation>%1 hört die Musik</translation>
    </message>
    <message>
        <source>%1 hears the music, %2 hears the chords</source>
        <translation>%1 hört die Musik, %2 hört die Akkorde</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>a measure and its value</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between values</comment>
        <translation>, </translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>valence, agreement (CCC)</comment>
        <translation>%1, %2</translation>
    </message>
</context>
<context>
    <name>Core</name>
    <message>
        <source>This query is too long.</source>
        <translation>Diese Suchanfrage ist zu lang.</translation>
    </message>
    <message>
        <source>This parenthesis was never opened.</source>
        <translation>Diese Klammer wurde nie geöffnet.</translation>
    </message>
    <message>
        <source>This parenthesis is never closed.</source>
        <translation>Diese Klammer wird nicht geschlossen.</translation>
    </message>
    <message>
        <source>There is nothing between these parentheses.</source>
        <translation>Zwischen diesen Klammern steht nichts.</translation>
    </message>
    <message>
        <source>This quotation mark is never closed.</source>
        <translation>Dieses Anführungszeichen wird nicht geschlossen.</translation>
    </message>
    <message>
        <source>Something is missing at the end.</source>
        <translation>Am Ende fehlt etwas.</translation>
    </message>
    <message>
        <source>Something is missing after &apos;%1&apos;.</source>
        <translation>Nach „%1“ fehlt etwas.</translation>
    </message>
    <message>
        <source>Something is missing before &apos;%1&apos;. To search for the word, put it in quotes.</source>
        <translation>Vor „%1“ fehlt etwas. Um nach dem Wort zu suchen, setzen Sie es in Anführungszeichen.</translation>
    </message>
    <message>
        <source>This query is nested too deeply. Write it with fewer parentheses.</source>
        <translation>Diese Suchanfrage ist zu tief verschachtelt. Verwenden Sie weniger Klammern.</translation>
    </message>
    <message>
        <source>This query has too many conditions; %1 are possible.</source>
        <translation>Diese Suchanfrage hat zu viele Bedingungen; möglich sind %1.</translation>
    </message>
    <message>
        <source>There is no field &apos;%1&apos;. To search for these words, put them in quotes.</source>
        <translation>Es gibt kein Feld „%1“. Um nach diesen Wörtern zu suchen, setzen Sie sie in Anführungszeichen.</translation>
    </message>
    <message>
        <source>&apos;%1&apos; cannot be compared; write %2.</source>
        <translation>„%1“ lässt sich nicht vergleichen; schreiben Sie %2.</translation>
    </message>
    <message>
        <source>There is no mood &apos;%1&apos;. Examples: mood:happy, mood:calm, mood:dark.</source>
        <translation>Es gibt keine Stimmung „%1“. Beispiele: mood:happy, mood:calm, mood:dark.</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is not a key. Write for example key:D, key:minor or key:&quot;Eb minor&quot;.</source>
        <translation>„%1“ ist keine Tonart. Beispiele: key:D, key:minor oder key:&quot;Eb minor&quot;.</translation>
    </message>
    <message>
        <source>There is no state &apos;%1&apos;. Possible are %2.</source>
        <translation>Es gibt keinen Status „%1“. Möglich sind %2.</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is not a date or a range that begins before it ends. Write for example %2, %3 or %4.</source>
        <translation>„%1“ ist weder ein Datum noch ein Bereich, dessen Anfang vor dem Ende liegt. Beispiele: %2, %3 oder %4.</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is not a number or a range that begins before it ends. Write for example %2, %3 or %4.</source>
        <translation>„%1“ ist weder eine Zahl noch ein Bereich, dessen Anfang vor dem Ende liegt. Beispiele: %2, %3 oder %4.</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is not a date. Write for example %2, %3 or %4.</source>
        <translation>„%1“ ist kein Datum. Beispiele: %2, %3 oder %4.</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is not a number. Write for example %2, %3 or %4.</source>
        <translation>„%1“ ist keine Zahl. Beispiele: %2, %3 oder %4.</translation>
    </message>
    <message>
        <source>up to 64 letters, digits, &apos;-&apos;, &apos;_&apos; and &apos;.&apos;, beginning with a letter, a digit or &apos;_&apos;</source>
        <translation>bis zu 64 Buchstaben, Ziffern, „-“, „_“ und „.“; am Anfang steht ein Buchstabe, eine Ziffer oder „_“</translation>
    </message>
    <message>
        <source>The engine %1 cannot be started: %2.</source>
        <translation>Das Analyseprogramm %1 kann nicht gestartet werden: %2.</translation>
    </message>
    <message>
        <source>What the model hears cannot be kept for later: %1</source>
        <translation>Was das Modell hört, kann nicht zwischengespeichert werden: %1</translation>
    </message>
    <message>
        <source>The system has no more watches for folders to give, so new music may be noticed some minutes late. An administrator can raise the limit: sysctl fs.inotify.max_user_watches=524288.</source>
        <translation>Das System kann keine weiteren Ordner überwachen; neue Musik wird daher womöglich erst nach einigen Minuten bemerkt. Ein Administrator kann die Grenze anheben: sysctl fs.inotify.max_user_watches=524288.</translation>
    </message>
    <message>
        <source>no model &quot;%1&quot; is installed; `circumplex-cli models list` shows which are</source>
        <translation>Das Modell „%1“ ist nicht installiert; `circumplex-cli models list` zeigt die installierten Modelle</translation>
    </message>
    <message>
        <source>there is a model &quot;%1&quot; already; choose another name or remove it</source>
        <translation>Ein Modell „%1“ gibt es bereits; wählen Sie einen anderen Namen oder entfernen Sie es</translation>
    </message>
    <message>
        <source>the model &quot;%1&quot; came with the program and cannot be removed</source>
        <translation>Das Modell „%1“ gehört zum Programm und kann nicht entfernt werden</translation>
    </message>
    <message>
        <source>the model &quot;%1&quot; cannot be used: %2</source>
        <translation>Das Modell „%1“ kann nicht verwendet werden: %2</translation>
    </message>
    <message>
        <source>the model &quot;%1&quot;: %2</source>
        <translation>Modell „%1“: %2</translation>
    </message>
    <message>
        <source>All labels are of one rater, so nothing says how well people agree; rating some tracks again after a week would.</source>
        <translation>Alle Bewertungen sind von einer Person, also sagt nichts, wie einig sich Menschen sind; einige Stücke nach einer Woche noch einmal zu bewerten täte es.</translation>
    </message>
    <message>
        <source>Every rating of valence is the same, so nothing can be learned of it.</source>
        <translation>Alle Bewertungen der Valenz sind gleich, also lässt sich daraus nichts lernen.</translation>
    </message>
    <message>
        <source>Every rating of arousal is the same, so nothing can be learned of it.</source>
        <translation>Alle Bewertungen des Arousals sind gleich, also lässt sich daraus nichts lernen.</translation>
    </message>
    <message>
        <source>%1 times somebody rated the valence of one track in two sittings four points apart or more; their mean is used.</source>
        <translation>%1-mal hat jemand die Valenz eines Stücks in zwei Sitzungen um vier Punkte oder mehr verschieden bewertet; der Mittelwert zählt.</translation>
    </message>
    <message>
        <source>%1 times somebody rated the arousal of one track in two sittings four points apart or more; their mean is used.</source>
        <translation>%1-mal hat jemand das Arousal eines Stücks in zwei Sitzungen um vier Punkte oder mehr verschieden bewertet; der Mittelwert zählt.</translation>
    </message>
    <message>
        <source>Models know 56 tags, and not %1; these stay in the library.</source>
        <translation>Modelle kennen 56 Stichwörter, nicht aber %1; diese bleiben in der Bibliothek.</translation>
    </message>
    <message>
        <source>The engine died %1 times in a row. %2</source>
        <translation>Das Analyseprogramm ist %1-mal hintereinander ausgefallen. %2</translation>
    </message>
    <message>
        <source>The engine did not answer any more.</source>
        <translation>Das Analyseprogramm hat nicht mehr geantwortet.</translation>
    </message>
    <message>
        <source>The engine was killed from outside, perhaps for want of memory.</source>
        <translation>Das Analyseprogramm wurde von außen beendet, vielleicht aus Mangel an Arbeitsspeicher.</translation>
    </message>
    <message>
        <source>The engine crashed (%1).</source>
        <translation>Das Analyseprogramm ist abgestürzt (%1).</translation>
    </message>
    <message>
        <source>The engine ended by itself with exit status %1.</source>
        <translation>Das Analyseprogramm hat sich selbst mit dem Status %1 beendet.</translation>
    </message>
    <message>
        <source>Analysing it took more memory than the %1 MiB that the engine may have.</source>
        <translation>Die Analyse brauchte mehr Arbeitsspeicher als die %1&#xa0;MiB, die das Analyseprogramm belegen darf.</translation>
    </message>
    <message>
        <source>Analysing it came to a halt: there was no progress for %1 seconds.</source>
        <translation>Die Analyse kam zum Stillstand: %1&#xa0;Sekunden lang ging es nicht voran.</translation>
    </message>
    <message>
        <source>This track needs more memory than this machine has to give.</source>
        <translation>Dieses Stück braucht mehr Arbeitsspeicher, als dieser Computer hergeben kann.</translation>
    </message>
    <message>
        <source>%1 is back; its tracks are analysed with the others.</source>
        <translation>%1 ist wieder da; die Stücke darauf werden mit den anderen analysiert.</translation>
    </message>
    <message>
        <source>%1 is not there; its tracks wait until it is back.</source>
        <translation>%1 ist nicht da; die Stücke darauf warten, bis es wieder da ist.</translation>
    </message>
    <message>
        <source>The folder is not there. Its tracks stay as they are.</source>
        <translation>Der Ordner ist nicht da. Seine Stücke bleiben, wie sie sind.</translation>
    </message>
    <message>
        <source>The folder is empty, as one is whose drive is not mounted. Its tracks stay as they are.</source>
        <translation>Der Ordner ist leer, wie bei einem nicht eingehängten Laufwerk. Seine Stücke bleiben, wie sie sind.</translation>
    </message>
    <message>
        <source>The volume &quot;%1&quot;, which was mounted at %2, is absent. Its tracks stay as they are.</source>
        <translation>Der Datenträger „%1“, der unter %2 eingehängt war, fehlt. Seine Stücke bleiben, wie sie sind.</translation>
    </message>
    <message>
        <source>Its volume &quot;%1&quot; is absent. Its tracks stay as they are.</source>
        <translation>Der zugehörige Datenträger „%1“ fehlt. Die Stücke bleiben, wie sie sind.</translation>
    </message>
    <message>
        <source>The folder cannot be read: %1.</source>
        <translation>Der Ordner kann nicht gelesen werden: %1.</translation>
    </message>
    <message>
        <source>This is not a folder with files.</source>
        <translation>Das ist kein Ordner mit Dateien.</translation>
    </message>
    <message>
        <source>The file was written to while it was read. It is read again with the next scan.</source>
        <translation>Die Datei wurde verändert, während sie gelesen wurde. Bei der nächsten Suche nach neuen und geänderten Dateien wird sie erneut gelesen.</translation>
    </message>
    <message>
        <source>The file was written to while it was analysed. Scan again, then it is analysed.</source>
        <translation>Die Datei wurde verändert, während sie analysiert wurde. Suchen Sie erneut nach neuen und geänderten Dateien, dann wird sie analysiert.</translation>
    </message>
    <message>
        <source>The tags are damaged: reading them gave nonsense. Write them again with a tag editor.</source>
        <translation>Die Tags sind beschädigt: Beim Lesen kam Unsinn heraus. Schreiben Sie sie mit einem Tag-Editor neu.</translation>
    </message>
    <message>
        <source>The tags are damaged: reading them ended the tag reader (%1). Write them again with a tag editor.</source>
        <translation>Die Tags sind beschädigt: Beim Lesen brach das Tag-Leseprogramm ab (%1). Schreiben Sie sie mit einem Tag-Editor neu.</translation>
    </message>
    <message>
        <source>There is no such file.</source>
        <translation>Diese Datei gibt es nicht.</translation>
    </message>
    <message>
        <source>This is a folder. Give the files inside it.</source>
        <translation>Das ist ein Ordner. Geben Sie die Dateien darin an.</translation>
    </message>
    <message>
        <source>The file is empty (0 bytes). Copy or download it again.</source>
        <translation>Die Datei ist leer (0&#xa0;Byte). Kopieren Sie sie erneut oder laden Sie sie neu herunter.</translation>
    </message>
    <message>
        <source>The file cannot be read: %1. Check its permissions and its drive.</source>
        <translation>Die Datei kann nicht gelesen werden: %1. Prüfen Sie ihre Zugriffsrechte und das Laufwerk.</translation>
    </message>
    <message>
        <source>The sound has values that are not numbers (NaN or infinity) near %1. Export it again from the program that made it.</source>
        <translation>Der Ton enthält bei %1 Werte, die keine Zahlen sind (NaN oder unendlich). Exportieren Sie ihn erneut aus dem Programm, mit dem er erstellt wurde.</translation>
    </message>
    <message>
        <source>The sound has values that are not numbers (NaN or infinity). Export it again from the program that made it.</source>
        <translation>Der Ton enthält Werte, die keine Zahlen sind (NaN oder unendlich). Exportieren Sie ihn erneut aus dem Programm, mit dem er erstellt wurde.</translation>
    </message>
    <message>
        <source>No sample was decoded for %1 ms: the file is damaged or its drive does not answer. Check the drive, or convert the file to FLAC.</source>
        <translation>%1&#xa0;ms lang wurde kein Ton dekodiert: Die Datei ist beschädigt oder das Laufwerk antwortet nicht. Prüfen Sie das Laufwerk oder wandeln Sie die Datei in FLAC um.</translation>
    </message>
    <message>
        <source>The file (%1) holds no sound of its own, only names of other files or instructions. Give the sound files themselves.</source>
        <translation>Die Datei (%1) enthält selbst keinen Ton, nur Namen anderer Dateien oder Anweisungen. Geben Sie die Tondateien selbst an.</translation>
    </message>
    <message>
        <source>The file looks like %1, but its header cannot be read: it is damaged or was cut off. Copy or download it again.</source>
        <translation>Die Datei sieht aus wie %1, aber ihre Kopfdaten sind nicht lesbar: Sie ist beschädigt oder abgeschnitten. Kopieren Sie sie erneut oder laden Sie sie neu herunter.</translation>
    </message>
    <message>
        <source>The file looks like %1, but no sound was found in it. Copy or download it again.</source>
        <translation>Die Datei sieht aus wie %1, aber darin wurde kein Ton gefunden. Kopieren Sie sie erneut oder laden Sie sie neu herunter.</translation>
    </message>
    <message>
        <source>This FFmpeg has no decoder for the file&apos;s sound (%1). Convert it to FLAC or WAV.</source>
        <translation>Dieses FFmpeg hat keinen Decoder für den Ton der Datei (%1). Wandeln Sie sie in FLAC oder WAV um.</translation>
    </message>
    <message>
        <source>The decoder (%1) refuses what the file&apos;s header says about the sound. Convert the file to FLAC or WAV.</source>
        <translation>Der Decoder (%1) lehnt ab, was die Kopfdaten der Datei über den Ton sagen. Wandeln Sie die Datei in FLAC oder WAV um.</translation>
    </message>
    <message>
        <source>The file (%1) has a header and no sound: it was cut off. Copy or download it again.</source>
        <translation>Die Datei (%1) hat Kopfdaten, aber keinen Ton: Sie ist abgeschnitten. Kopieren Sie sie erneut oder laden Sie sie neu herunter.</translation>
    </message>
    <message>
        <source>The file (%1, %2) yields not one sample of sound: it is damaged or holds only a header. Copy or download it again.</source>
        <translation>Die Datei (%1, %2) liefert überhaupt keinen Ton: Sie ist beschädigt oder enthält nur Kopfdaten. Kopieren Sie sie erneut oder laden Sie sie neu herunter.</translation>
    </message>
    <message>
        <source>The part from %1 on holds no sound: the file ends before, or the part is empty. Check the CUE sheet that names it.</source>
        <translation>Der Teil ab %1 enthält keinen Ton: Die Datei endet vorher, oder der Teil ist leer. Prüfen Sie das CUE-Sheet, in dem er steht.</translation>
    </message>
    <message>
        <source>circumplex-cli ended unexpectedly.</source>
        <translation>circumplex-cli wurde unerwartet beendet.</translation>
    </message>
    <message>
        <source>%1 cannot be started: %2</source>
        <translation>%1 kann nicht gestartet werden: %2</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no address that begins with https:// or http://</source>
        <translation>„%1“ ist keine Adresse, die mit https:// oder http:// beginnt</translation>
    </message>
    <message>
        <source>the server answers %1 (%2)</source>
        <translation>der Server antwortet %1 (%2)</translation>
    </message>
    <message>
        <source>nothing came for %1 s</source>
        <translation>%1&#xa0;s lang kam nichts an</translation>
    </message>
    <message>
        <source>there is nothing</source>
        <translation>dort ist nichts</translation>
    </message>
    <message>
        <source>%1 bytes are to come, and there is room for %2</source>
        <translation>%1 Byte stehen noch aus, Platz ist für %2</translation>
    </message>
    <message>
        <source>%1 gave %2. It was thrown away. If its authors publish a newer file, download it yourself and import it.</source>
        <translation>%1 lieferte %2. Das Geladene wurde verworfen. Wenn die Autoren eine neuere Datei veröffentlichen, laden Sie sie selbst herunter und importieren Sie sie.</translation>
    </message>
    <message>
        <source>%1 bytes instead of %2</source>
        <translation>%1 Byte statt %2</translation>
    </message>
    <message>
        <source>a file with another SHA-256 than %1</source>
        <translation>eine Datei mit einer anderen SHA-256 als %1</translation>
    </message>
    <message>
        <source>stopped; what has come of %1 is kept, and the next try goes on from there</source>
        <translation>angehalten; bereits Geladenes von %1 bleibt erhalten, und der nächste Versuch setzt dort fort</translation>
    </message>
    <message>
        <source>Connection refused</source>
        <translation>Verbindung abgelehnt</translation>
    </message>
    <message>
        <source>Connection closed</source>
        <translation>Verbindung geschlossen</translation>
    </message>
    <message>
        <source>Connection timed out</source>
        <translation>Zeitüberschreitung bei der Verbindung</translation>
    </message>
    <message>
        <source>Socket operation timed out</source>
        <translation>Zeitüberschreitung beim Warten auf Daten</translation>
    </message>
    <message>
        <source>Host %1 not found</source>
        <translation>Rechner %1 nicht gefunden</translation>
    </message>
    <message>
        <source>Network unreachable</source>
        <translation>Netzwerk nicht erreichbar</translation>
    </message>
    <message>
        <source>Host unreachable</source>
        <translation>Rechner nicht erreichbar</translation>
    </message>
    <message>
        <source>The remote host closed the connection</source>
        <translation>Die Gegenseite hat die Verbindung geschlossen</translation>
    </message>
    <message>
        <source>SSL handshake failed</source>
        <translation>Die verschlüsselte Verbindung (SSL) kam nicht zustande</translation>
    </message>
    <message>
        <source>Too many redirects</source>
        <translation>Zu viele Weiterleitungen</translation>
    </message>
    <message>
        <source>Proxy requires authentication</source>
        <translation>Der Proxy verlangt eine Anmeldung</translation>
    </message>
    <message>
        <source>Proxy server not found</source>
        <translation>Proxy nicht gefunden</translation>
    </message>
    <message>
        <source>Connection to proxy refused</source>
        <translation>Verbindung zum Proxy abgelehnt</translation>
    </message>
    <message>
        <source>Connection to proxy timed out</source>
        <translation>Zeitüberschreitung bei der Verbindung zum Proxy</translation>
    </message>
    <message>
        <source>Proxy connection refused</source>
        <translation>Der Proxy hat die Verbindung abgelehnt</translation>
    </message>
    <message>
        <source>Not Found</source>
        <translation>nicht gefunden</translation>
    </message>
    <message>
        <source>Forbidden</source>
        <translation>Zugriff verboten</translation>
    </message>
    <message>
        <source>Service Unavailable</source>
        <translation>Dienst nicht verfügbar</translation>
    </message>
    <message>
        <source>No such file or directory</source>
        <translation>Datei oder Ordner nicht vorhanden</translation>
    </message>
    <message>
        <source>Permission denied</source>
        <translation>Keine Berechtigung</translation>
    </message>
    <message>
        <source>No space left on device</source>
        <translation>Kein Platz mehr auf dem Laufwerk</translation>
    </message>
    <message>
        <source>Read-only file system</source>
        <translation>Dateisystem nur lesbar</translation>
    </message>
    <message>
        <source>Input/output error</source>
        <translation>Ein-/Ausgabefehler</translation>
    </message>
    <message>
        <source>Is a directory</source>
        <translation>Ist ein Ordner</translation>
    </message>
    <message>
        <source>Not a directory</source>
        <translation>Ist kein Ordner</translation>
    </message>
    <message>
        <source>File exists</source>
        <translation>Datei existiert bereits</translation>
    </message>
    <message>
        <source>%1 is missing</source>
        <translation>%1 fehlt</translation>
    </message>
    <message>
        <source>%1 is not the one that was installed</source>
        <translation>%1 ist nicht die installierte Datei</translation>
    </message>
    <message>
        <source>%1 cannot be read</source>
        <translation>%1 kann nicht gelesen werden</translation>
    </message>
    <message>
        <source>the settings cannot be written</source>
        <translation>die Einstellungen können nicht geschrieben werden</translation>
    </message>
    <message>
        <source>models cannot be written there</source>
        <translation>Modelle können dort nicht geschrieben werden</translation>
    </message>
    <message>
        <source>cannot be written</source>
        <translation>kann nicht geschrieben werden</translation>
    </message>
    <message>
        <source>%1 cannot be written: %2</source>
        <translation>%1 kann nicht geschrieben werden: %2</translation>
    </message>
    <message>
        <source>card.json lists a file of an impossible name</source>
        <translation>card.json nennt eine Datei mit einem unmöglichen Namen</translation>
    </message>
    <message>
        <source>card.json has no SHA-256 of %1</source>
        <translation>in card.json fehlt die SHA-256 von %1</translation>
    </message>
    <message>
        <source>card.json does not list %1</source>
        <translation>in card.json ist %1 nicht aufgeführt</translation>
    </message>
    <message>
        <source>card.json is larger than 1 MB</source>
        <translation>card.json ist größer als 1&#xa0;MB</translation>
    </message>
    <message>
        <source>card.json is of a format that this version does not know</source>
        <translation>card.json hat ein Format, das diese Version nicht kennt</translation>
    </message>
    <message>
        <source>card.json and the folder do not have the same name</source>
        <translation>card.json und der Ordner haben nicht denselben Namen</translation>
    </message>
    <message>
        <source>&quot;%1&quot; cannot name a model: %2</source>
        <translation>„%1“ ist als Modellname nicht möglich: %2</translation>
    </message>
    <message>
        <source>no such file</source>
        <translation>diese Datei gibt es nicht</translation>
    </message>
    <message>
        <source>no such file or folder</source>
        <translation>diese Datei oder diesen Ordner gibt es nicht</translation>
    </message>
    <message>
        <source>not a regular file</source>
        <translation>keine gewöhnliche Datei</translation>
    </message>
    <message>
        <source>is cut off</source>
        <translation>ist abgeschnitten</translation>
    </message>
    <message>
        <source>is larger than 1 MB</source>
        <translation>ist größer als 1&#xa0;MB</translation>
    </message>
    <message>
        <source>is not a JSON object</source>
        <translation>ist kein JSON-Objekt</translation>
    </message>
    <message>
        <source>not a JSON object</source>
        <translation>kein JSON-Objekt</translation>
    </message>
    <message>
        <source>is not a PyTorch checkpoint</source>
        <translation>ist kein PyTorch-Checkpoint</translation>
    </message>
    <message>
        <source>is a ZIP archive, but not a PyTorch checkpoint</source>
        <translation>ist ein ZIP-Archiv, aber kein PyTorch-Checkpoint</translation>
    </message>
    <message>
        <source>is not a whole ZIP archive</source>
        <translation>ist kein vollständiges ZIP-Archiv</translation>
    </message>
    <message>
        <source>is not a safetensors file</source>
        <translation>ist keine safetensors-Datei</translation>
    </message>
    <message>
        <source>is not little-endian</source>
        <translation>ist nicht little-endian</translation>
    </message>
    <message>
        <source>is of an unknown protocol</source>
        <translation>hat ein unbekanntes Protokoll</translation>
    </message>
    <message>
        <source>is not a dictionary of tensors</source>
        <translation>ist keine Zuordnung von Namen zu Tensoren</translation>
    </message>
    <message>
        <source>is nested too deeply</source>
        <translation>ist zu tief verschachtelt</translation>
    </message>
    <message>
        <source>has too many entries</source>
        <translation>hat zu viele Einträge</translation>
    </message>
    <message>
        <source>has an overlong name</source>
        <translation>hat einen zu langen Namen</translation>
    </message>
    <message>
        <source>has neither pytorch_model.bin nor model.safetensors</source>
        <translation>enthält weder pytorch_model.bin noch model.safetensors</translation>
    </message>
    <message>
        <source>has no tensors below state_dict.model</source>
        <translation>enthält keine Tensoren unter state_dict.model</translation>
    </message>
    <message>
        <source>lacks the number %1</source>
        <translation>die Zahl %1 fehlt</translation>
    </message>
    <message>
        <source>lacks the tensor %1</source>
        <translation>der Tensor %1 fehlt</translation>
    </message>
    <message>
        <source>lacks the storage %1</source>
        <translation>der Speicherblock %1 fehlt</translation>
    </message>
    <message>
        <source>lacks the list of its storages</source>
        <translation>die Liste der Speicherblöcke fehlt</translation>
    </message>
    <message>
        <source>has a storage that no tensor uses</source>
        <translation>enthält einen Speicherblock, den kein Tensor nutzt</translation>
    </message>
    <message>
        <source>has the member %1 twice</source>
        <translation>enthält den Bestandteil %1 zweimal</translation>
    </message>
    <message>
        <source>has the storage %1 twice</source>
        <translation>enthält den Speicherblock %1 zweimal</translation>
    </message>
    <message>
        <source>has %1 twice</source>
        <translation>enthält %1 zweimal</translation>
    </message>
    <message>
        <source>there is a hole before &quot;%1&quot;</source>
        <translation>vor „%1“ ist eine Lücke</translation>
    </message>
    <message>
        <source>there are bytes behind the last tensor</source>
        <translation>hinter dem letzten Tensor stehen noch Bytes</translation>
    </message>
    <message>
        <source>%1 is %2, expected %3</source>
        <translation>%1 ist %2, erwartet wurde %3</translation>
    </message>
    <message>
        <source>%1 is not finite</source>
        <translation>%1 ist nicht endlich</translation>
    </message>
    <message>
        <source>%1 holds values that are not finite</source>
        <translation>%1 enthält Werte, die nicht endlich sind</translation>
    </message>
    <message>
        <source>%1 holds a variance below zero</source>
        <translation>%1 enthält eine Varianz unter null</translation>
    </message>
    <message>
        <source>%1 does not hold floating-point numbers</source>
        <translation>%1 enthält keine Gleitkommazahlen</translation>
    </message>
    <message>
        <source>%1 is not above zero everywhere</source>
        <translation>%1 ist nicht überall größer als null</translation>
    </message>
    <message>
        <source>the head is made for embeddings of %1 values, the encoder gives %2</source>
        <translation>der Kopf ist für Embeddings mit %1 Werten gemacht, der Encoder liefert %2</translation>
    </message>
    <message>
        <source>the emotion head %1</source>
        <translation>Emotionskopf: %1</translation>
    </message>
    <message>
        <source>the emotion head&apos;s %1</source>
        <translation>im Emotionskopf: %1</translation>
    </message>
    <message>
        <source>a %1 in it is not made of what it should be</source>
        <translation>etwas darin (%1) besteht nicht aus dem, woraus es bestehen sollte</translation>
    </message>
    <message>
        <source>its pickle %1</source>
        <translation>Pickle-Daten: %1</translation>
    </message>
    <message>
        <source>its archive directory %1</source>
        <translation>Archivverzeichnis: %1</translation>
    </message>
    <message>
        <source>its ZIP64 record %1</source>
        <translation>ZIP64-Eintrag: %1</translation>
    </message>
    <message>
        <source>its member %1</source>
        <translation>Bestandteil %1</translation>
    </message>
    <message>
        <source>its header %1</source>
        <translation>Kopfdaten: %1</translation>
    </message>
    <message>
        <source>its JSON %1</source>
        <translation>JSON: %1</translation>
    </message>
    <message>
        <source>its __metadata__ %1</source>
        <translation>__metadata__: %1</translation>
    </message>
    <message>
        <source>its tensors %1</source>
        <translation>Tensoren: %1</translation>
    </message>
    <message>
        <source>the tensor %1</source>
        <translation>Tensor %1</translation>
    </message>
    <message>
        <source>the storage %1</source>
        <translation>Speicherblock %1</translation>
    </message>
    <message>
        <source>the data_offsets of %1</source>
        <translation>data_offsets von %1</translation>
    </message>
    <message>
        <source>the %1 of %2 are not usable</source>
        <translation>die Angaben in %1 von %2 sind unbrauchbar</translation>
    </message>
    <message>
        <source>%1 is not described</source>
        <translation>%1 ist nicht beschrieben</translation>
    </message>
    <message>
        <source>%1 has a dtype that is not supported</source>
        <translation>%1 hat einen dtype, der nicht unterstützt wird</translation>
    </message>
    <message>
        <source>%1 has a dtype that safetensors files do not know</source>
        <translation>%1 hat einen dtype, den safetensors-Dateien nicht kennen</translation>
    </message>
    <message>
        <source>%1 has an impossible shape</source>
        <translation>%1 hat eine unmögliche Form</translation>
    </message>
    <message>
        <source>%1 overlaps another tensor</source>
        <translation>%1 überlappt einen anderen Tensor</translation>
    </message>
    <message>
        <source>model card: %1</source>
        <translation>Modellkarte: %1</translation>
    </message>
    <message>
        <source>MERT configuration: %1</source>
        <translation>MERT-Konfiguration: %1</translation>
    </message>
</context>
<context>
    <name>Error</name>
    <message>
        <source>It was stopped.</source>
        <translation>Der Vorgang wurde abgebrochen.</translation>
    </message>
    <message>
        <source>The file is not there.</source>
        <translation>Die Datei ist nicht vorhanden.</translation>
    </message>
    <message>
        <source>The file cannot be read.</source>
        <translation>Die Datei kann nicht gelesen werden.</translation>
    </message>
    <message>
        <source>This is not a file.</source>
        <translation>Das ist keine Datei.</translation>
    </message>
    <message>
        <source>The file is empty.</source>
        <translation>Die Datei ist leer.</translation>
    </message>
    <message>
        <source>This is not a kind of sound file that can be read.</source>
        <translation>Diese Art von Audiodatei kann nicht gelesen werden.</translation>
    </message>
    <message>
        <source>There is no sound in this file.</source>
        <translation>Diese Datei enthält keinen Ton.</translation>
    </message>
    <message>
        <source>The sound in this file is damaged.</source>
        <translation>Der Ton in dieser Datei ist beschädigt.</translation>
    </message>
    <message>
        <source>This is too short to be analysed.</source>
        <translation>Das Stück ist zu kurz für eine Analyse.</translation>
    </message>
    <message>
        <source>The sound has an impossible format.</source>
        <translation>Der Ton hat ein ungültiges Format.</translation>
    </message>
    <message>
        <source>Reading took too long and was given up.</source>
        <translation>Das Lesen dauerte zu lange und wurde abgebrochen.</translation>
    </message>
    <message>
        <source>The computing device is not there, or cannot do this.</source>
        <translation>Das Rechengerät ist nicht vorhanden oder kann dies nicht ausführen.</translation>
    </message>
    <message>
        <source>The file changed while it was read.</source>
        <translation>Die Datei wurde während des Lesens geändert.</translation>
    </message>
    <message>
        <source>The tags of this file cannot be read.</source>
        <translation>Die Tags dieser Datei können nicht gelesen werden.</translation>
    </message>
    <message>
        <source>The CUE sheet cannot be understood.</source>
        <translation>Das CUE-Sheet kann nicht ausgewertet werden.</translation>
    </message>
    <message>
        <source>The disk with these files is not connected.</source>
        <translation>Das Laufwerk mit diesen Dateien ist nicht angeschlossen.</translation>
    </message>
    <message>
        <source>The model cannot be used.</source>
        <translation>Das Modell kann nicht verwendet werden.</translation>
    </message>
    <message>
        <source>There is no such model.</source>
        <translation>Dieses Modell gibt es nicht.</translation>
    </message>
    <message>
        <source>There is a model of that name already.</source>
        <translation>Ein Modell dieses Namens gibt es bereits.</translation>
    </message>
    <message>
        <source>This model came with the program and cannot be removed.</source>
        <translation>Dieses Modell gehört zum Programm und kann nicht entfernt werden.</translation>
    </message>
    <message>
        <source>The library was written by a newer version of this program.</source>
        <translation>Die Bibliothek wurde von einer neueren Version dieses Programms geschrieben.</translation>
    </message>
    <message>
        <source>The library file is damaged.</source>
        <translation>Die Bibliotheksdatei ist beschädigt.</translation>
    </message>
    <message>
        <source>This file is not a library of this program.</source>
        <translation>Diese Datei ist keine Bibliothek dieses Programms.</translation>
    </message>
    <message>
        <source>Another program keeps the library busy.</source>
        <translation>Ein anderes Programm belegt die Bibliothek.</translation>
    </message>
    <message>
        <source>The library cannot be written.</source>
        <translation>Die Bibliothek kann nicht geschrieben werden.</translation>
    </message>
    <message>
        <source>The disk is full.</source>
        <translation>Das Laufwerk ist voll.</translation>
    </message>
    <message>
        <source>It is no longer in the library.</source>
        <translation>Der Eintrag ist nicht mehr in der Bibliothek.</translation>
    </message>
    <message>
        <source>This was refused, so that nothing is lost.</source>
        <translation>Der Vorgang wurde abgelehnt, damit nichts verloren geht.</translation>
    </message>
    <message>
        <source>This search cannot be understood.</source>
        <translation>Diese Suche kann nicht ausgewertet werden.</translation>
    </message>
    <message>
        <source>These results cannot be read.</source>
        <translation>Diese Ergebnisse können nicht gelesen werden.</translation>
    </message>
    <message>
        <source>This table of labels cannot be read.</source>
        <translation>Diese Tabelle mit Labels kann nicht gelesen werden.</translation>
    </message>
    <message>
        <source>The file cannot be written.</source>
        <translation>Die Datei kann nicht geschrieben werden.</translation>
    </message>
    <message>
        <source>Analysing this file took the analysis down.</source>
        <translation>Diese Datei hat die Analyse zum Absturz gebracht.</translation>
    </message>
    <message>
        <source>This needs more memory than there is.</source>
        <translation>Dafür reicht der Arbeitsspeicher nicht aus.</translation>
    </message>
    <message>
        <source>The analysis cannot be started.</source>
        <translation>Die Analyse kann nicht gestartet werden.</translation>
    </message>
    <message>
        <source>Something unexpected went wrong.</source>
        <translation>Ein unerwarteter Fehler ist aufgetreten.</translation>
    </message>
    <message>
        <source>The server cannot be reached. What has come so far is kept, and the next try goes on from there.</source>
        <translation>Der Server ist nicht erreichbar. Bereits Geladenes bleibt erhalten; der nächste Versuch setzt dort fort.</translation>
    </message>
    <message>
        <source>The server does not give this file.</source>
        <translation>Der Server stellt diese Datei nicht bereit.</translation>
    </message>
    <message>
        <source>What came is not the file that its authors published.</source>
        <translation>Die empfangene Datei ist nicht die von den Autoren veröffentlichte.</translation>
    </message>
</context>
<context>
    <name>Glossary</name>
    <message>
        <source>agreement (CCC)</source>
        <translation>Übereinstimmung (CCC)</translation>
    </message>
    <message>
        <source>Concordance correlation (CCC): how well two ratings of the same songs agree; 1 is perfect, 0 is chance.</source>
        <translation>Konkordanzkorrelation (CCC): wie gut zwei Bewertungen derselben Stücke übereinstimmen; 1 ist vollkommen, 0 ist Zufall.</translation>
    </message>
    <message>
        <source>reliability (ICC)</source>
        <translation>Verlässlichkeit (ICC)</translation>
    </message>
    <message>
        <source>Intraclass correlation (ICC): how much of the differences between songs comes back when they are rated again; 1 is all of it, 0 is nothing.</source>
        <translation>Intraklassenkorrelation (ICC): wie viel von den Unterschieden zwischen Stücken wiederkehrt, wenn sie erneut bewertet werden; 1 ist alles, 0 ist nichts.</translation>
    </message>
    <message>
        <source>explained (R²)</source>
        <translation>erklärt (R²)</translation>
    </message>
    <message>
        <source>R²: the share of the differences between songs that is foretold; 1 is all of it, 0 is no better than always saying the mean.</source>
        <translation>R²: welcher Anteil der Unterschiede zwischen Stücken vorhergesagt wird; 1 ist alles, 0 ist nicht besser, als immer den Mittelwert zu nennen.</translation>
    </message>
    <message>
        <source>error (RMSE)</source>
        <translation>Fehler (RMSE)</translation>
    </message>
    <message>
        <source>Root mean square error (RMSE): how far off it usually is, in points of the scale from 1 to 9; less is better.</source>
        <translation>Wurzel der mittleren quadratischen Abweichung (RMSE): wie weit es gewöhnlich danebenliegt, in Punkten der Skala von 1 bis 9; weniger ist besser.</translation>
    </message>
    <message>
        <source>error (MAE)</source>
        <translation>Fehler (MAE)</translation>
    </message>
    <message>
        <source>Mean absolute error (MAE): how far off it is on average, in points of the scale from 1 to 9; less is better.</source>
        <translation>Mittlere absolute Abweichung (MAE): wie weit es im Mittel danebenliegt, in Punkten der Skala von 1 bis 9; weniger ist besser.</translation>
    </message>
    <message>
        <source>told apart (ROC-AUC)</source>
        <translation>unterschieden (ROC-AUC)</translation>
    </message>
    <message>
        <source>ROC-AUC: how often a song with a tag gets more of it than a song without; 1 is always, 0.5 is chance.</source>
        <translation>ROC-AUC: wie oft ein Stück mit einem Stichwort mehr davon erhält als ein Stück ohne; 1 ist immer, 0,5 ist Zufall.</translation>
    </message>
    <message>
        <source>found (PR-AUC)</source>
        <translation>gefunden (PR-AUC)</translation>
    </message>
    <message>
        <source>Average precision (PR-AUC): how clean the list is when songs are sorted by a tag; 1 is perfect, and chance is as much as there are songs with it.</source>
        <translation>Mittlere Präzision (PR-AUC): wie sauber die Liste ist, wenn Stücke nach einem Stichwort sortiert sind; 1 ist vollkommen, und Zufall ist so viel, wie es Stücke damit gibt.</translation>
    </message>
    <message>
        <source>right (accuracy)</source>
        <translation>richtig (Accuracy)</translation>
    </message>
    <message>
        <source>Accuracy: the share of songs that were put where people put them; 1 is all. Chance is 0.5 for high or low, and 0.25 for one of four quarters.</source>
        <translation>Accuracy: der Anteil der Stücke, die dort eingeordnet wurden, wo Menschen sie einordnen; 1 ist alle. Zufall ist 0,5 bei hoch oder niedrig und 0,25 bei einem von vier Vierteln.</translation>
    </message>
    <message>
        <source>game music (VGMIDI)</source>
        <translation>Spielemusik (VGMIDI)</translation>
    </message>
    <message>
        <source>VGMIDI: piano arrangements of music from video games, each rated by about 30 people.</source>
        <translation>VGMIDI: Klavierbearbeitungen von Musik aus Videospielen, jede von etwa 30 Personen bewertet.</translation>
    </message>
    <message>
        <source>pop piano (EMOPIA)</source>
        <translation>Klavierpop (EMOPIA)</translation>
    </message>
    <message>
        <source>EMOPIA: pop songs played on the piano, each put into one quarter of the plane by one person.</source>
        <translation>EMOPIA: Popstücke, am Klavier gespielt, jedes von einer Person einem Viertel der Ebene zugeordnet.</translation>
    </message>
    <message>
        <source>felt music (Emotify)</source>
        <translation>gefühlte Musik (Emotify)</translation>
    </message>
    <message>
        <source>Emotify: a minute each of classical, rock, electronic and pop recordings. People said what they felt; valence and arousal were derived from it.</source>
        <translation>Emotify: je eine Minute aus Klassik-, Rock-, Elektronik- und Popaufnahmen. Menschen gaben an, was sie fühlten; Valenz und Arousal wurden daraus abgeleitet.</translation>
    </message>
    <message>
        <source>DEAM</source>
        <translation>DEAM</translation>
    </message>
    <message>
        <source>DEAM: 1802 recordings of many kinds of music whose valence and arousal people rated while they listened.</source>
        <translation>DEAM: 1802 Aufnahmen vieler Arten von Musik, deren Valenz und Arousal Menschen beim Hören bewerteten.</translation>
    </message>
    <message>
        <source>mood tags</source>
        <translation>Stichwörter zur Stimmung</translation>
    </message>
    <message>
        <source>Mood tags: the 56 words for moods of MTG-Jamendo. This model learned them from what another network says, not from people.</source>
        <translation>Stichwörter zur Stimmung: die 56 Wörter für Stimmungen von MTG-Jamendo. Dieses Modell hat sie von den Angaben eines anderen Netzes gelernt, nicht von Menschen.</translation>
    </message>
    <message>
        <source>your ratings</source>
        <translation>Ihre Bewertungen</translation>
    </message>
    <message>
        <source>Your ratings: songs of this library that were rated.</source>
        <translation>Ihre Bewertungen: Stücke dieser Bibliothek, die bewertet wurden.</translation>
    </message>
</context>
<context>
    <name>Key</name>
    <message>
        <source>C</source>
        <translation>C</translation>
    </message>
    <message>
        <source>C#</source>
        <translation>Cis</translation>
    </message>
    <message>
        <source>Db</source>
        <translation>Des</translation>
    </message>
    <message>
        <source>D</source>
        <translation>D</translation>
    </message>
    <message>
        <source>D#</source>
        <translation>Dis</translation>
    </message>
    <message>
        <source>Eb</source>
        <translation>Es</translation>
    </message>
    <message>
        <source>E</source>
        <translation>E</translation>
    </message>
    <message>
        <source>F</source>
        <translation>F</translation>
    </message>
    <message>
        <source>F#</source>
        <translation>Fis</translation>
    </message>
    <message>
        <source>Gb</source>
        <translation>Ges</translation>
    </message>
    <message>
        <source>G</source>
        <translation>G</translation>
    </message>
    <message>
        <source>G#</source>
        <translation>Gis</translation>
    </message>
    <message>
        <source>Ab</source>
        <translation>As</translation>
    </message>
    <message>
        <source>A</source>
        <translation>A</translation>
    </message>
    <message>
        <source>A#</source>
        <translation>Ais</translation>
    </message>
    <message>
        <source>Bb</source>
        <translation>B</translation>
    </message>
    <message>
        <source>B</source>
        <translation>H</translation>
    </message>
    <message>
        <source>%1 major</source>
        <translation>%1-Dur</translation>
    </message>
    <message>
        <source>%1 minor</source>
        <translation>%1-Moll</translation>
    </message>
</context>
<context>
    <name>LabelProposal</name>
    <message>
        <source>Models are %1 points apart in valence</source>
        <translation>Modelle liegen bei der Valenz %1 Punkte auseinander</translation>
    </message>
    <message>
        <source>Models are %1 points apart in arousal</source>
        <translation>Modelle liegen beim Arousal %1 Punkte auseinander</translation>
    </message>
    <message>
        <source>The model is unsure of its valence, by %1 points</source>
        <translation>Das Modell ist sich der Valenz nicht sicher, um %1 Punkte</translation>
    </message>
    <message>
        <source>The model is unsure of its arousal, by %1 points</source>
        <translation>Das Modell ist sich des Arousals nicht sicher, um %1 Punkte</translation>
    </message>
    <message>
        <source>You have rated nothing in its part of the plane</source>
        <translation>In diesem Teil der Ebene haben Sie noch nichts bewertet</translation>
    </message>
    <message>
        <source>You have rated little in its part of the plane</source>
        <translation>In diesem Teil der Ebene haben Sie erst wenig bewertet</translation>
    </message>
</context>
<context>
    <name>Mood</name>
    <message>
        <source>action</source>
        <translation>Action</translation>
    </message>
    <message>
        <source>adventure</source>
        <translation>Abenteuer</translation>
    </message>
    <message>
        <source>advertising</source>
        <translation>Werbung</translation>
    </message>
    <message>
        <source>background</source>
        <translation>Hintergrund</translation>
    </message>
    <message>
        <source>ballad</source>
        <translation>Ballade</translation>
    </message>
    <message>
        <source>calm</source>
        <translation>ruhig</translation>
    </message>
    <message>
        <source>children</source>
        <translation>Kinder</translation>
    </message>
    <message>
        <source>christmas</source>
        <translation>Weihnachten</translation>
    </message>
    <message>
        <source>commercial</source>
        <translation>kommerziell</translation>
    </message>
    <message>
        <source>cool</source>
        <translation>cool</translation>
    </message>
    <message>
        <source>corporate</source>
        <translation>Business</translation>
    </message>
    <message>
        <source>dark</source>
        <translation>düster</translation>
    </message>
    <message>
        <source>deep</source>
        <translation>tief</translation>
    </message>
    <message>
        <source>documentary</source>
        <translation>Dokumentation</translation>
    </message>
    <message>
        <source>drama</source>
        <translation>Drama</translation>
    </message>
    <message>
        <source>dramatic</source>
        <translation>dramatisch</translation>
    </message>
    <message>
        <source>dream</source>
        <translation>Traum</translation>
    </message>
    <message>
        <source>emotional</source>
        <translation>emotional</translation>
    </message>
    <message>
        <source>energetic</source>
        <translation>energiegeladen</translation>
    </message>
    <message>
        <source>epic</source>
        <translation>episch</translation>
    </message>
    <message>
        <source>fast</source>
        <translation>schnell</translation>
    </message>
    <message>
        <source>film</source>
        <translation>Film</translation>
    </message>
    <message>
        <source>fun</source>
        <translation>Spaß</translation>
    </message>
    <message>
        <source>funny</source>
        <translation>lustig</translation>
    </message>
    <message>
        <source>game</source>
        <translation>Spiel</translation>
    </message>
    <message>
        <source>groovy</source>
        <translation>groovig</translation>
    </message>
    <message>
        <source>happy</source>
        <translation>glücklich</translation>
    </message>
    <message>
        <source>heavy</source>
        <translation>wuchtig</translation>
    </message>
    <message>
        <source>holiday</source>
        <translation>Feiertage</translation>
    </message>
    <message>
        <source>hopeful</source>
        <translation>hoffnungsvoll</translation>
    </message>
    <message>
        <source>inspiring</source>
        <translation>inspirierend</translation>
    </message>
    <message>
        <source>love</source>
        <translation>Liebe</translation>
    </message>
    <message>
        <source>meditative</source>
        <translation>meditativ</translation>
    </message>
    <message>
        <source>melancholic</source>
        <translation>melancholisch</translation>
    </message>
    <message>
        <source>melodic</source>
        <translation>melodisch</translation>
    </message>
    <message>
        <source>motivational</source>
        <translation>motivierend</translation>
    </message>
    <message>
        <source>movie</source>
        <translation>Kino</translation>
    </message>
    <message>
        <source>nature</source>
        <translation>Natur</translation>
    </message>
    <message>
        <source>party</source>
        <translation>Party</translation>
    </message>
    <message>
        <source>positive</source>
        <translation>positiv</translation>
    </message>
    <message>
        <source>powerful</source>
        <translation>kraftvoll</translation>
    </message>
    <message>
        <source>relaxing</source>
        <translation>entspannend</translation>
    </message>
    <message>
        <source>retro</source>
        <translation>retro</translation>
    </message>
    <message>
        <source>romantic</source>
        <translation>romantisch</translation>
    </message>
    <message>
        <source>sad</source>
        <translation>traurig</translation>
    </message>
    <message>
        <source>sexy</source>
        <translation>sexy</translation>
    </message>
    <message>
        <source>slow</source>
        <translation>langsam</translation>
    </message>
    <message>
        <source>soft</source>
        <translation>sanft</translation>
    </message>
    <message>
        <source>soundscape</source>
        <translation>Klanglandschaft</translation>
    </message>
    <message>
        <source>space</source>
        <translation>Weltraum</translation>
    </message>
    <message>
        <source>sport</source>
        <translation>Sport</translation>
    </message>
    <message>
        <source>summer</source>
        <translation>Sommer</translation>
    </message>
    <message>
        <source>trailer</source>
        <translation>Trailer</translation>
    </message>
    <message>
        <source>travel</source>
        <translation>Reise</translation>
    </message>
    <message>
        <source>upbeat</source>
        <translation>beschwingt</translation>
    </message>
    <message>
        <source>uplifting</source>
        <translation>erhebend</translation>
    </message>
</context>
<context>
    <name>Quarter</name>
    <message>
        <source>joyful</source>
        <translation>fröhlich</translation>
    </message>
    <message>
        <source>tense</source>
        <translation>angespannt</translation>
    </message>
    <message>
        <source>sad</source>
        <translation>traurig</translation>
    </message>
    <message>
        <source>calm</source>
        <translation>ruhig</translation>
    </message>
</context>
<context>
    <name>SortMenu</name>
    <message>
        <source>Sort by</source>
        <translation>Sortieren nach</translation>
    </message>
    <message>
        <source>%1, ascending</source>
        <comment>a column</comment>
        <translation>%1, aufsteigend</translation>
    </message>
    <message>
        <source>%1, descending</source>
        <comment>a column</comment>
        <translation>%1, absteigend</translation>
    </message>
</context>
<context>
    <name>TrainText</name>
    <message>
        <source>More joyful songs would help most.</source>
        <translation>Mehr fröhliche Stücke würden am meisten helfen.</translation>
    </message>
    <message>
        <source>More tense songs would help most.</source>
        <translation>Mehr angespannte Stücke würden am meisten helfen.</translation>
    </message>
    <message>
        <source>More sad songs would help most.</source>
        <translation>Mehr traurige Stücke würden am meisten helfen.</translation>
    </message>
    <message>
        <source>More calm songs would help most.</source>
        <translation>Mehr ruhige Stücke würden am meisten helfen.</translation>
    </message>
    <message>
        <source>The model has heard none of the labelled songs. Analyse them first.</source>
        <translation>Das Modell hat keines der bewerteten Stücke gehört. Lassen Sie sie zuerst analysieren.</translation>
    </message>
    <message>
        <source>Not enough yet.</source>
        <translation>Das genügt noch nicht.</translation>
    </message>
    <message>
        <source>Enough for a first try.</source>
        <translation>Genug für einen ersten Versuch.</translation>
    </message>
    <message>
        <source>Enough for a good try.</source>
        <translation>Genug für einen guten Versuch.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln more labelled song(s) needed</source>
        <translation>
            <numerusform>noch %Ln bewertetes Stück nötig</numerusform>
            <numerusform>noch %Ln bewertete Stücke nötig</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>labelled songs of %Ln more artist(s) needed</source>
        <translation>
            <numerusform>bewertete Stücke von noch %Ln Interpreten nötig</numerusform>
            <numerusform>bewertete Stücke von noch %Ln Interpreten nötig</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln labelled song(s) can be used</source>
        <translation>
            <numerusform>%Ln bewertetes Stück ist verwendbar</numerusform>
            <numerusform>%Ln bewertete Stücke sind verwendbar</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %Ln group(s) of one artist, album or recording, which the test keeps together</source>
        <translation>
            <numerusform>in %Ln Gruppe je Interpret, Album oder Aufnahme, die die Prüfung beisammenhält</numerusform>
            <numerusform>in %Ln Gruppen je Interpret, Album oder Aufnahme, die die Prüfung beisammenhält</numerusform>
        </translation>
    </message>
    <message>
        <source>rated: valence %1, arousal %2, moods %3, curves while listening %4</source>
        <translation>bewertet: Valenz %1, Arousal %2, Stimmungen %3, Kurven beim Hören %4</translation>
    </message>
    <message numerus="yes">
        <source>%Ln labelled song(s) left out, since the model has not heard them</source>
        <translation>
            <numerusform>%Ln bewertetes Stück ausgelassen, da das Modell es nicht gehört hat</numerusform>
            <numerusform>%Ln bewertete Stücke ausgelassen, da das Modell sie nicht gehört hat</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln second(s)</source>
        <translation>
            <numerusform>%Ln Sekunde</numerusform>
            <numerusform>%Ln Sekunden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln minute(s)</source>
        <translation>
            <numerusform>%Ln Minute</numerusform>
            <numerusform>%Ln Minuten</numerusform>
        </translation>
    </message>
    <message>
        <source>valence</source>
        <translation>Valenz</translation>
    </message>
    <message>
        <source>arousal</source>
        <translation>Arousal</translation>
    </message>
    <message>
        <source>yes</source>
        <comment>a mood applies</comment>
        <translation>ja</translation>
    </message>
    <message>
        <source>no</source>
        <comment>a mood does not apply</comment>
        <translation>nein</translation>
    </message>
    <message>
        <source>%1: you %2, old model %3, new model %4</source>
        <translation>%1: Sie %2, altes Modell %3, neues Modell %4</translation>
    </message>
    <message>
        <source>Better for you than the old model.</source>
        <translation>Für Sie besser als das alte Modell.</translation>
    </message>
    <message>
        <source>Worse than the old model.</source>
        <translation>Schlechter als das alte Modell.</translation>
    </message>
    <message>
        <source>No better than the old model.</source>
        <translation>Nicht besser als das alte Modell.</translation>
    </message>
    <message>
        <source>Too few labels to tell.</source>
        <translation>Zu wenige Bewertungen für ein Urteil.</translation>
    </message>
    <message>
        <source>Better for %1.</source>
        <translation>Besser bei: %1.</translation>
    </message>
    <message>
        <source>Worse for %1.</source>
        <translation>Schlechter bei: %1.</translation>
    </message>
    <message>
        <source>Unclear for %1: the difference may be chance.</source>
        <translation>Unklar bei: %1. Der Unterschied kann Zufall sein.</translation>
    </message>
    <message numerus="yes">
        <source>About %Ln more label(s) would take 5 % off the error.</source>
        <translation>
            <numerusform>Etwa %Ln Bewertung mehr würde den Fehler um 5 % senken.</numerusform>
            <numerusform>Etwa %Ln Bewertungen mehr würden den Fehler um 5 % senken.</numerusform>
        </translation>
    </message>
    <message>
        <source>better</source>
        <translation>besser</translation>
    </message>
    <message>
        <source>worse</source>
        <translation>schlechter</translation>
    </message>
    <message>
        <source>unclear</source>
        <translation>unklar</translation>
    </message>
    <message>
        <source>too few labels</source>
        <translation>zu wenige Bewertungen</translation>
    </message>
    <message>
        <source>The model that this starts from is gone or cannot be read. Take another one into use on the page Models.</source>
        <translation>Das Modell, von dem ausgegangen wird, fehlt oder ist nicht lesbar. Nehmen Sie auf der Seite „Modelle“ ein anderes in Gebrauch.</translation>
    </message>
    <message>
        <source>There is no room to keep the trained model. Free some space, then go on where it stopped.</source>
        <translation>Für das trainierte Modell ist kein Platz. Schaffen Sie Platz und machen Sie dann dort weiter, wo es aufgehört hat.</translation>
    </message>
    <message>
        <source>Songs of one artist would be learned from and tested on, which makes scores too good. Nothing was trained; without the given split, artists stay together.</source>
        <translation>Aus Stücken eines Interpreten würde gelernt und an anderen desselben geprüft, was zu gute Werte ergäbe. Es wurde nichts trainiert; ohne die vorgegebene Aufteilung bleiben Interpreten beisammen.</translation>
    </message>
    <message>
        <source>There is not enough memory. Close other programs, then go on where it stopped.</source>
        <translation>Der Arbeitsspeicher reicht nicht. Schließen Sie andere Programme und machen Sie dann dort weiter, wo es aufgehört hat.</translation>
    </message>
    <message>
        <source>There is no library yet. Add a folder with music first.</source>
        <translation>Es gibt noch keine Bibliothek. Fügen Sie zuerst einen Ordner mit Musik hinzu.</translation>
    </message>
    <message>
        <source>Nobody has rated anything yet. Rate songs, or import labels.</source>
        <translation>Noch hat niemand etwas bewertet. Bewerten Sie Stücke oder importieren Sie Bewertungen.</translation>
    </message>
</context>
<context>
    <name>circumplex</name>
    <message>
        <source>Each point describes the %1 s around it, every %2 s.</source>
        <translation>Alle %2 s ein Punkt; jeder beschreibt die %1 s um ihn herum.</translation>
    </message>
    <message>
        <source>Moods</source>
        <translation>Stimmungen</translation>
    </message>
    <message>
        <source>How %1 pieces feel</source>
        <translation>Wie %1 Stücke wirken</translation>
    </message>
    <message>
        <source>Left: each piece as a whole, and its way over time (a dot at the end). Right: valence (solid, orange) and arousal (dashed, blue) over time.</source>
        <translation>Links: jedes Stück als Ganzes und sein Weg über die Zeit (Punkt am Ende). Rechts: Valenz (durchgezogen, orange) und Arousal (gestrichelt, blau) über die Zeit.</translation>
    </message>
    <message>
        <source>V %1   A %2</source>
        <translation>V %1   A %2</translation>
    </message>
    <message>
        <source>Curves of the first %1 pieces. </source>
        <translation>Kurven der ersten %1 Stücke. </translation>
    </message>
    <message>
        <source>Not analysed.</source>
        <translation>Nicht analysiert.</translation>
    </message>
    <message>
        <source>corrected</source>
        <translation>korrigiert</translation>
    </message>
    <message>
        <source>reference</source>
        <translation>Referenz</translation>
    </message>
    <message>
        <source>The file&apos;s name must end in .svg, .pdf or .png.</source>
        <translation>Der Dateiname muss auf .svg, .pdf oder .png enden.</translation>
    </message>
    <message>
        <source>“%1” cannot be written: %2</source>
        <translation>„%1“ kann nicht geschrieben werden: %2</translation>
    </message>
    <message>
        <source>residual</source>
        <translation>Abweichung</translation>
    </message>
    <message>
        <source>chords</source>
        <translation>Akkorde</translation>
    </message>
    <message>
        <source>zoom in to read the chords</source>
        <translation>zum Lesen der Akkorde hineinzoomen</translation>
    </message>
    <message>
        <source>comments</source>
        <translation>Kommentare</translation>
    </message>
    <message>
        <source>key</source>
        <translation>Tonart</translation>
    </message>
    <message>
        <source>none heard</source>
        <translation>keine erkannt</translation>
    </message>
    <message>
        <source>%1: valence %2</source>
        <translation>%1: Valenz %2</translation>
    </message>
    <message>
        <source>%1: arousal %2</source>
        <translation>%1: Arousal %2</translation>
    </message>
    <message>
        <source>valence</source>
        <translation>Valenz</translation>
    </message>
    <message>
        <source>arousal</source>
        <translation>Arousal</translation>
    </message>
    <message>
        <source>Smoothed: mean over %1 s.</source>
        <translation>Geglättet: Mittel über %1 s.</translation>
    </message>
    <message>
        <source>Not smoothed.</source>
        <translation>Nicht geglättet.</translation>
    </message>
    <message>
        <source>Model %1.</source>
        <translation>Modell %1.</translation>
    </message>
    <message>
        <source>A first value from a few windows; the rest is being analysed.</source>
        <translation>Ein erster Wert aus wenigen Fenstern; der Rest wird noch analysiert.</translation>
    </message>
    <message>
        <source>No track is open.</source>
        <translation>Kein Stück ist geöffnet.</translation>
    </message>
    <message>
        <source>%1 long.</source>
        <translation>Länge %1.</translation>
    </message>
    <message>
        <source>Not analysed yet.</source>
        <translation>Noch nicht analysiert.</translation>
    </message>
    <message>
        <source>Most pleasant, %1, at %2.</source>
        <translation>Am angenehmsten, %1, bei %2.</translation>
    </message>
    <message>
        <source>Most excited, %1, at %2.</source>
        <translation>Am stärksten erregt, %1, bei %2.</translation>
    </message>
    <message>
        <source>Moods: %1.</source>
        <translation>Stimmungen: %1.</translation>
    </message>
    <message>
        <source>Key: %1.</source>
        <translation>Tonart: %1.</translation>
    </message>
    <message>
        <source>Comments: %1.</source>
        <translation>Kommentare: %1.</translation>
    </message>
    <message>
        <source>less than 1&#xa0;%</source>
        <translation>weniger als 1&#xa0;%</translation>
    </message>
    <message>
        <source>%1&#xa0;%</source>
        <translation>%1&#xa0;%</translation>
    </message>
    <message>
        <source>It has nothing %1.</source>
        <translation>Nichts darin ist %1.</translation>
    </message>
    <message>
        <source> or </source>
        <comment>between two moods</comment>
        <translation> oder </translation>
    </message>
    <message>
        <source>It has little that is %1.</source>
        <translation>Wenig darin ist %1.</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>a mood and its share</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>Your library: %1.</source>
        <translation>Ihre Bibliothek: %1.</translation>
    </message>
    <message>
        <source>It reaches %1 of the plane, counted in squares of half a point.</source>
        <translation>Sie erreicht %1 der Ebene, gezählt in Quadraten von einem halben Punkt.</translation>
    </message>
    <message>
        <source>“%1”</source>
        <translation>„%1“</translation>
    </message>
    <message>
        <source>Valence ø %1</source>
        <translation>Valenz ø %1</translation>
    </message>
    <message>
        <source>Arousal ø %1</source>
        <translation>Arousal ø %1</translation>
    </message>
    <message>
        <source>Bands: %1 % of human ratings are expected inside.</source>
        <translation>Bänder: %1&#xa0;% der Bewertungen von Menschen werden darin erwartet.</translation>
    </message>
    <message>
        <source>Scale %1 to %2, %3 is neutral.</source>
        <translation>Skala von %1 bis %2, %3 ist neutral.</translation>
    </message>
    <message>
        <source>Model %1, mode %2.</source>
        <translation>Modell %1, Modus %2.</translation>
    </message>
    <message>
        <source>Valence and its interval</source>
        <translation>Valenz und ihr Bereich</translation>
    </message>
    <message>
        <source>Arousal and its interval</source>
        <translation>Arousal und sein Bereich</translation>
    </message>
    <message>
        <source>Waveform</source>
        <translation>Wellenform</translation>
    </message>
    <message>
        <source>points</source>
        <translation>Punkte</translation>
    </message>
    <message>
        <source>Model %1, mode %2, %3 on %4; Circumplex %5, %6</source>
        <translation>Modell %1, Modus %2, %3 auf %4; Circumplex %5, %6</translation>
    </message>
    <message>
        <source>%1, %2, latency of %3 s taken off</source>
        <translation>%1, %2, Latenz von %3&#xa0;s abgezogen</translation>
    </message>
    <message>
        <source>%1, latency of %2 s taken off</source>
        <translation>%1, Latenz von %2&#xa0;s abgezogen</translation>
    </message>
    <message>
        <source>Drawn by %1: %2</source>
        <translation>Gezeichnet von %1: %2</translation>
    </message>
    <message>
        <source>File %1</source>
        <translation>Datei %1</translation>
    </message>
    <message>
        <source>somebody</source>
        <translation>jemand</translation>
    </message>
    <message>
        <source> (%1 from the model)</source>
        <translation> (%1 gegenüber dem Modell)</translation>
    </message>
    <message>
        <source>%1: V %2, A %3</source>
        <translation>%1: V %2, A %3</translation>
    </message>
    <message>
        <source>Models: %1 (bold), %2 (thin).</source>
        <translation>Modelle: %1 (dick), %2 (dünn).</translation>
    </message>
    <message>
        <source>Bands: %1 % of human ratings are expected inside. Scale %2 to %3.</source>
        <translation>Bänder: %1&#xa0;% der Bewertungen von Menschen werden darin erwartet. Skala von %2 bis %3.</translation>
    </message>
    <message>
        <source>ø: the whole track.</source>
        <translation>ø: das ganze Stück.</translation>
    </message>
    <message>
        <source>Residual: what others say less what %1 says, in points of the scale; arrows at the edge: more than %2.</source>
        <translation>Abweichung: Angaben anderer minus Angabe von %1, in Punkten der Skala; Pfeile am Rand: mehr als %2.</translation>
    </message>
    <message>
        <source>Hidden lanes: %1</source>
        <translation>Verborgene Spuren: %1</translation>
    </message>
    <message>
        <source>Lane of %1: the palest shade is %2 %, the darkest %3 %.</source>
        <translation>Spur %1: Der blasseste Ton steht für %2&#xa0;%, der dunkelste für %3&#xa0;%.</translation>
    </message>
    <message>
        <source>As a whole %1: valence %2, arousal %3, of %4 to %5.</source>
        <translation>Im Ganzen %1: Valenz %2, Arousal %3, auf der Skala von %4 bis %5.</translation>
    </message>
    <message>
        <source>words that begin so, in title, artist, album, genre, folder or file</source>
        <translation>Wörter, die so beginnen, in Titel, Interpret, Album, Genre, Ordner oder Datei</translation>
    </message>
    <message>
        <source>these words one after the other</source>
        <translation>diese Wörter hintereinander</translation>
    </message>
    <message>
        <source>words in one place: also title, album, albumartist</source>
        <translation>Wörter an einer Stelle; auch title, album, albumartist</translation>
    </message>
    <message>
        <source>calm is among the song&apos;s five strongest moods</source>
        <translation>calm (ruhig) gehört zu den fünf stärksten Stimmungen des Stücks</translation>
    </message>
    <message>
        <source>the probability of a mood, 0 to 1</source>
        <translation>die Wahrscheinlichkeit einer Stimmung, 0 bis 1</translation>
    </message>
    <message>
        <source>how pleasant, how excited, 1 to 9</source>
        <translation>wie angenehm, wie erregt, 1 bis 9</translation>
    </message>
    <message>
        <source>the song becomes more pleasant; also start, end, mean, range, peak, turns</source>
        <translation>das Stück wird angenehmer; auch start, end, mean, range, peak, turns</translation>
    </message>
    <message>
        <source>the key</source>
        <translation>die Tonart</translation>
    </message>
    <message>
        <source>years, lengths; both ends belong to it</source>
        <translation>Jahre, Längen; beide Enden gehören dazu</translation>
    </message>
    <message>
        <source>when the song came into the library</source>
        <translation>wann das Stück in die Bibliothek kam</translation>
    </message>
    <message>
        <source>anywhere in the file&apos;s path</source>
        <translation>irgendwo im Pfad der Datei</translation>
    </message>
    <message>
        <source>a state; also annotated, failed, missing, offline, labelled, stale, duplicate</source>
        <translation>ein Status; auch annotated, failed, missing, offline, labelled, stale, duplicate</translation>
    </message>
    <message>
        <source>a person gave this tag</source>
        <translation>eine Person hat dieses Stichwort vergeben</translation>
    </message>
    <message>
        <source>the songs of a playlist</source>
        <translation>die Stücke einer Wiedergabeliste</translation>
    </message>
    <message>
        <source>one of two; not; brackets. Side by side, all must hold</source>
        <translation>eines von beiden; nicht; Klammern. Nebeneinander müssen alle zutreffen</translation>
    </message>
    <message>
        <source>Moods, valence, arousal and key are the model&apos;s. A song that is not analysed fulfils no condition on them.</source>
        <translation>Stimmungen, Valenz, Arousal und Tonart stammen vom Modell. Ein Stück, das nicht analysiert ist, erfüllt keine Bedingung an sie.</translation>
    </message>
    <message>
        <source>Listens to a music library and draws how each piece feels over time: valence (unpleasant to pleasant), arousal (calm to excited) and moods, as models guess them. What people feel may differ; the bands say by how much.</source>
        <translation>Hört eine Musikbibliothek und zeichnet, wie jedes Stück im Lauf der Zeit wirkt: Valenz (unangenehm bis angenehm), Arousal (Erregung: ruhig bis erregt) und Stimmungen, wie Modelle sie schätzen. Was Menschen fühlen, kann davon abweichen; die Bänder zeigen, wie weit.</translation>
    </message>
    <message>
        <source>No audio leaves this computer. Only the download of models, when you ask for it, uses the network.</source>
        <translation>Kein Ton verlässt diesen Computer. Nur das Herunterladen von Modellen, wenn Sie es verlangen, nutzt das Netz.</translation>
    </message>
    <message>
        <source>Free software under the GNU General Public License, version 3 or later, without any warranty. Models have licences of their own: see the page Models.</source>
        <translation>Freie Software unter der GNU General Public License, Version 3 oder später, ohne jede Gewährleistung. Modelle haben eigene Lizenzen: siehe die Seite „Modelle“.</translation>
    </message>
    <message>
        <source>Made with Qt, QCustomPlot, LibTorch, FFmpeg, SQLite, TagLib, Rubber Band, Chromaprint, soxr and libebur128. The plane of valence and arousal is James Russell&apos;s circumplex (1980); the model follows Music2Emo (Kang and Herremans, 2025).</source>
        <translation>Erstellt mit Qt, QCustomPlot, LibTorch, FFmpeg, SQLite, TagLib, Rubber Band, Chromaprint, soxr und libebur128. Die Ebene von Valenz und Arousal ist James Russells Circumplex (1980); das Modell folgt Music2Emo (Kang und Herremans, 2025).</translation>
    </message>
    <message>
        <source>What the search understands</source>
        <translation>Was die Suche versteht</translation>
    </message>
    <message>
        <source>All keys</source>
        <translation>Alle Tastenkürzel</translation>
    </message>
    <message>
        <source>About Circumplex</source>
        <translation>Über Circumplex</translation>
    </message>
</context>
<context>
    <name>circumplex::CommandPalette</name>
    <message>
        <source>Commands</source>
        <translation>Befehle</translation>
    </message>
    <message>
        <source>What do you want to do?</source>
        <translation>Was möchten Sie tun?</translation>
    </message>
    <message>
        <source>No command has these words.</source>
        <translation>Kein Befehl enthält diese Wörter.</translation>
    </message>
</context>
<context>
    <name>circumplex::CommentDialog</name>
    <message>
        <source>New comment</source>
        <translation>Neuer Kommentar</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>Kommentar</translation>
    </message>
    <message>
        <source>What happens here?</source>
        <translation>Was geschieht hier?</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Ctrl+Enter</source>
        <translation>Strg+Eingabe</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>to</source>
        <translation>bis</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>Begin of the comment</source>
        <translation>Anfang des Kommentars</translation>
    </message>
    <message>
        <source>End of the comment</source>
        <translation>Ende des Kommentars</translation>
    </message>
    <message>
        <source>The comment is about a stretch, not a moment</source>
        <translation>Der Kommentar gilt einem Abschnitt, nicht einem Augenblick</translation>
    </message>
    <message>
        <source>Words of the comment</source>
        <translation>Text des Kommentars</translation>
    </message>
    <message>
        <source>The end must be after the beginning.</source>
        <translation>Das Ende muss nach dem Anfang liegen.</translation>
    </message>
</context>
<context>
    <name>circumplex::CommentHistory</name>
    <message>
        <source>write a comment</source>
        <translation>(Kommentar schreiben)</translation>
    </message>
    <message>
        <source>remove a comment</source>
        <translation>(Kommentar entfernen)</translation>
    </message>
    <message>
        <source>change a comment</source>
        <translation>(Kommentar ändern)</translation>
    </message>
</context>
<context>
    <name>circumplex::CurveStrip</name>
    <message>
        <source>Valence</source>
        <translation>Valenz</translation>
    </message>
    <message>
        <source>Arousal</source>
        <translation>Arousal</translation>
    </message>
</context>
<context>
    <name>circumplex::Desktop</name>
    <message>
        <source>Library</source>
        <translation>Bibliothek</translation>
    </message>
    <message>
        <source>Track</source>
        <translation>Stück</translation>
    </message>
    <message>
        <source>Plane</source>
        <translation>Ebene</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>Modelle</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Add a folder …</source>
        <translation>Ordner hinzufügen …</translation>
    </message>
    <message>
        <source>Look for new and changed files</source>
        <translation>Nach neuen und geänderten Dateien suchen</translation>
    </message>
    <message>
        <source>Analyse what is not analysed</source>
        <translation>Noch nicht analysierte Stücke analysieren</translation>
    </message>
    <message>
        <source>Search the library</source>
        <translation>Bibliothek durchsuchen</translation>
    </message>
    <message>
        <source>Add a folder with music</source>
        <translation>Ordner mit Musik hinzufügen</translation>
    </message>
    <message>
        <source>Play or pause</source>
        <translation>Abspielen oder anhalten</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>To the beginning</source>
        <translation>Zum Anfang</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>Bewerten</translation>
    </message>
    <message>
        <source>Train</source>
        <translation>Trainieren</translation>
    </message>
    <message>
        <source>Model in use</source>
        <translation>Modell in Gebrauch</translation>
    </message>
    <message>
        <source>Try failed songs again</source>
        <translation>Fehlgeschlagene Stücke erneut versuchen</translation>
    </message>
</context>
<context>
    <name>circumplex::EmotionPlot</name>
    <message>
        <source>Valence</source>
        <translation>Valenz</translation>
    </message>
    <message>
        <source>unpleasant</source>
        <translation>unangenehm</translation>
    </message>
    <message>
        <source>pleasant</source>
        <translation>angenehm</translation>
    </message>
    <message>
        <source>Arousal</source>
        <translation>Arousal</translation>
    </message>
    <message>
        <source>calm</source>
        <translation>ruhig</translation>
    </message>
    <message>
        <source>excited</source>
        <translation>erregt</translation>
    </message>
    <message>
        <source>feels</source>
        <translation>wirkt</translation>
    </message>
    <message>
        <source>%1  %2  (%3 to %4)</source>
        <translation>%1  %2  (%3 bis %4)</translation>
    </message>
    <message>
        <source>chords</source>
        <translation>Akkorde</translation>
    </message>
</context>
<context>
    <name>circumplex::EngineLink</name>
    <message>
        <source>Looking for new and changed files …</source>
        <translation>Suche nach neuen und geänderten Dateien …</translation>
    </message>
    <message>
        <source>Reading %1 …</source>
        <translation>%1 wird gelesen …</translation>
    </message>
    <message numerus="yes">
        <source>%Ln song(s) new</source>
        <translation>
            <numerusform>%Ln Stück neu</numerusform>
            <numerusform>%Ln Stücke neu</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln song(s) changed</source>
        <translation>
            <numerusform>%Ln Stück geändert</numerusform>
            <numerusform>%Ln Stücke geändert</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln song(s) moved</source>
        <translation>
            <numerusform>%Ln Stück verschoben</numerusform>
            <numerusform>%Ln Stücke verschoben</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln song(s) missing</source>
        <translation>
            <numerusform>%Ln Stück fehlt</numerusform>
            <numerusform>%Ln Stücke fehlen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) could not be read</source>
        <translation>
            <numerusform>%Ln Datei nicht lesbar</numerusform>
            <numerusform>%Ln Dateien nicht lesbar</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing new was found.</source>
        <translation>Nichts Neues gefunden.</translation>
    </message>
    <message>
        <source>From now on songs are analysed with the new settings.</source>
        <translation>Ab jetzt werden Stücke mit den neuen Einstellungen analysiert.</translation>
    </message>
    <message>
        <source>The analysis stopped and was started again; nothing is lost. %1</source>
        <translation>Die Analyse brach ab und wurde neu gestartet; nichts ist verloren. %1</translation>
    </message>
</context>
<context>
    <name>circumplex::FacetPanel</name>
    <message>
        <source>Clear</source>
        <translation>Leeren</translation>
    </message>
    <message>
        <source>Choose one or several</source>
        <translation>Wählen Sie eines oder mehrere</translation>
    </message>
    <message>
        <source>Clear what is chosen</source>
        <translation>Auswahl aufheben</translation>
    </message>
    <message>
        <source>Moods, artists, genres and years of the songs found</source>
        <translation>Stimmungen, Interpreten, Genres und Jahre der gefundenen Stücke</translation>
    </message>
    <message>
        <source>Moods</source>
        <translation>Stimmungen</translation>
    </message>
    <message>
        <source>Artists</source>
        <translation>Interpreten</translation>
    </message>
    <message>
        <source>Genres</source>
        <translation>Genres</translation>
    </message>
    <message>
        <source>Years</source>
        <translation>Jahre</translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more: search for them</source>
        <translation>
            <numerusform>und %Ln weiterer: suchen Sie danach</numerusform>
            <numerusform>und %Ln weitere: suchen Sie danach</numerusform>
        </translation>
    </message>
    <message>
        <source>Show fewer</source>
        <translation>Weniger zeigen</translation>
    </message>
    <message numerus="yes">
        <source>Show %Ln more</source>
        <translation>
            <numerusform>%Ln weiteren zeigen</numerusform>
            <numerusform>%Ln weitere zeigen</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <comment>years</comment>
        <translation>%1 bis %2</translation>
    </message>
    <message numerus="yes">
        <source>%1, %Ln song(s)</source>
        <translation>
            <numerusform>%1, %Ln Stück</numerusform>
            <numerusform>%1, %Ln Stücke</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>circumplex::FaderRow</name>
    <message>
        <source>Click, then move the fader or knob that is meant</source>
        <translation>Klicken, dann den gemeinten Fader oder Regler bewegen</translation>
    </message>
    <message>
        <source>Move it now …</source>
        <translation>Jetzt bewegen …</translation>
    </message>
    <message>
        <source>%1: choose</source>
        <translation>%1: wählen</translation>
    </message>
    <message>
        <source>%1: wheel of channel %2</source>
        <translation>%1: Rad von Kanal %2</translation>
    </message>
    <message>
        <source>%1: no. %2</source>
        <translation>%1: Nr. %2</translation>
    </message>
    <message>
        <source>%1: no. %2 of channel %3</source>
        <translation>%1: Nr. %2 von Kanal %3</translation>
    </message>
    <message>
        <source>Valence</source>
        <translation>Valenz</translation>
    </message>
    <message>
        <source>Arousal</source>
        <translation>Arousal</translation>
    </message>
</context>
<context>
    <name>circumplex::FilterChip</name>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>not analysed</source>
        <translation>nicht analysiert</translation>
    </message>
    <message numerus="yes">
        <source>%1, %Ln song(s)</source>
        <translation>
            <numerusform>%1, %Ln Stück</numerusform>
            <numerusform>%1, %Ln Stücke</numerusform>
        </translation>
    </message>
    <message>
        <source>failed</source>
        <comment>songs</comment>
        <translation>fehlgeschlagen</translation>
    </message>
    <message>
        <source>missing</source>
        <comment>songs</comment>
        <translation>fehlt</translation>
    </message>
    <message>
        <source>%1k</source>
        <comment>thousands, as short as can be</comment>
        <translation>%1&#xa0;Tsd.</translation>
    </message>
</context>
<context>
    <name>circumplex::FoldersLink</name>
    <message>
        <source>stop watching %1</source>
        <translation>(%1 nicht mehr überwachen)</translation>
    </message>
    <message>
        <source>%1 (disk away)</source>
        <translation>%1 (Laufwerk fehlt)</translation>
    </message>
    <message>
        <source>watch %1</source>
        <translation>(%1 überwachen)</translation>
    </message>
</context>
<context>
    <name>circumplex::HandControl</name>
    <message>
        <source>%1 is used by another program, so its faders cannot be heard. Close that program; it is tried again every second.</source>
        <translation>%1 wird von einem anderen Programm benutzt, deshalb kommen seine Fader hier nicht an. Schließen Sie dieses Programm; es wird jede Sekunde erneut versucht.</translation>
    </message>
</context>
<context>
    <name>circumplex::InstalledModelCard</name>
    <message>
        <source>Use the starter</source>
        <translation>Startmodell verwenden</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>what to do: model</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Made of</source>
        <translation>Aufbau</translation>
    </message>
    <message>
        <source>The whole hash: %1</source>
        <translation>Der ganze Hash: %1</translation>
    </message>
    <message>
        <source>Name and hash</source>
        <translation>Name und Hash</translation>
    </message>
    <message>
        <source>Copies the name with the whole hash</source>
        <translation>Kopiert den Namen mit dem ganzen Hash</translation>
    </message>
    <message>
        <source>Copy name and hash</source>
        <translation>Name und Hash kopieren</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>in use</source>
        <translation>in Verwendung</translation>
    </message>
    <message>
        <source>came with the program</source>
        <translation>mitgeliefert</translation>
    </message>
    <message>
        <source>Use</source>
        <translation>Verwenden</translation>
    </message>
    <message>
        <source>Verify</source>
        <translation>Prüfen</translation>
    </message>
    <message>
        <source>Compares every file with what was installed</source>
        <translation>Vergleicht jede Datei mit dem installierten Stand</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>what, and what is said of it</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Valence</source>
        <translation>Valenz</translation>
    </message>
    <message>
        <source>Arousal</source>
        <translation>Arousal</translation>
    </message>
    <message>
        <source>agreement with people on %1; 1 is perfect</source>
        <translation>Übereinstimmung mit Menschen, %1; 1 ist vollkommen</translation>
    </message>
    <message>
        <source>Held-out scores</source>
        <translation>Ergebnisse auf Testdaten</translation>
    </message>
    <message>
        <source>Learned from</source>
        <translation>Trainiert mit</translation>
    </message>
    <message>
        <source>Limits</source>
        <translation>Grenzen</translation>
    </message>
    <message>
        <source>Licences</source>
        <translation>Lizenzen</translation>
    </message>
    <message>
        <source>It cannot be used: %1</source>
        <translation>Es kann nicht verwendet werden: %1</translation>
    </message>
    <message>
        <source>Its files are not those that were installed</source>
        <translation>Seine Dateien sind nicht mehr die installierten</translation>
    </message>
    <message>
        <source>Remove a model</source>
        <translation>Modell entfernen</translation>
    </message>
    <message>
        <source>Delete the files of “%1”?</source>
        <translation>Dateien von „%1“ löschen?</translation>
    </message>
    <message>
        <source>They are in %1. What it said of your songs stays in the library.</source>
        <translation>Sie liegen in %1. Die Ergebnisse zu Ihren Stücken bleiben in der Bibliothek.</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Behalten</translation>
    </message>
    <message>
        <source>Hide the details</source>
        <translation>Details ausblenden</translation>
    </message>
    <message>
        <source>Details …</source>
        <translation>Details …</translation>
    </message>
</context>
<context>
    <name>circumplex::LabelPage</name>
    <message>
        <source>Label</source>
        <translation>Bewerten</translation>
    </message>
    <message>
        <source>Say how songs feel, while you listen and after. Personal models learn from it.</source>
        <translation>Sagen Sie beim Hören und danach, wie Stücke wirken. Daraus lernen persönliche Modelle.</translation>
    </message>
</context>
<context>
    <name>circumplex::LabelPlane</name>
    <message>
        <source>Labelled songs in the four quarters of the plane</source>
        <translation>Bewertete Stücke in den vier Vierteln der Ebene</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a quarter of the plane, a number of songs</comment>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>circumplex::LabelPresenter</name>
    <message>
        <source>Ratings cannot be kept here. %1</source>
        <translation>Bewertungen können hier nicht gespeichert werden. %1</translation>
    </message>
    <message>
        <source>What you say cannot be written at the moment. It is kept in memory and tried again every two seconds; do not close the program. %1</source>
        <translation>Ihre Bewertung kann gerade nicht geschrieben werden. Sie bleibt im Arbeitsspeicher, alle zwei Sekunden wird es erneut versucht; schließen Sie das Programm nicht. %1</translation>
    </message>
    <message>
        <source>Song %1 of %2</source>
        <translation>Stück %1 von %2</translation>
    </message>
    <message>
        <source>A song was passed over. %1</source>
        <translation>Ein Stück wurde übersprungen. %1</translation>
    </message>
    <message>
        <source>“%1” was passed over: its file is gone.</source>
        <translation>„%1“ wurde übersprungen: Die Datei ist nicht mehr da.</translation>
    </message>
    <message>
        <source>“%1” was passed over: the disk “%2” is not there.</source>
        <translation>„%1“ wurde übersprungen: Der Datenträger „%2“ ist nicht da.</translation>
    </message>
    <message>
        <source>Sitting of %1, %2</source>
        <translation>Sitzung von %1, %2</translation>
    </message>
    <message>
        <source>rate “%1”</source>
        <translation>„%1“ bewerten</translation>
    </message>
    <message>
        <source>What you rate with was unplugged. Everything so far is saved; plug it in again and go on.</source>
        <translation>Das Eingabegerät wurde ausgesteckt. Alles bisher ist gespeichert; stecken Sie es wieder ein und machen Sie weiter.</translation>
    </message>
</context>
<context>
    <name>circumplex::LibraryPage</name>
    <message>
        <source>Columns ▾</source>
        <translation>Spalten ▾</translation>
    </message>
    <message>
        <source>Library</source>
        <translation>Bibliothek</translation>
    </message>
    <message>
        <source>Add music …</source>
        <translation>Musik hinzufügen …</translation>
    </message>
    <message>
        <source>Your library is empty</source>
        <translation>Ihre Bibliothek ist leer</translation>
    </message>
    <message>
        <source>Add a folder …</source>
        <translation>Ordner hinzufügen …</translation>
    </message>
    <message>
        <source>Try the demo pieces</source>
        <translation>Demostücke ausprobieren</translation>
    </message>
    <message>
        <source>No song is like that</source>
        <translation>Kein passendes Stück</translation>
    </message>
    <message>
        <source>Nothing in this part of the library fits the search.</source>
        <translation>In diesem Teil der Bibliothek passt nichts zur Suche.</translation>
    </message>
    <message>
        <source>Show all songs</source>
        <translation>Alle Stücke anzeigen</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %Ln song(s)</source>
        <translation>
            <numerusform>%1 von %Ln Stück</numerusform>
            <numerusform>%1 von %Ln Stücken</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln song(s), all analysed</source>
        <translation>
            <numerusform>%Ln Stück, analysiert</numerusform>
            <numerusform>%Ln Stücke, alle analysiert</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln song(s) · %1 analysed</source>
        <translation>
            <numerusform>%Ln Stück · %1 analysiert</numerusform>
            <numerusform>%Ln Stücke · %1 analysiert</numerusform>
        </translation>
    </message>
    <message>
        <source>This library can only be read: you can search, look and listen, but nothing is added or analysed. Make its file and folder writable to change it.</source>
        <translation>Diese Bibliothek kann nur gelesen werden: Sie können suchen, ansehen und hören, aber nichts wird hinzugefügt oder analysiert. Machen Sie Datei und Ordner beschreibbar, um das zu ändern.</translation>
    </message>
    <message>
        <source>Narrow down</source>
        <translation>Eingrenzen</translation>
    </message>
    <message>
        <source>Moods, artists, genres and years, with counts</source>
        <translation>Stimmungen, Interpreten, Genres und Jahre, mit Anzahlen</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>Erneut nachsehen</translation>
    </message>
    <message>
        <source>Your library is not there</source>
        <translation>Ihre Bibliothek ist nicht da</translation>
    </message>
    <message>
        <source>%1 cannot be reached. If it is on a disk that is not connected, connect it and look again; nothing is lost.</source>
        <translation>%1 ist nicht erreichbar. Liegt die Datei auf einem Datenträger, der nicht angeschlossen ist, dann schließen Sie ihn an und sehen Sie erneut nach; nichts ist verloren.</translation>
    </message>
    <message>
        <source>Add a folder with music: its songs show up here at once, and their curves of valence (how pleasant) and arousal (how excited) as they are analysed; a thousand songs take about ten minutes on two processor cores. Files are only read, and nothing leaves this computer.</source>
        <translation>Fügen Sie einen Ordner mit Musik hinzu: Seine Stücke erscheinen hier sofort, ihre Kurven für Valenz (wie angenehm) und Arousal (Erregung) nach und nach mit der Analyse; tausend Stücke dauern auf zwei Prozessorkernen etwa zehn Minuten. Dateien werden nur gelesen, und nichts verlässt diesen Computer.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln song(s) · %1 analysed, %2 could not be</source>
        <translation>
            <numerusform>%Ln Stück · %1 analysiert, bei %2 nicht möglich</numerusform>
            <numerusform>%Ln Stücke · %1 analysiert, bei %2 nicht möglich</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>circumplex::LibraryPlane</name>
    <message>
        <source>The library on valence and arousal</source>
        <translation>Die Bibliothek nach Valenz und Arousal</translation>
    </message>
    <message>
        <source>unpleasant  ←  valence  →  pleasant</source>
        <translation>unangenehm  ←  Valenz  →  angenehm</translation>
    </message>
    <message>
        <source>calm  ←  arousal  →  excited</source>
        <translation>ruhig  ←  Arousal  →  erregt</translation>
    </message>
    <message>
        <source>Valence %1, arousal %2.</source>
        <translation>Valenz %1, Arousal %2.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln song(s) within %1 of a point.</source>
        <translation>
            <numerusform>%Ln Stück im Umkreis von %1 Punkten.</numerusform>
            <numerusform>%Ln Stücke im Umkreis von %1 Punkten.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nearest: %1.</source>
        <translation>Am nächsten: %1.</translation>
    </message>
</context>
<context>
    <name>circumplex::ListeningPanel</name>
    <message>
        <source>Listen. You rate the song when it is over.</source>
        <translation>Hören Sie zu. Sie bewerten das Stück, wenn es vorbei ist.</translation>
    </message>
    <message>
        <source>Start again</source>
        <translation>Von vorn</translation>
    </message>
    <message>
        <source>How much of the song has been heard</source>
        <translation>Wie viel vom Stück gehört ist</translation>
    </message>
    <message>
        <source>Forget what you drew over this song and hear it from the beginning</source>
        <translation>Verwirft, was Sie zu diesem Stück gezeichnet haben, und beginnt es von vorn</translation>
    </message>
    <message>
        <source>Rate it now</source>
        <translation>Jetzt bewerten</translation>
    </message>
    <message>
        <source>Pass over</source>
        <translation>Überspringen</translation>
    </message>
    <message>
        <source>End the sitting</source>
        <translation>Sitzung beenden</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>Go on (Space)</source>
        <translation>Weiter (Leertaste)</translation>
    </message>
    <message>
        <source>Pause (Space)</source>
        <translation>Pause (Leertaste)</translation>
    </message>
    <message>
        <source>Game pad: button 1 goes on, 4 rates the song now, 3 starts it again, 2 passes it over, 7 ends the sitting.</source>
        <translation>Gamepad: Taste 1 geht weiter, 4 bewertet das Stück jetzt, 3 beginnt es von vorn, 2 überspringt es, 7 beendet die Sitzung.</translation>
    </message>
    <message>
        <source>Game pad: button 1 pauses, 4 rates the song now.</source>
        <translation>Gamepad: Taste 1 hält an, 4 bewertet das Stück jetzt.</translation>
    </message>
</context>
<context>
    <name>circumplex::ListeningPresenter</name>
    <message>
        <source>There is no sound device, so the song cannot be heard, and what is not heard is not rated. Connect one and the song goes on by itself, or end the sitting: everything so far is saved.</source>
        <translation>Ohne Wiedergabegerät ist das Stück nicht zu hören, und was nicht zu hören ist, wird nicht bewertet. Schließen Sie eines an, dann geht es von selbst weiter, oder beenden Sie die Sitzung: Alles bisher ist gespeichert.</translation>
    </message>
    <message>
        <source>The song cannot be heard to its end. %1 Rate it as far as you heard it, or pass over it.</source>
        <translation>Das Stück ist nicht bis zum Ende zu hören. %1 Bewerten Sie es, soweit Sie es gehört haben, oder überspringen Sie es.</translation>
    </message>
    <message>
        <source>The sound stands still, and what is not heard is not rated. It goes on by itself when the sound does; or end the sitting: everything so far is saved.</source>
        <translation>Der Ton steht, und was nicht zu hören ist, wird nicht bewertet. Mit dem Ton geht es von selbst weiter; oder beenden Sie die Sitzung: Alles bisher ist gespeichert.</translation>
    </message>
    <message>
        <source>Paused. Everything so far is saved.</source>
        <translation>Pause. Alles bisher ist gespeichert.</translation>
    </message>
    <message>
        <source>The song is over. Stay with it a moment longer.</source>
        <translation>Das Stück ist zu Ende. Bleiben Sie noch einen Augenblick dabei.</translation>
    </message>
    <message>
        <source>Find your way into the song: the first %1 seconds are kept, but not counted.</source>
        <translation>Hören Sie sich ein: Die ersten %1 Sekunden werden gespeichert, aber nicht gezählt.</translation>
    </message>
    <message>
        <source>Up when it grows, down when it shrinks, as far as you like.</source>
        <translation>Nach oben, wenn es mehr wird, nach unten, wenn es weniger wird, so weit Sie wollen.</translation>
    </message>
    <message>
        <source>Keep the ring where you feel at this moment.</source>
        <translation>Halten Sie den Ring dort, wo Sie sich gerade fühlen.</translation>
    </message>
    <message>
        <source>Keep the ring where the music is at this moment.</source>
        <translation>Halten Sie den Ring dort, wo die Musik gerade ist.</translation>
    </message>
    <message>
        <source>Press the arrow up or down to begin.</source>
        <translation>Drücken Sie Pfeil auf oder ab, um zu beginnen.</translation>
    </message>
    <message>
        <source>Press an arrow key to begin.</source>
        <translation>Drücken Sie eine Pfeiltaste, um zu beginnen.</translation>
    </message>
    <message>
        <source>Push the stick up or down to begin. It moves the line for as long as it is pushed.</source>
        <translation>Drücken Sie den Stick nach oben oder unten, um zu beginnen. Er bewegt die Linie, solange er gedrückt ist.</translation>
    </message>
    <message>
        <source>Move the stick to begin.</source>
        <translation>Bewegen Sie den Stick, um zu beginnen.</translation>
    </message>
    <message>
        <source>Move the fader to begin.</source>
        <translation>Bewegen Sie den Fader, um zu beginnen.</translation>
    </message>
    <message>
        <source>Turn the wheel, or hold the button and move up or down, to begin.</source>
        <translation>Drehen Sie das Mausrad, oder halten Sie die Taste und bewegen Sie die Maus nach oben oder unten, um zu beginnen.</translation>
    </message>
    <message>
        <source>Move the ring over the plane to begin.</source>
        <translation>Bewegen Sie den Ring über die Ebene, um zu beginnen.</translation>
    </message>
</context>
<context>
    <name>circumplex::LookLink</name>
    <message>
        <source>Light colours</source>
        <translation>Helle Farben</translation>
    </message>
    <message>
        <source>Dark colours</source>
        <translation>Dunkle Farben</translation>
    </message>
    <message>
        <source>Colours as the desktop</source>
        <translation>Farben wie der Desktop</translation>
    </message>
</context>
<context>
    <name>circumplex::LossPlot</name>
    <message>
        <source>Error on songs that are held out, epoch by epoch</source>
        <translation>Fehler bei zurückgehaltenen Stücken, Epoche für Epoche</translation>
    </message>
    <message>
        <source>now %1, at best %2</source>
        <translation>jetzt %1, bestenfalls %2</translation>
    </message>
    <message>
        <source>epoch</source>
        <translation>Epoche</translation>
    </message>
    <message>
        <source>now %1, at best %2, old model %3</source>
        <translation>jetzt %1, bestenfalls %2, altes Modell %3</translation>
    </message>
    <message>
        <source>old model</source>
        <translation>altes Modell</translation>
    </message>
    <message>
        <source>epoch %1: %2</source>
        <translation>Epoche %1: %2</translation>
    </message>
</context>
<context>
    <name>circumplex::MainWindow</name>
    <message>
        <source>Circumplex</source>
        <translation>Circumplex</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Bearbeiten</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>&amp;Analysis</source>
        <translation>A&amp;nalyse</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Wiederholen</translation>
    </message>
    <message>
        <source>Commands …</source>
        <translation>Befehle …</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>Show %1</source>
        <comment>a page</comment>
        <translation>%1 anzeigen</translation>
    </message>
    <message>
        <source>&amp;Playback</source>
        <translation>&amp;Wiedergabe</translation>
    </message>
    <message>
        <source>&amp;Song</source>
        <translation>&amp;Stück</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
</context>
<context>
    <name>circumplex::ModelComparison</name>
    <message>
        <source>Scores of the models</source>
        <translation>Ergebnisse der Modelle</translation>
    </message>
    <message>
        <source>Measured on music that the model has not heard while it was trained. Compare within a row: other sets are other music.</source>
        <translation>Gemessen an Musik, die das Modell im Training nicht gehört hat. Vergleichen Sie nur innerhalb einer Zeile: Andere Datensätze enthalten andere Musik.</translation>
    </message>
    <message>
        <source>Set</source>
        <translation>Datensatz</translation>
    </message>
    <message>
        <source>Measure</source>
        <translation>Maß</translation>
    </message>
    <message>
        <source>Name: %1</source>
        <translation>Name: %1</translation>
    </message>
</context>
<context>
    <name>circumplex::ModelDownloadPanel</name>
    <message>
        <source>hears the chords</source>
        <translation>hört die Akkorde</translation>
    </message>
    <message>
        <source>says moods, valence and arousal</source>
        <translation>nennt Stimmungen, Valenz und Arousal</translation>
    </message>
    <message>
        <source>Download</source>
        <translation>Herunterladen</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Download Music2Emo</source>
        <translation>Music2Emo herunterladen</translation>
    </message>
    <message>
        <source>A larger and slower model, published by researchers. Its three files come from their authors&apos; own addresses, %1 in all; a download that is stopped goes on where it was.</source>
        <translation>Ein größeres und langsameres Modell aus der Forschung. Seine drei Dateien kommen direkt von den Adressen ihrer Autoren, insgesamt %1; ein angehaltener Download wird an derselben Stelle fortgesetzt.</translation>
    </message>
    <message>
        <source>Progress of the download</source>
        <translation>Fortschritt des Downloads</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>a file and its size</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>I accept %1</source>
        <comment>the name of a licence</comment>
        <translation>Ich akzeptiere %1</translation>
    </message>
    <message>
        <source>I accept the licence %1 of %2</source>
        <translation>Ich akzeptiere die Lizenz %1 von %2</translation>
    </message>
    <message>
        <source>read it</source>
        <translation>lesen</translation>
    </message>
    <message>
        <source>Read the licence of %1</source>
        <translation>Lizenz von %1 lesen</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Address of %1</source>
        <translation>Adresse von %1</translation>
    </message>
    <message>
        <source>Getting in touch with the server …</source>
        <translation>Verbindung zum Server wird hergestellt …</translation>
    </message>
    <message>
        <source>hears the music; not for commercial use</source>
        <translation>hört die Musik; nicht für kommerzielle Nutzung</translation>
    </message>
    <message>
        <source>Read and accept the three licences first.</source>
        <translation>Lesen und akzeptieren Sie zuerst die drei Lizenzen.</translation>
    </message>
    <message>
        <source>An address is missing.</source>
        <translation>Eine Adresse fehlt.</translation>
    </message>
    <message>
        <source>Addresses and proxy …</source>
        <translation>Adressen und Proxy …</translation>
    </message>
    <message>
        <source>All three are there. Importing them takes a minute …</source>
        <translation>Alle drei sind da. Der Import dauert etwa eine Minute …</translation>
    </message>
    <message>
        <source>File %1 of %2 · %3 of %4 MB</source>
        <translation>Datei %1 von %2 · %3 von %4&#xa0;MB</translation>
    </message>
    <message>
        <source>The address of the proxy is missing.</source>
        <translation>Die Adresse des Proxys fehlt.</translation>
    </message>
</context>
<context>
    <name>circumplex::ModelImportPanel</name>
    <message>
        <source>Import</source>
        <translation>Importieren</translation>
    </message>
    <message>
        <source>Import Music2Emo</source>
        <translation>Music2Emo importieren</translation>
    </message>
    <message>
        <source>Its authors publish three files. Choose them here, or drop them anywhere on this window; they are read, never run.</source>
        <translation>Die Autoren veröffentlichen drei Dateien. Wählen Sie sie hier aus oder ziehen Sie sie auf dieses Fenster; sie werden nur gelesen, nie ausgeführt.</translation>
    </message>
    <message>
        <source>Music2Emo (J_all.ckpt)</source>
        <translation>Music2Emo (J_all.ckpt)</translation>
    </message>
    <message>
        <source>MERT-v1-95M (pytorch_model.bin)</source>
        <translation>MERT-v1-95M (pytorch_model.bin)</translation>
    </message>
    <message>
        <source>BTC (btc_model_large_voca.pt)</source>
        <translation>BTC (btc_model_large_voca.pt)</translation>
    </message>
    <message>
        <source>no file chosen</source>
        <translation>keine Datei ausgewählt</translation>
    </message>
    <message>
        <source>Choose …</source>
        <translation>Auswählen …</translation>
    </message>
    <message>
        <source>Choose the file of %1</source>
        <translation>Datei für %1 auswählen</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Name of the new model</source>
        <translation>Name des neuen Modells</translation>
    </message>
    <message>
        <source>Checkpoint (*.ckpt)</source>
        <translation>Checkpoint (*.ckpt)</translation>
    </message>
    <message>
        <source>Weights (*.bin *.safetensors)</source>
        <translation>Gewichte (*.bin *.safetensors)</translation>
    </message>
    <message>
        <source>Checkpoint (*.pt)</source>
        <translation>Checkpoint (*.pt)</translation>
    </message>
    <message>
        <source>%1 is missing</source>
        <translation>%1 fehlt</translation>
    </message>
    <message>
        <source>A name has %1</source>
        <translation>Erlaubt im Namen: %1</translation>
    </message>
</context>
<context>
    <name>circumplex::ModelsLink</name>
    <message>
        <source>Changing to %1 …</source>
        <translation>Wechsel zu %1 …</translation>
    </message>
    <message>
        <source>%1 is in use from now on.</source>
        <translation>%1 wird ab jetzt verwendet.</translation>
    </message>
    <message>
        <source>Comparing every file of %1 with what was installed, and its number formats with each other …</source>
        <translation>Alle Dateien von %1 werden mit dem installierten Stand verglichen, die Zahlenformate miteinander …</translation>
    </message>
    <message>
        <source>Every file of %1 is as it was installed.</source>
        <translation>Alle Dateien von %1 sind seit der Installation unverändert.</translation>
    </message>
    <message>
        <source>Removing %1 …</source>
        <translation>%1 wird entfernt …</translation>
    </message>
    <message>
        <source>%1 is removed.</source>
        <translation>%1 wurde entfernt.</translation>
    </message>
    <message>
        <source>Importing; this takes a minute …</source>
        <translation>Import läuft; das dauert etwa eine Minute …</translation>
    </message>
    <message>
        <source>The model is installed.</source>
        <translation>Das Modell ist installiert.</translation>
    </message>
    <message>
        <source>%1: %2 s for the demo pieces</source>
        <comment>a number format</comment>
        <translation>%1: %2 s für die Demostücke</translation>
    </message>
    <message>
        <source>%1: %2 s, valence and arousal at most %3 and tags at most %4 away from float32%5</source>
        <translation>%1: %2 s, Valenz und Arousal höchstens %3, Tags höchstens %4 von float32 entfernt%5</translation>
    </message>
    <message>
        <source>, which is too far</source>
        <translation>, das ist zu weit</translation>
    </message>
    <message>
        <source>Used from now on: %1</source>
        <translation>Ab jetzt verwendet: %1</translation>
    </message>
    <message>
        <source>Music2Emo is installed.</source>
        <translation>Music2Emo ist installiert.</translation>
    </message>
    <message>
        <source>Number formats were not compared, since there are no demo pieces beside the program. Used from now on: %1</source>
        <translation>Die Zahlenformate wurden nicht verglichen, weil neben dem Programm keine Demostücke liegen. Ab jetzt verwendet: %1</translation>
    </message>
    <message>
        <source>Downloading; you can go on using the program.</source>
        <translation>Download läuft; Sie können das Programm weiter nutzen.</translation>
    </message>
</context>
<context>
    <name>circumplex::ModelsPage</name>
    <message>
        <source>Models</source>
        <translation>Modelle</translation>
    </message>
    <message>
        <source>A model is what listens. Every result remembers which one made it; changing the model deletes nothing.</source>
        <translation>Ein Modell hört die Musik. Zu jedem Ergebnis ist vermerkt, von welchem Modell es stammt; ein Wechsel des Modells löscht nichts.</translation>
    </message>
    <message>
        <source>Installed models</source>
        <translation>Installierte Modelle</translation>
    </message>
    <message>
        <source>Compare scores …</source>
        <translation>Ergebnisse vergleichen …</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between names of files</comment>
        <translation>, </translation>
    </message>
    <message numerus="yes">
        <source>%1 taken; %Ln file(s) are still missing.</source>
        <translation>
            <numerusform>%1 übernommen; %Ln Datei fehlt noch.</numerusform>
            <numerusform>%1 übernommen; %Ln Dateien fehlen noch.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 taken; all three files are there.</source>
        <translation>%1 übernommen; alle drei Dateien sind da.</translation>
    </message>
    <message>
        <source>%1 is none of the three files that a model is made of.</source>
        <translation>%1 gehört nicht zu den drei Dateien, aus denen ein Modell besteht.</translation>
    </message>
    <message>
        <source>%1 are none of the three files that a model is made of.</source>
        <translation>%1 gehören nicht zu den drei Dateien, aus denen ein Modell besteht.</translation>
    </message>
</context>
<context>
    <name>circumplex::MoodRow</name>
    <message>
        <source>Moods</source>
        <translation>Stimmungen</translation>
    </message>
    <message>
        <source>As a whole: %1</source>
        <translation>Insgesamt: %1</translation>
    </message>
</context>
<context>
    <name>circumplex::PanelMessage</name>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Problem</source>
        <translation>Problem</translation>
    </message>
    <message>
        <source>Problem: %1</source>
        <translation>Problem: %1</translation>
    </message>
</context>
<context>
    <name>circumplex::PathTaker</name>
    <message>
        <source>%1: there is no such file or folder</source>
        <translation>%1: diese Datei oder diesen Ordner gibt es nicht</translation>
    </message>
    <message>
        <source>%1: neither sound nor part of a model, as its name says</source>
        <translation>%1: dem Namen nach weder Ton noch Teil eines Modells</translation>
    </message>
    <message>
        <source>Add a folder</source>
        <translation>Ordner hinzufügen</translation>
    </message>
    <message>
        <source>Add the folder of “%1” to the library?</source>
        <translation>Den Ordner von „%1“ zur Bibliothek hinzufügen?</translation>
    </message>
    <message>
        <source>The library is made of folders. All music in %1, now and later, would belong to it. Files are only read.</source>
        <translation>Die Bibliothek besteht aus Ordnern. Alle Musik in %1, jetzt und später, würde zu ihr gehören. Dateien werden nur gelesen.</translation>
    </message>
    <message>
        <source>Add the folder</source>
        <translation>Den Ordner hinzufügen</translation>
    </message>
    <message>
        <source>Do not add</source>
        <translation>Nicht hinzufügen</translation>
    </message>
</context>
<context>
    <name>circumplex::PlaneLegend</name>
    <message>
        <source>What the colours mean</source>
        <translation>Was die Farben bedeuten</translation>
    </message>
    <message>
        <source>before %1</source>
        <translation>vor %1</translation>
    </message>
    <message>
        <source>%1s</source>
        <comment>a decade</comment>
        <translation>%1er</translation>
    </message>
    <message>
        <source>other or no genre</source>
        <translation>anderes oder kein Genre</translation>
    </message>
    <message>
        <source>no year</source>
        <translation>kein Jahr</translation>
    </message>
    <message>
        <source>the way of “%1”</source>
        <translation>der Weg von „%1“</translation>
    </message>
    <message>
        <source>The way of “%1”</source>
        <translation>Der Weg von „%1“</translation>
    </message>
    <message>
        <source>begins</source>
        <translation>Anfang</translation>
    </message>
    <message>
        <source>ends</source>
        <translation>Ende</translation>
    </message>
    <message>
        <source>paler: fewer songs</source>
        <translation>blasser: weniger Stücke</translation>
    </message>
    <message>
        <source>few songs</source>
        <translation>wenige Stücke</translation>
    </message>
    <message>
        <source>many</source>
        <translation>viele</translation>
    </message>
</context>
<context>
    <name>circumplex::PlaneLink</name>
    <message>
        <source>make the playlist “%1”</source>
        <translation>Wiedergabeliste „%1“ anlegen</translation>
    </message>
</context>
<context>
    <name>circumplex::PlanePage</name>
    <message>
        <source>Plane</source>
        <translation>Ebene</translation>
    </message>
    <message>
        <source>Mood words</source>
        <translation>Stimmungswörter</translation>
    </message>
    <message>
        <source>no analysed songs yet</source>
        <translation>noch keine analysierten Stücke</translation>
    </message>
    <message>
        <source>%1 analysed songs</source>
        <translation>%1 analysierte Stücke</translation>
    </message>
    <message>
        <source>Songs appear here as they are analysed.</source>
        <translation>Stücke erscheinen hier, sobald sie analysiert sind.</translation>
    </message>
    <message>
        <source>Search on the plane</source>
        <translation>In der Ebene suchen</translation>
    </message>
    <message>
        <source>Colour: corner</source>
        <translation>Farbe: Ecke</translation>
    </message>
    <message>
        <source>Colour: genre</source>
        <translation>Farbe: Genre</translation>
    </message>
    <message>
        <source>Colour: year</source>
        <translation>Farbe: Jahr</translation>
    </message>
    <message>
        <source>What the colour of a song means</source>
        <translation>Was die Farbe eines Stücks bedeutet</translation>
    </message>
    <message>
        <source>%1 of %2 analysed songs</source>
        <translation>%1 von %2 analysierten Stücken</translation>
    </message>
    <message>
        <source>The way of “%1” is drawn.</source>
        <translation>Der Weg von „%1“ ist gezeichnet.</translation>
    </message>
    <message>
        <source>Arrows move a cursor, with Shift they span a rectangle, with Control they move the plane. Enter selects the songs near the cursor, Control and Enter opens the nearest. Plus and minus zoom, 0 shows all.</source>
        <translation>Pfeiltasten bewegen einen Cursor, mit Umschalt ziehen sie ein Rechteck auf, mit Strg verschieben sie die Ebene. Die Eingabetaste wählt die Stücke beim Cursor aus, Strg+Eingabe öffnet das nächstgelegene. Plus und Minus zoomen, 0 zeigt alles.</translation>
    </message>
</context>
<context>
    <name>circumplex::PlaneSide</name>
    <message>
        <source>Make playlist…</source>
        <translation>Wiedergabeliste …</translation>
    </message>
    <message>
        <source>Draw around songs to list them; Shift draws a rectangle. The wheel zooms, the right button moves the plane.</source>
        <translation>Umfahren Sie Stücke, um sie aufzulisten; mit der Umschalttaste ziehen Sie ein Rechteck. Das Mausrad zoomt, die rechte Taste verschiebt die Ebene.</translation>
    </message>
    <message>
        <source>Selected songs</source>
        <translation>Ausgewählte Stücke</translation>
    </message>
    <message>
        <source>How the library lies on the plane</source>
        <translation>Wie die Bibliothek in der Ebene liegt</translation>
    </message>
    <message>
        <source>Nothing selected</source>
        <translation>Nichts ausgewählt</translation>
    </message>
    <message>
        <source>1 song selected</source>
        <translation>1 Stück ausgewählt</translation>
    </message>
    <message>
        <source>%1 songs selected</source>
        <translation>%1 Stücke ausgewählt</translation>
    </message>
    <message>
        <source>“%1” is saved. &lt;a href=&quot;#&quot;&gt;Show it in the library&lt;/a&gt;</source>
        <translation>„%1“ ist gespeichert. &lt;a href=&quot;#&quot;&gt;In der Bibliothek zeigen&lt;/a&gt;</translation>
    </message>
    <message>
        <source>The playlist was not saved. %1</source>
        <translation>Die Wiedergabeliste wurde nicht gespeichert. %1</translation>
    </message>
    <message>
        <source>Make a playlist</source>
        <translation>Wiedergabeliste anlegen</translation>
    </message>
    <message numerus="yes">
        <source>A name for these %n song(s):</source>
        <translation>
            <numerusform>Ein Name für dieses Stück:</numerusform>
            <numerusform>Ein Name für diese %n Stücke:</numerusform>
        </translation>
    </message>
    <message>
        <source>From the plane</source>
        <translation>Aus der Ebene</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>Abspielen</translation>
    </message>
    <message>
        <source>More ▾</source>
        <translation>Mehr ▾</translation>
    </message>
    <message>
        <source>What else can be done with the selected songs</source>
        <translation>Was sich mit den ausgewählten Stücken noch tun lässt</translation>
    </message>
    <message>
        <source>A double click or Ctrl+Enter opens a song, Enter lists those in the cursor&apos;s ring.</source>
        <translation>Doppelklick oder Strg+Eingabe öffnet ein Stück, die Eingabetaste listet die Stücke im Ring des Cursors auf.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln song(s)</source>
        <translation>
            <numerusform>%Ln Stück</numerusform>
            <numerusform>%Ln Stücke</numerusform>
        </translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Show in the library, with all others in their box</source>
        <translation>In der Bibliothek zeigen, mit allen anderen im selben Rechteck</translation>
    </message>
    <message>
        <source>Analyse again</source>
        <translation>Neu analysieren</translation>
    </message>
    <message>
        <source>Add to a playlist…</source>
        <translation>Zu einer Wiedergabeliste hinzufügen …</translation>
    </message>
    <message>
        <source>Copy paths</source>
        <translation>Pfade kopieren</translation>
    </message>
</context>
<context>
    <name>circumplex::PlaneView</name>
    <message>
        <source>unpleasant  ←  valence  →  pleasant</source>
        <translation>unangenehm  ←  Valenz  →  angenehm</translation>
    </message>
    <message>
        <source>calm  ←  arousal  →  excited</source>
        <translation>ruhig  ←  Arousal  →  erregt</translation>
    </message>
</context>
<context>
    <name>circumplex::PlayerBar</name>
    <message>
        <source>Player</source>
        <translation>Player</translation>
    </message>
    <message>
        <source>Speed, with the pitch kept</source>
        <translation>Tempo bei gleicher Tonhöhe</translation>
    </message>
    <message>
        <source>%1 % speed</source>
        <translation>%1 % Tempo</translation>
    </message>
    <message>
        <source>Volume</source>
        <translation>Lautstärke</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>Abspielen</translation>
    </message>
    <message>
        <source>There is no sound device to play on. Connect one to listen.</source>
        <translation>Kein Wiedergabegerät vorhanden. Schließen Sie eines an, um zu hören.</translation>
    </message>
    <message>
        <source>Cannot be played. %1</source>
        <translation>Wiedergabe nicht möglich. %1</translation>
    </message>
    <message>
        <source>Repeat the track</source>
        <translation>Stück wiederholen</translation>
    </message>
    <message>
        <source>Nothing is open. Open a song in the library to hear it.</source>
        <translation>Nichts geöffnet. Öffnen Sie ein Stück in der Bibliothek, um es zu hören.</translation>
    </message>
    <message>
        <source>The file is gone.</source>
        <translation>Die Datei ist nicht mehr da.</translation>
    </message>
    <message>
        <source>“%1” is not connected.</source>
        <translation>„%1“ ist nicht angeschlossen.</translation>
    </message>
    <message>
        <source>%1 (Space)</source>
        <translation>%1 (Leertaste)</translation>
    </message>
    <message>
        <source>Show %1</source>
        <translation>%1 anzeigen</translation>
    </message>
    <message>
        <source>Previous song</source>
        <translation>Voriges Stück</translation>
    </message>
    <message>
        <source>Previous song (Ctrl+Left)</source>
        <translation>Voriges Stück (Strg+Links)</translation>
    </message>
    <message>
        <source>Next song</source>
        <translation>Nächstes Stück</translation>
    </message>
    <message>
        <source>Next song (Ctrl+Right)</source>
        <translation>Nächstes Stück (Strg+Rechts)</translation>
    </message>
</context>
<context>
    <name>circumplex::PlayerStrip</name>
    <message>
        <source>Position in the track</source>
        <translation>Position im Stück</translation>
    </message>
    <message>
        <source>Drag or click to be elsewhere; arrow keys move by %1 s</source>
        <translation>Ziehen oder Klicken ändert die Position; Pfeiltasten springen um %1 s</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
</context>
<context>
    <name>circumplex::PlaylistDialog</name>
    <message>
        <source>Add to a playlist</source>
        <translation>Zu einer Wiedergabeliste hinzufügen</translation>
    </message>
    <message numerus="yes">
        <source>Add %Ln song(s) to this playlist; a new name makes a new one:</source>
        <translation>
            <numerusform>%Ln Stück zu dieser Wiedergabeliste hinzufügen; ein neuer Name legt eine neue an:</numerusform>
            <numerusform>%Ln Stücke zu dieser Wiedergabeliste hinzufügen; ein neuer Name legt eine neue an:</numerusform>
        </translation>
    </message>
    <message>
        <source>Name of the playlist</source>
        <translation>Name der Wiedergabeliste</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Hinzufügen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>circumplex::PracticePanel</name>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>How much of the practice is over</source>
        <translation>Wie viel der Übung vorbei ist</translation>
    </message>
    <message>
        <source>with the arrow keys</source>
        <translation>mit den Pfeiltasten</translation>
    </message>
    <message>
        <source>with the pointer</source>
        <translation>mit dem Mauszeiger</translation>
    </message>
    <message>
        <source>A dot will wander over the plane for %1 seconds. Keep the ring around it, %2, as well as you can. It always runs ahead a little: how far is what is measured.</source>
        <translation>Ein Punkt wandert %1 Sekunden lang über die Ebene. Halten Sie den Ring %2 so gut Sie können um ihn herum. Er ist immer ein wenig voraus: Wie weit, das wird gemessen.</translation>
    </message>
    <message>
        <source>Begin</source>
        <translation>Beginnen</translation>
    </message>
    <message>
        <source>Again</source>
        <translation>Noch einmal</translation>
    </message>
    <message>
        <source>The ring did not follow the dot closely enough for a measurement. Nothing was kept; try it again.</source>
        <translation>Der Ring ist dem Punkt nicht genau genug gefolgt, um etwas zu messen. Nichts wurde gespeichert; versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>Your hand is %1 s behind. This is kept with every rating you make while listening, so that it can be taken off.</source>
        <translation>Ihre Hand ist %1&#xa0;s hinterher. Das wird bei jeder Bewertung vermerkt, die Sie beim Hören abgeben, damit es abgezogen werden kann.</translation>
    </message>
    <message>
        <source>with the stick of the game pad; button 1 begins, button 2 goes back</source>
        <translation>mit dem Stick des Gamepads; Taste 1 beginnt, Taste 2 geht zurück</translation>
    </message>
    <message>
        <source>with the faders</source>
        <translation>mit den Fadern</translation>
    </message>
</context>
<context>
    <name>circumplex::ProblemDialog</name>
    <message>
        <source>Problems</source>
        <translation>Probleme</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Analyse every song of this list once more</source>
        <translation>Jedes Stück dieser Liste noch einmal analysieren</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Zeigen</translation>
    </message>
    <message>
        <source>Open the chosen song</source>
        <translation>Das gewählte Stück öffnen</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copy what is chosen, or all, as text</source>
        <translation>Gewähltes oder alles als Text kopieren</translation>
    </message>
    <message>
        <source>Clear the list</source>
        <translation>Liste leeren</translation>
    </message>
</context>
<context>
    <name>circumplex::ProxyRow</name>
    <message>
        <source>Proxy</source>
        <translation>Proxy</translation>
    </message>
    <message>
        <source>as the system says</source>
        <translation>wie im System eingestellt</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keiner</translation>
    </message>
    <message>
        <source>this address</source>
        <translation>diese Adresse</translation>
    </message>
    <message>
        <source>Proxy for downloads</source>
        <translation>Proxy für Downloads</translation>
    </message>
    <message>
        <source>Address of the proxy</source>
        <translation>Adresse des Proxys</translation>
    </message>
    <message>
        <source>A proxy passes on what is downloaded; some companies and schools need one, and their administrators know its address.</source>
        <translation>Ein Proxy reicht weiter, was heruntergeladen wird; manche Firmen und Schulen brauchen einen, und ihre Administratoren kennen seine Adresse.</translation>
    </message>
</context>
<context>
    <name>circumplex::QueueLink</name>
    <message>
        <source>Go on with the next song</source>
        <translation>Mit dem nächsten Stück weitermachen</translation>
    </message>
    <message>
        <source>Next song</source>
        <translation>Nächstes Stück</translation>
    </message>
    <message>
        <source>Previous song</source>
        <translation>Voriges Stück</translation>
    </message>
</context>
<context>
    <name>circumplex::RatingPanel</name>
    <message>
        <source>Valence</source>
        <translation>Valenz</translation>
    </message>
    <message>
        <source>unpleasant</source>
        <translation>unangenehm</translation>
    </message>
    <message>
        <source>pleasant</source>
        <translation>angenehm</translation>
    </message>
    <message>
        <source>Arousal</source>
        <translation>Arousal</translation>
    </message>
    <message>
        <source>calm</source>
        <translation>ruhig</translation>
    </message>
    <message>
        <source>excited</source>
        <translation>erregt</translation>
    </message>
    <message>
        <source>How sure are you?</source>
        <translation>Wie sicher sind Sie?</translation>
    </message>
    <message>
        <source>unsure</source>
        <translation>unsicher</translation>
    </message>
    <message>
        <source>fairly sure</source>
        <translation>ziemlich sicher</translation>
    </message>
    <message>
        <source>sure</source>
        <translation>sicher</translation>
    </message>
    <message>
        <source>Do you know it?</source>
        <translation>Kennen Sie es?</translation>
    </message>
    <message>
        <source>new to me</source>
        <translation>mir neu</translation>
    </message>
    <message>
        <source>heard before</source>
        <translation>schon gehört</translation>
    </message>
    <message>
        <source>know it well</source>
        <translation>gut bekannt</translation>
    </message>
    <message>
        <source>Save and next (Enter)</source>
        <translation>Speichern und weiter (Eingabe)</translation>
    </message>
    <message>
        <source>Which moods does it have? Up to five.</source>
        <translation>Welche Stimmungen hat es? Bis zu fünf.</translation>
    </message>
    <message>
        <source>Next without a rating</source>
        <translation>Weiter ohne Bewertung</translation>
    </message>
    <message>
        <source>How did the song as a whole make you feel? Click on the plane, or choose below.</source>
        <translation>Wie haben Sie sich bei dem Stück im Ganzen gefühlt? Klicken Sie in die Ebene oder wählen Sie unten.</translation>
    </message>
    <message>
        <source>What does the song as a whole express? Click on the plane, or choose beside it.</source>
        <translation>Was drückt das Stück im Ganzen aus? Klicken Sie in die Ebene oder wählen Sie daneben.</translation>
    </message>
    <message>
        <source>Say valence or arousal first.</source>
        <translation>Geben Sie zuerst Valenz oder Arousal an.</translation>
    </message>
    <message>
        <source>nothing said yet</source>
        <translation>noch nichts angegeben</translation>
    </message>
    <message>
        <source>Game pad: the stick moves the ring; button 3 says how sure you are, 4 how well you know it; 5 walks over the moods, 6 takes one or gives it back; 1 saves, 2 goes on without a rating.</source>
        <translation>Gamepad: Der Stick bewegt den Ring; Taste 3 sagt, wie sicher Sie sind, 4, wie gut Sie es kennen; 5 geht die Stimmungen durch, 6 nimmt eine oder gibt sie zurück; 1 speichert, 2 geht ohne Bewertung weiter.</translation>
    </message>
</context>
<context>
    <name>circumplex::RatingPlane</name>
    <message>
        <source>Plane of valence and arousal</source>
        <translation>Ebene von Valenz und Arousal</translation>
    </message>
    <message>
        <source>Scale of valence</source>
        <translation>Skala der Valenz</translation>
    </message>
    <message>
        <source>Scale of arousal</source>
        <translation>Skala des Arousals</translation>
    </message>
    <message>
        <source>Nothing said yet. Arrows move by a quarter of a point, with Shift by one.</source>
        <translation>Noch nichts angegeben. Pfeiltasten bewegen um einen viertel Punkt, mit Umschalt um einen.</translation>
    </message>
    <message>
        <source>unpleasant</source>
        <translation>unangenehm</translation>
    </message>
    <message>
        <source>pleasant</source>
        <translation>angenehm</translation>
    </message>
    <message>
        <source>excited</source>
        <translation>erregt</translation>
    </message>
    <message>
        <source>calm</source>
        <translation>ruhig</translation>
    </message>
</context>
<context>
    <name>circumplex::RelativePlot</name>
    <message>
        <source>Valence without ends</source>
        <translation>Valenz ohne Enden</translation>
    </message>
    <message>
        <source>Arousal without ends</source>
        <translation>Arousal ohne Enden</translation>
    </message>
    <message>
        <source>%1 from where you began</source>
        <translation>%1 vom Anfang entfernt</translation>
    </message>
    <message>
        <source>Nothing said yet. Up is more, down is less, and neither ends.</source>
        <translation>Noch nichts angegeben. Nach oben ist mehr, nach unten weniger, und beides hat kein Ende.</translation>
    </message>
    <message>
        <source>↑ more pleasant</source>
        <translation>↑ angenehmer</translation>
    </message>
    <message>
        <source>↑ more excited</source>
        <translation>↑ erregter</translation>
    </message>
    <message>
        <source>↓ more unpleasant</source>
        <translation>↓ unangenehmer</translation>
    </message>
    <message>
        <source>↓ calmer</source>
        <translation>↓ ruhiger</translation>
    </message>
</context>
<context>
    <name>circumplex::SearchBox</name>
    <message>
        <source>Search: words, mood:calm, valence&gt;6, key:minor …</source>
        <translation>Suche: Wörter, mood:calm, valence&gt;6, key:minor …</translation>
    </message>
    <message>
        <source>Search the library</source>
        <translation>Bibliothek durchsuchen</translation>
    </message>
</context>
<context>
    <name>circumplex::SettingsPage</name>
    <message>
        <source>Stop watching</source>
        <translation>Nicht mehr überwachen</translation>
    </message>
    <message>
        <source>The new language appears when the program is started again.</source>
        <translation>Die neue Sprache erscheint nach einem Neustart des Programms.</translation>
    </message>
    <message>
        <source>Analyse new songs by themselves</source>
        <translation>Neue Stücke automatisch analysieren</translation>
    </message>
    <message>
        <source>Give way to other programs</source>
        <translation>Anderen Programmen Vorrang geben</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>Erscheinungsbild</translation>
    </message>
    <message>
        <source>As the desktop</source>
        <translation>Wie der Desktop</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Farben</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>Pace of the analysis</source>
        <translation>Tempo der Analyse</translation>
    </message>
    <message>
        <source>Songs are analysed in the background, by a process of its own.</source>
        <translation>Stücke werden im Hintergrund von einem eigenen Prozess analysiert.</translation>
    </message>
    <message>
        <source> % of the processor</source>
        <translation> % des Prozessors</translation>
    </message>
    <message>
        <source>Use at most</source>
        <translation>Höchstens nutzen</translation>
    </message>
    <message>
        <source> MB</source>
        <translation> MB</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>nichts</translation>
    </message>
    <message>
        <source>Cache on disk, at most</source>
        <translation>Cache auf Festplatte, höchstens</translation>
    </message>
    <message>
        <source>Curves</source>
        <translation>Kurven</translation>
    </message>
    <message>
        <source>Longer windows are steadier, shorter ones follow quick changes. Songs that are analysed already keep their curves until they are analysed again.</source>
        <translation>Längere Fenster ergeben ruhigere Kurven, kürzere folgen schnellen Wechseln. Bereits analysierte Stücke behalten ihre Kurven, bis sie erneut analysiert werden.</translation>
    </message>
    <message>
        <source> s</source>
        <translation> s</translation>
    </message>
    <message>
        <source>One value every</source>
        <translation>Ein Wert alle</translation>
    </message>
    <message>
        <source>Each from a window of</source>
        <translation>Aus einem Fenster von</translation>
    </message>
    <message>
        <source>Folders with music</source>
        <translation>Ordner mit Musik</translation>
    </message>
    <message>
        <source>Files in them are only read. Songs stay in the library when their folder is no longer watched.</source>
        <translation>Dateien darin werden nur gelesen. Stücke bleiben in der Bibliothek, auch wenn ihr Ordner nicht mehr überwacht wird.</translation>
    </message>
    <message>
        <source>Watched folders</source>
        <translation>Überwachte Ordner</translation>
    </message>
    <message>
        <source>Add a folder …</source>
        <translation>Ordner hinzufügen …</translation>
    </message>
    <message>
        <source>No folder is watched yet.</source>
        <translation>Noch wird kein Ordner überwacht.</translation>
    </message>
    <message>
        <source>Start again now</source>
        <translation>Jetzt neu starten</translation>
    </message>
</context>
<context>
    <name>circumplex::SetupPanel</name>
    <message>
        <source>Hide what models say until a rating is saved</source>
        <translation>Modellaussagen verbergen, bis eine Bewertung gespeichert ist</translation>
    </message>
    <message>
        <source>Start rating</source>
        <translation>Bewerten beginnen</translation>
    </message>
    <message>
        <source>Practise and measure your lag</source>
        <translation>Üben und Verzögerung messen</translation>
    </message>
    <message>
        <source>Continue it</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Discard it</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>Who rates</source>
        <translation>Wer bewertet</translation>
    </message>
    <message>
        <source>A name or a code</source>
        <translation>Ein Name oder ein Kürzel</translation>
    </message>
    <message>
        <source>What is asked</source>
        <translation>Wonach gefragt wird</translation>
    </message>
    <message>
        <source>What the music expresses</source>
        <translation>Was die Musik ausdrückt</translation>
    </message>
    <message>
        <source>What I feel</source>
        <translation>Was ich fühle</translation>
    </message>
    <message>
        <source>While listening</source>
        <translation>Beim Hören</translation>
    </message>
    <message>
        <source>Valence and arousal at once</source>
        <translation>Valenz und Arousal zugleich</translation>
    </message>
    <message>
        <source>Valence only: unpleasant to pleasant</source>
        <translation>Nur Valenz: unangenehm bis angenehm</translation>
    </message>
    <message>
        <source>Arousal only: calm to excited</source>
        <translation>Nur Arousal: ruhig bis erregt</translation>
    </message>
    <message>
        <source>Just listen, rate after the song</source>
        <translation>Nur zuhören, nach dem Stück bewerten</translation>
    </message>
    <message>
        <source>With</source>
        <translation>Womit</translation>
    </message>
    <message>
        <source>Mouse or touch pad</source>
        <translation>Maus oder Touchpad</translation>
    </message>
    <message>
        <source>Arrow keys</source>
        <translation>Pfeiltasten</translation>
    </message>
    <message>
        <source>Finding one&apos;s way</source>
        <translation>Einhören</translation>
    </message>
    <message>
        <source>Count from the first second</source>
        <translation>Ab der ersten Sekunde zählen</translation>
    </message>
    <message>
        <source>Mark the first %1 seconds</source>
        <translation>Die ersten %1 Sekunden markieren</translation>
    </message>
    <message>
        <source>Which songs</source>
        <translation>Welche Stücke</translation>
    </message>
    <message>
        <source>Selected in the library (%1)</source>
        <translation>In der Bibliothek ausgewählt (%1)</translation>
    </message>
    <message>
        <source>Found in the library (%1)</source>
        <translation>In der Bibliothek gefunden (%1)</translation>
    </message>
    <message>
        <source>Lag of the hand: %1 s. It is kept with every rating made while listening.</source>
        <translation>Verzögerung der Hand: %1&#xa0;s. Sie wird bei jeder Bewertung beim Hören vermerkt.</translation>
    </message>
    <message>
        <source>How far the hand lags behind the music was not measured yet for this person and instrument. It takes half a minute.</source>
        <translation>Wie weit die Hand der Musik hinterher ist, wurde für diese Person und dieses Eingabegerät noch nicht gemessen. Das dauert eine halbe Minute.</translation>
    </message>
    <message>
        <source>Game pad</source>
        <translation>Gamepad</translation>
    </message>
    <message>
        <source>The rating of “%1” by %2 was cut short at %3.</source>
        <translation>Die Bewertung von „%1“ durch %2 brach bei %3 ab.</translation>
    </message>
    <message numerus="yes">
        <source>%n more like it will be offered next.</source>
        <translation>
            <numerusform>Danach wird eine weitere solche angeboten.</numerusform>
            <numerusform>Danach werden %n weitere solche angeboten.</numerusform>
        </translation>
    </message>
    <message>
        <source>Say first who rates.</source>
        <translation>Geben Sie zuerst an, wer bewertet.</translation>
    </message>
    <message>
        <source>There is no song to rate.</source>
        <translation>Es gibt kein Stück zu bewerten.</translation>
    </message>
    <message>
        <source>Valence without ends: only more or less</source>
        <translation>Valenz ohne Enden: nur mehr oder weniger</translation>
    </message>
    <message>
        <source>Arousal without ends: only more or less</source>
        <translation>Arousal ohne Enden: nur mehr oder weniger</translation>
    </message>
    <message>
        <source>Say only where it is more and where less, on a line that goes on as far as you like. People agree better so; but the numbers of two songs, or two people, cannot be compared, and models learn only from scales with ends.</source>
        <translation>Sagen Sie nur, wo es mehr und wo es weniger wird, auf einer Linie, die beliebig weit geht. So sind sich Menschen eher einig; aber die Zahlen zweier Stücke oder zweier Personen sind nicht vergleichbar, und Modelle lernen nur von Skalen mit Enden.</translation>
    </message>
    <message>
        <source>Which fader</source>
        <translation>Welcher Fader</translation>
    </message>
    <message>
        <source>People need about 8 seconds before what they say of a new song settles. These seconds are kept, but not counted.</source>
        <translation>Menschen brauchen etwa 8 Sekunden, bis ihr Urteil über ein neues Stück zur Ruhe kommt. Diese Sekunden werden gespeichert, aber nicht gezählt.</translation>
    </message>
    <message>
        <source>Rate again what you rated a week ago (%1)</source>
        <translation>Erneut bewerten, was Sie vor einer Woche bewertet haben (%1)</translation>
    </message>
    <message>
        <source>Faders or knobs of %1 (MIDI)</source>
        <translation>Fader oder Regler von %1 (MIDI)</translation>
    </message>
    <message>
        <source>Say first which fader is which: click, then move it.</source>
        <translation>Geben Sie zuerst an, welcher Fader welcher ist: klicken, dann bewegen.</translation>
    </message>
    <message>
        <source>Suggested: these teach most (%1)</source>
        <translation>Vorgeschlagen: die lehrreichsten (%1)</translation>
    </message>
</context>
<context>
    <name>circumplex::SetupPresenter</name>
    <message numerus="yes">
        <source>%1, and %n time(s) before</source>
        <translation>
            <numerusform>%1, und %n-mal davor</numerusform>
            <numerusform>%1, und %n-mal davor</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) ago</source>
        <translation>
            <numerusform>vor %n Tag</numerusform>
            <numerusform>vor %n Tagen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>circumplex::SittingSongs</name>
    <message>
        <source>Songs of this sitting</source>
        <translation>Stücke dieser Sitzung</translation>
    </message>
    <message>
        <source>Song</source>
        <translation>Stück</translation>
    </message>
    <message>
        <source>Why it is suggested</source>
        <translation>Warum es vorgeschlagen wird</translation>
    </message>
    <message>
        <source>Last rated</source>
        <translation>Zuletzt bewertet</translation>
    </message>
    <message>
        <source>… and %1 more</source>
        <translation>… und %1 weitere</translation>
    </message>
    <message>
        <source>Nothing to suggest yet: suggestions need analysed songs that this person has not rated.</source>
        <translation>Noch nichts vorzuschlagen: Dazu braucht es analysierte Stücke, die diese Person nicht bewertet hat.</translation>
    </message>
    <message>
        <source>Analysed songs that this person has not rated, the most useful first.</source>
        <translation>Analysierte Stücke, die diese Person nicht bewertet hat, die nützlichsten zuerst.</translation>
    </message>
    <message>
        <source>Nothing yet: a song is offered here a week after this person rated it.</source>
        <translation>Noch nichts: Ein Stück wird hier eine Woche angeboten, nachdem diese Person es bewertet hat.</translation>
    </message>
    <message>
        <source>What you say now is kept beside what you said then, and shows how far you agree with yourself. The oldest come first.</source>
        <translation>Was Sie jetzt angeben, steht neben dem von damals und zeigt, wie weit Sie mit sich selbst übereinstimmen. Die ältesten zuerst.</translation>
    </message>
    <message>
        <source>No song is selected. Select some in the library.</source>
        <translation>Kein Stück ist ausgewählt. Wählen Sie welche in der Bibliothek aus.</translation>
    </message>
    <message>
        <source>In the order of the library.</source>
        <translation>In der Reihenfolge der Bibliothek.</translation>
    </message>
    <message>
        <source>The library&apos;s search finds no song.</source>
        <translation>Die Suche der Bibliothek findet kein Stück.</translation>
    </message>
</context>
<context>
    <name>circumplex::SongActions</name>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>Abspielen</translation>
    </message>
    <message>
        <source>Analyse first</source>
        <translation>Zuerst analysieren</translation>
    </message>
    <message>
        <source>Analyse again</source>
        <translation>Neu analysieren</translation>
    </message>
    <message>
        <source>Add to a playlist …</source>
        <translation>Zu einer Wiedergabeliste hinzufügen …</translation>
    </message>
    <message>
        <source>Rate</source>
        <translation>Bewerten</translation>
    </message>
    <message>
        <source>Show on the plane</source>
        <translation>In der Ebene zeigen</translation>
    </message>
    <message>
        <source>More by this artist</source>
        <translation>Mehr von diesem Interpreten</translation>
    </message>
    <message>
        <source>Show in file manager</source>
        <translation>In Dateiverwaltung anzeigen</translation>
    </message>
    <message>
        <source>Copy path</source>
        <translation>Pfad kopieren</translation>
    </message>
    <message>
        <source>Remove from the library</source>
        <translation>Aus der Bibliothek entfernen</translation>
    </message>
    <message>
        <source>Bring back to the library</source>
        <translation>In die Bibliothek zurückholen</translation>
    </message>
</context>
<context>
    <name>circumplex::SongChanges</name>
    <message numerus="yes">
        <source>%Ln song(s) removed from the library; the files stay. Ctrl+Z takes it back, and a search for is:removed shows what was removed.</source>
        <translation>
            <numerusform>%Ln Stück aus der Bibliothek entfernt; die Datei bleibt. Strg+Z macht es rückgängig, und eine Suche nach is:removed zeigt, was entfernt wurde.</numerusform>
            <numerusform>%Ln Stücke aus der Bibliothek entfernt; die Dateien bleiben. Strg+Z macht es rückgängig, und eine Suche nach is:removed zeigt, was entfernt wurde.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln song(s) back in the library.</source>
        <translation>
            <numerusform>%Ln Stück ist wieder in der Bibliothek.</numerusform>
            <numerusform>%Ln Stücke sind wieder in der Bibliothek.</numerusform>
        </translation>
    </message>
    <message>
        <source>Added. Search for playlist:&quot;%1&quot; to see the playlist.</source>
        <translation>Hinzugefügt. Suchen Sie nach playlist:&quot;%1&quot;, um die Wiedergabeliste zu sehen.</translation>
    </message>
    <message>
        <source>Taken out of the playlist “%1” again.</source>
        <translation>Wieder aus der Wiedergabeliste „%1“ genommen.</translation>
    </message>
    <message numerus="yes">
        <source>remove %Ln song(s) from the library</source>
        <translation>
            <numerusform>(%Ln Stück aus der Bibliothek entfernen)</numerusform>
            <numerusform>(%Ln Stücke aus der Bibliothek entfernen)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>bring back %Ln song(s)</source>
        <translation>
            <numerusform>(%Ln Stück zurückholen)</numerusform>
            <numerusform>(%Ln Stücke zurückholen)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>add %Ln song(s) to “%1”</source>
        <translation>
            <numerusform>(%Ln Stück zu „%1“ hinzufügen)</numerusform>
            <numerusform>(%Ln Stücke zu „%1“ hinzufügen)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>circumplex::StatusStrip</name>
    <message>
        <source>processor</source>
        <translation>Prozessor</translation>
    </message>
    <message>
        <source>graphics card</source>
        <translation>Grafikkarte</translation>
    </message>
    <message>
        <source>Getting the model ready …</source>
        <translation>Modell wird vorbereitet …</translation>
    </message>
    <message numerus="yes">
        <source>Paused, %Ln song(s) left</source>
        <translation>
            <numerusform>Angehalten, noch %Ln Stück</numerusform>
            <numerusform>Angehalten, noch %Ln Stücke</numerusform>
        </translation>
    </message>
    <message>
        <source>Analysing on the %1: %2 of %3 songs</source>
        <translation>Analyse (%1): %2 von %3 Stücken</translation>
    </message>
    <message>
        <source>less than a minute left</source>
        <translation>noch unter einer Minute</translation>
    </message>
    <message numerus="yes">
        <source>about %Ln minute(s) left</source>
        <translation>
            <numerusform>noch etwa %Ln Minute</numerusform>
            <numerusform>noch etwa %Ln Minuten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %Ln hour(s) left</source>
        <translation>
            <numerusform>noch etwa %Ln Stunde</numerusform>
            <numerusform>noch etwa %Ln Stunden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %Ln day(s) left</source>
        <translation>
            <numerusform>noch etwa %Ln Tag</numerusform>
            <numerusform>noch etwa %Ln Tage</numerusform>
        </translation>
    </message>
    <message>
        <source>Progress of the analysis</source>
        <translation>Fortschritt der Analyse</translation>
    </message>
    <message>
        <source>Model %1, %2</source>
        <translation>Modell %1, %2</translation>
    </message>
    <message>
        <source>%1 seconds of music in a second</source>
        <translation>%1 Sekunden Musik pro Sekunde</translation>
    </message>
    <message>
        <source>Go on with the analysis</source>
        <translation>Analyse fortsetzen</translation>
    </message>
    <message>
        <source>Pause the analysis</source>
        <translation>Analyse anhalten</translation>
    </message>
    <message numerus="yes">
        <source>%Ln problem(s)</source>
        <translation>
            <numerusform>%Ln Problem</numerusform>
            <numerusform>%Ln Probleme</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln song(s) analysed</source>
        <translation>
            <numerusform>%Ln Stück analysiert</numerusform>
            <numerusform>%Ln Stücke analysiert</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>5 songs analysed, 2 could not be</comment>
        <translation>%1, %2</translation>
    </message>
    <message numerus="yes">
        <source>%Ln could not be</source>
        <comment>songs analysed</comment>
        <translation>
            <numerusform>bei %Ln nicht möglich</numerusform>
            <numerusform>bei %Ln nicht möglich</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>circumplex::StepRow</name>
    <message>
        <source>%1: %2</source>
        <comment>question, answer</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Key %1</source>
        <translation>Taste %1</translation>
    </message>
</context>
<context>
    <name>circumplex::SummaryPanel</name>
    <message>
        <source>Choose the next songs</source>
        <translation>Die nächsten Stücke wählen</translation>
    </message>
    <message>
        <source>Song</source>
        <translation>Stück</translation>
    </message>
    <message>
        <source>Valence: you</source>
        <translation>Valenz: Sie</translation>
    </message>
    <message>
        <source>Valence: model</source>
        <translation>Valenz: Modell</translation>
    </message>
    <message>
        <source>Arousal: you</source>
        <translation>Arousal: Sie</translation>
    </message>
    <message>
        <source>Arousal: model</source>
        <translation>Arousal: Modell</translation>
    </message>
    <message>
        <source>What you said, beside the model</source>
        <translation>Ihre Angaben neben dem Modell</translation>
    </message>
    <message>
        <source>The sitting is over. Nothing was rated.</source>
        <translation>Die Sitzung ist vorbei. Nichts wurde bewertet.</translation>
    </message>
    <message numerus="yes">
        <source>%n song(s) rated, all saved.</source>
        <translation>
            <numerusform>%n Stück bewertet, alles gespeichert.</numerusform>
            <numerusform>%n Stücke bewertet, alles gespeichert.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Valence of %n song(s): %1 points apart on average, CCC %2, ICC %3.</source>
        <translation>
            <numerusform>Valenz bei %n Stück: im Mittel %1 Punkte auseinander, CCC %2, ICC %3.</numerusform>
            <numerusform>Valenz bei %n Stücken: im Mittel %1 Punkte auseinander, CCC %2, ICC %3.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Arousal of %n song(s): %1 points apart on average, CCC %2, ICC %3.</source>
        <translation>
            <numerusform>Arousal bei %n Stück: im Mittel %1 Punkte auseinander, CCC %2, ICC %3.</numerusform>
            <numerusform>Arousal bei %n Stücken: im Mittel %1 Punkte auseinander, CCC %2, ICC %3.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Valence while listening, %n song(s): CCC %1.</source>
        <translation>
            <numerusform>Valenz beim Hören, %n Stück: CCC %1.</numerusform>
            <numerusform>Valenz beim Hören, %n Stücke: CCC %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Arousal while listening, %n song(s): CCC %1.</source>
        <translation>
            <numerusform>Arousal beim Hören, %n Stück: CCC %1.</numerusform>
            <numerusform>Arousal beim Hören, %n Stücke: CCC %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Course of valence, %n song(s): CCC %1.</source>
        <translation>
            <numerusform>Verlauf von Valenz, %n Stück: CCC %1.</numerusform>
            <numerusform>Verlauf von Valenz, %n Stücke: CCC %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Course of arousal, %n song(s): CCC %1.</source>
        <translation>
            <numerusform>Verlauf von Arousal, %n Stück: CCC %1.</numerusform>
            <numerusform>Verlauf von Arousal, %n Stücke: CCC %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>You against yourself, the first time against the second (1 would be the same again):</source>
        <translation>Sie im Vergleich mit sich selbst, das erste Mal mit dem zweiten (1 wäre genau dasselbe):</translation>
    </message>
</context>
<context>
    <name>circumplex::TagPicker</name>
    <message>
        <source>Search a mood</source>
        <translation>Stimmung suchen</translation>
    </message>
    <message>
        <source>Remove the mood %1</source>
        <translation>Stimmung %1 entfernen</translation>
    </message>
    <message>
        <source>Search a mood …</source>
        <translation>Stimmung suchen …</translation>
    </message>
    <message>
        <source>Search a mood, or a digit</source>
        <translation>Stimmung suchen, oder eine Ziffer</translation>
    </message>
    <message>
        <source>Add the mood %1</source>
        <translation>Stimmung %1 hinzufügen</translation>
    </message>
</context>
<context>
    <name>circumplex::TrackCommands</name>
    <message>
        <source>&amp;Track</source>
        <translation>&amp;Geöffnetes Stück</translation>
    </message>
    <message>
        <source>Loop the selection</source>
        <translation>Auswahl wiederholen</translation>
    </message>
    <message>
        <source>Select from here</source>
        <translation>Ab hier auswählen</translation>
    </message>
    <message>
        <source>Select to here</source>
        <translation>Bis hier auswählen</translation>
    </message>
    <message>
        <source>Drop the selection</source>
        <translation>Auswahl aufheben</translation>
    </message>
    <message>
        <source>Write a comment …</source>
        <translation>Kommentar schreiben …</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>Vergrößern</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>Verkleinern</translation>
    </message>
    <message>
        <source>Show the whole track</source>
        <translation>Das ganze Stück anzeigen</translation>
    </message>
    <message>
        <source>Slower</source>
        <translation>Langsamer</translation>
    </message>
    <message>
        <source>Faster</source>
        <translation>Schneller</translation>
    </message>
    <message>
        <source>Compare models and people …</source>
        <translation>Modelle und Menschen vergleichen …</translation>
    </message>
    <message>
        <source>Export the picture …</source>
        <translation>Bild exportieren …</translation>
    </message>
    <message>
        <source>Analyse this track again</source>
        <translation>Dieses Stück neu analysieren</translation>
    </message>
</context>
<context>
    <name>circumplex::TrackHeader</name>
    <message>
        <source>Analyse again</source>
        <translation>Neu analysieren</translation>
    </message>
    <message>
        <source>‹ Library</source>
        <translation>‹ Bibliothek</translation>
    </message>
    <message>
        <source>Back to the library</source>
        <translation>Zurück zur Bibliothek</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Vergleichen</translation>
    </message>
    <message>
        <source>Choose whose curves are drawn</source>
        <translation>Auswählen, wessen Kurven gezeichnet werden</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportieren …</translation>
    </message>
    <message>
        <source>Save this picture as SVG, PDF or PNG</source>
        <translation>Dieses Bild als SVG, PDF oder PNG speichern</translation>
    </message>
    <message>
        <source>There is nothing to compare: one model at most has analysed this track, and nobody drew how it feels.</source>
        <translation>Es gibt nichts zu vergleichen: Höchstens ein Modell hat dieses Stück analysiert, und niemand hat gezeichnet, wie es sich anfühlt.</translation>
    </message>
    <message>
        <source>%1, analysed %2</source>
        <translation>%1, analysiert am %2</translation>
    </message>
    <message>
        <source>%1, who drew it</source>
        <translation>%1 (hat gezeichnet)</translation>
    </message>
</context>
<context>
    <name>circumplex::TrackHoverCard</name>
    <message>
        <source>V %1   A %2</source>
        <comment>valence and arousal</comment>
        <translation>V %1   A %2</translation>
    </message>
</context>
<context>
    <name>circumplex::TrackLanes</name>
    <message>
        <source>Curves over time</source>
        <translation>Kurven über die Zeit</translation>
    </message>
    <message>
        <source>A taller window shows them.</source>
        <translation>Ein höheres Fenster zeigt sie.</translation>
    </message>
    <message>
        <source>Double click to change it</source>
        <translation>Doppelklicken, um ihn zu ändern</translation>
    </message>
</context>
<context>
    <name>circumplex::TrackListModel</name>
    <message>
        <source>missing</source>
        <translation>fehlt</translation>
    </message>
    <message>
        <source>disk away</source>
        <translation>Laufwerk fehlt</translation>
    </message>
    <message>
        <source>not analysed</source>
        <translation>nicht analysiert</translation>
    </message>
    <message>
        <source>changed since</source>
        <translation>seither geändert</translation>
    </message>
    <message>
        <source>first value</source>
        <translation>erster Wert</translation>
    </message>
    <message>
        <source>analysed</source>
        <translation>analysiert</translation>
    </message>
    <message>
        <source>Valence: 1 unpleasant, 9 pleasant</source>
        <translation>Valenz: 1 unangenehm, 9 angenehm</translation>
    </message>
    <message>
        <source>Arousal: 1 calm, 9 excited</source>
        <translation>Arousal (Erregung): 1 ruhig, 9 erregt</translation>
    </message>
    <message>
        <source>Valence and arousal from the beginning of the track to its end</source>
        <translation>Valenz und Arousal vom Anfang bis zum Ende des Stücks</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>Artist</source>
        <translation>Interpret</translation>
    </message>
    <message>
        <source>Album</source>
        <translation>Album</translation>
    </message>
    <message>
        <source>Mood</source>
        <translation>Stimmung</translation>
    </message>
    <message>
        <source>Curve</source>
        <translation>Kurve</translation>
    </message>
    <message>
        <source>V</source>
        <comment>valence, as short as can be</comment>
        <translation>V</translation>
    </message>
    <message>
        <source>A</source>
        <comment>arousal, as short as can be</comment>
        <translation>A</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>Länge</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>Jahr</translation>
    </message>
    <message>
        <source>Genre</source>
        <translation>Genre</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Tonart</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>steady</source>
        <comment>a curve</comment>
        <translation>gleichbleibend</translation>
    </message>
    <message>
        <source>rising</source>
        <comment>a curve</comment>
        <translation>steigend</translation>
    </message>
    <message>
        <source>falling</source>
        <comment>a curve</comment>
        <translation>fallend</translation>
    </message>
    <message>
        <source>removed</source>
        <translation>entfernt</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>fehlgeschlagen</translation>
    </message>
    <message>
        <source>no curve</source>
        <translation>keine Kurve</translation>
    </message>
    <message>
        <source>valence %1; arousal %2</source>
        <translation>Valenz %1; Arousal %2</translation>
    </message>
    <message>
        <source>valence %1, %2; arousal %3, %4</source>
        <translation>Valenz %1, %2; Arousal %3, %4</translation>
    </message>
    <message>
        <source>Its file is no longer at %1</source>
        <translation>Seine Datei ist nicht mehr unter %1</translation>
    </message>
    <message>
        <source>Its disk is not connected: %1</source>
        <translation>Sein Laufwerk ist nicht angeschlossen: %1</translation>
    </message>
    <message>
        <source>Click to sort by how %1 songs are</source>
        <comment>a mood</comment>
        <translation>Klicken, um nach der Stimmung „%1“ zu sortieren</translation>
    </message>
    <message>
        <source>Search for a mood, for example mood:calm, to sort by how much of it songs have</source>
        <translation>Suchen Sie nach einer Stimmung, zum Beispiel mood:calm, um danach zu sortieren, wie viel Stücke davon haben</translation>
    </message>
    <message>
        <source>Valence</source>
        <translation>Valenz</translation>
    </message>
    <message>
        <source>Arousal</source>
        <translation>Arousal</translation>
    </message>
    <message>
        <source>Place on the plane</source>
        <translation>Ort in der Ebene</translation>
    </message>
    <message>
        <source>Place on the plane: pleasant at the right, excited at the top</source>
        <translation>Ort in der Ebene: angenehm rechts, erregt oben</translation>
    </message>
    <message>
        <source>You removed it from the library. “Bring back to the library” in the menu Song puts it there again.</source>
        <translation>Sie haben es aus der Bibliothek entfernt. „In die Bibliothek zurückholen“ im Menü Stück bringt es wieder zurück.</translation>
    </message>
</context>
<context>
    <name>circumplex::TrackNotice</name>
    <message>
        <source>The comment was not saved. %1</source>
        <translation>Der Kommentar wurde nicht gespeichert. %1</translation>
    </message>
    <message>
        <source>The picture was not saved. %1</source>
        <translation>Das Bild wurde nicht gespeichert. %1</translation>
    </message>
    <message>
        <source>“%1” is not connected. What is known about this track stays; connect it to listen.</source>
        <translation>„%1“ ist nicht angeschlossen. Was über dieses Stück bekannt ist, bleibt erhalten; zum Hören bitte anschließen.</translation>
    </message>
    <message>
        <source>The file is gone: %1. Scan the library if it was moved.</source>
        <translation>Die Datei ist nicht mehr da: %1. Wurde sie verschoben, suchen Sie nach neuen und geänderten Dateien.</translation>
    </message>
    <message>
        <source>The sound cannot be read. %1</source>
        <translation>Der Ton kann nicht gelesen werden. %1</translation>
    </message>
    <message>
        <source>Being analysed; what is dotted comes soon.</source>
        <translation>Wird analysiert; Gepunktetes folgt in Kürze.</translation>
    </message>
    <message>
        <source>The analysis failed. %1</source>
        <translation>Die Analyse ist fehlgeschlagen. %1</translation>
    </message>
    <message>
        <source>Not analysed yet: no curves, moods, key or chords.</source>
        <translation>Noch nicht analysiert: keine Kurven, Stimmungen, Tonart oder Akkorde.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Analyse</source>
        <translation>Analysieren</translation>
    </message>
</context>
<context>
    <name>circumplex::TrackOverview</name>
    <message>
        <source>Overview of the whole track</source>
        <translation>Übersicht über das ganze Stück</translation>
    </message>
    <message>
        <source>Drag to move the part that is shown below</source>
        <translation>Ziehen, um den unten gezeigten Ausschnitt zu verschieben</translation>
    </message>
    <message>
        <source>Reading the waveform…</source>
        <translation>Wellenform wird gelesen …</translation>
    </message>
</context>
<context>
    <name>circumplex::TrackPage</name>
    <message>
        <source>Track</source>
        <translation>Stück</translation>
    </message>
    <message>
        <source>Save this picture</source>
        <translation>Dieses Bild speichern</translation>
    </message>
    <message>
        <source>No track is open</source>
        <translation>Kein Stück ist geöffnet</translation>
    </message>
    <message>
        <source>Open one in the library, with a double click or Enter, to hear it and to see how it feels from moment to moment.</source>
        <translation>Öffnen Sie eines in der Bibliothek, mit Doppelklick oder Eingabetaste, um es zu hören und zu sehen, wie es sich von Augenblick zu Augenblick anfühlt.</translation>
    </message>
    <message>
        <source>Go to the library</source>
        <translation>Zur Bibliothek</translation>
    </message>
    <message>
        <source>What “%1” said of this track is not in the library any more.</source>
        <translation>Was „%1“ über dieses Stück gesagt hat, ist nicht mehr in der Bibliothek.</translation>
    </message>
    <message>
        <source>Drawing (*.svg)</source>
        <translation>Zeichnung (*.svg)</translation>
    </message>
    <message>
        <source>Document (*.pdf)</source>
        <translation>Dokument (*.pdf)</translation>
    </message>
    <message>
        <source>Picture (*.png)</source>
        <translation>Bild (*.png)</translation>
    </message>
</context>
<context>
    <name>circumplex::TrackTable</name>
    <message>
        <source>Tracks</source>
        <translation>Stücke</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
    <message>
        <source>Compact rows</source>
        <translation>Kompakte Zeilen</translation>
    </message>
</context>
<context>
    <name>circumplex::TrackTools</name>
    <message>
        <source>Loop selection</source>
        <translation>Auswahl wiederholen</translation>
    </message>
    <message>
        <source>Repeat the selected stretch</source>
        <translation>Den ausgewählten Abschnitt in einer Schleife abspielen</translation>
    </message>
    <message>
        <source>Comments</source>
        <translation>Kommentare</translation>
    </message>
    <message>
        <source>Write, change or remove comments</source>
        <translation>Kommentare schreiben, ändern oder entfernen</translation>
    </message>
    <message>
        <source>Moods</source>
        <translation>Stimmungen</translation>
    </message>
    <message>
        <source>Choose whose moods have a lane</source>
        <translation>Auswählen, welche Stimmungen eine Spur haben</translation>
    </message>
    <message>
        <source>Write a comment here…</source>
        <translation>Kommentar hier schreiben …</translation>
    </message>
    <message>
        <source>Smoothing of the curves</source>
        <translation>Glättung der Kurven</translation>
    </message>
    <message>
        <source>Not smoothed</source>
        <translation>Nicht geglättet</translation>
    </message>
    <message>
        <source>Mean over %1 s</source>
        <translation>Mittel über %1 s</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>Verkleinern</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>Vergrößern</translation>
    </message>
    <message>
        <source>Whole track</source>
        <translation>Ganzes Stück</translation>
    </message>
    <message>
        <source>Show the whole track</source>
        <translation>Das ganze Stück anzeigen</translation>
    </message>
    <message>
        <source>The five strongest</source>
        <translation>Die fünf stärksten</translation>
    </message>
    <message>
        <source>%1 to %2, %3 s</source>
        <translation>%1 bis %2, %3&#xa0;s</translation>
    </message>
</context>
<context>
    <name>circumplex::TrainChoiceStep</name>
    <message>
        <source>Keep the model and adapt it to me</source>
        <translation>Das Modell behalten und an mich anpassen</translation>
    </message>
    <message>
        <source>Train its last layers anew</source>
        <translation>Seine letzten Schichten neu trainieren</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Start</translation>
    </message>
    <message>
        <source>Go on where it stopped</source>
        <translation>Dort weitermachen, wo es aufgehört hat</translation>
    </message>
    <message>
        <source>What should learn?</source>
        <translation>Was soll lernen?</translation>
    </message>
    <message>
        <source>It starts with what the model knows of other people. Best for up to some hundred songs.</source>
        <translation>Es beginnt mit dem, was das Modell von anderen Menschen weiß. Am besten bis zu einigen hundert Stücken.</translation>
    </message>
    <message>
        <source>It forgets what other people said, and knows only what you rated. Needs many songs.</source>
        <translation>Es vergisst, was andere gesagt haben, und kennt nur Ihre Bewertungen. Braucht viele Stücke.</translation>
    </message>
    <message>
        <source>A training was interrupted. With the same labels and the same choice it goes on; otherwise it begins anew.</source>
        <translation>Ein Training wurde unterbrochen. Mit denselben Bewertungen und derselben Wahl geht es weiter, sonst beginnt es neu.</translation>
    </message>
    <message>
        <source>It takes at most %1. You can go on using the program meanwhile.</source>
        <translation>Es dauert höchstens %1. Sie können das Programm währenddessen benutzen.</translation>
    </message>
    <message>
        <source>It &amp;starts from</source>
        <translation>Es &amp;beginnt mit</translation>
    </message>
    <message>
        <source>Model that it starts from</source>
        <translation>Modell, mit dem es beginnt</translation>
    </message>
    <message>
        <source>which stays as it is</source>
        <translation>das bleibt, wie es ist</translation>
    </message>
    <message>
        <source>Let it learn to hear, too</source>
        <translation>Auch das Hören lernen lassen</translation>
    </message>
    <message>
        <source>The network that hears is adapted as well (LoRA), from the sound of your songs. Takes far longer; if it does not help, it is left out.</source>
        <translation>Auch das hörende Netz wird angepasst (LoRA), am Klang Ihrer Stücke. Dauert viel länger; wenn es nicht hilft, entfällt es.</translation>
    </message>
</context>
<context>
    <name>circumplex::TrainDataStep</name>
    <message>
        <source>Next: what to train</source>
        <translation>Weiter: Was trainieren?</translation>
    </message>
    <message>
        <source>Import labels …</source>
        <translation>Bewertungen importieren …</translation>
    </message>
    <message>
        <source>Analyse the songs</source>
        <translation>Die Stücke analysieren</translation>
    </message>
    <message>
        <source>Labelled songs by feeling; dashed: few so far</source>
        <translation>Bewertete Stücke nach Gefühl; gestrichelt: erst wenige</translation>
    </message>
    <message>
        <source>Ratings as a table (CSV), or files of DEAM, PMEmo, MTG-Jamendo, CARMA, DARMA, Label Studio and JAMS</source>
        <translation>Bewertungen als Tabelle (CSV) oder Dateien von DEAM, PMEmo, MTG-Jamendo, CARMA, DARMA, Label Studio und JAMS</translation>
    </message>
    <message>
        <source>Whose labels count</source>
        <translation>Wessen Bewertungen zählen</translation>
    </message>
    <message>
        <source>choose at least one rater</source>
        <translation>mindestens eine Person wählen</translation>
    </message>
    <message>
        <source>Rate songs</source>
        <translation>Stücke bewerten</translation>
    </message>
    <message>
        <source>Opens the page Label</source>
        <translation>Öffnet die Seite „Bewerten“</translation>
    </message>
    <message numerus="yes">
        <source>%1: %Ln song(s)</source>
        <comment>of a rater</comment>
        <translation>
            <numerusform>%1: %Ln Stück</numerusform>
            <numerusform>%1: %Ln Stücke</numerusform>
        </translation>
    </message>
    <message>
        <source>weight </source>
        <translation>Gewicht </translation>
    </message>
    <message>
        <source>Weight of %1</source>
        <translation>Gewicht von %1</translation>
    </message>
    <message>
        <source>How much these labels count beside those of others</source>
        <translation>Wie viel diese Bewertungen neben denen anderer zählen</translation>
    </message>
</context>
<context>
    <name>circumplex::TrainLink</name>
    <message>
        <source>Your songs are being analysed; how far it is stands at the foot of the window.</source>
        <translation>Ihre Stücke werden analysiert; wie weit es ist, steht am Fuß des Fensters.</translation>
    </message>
    <message>
        <source>Importing labels …</source>
        <translation>Bewertungen werden importiert …</translation>
    </message>
    <message>
        <source>Counting the labels …</source>
        <translation>Bewertungen werden gezählt …</translation>
    </message>
    <message>
        <source>%1 is in use from now on. What the old model said of your songs is kept.</source>
        <translation>%1 ist ab jetzt in Gebrauch. Was das alte Modell über Ihre Stücke gesagt hat, bleibt erhalten.</translation>
    </message>
    <message>
        <source>The old model stays in use, the new one is removed. Your labels are kept.</source>
        <translation>Das alte Modell bleibt in Gebrauch, das neue ist entfernt. Ihre Bewertungen bleiben erhalten.</translation>
    </message>
    <message>
        <source>%1 is in use again. The personal model is kept on the page Models.</source>
        <translation>%1 ist wieder in Gebrauch. Das persönliche Modell bleibt auf der Seite „Modelle“.</translation>
    </message>
    <message>
        <source>%1 labels added, %2 changed, %3 there already, %4 not understood or of songs that are not in the library</source>
        <translation>%1 Bewertungen hinzugefügt, %2 geändert, %3 schon da, %4 nicht verstanden oder von Stücken, die nicht in der Bibliothek sind</translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation>Angehalten.</translation>
    </message>
</context>
<context>
    <name>circumplex::TrainPage</name>
    <message>
        <source>Train</source>
        <translation>Trainieren</translation>
    </message>
    <message>
        <source>Takes the model that yours was made from into use again</source>
        <translation>Nimmt das Modell, aus dem Ihres entstanden ist, wieder in Gebrauch</translation>
    </message>
    <message>
        <source>Teaches the model how music feels to you, and tells honestly whether it worked.</source>
        <translation>Lehrt das Modell, wie Musik auf Sie wirkt, und sagt ehrlich, ob es geklappt hat.</translation>
    </message>
    <message>
        <source>1 Data</source>
        <translation>1 Daten</translation>
    </message>
    <message>
        <source>2 What</source>
        <translation>2 Was</translation>
    </message>
    <message>
        <source>3 Train</source>
        <translation>3 Training</translation>
    </message>
    <message>
        <source>4 Verdict</source>
        <translation>4 Urteil</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Schritte</translation>
    </message>
    <message>
        <source>Import labels</source>
        <translation>Bewertungen importieren</translation>
    </message>
    <message>
        <source>Back to %1</source>
        <comment>a model</comment>
        <translation>Zurück zu %1</translation>
    </message>
</context>
<context>
    <name>circumplex::TrainRunStep</name>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Weitermachen</translation>
    </message>
    <message>
        <source>Stopping keeps what is done so far; it can go on later.</source>
        <translation>Anhalten behält, was bisher getan ist; es kann später weitergehen.</translation>
    </message>
    <message>
        <source>Stopping …</source>
        <translation>Wird angehalten …</translation>
    </message>
    <message>
        <source>Reading what the model heard …</source>
        <translation>Was das Modell gehört hat, wird gelesen …</translation>
    </message>
    <message>
        <source>at most %1</source>
        <translation>höchstens %1</translation>
    </message>
    <message>
        <source>Round %1 of %2, epoch %3</source>
        <translation>Runde %1 von %2, Epoche %3</translation>
    </message>
    <message>
        <source>about %1 left</source>
        <translation>noch etwa %1</translation>
    </message>
    <message>
        <source>What is done so far is kept, also when the program ends.</source>
        <translation>Was bisher getan ist, bleibt erhalten, auch wenn das Programm endet.</translation>
    </message>
    <message>
        <source>Lower is better. Each round holds other songs out to be tested on; pale lines are rounds that are done, the dot is the best epoch, the dashed line the old model. The last round learns from all songs and has no line.</source>
        <translation>Niedriger ist besser. Jede Runde hält andere Stücke zum Testen zurück; blasse Linien sind fertige Runden, der Punkt ist die beste Epoche, die gestrichelte Linie das alte Modell. Die letzte Runde lernt von allen Stücken und hat keine Linie.</translation>
    </message>
</context>
<context>
    <name>circumplex::TrainVerdictStep</name>
    <message>
        <source>Now nearer to you</source>
        <translation>Jetzt näher bei Ihnen</translation>
    </message>
    <message>
        <source>Now further from you</source>
        <translation>Jetzt weiter weg von Ihnen</translation>
    </message>
    <message>
        <source>Double click or Enter opens a song.</source>
        <translation>Doppelklick oder Eingabetaste öffnet ein Stück.</translation>
    </message>
    <message>
        <source>Use it</source>
        <translation>Verwenden</translation>
    </message>
    <message>
        <source>Keep the old</source>
        <translation>Das alte behalten</translation>
    </message>
    <message>
        <source>Describe my songs with it</source>
        <translation>Meine Stücke damit beschreiben</translation>
    </message>
    <message>
        <source>Scores on songs that were held out</source>
        <translation>Werte bei zurückgehaltenen Stücken</translation>
    </message>
    <message>
        <source>More is better, but for the error. Guessing gives a CCC and R² of 0 and a ROC-AUC of 0.5. The interval holds the new score in 95 of 100 such tests. &quot;People agree&quot; is what people reach for each other.</source>
        <translation>Mehr ist besser, außer beim Fehler. Raten ergibt bei CCC und R² 0 und bei ROC-AUC 0,5. Der Bereich enthält den neuen Wert in 95 von 100 solchen Prüfungen. „Menschen“ ist, was Menschen füreinander erreichen.</translation>
    </message>
    <message>
        <source>Needs no hearing: what the model heard is kept</source>
        <translation>Ohne erneutes Hören: Was das Modell gehört hat, ist gespeichert</translation>
    </message>
    <message>
        <source>The new model is called %1. The old one stays in use until you choose.</source>
        <translation>Das neue Modell heißt %1. Das alte bleibt in Gebrauch, bis Sie wählen.</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>Songs</source>
        <translation>Stücke</translation>
    </message>
    <message>
        <source>Measure</source>
        <translation>Maß</translation>
    </message>
    <message>
        <source>Old</source>
        <translation>Alt</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Neu</translation>
    </message>
    <message>
        <source>Interval</source>
        <translation>Bereich</translation>
    </message>
    <message>
        <source>People agree</source>
        <translation>Menschen</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>Urteil</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 bis %2</translation>
    </message>
    <message>
        <source>%1 – %2</source>
        <comment>a song, what was said of it</comment>
        <translation>%1 – %2</translation>
    </message>
    <message>
        <source>below %1</source>
        <translation>unter %1</translation>
    </message>
</context>
</TS>
