CREATE TABLE half_done (id INTEGER);
CREATE TABLE half_done (id INTEGER);
