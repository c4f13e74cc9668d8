import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { days } from '#packages/referentials/dates.ts'
import { projects } from '#server/projects/permissions.ts'
import { findProjectProposals } from '#server/projects/proposal/find-project-proposals.server.ts'
import { WhichProposals } from '../../crm/which-proposals.tsx'
import { answering, guard } from '../../guard.server.ts'
import { i18nFor } from '../../i18n.server.ts'
import { useDone } from '../../ui/use-done.ts'
import { VisibleBy } from '../../ui/visible-by.tsx'

export async function loader(args: LoaderFunctionArgs) {
  const ctx = guard(args, projects['project:read'])
  const answered = new URL(args.request.url).searchParams.get('voir') === 'repondues'
  const lines = await answering(args, () => findProjectProposals(ctx, answered))
  const { locale, network } = ctx
  const day = days(locale, network.timeZone, 'long')
  return {
    title: i18nFor(locale).t('space:projects.proposals'),
    all: `/${network.slug}/bureau/projets`,
    answered,
    lines: lines.map(({ submittedAt, decidedAt, ...line }) => ({
      ...line,
      on: day.format(new Date(decidedAt ?? submittedAt)),
    })),
  }
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }]

export default function ProjectProposals() {
  const page = useLoaderData<typeof loader>()
  const { t } = useTranslation('space')
  const done = useDone()
  return (
    <div className="stack">
      <nav className="small" aria-label={t('breadcrumb')}>
        <Link to={page.all}>{t('projects:list')}</Link>
      </nav>
      <h1>{page.title}</h1>
      {done === 'proposition' ? (
        <p className="notice ok" role="status">
          {t('proposals.done')}
        </p>
      ) : null}
      <p className="muted">{t('projects.proposalsLead')}</p>
      <WhichProposals answered={page.answered} />
      {page.lines.length === 0 ? (
        <p className="empty">{t(page.answered ? 'proposals.noneAnswered' : 'projects.noneWaiting')}</p>
      ) : (
        <ul className="todo">
          {page.lines.map((line) => (
            <li key={line.id}>
              <div className="grow">
                <strong>{line.title}</strong>{' '}
                {line.isNew ? <span className="tag">{t('projects.isNew')}</span> : null}
                <p className="small muted">
                  {[line.organisation, line.author, line.on].filter(Boolean).join(' · ')}
                </p>
              </div>
              <Link className="btn sm" to={line.id} aria-label={`${t('proposals.open')} — ${line.title}`}>
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
