import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { moments } from '#packages/referentials/dates.ts'
import { findMergedHistories } from '#server/crm/merge/merged-here.server.ts'
import { crm } from '#server/crm/permissions.ts'
import { recordId } from '#server/kernel/record-id.ts'
import { answering, guard } from '../../guard.server.ts'
import { i18nFor } from '../../i18n.server.ts'
import { JournalLines } from '../../kernel/journal-lines.tsx'
import { historyLines } from '../../kernel/journal-view.server.ts'
import { EmptyList } from '../../ui/list-states.tsx'
import { ownOfHistory } from '../own-field/own-of-history.server.ts'

/** What happened to the records that a merge put into this one, before they were one. */
export async function loader(args: LoaderFunctionArgs) {
  const ctx = guard(args, crm['organisation:read'])
  const { network, locale } = ctx
  const found = await answering(args, async () => findMergedHistories(ctx, recordId(args.params.id)))
  const own = await ownOfHistory(
    ctx,
    found.records.flatMap(({ lines }) => lines),
  )
  const date = moments(locale, network.timeZone, 'long')
  const { t } = i18nFor(locale)
  return {
    name: found.name,
    record: `/${network.slug}/bureau/structures/${args.params.id}`,
    title: t('crm:merge.histories', { name: found.name }),
    records: found.records.map(({ id, name, at, by, lines }) => ({
      id,
      title: t('crm:merge.historyOf', { name }),
      merged: t('crm:merge.mergedBy', { date: date.format(new Date(at)), name: by ?? t('kernel:someone') }),
      lines: historyLines(lines, network, locale, own),
    })),
  }
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }]

export default function MergedHistories() {
  const page = useLoaderData<typeof loader>()
  const { t } = useTranslation('crm')
  return (
    <>
      <nav className="small" aria-label={t('breadcrumb')}>
        <Link to={page.record}>{page.name}</Link>
      </nav>
      <h1>{page.title}</h1>
      {page.records.length === 0 ? <EmptyList text={t('merge.noHistories')} /> : null}
      {page.records.map(({ id, title, merged, lines }) => (
        <section key={id} className="card stack" aria-labelledby={id}>
          <h2 id={id}>{title}</h2>
          <p className="muted">{merged}</p>
          {lines.length === 0 ? <p className="muted">{t('noHistory')}</p> : <JournalLines lines={lines} />}
        </section>
      ))}
    </>
  )
}
