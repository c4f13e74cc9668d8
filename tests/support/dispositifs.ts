import { randomUUID } from 'node:crypto'
import type { Client } from 'pg'
import { publishDispositif } from '#server/dispositifs/dispositif/publish-dispositif.server.ts'
import { formDefinition } from '#server/dispositifs/form/form.schema.ts'
import { grid as gridSchema } from '#server/dispositifs/grid/grid.schema.ts'
import { type RuleInput, rules as rulesSchema } from '#server/dispositifs/rule/rule.schema.ts'
import { publishSession } from '#server/dispositifs/session/publish-session.server.ts'
import type { StaffContext } from '#server/kernel/context.ts'

const both = (fr: string, en: string) => ({ fr, en })
const source = { text: 'Règlement du dispositif, 2026', url: 'https://funder.example/reglement' }

/** Those of a scheme for young people, as the funder of tests states them. */
export const YOUTH_RULES: RuleInput[] = [
  {
    ...{ key: 'ages', kind: 'ages', min: 15, max: 25, source },
    why: both('Le dispositif est fait pour les jeunes.', 'The scheme is made for young people.'),
  },
  {
    ...{ key: 'group', kind: 'head_count', of: 'french', min: 4, max: 16, source },
    why: both('Le groupe reste assez petit pour se connaître.', 'The group stays small enough.'),
  },
  {
    ...{ key: 'share', kind: 'budget_share', maxBasisPoints: 5000, source },
    why: both('D’autres que le financeur y croient aussi.', 'Others believe in it too.'),
  },
  {
    ...{ key: 'ceiling', kind: 'amount_ceiling', maxCents: 850_000, source },
    elsewhere: { maxCents: 1_000_000, departments: ['971', '972', '973', '974', '976', '2A', '2B'] },
    why: both('Le voyage coûte plus cher de loin.', 'Travel costs more from afar.'),
  },
  {
    ...{ key: 'sponsor', kind: 'sponsor_accredited', source },
    why: both('Elle répond de l’argent.', 'It answers for the money.'),
  },
  {
    ...{ key: 'papers', kind: 'documents', source },
    documents: [
      { key: 'agreement', label: both('Convention de partenariat', 'Partnership agreement') },
      { key: 'budget', label: both('Budget signé', 'Signed budget') },
    ],
    why: both('Le jury les lit.', 'The jury reads them.'),
  },
]

type Call = {
  name: string
  year: number
  opensAt: string
  closesAt: string
  timeZone: string
  actionsFrom: string | null
  actionsTo: string | null
  steps: string[]
  published: boolean
}

type Given = {
  slug?: string
  code?: string
  name?: string
  summary?: string
  body?: string
  funder?: string
  contact?: string
  intake?: 'here' | 'elsewhere'
  intakeUrl?: string | null
  rules?: RuleInput[]
  call?: Partial<Call>
}

const CALL: Call = {
  ...{ name: 'Session d’automne', year: 2026, timeZone: 'Europe/Paris', published: true },
  ...{ opensAt: '2026-11-01T09:00:00+01:00', closesAt: '2026-12-15T18:00:00+01:00' },
  ...{ actionsFrom: '2027-01-01', actionsTo: '2027-12-31', steps: ['sponsor', 'national'] },
}

const FORM = {
  sections: [
    {
      key: 'project',
      title: both('Le projet', 'The project'),
      fields: [{ key: 'title', type: 'title', label: both('Titre', 'Title'), required: true, fact: 'title' }],
    },
  ],
}
const GRID = { criteria: [{ key: 'quality', label: both('Qualité', 'Quality'), weight: 1, max: 5 }] }

/**
 * A private dispositif with published rules, form and grid and one session, written past the walls: what
 * `networkId` names is all it knows of who keeps it.
 */
export async function aDispositif(superuser: Client, networkId: number, given: Given = {}) {
  const { rules = YOUTH_RULES, call = {}, ...said } = given
  const id = randomUUID()
  const code = said.code ?? `T${id.slice(0, 6).toUpperCase()}`
  const one = {
    ...{ network_id: networkId, id, code, slug: said.slug ?? code.toLowerCase() },
    name: said.name ?? 'Jeunesse et solidarité',
    summary: said.summary ?? 'Pour les groupes de jeunes qui partent agir ailleurs.',
    ...{ body: said.body ?? '', funder: said.funder ?? 'Fonds de démonstration' },
    contact: said.contact ?? 'Camille Essai, camille@essai.example',
    intake: said.intake ?? 'elsewhere',
    intake_url: said.intakeUrl === undefined ? 'https://depot.example/' : said.intakeUrl,
  }
  await insert(superuser, 'dispositif', one)
  const revision = async (kind: string, content: unknown) => {
    const row = { network_id: networkId, id: randomUUID(), dispositif_id: id, kind, number: 1 }
    const published_at = '2026-10-01T12:00:00Z'
    await insert(superuser, 'dispositif_revision', { ...row, content: JSON.stringify(content), published_at })
    return row.id
  }
  const rulesId = await revision('rules', rulesSchema.parse(rules))
  const formId = await revision('form', formDefinition.parse(FORM))
  const gridId = await revision('grid', gridSchema.parse(GRID))
  const made = { id, slug: one.slug, code, rulesId, formId, gridId }
  return { ...made, session: await aSession(superuser, networkId, made, call) }
}

type Made = { id: string; rulesId: string; formId: string; gridId: string }

/** One more call of it, private until it is published. */
export async function aSession(superuser: Client, networkId: number, of: Made, given: Partial<Call> = {}) {
  const call = { ...CALL, ...given }
  const id = randomUUID()
  await insert(superuser, 'dispositif_session', {
    ...{ network_id: networkId, id, dispositif_id: of.id, name: call.name, year: call.year },
    ...{ opens_at: call.opensAt, closes_at: call.closesAt, time_zone: call.timeZone },
    ...{ actions_from: call.actionsFrom, actions_to: call.actionsTo, steps: call.steps },
    ...{ rules_id: of.rulesId, form_id: of.formId, grid_id: of.gridId },
  })
  return id
}

/** One the public sees, made public as staff make it; `call.published: false` keeps its session private. */
export async function aPublishedDispositif(superuser: Client, staff: StaffContext, given: Given = {}) {
  const made = await aDispositif(superuser, staff.network.id, given)
  if (given.call?.published !== false) await publishSession(staff, made.session, 1)
  await publishDispositif(staff, made.id, 1)
  return made
}

async function insert(client: Client, table: string, row: Record<string, unknown>) {
  const names = Object.keys(row)
  await client.query(
    `insert into ${table} (${names.join(', ')}) values (${names.map((_, at) => `$${at + 1}`).join(', ')})`,
    Object.values(row),
  )
}
