import type { Context } from '#server/kernel/context.ts'
import { DomainError } from '#server/kernel/errors.ts'
import { getOrganisation } from '../organisation/get-organisation.server.ts'
import { keptInstead } from './kept-instead.server.ts'

/** The record of this id or, merged since, the one that stands for it: its own id tells which. */
export async function getStandingOrganisation(ctx: Context, id: string) {
  try {
    return await getOrganisation(ctx, id)
  } catch (error) {
    const gone = error instanceof DomainError && error.status === 404
    const kept = gone ? await keptInstead(ctx, id) : null
    if (!kept) throw error
    return getOrganisation(ctx, kept)
  }
}
