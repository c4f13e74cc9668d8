import { z } from 'zod'
import { typeLabel } from '#packages/referentials/kinds.ts'
import { findAddresses } from '#server/crm/lookup/find-addresses.server.ts'
import { findCompanies } from '#server/crm/lookup/find-companies.server.ts'
import { fill, type Proposal, type ProposedField } from '#server/crm/lookup/proposal.ts'
import type { LookupFailure } from '#server/crm/lookup/public-register.server.ts'
import type { Context } from '#server/kernel/context.ts'
import { type FormValues, placeTyped } from './organisation-form.server.ts'

const text = z.string().max(400).optional()
const picked = z.strictObject({
  instead: z.boolean().default(false),
  of: z.enum(['companies', 'addresses']),
  fields: z.strictObject({
    name: text,
    acronym: text,
    siren: text,
    siret: text,
    rna: text,
    type: text,
    address: text,
    commune: text,
    point: text,
  }),
})
export type Picked = z.input<typeof picked>

export type Lookup = {
  of: Picked['of']
  failure?: LookupFailure
  /** To choose from. */
  proposals?: Proposal[]
  /** What was chosen filled these, and left those. */
  filled?: ProposedField[]
  kept?: { field: ProposedField; proposed: string; value: string }[]
}
type Looked = { values: FormValues; lookup: Lookup }

/** What the buttons of the public registers ask; null when none was pressed. */
export async function lookedUp(ctx: Context, form: FormData, values: FormValues): Promise<Looked | null> {
  const proposition = form.get('proposition')
  if (proposition) return chosen(ctx, String(proposition), values)
  const intent = form.get('intent')
  if (intent === 'entreprises') {
    const q = values.siret || values.siren || values.rna || values.name
    const { found, failure } = await findCompanies(ctx, q.trim())
    return { values, lookup: { of: 'companies', proposals: found, failure } }
  }
  if (intent !== 'adresses') return null
  const { found, failure } = await findAddresses(ctx, `${values.address} ${values.commune}`)
  return { values, lookup: { of: 'addresses', proposals: found, failure } }
}

function chosen(ctx: Context, proposition: string, values: FormValues): Looked | null {
  const parsed = picked.safeParse(readJson(proposition))
  if (!parsed.success) return null
  const { of, fields, instead } = parsed.data
  const { kept, filled, values: next } = fill(values, fields, instead)
  const point = fields.point ? { pointOf: placeTyped(next.address, next.commune) } : {}
  const [kind = '', subkind = null] = fields.type?.split('/') ?? []
  return {
    values: { ...next, ...point },
    lookup: {
      of,
      filled,
      kept: kept.map((one) => ({
        ...one,
        value: one.proposed,
        proposed: one.field === 'type' ? typeLabel(kind, subkind, ctx.locale) : one.proposed,
      })),
    },
  }
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
