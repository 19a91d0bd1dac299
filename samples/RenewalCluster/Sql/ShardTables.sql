-- What the ADO.NET provider of Orleans needs to keep the state of grains. It sends no statement of its own: it looks each one up by
-- its key, gives the parameters that are named here, and reads the columns by name. A write answers with the new version of the row,
-- and with no row at all if somebody else wrote in between.

create table grain_state
(
    service text not null,
    grain_type text not null,
    key_high bigint not null,
    key_low bigint not null,
    key_text text not null,
    version integer not null,
    document bytea,
    primary key (service, grain_type, key_high, key_low, key_text)
);

create table orleansquery (querykey text primary key, querytext text not null);

insert into orleansquery values
(
    'ReadFromStorageKey',
    'select version as Version, document as PayloadBinary
     from grain_state
     where service = @ServiceId and grain_type = @GrainTypeString
       and (key_high, key_low, key_text) = (@GrainIdN0, @GrainIdN1, coalesce(@GrainIdExtensionString, ''''))'
),
(
    'WriteToStorageKey',
    'insert into grain_state as kept
     values (@ServiceId, @GrainTypeString, @GrainIdN0, @GrainIdN1, coalesce(@GrainIdExtensionString, ''''), 1, @PayloadBinary)
     on conflict (service, grain_type, key_high, key_low, key_text) do update
     set version = kept.version + 1, document = excluded.document
     where kept.version = @GrainStateVersion
     returning version as NewGrainStateVersion'
),
(
    'ClearStorageKey',
    'update grain_state set version = version + 1, document = null
     where service = @ServiceId and grain_type = @GrainTypeString
       and (key_high, key_low, key_text) = (@GrainIdN0, @GrainIdN1, coalesce(@GrainIdExtensionString, ''''))
       and version = @GrainStateVersion
     returning version as NewGrainStateVersion'
),
(
    'DeleteStorageKey',
    'delete from grain_state
     where service = @ServiceId and grain_type = @GrainTypeString
       and (key_high, key_low, key_text) = (@GrainIdN0, @GrainIdN1, coalesce(@GrainIdExtensionString, ''''))
       and version = @GrainStateVersion
     returning version + 1 as NewGrainStateVersion'
);
