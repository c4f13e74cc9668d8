import { Form, Link } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { ConfirmSubmit } from '../../ui/confirm-submit.tsx'
import { PersonFaultsGiven, PositionFields } from './person-fields.tsx'
import type { PersonChoices, PersonFaults, PositionValues } from './person-form.server.ts'
import type { PersonView } from './person-view.server.ts'

type Shown = { positions: PersonView['positions']; mayWrite: boolean; slug: string }

/** What somebody does where: today's first, then what they did. */
export function Positions({ positions, mayWrite, slug }: Shown) {
  const { t } = useTranslation('crm')
  if (positions.length === 0) return <p className="muted">{t('person.noPosition')}</p>
  return (
    <ul className="stack">
      {positions.map((position) => (
        <li key={position.id} className="row">
          <div className="grow">
            <Link to={`/${slug}/bureau/structures/${position.organisationId}`}>{position.organisation}</Link>
            {position.ended ? <span className="tag"> {t('person.ended')}</span> : null}
            <div className="small muted">{[position.what, position.when].filter(Boolean).join(' — ')}</div>
          </div>
          {mayWrite ? (
            <Form method="post" className="row">
              <input type="hidden" name="poste" value={position.id} />
              {position.ended ? null : (
                <button
                  className="btn sm"
                  type="submit"
                  name="intent"
                  value="terminer"
                  aria-label={t('person.endAt', { organisation: position.organisation })}
                >
                  {t('person.end')}
                </button>
              )}
              <ConfirmSubmit
                label={t('former.remove')}
                question={t('person.removeAsk', { organisation: position.organisation })}
                consequence={t('person.removeWhat')}
                name="intent"
                value="retirer"
                small
              />
            </Form>
          ) : null}
        </li>
      ))}
    </ul>
  )
}

const BLANK: PositionValues = {
  organisation: '',
  organisationId: '',
  function: '',
  standing: '',
  service: '',
  startedOn: '',
  endedOn: '',
}

type Adding = {
  choices: PersonChoices
  refused: { position: PositionValues; faults: PersonFaults; late: boolean } | null
}

export function AddPosition({ choices, refused }: Adding) {
  const { t } = useTranslation('crm')
  const asked = refused && !refused.late ? refused : null
  return (
    <details open={asked !== null} key={asked ? 'refused' : 'blank'}>
      <summary className="btn">{t('person.addPosition')}</summary>
      <Form method="post" className="stack" noValidate>
        <PersonFaultsGiven.Provider value={asked?.faults ?? {}}>
          <PositionFields values={asked?.position ?? BLANK} choices={choices} />
        </PersonFaultsGiven.Provider>
        <p>
          <button className="btn primary" type="submit" name="intent" value="poste">
            {t('save')}
          </button>
        </p>
      </Form>
    </details>
  )
}
