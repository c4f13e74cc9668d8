import { Link, useParams } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import type { Family } from '#server/crm/organisation/family-of-record.server.ts'

/** What it is a branch of, and its own branches; nothing where there is neither. */
export function FamilySection({ family }: { family: Family | null }) {
  const { t } = useTranslation('crm')
  const { network } = useParams()
  if (!family || (!family.parent && family.branches.length === 0)) return null
  const link = ({ id, name, place }: Family['branches'][number]) => (
    <>
      <Link to={`/${network}/bureau/structures/${id}`}>{name}</Link>
      {place ? <span className="muted">{` ${place}`}</span> : null}
    </>
  )
  return (
    <section className="card stack" id="antennes">
      <h2>{t('family.title')}</h2>
      {family.parent ? (
        <p>
          {t('family.of')} {link(family.parent)}
        </p>
      ) : null}
      {family.branches.length > 0 ? (
        <>
          <h3>{t('family.branches', { count: family.branches.length })}</h3>
          <ul>
            {family.branches.map((branch) => (
              <li key={branch.id}>{link(branch)}</li>
            ))}
          </ul>
        </>
      ) : null}
    </section>
  )
}
