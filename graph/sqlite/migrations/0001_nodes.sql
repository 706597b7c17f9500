-- Nodes: a table a kind, a column a property. What is not told is '', never NULL; lists are JSON; truth is 0 or 1.
-- n numbers the nodes of a kind within this file; ids are what the world sees.

CREATE TABLE "Actor"(
  n INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, "label" TEXT NOT NULL, "code" TEXT NOT NULL, "name" TEXT NOT NULL,
  "alpha3" TEXT NOT NULL, "kind" TEXT NOT NULL, "aliases" TEXT NOT NULL
) STRICT;

CREATE TABLE "Term"(
  n INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, "label" TEXT NOT NULL, "slug" TEXT NOT NULL, "name" TEXT NOT NULL
) STRICT;

CREATE TABLE "Principle"(
  n INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, "slug" TEXT NOT NULL, "name" TEXT NOT NULL, "meaning" TEXT NOT NULL,
  "domain" TEXT NOT NULL, "polarity" TEXT NOT NULL, "source" TEXT NOT NULL, "aliases" TEXT NOT NULL
) STRICT;

CREATE TABLE "Instrument"(
  n INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, "slug" TEXT NOT NULL, "name" TEXT NOT NULL, "kind" TEXT NOT NULL,
  "binding" TEXT NOT NULL, "symbol" TEXT NOT NULL, "adopted" TEXT NOT NULL, "opened" TEXT NOT NULL, "inForce" TEXT NOT NULL,
  "terminated" TEXT NOT NULL, "source" TEXT NOT NULL, "aliases" TEXT NOT NULL
) STRICT;

CREATE TABLE "TreatyAction"(
  n INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, "action" TEXT NOT NULL, "first" TEXT NOT NULL, "last" TEXT NOT NULL,
  "effective" TEXT NOT NULL, "note" TEXT NOT NULL, "source" TEXT NOT NULL
) STRICT;

CREATE TABLE "Summit"(
  n INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, "name" TEXT NOT NULL, "kind" TEXT NOT NULL, "place" TEXT NOT NULL,
  "first" TEXT NOT NULL, "last" TEXT NOT NULL, "same" TEXT NOT NULL
) STRICT;

CREATE TABLE "Attack"(
  n INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, "name" TEXT NOT NULL, "first" TEXT NOT NULL, "last" TEXT NOT NULL,
  "same" TEXT NOT NULL, "source" TEXT NOT NULL, "aliases" TEXT NOT NULL
) STRICT;

CREATE TABLE "Commitment"(
  n INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, "summary" TEXT NOT NULL, "same" TEXT NOT NULL
) STRICT;

CREATE TABLE "Stage"(
  n INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, "status" TEXT NOT NULL, "stance" TEXT NOT NULL, "first" TEXT NOT NULL,
  "last" TEXT NOT NULL, "knownAt" TEXT NOT NULL, "knownTo" TEXT NOT NULL, "recordedAt" TEXT NOT NULL,
  "dismissed" INTEGER NOT NULL, "hedge" TEXT NOT NULL, "confidence" REAL NOT NULL, "saidBy" TEXT NOT NULL,
  "conditionText" TEXT NOT NULL
) STRICT;

CREATE TABLE "Standing"(
  n INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, "status" TEXT NOT NULL, "since" TEXT NOT NULL, "ended" TEXT NOT NULL,
  "endedOn" TEXT NOT NULL, "disputed" INTEGER NOT NULL, "validFrom" TEXT NOT NULL, "validTo" TEXT NOT NULL,
  "knownFrom" TEXT NOT NULL, "knownTo" TEXT NOT NULL, "own" INTEGER NOT NULL, "principle" TEXT NOT NULL, "actorCode" TEXT NOT NULL
) STRICT;

CREATE TABLE "Attribution"(
  n INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, "stance" TEXT NOT NULL, "basis" TEXT NOT NULL, "source" TEXT NOT NULL, "first" TEXT NOT NULL,
  "last" TEXT NOT NULL, "knownAt" TEXT NOT NULL, "knownTo" TEXT NOT NULL, "recordedAt" TEXT NOT NULL, "dismissed" INTEGER NOT NULL
) STRICT;

CREATE TABLE "Allegation"(
  n INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, "stance" TEXT NOT NULL, "basis" TEXT NOT NULL, "first" TEXT NOT NULL,
  "last" TEXT NOT NULL, "knownAt" TEXT NOT NULL, "knownTo" TEXT NOT NULL, "recordedAt" TEXT NOT NULL, "dismissed" INTEGER NOT NULL
) STRICT;

CREATE TABLE "Article"(
  n INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, "urls" TEXT NOT NULL, "title" TEXT NOT NULL, "outlet" TEXT NOT NULL,
  "kind" TEXT NOT NULL, "published" TEXT NOT NULL, "fetched" TEXT NOT NULL, "language" TEXT NOT NULL, "reader" TEXT NOT NULL,
  "run" TEXT NOT NULL, "text" TEXT NOT NULL
) STRICT;

CREATE TABLE "Passage"(
  n INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, "start" INTEGER NOT NULL, "end" INTEGER NOT NULL, "text" TEXT NOT NULL
) STRICT;

CREATE TABLE "Review"(
  n INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, "subject" TEXT NOT NULL, "other" TEXT NOT NULL, "reviewer" TEXT NOT NULL,
  "at" TEXT NOT NULL, "verdict" TEXT NOT NULL, "note" TEXT NOT NULL
) STRICT;

-- What people ask by.
CREATE INDEX "Actor.code" ON "Actor"("code");
CREATE INDEX "Term.slug" ON "Term"("slug");
CREATE INDEX "Principle.slug" ON "Principle"("slug");
CREATE INDEX "Instrument.slug" ON "Instrument"("slug");
CREATE INDEX "Review.subject" ON "Review"("subject");
CREATE INDEX "Review.other" ON "Review"("other");
CREATE INDEX "Commitment.same" ON "Commitment"("same");
CREATE INDEX "Attack.same" ON "Attack"("same");
CREATE INDEX "Summit.same" ON "Summit"("same");

-- Articles by day, with all that "known by a day" reads, so that counting them never touches their texts.
CREATE INDEX "Article.published" ON "Article"("published", id, "fetched");

-- Standings as of a day: those that hold now end last, so the end of a rectangle comes before its begin. The first index serves the
-- counts of commitments, the second the positions of actors.
CREATE INDEX "Standing.principle" ON "Standing"("own", "principle", "status", "validTo", "knownTo", "validFrom", "knownFrom");
CREATE INDEX "Standing.actorCode" ON "Standing"("actorCode", "principle", "status", "validTo", "knownTo", "validFrom", "knownFrom", "own");
