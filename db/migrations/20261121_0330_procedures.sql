-- Only migrations make tables: PostgreSQL gives the right to execute to everyone unless told otherwise.
revoke execute on procedure make_tenant_table(regclass) from public;
revoke execute on procedure make_listing_table(regclass) from public;
