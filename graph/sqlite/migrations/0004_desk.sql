-- The log of writes, and the drawers of what a team keeps beside the graph.

CREATE TABLE change(
  number INTEGER PRIMARY KEY AUTOINCREMENT,
  at TEXT NOT NULL, verb TEXT NOT NULL, source TEXT NOT NULL
) STRICT;

CREATE TABLE desk(
  drawer TEXT NOT NULL, key TEXT NOT NULL, body TEXT NOT NULL,
  UNIQUE(drawer, key)
) STRICT;
