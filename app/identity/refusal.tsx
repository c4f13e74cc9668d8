import { useTranslation } from 'react-i18next'
import type { Refused } from './refusal.server.ts'

/** Why a form was refused as a whole. */
export function Refusal({ of }: { of: Refused | undefined }) {
  const { t } = useTranslation('identity')
  if (!of?.refusal) return null
  return (
    <p className="notice bad" role="alert">
      {t(`refusal.${of.refusal.code}`, of.refusal.details as { minutes?: number })}
    </p>
  )
}

export function useFault(of: Refused | undefined) {
  const { t } = useTranslation('identity')
  return (field: string) => (of?.fields[field] ? t(`faults.${of.fields[field]}`) : undefined)
}
