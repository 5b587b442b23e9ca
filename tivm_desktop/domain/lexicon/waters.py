"""Life of the sea and of rivers, shores, harbours and boats."""

TABLE = """
caught fish              | .5 0 0       | .9 | .7 water, .4 nature, .3 rural | 0 389 391 394-395
aquarium fish            | 1 0 -1       | 1  | 1 underwater, .6 water, .2 playful | 1 392-393 397
sharks                   | -1 1.5 2     | 1  | 1 underwater, .7 water, .4 eerie, .2 adventure | 2-4
rays                     | 0 0 .5       | 1  | 1 underwater, .6 water | 5-6
eels and lionfish        | -.5 .5 1     | 1  | .9 underwater, .5 water, .3 eerie | 390 396
jellyfish                | .5 -.5 .5    | 1  | 1 underwater, .5 water, .2 eerie, .2 night | 107
reef life                | 1 0 -.5      | 1  | 1 underwater, .6 water, .3 exotic | 108-110 115 327-329 973
  110 flatworm           | .5 0 0       | .8
  329 sea cucumber       | 0 0 0        | .8
shells                   | .5 -.5 -.5   | .7 | .6 beach, .5 water, .4 underwater | 112 116-117
crabs and lobsters       | 0 .5 .5      | .9 | .6 water, .4 beach, .3 underwater, .2 food | 118-125
sea turtles              | 1 -.5 -1     | 1  | .8 underwater, .9 water, .4 beach | 33-34
whales                   | 1 0 0        | 1  | .7 underwater, 1 water, .5 nature, .2 adventure | 147-149
  148 killer whale       | .5 1 .5      | 1
seals and otters         | 1.5 0 -1     | 1  | .8 water, .6 nature, .5 playful, .2 beach | 150 360
divers                   | 1 .5 0       | 1  | 1 underwater, .8 water, .3 beach, .4 adventure | 801 983
lakeside                 | 1.5 -1 -1    | 1  | .9 water, .9 nature, .3 mountains | 975
seashore                 | 1.5 -.5 -1   | 1  | .9 water, .6 nature, 1 beach | 977-978
piers                    | 1 -.5 -.5    | 1  | .9 water, .5 beach | 460 718
lighthouses              | .5 0 .5      | .9 | .8 water, .3 night, .4 adventure, .2 mountains | 437
boathouses               | 1 -1 -1      | 1  | .8 water, .5 rural, .5 nature | 449
docks                    | .5 0 0       | 1  | .9 water, .4 city, .2 beach, .2 machines | 536
dams                     | 0 .5 .5      | 1  | .6 water, .5 machines, .3 nature | 525
bubbles                  | 1 -.5 -1     | .4 | .5 playful, .3 water, .2 underwater | 971
paddling                 | 1 0 -.5      | 1  | 1 water, .6 nature, .4 sport, .3 adventure | 472 693
sailing                  | 1.5 0 -.5    | 1  | 1 water, .5 beach, .4 adventure | 484 780 871 914
gondolas                 | 1.5 -.5 -1   | 1  | .9 water, .6 elegant, .4 city, .2 exotic | 576
pirate ships             | 0 1 1        | 1  | .7 water, 1 adventure, .4 war, .3 ancient | 724
speedboats               | 1.5 1.5 0    | 1  | .9 water, .9 speed, .6 beach, .4 sport | 814
rescue boats             | 0 .5 .5      | 1  | .9 water, .3 speed, .2 machines | 554 625
cargo ships              | 0 0 0        | 1  | .9 water, .7 machines | 510
cruise ships             | 1 0 -.5      | 1  | .9 water, .5 beach, .5 elegant | 628
paddle steamers          | .5 0 -.5     | .9 | .7 water, .4 rural, .3 machines | 694
warships                 | -.5 .5 1     | 1  | .8 water, .9 war, .5 machines | 403 833
shipwrecks               | -1 0 1       | 1  | .7 water, .6 eerie, .4 adventure, .2 underwater | 913
oil platforms            | -.5 .5 .5    | 1  | .7 water, .9 machines | 540
"""
