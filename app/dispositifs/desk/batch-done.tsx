import { Link } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import type { Batch } from './handle-session.server.ts'

/** How many went, and each that stayed with its reason. */
export function BatchDone(props: {
  batch: Batch
  items: { id: string; number: number; title: string }[]
  base: string
}) {
  const { batch, items, base } = props
  const { t } = useTranslation('dispositifs')
  return (
    <div className={batch.kind === 'nothing' ? 'notice bad' : 'notice ok'} role="status">
      <p>{t(`batch.${batch.kind}`, { count: batch.count })}</p>
      {batch.left.length > 0 ? (
        <>
          <p>{t('batch.left', { count: batch.left.length })}</p>
          <ul>
            {batch.left.map(({ id, code }) => {
              const item = items.find((one) => one.id === id)
              return (
                <li key={id}>
                  <Link to={`${base}/dossiers/${id}`}>
                    {item
                      ? `${t('dossier.number', { number: item.number })} · ${item.title || t('untitled')}`
                      : id}
                  </Link>{' '}
                  {t(`faults.${code}`)}
                </li>
              )
            })}
          </ul>
        </>
      ) : null}
    </div>
  )
}
