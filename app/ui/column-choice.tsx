import { Form, useSearchParams } from '@remix-run/react'
import { useTranslation } from 'react-i18next'

/** Which columns are shown: kept in the address, so a link to the list shows them too. */
export function ColumnChoice({
  columns,
  shown,
}: {
  columns: { key: string; label: string }[]
  shown: string[]
}) {
  const { t } = useTranslation('ui')
  const [query] = useSearchParams()
  const kept = [...query].filter(([name]) => name !== 'col')
  return (
    <details className="menu" key={shown.join()}>
      <summary className="btn sm">{t('table.columns')}</summary>
      <Form method="get" preventScrollReset>
        {kept.map(([name, value]) => (
          <input key={`${name}=${value}`} type="hidden" name={name} value={value} />
        ))}
        {/* None ticked is an answer too: the address then still says that one chose. */}
        <input type="hidden" name="col" value="" />
        {columns.map(({ key, label }) => (
          <label key={key} className="menu-line">
            <input type="checkbox" name="col" value={key} defaultChecked={shown.includes(key)} />
            {label}
          </label>
        ))}
        <button className="btn sm" type="submit">
          {t('table.show')}
        </button>
      </Form>
    </details>
  )
}
