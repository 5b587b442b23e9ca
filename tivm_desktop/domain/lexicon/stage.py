"""Music, shows, feasts, lights in the dark, sport and games."""

TABLE = """
stages                   | 1 1.5 .5     | .9 | 1 stage, .6 night, .4 celebration | 819
spotlights               | .5 .5 .5     | .4 | .7 stage, .9 night | 818
curtains                 | .5 .5 0      | .4 | .9 stage, .3 elegant | 854
microphones              | .5 1 0       | .8 | 1 stage, .4 night | 632 650
loud instruments         | 1 1.5 .5     | 1  | 1 stage, .4 celebration | 541-542 546 822
brass and sax            | 1 .5 0       | 1  | 1 stage, .3 celebration, .3 elegant, .2 night | 513 776 875
strings                  | 1 -.5 0      | 1  | .9 stage, .7 elegant | 486 594 889
pianos                   | 1 -.5 -.5    | 1  | .9 stage, .6 elegant, .4 home | 579 881
acoustic guitars         | 1 0 -.5      | 1  | .9 stage, .4 rural, .3 home | 402
woodwinds                | 1 -.5 -.5    | 1  | .9 stage, .5 elegant | 432 558 566 683
folk instruments         | 1 .5 -.5     | 1  | .8 stage, .7 rural, .2 exotic | 401 420 593 684 699
percussion of far        | 1 .5 -.5     | 1  | .7 stage, .6 exotic, .4 celebration | 641-642
gongs and chimes         | .5 0 .5      | .8 | .5 stage, .6 sacred, .6 exotic | 494 577
church organs            | .5 0 .5      | 1  | .9 sacred, .6 stage, .4 ancient | 687
plectrums                | .5 .5 0      | .3 | .7 stage | 714
carousels                | 1.5 1 -.5    | 1  | .9 celebration, .8 playful | 476
dances round the pole    | 1.5 .5 -.5   | .9 | .9 celebration, .6 rural | 645
weddings                 | 2 .5 -1      | .9 | .9 celebration, .9 elegant | 982
pumpkin lanterns         | -.5 .5 1     | .9 | .9 eerie, .7 night, .3 celebration, .2 playful | 607
masks                    | -.5 .5 1     | .7 | .7 eerie, .4 celebration, .3 stage | 643
face covers              | -1 .5 1.5    | .6 | .5 eerie, .3 winter, .2 war | 796
wigs                     | .5 0 0       | .3 | .4 stage, .3 playful | 903
feathers                 | 1 .5 0       | .5 | .5 celebration, .6 stage, .5 elegant | 552
candles                  | 1 -1 -.5     | .8 | .8 night, .6 sacred, .5 home, .3 elegant | 470
torches                  | 0 .5 1       | .7 | .9 night, .7 adventure, .2 eerie | 862
small flames             | 0 .5 .5      | .2 | .7 night | 626 644
ball games               | 1 1.5 .5     | .9 | 1 sport | 430 746 768 805 890
baseball                 | 1 1 .5       | 1  | 1 sport | 429 560 981
racket games             | 1 1 0        | .8 | 1 sport | 722 752 852
lawn games               | 1 0 -.5      | .8 | .8 sport, .3 elegant, .2 nature | 522 574
pool tables              | .5 .5 0      | .9 | .6 sport, .6 night, .2 city | 736
gymnastics               | 1 1 .5       | 1  | 1 sport, .2 elegant | 416 602 702
weight rooms             | .5 1.5 .5    | .9 | 1 sport | 422 543 747
sportswear               | 1 1 0        | .6 | .9 sport | 433 610 615 770
  433 bathing cap        | 1 .5 0       | .7
scoreboards              | .5 1 .5      | .2 | .8 sport, .2 city | 781
referees' things         | 0 1 .5       | .4 | .6 sport | 826 902
"""
