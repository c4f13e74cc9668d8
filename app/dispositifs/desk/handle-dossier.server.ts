import { moveReason, waiverInput } from '#server/dispositifs/dossier/dossier.schema.ts'
import { moveDossier } from '#server/dispositifs/dossier/move-dossier.server.ts'
import { takeBackWaiver, waiveRule } from '#server/dispositifs/dossier/waive-rule.server.ts'
import { reasonMissing } from '#server/dispositifs/errors.ts'
import { reviewsAwaited } from '#server/dispositifs/instruction/reviews-awaited.server.ts'
import { isState, moveBetween } from '#server/dispositifs/lifecycle/lifecycle.ts'
import type { Context } from '#server/kernel/context.ts'
import { Doubtful } from '../doubt.ts'

/** What the small forms of a dossier's page send. Null: nothing known was asked. */
export async function handleDossier(ctx: Context, id: string, form: FormData): Promise<string | null> {
  const intent = form.get('intent')
  const reason = String(form.get('motif') ?? '')
  if (intent === 'avancer') {
    const [from, to] = [form.get('de'), form.get('vers')]
    if (!isState(from) || !isState(to)) return null
    const plain = !moveBetween(from, to)?.reason
    if (to === 'instructed' && plain) await askAgain(ctx, id, String(form.get('averti') ?? ''))
    const written = moveReason.safeParse(reason)
    await moveDossier(ctx, id, { from, to, reason: written.success ? written.data : reason.slice(0, 2000) })
    return 'dossier-avance'
  }
  const ruleKey = String(form.get('regle') ?? '')
  if (intent === 'ecarter') {
    const waiver = waiverInput.safeParse({ ruleKey, reason })
    if (!waiver.success) throw reasonMissing()
    await waiveRule(ctx, id, waiver.data)
    return 'regle-ecartee'
  }
  if (intent === 'reprendre') {
    await takeBackWaiver(ctx, id, ruleKey)
    return 'regle-reprise'
  }
  return null
}

/** Instructed while readers have not all handed in: it is meant, or it was the wrong button. */
async function askAgain(ctx: Context, id: string, warned: string) {
  const { done, of } = await reviewsAwaited(ctx, id)
  const seen = `${done}/${of}`
  if (done < of && warned !== seen) throw new Doubtful([{ kind: 'reviews', count: done, of }], seen)
}
