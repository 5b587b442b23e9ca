"""Joins what is below: files are analysed, tracks are ranked for a video and placed under it.

- Session: `session` joins what a window or a command needs: `session_thread`, `session_video` and
  `session_list` hold its state, a `listener` hears it. `track_lister` puts tracks in order by `ranker`;
  `shortlist` places those that are shown, by `placing`. `proxies`, `speech_search` and `provider_trial` are
  its other errands; `asking` looks at disks.
- Library: `music_library` looks at the folders (`library_folders`, `library_walk`, `library_contents`,
  `identify`), has tracks listened to, and holds what is known: `live_catalogue`, `vector_rows`,
  `known_analyses`, `shared_sources`; `library_tally` counts. `index_run` has one without a session.
- Indexing: `indexer` decides what is listened to next, by `index_queue`, `index_pace`, `index_rate` and
  `index_tally`; `keeping` stores what was found out; `describing` makes anew what packs make of it.
- Pool: `workers` runs `jobs` on `lanes` in processes (`worker`, `worker_process`), whose `results` are read
  as data.
- In a worker: `tools`, `analyse_video`, `analyse_track` with `coarse` and `track_describer`,
  `analyse_file`, `speech`.
- Lists of files: `collect` and `finished_videos`, which recall by `recall`; `pairs` and `calibrate` judge
  and calibrate packs (`packs`, `pack_ids`, `embedding`).
"""
