import { useTranslation } from 'react-i18next'

/** Why two records may be one; what speaks against it stands apart in words, not by its colour alone. */
export function Reasons({ reasons }: { reasons: string[] }) {
  const { t } = useTranslation('crm')
  if (reasons.length === 0) return null
  return (
    <ul className="chips" aria-label={t('duplicate.reasons')}>
      {reasons.map((reason) => (
        <li
          key={reason}
          className={reason.startsWith('other_') && reason !== 'other_name' ? 'tag wait' : 'tag'}
        >
          {t(`duplicate.reason.${reason}`)}
        </li>
      ))}
    </ul>
  )
}
