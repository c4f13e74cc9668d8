import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { myDossiers } from '#server/dispositifs/editor/my-dossiers.server.ts'
import { dispositifs } from '#server/dispositifs/permissions.ts'
import { answering, guard } from '../../guard.server.ts'
import { i18nFor } from '../../i18n.server.ts'
import { VisibleBy } from '../../ui/visible-by.tsx'
import { ownLines } from './own-lines.server.ts'
import { OwnLines } from './own-lines.tsx'

export async function loader(args: LoaderFunctionArgs) {
  const ctx = guard(args, dispositifs['dossier:hold'])
  const mine = await answering(args, () => myDossiers(ctx))
  return {
    title: i18nFor(ctx.locale).t('dispositifs:holder.mine'),
    calls: `/${ctx.network.slug}/dispositifs`,
    lines: ownLines(ctx, mine),
  }
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }]

export default function OwnDossiers() {
  const page = useLoaderData<typeof loader>()
  const { t } = useTranslation('dispositifs')
  return (
    <div className="wrap page stack">
      <div className="row">
        <h1 className="grow">{page.title}</h1>
        <Link className="btn" to={page.calls}>
          {t('holder.seeCalls')}
        </Link>
      </div>
      {page.lines.length === 0 ? (
        <p className="empty">{t('holder.none')}</p>
      ) : (
        <OwnLines lines={page.lines} />
      )}
      <VisibleBy who="youAndTeam" />
    </div>
  )
}
