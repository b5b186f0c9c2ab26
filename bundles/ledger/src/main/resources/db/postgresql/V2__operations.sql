CREATE TABLE operation_number (
    newest BIGINT NOT NULL
);
INSERT INTO operation_number VALUES (0);
CREATE TABLE operation (
    id BIGINT NOT NULL PRIMARY KEY,
    server TEXT NOT NULL,
    kind VARCHAR(16) NOT NULL,
    subject VARCHAR(256) NOT NULL,
    who VARCHAR(256) NOT NULL,
    deed VARCHAR(1024) NOT NULL,
    why VARCHAR(1024) NOT NULL,
    started BIGINT NOT NULL,
    ended BIGINT,
    succeeded SMALLINT,
    sentence VARCHAR(1024),
    percent SMALLINT
);
CREATE TABLE operation_step (
    operation_id BIGINT NOT NULL,
    item INTEGER NOT NULL,
    at BIGINT NOT NULL,
    step VARCHAR(256) NOT NULL,
    PRIMARY KEY (operation_id, item)
);
