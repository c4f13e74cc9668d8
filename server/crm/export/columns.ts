/**
 * What a list may tell. `team`: what the network keeps for itself, told apart so that nobody gives it by
 * habit. `personal`: it leads to a person, and leaves with a reason alone.
 */
export const COLUMN_GROUPS = ['open', 'team', 'personal'] as const
export type ColumnGroup = (typeof COLUMN_GROUPS)[number]
export type ListColumn = { key: string; group: ColumnGroup }

const of = (group: ColumnGroup, keys: string): ListColumn[] => keys.split(' ').map((key) => ({ key, group }))

export const LIST_SUBJECTS = ['organisations', 'people', 'projects', 'acts', 'tasks'] as const
export type ListSubject = (typeof LIST_SUBJECTS)[number]
export const isListSubject = (text: unknown): text is ListSubject =>
  LIST_SUBJECTS.includes(text as ListSubject)

export const LIST_COLUMNS: Record<ListSubject, ListColumn[]> = {
  organisations: [
    ...of('open', 'name acronym kind siren siret rna address postalCode city department'),
    ...of('open', 'seatCountry website phone countries sectors sdgs description'),
    ...of('open', 'memberYears college aliases formerNames published verifiedOn updatedOn'),
    ...of('team', 'tags'),
    ...of('personal', 'email people peopleEmails keeper'),
  ],
  people: [
    ...of('personal', 'familyName givenName function email phone'),
    ...of('open', 'organisation kind postalCode city department'),
  ],
  projects: [
    ...of('open', 'title holders partnersHere partnersThere countries place sectors sdgs'),
    ...of('open', 'startedOn endedOn status budgetBand funders summary panorama updatedOn'),
    ...of('team', 'budget funding'),
  ],
  acts: [
    ...of('open', 'happenedOn organisations minutes family supportKind channel topic project'),
    ...of('team', 'agreed note nextStep nextOn nextDone'),
    ...of('personal', 'by'),
  ],
  tasks: [...of('open', 'task organisation city dueOn late notedOn'), ...of('personal', 'assignee')],
}

/** Of a first list, before anybody chose. */
export const USUAL_COLUMNS: Record<ListSubject, string[]> = {
  organisations: 'name acronym kind siren siret rna address postalCode city department countries website published'.split(' '),
  people: 'familyName givenName function organisation city'.split(' '),
  projects: 'title holders countries sectors sdgs startedOn endedOn status budgetBand'.split(' '),
  acts: 'happenedOn organisations minutes family supportKind channel topic'.split(' '),
  tasks: 'task organisation dueOn late'.split(' '),
} // biome-ignore format: one line each

/** A field the network added to its organisations. */
const OWN = /^own\.[a-z0-9_-]+$/i
export const ownColumn = (key: string) => `own.${key}`

export const isColumn = (subject: ListSubject, key: string) =>
  LIST_COLUMNS[subject].some((column) => column.key === key) || (subject === 'organisations' && OWN.test(key))

export const isPersonal = (subject: ListSubject, keys: string[]) =>
  LIST_COLUMNS[subject].some(({ key, group }) => group === 'personal' && keys.includes(key))
