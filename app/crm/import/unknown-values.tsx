import { useTranslation } from 'react-i18next'
import { type Column, DataTable } from '../../ui/data-table.tsx'

type Choice = { key: string; label: string }
type Value = {
  key: string
  value: string
  count: number
  suggested: Choice[]
  answer: string | null
  proposed: string | null
}
/** Nobody said yet: no answer is kept. */
export const UNDECIDED = '?'

type Asked = { field: string; label: string; more: number; all: Choice[]; unknown: Value[] }

/** Values that are of no list of ours, once each: what they mean, or nothing. What is all but written alike is proposed. */
export function UnknownValues({ field }: { field: Asked }) {
  const { t } = useTranslation('crm')
  const columns: Column<Value>[] = [
    { key: 'value', label: t('imports.value'), cell: (one) => <strong>{one.value}</strong> },
    {
      key: 'count',
      label: t('imports.times'),
      number: true,
      cell: (one) => t('imports.number', { value: one.count }),
    },
    {
      key: 'means',
      label: t('imports.meansLabel'),
      cell: (one) => (
        <select
          name={`valeur:${field.field}:${one.key}`}
          defaultValue={one.answer ?? one.proposed ?? UNDECIDED}
          aria-label={t('imports.meansOf', { value: one.value })}
        >
          {one.answer === null && one.proposed === null ? (
            <option value={UNDECIDED}>{t('imports.toChoose')}</option>
          ) : null}
          <option value="">{t('imports.leaveOut')}</option>
          {one.suggested.length > 0 ? (
            <optgroup label={t('imports.suggested')}>
              {one.suggested.map((choice) => (
                <option key={choice.key} value={choice.key}>
                  {choice.label}
                </option>
              ))}
            </optgroup>
          ) : null}
          {field.all.length > 0 ? (
            <optgroup label={t('imports.everyChoice')}>
              {field.all
                .filter(({ key }) => !one.suggested.some((choice) => choice.key === key))
                .map((choice) => (
                  <option key={choice.key} value={choice.key}>
                    {choice.label}
                  </option>
                ))}
            </optgroup>
          ) : null}
        </select>
      ),
    },
  ]
  return (
    <section className="stack">
      <h2>{field.label}</h2>
      <DataTable caption={field.label} columns={columns} rows={field.unknown} rowKey={(one) => one.key} />
      {field.more > 0 ? (
        <p className="small muted">{t('imports.moreValues', { count: field.more })}</p>
      ) : null}
    </section>
  )
}
