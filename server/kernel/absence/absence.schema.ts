import { z } from 'zod'
import { keptText } from '#packages/referentials/text.ts'

export const absenceInput = z.strictObject({
  accountId: z.uuid('choose_person'),
  colleagueId: z.uuid('choose_person'),
  startsOn: z.string().min(1, 'start_missing').pipe(z.iso.date('date_wrong')),
  backOn: z.string().min(1, 'return_missing').pipe(z.iso.date('date_wrong')),
  note: z.string().overwrite(keptText).trim().max(1000, 'too_long').default(''),
})
export type AbsenceInput = z.output<typeof absenceInput>
