-- Who chose not to sign in through a provider any more is not attached to it again behind their back.
alter table account_identity add column detached_at timestamptz;
grant update on account_identity to maillage_app;
