import type { Context } from '#server/kernel/context.ts'
import { DomainError } from '#server/kernel/errors.ts'
import { demand } from '#server/kernel/permissions.ts'
import type { DossierState } from '../lifecycle/lifecycle.ts'
import { dispositifs } from '../permissions.ts'
import { moveDossier } from './move-dossier.server.ts'

/** One that stayed where it was, and why, by the code of the refusal. */
export type Left = { id: string; code: string }

/** Each from where the person saw it: those that cannot go stay, the others have gone, and both are told. */
export async function moveDossiers(
  ctx: Context,
  seen: { id: string; from: DossierState }[],
  to: DossierState,
  reason: string,
): Promise<{ moved: number; left: Left[] }> {
  demand(ctx, dispositifs['dossier:move'])
  const left: Left[] = []
  for (const { id, from } of seen) {
    try {
      await moveDossier(ctx, id, { from, to, reason })
    } catch (error) {
      if (!(error instanceof DomainError)) throw error
      // One that is no longer there is told as one of another network would be.
      const [capability, code] = error.code.split('.')
      left.push({ id, code: capability === 'dispositifs' && code ? code : 'not_of_network' })
    }
  }
  return { moved: seen.length - left.length, left }
}
