"""Cats and dogs: an eighth of all classes, and often what the network makes of anything furry."""

TABLE = """
cats                     | 1.5 -.5 -1   | 1  | .8 home, .8 playful | 281-285
toy dogs                 | 1.5 .5 -1    | 1  | 1 playful, .6 home | 151-158 252 254 259 262 265-266
lap terriers             | 1.5 .5 -1    | 1  | 1 playful, .6 home | 187 195 200-201 203-204 245
sight hounds             | 1 .5 -.5     | 1  | .4 playful, .4 rural, .3 elegant | 160 169-173 176-177 268
scent hounds             | 1 .5 -.5     | 1  | .6 playful, .6 rural, .3 nature | 159 161-168 175 178
fighting terriers        | 0 .5 .5      | 1  | .4 playful, .3 city | 179-180
terriers                 | 1.5 .5 -.5   | 1  | .9 playful, .4 home, .3 rural | 181-186 188-194 196-199 202
gun dogs                 | 1.5 .5 -1    | 1  | .8 playful, .5 rural, .4 nature, .3 home | 205-221
sheep dogs               | 1.5 .5 -1    | 1  | .7 playful, .7 rural, .3 nature | 226-233 263-264
guard dogs               | .5 .5 .5     | 1  | .3 playful, .2 city, .2 rural | 224-225 234-237 242-244
  234 Rottweiler         | 0 1 1        | 1
  236 Doberman           | 0 1 1        | 1
  237 miniature pinscher | 1 .5 -.5     | 1
  242 boxer              | 1 .5 0       | 1
mountain dogs            | 1.5 0 -1     | 1  | .6 playful, .4 mountains | 222 238-241 246-247 255-257
sled dogs                | 1 .5 -.5     | 1  | .8 winter, .5 playful, .4 nature | 174 248-250 258 260-261
companion dogs           | 1.5 .5 -1    | 1  | .8 playful, .5 home | 223 251 253 267
"""
