import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Piece } from '#packages/word-diff/word-diff.ts'
import { WordChanges } from '../ui/word-changes.tsx'

/** Without a label of its own, a field of a page. */
export type ChangeLine = { field: string; label?: string; pieces: Piece[] }

/** A proposal field by field: what it is, what it would be, words marked; beside, what is asked about it. */
export function ChangeLines({
  lines,
  caption,
  extra,
}: {
  lines: ChangeLine[]
  caption: string
  extra?: { label: string; cell: (line: ChangeLine) => ReactNode }
}) {
  const { t } = useTranslation('space')
  return (
    <table className="data">
      <caption className="sr-only">{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{t('change.field')}</th>
          <th scope="col">{t('change.before')}</th>
          <th scope="col">{t('change.after')}</th>
          {extra ? <th scope="col">{extra.label}</th> : null}
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <tr key={line.field}>
            <th scope="row">{line.label ?? t(`field.${line.field}`)}</th>
            <td data-label={t('change.before')}>
              <WordChanges pieces={line.pieces} side="before" />
            </td>
            <td data-label={t('change.after')}>
              <WordChanges pieces={line.pieces} side="after" />
            </td>
            {extra ? <td data-label={extra.label}>{extra.cell(line)}</td> : null}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
