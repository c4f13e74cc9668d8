-- Lists that left the network: who asked, what for, and what was handed over.
create table list_request (
  network_id int not null references network,
  id uuid not null,
  account_id uuid references account,
  subject text not null check (subject in ('organisations', 'people')),
  -- Whoever asked; all empty when the team took the list for itself.
  requester text not null default '' check (length(requester) <= 120),
  requester_organisation text not null default '' check (length(requester_organisation) <= 200),
  requester_contact text not null default '' check (length(requester_contact) <= 200),
  purpose text not null check (length(purpose) between 3 and 300),
  -- The filters as the list's address says them.
  criteria text not null default '' check (length(criteria) <= 4000),
  columns text[] not null,
  format text not null check (format in ('csv', 'xlsx')),
  -- Data about people leave only with a reason.
  personal_reason text check (length(personal_reason) between 3 and 300),
  row_count int,
  work_id uuid,
  file_id uuid,
  created_at timestamptz not null default now(),
  -- Until when the file can be downloaded again.
  kept_until date not null,
  primary key (network_id, id)
);
create index list_request_recent on list_request (network_id, created_at);
create index list_request_columns on list_request (network_id, account_id, subject, created_at);
call make_tenant_table('list_request');
