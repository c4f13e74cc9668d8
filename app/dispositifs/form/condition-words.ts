import type { TFunction } from 'i18next'
import type { Condition, FormDefinition } from '#server/dispositifs/form/form.schema.ts'
import type { Said } from './filling.ts'

/** « À remplir si « Axe » est « Avec départ » »: for who sees every field at once, on paper or without script. */
export function conditionWords(
  condition: Condition,
  definition: FormDefinition,
  said: (words: Said) => string,
  t: TFunction,
): string {
  const on = definition.sections.flatMap(({ fields }) => fields).find(({ key }) => key === condition.field)
  const field = on ? said(on.label) : condition.field
  const choice = (value: unknown) => {
    if (value === true || value === 'true') return t('dispositifs:form.yes')
    if (value === false || value === 'false') return t('dispositifs:form.no')
    const known = on?.choices?.find((one) => one.value === value)
    return known ? said(known.label) : String(value)
  }
  if (condition.is === 'filled') return t('dispositifs:form.if.filled', { field })
  if (condition.is === 'at_least') {
    const value = on?.type === 'money' ? condition.value / 100 : condition.value
    return t('dispositifs:form.if.atLeast', { field, value })
  }
  const values = condition.is === 'equals' ? [condition.value] : condition.values
  const said_ = values.map((value) => t('dispositifs:form.quoted', { text: choice(value) }))
  return t('dispositifs:form.if.equals', { field, values: said_.join(t('dispositifs:form.or')) })
}
