CREATE TABLE head (
    newest BIGINT NOT NULL
);
INSERT INTO head VALUES (0);
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
);
CREATE INDEX difference_thing ON difference (topic, thing, change_id);
CREATE TABLE document (
    topic TEXT NOT NULL,
    thing TEXT NOT NULL,
    content TEXT,
    PRIMARY KEY (topic, thing)
);
CREATE TABLE boot (
    mac BIGINT NOT NULL,
    started BIGINT NOT NULL,
    ended BIGINT,
    proven SMALLINT NOT NULL,
    PRIMARY KEY (mac, started)
);
CREATE INDEX boot_started ON boot (started, mac);
CREATE TABLE boot_event (
    mac BIGINT NOT NULL,
    started BIGINT NOT NULL,
    item INTEGER NOT NULL,
    at BIGINT NOT NULL,
    state VARCHAR(16) NOT NULL,
    step VARCHAR(256) NOT NULL,
    detail VARCHAR(1024),
    PRIMARY KEY (mac, started, item)
);
CREATE TABLE recent_boot (
    mac BIGINT NOT NULL,
    started BIGINT NOT NULL,
    ended BIGINT,
    at BIGINT NOT NULL,
    state VARCHAR(16) NOT NULL,
    step VARCHAR(256) NOT NULL,
    detail VARCHAR(1024),
    since BIGINT NOT NULL,
    told BIGINT NOT NULL,
    events INTEGER NOT NULL,
    own_states INTEGER NOT NULL,
    furthest VARCHAR(16) NOT NULL,
    hardware VARCHAR(1024),
    given_system VARCHAR(1024),
    given_root VARCHAR(1024),
    heard BIGINT,
    PRIMARY KEY (mac, started)
);
