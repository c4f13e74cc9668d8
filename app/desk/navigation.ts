import { crm } from '#server/crm/permissions.ts'
import { directory } from '#server/directory/permissions.ts'
import { identity } from '#server/identity/permissions.ts'
import type { Rule } from '#server/kernel/permissions.ts'
import { absences, upkeep, work } from '#server/kernel/rules.ts'
import { observatory } from '#server/observatory/permissions.ts'
import { portal } from '#server/portal/permissions.ts'
import { projects } from '#server/projects/permissions.ts'
import { support } from '#server/support/permissions.ts'

export const MISSIONS = [
  'observe',
  'animate',
  'accompany',
  'coordinate',
  'intermediate',
  'association-life',
  'network',
] as const
export type DeskMission = (typeof MISSIONS)[number]

/** A page of the bureau: who may open it is its own rule, so that nobody is shown a door that is shut. */
export type DeskEntry = { mission: DeskMission; key: string; path: string; rule: Rule }

/** Every entry of the bureau, as they stand in the rail. A mission without any is absent. */
export const DESK: DeskEntry[] = [
  { mission: 'observe', key: 'organisations', path: 'structures', rule: crm['organisation:read'] },
  { mission: 'observe', key: 'projects', path: 'projets', rule: projects['project:read'] },
  { mission: 'observe', key: 'people', path: 'personnes', rule: crm['person:read'] },
  { mission: 'observe', key: 'figures', path: 'chiffres', rule: observatory['figures:read'] },
  { mission: 'observe', key: 'duplicates', path: 'doublons', rule: crm['organisation:merge'] },
  { mission: 'observe', key: 'nationalTies', path: 'annuaire-national', rule: directory['listing:tie'] },
  { mission: 'observe', key: 'requests', path: 'demandes', rule: identity['representative:read'] },
  { mission: 'observe', key: 'lists', path: 'demandes-de-listes', rule: crm['organisation:export'] },
  { mission: 'observe', key: 'imports', path: 'imports', rule: crm['import:run'] },
  { mission: 'observe', key: 'myTasks', path: 'a-faire', rule: crm['organisation:read'] },
  { mission: 'observe', key: 'tags', path: 'etiquettes', rule: crm['organisation:read'] },
  { mission: 'observe', key: 'proposals', path: 'propositions', rule: crm['page:read'] },
  { mission: 'observe', key: 'freshness', path: 'fraicheur', rule: crm['page:read'] },
  { mission: 'observe', key: 'messages', path: 'messages', rule: crm['page:read'] },
  { mission: 'observe', key: 'batches', path: 'lots', rule: crm['organisation:correct'] },
  { mission: 'accompany', key: 'supports', path: 'appuis', rule: support['act:read'] },
  { mission: 'network', key: 'team', path: 'equipe', rule: identity['team:read'] },
  { mission: 'network', key: 'roles', path: 'roles', rule: identity['team:read'] },
  { mission: 'network', key: 'security', path: 'securite', rule: identity['security:manage'] },
  { mission: 'network', key: 'absences', path: 'absences', rule: absences['absence:declare'] },
  { mission: 'network', key: 'fields', path: 'champs', rule: crm['own_field:manage'] },
  { mission: 'network', key: 'site', path: 'site', rule: portal['site:edit'] },
  { mission: 'network', key: 'embed', path: 'integrer', rule: portal['site:edit'] },
  { mission: 'network', key: 'works', path: 'travaux', rule: work['work:own'] },
  { mission: 'network', key: 'journal', path: 'journal', rule: upkeep['journal:read'] },
  { mission: 'network', key: 'tasks', path: 'taches', rule: upkeep['task:see'] },
  { mission: 'network', key: 'status', path: 'service', rule: upkeep['status:read'] },
]
