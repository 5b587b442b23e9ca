"""Buildings, streets, shops and places of worship."""

TABLE = """
churches                 | .5 -.5 0     | 1  | 1 sacred, .7 ancient, .2 elegant | 442 497
church interiors         | .5 -1 .5     | 1  | 1 sacred, .7 ancient, .2 eerie | 406 884
monasteries              | .5 -.5 0     | 1  | 1 sacred, .9 ancient, .3 mountains | 663
mosques and stupas       | .5 -.5 0     | 1  | 1 sacred, .7 ancient, .7 exotic | 668 832
domes                    | .5 -.5 0     | .9 | .6 sacred, .8 ancient, .4 city | 538
vestments                | 0 -.5 0      | .8 | 1 sacred, .3 ancient | 887
memorial brass           | -.5 -.5 0    | .4 | .5 ancient, .5 sacred | 458
castles                  | .5 .5 .5     | 1  | .9 ancient, 1 adventure | 483
palaces                  | 1 0 0        | 1  | 1 ancient, .5 elegant, .4 adventure, .3 city | 698
old monuments            | .5 0 0       | .9 | .9 ancient, .3 city | 682 708 835 873
  708 pedestal           | 0 0 0        | .6
thrones                  | .5 0 .5      | .8 | .6 ancient, .8 adventure, .5 elegant | 857
standing stones          | 0 0 .5       | 1  | 1 ancient, .4 adventure, .4 eerie, .4 nature | 649
cliff dwellings          | 0 0 .5       | 1  | 1 ancient, .6 exotic, .6 adventure, .4 mountains | 500
totem poles              | 0 0 .5       | .8 | .6 ancient, .8 exotic, .3 adventure, .3 sacred | 863
tiled roofs              | .5 -.5 -.5   | .7 | .4 city, .4 ancient, .3 exotic | 858
prisons                  | -1.5 .5 1.5  | .9 | .5 eerie, .4 city | 743
wire fences              | -.5 0 .5     | .5 | .5 city, .2 eerie | 489
turnstiles               | 0 .5 0       | .7 | .9 city, .3 machines | 877
locks and chains         | -.5 0 .5     | .3 | .3 machines, .3 eerie | 488 507 695 771
bridges                  | .5 .5 0      | 1  | .7 city, .5 water, .3 machines | 821 839
viaducts                 | .5 0 0       | 1  | .6 ancient, .4 rural, .3 city | 888
fountains                | 1 0 -.5      | .8 | .5 city, .6 water, .4 elegant, .2 celebration | 562
street furniture         | 0 .5 0       | .6 | 1 city | 571 637 640 704 707
street signs             | 0 .5 0       | .3 | .9 city | 919
traffic lights           | 0 .5 .5      | .7 | 1 city, .3 night, .3 speed | 920
poles and flags          | .5 0 0       | .4 | .5 city, .2 celebration | 557 733
cash machines            | 0 .5 0       | .5 | .7 city, .4 technology | 480
water towers             | 0 -.5 0      | .8 | .5 rural, .4 machines | 900
cranes                   | 0 .5 .5      | 1  | .9 machines, .5 city | 517
sweet shops              | 1.5 .5 -.5   | .9 | .9 food, .4 city, .3 playful | 415 509
groceries                | .5 .5 0      | .8 | .6 food, .6 city | 467 582 790-791
shops                    | .5 .5 0      | .7 | .8 city | 788 860
vending machines         | 0 .5 0       | .4 | .7 city, .3 technology | 886
toy shops                | 1.5 .5 -.5   | .3 | 1 playful, .3 celebration | 865
restaurants              | 1 .5 -.5     | 1  | .8 food, .5 city, .4 elegant | 762
barbers                  | .5 0 0       | .8 | .7 city, .2 elegant | 423-424
casinos                  | .5 1 .5      | .8 | .6 night, .7 city, .2 playful | 800
cinemas                  | .5 .5 0      | .7 | .7 night, .8 city, .3 stage | 498
book rooms               | .5 -1 -.5    | .7 | .6 home, .3 city, .2 ancient | 453-454 624
"""
