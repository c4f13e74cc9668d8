import { Link } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { type Column, DataTable } from '../../ui/data-table.tsx'
import type { ShownLineChange } from './line-changes.server.ts'
import { LineChanges } from './line-changes.tsx'

type Line = {
  line: number
  name: string
  organisationId: string | null
  /** What the network calls the record, when the file says otherwise. */
  recordName: string
  published: boolean
  otherName: boolean
  changes: ShownLineChange[] | null
  reasons: string[]
  /** Where it is and its address, of a line that is a question. */
  says: string[]
  likely: { id: string; name: string; city: string | null }[]
}

/** Lines of the file by their number, with why, or what each may be. */
export function LineTable(props: {
  lines: Line[]
  verdict: string
  chooses: boolean
  takesNames: boolean
  desk: string
}) {
  const { lines, verdict, chooses, takesNames, desk } = props
  const { t } = useTranslation('crm')
  const columns: Column<Line>[] = [
    { key: 'line', label: t('imports.line'), cell: (one) => one.line },
    {
      key: 'name',
      label: t('field.name'),
      cell: (one) => (
        <>
          {one.organisationId ? (
            <Link to={`${desk}/structures/${one.organisationId}`}>{one.name || t('imports.nameless')}</Link>
          ) : (
            one.name || t('imports.nameless')
          )}
          {one.says.map((said) => (
            <div key={said} className="small muted">
              {said}
            </div>
          ))}
          {one.otherName ? <OtherName line={one} taken={takesNames} /> : null}
        </>
      ),
    },
    ...(verdict === 'update' || verdict === 'renamed'
      ? [{ key: 'changes', label: t('imports.changes'), cell: changesOf }]
      : []),
    verdict === 'like'
      ? {
          key: 'likely',
          label: t('imports.mayBe'),
          cell: (one) => (chooses ? <Choice line={one} desk={desk} /> : <Likely line={one} desk={desk} />),
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

const changesOf = (one: Line) => <LineChanges changes={one.changes} />

function OtherName({ line, taken }: { line: Line; taken: boolean }) {
  const { t } = useTranslation('crm')
  return (
    <div className="small">
      <span className={taken ? 'tag bad' : 'tag'}>{t(taken ? 'imports.renames' : 'imports.otherName')}</span>{' '}
      {line.published ? <span className="tag">{t('imports.published')}</span> : null}
      {taken ? null : <div>{t('imports.keepsName', { name: line.recordName })}</div>}
    </div>
  )
}

const told = ({ name, city }: { name: string; city: string | null }) =>
  [name, city].filter(Boolean).join(', ')

function Choice({ line, desk }: { line: Line; desk: string }) {
  const { t } = useTranslation('crm')
  return (
    <div className="stack">
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
      <Likely line={line} desk={desk} apart />
    </div>
  )
}

/** The records it may be; beside a choice not yet sent, they open apart so that it is not lost. */
function Likely({ line, desk, apart = false }: { line: Line; desk: string; apart?: boolean }) {
  const { t } = useTranslation('crm')
  return (
    <ul className="plain small">
      {line.likely.map((one) => {
        const href = `${desk}/structures/${one.id}`
        return (
          <li key={one.id}>
            {apart ? (
              <a href={href} target="_blank" rel="noopener">
                {t('imports.seeApart', { record: told(one) })}
              </a>
            ) : (
              <Link to={href}>{told(one)}</Link>
            )}
          </li>
        )
      })}
    </ul>
  )
}
