-- The two doors through the tenant wall. Each is a role nobody can sign in with, seeing through
-- policies of its own, and used only by the functions in db/functions/ that it owns.

-- Private search: full-text operators are not leakproof, so under the tenant policy they filter
-- every row of the network; this role's policy is empty and its function writes the network itself.
create policy search_reads on organisation for select to maillage_search using (true);
grant select on organisation to maillage_search;
grant execute on function current_network() to maillage_search;

-- The same organisation listed by several networks: its listings name each other.
create policy identity_reads on organisation_listing for select to maillage_identity using (true);
create policy identity_writes on organisation_listing for update to maillage_identity using (true) with check (true);
grant select, update (networks) on organisation_listing to maillage_identity;
