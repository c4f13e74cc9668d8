import { useTranslation } from 'react-i18next'
import { Badge } from '../../ui/badge.tsx'

type Condition = { id: string; text: string; due: string; met: string }

/** How much, and what has to be done for it: nothing to say before the decision. */
export function Granted({ granted, conditions }: { granted: string; conditions: Condition[] }) {
  const { t } = useTranslation('dispositifs')
  if (!granted && conditions.length === 0) return null
  return (
    <section className="card stack" aria-labelledby="accorde">
      <h2 id="accorde">{t('holder.granted.title')}</h2>
      {granted ? (
        <p>
          {t('follow.field.granted')} : <strong>{granted}</strong>
        </p>
      ) : null}
      {conditions.length > 0 ? (
        <>
          <h3>{t('jury.condition.title')}</h3>
          <p className="muted">{t('holder.granted.conditions')}</p>
          <ul className="plain stack">
            {conditions.map(({ id, text, due, met }) => (
              <li key={id} className="row">
                <Badge
                  tone={met ? 'ok' : 'wait'}
                  label={met ? t('jury.condition.met', { on: met }) : t('jury.condition.open')}
                />
                <span>{text}</span>
                {due && !met ? <span className="muted">{t('jury.condition.due', { on: due })}</span> : null}
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </section>
  )
}
