import { Form } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { Field } from '../../ui/field.tsx'

type Page = {
  mayMove: boolean
  isHere: boolean
  confirmed: string
  editors: { id: string; name: string; email: string; came: boolean }[]
}
type Refused = { typed: { name?: string; email?: string }; faults: Record<string, string> }

/** Who writes this dossier for its holder, and an invitation to one more. */
export function HoldersCard({ page, refused }: { page: Page; refused: Refused | undefined }) {
  const { t } = useTranslation('dispositifs')
  const fault = (name: string) => (refused?.faults[name] ? t(`faults.${refused.faults[name]}`) : undefined)
  return (
    <section className="card stack" aria-labelledby="equipe">
      <h2 id="equipe">{t('holder.desk.people')}</h2>
      {page.confirmed ? (
        <p className="notice ok">{t('holder.desk.confirmed', { at: page.confirmed })}</p>
      ) : null}
      {page.editors.length === 0 ? <p className="muted">{t('holder.desk.nobody')}</p> : null}
      <ul className="plain">
        {page.editors.map((one) => (
          <li key={one.id}>
            {one.name} <a href={`mailto:${one.email}`}>{one.email}</a>{' '}
            {one.came ? null : <span className="small muted">{t('holder.editors.awaited')}</span>}
          </li>
        ))}
      </ul>
      {page.mayMove ? (
        <details open={refused ? true : undefined}>
          <summary>{t('holder.desk.invite')}</summary>
          <p className="muted">{t(page.isHere ? 'holder.editors.lead' : 'holder.desk.inviteLead')}</p>
          <Form method="post" className="stack form" noValidate>
            <Field name="name" label={t('holder.desk.name')} fault={fault('name')}>
              {(attributes) => <input {...attributes} name="name" defaultValue={refused?.typed.name} />}
            </Field>
            <Field name="email" label={t('holder.desk.email')} fault={fault('email')}>
              {(attributes) => (
                <input {...attributes} type="email" name="email" defaultValue={refused?.typed.email} />
              )}
            </Field>
            <p>
              <button className="btn primary" type="submit" name="intent" value="inviter">
                {t('holder.editors.send')}
              </button>
            </p>
          </Form>
        </details>
      ) : null}
    </section>
  )
}
