import { sql } from 'drizzle-orm'
import { connect, disconnect, inNetwork } from '#db/client.ts'
import { median } from './load.ts'
import { report } from './prepare.ts'

const POOL = 10
const REQUESTS = 1500

/** Three private reads a page: in a transaction each, side by side, or one after the other in one transaction. */
export async function measureTransactions(url: string, networkId: number) {
  connect({ url, size: POOL })
  const ctx = { network: { id: networkId } }
  const read = () =>
    inNetwork(ctx, (tx) =>
      tx.execute(sql`select id, name from organisation where network_id = ${networkId}
        order by name collate "fr-x-icu", id limit 30`),
    )
  const each = () => Promise.all([read(), read(), read()])
  const shared = () =>
    inNetwork(ctx, async () => {
      for (let count = 0; count < 3; count++) await read()
    })
  for (const people of [8, 32]) {
    const rates = { each: [] as number[], shared: [] as number[] }
    for (let round = 0; round < 3; round++) {
      rates.each.push(await rate(each, people))
      rates.shared.push(await rate(shared, people))
    }
    const [product, floor] = [median(rates.shared), median(rates.each)]
    const ratio = Math.round((product / floor) * 100) / 100
    report(`three reads in one transaction, ${people} people, pool of ${POOL}`, product, 'pages/s', {
      floor,
      ratio,
    })
  }
  await disconnect()
}

async function rate(page: () => Promise<unknown>, people: number): Promise<number> {
  let left = REQUESTS
  const began = process.hrtime.bigint()
  const person = async () => {
    while (left-- > 0) await page()
  }
  await Promise.all(Array.from({ length: people }, person))
  return REQUESTS / (Number(process.hrtime.bigint() - began) / 1e9)
}
