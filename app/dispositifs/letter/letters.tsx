import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { fillGaps, GAPS, type GapValues } from '#server/dispositifs/letter/letter.ts'
import { getLetters } from '#server/dispositifs/letter/letters-of.server.ts'
import { dispositifs } from '#server/dispositifs/permissions.ts'
import { recordId } from '#server/kernel/record-id.ts'
import { answering, guard } from '../../guard.server.ts'
import { i18nFor } from '../../i18n.server.ts'
import { Badge } from '../../ui/badge.tsx'
import { Breadcrumb } from '../../ui/breadcrumb.tsx'
import { type Column, DataTable } from '../../ui/data-table.tsx'
import { Done } from '../told.tsx'

export async function loader(args: LoaderFunctionArgs) {
  const ctx = guard(args, dispositifs['dispositif:read'])
  const { dispositif, letters } = await answering(args, async () => getLetters(ctx, recordId(args.params.id)))
  const base = `/${ctx.network.slug}/bureau/dispositifs`
  const { t } = i18nFor(ctx.locale)
  // `{{projet}}` is for who writes the letter: a list tells what will stand there.
  const inWords = Object.fromEntries(
    GAPS.map((gap) => [gap, `[${t(`dispositifs:follow.gap.${gap}`)}]`]),
  ) as GapValues
  return {
    ...{ base, here: `${base}/${dispositif.id}`, code: dispositif.code },
    letters: letters.map(({ key, subject, own }) => ({ key, subject: fillGaps(subject, inWords), own })),
    title: t('dispositifs:follow.letters.listTitle', { code: dispositif.code }),
  }
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }]

type Line = Awaited<ReturnType<typeof loader>>['letters'][number]

export default function Letters() {
  const page = useLoaderData<typeof loader>()
  const { t } = useTranslation('dispositifs')
  const columns: Column<Line>[] = [
    {
      key: 'letter',
      label: t('follow.field.letter'),
      cell: ({ key }) => <Link to={key}>{t(`follow.letter.${key}`)}</Link>,
    },
    { key: 'subject', label: t('follow.field.subject'), cell: ({ subject }) => subject },
    {
      key: 'own',
      label: t('follow.letters.words'),
      cell: ({ own }) => (
        <Badge
          tone={own ? 'info' : 'neutral'}
          label={t(own ? 'follow.letters.own' : 'follow.letters.ready')}
        />
      ),
    },
  ]
  return (
    <div className="stack">
      <Breadcrumb
        trail={[
          { to: page.base, label: t('title') },
          { to: page.here, label: page.code },
        ]}
        here={t('follow.letters.title')}
      />
      <h1>{page.title}</h1>
      <Done of="followUp" />
      <p className="muted">{t('follow.letters.lead')}</p>
      <DataTable caption={page.title} columns={columns} rows={page.letters} rowKey={({ key }) => key} />
    </div>
  )
}
