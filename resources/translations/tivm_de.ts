<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name></name>
    <message>
        <source>at {time} where the range begins</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>en</source>
        <comment>the code of the language of this translation, such as de or fr</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>enters at its beginning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>enters at {time} of the track</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>enters {time} into the video</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>sentences</name>
    <message>
        <source>&apos;AC Power&apos;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&apos;Battery Power&apos;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, with a session brought back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;folder {number}&gt;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A Day in Three Moods.mp4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A file of GPU support is damaged ({error}): get it anew.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A range of {name} can&apos;t begin at {time} and end at {time2}; choose an end after the start ({whole}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bad Weather</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CUDA was asked for, but its session fell back to the processor ({why}); see to that (`tivm doctor` names every piece), or choose the provider cpu.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CUDA was asked for, but {missing}, or choose the provider cpu.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CUDA was asked for, but {no_driver}, or choose the provider cpu.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CUDA {{}}.{{}}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark Ambient</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Demo music</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drum and Bass</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Entry {place} of {path} has no `{key}`; give {wanted}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Entry {place} of {path} is not an object; give {wanted}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First Train</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From {time} to {time2} is too short a range of {name}; choose at least a second of it ({whole}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>GPU support</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>GPU support came after the program had begun: start it again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>GPU support can&apos;t be loaded and is not used ({why}): {get_anew}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>GPU support has it (`tivm gpu install`)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>GPU support is being installed or removed already: wait for that.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>GPU support is damaged and is not used, {why}: {get_anew}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>GPU support is not installed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>GPU support is that of another version of TIVM Desktop and is not used: get it anew (`tivm gpu install`, or Settings, Computing)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>GPU support needs {value} GB and the drive of {root} has {value2} GB free: free some space and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Iron Works</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Neon Run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No catalogue is attached from {folder}; `tivm library attached` lists them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No file gives the {side} column {value}; the columns that files give are {join}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No small copy of the picture can be kept in {parent} ({reason}), so dragging over the timeline shows fewer pictures: {remedy}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No sound device was found, so playback is silent until you connect or switch one on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No stack: it was killed or stopped.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing plays at speed {speed}: pause instead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ONNX Runtime</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open Windows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Playback failed for an unknown reason: press play to try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Python {python_version}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slow Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Small Hours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Some known tracks can&apos;t be ranked now; look at the folders again, or restart the program.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sound is mixed to 1 or 2 channels, not to {channels}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stacks of all threads, the last call first:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>System Volume Information</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>TIVM Desktop demo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>TIVM Desktop ended unexpectedly</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>TIVM Desktop&apos;s folder {name} is missing: install the program again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The connection ended early: try again, and it goes on from where it ended.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The connection to {host} ended early; try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The demo can&apos;t be made in {folder}: {why}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The drive of {parent} is full: free some space and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The drive of {root} is full: free some space and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The folder {folder} can&apos;t be made ({strerror}); choose one with --profile DIR.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The folder {folder} can&apos;t be read ({strerror}); check the disk it is on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The folder {folder} does not answer; check the drive or the network it is on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The folder {folder} is not there any more; choose the music folder again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The folder {folder} is not there any more; put it back or choose another.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The folder {folder} may not be read; give yourself permission or choose another.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The folder {root} can&apos;t be watched for changes ({reason}); it is looked through from time to time instead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The last {len} lines of the log:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The library {database} is being opened by another running copy of the program; wait until it has come up, or end it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The library {database} is damaged ({error}) and in use; end every copy of the program and start it anew to have it repaired.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The library {database} is of an older version, and no copy of it can be made before it is brought up to date ({error}); free {megabytes} MB on its disk and start the program anew, nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The library {database} was damaged ({error}) and is kept as {name}; {marks} of your ratings and notes and {value} analyses were saved, and what is missing is analysed again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The library {path} can&apos;t be used ({error}); free space on its disk, give yourself permission, or choose another folder with --profile DIR.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The library {path} is damaged ({error}); start the program anew to have it repaired.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The list of shared catalogues {place} can&apos;t be read ({error}); delete it and attach them anew.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The list of shared catalogues {place} can&apos;t be written ({error}); free space on its disk.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The music folders can&apos;t be looked at ({error}); please report it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The pack {name} has no towers; choose one that has.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The picture of {name} can&apos;t be copied into {name2}, its stream is damaged or unusual: convert the video to MP4 (H.264) and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The pictures of {name} carry no times, so they can&apos;t be copied: convert the video to MP4 (H.264) and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The pool is closed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The proxy between here and {host} wants a password; set it in HTTPS_PROXY.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The release</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The shared catalogue {folder} can&apos;t be read ({why}); copy or index it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The shared catalogue {folder} was made with another pack and is left out; choose that pack, or index the catalogue again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sound device {{chosen}} is not there, so sound plays on {{instead}}: connect it, and sound goes back to it by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sound device {{name}} {{what}}, so playback goes on silently: check it, and sound comes back by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sound library PortAudio is missing, so playback is silent: install libportaudio2 and start again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The system stopped the analysis of {name}, short of memory perhaps; close other programs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The table {path} can&apos;t be used ({strerror}); free space on its disk or give yourself permission: it may be deleted at any time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The towers of the pack {name} take the column{plural} {join}, which no file gives, so that the pack is for research only; choose another pack.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The towers of the pack {name} take {rate_hz} rows a second where files give one; choose another pack.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no music in {folder}; choose a folder with audio files in it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no pack {asked}; installed are: {value}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This build calls itself {running}, which can&apos;t be compared with a release.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This build knows no place to download GPU support from: add it from a folder (see docs/cuda.md).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This system doesn&apos;t tell whether anybody is at work, so analysing doesn&apos;t wait for a pause.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This system doesn&apos;t tell whether it runs on its battery, so analysing doesn&apos;t wait for mains.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tunnel connection failed: 407</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What you are at can&apos;t be kept in {file} ({value}); make room there, or it won&apos;t come back after an unexpected end.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What {releases} says of its latest release is not understood: look at that page yourself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What {releases} says of its latest release leads to another server: look at that page yourself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>`{key}` of entry {place} of {path} is no text; give {wanted}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a JSON list of {{id, video, music, group}}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a calibration needs at least one track and one video that can be analysed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a correspondence needs at least three pairs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a correspondence needs encoders that give classes and tags</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a correspondence needs values of both sides</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a cosy home</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a field is cut short</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a finaliser</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a folder has that name; choose another name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a map has another number of quantiles on either side</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a number is cut short</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a number is too long</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a path that is none, or not absolute</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a pool of fewer than two candidates ranks nothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a side of the correspondence can&apos;t be used: {error}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a side of the correspondence has no names</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a side of the correspondence has no weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a side of the correspondence has rows of other lengths than its names</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a side of the correspondence is not an object</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a similarity is not finite</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a strange token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a thread that is gone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a vector of it has another length than the others</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a worker sent {module}.{name}, which is no result</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all four are texts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an analysis of a {value}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an array of {dtype}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an id names two pairs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an unknown CUDA</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ancient and grand places</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>another format</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>beach and holiday</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>both onnxruntime and onnxruntime-gpu are installed and shadow each other</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>both sides of the correspondence must lead into one space</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bytes (\d+)-</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>calibration has no {section}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>calibration has {section} that can&apos;t be used: {error}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>calibration tables must hold {len} ascending quantiles each</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>can&apos;t be started</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>check with nvidia-smi; after an update of the driver, restart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>choose a file with sound, such as an MP3, FLAC, M4A, Ogg or WAV file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>choose a video with a picture, such as an MP4, MOV, MKV or WebM file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>city and streets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>class {class_index} is not one of {class_count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>close other programs and open the video again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>commit {value}{value2}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>does not take any number of rows of its columns&apos; {width} values</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>eerie things</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>expected (N, {height}, {width}, 3) uint8 frames, got {shape} {dtype}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>expected mono samples of shape (n,), got {shape}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>expected probabilities of {class_count} classes, got {value}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>far and hot lands</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>farm and countryside</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>female vocalist</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>female vocalists</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>file {value}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>food and drink</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>get GPU support (`tivm gpu install`), or put it in the place of onnxruntime (docs/cuda.md)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>gives {what} {name} the shape {list} where its pack says {wanted}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>has an output {name} whose names its pack does not say</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>has no output {name} of {width} values a row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>has other {what}s than its pack says</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>has something unexpected as</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>has the {what} {name} as {dtype} numbers where {dtype2} are wanted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>hits {cuts_met} of your {len} cuts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in use</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>install a newer one, {since} or later</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>install it (`tivm gpu install`, or Settings, Computing)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is empty: copy or export it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is incomplete, it breaks off before its index: copy, record or export it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is not a media file, or too damaged to tell: copy or export it again, or choose another.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it doesn&apos;t say its width</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it doesn&apos;t say its {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it gave no picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it has no {mark} that can be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it holds more than {most_fields} fields</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it holds no graph</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is for {join}, not for {python} and {system_name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is too large for the drive of {folder}; choose another drive.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it names no video</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it needs means, deviations and range</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its drop meets {what} at {timecode}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its format is {value}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its name is too long; choose a shorter one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its range is not two numbers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its reason is in the log only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its result can&apos;t be sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>join the group {groups}, and log in anew</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>keeps weights in another file, which is refused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>machines and industry</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>make room there or choose another place with --profile DIR</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>male vocalists</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>maps are not a list of objects</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>marks that can&apos;t be</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>means and deviations differ in number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>more relaxed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mountains and open land</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mtt:no vocal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mtt:no vocals</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mtt:no voice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>music on a stage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>neither stands out: close in mood</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>night and lights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no audio id</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no item to take quantiles of</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no marks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no object</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no paths, or too many</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no place for {len} numbers of {part} in {dict}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no sound</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not a regular file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not an analysis of this format, or altered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not installed; not needed where onnxruntime-gpu is in the environment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not known without the driver</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not to be had: {missing}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing to open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>numbers are fewer than two, or not ascending</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>of this computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>on battery</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>only sound</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>onnxruntime {version} {kind}, {origin}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>onnxruntime-gpu is installed but lists no CUDA</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>onnxruntime-gpu is not installed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>path, encoder_id</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pets and play</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>plants and animals</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reference tracks and videos have embeddings of different lengths</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reference tracks and videos must have one value per column each</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>references lack a dimension of their {space}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>references lie in another space than the correspondence&apos;s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reinstall it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>remove it and install it again (`tivm gpu remove`, `tivm gpu install`, or Settings, Computing)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rises and falls with the picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>row {row} has no place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sacred places</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>scores of shape {shape} don&apos;t fit {count} pairs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>signal {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>similarities of shape {shape} need a truth for each row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sky and space</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>snow and ice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>something in a list is no finite number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>something is not a list of numbers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>spans out of order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>speed and vehicles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stopped taking sound</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>such page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>suits {value}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>takes the column {name} {width} wide, which is {value} wide with this pack&apos;s encoders</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>that owns them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the card&apos;s devices may be opened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the correspondence is not an object</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the drive is full; free some space and try again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the drive of {folder} is full; free some space or choose another folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the folder {folder} is not there; choose another one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the main thread</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the picture&apos;s rise</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the program&apos;s own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the store is closed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the truth names a candidate that is not in the pool</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the world under water</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there are no queries to resample</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is always another number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tivm-desktop watches sinks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>too deep</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>too large</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>too long</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>try again later</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>uninstall both, then install onnxruntime-gpu alone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>war and weapons</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>was lost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>what may be there once is there twice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>wire type {wire} is not in use</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>with CUDA</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>within groups</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>without CUDA</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>works when asked for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>you are at work</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>you may not write in {folder}; choose another folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>you may not write there; allow it, or choose another place with --profile DIR</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>your cut</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{audio_id} is no audio id</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{cpu_count} cores</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{database} was written by a newer version of TIVM Desktop (schema {found}, known here: {len}); update the program or choose another folder with --profile DIR.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{decoded_by} broke off at {ends_s} s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{decode} (CUDA error {status})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file}, of the pair {id} in {path}, is not there; put it back or correct it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{folder} can&apos;t be made ({strerror}): check the drive.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{folder} can&apos;t be read ({strerror}): choose another folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{folder} is no shared catalogue (there is no {index_name} in it); choose the folder that `tivm index --engine ray --output` filled.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{folder} is not a folder; choose the folder that holds your music.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{folder} is not a model pack, as its {name} can&apos;t be read ({strerror}); choose a pack&apos;s folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{found} can&apos;t be loaded, {value}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{host_of} sent more than was published; {later}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{host} can&apos;t be reached ({what}): check the connection and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{host} can&apos;t prove that it is {host2} ({verify_message}): check the computer&apos;s date, or set SSL_CERT_FILE to your network&apos;s certificates.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{host} did not answer in time; {later}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{host} has no {value}; it may not be published yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{host} refused ({code} {reason}); {later}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{host} refused the connection; {later}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{host} sends on too often, or to where nothing is safe; {later}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{host} sent more than was asked for; {later}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{host} sent something that is no text; {later}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{host} took too long to answer; {later}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{index} is of another version of TIVM Desktop (format {found}, known here: {format}); update the program, or index the catalogue again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{join} and {last}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{left_out} in groups of fewer than {smallest_group} are left out within groups</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{library} is not found: install NVIDIA&apos;s driver, 525 or newer, for your system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{marked} AND audio_id NOT IN (SELECT audio_id FROM files)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{max} than your picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{model} can&apos;t be loaded by ONNX Runtime {version} ({first_line}); get the pack again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{model} can&apos;t be read ({strerror}); get the pack again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{model} fails in ONNX Runtime ({first_line}); try again or choose another pack.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{model} gives no {name} of this file that can be used ({list} finite float32 numbers are wanted); choose another pack.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{names} may not be opened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} ({memory_mib} MiB, compute capability {format})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} can be marked once it was listened to; try again in a moment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} can only be played from its start: convert it to MP4 and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} can&apos;t be found ({strerror}); choose it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} can&apos;t be kept ({error}); please report it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} can&apos;t be looked at ({strerror}); check its permissions and the disk it is on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} can&apos;t be played ({error}): convert it to another format and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} can&apos;t be read ({reason}): check the drive it is on and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} can&apos;t be read ({strerror}); choose it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} can&apos;t be shown ({error}): convert it to MP4 (H.264) and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} can&apos;t be written ({strerror}); choose another folder or free space.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} can&apos;t be written: {why}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} could not be analysed ({reason}); leave it out or convert it to another format.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} ended its analysis process (exit code {exit_code}); convert it to another format.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} got no analysis process ({error}); start the program anew.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} got no further for {waited}; convert it to another format or skip it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} has {found}: {value}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} has {here} bytes instead of {size}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is a folder: choose a video or music file inside it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is a playlist: choose the video or music file that it lists.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is damaged ({error}): get it anew.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is damaged, it claims {sample_rate} samples a second: copy or export it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is damaged: nothing of its {value} can be decoded; copy or export it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is lacking ({strerror})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is neither a video nor music: {value}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is no file of ratings; choose one that `tivm library export` wrote.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is no message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is not the file that this version of TIVM Desktop was tested with: get it anew.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is not the file that was published; {later}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is not there: it may have been moved or its drive unplugged, so choose it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is of a kind that can&apos;t be decoded here: convert it to MP4 (H.264) and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is there already; choose another name, or have it replaced.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is what the preview is made of: choose another name for it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is {time} long</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} lost its analysis process ({error}); start the program anew.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} made its decoder crash ({killed_by}); convert it to another format or leave it out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} may not be read by you: give yourself permission to read it and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} needs more memory than there is: close other programs or convert it to a smaller size.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} needs more memory than there is; close other programs and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} of the release can&apos;t be understood; try again later.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} wants to write outside its folder ({filename}): don&apos;t use it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} was written by a newer version of TIVM Desktop; update the program.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}: {error}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{part} can&apos;t be written ({value}): check the folder and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} can&apos;t be deleted ({why}): close what uses it and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} can&apos;t be read ({reason}); check the path of the manifest.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} can&apos;t be read ({strerror}): check the file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} does not take what the preprocessing {preprocessing} gives; choose another pack.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} gives no embedding of this file; choose another pack.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} has references embedded in {embedding_dim} numbers where its towers give {embedding_dim2}; get the pack again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} has the id {id} twice; give each pair an id of its own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} has {len} of the two pairs that it takes at least; add some.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} holds more than {most_parts} lists and objects; get the pack again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} holds no calibration that can be used ({error}); get the pack again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} is JSON, but no list; give {wanted}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} is held</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} is larger than {value} MiB, which no pack needs; get the pack again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} is missing from the pack ({strerror}); get the pack again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} is not JSON ({error}); give {wanted}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} is not a list of classes; get the pack again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} is not a regular file; get the pack again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} is not an ONNX model ({error}); get the pack again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} is not the file its pack was made with (its SHA-256 differs); get the pack again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} is not valid JSON ({error}); get the pack again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} nests deeper than {deepest} levels; get the pack again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} wants the preprocessing {preprocessing}, which is not known here; update the program or choose another pack.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} wants the preprocessing {preprocessing}, which is not known here; update the program or get the pack again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} {what}; get the pack again or choose another.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{reason}; try again, or choose another place with --profile DIR</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{root} can&apos;t be written ({strerror}): check the folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{says}, the program&apos;s own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{says}: {remedy}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{says}; {why}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{source} lacks {listed} for {system_name} and {python}: put the wheels there that docs/cuda.md names, and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{text} is no version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{url} is not asked for, since only https addresses are safe; report it to the project.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{value} can&apos;t be removed ({strerror})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{value} can&apos;t be written ({value2})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{value} can&apos;t be written or replaced: close TIVM Desktop and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{value} is no tensor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{value} says no shape</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{value}, speaks {spoken}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{value}; choose another folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{what}: check the drive and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{what}: close TIVM Desktop and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{whole} and has nothing at {time}; choose a start before its end.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{why}: {remedy}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
