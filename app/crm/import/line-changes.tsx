import { useTranslation } from 'react-i18next'
import type { ShownLineChange } from './line-changes.server.ts'

/** What a line changes, a field a line: what was, then what will be; or what is added. */
export function LineChanges({ changes }: { changes: ShownLineChange[] | null }) {
  const { t } = useTranslation('crm')
  if (!changes) return <span className="muted">{t('imports.changesUnknown')}</span>
  return (
    <ul className="plain">
      {changes.map(({ field, from, to, added }) => (
        <li key={`${field} ${from} ${added}`}>
          {added
            ? t('imports.changeAdds', { field, added })
            : t('imports.changeTo', {
                field,
                from: from ?? t('imports.changeEmpty'),
                to: to ?? t('imports.changeEmpty'),
              })}
        </li>
      ))}
    </ul>
  )
}
