-- The same text runs on SQLite and on PostgreSQL. Instants are ticks (100 ns) since 1970 in UTC; documents are the library's JSON.

create table accounts (
    id text primary key,
    name text not null,
    zone text not null,
    card text not null,
    members bigint not null,
    credit text not null,            -- MoneyCredit
    claim text,                      -- the quote that is being settled; at most one for each account
    claim_key text,                  -- the idempotency key of the request behind it
    claim_request text,
    claimed_at bigint
);

create table subscriptions (
    id text primary key,
    account_id text not null references accounts (id),
    vendor text not null,
    version bigint not null,         -- Subscription.Version: update ... where version = @before
    status text not null,            -- Subscription.Status
    next_due_at bigint,              -- the next instant at which the worker has something to do
    failures bigint not null,        -- declined payments in a row
    retry_at bigint,
    document text not null           -- Subscription
);

create index subscriptions_due on subscriptions (next_due_at);
create index subscriptions_of_account on subscriptions (account_id);

create table quotes (
    id text primary key,             -- BillingJson.DerivedId
    subscription_id text not null references subscriptions (id),
    attempts bigint not null,        -- declined payments of this quote
    document text not null           -- Quote
);

create table bookings (
    subscription_id text not null references subscriptions (id),
    sequence bigint not null,
    quote_id text not null unique references quotes (id),
    booked_at bigint not null,
    outcome text not null,
    document text not null,          -- the subscription afterwards
    primary key (subscription_id, sequence)
);

create table invoices (
    account_id text not null references accounts (id),
    number bigint not null,
    subscription_id text not null references subscriptions (id),
    quote_id text not null references quotes (id),
    paid bigint not null,            -- 1 or 0
    document text not null,
    primary key (account_id, number)
);

create table usages (
    subscription_id text not null references subscriptions (id),
    version bigint not null,         -- the version that the use made
    used_at bigint not null,
    kind text not null,
    units text not null,
    primary key (subscription_id, version)
);

create table answers (
    subscription_id text not null references subscriptions (id),
    key text not null,               -- the Idempotency-Key
    request text not null,
    status bigint not null,
    body text not null,
    primary key (subscription_id, key)
);

-- The fake bank keeps its own books here, as a bank does somewhere else.
create table bank_charges (
    key text primary key,
    account_id text not null,
    amount text not null,
    paid bigint not null
);
