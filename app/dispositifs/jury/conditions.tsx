import { Form } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { Badge } from '../../ui/badge.tsx'

type Condition = {
  id: string
  text: string
  due: string | null
  met: string | null
  note: string
  version: number
}

/** What the opinion is subject to, and whether it is done. */
export function Conditions({ conditions, mayMove }: { conditions: Condition[]; mayMove: boolean }) {
  const { t } = useTranslation('dispositifs')
  if (conditions.length === 0) return null
  return (
    <section className="card stack" aria-labelledby="reserves">
      <h2 id="reserves">{t('jury.condition.title')}</h2>
      {conditions.map((one) => (
        <article key={one.id} className="stack">
          <p className="row">
            <span className="grow said">{one.text}</span>
            <Badge
              tone={one.met ? 'ok' : 'wait'}
              label={
                one.met
                  ? t('jury.condition.met', { on: one.met })
                  : one.due
                    ? t('jury.condition.due', { on: one.due })
                    : t('jury.condition.open')
              }
            />
          </p>
          {one.note ? <p className="small said">{one.note}</p> : null}
          {mayMove ? (
            <Form method="post" className="row">
              <input type="hidden" name="reserve" value={one.id} />
              <input type="hidden" name="version" value={one.version} />
              <input
                name="note"
                className="grow"
                defaultValue={one.note}
                maxLength={1000}
                aria-label={`${t('jury.condition.note')} — ${one.text}`}
                placeholder={t('jury.condition.note')}
              />
              <button className="btn sm" type="submit" name="intent" value={one.met ? 'remettre' : 'lever'}>
                {t(one.met ? 'jury.condition.putBack' : 'jury.condition.lift')}
              </button>
            </Form>
          ) : null}
        </article>
      ))}
    </section>
  )
}
