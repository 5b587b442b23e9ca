"""The audition: a video with a track under it, both on the clock of the sound that is heard.

To be read in this order:

- what is asked and known: `player`, `events`, `state`, `board`
- who acts on it: `conductor` (on `conductor_thread`), `output_stage`, `reconnection`
- what sounds: `stretch_sounds`; one leg of it is `leg_sounds`, what follows `next_leg` (its `way`), what may
  be wanted `standby`; `sound_source` decodes into a `ring`, and `sound_backwards` for playing backwards
- how it is mixed: `mixer`, told by `leg` and `pace`, with `voice`, `ducker` and `limiter`; `offline` does so
  without a device
- what time it is: `clock`
- where it goes: `output`, `sounddevice_output` with `devices`, `sound_server` and `portaudio`
- what is seen: `frames`, `showing`, `late_pictures`, `frame_queue`; from `picture_source`, with
  `frame_decoder`, `picture`, `picture_backwards` and `hardware`; what there is to tell
  goes by `video_listener` and `relay`
"""
