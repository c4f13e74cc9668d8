import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { days } from '#packages/referentials/dates.ts'
import { findOwnFields } from '#server/crm/own-field/find-own-fields.server.ts'
import { crm } from '#server/crm/permissions.ts'
import { findProposals } from '#server/crm/proposal/find-proposals.server.ts'
import { may } from '#server/kernel/permissions.ts'
import { answering, guard } from '../guard.server.ts'
import { i18nFor } from '../i18n.server.ts'
import { fieldLabel } from '../space/page-words.server.ts'
import { useDone } from '../ui/use-done.ts'
import { VisibleBy } from '../ui/visible-by.tsx'
import { WhichProposals } from './which-proposals.tsx'

export async function loader(args: LoaderFunctionArgs) {
  const ctx = guard(args, crm['page:read'])
  const answered = new URL(args.request.url).searchParams.get('voir') === 'repondues'
  const day = days(ctx.locale, ctx.network.timeZone, 'long')
  const { t } = i18nFor(ctx.locale)
  const [lines, own] = await answering(args, () =>
    Promise.all([findProposals(ctx, answered), findOwnFields(ctx)]),
  )
  return {
    title: t('space:proposals.title'),
    answered,
    rules: may(ctx, crm['page:rules']) ? `/${ctx.network.slug}/bureau/propositions/reglages` : null,
    lines: lines.map(({ id, organisation, origin, author, fields, note, submittedAt, decidedAt, state }) => ({
      id,
      organisation,
      origin,
      author,
      state,
      on: day.format(new Date(decidedAt ?? submittedAt)),
      what:
        fields.length > 0
          ? fields.map((field) => fieldLabel(field, own, ctx.locale)).join(', ')
          : note.slice(0, 200),
    })),
  }
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }]

export default function Proposals() {
  const page = useLoaderData<typeof loader>()
  const { t } = useTranslation('space')
  const done = useDone()
  return (
    <div className="stack">
      <div className="row">
        <h1 className="grow">{page.title}</h1>
        {page.rules ? (
          <Link className="btn" to={page.rules}>
            {t('rules.link')}
          </Link>
        ) : null}
      </div>
      <p className="muted">{t('proposals.lead')}</p>
      {done === 'proposition' ? (
        <p className="notice ok" role="status">
          {t('proposals.done')}
        </p>
      ) : null}
      <WhichProposals answered={page.answered} />
      {page.lines.length === 0 ? (
        <p className="empty">{t(page.answered ? 'proposals.noneAnswered' : 'proposals.none')}</p>
      ) : (
        <ul className="todo">
          {page.lines.map((line) => (
            <li key={line.id}>
              <div className="grow">
                <strong>{line.organisation}</strong> <span className="tag">{t(`origin.${line.origin}`)}</span>{' '}
                {line.state === 'submitted' ? null : (
                  <span className={line.state === 'published' ? 'tag ok' : 'tag'}>
                    {t(line.state === 'published' ? 'wasPublished' : 'wasRefused')}
                  </span>
                )}
                <p className="words">{line.what}</p>
                <p className="small muted">{[line.author, line.on].filter(Boolean).join(' · ')}</p>
              </div>
              <Link
                className="btn sm"
                to={line.id}
                aria-label={`${t('proposals.open')} — ${line.organisation}`}
              >
                {t('proposals.open')}
              </Link>
            </li>
          ))}
        </ul>
      )}
      <VisibleBy who="team" />
    </div>
  )
}
