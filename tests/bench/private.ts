import pg from 'pg'
import { connect, disconnect } from '#db/client.ts'
import { systemClock } from '#server/kernel/clock.ts'
import type { StaffContext } from '#server/kernel/context.ts'
import { everyNetwork } from '#server/kernel/networks.ts'
import { buffersOf } from './buffers.ts'
import { percentile } from './load.ts'
import { report } from './prepare.ts'
import { type Known, type PrivateScenario, privateScenarios } from './private-scenarios.ts'
import { type Recorded, record } from './record.ts'

const MOST_MS = 50

/** A member of staff of this network who may do everything, as an act sees them. */
export function staffOf(slug: string): StaffContext {
  const network = everyNetwork().find((one) => one.slug === slug)!
  const grant = { networkId: network.id, missions: [], programmeId: null }
  return {
    account: { id: '00000000-0000-7000-8000-000000000001', email: 'bench@maillage.example', name: 'Bench' },
    grants: [
      { id: 'staff', role: 'staff', profile: 'direction', ...grant },
      { id: 'admin', role: 'admin', profile: null, ...grant },
    ],
    network,
    locale: 'fr',
    clock: systemClock,
    requestId: 'bench',
    caller: { address: 'unknown', userAgent: '' },
  }
}

/** A record with all there is to find it by, the first in the order of ids. */
export async function knownRecord(superuser: pg.Client, networkId: number): Promise<Known> {
  const { rows } = await superuser.query<Known>(
    `select o.id, o.name, o.acronym, o.siren, p.email, p.given_name || ' ' || p.family_name as person
     from organisation o join person_position q on q.network_id = o.network_id and q.organisation_id = o.id
     join person p on p.network_id = q.network_id and p.id = q.person_id
     where o.network_id = $1 and o.acronym is not null and o.siren is not null and p.email is not null
     order by o.id, p.id limit 1`,
    [networkId],
  )
  return rows[0]!
}

/** What a network's own staff ask, as acts, in turn with the bare driver asking the same of the same transaction. */
export async function measurePrivate(
  urls: { app: string },
  superuser: pg.Client,
  slug: string,
  rounds: number,
) {
  const ctx = staffOf(slug)
  const known = await knownRecord(superuser, ctx.network.id)
  await superuser.query(`select set_config('app.network_id', '${ctx.network.id}', false)`)
  const bare = new pg.Client(urls.app)
  await bare.connect()
  await bare.query(`select set_config('app.network_id', '${ctx.network.id}', false)`)
  for (const scenario of privateScenarios(known)) {
    const statements = await record(urls.app, () => scenario.act(ctx))
    const pages = await buffersOf(superuser, statements)
    connect({ url: urls.app, size: 1 })
    const measured = await inTurn(
      () => scenario.act(ctx),
      () => replay(bare, statements),
      rounds,
    )
    await disconnect()
    const bytes = JSON.stringify(await withConnection(urls.app, scenario, ctx)).length
    const trips = statements.length
    report(`private ${scenario.name}`, measured.p95, 'ms', {
      most: MOST_MS,
      ...measured,
      trips,
      pages,
      bytes,
    })
  }
  await bare.end()
}

async function withConnection(url: string, { act }: PrivateScenario, ctx: StaffContext) {
  connect({ url, size: 1 })
  const answer = await act(ctx)
  await disconnect()
  return answer
}

export async function replay(client: pg.Client, statements: Recorded[]) {
  for (const { text, values } of statements) await client.query(text, values)
}

/** One after the other, so that a drift of the machine weighs on both alike. */
export async function inTurn(ours: () => Promise<unknown>, bare: () => Promise<unknown>, rounds: number) {
  const times = { ours: [] as number[], floor: [] as number[] }
  for (let round = -2; round < rounds; round++) {
    const [a, b] = [await timed(ours), await timed(bare)]
    if (round < 0) continue
    times.ours.push(a)
    times.floor.push(b)
  }
  const tenths = (value: number) => Math.round(value * 10) / 10
  const [p50, p95] = [0.5, 0.95].map((share) => tenths(percentile(times.ours, share)))
  const floor = tenths(percentile(times.floor, 0.5))
  return { p50: p50!, p95: p95!, floor, ratio: Math.round((p50! / floor) * 100) / 100 }
}

async function timed(act: () => Promise<unknown>) {
  const began = performance.now()
  await act()
  return performance.now() - began
}
