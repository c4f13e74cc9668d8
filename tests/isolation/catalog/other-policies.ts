export type Policy = { roles: string[]; command: string; using: string | null; check: string | null }

/**
 * The policies that let a role past its own network, each for one definer function that nobody can
 * sign in as. A new one is a hole in the wall: it belongs here with its reason, or nowhere.
 */
export const OTHER_POLICIES: Record<string, Policy & { why: string }> = {
  'organisation.search_reads': {
    why: 'full-text operators are not leakproof and would filter every row; found_organisations writes the network itself',
    roles: ['maillage_search'],
    command: 'select',
    using: 'true',
    check: null,
  },
  ...Object.fromEntries(
    ['person', 'person_position', 'record_word'].map((table) => [
      `${table}.search_reads`,
      {
        why: 'people found by name, and words by their letters, within a search of their network, which the function writes itself',
        roles: ['maillage_search'],
        command: 'select',
        using: 'true',
        check: null,
      },
    ]),
  ),
  ...Object.fromEntries(
    ['project', 'project_holder'].map((table) => [
      `${table}.search_reads`,
      {
        why: 'projects found by their words or their holders’, in the network that found_projects writes itself',
        roles: ['maillage_search'],
        command: 'select',
        using: 'true',
        check: null,
      },
    ]),
  ),
  'organisation_listing.identity_reads': {
    why: 'published rows, to learn which networks list the same organisation',
    roles: ['maillage_identity'],
    command: 'select',
    using: 'true',
    check: null,
  },
  'organisation_listing.identity_writes': {
    why: 'the columns networks and national_key of published rows; the only ones this role may update',
    roles: ['maillage_identity'],
    command: 'update',
    using: 'true',
    check: 'true',
  },
  'listing_tie.identity_reads': {
    why: 'what each network says of two listings; refresh_listing_identity compares both',
    roles: ['maillage_identity'],
    command: 'select',
    using: 'true',
    check: null,
  },
  'listing_tie.identity_writes': {
    why: 'the column other_now_id, when the record it names was merged in its own network',
    roles: ['maillage_identity'],
    command: 'update',
    using: 'true',
    check: 'true',
  },
  'organisation_redirect.identity_reads': {
    why: 'where a merged record leads; follow_merged_listing reads those of the caller’s own network',
    roles: ['maillage_identity'],
    command: 'select',
    using: 'true',
    check: null,
  },
  'listing_tie.other_end': {
    why: 'what a network says of two listings is read by the one that publishes the other, which writes nothing of it',
    roles: ['maillage_app'],
    command: 'select',
    using: `(other_network_id = ( SELECT (current_setting('app.network_id'::text))::integer AS current_setting))`,
    check: null,
  },
  'project_listing.identity_reads': {
    why: 'published rows, to learn which of them an agreed tie concerns',
    roles: ['maillage_identity'],
    command: 'select',
    using: 'true',
    check: null,
  },
  'project_listing.identity_writes': {
    why: 'the columns shown_in and elsewhere of published rows, computed from both ends of a tie',
    roles: ['maillage_identity'],
    command: 'update',
    using: 'true',
    check: 'true',
  },
  'project_tie.identity_reads': {
    why: 'one end of a project held across networks; refresh_project_networks compares it with the other',
    roles: ['maillage_identity'],
    command: 'select',
    using: 'true',
    check: null,
  },
  'project_tie.identity_writes': {
    why: 'the column other_now_id, when the record it names was merged in its own network',
    roles: ['maillage_identity'],
    command: 'update',
    using: 'true',
    check: 'true',
  },
  'project_tie_answer.identity_reads': {
    why: 'the other end; refresh_project_networks compares both',
    roles: ['maillage_identity'],
    command: 'select',
    using: 'true',
    check: null,
  },
  'project_tie.other_end': {
    why: 'a proposal is read by the one network it is made to, which writes nothing of it',
    roles: ['maillage_app'],
    command: 'select',
    using: `(other_network_id = ( SELECT (current_setting('app.network_id'::text))::integer AS current_setting))`,
    check: null,
  },
  'project_tie_answer.other_end': {
    why: 'an answer is read by the one network that asked, which writes nothing of it',
    roles: ['maillage_app'],
    command: 'select',
    using: `(asking_network_id = ( SELECT (current_setting('app.network_id'::text))::integer AS current_setting))`,
    check: null,
  },
}
