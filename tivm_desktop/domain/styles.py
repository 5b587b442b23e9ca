"""Which music suits the styles that pictures show.

A style is named once for both sides. The picture speaks of it through the classes that the lexicon counts to
it (`class_lexicon.picture_styles`), the music through the tags of two vocabularies: those of the Million Song
Dataset (moods and genres) and, named `mtt:`, those of MagnaTagATune (instruments, pace, voices). Positive are
tags of the music that creators reach for under such pictures, negative of that which they avoid. These are
stated choices, after the conventions of film and library music (Tagg and Clarida 2003, "Ten Little Title
Tunes"); no pairs of video and music were used to set them.
"""

from collections.abc import Mapping
from types import MappingProxyType

from tivm_desktop.domain.weights import parse_weights

_STYLES = """
nature: +0.8 folk, +0.8 acoustic, +0.6 ambient, +0.8 beautiful, +0.5 instrumental, +0.5 mellow, +0.8
    mtt:flute, +0.6 mtt:soft, +0.6 mtt:harp, +0.6 mtt:guitar, +0.5 mtt:strings, +0.5 mtt:new age,
    -0.7 hip-hop, -0.6 metal, -0.6 house, -0.7 mtt:techno, -0.6 mtt:loud, -0.4 mtt:synth
mountains: +0.8 instrumental, +0.6 beautiful, +0.5 folk, +0.5 ambient, +0.5 progressive rock, +0.8
    mtt:strings, +0.6 mtt:choir, +0.6 mtt:new age, +0.6 mtt:flute, +0.5 mtt:cello, +0.4
    mtt:classical, -0.7 hip-hop, -0.6 rnb, -0.6 party, -0.5 mtt:techno
water: +1 ambient, +0.8 chillout, +0.7 chill, +0.6 mellow, +0.6 beautiful, +0.7 mtt:harp, +0.6
    mtt:soft, +0.6 mtt:new age, +0.6 mtt:piano, +0.5 mtt:slow, -0.8 metal, -0.6 punk, -0.5 hip-hop,
    -0.6 mtt:loud, -0.5 mtt:rock
underwater: +1 ambient, +0.6 chillout, +0.6 experimental, +1 mtt:ambient, +0.8 mtt:new age, +0.6
    mtt:choir, +0.6 mtt:harp, +0.6 mtt:slow, +0.5 mtt:quiet, +0.4 mtt:synth, -0.7 metal, -0.6 punk,
    -0.7 mtt:drums, -0.7 mtt:rock, -0.4 mtt:guitar, -0.4 country
space: +1 ambient, +0.7 electronic, +0.5 instrumental, +0.6 experimental, +0.4 progressive rock, +1
    mtt:ambient, +0.8 mtt:new age, +0.8 mtt:synth, +0.5 mtt:choir, +0.5 mtt:weird, +0.4 mtt:no
    vocals, -0.8 country, -0.6 folk, -0.6 soul, -0.6 mtt:guitar, -0.6 mtt:country
night: +0.6 electronic, +0.7 chillout, +0.6 jazz, +0.5 sexy, +0.6 ambient, +0.6 mtt:slow, +0.6
    mtt:ambient, +0.4 mtt:piano, +0.4 mtt:cello, +0.3 mtt:weird, -0.8 happy, -0.6 country, -0.5
    punk, -0.5 mtt:country, -0.4 mtt:pop
city: +1 electronic, +0.7 electro, +0.8 hip-hop, +0.6 house, +0.6 rnb, +0.5 funk, +0.7 mtt:beat,
    +0.6 mtt:beats, +0.6 mtt:drums, +0.4 mtt:techno, -0.8 folk, -0.7 country, -0.5 mtt:harp, -0.5
    mtt:flute, -0.5 mtt:classical
speed: +0.9 hard rock, +0.8 rock, +0.6 electronic, +0.6 house, +0.5 punk, +0.6 dance, +0.5 electro,
    +1 mtt:fast, +0.8 mtt:loud, +0.6 mtt:drums, +0.6 mtt:techno, +0.6 mtt:rock, -0.7 acoustic, -0.6
    folk, -0.6 ambient, -0.4 jazz, -0.8 mtt:slow, -0.7 mtt:quiet, -0.6 mtt:soft
sport: +0.7 rock, +0.7 hip-hop, +0.5 electronic, +0.7 dance, +0.5 hard rock, +0.7 party, +0.5 punk,
    +0.8 mtt:fast, +0.7 mtt:loud, +0.8 mtt:drums, +0.5 mtt:rock, +0.5 mtt:beat, -0.8 ambient, -0.6
    sad, -0.7 mtt:slow, -0.7 mtt:quiet, -0.5 mtt:cello
celebration: +1 party, +1 dance, +0.8 happy, +0.6 pop, +0.7 funk, +0.5 catchy, +0.8 mtt:dance, +0.6
    mtt:pop, +0.6 mtt:fast, +0.5 mtt:drums, +0.4 mtt:singing, -0.8 ambient, -0.7 sad, -0.5
    experimental, -0.6 mtt:slow, -0.6 mtt:ambient, -0.5 mtt:weird
stage: +0.9 rock, +0.6 guitar, +0.6 hard rock, +0.5 funk, +0.5 jazz, +0.5 classic rock, +0.8
    mtt:rock, +0.6 mtt:singing, +0.6 mtt:guitar, +0.6 mtt:drums, +0.4 mtt:loud, -0.6 ambient, -0.6
    mtt:ambient, -0.5 mtt:synth, -0.4 mtt:new age
food: +0.9 jazz, +0.8 soul, +1 easy listening, +0.6 acoustic, +0.5 oldies, +0.5 60s, +0.5 funk, +0.7
    mtt:guitar, +0.5 mtt:piano, +0.4 mtt:pop, -0.8 metal, -0.5 electro, -0.5 experimental, -0.6
    mtt:weird, -0.5 mtt:ambient, -0.5 mtt:choir
home: +0.7 jazz, +0.6 soul, +0.9 easy listening, +0.9 acoustic, +0.5 oldies, +0.5 guitar, +0.6
    mellow, +0.8 mtt:guitar, +0.7 mtt:piano, +0.7 mtt:soft, +0.5 mtt:quiet, -0.8 metal, -0.6
    electro, -0.5 experimental, -0.6 mtt:techno, -0.6 mtt:loud, -0.5 mtt:weird
playful: +1 happy, +0.7 indie pop, +0.7 catchy, +0.5 pop, +0.5 acoustic, +0.5 funk, +0.4 country,
    +0.5 major, +0.4 mtt:fast, +0.5 mtt:guitar, +0.5 mtt:pop, +0.4 mtt:flute, +0.4 mtt:country, -0.8
    heavy metal, -0.7 sad, -0.5 experimental, -0.6 mtt:weird, -0.5 mtt:ambient, -0.5 mtt:opera, -0.5
    mtt:cello
machines: +0.9 electronic, +0.7 electro, +0.6 experimental, +0.5 metal, +0.5 instrumental, +0.8
    mtt:techno, +0.7 mtt:synth, +0.6 mtt:beats, +0.6 mtt:electronic, +0.4 mtt:loud, -0.7 folk, -0.6
    acoustic, -0.6 soul, -0.5 mtt:harp, -0.5 mtt:flute, -0.5 mtt:guitar
technology: +1 electronic, +0.8 electronica, +0.6 electro, +0.5 ambient, +0.5 experimental, +0.9
    mtt:electronic, +0.9 mtt:synth, +0.7 mtt:techno, +0.4 mtt:no vocals, -0.8 folk, -0.7 country,
    -0.6 classic rock, -0.6 mtt:guitar, -0.5 mtt:violin, -0.5 mtt:country
sacred: +0.7 ambient, +0.8 beautiful, +0.7 instrumental, +1 mtt:choir, +1 mtt:choral, +0.7
    mtt:opera, +0.7 mtt:classical, +0.5 mtt:slow, +0.4 mtt:strings, +0.4 mtt:quiet, -0.8 party, -0.7
    hip-hop, -0.6 punk, -0.6 mtt:techno, -0.6 mtt:rock, -0.5 mtt:drums
ancient: +0.9 instrumental, +0.6 ambient, +0.6 beautiful, +0.5 progressive rock, +0.4 folk, +0.8
    mtt:strings, +0.8 mtt:classical, +0.6 mtt:choir, +0.6 mtt:cello, +0.5 mtt:harp, +0.4 mtt:violin,
    +0.4 mtt:flute, -0.7 hip-hop, -0.7 party, -0.6 rnb, -0.5 house, -0.6 mtt:techno, -0.5 mtt:pop
war: +0.8 metal, +0.7 heavy metal, +0.6 instrumental, +0.5 progressive rock, +0.5 hard rock, +0.4
    experimental, +0.9 mtt:drums, +0.7 mtt:loud, +0.6 mtt:choir, +0.5 mtt:metal, +0.4 mtt:strings,
    -0.6 major, -0.7 easy listening, -0.6 happy, -0.6 soul, -0.5 pop, -0.6 mtt:soft, -0.5 mtt:guitar
eerie: +1 experimental, +0.8 ambient, +0.5 instrumental, +1 mtt:weird, +0.8 mtt:ambient, +0.6
    mtt:choir, +0.5 mtt:opera, +0.5 mtt:slow, +0.4 mtt:cello, -0.6 major, -0.9 happy, -0.8 easy
    listening, -0.6 party, -0.6 pop, -0.6 mtt:pop, -0.6 mtt:country, -0.5 mtt:guitar
winter: +0.8 beautiful, +0.7 ambient, +0.5 chill, +0.5 instrumental, +0.8 mtt:harp, +0.7 mtt:new
    age, +0.7 mtt:piano, +0.5 mtt:soft, +0.5 mtt:choir, +0.4 mtt:strings, -0.6 funk, -0.6 metal,
    -0.5 sexy, -0.5 mtt:loud, -0.4 mtt:male
exotic: +0.6 folk, +0.6 instrumental, +0.5 experimental, +0.4 guitar, +1 mtt:indian, +0.9 mtt:sitar,
    +0.7 mtt:drums, +0.6 mtt:flute, +0.4 mtt:guitar, -0.6 punk, -0.6 indie pop, -0.5 alternative
    rock, -0.5 mtt:pop, -0.4 mtt:piano, -0.4 mtt:synth
beach: +0.8 happy, +0.6 chill, +0.6 pop, +0.7 easy listening, +0.6 soul, +0.6 funk, +0.5 acoustic,
    +0.5 major, +0.8 mtt:guitar, +0.5 mtt:pop, +0.4 mtt:country, +0.4 mtt:drums, -0.8 metal, -0.6
    experimental, -0.5 sad, -0.6 mtt:weird, -0.5 mtt:choir, -0.5 mtt:opera, -0.5 mtt:cello
adventure: +0.8 instrumental, +0.6 folk, +0.6 progressive rock, +0.4 beautiful, +0.8 mtt:strings,
    +0.7 mtt:classical, +0.6 mtt:violin, +0.6 mtt:flute, +0.5 mtt:harpsichord, +0.5 mtt:drums, +0.4
    mtt:choir, -0.7 rnb, -0.6 house, -0.6 hip-hop, -0.5 sexy, -0.5 mtt:techno, -0.5 mtt:electronic
rural: +1 country, +0.9 folk, +0.8 acoustic, +0.6 guitar, +0.5 happy, +0.4 oldies, +0.4 major, +0.9
    mtt:country, +0.9 mtt:guitar, +0.5 mtt:violin, +0.5 mtt:flute, -0.8 electronic, -0.7 house, -0.5
    rnb, -0.7 mtt:techno, -0.6 mtt:synth, -0.5 mtt:weird
elegant: +0.9 jazz, +0.6 soul, +0.6 sexy, +0.6 easy listening, +0.5 60s, +0.4 beautiful, +0.8
    mtt:classical, +0.8 mtt:piano, +0.6 mtt:violin, +0.5 mtt:strings, +0.4 mtt:cello, +0.4
    mtt:harpsichord, -0.8 metal, -0.7 punk, -0.5 electro, -0.5 mtt:techno, -0.6 mtt:loud
"""

_SOUND_QUANTITIES = frozenset({"major"})


def _read(text: str) -> dict[str, Mapping[str, float]]:
    """Read `name: weights`, one style a line; indented lines go on with the style above."""
    entries = text.strip().replace("\n    ", " ").splitlines()
    named = (entry.split(": ", 1) for entry in entries)
    return {
        name: MappingProxyType(
            {
                quantity if quantity in _SOUND_QUANTITIES else f"tag:{quantity}": weight
                for quantity, weight in parse_weights(weights).items()
            }
        )
        for name, weights in named
    }


STYLE_MUSIC: Mapping[str, Mapping[str, float]] = MappingProxyType(_read(_STYLES))
"""Weights of a track's quantities (`description.track_quantities`) by the name of the style."""
