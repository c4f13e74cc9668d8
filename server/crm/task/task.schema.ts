import { z } from 'zod'
import { keptText } from '#packages/referentials/text.ts'

export const LONGEST_TASK = 200

const nothing = (value: unknown) => (value === '' || value === undefined ? null : value)

/** Messages are keys of crm.json, under `faults`. */
export const taskInput = z.strictObject({
  title: z.string().overwrite(keptText).trim().min(1, 'task_empty').max(LONGEST_TASK, 'too_long'),
  dueOn: z.preprocess(nothing, z.iso.date('date').nullable()),
  assigneeId: z.preprocess(nothing, z.uuid('unknown_choice').nullable()),
})
export type TaskInput = z.output<typeof taskInput>
