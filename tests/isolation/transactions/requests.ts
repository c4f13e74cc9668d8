import { sql } from 'drizzle-orm'
import { inNetwork } from '#db/client.ts'
import { findOrganisations } from '#server/crm/organisation/find-organisations.server.ts'
import { getOrganisation } from '#server/crm/organisation/get-organisation.server.ts'
import { updateOrganisation } from '#server/crm/organisation/update-organisation.server.ts'
import { DomainError } from '#server/kernel/errors.ts'
import { countFigures } from '#server/observatory/figure/count-figures.server.ts'
import { anOrganisation } from '#tests/support/organisations.ts'
import { isOf, type Office } from './offices.ts'
import { projectsSeen } from './projects.ts'

/** One request of an office; throws when anything it saw is not its own. `stranger` is another office. */
export type Request = (office: Office, stranger: Office, turn: number) => Promise<void>

class ForeignRowSeen extends Error {}
class Aborted extends Error {}

const one = ({ ids }: Office, turn: number) => ids[turn % ids.length]!

function onlyOwn(office: Office, names: string[], atLeast = 1) {
  const foreign = names.filter((name) => !isOf(office, name))
  if (foreign.length || names.length < atLeast)
    throw new ForeignRowSeen(`${office.ctx.network.slug} saw ${foreign.join() || 'nothing'}`)
}

/** What ends as it must. */
export const REQUESTS: Record<string, Request> = {
  list: async (office) => {
    const { items, total } = await findOrganisations(office.ctx, { q: '', kind: [], page: 1 })
    onlyOwn(
      office,
      items.map(({ name }) => name),
      total,
    )
  },
  search: async (office) => {
    const { items, total } = await findOrganisations(office.ctx, { q: 'puits', kind: [], page: 1 })
    onlyOwn(
      office,
      items.map(({ name }) => name),
      total,
    )
  },
  read: async (office, _, turn) =>
    onlyOwn(office, [(await getOrganisation(office.ctx, one(office, turn))).name]),
  update: async (office, _, turn) => {
    const id = one(office, turn)
    const { name, version } = await getOrganisation(office.ctx, id)
    onlyOwn(office, [name])
    const input = anOrganisation({ name, description: `Tour ${turn}` })
    // Two turns on one record: the later is told, which is as it must.
    await updateOrganisation(office.ctx, id, version, input).catch(foreseen('crm.changed_meanwhile'))
  },
  count: async (office) => {
    const { organisations } = await countFigures(office.ctx, '2026-12-31', ['organisations'])
    if (organisations !== office.ids.length) throw new ForeignRowSeen(`${organisations} counted`)
  },
  'read of a stranger': async (office, stranger, turn) => {
    await getOrganisation(office.ctx, one(stranger, turn)).then(() => {
      throw new ForeignRowSeen(stranger.ctx.network.slug)
    }, foreseen('kernel.not_found'))
  },
}

function foreseen(code: string) {
  return (error: unknown) => {
    if (!(error instanceof DomainError) || error.code !== code) throw error
  }
}

/** What is cut short inside its transaction, after it wrote and saw. */
export const ABORTED: Record<string, Request> = {
  'by an exception': (office, _, turn) => aborting(office, turn, async () => {}),
  'after a failed statement': (office, _, turn) =>
    aborting(office, turn, async (tx) => void (await tx.execute(sql`select 1 / 0`).catch(() => {}))),
  'inside nested savepoints': (office, stranger, turn) =>
    aborting(office, turn, async (tx) => {
      await tx.execute(sql`savepoint one`)
      await tx.execute(sql`savepoint two`)
      await tx.execute(sql`select set_config('app.network_id', ${String(stranger.ctx.network.id)}, true)`)
      await tx.execute(sql`select 1 / 0`).catch(() => {})
      await tx.execute(sql`rollback to savepoint two`)
      if ((await projectsSeen(tx)).some((id) => id !== office.ctx.network.id)) throw new ForeignRowSeen()
    }),
  'inside a savepoint released in another network': (office, stranger, turn) =>
    aborting(office, turn, async (tx) => {
      await tx.execute(sql`savepoint one`)
      await tx.execute(sql`select set_config('app.network_id', ${String(stranger.ctx.network.id)}, true)`)
      await tx.execute(sql`release savepoint one`)
    }),
  'by the loss of its connection': (office, _, turn) =>
    aborting(
      office,
      turn,
      async (tx) =>
        void (await tx.execute(sql`select pg_terminate_backend(pg_backend_pid())`).catch(() => {})),
    ),
}

type Tx = Parameters<Parameters<typeof inNetwork>[1]>[0]

async function aborting(office: Office, turn: number, work: (tx: Tx) => Promise<void>) {
  const { ctx } = office
  const whole = inNetwork(ctx, async (tx) => {
    await tx.execute(sql`update organisation set description = 'Perdu' where id = ${one(office, turn)}`)
    await work(tx)
    throw new Aborted()
  })
  await whole.catch((error) => {
    if (!(error instanceof Aborted)) throw error
  })
}
