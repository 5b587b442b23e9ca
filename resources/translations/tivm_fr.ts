<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr" sourcelanguage="en">
<context>
    <name></name>
    <message>
        <source>1  Drop the cut     2  Point at your music     3  Click a track to hear it</source>
        <translation>1  Déposez le montage     2  Indiquez votre musique     3  Cliquez sur un titre pour l’entendre</translation>
    </message>
    <message>
        <source>10 ms earlier</source>
        <translation>10 ms plus tôt</translation>
    </message>
    <message>
        <source>10 ms later</source>
        <translation>10 ms plus tard</translation>
    </message>
    <message>
        <source>A film and eight tracks made here</source>
        <translation>Un film et huit titres, créés ici</translation>
    </message>
    <message>
        <source>A frame back</source>
        <translation>Une image en arrière</translation>
    </message>
    <message>
        <source>A frame earlier</source>
        <translation>Une image plus tôt</translation>
    </message>
    <message>
        <source>A frame later</source>
        <translation>Une image plus tard</translation>
    </message>
    <message>
        <source>A frame on</source>
        <translation>Une image en avant</translation>
    </message>
    <message>
        <source>A major</source>
        <translation>la majeur</translation>
    </message>
    <message>
        <source>A minor</source>
        <translation>la mineur</translation>
    </message>
    <message>
        <source>A note</source>
        <translation>Une note</translation>
    </message>
    <message>
        <source>A second back</source>
        <translation>Une seconde en arrière</translation>
    </message>
    <message>
        <source>A second on</source>
        <translation>Une seconde en avant</translation>
    </message>
    <message>
        <source>A short film and eight tracks, made here in a few seconds.</source>
        <translation>Un court film et huit titres, créés ici en quelques secondes.</translation>
    </message>
    <message>
        <source>A short film is drawn and eight tracks are played, all on this computer. It starts in a moment.</source>
        <translation>Un court film est dessiné et huit titres sont joués, le tout sur cet ordinateur. Cela commence dans un instant.</translation>
    </message>
    <message>
        <source>A tour needs a video and ranked tracks.</source>
        <translation>Un tour d’écoute demande une vidéo et des titres classés.</translation>
    </message>
    <message>
        <source>About</source>
        <translation>À propos</translation>
    </message>
    <message>
        <source>About TIVM Desktop</source>
        <translation>À propos de TIVM Desktop</translation>
    </message>
    <message>
        <source>Add GPU support from a folder</source>
        <translation>Ajouter la prise en charge du GPU depuis un dossier</translation>
    </message>
    <message>
        <source>Add a folder…</source>
        <translation>Ajouter un dossier…</translation>
    </message>
    <message>
        <source>Add a key</source>
        <translation>Ajouter une touche</translation>
    </message>
    <message>
        <source>Add a music folder</source>
        <translation>Ajouter un dossier de musique</translation>
    </message>
    <message>
        <source>Add a music folder…</source>
        <translation>Ajouter un dossier de musique…</translation>
    </message>
    <message>
        <source>Add from a folder…</source>
        <translation>Ajouter depuis un dossier…</translation>
    </message>
    <message>
        <source>Add music…</source>
        <translation>Ajouter de la musique…</translation>
    </message>
    <message>
        <source>Add your folders, or drop them here. Music is read, never changed.</source>
        <translation>Ajoutez vos dossiers, ou déposez-les ici. La musique est lue, jamais modifiée.</translation>
    </message>
    <message>
        <source>Album</source>
        <translation>Album</translation>
    </message>
    <message>
        <source>All keys</source>
        <translation>Toutes les touches</translation>
    </message>
    <message>
        <source>Amount</source>
        <comment>how far the music is turned down under speech</comment>
        <translation>Intensité</translation>
    </message>
    <message>
        <source>Analyse</source>
        <translation>Analyser</translation>
    </message>
    <message>
        <source>Analyses, ratings and notes; packs and GPU support that you added.</source>
        <translation>Analyses, évaluations et notes&#x202f;; paquets et prise en charge du GPU que vous avez ajoutés.</translation>
    </message>
    <message>
        <source>Analysis of the library</source>
        <translation>Analyse de la bibliothèque</translation>
    </message>
    <message>
        <source>Analysis stopped</source>
        <translation>Analyse arrêtée</translation>
    </message>
    <message>
        <source>Another TIVM Desktop is open and does not answer. This window works beside it and shares its library; what you do here is not kept for the next start.</source>
        <translation>Un autre TIVM Desktop est ouvert et ne répond pas. Cette fenêtre travaille à côté et partage sa bibliothèque&#x202f;; ce que vous faites ici n’est pas gardé pour le prochain démarrage.</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>Apparence</translation>
    </message>
    <message>
        <source>Artist</source>
        <translation>Artiste</translation>
    </message>
    <message>
        <source>As this was the third time in a row, what you were at is not brought back by itself.</source>
        <translation>Comme c’était la troisième fois de suite, ce que vous faisiez n’est pas rétabli tout seul.</translation>
    </message>
    <message>
        <source>Asked for is one small file of {host}, which learns this version&apos;s number and nothing else from the program. Nothing is downloaded or installed: a page tells of what is new.</source>
        <translation>On demande un seul petit fichier à {host}, qui apprend le numéro de cette version et rien d’autre du programme. Rien n’est téléchargé ni installé&#xa0;: une page dit ce qui est nouveau.</translation>
    </message>
    <message>
        <source>Asking for GPU support</source>
        <translation>Demande de la prise en charge du GPU</translation>
    </message>
    <message>
        <source>Attack</source>
        <comment>how long ducking takes to turn the music down</comment>
        <translation>Attaque</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Automatique</translation>
    </message>
    <message>
        <source>Automatic takes an NVIDIA card where it works, and the processor elsewhere. With the card chosen, the program says so rather than compute without it. Holds from the next start on.</source>
        <translation>Automatique prend une carte NVIDIA là où elle fonctionne, et le processeur ailleurs. Si la carte est choisie, le programme le dit plutôt que de calculer sans elle. Vaut dès le prochain démarrage.</translation>
    </message>
    <message>
        <source>A♭ major</source>
        <translation>la♭ majeur</translation>
    </message>
    <message>
        <source>A♭ minor</source>
        <translation>la♭ mineur</translation>
    </message>
    <message>
        <source>B major</source>
        <translation>si majeur</translation>
    </message>
    <message>
        <source>B minor</source>
        <translation>si mineur</translation>
    </message>
    <message>
        <source>Back to the start</source>
        <translation>Retour au début</translation>
    </message>
    <message>
        <source>Back to the suggested place</source>
        <translation>Retour à l’endroit proposé</translation>
    </message>
    <message>
        <source>Back to the whole video</source>
        <translation>Retour à toute la vidéo</translation>
    </message>
    <message>
        <source>Backwards; again: faster</source>
        <translation>En arrière&#x202f;; encore&#xa0;: plus vite</translation>
    </message>
    <message>
        <source>Beats of a track that is dragged snap to cuts</source>
        <translation>Les temps d’un titre que l’on glisse s’alignent sur les coupes</translation>
    </message>
    <message>
        <source>Begin the range at the playhead</source>
        <translation>Commencer la plage à la tête de lecture</translation>
    </message>
    <message>
        <source>Begin the range here</source>
        <translation>Commencer la plage ici</translation>
    </message>
    <message>
        <source>Begin with the video</source>
        <translation>Commencer avec la vidéo</translation>
    </message>
    <message>
        <source>Brightness of mood</source>
        <translation>Clarté de l’ambiance</translation>
    </message>
    <message>
        <source>Built by</source>
        <translation>Construit par</translation>
    </message>
    <message>
        <source>Built on</source>
        <translation>Construit le</translation>
    </message>
    <message>
        <source>By EBU R128, as far as a track&apos;s peaks allow. The video&apos;s own sound is left as it is.</source>
        <translation>Selon EBU R128, dans la mesure où les crêtes d’un titre le permettent. Le son de la vidéo reste tel quel.</translation>
    </message>
    <message>
        <source>By how well each fits your video, and why it does.</source>
        <translation>Selon leur adéquation à votre vidéo, avec la raison.</translation>
    </message>
    <message>
        <source>B♭ major</source>
        <translation>si♭ majeur</translation>
    </message>
    <message>
        <source>B♭ minor</source>
        <translation>si♭ mineur</translation>
    </message>
    <message>
        <source>C major</source>
        <translation>do majeur</translation>
    </message>
    <message>
        <source>C minor</source>
        <translation>do mineur</translation>
    </message>
    <message>
        <source>Cache</source>
        <translation>Cache</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Cancel making the demo</source>
        <translation>Annuler la création de la démo</translation>
    </message>
    <message>
        <source>Cancel this export</source>
        <translation>Annuler cette exportation</translation>
    </message>
    <message>
        <source>Cancel what is done with GPU support</source>
        <translation>Annuler ce qui est en cours pour la prise en charge du GPU</translation>
    </message>
    <message>
        <source>Cancelled. What has come of a download stays for the next time.</source>
        <translation>Annulé. Ce qui a déjà été téléchargé reste pour la prochaine fois.</translation>
    </message>
    <message>
        <source>Change tags and note…</source>
        <translation>Modifier les mots-clés et la note…</translation>
    </message>
    <message>
        <source>Check for updates</source>
        <translation>Rechercher des mises à jour</translation>
    </message>
    <message>
        <source>Checking: {done} of {total} GB</source>
        <translation>Vérification&#xa0;: {done} Go sur {total}</translation>
    </message>
    <message>
        <source>Choose a folder that holds music files.</source>
        <translation>Choisissez un dossier qui contient des fichiers de musique.</translation>
    </message>
    <message>
        <source>Choose a music folder to rank your tracks for this video.</source>
        <translation>Choisissez un dossier de musique pour classer vos titres selon cette vidéo.</translation>
    </message>
    <message>
        <source>Choose a track first: {pin} pins the one you hear.</source>
        <translation>Choisissez d’abord un titre&#xa0;: {pin} épingle celui que vous entendez.</translation>
    </message>
    <message>
        <source>Choose another folder…</source>
        <translation>Choisir un autre dossier…</translation>
    </message>
    <message>
        <source>Choose another music folder</source>
        <translation>Choisir un autre dossier de musique</translation>
    </message>
    <message>
        <source>Choose the folder with the files of GPU support</source>
        <translation>Choisir le dossier qui contient les fichiers de la prise en charge du GPU</translation>
    </message>
    <message>
        <source>Choose the music folder</source>
        <translation>Choisir le dossier de musique</translation>
    </message>
    <message>
        <source>Choose the sound device</source>
        <translation>Choisir le périphérique audio</translation>
    </message>
    <message>
        <source>Choose what sound plays on</source>
        <translation>Choisir où le son est joué</translation>
    </message>
    <message>
        <source>Choose what sound plays on. Now: {device}</source>
        <translation>Choisir où le son est joué. Actuellement&#xa0;: {device}</translation>
    </message>
    <message>
        <source>Choose your music folder…</source>
        <translation>Choisir votre dossier de musique…</translation>
    </message>
    <message>
        <source>Clear all filters</source>
        <translation>Effacer tous les filtres</translation>
    </message>
    <message>
        <source>Clear search and filters</source>
        <translation>Effacer la recherche et les filtres</translation>
    </message>
    <message>
        <source>Clear the range</source>
        <translation>Effacer la plage</translation>
    </message>
    <message>
        <source>Clear the search</source>
        <translation>Effacer la recherche</translation>
    </message>
    <message>
        <source>Click a key and press another; Backspace takes it away, Esc keeps it. In the list, Enter plays the marked track.</source>
        <translation>Cliquez sur une touche et appuyez sur une autre&#x202f;; Retour arrière l’enlève, Échap la garde. Dans la liste, Entrée joue le titre marqué.</translation>
    </message>
    <message>
        <source>Click a track: it appears here, where it enters under your video.</source>
        <translation>Cliquez sur un titre&#xa0;: il apparaît ici, là où il entre sous votre vidéo.</translation>
    </message>
    <message>
        <source>Click and press other keys</source>
        <translation>Cliquer et appuyer sur d’autres touches</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Close the welcome</source>
        <translation>Fermer l’accueil</translation>
    </message>
    <message>
        <source>Colours of all windows. The button in the top bar changes them too.</source>
        <translation>Couleurs de toutes les fenêtres. Le bouton de la barre du haut les change aussi.</translation>
    </message>
    <message>
        <source>Commit</source>
        <translation>Commit</translation>
    </message>
    <message>
        <source>Comparing</source>
        <translation>Comparaison</translation>
    </message>
    <message>
        <source>Computing</source>
        <translation>Calcul</translation>
    </message>
    <message>
        <source>Computing on</source>
        <translation>Calcul avec</translation>
    </message>
    <message>
        <source>Computing on {provider}</source>
        <translation>Calcul avec {provider}</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Continuer</translation>
    </message>
    <message>
        <source>Continue with {name}</source>
        <translation>Continuer avec {name}</translation>
    </message>
    <message>
        <source>Copied a list of {count} file</source>
        <translation>Liste de {count} fichier copiée</translation>
    </message>
    <message>
        <source>Copied a list of {count} files</source>
        <translation>Liste de {count} fichiers copiée</translation>
    </message>
    <message>
        <source>Copied the path of {file}</source>
        <translation>Chemin de {file} copié</translation>
    </message>
    <message>
        <source>Copied {file}</source>
        <translation>{file} copié</translation>
    </message>
    <message>
        <source>Copy citation</source>
        <translation>Copier la citation</translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation>Copier les détails</translation>
    </message>
    <message>
        <source>Copy details of this build</source>
        <translation>Copier les détails de cette version</translation>
    </message>
    <message>
        <source>Copy file</source>
        <translation>Copier le fichier</translation>
    </message>
    <message>
        <source>Copy list</source>
        <translation>Copier la liste</translation>
    </message>
    <message>
        <source>Copy path</source>
        <translation>Copier le chemin</translation>
    </message>
    <message>
        <source>Copy report</source>
        <translation>Copier le rapport</translation>
    </message>
    <message>
        <source>Copy the citation</source>
        <translation>Copier la citation</translation>
    </message>
    <message>
        <source>Copy the list of these files with their reasons</source>
        <translation>Copier la liste de ces fichiers avec leurs raisons</translation>
    </message>
    <message>
        <source>Copy the track&apos;s file</source>
        <translation>Copier le fichier du titre</translation>
    </message>
    <message>
        <source>Copy the track&apos;s path</source>
        <translation>Copier le chemin du titre</translation>
    </message>
    <message>
        <source>C♯ major</source>
        <translation>do♯ majeur</translation>
    </message>
    <message>
        <source>C♯ minor</source>
        <translation>do♯ mineur</translation>
    </message>
    <message>
        <source>D major</source>
        <translation>ré majeur</translation>
    </message>
    <message>
        <source>D minor</source>
        <translation>ré mineur</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Sombre</translation>
    </message>
    <message>
        <source>Dark or light</source>
        <translation>Sombre ou clair</translation>
    </message>
    <message>
        <source>Date added</source>
        <translation>Date d’ajout</translation>
    </message>
    <message>
        <source>Decode the picture on the graphics card</source>
        <translation>Décoder l’image sur la carte graphique</translation>
    </message>
    <message>
        <source>Delete {size}</source>
        <translation>Supprimer {size}</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Détails</translation>
    </message>
    <message>
        <source>Details of this build are on the clipboard</source>
        <translation>Les détails de cette version sont dans le presse-papiers</translation>
    </message>
    <message>
        <source>Dismiss the message</source>
        <translation>Fermer le message</translation>
    </message>
    <message>
        <source>Download GPU support</source>
        <translation>Télécharger la prise en charge du GPU</translation>
    </message>
    <message>
        <source>Download GPU support ({size})</source>
        <translation>Télécharger la prise en charge du GPU ({size})</translation>
    </message>
    <message>
        <source>Downloading: {done} of {total} GB</source>
        <translation>Téléchargement&#xa0;: {done} Go sur {total}</translation>
    </message>
    <message>
        <source>Drag to move the track; Alt keeps it from snapping to cuts</source>
        <translation>Glissez pour déplacer le titre&#x202f;; Alt l’empêche de s’aligner sur les coupes</translation>
    </message>
    <message>
        <source>Drag to move the track; Alt makes it snap to cuts</source>
        <translation>Glissez pour déplacer le titre&#x202f;; Alt l’aligne sur les coupes</translation>
    </message>
    <message>
        <source>Drag to move this end of the range</source>
        <translation>Glissez pour déplacer cette extrémité de la plage</translation>
    </message>
    <message>
        <source>Drop a video here</source>
        <translation>Déposez une vidéo ici</translation>
    </message>
    <message>
        <source>Drop a video on the window to rank your tracks for it.</source>
        <translation>Déposez une vidéo dans la fenêtre pour classer vos titres selon elle.</translation>
    </message>
    <message>
        <source>Drop a video, a music folder or music files</source>
        <translation>Déposez une vidéo, un dossier de musique ou des fichiers de musique</translation>
    </message>
    <message>
        <source>Drop a video: your own music is ranked by how well it fits, and plays in time with the picture.</source>
        <translation>Déposez une vidéo&#xa0;: votre propre musique est classée selon son adéquation, et joue en phase avec l’image.</translation>
    </message>
    <message>
        <source>Drop to add this music to your library</source>
        <translation>Déposez pour ajouter cette musique à votre bibliothèque</translation>
    </message>
    <message>
        <source>Drop to open the video</source>
        <translation>Déposez pour ouvrir la vidéo</translation>
    </message>
    <message>
        <source>Drop to open the video with this music</source>
        <translation>Déposez pour ouvrir la vidéo avec cette musique</translation>
    </message>
    <message>
        <source>Duck the music under speech</source>
        <translation>Baisser la musique sous la parole</translation>
    </message>
    <message>
        <source>E major</source>
        <translation>mi majeur</translation>
    </message>
    <message>
        <source>E minor</source>
        <translation>mi mineur</translation>
    </message>
    <message>
        <source>Eight tracks appear one after the other, ranked for the film.</source>
        <translation>Huit titres apparaissent l’un après l’autre, classés pour le film.</translation>
    </message>
    <message>
        <source>Empty the cache</source>
        <translation>Vider le cache</translation>
    </message>
    <message>
        <source>Empty the cache…</source>
        <translation>Vider le cache…</translation>
    </message>
    <message>
        <source>Emptying deletes the small copies of videos that scrubbing needs, and where somebody speaks in them. They are made anew when a video is opened. Library, ratings and settings are not touched.</source>
        <translation>Vider supprime les petites copies des vidéos dont le parcours rapide a besoin, et les endroits où l’on y parle. Elles sont refaites quand une vidéo est ouverte. Bibliothèque, évaluations et réglages ne sont pas touchés.</translation>
    </message>
    <message>
        <source>End the range at the playhead</source>
        <translation>Finir la plage à la tête de lecture</translation>
    </message>
    <message>
        <source>End the range here</source>
        <translation>Finir la plage ici</translation>
    </message>
    <message>
        <source>End with the video</source>
        <translation>Finir avec la vidéo</translation>
    </message>
    <message>
        <source>Energy</source>
        <translation>Énergie</translation>
    </message>
    <message>
        <source>Enter or a click plays a track under the video.</source>
        <translation>Entrée ou un clic joue un titre sous la vidéo.</translation>
    </message>
    <message>
        <source>Enter plays the track that is marked in the list.</source>
        <translation>Entrée joue le titre marqué dans la liste.</translation>
    </message>
    <message>
        <source>Esc always leads out.</source>
        <translation>Échap fait toujours sortir.</translation>
    </message>
    <message>
        <source>Every command has a key, and every key can be changed: in the sheet that F1 opens.</source>
        <translation>Chaque commande a une touche, et chaque touche peut être changée&#xa0;: dans la feuille qu’ouvre F1.</translation>
    </message>
    <message>
        <source>Every track is played at the same loudness, so that none is liked for being louder. The files are not changed.</source>
        <translation>Chaque titre est joué au même niveau sonore, pour qu’aucun ne plaise parce qu’il est plus fort. Les fichiers ne sont pas modifiés.</translation>
    </message>
    <message>
        <source>Everything stays on this computer.</source>
        <translation>Tout reste sur cet ordinateur.</translation>
    </message>
    <message>
        <source>Execution provider: {provider}</source>
        <translation>Moteur de calcul&#xa0;: {provider}</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exporter</translation>
    </message>
    <message>
        <source>Export preview: the whole video</source>
        <translation>Exporter un aperçu&#xa0;: toute la vidéo</translation>
    </message>
    <message>
        <source>Export preview…</source>
        <translation>Exporter un aperçu…</translation>
    </message>
    <message>
        <source>Export the video with the track under it</source>
        <translation>Exporter la vidéo avec le titre dessous</translation>
    </message>
    <message>
        <source>Exported {count} preview</source>
        <translation>{count} aperçu exporté</translation>
    </message>
    <message>
        <source>Exported {count} previews</source>
        <translation>{count} aperçus exportés</translation>
    </message>
    <message>
        <source>Exported {file}</source>
        <translation>{file} exporté</translation>
    </message>
    <message>
        <source>Exporting {name}</source>
        <translation>Exportation de {name}</translation>
    </message>
    <message>
        <source>Exporting {name}  ·  {count} more</source>
        <translation>Exportation de {name}  ·  encore {count}</translation>
    </message>
    <message>
        <source>E♭ major</source>
        <translation>mi♭ majeur</translation>
    </message>
    <message>
        <source>E♭ minor</source>
        <translation>mi♭ mineur</translation>
    </message>
    <message>
        <source>F major</source>
        <translation>fa majeur</translation>
    </message>
    <message>
        <source>F minor</source>
        <translation>fa mineur</translation>
    </message>
    <message>
        <source>Favourite</source>
        <translation>Favori</translation>
    </message>
    <message>
        <source>Favourite or not</source>
        <translation>Favori ou non</translation>
    </message>
    <message>
        <source>Favourites only</source>
        <translation>Favoris seulement</translation>
    </message>
    <message>
        <source>File name</source>
        <translation>Nom du fichier</translation>
    </message>
    <message>
        <source>Files left out</source>
        <translation>Fichiers écartés</translation>
    </message>
    <message>
        <source>Files left out and why</source>
        <translation>Fichiers écartés et raisons</translation>
    </message>
    <message>
        <source>Files left out, and why</source>
        <translation>Fichiers écartés, et pourquoi</translation>
    </message>
    <message>
        <source>Filter: {filter}. Take it away</source>
        <translation>Filtre&#xa0;: {filter}. L’enlever</translation>
    </message>
    <message>
        <source>Filters</source>
        <translation>Filtres</translation>
    </message>
    <message>
        <source>Find a command or a key</source>
        <translation>Trouver une commande ou une touche</translation>
    </message>
    <message>
        <source>Find a part or a licence</source>
        <translation>Trouver un composant ou une licence</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>Adéquation</translation>
    </message>
    <message>
        <source>Fit by placement</source>
        <translation>Adéquation selon l’endroit</translation>
    </message>
    <message>
        <source>Flip between A and B</source>
        <translation>Basculer entre A et B</translation>
    </message>
    <message>
        <source>Flip between the pinned tracks</source>
        <translation>Basculer entre les titres épinglés</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Dossier</translation>
    </message>
    <message>
        <source>Folders</source>
        <translation>Dossiers</translation>
    </message>
    <message>
        <source>Forwards; again: faster</source>
        <translation>En avant&#x202f;; encore&#xa0;: plus vite</translation>
    </message>
    <message>
        <source>F♯ major</source>
        <translation>fa♯ majeur</translation>
    </message>
    <message>
        <source>F♯ minor</source>
        <translation>fa♯ mineur</translation>
    </message>
    <message>
        <source>G major</source>
        <translation>sol majeur</translation>
    </message>
    <message>
        <source>G minor</source>
        <translation>sol mineur</translation>
    </message>
    <message>
        <source>GPU support</source>
        <translation>Prise en charge du GPU</translation>
    </message>
    <message>
        <source>GPU support is installed. It is used from the next start on.</source>
        <translation>La prise en charge du GPU est installée. Elle sert dès le prochain démarrage.</translation>
    </message>
    <message>
        <source>GPU support is installed: {size}.</source>
        <translation>La prise en charge du GPU est installée&#xa0;: {size}.</translation>
    </message>
    <message>
        <source>GPU support is not installed, so the processor computes. It is NVIDIA&apos;s own software, too large to come with the program: {size} on the disk, and {needed} have to be free to install it.</source>
        <translation>La prise en charge du GPU n’est pas installée, c’est donc le processeur qui calcule. C’est un logiciel de NVIDIA, trop gros pour venir avec le programme&#xa0;: {size} sur le disque, et {needed} doivent être libres pour l’installer.</translation>
    </message>
    <message>
        <source>GPU support is not installed; {size} of it have come.</source>
        <translation>La prise en charge du GPU n’est pas installée&#x202f;; {size} en sont déjà arrivés.</translation>
    </message>
    <message>
        <source>GPU support: how far it is</source>
        <translation>Prise en charge du GPU&#xa0;: avancement</translation>
    </message>
    <message>
        <source>General</source>
        <translation>Général</translation>
    </message>
    <message>
        <source>Getting ready…</source>
        <translation>Préparation…</translation>
    </message>
    <message>
        <source>Give every command its first keys</source>
        <translation>Rendre à chaque commande ses premières touches</translation>
    </message>
    <message>
        <source>Go on listening to the library</source>
        <translation>Continuer d’écouter la bibliothèque</translation>
    </message>
    <message>
        <source>Goes on by itself when the machine is plugged in again.</source>
        <translation>Continue tout seul quand l’appareil est de nouveau branché.</translation>
    </message>
    <message>
        <source>Hear both sounds</source>
        <translation>Entendre les deux sons</translation>
    </message>
    <message>
        <source>Hear only the music</source>
        <translation>N’entendre que la musique</translation>
    </message>
    <message>
        <source>Hear only the original sound</source>
        <translation>N’entendre que le son d’origine</translation>
    </message>
    <message>
        <source>Hear the first tracks in turn, or stop</source>
        <translation>Entendre les premiers titres tour à tour, ou arrêter</translation>
    </message>
    <message>
        <source>Hear the first {count} track in turn</source>
        <translation>Entendre le premier titre ({count})</translation>
    </message>
    <message>
        <source>Hear the first {count} tracks in turn</source>
        <translation>Entendre tour à tour les {count} premiers titres</translation>
    </message>
    <message>
        <source>Hold; with J or L: frame by frame</source>
        <translation>Pause&#x202f;; avec J ou L&#xa0;: image par image</translation>
    </message>
    <message>
        <source>Homepage</source>
        <translation>Site web</translation>
    </message>
    <message>
        <source>How far the music is turned down</source>
        <translation>De combien la musique est baissée</translation>
    </message>
    <message>
        <source>How long a tour is, and how much of each track</source>
        <translation>La longueur d’un tour d’écoute, et la part de chaque titre</translation>
    </message>
    <message>
        <source>How long coming back takes</source>
        <translation>Le temps que prend la remontée</translation>
    </message>
    <message>
        <source>How long turning down takes</source>
        <translation>Le temps que prend la baisse</translation>
    </message>
    <message>
        <source>How much later (+) or earlier (−) the track lies than suggested</source>
        <translation>De combien le titre est plus tard (+) ou plus tôt (−) que proposé</translation>
    </message>
    <message>
        <source>How the music gives way to speech is set beside the volumes, where it is heard at once.</source>
        <translation>La façon dont la musique cède à la parole se règle à côté des volumes, où on l’entend aussitôt.</translation>
    </message>
    <message>
        <source>How the tour goes</source>
        <translation>Le déroulement du tour</translation>
    </message>
    <message>
        <source>How well the track fits wherever it is placed. Click: {entry}</source>
        <translation>L’adéquation du titre où qu’il soit placé. Clic&#xa0;: {entry}</translation>
    </message>
    <message>
        <source>In use now: the NVIDIA card, by CUDA.</source>
        <translation>En service&#xa0;: la carte NVIDIA, par CUDA.</translation>
    </message>
    <message>
        <source>In use now: the processor.</source>
        <translation>En service&#xa0;: le processeur.</translation>
    </message>
    <message>
        <source>It contains work of many others. Their licences, and where the source code of every part is to be had, lie on the page Licences.</source>
        <translation>Il contient le travail de beaucoup d’autres. Leurs licences, et où trouver le code source de chaque composant, sont à la page Licences.</translation>
    </message>
    <message>
        <source>Kept with the track, wherever its file goes.</source>
        <translation>Gardé avec le titre, où qu’aille son fichier.</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Tonalité</translation>
    </message>
    <message>
        <source>Keys</source>
        <comment>of the keyboard</comment>
        <translation>Touches</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Touches</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Langue</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>Laisser</translation>
    </message>
    <message>
        <source>Leave the cache as it is</source>
        <translation>Laisser le cache tel quel</translation>
    </message>
    <message>
        <source>Leave the key where it is</source>
        <translation>Laisser la touche où elle est</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>Durée</translation>
    </message>
    <message>
        <source>Length of the video: {length}</source>
        <translation>Durée de la vidéo&#xa0;: {length}</translation>
    </message>
    <message>
        <source>Levels</source>
        <translation>Niveaux</translation>
    </message>
    <message>
        <source>Levels and ducking</source>
        <translation>Niveaux et atténuation</translation>
    </message>
    <message>
        <source>Levels and ducking, in the window</source>
        <translation>Niveaux et atténuation, dans la fenêtre</translation>
    </message>
    <message>
        <source>Levels and ducking…</source>
        <translation>Niveaux et atténuation…</translation>
    </message>
    <message>
        <source>Library</source>
        <translation>Bibliothèque</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>Licence</translation>
    </message>
    <message>
        <source>Licences</source>
        <translation>Licences</translation>
    </message>
    <message>
        <source>Licences and source code</source>
        <translation>Licences et code source</translation>
    </message>
    <message>
        <source>Licences and source code of all parts</source>
        <translation>Licences et code source de tous les composants</translation>
    </message>
    <message>
        <source>Licences of all parts</source>
        <translation>Licences de tous les composants</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Clair</translation>
    </message>
    <message>
        <source>Like the desktop</source>
        <translation>Comme le bureau</translation>
    </message>
    <message>
        <source>Listening</source>
        <comment>to the library</comment>
        <translation>Écoute</translation>
    </message>
    <message>
        <source>Listening and looking are computed with</source>
        <translation>L’écoute et l’analyse de l’image se calculent avec</translation>
    </message>
    <message>
        <source>Listening for speech…</source>
        <translation>Recherche de la parole…</translation>
    </message>
    <message>
        <source>Listening goes on</source>
        <translation>L’écoute continue</translation>
    </message>
    <message>
        <source>Listening in full</source>
        <translation>Écoute complète</translation>
    </message>
    <message>
        <source>Listening is paused</source>
        <translation>L’écoute est en pause</translation>
    </message>
    <message>
        <source>Listening to the library</source>
        <translation>Écoute de la bibliothèque</translation>
    </message>
    <message>
        <source>Listening to the library is paused</source>
        <translation>L’écoute de la bibliothèque est en pause</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>Journal</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>Regarder de nouveau</translation>
    </message>
    <message>
        <source>Look again at the music folders</source>
        <translation>Parcourir de nouveau les dossiers de musique</translation>
    </message>
    <message>
        <source>Look again at what the folders hold</source>
        <translation>Regarder de nouveau ce que contiennent les dossiers</translation>
    </message>
    <message>
        <source>Look at the picture again</source>
        <translation>Regarder de nouveau l’image</translation>
    </message>
    <message>
        <source>Look for devices again</source>
        <translation>Chercher de nouveau des périphériques</translation>
    </message>
    <message>
        <source>Look for updates when the program starts, once a week</source>
        <translation>Rechercher des mises à jour au démarrage du programme, une fois par semaine</translation>
    </message>
    <message>
        <source>Looking at the folder</source>
        <translation>Parcours du dossier</translation>
    </message>
    <message>
        <source>Looking at the music folders…</source>
        <translation>Parcours des dossiers de musique…</translation>
    </message>
    <message>
        <source>Looking at the picture</source>
        <translation>Analyse de l’image</translation>
    </message>
    <message>
        <source>Looking at the picture  {percent}%</source>
        <translation>Analyse de l’image  {percent}&#x202f;%</translation>
    </message>
    <message>
        <source>Looking at {name}</source>
        <translation>Analyse de {name}</translation>
    </message>
    <message>
        <source>Looking for an NVIDIA card…</source>
        <translation>Recherche d’une carte NVIDIA…</translation>
    </message>
    <message>
        <source>Looking for music…</source>
        <translation>Recherche de musique…</translation>
    </message>
    <message>
        <source>Looking for updates…</source>
        <translation>Recherche de mises à jour…</translation>
    </message>
    <message>
        <source>Looking through {where}: {count} track so far</source>
        <translation>Parcours de {where}&#xa0;: {count} titre jusqu’ici</translation>
    </message>
    <message>
        <source>Looking through {where}: {count} tracks so far</source>
        <translation>Parcours de {where}&#xa0;: {count} titres jusqu’ici</translation>
    </message>
    <message>
        <source>Looking through {where}…</source>
        <translation>Parcours de {where}…</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>Examen…</translation>
    </message>
    <message>
        <source>Loop the range</source>
        <translation>Répéter la plage</translation>
    </message>
    <message>
        <source>Loop the range, or the video</source>
        <translation>Répéter la plage, ou la vidéo</translation>
    </message>
    <message>
        <source>Loop the video</source>
        <translation>Répéter la vidéo</translation>
    </message>
    <message>
        <source>Loudness</source>
        <translation>Niveau sonore</translation>
    </message>
    <message>
        <source>Loudness that tracks are matched to</source>
        <translation>Niveau sonore auquel les titres sont amenés</translation>
    </message>
    <message>
        <source>Making the demo</source>
        <translation>La démo est en cours de création</translation>
    </message>
    <message>
        <source>Making the demo&apos;s music: {made} of {all}</source>
        <translation>Création de la musique de la démo&#xa0;: {made} sur {all}</translation>
    </message>
    <message>
        <source>Making the demo…</source>
        <translation>Création de la démo…</translation>
    </message>
    <message>
        <source>Marking tracks</source>
        <translation>Évaluer des titres</translation>
    </message>
    <message>
        <source>Match the tracks&apos; levels</source>
        <translation>Égaliser les niveaux des titres</translation>
    </message>
    <message>
        <source>Message: {sentence}</source>
        <translation>Message&#xa0;: {sentence}</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>Méthode</translation>
    </message>
    <message>
        <source>Model pack: {pack}</source>
        <translation>Paquet de modèles&#xa0;: {pack}</translation>
    </message>
    <message>
        <source>Mood</source>
        <translation>Ambiance</translation>
    </message>
    <message>
        <source>More is sooner done and leaves less of the processor to other programs.</source>
        <translation>Plus finit plus tôt et laisse moins du processeur aux autres programmes.</translation>
    </message>
    <message>
        <source>Music</source>
        <comment>caption of the sliders: the track under the video</comment>
        <translation>Musique</translation>
    </message>
    <message>
        <source>Music folders</source>
        <translation>Dossiers de musique</translation>
    </message>
    <message>
        <source>Music folders: {name}</source>
        <translation>Dossiers de musique&#xa0;: {name}</translation>
    </message>
    <message>
        <source>Music folders…</source>
        <translation>Dossiers de musique…</translation>
    </message>
    <message>
        <source>Music is read, never changed or moved.</source>
        <translation>La musique est lue, jamais modifiée ni déplacée.</translation>
    </message>
    <message>
        <source>Music is read, never changed, moved or uploaded.</source>
        <translation>La musique est lue, jamais modifiée, déplacée ni envoyée.</translation>
    </message>
    <message>
        <source>Music is read, never changed. Ratings and notes of a folder that is removed are kept.</source>
        <translation>La musique est lue, jamais modifiée. Les évaluations et notes d’un dossier enlevé sont gardées.</translation>
    </message>
    <message>
        <source>Mute the music</source>
        <translation>Couper la musique</translation>
    </message>
    <message>
        <source>Mute the original sound</source>
        <translation>Couper le son d’origine</translation>
    </message>
    <message>
        <source>NVIDIA card (CUDA)</source>
        <translation>Carte NVIDIA (CUDA)</translation>
    </message>
    <message>
        <source>NVIDIA&apos;s driver is installed, but sees no card: {problem}.</source>
        <translation>Le pilote de NVIDIA est installé, mais ne voit aucune carte&#xa0;: {problem}.</translation>
    </message>
    <message>
        <source>NVIDIA&apos;s driver is not found on this computer. With an NVIDIA card, install its driver first; other cards are not used.</source>
        <translation>Le pilote de NVIDIA est introuvable sur cet ordinateur. Avec une carte NVIDIA, installez d’abord son pilote&#x202f;; les autres cartes ne sont pas utilisées.</translation>
    </message>
    <message>
        <source>Narrow the list down</source>
        <translation>Réduire la liste</translation>
    </message>
    <message>
        <source>Never suggest the track</source>
        <translation>Ne jamais proposer le titre</translation>
    </message>
    <message>
        <source>Never suggest this</source>
        <translation>Ne jamais proposer ceci</translation>
    </message>
    <message>
        <source>New order  ·  Update</source>
        <comment>of the list</comment>
        <translation>Nouvel ordre  ·  Mettre à jour</translation>
    </message>
    <message>
        <source>No action</source>
        <translation>Aucune action</translation>
    </message>
    <message>
        <source>No browser could be started; the page is {address}.</source>
        <translation>Aucun navigateur n’a pu être lancé&#x202f;; la page est {address}.</translation>
    </message>
    <message>
        <source>No file manager could be started to show {file}: it is in {folder}.</source>
        <translation>Aucun gestionnaire de fichiers n’a pu être lancé pour montrer {file}&#xa0;: il est dans {folder}.</translation>
    </message>
    <message>
        <source>No file manager could be started; the folder is {folder}.</source>
        <translation>Aucun gestionnaire de fichiers n’a pu être lancé&#x202f;; le dossier est {folder}.</translation>
    </message>
    <message>
        <source>No folder yet.</source>
        <translation>Aucun dossier pour l’instant.</translation>
    </message>
    <message>
        <source>No music folder</source>
        <translation>Aucun dossier de musique</translation>
    </message>
    <message>
        <source>No music found yet.</source>
        <translation>Aucune musique trouvée pour l’instant.</translation>
    </message>
    <message>
        <source>No music in this folder</source>
        <translation>Aucune musique dans ce dossier</translation>
    </message>
    <message>
        <source>No sound device: playing silently</source>
        <translation>Aucun périphérique audio&#xa0;: lecture muette</translation>
    </message>
    <message>
        <source>No speech found</source>
        <translation>Aucune parole trouvée</translation>
    </message>
    <message>
        <source>No video</source>
        <translation>Aucune vidéo</translation>
    </message>
    <message>
        <source>None of these tracks sounds here.</source>
        <translation>Aucun de ces titres ne sonne ici.</translation>
    </message>
    <message>
        <source>Not a favourite any more</source>
        <translation>N’est plus un favori</translation>
    </message>
    <message>
        <source>Not analysed</source>
        <translation>Non analysé</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Pas maintenant</translation>
    </message>
    <message>
        <source>Not there now: what is known of its tracks is kept. {folder}</source>
        <translation>Absent pour l’instant&#xa0;: ce que l’on sait de ses titres est gardé. {folder}</translation>
    </message>
    <message>
        <source>Note</source>
        <comment>what somebody wrote of a track</comment>
        <translation>Note</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>Rien trouvé</translation>
    </message>
    <message>
        <source>Nothing is called that.</source>
        <translation>Rien ne s’appelle ainsi.</translation>
    </message>
    <message>
        <source>Nothing is pinned: press {pin} to pin the track you hear, then another one, and {flip} to flip.</source>
        <translation>Rien n’est épinglé&#xa0;: {pin} épingle le titre que vous entendez, puis un autre, et {flip} bascule.</translation>
    </message>
    <message>
        <source>Off unless you switch it on. An update is told in one line, with a button to its page.</source>
        <translation>Désactivé tant que vous ne l’activez pas. Une mise à jour est annoncée en une ligne, avec un bouton vers sa page.</translation>
    </message>
    <message>
        <source>Only files of this computer can be dropped here</source>
        <translation>Seuls des fichiers de cet ordinateur peuvent être déposés ici</translation>
    </message>
    <message>
        <source>Only this track is pinned: choose another one, or pin it with {pin}, and {flip} flips between the two.</source>
        <translation>Seul ce titre est épinglé&#xa0;: choisissez-en un autre, ou épinglez-le avec {pin}, et {flip} bascule entre les deux.</translation>
    </message>
    <message>
        <source>Only while I am not at the machine</source>
        <translation>Seulement quand je ne suis pas devant l’appareil</translation>
    </message>
    <message>
        <source>Open a video</source>
        <translation>Ouvrir une vidéo</translation>
    </message>
    <message>
        <source>Open a video to hear tracks under it.</source>
        <translation>Ouvrez une vidéo pour entendre des titres dessous.</translation>
    </message>
    <message>
        <source>Open again what was open last</source>
        <translation>Rouvrir ce qui était ouvert en dernier</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>Ouvrir le dossier</translation>
    </message>
    <message>
        <source>Open page</source>
        <translation>Ouvrir la page</translation>
    </message>
    <message>
        <source>Open the licence at gnu.org in the browser</source>
        <translation>Ouvrir la licence sur gnu.org dans le navigateur</translation>
    </message>
    <message>
        <source>Open the page of the update in the browser</source>
        <translation>Ouvrir la page de la mise à jour dans le navigateur</translation>
    </message>
    <message>
        <source>Open the paper</source>
        <translation>Ouvrir l’article</translation>
    </message>
    <message>
        <source>Open the paper at arxiv.org in the browser</source>
        <translation>Ouvrir l’article sur arxiv.org dans le navigateur</translation>
    </message>
    <message>
        <source>Open the part&apos;s homepage in the browser</source>
        <translation>Ouvrir le site du composant dans le navigateur</translation>
    </message>
    <message>
        <source>Open video…</source>
        <translation>Ouvrir une vidéo…</translation>
    </message>
    <message>
        <source>Open…</source>
        <translation>Ouvrir…</translation>
    </message>
    <message>
        <source>Or just drop a video anywhere on this window.</source>
        <translation>Ou déposez simplement une vidéo n’importe où dans cette fenêtre.</translation>
    </message>
    <message>
        <source>Original</source>
        <comment>caption of the sliders: the video&apos;s own sound</comment>
        <translation>Original</translation>
    </message>
    <message>
        <source>Pack</source>
        <translation>Paquet</translation>
    </message>
    <message>
        <source>Pack {pack}</source>
        <translation>Paquet {pack}</translation>
    </message>
    <message>
        <source>Pages of the settings</source>
        <translation>Pages des réglages</translation>
    </message>
    <message>
        <source>Parts and their licences</source>
        <translation>Composants et leurs licences</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Pause listening to the library</source>
        <translation>Mettre en pause l’écoute de la bibliothèque</translation>
    </message>
    <message>
        <source>Pause listening to the library, or go on</source>
        <translation>Mettre en pause l’écoute de la bibliothèque, ou continuer</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Image</translation>
    </message>
    <message>
        <source>Picture not analysed</source>
        <translation>Image non analysée</translation>
    </message>
    <message>
        <source>Picture: original</source>
        <translation>Image&#xa0;: original</translation>
    </message>
    <message>
        <source>Picture: original ({hardware})</source>
        <translation>Image&#xa0;: original ({hardware})</translation>
    </message>
    <message>
        <source>Picture: proxy</source>
        <translation>Image&#xa0;: petite copie</translation>
    </message>
    <message>
        <source>Picture: proxy ({hardware})</source>
        <translation>Image&#xa0;: petite copie ({hardware})</translation>
    </message>
    <message>
        <source>Pin</source>
        <comment>a track, to compare it</comment>
        <translation>Épingler</translation>
    </message>
    <message>
        <source>Pin the track you hear</source>
        <translation>Épingler le titre que vous entendez</translation>
    </message>
    <message>
        <source>Pin the track you hear, or unpin it</source>
        <translation>Épingler le titre que vous entendez, ou le détacher</translation>
    </message>
    <message>
        <source>Place {number}</source>
        <comment>one of the best places of a track</comment>
        <translation>Endroit {number}</translation>
    </message>
    <message>
        <source>Placing the track</source>
        <translation>Placement du titre</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>Lire</translation>
    </message>
    <message>
        <source>Play or hold</source>
        <translation>Lire ou mettre en pause</translation>
    </message>
    <message>
        <source>Playback</source>
        <translation>Lecture</translation>
    </message>
    <message>
        <source>Playing</source>
        <translation>Lecture</translation>
    </message>
    <message>
        <source>Playing on {device}.</source>
        <translation>Lecture sur {device}.</translation>
    </message>
    <message>
        <source>Playing {title}</source>
        <translation>Lecture de {title}</translation>
    </message>
    <message>
        <source>Position: {time}</source>
        <comment>of the playhead</comment>
        <translation>Position&#xa0;: {time}</translation>
    </message>
    <message>
        <source>Press keys…</source>
        <translation>Appuyez sur des touches…</translation>
    </message>
    <message>
        <source>Preview</source>
        <comment>where the video&apos;s picture is shown</comment>
        <translation>Aperçu</translation>
    </message>
    <message>
        <source>Privacy</source>
        <translation>Confidentialité</translation>
    </message>
    <message>
        <source>Privacy &amp; updates</source>
        <translation>Confidentialité et mises à jour</translation>
    </message>
    <message>
        <source>Processor</source>
        <translation>Processeur</translation>
    </message>
    <message>
        <source>Put the track where it was suggested</source>
        <translation>Remettre le titre là où il était proposé</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Quitter</translation>
    </message>
    <message>
        <source>Range</source>
        <translation>Plage</translation>
    </message>
    <message>
        <source>Range {range}</source>
        <translation>Plage {range}</translation>
    </message>
    <message>
        <source>Ranked tracks</source>
        <translation>Titres classés</translation>
    </message>
    <message>
        <source>Ranks your own music by how well it fits your video, and plays both in time.</source>
        <translation>Classe votre propre musique selon son adéquation à votre vidéo, et joue les deux en phase.</translation>
    </message>
    <message>
        <source>Rate the track {rating} of 5</source>
        <translation>Donner au titre {rating} sur 5</translation>
    </message>
    <message>
        <source>Rating</source>
        <translation>Évaluation</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>Prêt</translation>
    </message>
    <message>
        <source>Ready when your video is</source>
        <translation>Prêt dès que votre vidéo l’est</translation>
    </message>
    <message>
        <source>Release</source>
        <comment>how long ducking takes to let the music come back</comment>
        <translation>Relâchement</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Enlever</translation>
    </message>
    <message>
        <source>Remove GPU support</source>
        <translation>Enlever la prise en charge du GPU</translation>
    </message>
    <message>
        <source>Remove {folder} from the library</source>
        <translation>Enlever {folder} de la bibliothèque</translation>
    </message>
    <message>
        <source>Removing GPU support</source>
        <translation>La prise en charge du GPU est enlevée</translation>
    </message>
    <message>
        <source>Reset all</source>
        <comment>keys to the ones they came with</comment>
        <translation>Tout rétablir</translation>
    </message>
    <message>
        <source>Reset all keys?</source>
        <translation>Rétablir toutes les touches&#x202f;?</translation>
    </message>
    <message>
        <source>Reset to defaults</source>
        <translation>Rétablir les valeurs par défaut</translation>
    </message>
    <message>
        <source>Reversed</source>
        <comment>the order of the list</comment>
        <translation>Inversé</translation>
    </message>
    <message>
        <source>Room on the disk</source>
        <translation>Place sur le disque</translation>
    </message>
    <message>
        <source>Search for less, or take a filter away.</source>
        <translation>Raccourcissez la recherche, ou enlevez un filtre.</translation>
    </message>
    <message>
        <source>Search the tracks</source>
        <translation>Chercher dans les titres</translation>
    </message>
    <message>
        <source>Search title, artist, album, file</source>
        <translation>Chercher titre, artiste, album, fichier</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Réglages</translation>
    </message>
    <message>
        <source>Settings — TIVM Desktop</source>
        <translation>Réglages — TIVM Desktop</translation>
    </message>
    <message>
        <source>Show</source>
        <comment>in the file manager</comment>
        <translation>Montrer</translation>
    </message>
    <message>
        <source>Show and change the keys</source>
        <translation>Montrer et changer les touches</translation>
    </message>
    <message>
        <source>Show in file manager</source>
        <translation>Montrer dans le gestionnaire de fichiers</translation>
    </message>
    <message>
        <source>Show it in the file manager</source>
        <translation>Le montrer dans le gestionnaire de fichiers</translation>
    </message>
    <message>
        <source>Show the exported file</source>
        <translation>Montrer le fichier exporté</translation>
    </message>
    <message>
        <source>Show the new order</source>
        <translation>Montrer le nouvel ordre</translation>
    </message>
    <message>
        <source>Show the track in the file manager</source>
        <translation>Montrer le titre dans le gestionnaire de fichiers</translation>
    </message>
    <message>
        <source>Show what is never suggested, too</source>
        <translation>Montrer aussi ce qui n’est jamais proposé</translation>
    </message>
    <message>
        <source>Show {file} in the file manager</source>
        <translation>Montrer {file} dans le gestionnaire de fichiers</translation>
    </message>
    <message>
        <source>Show, add and remove music folders</source>
        <translation>Montrer, ajouter et enlever des dossiers de musique</translation>
    </message>
    <message>
        <source>Small copies of videos, and what else is made anew when it is wanted.</source>
        <translation>Petites copies de vidéos, et ce qui est refait quand on en a besoin.</translation>
    </message>
    <message>
        <source>Snap to cuts</source>
        <translation>Aligner sur les coupes</translation>
    </message>
    <message>
        <source>Snap to cuts or not</source>
        <translation>Aligner sur les coupes ou non</translation>
    </message>
    <message>
        <source>Something went wrong inside TIVM Desktop: {error}</source>
        <translation>Quelque chose s’est mal passé dans TIVM Desktop&#xa0;: {error}</translation>
    </message>
    <message>
        <source>Sort</source>
        <translation>Trier</translation>
    </message>
    <message>
        <source>Sort by</source>
        <translation>Trier par</translation>
    </message>
    <message>
        <source>Sort the list</source>
        <translation>Trier la liste</translation>
    </message>
    <message>
        <source>Sorted {order}</source>
        <translation>Trié {order}</translation>
    </message>
    <message>
        <source>Sound</source>
        <translation>Son</translation>
    </message>
    <message>
        <source>Sound device</source>
        <translation>Périphérique audio</translation>
    </message>
    <message>
        <source>Sound device: {device}</source>
        <translation>Périphérique audio&#xa0;: {device}</translation>
    </message>
    <message>
        <source>Sound devices</source>
        <translation>Périphériques audio</translation>
    </message>
    <message>
        <source>Sound: {device}</source>
        <translation>Son&#xa0;: {device}</translation>
    </message>
    <message>
        <source>Source code of all parts</source>
        <translation>Code source de tous les composants</translation>
    </message>
    <message>
        <source>Speech in {count} place</source>
        <translation>Parole à {count} endroit</translation>
    </message>
    <message>
        <source>Speech in {count} places</source>
        <translation>Parole à {count} endroits</translation>
    </message>
    <message>
        <source>Speech pack</source>
        <translation>Paquet de détection de la parole</translation>
    </message>
    <message>
        <source>Speed {speed}</source>
        <translation>Vitesse {speed}</translation>
    </message>
    <message>
        <source>Start</source>
        <comment>the page before there is a video</comment>
        <translation>Accueil</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Démarrage</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>État</translation>
    </message>
    <message>
        <source>Stop analysing the video, or put a message away</source>
        <translation>Arrêter l’analyse de la vidéo, ou écarter un message</translation>
    </message>
    <message>
        <source>Stop ducking the music under speech</source>
        <translation>Ne plus baisser la musique sous la parole</translation>
    </message>
    <message>
        <source>Stop looking at the picture</source>
        <translation>Ne plus regarder l’image</translation>
    </message>
    <message>
        <source>Stop the tour</source>
        <translation>Arrêter le tour</translation>
    </message>
    <message>
        <source>Storage</source>
        <translation>Stockage</translation>
    </message>
    <message>
        <source>Suggest again</source>
        <translation>Proposer de nouveau</translation>
    </message>
    <message>
        <source>System</source>
        <translation>Système</translation>
    </message>
    <message>
        <source>System</source>
        <comment>the language of the system</comment>
        <translation>Système</translation>
    </message>
    <message>
        <source>System default</source>
        <translation>Choix du système</translation>
    </message>
    <message>
        <source>TIVM Desktop ended unexpectedly {when} while it was starting.</source>
        <translation>TIVM Desktop s’est terminé de façon inattendue {when} pendant son démarrage.</translation>
    </message>
    <message>
        <source>TIVM Desktop ended unexpectedly {when} while {name} was playing.</source>
        <translation>TIVM Desktop s’est terminé de façon inattendue {when} pendant la lecture de {name}.</translation>
    </message>
    <message>
        <source>TIVM Desktop ended unexpectedly {when} with {name} open.</source>
        <translation>TIVM Desktop s’est terminé de façon inattendue {when}&#x202f;; {name} était ouvert.</translation>
    </message>
    <message>
        <source>TIVM Desktop ended unexpectedly {when}.</source>
        <translation>TIVM Desktop s’est terminé de façon inattendue {when}.</translation>
    </message>
    <message>
        <source>TIVM Desktop is free software under the GNU General Public License, version 3 or later: use it, study it, change it and pass it on. It comes without any warranty.</source>
        <translation>TIVM Desktop est un logiciel libre sous la GNU General Public License, version 3 ou ultérieure&#xa0;: utilisez-le, étudiez-le, modifiez-le et transmettez-le. Il est fourni sans aucune garantie.</translation>
    </message>
    <message>
        <source>TIVM Desktop {version} is out.</source>
        <translation>TIVM Desktop {version} est paru.</translation>
    </message>
    <message>
        <source>TIVM Desktop {version} is the latest version.</source>
        <translation>TIVM Desktop {version} est la dernière version.</translation>
    </message>
    <message>
        <source>Tab moves between the controls.</source>
        <translation>Tab passe d’un élément au suivant.</translation>
    </message>
    <message>
        <source>Tags and note</source>
        <translation>Mots-clés et note</translation>
    </message>
    <message>
        <source>Tags and note…</source>
        <translation>Mots-clés et note…</translation>
    </message>
    <message>
        <source>Tags of your own, with commas between them</source>
        <translation>Vos propres mots-clés, séparés par des virgules</translation>
    </message>
    <message>
        <source>Tags, with commas between them</source>
        <translation>Mots-clés, séparés par des virgules</translation>
    </message>
    <message>
        <source>Take it away</source>
        <comment>a filter</comment>
        <translation>L’enlever</translation>
    </message>
    <message>
        <source>Take it over</source>
        <translation>Prendre</translation>
    </message>
    <message>
        <source>Take it with you</source>
        <translation>Emporter</translation>
    </message>
    <message>
        <source>Take the key over</source>
        <translation>Prendre la touche</translation>
    </message>
    <message>
        <source>Take the rating away</source>
        <translation>Enlever l’évaluation</translation>
    </message>
    <message>
        <source>Tempo</source>
        <translation>Tempo</translation>
    </message>
    <message>
        <source>Tension</source>
        <translation>Tension</translation>
    </message>
    <message>
        <source>Text of the licence</source>
        <translation>Texte de la licence</translation>
    </message>
    <message>
        <source>Text: {name}</source>
        <translation>Texte&#xa0;: {name}</translation>
    </message>
    <message>
        <source>The NVIDIA card is not used: {why}.</source>
        <translation>La carte NVIDIA n’est pas utilisée&#xa0;: {why}.</translation>
    </message>
    <message>
        <source>The aim is the method of</source>
        <translation>Le but est la méthode de</translation>
    </message>
    <message>
        <source>The best place: {entry}</source>
        <translation>Le meilleur endroit&#xa0;: {entry}</translation>
    </message>
    <message>
        <source>The best track</source>
        <translation>Le meilleur titre</translation>
    </message>
    <message>
        <source>The demo can&apos;t be made, its process ended unexpectedly: try again, or drop a video of your own.</source>
        <translation>La démo ne peut pas être créée, son processus s’est terminé de façon inattendue&#xa0;: réessayez, ou déposez une vidéo à vous.</translation>
    </message>
    <message>
        <source>The demo is not made</source>
        <translation>La démo n’a pas été créée</translation>
    </message>
    <message>
        <source>The demo is ready</source>
        <translation>La démo est prête</translation>
    </message>
    <message>
        <source>The first tracks appear as soon as video and music are analysed.</source>
        <translation>Les premiers titres apparaissent dès que la vidéo et la musique sont analysées.</translation>
    </message>
    <message>
        <source>The last track</source>
        <translation>Le dernier titre</translation>
    </message>
    <message>
        <source>The music folders</source>
        <translation>Les dossiers de musique</translation>
    </message>
    <message>
        <source>The music is being made</source>
        <translation>La musique est en cours de création</translation>
    </message>
    <message>
        <source>The program goes online only when you press a button that says so, or tick a box that does. A log of what it did lies in its folder, and goes nowhere.</source>
        <translation>Le programme ne va en ligne que si vous appuyez sur un bouton qui le dit, ou cochez une case qui le fait. Un journal de ce qu’il a fait se trouve dans son dossier et ne va nulle part.</translation>
    </message>
    <message>
        <source>The report is in the clipboard: paste it into a message. Nothing was sent anywhere.</source>
        <translation>Le rapport est dans le presse-papiers&#xa0;: collez-le dans un message. Rien n’a été envoyé nulle part.</translation>
    </message>
    <message>
        <source>The second best place: {entry}</source>
        <translation>Le deuxième meilleur endroit&#xa0;: {entry}</translation>
    </message>
    <message>
        <source>The sound devices are known in a moment.</source>
        <translation>Les périphériques audio seront connus dans un instant.</translation>
    </message>
    <message>
        <source>The third best place: {entry}</source>
        <translation>Le troisième meilleur endroit&#xa0;: {entry}</translation>
    </message>
    <message>
        <source>The tour is over.</source>
        <translation>Le tour est terminé.</translation>
    </message>
    <message>
        <source>The track above</source>
        <translation>Le titre au-dessus</translation>
    </message>
    <message>
        <source>The track below</source>
        <translation>Le titre au-dessous</translation>
    </message>
    <message>
        <source>The track you choose appears here, where it enters under your video.</source>
        <translation>Le titre que vous choisissez apparaît ici, là où il entre sous votre vidéo.</translation>
    </message>
    <message>
        <source>The video comes back with its position, its range and the track under it, held until you play. Without this the empty window offers it, at one press.</source>
        <translation>La vidéo revient avec sa position, sa plage et le titre dessous, en pause jusqu’à ce que vous lanciez la lecture. Sinon, la fenêtre vide le propose, d’un seul clic.</translation>
    </message>
    <message>
        <source>The video is listened through for speech once this is on.</source>
        <translation>La vidéo est parcourue à la recherche de paroles une fois ceci activé.</translation>
    </message>
    <message>
        <source>The video plays; its tracks are ranked once it is analysed.</source>
        <translation>La vidéo est en lecture&#x202f;; ses titres sont classés dès qu’elle est analysée.</translation>
    </message>
    <message>
        <source>The video&apos;s picture</source>
        <translation>L’image de la vidéo</translation>
    </message>
    <message>
        <source>The waveform appears here once the track was heard in full.</source>
        <translation>La forme d’onde apparaît ici une fois le titre écouté en entier.</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Thème</translation>
    </message>
    <message>
        <source>There is no place number {number}</source>
        <translation>Il n’y a pas d’endroit numéro {number}</translation>
    </message>
    <message>
        <source>This build doesn&apos;t know where updates are published, so it can&apos;t look for any. Whoever gave it to you can tell.</source>
        <translation>Cette version ne sait pas où les mises à jour sont publiées, et ne peut donc pas en chercher. Qui vous l’a donnée peut le dire.</translation>
    </message>
    <message>
        <source>This is TIVM Desktop {version}.</source>
        <translation>Ceci est TIVM Desktop {version}.</translation>
    </message>
    <message>
        <source>This is a checkout: the licences of its parts are collected when the program is packaged (./dev package). The program&apos;s own licence is below.</source>
        <translation>Ceci est une copie de travail&#xa0;: les licences de ses composants sont réunies quand le programme est empaqueté (./dev package). La licence du programme lui-même est ci-dessous.</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>Ligne de temps</translation>
    </message>
    <message>
        <source>Timeline and placement</source>
        <translation>Ligne de temps et endroit</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titre</translation>
    </message>
    <message>
        <source>To its best place number {number}</source>
        <translation>À son meilleur endroit numéro {number}</translation>
    </message>
    <message>
        <source>To the end</source>
        <translation>À la fin</translation>
    </message>
    <message>
        <source>To the start</source>
        <translation>Au début</translation>
    </message>
    <message>
        <source>To where the range begins</source>
        <translation>Là où la plage commence</translation>
    </message>
    <message>
        <source>To where the range ends</source>
        <translation>Là où la plage finit</translation>
    </message>
    <message>
        <source>Tour</source>
        <translation>Tour d’écoute</translation>
    </message>
    <message>
        <source>Tour {place} of {count}</source>
        <comment>the second of ten tracks</comment>
        <translation>Tour {place} sur {count}</translation>
    </message>
    <message>
        <source>Track</source>
        <translation>Titre</translation>
    </message>
    <message>
        <source>Tracks</source>
        <translation>Titres</translation>
    </message>
    <message>
        <source>Tracks are listened to while neither mouse nor keyboard is used. What you play, and tracks on the screen, always go first.</source>
        <translation>Les titres sont écoutés quand ni souris ni clavier ne servent. Ce que vous jouez, et les titres à l’écran, passent toujours en premier.</translation>
    </message>
    <message>
        <source>Tracks at the same time</source>
        <translation>Titres à la fois</translation>
    </message>
    <message>
        <source>Tracks can&apos;t be ranked</source>
        <translation>Les titres ne peuvent pas être classés</translation>
    </message>
    <message>
        <source>Tracks listened to at the same time</source>
        <translation>Titres écoutés à la fois</translation>
    </message>
    <message>
        <source>Try all again</source>
        <translation>Tout réessayer</translation>
    </message>
    <message>
        <source>Try all files again that were left out</source>
        <translation>Réessayer tous les fichiers écartés</translation>
    </message>
    <message>
        <source>Try all these files again</source>
        <translation>Réessayer tous ces fichiers</translation>
    </message>
    <message>
        <source>Try the demo</source>
        <translation>Essayer la démo</translation>
    </message>
    <message>
        <source>Try {file} again</source>
        <translation>Réessayer {file}</translation>
    </message>
    <message>
        <source>Trying {count} file again</source>
        <translation>Nouvel essai de {count} fichier</translation>
    </message>
    <message>
        <source>Trying {count} files again</source>
        <translation>Nouvel essai de {count} fichiers</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Annuler l’action</translation>
    </message>
    <message>
        <source>Unmute the music</source>
        <translation>Rétablir la musique</translation>
    </message>
    <message>
        <source>Unmute the original sound</source>
        <translation>Rétablir le son d’origine</translation>
    </message>
    <message>
        <source>Unpacking: {done} of {total} GB</source>
        <translation>Décompression&#xa0;: {done} Go sur {total}</translation>
    </message>
    <message>
        <source>Unpin {letter}</source>
        <translation>Détacher {letter}</translation>
    </message>
    <message>
        <source>Unpin {letter}, the track you hear</source>
        <translation>Détacher {letter}, le titre que vous entendez</translation>
    </message>
    <message>
        <source>Update</source>
        <translation>Mettre à jour</translation>
    </message>
    <message>
        <source>Updates</source>
        <translation>Mises à jour</translation>
    </message>
    <message>
        <source>Use {folder}</source>
        <translation>Utiliser {folder}</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>Version {version} of {day} is published.</source>
        <translation>La version {version} du {day} est publiée.</translation>
    </message>
    <message>
        <source>Video (*{suffix})</source>
        <translation>Vidéo (*{suffix})</translation>
    </message>
    <message>
        <source>Video and music</source>
        <translation>Vidéo et musique</translation>
    </message>
    <message>
        <source>Videos ({patterns});;All files (*)</source>
        <translation>Vidéos ({patterns});;Tous les fichiers (*)</translation>
    </message>
    <message>
        <source>Videos, music, ratings and notes stay on this computer. There is no account, nothing is uploaded, and nobody counts what you do.</source>
        <translation>Vidéos, musique, évaluations et notes restent sur cet ordinateur. Il n’y a pas de compte, rien n’est envoyé, et personne ne compte ce que vous faites.</translation>
    </message>
    <message>
        <source>Vocals</source>
        <translation>Chant</translation>
    </message>
    <message>
        <source>Volume of the music</source>
        <translation>Volume de la musique</translation>
    </message>
    <message>
        <source>Volume of the original sound</source>
        <translation>Volume du son d’origine</translation>
    </message>
    <message>
        <source>Wait while on battery</source>
        <translation>Attendre sur batterie</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>En attente</translation>
    </message>
    <message>
        <source>Waiting: {why}</source>
        <translation>En attente&#xa0;: {why}</translation>
    </message>
    <message>
        <source>Welcome</source>
        <translation>Bienvenue</translation>
    </message>
    <message>
        <source>Welcome to TIVM Desktop</source>
        <translation>Bienvenue dans TIVM Desktop</translation>
    </message>
    <message>
        <source>What computes</source>
        <translation>Ce qui calcule</translation>
    </message>
    <message>
        <source>What computes is known in a moment.</source>
        <translation>Ce qui calcule sera connu dans un instant.</translation>
    </message>
    <message>
        <source>What is set in this window, and your keys.</source>
        <translation>Ce qui est réglé dans cette fenêtre, et vos touches.</translation>
    </message>
    <message>
        <source>What picture and music are heard on.</source>
        <translation>Ce sur quoi l’image et la musique s’entendent.</translation>
    </message>
    <message>
        <source>What streaming services level video at lies between −14 and −16 LUFS.</source>
        <translation>Le niveau auquel les services de diffusion amènent la vidéo est entre −14 et −16 LUFS.</translation>
    </message>
    <message>
        <source>What the program did, for reports. It stays on this computer.</source>
        <translation>Ce que le programme a fait, pour les rapports. Cela reste sur cet ordinateur.</translation>
    </message>
    <message>
        <source>What the windows are written in. Holds from the next start on.</source>
        <translation>La langue des fenêtres. Vaut dès le prochain démarrage.</translation>
    </message>
    <message>
        <source>What was dropped is not a file of this computer: save it to a folder and drop it from there.</source>
        <translation>Ce qui a été déposé n’est pas un fichier de cet ordinateur&#xa0;: enregistrez-le dans un dossier et déposez-le de là.</translation>
    </message>
    <message>
        <source>What you play, and tracks on the screen, always go first. Stopping loses nothing.</source>
        <translation>Ce que vous jouez, et les titres à l’écran, passent toujours en premier. Arrêter ne perd rien.</translation>
    </message>
    <message>
        <source>When the library is listened to</source>
        <translation>Quand la bibliothèque est écoutée</translation>
    </message>
    <message>
        <source>Where is your music?</source>
        <translation>Où est votre musique&#x202f;?</translation>
    </message>
    <message>
        <source>Where the card can&apos;t decode a video, the processor does, without being asked. Switch this off if pictures look broken. Holds from the next start on.</source>
        <translation>Là où la carte ne peut pas décoder une vidéo, le processeur le fait sans qu’on le demande. Désactivez ceci si les images paraissent abîmées. Vaut dès le prochain démarrage.</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>Fenêtre</translation>
    </message>
    <message>
        <source>Write tags and a note</source>
        <translation>Écrire des mots-clés et une note</translation>
    </message>
    <message>
        <source>You are back where you were.</source>
        <translation>Vous êtes de nouveau là où vous étiez.</translation>
    </message>
    <message>
        <source>Your library is whole.</source>
        <translation>Votre bibliothèque est intacte.</translation>
    </message>
    <message>
        <source>Your own music is ranked by how well it fits,
and plays in time with the picture.</source>
        <translation>Votre propre musique est classée selon son adéquation,
et joue en phase avec l’image.</translation>
    </message>
    <message>
        <source>Your tags</source>
        <translation>Vos mots-clés</translation>
    </message>
    <message>
        <source>Your tracks, ranked</source>
        <translation>Vos titres, classés</translation>
    </message>
    <message>
        <source>a checkout</source>
        <translation>une copie de travail</translation>
    </message>
    <message>
        <source>also never suggested</source>
        <translation>aussi ce qui n’est jamais proposé</translation>
    </message>
    <message>
        <source>and {count} more: copy the list to see all</source>
        <translation>et {count} de plus&#xa0;: copiez la liste pour tout voir</translation>
    </message>
    <message>
        <source>any</source>
        <comment>a choice that filters nothing</comment>
        <translation>tous</translation>
    </message>
    <message>
        <source>at {time} where the range begins</source>
        <translation>à {time} là où la plage commence</translation>
    </message>
    <message>
        <source>being placed…</source>
        <translation>en cours de placement…</translation>
    </message>
    <message>
        <source>bright</source>
        <translation>clair</translation>
    </message>
    <message>
        <source>by album</source>
        <translation>par album</translation>
    </message>
    <message>
        <source>by artist</source>
        <translation>par artiste</translation>
    </message>
    <message>
        <source>by brightness of mood</source>
        <translation>par clarté de l’ambiance</translation>
    </message>
    <message>
        <source>by date added</source>
        <translation>par date d’ajout</translation>
    </message>
    <message>
        <source>by energy</source>
        <translation>par énergie</translation>
    </message>
    <message>
        <source>by file name</source>
        <translation>par nom de fichier</translation>
    </message>
    <message>
        <source>by fit</source>
        <translation>par adéquation</translation>
    </message>
    <message>
        <source>by key</source>
        <translation>par tonalité</translation>
    </message>
    <message>
        <source>by length</source>
        <translation>par durée</translation>
    </message>
    <message>
        <source>by loudness</source>
        <translation>par niveau sonore</translation>
    </message>
    <message>
        <source>by rating</source>
        <translation>par évaluation</translation>
    </message>
    <message>
        <source>by tempo</source>
        <translation>par tempo</translation>
    </message>
    <message>
        <source>by tension</source>
        <translation>par tension</translation>
    </message>
    <message>
        <source>by title</source>
        <translation>par titre</translation>
    </message>
    <message>
        <source>by vocals</source>
        <translation>par chant</translation>
    </message>
    <message>
        <source>by {artist}</source>
        <translation>de {artist}</translation>
    </message>
    <message>
        <source>calm</source>
        <translation>calme</translation>
    </message>
    <message>
        <source>can&apos;t be listened to</source>
        <translation>impossible à écouter</translation>
    </message>
    <message>
        <source>d MMM</source>
        <comment>a day of this year in the letters of QLocale</comment>
        <translation>d MMM</translation>
    </message>
    <message>
        <source>d MMMM yyyy</source>
        <comment>a day in the letters of QLocale</comment>
        <translation>d MMMM yyyy</translation>
    </message>
    <message>
        <source>dark</source>
        <translation>sombre</translation>
    </message>
    <message>
        <source>driving</source>
        <translation>entraînant</translation>
    </message>
    <message>
        <source>en</source>
        <comment>the code of the language of this translation, such as de or fr</comment>
        <translation>fr</translation>
    </message>
    <message>
        <source>enters at its beginning</source>
        <translation>entre à son début</translation>
    </message>
    <message>
        <source>enters at {time} of the track</source>
        <translation>entre à {time} du titre</translation>
    </message>
    <message>
        <source>enters {time} into the video</source>
        <translation>entre à {time} de la vidéo</translation>
    </message>
    <message>
        <source>favourite</source>
        <translation>favori</translation>
    </message>
    <message>
        <source>favourites</source>
        <translation>favoris</translation>
    </message>
    <message>
        <source>first {shown} of {total} shown</source>
        <translation>les {shown} premiers sur {total} affichés</translation>
    </message>
    <message>
        <source>fit {fit} of 100</source>
        <translation>adéquation {fit} sur 100</translation>
    </message>
    <message>
        <source>from</source>
        <comment>in an empty field: the least</comment>
        <translation>de</translation>
    </message>
    <message>
        <source>from {least}</source>
        <comment>a quantity, with its unit</comment>
        <translation>à partir de {least}</translation>
    </message>
    <message>
        <source>in {folder}</source>
        <translation>dans {folder}</translation>
    </message>
    <message>
        <source>instrumental</source>
        <translation>instrumental</translation>
    </message>
    <message>
        <source>its drop meets the picture&apos;s turn at {time}</source>
        <translation>son temps fort rencontre le tournant de l’image à {time}</translation>
    </message>
    <message>
        <source>less than a minute left</source>
        <translation>moins d’une minute restante</translation>
    </message>
    <message>
        <source>level as in the file</source>
        <translation>niveau comme dans le fichier</translation>
    </message>
    <message>
        <source>level matched {gain} dB</source>
        <translation>niveau égalisé de {gain} dB</translation>
    </message>
    <message>
        <source>level matched {gain} dB, {under} dB under the target</source>
        <translation>niveau égalisé de {gain} dB, {under} dB sous la cible</translation>
    </message>
    <message>
        <source>listened to in parts</source>
        <translation>écouté par extraits</translation>
    </message>
    <message>
        <source>meets {met} of {count} cut</source>
        <translation>rencontre {met} coupe sur {count}</translation>
    </message>
    <message>
        <source>meets {met} of {count} cuts</source>
        <translation>rencontre {met} coupes sur {count}</translation>
    </message>
    <message>
        <source>neither {low} nor {high}</source>
        <translation>ni {low} ni {high}</translation>
    </message>
    <message>
        <source>never suggested</source>
        <translation>jamais proposé</translation>
    </message>
    <message>
        <source>never suggested again</source>
        <translation>n’est plus jamais proposé</translation>
    </message>
    <message>
        <source>not listened to in full yet</source>
        <translation>pas encore écouté en entier</translation>
    </message>
    <message>
        <source>not listened to yet</source>
        <translation>pas encore écouté</translation>
    </message>
    <message>
        <source>of {length}</source>
        <translation>sur {length}</translation>
    </message>
    <message>
        <source>on {day} at {time}</source>
        <translation>le {day} à {time}</translation>
    </message>
    <message>
        <source>pinned as {letter}</source>
        <translation>épinglé comme {letter}</translation>
    </message>
    <message>
        <source>rated {rating} of 5</source>
        <translation>évalué {rating} sur 5</translation>
    </message>
    <message>
        <source>relaxed</source>
        <translation>détendu</translation>
    </message>
    <message>
        <source>sung</source>
        <translation>chanté</translation>
    </message>
    <message>
        <source>tense</source>
        <translation>tendu</translation>
    </message>
    <message>
        <source>the flip button</source>
        <comment>in place of a key&apos;s name</comment>
        <translation>le bouton de bascule</translation>
    </message>
    <message>
        <source>the pin button</source>
        <comment>in place of a key&apos;s name</comment>
        <translation>le bouton d’épinglage</translation>
    </message>
    <message>
        <source>to</source>
        <comment>in an empty field: the most</comment>
        <translation>à</translation>
    </message>
    <message>
        <source>today at {time}</source>
        <translation>aujourd’hui à {time}</translation>
    </message>
    <message>
        <source>up to {most}</source>
        <comment>a quantity, with its unit</comment>
        <translation>jusqu’à {most}</translation>
    </message>
    <message>
        <source>wedding, rain</source>
        <comment>examples of tags of one&apos;s own</comment>
        <translation>mariage, pluie</translation>
    </message>
    <message>
        <source>your music folders</source>
        <translation>vos dossiers de musique</translation>
    </message>
    <message>
        <source>{agreement} in step with the picture</source>
        <translation>{agreement} en phase avec l’image</translation>
    </message>
    <message>
        <source>{by} frame</source>
        <translation>{by} image</translation>
    </message>
    <message>
        <source>{by} frames</source>
        <translation>{by} images</translation>
    </message>
    <message>
        <source>{card}, {memory} GB of memory</source>
        <translation>{card}, {memory} Go de mémoire</translation>
    </message>
    <message>
        <source>{command}: add a key</source>
        <translation>{command}&#xa0;: ajouter une touche</translation>
    </message>
    <message>
        <source>{command}: back to no key</source>
        <translation>{command}&#xa0;: de nouveau sans touche</translation>
    </message>
    <message>
        <source>{command}: back to {keys}</source>
        <translation>{command}&#xa0;: de nouveau {keys}</translation>
    </message>
    <message>
        <source>{command}: press the new keys, Esc to keep, Backspace to remove</source>
        <translation>{command}&#xa0;: appuyez sur les nouvelles touches, Échap garde, Retour arrière enlève</translation>
    </message>
    <message>
        <source>{command}: {key}, change</source>
        <translation>{command}&#xa0;: {key}, changer</translation>
    </message>
    <message>
        <source>{count} bar of each</source>
        <comment>track</comment>
        <translation>{count} mesure de chacun</translation>
    </message>
    <message>
        <source>{count} bars of each</source>
        <comment>track</comment>
        <translation>{count} mesures de chacun</translation>
    </message>
    <message>
        <source>{count} cut</source>
        <translation>{count} coupe</translation>
    </message>
    <message>
        <source>{count} cuts</source>
        <translation>{count} coupes</translation>
    </message>
    <message>
        <source>{count} file left out: show why</source>
        <translation>{count} fichier écarté&#xa0;: montrer pourquoi</translation>
    </message>
    <message>
        <source>{count} files left out: show why</source>
        <translation>{count} fichiers écartés&#xa0;: montrer pourquoi</translation>
    </message>
    <message>
        <source>{count} found</source>
        <translation>{count} trouvés</translation>
    </message>
    <message>
        <source>{count} found</source>
        <comment>one track</comment>
        <translation>{count} trouvé</translation>
    </message>
    <message>
        <source>{count} left out</source>
        <comment>one file</comment>
        <translation>{count} écarté</translation>
    </message>
    <message>
        <source>{count} left out</source>
        <translation>{count} écartés</translation>
    </message>
    <message>
        <source>{count} music folder</source>
        <translation>{count} dossier de musique</translation>
    </message>
    <message>
        <source>{count} music folders</source>
        <translation>{count} dossiers de musique</translation>
    </message>
    <message>
        <source>{count} new  ·  Update</source>
        <comment>tracks</comment>
        <translation>{count} nouveaux  ·  Mettre à jour</translation>
    </message>
    <message>
        <source>{count} new  ·  Update</source>
        <comment>one track</comment>
        <translation>{count} nouveau  ·  Mettre à jour</translation>
    </message>
    <message>
        <source>{count} part, each under its own licence.</source>
        <translation>{count} composant, chacun sous sa propre licence.</translation>
    </message>
    <message>
        <source>{count} parts, each under its own licence.</source>
        <translation>{count} composants, chacun sous sa propre licence.</translation>
    </message>
    <message>
        <source>{count} ranked</source>
        <translation>{count} classés</translation>
    </message>
    <message>
        <source>{count} ranked</source>
        <comment>one track</comment>
        <translation>{count} classé</translation>
    </message>
    <message>
        <source>{count} track</source>
        <translation>{count} titre</translation>
    </message>
    <message>
        <source>{count} track found</source>
        <translation>{count} titre trouvé</translation>
    </message>
    <message>
        <source>{count} track in {where}</source>
        <translation>{count} titre dans {where}</translation>
    </message>
    <message>
        <source>{count} track, all listened to.</source>
        <translation>{count} titre, entièrement écouté.</translation>
    </message>
    <message>
        <source>{count} track: {ranked} can be ranked, {full} are listened to in full.</source>
        <translation>{count} titre&#xa0;: {ranked} peut être classé, {full} est écouté en entier.</translation>
    </message>
    <message>
        <source>{count} tracks</source>
        <translation>{count} titres</translation>
    </message>
    <message>
        <source>{count} tracks found</source>
        <translation>{count} titres trouvés</translation>
    </message>
    <message>
        <source>{count} tracks in {where}</source>
        <translation>{count} titres dans {where}</translation>
    </message>
    <message>
        <source>{count} tracks, all listened to.</source>
        <translation>{count} titres, tous écoutés.</translation>
    </message>
    <message>
        <source>{count} tracks: {ranked} can be ranked, {full} are listened to in full.</source>
        <translation>{count} titres&#xa0;: {ranked} peuvent être classés, {full} sont écoutés en entier.</translation>
    </message>
    <message>
        <source>{days} days left</source>
        <translation>{days} jours restants</translation>
    </message>
    <message>
        <source>{device} (not there)</source>
        <translation>{device} (absent)</translation>
    </message>
    <message>
        <source>{done} of {all}</source>
        <comment>tracks</comment>
        <translation>{done} sur {all}</translation>
    </message>
    <message>
        <source>{file} can&apos;t be read ({why}): install the program again.</source>
        <translation>{file} ne peut pas être lu ({why})&#xa0;: réinstallez le programme.</translation>
    </message>
    <message>
        <source>{file} is not there: it may have been moved or its drive unplugged.</source>
        <translation>{file} n’est pas là&#xa0;: il a peut-être été déplacé, ou son disque débranché.</translation>
    </message>
    <message>
        <source>{folder} is in the library: looking again</source>
        <translation>{folder} est dans la bibliothèque&#xa0;: nouveau parcours</translation>
    </message>
    <message>
        <source>{folder} is not in the library any more; its ratings and notes are kept.</source>
        <translation>{folder} n’est plus dans la bibliothèque&#x202f;; ses évaluations et notes sont gardées.</translation>
    </message>
    <message>
        <source>{folder}: open folder</source>
        <translation>{folder}&#xa0;: ouvrir le dossier</translation>
    </message>
    <message>
        <source>{hours} h left</source>
        <translation>{hours} h restantes</translation>
    </message>
    <message>
        <source>{key} is “{command}”.</source>
        <translation>{key} est «&#x202f;{command}&#x202f;».</translation>
    </message>
    <message>
        <source>{least} to {most}</source>
        <translation>{least} à {most}</translation>
    </message>
    <message>
        <source>{minutes} min left</source>
        <translation>{minutes} min restantes</translation>
    </message>
    <message>
        <source>{name} could not be exported, something went wrong inside: {error}</source>
        <translation>{name} n’a pas pu être exporté, quelque chose s’est mal passé à l’intérieur&#xa0;: {error}</translation>
    </message>
    <message>
        <source>{name} is analysed</source>
        <translation>{name} est analysé</translation>
    </message>
    <message>
        <source>{name} is not where it was.</source>
        <translation>{name} n’est plus où il était.</translation>
    </message>
    <message>
        <source>{name} is not where it was: plug its drive in, or open it where it is now.</source>
        <translation>{name} n’est plus où il était&#xa0;: branchez son disque, ou ouvrez-le là où il est maintenant.</translation>
    </message>
    <message>
        <source>{name} is open, {count} other video was left out: drop one at a time.</source>
        <translation>{name} est ouvert, {count} autre vidéo a été écartée&#xa0;: déposez-en une à la fois.</translation>
    </message>
    <message>
        <source>{name} is open, {count} other videos were left out: drop one at a time.</source>
        <translation>{name} est ouvert, {count} autres vidéos ont été écartées&#xa0;: déposez-en une à la fois.</translation>
    </message>
    <message>
        <source>{name} was not brought back.</source>
        <translation>{name} n’a pas été rétabli.</translation>
    </message>
    <message>
        <source>{order}, reversed</source>
        <translation>{order}, inversé</translation>
    </message>
    <message>
        <source>{percent}%</source>
        <translation>{percent}&#x202f;%</translation>
    </message>
    <message>
        <source>{position} of {length}</source>
        <translation>{position} sur {length}</translation>
    </message>
    <message>
        <source>{position} of {length}, range {range}</source>
        <translation>{position} sur {length}, plage {range}</translation>
    </message>
    <message>
        <source>{position} of {length}, range {range} over and over</source>
        <translation>{position} sur {length}, plage {range} en boucle</translation>
    </message>
    <message>
        <source>{quantity}, from</source>
        <translation>{quantity}, de</translation>
    </message>
    <message>
        <source>{quantity}, to</source>
        <translation>{quantity}, à</translation>
    </message>
    <message>
        <source>{section}: reset to defaults</source>
        <translation>{section}&#xa0;: rétablir les valeurs par défaut</translation>
    </message>
    <message>
        <source>{shown} of {total} found</source>
        <translation>{shown} trouvés sur {total}</translation>
    </message>
    <message>
        <source>{shown} of {total} shown</source>
        <translation>{shown} affichés sur {total}</translation>
    </message>
    <message>
        <source>{size} are free again. From the next start on the processor computes.</source>
        <translation>{size} sont de nouveau libres. Dès le prochain démarrage, c’est le processeur qui calcule.</translation>
    </message>
    <message>
        <source>{size} freed.</source>
        <translation>{size} libérés.</translation>
    </message>
    <message>
        <source>{stars} or more</source>
        <translation>{stars} ou plus</translation>
    </message>
    <message>
        <source>{tempo} beats a minute</source>
        <translation>{tempo} battements par minute</translation>
    </message>
    <message>
        <source>{title} can be marked once it was listened to.</source>
        <translation>{title} pourra être évalué une fois écouté.</translation>
    </message>
    <message>
        <source>{title} is never suggested again. The file stays where it is.</source>
        <translation>{title} n’est plus jamais proposé. Le fichier reste où il est.</translation>
    </message>
    <message>
        <source>{title} is not rated</source>
        <translation>{title} n’est pas évalué</translation>
    </message>
    <message>
        <source>{title} is pinned as {letter}</source>
        <translation>{title} est épinglé comme {letter}</translation>
    </message>
    <message>
        <source>{title} is unpinned</source>
        <translation>{title} est détaché</translation>
    </message>
    <message>
        <source>{title}: {rating} of 5</source>
        <translation>{title}&#xa0;: {rating} sur 5</translation>
    </message>
    <message>
        <source>{total} commands, all with the keys they came with.</source>
        <translation>{total} commandes, toutes avec leurs touches d’origine.</translation>
    </message>
    <message>
        <source>{total} commands, {count} of them with keys of your own.</source>
        <translation>{total} commandes, dont {count} avec vos propres touches.</translation>
    </message>
    <message>
        <source>{tracks} for {range}</source>
        <comment>a range of the video</comment>
        <translation>{tracks} pour {range}</translation>
    </message>
    <message>
        <source>{tracks} {order}</source>
        <comment>10 ranked, by title</comment>
        <translation>{tracks} {order}</translation>
    </message>
    <message>
        <source>{width} × {height}   {rate} fps   {length}</source>
        <comment>facts of a video</comment>
        <translation>{width} × {height}   {rate} i/s   {length}</translation>
    </message>
</context>
<context>
    <name>sentences</name>
    <message>
        <source>A file of GPU support is damaged ({error}): get it anew.</source>
        <translation>Un fichier de la prise en charge du GPU est endommagé ({error})&#xa0;: procurez-le-vous de nouveau.</translation>
    </message>
    <message>
        <source>A range of {name} can&apos;t begin at {start} and end at {end}; choose an end after the start ({name2} is {length} long).</source>
        <translation>Une plage de {name} ne peut pas commencer à {start} et finir à {end}&#x202f;; choisissez une fin après le début ({name2} dure {length}).</translation>
    </message>
    <message>
        <source>CUDA was asked for, but its session fell back to the processor ({why}); see to that (`tivm doctor` names every piece), or choose the provider cpu.</source>
        <translation>CUDA était demandé, mais sa session est retombée sur le processeur ({why})&#x202f;; voyez-y (`tivm doctor` nomme chaque pièce), ou choisissez le fournisseur cpu.</translation>
    </message>
    <message>
        <source>CUDA was asked for, but {missing}, or choose the provider cpu.</source>
        <translation>CUDA était demandé, mais {missing}, ou choisissez le fournisseur cpu.</translation>
    </message>
    <message>
        <source>CUDA was asked for, but {no_driver}, or choose the provider cpu.</source>
        <translation>CUDA était demandé, mais {no_driver}, ou choisissez le fournisseur cpu.</translation>
    </message>
    <message>
        <source>CUDA {{}}.{{}}</source>
        <translation>CUDA {{}}.{{}}</translation>
    </message>
    <message>
        <source>Entry {place} of {path} has no `{key}`; give {wanted}.</source>
        <translation>L’entrée {place} de {path} n’a pas de `{key}`&#x202f;; donnez {wanted}.</translation>
    </message>
    <message>
        <source>Entry {place} of {path} is not an object; give {wanted}.</source>
        <translation>L’entrée {place} de {path} n’est pas un objet&#x202f;; donnez {wanted}.</translation>
    </message>
    <message>
        <source>From {start} to {end} is too short a range of {name}; choose at least a second of it ({name2} is {length} long).</source>
        <translation>De {start} à {end}, la plage de {name} est trop courte&#x202f;; choisissez-en au moins une seconde ({name2} dure {length}).</translation>
    </message>
    <message>
        <source>GPU support</source>
        <translation>Prise en charge du GPU</translation>
    </message>
    <message>
        <source>GPU support came after the program had begun: start it again</source>
        <translation>la prise en charge du GPU est arrivée après le démarrage du programme&#xa0;: redémarrez-le</translation>
    </message>
    <message>
        <source>GPU support can&apos;t be loaded and is not used ({why}): {get_anew}</source>
        <translation>La prise en charge du GPU ne peut pas être chargée et ne sert pas ({why})&#xa0;: {get_anew}</translation>
    </message>
    <message>
        <source>GPU support has it (`tivm gpu install`)</source>
        <translation>la prise en charge du GPU la contient (`tivm gpu install`)</translation>
    </message>
    <message>
        <source>GPU support is being installed or removed already: wait for that.</source>
        <translation>La prise en charge du GPU est déjà en cours d’installation ou de suppression&#xa0;: attendez la fin.</translation>
    </message>
    <message>
        <source>GPU support is damaged and is not used, {why}: {get_anew}</source>
        <translation>La prise en charge du GPU est endommagée et ne sert pas, {why}&#xa0;: {get_anew}</translation>
    </message>
    <message>
        <source>GPU support is not installed</source>
        <translation>la prise en charge du GPU n’est pas installée</translation>
    </message>
    <message>
        <source>GPU support is that of another version of TIVM Desktop and is not used: get it anew (`tivm gpu install`, or Settings, Computing)</source>
        <translation>La prise en charge du GPU est celle d’une autre version de TIVM Desktop et ne sert pas&#xa0;: procurez-la-vous de nouveau (`tivm gpu install`, ou Réglages, Calcul)</translation>
    </message>
    <message>
        <source>GPU support needs {value} GB and the drive of {root} has {value2} GB free: free some space and try again.</source>
        <translation>La prise en charge du GPU demande {value} Go et le disque de {root} a {value2} Go libres&#xa0;: libérez de la place et réessayez.</translation>
    </message>
    <message>
        <source>No catalogue is attached from {folder}; `tivm library attached` lists them.</source>
        <translation>Aucun catalogue n’est rattaché depuis {folder}&#x202f;; `tivm library attached` en donne la liste.</translation>
    </message>
    <message>
        <source>No file gives the {side} column {value}; the columns that files give are {join}.</source>
        <translation>Aucun fichier ne donne la colonne {side} {value}&#x202f;; les fichiers donnent les colonnes {join}.</translation>
    </message>
    <message>
        <source>No small copy of the picture can be kept in {parent} ({reason}), so dragging over the timeline shows fewer pictures: {remedy}.</source>
        <translation>Aucune petite copie de l’image ne peut être gardée dans {parent} ({reason}), le parcours de la ligne de temps montre donc moins d’images&#xa0;: {remedy}.</translation>
    </message>
    <message>
        <source>No sound device was found, so playback is silent until you connect or switch one on.</source>
        <translation>Aucun périphérique audio n’a été trouvé, la lecture est donc muette jusqu’à ce que vous en branchiez ou allumiez un.</translation>
    </message>
    <message>
        <source>Playback failed for an unknown reason: press play to try again.</source>
        <translation>La lecture a échoué pour une raison inconnue&#xa0;: appuyez sur Lire pour réessayer.</translation>
    </message>
    <message>
        <source>Some known tracks can&apos;t be ranked now; look at the folders again, or restart the program.</source>
        <translation>Certains titres connus ne peuvent pas être classés maintenant&#x202f;; parcourez de nouveau les dossiers, ou redémarrez le programme.</translation>
    </message>
    <message>
        <source>TIVM Desktop&apos;s folder {name} is missing: install the program again.</source>
        <translation>Le dossier {name} de TIVM Desktop manque&#xa0;: réinstallez le programme.</translation>
    </message>
    <message>
        <source>The analysis of {name} was given up; run the command again.</source>
        <translation>L’analyse de {name} a été abandonnée&#x202f;; relancez la commande.</translation>
    </message>
    <message>
        <source>The connection ended early: try again, and it goes on from where it ended.</source>
        <translation>La connexion s’est interrompue&#xa0;: réessayez, et elle reprend là où elle s’est arrêtée.</translation>
    </message>
    <message>
        <source>The connection to {host} ended early; try again.</source>
        <translation>La connexion à {host} s’est interrompue&#x202f;; réessayez.</translation>
    </message>
    <message>
        <source>The copy of the catalogue in {folder} can&apos;t be deleted ({strerror}); end the program and detach it once more.</source>
        <translation>La copie du catalogue dans {folder} ne peut pas être supprimée ({strerror})&#x202f;; quittez le programme et détachez-la encore une fois.</translation>
    </message>
    <message>
        <source>The demo can&apos;t be made in {folder}: {why}.</source>
        <translation>La démo ne peut pas être créée dans {folder}&#xa0;: {why}.</translation>
    </message>
    <message>
        <source>The drive of {parent} is full: free some space and try again.</source>
        <translation>Le disque de {parent} est plein&#xa0;: libérez de la place et réessayez.</translation>
    </message>
    <message>
        <source>The drive of {root} is full: free some space and try again.</source>
        <translation>Le disque de {root} est plein&#xa0;: libérez de la place et réessayez.</translation>
    </message>
    <message>
        <source>The folder {folder} can&apos;t be made ({value}); choose one with --profile DIR.</source>
        <translation>Le dossier {folder} ne peut pas être créé ({value})&#x202f;; choisissez-en un avec --profile DIR.</translation>
    </message>
    <message>
        <source>The folder {folder} can&apos;t be read ({value}); check the disk it is on.</source>
        <translation>Le dossier {folder} ne peut pas être lu ({value})&#x202f;; vérifiez le disque où il se trouve.</translation>
    </message>
    <message>
        <source>The folder {folder} does not answer; check the drive or the network it is on.</source>
        <translation>Le dossier {folder} ne répond pas&#x202f;; vérifiez le disque ou le réseau où il se trouve.</translation>
    </message>
    <message>
        <source>The folder {folder} is not there any more; choose the music folder again.</source>
        <translation>Le dossier {folder} n’est plus là&#x202f;; choisissez de nouveau le dossier de musique.</translation>
    </message>
    <message>
        <source>The folder {folder} is not there any more; put it back or choose another.</source>
        <translation>Le dossier {folder} n’est plus là&#x202f;; remettez-le ou choisissez-en un autre.</translation>
    </message>
    <message>
        <source>The folder {folder} may not be read; give yourself permission or choose another.</source>
        <translation>Le dossier {folder} ne peut pas être lu faute de droits&#x202f;; donnez-vous-les ou choisissez-en un autre.</translation>
    </message>
    <message>
        <source>The folder {root} can&apos;t be watched for changes ({reason}); it is looked through from time to time instead.</source>
        <translation>Les changements du dossier {root} ne peuvent pas être suivis ({reason})&#x202f;; il est parcouru de temps en temps à la place.</translation>
    </message>
    <message>
        <source>The library {database} is being opened by another running copy of the program; wait until it has come up, or end it.</source>
        <translation>La bibliothèque {database} est en train d’être ouverte par un autre exemplaire du programme&#x202f;; attendez qu’il soit là, ou fermez-le.</translation>
    </message>
    <message>
        <source>The library {database} is damaged ({error}) and in use; end every copy of the program and start it anew to have it repaired.</source>
        <translation>La bibliothèque {database} est endommagée ({error}) et utilisée&#x202f;; fermez tous les exemplaires du programme et redémarrez-le pour qu’elle soit réparée.</translation>
    </message>
    <message>
        <source>The library {database} is of an older version, and no copy of it can be made before it is brought up to date ({error}); free {megabytes} MB on its disk and start the program anew, nothing was changed.</source>
        <translation>La bibliothèque {database} est d’une version plus ancienne, et aucune copie ne peut en être faite avant de la mettre à jour ({error})&#x202f;; libérez {megabytes} Mo sur son disque et redémarrez le programme, rien n’a été modifié.</translation>
    </message>
    <message>
        <source>The library {database} was damaged ({error}) and is kept as {name}; {marks} of your ratings and notes and {value} analyses were saved, and what is missing is analysed again.</source>
        <translation>La bibliothèque {database} était endommagée ({error}) et est gardée sous {name}&#x202f;; {marks} de vos évaluations et notes et {value} analyses ont été sauvées, et ce qui manque est analysé de nouveau.</translation>
    </message>
    <message>
        <source>The library {path} can&apos;t be used ({error}); free space on its disk, give yourself permission, or choose another folder with --profile DIR.</source>
        <translation>La bibliothèque {path} ne peut pas être utilisée ({error})&#x202f;; libérez de la place sur son disque, donnez-vous les droits, ou choisissez un autre dossier avec --profile DIR.</translation>
    </message>
    <message>
        <source>The library {path} is damaged ({error}); start the program anew to have it repaired.</source>
        <translation>La bibliothèque {path} est endommagée ({error})&#x202f;; redémarrez le programme pour qu’elle soit réparée.</translation>
    </message>
    <message>
        <source>The list of shared catalogues {place} can&apos;t be read ({error}); delete it and attach them anew.</source>
        <translation>La liste des catalogues partagés {place} ne peut pas être lue ({error})&#x202f;; supprimez-la et rattachez-les.</translation>
    </message>
    <message>
        <source>The list of shared catalogues {place} can&apos;t be written ({error}); free space on its disk.</source>
        <translation>La liste des catalogues partagés {place} ne peut pas être écrite ({error})&#x202f;; libérez de la place sur son disque.</translation>
    </message>
    <message>
        <source>The music folders can&apos;t be looked at ({error}); please report it.</source>
        <translation>Les dossiers de musique ne peuvent pas être parcourus ({error})&#x202f;; merci de le signaler.</translation>
    </message>
    <message>
        <source>The pack {name} has no towers; choose one that has.</source>
        <translation>Le paquet {name} n’a pas de tours&#x202f;; choisissez-en un qui en a.</translation>
    </message>
    <message>
        <source>The picture of {name} can&apos;t be copied into {name2}, its stream is damaged or unusual: convert the video to MP4 (H.264) and try again.</source>
        <translation>L’image de {name} ne peut pas être copiée dans {name2}, son flux est endommagé ou inhabituel&#xa0;: convertissez la vidéo en MP4 (H.264) et réessayez.</translation>
    </message>
    <message>
        <source>The pictures of {name} carry no times, so they can&apos;t be copied: convert the video to MP4 (H.264) and try again.</source>
        <translation>Les images de {name} ne portent pas de temps et ne peuvent donc pas être copiées&#xa0;: convertissez la vidéo en MP4 (H.264) et réessayez.</translation>
    </message>
    <message>
        <source>The proxy between here and {host} wants a password; set it in HTTPS_PROXY.</source>
        <translation>Le proxy entre ici et {host} veut un mot de passe&#x202f;; mettez-le dans HTTPS_PROXY.</translation>
    </message>
    <message>
        <source>The release</source>
        <translation>La publication</translation>
    </message>
    <message>
        <source>The shared catalogue {folder} can&apos;t be read ({why}); copy or index it again.</source>
        <translation>Le catalogue partagé {folder} ne peut pas être lu ({why})&#x202f;; copiez-le ou indexez-le de nouveau.</translation>
    </message>
    <message>
        <source>The shared catalogue {folder} was made with another pack and is left out; choose that pack, or index the catalogue again.</source>
        <translation>Le catalogue partagé {folder} a été fait avec un autre paquet et est laissé de côté&#x202f;; choisissez ce paquet, ou indexez de nouveau le catalogue.</translation>
    </message>
    <message>
        <source>The sound device {chosen} is not there, so sound plays on {instead}: connect it, and sound goes back to it by itself.</source>
        <translation>Le périphérique audio {chosen} n’est pas là, le son sort donc sur {instead}&#xa0;: branchez-le, et le son y revient tout seul.</translation>
    </message>
    <message>
        <source>The sound device {name} {what}, so playback goes on silently: check it, and sound comes back by itself.</source>
        <translation>Le périphérique audio {name} {what}, la lecture continue donc sans son&#xa0;: vérifiez-le, et le son revient tout seul.</translation>
    </message>
    <message>
        <source>The sound library PortAudio is missing, so playback is silent: install libportaudio2 and start again.</source>
        <translation>La bibliothèque audio PortAudio manque, la lecture est donc muette&#xa0;: installez libportaudio2 et redémarrez.</translation>
    </message>
    <message>
        <source>The system stopped the analysis of {name}, short of memory perhaps; close other programs.</source>
        <translation>Le système a arrêté l’analyse de {name}, peut-être faute de mémoire&#x202f;; fermez d’autres programmes.</translation>
    </message>
    <message>
        <source>The table {path} can&apos;t be used ({value}); free space on its disk or give yourself permission: it may be deleted at any time.</source>
        <translation>La table {path} ne peut pas être utilisée ({value})&#x202f;; libérez de la place sur son disque ou donnez-vous les droits&#xa0;: elle peut être supprimée à tout moment.</translation>
    </message>
    <message>
        <source>The towers of the pack {name} take the column {columns}, which no file gives, so that the pack is for research only; choose another pack.</source>
        <translation>Les tours du paquet {name} prennent la colonne {columns}, qu’aucun fichier ne donne, si bien que le paquet ne sert qu’à la recherche&#x202f;; choisissez-en un autre.</translation>
    </message>
    <message>
        <source>The towers of the pack {name} take the columns {columns}, which no file gives, so that the pack is for research only; choose another pack.</source>
        <translation>Les tours du paquet {name} prennent les colonnes {columns}, qu’aucun fichier ne donne, si bien que le paquet ne sert qu’à la recherche&#x202f;; choisissez-en un autre.</translation>
    </message>
    <message>
        <source>The towers of the pack {name} take {rate_hz} rows a second where files give one; choose another pack.</source>
        <translation>Les tours du paquet {name} prennent {rate_hz} lignes par seconde là où les fichiers en donnent une&#x202f;; choisissez-en un autre.</translation>
    </message>
    <message>
        <source>There is no music in {folder}; choose a folder with audio files in it.</source>
        <translation>Il n’y a pas de musique dans {folder}&#x202f;; choisissez un dossier avec des fichiers audio.</translation>
    </message>
    <message>
        <source>There is no pack {asked}; installed are: {value}.</source>
        <translation>Il n’y a pas de paquet {asked}&#x202f;; sont installés&#xa0;: {value}.</translation>
    </message>
    <message>
        <source>This build calls itself {running}, which can&apos;t be compared with a release.</source>
        <translation>Cette version s’appelle {running}, ce qui ne se compare pas à une publication.</translation>
    </message>
    <message>
        <source>This build knows no place to download GPU support from: add it from a folder (see docs/cuda.md).</source>
        <translation>Cette version ne connaît aucun endroit d’où télécharger la prise en charge du GPU&#xa0;: ajoutez-la depuis un dossier (voir docs/cuda.md).</translation>
    </message>
    <message>
        <source>This system doesn&apos;t tell whether anybody is at work, so analysing doesn&apos;t wait for a pause.</source>
        <translation>Ce système ne dit pas si quelqu’un est au travail, l’analyse n’attend donc pas de pause.</translation>
    </message>
    <message>
        <source>This system doesn&apos;t tell whether it runs on its battery, so analysing doesn&apos;t wait for mains.</source>
        <translation>Ce système ne dit pas s’il marche sur batterie, l’analyse n’attend donc pas le secteur.</translation>
    </message>
    <message>
        <source>Tunnel connection failed: 407</source>
        <translation>Tunnel connection failed: 407</translation>
    </message>
    <message>
        <source>What you are at can&apos;t be kept in {file} ({value}); make room there, or it won&apos;t come back after an unexpected end.</source>
        <translation>Ce que vous faites ne peut pas être gardé dans {file} ({value})&#x202f;; faites-y de la place, sinon cela ne reviendra pas après une fin inattendue.</translation>
    </message>
    <message>
        <source>What {releases} says of its latest release is not understood: look at that page yourself.</source>
        <translation>Ce que {releases} dit de sa dernière publication n’est pas compréhensible&#xa0;: consultez vous-même cette page.</translation>
    </message>
    <message>
        <source>What {releases} says of its latest release leads to another server: look at that page yourself.</source>
        <translation>Ce que {releases} dit de sa dernière publication mène à un autre serveur&#xa0;: consultez vous-même cette page.</translation>
    </message>
    <message>
        <source>`{key}` of entry {place} of {path} is no text; give {wanted}.</source>
        <translation>`{key}` de l’entrée {place} de {path} n’est pas un texte&#x202f;; donnez {wanted}.</translation>
    </message>
    <message>
        <source>a JSON list of {{id, video, music, group}}</source>
        <translation>une liste JSON de {{id, video, music, group}}</translation>
    </message>
    <message>
        <source>a cosy home</source>
        <translation>un foyer chaleureux</translation>
    </message>
    <message>
        <source>a folder</source>
        <translation>un dossier</translation>
    </message>
    <message>
        <source>a folder has that name; choose another name.</source>
        <translation>un dossier porte ce nom&#x202f;; choisissez un autre nom.</translation>
    </message>
    <message>
        <source>a vector of it has another length than the others</source>
        <translation>un de ses vecteurs n’a pas la même longueur que les autres</translation>
    </message>
    <message>
        <source>adventure</source>
        <translation>l’aventure</translation>
    </message>
    <message>
        <source>an unknown CUDA</source>
        <translation>un CUDA inconnu</translation>
    </message>
    <message>
        <source>ancient and grand places</source>
        <translation>des lieux anciens et grandioses</translation>
    </message>
    <message>
        <source>beach and holiday</source>
        <translation>la plage et les vacances</translation>
    </message>
    <message>
        <source>both onnxruntime and onnxruntime-gpu are installed and shadow each other</source>
        <translation>onnxruntime et onnxruntime-gpu sont tous deux installés et se masquent l’un l’autre</translation>
    </message>
    <message>
        <source>both {first} and {second}</source>
        <translation>tous deux {first} et {second}</translation>
    </message>
    <message>
        <source>both {only}</source>
        <translation>tous deux {only}</translation>
    </message>
    <message>
        <source>bright</source>
        <translation>clairs</translation>
    </message>
    <message>
        <source>brighter</source>
        <translation>plus clair</translation>
    </message>
    <message>
        <source>calm</source>
        <translation>calmes</translation>
    </message>
    <message>
        <source>calmer</source>
        <translation>plus calme</translation>
    </message>
    <message>
        <source>can&apos;t be started</source>
        <translation>ne peut pas être lancé</translation>
    </message>
    <message>
        <source>celebration</source>
        <translation>la fête</translation>
    </message>
    <message>
        <source>check with nvidia-smi; after an update of the driver, restart</source>
        <translation>vérifiez avec nvidia-smi&#x202f;; après une mise à jour du pilote, redémarrez l’ordinateur</translation>
    </message>
    <message>
        <source>choose a file with sound, such as an MP3, FLAC, M4A, Ogg or WAV file</source>
        <translation>choisissez un fichier avec du son, comme MP3, FLAC, M4A, Ogg ou WAV</translation>
    </message>
    <message>
        <source>choose a video with a picture, such as an MP4, MOV, MKV or WebM file</source>
        <translation>choisissez une vidéo avec une image, comme MP4, MOV, MKV ou WebM</translation>
    </message>
    <message>
        <source>city and streets</source>
        <translation>la ville et les rues</translation>
    </message>
    <message>
        <source>close other programs and open the video again</source>
        <translation>fermez d’autres programmes et rouvrez la vidéo</translation>
    </message>
    <message>
        <source>dark</source>
        <translation>sombres</translation>
    </message>
    <message>
        <source>darker</source>
        <translation>plus sombre</translation>
    </message>
    <message>
        <source>does not take any number of rows of its columns&apos; {width} values</source>
        <translation>n’accepte pas n’importe quel nombre de lignes des {width} valeurs de ses colonnes</translation>
    </message>
    <message>
        <source>driving</source>
        <translation>entraînants</translation>
    </message>
    <message>
        <source>eerie things</source>
        <translation>l’étrange</translation>
    </message>
    <message>
        <source>elegance</source>
        <translation>l’élégance</translation>
    </message>
    <message>
        <source>far and hot lands</source>
        <translation>des pays lointains et chauds</translation>
    </message>
    <message>
        <source>farm and countryside</source>
        <translation>la ferme et la campagne</translation>
    </message>
    <message>
        <source>food and drink</source>
        <translation>la table et les boissons</translation>
    </message>
    <message>
        <source>get GPU support (`tivm gpu install`), or put it in the place of onnxruntime (docs/cuda.md)</source>
        <translation>procurez-vous la prise en charge du GPU (`tivm gpu install`), ou mettez-la à la place d’onnxruntime (docs/cuda.md)</translation>
    </message>
    <message>
        <source>gives input {name} the shape {shape} where its pack says {wanted}</source>
        <translation>donne à l’entrée {name} la forme {shape} là où son paquet dit {wanted}</translation>
    </message>
    <message>
        <source>gives output {name} the shape {shape} where its pack says {wanted}</source>
        <translation>donne à la sortie {name} la forme {shape} là où son paquet dit {wanted}</translation>
    </message>
    <message>
        <source>has a list of more than {most_wide} names</source>
        <translation>a une liste de plus de {most_wide} noms</translation>
    </message>
    <message>
        <source>has a list of names with something else in it</source>
        <translation>a une liste de noms où se trouve autre chose</translation>
    </message>
    <message>
        <source>has a matching of {name} that can&apos;t be used: {error}</source>
        <translation>a une correspondance de {name} inutilisable&#xa0;: {error}</translation>
    </message>
    <message>
        <source>has a sha256 for {value} that is none</source>
        <translation>a pour {value} une sha256 qui n’en est pas une</translation>
    </message>
    <message>
        <source>has a source that is not an object</source>
        <translation>a une source qui n’est pas un objet</translation>
    </message>
    <message>
        <source>has a tower without columns, or with one twice</source>
        <translation>a une tour sans colonnes, ou avec une en double</translation>
    </message>
    <message>
        <source>has a tower&apos;s column that is not an object</source>
        <translation>a une colonne de tour qui n’est pas un objet</translation>
    </message>
    <message>
        <source>has a {name} of the towers that is less than 0</source>
        <translation>a un {name} des tours inférieur à 0</translation>
    </message>
    <message>
        <source>has an output {name} whose names its pack does not say</source>
        <translation>a une sortie {name} dont son paquet ne dit pas les noms</translation>
    </message>
    <message>
        <source>has distances that are no ascending numbers from 0 to 2</source>
        <translation>a des distances qui ne sont pas des nombres croissants de 0 à 2</translation>
    </message>
    <message>
        <source>has format {get} where this version reads {format}</source>
        <translation>a le format {get} là où cette version lit {format}</translation>
    </message>
    <message>
        <source>has no output {name} of {width} values a row</source>
        <translation>n’a pas de sortie {name} de {width} valeurs par ligne</translation>
    </message>
    <message>
        <source>has no {name} of the towers that is a number</source>
        <translation>n’a pas de {name} des tours qui soit un nombre</translation>
    </message>
    <message>
        <source>has other inputs than its pack says</source>
        <translation>a d’autres entrées que ne le dit son paquet</translation>
    </message>
    <message>
        <source>has other outputs than its pack says</source>
        <translation>a d’autres sorties que ne le dit son paquet</translation>
    </message>
    <message>
        <source>has something unexpected as {name}</source>
        <translation>a quelque chose d’inattendu comme {name}</translation>
    </message>
    <message>
        <source>has the input {name} as {dtype} numbers where {dtype2} are wanted</source>
        <translation>a l’entrée {name} en nombres {dtype} là où {dtype2} sont demandés</translation>
    </message>
    <message>
        <source>has the output {name} as {dtype} numbers where {float} are wanted</source>
        <translation>a la sortie {name} en nombres {dtype} là où {float} sont demandés</translation>
    </message>
    <message>
        <source>has towers whose rate_hz is not positive</source>
        <translation>a des tours dont le rate_hz n’est pas positif</translation>
    </message>
    <message>
        <source>hits {cuts_met} of your {len} cuts</source>
        <translation>tombe sur {cuts_met} de vos {len} coupes</translation>
    </message>
    <message>
        <source>install a newer one, {since} or later</source>
        <translation>installez-en un plus récent, à partir de {since}</translation>
    </message>
    <message>
        <source>install it (`tivm gpu install`, or Settings, Computing)</source>
        <translation>installez-la (`tivm gpu install`, ou Réglages, Calcul)</translation>
    </message>
    <message>
        <source>is empty: copy or export it again.</source>
        <translation>est vide&#xa0;: copiez-le ou exportez-le de nouveau.</translation>
    </message>
    <message>
        <source>is incomplete, it breaks off before its index: copy, record or export it again.</source>
        <translation>est incomplet, il s’interrompt avant son index&#xa0;: copiez-le, enregistrez-le ou exportez-le de nouveau.</translation>
    </message>
    <message>
        <source>is not a JSON object</source>
        <translation>n’est pas un objet JSON</translation>
    </message>
    <message>
        <source>is not a media file, or too damaged to tell: copy or export it again, or choose another.</source>
        <translation>n’est pas un fichier multimédia, ou trop endommagé pour le dire&#xa0;: copiez-le ou exportez-le de nouveau, ou choisissez-en un autre.</translation>
    </message>
    <message>
        <source>it doesn&apos;t say its width</source>
        <translation>il ne dit pas sa largeur</translation>
    </message>
    <message>
        <source>it doesn&apos;t say its {name}</source>
        <translation>il ne dit pas son {name}</translation>
    </message>
    <message>
        <source>it has no {mark} that can be read</source>
        <translation>il n’a pas de {mark} lisible</translation>
    </message>
    <message>
        <source>it is for {join}, not for {python} and {system_name}</source>
        <translation>il est pour {join}, pas pour {python} et {system_name}</translation>
    </message>
    <message>
        <source>it is too large for the drive of {folder}; choose another drive.</source>
        <translation>il est trop gros pour le disque de {folder}&#x202f;; choisissez un autre disque.</translation>
    </message>
    <message>
        <source>its drop meets {what} at {timecode}</source>
        <translation>son temps fort rencontre {what} à {timecode}</translation>
    </message>
    <message>
        <source>its name is too long; choose a shorter one.</source>
        <translation>son nom est trop long&#x202f;; choisissez-en un plus court.</translation>
    </message>
    <message>
        <source>its reason is in the log only</source>
        <translation>sa raison n’est que dans le journal</translation>
    </message>
    <message>
        <source>its result can&apos;t be sent</source>
        <translation>son résultat ne peut pas être envoyé</translation>
    </message>
    <message>
        <source>join the group {groups}, and log in anew</source>
        <translation>rejoignez le groupe {groups}, et reconnectez-vous</translation>
    </message>
    <message>
        <source>keeps weights in another file, which is refused</source>
        <translation>garde des poids dans un autre fichier, ce qui est refusé</translation>
    </message>
    <message>
        <source>lacks the entry {name}</source>
        <translation>n’a pas l’entrée {name}</translation>
    </message>
    <message>
        <source>livelier</source>
        <translation>plus vif</translation>
    </message>
    <message>
        <source>machines and industry</source>
        <translation>les machines et l’industrie</translation>
    </message>
    <message>
        <source>make room there or choose another place with --profile DIR</source>
        <translation>faites-y de la place ou choisissez un autre endroit avec --profile DIR</translation>
    </message>
    <message>
        <source>matches the column {value}, which its towers don&apos;t take</source>
        <translation>associe la colonne {value}, que ses tours ne prennent pas</translation>
    </message>
    <message>
        <source>matches {name} {width} wide, and it is {value} wide</source>
        <translation>associe {name} large de {width}, alors qu’elle est large de {value}</translation>
    </message>
    <message>
        <source>more relaxed</source>
        <translation>plus détendu</translation>
    </message>
    <message>
        <source>mountains and open land</source>
        <translation>les montagnes et les grands espaces</translation>
    </message>
    <message>
        <source>music on a stage</source>
        <translation>la musique sur scène</translation>
    </message>
    <message>
        <source>names a file without its sha256</source>
        <translation>nomme un fichier sans sa sha256</translation>
    </message>
    <message>
        <source>names more than {most_files} files in a list</source>
        <translation>nomme plus de {most_files} fichiers dans une liste</translation>
    </message>
    <message>
        <source>names the file {value}, which is not in the pack&apos;s folder</source>
        <translation>nomme le fichier {value}, qui n’est pas dans le dossier du paquet</translation>
    </message>
    <message>
        <source>neither stands out: close in mood</source>
        <translation>rien ne ressort&#xa0;: ambiances proches</translation>
    </message>
    <message>
        <source>night and lights</source>
        <translation>la nuit et les lumières</translation>
    </message>
    <message>
        <source>not a regular file</source>
        <translation>pas un fichier ordinaire</translation>
    </message>
    <message>
        <source>not found</source>
        <translation>introuvable</translation>
    </message>
    <message>
        <source>not installed; not needed where onnxruntime-gpu is in the environment</source>
        <translation>non installé&#x202f;; inutile là où onnxruntime-gpu est dans l’environnement</translation>
    </message>
    <message>
        <source>not known without the driver</source>
        <translation>inconnu sans le pilote</translation>
    </message>
    <message>
        <source>nothing to open</source>
        <translation>rien à ouvrir</translation>
    </message>
    <message>
        <source>of this computer</source>
        <translation>de cet ordinateur</translation>
    </message>
    <message>
        <source>on battery</source>
        <translation>sur batterie</translation>
    </message>
    <message>
        <source>onnxruntime {version} {kind}, {origin}</source>
        <translation>onnxruntime {version} {kind}, {origin}</translation>
    </message>
    <message>
        <source>onnxruntime-gpu is installed but lists no CUDA</source>
        <translation>onnxruntime-gpu est installé mais n’annonce pas CUDA</translation>
    </message>
    <message>
        <source>onnxruntime-gpu is not installed</source>
        <translation>onnxruntime-gpu n’est pas installé</translation>
    </message>
    <message>
        <source>pets and play</source>
        <translation>les animaux familiers et le jeu</translation>
    </message>
    <message>
        <source>plants and animals</source>
        <translation>les plantes et les animaux</translation>
    </message>
    <message>
        <source>reinstall it</source>
        <translation>réinstallez-la</translation>
    </message>
    <message>
        <source>relaxed</source>
        <translation>détendus</translation>
    </message>
    <message>
        <source>remove it and install it again (`tivm gpu remove`, `tivm gpu install`, or Settings, Computing)</source>
        <translation>enlevez-la et réinstallez-la (`tivm gpu remove`, `tivm gpu install`, ou Réglages, Calcul)</translation>
    </message>
    <message>
        <source>rises and falls with the picture</source>
        <translation>monte et descend avec l’image</translation>
    </message>
    <message>
        <source>sacred places</source>
        <translation>des lieux sacrés</translation>
    </message>
    <message>
        <source>says a rate_hz of {rate}</source>
        <translation>donne un rate_hz de {rate}</translation>
    </message>
    <message>
        <source>says a shape of {value} that is not a list of numbers and names</source>
        <translation>donne pour {value} une forme qui n’est pas une liste de nombres et de noms</translation>
    </message>
    <message>
        <source>says a shape of {value} that no network has</source>
        <translation>donne pour {value} une forme qu’aucun réseau n’a</translation>
    </message>
    <message>
        <source>says a {name} that is longer than {longest_word} characters or not of one line</source>
        <translation>donne un {name} de plus de {longest_word} caractères ou sur plusieurs lignes</translation>
    </message>
    <message>
        <source>says a {name} that is not from 1 to {most}</source>
        <translation>donne un {name} qui n’est pas entre 1 et {most}</translation>
    </message>
    <message>
        <source>says an input_size that is not [width, height]</source>
        <translation>donne une input_size qui n’est pas [width, height]</translation>
    </message>
    <message>
        <source>signal {number}</source>
        <translation>signal {number}</translation>
    </message>
    <message>
        <source>sky and space</source>
        <translation>le ciel et l’espace</translation>
    </message>
    <message>
        <source>snow and ice</source>
        <translation>la neige et la glace</translation>
    </message>
    <message>
        <source>speed and vehicles</source>
        <translation>la vitesse et les véhicules</translation>
    </message>
    <message>
        <source>sport</source>
        <translation>le sport</translation>
    </message>
    <message>
        <source>stopped taking sound</source>
        <translation>ne prend plus de son</translation>
    </message>
    <message>
        <source>suits {subject}</source>
        <translation>s’accorde avec {subject}</translation>
    </message>
    <message>
        <source>takes the column {name} {width} wide, which is {value} wide with this pack&apos;s encoders</source>
        <translation>prend la colonne {name} large de {width}, qui est large de {value} avec les encodeurs de ce paquet</translation>
    </message>
    <message>
        <source>technology</source>
        <translation>la technique</translation>
    </message>
    <message>
        <source>tense</source>
        <translation>tendus</translation>
    </message>
    <message>
        <source>tenser</source>
        <translation>plus tendu</translation>
    </message>
    <message>
        <source>that owns them</source>
        <translation>qui les possède</translation>
    </message>
    <message>
        <source>the card&apos;s devices may be opened</source>
        <translation>si les périphériques de la carte peuvent être ouverts</translation>
    </message>
    <message>
        <source>the drive is full; free some space and try again</source>
        <translation>le disque est plein&#x202f;; libérez de la place et réessayez</translation>
    </message>
    <message>
        <source>the drive of {folder} is full; free some space or choose another folder.</source>
        <translation>le disque de {folder} est plein&#x202f;; libérez de la place ou choisissez un autre dossier.</translation>
    </message>
    <message>
        <source>the folder {folder} is not there; choose another one.</source>
        <translation>le dossier {folder} n’est pas là&#x202f;; choisissez-en un autre.</translation>
    </message>
    <message>
        <source>the picture&apos;s rise</source>
        <translation>la montée de l’image</translation>
    </message>
    <message>
        <source>the store is closed</source>
        <translation>le magasin est fermé</translation>
    </message>
    <message>
        <source>the world under water</source>
        <translation>le monde sous l’eau</translation>
    </message>
    <message>
        <source>uninstall both, then install onnxruntime-gpu alone</source>
        <translation>désinstallez les deux, puis installez onnxruntime-gpu seul</translation>
    </message>
    <message>
        <source>war and weapons</source>
        <translation>la guerre et les armes</translation>
    </message>
    <message>
        <source>was lost</source>
        <translation>a été perdu</translation>
    </message>
    <message>
        <source>water</source>
        <translation>l’eau</translation>
    </message>
    <message>
        <source>what may be there once is there twice</source>
        <translation>ce qui peut y être une fois y est deux fois</translation>
    </message>
    <message>
        <source>with CUDA</source>
        <translation>avec CUDA</translation>
    </message>
    <message>
        <source>without CUDA</source>
        <translation>sans CUDA</translation>
    </message>
    <message>
        <source>you are at work</source>
        <translation>vous êtes au travail</translation>
    </message>
    <message>
        <source>you may not write in {folder}; choose another folder.</source>
        <translation>vous n’avez pas le droit d’écrire dans {folder}&#x202f;; choisissez un autre dossier.</translation>
    </message>
    <message>
        <source>you may not write there; allow it, or choose another place with --profile DIR</source>
        <translation>vous n’avez pas le droit d’y écrire&#x202f;; permettez-le, ou choisissez un autre endroit avec --profile DIR</translation>
    </message>
    <message>
        <source>your cut</source>
        <translation>votre coupe</translation>
    </message>
    <message>
        <source>{database} was written by a newer version of TIVM Desktop (schema {found}, known here: {len}); update the program or choose another folder with --profile DIR.</source>
        <translation>{database} a été écrite par une version plus récente de TIVM Desktop (schéma {found}, connu ici&#xa0;: {len})&#x202f;; mettez le programme à jour ou choisissez un autre dossier avec --profile DIR.</translation>
    </message>
    <message>
        <source>{decoded_by} broke off at {ends_s} s</source>
        <translation>{decoded_by} s’est interrompu à {ends_s} s</translation>
    </message>
    <message>
        <source>{decode} (CUDA error {status})</source>
        <translation>{decode} (erreur CUDA {status})</translation>
    </message>
    <message>
        <source>{file}, of the pair {id} in {path}, is not there; put it back or correct it.</source>
        <translation>{file}, de la paire {id} dans {path}, n’est pas là&#x202f;; remettez-le ou corrigez-la.</translation>
    </message>
    <message>
        <source>{folder} can&apos;t be made ({value}): check the drive.</source>
        <translation>{folder} ne peut pas être créé ({value})&#xa0;: vérifiez le disque.</translation>
    </message>
    <message>
        <source>{folder} can&apos;t be read ({value}): choose another folder.</source>
        <translation>{folder} ne peut pas être lu ({value})&#xa0;: choisissez un autre dossier.</translation>
    </message>
    <message>
        <source>{folder} can&apos;t be read ({value}); check its permissions.</source>
        <translation>{folder} ne peut pas être lu ({value})&#x202f;; vérifiez ses droits.</translation>
    </message>
    <message>
        <source>{folder} holds no video; give a folder with finished videos.</source>
        <translation>{folder} ne contient pas de vidéo&#x202f;; donnez un dossier de vidéos terminées.</translation>
    </message>
    <message>
        <source>{folder} is no shared catalogue (there is no {index_name} in it); choose the folder that `tivm index --engine ray --output` filled.</source>
        <translation>{folder} n’est pas un catalogue partagé (il n’y a pas de {index_name} dedans)&#x202f;; choisissez le dossier qu’a rempli `tivm index --engine ray --output`.</translation>
    </message>
    <message>
        <source>{folder} is not a folder; choose the folder that holds your music.</source>
        <translation>{folder} n’est pas un dossier&#x202f;; choisissez le dossier qui contient votre musique.</translation>
    </message>
    <message>
        <source>{folder} is not a folder; give the folder that holds the videos.</source>
        <translation>{folder} n’est pas un dossier&#x202f;; donnez le dossier qui contient les vidéos.</translation>
    </message>
    <message>
        <source>{folder} is not a model pack, as its {name} can&apos;t be read ({value}); choose a pack&apos;s folder.</source>
        <translation>{folder} n’est pas un paquet de modèles, car son {name} ne peut pas être lu ({value})&#x202f;; choisissez le dossier d’un paquet.</translation>
    </message>
    <message>
        <source>{found} can&apos;t be loaded, {value}</source>
        <translation>{found} ne peut pas être chargée, {value}</translation>
    </message>
    <message>
        <source>{host_of} sent more than was published; try again later.</source>
        <translation>{host_of} a envoyé plus que ce qui était publié&#x202f;; réessayez plus tard.</translation>
    </message>
    <message>
        <source>{host} can&apos;t be reached ({what}): check the connection and try again.</source>
        <translation>{host} n’est pas joignable ({what})&#xa0;: vérifiez la connexion et réessayez.</translation>
    </message>
    <message>
        <source>{host} can&apos;t prove that it is {host2} ({verify_message}): check the computer&apos;s date, or set SSL_CERT_FILE to your network&apos;s certificates.</source>
        <translation>{host} ne peut pas prouver qu’il est {host2} ({verify_message})&#xa0;: vérifiez la date de l’ordinateur, ou mettez les certificats de votre réseau dans SSL_CERT_FILE.</translation>
    </message>
    <message>
        <source>{host} did not answer in time; try again later.</source>
        <translation>{host} n’a pas répondu à temps&#x202f;; réessayez plus tard.</translation>
    </message>
    <message>
        <source>{host} has no such page; it may not be published yet.</source>
        <translation>{host} n’a pas une telle page&#x202f;; elle n’est peut-être pas encore publiée.</translation>
    </message>
    <message>
        <source>{host} has no {page}; it may not be published yet.</source>
        <translation>{host} n’a pas {page}&#x202f;; ce n’est peut-être pas encore publié.</translation>
    </message>
    <message>
        <source>{host} refused ({code} {reason}); try again later.</source>
        <translation>{host} a refusé ({code} {reason})&#x202f;; réessayez plus tard.</translation>
    </message>
    <message>
        <source>{host} refused the connection; try again later.</source>
        <translation>{host} a refusé la connexion&#x202f;; réessayez plus tard.</translation>
    </message>
    <message>
        <source>{host} sends on too often, or to where nothing is safe; try again later.</source>
        <translation>{host} renvoie trop souvent ailleurs, ou là où rien n’est sûr&#x202f;; réessayez plus tard.</translation>
    </message>
    <message>
        <source>{host} sent more than was asked for; try again later.</source>
        <translation>{host} a envoyé plus que demandé&#x202f;; réessayez plus tard.</translation>
    </message>
    <message>
        <source>{host} sent something that is no text; try again later.</source>
        <translation>{host} a envoyé quelque chose qui n’est pas du texte&#x202f;; réessayez plus tard.</translation>
    </message>
    <message>
        <source>{host} took too long to answer; try again later.</source>
        <translation>{host} a mis trop de temps à répondre&#x202f;; réessayez plus tard.</translation>
    </message>
    <message>
        <source>{index} is of another version of TIVM Desktop (format {found}, known here: {format}); update the program, or index the catalogue again.</source>
        <translation>{index} est d’une autre version de TIVM Desktop (format {found}, connu ici&#xa0;: {format})&#x202f;; mettez le programme à jour, ou indexez de nouveau le catalogue.</translation>
    </message>
    <message>
        <source>{join} and {last}</source>
        <translation>{join} et {last}</translation>
    </message>
    <message>
        <source>{library} is not found: install NVIDIA&apos;s driver, 525 or newer, for your system</source>
        <translation>{library} est introuvable&#xa0;: installez le pilote de NVIDIA, 525 ou plus récent, pour votre système</translation>
    </message>
    <message>
        <source>{model} can&apos;t be loaded by ONNX Runtime {version} ({first_line}); get the pack again.</source>
        <translation>{model} ne peut pas être chargé par ONNX Runtime {version} ({first_line})&#x202f;; procurez-vous de nouveau le paquet.</translation>
    </message>
    <message>
        <source>{model} can&apos;t be read ({value}); get the pack again.</source>
        <translation>{model} ne peut pas être lu ({value})&#x202f;; procurez-vous de nouveau le paquet.</translation>
    </message>
    <message>
        <source>{model} fails in ONNX Runtime ({first_line}); try again or choose another pack.</source>
        <translation>{model} échoue dans ONNX Runtime ({first_line})&#x202f;; réessayez ou choisissez un autre paquet.</translation>
    </message>
    <message>
        <source>{model} gives no {name} of this file that can be used ({list} finite float32 numbers are wanted); choose another pack.</source>
        <translation>{model} ne donne de ce fichier aucun {name} utilisable ({list} nombres float32 finis sont demandés)&#x202f;; choisissez un autre paquet.</translation>
    </message>
    <message>
        <source>{most} than your picture</source>
        <translation>{most} que votre image</translation>
    </message>
    <message>
        <source>{names} may not be opened</source>
        <translation>{names} ne peuvent pas être ouverts</translation>
    </message>
    <message>
        <source>{name} ({memory_mib} MiB, compute capability {format})</source>
        <translation>{name} ({memory_mib} Mio, compute capability {format})</translation>
    </message>
    <message>
        <source>{name} can be marked once it was listened to; try again in a moment.</source>
        <translation>{name} pourra être évalué une fois écouté&#x202f;; réessayez dans un instant.</translation>
    </message>
    <message>
        <source>{name} can only be played from its start: convert it to MP4 and try again.</source>
        <translation>{name} ne peut être joué que depuis son début&#xa0;: convertissez-le en MP4 et réessayez.</translation>
    </message>
    <message>
        <source>{name} can&apos;t be found ({value}); choose it again.</source>
        <translation>{name} est introuvable ({value})&#x202f;; choisissez-le de nouveau.</translation>
    </message>
    <message>
        <source>{name} can&apos;t be kept ({error}); please report it.</source>
        <translation>{name} ne peut pas être gardé ({error})&#x202f;; merci de le signaler.</translation>
    </message>
    <message>
        <source>{name} can&apos;t be looked at ({reason}); check its permissions and the disk it is on.</source>
        <translation>{name} ne peut pas être examiné ({reason})&#x202f;; vérifiez ses droits et son disque.</translation>
    </message>
    <message>
        <source>{name} can&apos;t be played ({error}): convert it to another format and try again.</source>
        <translation>{name} ne peut pas être joué ({error})&#xa0;: convertissez-le dans un autre format et réessayez.</translation>
    </message>
    <message>
        <source>{name} can&apos;t be read ({reason}): check the drive it is on and try again.</source>
        <translation>{name} ne peut pas être lu ({reason})&#xa0;: vérifiez le disque où il se trouve et réessayez.</translation>
    </message>
    <message>
        <source>{name} can&apos;t be read ({value}); choose it again.</source>
        <translation>{name} ne peut pas être lu ({value})&#x202f;; choisissez-le de nouveau.</translation>
    </message>
    <message>
        <source>{name} can&apos;t be shown ({error}): convert it to MP4 (H.264) and try again.</source>
        <translation>{name} ne peut pas être montré ({error})&#xa0;: convertissez-le en MP4 (H.264) et réessayez.</translation>
    </message>
    <message>
        <source>{name} can&apos;t be written ({value}); choose another folder or free space.</source>
        <translation>{name} ne peut pas être écrit ({value})&#x202f;; choisissez un autre dossier ou libérez de la place.</translation>
    </message>
    <message>
        <source>{name} can&apos;t be written: {why}</source>
        <translation>{name} ne peut pas être écrit&#xa0;: {why}</translation>
    </message>
    <message>
        <source>{name} could not be analysed ({reason}); leave it out or convert it to another format.</source>
        <translation>{name} n’a pas pu être analysé ({reason})&#x202f;; laissez-le de côté ou convertissez-le dans un autre format.</translation>
    </message>
    <message>
        <source>{name} ended its analysis process (exit code {exit_code}); convert it to another format.</source>
        <translation>{name} a mis fin à son processus d’analyse (code {exit_code})&#x202f;; convertissez-le dans un autre format.</translation>
    </message>
    <message>
        <source>{name} got no analysis process ({error}); start the program anew.</source>
        <translation>{name} n’a pas eu de processus d’analyse ({error})&#x202f;; redémarrez le programme.</translation>
    </message>
    <message>
        <source>{name} got no further for {waited}; convert it to another format or skip it.</source>
        <translation>{name} n’a pas avancé pendant {waited}&#x202f;; convertissez-le dans un autre format ou passez-le.</translation>
    </message>
    <message>
        <source>{name} has no picture; give videos that have both.</source>
        <translation>{name} n’a pas d’image&#x202f;; donnez des vidéos qui ont les deux.</translation>
    </message>
    <message>
        <source>{name} has no sound: {remedy}.</source>
        <translation>{name} n’a pas de son&#xa0;: {remedy}.</translation>
    </message>
    <message>
        <source>{name} has no sound; give videos that have both.</source>
        <translation>{name} n’a pas de son&#x202f;; donnez des vidéos qui ont les deux.</translation>
    </message>
    <message>
        <source>{name} has only sound: {remedy}.</source>
        <translation>{name} n’a que du son&#xa0;: {remedy}.</translation>
    </message>
    <message>
        <source>{name} has {here} bytes instead of {size}</source>
        <translation>{name} a {here} octets au lieu de {size}</translation>
    </message>
    <message>
        <source>{name} is a folder: choose a video or music file inside it.</source>
        <translation>{name} est un dossier&#xa0;: choisissez-y un fichier vidéo ou de musique.</translation>
    </message>
    <message>
        <source>{name} is a playlist: choose the video or music file that it lists.</source>
        <translation>{name} est une liste de lecture&#xa0;: choisissez le fichier vidéo ou de musique qu’elle nomme.</translation>
    </message>
    <message>
        <source>{name} is damaged ({error}): get it anew.</source>
        <translation>{name} est endommagé ({error})&#xa0;: procurez-le-vous de nouveau.</translation>
    </message>
    <message>
        <source>{name} is damaged, it claims {sample_rate} samples a second: copy or export it again.</source>
        <translation>{name} est endommagé, il prétend avoir {sample_rate} échantillons par seconde&#xa0;: copiez-le ou exportez-le de nouveau.</translation>
    </message>
    <message>
        <source>{name} is damaged: nothing of its picture can be decoded; copy or export it again.</source>
        <translation>{name} est endommagé&#xa0;: rien de son image ne peut être décodé&#x202f;; copiez-le ou exportez-le de nouveau.</translation>
    </message>
    <message>
        <source>{name} is damaged: nothing of its sound can be decoded; copy or export it again.</source>
        <translation>{name} est endommagé&#xa0;: rien de son son ne peut être décodé&#x202f;; copiez-le ou exportez-le de nouveau.</translation>
    </message>
    <message>
        <source>{name} is lacking ({value})</source>
        <translation>{name} manque ({value})</translation>
    </message>
    <message>
        <source>{name} is neither a video nor music: {value}.</source>
        <translation>{name} n’est ni une vidéo ni de la musique&#xa0;: {value}.</translation>
    </message>
    <message>
        <source>{name} is no file of ratings; choose one that `tivm library export` wrote.</source>
        <translation>{name} n’est pas un fichier d’évaluations&#x202f;; choisissez-en un qu’a écrit `tivm library export`.</translation>
    </message>
    <message>
        <source>{name} is not the file that this version of TIVM Desktop was tested with: get it anew.</source>
        <translation>{name} n’est pas le fichier avec lequel cette version de TIVM Desktop a été essayée&#xa0;: procurez-le-vous de nouveau.</translation>
    </message>
    <message>
        <source>{name} is not the file that was published; try again later.</source>
        <translation>{name} n’est pas le fichier qui a été publié&#x202f;; réessayez plus tard.</translation>
    </message>
    <message>
        <source>{name} is not there: it may have been moved or its drive unplugged, so choose it again.</source>
        <translation>{name} n’est pas là&#xa0;: il a peut-être été déplacé ou son disque débranché, choisissez-le de nouveau.</translation>
    </message>
    <message>
        <source>{name} is of a kind that can&apos;t be decoded here: convert it to MP4 (H.264) and try again.</source>
        <translation>{name} est d’un genre qui ne peut pas être décodé ici&#xa0;: convertissez-le en MP4 (H.264) et réessayez.</translation>
    </message>
    <message>
        <source>{name} is several recordings joined end to end, and each begins its clock anew: convert it to MP4 and choose that.</source>
        <translation>{name} est fait de plusieurs enregistrements mis bout à bout, et chacun remet son horloge à zéro&#xa0;: convertissez-le en MP4 et choisissez celui-ci.</translation>
    </message>
    <message>
        <source>{name} is there already; choose another name, or have it replaced.</source>
        <translation>{name} existe déjà&#x202f;; choisissez un autre nom, ou faites-le remplacer.</translation>
    </message>
    <message>
        <source>{name} is what the preview is made of: choose another name for it.</source>
        <translation>{name} est ce dont l’aperçu est fait&#xa0;: choisissez-lui un autre nom.</translation>
    </message>
    <message>
        <source>{name} is {length} long and has nothing at {start}; choose a start before its end.</source>
        <translation>{name} dure {length} et n’a rien à {start}&#x202f;; choisissez un début avant sa fin.</translation>
    </message>
    <message>
        <source>{name} lost its analysis process ({error}); start the program anew.</source>
        <translation>{name} a perdu son processus d’analyse ({error})&#x202f;; redémarrez le programme.</translation>
    </message>
    <message>
        <source>{name} made its decoder crash ({killed_by}); convert it to another format or leave it out.</source>
        <translation>{name} a fait planter son décodeur ({killed_by})&#x202f;; convertissez-le dans un autre format ou laissez-le de côté.</translation>
    </message>
    <message>
        <source>{name} may not be read by you: give yourself permission to read it and try again.</source>
        <translation>{name} ne peut pas être lu par vous&#xa0;: donnez-vous le droit de le lire et réessayez.</translation>
    </message>
    <message>
        <source>{name} needs more memory than there is: close other programs or convert it to a smaller size.</source>
        <translation>{name} demande plus de mémoire qu’il n’y en a&#xa0;: fermez d’autres programmes ou réduisez-le.</translation>
    </message>
    <message>
        <source>{name} needs more memory than there is; close other programs and try again.</source>
        <translation>{name} demande plus de mémoire qu’il n’y en a&#x202f;; fermez d’autres programmes et réessayez.</translation>
    </message>
    <message>
        <source>{name} of the release can&apos;t be understood; try again later.</source>
        <translation>{name} de la publication n’est pas compréhensible&#x202f;; réessayez plus tard.</translation>
    </message>
    <message>
        <source>{name} wants to write outside its folder ({filename}): don&apos;t use it.</source>
        <translation>{name} veut écrire hors de son dossier ({filename})&#xa0;: ne l’utilisez pas.</translation>
    </message>
    <message>
        <source>{name} was written by a newer version of TIVM Desktop; update the program.</source>
        <translation>{name} a été écrit par une version plus récente de TIVM Desktop&#x202f;; mettez le programme à jour.</translation>
    </message>
    <message>
        <source>{name}: {error}</source>
        <translation>{name}&#xa0;: {error}</translation>
    </message>
    <message>
        <source>{part} can&apos;t be written ({value}): check the folder and try again.</source>
        <translation>{part} ne peut pas être écrit ({value})&#xa0;: vérifiez le dossier et réessayez.</translation>
    </message>
    <message>
        <source>{path} can&apos;t be deleted ({why}): close what uses it and try again.</source>
        <translation>{path} ne peut pas être supprimé ({why})&#xa0;: fermez ce qui l’utilise et réessayez.</translation>
    </message>
    <message>
        <source>{path} can&apos;t be read ({reason}); check the path of the manifest.</source>
        <translation>{path} ne peut pas être lu ({reason})&#x202f;; vérifiez le chemin du manifeste.</translation>
    </message>
    <message>
        <source>{path} can&apos;t be read ({value}): check the file.</source>
        <translation>{path} ne peut pas être lu ({value})&#xa0;: vérifiez le fichier.</translation>
    </message>
    <message>
        <source>{path} can&apos;t be removed ({value}): close TIVM Desktop and try again.</source>
        <translation>{path} ne peut pas être enlevé ({value})&#xa0;: fermez TIVM Desktop et réessayez.</translation>
    </message>
    <message>
        <source>{path} does not answer; check the drive or the network it is on.</source>
        <translation>{path} ne répond pas&#x202f;; vérifiez le disque ou le réseau où il se trouve.</translation>
    </message>
    <message>
        <source>{path} does not take what the preprocessing {preprocessing} gives; choose another pack.</source>
        <translation>{path} n’accepte pas ce que donne le prétraitement {preprocessing}&#x202f;; choisissez un autre paquet.</translation>
    </message>
    <message>
        <source>{path} gives no embedding of this file; choose another pack.</source>
        <translation>{path} ne donne pas de plongement de ce fichier&#x202f;; choisissez un autre paquet.</translation>
    </message>
    <message>
        <source>{path} has references embedded in {embedding_dim} numbers where its towers give {embedding_dim2}; get the pack again.</source>
        <translation>{path} a des références en {embedding_dim} nombres là où ses tours en donnent {embedding_dim2}&#x202f;; procurez-vous de nouveau le paquet.</translation>
    </message>
    <message>
        <source>{path} has the id {id} twice; give each pair an id of its own.</source>
        <translation>{path} a deux fois l’id {id}&#x202f;; donnez à chaque paire son propre id.</translation>
    </message>
    <message>
        <source>{path} has {len} of the two pairs that it takes at least; add some.</source>
        <translation>{path} a {len} des deux paires qu’il faut au moins&#x202f;; ajoutez-en.</translation>
    </message>
    <message>
        <source>{path} holds more than {most_parts} lists and objects; get the pack again.</source>
        <translation>{path} contient plus de {most_parts} listes et objets&#x202f;; procurez-vous de nouveau le paquet.</translation>
    </message>
    <message>
        <source>{path} holds no calibration that can be used ({error}); get the pack again.</source>
        <translation>{path} ne contient pas d’étalonnage utilisable ({error})&#x202f;; procurez-vous de nouveau le paquet.</translation>
    </message>
    <message>
        <source>{path} is JSON, but no list; give {wanted}.</source>
        <translation>{path} est du JSON, mais pas une liste&#x202f;; donnez {wanted}.</translation>
    </message>
    <message>
        <source>{path} is held</source>
        <translation>{path} est occupé</translation>
    </message>
    <message>
        <source>{path} is larger than {value} MiB, which no pack needs; get the pack again.</source>
        <translation>{path} dépasse {value} Mio, ce dont aucun paquet n’a besoin&#x202f;; procurez-vous de nouveau le paquet.</translation>
    </message>
    <message>
        <source>{path} is missing from the pack ({value}); get the pack again.</source>
        <translation>{path} manque au paquet ({value})&#x202f;; procurez-vous de nouveau le paquet.</translation>
    </message>
    <message>
        <source>{path} is not JSON ({error}); give {wanted}.</source>
        <translation>{path} n’est pas du JSON ({error})&#x202f;; donnez {wanted}.</translation>
    </message>
    <message>
        <source>{path} is not a list of classes; get the pack again.</source>
        <translation>{path} n’est pas une liste de classes&#x202f;; procurez-vous de nouveau le paquet.</translation>
    </message>
    <message>
        <source>{path} is not a regular file; get the pack again.</source>
        <translation>{path} n’est pas un fichier ordinaire&#x202f;; procurez-vous de nouveau le paquet.</translation>
    </message>
    <message>
        <source>{path} is not an ONNX model ({error}); get the pack again.</source>
        <translation>{path} n’est pas un modèle ONNX ({error})&#x202f;; procurez-vous de nouveau le paquet.</translation>
    </message>
    <message>
        <source>{path} is not the file its pack was made with (its SHA-256 differs); get the pack again.</source>
        <translation>{path} n’est pas le fichier avec lequel son paquet a été fait (sa SHA-256 diffère)&#x202f;; procurez-vous de nouveau le paquet.</translation>
    </message>
    <message>
        <source>{path} is not valid JSON ({error}); get the pack again.</source>
        <translation>{path} n’est pas du JSON valide ({error})&#x202f;; procurez-vous de nouveau le paquet.</translation>
    </message>
    <message>
        <source>{path} nests deeper than {deepest} levels; get the pack again.</source>
        <translation>{path} est imbriqué sur plus de {deepest} niveaux&#x202f;; procurez-vous de nouveau le paquet.</translation>
    </message>
    <message>
        <source>{path} wants the preprocessing {preprocessing}, which is not known here; update the program or choose another pack.</source>
        <translation>{path} veut le prétraitement {preprocessing}, inconnu ici&#x202f;; mettez le programme à jour ou choisissez un autre paquet.</translation>
    </message>
    <message>
        <source>{path} wants the preprocessing {preprocessing}, which is not known here; update the program or get the pack again.</source>
        <translation>{path} veut le prétraitement {preprocessing}, inconnu ici&#x202f;; mettez le programme à jour ou procurez-vous de nouveau le paquet.</translation>
    </message>
    <message>
        <source>{path} {what}; get the pack again or choose another.</source>
        <translation>{path} {what}&#x202f;; procurez-vous de nouveau le paquet ou choisissez-en un autre.</translation>
    </message>
    <message>
        <source>{reason}; try again, or choose another place with --profile DIR</source>
        <translation>{reason}&#x202f;; réessayez, ou choisissez un autre endroit avec --profile DIR</translation>
    </message>
    <message>
        <source>{root} can&apos;t be written ({value}): check the folder.</source>
        <translation>{root} ne peut pas être écrit ({value})&#xa0;: vérifiez le dossier.</translation>
    </message>
    <message>
        <source>{says}, the program&apos;s own</source>
        <translation>{says}, celui du programme</translation>
    </message>
    <message>
        <source>{says}: {remedy}</source>
        <translation>{says}&#xa0;: {remedy}</translation>
    </message>
    <message>
        <source>{says}; {why}</source>
        <translation>{says}&#x202f;; {why}</translation>
    </message>
    <message>
        <source>{source} lacks {listed} for {system_name} and {python}: put the wheels there that docs/cuda.md names, and try again.</source>
        <translation>Il manque à {source} {listed} pour {system_name} et {python}&#xa0;: mettez-y les wheels que nomme docs/cuda.md, et réessayez.</translation>
    </message>
    <message>
        <source>{url} is not asked for, since only https addresses are safe; report it to the project.</source>
        <translation>{url} n’est pas demandé, car seules les adresses https sont sûres&#x202f;; signalez-le au projet.</translation>
    </message>
    <message>
        <source>{value} can&apos;t be written ({value2})</source>
        <translation>{value} ne peut pas être écrit ({value2})</translation>
    </message>
    <message>
        <source>{value} can&apos;t be written or replaced: close TIVM Desktop and try again.</source>
        <translation>{value} ne peut pas être écrit ni remplacé&#xa0;: fermez TIVM Desktop et réessayez.</translation>
    </message>
    <message>
        <source>{value}, speaks {spoken}</source>
        <translation>{value}, parle {spoken}</translation>
    </message>
    <message>
        <source>{value}; choose another folder.</source>
        <translation>{value}&#x202f;; choisissez un autre dossier.</translation>
    </message>
    <message>
        <source>{video} does not answer; check the drive or the network it is on.</source>
        <translation>{video} ne répond pas&#x202f;; vérifiez le disque ou le réseau où il se trouve.</translation>
    </message>
    <message>
        <source>{what}: check the drive and try again.</source>
        <translation>{what}&#xa0;: vérifiez le disque et réessayez.</translation>
    </message>
    <message>
        <source>{why}: {remedy}</source>
        <translation>{why}&#xa0;: {remedy}</translation>
    </message>
</context>
</TS>
