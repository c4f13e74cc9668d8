import { Form, Link } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import type { ImportPage } from './import.tsx'

/** Lines that call a known record otherwise: its name stays, unless somebody who may read them all says so. */
export function OtherNames({ page }: { page: ImportPage }) {
  const { t } = useTranslation('crm')
  const count = page.counts.renamed ?? 0
  if (page.state !== 'checked' || count === 0) return null
  const takes = page.names === 'replace'
  return (
    <div className={takes ? 'notice bad' : 'notice'}>
      <p>
        {t(takes ? 'imports.namesTaken' : 'imports.namesKept', { count })}{' '}
        <Link to="lignes?resultat=renamed">{t('imports.namesSee')}</Link>
      </p>
      <Form method="post">
        <button className="btn" type="submit" name="intent" value={takes ? 'garder_noms' : 'remplacer_noms'}>
          {t(takes ? 'imports.namesKeep' : 'imports.namesTake')}
        </button>
      </Form>
    </div>
  )
}
