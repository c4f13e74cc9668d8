import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { Link, useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { dossierOfProject } from '#server/dispositifs/public.ts'
import { DomainError } from '#server/kernel/errors.ts'
import { may } from '#server/kernel/permissions.ts'
import { recordId } from '#server/kernel/record-id.ts'
import { projects } from '#server/projects/permissions.ts'
import { getProject } from '#server/projects/project/get-project.server.ts'
import { publishProject } from '#server/projects/project/publish-project.server.ts'
import { unpublishProject } from '#server/projects/project/unpublish-project.server.ts'
import { findTies } from '#server/projects/tie/find-ties.server.ts'
import { answering, guard, submitted } from '../guard.server.ts'
import { JournalLines } from '../kernel/journal-lines.tsx'
import { Badge } from '../ui/badge.tsx'
import { useDone } from '../ui/use-done.ts'
import { VisibleBy } from '../ui/visible-by.tsx'
import { PublishProject } from './publish-project.tsx'
import { Around, PicturesSection, TiesSection } from './record-sections.tsx'
import { projectRecordView } from './record-view.server.ts'

export async function loader(args: LoaderFunctionArgs) {
  const ctx = guard(args, projects['project:read'])
  const [record, ties, from] = await answering(args, async () => {
    const id = recordId(args.params.id)
    return Promise.all([getProject(ctx, id), findTies(ctx, id), dossierOfProject(ctx, id)])
  })
  return {
    ...projectRecordView(record, ties, ctx.network, ctx.locale),
    from: from && { ...from, to: `/${ctx.network.slug}/bureau/dispositifs/dossiers/${from.id}` },
    mayEdit: may(ctx, projects[record.publishedAt ? 'project:correct' : 'project:write']),
    mayPublish: may(ctx, projects['project:publish']),
    mayTie: may(ctx, projects['project:tie']),
  }
}

export async function action(args: ActionFunctionArgs) {
  const ctx = guard(args, projects['project:publish'])
  const intent = (await submitted(args)).get('intent')
  if (intent !== 'publier' && intent !== 'retirer') throw data(null, { status: 400 })
  const home = `/${ctx.network.slug}/bureau/projets/${args.params.id}`
  return answering(args, async () => {
    const id = recordId(args.params.id)
    try {
      if (intent === 'publier') await publishProject(ctx, id)
      else await unpublishProject(ctx, id)
    } catch (error) {
      if (!(error instanceof DomainError) || error.code !== 'projects.not_publishable') throw error
      return data({ lacks: error.details.lacks as string[] }, { status: 422 })
    }
    return redirect(`${home}?fait=${intent === 'publier' ? 'publie' : 'retire'}`)
  })
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }]

const DONE = ['cree', 'enregistre', 'publie', 'retire', 'image', 'image_retiree', 'lien', 'lien_retire']

export default function ProjectRecord() {
  const page = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const { t } = useTranslation('projects')
  const done = useDone()
  return (
    <>
      <nav className="small" aria-label={t('page.breadcrumb')}>
        <Link to={page.list}>{t('list')}</Link>
      </nav>
      {done && DONE.includes(done) ? (
        <div className="notice ok" role="status">
          {t(`done.${done}`)}
        </div>
      ) : null}
      <div className="row title">
        <h1 className="grow">{page.title}</h1>
        {page.mayEdit ? (
          <Link className="btn" to="modifier">
            {t('edit')}
          </Link>
        ) : null}
      </div>
      {page.from ? (
        <p>
          {t('dispositifs:follow.project.from')} <Link to={page.from.to}>{page.from.name}</Link>
        </p>
      ) : null}
      <p className="row">
        <Badge
          tone={page.published ? 'ok' : 'neutral'}
          label={t(page.published ? 'state.published' : 'state.draft')}
        />
        {page.countryOnly ? <Badge tone="info" label={t('state.countryOnly')} /> : null}
        {page.teamOnly ? <Badge tone="wait" label={t('state.teamOnly')} /> : null}
      </p>
      <VisibleBy who="team" />
      <div className="cols aside">
        <div className="stack">
          <Around title={t('field.holders')} organisations={page.holders} leads />
          <Around title={t('field.partnersHere')} organisations={page.partnersHere} />
          <dl className="facts card">
            {page.facts.map(({ key, value }) => (
              <div key={key}>
                <dt>{t(`field.${key}`)}</dt>
                <dd>{value}</dd>
              </div>
            ))}
          </dl>
          <PicturesSection pictures={page.pictures} mayEdit={page.mayEdit} />
          <section className="card">
            <h2>{t('history')}</h2>
            {page.history.length === 0 ? <p className="muted">{t('noHistory')}</p> : null}
            <JournalLines lines={page.history} />
          </section>
        </div>
        <aside className="stack" aria-label={t('beside')}>
          <PublishProject
            publicPage={page.publicPage}
            mayPublish={page.mayPublish}
            lacks={refused?.lacks ?? page.lacks}
          />
          <TiesSection ties={page.ties} mayTie={page.mayTie} />
        </aside>
      </div>
    </>
  )
}
