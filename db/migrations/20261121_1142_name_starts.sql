-- Names that begin with what is typed: read in order, without reading what answers otherwise.
create index organisation_folded_start on organisation (network_id, folded collate "C", id);
