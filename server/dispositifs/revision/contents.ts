import type { z } from 'zod'
import { type FormDefinition, formDefinition, looseForm } from '../form/form.schema.ts'
import { type Grid, grid } from '../grid/grid.schema.ts'
import { type Rule, rules } from '../rule/rule.schema.ts'
import type { RevisionKind } from './current-revision.server.ts'

export const REVISION_KINDS = ['form', 'rules', 'grid'] as const satisfies RevisionKind[]

export interface Contents {
  form: FormDefinition
  rules: Rule[]
  grid: Grid
}

type Schemas = { [Kind in RevisionKind]: z.ZodType<Contents[Kind]> }

/** What may be published. */
export const WHOLE: Schemas = { form: formDefinition, rules, grid }

/** What a draft may hold meanwhile: each piece of a form is sound, and the whole is still being written. */
export const DRAFT: Schemas = { form: looseForm, rules, grid }
