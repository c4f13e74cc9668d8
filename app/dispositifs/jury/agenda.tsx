import { Form, Link } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { Badge } from '../../ui/badge.tsx'
import { opinionTone } from './opinion-tone.ts'

type Item = {
  id: string
  dossierId: string
  number: number
  title: string
  code: string
  opinion: string | null
  reopened: boolean
  conflicts: number
  holder: string
  requested: string | null
  amount: string | null
  mean: string | null
}

/** The files in the order they are talked about, what is said of each, and the way to it. */
export function Agenda(props: { items: Item[]; open: boolean; base: string; total: number; done: number }) {
  const { items, open, total, done } = props
  const { t } = useTranslation('dispositifs')
  return (
    <section className="stack" aria-labelledby="ordre">
      <h2 id="ordre">{t('jury.agenda.title')}</h2>
      <p aria-live="polite">{t('jury.sitting.said', { done, items: total })}</p>
      <table className="data">
        <caption className="sr-only">{t('jury.agenda.title')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('jury.column.file')}</th>
            <th scope="col">{t('column.holder')}</th>
            <th scope="col" className="n">
              {t('jury.column.mean')}
            </th>
            <th scope="col" className="n">
              {t('column.requested')}
            </th>
            <th scope="col">{t('jury.column.opinion')}</th>
            <th scope="col" className="n">
              {t('jury.field.amount')}
            </th>
            {open ? <th scope="col">{t('jury.agenda.order')}</th> : null}
          </tr>
        </thead>
        <tbody>
          {items.map((one) => {
            const name = `${one.code} ${one.number}`
            return (
              <tr key={one.id}>
                <td>
                  <Link to={`points/${one.id}`}>
                    {name} · {one.title || t('untitled')}
                  </Link>
                  {one.reopened ? <span className="tag info">{t('jury.agenda.reopened')}</span> : null}
                  {one.conflicts > 0 ? (
                    <span className="small block">{t('jury.agenda.leave', { count: one.conflicts })}</span>
                  ) : null}
                </td>
                <td data-label={t('column.holder')}>{one.holder}</td>
                <td className="n" data-label={t('jury.column.mean')}>
                  {one.mean ?? '—'}
                </td>
                <td className="n" data-label={t('column.requested')}>
                  {one.requested ?? '—'}
                </td>
                <td data-label={t('jury.column.opinion')}>
                  {one.opinion ? (
                    <Badge tone={opinionTone(one.opinion)} label={t(`jury.opinion.${one.opinion}`)} />
                  ) : (
                    <Badge label={t('jury.agenda.awaited')} />
                  )}
                </td>
                <td className="n" data-label={t('jury.field.amount')}>
                  {one.amount ?? '—'}
                </td>
                {open ? (
                  <td data-label={t('jury.agenda.order')}>
                    <Form method="post" className="row whole" preventScrollReset>
                      <input type="hidden" name="point" value={one.id} />
                      <button
                        className="btn sm quiet"
                        type="submit"
                        name="intent"
                        value="monter"
                        aria-label={t('jury.agenda.up', { name })}
                      >
                        ↑
                      </button>
                      <button
                        className="btn sm quiet"
                        type="submit"
                        name="intent"
                        value="descendre"
                        aria-label={t('jury.agenda.down', { name })}
                      >
                        ↓
                      </button>
                      {one.opinion ? null : (
                        <button
                          className="btn sm quiet"
                          type="submit"
                          name="intent"
                          value="oter"
                          aria-label={t('jury.agenda.drop', { name })}
                        >
                          ×
                        </button>
                      )}
                    </Form>
                  </td>
                ) : null}
              </tr>
            )
          })}
        </tbody>
      </table>
    </section>
  )
}
