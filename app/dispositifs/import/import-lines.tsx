import { Form, Link } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { type Column, DataTable } from '../../ui/data-table.tsx'
import { Pagination } from '../../ui/pagination.tsx'
import type { ImportView } from './import.tsx'
import type { ShownLine } from './import-view.server.ts'

type Page = Pick<ImportView, 'base' | 'kind' | 'lines' | 'page' | 'pages' | 'state' | 'structures'>

/** The lines of one kind: what they change, why they stay out, or what a person has to say of them. */
export function ImportLines({ page }: { page: Page }) {
  const { t } = useTranslation('dispositifs')
  const { kind, lines, state } = page
  const open = state === 'checked'
  const asks = open && (kind === 'choose' || lines.some(({ changes }) => changes.some(({ kept }) => kept)))
  const columns: Column<ShownLine>[] = [
    { key: 'line', label: t('papers.import.line'), cell: (one) => one.line },
    { key: 'number', label: t('papers.target.number'), cell: (one) => one.number || '–' },
    {
      key: 'title',
      label: t('column.title'),
      cell: (one) => {
        const title = one.title || t('untitled')
        return one.dossier ? <Link to={`${page.base}/dossiers/${one.dossier}`}>{title}</Link> : title
      },
    },
    { key: 'holder', label: t('column.holder'), cell: (one) => one.holder || '–' },
    ...(kind === 'update' || kind === 'kept'
      ? [{ key: 'changes', label: t('papers.import.changes'), cell: (one: ShownLine) => <Changes line={one} open={open} /> }]
      : []),
    ...(kind === 'refused'
      ? [{ key: 'why', label: t('papers.import.why'), cell: (one: ShownLine) => <List items={one.faults} /> }]
      : []),
    ...(kind === 'choose'
      ? [{ key: 'is', label: t('papers.import.whose'), cell: (one: ShownLine) => <Holder line={one} open={open} /> }]
      : []),
  ] // biome-ignore format: one line a column
  const table = (
    <DataTable
      caption={t(`papers.import.kind.${kind}`)}
      columns={columns}
      rows={lines}
      rowKey={(one) => String(one.line)}
    />
  )
  return (
    <section className="stack" aria-labelledby="lines">
      <div className="row">
        <h2 className="grow" id="lines">
          {t(`papers.import.kind.${kind}`)}
        </h2>
        {kind === 'refused' ? (
          <Link className="btn" to="refusees" reloadDocument>
            {t('papers.import.download')}
          </Link>
        ) : null}
      </div>
      <p className="small muted">{t(`papers.import.about.${kind}`)}</p>
      {asks ? (
        <Form method="post" className="stack" key={`${kind} ${page.page}`}>
          <input type="hidden" name="lignes" value={kind} />
          <input type="hidden" name="page" value={page.page} />
          {lines.map(({ line }) => (
            <input key={line} type="hidden" name="ligne" value={line} />
          ))}
          {table}
          <p className="row">
            <button className="btn primary" type="submit" name="intent" value="choisir">
              {t('papers.import.keepChoices')}
            </button>
          </p>
        </Form>
      ) : (
        table
      )}
      <Pagination page={page.page} pages={page.pages} />
    </section>
  )
}

const List = ({ items }: { items: string[] }) => (
  <ul className="plain">
    {items.map((item) => (
      <li key={item}>{item}</li>
    ))}
  </ul>
)

function Changes({ line, open }: { line: ShownLine; open: boolean }) {
  const { t } = useTranslation('dispositifs')
  return (
    <ul className="plain stack">
      {line.changes.map(({ key, label, ours, theirs, kept, taken }) => (
        <li key={key}>
          <strong>{label}</strong>
          <div className="small">{t('papers.import.ours', { value: ours })}</div>
          <div className="small">{t('papers.import.theirs', { value: theirs })}</div>
          {kept && open ? (
            <label className="check small">
              <input type="checkbox" name="prendre" value={`${line.line}:${key}`} defaultChecked={taken} />
              <span>{t('papers.import.take', { field: label })}</span>
            </label>
          ) : null}
          {kept && !open ? (
            <div className="small muted">{t(taken ? 'papers.import.wasTaken' : 'papers.import.wasKept')}</div>
          ) : null}
        </li>
      ))}
    </ul>
  )
}

/** The records that bear a name like it, or a new one; nobody yet, and the line waits. */
function Holder({ line, open }: { line: ShownLine; open: boolean }) {
  const { t } = useTranslation('dispositifs')
  if (!open) return line.holderId ? line.holder : t('papers.import.nobodyYet')
  const chosen = line.makesHolder ? 'create' : (line.holderId ?? '')
  const isOther = line.holderId && !line.likely.some(({ id }) => id === line.holderId)
  return (
    <select
      name={`porteur:${line.line}`}
      defaultValue={chosen}
      aria-label={t('papers.import.whoseOf', { line: line.line })}
    >
      <option value="">{t('papers.import.nobodyYet')}</option>
      <option value="create">{t('papers.import.create', { name: line.holder })}</option>
      {line.likely.length > 0 ? (
        <optgroup label={t('papers.import.alike')}>
          {line.likely.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </optgroup>
      ) : null}
      {isOther ? <option value={line.holderId!}>{line.holder}</option> : null}
    </select>
  )
}
