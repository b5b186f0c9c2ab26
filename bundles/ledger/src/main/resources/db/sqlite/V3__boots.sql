ALTER TABLE boot RENAME TO old_boot;
ALTER TABLE boot_event RENAME TO old_boot_event;
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
INSERT INTO boot_event SELECT mac, started, item, at, state, step, detail FROM old_boot_event;
INSERT INTO boot
    SELECT o.mac, o.started, COALESCE(o.ended, (SELECT MAX(e.at) FROM old_boot_event e WHERE e.mac = o.mac AND e.started = o.started)), 1
    FROM old_boot o;
INSERT INTO recent_boot
    SELECT b.mac, b.started, b.ended, e.at, e.state, e.step, e.detail, e.at, e.at, e.item + 1, 0, e.state, NULL, NULL, NULL, NULL
    FROM boot b
    JOIN boot_event e ON e.mac = b.mac AND e.started = b.started
        AND e.item = (SELECT MAX(l.item) FROM boot_event l WHERE l.mac = b.mac AND l.started = b.started)
    WHERE b.started = (SELECT MAX(n.started) FROM boot n WHERE n.mac = b.mac);
DROP TABLE old_boot_event;
DROP TABLE old_boot;
