export type Policy = { roles: string[]; command: string; using: string | null; check: string | null }

/**
 * The policies that let a role past its own network, each for one definer function that nobody can
 * sign in as. A new one is a hole in the wall: it belongs here with its reason, or nowhere.
 */
export const OTHER_POLICIES: Record<string, Policy & { why: string }> = {
  'organisation.search_reads': {
    why: 'full-text operators are not leakproof and would filter every row; search_organisations writes the network itself',
    roles: ['maillage_search'],
    command: 'select',
    using: 'true',
    check: null,
  },
  ...Object.fromEntries(
    ['person', 'person_position'].map((table) => [
      `${table}.search_reads`,
      {
        why: 'people found by name within a search of their network, which the function writes itself',
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
    why: 'the column networks of published rows; the only column this role may update',
    roles: ['maillage_identity'],
    command: 'update',
    using: 'true',
    check: 'true',
  },
}
