import { DomainError } from '#server/kernel/errors.ts'
import type { Faults, FormValues } from './organisation-form.server.ts'

/** What a button of the form asks that is not saving; null when it is to be saved. */
export function asked(form: FormData, values: FormValues): FormValues | null {
  const [intent, index] = String(form.get('intent') ?? '').split('-')
  const { formerNames } = values
  if (intent === 'autre_nom')
    return { ...values, formerNames: [...formerNames, { name: '', from: '', until: '' }] }
  if (intent === 'sans_nom')
    return { ...values, formerNames: formerNames.filter((_, at) => at !== Number(index)) }
  return null
}

/** What only the act can tell of a field; anything else is thrown on. */
export function faultsOf(error: unknown): Faults {
  if (error instanceof DomainError && error.code === 'crm.branch_of_itself')
    return { parent: { code: 'branch_of_itself' } }
  if (error instanceof DomainError && error.code === 'crm.no_such_parent')
    return { parent: { code: 'organisation_unknown' } }
  throw error
}
