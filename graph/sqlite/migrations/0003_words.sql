-- What a search reads: the words of a node's texts as graph.Words gives them, so no tokenizer but ours decides what a word is. The texts
-- themselves stand in the nodes' tables; rowid is the node's n.

CREATE VIRTUAL TABLE "Actor_words" USING fts5(words, content='', contentless_delete=1, tokenize='ascii');
CREATE VIRTUAL TABLE "Principle_words" USING fts5(words, content='', contentless_delete=1, tokenize='ascii');
CREATE VIRTUAL TABLE "Instrument_words" USING fts5(words, content='', contentless_delete=1, tokenize='ascii');
CREATE VIRTUAL TABLE "Summit_words" USING fts5(words, content='', contentless_delete=1, tokenize='ascii');
CREATE VIRTUAL TABLE "Attack_words" USING fts5(words, content='', contentless_delete=1, tokenize='ascii');
CREATE VIRTUAL TABLE "Commitment_words" USING fts5(words, content='', contentless_delete=1, tokenize='ascii');
CREATE VIRTUAL TABLE "Article_words" USING fts5(words, content='', contentless_delete=1, tokenize='ascii');
CREATE VIRTUAL TABLE "Passage_words" USING fts5(words, content='', contentless_delete=1, tokenize='ascii');
