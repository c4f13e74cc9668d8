import { useTranslation } from 'react-i18next'
import { ErrorSummary } from '../ui/error-summary.tsx'
import type { Faults } from './organisation-form.server.ts'

/** As the form goes down the page. */
const ORDER = [
  'name',
  'acronym',
  'type',
  'siren',
  'siret',
  'rna',
  'aliases',
  'formerNames',
  'parent',
  'seatCountry',
  'address',
  'commune',
  'city',
  'email',
  'phone',
  'website',
  'description',
  'sectors',
  'countries',
  'sdgs',
] as const

/** After a refusal: each fault stands again at its field. */
export function FaultSummary({ faults }: { faults: Faults }) {
  const { t } = useTranslation('crm')
  const names = ORDER.filter((name) => faults[name])
  return (
    <ErrorSummary
      title={t('refused', { count: names.length })}
      faults={names.map((name) => ({ name, label: t(`field.${name}`) }))}
      refusal={faults}
    />
  )
}
