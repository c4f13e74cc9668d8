import { Link } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { type Column, DataTable } from '../../ui/data-table.tsx'

type Line = {
  line: number
  name: string
  organisationId: string | null
  reasons: string[]
  likely: { id: string; name: string; city: string | null }[]
}

/** Lines of the file by their number, with why, or what each may be. */
export function LineTable(props: { lines: Line[]; verdict: string; chooses: boolean; desk: string }) {
  const { lines, verdict, chooses, desk } = props
  const { t } = useTranslation('crm')
  const columns: Column<Line>[] = [
    { key: 'line', label: t('imports.line'), cell: (one) => one.line },
    {
      key: 'name',
      label: t('field.name'),
      cell: (one) =>
        one.organisationId ? (
          <Link to={`${desk}/structures/${one.organisationId}`}>{one.name || t('imports.nameless')}</Link>
        ) : (
          one.name || t('imports.nameless')
        ),
    },
    verdict === 'like'
      ? {
          key: 'likely',
          label: t('imports.mayBe'),
          cell: (one) => (chooses ? <Choice line={one} /> : <Likely line={one} desk={desk} />),
        }
      : {
          key: 'reasons',
          label: t(verdict === 'refused' ? 'imports.why' : 'imports.leftAside'),
          cell: (one) => (
            <ul className="plain">
              {one.reasons.map((reason) => (
                <li key={reason}>{reason}</li>
              ))}
            </ul>
          ),
        },
  ]
  return (
    <DataTable
      caption={t(`imports.verdict.${verdict}`)}
      columns={columns}
      rows={lines}
      rowKey={(one) => String(one.line)}
    />
  )
}

const told = ({ name, city }: { name: string; city: string | null }) =>
  [name, city].filter(Boolean).join(', ')

function Choice({ line }: { line: Line }) {
  const { t } = useTranslation('crm')
  return (
    <select
      name={`ligne:${line.line}`}
      defaultValue=""
      aria-label={t('imports.isOf', { line: line.line, name: line.name })}
    >
      <option value="">{t('imports.undecided')}</option>
      <option value="new">{t('imports.isNew')}</option>
      <option value="skip">{t('imports.isOut')}</option>
      <optgroup label={t('imports.isThis')}>
        {line.likely.map((one) => (
          <option key={one.id} value={one.id}>
            {told(one)}
          </option>
        ))}
      </optgroup>
    </select>
  )
}

function Likely({ line, desk }: { line: Line; desk: string }) {
  return (
    <ul className="plain">
      {line.likely.map((one) => (
        <li key={one.id}>
          <Link to={`${desk}/structures/${one.id}`}>{told(one)}</Link>
        </li>
      ))}
    </ul>
  )
}
