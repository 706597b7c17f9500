// Ids are unique, each with the index that looks them up.
CREATE CONSTRAINT ActorId IF NOT EXISTS FOR (n:Actor) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT SectorId IF NOT EXISTS FOR (n:Sector) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT ConductId IF NOT EXISTS FOR (n:Conduct) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT ConditionId IF NOT EXISTS FOR (n:Condition) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT PrincipleId IF NOT EXISTS FOR (n:Principle) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT InstrumentId IF NOT EXISTS FOR (n:Instrument) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT TreatyActionId IF NOT EXISTS FOR (n:TreatyAction) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT SummitId IF NOT EXISTS FOR (n:Summit) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT AttackId IF NOT EXISTS FOR (n:Attack) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT CommitmentId IF NOT EXISTS FOR (n:Commitment) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT StageId IF NOT EXISTS FOR (n:Stage) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT StandingId IF NOT EXISTS FOR (n:Standing) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT AttributionId IF NOT EXISTS FOR (n:Attribution) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT AllegationId IF NOT EXISTS FOR (n:Allegation) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT ArticleId IF NOT EXISTS FOR (n:Article) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT PassageId IF NOT EXISTS FOR (n:Passage) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT ReviewId IF NOT EXISTS FOR (n:Review) REQUIRE n.id IS UNIQUE;

// What questions begin from.
CREATE INDEX actorCode IF NOT EXISTS FOR (n:Actor) ON (n.code);
CREATE INDEX principleSlug IF NOT EXISTS FOR (n:Principle) ON (n.slug);
CREATE INDEX instrumentSlug IF NOT EXISTS FOR (n:Instrument) ON (n.slug);
CREATE INDEX reviewSubject IF NOT EXISTS FOR (n:Review) ON (n.subject);
CREATE INDEX reviewOther IF NOT EXISTS FOR (n:Review) ON (n.other);
CREATE INDEX commitmentSame IF NOT EXISTS FOR (n:Commitment) ON (n.same);
CREATE INDEX attackSame IF NOT EXISTS FOR (n:Attack) ON (n.same);
CREATE INDEX summitSame IF NOT EXISTS FOR (n:Summit) ON (n.same);
CREATE INDEX standingOwn IF NOT EXISTS FOR (n:Standing) ON (n.own, n.principle, n.status, n.knownTo, n.validTo, n.knownFrom, n.validFrom);
CREATE INDEX standingActor IF NOT EXISTS FOR (n:Standing) ON (n.actorCode, n.principle, n.status, n.knownTo, n.validTo, n.knownFrom, n.validFrom);

// Words, one index for each kind, so that none crowds out another. Case and accents are folded, nothing is stemmed.
CREATE FULLTEXT INDEX actorText IF NOT EXISTS FOR (n:Actor) ON EACH [n.name, n.aliases] OPTIONS {indexConfig: {`fulltext.analyzer`: 'standard-folding'}};
CREATE FULLTEXT INDEX principleText IF NOT EXISTS FOR (n:Principle) ON EACH [n.name, n.meaning, n.aliases] OPTIONS {indexConfig: {`fulltext.analyzer`: 'standard-folding'}};
CREATE FULLTEXT INDEX instrumentText IF NOT EXISTS FOR (n:Instrument) ON EACH [n.name, n.symbol, n.aliases] OPTIONS {indexConfig: {`fulltext.analyzer`: 'standard-folding'}};
CREATE FULLTEXT INDEX summitText IF NOT EXISTS FOR (n:Summit) ON EACH [n.name] OPTIONS {indexConfig: {`fulltext.analyzer`: 'standard-folding'}};
CREATE FULLTEXT INDEX attackText IF NOT EXISTS FOR (n:Attack) ON EACH [n.name, n.aliases] OPTIONS {indexConfig: {`fulltext.analyzer`: 'standard-folding'}};
CREATE FULLTEXT INDEX commitmentText IF NOT EXISTS FOR (n:Commitment) ON EACH [n.summary] OPTIONS {indexConfig: {`fulltext.analyzer`: 'standard-folding'}};
CREATE FULLTEXT INDEX articleText IF NOT EXISTS FOR (n:Article) ON EACH [n.title] OPTIONS {indexConfig: {`fulltext.analyzer`: 'standard-folding'}};
CREATE FULLTEXT INDEX passageText IF NOT EXISTS FOR (n:Passage) ON EACH [n.text] OPTIONS {indexConfig: {`fulltext.analyzer`: 'standard-folding'}};

// What stands beside the public graph: records of the desk, locks, the log and its counter, migrations.
CREATE CONSTRAINT _RecordKey IF NOT EXISTS FOR (n:_Record) REQUIRE (n.drawer, n.key) IS UNIQUE;
CREATE CONSTRAINT _LockId IF NOT EXISTS FOR (n:_Lock) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT _CounterId IF NOT EXISTS FOR (n:_Counter) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT _ChangeNumber IF NOT EXISTS FOR (n:_Change) REQUIRE n.number IS UNIQUE;
CREATE CONSTRAINT _MigrationNumber IF NOT EXISTS FOR (n:_Migration) REQUIRE n.number IS UNIQUE;
