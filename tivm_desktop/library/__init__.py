"""What is kept on disk: the store of analyses and marks, the music folders, the catalogue, and the cache.

- Store: `store` is the front of one SQLite file. Below it are `database` (connections and transactions),
  `preparation` (opening it, with `openings`, `health`, `backup`, `salvage` and `schema`), and rows by table:
  `track_rows`, `fact_rows`, `analysis_rows` with `blobs`, `failures`, `folder_rows`, `marks` with `mark_rows`
  and `marks_journal`; `apply` writes what a scan found. `marks_file` takes marks to another library.
- Music folders: `reconcile` scans them. `walk` lists; `compare`, with `differing`, `pairing` and `sounds`,
  tells `changes` apart. `watch` hears when a scan is due.
- Catalogue: `catalogue` has every sound in memory, in `places` and `fact_columns`, found by `text_index` and
  sorted by `row_orders`. `vectors` holds the rows that fits are computed from.
- Shared catalogues: `attached`, `shared_catalogue`, and `shared_format`, which `cluster` writes.
- The user's folders: `profile`; in the cache `proxy_cache` and `speech_cache`; what all takes, `disk_use`.
"""
