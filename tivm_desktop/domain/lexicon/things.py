"""Machines, screens, tools, medicine, small objects, and what only tells how a picture is made."""

TABLE = """
computers                | 0 .5 0       | .4 | 1 technology, .4 city | 508 527 590 620 673 681
game controls            | 1 1 0        | .5 | .7 technology, .7 playful | 613
phones                   | .5 .5 0      | .4 | .7 technology, .6 city | 487
old phones               | 0 0 0        | .4 | .4 home, .4 city | 528
office machines          | 0 0 0        | .3 | .8 technology, .3 city | 553 592 662 713 742 761 810
typewriters              | .5 0 0       | .4 | .4 home, .3 city, .3 machines | 878
music players            | .5 .5 -.5    | .5 | .5 stage, .6 technology, .3 night | 481-482 485 605 754 848
home cinemas             | .5 0 -.5     | .2 | .7 home, .5 technology, .3 night | 548 598
screens                  | 0 0 0        | 0  | .5 technology | 664 782 851
cameras                  | .5 .5 0      | .4 | .6 technology, .3 city | 732 745 759
optics                   | 0 0 0        | .2 | .4 technology | 447 622 633 872
laboratories             | 0 0 .5       | .6 | .9 technology | 438 688 712
medicine                 | -1 .5 1      | .8 | .5 technology, .2 eerie | 617 691 720 823 830 845
  617 lab coat           | -.5 0 .5     | .7
  720 pill bottle        | -.5 0 .5     | .2
  830 stretcher          | -1.5 1 1.5   | .8
  845 syringe            | -1 .5 1.5    | .7
first aid                | -.5 0 .5     | .5 | .3 home | 419 523 648 678
  648 medicine chest     | 0 -.5 0      | .4
hand tools               | 0 .5 0       | .5 | .8 machines, .2 home | 477 587 726 740 784
hardware                 | 0 0 0        | .15 | .6 machines | 473 506 600 677 686 758 783 844
  758 reel               | 0 0 0        | .2
crafts                   | .5 -.5 -.5   | .5 | .6 home, .3 rural | 696 739 786 816 855
  739 potter's wheel     | 1 -.5 -.5    | .8
clocks                   | 0 -.5 0      | .5 | .5 home, .2 city | 409 892
digital clocks           | 0 .5 .5      | .1 | .5 technology, .3 night | 530-531
hourglasses              | 0 -.5 .5     | .5 | .4 ancient, .4 adventure | 604
compasses                | .5 0 0       | .5 | .5 adventure, .3 technology | 426 635
measuring                | 0 0 0        | .15 | .4 technology | 398 769 778 798
pens and paper           | 0 -.5 0      | .15 | .3 home | 418 563 623 709-710 767
  563 fountain pen       | .5 -.5 0     | .3
quills                   | .5 -.5 0     | .4 | .6 ancient, .5 adventure | 749
barrels and crates       | 0 0 0        | .2 | .4 rural, .2 adventure | 427 463 478 519
  427 barrel             | 0 0 0        | .4
mortars                  | .5 0 0       | .3 | .5 food, .4 home | 666
traps and muzzles        | -.5 .5 .5    | .3 | .3 eerie | 674 676
plastic bags             | -.5 0 0      | .1 | .3 city | 728
rugs and mats            | 0 0 0        | 0  | .4 home | 539 741
blinds                   | 0 0 0        | 0  | .4 home | 904-905
stationery covers        | 0 0 0        | 0  | .1 home | 446 549 692
graphics and text        | 0 0 0        | 0  | .1 technology | 611 916-918 921-922
"""
