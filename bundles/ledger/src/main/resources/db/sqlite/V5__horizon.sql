CREATE TABLE horizon (
    oldest BIGINT NOT NULL,
    dropped_until BIGINT,
    dropped_by VARCHAR(64),
    sweeper VARCHAR(64) NOT NULL,
    swept_until BIGINT NOT NULL
);
INSERT INTO horizon VALUES (1, NULL, NULL, '', 0);
