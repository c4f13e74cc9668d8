import { Form } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import type { Profile, Role } from '#tenants/roles.ts'
import { Badge } from '../../ui/badge.tsx'
import { roleWord } from './role-word.ts'

type Pending = {
  id: string
  email: string
  role: Role
  profile: Profile | null
  organisations: string[]
  sentOn: string | null
  expiresOn: string | null
  expired: boolean
}
type Props = { invitations: Pending[]; mayManage: boolean; mayInvite: boolean }

/** Invitations nobody answered: sent again or taken back by whoever may send them. */
export function PendingInvitations({ invitations, mayManage, mayInvite }: Props) {
  const { t } = useTranslation('identity')
  return (
    <section className="stack" aria-labelledby="invitations">
      <h2 id="invitations">{t('pending.title')}</h2>
      <ul className="stack">
        {invitations.map((one) => (
          <li key={one.id} className="card row">
            <div className="grow">
              <strong>{one.email}</strong>
              <div>
                {[t(`common:role.${roleWord(one.role, one.profile)}`), ...one.organisations].join(' — ')}
              </div>
              <div className="small muted">
                {t('pending.sent', { date: one.sentOn })}
                {'. '}
                {one.expired ? null : t('pending.until', { date: one.expiresOn })}
              </div>
            </div>
            {one.expired ? <Badge tone="wait" label={t('pending.expired')} /> : null}
            {(one.organisations.length > 0 ? mayInvite : mayManage) ? (
              <Form method="post" className="row">
                <button
                  className="btn sm"
                  type="submit"
                  name="renvoyer"
                  value={one.id}
                  aria-label={t('pending.againLabel', { email: one.email })}
                >
                  {t('pending.again')}
                </button>
                <button
                  className="btn sm quiet"
                  type="submit"
                  name="retirer"
                  value={one.id}
                  aria-label={t('pending.withdrawLabel', { email: one.email })}
                >
                  {t('pending.withdraw')}
                </button>
              </Form>
            ) : null}
          </li>
        ))}
      </ul>
    </section>
  )
}
