CREATE TABLE head (
    newest BIGINT NOT NULL
);
CREATE TABLE change (
    id BIGINT NOT NULL PRIMARY KEY,
    changed_at BIGINT NOT NULL,
    who TEXT NOT NULL,
    deed TEXT NOT NULL,
    why TEXT NOT NULL
);
CREATE TABLE difference (
    change_id BIGINT NOT NULL REFERENCES change (id),
    item INTEGER NOT NULL,
    topic TEXT NOT NULL,
    thing TEXT NOT NULL,
    before_text TEXT,
    after_text TEXT,
    PRIMARY KEY (change_id, item)
) WITHOUT ROWID;
CREATE INDEX difference_thing ON difference (topic, thing, change_id);
CREATE TABLE document (
    topic TEXT NOT NULL,
    thing TEXT NOT NULL,
    content TEXT,
    PRIMARY KEY (topic, thing)
) WITHOUT ROWID;
CREATE TEMPORARY TABLE renumbered AS SELECT id AS old, ROW_NUMBER() OVER (ORDER BY id) AS id FROM change_log;
INSERT INTO change
    SELECT n.id, c.changed_at, c.who, c.why, '' FROM change_log c JOIN renumbered n ON n.old = c.id;
INSERT INTO difference
    SELECT n.id, i.item, substr(i.subject, 1, instr(i.subject, ' ') - 1), substr(i.subject, instr(i.subject, ' ') + 1),
        NULLIF(i.before_text, ''), NULLIF(i.after_text, '')
    FROM change_item i JOIN renumbered n ON n.old = i.change_id;
INSERT OR REPLACE INTO document SELECT topic, thing, after_text FROM difference ORDER BY change_id, item;
INSERT INTO head SELECT COALESCE(MAX(id), 0) FROM change;
DROP TABLE renumbered;
DROP TABLE change_item;
DROP TABLE change_log;
DROP TABLE group_setting;
DROP TABLE node_setting;
DROP TABLE node;
