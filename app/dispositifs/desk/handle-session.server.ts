import { assignDossiers } from '#server/dispositifs/dossier/assign-dossiers.server.ts'
import { moveReason } from '#server/dispositifs/dossier/dossier.schema.ts'
import { moveDossiers } from '#server/dispositifs/dossier/move-dossiers.server.ts'
import { isState } from '#server/dispositifs/lifecycle/lifecycle.ts'
import { publishSession, withdrawSession } from '#server/dispositifs/session/publish-session.server.ts'
import type { Context } from '#server/kernel/context.ts'
import { recordId } from '#server/kernel/record-id.ts'

/** A row of the inbox as it is ticked: which dossier, and where it stood when the page was read. */
export const rowOf = ({ id, state }: { id: string; state: string }) => `${id} ${state}`

/** What was done to several at once, and those that stayed. */
export type Batch = {
  kind: 'moved' | 'assigned' | 'nothing'
  count: number
  left: { id: string; code: string }[]
}

/** What the small forms of a session's page send. Null: nothing known was asked. */
export async function handleSession(
  ctx: Context,
  session: string,
  form: FormData,
): Promise<{ done: string } | { batch: Batch } | null> {
  const intent = form.get('intent')
  const version = Number(form.get('version'))
  if (intent === 'publier') {
    await publishSession(ctx, session, version)
    return { done: 'session-publiee' }
  }
  if (intent === 'retirer') {
    await withdrawSession(ctx, session, version)
    return { done: 'session-retiree' }
  }
  const ticked = form.getAll('dossier').flatMap((row) => {
    const [id = '', from] = String(row).split(' ')
    return isState(from) ? [{ id: recordId(id), from }] : []
  })
  const nothing: Batch = { kind: 'nothing', count: 0, left: [] }
  if (intent === 'avancer') {
    const to = form.get('vers')
    if (ticked.length === 0 || !isState(to)) return { batch: nothing }
    const reason = moveReason.parse(String(form.get('motif') ?? '').slice(0, 2000))
    const { moved, left } = await moveDossiers(ctx, ticked, to, reason)
    return { batch: { kind: 'moved', count: moved, left } }
  }
  if (intent === 'confier') {
    if (ticked.length === 0) return { batch: nothing }
    const who = String(form.get('suivi') ?? '')
    const count = await assignDossiers(
      ctx,
      ticked.map(({ id }) => id),
      who ? recordId(who) : null,
    )
    return { batch: { kind: 'assigned', count, left: [] } }
  }
  return null
}
