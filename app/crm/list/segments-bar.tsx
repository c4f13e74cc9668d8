import { Form, Link } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import type { SegmentLine } from '#server/crm/segment/find-list-choices.server.ts'
import { Field } from '../../ui/field.tsx'

type Props = { segments: SegmentLine[]; current: string; base: string }

/** Filters kept under a name, one click each; the one in force is said. */
export function SegmentsBar({ segments, current, base }: Props) {
  const { t } = useTranslation('crm')
  if (segments.length === 0) return null
  return (
    <nav className="chips" aria-label={t('segment.title')}>
      {segments.map(({ id, name, query, shared }) => (
        <Link
          key={id}
          className={query === current ? 'tag member' : 'tag'}
          aria-current={query === current ? 'true' : undefined}
          to={`?${query}`}
        >
          {name}
          {shared ? null : <span className="small muted"> {t('segment.mine')}</span>}
        </Link>
      ))}
      <Link className="small" to={`${base}/segments`}>
        {t('segment.manage')}
      </Link>
    </nav>
  )
}

/** Keeps the filters in force under a name, or in the place of one that is one's own. */
export function SaveSegment({ segments, current, base }: Props) {
  const { t } = useTranslation('crm')
  if (current === '' || segments.some(({ query }) => query === current)) return null
  const own = segments.filter((segment) => segment.own)
  return (
    <details className="menu">
      <summary className="btn sm">{t('segment.save')}</summary>
      <Form method="post" action={`${base}/segments`} className="stack">
        <input type="hidden" name="filtre" value={current} />
        <Field label={t('segment.name')} hint={t('segment.nameHint')}>
          {(attributes) => <input {...attributes} name="nom" maxLength={80} autoComplete="off" />}
        </Field>
        {own.length > 0 ? (
          <Field label={t('segment.orReplace')}>
            {(attributes) => (
              <select {...attributes} name="segment" defaultValue="">
                <option value="">{t('segment.replaceNone')}</option>
                {own.map(({ id, name }) => (
                  <option key={id} value={id}>
                    {name}
                  </option>
                ))}
              </select>
            )}
          </Field>
        ) : null}
        <label className="check">
          <input type="checkbox" name="partage" value="oui" />
          {t('segment.share')}
        </label>
        <button className="btn sm" type="submit" name="intent" value="enregistrer">
          {t('segment.keep')}
        </button>
      </Form>
    </details>
  )
}
