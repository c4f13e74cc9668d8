import { crm } from '#server/crm/permissions.ts'
import { directory } from '#server/directory/permissions.ts'
import { dispositifs } from '#server/dispositifs/permissions.ts'
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

/** Pages that go together, folded under one name: what was received, what keeps the records right… */
export const GROUPS = ['received', 'quality', 'files', 'settings', 'upkeep'] as const
export type DeskGroup = (typeof GROUPS)[number]

/** A page of the bureau: who may open it is its own rule, so that nobody is shown a door that is shut. */
export type DeskEntry = { mission: DeskMission; group?: DeskGroup; key: string; path: string; rule: Rule }

/** Every entry of the bureau, as they stand in the rail. A mission without any is absent. */
export const DESK: DeskEntry[] = [
  { mission: 'observe', key: 'organisations', path: 'structures', rule: crm['organisation:read'] },
  { mission: 'observe', key: 'people', path: 'personnes', rule: crm['person:read'] },
  { mission: 'observe', key: 'projects', path: 'projets', rule: projects['project:read'] },
  { mission: 'observe', key: 'figures', path: 'chiffres', rule: observatory['figures:read'] },
  { mission: 'observe', key: 'myTasks', path: 'a-faire', rule: crm['organisation:read'] },
  {
    mission: 'observe',
    group: 'received',
    key: 'requests',
    path: 'demandes',
    rule: identity['representative:read'],
  },
  { mission: 'observe', group: 'received', key: 'proposals', path: 'propositions', rule: crm['page:read'] },
  { mission: 'observe', group: 'received', key: 'messages', path: 'messages', rule: crm['page:read'] },
  {
    mission: 'observe',
    group: 'quality',
    key: 'duplicates',
    path: 'doublons',
    rule: crm['organisation:merge'],
  },
  {
    mission: 'observe',
    group: 'quality',
    key: 'nationalTies',
    path: 'annuaire-national',
    rule: directory['listing:tie'],
  },
  { mission: 'observe', group: 'quality', key: 'freshness', path: 'fraicheur', rule: crm['page:read'] },
  { mission: 'observe', group: 'quality', key: 'tags', path: 'etiquettes', rule: crm['organisation:read'] },
  { mission: 'observe', group: 'quality', key: 'batches', path: 'lots', rule: crm['organisation:correct'] },
  { mission: 'observe', group: 'files', key: 'imports', path: 'imports', rule: crm['import:run'] },
  {
    mission: 'observe',
    group: 'files',
    key: 'lists',
    path: 'demandes-de-listes',
    rule: crm['list:hand'],
  },
  { mission: 'accompany', key: 'supports', path: 'appuis', rule: support['act:read'] },
  {
    mission: 'intermediate',
    key: 'dispositifs',
    path: 'dispositifs',
    rule: dispositifs['dispositif:read'],
  },
  { mission: 'network', key: 'team', path: 'equipe', rule: identity['team:read'] },
  { mission: 'network', key: 'absences', path: 'absences', rule: absences['absence:declare'] },
  { mission: 'network', group: 'settings', key: 'roles', path: 'roles', rule: identity['team:read'] },
  {
    mission: 'network',
    group: 'settings',
    key: 'security',
    path: 'securite',
    rule: identity['security:manage'],
  },
  { mission: 'network', group: 'settings', key: 'fields', path: 'champs', rule: crm['own_field:manage'] },
  { mission: 'network', group: 'settings', key: 'site', path: 'site', rule: portal['site:edit'] },
  { mission: 'network', group: 'settings', key: 'embed', path: 'integrer', rule: portal['site:edit'] },
  { mission: 'network', group: 'upkeep', key: 'works', path: 'travaux', rule: work['work:own'] },
  { mission: 'network', group: 'upkeep', key: 'journal', path: 'journal', rule: upkeep['journal:read'] },
  { mission: 'network', group: 'upkeep', key: 'tasks', path: 'taches', rule: upkeep['task:see'] },
  { mission: 'network', group: 'upkeep', key: 'status', path: 'service', rule: upkeep['status:read'] },
]
