import { Link } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import type { PersonLeft } from '#server/crm/import/people-left.server.ts'

/** Whom the undoing of an import left as they are, to be taken up by hand. */
export function PeopleLeft({ slug, people }: { slug: string; people: PersonLeft[] }) {
  const { t } = useTranslation('crm')
  if (people.length === 0) return null
  return (
    <>
      <h2>{t('batch.peopleHeading')}</h2>
      <ul className="stack">
        {people.map(({ id, name, organisation }) => (
          <li key={id}>
            <Link to={`/${slug}/bureau/personnes/${id}`}>{name}</Link>
            {organisation ? <div className="small muted">{organisation}</div> : null}
          </li>
        ))}
      </ul>
    </>
  )
}
