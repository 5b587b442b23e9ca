<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name></name>
    <message>
        <source>1  Drop the cut     2  Point at your music     3  Click a track to hear it</source>
        <translation>1  Film ablegen     2  Musikordner wählen     3  Titel anklicken und hören</translation>
    </message>
    <message>
        <source>10 ms earlier</source>
        <translation>10 ms früher</translation>
    </message>
    <message>
        <source>10 ms later</source>
        <translation>10 ms später</translation>
    </message>
    <message>
        <source>A film and eight tracks made here</source>
        <translation>Ein Film und acht Titel, hier erzeugt</translation>
    </message>
    <message>
        <source>A frame back</source>
        <translation>Ein Bild zurück</translation>
    </message>
    <message>
        <source>A frame earlier</source>
        <translation>Ein Bild früher</translation>
    </message>
    <message>
        <source>A frame later</source>
        <translation>Ein Bild später</translation>
    </message>
    <message>
        <source>A frame on</source>
        <translation>Ein Bild weiter</translation>
    </message>
    <message>
        <source>A major</source>
        <translation>A-Dur</translation>
    </message>
    <message>
        <source>A minor</source>
        <translation>a-Moll</translation>
    </message>
    <message>
        <source>A note</source>
        <translation>Eine Notiz</translation>
    </message>
    <message>
        <source>A second back</source>
        <translation>Eine Sekunde zurück</translation>
    </message>
    <message>
        <source>A second on</source>
        <translation>Eine Sekunde weiter</translation>
    </message>
    <message>
        <source>A short film and eight tracks, made here in a few seconds.</source>
        <translation>Ein kurzer Film und acht Titel, hier in wenigen Sekunden erzeugt.</translation>
    </message>
    <message>
        <source>A short film is drawn and eight tracks are played, all on this computer. It starts in a moment.</source>
        <translation>Ein kurzer Film wird gezeichnet und acht Titel werden gespielt, alles auf diesem Computer. Gleich geht es los.</translation>
    </message>
    <message>
        <source>A tour needs a video and ranked tracks.</source>
        <translation>Ein Rundgang braucht ein Video und eine Rangliste.</translation>
    </message>
    <message>
        <source>About</source>
        <translation>Über</translation>
    </message>
    <message>
        <source>About TIVM Desktop</source>
        <translation>Über TIVM Desktop</translation>
    </message>
    <message>
        <source>Add GPU support from a folder</source>
        <translation>GPU-Unterstützung aus einem Ordner hinzufügen</translation>
    </message>
    <message>
        <source>Add a folder…</source>
        <translation>Ordner hinzufügen…</translation>
    </message>
    <message>
        <source>Add a key</source>
        <translation>Taste hinzufügen</translation>
    </message>
    <message>
        <source>Add a music folder</source>
        <translation>Musikordner hinzufügen</translation>
    </message>
    <message>
        <source>Add a music folder…</source>
        <translation>Musikordner hinzufügen…</translation>
    </message>
    <message>
        <source>Add from a folder…</source>
        <translation>Aus einem Ordner hinzufügen…</translation>
    </message>
    <message>
        <source>Add music…</source>
        <translation>Musik hinzufügen…</translation>
    </message>
    <message>
        <source>Add your folders, or drop them here. Music is read, never changed.</source>
        <translation>Füge deine Ordner hinzu oder lege sie hier ab. Musik wird gelesen, nie verändert.</translation>
    </message>
    <message>
        <source>Album</source>
        <translation>Album</translation>
    </message>
    <message>
        <source>All keys</source>
        <translation>Alle Tasten</translation>
    </message>
    <message>
        <source>Amount</source>
        <comment>how far the music is turned down under speech</comment>
        <translation>Stärke</translation>
    </message>
    <message>
        <source>Analyse</source>
        <translation>Analysieren</translation>
    </message>
    <message>
        <source>Analyses, ratings and notes; packs and GPU support that you added.</source>
        <translation>Analysen, Bewertungen und Notizen; Pakete und GPU-Unterstützung, die du hinzugefügt hast.</translation>
    </message>
    <message>
        <source>Analysis of the library</source>
        <translation>Analyse der Bibliothek</translation>
    </message>
    <message>
        <source>Analysis stopped</source>
        <translation>Analyse angehalten</translation>
    </message>
    <message>
        <source>Another TIVM Desktop is open and does not answer. This window works beside it and shares its library; what you do here is not kept for the next start.</source>
        <translation>Ein anderes TIVM Desktop ist offen und antwortet nicht. Dieses Fenster arbeitet daneben und teilt sich die Bibliothek mit ihm; was du hier tust, wird nicht für den nächsten Start aufgehoben.</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>Aussehen</translation>
    </message>
    <message>
        <source>Artist</source>
        <translation>Interpret</translation>
    </message>
    <message>
        <source>As this was the third time in a row, what you were at is not brought back by itself.</source>
        <translation>Da es das dritte Mal in Folge war, wird nicht von selbst zurückgebracht, woran du warst.</translation>
    </message>
    <message>
        <source>Asked for is one small file of {host}, which learns this version&apos;s number and nothing else from the program. Nothing is downloaded or installed: a page tells of what is new.</source>
        <translation>Angefragt wird eine kleine Datei von {host}; der Server erfährt dabei die Nummer dieser Version und sonst nichts vom Programm. Heruntergeladen oder installiert wird nichts: Eine Seite sagt, was neu ist.</translation>
    </message>
    <message>
        <source>Asking for GPU support</source>
        <translation>GPU-Unterstützung wird abgefragt</translation>
    </message>
    <message>
        <source>Attack</source>
        <comment>how long ducking takes to turn the music down</comment>
        <translation>Absenken</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Automatisch</translation>
    </message>
    <message>
        <source>Automatic takes an NVIDIA card where it works, and the processor elsewhere. With the card chosen, the program says so rather than compute without it. Holds from the next start on.</source>
        <translation>Automatisch nimmt eine NVIDIA-Karte, wo sie funktioniert, und sonst den Prozessor. Ist die Karte gewählt, sagt das Programm es lieber, als ohne sie zu rechnen. Gilt ab dem nächsten Start.</translation>
    </message>
    <message>
        <source>A♭ major</source>
        <translation>As-Dur</translation>
    </message>
    <message>
        <source>A♭ minor</source>
        <translation>as-Moll</translation>
    </message>
    <message>
        <source>B major</source>
        <translation>H-Dur</translation>
    </message>
    <message>
        <source>B minor</source>
        <translation>h-Moll</translation>
    </message>
    <message>
        <source>Back to the start</source>
        <translation>Zurück zum Anfang</translation>
    </message>
    <message>
        <source>Back to the suggested place</source>
        <translation>Zurück zur vorgeschlagenen Stelle</translation>
    </message>
    <message>
        <source>Back to the whole video</source>
        <translation>Zurück zum ganzen Video</translation>
    </message>
    <message>
        <source>Backwards; again: faster</source>
        <translation>Rückwärts; noch einmal: schneller</translation>
    </message>
    <message>
        <source>Beats of a track that is dragged snap to cuts</source>
        <translation>Schläge eines gezogenen Titels rasten an Schnitten ein</translation>
    </message>
    <message>
        <source>Begin the range at the playhead</source>
        <translation>Den Bereich an der Abspielposition beginnen</translation>
    </message>
    <message>
        <source>Begin the range here</source>
        <translation>Den Bereich hier beginnen</translation>
    </message>
    <message>
        <source>Begin with the video</source>
        <translation>Mit dem Video beginnen</translation>
    </message>
    <message>
        <source>Brightness of mood</source>
        <translation>Helligkeit der Stimmung</translation>
    </message>
    <message>
        <source>Built by</source>
        <translation>Gebaut von</translation>
    </message>
    <message>
        <source>Built on</source>
        <translation>Gebaut am</translation>
    </message>
    <message>
        <source>By EBU R128, as far as a track&apos;s peaks allow. The video&apos;s own sound is left as it is.</source>
        <translation>Nach EBU R128, soweit es die Spitzen eines Titels zulassen. Der Ton des Videos bleibt, wie er ist.</translation>
    </message>
    <message>
        <source>By how well each fits your video, and why it does.</source>
        <translation>Danach, wie gut jeder zu deinem Video passt, und warum.</translation>
    </message>
    <message>
        <source>B♭ major</source>
        <translation>B-Dur</translation>
    </message>
    <message>
        <source>B♭ minor</source>
        <translation>b-Moll</translation>
    </message>
    <message>
        <source>C major</source>
        <translation>C-Dur</translation>
    </message>
    <message>
        <source>C minor</source>
        <translation>c-Moll</translation>
    </message>
    <message>
        <source>Cache</source>
        <translation>Zwischenspeicher</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Cancel making the demo</source>
        <translation>Das Erzeugen der Demo abbrechen</translation>
    </message>
    <message>
        <source>Cancel this export</source>
        <translation>Diesen Export abbrechen</translation>
    </message>
    <message>
        <source>Cancel what is done with GPU support</source>
        <translation>Abbrechen, was mit der GPU-Unterstützung geschieht</translation>
    </message>
    <message>
        <source>Cancelled. What has come of a download stays for the next time.</source>
        <translation>Abgebrochen. Was schon heruntergeladen ist, bleibt für das nächste Mal.</translation>
    </message>
    <message>
        <source>Change tags and note…</source>
        <translation>Schlagwörter und Notiz ändern…</translation>
    </message>
    <message>
        <source>Check for updates</source>
        <translation>Nach Aktualisierungen suchen</translation>
    </message>
    <message>
        <source>Checking: {done} of {total} GB</source>
        <translation>Prüfen: {done} von {total} GB</translation>
    </message>
    <message>
        <source>Choose a folder that holds music files.</source>
        <translation>Wähle einen Ordner mit Musikdateien.</translation>
    </message>
    <message>
        <source>Choose a music folder to rank your tracks for this video.</source>
        <translation>Wähle einen Musikordner, damit deine Titel für dieses Video geordnet werden.</translation>
    </message>
    <message>
        <source>Choose a track first: {pin} pins the one you hear.</source>
        <translation>Wähle zuerst einen Titel: {pin} heftet den an, den du hörst.</translation>
    </message>
    <message>
        <source>Choose another folder…</source>
        <translation>Anderen Ordner wählen…</translation>
    </message>
    <message>
        <source>Choose another music folder</source>
        <translation>Einen anderen Musikordner wählen</translation>
    </message>
    <message>
        <source>Choose the folder with the files of GPU support</source>
        <translation>Den Ordner mit den Dateien der GPU-Unterstützung wählen</translation>
    </message>
    <message>
        <source>Choose the music folder</source>
        <translation>Den Musikordner wählen</translation>
    </message>
    <message>
        <source>Choose the sound device</source>
        <translation>Das Tongerät wählen</translation>
    </message>
    <message>
        <source>Choose what sound plays on</source>
        <translation>Wählen, worauf der Ton ausgegeben wird</translation>
    </message>
    <message>
        <source>Choose what sound plays on. Now: {device}</source>
        <translation>Wählen, worauf der Ton ausgegeben wird. Jetzt: {device}</translation>
    </message>
    <message>
        <source>Choose your music folder…</source>
        <translation>Deinen Musikordner wählen…</translation>
    </message>
    <message>
        <source>Clear all filters</source>
        <translation>Alle Filter aufheben</translation>
    </message>
    <message>
        <source>Clear search and filters</source>
        <translation>Suche und Filter aufheben</translation>
    </message>
    <message>
        <source>Clear the range</source>
        <translation>Den Bereich aufheben</translation>
    </message>
    <message>
        <source>Clear the search</source>
        <translation>Die Suche leeren</translation>
    </message>
    <message>
        <source>Click a key and press another; Backspace takes it away, Esc keeps it. In the list, Enter plays the marked track.</source>
        <translation>Klicke eine Taste an und drücke eine andere; die Rücktaste nimmt sie weg, Esc behält sie. In der Liste spielt die Eingabetaste den markierten Titel.</translation>
    </message>
    <message>
        <source>Click a track: it appears here, where it enters under your video.</source>
        <translation>Klicke einen Titel an: Er erscheint hier, an der Stelle, an der er unter deinem Video einsetzt.</translation>
    </message>
    <message>
        <source>Click and press other keys</source>
        <translation>Anklicken und andere Tasten drücken</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Close the welcome</source>
        <translation>Das Willkommen schließen</translation>
    </message>
    <message>
        <source>Colours of all windows. The button in the top bar changes them too.</source>
        <translation>Farben aller Fenster. Der Knopf in der oberen Leiste ändert sie ebenfalls.</translation>
    </message>
    <message>
        <source>Commit</source>
        <translation>Commit</translation>
    </message>
    <message>
        <source>Comparing</source>
        <translation>Vergleichen</translation>
    </message>
    <message>
        <source>Computing</source>
        <translation>Berechnung</translation>
    </message>
    <message>
        <source>Computing on</source>
        <translation>Gerechnet wird mit</translation>
    </message>
    <message>
        <source>Computing on {provider}</source>
        <translation>Gerechnet wird mit {provider}</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Continue with {name}</source>
        <translation>Mit {name} weitermachen</translation>
    </message>
    <message>
        <source>Copied a list of {count} file</source>
        <translation>Liste mit {count} Datei kopiert</translation>
    </message>
    <message>
        <source>Copied a list of {count} files</source>
        <translation>Liste mit {count} Dateien kopiert</translation>
    </message>
    <message>
        <source>Copied the path of {file}</source>
        <translation>Pfad von {file} kopiert</translation>
    </message>
    <message>
        <source>Copied {file}</source>
        <translation>{file} kopiert</translation>
    </message>
    <message>
        <source>Copy citation</source>
        <translation>Literaturangabe kopieren</translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation>Angaben kopieren</translation>
    </message>
    <message>
        <source>Copy details of this build</source>
        <translation>Angaben zu diesem Build kopieren</translation>
    </message>
    <message>
        <source>Copy file</source>
        <translation>Datei kopieren</translation>
    </message>
    <message>
        <source>Copy list</source>
        <translation>Liste kopieren</translation>
    </message>
    <message>
        <source>Copy path</source>
        <translation>Pfad kopieren</translation>
    </message>
    <message>
        <source>Copy report</source>
        <translation>Bericht kopieren</translation>
    </message>
    <message>
        <source>Copy the citation</source>
        <translation>Die Literaturangabe kopieren</translation>
    </message>
    <message>
        <source>Copy the list of these files with their reasons</source>
        <translation>Die Liste dieser Dateien mit ihren Gründen kopieren</translation>
    </message>
    <message>
        <source>Copy the track&apos;s file</source>
        <translation>Die Datei des Titels kopieren</translation>
    </message>
    <message>
        <source>Copy the track&apos;s path</source>
        <translation>Den Pfad des Titels kopieren</translation>
    </message>
    <message>
        <source>C♯ major</source>
        <translation>Cis-Dur</translation>
    </message>
    <message>
        <source>C♯ minor</source>
        <translation>cis-Moll</translation>
    </message>
    <message>
        <source>D major</source>
        <translation>D-Dur</translation>
    </message>
    <message>
        <source>D minor</source>
        <translation>d-Moll</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>Dark or light</source>
        <translation>Dunkel oder hell</translation>
    </message>
    <message>
        <source>Date added</source>
        <translation>Hinzugefügt am</translation>
    </message>
    <message>
        <source>Decode the picture on the graphics card</source>
        <translation>Das Bild auf der Grafikkarte dekodieren</translation>
    </message>
    <message>
        <source>Delete {size}</source>
        <translation>{size} löschen</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Einzelheiten</translation>
    </message>
    <message>
        <source>Details of this build are on the clipboard</source>
        <translation>Die Angaben zu diesem Build sind in der Zwischenablage</translation>
    </message>
    <message>
        <source>Dismiss the message</source>
        <translation>Die Meldung schließen</translation>
    </message>
    <message>
        <source>Download GPU support</source>
        <translation>GPU-Unterstützung herunterladen</translation>
    </message>
    <message>
        <source>Download GPU support ({size})</source>
        <translation>GPU-Unterstützung herunterladen ({size})</translation>
    </message>
    <message>
        <source>Downloading: {done} of {total} GB</source>
        <translation>Herunterladen: {done} von {total} GB</translation>
    </message>
    <message>
        <source>Drag to move the track; Alt keeps it from snapping to cuts</source>
        <translation>Ziehen verschiebt den Titel; mit Alt rastet er nicht an Schnitten ein</translation>
    </message>
    <message>
        <source>Drag to move the track; Alt makes it snap to cuts</source>
        <translation>Ziehen verschiebt den Titel; mit Alt rastet er an Schnitten ein</translation>
    </message>
    <message>
        <source>Drag to move this end of the range</source>
        <translation>Ziehen verschiebt dieses Ende des Bereichs</translation>
    </message>
    <message>
        <source>Drop a video here</source>
        <translation>Lege hier ein Video ab</translation>
    </message>
    <message>
        <source>Drop a video on the window to rank your tracks for it.</source>
        <translation>Lege ein Video auf dem Fenster ab, damit deine Titel dafür geordnet werden.</translation>
    </message>
    <message>
        <source>Drop a video, a music folder or music files</source>
        <translation>Lege ein Video, einen Musikordner oder Musikdateien ab</translation>
    </message>
    <message>
        <source>Drop a video: your own music is ranked by how well it fits, and plays in time with the picture.</source>
        <translation>Lege ein Video ab: Deine eigene Musik wird danach geordnet, wie gut sie passt, und spielt im Takt mit dem Bild.</translation>
    </message>
    <message>
        <source>Drop to add this music to your library</source>
        <translation>Loslassen, um diese Musik in die Bibliothek aufzunehmen</translation>
    </message>
    <message>
        <source>Drop to open the video</source>
        <translation>Loslassen, um das Video zu öffnen</translation>
    </message>
    <message>
        <source>Drop to open the video with this music</source>
        <translation>Loslassen, um das Video mit dieser Musik zu öffnen</translation>
    </message>
    <message>
        <source>Duck the music under speech</source>
        <translation>Die Musik unter Sprache absenken</translation>
    </message>
    <message>
        <source>E major</source>
        <translation>E-Dur</translation>
    </message>
    <message>
        <source>E minor</source>
        <translation>e-Moll</translation>
    </message>
    <message>
        <source>Eight tracks appear one after the other, ranked for the film.</source>
        <translation>Acht Titel erscheinen nacheinander, für den Film geordnet.</translation>
    </message>
    <message>
        <source>Empty the cache</source>
        <translation>Den Zwischenspeicher leeren</translation>
    </message>
    <message>
        <source>Empty the cache…</source>
        <translation>Zwischenspeicher leeren…</translation>
    </message>
    <message>
        <source>Emptying deletes the small copies of videos that scrubbing needs, and where somebody speaks in them. They are made anew when a video is opened. Library, ratings and settings are not touched.</source>
        <translation>Das Leeren löscht die kleinen Kopien von Videos, die das Ziehen über die Zeitleiste braucht, und wo in ihnen gesprochen wird. Sie entstehen neu, wenn ein Video geöffnet wird. Bibliothek, Bewertungen und Einstellungen bleiben unberührt.</translation>
    </message>
    <message>
        <source>End the range at the playhead</source>
        <translation>Den Bereich an der Abspielposition beenden</translation>
    </message>
    <message>
        <source>End the range here</source>
        <translation>Den Bereich hier beenden</translation>
    </message>
    <message>
        <source>End with the video</source>
        <translation>Mit dem Video enden</translation>
    </message>
    <message>
        <source>Energy</source>
        <translation>Energie</translation>
    </message>
    <message>
        <source>Enter or a click plays a track under the video.</source>
        <translation>Eingabetaste oder Klick spielt einen Titel unter dem Video.</translation>
    </message>
    <message>
        <source>Enter plays the track that is marked in the list.</source>
        <translation>Die Eingabetaste spielt den in der Liste markierten Titel.</translation>
    </message>
    <message>
        <source>Esc always leads out.</source>
        <translation>Esc führt immer hinaus.</translation>
    </message>
    <message>
        <source>Every command has a key, and every key can be changed: in the sheet that F1 opens.</source>
        <translation>Jeder Befehl hat eine Taste, und jede Taste lässt sich ändern: in der Übersicht, die F1 öffnet.</translation>
    </message>
    <message>
        <source>Every track is played at the same loudness, so that none is liked for being louder. The files are not changed.</source>
        <translation>Jeder Titel wird gleich laut gespielt, damit keiner gefällt, nur weil er lauter ist. Die Dateien werden nicht verändert.</translation>
    </message>
    <message>
        <source>Everything stays on this computer.</source>
        <translation>Alles bleibt auf diesem Computer.</translation>
    </message>
    <message>
        <source>Execution provider: {provider}</source>
        <translation>Gerechnet wird mit: {provider}</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>Export preview: the whole video</source>
        <translation>Vorschau exportieren: das ganze Video</translation>
    </message>
    <message>
        <source>Export preview…</source>
        <translation>Vorschau exportieren…</translation>
    </message>
    <message>
        <source>Export the video with the track under it</source>
        <translation>Das Video mit dem Titel darunter exportieren</translation>
    </message>
    <message>
        <source>Exported {count} preview</source>
        <translation>{count} Vorschau exportiert</translation>
    </message>
    <message>
        <source>Exported {count} previews</source>
        <translation>{count} Vorschauen exportiert</translation>
    </message>
    <message>
        <source>Exported {file}</source>
        <translation>{file} exportiert</translation>
    </message>
    <message>
        <source>Exporting {name}</source>
        <translation>{name} wird exportiert</translation>
    </message>
    <message>
        <source>Exporting {name}  ·  {count} more</source>
        <translation>{name} wird exportiert  ·  noch {count}</translation>
    </message>
    <message>
        <source>E♭ major</source>
        <translation>Es-Dur</translation>
    </message>
    <message>
        <source>E♭ minor</source>
        <translation>es-Moll</translation>
    </message>
    <message>
        <source>F major</source>
        <translation>F-Dur</translation>
    </message>
    <message>
        <source>F minor</source>
        <translation>f-Moll</translation>
    </message>
    <message>
        <source>Favourite</source>
        <translation>Favorit</translation>
    </message>
    <message>
        <source>Favourite or not</source>
        <translation>Favorit oder nicht</translation>
    </message>
    <message>
        <source>Favourites only</source>
        <translation>Nur Favoriten</translation>
    </message>
    <message>
        <source>File name</source>
        <translation>Dateiname</translation>
    </message>
    <message>
        <source>Files left out</source>
        <translation>Ausgelassene Dateien</translation>
    </message>
    <message>
        <source>Files left out and why</source>
        <translation>Ausgelassene Dateien und ihre Gründe</translation>
    </message>
    <message>
        <source>Files left out, and why</source>
        <translation>Ausgelassene Dateien, und warum</translation>
    </message>
    <message>
        <source>Filter: {filter}. Take it away</source>
        <translation>Filter: {filter}. Wegnehmen</translation>
    </message>
    <message>
        <source>Filters</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>Find a command or a key</source>
        <translation>Einen Befehl oder eine Taste finden</translation>
    </message>
    <message>
        <source>Find a part or a licence</source>
        <translation>Einen Bestandteil oder eine Lizenz finden</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>Passung</translation>
    </message>
    <message>
        <source>Fit by placement</source>
        <translation>Passung nach Stelle</translation>
    </message>
    <message>
        <source>Flip between A and B</source>
        <translation>Zwischen A und B umschalten</translation>
    </message>
    <message>
        <source>Flip between the pinned tracks</source>
        <translation>Zwischen den angehefteten Titeln umschalten</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>Folders</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>Forwards; again: faster</source>
        <translation>Vorwärts; noch einmal: schneller</translation>
    </message>
    <message>
        <source>F♯ major</source>
        <translation>Fis-Dur</translation>
    </message>
    <message>
        <source>F♯ minor</source>
        <translation>fis-Moll</translation>
    </message>
    <message>
        <source>G major</source>
        <translation>G-Dur</translation>
    </message>
    <message>
        <source>G minor</source>
        <translation>g-Moll</translation>
    </message>
    <message>
        <source>GPU support</source>
        <translation>GPU-Unterstützung</translation>
    </message>
    <message>
        <source>GPU support is installed. It is used from the next start on.</source>
        <translation>Die GPU-Unterstützung ist installiert. Sie wird ab dem nächsten Start verwendet.</translation>
    </message>
    <message>
        <source>GPU support is installed: {size}.</source>
        <translation>Die GPU-Unterstützung ist installiert: {size}.</translation>
    </message>
    <message>
        <source>GPU support is not installed, so the processor computes. It is NVIDIA&apos;s own software, too large to come with the program: {size} on the disk, and {needed} have to be free to install it.</source>
        <translation>Die GPU-Unterstützung ist nicht installiert, darum rechnet der Prozessor. Sie ist NVIDIAs eigene Software und zu groß, um mit dem Programm zu kommen: {size} auf der Festplatte, und zum Installieren müssen {needed} frei sein.</translation>
    </message>
    <message>
        <source>GPU support is not installed; {size} of it have come.</source>
        <translation>Die GPU-Unterstützung ist nicht installiert; {size} davon sind schon da.</translation>
    </message>
    <message>
        <source>GPU support: how far it is</source>
        <translation>GPU-Unterstützung: wie weit sie ist</translation>
    </message>
    <message>
        <source>General</source>
        <translation>Allgemein</translation>
    </message>
    <message>
        <source>Getting ready…</source>
        <translation>Wird vorbereitet…</translation>
    </message>
    <message>
        <source>Give every command its first keys</source>
        <translation>Jedem Befehl seine ursprünglichen Tasten geben</translation>
    </message>
    <message>
        <source>Go on listening to the library</source>
        <translation>Die Bibliothek weiter anhören</translation>
    </message>
    <message>
        <source>Goes on by itself when the machine is plugged in again.</source>
        <translation>Geht von selbst weiter, wenn das Gerät wieder am Strom hängt.</translation>
    </message>
    <message>
        <source>Hear both sounds</source>
        <translation>Beide Töne hören</translation>
    </message>
    <message>
        <source>Hear only the music</source>
        <translation>Nur die Musik hören</translation>
    </message>
    <message>
        <source>Hear only the original sound</source>
        <translation>Nur den Originalton hören</translation>
    </message>
    <message>
        <source>Hear the first tracks in turn, or stop</source>
        <translation>Die ersten Titel der Reihe nach hören, oder aufhören</translation>
    </message>
    <message>
        <source>Hear the first {count} track in turn</source>
        <translation>Den ersten {count} Titel hören</translation>
    </message>
    <message>
        <source>Hear the first {count} tracks in turn</source>
        <translation>Die ersten {count} Titel der Reihe nach hören</translation>
    </message>
    <message>
        <source>Hold; with J or L: frame by frame</source>
        <translation>Anhalten; mit J oder L: Bild für Bild</translation>
    </message>
    <message>
        <source>Homepage</source>
        <translation>Website</translation>
    </message>
    <message>
        <source>How far the music is turned down</source>
        <translation>Wie weit die Musik abgesenkt wird</translation>
    </message>
    <message>
        <source>How long a tour is, and how much of each track</source>
        <translation>Wie lang ein Rundgang ist und wie viel von jedem Titel</translation>
    </message>
    <message>
        <source>How long coming back takes</source>
        <translation>Wie lange das Zurückkommen dauert</translation>
    </message>
    <message>
        <source>How long turning down takes</source>
        <translation>Wie lange das Absenken dauert</translation>
    </message>
    <message>
        <source>How much later (+) or earlier (−) the track lies than suggested</source>
        <translation>Wie viel später (+) oder früher (−) der Titel liegt als vorgeschlagen</translation>
    </message>
    <message>
        <source>How the music gives way to speech is set beside the volumes, where it is heard at once.</source>
        <translation>Wie die Musik der Sprache weicht, wird neben den Lautstärken eingestellt, wo man es gleich hört.</translation>
    </message>
    <message>
        <source>How the tour goes</source>
        <translation>Wie der Rundgang geht</translation>
    </message>
    <message>
        <source>How well the track fits wherever it is placed. Click: {entry}</source>
        <translation>Wie gut der Titel passt, wo immer er liegt. Klick: {entry}</translation>
    </message>
    <message>
        <source>In use now: the NVIDIA card, by CUDA.</source>
        <translation>Jetzt im Einsatz: die NVIDIA-Karte, über CUDA.</translation>
    </message>
    <message>
        <source>In use now: the processor.</source>
        <translation>Jetzt im Einsatz: der Prozessor.</translation>
    </message>
    <message>
        <source>It contains work of many others. Their licences, and where the source code of every part is to be had, lie on the page Licences.</source>
        <translation>Darin steckt die Arbeit vieler anderer. Ihre Lizenzen, und wo der Quelltext jedes Bestandteils zu haben ist, stehen auf der Seite Lizenzen.</translation>
    </message>
    <message>
        <source>Kept with the track, wherever its file goes.</source>
        <translation>Bleibt beim Titel, wohin seine Datei auch kommt.</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Tonart</translation>
    </message>
    <message>
        <source>Keys</source>
        <comment>of the keyboard</comment>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>Lassen</translation>
    </message>
    <message>
        <source>Leave the cache as it is</source>
        <translation>Den Zwischenspeicher lassen, wie er ist</translation>
    </message>
    <message>
        <source>Leave the key where it is</source>
        <translation>Die Taste lassen, wo sie ist</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>Länge</translation>
    </message>
    <message>
        <source>Length of the video: {length}</source>
        <translation>Länge des Videos: {length}</translation>
    </message>
    <message>
        <source>Levels</source>
        <translation>Pegel</translation>
    </message>
    <message>
        <source>Levels and ducking</source>
        <translation>Pegel und Absenkung</translation>
    </message>
    <message>
        <source>Levels and ducking, in the window</source>
        <translation>Pegel und Absenkung, im Fenster</translation>
    </message>
    <message>
        <source>Levels and ducking…</source>
        <translation>Pegel und Absenkung…</translation>
    </message>
    <message>
        <source>Library</source>
        <translation>Bibliothek</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>Lizenz</translation>
    </message>
    <message>
        <source>Licences</source>
        <translation>Lizenzen</translation>
    </message>
    <message>
        <source>Licences and source code</source>
        <translation>Lizenzen und Quelltext</translation>
    </message>
    <message>
        <source>Licences and source code of all parts</source>
        <translation>Lizenzen und Quelltext aller Bestandteile</translation>
    </message>
    <message>
        <source>Licences of all parts</source>
        <translation>Lizenzen aller Bestandteile</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Like the desktop</source>
        <translation>Wie die Arbeitsumgebung</translation>
    </message>
    <message>
        <source>Listening</source>
        <comment>to the library</comment>
        <translation>Anhören</translation>
    </message>
    <message>
        <source>Listening and looking are computed with</source>
        <translation>Gehört und geschaut wird mit</translation>
    </message>
    <message>
        <source>Listening for speech…</source>
        <translation>Sprache wird gesucht…</translation>
    </message>
    <message>
        <source>Listening goes on</source>
        <translation>Das Anhören geht weiter</translation>
    </message>
    <message>
        <source>Listening in full</source>
        <translation>Wird ganz angehört</translation>
    </message>
    <message>
        <source>Listening is paused</source>
        <translation>Das Anhören pausiert</translation>
    </message>
    <message>
        <source>Listening to the library</source>
        <translation>Anhören der Bibliothek</translation>
    </message>
    <message>
        <source>Listening to the library is paused</source>
        <translation>Das Anhören der Bibliothek pausiert</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>Protokoll</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>Erneut nachsehen</translation>
    </message>
    <message>
        <source>Look again at the music folders</source>
        <translation>Die Musikordner erneut durchsehen</translation>
    </message>
    <message>
        <source>Look again at what the folders hold</source>
        <translation>Erneut nachsehen, was in den Ordnern ist</translation>
    </message>
    <message>
        <source>Look at the picture again</source>
        <translation>Das Bild erneut ansehen</translation>
    </message>
    <message>
        <source>Look for devices again</source>
        <translation>Erneut nach Geräten suchen</translation>
    </message>
    <message>
        <source>Look for updates when the program starts, once a week</source>
        <translation>Beim Start des Programms nach Aktualisierungen suchen, einmal in der Woche</translation>
    </message>
    <message>
        <source>Looking at the folder</source>
        <translation>Der Ordner wird durchgesehen</translation>
    </message>
    <message>
        <source>Looking at the music folders…</source>
        <translation>Die Musikordner werden durchgesehen…</translation>
    </message>
    <message>
        <source>Looking at the picture</source>
        <translation>Das Bild wird angesehen</translation>
    </message>
    <message>
        <source>Looking at the picture  {percent}%</source>
        <translation>Das Bild wird angesehen  {percent}&#xa0;%</translation>
    </message>
    <message>
        <source>Looking at {name}</source>
        <translation>{name} wird angesehen</translation>
    </message>
    <message>
        <source>Looking for an NVIDIA card…</source>
        <translation>Eine NVIDIA-Karte wird gesucht…</translation>
    </message>
    <message>
        <source>Looking for music…</source>
        <translation>Musik wird gesucht…</translation>
    </message>
    <message>
        <source>Looking for updates…</source>
        <translation>Aktualisierungen werden gesucht…</translation>
    </message>
    <message>
        <source>Looking through {where}: {count} track so far</source>
        <translation>{where} wird durchgesehen: bisher {count} Titel</translation>
    </message>
    <message>
        <source>Looking through {where}: {count} tracks so far</source>
        <translation>{where} wird durchgesehen: bisher {count} Titel</translation>
    </message>
    <message>
        <source>Looking through {where}…</source>
        <translation>{where} wird durchgesehen…</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>Wird angesehen…</translation>
    </message>
    <message>
        <source>Loop the range</source>
        <translation>Den Bereich wiederholen</translation>
    </message>
    <message>
        <source>Loop the range, or the video</source>
        <translation>Den Bereich oder das Video wiederholen</translation>
    </message>
    <message>
        <source>Loop the video</source>
        <translation>Das Video wiederholen</translation>
    </message>
    <message>
        <source>Loudness</source>
        <translation>Lautheit</translation>
    </message>
    <message>
        <source>Loudness that tracks are matched to</source>
        <translation>Lautheit, auf die Titel gebracht werden</translation>
    </message>
    <message>
        <source>Making the demo</source>
        <translation>Die Demo wird erzeugt</translation>
    </message>
    <message>
        <source>Making the demo&apos;s music: {made} of {all}</source>
        <translation>Die Musik der Demo wird erzeugt: {made} von {all}</translation>
    </message>
    <message>
        <source>Making the demo…</source>
        <translation>Die Demo wird erzeugt…</translation>
    </message>
    <message>
        <source>Marking tracks</source>
        <translation>Titel bewerten</translation>
    </message>
    <message>
        <source>Match the tracks&apos; levels</source>
        <translation>Die Pegel der Titel angleichen</translation>
    </message>
    <message>
        <source>Message: {sentence}</source>
        <translation>Meldung: {sentence}</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>Verfahren</translation>
    </message>
    <message>
        <source>Model pack: {pack}</source>
        <translation>Modellpaket: {pack}</translation>
    </message>
    <message>
        <source>Mood</source>
        <translation>Stimmung</translation>
    </message>
    <message>
        <source>More is sooner done and leaves less of the processor to other programs.</source>
        <translation>Mehr ist früher fertig und lässt anderen Programmen weniger vom Prozessor.</translation>
    </message>
    <message>
        <source>Music</source>
        <comment>caption of the sliders: the track under the video</comment>
        <translation>Musik</translation>
    </message>
    <message>
        <source>Music folders</source>
        <translation>Musikordner</translation>
    </message>
    <message>
        <source>Music folders: {name}</source>
        <translation>Musikordner: {name}</translation>
    </message>
    <message>
        <source>Music folders…</source>
        <translation>Musikordner…</translation>
    </message>
    <message>
        <source>Music is read, never changed or moved.</source>
        <translation>Musik wird gelesen, nie verändert oder verschoben.</translation>
    </message>
    <message>
        <source>Music is read, never changed, moved or uploaded.</source>
        <translation>Musik wird gelesen, nie verändert, verschoben oder hochgeladen.</translation>
    </message>
    <message>
        <source>Music is read, never changed. Ratings and notes of a folder that is removed are kept.</source>
        <translation>Musik wird gelesen, nie verändert. Bewertungen und Notizen eines entfernten Ordners bleiben erhalten.</translation>
    </message>
    <message>
        <source>Mute the music</source>
        <translation>Die Musik stumm schalten</translation>
    </message>
    <message>
        <source>Mute the original sound</source>
        <translation>Den Originalton stumm schalten</translation>
    </message>
    <message>
        <source>NVIDIA card (CUDA)</source>
        <translation>NVIDIA-Karte (CUDA)</translation>
    </message>
    <message>
        <source>NVIDIA&apos;s driver is installed, but sees no card: {problem}.</source>
        <translation>NVIDIAs Treiber ist installiert, sieht aber keine Karte: {problem}.</translation>
    </message>
    <message>
        <source>NVIDIA&apos;s driver is not found on this computer. With an NVIDIA card, install its driver first; other cards are not used.</source>
        <translation>NVIDIAs Treiber ist auf diesem Computer nicht zu finden. Mit einer NVIDIA-Karte installiere zuerst ihren Treiber; andere Karten werden nicht verwendet.</translation>
    </message>
    <message>
        <source>Narrow the list down</source>
        <translation>Die Liste eingrenzen</translation>
    </message>
    <message>
        <source>Never suggest the track</source>
        <translation>Den Titel nie vorschlagen</translation>
    </message>
    <message>
        <source>Never suggest this</source>
        <translation>Diesen nie vorschlagen</translation>
    </message>
    <message>
        <source>New order  ·  Update</source>
        <comment>of the list</comment>
        <translation>Neue Reihenfolge  ·  Übernehmen</translation>
    </message>
    <message>
        <source>No action</source>
        <translation>Keine Aktion</translation>
    </message>
    <message>
        <source>No browser could be started; the page is {address}.</source>
        <translation>Es ließ sich kein Browser starten; die Seite ist {address}.</translation>
    </message>
    <message>
        <source>No file manager could be started to show {file}: it is in {folder}.</source>
        <translation>Es ließ sich keine Dateiverwaltung starten, um {file} zu zeigen: Die Datei liegt in {folder}.</translation>
    </message>
    <message>
        <source>No file manager could be started; the folder is {folder}.</source>
        <translation>Es ließ sich keine Dateiverwaltung starten; der Ordner ist {folder}.</translation>
    </message>
    <message>
        <source>No folder yet.</source>
        <translation>Noch kein Ordner.</translation>
    </message>
    <message>
        <source>No music folder</source>
        <translation>Kein Musikordner</translation>
    </message>
    <message>
        <source>No music found yet.</source>
        <translation>Noch keine Musik gefunden.</translation>
    </message>
    <message>
        <source>No music in this folder</source>
        <translation>Keine Musik in diesem Ordner</translation>
    </message>
    <message>
        <source>No sound device: playing silently</source>
        <translation>Kein Tongerät: Wiedergabe ohne Ton</translation>
    </message>
    <message>
        <source>No speech found</source>
        <translation>Keine Sprache gefunden</translation>
    </message>
    <message>
        <source>No video</source>
        <translation>Kein Video</translation>
    </message>
    <message>
        <source>None of these tracks sounds here.</source>
        <translation>Keiner dieser Titel klingt an dieser Stelle.</translation>
    </message>
    <message>
        <source>Not a favourite any more</source>
        <translation>Kein Favorit mehr</translation>
    </message>
    <message>
        <source>Not analysed</source>
        <translation>Nicht analysiert</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Jetzt nicht</translation>
    </message>
    <message>
        <source>Not there now: what is known of its tracks is kept. {folder}</source>
        <translation>Gerade nicht da: Was von seinen Titeln bekannt ist, bleibt erhalten. {folder}</translation>
    </message>
    <message>
        <source>Note</source>
        <comment>what somebody wrote of a track</comment>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>Nichts gefunden</translation>
    </message>
    <message>
        <source>Nothing is called that.</source>
        <translation>Nichts heißt so.</translation>
    </message>
    <message>
        <source>Nothing is pinned: press {pin} to pin the track you hear, then another one, and {flip} to flip.</source>
        <translation>Nichts ist angeheftet: {pin} heftet den Titel an, den du hörst, dann einen anderen, und {flip} schaltet um.</translation>
    </message>
    <message>
        <source>Off unless you switch it on. An update is told in one line, with a button to its page.</source>
        <translation>Aus, solange du es nicht einschaltest. Eine Aktualisierung wird in einer Zeile gemeldet, mit einem Knopf zu ihrer Seite.</translation>
    </message>
    <message>
        <source>Only files of this computer can be dropped here</source>
        <translation>Nur Dateien dieses Computers können hier abgelegt werden</translation>
    </message>
    <message>
        <source>Only this track is pinned: choose another one, or pin it with {pin}, and {flip} flips between the two.</source>
        <translation>Nur dieser Titel ist angeheftet: Wähle einen anderen oder hefte ihn mit {pin} an, dann schaltet {flip} zwischen beiden um.</translation>
    </message>
    <message>
        <source>Only while I am not at the machine</source>
        <translation>Nur wenn ich nicht am Gerät bin</translation>
    </message>
    <message>
        <source>Open a video</source>
        <translation>Ein Video öffnen</translation>
    </message>
    <message>
        <source>Open a video to hear tracks under it.</source>
        <translation>Öffne ein Video, um Titel darunter zu hören.</translation>
    </message>
    <message>
        <source>Open again what was open last</source>
        <translation>Wieder öffnen, was zuletzt offen war</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>Ordner öffnen</translation>
    </message>
    <message>
        <source>Open page</source>
        <translation>Seite öffnen</translation>
    </message>
    <message>
        <source>Open the licence at gnu.org in the browser</source>
        <translation>Die Lizenz auf gnu.org im Browser öffnen</translation>
    </message>
    <message>
        <source>Open the page of the update in the browser</source>
        <translation>Die Seite der Aktualisierung im Browser öffnen</translation>
    </message>
    <message>
        <source>Open the paper</source>
        <translation>Die Arbeit öffnen</translation>
    </message>
    <message>
        <source>Open the paper at arxiv.org in the browser</source>
        <translation>Die Arbeit auf arxiv.org im Browser öffnen</translation>
    </message>
    <message>
        <source>Open the part&apos;s homepage in the browser</source>
        <translation>Die Website des Bestandteils im Browser öffnen</translation>
    </message>
    <message>
        <source>Open video…</source>
        <translation>Video öffnen…</translation>
    </message>
    <message>
        <source>Open…</source>
        <translation>Öffnen…</translation>
    </message>
    <message>
        <source>Or just drop a video anywhere on this window.</source>
        <translation>Oder lege einfach irgendwo auf diesem Fenster ein Video ab.</translation>
    </message>
    <message>
        <source>Original</source>
        <comment>caption of the sliders: the video&apos;s own sound</comment>
        <translation>Original</translation>
    </message>
    <message>
        <source>Pack</source>
        <translation>Paket</translation>
    </message>
    <message>
        <source>Pack {pack}</source>
        <translation>Paket {pack}</translation>
    </message>
    <message>
        <source>Pages of the settings</source>
        <translation>Seiten der Einstellungen</translation>
    </message>
    <message>
        <source>Parts and their licences</source>
        <translation>Bestandteile und ihre Lizenzen</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Pause listening to the library</source>
        <translation>Das Anhören der Bibliothek unterbrechen</translation>
    </message>
    <message>
        <source>Pause listening to the library, or go on</source>
        <translation>Das Anhören der Bibliothek unterbrechen oder fortsetzen</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>Picture not analysed</source>
        <translation>Bild nicht analysiert</translation>
    </message>
    <message>
        <source>Picture: original</source>
        <translation>Bild: Original</translation>
    </message>
    <message>
        <source>Picture: original ({hardware})</source>
        <translation>Bild: Original ({hardware})</translation>
    </message>
    <message>
        <source>Picture: proxy</source>
        <translation>Bild: kleine Kopie</translation>
    </message>
    <message>
        <source>Picture: proxy ({hardware})</source>
        <translation>Bild: kleine Kopie ({hardware})</translation>
    </message>
    <message>
        <source>Pin</source>
        <comment>a track, to compare it</comment>
        <translation>Anheften</translation>
    </message>
    <message>
        <source>Pin the track you hear</source>
        <translation>Den Titel anheften, den du hörst</translation>
    </message>
    <message>
        <source>Pin the track you hear, or unpin it</source>
        <translation>Den Titel, den du hörst, anheften oder lösen</translation>
    </message>
    <message>
        <source>Place {number}</source>
        <comment>one of the best places of a track</comment>
        <translation>Stelle {number}</translation>
    </message>
    <message>
        <source>Placing the track</source>
        <translation>Den Titel platzieren</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>Abspielen</translation>
    </message>
    <message>
        <source>Play or hold</source>
        <translation>Abspielen oder anhalten</translation>
    </message>
    <message>
        <source>Playback</source>
        <translation>Wiedergabe</translation>
    </message>
    <message>
        <source>Playing</source>
        <translation>Wiedergabe</translation>
    </message>
    <message>
        <source>Playing on {device}.</source>
        <translation>Ausgabe auf {device}.</translation>
    </message>
    <message>
        <source>Playing {title}</source>
        <translation>{title} wird gespielt</translation>
    </message>
    <message>
        <source>Position: {time}</source>
        <comment>of the playhead</comment>
        <translation>Position: {time}</translation>
    </message>
    <message>
        <source>Press keys…</source>
        <translation>Tasten drücken…</translation>
    </message>
    <message>
        <source>Preview</source>
        <comment>where the video&apos;s picture is shown</comment>
        <translation>Vorschau</translation>
    </message>
    <message>
        <source>Privacy</source>
        <translation>Datenschutz</translation>
    </message>
    <message>
        <source>Privacy &amp; updates</source>
        <translation>Datenschutz und Aktualisierungen</translation>
    </message>
    <message>
        <source>Processor</source>
        <translation>Prozessor</translation>
    </message>
    <message>
        <source>Put the track where it was suggested</source>
        <translation>Den Titel an die vorgeschlagene Stelle legen</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>Range</source>
        <translation>Bereich</translation>
    </message>
    <message>
        <source>Range {range}</source>
        <translation>Bereich {range}</translation>
    </message>
    <message>
        <source>Ranked tracks</source>
        <translation>Geordnete Titel</translation>
    </message>
    <message>
        <source>Ranks your own music by how well it fits your video, and plays both in time.</source>
        <translation>Ordnet deine eigene Musik danach, wie gut sie zu deinem Video passt, und spielt beides im Takt.</translation>
    </message>
    <message>
        <source>Rate the track {rating} of 5</source>
        <translation>Den Titel mit {rating} von 5 bewerten</translation>
    </message>
    <message>
        <source>Rating</source>
        <translation>Bewertung</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>Bereit</translation>
    </message>
    <message>
        <source>Ready when your video is</source>
        <translation>Bereit, sobald dein Video es ist</translation>
    </message>
    <message>
        <source>Release</source>
        <comment>how long ducking takes to let the music come back</comment>
        <translation>Zurückkommen</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Remove GPU support</source>
        <translation>GPU-Unterstützung entfernen</translation>
    </message>
    <message>
        <source>Remove {folder} from the library</source>
        <translation>{folder} aus der Bibliothek nehmen</translation>
    </message>
    <message>
        <source>Removing GPU support</source>
        <translation>GPU-Unterstützung wird entfernt</translation>
    </message>
    <message>
        <source>Reset all</source>
        <comment>keys to the ones they came with</comment>
        <translation>Alle zurücksetzen</translation>
    </message>
    <message>
        <source>Reset all keys?</source>
        <translation>Alle Tasten zurücksetzen?</translation>
    </message>
    <message>
        <source>Reset to defaults</source>
        <translation>Auf Vorgaben zurücksetzen</translation>
    </message>
    <message>
        <source>Reversed</source>
        <comment>the order of the list</comment>
        <translation>Umgekehrt</translation>
    </message>
    <message>
        <source>Room on the disk</source>
        <translation>Platz auf der Festplatte</translation>
    </message>
    <message>
        <source>Search for less, or take a filter away.</source>
        <translation>Kürze die Suche oder entferne einen Filter.</translation>
    </message>
    <message>
        <source>Search the tracks</source>
        <translation>Die Titel durchsuchen</translation>
    </message>
    <message>
        <source>Search title, artist, album, file</source>
        <translation>Titel, Interpret, Album, Datei suchen</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Settings — TIVM Desktop</source>
        <translation>Einstellungen — TIVM Desktop</translation>
    </message>
    <message>
        <source>Show</source>
        <comment>in the file manager</comment>
        <translation>Zeigen</translation>
    </message>
    <message>
        <source>Show and change the keys</source>
        <translation>Die Tasten zeigen und ändern</translation>
    </message>
    <message>
        <source>Show in file manager</source>
        <translation>In der Dateiverwaltung zeigen</translation>
    </message>
    <message>
        <source>Show it in the file manager</source>
        <translation>In der Dateiverwaltung zeigen</translation>
    </message>
    <message>
        <source>Show the exported file</source>
        <translation>Die exportierte Datei zeigen</translation>
    </message>
    <message>
        <source>Show the new order</source>
        <translation>Die neue Reihenfolge zeigen</translation>
    </message>
    <message>
        <source>Show the track in the file manager</source>
        <translation>Den Titel in der Dateiverwaltung zeigen</translation>
    </message>
    <message>
        <source>Show what is never suggested, too</source>
        <translation>Auch zeigen, was nie vorgeschlagen wird</translation>
    </message>
    <message>
        <source>Show {file} in the file manager</source>
        <translation>{file} in der Dateiverwaltung zeigen</translation>
    </message>
    <message>
        <source>Show, add and remove music folders</source>
        <translation>Musikordner zeigen, hinzufügen und entfernen</translation>
    </message>
    <message>
        <source>Small copies of videos, and what else is made anew when it is wanted.</source>
        <translation>Kleine Kopien von Videos und was sonst neu entsteht, wenn es gebraucht wird.</translation>
    </message>
    <message>
        <source>Snap to cuts</source>
        <translation>An Schnitten einrasten</translation>
    </message>
    <message>
        <source>Snap to cuts or not</source>
        <translation>An Schnitten einrasten oder nicht</translation>
    </message>
    <message>
        <source>Something went wrong inside TIVM Desktop: {error}</source>
        <translation>In TIVM Desktop ist etwas schiefgegangen: {error}</translation>
    </message>
    <message>
        <source>Sort</source>
        <translation>Sortieren</translation>
    </message>
    <message>
        <source>Sort by</source>
        <translation>Sortieren nach</translation>
    </message>
    <message>
        <source>Sort the list</source>
        <translation>Die Liste sortieren</translation>
    </message>
    <message>
        <source>Sorted {order}</source>
        <translation>Sortiert {order}</translation>
    </message>
    <message>
        <source>Sound</source>
        <translation>Ton</translation>
    </message>
    <message>
        <source>Sound device</source>
        <translation>Tongerät</translation>
    </message>
    <message>
        <source>Sound device: {device}</source>
        <translation>Tongerät: {device}</translation>
    </message>
    <message>
        <source>Sound devices</source>
        <translation>Tongeräte</translation>
    </message>
    <message>
        <source>Sound: {device}</source>
        <translation>Ton: {device}</translation>
    </message>
    <message>
        <source>Source code of all parts</source>
        <translation>Quelltext aller Bestandteile</translation>
    </message>
    <message>
        <source>Speech in {count} place</source>
        <translation>Sprache an {count} Stelle</translation>
    </message>
    <message>
        <source>Speech in {count} places</source>
        <translation>Sprache an {count} Stellen</translation>
    </message>
    <message>
        <source>Speech pack</source>
        <translation>Paket zur Spracherkennung</translation>
    </message>
    <message>
        <source>Speed {speed}</source>
        <translation>Geschwindigkeit {speed}</translation>
    </message>
    <message>
        <source>Start</source>
        <comment>the page before there is a video</comment>
        <translation>Start</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Start</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Stop analysing the video, or put a message away</source>
        <translation>Die Analyse des Videos abbrechen oder eine Meldung wegräumen</translation>
    </message>
    <message>
        <source>Stop ducking the music under speech</source>
        <translation>Die Musik unter Sprache nicht mehr absenken</translation>
    </message>
    <message>
        <source>Stop looking at the picture</source>
        <translation>Das Bild nicht weiter ansehen</translation>
    </message>
    <message>
        <source>Stop the tour</source>
        <translation>Den Rundgang beenden</translation>
    </message>
    <message>
        <source>Storage</source>
        <translation>Speicherplatz</translation>
    </message>
    <message>
        <source>Suggest again</source>
        <translation>Wieder vorschlagen</translation>
    </message>
    <message>
        <source>System</source>
        <translation>System</translation>
    </message>
    <message>
        <source>System</source>
        <comment>the language of the system</comment>
        <translation>System</translation>
    </message>
    <message>
        <source>System default</source>
        <translation>Vorgabe des Systems</translation>
    </message>
    <message>
        <source>TIVM Desktop ended unexpectedly {when} while it was starting.</source>
        <translation>TIVM Desktop wurde {when} unerwartet beendet, während es startete.</translation>
    </message>
    <message>
        <source>TIVM Desktop ended unexpectedly {when} while {name} was playing.</source>
        <translation>TIVM Desktop wurde {when} unerwartet beendet, während {name} lief.</translation>
    </message>
    <message>
        <source>TIVM Desktop ended unexpectedly {when} with {name} open.</source>
        <translation>TIVM Desktop wurde {when} unerwartet beendet; {name} war offen.</translation>
    </message>
    <message>
        <source>TIVM Desktop ended unexpectedly {when}.</source>
        <translation>TIVM Desktop wurde {when} unerwartet beendet.</translation>
    </message>
    <message>
        <source>TIVM Desktop is free software under the GNU General Public License, version 3 or later: use it, study it, change it and pass it on. It comes without any warranty.</source>
        <translation>TIVM Desktop ist freie Software unter der GNU General Public License, Version 3 oder neuer: benutze, untersuche, ändere sie und gib sie weiter. Sie kommt ohne jede Gewährleistung.</translation>
    </message>
    <message>
        <source>TIVM Desktop {version} is out.</source>
        <translation>TIVM Desktop {version} ist erschienen.</translation>
    </message>
    <message>
        <source>TIVM Desktop {version} is the latest version.</source>
        <translation>TIVM Desktop {version} ist die neueste Version.</translation>
    </message>
    <message>
        <source>Tab moves between the controls.</source>
        <translation>Tab geht von einem Bedienelement zum nächsten.</translation>
    </message>
    <message>
        <source>Tags and note</source>
        <translation>Schlagwörter und Notiz</translation>
    </message>
    <message>
        <source>Tags and note…</source>
        <translation>Schlagwörter und Notiz…</translation>
    </message>
    <message>
        <source>Tags of your own, with commas between them</source>
        <translation>Deine eigenen Schlagwörter, durch Kommas getrennt</translation>
    </message>
    <message>
        <source>Tags, with commas between them</source>
        <translation>Schlagwörter, durch Kommas getrennt</translation>
    </message>
    <message>
        <source>Take it away</source>
        <comment>a filter</comment>
        <translation>Wegnehmen</translation>
    </message>
    <message>
        <source>Take it over</source>
        <translation>Übernehmen</translation>
    </message>
    <message>
        <source>Take it with you</source>
        <translation>Mitnehmen</translation>
    </message>
    <message>
        <source>Take the key over</source>
        <translation>Die Taste übernehmen</translation>
    </message>
    <message>
        <source>Take the rating away</source>
        <translation>Die Bewertung wegnehmen</translation>
    </message>
    <message>
        <source>Tempo</source>
        <translation>Tempo</translation>
    </message>
    <message>
        <source>Tension</source>
        <translation>Spannung</translation>
    </message>
    <message>
        <source>Text of the licence</source>
        <translation>Text der Lizenz</translation>
    </message>
    <message>
        <source>Text: {name}</source>
        <translation>Text: {name}</translation>
    </message>
    <message>
        <source>The NVIDIA card is not used: {why}.</source>
        <translation>Die NVIDIA-Karte wird nicht verwendet: {why}.</translation>
    </message>
    <message>
        <source>The aim is the method of</source>
        <translation>Das Ziel ist das Verfahren von</translation>
    </message>
    <message>
        <source>The best place: {entry}</source>
        <translation>Die beste Stelle: {entry}</translation>
    </message>
    <message>
        <source>The best track</source>
        <translation>Der beste Titel</translation>
    </message>
    <message>
        <source>The demo can&apos;t be made, its process ended unexpectedly: try again, or drop a video of your own.</source>
        <translation>Die Demo lässt sich nicht erzeugen, ihr Prozess endete unerwartet: Versuche es noch einmal, oder lege ein eigenes Video ab.</translation>
    </message>
    <message>
        <source>The demo is not made</source>
        <translation>Die Demo ist nicht entstanden</translation>
    </message>
    <message>
        <source>The demo is ready</source>
        <translation>Die Demo ist fertig</translation>
    </message>
    <message>
        <source>The first tracks appear as soon as video and music are analysed.</source>
        <translation>Die ersten Titel erscheinen, sobald Video und Musik analysiert sind.</translation>
    </message>
    <message>
        <source>The last track</source>
        <translation>Der letzte Titel</translation>
    </message>
    <message>
        <source>The music folders</source>
        <translation>Die Musikordner</translation>
    </message>
    <message>
        <source>The music is being made</source>
        <translation>Die Musik wird erzeugt</translation>
    </message>
    <message>
        <source>The program goes online only when you press a button that says so, or tick a box that does. A log of what it did lies in its folder, and goes nowhere.</source>
        <translation>Das Programm geht nur ins Netz, wenn du einen Knopf drückst, der das sagt, oder ein Kästchen ankreuzt, das es tut. Ein Protokoll dessen, was es tat, liegt in seinem Ordner und geht nirgendwohin.</translation>
    </message>
    <message>
        <source>The report is in the clipboard: paste it into a message. Nothing was sent anywhere.</source>
        <translation>Der Bericht ist in der Zwischenablage: Füge ihn in eine Nachricht ein. Gesendet wurde nichts.</translation>
    </message>
    <message>
        <source>The second best place: {entry}</source>
        <translation>Die zweitbeste Stelle: {entry}</translation>
    </message>
    <message>
        <source>The sound devices are known in a moment.</source>
        <translation>Die Tongeräte sind gleich bekannt.</translation>
    </message>
    <message>
        <source>The third best place: {entry}</source>
        <translation>Die drittbeste Stelle: {entry}</translation>
    </message>
    <message>
        <source>The tour is over.</source>
        <translation>Der Rundgang ist vorbei.</translation>
    </message>
    <message>
        <source>The track above</source>
        <translation>Der Titel darüber</translation>
    </message>
    <message>
        <source>The track below</source>
        <translation>Der Titel darunter</translation>
    </message>
    <message>
        <source>The track you choose appears here, where it enters under your video.</source>
        <translation>Der Titel, den du wählst, erscheint hier, an der Stelle, an der er unter deinem Video einsetzt.</translation>
    </message>
    <message>
        <source>The video comes back with its position, its range and the track under it, held until you play. Without this the empty window offers it, at one press.</source>
        <translation>Das Video kommt mit seiner Position, seinem Bereich und dem Titel darunter zurück, angehalten, bis du abspielst. Sonst bietet das leere Fenster es mit einem Klick an.</translation>
    </message>
    <message>
        <source>The video is listened through for speech once this is on.</source>
        <translation>Das Video wird nach Sprache durchgehört, sobald dies an ist.</translation>
    </message>
    <message>
        <source>The video plays; its tracks are ranked once it is analysed.</source>
        <translation>Das Video spielt; seine Titel werden geordnet, sobald es analysiert ist.</translation>
    </message>
    <message>
        <source>The video&apos;s picture</source>
        <translation>Das Bild des Videos</translation>
    </message>
    <message>
        <source>The waveform appears here once the track was heard in full.</source>
        <translation>Die Wellenform erscheint hier, sobald der Titel ganz angehört ist.</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Farbschema</translation>
    </message>
    <message>
        <source>There is no place number {number}</source>
        <translation>Eine Stelle Nummer {number} gibt es nicht</translation>
    </message>
    <message>
        <source>This build doesn&apos;t know where updates are published, so it can&apos;t look for any. Whoever gave it to you can tell.</source>
        <translation>Dieser Build weiß nicht, wo Aktualisierungen veröffentlicht werden, und kann darum nicht danach suchen. Wer ihn dir gegeben hat, kann es sagen.</translation>
    </message>
    <message>
        <source>This is TIVM Desktop {version}.</source>
        <translation>Dies ist TIVM Desktop {version}.</translation>
    </message>
    <message>
        <source>This is a checkout: the licences of its parts are collected when the program is packaged (./dev package). The program&apos;s own licence is below.</source>
        <translation>Dies ist ein Checkout: Die Lizenzen seiner Bestandteile werden gesammelt, wenn das Programm verpackt wird (./dev package). Die Lizenz des Programms selbst steht unten.</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>Zeitleiste</translation>
    </message>
    <message>
        <source>Timeline and placement</source>
        <translation>Zeitleiste und Stelle</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>To its best place number {number}</source>
        <translation>Zu seiner besten Stelle Nummer {number}</translation>
    </message>
    <message>
        <source>To the end</source>
        <translation>Zum Ende</translation>
    </message>
    <message>
        <source>To the start</source>
        <translation>Zum Anfang</translation>
    </message>
    <message>
        <source>To where the range begins</source>
        <translation>Dorthin, wo der Bereich beginnt</translation>
    </message>
    <message>
        <source>To where the range ends</source>
        <translation>Dorthin, wo der Bereich endet</translation>
    </message>
    <message>
        <source>Tour</source>
        <translation>Rundgang</translation>
    </message>
    <message>
        <source>Tour {place} of {count}</source>
        <comment>the second of ten tracks</comment>
        <translation>Rundgang {place} von {count}</translation>
    </message>
    <message>
        <source>Track</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>Tracks</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>Tracks are listened to while neither mouse nor keyboard is used. What you play, and tracks on the screen, always go first.</source>
        <translation>Titel werden angehört, während weder Maus noch Tastatur benutzt wird. Was du abspielst und was zu sehen ist, kommt immer zuerst.</translation>
    </message>
    <message>
        <source>Tracks at the same time</source>
        <translation>Titel gleichzeitig</translation>
    </message>
    <message>
        <source>Tracks can&apos;t be ranked</source>
        <translation>Titel lassen sich nicht ordnen</translation>
    </message>
    <message>
        <source>Tracks listened to at the same time</source>
        <translation>Gleichzeitig angehörte Titel</translation>
    </message>
    <message>
        <source>Try all again</source>
        <translation>Alle noch einmal versuchen</translation>
    </message>
    <message>
        <source>Try all files again that were left out</source>
        <translation>Alle ausgelassenen Dateien noch einmal versuchen</translation>
    </message>
    <message>
        <source>Try all these files again</source>
        <translation>Alle diese Dateien noch einmal versuchen</translation>
    </message>
    <message>
        <source>Try the demo</source>
        <translation>Die Demo ausprobieren</translation>
    </message>
    <message>
        <source>Try {file} again</source>
        <translation>{file} noch einmal versuchen</translation>
    </message>
    <message>
        <source>Trying {count} file again</source>
        <translation>{count} Datei wird noch einmal versucht</translation>
    </message>
    <message>
        <source>Trying {count} files again</source>
        <translation>{count} Dateien werden noch einmal versucht</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Unmute the music</source>
        <translation>Die Musik wieder einschalten</translation>
    </message>
    <message>
        <source>Unmute the original sound</source>
        <translation>Den Originalton wieder einschalten</translation>
    </message>
    <message>
        <source>Unpacking: {done} of {total} GB</source>
        <translation>Entpacken: {done} von {total} GB</translation>
    </message>
    <message>
        <source>Unpin {letter}</source>
        <translation>{letter} lösen</translation>
    </message>
    <message>
        <source>Unpin {letter}, the track you hear</source>
        <translation>{letter} lösen, den Titel, den du hörst</translation>
    </message>
    <message>
        <source>Update</source>
        <translation>Übernehmen</translation>
    </message>
    <message>
        <source>Updates</source>
        <translation>Aktualisierungen</translation>
    </message>
    <message>
        <source>Use {folder}</source>
        <translation>{folder} verwenden</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>Version {version} of {day} is published.</source>
        <translation>Version {version} vom {day} ist erschienen.</translation>
    </message>
    <message>
        <source>Video (*{suffix})</source>
        <translation>Video (*{suffix})</translation>
    </message>
    <message>
        <source>Video and music</source>
        <translation>Video und Musik</translation>
    </message>
    <message>
        <source>Videos ({patterns});;All files (*)</source>
        <translation>Videos ({patterns});;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Videos, music, ratings and notes stay on this computer. There is no account, nothing is uploaded, and nobody counts what you do.</source>
        <translation>Videos, Musik, Bewertungen und Notizen bleiben auf diesem Computer. Es gibt kein Konto, nichts wird hochgeladen, und niemand zählt, was du tust.</translation>
    </message>
    <message>
        <source>Vocals</source>
        <translation>Gesang</translation>
    </message>
    <message>
        <source>Volume of the music</source>
        <translation>Lautstärke der Musik</translation>
    </message>
    <message>
        <source>Volume of the original sound</source>
        <translation>Lautstärke des Originaltons</translation>
    </message>
    <message>
        <source>Wait while on battery</source>
        <translation>Im Akkubetrieb warten</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Wartet</translation>
    </message>
    <message>
        <source>Waiting: {why}</source>
        <translation>Wartet: {why}</translation>
    </message>
    <message>
        <source>Welcome</source>
        <translation>Willkommen</translation>
    </message>
    <message>
        <source>Welcome to TIVM Desktop</source>
        <translation>Willkommen bei TIVM Desktop</translation>
    </message>
    <message>
        <source>What computes</source>
        <translation>Womit gerechnet wird</translation>
    </message>
    <message>
        <source>What computes is known in a moment.</source>
        <translation>Womit gerechnet wird, ist gleich bekannt.</translation>
    </message>
    <message>
        <source>What is set in this window, and your keys.</source>
        <translation>Was in diesem Fenster eingestellt ist, und deine Tasten.</translation>
    </message>
    <message>
        <source>What picture and music are heard on.</source>
        <translation>Worauf Bild und Musik zu hören sind.</translation>
    </message>
    <message>
        <source>What streaming services level video at lies between −14 and −16 LUFS.</source>
        <translation>Streaming-Dienste bringen Video auf −16 bis −14 LUFS.</translation>
    </message>
    <message>
        <source>What the program did, for reports. It stays on this computer.</source>
        <translation>Was das Programm tat, für Berichte. Es bleibt auf diesem Computer.</translation>
    </message>
    <message>
        <source>What the windows are written in. Holds from the next start on.</source>
        <translation>Worin die Fenster geschrieben sind. Gilt ab dem nächsten Start.</translation>
    </message>
    <message>
        <source>What was dropped is not a file of this computer: save it to a folder and drop it from there.</source>
        <translation>Was abgelegt wurde, ist keine Datei dieses Computers: Speichere es in einem Ordner und lege es von dort ab.</translation>
    </message>
    <message>
        <source>What you play, and tracks on the screen, always go first. Stopping loses nothing.</source>
        <translation>Was du abspielst und was zu sehen ist, kommt immer zuerst. Anhalten verliert nichts.</translation>
    </message>
    <message>
        <source>When the library is listened to</source>
        <translation>Wann die Bibliothek angehört wird</translation>
    </message>
    <message>
        <source>Where is your music?</source>
        <translation>Wo ist deine Musik?</translation>
    </message>
    <message>
        <source>Where the card can&apos;t decode a video, the processor does, without being asked. Switch this off if pictures look broken. Holds from the next start on.</source>
        <translation>Wo die Karte ein Video nicht dekodieren kann, tut es der Prozessor, ohne gefragt zu werden. Schalte dies aus, wenn Bilder kaputt aussehen. Gilt ab dem nächsten Start.</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>Fenster</translation>
    </message>
    <message>
        <source>Write tags and a note</source>
        <translation>Schlagwörter und eine Notiz schreiben</translation>
    </message>
    <message>
        <source>You are back where you were.</source>
        <translation>Du bist wieder, wo du warst.</translation>
    </message>
    <message>
        <source>Your library is whole.</source>
        <translation>Deine Bibliothek ist unversehrt.</translation>
    </message>
    <message>
        <source>Your own music is ranked by how well it fits,
and plays in time with the picture.</source>
        <translation>Deine eigene Musik wird danach geordnet, wie gut sie passt,
und spielt im Takt mit dem Bild.</translation>
    </message>
    <message>
        <source>Your tags</source>
        <translation>Deine Schlagwörter</translation>
    </message>
    <message>
        <source>Your tracks, ranked</source>
        <translation>Deine Titel, geordnet</translation>
    </message>
    <message>
        <source>a checkout</source>
        <translation>ein Checkout</translation>
    </message>
    <message>
        <source>also never suggested</source>
        <translation>auch nie Vorgeschlagene</translation>
    </message>
    <message>
        <source>and {count} more: copy the list to see all</source>
        <translation>und {count} mehr: Kopiere die Liste, um alle zu sehen</translation>
    </message>
    <message>
        <source>any</source>
        <comment>a choice that filters nothing</comment>
        <translation>alle</translation>
    </message>
    <message>
        <source>at {time} where the range begins</source>
        <translation>bei {time}, wo der Bereich beginnt</translation>
    </message>
    <message>
        <source>being placed…</source>
        <translation>wird platziert…</translation>
    </message>
    <message>
        <source>bright</source>
        <translation>hell</translation>
    </message>
    <message>
        <source>by album</source>
        <translation>nach Album</translation>
    </message>
    <message>
        <source>by artist</source>
        <translation>nach Interpret</translation>
    </message>
    <message>
        <source>by brightness of mood</source>
        <translation>nach Helligkeit der Stimmung</translation>
    </message>
    <message>
        <source>by date added</source>
        <translation>nach Hinzufügedatum</translation>
    </message>
    <message>
        <source>by energy</source>
        <translation>nach Energie</translation>
    </message>
    <message>
        <source>by file name</source>
        <translation>nach Dateiname</translation>
    </message>
    <message>
        <source>by fit</source>
        <translation>nach Passung</translation>
    </message>
    <message>
        <source>by key</source>
        <translation>nach Tonart</translation>
    </message>
    <message>
        <source>by length</source>
        <translation>nach Länge</translation>
    </message>
    <message>
        <source>by loudness</source>
        <translation>nach Lautheit</translation>
    </message>
    <message>
        <source>by rating</source>
        <translation>nach Bewertung</translation>
    </message>
    <message>
        <source>by tempo</source>
        <translation>nach Tempo</translation>
    </message>
    <message>
        <source>by tension</source>
        <translation>nach Spannung</translation>
    </message>
    <message>
        <source>by title</source>
        <translation>nach Titel</translation>
    </message>
    <message>
        <source>by vocals</source>
        <translation>nach Gesang</translation>
    </message>
    <message>
        <source>by {artist}</source>
        <translation>von {artist}</translation>
    </message>
    <message>
        <source>calm</source>
        <translation>ruhig</translation>
    </message>
    <message>
        <source>can&apos;t be listened to</source>
        <translation>lässt sich nicht anhören</translation>
    </message>
    <message>
        <source>d MMM</source>
        <comment>a day of this year in the letters of QLocale</comment>
        <translation>d. MMM</translation>
    </message>
    <message>
        <source>d MMMM yyyy</source>
        <comment>a day in the letters of QLocale</comment>
        <translation>d. MMMM yyyy</translation>
    </message>
    <message>
        <source>dark</source>
        <translation>dunkel</translation>
    </message>
    <message>
        <source>driving</source>
        <translation>treibend</translation>
    </message>
    <message>
        <source>en</source>
        <comment>the code of the language of this translation, such as de or fr</comment>
        <translation>de</translation>
    </message>
    <message>
        <source>enters at its beginning</source>
        <translation>setzt an seinem Anfang ein</translation>
    </message>
    <message>
        <source>enters at {time} of the track</source>
        <translation>setzt bei {time} des Titels ein</translation>
    </message>
    <message>
        <source>enters {time} into the video</source>
        <translation>setzt {time} nach Beginn des Videos ein</translation>
    </message>
    <message>
        <source>favourite</source>
        <translation>Favorit</translation>
    </message>
    <message>
        <source>favourites</source>
        <translation>Favoriten</translation>
    </message>
    <message>
        <source>first {shown} of {total} shown</source>
        <translation>die ersten {shown} von {total} gezeigt</translation>
    </message>
    <message>
        <source>fit {fit} of 100</source>
        <translation>Passung {fit} von 100</translation>
    </message>
    <message>
        <source>from</source>
        <comment>in an empty field: the least</comment>
        <translation>von</translation>
    </message>
    <message>
        <source>from {least}</source>
        <comment>a quantity, with its unit</comment>
        <translation>ab {least}</translation>
    </message>
    <message>
        <source>in {folder}</source>
        <translation>in {folder}</translation>
    </message>
    <message>
        <source>instrumental</source>
        <translation>instrumental</translation>
    </message>
    <message>
        <source>its drop meets the picture&apos;s turn at {time}</source>
        <translation>sein Höhepunkt trifft bei {time} die Wende des Bildes</translation>
    </message>
    <message>
        <source>less than a minute left</source>
        <translation>weniger als eine Minute übrig</translation>
    </message>
    <message>
        <source>level as in the file</source>
        <translation>Pegel wie in der Datei</translation>
    </message>
    <message>
        <source>level matched {gain} dB</source>
        <translation>Pegel um {gain} dB angeglichen</translation>
    </message>
    <message>
        <source>level matched {gain} dB, {under} dB under the target</source>
        <translation>Pegel um {gain} dB angeglichen, {under} dB unter dem Ziel</translation>
    </message>
    <message>
        <source>listened to in parts</source>
        <translation>in Teilen angehört</translation>
    </message>
    <message>
        <source>meets {met} of {count} cut</source>
        <translation>trifft {met} von {count} Schnitt</translation>
    </message>
    <message>
        <source>meets {met} of {count} cuts</source>
        <translation>trifft {met} von {count} Schnitten</translation>
    </message>
    <message>
        <source>neither {low} nor {high}</source>
        <translation>weder {low} noch {high}</translation>
    </message>
    <message>
        <source>never suggested</source>
        <translation>nie vorgeschlagen</translation>
    </message>
    <message>
        <source>never suggested again</source>
        <translation>wird nie wieder vorgeschlagen</translation>
    </message>
    <message>
        <source>not listened to in full yet</source>
        <translation>noch nicht ganz angehört</translation>
    </message>
    <message>
        <source>not listened to yet</source>
        <translation>noch nicht angehört</translation>
    </message>
    <message>
        <source>of {length}</source>
        <translation>von {length}</translation>
    </message>
    <message>
        <source>on {day} at {time}</source>
        <translation>am {day} um {time}</translation>
    </message>
    <message>
        <source>pinned as {letter}</source>
        <translation>angeheftet als {letter}</translation>
    </message>
    <message>
        <source>rated {rating} of 5</source>
        <translation>mit {rating} von 5 bewertet</translation>
    </message>
    <message>
        <source>relaxed</source>
        <translation>entspannt</translation>
    </message>
    <message>
        <source>sung</source>
        <translation>gesungen</translation>
    </message>
    <message>
        <source>tense</source>
        <translation>angespannt</translation>
    </message>
    <message>
        <source>the flip button</source>
        <comment>in place of a key&apos;s name</comment>
        <translation>der Umschaltknopf</translation>
    </message>
    <message>
        <source>the pin button</source>
        <comment>in place of a key&apos;s name</comment>
        <translation>der Knopf zum Anheften</translation>
    </message>
    <message>
        <source>to</source>
        <comment>in an empty field: the most</comment>
        <translation>bis</translation>
    </message>
    <message>
        <source>today at {time}</source>
        <translation>heute um {time}</translation>
    </message>
    <message>
        <source>up to {most}</source>
        <comment>a quantity, with its unit</comment>
        <translation>bis {most}</translation>
    </message>
    <message>
        <source>wedding, rain</source>
        <comment>examples of tags of one&apos;s own</comment>
        <translation>Hochzeit, Regen</translation>
    </message>
    <message>
        <source>your music folders</source>
        <translation>deine Musikordner</translation>
    </message>
    <message>
        <source>{agreement} in step with the picture</source>
        <translation>{agreement} im Gleichlauf mit dem Bild</translation>
    </message>
    <message>
        <source>{by} frame</source>
        <translation>{by} Bild</translation>
    </message>
    <message>
        <source>{by} frames</source>
        <translation>{by} Bilder</translation>
    </message>
    <message>
        <source>{card}, {memory} GB of memory</source>
        <translation>{card}, {memory} GB Speicher</translation>
    </message>
    <message>
        <source>{command}: add a key</source>
        <translation>{command}: Taste hinzufügen</translation>
    </message>
    <message>
        <source>{command}: back to no key</source>
        <translation>{command}: wieder ohne Taste</translation>
    </message>
    <message>
        <source>{command}: back to {keys}</source>
        <translation>{command}: wieder {keys}</translation>
    </message>
    <message>
        <source>{command}: press the new keys, Esc to keep, Backspace to remove</source>
        <translation>{command}: die neuen Tasten drücken, Esc behält, Rücktaste entfernt</translation>
    </message>
    <message>
        <source>{command}: {key}, change</source>
        <translation>{command}: {key}, ändern</translation>
    </message>
    <message>
        <source>{count} bar of each</source>
        <comment>track</comment>
        <translation>{count} Takt von jedem</translation>
    </message>
    <message>
        <source>{count} bars of each</source>
        <comment>track</comment>
        <translation>{count} Takte von jedem</translation>
    </message>
    <message>
        <source>{count} cut</source>
        <translation>{count} Schnitt</translation>
    </message>
    <message>
        <source>{count} cuts</source>
        <translation>{count} Schnitte</translation>
    </message>
    <message>
        <source>{count} file left out: show why</source>
        <translation>{count} Datei ausgelassen: zeigen, warum</translation>
    </message>
    <message>
        <source>{count} files left out: show why</source>
        <translation>{count} Dateien ausgelassen: zeigen, warum</translation>
    </message>
    <message>
        <source>{count} found</source>
        <translation>{count} gefunden</translation>
    </message>
    <message>
        <source>{count} found</source>
        <comment>one track</comment>
        <translation>{count} gefunden</translation>
    </message>
    <message>
        <source>{count} left out</source>
        <comment>one file</comment>
        <translation>{count} ausgelassen</translation>
    </message>
    <message>
        <source>{count} left out</source>
        <translation>{count} ausgelassen</translation>
    </message>
    <message>
        <source>{count} music folder</source>
        <translation>{count} Musikordner</translation>
    </message>
    <message>
        <source>{count} music folders</source>
        <translation>{count} Musikordner</translation>
    </message>
    <message>
        <source>{count} new  ·  Update</source>
        <comment>tracks</comment>
        <translation>{count} neu  ·  Übernehmen</translation>
    </message>
    <message>
        <source>{count} new  ·  Update</source>
        <comment>one track</comment>
        <translation>{count} neu  ·  Übernehmen</translation>
    </message>
    <message>
        <source>{count} part, each under its own licence.</source>
        <translation>{count} Bestandteil, jeder unter seiner eigenen Lizenz.</translation>
    </message>
    <message>
        <source>{count} parts, each under its own licence.</source>
        <translation>{count} Bestandteile, jeder unter seiner eigenen Lizenz.</translation>
    </message>
    <message>
        <source>{count} ranked</source>
        <translation>{count} geordnet</translation>
    </message>
    <message>
        <source>{count} ranked</source>
        <comment>one track</comment>
        <translation>{count} geordnet</translation>
    </message>
    <message>
        <source>{count} track</source>
        <translation>{count} Titel</translation>
    </message>
    <message>
        <source>{count} track found</source>
        <translation>{count} Titel gefunden</translation>
    </message>
    <message>
        <source>{count} track in {where}</source>
        <translation>{count} Titel in {where}</translation>
    </message>
    <message>
        <source>{count} track, all listened to.</source>
        <translation>{count} Titel, ganz angehört.</translation>
    </message>
    <message>
        <source>{count} track: {ranked} can be ranked, {full} are listened to in full.</source>
        <translation>{count} Titel: {ranked} kann geordnet werden, {full} ist ganz angehört.</translation>
    </message>
    <message>
        <source>{count} tracks</source>
        <translation>{count} Titel</translation>
    </message>
    <message>
        <source>{count} tracks found</source>
        <translation>{count} Titel gefunden</translation>
    </message>
    <message>
        <source>{count} tracks in {where}</source>
        <translation>{count} Titel in {where}</translation>
    </message>
    <message>
        <source>{count} tracks, all listened to.</source>
        <translation>{count} Titel, alle angehört.</translation>
    </message>
    <message>
        <source>{count} tracks: {ranked} can be ranked, {full} are listened to in full.</source>
        <translation>{count} Titel: {ranked} können geordnet werden, {full} sind ganz angehört.</translation>
    </message>
    <message>
        <source>{days} days left</source>
        <translation>noch {days} Tage</translation>
    </message>
    <message>
        <source>{device} (not there)</source>
        <translation>{device} (nicht da)</translation>
    </message>
    <message>
        <source>{done} of {all}</source>
        <comment>tracks</comment>
        <translation>{done} von {all}</translation>
    </message>
    <message>
        <source>{file} can&apos;t be read ({why}): install the program again.</source>
        <translation>{file} kann nicht gelesen werden ({why}): Installiere das Programm neu.</translation>
    </message>
    <message>
        <source>{file} is not there: it may have been moved or its drive unplugged.</source>
        <translation>{file} ist nicht da: Vielleicht wurde die Datei verschoben oder ihr Laufwerk getrennt.</translation>
    </message>
    <message>
        <source>{folder} is in the library: looking again</source>
        <translation>{folder} ist in der Bibliothek: wird erneut durchgesehen</translation>
    </message>
    <message>
        <source>{folder} is not in the library any more; its ratings and notes are kept.</source>
        <translation>{folder} ist nicht mehr in der Bibliothek; Bewertungen und Notizen bleiben erhalten.</translation>
    </message>
    <message>
        <source>{folder}: open folder</source>
        <translation>{folder}: Ordner öffnen</translation>
    </message>
    <message>
        <source>{hours} h left</source>
        <translation>noch {hours} h</translation>
    </message>
    <message>
        <source>{key} is “{command}”.</source>
        <translation>{key} ist „{command}“.</translation>
    </message>
    <message>
        <source>{least} to {most}</source>
        <translation>{least} bis {most}</translation>
    </message>
    <message>
        <source>{minutes} min left</source>
        <translation>noch {minutes} min</translation>
    </message>
    <message>
        <source>{name} could not be exported, something went wrong inside: {error}</source>
        <translation>{name} konnte nicht exportiert werden, innen ging etwas schief: {error}</translation>
    </message>
    <message>
        <source>{name} is analysed</source>
        <translation>{name} ist analysiert</translation>
    </message>
    <message>
        <source>{name} is not where it was.</source>
        <translation>{name} ist nicht, wo es war.</translation>
    </message>
    <message>
        <source>{name} is not where it was: plug its drive in, or open it where it is now.</source>
        <translation>{name} ist nicht, wo es war: Schließe das Laufwerk an, oder öffne es, wo es jetzt ist.</translation>
    </message>
    <message>
        <source>{name} is open, {count} other video was left out: drop one at a time.</source>
        <translation>{name} ist offen, {count} anderes Video wurde ausgelassen: Lege eines nach dem anderen ab.</translation>
    </message>
    <message>
        <source>{name} is open, {count} other videos were left out: drop one at a time.</source>
        <translation>{name} ist offen, {count} andere Videos wurden ausgelassen: Lege eines nach dem anderen ab.</translation>
    </message>
    <message>
        <source>{name} was not brought back.</source>
        <translation>{name} wurde nicht zurückgebracht.</translation>
    </message>
    <message>
        <source>{order}, reversed</source>
        <translation>{order}, umgekehrt</translation>
    </message>
    <message>
        <source>{percent}%</source>
        <translation>{percent}&#xa0;%</translation>
    </message>
    <message>
        <source>{position} of {length}</source>
        <translation>{position} von {length}</translation>
    </message>
    <message>
        <source>{position} of {length}, range {range}</source>
        <translation>{position} von {length}, Bereich {range}</translation>
    </message>
    <message>
        <source>{position} of {length}, range {range} over and over</source>
        <translation>{position} von {length}, Bereich {range} immer wieder</translation>
    </message>
    <message>
        <source>{quantity}, from</source>
        <translation>{quantity}, von</translation>
    </message>
    <message>
        <source>{quantity}, to</source>
        <translation>{quantity}, bis</translation>
    </message>
    <message>
        <source>{section}: reset to defaults</source>
        <translation>{section}: auf Vorgaben zurücksetzen</translation>
    </message>
    <message>
        <source>{shown} of {total} found</source>
        <translation>{shown} von {total} gefunden</translation>
    </message>
    <message>
        <source>{shown} of {total} shown</source>
        <translation>{shown} von {total} gezeigt</translation>
    </message>
    <message>
        <source>{size} are free again. From the next start on the processor computes.</source>
        <translation>{size} sind wieder frei. Ab dem nächsten Start rechnet der Prozessor.</translation>
    </message>
    <message>
        <source>{size} freed.</source>
        <translation>{size} freigegeben.</translation>
    </message>
    <message>
        <source>{stars} or more</source>
        <translation>{stars} oder mehr</translation>
    </message>
    <message>
        <source>{tempo} beats a minute</source>
        <translation>{tempo} Schläge pro Minute</translation>
    </message>
    <message>
        <source>{title} can be marked once it was listened to.</source>
        <translation>{title} kann bewertet werden, sobald er angehört wurde.</translation>
    </message>
    <message>
        <source>{title} is never suggested again. The file stays where it is.</source>
        <translation>{title} wird nie wieder vorgeschlagen. Die Datei bleibt, wo sie ist.</translation>
    </message>
    <message>
        <source>{title} is not rated</source>
        <translation>{title} ist nicht bewertet</translation>
    </message>
    <message>
        <source>{title} is pinned as {letter}</source>
        <translation>{title} ist als {letter} angeheftet</translation>
    </message>
    <message>
        <source>{title} is unpinned</source>
        <translation>{title} ist gelöst</translation>
    </message>
    <message>
        <source>{title}: {rating} of 5</source>
        <translation>{title}: {rating} von 5</translation>
    </message>
    <message>
        <source>{total} commands, all with the keys they came with.</source>
        <translation>{total} Befehle, alle mit ihren ursprünglichen Tasten.</translation>
    </message>
    <message>
        <source>{total} commands, {count} of them with keys of your own.</source>
        <translation>{total} Befehle, {count} davon mit eigenen Tasten.</translation>
    </message>
    <message>
        <source>{tracks} for {range}</source>
        <comment>a range of the video</comment>
        <translation>{tracks} für {range}</translation>
    </message>
    <message>
        <source>{tracks} {order}</source>
        <comment>10 ranked, by title</comment>
        <translation>{tracks} {order}</translation>
    </message>
    <message>
        <source>{width} × {height}   {rate} fps   {length}</source>
        <comment>facts of a video</comment>
        <translation>{width} × {height}   {rate} fps   {length}</translation>
    </message>
</context>
<context>
    <name>sentences</name>
    <message>
        <source>A file of GPU support is damaged ({error}): get it anew.</source>
        <translation>Eine Datei der GPU-Unterstützung ist beschädigt ({error}): Hole sie neu.</translation>
    </message>
    <message>
        <source>A range of {name} can&apos;t begin at {start} and end at {end}; choose an end after the start ({name2} is {length} long).</source>
        <translation>Ein Bereich von {name} kann nicht bei {start} beginnen und bei {end} enden; wähle ein Ende nach dem Anfang ({name2} ist {length} lang).</translation>
    </message>
    <message>
        <source>CUDA was asked for, but its session fell back to the processor ({why}); see to that (`tivm doctor` names every piece), or choose the provider cpu.</source>
        <translation>CUDA wurde verlangt, aber seine Sitzung wich auf den Prozessor aus ({why}); sieh danach (`tivm doctor` nennt jedes Stück) oder wähle den Provider cpu.</translation>
    </message>
    <message>
        <source>CUDA was asked for, but {missing}, or choose the provider cpu.</source>
        <translation>CUDA wurde verlangt, aber {missing}, oder wähle den Provider cpu.</translation>
    </message>
    <message>
        <source>CUDA was asked for, but {no_driver}, or choose the provider cpu.</source>
        <translation>CUDA wurde verlangt, aber {no_driver}, oder wähle den Provider cpu.</translation>
    </message>
    <message>
        <source>CUDA {{}}.{{}}</source>
        <translation>CUDA {{}}.{{}}</translation>
    </message>
    <message>
        <source>Entry {place} of {path} has no `{key}`; give {wanted}.</source>
        <translation>Eintrag {place} von {path} hat kein `{key}`; gib {wanted} an.</translation>
    </message>
    <message>
        <source>Entry {place} of {path} is not an object; give {wanted}.</source>
        <translation>Eintrag {place} von {path} ist kein Objekt; gib {wanted} an.</translation>
    </message>
    <message>
        <source>From {start} to {end} is too short a range of {name}; choose at least a second of it ({name2} is {length} long).</source>
        <translation>Von {start} bis {end} ist ein zu kurzer Bereich von {name}; wähle mindestens eine Sekunde davon ({name2} ist {length} lang).</translation>
    </message>
    <message>
        <source>GPU support</source>
        <translation>GPU-Unterstützung</translation>
    </message>
    <message>
        <source>GPU support came after the program had begun: start it again</source>
        <translation>die GPU-Unterstützung kam erst nach dem Start des Programms: Starte es noch einmal</translation>
    </message>
    <message>
        <source>GPU support can&apos;t be loaded and is not used ({why}): {get_anew}</source>
        <translation>Die GPU-Unterstützung lässt sich nicht laden und wird nicht verwendet ({why}): {get_anew}</translation>
    </message>
    <message>
        <source>GPU support has it (`tivm gpu install`)</source>
        <translation>die GPU-Unterstützung enthält es (`tivm gpu install`)</translation>
    </message>
    <message>
        <source>GPU support is being installed or removed already: wait for that.</source>
        <translation>Die GPU-Unterstützung wird schon installiert oder entfernt: Warte darauf.</translation>
    </message>
    <message>
        <source>GPU support is damaged and is not used, {why}: {get_anew}</source>
        <translation>Die GPU-Unterstützung ist beschädigt und wird nicht verwendet, {why}: {get_anew}</translation>
    </message>
    <message>
        <source>GPU support is not installed</source>
        <translation>die GPU-Unterstützung ist nicht installiert</translation>
    </message>
    <message>
        <source>GPU support is that of another version of TIVM Desktop and is not used: get it anew (`tivm gpu install`, or Settings, Computing)</source>
        <translation>Die GPU-Unterstützung gehört zu einer anderen Version von TIVM Desktop und wird nicht verwendet: Hole sie neu (`tivm gpu install` oder Einstellungen, Berechnung)</translation>
    </message>
    <message>
        <source>GPU support needs {value} GB and the drive of {root} has {value2} GB free: free some space and try again.</source>
        <translation>Die GPU-Unterstützung braucht {value} GB, und auf dem Laufwerk von {root} sind {value2} GB frei: Schaffe Platz und versuche es noch einmal.</translation>
    </message>
    <message>
        <source>No catalogue is attached from {folder}; `tivm library attached` lists them.</source>
        <translation>Von {folder} ist kein Katalog eingebunden; `tivm library attached` zählt die eingebundenen auf.</translation>
    </message>
    <message>
        <source>No file gives the {side} column {value}; the columns that files give are {join}.</source>
        <translation>Keine Datei liefert die {side}-Spalte {value}; Dateien liefern diese Spalten: {join}.</translation>
    </message>
    <message>
        <source>No small copy of the picture can be kept in {parent} ({reason}), so dragging over the timeline shows fewer pictures: {remedy}.</source>
        <translation>In {parent} kann keine kleine Kopie des Bildes aufgehoben werden ({reason}), darum zeigt das Ziehen über die Zeitleiste weniger Bilder: {remedy}.</translation>
    </message>
    <message>
        <source>No sound device was found, so playback is silent until you connect or switch one on.</source>
        <translation>Es wurde kein Tongerät gefunden, darum ist die Wiedergabe stumm, bis du eines anschließt oder einschaltest.</translation>
    </message>
    <message>
        <source>Playback failed for an unknown reason: press play to try again.</source>
        <translation>Die Wiedergabe ist aus unbekanntem Grund ausgefallen: Drücke auf Abspielen, um es noch einmal zu versuchen.</translation>
    </message>
    <message>
        <source>Some known tracks can&apos;t be ranked now; look at the folders again, or restart the program.</source>
        <translation>Einige bekannte Titel lassen sich gerade nicht ordnen; sieh die Ordner erneut durch oder starte das Programm neu.</translation>
    </message>
    <message>
        <source>TIVM Desktop&apos;s folder {name} is missing: install the program again.</source>
        <translation>Der Ordner {name} von TIVM Desktop fehlt: Installiere das Programm neu.</translation>
    </message>
    <message>
        <source>The analysis of {name} was given up; run the command again.</source>
        <translation>Die Analyse von {name} wurde aufgegeben; führe den Befehl noch einmal aus.</translation>
    </message>
    <message>
        <source>The connection ended early: try again, and it goes on from where it ended.</source>
        <translation>Die Verbindung brach ab: Versuche es noch einmal, es geht dort weiter, wo sie abbrach.</translation>
    </message>
    <message>
        <source>The connection to {host} ended early; try again.</source>
        <translation>Die Verbindung zu {host} brach ab; versuche es noch einmal.</translation>
    </message>
    <message>
        <source>The copy of the catalogue in {folder} can&apos;t be deleted ({strerror}); end the program and detach it once more.</source>
        <translation>Die Kopie des Katalogs in {folder} kann nicht gelöscht werden ({strerror}); beende das Programm und löse ihn noch einmal.</translation>
    </message>
    <message>
        <source>The demo can&apos;t be made in {folder}: {why}.</source>
        <translation>Die Demo kann nicht in {folder} erzeugt werden: {why}.</translation>
    </message>
    <message>
        <source>The drive of {parent} is full: free some space and try again.</source>
        <translation>Das Laufwerk von {parent} ist voll: Schaffe Platz und versuche es noch einmal.</translation>
    </message>
    <message>
        <source>The drive of {root} is full: free some space and try again.</source>
        <translation>Das Laufwerk von {root} ist voll: Schaffe Platz und versuche es noch einmal.</translation>
    </message>
    <message>
        <source>The folder {folder} can&apos;t be made ({value}); choose one with --profile DIR.</source>
        <translation>Der Ordner {folder} kann nicht angelegt werden ({value}); wähle einen mit --profile DIR.</translation>
    </message>
    <message>
        <source>The folder {folder} can&apos;t be read ({value}); check the disk it is on.</source>
        <translation>Der Ordner {folder} kann nicht gelesen werden ({value}); prüfe die Festplatte, auf der er liegt.</translation>
    </message>
    <message>
        <source>The folder {folder} does not answer; check the drive or the network it is on.</source>
        <translation>Der Ordner {folder} antwortet nicht; prüfe das Laufwerk oder das Netz, auf dem er liegt.</translation>
    </message>
    <message>
        <source>The folder {folder} is not there any more; choose the music folder again.</source>
        <translation>Der Ordner {folder} ist nicht mehr da; wähle den Musikordner noch einmal.</translation>
    </message>
    <message>
        <source>The folder {folder} is not there any more; put it back or choose another.</source>
        <translation>Der Ordner {folder} ist nicht mehr da; lege ihn zurück oder wähle einen anderen.</translation>
    </message>
    <message>
        <source>The folder {folder} may not be read; give yourself permission or choose another.</source>
        <translation>Der Ordner {folder} darf nicht gelesen werden; gib dir das Recht dazu oder wähle einen anderen.</translation>
    </message>
    <message>
        <source>The folder {root} can&apos;t be watched for changes ({reason}); it is looked through from time to time instead.</source>
        <translation>Der Ordner {root} kann nicht auf Änderungen überwacht werden ({reason}); stattdessen wird er von Zeit zu Zeit durchgesehen.</translation>
    </message>
    <message>
        <source>The library {database} is being opened by another running copy of the program; wait until it has come up, or end it.</source>
        <translation>Die Bibliothek {database} wird gerade von einem anderen laufenden Programm geöffnet; warte, bis es da ist, oder beende es.</translation>
    </message>
    <message>
        <source>The library {database} is damaged ({error}) and in use; end every copy of the program and start it anew to have it repaired.</source>
        <translation>Die Bibliothek {database} ist beschädigt ({error}) und in Gebrauch; beende alle laufenden Programme und starte neu, damit sie repariert wird.</translation>
    </message>
    <message>
        <source>The library {database} is of an older version, and no copy of it can be made before it is brought up to date ({error}); free {megabytes} MB on its disk and start the program anew, nothing was changed.</source>
        <translation>Die Bibliothek {database} ist von einer älteren Version, und vor dem Umstellen kann keine Kopie von ihr gemacht werden ({error}); schaffe {megabytes} MB Platz auf ihrer Festplatte und starte das Programm neu, verändert wurde nichts.</translation>
    </message>
    <message>
        <source>The library {database} was damaged ({error}) and is kept as {name}; {marks} of your ratings and notes and {value} analyses were saved, and what is missing is analysed again.</source>
        <translation>Die Bibliothek {database} war beschädigt ({error}) und ist als {name} aufgehoben; {marks} deiner Bewertungen und Notizen und {value} Analysen wurden gerettet, und was fehlt, wird neu analysiert.</translation>
    </message>
    <message>
        <source>The library {path} can&apos;t be used ({error}); free space on its disk, give yourself permission, or choose another folder with --profile DIR.</source>
        <translation>Die Bibliothek {path} kann nicht verwendet werden ({error}); schaffe Platz auf ihrer Festplatte, gib dir das Recht dazu, oder wähle einen anderen Ordner mit --profile DIR.</translation>
    </message>
    <message>
        <source>The library {path} is damaged ({error}); start the program anew to have it repaired.</source>
        <translation>Die Bibliothek {path} ist beschädigt ({error}); starte das Programm neu, damit sie repariert wird.</translation>
    </message>
    <message>
        <source>The list of shared catalogues {place} can&apos;t be read ({error}); delete it and attach them anew.</source>
        <translation>Die Liste der eingebundenen Kataloge {place} kann nicht gelesen werden ({error}); lösche sie und binde die Kataloge neu ein.</translation>
    </message>
    <message>
        <source>The list of shared catalogues {place} can&apos;t be written ({error}); free space on its disk.</source>
        <translation>Die Liste der eingebundenen Kataloge {place} kann nicht geschrieben werden ({error}); schaffe Platz auf ihrer Festplatte.</translation>
    </message>
    <message>
        <source>The music folders can&apos;t be looked at ({error}); please report it.</source>
        <translation>Die Musikordner können nicht durchgesehen werden ({error}); bitte melde es.</translation>
    </message>
    <message>
        <source>The pack {name} has no towers; choose one that has.</source>
        <translation>Das Paket {name} hat keine Türme; wähle eines, das welche hat.</translation>
    </message>
    <message>
        <source>The picture of {name} can&apos;t be copied into {name2}, its stream is damaged or unusual: convert the video to MP4 (H.264) and try again.</source>
        <translation>Das Bild von {name} kann nicht in {name2} kopiert werden, sein Strom ist beschädigt oder ungewöhnlich: Wandle das Video in MP4 (H.264) um und versuche es noch einmal.</translation>
    </message>
    <message>
        <source>The pictures of {name} carry no times, so they can&apos;t be copied: convert the video to MP4 (H.264) and try again.</source>
        <translation>Die Bilder von {name} tragen keine Zeiten und können darum nicht kopiert werden: Wandle das Video in MP4 (H.264) um und versuche es noch einmal.</translation>
    </message>
    <message>
        <source>The proxy between here and {host} wants a password; set it in HTTPS_PROXY.</source>
        <translation>Der Proxy zwischen hier und {host} will ein Passwort; setze es in HTTPS_PROXY.</translation>
    </message>
    <message>
        <source>The release</source>
        <translation>Die Veröffentlichung</translation>
    </message>
    <message>
        <source>The shared catalogue {folder} can&apos;t be read ({why}); copy or index it again.</source>
        <translation>Der eingebundene Katalog {folder} kann nicht gelesen werden ({why}); kopiere oder indiziere ihn neu.</translation>
    </message>
    <message>
        <source>The shared catalogue {folder} was made with another pack and is left out; choose that pack, or index the catalogue again.</source>
        <translation>Der eingebundene Katalog {folder} wurde mit einem anderen Paket erzeugt und bleibt außen vor; wähle jenes Paket oder indiziere den Katalog neu.</translation>
    </message>
    <message>
        <source>The sound device {chosen} is not there, so sound plays on {instead}: connect it, and sound goes back to it by itself.</source>
        <translation>Das Tongerät {chosen} ist nicht da, darum kommt der Ton aus {instead}: Schließe es an, und der Ton geht von selbst dorthin zurück.</translation>
    </message>
    <message>
        <source>The sound device {name} {what}, so playback goes on silently: check it, and sound comes back by itself.</source>
        <translation>Das Tongerät {name} {what}, darum geht die Wiedergabe stumm weiter: Prüfe es, und der Ton kommt von selbst zurück.</translation>
    </message>
    <message>
        <source>The sound library PortAudio is missing, so playback is silent: install libportaudio2 and start again.</source>
        <translation>Die Tonbibliothek PortAudio fehlt, darum ist die Wiedergabe stumm: Installiere libportaudio2 und starte neu.</translation>
    </message>
    <message>
        <source>The system stopped the analysis of {name}, short of memory perhaps; close other programs.</source>
        <translation>Das System hat die Analyse von {name} beendet, vielleicht aus Mangel an Speicher; schließe andere Programme.</translation>
    </message>
    <message>
        <source>The table {path} can&apos;t be used ({value}); free space on its disk or give yourself permission: it may be deleted at any time.</source>
        <translation>Die Tabelle {path} kann nicht verwendet werden ({value}); schaffe Platz auf ihrer Festplatte oder gib dir das Recht dazu: Sie darf jederzeit gelöscht werden.</translation>
    </message>
    <message>
        <source>The towers of the pack {name} take the column {columns}, which no file gives, so that the pack is for research only; choose another pack.</source>
        <translation>Die Türme des Pakets {name} nehmen die Spalte {columns}, die keine Datei liefert, sodass das Paket nur der Forschung dient; wähle ein anderes.</translation>
    </message>
    <message>
        <source>The towers of the pack {name} take the columns {columns}, which no file gives, so that the pack is for research only; choose another pack.</source>
        <translation>Die Türme des Pakets {name} nehmen die Spalten {columns}, die keine Datei liefert, sodass das Paket nur der Forschung dient; wähle ein anderes.</translation>
    </message>
    <message>
        <source>The towers of the pack {name} take {rate_hz} rows a second where files give one; choose another pack.</source>
        <translation>Die Türme des Pakets {name} nehmen {rate_hz} Zeilen pro Sekunde, wo Dateien eine liefern; wähle ein anderes.</translation>
    </message>
    <message>
        <source>There is no music in {folder}; choose a folder with audio files in it.</source>
        <translation>In {folder} ist keine Musik; wähle einen Ordner mit Tondateien.</translation>
    </message>
    <message>
        <source>There is no pack {asked}; installed are: {value}.</source>
        <translation>Ein Paket {asked} gibt es nicht; installiert sind: {value}.</translation>
    </message>
    <message>
        <source>This build calls itself {running}, which can&apos;t be compared with a release.</source>
        <translation>Dieser Build nennt sich {running}, was sich mit keiner Veröffentlichung vergleichen lässt.</translation>
    </message>
    <message>
        <source>This build knows no place to download GPU support from: add it from a folder (see docs/cuda.md).</source>
        <translation>Dieser Build kennt keinen Ort, von dem die GPU-Unterstützung heruntergeladen werden kann: Füge sie aus einem Ordner hinzu (siehe docs/cuda.md).</translation>
    </message>
    <message>
        <source>This system doesn&apos;t tell whether anybody is at work, so analysing doesn&apos;t wait for a pause.</source>
        <translation>Dieses System sagt nicht, ob jemand am Gerät ist, darum wartet das Analysieren nicht auf eine Pause.</translation>
    </message>
    <message>
        <source>This system doesn&apos;t tell whether it runs on its battery, so analysing doesn&apos;t wait for mains.</source>
        <translation>Dieses System sagt nicht, ob es im Akkubetrieb läuft, darum wartet das Analysieren nicht auf Netzstrom.</translation>
    </message>
    <message>
        <source>Tunnel connection failed: 407</source>
        <translation>Tunnel connection failed: 407</translation>
    </message>
    <message>
        <source>What you are at can&apos;t be kept in {file} ({value}); make room there, or it won&apos;t come back after an unexpected end.</source>
        <translation>Woran du bist, kann nicht in {file} aufgehoben werden ({value}); schaffe dort Platz, sonst kommt es nach einem unerwarteten Ende nicht zurück.</translation>
    </message>
    <message>
        <source>What {releases} says of its latest release is not understood: look at that page yourself.</source>
        <translation>Was {releases} von der neuesten Veröffentlichung sagt, ist nicht zu verstehen: Sieh selbst auf jener Seite nach.</translation>
    </message>
    <message>
        <source>What {releases} says of its latest release leads to another server: look at that page yourself.</source>
        <translation>Was {releases} von der neuesten Veröffentlichung sagt, führt zu einem anderen Server: Sieh selbst auf jener Seite nach.</translation>
    </message>
    <message>
        <source>`{key}` of entry {place} of {path} is no text; give {wanted}.</source>
        <translation>`{key}` von Eintrag {place} von {path} ist kein Text; gib {wanted} an.</translation>
    </message>
    <message>
        <source>a JSON list of {{id, video, music, group}}</source>
        <translation>eine JSON-Liste von {{id, video, music, group}}</translation>
    </message>
    <message>
        <source>a cosy home</source>
        <translation>einem gemütlichen Zuhause</translation>
    </message>
    <message>
        <source>a folder</source>
        <translation>ein Ordner</translation>
    </message>
    <message>
        <source>a folder has that name; choose another name.</source>
        <translation>so heißt schon ein Ordner; wähle einen anderen Namen.</translation>
    </message>
    <message>
        <source>a vector of it has another length than the others</source>
        <translation>ein Vektor darin hat eine andere Länge als die anderen</translation>
    </message>
    <message>
        <source>adventure</source>
        <translation>Abenteuer</translation>
    </message>
    <message>
        <source>an unknown CUDA</source>
        <translation>ein unbekanntes CUDA</translation>
    </message>
    <message>
        <source>ancient and grand places</source>
        <translation>alten und erhabenen Orten</translation>
    </message>
    <message>
        <source>beach and holiday</source>
        <translation>Strand und Ferien</translation>
    </message>
    <message>
        <source>both onnxruntime and onnxruntime-gpu are installed and shadow each other</source>
        <translation>onnxruntime und onnxruntime-gpu sind beide installiert und verdecken einander</translation>
    </message>
    <message>
        <source>both {first} and {second}</source>
        <translation>beide {first} und {second}</translation>
    </message>
    <message>
        <source>both {only}</source>
        <translation>beide {only}</translation>
    </message>
    <message>
        <source>bright</source>
        <translation>hell</translation>
    </message>
    <message>
        <source>brighter</source>
        <translation>heller</translation>
    </message>
    <message>
        <source>calm</source>
        <translation>ruhig</translation>
    </message>
    <message>
        <source>calmer</source>
        <translation>ruhiger</translation>
    </message>
    <message>
        <source>can&apos;t be started</source>
        <translation>lässt sich nicht starten</translation>
    </message>
    <message>
        <source>celebration</source>
        <translation>einer Feier</translation>
    </message>
    <message>
        <source>check with nvidia-smi; after an update of the driver, restart</source>
        <translation>prüfe es mit nvidia-smi; nach einer Aktualisierung des Treibers starte den Computer neu</translation>
    </message>
    <message>
        <source>choose a file with sound, such as an MP3, FLAC, M4A, Ogg or WAV file</source>
        <translation>wähle eine Datei mit Ton, etwa MP3, FLAC, M4A, Ogg oder WAV</translation>
    </message>
    <message>
        <source>choose a video with a picture, such as an MP4, MOV, MKV or WebM file</source>
        <translation>wähle ein Video mit Bild, etwa MP4, MOV, MKV oder WebM</translation>
    </message>
    <message>
        <source>city and streets</source>
        <translation>Stadt und Straßen</translation>
    </message>
    <message>
        <source>close other programs and open the video again</source>
        <translation>schließe andere Programme und öffne das Video noch einmal</translation>
    </message>
    <message>
        <source>dark</source>
        <translation>dunkel</translation>
    </message>
    <message>
        <source>darker</source>
        <translation>dunkler</translation>
    </message>
    <message>
        <source>does not take any number of rows of its columns&apos; {width} values</source>
        <translation>nimmt nicht jede Zahl von Zeilen aus den {width} Werten seiner Spalten</translation>
    </message>
    <message>
        <source>driving</source>
        <translation>treibend</translation>
    </message>
    <message>
        <source>eerie things</source>
        <translation>Unheimlichem</translation>
    </message>
    <message>
        <source>elegance</source>
        <translation>Eleganz</translation>
    </message>
    <message>
        <source>far and hot lands</source>
        <translation>fernen und heißen Ländern</translation>
    </message>
    <message>
        <source>farm and countryside</source>
        <translation>Hof und Land</translation>
    </message>
    <message>
        <source>food and drink</source>
        <translation>Essen und Trinken</translation>
    </message>
    <message>
        <source>get GPU support (`tivm gpu install`), or put it in the place of onnxruntime (docs/cuda.md)</source>
        <translation>hole die GPU-Unterstützung (`tivm gpu install`) oder setze sie an die Stelle von onnxruntime (docs/cuda.md)</translation>
    </message>
    <message>
        <source>gives input {name} the shape {shape} where its pack says {wanted}</source>
        <translation>gibt dem Eingang {name} die Form {shape}, wo sein Paket {wanted} sagt</translation>
    </message>
    <message>
        <source>gives output {name} the shape {shape} where its pack says {wanted}</source>
        <translation>gibt dem Ausgang {name} die Form {shape}, wo sein Paket {wanted} sagt</translation>
    </message>
    <message>
        <source>has a list of more than {most_wide} names</source>
        <translation>hat eine Liste von mehr als {most_wide} Namen</translation>
    </message>
    <message>
        <source>has a list of names with something else in it</source>
        <translation>hat eine Liste von Namen, in der etwas anderes steht</translation>
    </message>
    <message>
        <source>has a matching of {name} that can&apos;t be used: {error}</source>
        <translation>hat eine unbrauchbare Zuordnung von {name}: {error}</translation>
    </message>
    <message>
        <source>has a sha256 for {value} that is none</source>
        <translation>hat für {value} eine sha256, die keine ist</translation>
    </message>
    <message>
        <source>has a source that is not an object</source>
        <translation>hat eine Quelle, die kein Objekt ist</translation>
    </message>
    <message>
        <source>has a tower without columns, or with one twice</source>
        <translation>hat einen Turm ohne Spalten oder mit einer doppelten</translation>
    </message>
    <message>
        <source>has a tower&apos;s column that is not an object</source>
        <translation>hat eine Spalte eines Turms, die kein Objekt ist</translation>
    </message>
    <message>
        <source>has a {name} of the towers that is less than 0</source>
        <translation>hat ein {name} der Türme, das kleiner als 0 ist</translation>
    </message>
    <message>
        <source>has an output {name} whose names its pack does not say</source>
        <translation>hat einen Ausgang {name}, dessen Namen sein Paket nicht sagt</translation>
    </message>
    <message>
        <source>has distances that are no ascending numbers from 0 to 2</source>
        <translation>hat Abstände, die keine aufsteigenden Zahlen von 0 bis 2 sind</translation>
    </message>
    <message>
        <source>has format {get} where this version reads {format}</source>
        <translation>hat Format {get}, wo diese Version {format} liest</translation>
    </message>
    <message>
        <source>has no output {name} of {width} values a row</source>
        <translation>hat keinen Ausgang {name} mit {width} Werten je Zeile</translation>
    </message>
    <message>
        <source>has no {name} of the towers that is a number</source>
        <translation>hat kein {name} der Türme, das eine Zahl ist</translation>
    </message>
    <message>
        <source>has other inputs than its pack says</source>
        <translation>hat andere Eingänge, als sein Paket sagt</translation>
    </message>
    <message>
        <source>has other outputs than its pack says</source>
        <translation>hat andere Ausgänge, als sein Paket sagt</translation>
    </message>
    <message>
        <source>has something unexpected as {name}</source>
        <translation>hat etwas Unerwartetes als {name}</translation>
    </message>
    <message>
        <source>has the input {name} as {dtype} numbers where {dtype2} are wanted</source>
        <translation>hat den Eingang {name} als {dtype}-Zahlen, wo {dtype2} verlangt sind</translation>
    </message>
    <message>
        <source>has the output {name} as {dtype} numbers where {float} are wanted</source>
        <translation>hat den Ausgang {name} als {dtype}-Zahlen, wo {float} verlangt sind</translation>
    </message>
    <message>
        <source>has towers whose rate_hz is not positive</source>
        <translation>hat Türme, deren rate_hz nicht positiv ist</translation>
    </message>
    <message>
        <source>hits {cuts_met} of your {len} cuts</source>
        <translation>trifft {cuts_met} deiner {len} Schnitte</translation>
    </message>
    <message>
        <source>install a newer one, {since} or later</source>
        <translation>installiere einen neueren, ab {since}</translation>
    </message>
    <message>
        <source>install it (`tivm gpu install`, or Settings, Computing)</source>
        <translation>installiere sie (`tivm gpu install` oder Einstellungen, Berechnung)</translation>
    </message>
    <message>
        <source>is empty: copy or export it again.</source>
        <translation>ist leer: Kopiere oder exportiere die Datei neu.</translation>
    </message>
    <message>
        <source>is incomplete, it breaks off before its index: copy, record or export it again.</source>
        <translation>ist unvollständig, die Datei bricht vor ihrem Index ab: Kopiere, nimm auf oder exportiere sie neu.</translation>
    </message>
    <message>
        <source>is not a JSON object</source>
        <translation>ist kein JSON-Objekt</translation>
    </message>
    <message>
        <source>is not a media file, or too damaged to tell: copy or export it again, or choose another.</source>
        <translation>ist keine Mediendatei oder zu beschädigt, um es zu sagen: Kopiere oder exportiere sie neu, oder wähle eine andere.</translation>
    </message>
    <message>
        <source>it doesn&apos;t say its width</source>
        <translation>es sagt seine Breite nicht</translation>
    </message>
    <message>
        <source>it doesn&apos;t say its {name}</source>
        <translation>die Angabe {name} fehlt</translation>
    </message>
    <message>
        <source>it has no {mark} that can be read</source>
        <translation>es hat kein lesbares {mark}</translation>
    </message>
    <message>
        <source>it is for {join}, not for {python} and {system_name}</source>
        <translation>sie ist für {join}, nicht für {python} und {system_name}</translation>
    </message>
    <message>
        <source>it is too large for the drive of {folder}; choose another drive.</source>
        <translation>sie ist zu groß für das Laufwerk von {folder}; wähle ein anderes Laufwerk.</translation>
    </message>
    <message>
        <source>its drop meets {what} at {timecode}</source>
        <translation>sein Höhepunkt trifft bei {timecode} {what}</translation>
    </message>
    <message>
        <source>its name is too long; choose a shorter one.</source>
        <translation>ihr Name ist zu lang; wähle einen kürzeren.</translation>
    </message>
    <message>
        <source>its reason is in the log only</source>
        <translation>der Grund steht nur im Protokoll</translation>
    </message>
    <message>
        <source>its result can&apos;t be sent</source>
        <translation>sein Ergebnis lässt sich nicht senden</translation>
    </message>
    <message>
        <source>join the group {groups}, and log in anew</source>
        <translation>tritt der Gruppe {groups} bei und melde dich neu an</translation>
    </message>
    <message>
        <source>keeps weights in another file, which is refused</source>
        <translation>hält Gewichte in einer anderen Datei, was abgelehnt wird</translation>
    </message>
    <message>
        <source>lacks the entry {name}</source>
        <translation>fehlt der Eintrag {name}</translation>
    </message>
    <message>
        <source>livelier</source>
        <translation>lebhafter</translation>
    </message>
    <message>
        <source>machines and industry</source>
        <translation>Maschinen und Industrie</translation>
    </message>
    <message>
        <source>make room there or choose another place with --profile DIR</source>
        <translation>schaffe dort Platz oder wähle einen anderen Ort mit --profile DIR</translation>
    </message>
    <message>
        <source>matches the column {value}, which its towers don&apos;t take</source>
        <translation>ordnet die Spalte {value} zu, die seine Türme nicht nehmen</translation>
    </message>
    <message>
        <source>matches {name} {width} wide, and it is {value} wide</source>
        <translation>ordnet {name} mit Breite {width} zu, die Breite ist aber {value}</translation>
    </message>
    <message>
        <source>more relaxed</source>
        <translation>entspannter</translation>
    </message>
    <message>
        <source>mountains and open land</source>
        <translation>Bergen und offenem Land</translation>
    </message>
    <message>
        <source>music on a stage</source>
        <translation>Musik auf einer Bühne</translation>
    </message>
    <message>
        <source>names a file without its sha256</source>
        <translation>nennt eine Datei ohne ihre sha256</translation>
    </message>
    <message>
        <source>names more than {most_files} files in a list</source>
        <translation>nennt mehr als {most_files} Dateien in einer Liste</translation>
    </message>
    <message>
        <source>names the file {value}, which is not in the pack&apos;s folder</source>
        <translation>nennt die Datei {value}, die nicht im Ordner des Pakets liegt</translation>
    </message>
    <message>
        <source>neither stands out: close in mood</source>
        <translation>nichts sticht heraus: nah in der Stimmung</translation>
    </message>
    <message>
        <source>night and lights</source>
        <translation>Nacht und Lichtern</translation>
    </message>
    <message>
        <source>not a regular file</source>
        <translation>keine gewöhnliche Datei</translation>
    </message>
    <message>
        <source>not found</source>
        <translation>nicht gefunden</translation>
    </message>
    <message>
        <source>not installed; not needed where onnxruntime-gpu is in the environment</source>
        <translation>nicht installiert; nicht nötig, wo onnxruntime-gpu in der Umgebung ist</translation>
    </message>
    <message>
        <source>not known without the driver</source>
        <translation>ohne den Treiber nicht bekannt</translation>
    </message>
    <message>
        <source>nothing to open</source>
        <translation>nichts zu öffnen</translation>
    </message>
    <message>
        <source>of this computer</source>
        <translation>dieses Computers</translation>
    </message>
    <message>
        <source>on battery</source>
        <translation>Akkubetrieb</translation>
    </message>
    <message>
        <source>onnxruntime {version} {kind}, {origin}</source>
        <translation>onnxruntime {version} {kind}, {origin}</translation>
    </message>
    <message>
        <source>onnxruntime-gpu is installed but lists no CUDA</source>
        <translation>onnxruntime-gpu ist installiert, nennt aber kein CUDA</translation>
    </message>
    <message>
        <source>onnxruntime-gpu is not installed</source>
        <translation>onnxruntime-gpu ist nicht installiert</translation>
    </message>
    <message>
        <source>pets and play</source>
        <translation>Haustieren und Spiel</translation>
    </message>
    <message>
        <source>plants and animals</source>
        <translation>Pflanzen und Tieren</translation>
    </message>
    <message>
        <source>reinstall it</source>
        <translation>installiere es neu</translation>
    </message>
    <message>
        <source>relaxed</source>
        <translation>entspannt</translation>
    </message>
    <message>
        <source>remove it and install it again (`tivm gpu remove`, `tivm gpu install`, or Settings, Computing)</source>
        <translation>entferne sie und installiere sie noch einmal (`tivm gpu remove`, `tivm gpu install` oder Einstellungen, Berechnung)</translation>
    </message>
    <message>
        <source>rises and falls with the picture</source>
        <translation>steigt und fällt mit dem Bild</translation>
    </message>
    <message>
        <source>sacred places</source>
        <translation>heiligen Orten</translation>
    </message>
    <message>
        <source>says a rate_hz of {rate}</source>
        <translation>gibt rate_hz mit {rate} an</translation>
    </message>
    <message>
        <source>says a shape of {value} that is not a list of numbers and names</source>
        <translation>gibt für {value} eine Form an, die keine Liste von Zahlen und Namen ist</translation>
    </message>
    <message>
        <source>says a shape of {value} that no network has</source>
        <translation>gibt für {value} eine Form an, die kein Netz hat</translation>
    </message>
    <message>
        <source>says a {name} that is longer than {longest_word} characters or not of one line</source>
        <translation>gibt ein {name} an, das länger als {longest_word} Zeichen oder nicht einzeilig ist</translation>
    </message>
    <message>
        <source>says a {name} that is not from 1 to {most}</source>
        <translation>gibt ein {name} an, das nicht zwischen 1 und {most} liegt</translation>
    </message>
    <message>
        <source>says an input_size that is not [width, height]</source>
        <translation>gibt eine input_size an, die nicht [width, height] ist</translation>
    </message>
    <message>
        <source>signal {number}</source>
        <translation>Signal {number}</translation>
    </message>
    <message>
        <source>sky and space</source>
        <translation>Himmel und Weltraum</translation>
    </message>
    <message>
        <source>snow and ice</source>
        <translation>Schnee und Eis</translation>
    </message>
    <message>
        <source>speed and vehicles</source>
        <translation>Tempo und Fahrzeugen</translation>
    </message>
    <message>
        <source>sport</source>
        <translation>Sport</translation>
    </message>
    <message>
        <source>stopped taking sound</source>
        <translation>nimmt keinen Ton mehr an</translation>
    </message>
    <message>
        <source>suits {subject}</source>
        <translation>passt zu {subject}</translation>
    </message>
    <message>
        <source>takes the column {name} {width} wide, which is {value} wide with this pack&apos;s encoders</source>
        <translation>nimmt die Spalte {name} mit Breite {width}, die mit den Encodern dieses Pakets {value} breit ist</translation>
    </message>
    <message>
        <source>technology</source>
        <translation>Technik</translation>
    </message>
    <message>
        <source>tense</source>
        <translation>angespannt</translation>
    </message>
    <message>
        <source>tenser</source>
        <translation>angespannter</translation>
    </message>
    <message>
        <source>that owns them</source>
        <translation>der sie gehören</translation>
    </message>
    <message>
        <source>the card&apos;s devices may be opened</source>
        <translation>ob die Geräte der Karte geöffnet werden dürfen</translation>
    </message>
    <message>
        <source>the drive is full; free some space and try again</source>
        <translation>das Laufwerk ist voll; schaffe Platz und versuche es noch einmal</translation>
    </message>
    <message>
        <source>the drive of {folder} is full; free some space or choose another folder.</source>
        <translation>das Laufwerk von {folder} ist voll; schaffe Platz oder wähle einen anderen Ordner.</translation>
    </message>
    <message>
        <source>the folder {folder} is not there; choose another one.</source>
        <translation>der Ordner {folder} ist nicht da; wähle einen anderen.</translation>
    </message>
    <message>
        <source>the picture&apos;s rise</source>
        <translation>den Anstieg des Bildes</translation>
    </message>
    <message>
        <source>the store is closed</source>
        <translation>der Speicher ist geschlossen</translation>
    </message>
    <message>
        <source>the world under water</source>
        <translation>der Welt unter Wasser</translation>
    </message>
    <message>
        <source>uninstall both, then install onnxruntime-gpu alone</source>
        <translation>deinstalliere beide, dann installiere onnxruntime-gpu allein</translation>
    </message>
    <message>
        <source>war and weapons</source>
        <translation>Krieg und Waffen</translation>
    </message>
    <message>
        <source>was lost</source>
        <translation>ging verloren</translation>
    </message>
    <message>
        <source>water</source>
        <translation>Wasser</translation>
    </message>
    <message>
        <source>what may be there once is there twice</source>
        <translation>was einmal da sein darf, ist zweimal da</translation>
    </message>
    <message>
        <source>with CUDA</source>
        <translation>mit CUDA</translation>
    </message>
    <message>
        <source>without CUDA</source>
        <translation>ohne CUDA</translation>
    </message>
    <message>
        <source>you are at work</source>
        <translation>du bist am Gerät</translation>
    </message>
    <message>
        <source>you may not write in {folder}; choose another folder.</source>
        <translation>du darfst in {folder} nicht schreiben; wähle einen anderen Ordner.</translation>
    </message>
    <message>
        <source>you may not write there; allow it, or choose another place with --profile DIR</source>
        <translation>du darfst dort nicht schreiben; erlaube es, oder wähle einen anderen Ort mit --profile DIR</translation>
    </message>
    <message>
        <source>your cut</source>
        <translation>deinen Schnitt</translation>
    </message>
    <message>
        <source>{database} was written by a newer version of TIVM Desktop (schema {found}, known here: {len}); update the program or choose another folder with --profile DIR.</source>
        <translation>{database} wurde von einer neueren Version von TIVM Desktop geschrieben (Schema {found}, hier bekannt: {len}); aktualisiere das Programm oder wähle einen anderen Ordner mit --profile DIR.</translation>
    </message>
    <message>
        <source>{decoded_by} broke off at {ends_s} s</source>
        <translation>{decoded_by} brach bei {ends_s} s ab</translation>
    </message>
    <message>
        <source>{decode} (CUDA error {status})</source>
        <translation>{decode} (CUDA-Fehler {status})</translation>
    </message>
    <message>
        <source>{file}, of the pair {id} in {path}, is not there; put it back or correct it.</source>
        <translation>{file}, vom Paar {id} in {path}, ist nicht da; lege sie zurück oder berichtige den Eintrag.</translation>
    </message>
    <message>
        <source>{folder} can&apos;t be made ({value}): check the drive.</source>
        <translation>{folder} kann nicht angelegt werden ({value}): Prüfe das Laufwerk.</translation>
    </message>
    <message>
        <source>{folder} can&apos;t be read ({value}): choose another folder.</source>
        <translation>{folder} kann nicht gelesen werden ({value}): Wähle einen anderen Ordner.</translation>
    </message>
    <message>
        <source>{folder} can&apos;t be read ({value}); check its permissions.</source>
        <translation>{folder} kann nicht gelesen werden ({value}); prüfe die Rechte.</translation>
    </message>
    <message>
        <source>{folder} holds no video; give a folder with finished videos.</source>
        <translation>{folder} enthält kein Video; gib einen Ordner mit fertigen Videos an.</translation>
    </message>
    <message>
        <source>{folder} is no shared catalogue (there is no {index_name} in it); choose the folder that `tivm index --engine ray --output` filled.</source>
        <translation>{folder} ist kein gemeinsamer Katalog (es ist kein {index_name} darin); wähle den Ordner, den `tivm index --engine ray --output` gefüllt hat.</translation>
    </message>
    <message>
        <source>{folder} is not a folder; choose the folder that holds your music.</source>
        <translation>{folder} ist kein Ordner; wähle den Ordner mit deiner Musik.</translation>
    </message>
    <message>
        <source>{folder} is not a folder; give the folder that holds the videos.</source>
        <translation>{folder} ist kein Ordner; gib den Ordner mit den Videos an.</translation>
    </message>
    <message>
        <source>{folder} is not a model pack, as its {name} can&apos;t be read ({value}); choose a pack&apos;s folder.</source>
        <translation>{folder} ist kein Modellpaket, denn {name} darin kann nicht gelesen werden ({value}); wähle den Ordner eines Pakets.</translation>
    </message>
    <message>
        <source>{found} can&apos;t be loaded, {value}</source>
        <translation>{found} lässt sich nicht laden, {value}</translation>
    </message>
    <message>
        <source>{host_of} sent more than was published; try again later.</source>
        <translation>{host_of} hat mehr geschickt als veröffentlicht war; versuche es später noch einmal.</translation>
    </message>
    <message>
        <source>{host} can&apos;t be reached ({what}): check the connection and try again.</source>
        <translation>{host} ist nicht zu erreichen ({what}): Prüfe die Verbindung und versuche es noch einmal.</translation>
    </message>
    <message>
        <source>{host} can&apos;t prove that it is {host2} ({verify_message}): check the computer&apos;s date, or set SSL_CERT_FILE to your network&apos;s certificates.</source>
        <translation>{host} kann nicht beweisen, {host2} zu sein ({verify_message}): Prüfe das Datum des Computers, oder setze SSL_CERT_FILE auf die Zertifikate deines Netzes.</translation>
    </message>
    <message>
        <source>{host} did not answer in time; try again later.</source>
        <translation>{host} hat nicht rechtzeitig geantwortet; versuche es später noch einmal.</translation>
    </message>
    <message>
        <source>{host} has no such page; it may not be published yet.</source>
        <translation>{host} hat keine solche Seite; vielleicht ist sie noch nicht veröffentlicht.</translation>
    </message>
    <message>
        <source>{host} has no {page}; it may not be published yet.</source>
        <translation>{host} hat {page} nicht; vielleicht ist es noch nicht veröffentlicht.</translation>
    </message>
    <message>
        <source>{host} refused ({code} {reason}); try again later.</source>
        <translation>{host} hat abgelehnt ({code} {reason}); versuche es später noch einmal.</translation>
    </message>
    <message>
        <source>{host} refused the connection; try again later.</source>
        <translation>{host} hat die Verbindung abgelehnt; versuche es später noch einmal.</translation>
    </message>
    <message>
        <source>{host} sends on too often, or to where nothing is safe; try again later.</source>
        <translation>{host} leitet zu oft weiter, oder dorthin, wo nichts sicher ist; versuche es später noch einmal.</translation>
    </message>
    <message>
        <source>{host} sent more than was asked for; try again later.</source>
        <translation>{host} hat mehr geschickt als verlangt war; versuche es später noch einmal.</translation>
    </message>
    <message>
        <source>{host} sent something that is no text; try again later.</source>
        <translation>{host} hat etwas geschickt, das kein Text ist; versuche es später noch einmal.</translation>
    </message>
    <message>
        <source>{host} took too long to answer; try again later.</source>
        <translation>{host} hat zu lange für die Antwort gebraucht; versuche es später noch einmal.</translation>
    </message>
    <message>
        <source>{index} is of another version of TIVM Desktop (format {found}, known here: {format}); update the program, or index the catalogue again.</source>
        <translation>{index} ist von einer anderen Version von TIVM Desktop (Format {found}, hier bekannt: {format}); aktualisiere das Programm oder indiziere den Katalog neu.</translation>
    </message>
    <message>
        <source>{join} and {last}</source>
        <translation>{join} und {last}</translation>
    </message>
    <message>
        <source>{library} is not found: install NVIDIA&apos;s driver, 525 or newer, for your system</source>
        <translation>{library} ist nicht zu finden: Installiere NVIDIAs Treiber, 525 oder neuer, für dein System</translation>
    </message>
    <message>
        <source>{model} can&apos;t be loaded by ONNX Runtime {version} ({first_line}); get the pack again.</source>
        <translation>{model} kann von ONNX Runtime {version} nicht geladen werden ({first_line}); hole das Paket neu.</translation>
    </message>
    <message>
        <source>{model} can&apos;t be read ({value}); get the pack again.</source>
        <translation>{model} kann nicht gelesen werden ({value}); hole das Paket neu.</translation>
    </message>
    <message>
        <source>{model} fails in ONNX Runtime ({first_line}); try again or choose another pack.</source>
        <translation>{model} scheitert in ONNX Runtime ({first_line}); versuche es noch einmal oder wähle ein anderes Paket.</translation>
    </message>
    <message>
        <source>{model} gives no {name} of this file that can be used ({list} finite float32 numbers are wanted); choose another pack.</source>
        <translation>{model} liefert von dieser Datei kein brauchbares {name} (verlangt sind {list} endliche float32-Zahlen); wähle ein anderes Paket.</translation>
    </message>
    <message>
        <source>{most} than your picture</source>
        <translation>{most} als dein Bild</translation>
    </message>
    <message>
        <source>{names} may not be opened</source>
        <translation>{names} dürfen nicht geöffnet werden</translation>
    </message>
    <message>
        <source>{name} ({memory_mib} MiB, compute capability {format})</source>
        <translation>{name} ({memory_mib} MiB, Compute Capability {format})</translation>
    </message>
    <message>
        <source>{name} can be marked once it was listened to; try again in a moment.</source>
        <translation>{name} kann bewertet werden, sobald der Titel angehört wurde; versuche es gleich noch einmal.</translation>
    </message>
    <message>
        <source>{name} can only be played from its start: convert it to MP4 and try again.</source>
        <translation>{name} kann nur vom Anfang an gespielt werden: Wandle die Datei in MP4 um und versuche es noch einmal.</translation>
    </message>
    <message>
        <source>{name} can&apos;t be found ({value}); choose it again.</source>
        <translation>{name} ist nicht zu finden ({value}); wähle die Datei noch einmal.</translation>
    </message>
    <message>
        <source>{name} can&apos;t be kept ({error}); please report it.</source>
        <translation>{name} kann nicht aufgehoben werden ({error}); bitte melde es.</translation>
    </message>
    <message>
        <source>{name} can&apos;t be looked at ({reason}); check its permissions and the disk it is on.</source>
        <translation>{name} kann nicht angesehen werden ({reason}); prüfe die Rechte und die Festplatte.</translation>
    </message>
    <message>
        <source>{name} can&apos;t be played ({error}): convert it to another format and try again.</source>
        <translation>{name} kann nicht gespielt werden ({error}): Wandle die Datei in ein anderes Format um und versuche es noch einmal.</translation>
    </message>
    <message>
        <source>{name} can&apos;t be read ({reason}): check the drive it is on and try again.</source>
        <translation>{name} kann nicht gelesen werden ({reason}): Prüfe das Laufwerk und versuche es noch einmal.</translation>
    </message>
    <message>
        <source>{name} can&apos;t be read ({value}); choose it again.</source>
        <translation>{name} kann nicht gelesen werden ({value}); wähle die Datei noch einmal.</translation>
    </message>
    <message>
        <source>{name} can&apos;t be shown ({error}): convert it to MP4 (H.264) and try again.</source>
        <translation>{name} kann nicht gezeigt werden ({error}): Wandle das Video in MP4 (H.264) um und versuche es noch einmal.</translation>
    </message>
    <message>
        <source>{name} can&apos;t be written ({value}); choose another folder or free space.</source>
        <translation>{name} kann nicht geschrieben werden ({value}); wähle einen anderen Ordner oder schaffe Platz.</translation>
    </message>
    <message>
        <source>{name} can&apos;t be written: {why}</source>
        <translation>{name} kann nicht geschrieben werden: {why}</translation>
    </message>
    <message>
        <source>{name} could not be analysed ({reason}); leave it out or convert it to another format.</source>
        <translation>{name} konnte nicht analysiert werden ({reason}); lass die Datei weg oder wandle sie in ein anderes Format um.</translation>
    </message>
    <message>
        <source>{name} ended its analysis process (exit code {exit_code}); convert it to another format.</source>
        <translation>{name} hat den Analyseprozess beendet (Code {exit_code}); wandle die Datei in ein anderes Format um.</translation>
    </message>
    <message>
        <source>{name} got no analysis process ({error}); start the program anew.</source>
        <translation>{name} bekam keinen Analyseprozess ({error}); starte das Programm neu.</translation>
    </message>
    <message>
        <source>{name} got no further for {waited}; convert it to another format or skip it.</source>
        <translation>{name} kam {waited} lang nicht weiter; wandle die Datei in ein anderes Format um oder überspringe sie.</translation>
    </message>
    <message>
        <source>{name} has no picture; give videos that have both.</source>
        <translation>{name} hat kein Bild; gib Videos an, die beides haben.</translation>
    </message>
    <message>
        <source>{name} has no sound: {remedy}.</source>
        <translation>{name} hat keinen Ton: {remedy}.</translation>
    </message>
    <message>
        <source>{name} has no sound; give videos that have both.</source>
        <translation>{name} hat keinen Ton; gib Videos an, die beides haben.</translation>
    </message>
    <message>
        <source>{name} has only sound: {remedy}.</source>
        <translation>{name} hat nur Ton: {remedy}.</translation>
    </message>
    <message>
        <source>{name} has {here} bytes instead of {size}</source>
        <translation>{name} hat {here} Bytes statt {size}</translation>
    </message>
    <message>
        <source>{name} is a folder: choose a video or music file inside it.</source>
        <translation>{name} ist ein Ordner: Wähle eine Video- oder Musikdatei darin.</translation>
    </message>
    <message>
        <source>{name} is a playlist: choose the video or music file that it lists.</source>
        <translation>{name} ist eine Wiedergabeliste: Wähle die Video- oder Musikdatei, die darin steht.</translation>
    </message>
    <message>
        <source>{name} is damaged ({error}): get it anew.</source>
        <translation>{name} ist beschädigt ({error}): Hole die Datei neu.</translation>
    </message>
    <message>
        <source>{name} is damaged, it claims {sample_rate} samples a second: copy or export it again.</source>
        <translation>{name} ist beschädigt, die Datei behauptet {sample_rate} Abtastwerte pro Sekunde: Kopiere oder exportiere sie neu.</translation>
    </message>
    <message>
        <source>{name} is damaged: nothing of its picture can be decoded; copy or export it again.</source>
        <translation>{name} ist beschädigt: Von seinem Bild lässt sich nichts dekodieren; kopiere oder exportiere die Datei neu.</translation>
    </message>
    <message>
        <source>{name} is damaged: nothing of its sound can be decoded; copy or export it again.</source>
        <translation>{name} ist beschädigt: Von seinem Ton lässt sich nichts dekodieren; kopiere oder exportiere die Datei neu.</translation>
    </message>
    <message>
        <source>{name} is lacking ({value})</source>
        <translation>{name} fehlt ({value})</translation>
    </message>
    <message>
        <source>{name} is neither a video nor music: {value}.</source>
        <translation>{name} ist weder Video noch Musik: {value}.</translation>
    </message>
    <message>
        <source>{name} is no file of ratings; choose one that `tivm library export` wrote.</source>
        <translation>{name} ist keine Datei mit Bewertungen; wähle eine, die `tivm library export` geschrieben hat.</translation>
    </message>
    <message>
        <source>{name} is not the file that this version of TIVM Desktop was tested with: get it anew.</source>
        <translation>{name} ist nicht die Datei, mit der diese Version von TIVM Desktop geprüft wurde: Hole sie neu.</translation>
    </message>
    <message>
        <source>{name} is not the file that was published; try again later.</source>
        <translation>{name} ist nicht die Datei, die veröffentlicht wurde; versuche es später noch einmal.</translation>
    </message>
    <message>
        <source>{name} is not there: it may have been moved or its drive unplugged, so choose it again.</source>
        <translation>{name} ist nicht da: Vielleicht wurde die Datei verschoben oder ihr Laufwerk getrennt, wähle sie noch einmal.</translation>
    </message>
    <message>
        <source>{name} is of a kind that can&apos;t be decoded here: convert it to MP4 (H.264) and try again.</source>
        <translation>{name} ist von einer Art, die hier nicht dekodiert werden kann: Wandle die Datei in MP4 (H.264) um und versuche es noch einmal.</translation>
    </message>
    <message>
        <source>{name} is several recordings joined end to end, and each begins its clock anew: convert it to MP4 and choose that.</source>
        <translation>{name} besteht aus mehreren aneinandergehängten Aufnahmen, und jede beginnt ihre Uhr neu: Wandle die Datei in MP4 um und wähle diese.</translation>
    </message>
    <message>
        <source>{name} is there already; choose another name, or have it replaced.</source>
        <translation>{name} gibt es schon; wähle einen anderen Namen oder lass die Datei ersetzen.</translation>
    </message>
    <message>
        <source>{name} is what the preview is made of: choose another name for it.</source>
        <translation>{name} ist, woraus die Vorschau entsteht: Wähle einen anderen Namen dafür.</translation>
    </message>
    <message>
        <source>{name} is {length} long and has nothing at {start}; choose a start before its end.</source>
        <translation>{name} ist {length} lang und hat bei {start} nichts; wähle einen Anfang vor dem Ende.</translation>
    </message>
    <message>
        <source>{name} lost its analysis process ({error}); start the program anew.</source>
        <translation>{name} hat seinen Analyseprozess verloren ({error}); starte das Programm neu.</translation>
    </message>
    <message>
        <source>{name} made its decoder crash ({killed_by}); convert it to another format or leave it out.</source>
        <translation>{name} ließ den Decoder abstürzen ({killed_by}); wandle die Datei in ein anderes Format um oder lass sie weg.</translation>
    </message>
    <message>
        <source>{name} may not be read by you: give yourself permission to read it and try again.</source>
        <translation>{name} darf von dir nicht gelesen werden: Gib dir das Recht dazu und versuche es noch einmal.</translation>
    </message>
    <message>
        <source>{name} needs more memory than there is: close other programs or convert it to a smaller size.</source>
        <translation>{name} braucht mehr Speicher, als da ist: Schließe andere Programme oder verkleinere das Video.</translation>
    </message>
    <message>
        <source>{name} needs more memory than there is; close other programs and try again.</source>
        <translation>{name} braucht mehr Speicher, als da ist; schließe andere Programme und versuche es noch einmal.</translation>
    </message>
    <message>
        <source>{name} of the release can&apos;t be understood; try again later.</source>
        <translation>{name} der Veröffentlichung ist nicht zu verstehen; versuche es später noch einmal.</translation>
    </message>
    <message>
        <source>{name} wants to write outside its folder ({filename}): don&apos;t use it.</source>
        <translation>{name} will außerhalb seines Ordners schreiben ({filename}): Verwende es nicht.</translation>
    </message>
    <message>
        <source>{name} was written by a newer version of TIVM Desktop; update the program.</source>
        <translation>{name} wurde von einer neueren Version von TIVM Desktop geschrieben; aktualisiere das Programm.</translation>
    </message>
    <message>
        <source>{name}: {error}</source>
        <translation>{name}: {error}</translation>
    </message>
    <message>
        <source>{part} can&apos;t be written ({value}): check the folder and try again.</source>
        <translation>{part} kann nicht geschrieben werden ({value}): Prüfe den Ordner und versuche es noch einmal.</translation>
    </message>
    <message>
        <source>{path} can&apos;t be deleted ({why}): close what uses it and try again.</source>
        <translation>{path} kann nicht gelöscht werden ({why}): Schließe, was es benutzt, und versuche es noch einmal.</translation>
    </message>
    <message>
        <source>{path} can&apos;t be read ({reason}); check the path of the manifest.</source>
        <translation>{path} kann nicht gelesen werden ({reason}); prüfe den Pfad des Manifests.</translation>
    </message>
    <message>
        <source>{path} can&apos;t be read ({value}): check the file.</source>
        <translation>{path} kann nicht gelesen werden ({value}): Prüfe die Datei.</translation>
    </message>
    <message>
        <source>{path} can&apos;t be removed ({value}): close TIVM Desktop and try again.</source>
        <translation>{path} kann nicht entfernt werden ({value}): Schließe TIVM Desktop und versuche es noch einmal.</translation>
    </message>
    <message>
        <source>{path} does not answer; check the drive or the network it is on.</source>
        <translation>{path} antwortet nicht; prüfe das Laufwerk oder das Netz, auf dem es liegt.</translation>
    </message>
    <message>
        <source>{path} does not take what the preprocessing {preprocessing} gives; choose another pack.</source>
        <translation>{path} nimmt nicht, was die Vorverarbeitung {preprocessing} liefert; wähle ein anderes Paket.</translation>
    </message>
    <message>
        <source>{path} gives no embedding of this file; choose another pack.</source>
        <translation>{path} liefert keine Einbettung dieser Datei; wähle ein anderes Paket.</translation>
    </message>
    <message>
        <source>{path} has references embedded in {embedding_dim} numbers where its towers give {embedding_dim2}; get the pack again.</source>
        <translation>{path} hat Referenzen mit {embedding_dim} Zahlen, wo seine Türme {embedding_dim2} liefern; hole das Paket neu.</translation>
    </message>
    <message>
        <source>{path} has the id {id} twice; give each pair an id of its own.</source>
        <translation>{path} hat die id {id} zweimal; gib jedem Paar eine eigene id.</translation>
    </message>
    <message>
        <source>{path} has {len} of the two pairs that it takes at least; add some.</source>
        <translation>{path} hat {len} von den mindestens zwei Paaren; füge welche hinzu.</translation>
    </message>
    <message>
        <source>{path} holds more than {most_parts} lists and objects; get the pack again.</source>
        <translation>{path} enthält mehr als {most_parts} Listen und Objekte; hole das Paket neu.</translation>
    </message>
    <message>
        <source>{path} holds no calibration that can be used ({error}); get the pack again.</source>
        <translation>{path} enthält keine brauchbare Kalibrierung ({error}); hole das Paket neu.</translation>
    </message>
    <message>
        <source>{path} is JSON, but no list; give {wanted}.</source>
        <translation>{path} ist JSON, aber keine Liste; gib {wanted} an.</translation>
    </message>
    <message>
        <source>{path} is held</source>
        <translation>{path} ist belegt</translation>
    </message>
    <message>
        <source>{path} is larger than {value} MiB, which no pack needs; get the pack again.</source>
        <translation>{path} ist größer als {value} MiB, was kein Paket braucht; hole das Paket neu.</translation>
    </message>
    <message>
        <source>{path} is missing from the pack ({value}); get the pack again.</source>
        <translation>{path} fehlt im Paket ({value}); hole das Paket neu.</translation>
    </message>
    <message>
        <source>{path} is not JSON ({error}); give {wanted}.</source>
        <translation>{path} ist kein JSON ({error}); gib {wanted} an.</translation>
    </message>
    <message>
        <source>{path} is not a list of classes; get the pack again.</source>
        <translation>{path} ist keine Liste von Klassen; hole das Paket neu.</translation>
    </message>
    <message>
        <source>{path} is not a regular file; get the pack again.</source>
        <translation>{path} ist keine gewöhnliche Datei; hole das Paket neu.</translation>
    </message>
    <message>
        <source>{path} is not an ONNX model ({error}); get the pack again.</source>
        <translation>{path} ist kein ONNX-Modell ({error}); hole das Paket neu.</translation>
    </message>
    <message>
        <source>{path} is not the file its pack was made with (its SHA-256 differs); get the pack again.</source>
        <translation>{path} ist nicht die Datei, mit der sein Paket entstand (die SHA-256 ist eine andere); hole das Paket neu.</translation>
    </message>
    <message>
        <source>{path} is not valid JSON ({error}); get the pack again.</source>
        <translation>{path} ist kein gültiges JSON ({error}); hole das Paket neu.</translation>
    </message>
    <message>
        <source>{path} nests deeper than {deepest} levels; get the pack again.</source>
        <translation>{path} ist tiefer als {deepest} Ebenen verschachtelt; hole das Paket neu.</translation>
    </message>
    <message>
        <source>{path} wants the preprocessing {preprocessing}, which is not known here; update the program or choose another pack.</source>
        <translation>{path} verlangt die Vorverarbeitung {preprocessing}, die hier nicht bekannt ist; aktualisiere das Programm oder wähle ein anderes Paket.</translation>
    </message>
    <message>
        <source>{path} wants the preprocessing {preprocessing}, which is not known here; update the program or get the pack again.</source>
        <translation>{path} verlangt die Vorverarbeitung {preprocessing}, die hier nicht bekannt ist; aktualisiere das Programm oder hole das Paket neu.</translation>
    </message>
    <message>
        <source>{path} {what}; get the pack again or choose another.</source>
        <translation>{path} {what}; hole das Paket neu oder wähle ein anderes.</translation>
    </message>
    <message>
        <source>{reason}; try again, or choose another place with --profile DIR</source>
        <translation>{reason}; versuche es noch einmal, oder wähle einen anderen Ort mit --profile DIR</translation>
    </message>
    <message>
        <source>{root} can&apos;t be written ({value}): check the folder.</source>
        <translation>{root} kann nicht geschrieben werden ({value}): Prüfe den Ordner.</translation>
    </message>
    <message>
        <source>{says}, the program&apos;s own</source>
        <translation>{says}, das eigene des Programms</translation>
    </message>
    <message>
        <source>{says}: {remedy}</source>
        <translation>{says}: {remedy}</translation>
    </message>
    <message>
        <source>{says}; {why}</source>
        <translation>{says}; {why}</translation>
    </message>
    <message>
        <source>{source} lacks {listed} for {system_name} and {python}: put the wheels there that docs/cuda.md names, and try again.</source>
        <translation>{source} fehlt {listed} für {system_name} und {python}: Lege die Wheels dorthin, die docs/cuda.md nennt, und versuche es noch einmal.</translation>
    </message>
    <message>
        <source>{url} is not asked for, since only https addresses are safe; report it to the project.</source>
        <translation>{url} wird nicht angefragt, denn nur https-Adressen sind sicher; melde es dem Projekt.</translation>
    </message>
    <message>
        <source>{value} can&apos;t be written ({value2})</source>
        <translation>{value} kann nicht geschrieben werden ({value2})</translation>
    </message>
    <message>
        <source>{value} can&apos;t be written or replaced: close TIVM Desktop and try again.</source>
        <translation>{value} kann nicht geschrieben oder ersetzt werden: Schließe TIVM Desktop und versuche es noch einmal.</translation>
    </message>
    <message>
        <source>{value}, speaks {spoken}</source>
        <translation>{value}, spricht {spoken}</translation>
    </message>
    <message>
        <source>{value}; choose another folder.</source>
        <translation>{value}; wähle einen anderen Ordner.</translation>
    </message>
    <message>
        <source>{video} does not answer; check the drive or the network it is on.</source>
        <translation>{video} antwortet nicht; prüfe das Laufwerk oder das Netz, auf dem es liegt.</translation>
    </message>
    <message>
        <source>{what}: check the drive and try again.</source>
        <translation>{what}: Prüfe das Laufwerk und versuche es noch einmal.</translation>
    </message>
    <message>
        <source>{why}: {remedy}</source>
        <translation>{why}: {remedy}</translation>
    </message>
</context>
</TS>
