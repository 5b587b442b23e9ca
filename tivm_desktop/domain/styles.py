"""Semantic styles that ImageNet classes and music tags both speak to.

A style is named once for both sides. The picture speaks of it through the posterior mass of a group of
ImageNet-1k classes, the music through the tags of the Million Song Dataset's 50-tag vocabulary that
creators reach for under such pictures (positive) and those they avoid (negative).
"""

from collections.abc import Mapping
from dataclasses import dataclass

from tivm_desktop.domain.weights import parse_indices, parse_weights


@dataclass(frozen=True, slots=True)
class Style:
    """One style: the picture's classes (indices into ImageNet-1k) and the music's tag weights."""

    name: str
    picture_words: str
    classes: tuple[int, ...]
    tags: Mapping[str, float]


def _style(name: str, picture_words: str, classes: str, tags: str) -> Style:
    return Style(name, picture_words, parse_indices(classes), parse_weights(tags))


STYLES: tuple[Style, ...] = (
    _style(
        "nature",
        "nature",
        "80-99 127-146 321-326 970 972 974-976 979 984-998",
        (
            "+1 folk, +1 acoustic, +0.8 ambient, +0.8 beautiful, +0.6 instrumental, +0.5 mellow, "
            "-0.8 hip-hop, -0.6 party, -0.6 metal, -0.6 house"
        ),
    ),
    _style(
        "water",
        "water",
        (
            "1-6 33-37 145-150 389-397 437 449 460 472 484 536 576 625 628 718 780 801 814 833 871 "
            "914 973 977-978 983"
        ),
        (
            "+1 ambient, +1 chillout, +0.8 chill, +0.6 mellow, +0.6 beautiful, +0.5 easy listening, "
            "-0.8 metal, -0.6 punk, -0.5 hip-hop"
        ),
    ),
    _style(
        "speed",
        "speed and vehicles",
        (
            "403-404 407 436 450 466 468 479 510-511 518 535 547 555 569 573 575 609 627 654 656 661 "
            "665 670-671 675 685 705 717 734 751 779 802-803 812 814 817 820 864 866-867 895"
        ),
        (
            "+1 hard rock, +0.8 rock, +0.7 electronic, +0.6 house, +0.5 punk, +0.5 dance, "
            "+0.5 electro, -0.7 acoustic, -0.8 folk, -0.5 ambient, -0.4 jazz"
        ),
    ),
    _style(
        "city",
        "city and screens",
        (
            "454 480 487 498 508 527 530 582 590 592 598 605 620 632 637 662 664 673 704 707 742 745 "
            "761-762 782 810 821 829 839 851 874 877-878 886 888 916 919-920"
        ),
        (
            "+1 electronic, +0.8 electro, +0.7 hip-hop, +0.6 house, +0.5 rnb, +0.6 electronica, "
            "-0.8 folk, -0.8 country, -0.3 classic rock"
        ),
    ),
    _style(
        "battle",
        "battle",
        (
            "403 413 439 456 461 465 471 490 499 524 570 583 586 596-597 652 657 715 724 744 763-764 "
            "777 787 796 833 847 895 913"
        ),
        (
            "+1 metal, +0.9 heavy metal, +0.6 hard rock, +0.7 progressive rock, +0.7 instrumental, "
            "+0.4 experimental, -0.7 easy listening, -0.6 soul, -0.6 sexy, -0.5 pop"
        ),
    ),
    _style(
        "monument",
        "grand old places",
        "406 442 483 486 497 500 538 566 594 649 663 668 682 687 698 708 825 832 853 857 873 884 889",
        (
            "+1 instrumental, +0.8 ambient, +0.7 beautiful, +0.5 progressive rock, +0.4 experimental, "
            "-0.7 hip-hop, -0.7 party, -0.6 rnb, -0.4 house"
        ),
    ),
    _style(
        "home",
        "home and food",
        (
            "415 453 495 504-505 509 516 520-521 532 544 550 564 567 624 651 659 697 721 738 750 "
            "765-766 809 827 831 846 849-850 859 868 891 896 907 909-910 923-969"
        ),
        (
            "+0.9 jazz, +0.8 soul, +1 easy listening, +0.7 acoustic, +0.6 oldies, +0.4 guitar, "
            "+0.5 60s, -0.8 metal, -0.6 electro, -0.5 experimental, -0.6 heavy metal"
        ),
    ),
    _style(
        "celebration",
        "celebration and stage",
        (
            "402 417 420 432 457 470 476 541 546 554 557 579 601 607 641-642 645 650 689 776 808 "
            "818-819 822 854 875 881 928 981-982"
        ),
        (
            "+1 party, +1 dance, +0.8 happy, +0.6 pop, +0.7 funk, +0.5 catchy, +0.5 house, "
            "-0.8 ambient, -0.7 sad, -0.5 experimental"
        ),
    ),
    _style(
        "sport",
        "sport",
        (
            "416 422 429-430 433 522 537 543 560 574 602 610 615 671 701-702 722 736 746-747 752 768 "
            "770 781 795 805 842 852 880 890 981"
        ),
        (
            "+0.7 rock, +0.8 hip-hop, +0.6 electronic, +0.7 dance, +0.6 hard rock, +0.6 party, "
            "+0.5 punk, -0.8 ambient, -0.6 folk, -0.6 sad"
        ),
    ),
    _style(
        "animals",
        "animals at play",
        "7-9 151-293 330-339 352-388 850 865",
        (
            "+0.9 happy, +0.8 indie pop, +0.7 folk, +0.7 acoustic, +0.6 catchy, +0.5 country, "
            "-0.8 heavy metal, -0.4 electro, -0.5 sexy"
        ),
    ),
    _style(
        "eerie",
        "eerie things",
        "42-44 52-79 498 570 607 643 646 669 743 815 862 980",
        (
            "+1 experimental, +0.8 ambient, +0.7 instrumental, +0.3 electronic, +0.3 metal, "
            "-0.9 happy, -0.8 easy listening, -0.6 party, -0.6 pop"
        ),
    ),
)
"""Every style, in a fixed order."""
