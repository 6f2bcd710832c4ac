CREATE TABLE account (
    id {{ID}},
    public_id TEXT NOT NULL UNIQUE,
    email TEXT NOT NULL UNIQUE,
    phone TEXT,
    name TEXT NOT NULL,
    -- PHC string (argon2id)
    password_hash TEXT NOT NULL,
    locale TEXT NOT NULL CHECK (locale IN ('id', 'en')),
    created_at BIGINT NOT NULL,
    disabled_at BIGINT
);
CREATE TABLE account_role (
    account_id BIGINT NOT NULL REFERENCES account (id),
    role TEXT NOT NULL CHECK (role IN ('buyer', 'seller', 'curator', 'mentor', 'admin')),
    granted_at BIGINT NOT NULL,
    PRIMARY KEY (account_id, role)
);
CREATE TABLE session (
    id {{ID}},
    public_id TEXT NOT NULL UNIQUE,
    account_id BIGINT NOT NULL REFERENCES account (id),
    -- SHA-256 of the cookie's token, hex
    token_hash TEXT NOT NULL UNIQUE,
    user_agent TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    last_seen_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL,
    revoked_at BIGINT
);
CREATE INDEX session_account ON session (account_id);
CREATE TABLE api_token (
    id {{ID}},
    account_id BIGINT NOT NULL REFERENCES account (id),
    token_hash TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    last_used_at BIGINT,
    revoked_at BIGINT
);
CREATE INDEX api_token_account ON api_token (account_id);
CREATE TABLE password_reset (
    id {{ID}},
    account_id BIGINT NOT NULL REFERENCES account (id),
    token_hash TEXT NOT NULL UNIQUE,
    created_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL,
    used_at BIGINT
);
CREATE INDEX password_reset_account ON password_reset (account_id);
-- Who asked for an account and has not yet followed the link in the mail. The account is made only then, so that nobody
-- learns from signing up whether an address has one, and nobody takes an address that is not theirs.
CREATE TABLE sign_up (
    id {{ID}},
    email TEXT NOT NULL,
    name TEXT NOT NULL,
    -- PHC string (argon2id)
    password_hash TEXT NOT NULL,
    locale TEXT NOT NULL CHECK (locale IN ('id', 'en')),
    token_hash TEXT NOT NULL UNIQUE,
    created_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL
);
CREATE INDEX sign_up_email ON sign_up (email);
