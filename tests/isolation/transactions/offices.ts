import type pg from 'pg'
import { createOrganisation } from '#server/crm/organisation/create-organisation.server.ts'
import type { StaffContext } from '#server/kernel/context.ts'
import { everyNetwork } from '#server/kernel/networks.ts'
import { anOrganisation } from '#tests/support/organisations.ts'
import { aGrant, aPerson, noonOf } from '#tests/support/people.ts'

/** A network's staff at work, with records whose names say whose they are. */
export type Office = { ctx: StaffContext; ids: string[] }

export const isOf = ({ ctx }: Office, name: string) => name.endsWith(` chez ${ctx.network.slug}`)

/** One office a network, those still to be confirmed included: their rows are as private as the others'. */
export async function openOffices(superuser: pg.Client, records: number): Promise<Office[]> {
  const offices: Office[] = []
  for (const network of everyNetwork()) {
    const person = await aPerson(superuser, { [network.slug]: 'staff' })
    const ctx: StaffContext = {
      account: person,
      grants: [aGrant(network.id, 'staff')],
      network,
      locale: 'fr',
      clock: noonOf('2026-11-20'),
      requestId: network.slug,
      caller: { address: '127.0.0.1', userAgent: '' },
    }
    const ids: string[] = []
    for (let number = 1; number <= records; number++) {
      const name = `Puits ${number} chez ${network.slug}`
      ids.push((await createOrganisation(ctx, anOrganisation({ name }))).id)
    }
    offices.push({ ctx, ids })
  }
  return offices
}
