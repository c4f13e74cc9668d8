import { Link } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { useDone } from '../ui/use-done.ts'

type Head = {
  /** The page this one is below. */
  up: { to: string; label: string }
  title: string
  lead: string
  /** What was just done, by the word its address says. */
  done: Record<string, string>
  fault?: string | undefined
}

/** The head of a page below another: the way back, what was just done or refused, what one does here. */
export function PageHead({ up, title, lead, done: told, fault }: Head) {
  const { t } = useTranslation('crm')
  const done = useDone()
  const said = done && Object.hasOwn(told, done) ? told[done] : null
  return (
    <>
      <nav className="small" aria-label={t('breadcrumb')}>
        <Link to={up.to}>{up.label}</Link>
      </nav>
      <h1>{title}</h1>
      {said ? (
        <p className="notice ok" role="status">
          {said}
        </p>
      ) : null}
      {fault ? (
        <p className="notice bad" role="alert">
          {fault}
        </p>
      ) : null}
      <p className="lead">{lead}</p>
    </>
  )
}
