import { useTranslation } from 'react-i18next'
import type { ComparedReport } from '#server/dispositifs/report/read-report.ts'
import type { ShownFile } from '../../kernel/file-lines.server.ts'
import { ComparedBudget } from './compared-budget.tsx'
import { ComparedPeople } from './compared-people.tsx'

export type ReportTold = {
  body: string
  /** In words; empty where nothing was said. */
  spent: string
  sent: string
  compared: ComparedReport
  proofs: ShownFile[]
  papers: ShownFile[]
}

/** A final report as it is read: its words, money and people beside what was planned, and its papers. */
export function ReportRead({ told }: { told: ReportTold }) {
  const { t } = useTranslation('dispositifs')
  const { budget, people } = told.compared
  return (
    <>
      <p className="muted">
        {told.sent ? t('holder.report.sentOn', { at: told.sent }) : t('holder.report.notSent')}
      </p>
      {told.spent ? <p>{t('holder.report.spentIs', { amount: told.spent })}</p> : null}
      {told.body ? <p className="said">{told.body}</p> : null}
      <ComparedBudget sides={budget} />
      {people.length > 0 ? <ComparedPeople lines={people} /> : null}
      <Papers title={t('holder.report.proofs')} files={told.proofs} />
      <Papers title={t('holder.report.files')} files={told.papers} />
    </>
  )
}

function Papers({ title, files }: { title: string; files: ShownFile[] }) {
  if (files.length === 0) return null
  return (
    <>
      <h3>{title}</h3>
      <ul className="plain">
        {files.map((file) => (
          <li key={file.id}>
            {file.held ? file.name : <a href={file.href}>{file.name}</a>}{' '}
            <span className="small muted">{file.size}</span>
          </li>
        ))}
      </ul>
    </>
  )
}
