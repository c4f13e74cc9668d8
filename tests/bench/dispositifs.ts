import pg from 'pg'
import { connect, disconnect } from '#db/client.ts'
import { dossierSearch } from '#server/dispositifs/dossier/find-dossiers.schema.ts'
import { findDossiers } from '#server/dispositifs/dossier/find-dossiers.server.ts'
import { distribution } from '#server/dispositifs/instruction/distribute-session.server.ts'
import { readBoard } from '#server/dispositifs/sitting/board.server.ts'
import type { StaffContext } from '#server/kernel/context.ts'
import { measureExports } from './exports.ts'
import { FILES, forget, INSTRUCTORS, instructAll, seed } from './national-call.ts'
import { report } from './prepare.ts'
import { inTurn, replay } from './private.ts'
import { record } from './record.ts'

const MOST_MS = 150

/** The inbox and the board of a jury at the size of a national call, and all its files given out in one work. */
export async function measureDispositifs(
  urls: { app: string },
  superuser: pg.Client,
  of: StaffContext,
  rounds: number,
) {
  const ctx = await knownAccount(superuser, of)
  const seeded = await seed(superuser, ctx.network.id)
  if (!seeded) return
  const { session, sitting } = seeded
  connect({ url: urls.app, size: 1 })
  const began = performance.now()
  const { counts } = await distribution.run(ctx, { sessionId: session }, async () => {})
  report('dispositifs distribution', (performance.now() - began) / 1000, 's', {
    ...{ files: FILES, instructors: INSTRUCTORS, given: counts?.rows },
  })
  await disconnect()
  await instructAll(superuser, ctx.network.id, session, sitting)
  const bare = new pg.Client(urls.app)
  await bare.connect()
  await bare.query(`select set_config('app.network_id', '${ctx.network.id}', false)`)
  const scenarios = {
    'dispositifs inbox': () => findDossiers(ctx, session, dossierSearch.parse({})),
    'jury board': () => readBoard(ctx, sitting),
  }
  for (const [name, act] of Object.entries(scenarios)) {
    const statements = await record(urls.app, act)
    connect({ url: urls.app, size: 1 })
    const measured = await inTurn(act, () => replay(bare, statements), rounds)
    await disconnect()
    report(name, measured.p95, 'ms', { most: MOST_MS, ...measured, trips: statements.length })
  }
  await bare.end()
  connect({ url: urls.app, size: 2 })
  await measureExports(ctx, session, FILES)
  await disconnect()
  await forget(superuser, ctx.network.id, session, sitting)
}

/** What is given out says by whom: somebody that the database knows. */
async function knownAccount(superuser: pg.Client, ctx: StaffContext): Promise<StaffContext> {
  const { rows } = await superuser.query<{ id: string }>(
    'select account_id as id from account_grant where network_id = $1 limit 1',
    [ctx.network.id],
  )
  return rows[0] ? { ...ctx, account: { ...ctx.account, id: rows[0].id } } : ctx
}
