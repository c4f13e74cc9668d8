-- One organisation listed by several networks, told by SIREN, then RNA, then by what both networks say.

alter table organisation_listing no force row level security;
alter table organisation no force row level security;

-- A name as another network may have written it: no accent, no sign, none of the words that say nothing.
create function matched_name(name text) returns text language sql immutable parallel safe
  return regexp_replace(
    coalesce(
      nullif(trim(regexp_replace(folded(name) collate "C",
        '\m(?:a|au|aux|avec|d|dans|de|des|du|en|et|l|la|le|les|of|in|and|for|ou|par|pour|sur|un|une|the|association|assoc|asso|loi|1901)\M',
        '', 'g')), ''),
      folded(name)),
    '\s+', '', 'g');

alter table organisation_listing
  -- Compared with those of other listings and told to nobody; null when its organisation does not agree
  -- to be shown beyond its network.
  add column siren text,
  add column rna text,
  add column matched_name text not null generated always as (matched_name(name)) stored;
update organisation_listing l set siren = o.siren, rna = o.rna
from organisation o where o.network_id = l.network_id and o.id = l.id and l.shown_to_networks;

-- An RNA that exactly one SIREN goes with leads to it.
update organisation_listing l set national_key = 'siren:' || known.siren
from (select rna, min(siren) as siren from organisation_listing
  where rna is not null and siren is not null group by rna having count(distinct siren) = 1) known
where l.siren is null and l.rna = known.rna;
update organisation_listing l
set networks = case when cardinality(holders.ids) > 1 then holders.ids end
from (select national_key, array_agg(distinct network_id order by network_id) as ids
  from organisation_listing where national_key is not null group by national_key) holders
where l.national_key = holders.national_key
  and l.networks is distinct from case when cardinality(holders.ids) > 1 then holders.ids end;

create index organisation_listing_siren on organisation_listing (siren) where siren is not null;
create index organisation_listing_rna on organisation_listing (rna) where rna is not null;
create index organisation_listing_matched on organisation_listing (matched_name, postal_code)
  where shown_to_networks and postal_code is not null;

alter table organisation_listing force row level security;
alter table organisation force row level security;
grant update (national_key) on organisation_listing to maillage_identity;

-- What a network says of one of its listings and one of another network: the same organisation, or two.
-- They are one when both say « same »; taking it back removes the row, and the history keeps it.
create table listing_tie (
  network_id int not null references network,
  id uuid not null,
  organisation_id uuid not null,
  other_network_id int not null references network,
  other_organisation_id uuid not null,
  -- The record that stands for it since it was merged in its network.
  other_now_id uuid not null,
  answer text not null check (answer in ('same', 'different')),
  said_by uuid references account,
  said_at timestamptz not null,
  primary key (network_id, id),
  unique (network_id, organisation_id, other_network_id, other_organisation_id),
  foreign key (network_id, organisation_id) references organisation on delete cascade
);
create index listing_tie_other on listing_tie (network_id, other_network_id, other_now_id);
call make_tenant_table('listing_tie');
create policy other_end on listing_tie for select to maillage_app
  using (other_network_id = (select current_setting('app.network_id')::int));
create policy identity_reads on listing_tie for select to maillage_identity using (true);
create policy identity_writes on listing_tie for update to maillage_identity using (true) with check (true);
grant select, update (other_now_id) on listing_tie to maillage_identity;

-- A tie names the record of the other network: when that one is merged, it names the record kept.
create policy identity_reads on organisation_redirect for select to maillage_identity using (true);
grant select on organisation_redirect to maillage_identity;
