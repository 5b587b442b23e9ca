"""What people wear and carry: the network's only word for people."""

TABLE = """
evening dress            | 1 0 -.5      | .7 | .9 elegant, .5 celebration | 457 578 601 689 824
  824 stole              | .5 0 0       | .4
suits                    | .5 0 0       | .6 | .7 elegant, .5 city | 834 906
furs                     | .5 0 0       | .6 | .7 elegant, .5 winter | 568
graduation               | 1.5 .5 0     | .8 | .9 celebration, .3 elegant | 400 667
kimonos                  | 1 -.5 -.5    | .9 | .8 exotic, .6 elegant | 614
robes of far lands       | .5 0 0       | .7 | .9 exotic | 399 735 775
  775 sarong             | 1 -.5 -.5    | .7
sombreros                | 1 .5 -.5     | .9 | .8 exotic, .7 celebration | 808
cowboys                  | .5 .5 .5     | .8 | .7 rural, .6 adventure, .4 exotic | 451 514-515
cloaks                   | -.5 0 .5     | .6 | .7 adventure, .5 eerie, .2 night | 501
trench coats             | 0 0 .5       | .6 | .6 city, .4 night, .3 elegant | 869
bonnets                  | 1 -.5 -.5    | .5 | .4 home, .3 rural, .3 playful | 452
swimwear                 | 1.5 .5 -.5   | .9 | 1 beach, .5 water | 445 638-639 842
  639 maillot tank suit  | 1.5 .5 -.5   | .8
sun things               | 1.5 0 -1     | .6 | .9 beach, .2 city | 774 836-838
  838 sunscreen          | 1 0 -.5      | .3
lingerie                 | 1 1 0        | .6 | .8 elegant, .5 night | 459 655
casual clothes           | .5 0 0       | .3 | .5 city | 608 841
woollens                 | .5 -.5 -.5   | .4 | .5 home, .5 winter | 474 658 806
yarn                     | .5 -.5 -.5   | .2 | .6 home, .3 winter | 911
shoes                    | .5 0 0       | .3 | .4 city, .3 elegant | 502 630
bags                     | .5 0 0       | .3 | .5 city | 414 636 748 893
  414 backpack           | .5 .5 0      | .4
jewellery                | 1 0 -.5      | .5 | .9 elegant | 679
make-up                  | 1 0 -.5      | .4 | .9 elegant | 551 629 631 711
hair care                | .5 0 0       | .2 | .5 elegant, .3 home | 584-585 589
handkerchiefs            | 0 -.5 0      | .1 | .3 home | 591
velvet                   | .5 -.5 0     | 0  | .5 elegant | 885
umbrellas                | .5 -.5 0     | .6 | .5 city, .3 beach, .2 playful | 879
small fastenings         | 0 0 0        | .1 | .3 home | 464 616 772
"""
