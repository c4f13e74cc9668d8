import { inNetwork } from '#db/client.ts'
import { countryName } from '#packages/referentials/countries.ts'
import { departmentName } from '#packages/referentials/departments.ts'
import type { StaffContext } from '#server/kernel/context.ts'
import type { Progress } from '#server/kernel/work/work.ts'
import { amount, fieldCells, fieldColumns, fieldsOf, type Telling } from './answer-text.ts'
import { columnsOfReviews } from './columns-of-reviews.server.ts'
import { type ExportedDossier, type ExportedSession, exportedDossiers } from './exported-dossiers.server.ts'

/** Read together; no transaction is held between two. */
const BATCH = 100

const FIXED = [
  ...(['number', 'external_number', 'external_status', 'state', 'since', 'holders', 'identifiers'] as const),
  ...(['department', 'sponsor', 'title', 'countries', 'starts_on', 'ends_on', 'requested'] as const),
  ...(['submitted_at', 'assignee', 'moves'] as const),
] as const

function fixedCells(
  one: ExportedDossier,
  { locale, states }: Telling,
): Record<(typeof FIXED)[number], string> {
  const moves = one.moves.map(({ to, on, by, reason }) =>
    [`${on} ${states[to]}`, by, reason].filter(Boolean).join(', '),
  )
  return {
    ...{ number: String(one.number), external_number: one.externalNumber ?? '' },
    ...{ external_status: one.externalStatus, state: states[one.state], since: one.movedOn },
    holders: one.holders.map(({ name }) => name).join(' | '),
    identifiers: one.holders.map(({ siret, siren, rna }) => siret ?? siren ?? rna ?? '').join(' | '),
    department: one.department ? departmentName(one.department) : '',
    ...{ sponsor: one.sponsor ?? '', title: one.title },
    countries: one.countries.map((code) => countryName(code, locale)).join(', '),
    ...{ starts_on: one.startsOn ?? '', ends_on: one.endsOn ?? '' },
    ...{ requested: amount(one.requestedCents ?? '', locale), submitted_at: one.submittedAt ?? '' },
    ...{ assignee: one.assignee ?? '', moves: moves.join(' | ') },
  }
}

/** A session as rows, written as it is read: it is never wholly in memory. */
export async function* sessionTable(
  ctx: StaffContext,
  session: ExportedSession,
  telling: Telling,
  progress: Progress,
): AsyncGenerator<string[]> {
  const fields = fieldsOf([...session.forms.values()])
  const reviews = await inNetwork(ctx, (tx) => columnsOfReviews(tx, ctx, session, telling.locale))
  yield [
    ...FIXED.map((key) => telling.words[key]),
    ...fields.flatMap((field) => fieldColumns(field, telling)),
    ...reviews.flatMap(({ headings }) => headings),
  ]
  let after = 0
  let done = 0
  for (;;) {
    const { dossiers, said } = await inNetwork(ctx, async (tx) => {
      const dossiers = await exportedDossiers(tx, ctx, session.id, { after, most: BATCH })
      const ids = dossiers.map(({ id }) => id)
      const said = await Promise.all(reviews.map(({ cellsOf }) => cellsOf(tx, ids)))
      return { dossiers, said }
    })
    for (const one of dossiers) {
      const fixed = fixedCells(one, telling)
      yield [
        ...FIXED.map((key) => fixed[key]),
        ...fields.flatMap((field) => fieldCells(field, one.answers[field.key], telling)),
        ...reviews.flatMap(({ headings }, at) => {
          const cells = said[at]!.get(one.id) ?? []
          return headings.map((_, index) => cells[index] ?? '')
        }),
      ]
    }
    done += dossiers.length
    await progress(done, session.dossiers)
    if (dossiers.length < BATCH) return
    after = dossiers.at(-1)!.number
  }
}
