"""Landscapes, plants, the farm and life outdoors."""

TABLE = """
high mountains           | 1 .5 0       | 1  | 1 mountains, .7 nature, .6 winter, .5 adventure | 970
valleys                  | 1 -.5 -.5    | 1  | .9 mountains, .9 nature, .3 rural | 979
cliffs                   | .5 .5 .5     | 1  | .9 mountains, .8 nature, .5 water, .4 adventure | 972 976
geysers                  | .5 .5 .5     | 1  | .7 mountains, .8 nature, .4 water | 974
volcanoes                | 0 1 1        | .7 | 1 mountains, .5 nature, .6 adventure, .4 eerie | 980
flowers                  | 2 -.5 -1.5   | 1  | 1 nature, .4 rural | 985-986
fields                   | 1.5 -.5 -1   | 1  | .9 rural, .9 nature | 958 984
grain                    | .5 -.5 -.5   | .8 | .8 rural, .7 nature, .2 food | 987 998
autumn fruits            | 1 -1 -1      | 1  | .9 nature, .4 rural | 988-990
fungi                    | .5 -.5 0     | .9 | .9 nature, .2 eerie, .2 adventure | 947 991-997
  993 gyromitra          | 0 -.5 .5     | .9
  994 stinkhorn          | -.5 -.5 .5   | .9
gardens                  | 1 -.5 -1     | .8 | .8 nature, .5 home, .2 rural | 580 738
picket fences            | 1 -.5 -.5    | .7 | .8 rural, .4 home | 716
rustic fences            | .5 -.5 -.5   | .8 | .9 rural, .5 nature | 912
stone walls              | 0 -.5 0      | .5 | .5 ancient, .5 rural, .2 mountains | 825
mazes                    | 0 0 .5       | .5 | .4 adventure, .3 eerie, .3 nature | 646
farmhouses               | 1 -.5 -.5    | 1  | 1 rural, .3 home | 425 853
windows on the farm      | 1 -.5 -1     | .6 | .6 rural, .5 nature, .3 home | 448 756
farm machines            | .5 0 -.5     | 1  | 1 rural, .5 machines | 595 730 856 866
garden tools             | .5 0 -.5     | .5 | .7 rural, .3 home | 428 621 792
sawmills                 | 0 .5 0       | .8 | .6 machines, .6 rural | 634
carts                    | .5 0 -.5     | 1  | .9 rural, .3 ancient, .2 adventure | 603 690
nomads' tents            | .5 0 0       | 1  | .7 exotic, .6 mountains, .4 adventure | 915
camping                  | 1 0 -.5      | .9 | .7 mountains, .7 nature, .6 adventure | 672 797
patios                   | 1 -1 -1      | .9 | .7 home, .4 beach, .2 nature | 706
park benches             | 1 -1 -.5     | .9 | .5 city, .6 nature | 703
swings                   | 1.5 .5 -.5   | .9 | .8 playful, .3 home, .2 nature | 843
winter sport             | 1 1.5 .5     | 1  | 1 winter, .7 sport, .6 speed, .5 mountains | 450 795 802
  795 ski                | 1.5 1 0      | 1
dog sleds                | 1 1 .5       | 1  | 1 winter, .5 adventure, .4 nature, .3 speed | 537
snowploughs              | 0 .5 .5      | 1  | .9 winter, .5 machines | 803
"""
