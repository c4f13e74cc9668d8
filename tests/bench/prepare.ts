import { join } from 'node:path'
import pg from 'pg'
import { loadDemo } from '#db/demo/load.ts'
import { openEmbedded } from '#db/open.ts'
import { bringUpToDate, DEMO_PASSWORD } from '#server/database.ts'
import { hashPassword } from '#server/identity/public.ts'
import { systemClock, today } from '#server/kernel/clock.ts'
import { readSettings } from '#server/kernel/settings.ts'
import { loadNetworks } from '#tenants/load.ts'

export type Scale = { networks: number; organisations: number; big: { slug: string; organisations: number } }

/** A cluster of this scale, filled once and kept between runs beside the product's own data. */
export async function prepare(scale: Scale) {
  const name = `bench-${scale.networks}x${scale.organisations}+${scale.big.organisations}`
  const opened = await openEmbedded(join(readSettings().dataDir, name))
  const owner = new pg.Client(opened.urls.owner)
  const app = new pg.Client(opened.urls.app)
  await Promise.all([owner.connect(), app.connect()])
  await bringUpToDate(owner, opened.urls.owner, loadNetworks())
  const began = Date.now()
  const passwordHash = await hashPassword(DEMO_PASSWORD)
  const loaded = await loadDemo(
    { owner, app },
    { ...scale, today: today(systemClock, 'Europe/Paris'), passwordHash },
  )
  await Promise.all([owner.end(), app.end()])
  return { ...opened, loadSeconds: (Date.now() - began) / 1000, listed: loaded.listed }
}

/** One JSON object a line; `ratio` is the product over the floor (1 = no cost). */
export function report(bench: string, value: number, unit: string, extra: Record<string, unknown> = {}) {
  console.log(JSON.stringify({ bench, value: Math.round(value * 1000) / 1000, unit, ...extra }))
}
