import { useTranslation } from 'react-i18next'
import type { FormDefinition } from '#server/dispositifs/form/form.schema.ts'
import { ErrorSummary } from '../../ui/error-summary.tsx'
import { useSaid } from './filling.ts'
import { nameOf } from './typed-form.ts'

/** After a refusal: what is awaited and what is wrong, in the order of the form; each stands again at its field. */
export function FaultSummary(props: {
  definition: FormDefinition
  faults: Readonly<Record<string, string>>
  refusal: unknown
}) {
  const { definition, faults, refusal } = props
  const { t } = useTranslation('dispositifs')
  const said = useSaid()
  const wrong = definition.sections.flatMap(({ fields }) => fields).filter(({ key }) => faults[key])
  return (
    <ErrorSummary
      title={t('form.refused', { count: wrong.length })}
      faults={wrong.map(({ key, label }) => ({
        name: nameOf(key),
        label: t('form.faultAt', { field: said(label), fault: t(`faults.${faults[key]}`) }),
      }))}
      refusal={refusal}
    />
  )
}
