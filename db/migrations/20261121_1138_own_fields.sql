-- Fields a network adds to its records. Their values stand in organisation.own_fields, by key.
create table own_field (
  network_id int not null references network,
  id uuid not null,
  -- Made once from the first label: values and addresses keep it.
  key text not null check (key ~ '^[a-z][a-z0-9_]{0,59}$'),
  label text not null check (length(label) between 1 and 100),
  help text not null default '' check (length(help) <= 300),
  type text not null check (type in ('text', 'long_text', 'number', 'date', 'yes_no', 'choice', 'choices')),
  -- Kinds of organisation that have it; none named, all have it.
  kinds text[] not null default '{}',
  -- [{"key", "label"}], in the order they are offered; a choice taken away stays with those who had it.
  choices jsonb not null default '[]' check (jsonb_typeof(choices) = 'array'),
  position int not null default 0,
  on_listing boolean not null default false,
  archived_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (network_id, id)
);
create unique index own_field_key on own_field (network_id, key);
call make_tenant_table('own_field');

-- What a listing tells of them: label, type and value together, because the public reads no definition.
alter table organisation_listing
  add column own_fields jsonb not null default '[]' check (jsonb_typeof(own_fields) = 'array');

-- A choice by its label, as the public reads it; any other value as it is.
create function own_value_told(value jsonb, choices jsonb) returns jsonb language sql stable parallel safe
  return case jsonb_typeof(value)
    when 'array' then (
      select coalesce(jsonb_agg(coalesce(
        (select c -> 'label' from jsonb_array_elements(choices) c where c -> 'key' = v), v)), '[]')
      from jsonb_array_elements(value) v)
    when 'string' then coalesce((select c -> 'label' from jsonb_array_elements(choices) c where c -> 'key' = value), value)
    else value end;

create function own_fields_told(network int, kind text, own jsonb) returns jsonb language sql stable parallel safe
  return (select coalesce(jsonb_agg(jsonb_build_object('key', f.key, 'label', f.label, 'type', f.type,
      'value', own_value_told(own -> f.key, f.choices)) order by f.position, f.label), '[]')
    from own_field f
    where f.network_id = network and f.on_listing and f.archived_at is null and own ? f.key
      and (f.kinds = '{}' or kind = any (f.kinds)));
