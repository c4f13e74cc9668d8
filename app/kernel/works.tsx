import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { work } from '#server/kernel/rules.ts'
import { findWorks } from '#server/kernel/work/find-works.server.ts'
import { answering, guard } from '../guard.server.ts'
import { i18nFor } from '../i18n.server.ts'
import { WorkState } from './work-state.tsx'
import { workView } from './work-view.server.ts'

export async function loader(args: LoaderFunctionArgs) {
  const ctx = guard(args, work['work:own'])
  const works = await answering(args, () => findWorks(ctx))
  return {
    works: works.map((one) => workView(one, ctx.network, ctx.locale)),
    title: i18nFor(ctx.locale).t('kernel:work.mine'),
  }
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }]

export default function Works() {
  const { works } = useLoaderData<typeof loader>()
  const { t } = useTranslation('kernel')
  return (
    <>
      <h1>{t('work.mine')}</h1>
      <p className="muted">{t('work.about')}</p>
      {works.length === 0 ? <p className="empty">{t('work.none')}</p> : null}
      <ul className="stack">
        {works.map((one) => (
          <li key={one.id} className="card row">
            <div className="grow">
              <Link to={one.id}>{one.kind}</Link>
              <div className="small muted">{t('work.askedOn', { on: one.on })}</div>
            </div>
            <WorkState state={one.state} />
          </li>
        ))}
      </ul>
    </>
  )
}
