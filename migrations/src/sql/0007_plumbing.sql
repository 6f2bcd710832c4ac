CREATE TABLE job (
    id {{ID}},
    kind TEXT NOT NULL,
    payload TEXT NOT NULL,
    unique_key TEXT UNIQUE,
    priority BIGINT NOT NULL,
    run_at BIGINT NOT NULL,
    attempts BIGINT NOT NULL DEFAULT 0,
    max_attempts BIGINT NOT NULL,
    leased_until BIGINT,
    lease_token TEXT,
    state TEXT NOT NULL CHECK (state IN ('ready', 'done', 'dead')),
    last_error TEXT,
    created_at BIGINT NOT NULL,
    finished_at BIGINT
);
CREATE INDEX job_ready ON job (state, run_at, priority);
CREATE INDEX job_done ON job (finished_at) WHERE state = 'done';

CREATE TABLE idempotency_record (
    key TEXT PRIMARY KEY,
    -- SHA-256 of the parsed body in canonical form, hex
    body_hash TEXT NOT NULL,
    -- NULL while the first request is still under way
    response TEXT,
    created_at BIGINT NOT NULL
);

CREATE TABLE rate_limit (
    action TEXT NOT NULL,
    subject TEXT NOT NULL,
    window_start BIGINT NOT NULL,
    hits BIGINT NOT NULL,
    PRIMARY KEY (action, subject, window_start)
);

-- What a person typed and what was wrong with it, between a refused POST and the page that shows it again.
CREATE TABLE form_state (
    token_hash TEXT NOT NULL,
    form TEXT NOT NULL,
    -- JSON {"values":{…},"errors":[…]}
    state TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    PRIMARY KEY (token_hash, form)
);

CREATE TABLE audit_event (
    id {{ID}},
    account_id BIGINT REFERENCES account (id),
    actor TEXT NOT NULL,
    action TEXT NOT NULL,
    object_kind TEXT NOT NULL,
    object_id TEXT NOT NULL,
    reason TEXT,
    at BIGINT NOT NULL
);
CREATE INDEX audit_event_object ON audit_event (object_kind, object_id, id);
