import { moments } from '#packages/referentials/dates.ts'
import { OUTCOMES, type Outcome } from '#server/crm/batch/batch.ts'
import type { BatchLine } from '#server/crm/batch/find-batches.server.ts'
import type { StaffContext } from '#server/kernel/context.ts'
import { i18nFor } from '../../i18n.server.ts'

/** Left as they are by an undoing, each for its reason. */
export const LEFT: Outcome[] = ['touched', 'attached', 'absent']

/** A batch in sentences: what was done, to how many, by whom; and what its undoing left. */
export function batchView(batch: BatchLine, { network, locale }: StaffContext) {
  const { t } = i18nFor(locale)
  const date = moments(locale, network.timeZone)
  const { what } = batch.summary
  const outcomes = OUTCOMES.flatMap((outcome) =>
    batch.outcomes[outcome] ? [{ outcome, count: batch.outcomes[outcome] }] : [],
  )
  return {
    id: batch.id,
    kind: t(`crm:batch.kind.${batch.kind}`, { defaultValue: batch.kind }),
    what: typeof what === 'string' ? what : null,
    importId: batch.importId,
    records: batch.records,
    by: batch.by ?? t('kernel:someone'),
    on: date.format(new Date(batch.at)),
    undoneOn: batch.undoneAt && date.format(new Date(batch.undoneAt)),
    undoneBy: batch.undoneBy ?? t('kernel:someone'),
    outcomes,
    left: outcomes.reduce((sum, { outcome, count }) => sum + (LEFT.includes(outcome) ? count : 0), 0),
  }
}

export type ShownBatch = ReturnType<typeof batchView>
