import { useTranslation } from 'react-i18next'
import { type Column, DataTable } from '../../ui/data-table.tsx'

type Line = { line: number; said: string }

/** The first lines of the file, and which of them holds the titles of the columns: the others above are no rows. */
export function HeadingLine({ lines, headingLine }: { lines: Line[]; headingLine: number | null }) {
  const { t } = useTranslation('crm')
  if (headingLine === null || lines.length < 2) return null
  const columns: Column<Line>[] = [
    {
      key: 'line',
      label: t('imports.titlesHere'),
      cell: ({ line }) => (
        <label className="check">
          <input type="radio" name="ligne" value={line} defaultChecked={line === headingLine} />
          <span>{t('imports.lineOf', { line })}</span>
        </label>
      ),
    },
    {
      key: 'said',
      label: t('imports.lineSays'),
      cell: ({ line, said }) => (
        <span className={line === headingLine ? undefined : line < headingLine ? 'small muted' : 'small'}>
          {said}
        </span>
      ),
    },
  ]
  return (
    <details className="card stack" open={lines[0]!.line !== headingLine}>
      <summary>{t('imports.titlesAt', { line: headingLine })}</summary>
      <input type="hidden" name="lue" value={headingLine} />
      <p className="small muted">{t('imports.titlesHint')}</p>
      <DataTable
        caption={t('imports.titlesWhere')}
        columns={columns}
        rows={lines}
        rowKey={({ line }) => String(line)}
      />
      <p className="row">
        <button className="btn" type="submit" name="intent" value="titres">
          {t('imports.readTitles')}
        </button>
      </p>
    </details>
  )
}
