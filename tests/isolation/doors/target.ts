/** The private rows that have an address of their own: what addresses call them, and their table. */
export const ROWS = {
  id: 'organisation',
  person: 'person',
  position: 'person_position',
  project: 'project',
  act: 'support_act',
  registration: 'registration',
  proposal: 'page_proposal',
  campaign: 'page_campaign',
  grant: 'account_grant',
  batch: 'change_batch',
  file: 'stored_file',
  work: 'long_work',
  import: 'organisation_import',
  matching: 'import_matching',
  list: 'list_request',
} as const

/** What a stranger asks for, in the address of which network. */
export type Target = Record<keyof typeof ROWS, string> & {
  network: string
  slug: string
  figure: string
  /** Another record of theirs, beside which this one is put. */
  other: string
}

/** A request as it goes through the door; `label` names it in a fault. */
export type Ask = { label: string; path: string; init?: RequestInit }

/** A word of the private rows' names, to search for. */
export const WORD = 'grenouille'

/** Written in every private text: it appears in no stranger's answer. */
export const SECRET = 'confidentiel7'

/** Addresses say `:id` of the things their folder names. */
const FOLDERS: Record<string, keyof Target> = { personnes: 'person', projets: 'project', appuis: 'act' }

export const placed = (pattern: string, target: Target) =>
  pattern
    .replace(/(personnes|projets|appuis)\/:id/, (_, folder) => `${folder}/:${FOLDERS[folder]}`)
    .replace(/[:{](\w+)\}?/g, (_, name) => target[name as keyof Target] ?? name)
