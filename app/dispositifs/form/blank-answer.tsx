import { useTranslation } from 'react-i18next'
import { ORIGINS, SEXES } from '#server/dispositifs/head-count/head-count.schema.ts'
import { GROUPS } from './budget-rows.ts'
import { type FieldProps, useSaid } from './filling.ts'

/** Lines to write on, by the length of what is asked. */
const linesFor = ({ field }: FieldProps) =>
  field.type === 'long_text' ? Math.min(12, Math.max(4, Math.round((field.maxLength ?? 1500) / 250))) : 1

export function BlankAnswer({ field }: FieldProps) {
  const { t } = useTranslation('dispositifs')
  const said = useSaid()
  switch (field.type) {
    case 'yes_no':
      return <Squares labels={[t('form.yes'), t('form.no')]} />
    case 'choice':
    case 'choices':
      return <Squares labels={(field.choices ?? []).map(({ label }) => said(label))} />
    case 'period':
      return <p>{t('form.paper.period')}</p>
    case 'date':
      return <p>{t('form.paper.day')}</p>
    case 'head_count':
      return (
        <Grid
          columns={[...SEXES, 'total'].map((key) => t(`form.heads.${key}`))}
          rows={ORIGINS.map((key) => t(`form.heads.${key}`))}
        />
      )
    case 'partners':
      return (
        <Grid
          columns={['name', 'kind', 'place', 'country', 'role'].map((key) => t(`form.partner.${key}`))}
          rows={[1, 2, 3, 4].map((nth) => t('form.partner.nth', { nth }))}
        />
      )
    case 'budget':
      return (
        <div className="halved">
          {GROUPS.map(({ side, kind, path }) => (
            <Grid
              key={path}
              caption={t(`form.budget.${side}${kind ? 'InKind' : ''}.title`)}
              columns={[t('form.budget.label'), t('form.budget.cents')]}
              rows={Array.from({ length: kind ? 3 : 8 }, () => '')}
            />
          ))}
        </div>
      )
    case 'file':
      return <Squares labels={[t('form.paper.joined')]} />
    default:
      return Array.from({ length: linesFor({ field }) }, (_, line) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: empty lines, all alike
        <div key={line} className="paper-line" />
      ))
  }
}

function Squares({ labels }: { labels: string[] }) {
  return (
    <ul className="squares">
      {labels.map((label) => (
        <li key={label}>{label}</li>
      ))}
    </ul>
  )
}

function Grid(props: { caption?: string; columns: string[]; rows: string[] }) {
  const { caption, columns, rows } = props
  const named = rows.some(Boolean)
  return (
    <table className="plain-table paper-grid">
      {caption ? <caption>{caption}</caption> : null}
      <thead>
        <tr>
          {named ? <td /> : null}
          {columns.map((column) => (
            <th key={column} scope="col">
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: rows without a name are all alike
          <tr key={index}>
            {named ? <th scope="row">{row}</th> : null}
            {columns.map((column) => (
              <td key={column} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
