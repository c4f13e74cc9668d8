import { Form } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import type { ShownFile } from '../../kernel/file-lines.server.ts'
import { ConfirmSubmit } from '../../ui/confirm-submit.tsx'
import { type Said, useSaid } from '../form/filling.ts'

type Attached = ShownFile & { kind: string; answers: Said | null }

/** What its own page writes is not touched here: reports, proofs, letters. */
const OF_TEAM = ['field', 'imported', 'other']

/** A document of a dossier: what it answers, and what the team may do of it. */
export function AttachedFile({
  file,
  fields,
  mayWrite,
}: {
  file: Attached
  fields: { key: string; label: Said }[]
  mayWrite: boolean
}) {
  const { t } = useTranslation('dispositifs')
  const said = useSaid()
  const isOpen = mayWrite && OF_TEAM.includes(file.kind)
  return (
    <li className="stack">
      <div className="row">
        <div className="grow">
          {file.held ? <span>{file.name}</span> : <a href={file.href}>{file.name}</a>}{' '}
          <span className="small muted">
            {t('kernel:files.line', { size: file.size, on: file.on, by: file.by ?? t('kernel:someone') })}
          </span>
          {file.held ? <div className="small fault">{t(`kernel:files.held.${file.held}`)}</div> : null}
          <div className="small">
            {file.answers
              ? t('papers.desk.answers', { label: said(file.answers) })
              : t(`papers.desk.kind.${file.kind}`)}
          </div>
        </div>
        {isOpen ? (
          <Form method="post">
            <input type="hidden" name="retirer" value={file.id} />
            <ConfirmSubmit
              label={t('kernel:files.remove')}
              question={t('papers.desk.removeAsk', { name: file.name })}
              consequence={t(file.answers ? 'papers.desk.removeAnswer' : 'papers.desk.removeBeside')}
              small
              danger
            />
          </Form>
        ) : null}
      </div>
      {isOpen && !file.answers && fields.length > 0 ? (
        <details>
          <summary>{t('papers.desk.link')}</summary>
          <Form method="post" className="row">
            <input type="hidden" name="piece" value={file.id} />
            <select name="question" aria-label={t('papers.desk.questionOf', { name: file.name })}>
              {fields.map(({ key, label }) => (
                <option key={key} value={key}>
                  {said(label)}
                </option>
              ))}
            </select>
            <button className="btn sm" type="submit">
              {t('papers.desk.linkIt')}
            </button>
          </Form>
        </details>
      ) : null}
    </li>
  )
}
