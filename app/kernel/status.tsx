import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { moments } from '#packages/referentials/dates.ts'
import { upkeep } from '#server/kernel/rules.ts'
import { readStatus } from '#server/kernel/status/read-status.server.ts'
import { answering, guard } from '../guard.server.ts'
import { i18nFor } from '../i18n.server.ts'

export async function loader(args: LoaderFunctionArgs) {
  const ctx = guard(args, upkeep['status:read'])
  const { organs, slow } = await answering(args, () => readStatus(ctx))
  const time = moments(ctx.locale, ctx.network.timeZone, 'short')
  return {
    organs: organs.map(({ params, ...organ }) => ({
      ...organ,
      params: { ...params, ...(params.since && { since: time.format(new Date(params.since)) }) },
    })),
    slow: slow.map((query) => ({ ...query, on: time.format(new Date(query.at)) })),
    title: i18nFor(ctx.locale).t('kernel:status.title'),
  }
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }]

export default function Status() {
  const { organs, slow } = useLoaderData<typeof loader>()
  const { t } = useTranslation('kernel')
  const worst = organs.some(({ health }) => health === 'down')
    ? 'down'
    : organs.some(({ health }) => health === 'watch')
      ? 'watch'
      : 'ok'
  return (
    <>
      <h1>{t('status.title')}</h1>
      <p className={worst === 'ok' ? 'notice ok' : worst === 'down' ? 'notice bad' : 'notice'}>
        {t(`status.all.${worst}`)}
      </p>
      <dl className="facts card">
        {organs.map((organ) => (
          <div key={organ.name}>
            <dt>{t(`status.organ.${organ.name}`)}</dt>
            <dd>
              <strong>{t(`status.word.${organ.health}`)}</strong>
              {' — '}
              {organ.health === 'down' && organ.name !== 'disk' && organ.name !== 'tasks'
                ? t('status.unreachable')
                : t(`status.${organ.name}.${organ.said}`, organ.params)}
            </dd>
          </div>
        ))}
      </dl>
      {slow.length > 0 ? (
        <section className="stack">
          <h2>{t('status.slowTitle')}</h2>
          <ol className="stack">
            {slow.map((query) => (
              <li key={`${query.at}${query.text}`} className="card">
                <div className="small muted">{t('status.slowLine', { on: query.on, ms: query.ms })}</div>
                <code className="small">{query.text}</code>
              </li>
            ))}
          </ol>
        </section>
      ) : null}
    </>
  )
}
