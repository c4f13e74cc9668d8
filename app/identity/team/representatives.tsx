import { Form, Link } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import type { Role } from '#tenants/roles.ts'
import { ConfirmSubmit } from '../../ui/confirm-submit.tsx'

export type ShownRepresentative = { grantId: string; name: string; email: string; role: Role; since: string }
type Props = {
  representatives: ShownRepresentative[]
  organisationId: string
  slug: string
  mayManage: boolean
}

/** Who acts for an organisation, on its record; the record and its files stay with the organisation. */
export function Representatives({ representatives, organisationId, slug, mayManage }: Props) {
  const { t } = useTranslation('identity')
  const desk = `/${slug}/bureau`
  return (
    <section className="card stack" id="representants">
      <h2>{t('representatives.title')}</h2>
      {representatives.length === 0 ? <p className="muted">{t('representatives.none')}</p> : null}
      <ul className="stack">
        {representatives.map(({ grantId, name, email, role, since }) => (
          <li key={grantId} className="row">
            <div className="grow">
              <strong>{name}</strong>
              <div className="small muted">
                {[t(`common:role.${role}`), email, t('representatives.since', { date: since })].join(' — ')}
              </div>
            </div>
            {mayManage ? (
              <Form method="post" action={`${desk}/structures/${organisationId}/representants`}>
                <input type="hidden" name="acces" value={grantId} />
                <ConfirmSubmit
                  label={t('representatives.end')}
                  question={t('representatives.endQuestion', { name })}
                  consequence={t('representatives.endConsequence')}
                />
              </Form>
            ) : null}
          </li>
        ))}
      </ul>
      {mayManage ? (
        <Link className="btn" to={`${desk}/equipe/inviter?structure=${organisationId}`}>
          {t('representatives.invite')}
        </Link>
      ) : null}
    </section>
  )
}
