"""A short film and a few tracks, made on the user's computer: something to try the program with.

from tivm_desktop.demo import make_demo
demo = make_demo(folder)          # demo.video, demo.music
"""

from tivm_desktop.demo.making import Demo, make_demo

__all__ = ["Demo", "make_demo"]
