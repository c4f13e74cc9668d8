-- The sites a network lets show its directory in a frame; none declared: any.
alter table network_setting add embed_sites text[] not null default '{}'
  check (coalesce(array_length(embed_sites, 1), 0) <= 20);
