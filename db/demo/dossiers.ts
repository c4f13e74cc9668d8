import { writtenColumns } from '#server/dispositifs/dossier/written-columns.ts'
import type { DossierState } from '#server/dispositifs/lifecycle/lifecycle.ts'
import type { Network } from '#tenants/schema.ts'
import type { FilePlan } from './dispositif-plans.ts'
import { answersOf, countsOf, type Known } from './dossier-answers.ts'
import { pathTo } from './dossier-path.ts'
import type { Made } from './load-dispositifs.ts'
import { randomFrom } from './random.ts'
import { holdersFor } from './who-deposits.ts'
import { WAIVED } from './words/dispositif-answers.ts'

export type DemoDossier = ReturnType<typeof dossierOf>
type World = { known: Known[]; people: string[]; today: string }
type Session = Made['sessions'][number]

/** Tandems of fifteen associations: five of them lead two. */
const TANDEM_HOLDERS = 15
/** The sponsors of a network stay the same few, and deposit nothing. */
const SPONSORS = 3

/** The files of a dispositif, session by session. */
export function dossiersOf(made: Made, network: Network, world: World, next: () => string) {
  const files = made.sessions.flatMap((session) =>
    session.plan.files.map((file, at) => ({ session, file, number: at + 1 })),
  )
  return files.map(({ session, file, number }, nth) =>
    dossierOf({ made, session, file, number, nth, slug: network.slug }, world, next()),
  )
}

type Asked = { made: Made; session: Session; file: FilePlan; number: number; nth: number; slug: string }

function dossierOf(asked: Asked, { known, people, today }: World, id: string) {
  const { made, session, file, number, nth, slug } = asked
  const { template } = made
  const random = randomFrom(`${slug}/${template.key}/${session.plan.name}/${number}`)
  const sponsors = known.slice(-SPONSORS)
  const able = known.length > SPONSORS * 2 ? known.slice(0, -SPONSORS) : known
  const place = template.key === 'tandems' ? nth % TANDEM_HOLDERS : nth + offsetOf(template.key)
  const holders = holdersFor(file.holders, able, place)
  const sponsor = template.steps.sponsor ? sponsors[nth % sponsors.length]! : null
  const { actions } = session.plan
  const around = { template: template.key, holders, others: sponsor ? [sponsor] : [], actions }
  const written = writtenColumns(
    template.form,
    answersOf(template.form, file, around, random),
    sponsor?.id ?? null,
  )
  const deposited = template.intake === 'elsewhere' && !['draft', 'awaiting_sponsor'].includes(file.end)
  const isOwnDraft = template.intake === 'here' && file.end === 'draft'
  const path = pathTo(
    file.end,
    { days: session.plan, endsOn: written.endsOn ?? actions[1], deposited, advance: template.steps.advance },
    random,
    today,
  )
  const [first, ...moves] = path
  const by = people[nth % people.length]!
  const last = path.at(-1)?.to ?? 'draft'
  const counted = ['report_received', 'settled'].includes(last) ? file.counted?.achieved : undefined
  const begun = first ?? { to: 'draft' as DossierState, at: `${session.plan.opens}T09:00:00Z` }
  return {
    row: {
      ...{
        id,
        session_id: session.row.id,
        number,
        origin: deposited ? 'import' : isOwnDraft ? 'here' : 'behalf',
      },
      external_number: deposited ? `${template.code}-${session.plan.opens.slice(2, 4)}-${1000 + nth}` : null,
      external_status: deposited ? externalOf(last) : '',
      form_id: made.form,
      ...inColumns(written),
      achieved: counted ? countsOf(counted) : null,
      sponsor_id: sponsor?.id ?? null,
      assignee_id: random.chance(0.8) ? by : null,
      ...{ state: begun.to, moved_at: begun.at, moved_by: by, created_at: begun.at },
      submitted_at: begun.to === 'submitted' ? begun.at : null,
    },
    holders: holders.map((one, at) => ({ dossier_id: id, organisation_id: one.id, lead: at === 0 })),
    moves: moves.map(({ to, at, reason }) => ({ id, state: to, at, by, reason })),
    waiver: file.waived
      ? { dossier_id: id, rule_key: 'ages', reason: WAIVED, account_id: by, at: path.at(-1)!.at }
      : null,
  }
}

/** Associations hold files of one scheme or of another. */
const OFFSETS: Record<string, number> = { isi: 0, jsi: 40, vvv_si: 58, preliminary_study: 66 }
const offsetOf = (template: string) => OFFSETS[template] ?? 0

const DECIDED = ['financed', 'advance_paid', 'done', 'report_received', 'settled']
const externalOf = (state: DossierState) =>
  DECIDED.includes(state) ? 'Retenu' : state === 'refused' ? 'Non retenu' : 'Déposé'

const inColumns = ({
  startsOn,
  endsOn,
  requestedCents,
  sponsorId: _,
  ...rest
}: ReturnType<typeof writtenColumns>) => ({
  ...rest,
  ...{ starts_on: startsOn, ends_on: endsOn, requested_cents: requestedCents },
})
