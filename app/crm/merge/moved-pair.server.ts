import { type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { keptInstead } from '#server/crm/merge/kept-instead.server.ts'
import type { StaffContext } from '#server/kernel/context.ts'
import { DomainError } from '#server/kernel/errors.ts'
import { recordId } from '#server/kernel/record-id.ts'

/**
 * A pair of which one was merged since the page that leads here was read: made one of the two, the record kept,
 * which says so; merged into another, the pair with that one.
 */
export async function movedPair({ params }: LoaderFunctionArgs, ctx: StaffContext, error: unknown) {
  if (!(error instanceof DomainError) || error.status !== 404) throw error
  const ids = [recordId(params.id), recordId(params.other)]
  const [one, other] = [await keptInstead(ctx, ids[0]!), await keptInstead(ctx, ids[1]!)]
  if (!one && !other) throw error
  const [left, right] = [one ?? ids[0]!, other ?? ids[1]!]
  const desk = `/${ctx.network.slug}/bureau`
  return redirect(
    left === right ? `${desk}/structures/${left}?fait=deja_fusionnees` : `${desk}/doublons/${left}/${right}`,
  )
}
