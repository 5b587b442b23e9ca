"""Rooms, furniture, food and drink."""

TABLE = """
bedrooms                 | 1 -1.5 -1    | .9 | 1 home, .2 elegant | 564 831
bedding                  | 1 -1.5 -1    | .4 | .9 home | 697 721
quilts                   | .5 -1 -.5    | 0  | .8 home | 750
cradles                  | 1.5 -1 -1    | .8 | 1 home, .4 playful | 431 516 520
baby things              | 1 -.5 -.5    | .4 | .8 home, .5 playful | 443 529 680
  680 nipple             | .5 -.5 -.5   | .2
living rooms             | 1 -1 -1      | .9 | 1 home | 495 532 765
furniture                | .5 -.5 -.5   | .5 | .9 home | 492-493 526 559 894
lamps                    | 1 -1 -.5     | .6 | .8 home, .5 night | 619 846
open fires               | 1 -1 -1      | .7 | 1 home, .4 winter, .3 night | 556
home heat and air        | 0 -.5 0      | .3 | .6 home, .3 machines | 545 753 811
sliding screens          | .5 -1 -.5    | .6 | .6 home, .4 exotic | 789 799
staircases               | 0 -.5 .5     | .5 | .5 home, .2 eerie, .2 elegant | 421
vases                    | 1 -.5 -1     | .5 | .6 home, .4 elegant, .3 nature | 883
mosquito nets            | .5 -1 0      | .4 | .4 home, .5 exotic | 669
kitchen machines         | .5 0 -.5     | .7 | .8 home, .4 food | 521 534 651 760 766 827 859 891 897
  897 washer             | 0 0 0        | .6
pots and pans            | .5 0 -.5     | .6 | .7 food, .6 home | 544 567 618 647 659 729 813 828 909-910
caldrons                 | 0 0 .5       | .4 | .4 food, .4 eerie, .3 adventure | 469
jugs and trays           | .5 -.5 -.5   | .4 | .7 home, .4 food | 411 533 653 725 773 868 899
  533 dishrag            | 0 -.5 0      | .1
coffee and tea           | 1 -.5 -1     | .8 | .8 home, .6 food, .2 elegant | 504-505 550 849 967-968
bathrooms                | .5 -.5 -.5   | .7 | .9 home, .2 water | 435 794 876 896
toilets                  | -.5 -.5 0    | .4 | .5 home | 700 731 861 999
  700 paper towel        | 0 -.5 0      | .2
  999 toilet tissue      | 0 -.5 0      | .2
towels and soap          | .5 -.5 -.5   | .3 | .8 home | 434 588 793 804
housework                | 0 0 0        | .4 | .6 home | 412 462 606 840 882
beer and spirits         | 1 .5 -.5     | .8 | .7 food, .7 night, .5 celebration | 440-441 455 503 901
  455 bottlecap          | .5 .5 0      | .2
wine and eggnog          | 1 -.5 -.5    | .8 | .6 food, .6 elegant, .4 night | 512 572 907 966 969
  512 corkscrew          | .5 0 0       | .4
soft drinks              | .5 .5 -.5    | .4 | .5 food, .3 sport | 737 898
fine food                | 1.5 0 -1     | .9 | 1 food, .4 home, .2 elegant | 809 923-926 935 959 962 964
  923 plate              | 1 0 -.5      | .6
fast food                | 1.5 .5 -.5   | 1  | 1 food, .4 city, .3 playful | 933-934 963 965
bread                    | 1 -.5 -1     | .9 | 1 food, .6 home | 930-932 961
sweet food               | 2 .5 -1      | 1  | .9 food, .6 playful, .4 celebration | 927-929 960
  929 ice lolly          | 2 .5 -1.5    | 1
fruit                    | 1.5 0 -1     | .9 | .9 food, .4 nature, .2 beach | 948-957
vegetables               | 1 -.5 -.5    | .9 | .8 food, .5 nature, .4 rural | 936-946
Christmas                | 1.5 .5 -1    | .9 | .9 celebration, .7 winter, .8 home, .4 playful | 496
toys                     | 1.5 .5 -1    | .8 | 1 playful, .4 home, .2 celebration | 723 850
money boxes              | 1 0 -.5      | .4 | .7 playful, .3 home | 719
"""
