CREATE TABLE node (
    mac BIGINT NOT NULL PRIMARY KEY,
    name VARCHAR(63) NOT NULL UNIQUE,
    group_name VARCHAR(63) NOT NULL,
    address BIGINT UNIQUE,
    approved SMALLINT NOT NULL
);
CREATE TABLE node_setting (
    mac BIGINT NOT NULL REFERENCES node (mac),
    setting_key VARCHAR(64) NOT NULL,
    setting_value VARCHAR(1024) NOT NULL,
    PRIMARY KEY (mac, setting_key)
);
CREATE TABLE group_setting (
    group_name VARCHAR(63) NOT NULL,
    setting_key VARCHAR(64) NOT NULL,
    setting_value VARCHAR(1024) NOT NULL,
    PRIMARY KEY (group_name, setting_key)
);
CREATE TABLE change_log (
    id BIGINT NOT NULL PRIMARY KEY,
    changed_at BIGINT NOT NULL,
    who VARCHAR(256) NOT NULL,
    why VARCHAR(1024) NOT NULL
);
CREATE TABLE change_item (
    change_id BIGINT NOT NULL REFERENCES change_log (id),
    item INTEGER NOT NULL,
    subject VARCHAR(80) NOT NULL,
    before_text TEXT,
    after_text TEXT,
    PRIMARY KEY (change_id, item)
);
CREATE TABLE boot (
    mac BIGINT NOT NULL,
    started BIGINT NOT NULL,
    ended BIGINT,
    PRIMARY KEY (mac, started)
);
CREATE TABLE boot_event (
    mac BIGINT NOT NULL,
    started BIGINT NOT NULL,
    item INTEGER NOT NULL,
    at BIGINT NOT NULL,
    state VARCHAR(16) NOT NULL,
    step VARCHAR(256) NOT NULL,
    detail VARCHAR(1024),
    PRIMARY KEY (mac, started, item),
    FOREIGN KEY (mac, started) REFERENCES boot (mac, started)
);
