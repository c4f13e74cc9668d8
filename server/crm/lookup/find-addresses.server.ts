import { z } from 'zod'
import { communeByInsee } from '#packages/referentials/communes.server.ts'
import type { Context } from '#server/kernel/context.ts'
import { demand } from '#server/kernel/permissions.ts'
import { communeLabel } from '../organisation/find-commune.server.ts'
import { crm } from '../permissions.ts'
import type { Proposal } from './proposal.ts'
import { askService, type LookupAnswer } from './public-register.server.ts'

const MOST_PROPOSED = '6'
const feature = z.object({
  geometry: z.object({ coordinates: z.tuple([z.number(), z.number()]) }),
  properties: z.object({
    label: z.string().max(300),
    name: z.string().max(200),
    type: z.string(),
    citycode: z.string(),
    postcode: z.string().nullish(),
  }),
})
type Feature = z.output<typeof feature>
const collection = z.object({ features: z.array(z.unknown()).max(100) })

/** Addresses of the national geocoding service that answer what is typed, with their points. */
export async function findAddresses(ctx: Context, q: string): Promise<LookupAnswer<Proposal>> {
  demand(ctx, crm['organisation:write'])
  const asked = q.trim().replace(/\s+/g, ' ').slice(0, 200)
  if (asked.length < 3) return { found: [] }
  const told = await askService('addresses', 'search', { q: asked, limit: MOST_PROPOSED, index: 'address' })
  if ('failure' in told) return told
  const read = collection.safeParse(told.body)
  if (!read.success) return { failure: 'unreadable' }
  return {
    found: read.data.features.flatMap((one) => {
      const parsed = feature.safeParse(one)
      return parsed.success ? proposalOf(parsed.data) : []
    }),
  }
}

function proposalOf({ geometry, properties }: Feature): Proposal[] {
  const { label, name, type, citycode, postcode } = properties
  const commune = communeByInsee(citycode)
  if (!commune) return []
  const [lon, lat] = geometry.coordinates
  const isPlace = type !== 'municipality'
  return [
    {
      title: label,
      about: '',
      fields: {
        address: isPlace ? name : '',
        commune: communeLabel(commune, postcode ?? null),
        point: isPlace ? `${lat},${lon}` : '',
      },
    },
  ]
}
