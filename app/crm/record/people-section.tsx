import { useTranslation } from 'react-i18next'
import type { PersonOfRecord } from '#server/crm/person/people-of-record.server.ts'

/** Who one meets there. */
export function PeopleSection({ people }: { people: PersonOfRecord[] | null }) {
  const { t } = useTranslation('crm')
  if (!people) return null
  return (
    <section className="card stack" id="personnes">
      <h2>{t('people')}</h2>
      {people.length === 0 ? <p className="muted">{t('noPeople')}</p> : null}
      <ul className="stack">
        {people.map(({ positionId, name, function: role, service, email, phone, endedOn }) => (
          <li key={positionId} className={endedOn ? 'muted' : undefined}>
            <strong>{name}</strong>
            <div className="small muted">{[role, service, email, phone].filter(Boolean).join(' — ')}</div>
          </li>
        ))}
      </ul>
    </section>
  )
}
