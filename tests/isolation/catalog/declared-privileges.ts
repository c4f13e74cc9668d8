import { APP_ROLE, DEFINER_ROLES, OBSERVATORY_ROLE } from '#db/roles.ts'

const ALL = 'select, insert, update, delete'

/** What the runtime login may do with each table; nobody has more. */
const TABLES: Record<string, string> = {
  absence: ALL,
  account: 'select',
  account_event: 'select, insert',
  account_grant: 'select, insert, update',
  account_identity: 'select, insert, update, delete',
  account_session: ALL,
  account_token: ALL,
  audit_entry: 'select, insert',
  change_batch: ALL,
  change_batch_line: ALL,
  email_change: ALL,
  grant_organisation: ALL,
  invitation: ALL,
  listing_revision: ALL,
  listing_word: 'select, insert, delete',
  long_work: ALL,
  mail_bounce: ALL,
  membership: ALL,
  network: 'select',
  network_host: ALL,
  network_page: ALL,
  network_page_draft: ALL,
  network_setting: ALL,
  notification: ALL,
  notification_choice: ALL,
  oidc_attempt: 'select, insert, delete',
  organisation: ALL,
  organisation_publication: ALL,
  organisation_listing: ALL,
  outgoing_mail: ALL,
  passkey: ALL,
  person: ALL,
  person_position: ALL,
  recovery_code: ALL,
  project: ALL,
  project_funding: ALL,
  project_publication: ALL,
  project_holder: ALL,
  project_listing: ALL,
  project_partner_here: ALL,
  project_partner_there: ALL,
  project_picture: ALL,
  project_tie: ALL,
  project_tie_answer: ALL,
  representation_request: ALL,
  schema_migration: 'select',
  sign_in_attempt: ALL,
  stored_file: ALL,
  support_act: ALL,
  support_act_organisation: ALL,
  unsubscribe_link: ALL,
}

/** Without rights of their own: they run with the caller's. */
const PLAIN_FUNCTIONS = [
  'current_network',
  'immutable_join',
  'listing_search',
  'keep_publications',
  'folded',
  'immutable_join',
  'listing_search',
  'names_of',
  'searched_words',
]

const everyone = [APP_ROLE, OBSERVATORY_ROLE, ...Object.keys(DEFINER_ROLES)]

/** The complete list: one line a role and an object, in the words of privileges.ts. */
export const DECLARED_PRIVILEGES: string[] = [
  ...everyone.flatMap((role) => [
    `${role} on the database: connect, temporary`,
    `${role} on schema public: usage`,
    ...PLAIN_FUNCTIONS.map((name) => `${role} on function public.${name}`),
  ]),

  ...Object.entries(TABLES).map(([table, rights]) => `${APP_ROLE} on table public.${table}: ${rights}`),
  `${APP_ROLE} on schema pgboss: usage`,
  `${APP_ROLE} on table pgboss.*: ${ALL}`,
  `${APP_ROLE} on function pgboss.*`,
  `${APP_ROLE} on schema definer_search: usage`,
  `${APP_ROLE} on function definer_search.likely_organisations`,
  `${APP_ROLE} on function definer_search.mended_organisations`,
  `${APP_ROLE} on function definer_search.search_organisations`,
  `${APP_ROLE} on function definer_search.search_people`,
  `${APP_ROLE} on schema definer_identity: usage`,
  `${APP_ROLE} on function definer_identity.refresh_listing_identity`,
  `${APP_ROLE} on function definer_identity.refresh_project_networks`,

  // An account is made and changed by its person, column by column; never erased by the runtime.
  `${APP_ROLE} on column public.account.id: insert`,
  ...['email', 'name', 'password_hash', 'locale'].map(
    (column) => `${APP_ROLE} on column public.account.${column}: insert, update`,
  ),

  'maillage_search on schema definer_search: usage, create',
  'maillage_search on function definer_search.likely_organisations',
  'maillage_search on function definer_search.mended_organisations',
  'maillage_search on function definer_search.search_organisations',
  'maillage_search on function definer_search.search_people',
  'maillage_search on table public.organisation: select',
  'maillage_search on table public.person: select',
  'maillage_search on table public.person_position: select',

  'maillage_identity on schema definer_identity: usage, create',
  'maillage_identity on function definer_identity.refresh_listing_identity',
  'maillage_identity on table public.organisation_listing: select',
  'maillage_identity on column public.organisation_listing.networks: update',
  'maillage_identity on function definer_identity.refresh_project_networks',
  'maillage_identity on table public.project_listing: select',
  'maillage_identity on column public.project_listing.shown_in: update',
  'maillage_identity on column public.project_listing.elsewhere: update',
  'maillage_identity on table public.project_tie: select',
  'maillage_identity on table public.project_tie_answer: select',
]
