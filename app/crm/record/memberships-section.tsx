import { useTranslation } from 'react-i18next'

type Line = { year: number; college: string; joined: string }

/** The years it was a member, the last first. */
export function MembershipsSection({ memberships }: { memberships: Line[] | null }) {
  const { t } = useTranslation('crm')
  if (!memberships?.length) return null
  return (
    <section className="card stack" id="adhesions">
      <h2>{t('memberships')}</h2>
      <ul className="stack">
        {memberships.map(({ year, college, joined }) => (
          <li key={year}>
            <strong className="num">{year}</strong> {college}
            <div className="small muted">{t('joinedOn', { date: joined })}</div>
          </li>
        ))}
      </ul>
    </section>
  )
}
