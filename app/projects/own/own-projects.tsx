import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { days } from '#packages/referentials/dates.ts'
import { recordId } from '#server/kernel/record-id.ts'
import { statusLabel } from '#server/projects/listing/facet-labels.ts'
import { projects } from '#server/projects/permissions.ts'
import { changesIn, findOwnProjects } from '#server/projects/proposal/own-projects.server.ts'
import { decidedIn } from '#server/projects/proposal/proposal.ts'
import { answering, guard } from '../../guard.server.ts'
import { i18nFor } from '../../i18n.server.ts'
import { AnsweredProposals } from '../../space/answered-proposals.tsx'
import { useDone } from '../../ui/use-done.ts'
import { VisibleBy } from '../../ui/visible-by.tsx'
import { decidedLabel } from './project-words.server.ts'

export async function loader(args: LoaderFunctionArgs) {
  const ctx = guard(args, projects['project:propose'])
  return answering(args, async () => {
    const id = recordId(args.params.id)
    const { name, projects: held, open, answered, atOnce } = await findOwnProjects(ctx, id)
    const { locale, network } = ctx
    const day = days(locale, network.timeZone, 'long')
    const waiting = new Map(open.flatMap((one) => (one.projectId ? [[one.projectId, one]] : [])))
    const told = (one?: (typeof open)[number]) =>
      one && {
        waits: one.state === 'submitted',
        on: day.format(one.submittedAt ?? one.updatedAt),
      }
    const known = new Map(held.map((one) => [one.id, one.title]))
    return {
      title: i18nFor(locale).t('space:projects.titleOf'),
      name,
      atOnce,
      back: `/${network.slug}/espace/structures/${id}`,
      held: held.map(({ id: project, title, slug, published, status }) => ({
        id: project,
        title,
        published,
        status: statusLabel(status, locale),
        page: published ? `/${network.slug}/projets/${slug}` : null,
        open: told(waiting.get(project)),
      })),
      drafts: open
        .filter(({ projectId }) => projectId === null)
        .map((one) => ({ id: one.id, title: changesIn(one).title ?? '', open: told(one)! })),
      answered: answered.map((one) => ({
        id: one.id,
        heading: (one.projectId && known.get(one.projectId)) || (changesIn(one).title ?? ''),
        published: one.state === 'published',
        reason: one.reason,
        detail: [
          day.format(one.decidedAt ?? one.updatedAt),
          decidedIn(changesIn(one))
            .map((decided) => decidedLabel(decided, locale))
            .join(', '),
        ].join(' · '),
      })),
    }
  })
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: page && `${page.title} — ${page.name}` },
]

const DONE = ['projet-envoye', 'projet-publie', 'projet-brouillon', 'projet-abandonne']

export default function OwnProjects() {
  const page = useLoaderData<typeof loader>()
  const { t } = useTranslation('space')
  const done = useDone()
  return (
    <div className="wrap page">
      <nav className="small" aria-label={t('breadcrumb')}>
        <Link to={page.back}>{page.name}</Link>
      </nav>
      {done && DONE.includes(done) ? (
        <p className="notice ok" role="status">
          {t(`done.${done}`)}
        </p>
      ) : null}
      <div className="row">
        <h1 className="grow">{page.title}</h1>
        <Link className="btn primary" to="nouveau">
          {t('projects.new')}
        </Link>
      </div>
      <p className="lead">{t(page.atOnce ? 'projects.leadAtOnce' : 'projects.lead')}</p>
      {page.held.length + page.drafts.length === 0 ? <p className="empty">{t('projects.none')}</p> : null}
      <ul className="todo">
        {page.drafts.map(({ id, title, open }) => (
          <li key={id}>
            <div className="grow">
              <strong>{title}</strong>
              <p className="small muted">
                {t(open.waits ? 'projects.newWaits' : 'projects.newDraft', { date: open.on })}
              </p>
            </div>
            <Link className="btn sm" to={id} aria-label={t('projects.goOnWith', { title })}>
              {t('goOn')}
            </Link>
          </li>
        ))}
        {page.held.map(({ id, title, status, published, page: shown, open }) => (
          <li key={id}>
            <div className="grow">
              <strong>{shown ? <a href={shown}>{title}</a> : title}</strong>
              <p className="small muted">
                {[status, t(published ? 'projects.shown' : 'projects.notShown')].join(' · ')}
              </p>
              {open ? (
                <p className="small">
                  <span className="tag">
                    {t(open.waits ? 'waitsSince' : 'draftSince', { date: open.on })}
                  </span>
                </p>
              ) : null}
            </div>
            <Link className="btn sm" to={id} aria-label={t('projects.editOf', { title })}>
              {t('projects.edit')}
            </Link>
          </li>
        ))}
      </ul>
      <AnsweredProposals answered={page.answered} />
      <VisibleBy who="youAndTeam" />
    </div>
  )
}
