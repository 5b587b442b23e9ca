"""Animals of land, air and the small world."""

TABLE = """
songbirds                | 1.5 0 -1     | 1  | 1 nature, .3 rural | 10-17 19-20
magpies                  | .5 0 0       | 1  | .9 nature, .2 eerie | 18
birds of prey            | .5 1 .5      | 1  | .9 nature, .7 mountains, .4 adventure | 21-22
vultures                 | -1 0 1       | 1  | .6 nature, .6 exotic, .5 eerie | 23
owls                     | .5 -.5 .5    | 1  | .9 nature, .7 night, .3 eerie | 24
grouse and quail         | .5 0 -.5     | 1  | 1 nature, .5 rural | 80 82-83 85-86
snow grouse              | .5 0 -.5     | 1  | .9 nature, .7 winter, .5 mountains | 81
peacocks                 | 1.5 .5 -.5   | 1  | .6 nature, .5 exotic, .5 elegant | 84
parrots and toucans      | 1.5 .5 -.5   | 1  | .8 nature, .9 exotic, .2 beach | 87-93 95-96
hummingbirds             | 1.5 .5 -1    | 1  | 1 nature, .4 exotic, .2 playful | 94
ducks and geese          | 1 -.5 -1     | 1  | .9 nature, .7 water, .4 rural | 97-99 136-137
swans                    | 1 -1 -.5     | 1  | .8 nature, .8 water, .5 elegant | 100
herons and storks        | 1 -1 -.5     | 1  | 1 nature, .7 water | 127-129 131-135
flamingos                | 1.5 -.5 -1   | 1  | .8 nature, .7 water, .6 exotic, .3 beach | 130
shorebirds               | 1 -.5 -.5    | 1  | .8 nature, .7 water, .6 beach | 139-144 146
penguins                 | 1.5 0 -.5    | 1  | .6 nature, .8 winter, .5 playful, .4 water | 145
big running birds        | .5 .5 0      | 1  | .8 nature, .5 exotic, .2 playful | 9 138
hens and cocks           | .5 .5 0      | 1  | 1 rural, .4 nature, .3 playful | 7-8
frogs and newts          | 0 0 0        | 1  | .9 nature, .4 water | 25-28 30-32
  31 tree frog           | 1 0 -.5      | 1
axolotls                 | .5 0 0       | 1  | .8 underwater, .6 water, .3 playful | 29
pond turtles             | .5 -1 -.5    | 1  | .8 nature, .5 water | 35-37
lizards                  | 0 0 .5       | 1  | .8 nature, .6 exotic | 38-44 46-47
dragon-like lizards      | -1 .5 1.5    | 1  | .6 nature, .8 exotic, .3 eerie, .3 adventure | 45 48
crocodiles               | -1 1 2       | 1  | .5 nature, .5 water, .6 exotic, .3 eerie, .3 adventure | 49-50
dinosaurs                | .5 1 1       | 1  | .8 adventure, .5 ancient, .4 exotic, .2 eerie | 51
fossils                  | 0 -.5 0      | .5 | .9 ancient, .2 underwater | 69
harmless snakes          | -1 .5 1.5    | 1  | .6 nature, .5 eerie, .3 exotic | 52-60
deadly snakes            | -1.5 1 2     | 1  | .4 nature, .6 eerie, .6 exotic | 61-68
  61 boa constrictor     | -1 .5 1.5    | 1
garden spiders           | -1 .5 1.5    | 1  | .5 nature, .7 eerie | 70 72 74
  70 harvestman          | -1 .5 1      | 1
spiders and scorpions    | -1.5 1 2     | 1  | .3 nature, .9 eerie | 71 73 75-77
cobwebs                  | -.5 -.5 1    | .6 | .8 eerie, .3 nature, .3 night | 815
vermin                   | -1.5 .5 1.5  | .8 | .5 eerie, .3 nature | 78-79 126 308 314
  126 isopod             | -1 0 1       | .8
  308 fly                | -1 .5 .5     | .8
beetles                  | -.5 0 .5     | .9 | .8 nature, .2 eerie | 300 302-307
ladybirds                | 1.5 0 -1     | 1  | 1 nature, .4 playful | 301
bees                     | .5 .5 0      | 1  | .8 nature, .6 rural | 309 410
honeycomb                | .5 0 0       | .2 | .5 nature, .4 rural, .3 food | 599
grass insects            | 0 0 .5       | .9 | .9 nature | 310-313 316-318
  318 lacewing           | .5 0 0       | .9
mantises                 | -.5 .5 1     | 1  | .8 nature, .4 eerie | 315
dragonflies              | 1 0 -.5      | 1  | 1 nature, .4 water | 319-320
butterflies              | 1.5 -.5 -1.5 | 1  | 1 nature, .2 playful | 321-326
snails and slugs         | 0 -1 0       | .9 | .8 nature | 113-114
  114 slug               | -.5 -1 .5    | .9
microscopic worms        | -.5 0 .5     | .1 | .3 technology, .3 eerie | 111
elephants                | 1 0 0        | 1  | .8 nature, .9 exotic, .2 adventure | 101 385-386
koalas and sloths        | 1.5 -1 -1    | 1  | .8 nature, .4 playful, .4 exotic | 104-106 364
hedge animals            | .5 0 0       | 1  | .9 nature | 102-103 298 334 356-359 361-363
  361 skunk              | 0 0 .5       | 1
squirrels and marmots    | 1.5 .5 -1    | 1  | .9 nature, .6 playful | 299 335-337
rabbits and hamsters     | 1.5 0 -1.5   | 1  | .5 nature, .8 playful, .3 home | 330-333 338
horses                   | 1 .5 0       | 1  | .9 rural, .5 nature, .4 adventure | 339
savanna grazers          | 1 0 -.5      | 1  | .8 nature, .9 exotic | 340 351-353
camels                   | .5 0 0       | 1  | .4 nature, 1 exotic, .4 adventure | 354
sheep and llamas         | 1 -.5 -.5    | 1  | .8 rural, .5 nature, .5 mountains | 348 355
wild goats               | .5 0 0       | 1  | .8 mountains, .8 nature | 349-350
pigs                     | .5 0 -.5     | 1  | 1 rural, .2 playful | 341
wild boars               | -.5 .5 1     | 1  | .9 nature, .3 exotic | 342-343
hippos                   | 0 0 .5       | 1  | .8 nature, .6 water, .9 exotic | 344
oxen                     | .5 -.5 -.5   | 1  | 1 rural, .4 nature | 345-346
bisons                   | .5 0 .5      | 1  | .8 nature, .6 mountains, .3 adventure | 347
apes                     | 0 .5 .5      | 1  | .7 nature, .7 exotic | 365-369
  366 gorilla            | -.5 .5 1     | 1
monkeys and lemurs       | .5 .5 0      | 1  | .7 nature, .8 exotic, .4 playful | 370-384
  372 baboon             | 0 .5 .5      | 1
pandas                   | 1.5 -.5 -1   | 1  | .7 nature, .6 playful, .5 exotic | 387-388
bears                    | 0 1 1        | 1  | .9 nature, .5 mountains, .3 adventure | 294-295 297
ice bears                | .5 .5 .5     | 1  | .8 nature, 1 winter, .3 water | 296
big cats                 | 0 1.5 1.5    | 1  | .7 nature, .8 exotic, .4 adventure | 286 288 290-293
  291 lion               | .5 1 1       | 1
  293 cheetah            | .5 1.5 1     | 1
cats of the snow         | .5 .5 1      | 1  | .9 nature, .7 mountains, .6 winter | 287 289
wolves                   | -.5 1 1.5    | 1  | .9 nature, .4 winter, .4 eerie, .4 adventure | 269-272
wild dogs                | 0 .5 .5      | 1  | .7 nature, .7 exotic | 273-275
hyenas                   | -1 1 1.5     | 1  | .6 nature, .8 exotic, .4 eerie | 276
foxes                    | 1 .5 0       | 1  | 1 nature, .2 playful | 277-278 280
snow foxes               | 1 0 -.5      | 1  | .8 nature, .9 winter | 279
"""
