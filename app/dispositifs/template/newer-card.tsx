import { Form } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import type { TemplateSide } from './template-side.tsx'

type Newer = NonNullable<NonNullable<TemplateSide['followed']>['newer']>
const PARTS = ['form', 'rules', 'grid', 'facts', 'letters'] as const

/** What a newer version changes and where it meets what the network wrote; one button takes it. */
export function NewerCard({ newer, mayWrite }: { newer: Newer; mayWrite: boolean }) {
  const { t } = useTranslation('dispositifs')
  const { version, note, changes, clashes, again } = newer
  return (
    <section className="card stack" aria-labelledby="nouvelle">
      <h2 id="nouvelle">{t(again ? 'templates.againTitle' : 'templates.newerTitle', { version })}</h2>
      {note ? <p>{t('templates.noteOf', { note })}</p> : null}
      {PARTS.map((part) => {
        const lines = changes.filter((change) => change.part === part)
        if (lines.length === 0) return null
        return (
          <div key={part}>
            <h3>{t(`templates.part.${part}`)}</h3>
            <ul>
              {lines.map(({ text }) => (
                <li key={text}>{text}</li>
              ))}
            </ul>
          </div>
        )
      })}
      {clashes.length > 0 ? (
        <div className="notice">
          <h3>{t('templates.clashTitle', { count: clashes.length })}</h3>
          <ul>
            {clashes.map(({ id, what, how, gone, label, its }) => (
              <li key={id}>
                {t(`templates.piece.${what}`, { label })} {t(`templates.clash.${gone ? 'gone' : how}`)}
                {its && its !== label ? (
                  <span className="small"> {t('templates.clashIts', { its })}</span>
                ) : null}
              </li>
            ))}
          </ul>
          <p className="small">{t('templates.clashMeans')}</p>
        </div>
      ) : null}
      {mayWrite ? (
        <Form method="post" className="stack">
          <input type="hidden" name="version" value={version} />
          <p className="small muted">{t('templates.takeMeans')}</p>
          <p className="row">
            <button className="btn primary" type="submit" name="acte" value="prendre">
              {t('templates.takeVersion', { version })}
            </button>
          </p>
        </Form>
      ) : null}
    </section>
  )
}
