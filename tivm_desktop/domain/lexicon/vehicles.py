"""What moves on roads and rails, in the air and in space; and what fights."""

TABLE = """
racing cars              | 1 2 1        | 1  | 1 speed, .7 sport, .2 machines | 573 751
crash helmets            | .5 1 .5      | .8 | .9 speed, .5 sport | 518
sports cars              | 1.5 1 0      | 1  | 1 speed, .4 city, .4 elegant | 511 817
car parts                | .5 .5 0      | .6 | .8 speed, .4 machines | 475 479 535 581 685 785
everyday cars            | .5 .5 0      | 1  | .6 speed, .5 city | 436 656 717
off-road cars            | 1 1 .5       | 1  | .8 speed, .5 adventure, .2 war | 609
limousines               | 1 .5 0       | 1  | .8 elegant, .6 city, .4 speed, .2 night | 627
vintage cars             | 1 0 -.5      | 1  | .5 elegant, .4 speed, .4 city, .3 rural | 661
taxis and buses          | .5 .5 0      | 1  | 1 city, .4 speed | 468 654 779 829 874
  779 school bus         | 1 .5 -.5     | 1
caravans                 | 1 0 -.5      | 1  | .4 beach, .4 rural, .3 adventure, .3 speed | 660 757
sirens                   | -.5 1.5 1.5  | 1  | .7 city, .7 speed | 407 555 734
lorries                  | 0 .5 0       | 1  | .5 speed, .5 machines, .5 city | 569 675 864 867
forklifts                | 0 0 0        | 1  | 1 machines | 561
trains                   | .5 .5 0      | 1  | .7 speed, .5 machines, .4 city | 466 547 565 705
  466 bullet train       | 1 1 0        | 1
steam trains             | 1 .5 0       | 1  | .6 machines, .5 speed, .4 adventure, .4 rural | 820
scooters                 | 1 1 0        | 1  | .8 speed, .6 city | 665 670
mountain bikes           | 1 1 .5       | 1  | .8 sport, .5 speed, .4 mountains, .3 nature | 671
leisure bikes            | 1 .5 -.5     | 1  | .4 sport, .4 playful, .3 speed, .3 city | 444
funny bikes              | 1.5 .5 -.5   | .9 | .9 playful, .2 sport | 870 880
rickshaws                | .5 .5 0      | 1  | .7 city, .8 exotic | 612
golf carts               | 1 0 -.5      | .9 | .6 sport, .4 beach, .2 speed | 575
amphibious cars          | 0 .5 .5      | .8 | .5 water, .5 machines, .4 speed, .3 war | 408
air travel               | .5 .5 0      | 1  | .9 space, .5 speed, .2 technology | 404 908
balloons                 | 1.5 0 -.5    | 1  | .9 space, .5 adventure, .4 celebration, .3 playful | 405 417
  405 airship            | .5 0 0       | 1
parachutes               | 1 1 .5       | 1  | .9 space, .6 adventure, .5 sport | 701
space flight             | .5 1.5 1     | 1  | 1 space, .8 technology, .3 adventure | 812
watching the sky         | .5 -.5 0     | .9 | .9 space, .6 technology, .3 night | 727 755 807
war machines             | -1.5 1.5 1.5 | 1  | 1 war, .4 machines | 471 586 657 744 847 895
  471 cannon             | -.5 .5 1     | 1
  744 projectile         | -1 1 1       | .7
  895 warplane           | -1 1.5 1.5   | 1
firearms                 | -1.5 1.5 2   | 1  | 1 war, .4 eerie, .2 night | 413 597 763-764
executions               | -2 1 2       | .8 | .9 eerie, .4 ancient, .4 war | 583
blades                   | -.5 .5 1     | .7 | .4 eerie, .3 machines, .2 war | 491 499 596
armour                   | 0 .5 .5      | .9 | 1 adventure, .7 war, .5 ancient | 461 490 524 777 787
  490 chain mail         | 0 .5 .5      | .4
bows                     | 0 .5 .5      | .8 | .8 adventure, .5 sport, .4 war | 456
uniforms                 | -.5 .5 1     | .9 | 1 war | 465 652 715
parade guards            | .5 .5 0      | .9 | .5 war, .4 ancient, .3 celebration, .3 city | 439
gas masks                | -1.5 1 2     | .8 | .9 eerie, .7 war | 570
"""
