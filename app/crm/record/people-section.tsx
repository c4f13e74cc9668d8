import { Form, Link } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import type { PersonOfRecord } from '#server/crm/person/people-of-record.server.ts'
import { Field } from '../../ui/field.tsx'

type Section = {
  people: PersonOfRecord[] | null
  /** The record's own address. */
  home: string
  /** Where people are. */
  all: string
  mayWrite: boolean
}

/** Who one meets there, and who one met there; somebody is added in two fields. */
export function PeopleSection({ people, home, all, mayWrite }: Section) {
  const { t } = useTranslation('crm')
  if (!people) return null
  const here = people.filter(({ current }) => current)
  const gone = people.filter(({ current }) => !current)
  return (
    <section className="card stack" id="personnes">
      <h2>{t('people')}</h2>
      {people.length === 0 ? <p className="muted">{t('noPeople')}</p> : null}
      <ul className="stack">
        {here.map((one) => (
          <li key={one.positionId} className="row">
            <Told person={one} all={all} />
            {mayWrite ? (
              <Form method="post" action={`${home}/personnes`}>
                <input type="hidden" name="poste" value={one.positionId} />
                <button
                  className="btn sm"
                  type="submit"
                  name="intent"
                  value="terminer"
                  aria-label={t('person.hasLeftName', { name: one.name })}
                >
                  {t('person.hasLeft')}
                </button>
              </Form>
            ) : null}
          </li>
        ))}
      </ul>
      {gone.length > 0 ? (
        <details>
          <summary>{t('person.gone', { count: gone.length })}</summary>
          <ul className="stack">
            {gone.map((one) => (
              <li key={one.positionId}>
                <Told person={one} all={all} />
              </li>
            ))}
          </ul>
        </details>
      ) : null}
      {mayWrite ? <QuickAdd home={home} /> : null}
    </section>
  )
}

function Told({ person, all }: { person: PersonOfRecord; all: string }) {
  const { t } = useTranslation('crm')
  const { id, name, function: role, standing, service, email, phone } = person
  const what = [role || t(`person.standing.${standing}`), service].filter(Boolean).join(', ')
  return (
    <div className="grow">
      <Link to={`${all}/${id}`}>{name}</Link> <span className="muted">{what}</span>
      <div className="small">
        {email ? <a href={`mailto:${email}`}>{email}</a> : null} {phone}
      </div>
    </div>
  )
}

function QuickAdd({ home }: { home: string }) {
  const { t } = useTranslation('crm')
  return (
    <Form method="post" action={`${home}/personnes`} className="row former">
      <div className="grow">
        <Field name="nom" label={t('person.quickName')}>
          {(attributes) => <input {...attributes} name="nom" required maxLength={200} autoComplete="off" />}
        </Field>
      </div>
      <div className="grow">
        <Field name="fonction" label={t('person.field.function')} optional>
          {(attributes) => <input {...attributes} name="fonction" maxLength={200} autoComplete="off" />}
        </Field>
      </div>
      <button className="btn" type="submit" name="intent" value="ajouter">
        {t('person.addHere')}
      </button>
    </Form>
  )
}
