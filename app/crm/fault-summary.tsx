import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { Faults } from './organisation-form.server.ts'

/** As the form goes down the page. */
const ORDER = [
  'name',
  'acronym',
  'aliases',
  'type',
  'siren',
  'siret',
  'rna',
  'address',
  'commune',
  'website',
  'description',
  'sectors',
  'countries',
  'sdgs',
] as const

/** After a refusal: how much is to mend, said first and read aloud; each fault stands again at its field. */
export function FaultSummary({ faults }: { faults: Faults }) {
  const { t } = useTranslation('crm')
  const box = useRef<HTMLDivElement>(null)
  const names = ORDER.filter((name) => faults[name])
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new refusal takes the focus, even for the same fields
  useEffect(() => box.current?.focus(), [faults])
  if (names.length === 0) return null
  return (
    <div className="notice bad" role="alert" tabIndex={-1} ref={box}>
      <p>
        <strong>{t('refused', { count: names.length })}</strong>
      </p>
      <p>{names.map((name) => t(`field.${name}`)).join(', ')}</p>
    </div>
  )
}
