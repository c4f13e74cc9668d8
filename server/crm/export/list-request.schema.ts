import { z } from 'zod'
import { isColumn, isPersonal, LIST_SUBJECTS, USUAL_COLUMNS } from './columns.ts'

const said = (most: number) => z.string().trim().max(most, 'too_long').default('')

/** Messages are keys of crm.json, under `faults`. */
export const listRequestInput = z
  .strictObject({
    subject: z.enum(LIST_SUBJECTS).default('organisations'),
    requester: said(120),
    requesterOrganisation: said(200),
    requesterContact: said(200),
    purpose: z.string().trim().min(3, 'purpose').max(300, 'too_long'),
    criteria: z.string().max(4000).default(''),
    columns: z.array(z.string().max(80)).max(100).default([]),
    format: z.enum(['csv', 'xlsx']).default('csv'),
    personalReason: z
      .string()
      .trim()
      .max(300, 'too_long')
      .transform((value) => value || null)
      .nullable()
      .default(null),
  })
  .transform((values) => ({
    ...values,
    columns: values.columns.length > 0 ? [...new Set(values.columns)] : USUAL_COLUMNS[values.subject],
  }))
  .superRefine((values, ctx) => {
    const fault = (path: string, message: string) => ctx.addIssue({ code: 'custom', path: [path], message })
    if (!values.columns.every((key) => isColumn(values.subject, key))) fault('columns', 'unknown_choice')
    if (isPersonal(values.subject, values.columns) && (values.personalReason?.length ?? 0) < 3)
      fault('personalReason', 'personal_reason')
  })

export type ListRequestInput = z.output<typeof listRequestInput>
