/** The private rows that have an address of their own: what addresses call them, and their table. */
export const ROWS = {
  id: 'organisation',
  person: 'person',
  position: 'person_position',
  project: 'project',
  act: 'support_act',
  dispositif: 'dispositif',
  session: 'dispositif_session',
  dossier: 'dossier',
  letter: 'dossier_letter',
  decisionImport: 'decision_import',
  action: 'outreach_action',
  payment: 'dossier_payment',
  paymentStep: 'dossier_payment_step',
  accreditation: 'sponsor_accreditation',
  instructor: 'instructor',
  expert: 'expert_request',
  sitting: 'sitting',
  item: 'sitting_item',
  member: 'sitting_member',
  condition: 'dossier_condition',
  dossierMessage: 'dossier_message',
  registration: 'registration',
  message: 'organisation_message',
  proposal: 'page_proposal',
  campaign: 'page_campaign',
  grant: 'account_grant',
  batch: 'change_batch',
  file: 'stored_file',
  work: 'long_work',
  import: 'organisation_import',
  dossierImport: 'dossier_import',
  matching: 'import_matching',
  list: 'list_request',
  projectProposal: 'project_proposal',
  tie: 'project_tie',
  note: 'organisation_note',
  task: 'organisation_task',
  tag: 'tag',
  field: 'own_field',
  segment: 'segment',
  merge: 'organisation_merge',
  invitation: 'invitation',
  request: 'representation_request',
  absence: 'absence',
} as const

/** What a stranger asks for, in the address of which network. */
export type Target = Record<keyof typeof ROWS, string> & {
  network: string
  slug: string
  figure: string
  /** Another record of theirs, beside which this one is put. */
  other: string
  otherTag: string
}

/** A request as it goes through the door; `label` names it in a fault. */
export type Ask = { label: string; path: string; init?: RequestInit }

/** A word of the private rows' names, to search for. */
export const WORD = 'grenouille'

/** What the published record of each network is called. */
export const PUBLISHED = 'Association publiée'

/** Written in every private text: it appears in no stranger's answer. */
export const SECRET = 'confidentiel7'

/** What is asked for: the record that is hidden, the one that is published, and the one whose id another network has too. */
export const SEEDS = [SECRET, 'published', 'namesake'] as const
export type Seed = (typeof SEEDS)[number]

/** Addresses say `:id` of the things their folder names. */
const FOLDERS: Record<string, keyof Target> = {
  'personnes/:id': 'person',
  'projets/:id': 'project',
  'appuis/:id': 'act',
  'dispositifs/:id': 'dispositif',
  'dispositifs/dossiers/:id': 'dossier',
  'dossiers/:id': 'dossier',
  'projets/propositions/:proposal': 'projectProposal',
}

export const placed = (pattern: string, target: Target) =>
  pattern
    .replace(
      /(personnes|projets|appuis|projets\/propositions|dispositifs\/dossiers|dispositifs|dossiers)\/:(id|proposal)\b/,
      (asked) => (FOLDERS[asked] ? asked.replace(/:\w+/, `:${FOLDERS[asked]}`) : asked),
    )
    .replace(/[:{](\w+)\}?/g, (_, name) => target[name as keyof Target] ?? name)
