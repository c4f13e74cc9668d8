import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { Form, Link, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { days } from '#packages/referentials/dates.ts'
import { findAttachments } from '#server/crm/attachment/find-attachments.server.ts'
import { getRecordPage } from '#server/crm/organisation/get-record-page.server.ts'
import { publishOrganisation } from '#server/crm/organisation/publish-organisation.server.ts'
import { unpublishOrganisation } from '#server/crm/organisation/unpublish-organisation.server.ts'
import { crm } from '#server/crm/permissions.ts'
import { identity } from '#server/identity/permissions.ts'
import { findRepresentatives } from '#server/identity/representation/end-representation.server.ts'
import { may } from '#server/kernel/permissions.ts'
import { recordId } from '#server/kernel/record-id.ts'
import { upkeep } from '#server/kernel/rules.ts'
import { RECORD_PARTS, TIMELINE_SOURCES } from '#server/record-parts.ts'
import { answering, guard, submitted } from '../guard.server.ts'
import { Done } from '../identity/team/done.tsx'
import { Representatives } from '../identity/team/representatives.tsx'
import { Attachments } from '../kernel/attachments.tsx'
import { fileLines } from '../kernel/file-lines.server.ts'
import { JournalLines } from '../kernel/journal-lines.tsx'
import { nameOf } from '../shell.server.ts'
import { useDone } from '../ui/use-done.ts'
import { VisibleBy } from '../ui/visible-by.tsx'
import { recordView } from './record-view.server.ts'

export async function loader(args: LoaderFunctionArgs) {
  const ctx = guard(args, crm['organisation:read'])
  const [record, { files }, representatives] = await answering(args, async () => {
    const id = recordId(args.params.id)
    return Promise.all([
      getRecordPage(ctx, id, RECORD_PARTS, TIMELINE_SOURCES),
      findAttachments(ctx, id),
      findRepresentatives(ctx, id),
    ])
  })
  const day = days(ctx.locale, 'UTC')
  return {
    ...recordView(record, ctx.network, nameOf(ctx.network), ctx.locale),
    parts: record.parts,
    files: fileLines(files, ctx.network, ctx.locale),
    representatives: representatives.map(({ since, ...one }) => ({
      ...one,
      since: day.format(new Date(since)),
    })),
    mayInvite: may(ctx, identity['representative:manage']),
    mayEdit: may(ctx, crm[record.publishedAt ? 'organisation:correct' : 'organisation:write']),
    mayPublish: may(ctx, crm['organisation:publish']),
    journal: may(ctx, upkeep['journal:read'])
      ? `/${ctx.network.slug}/bureau/journal?fiche=${record.id}`
      : null,
  }
}

export async function action(args: ActionFunctionArgs) {
  const ctx = guard(args, crm['organisation:publish'])
  const intent = (await submitted(args)).get('intent')
  if (intent !== 'publier' && intent !== 'retirer') throw data(null, { status: 400 })
  const home = `/${ctx.network.slug}/bureau/structures/${args.params.id}`
  await answering(args, async (): Promise<unknown> => {
    const id = recordId(args.params.id)
    return intent === 'publier' ? publishOrganisation(ctx, id) : unpublishOrganisation(ctx, id)
  })
  return redirect(`${home}?fait=${intent === 'publier' ? 'publiee' : 'retiree'}`)
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.name }]

const DONE = ['creee', 'enregistree', 'publiee', 'retiree', 'piece_jointe', 'piece_retiree']

export default function OrganisationRecordPage() {
  const page = useLoaderData<typeof loader>()
  const { t } = useTranslation('crm')
  const done = useDone()
  return (
    <>
      <nav className="small" aria-label={t('breadcrumb')}>
        <Link to={`/${page.slug}/bureau/structures`}>{t('organisations')}</Link>
      </nav>
      <Done />
      {done && DONE.includes(done) ? (
        <div className="notice ok" role="status">
          {t(`done.${done}`)}
        </div>
      ) : null}
      <div className="row title">
        <div className="avatar large" aria-hidden="true">
          {page.initials}
        </div>
        <div className="grow">
          <h1>{page.name}</h1>
          <p className="muted">{page.what}</p>
        </div>
        {page.mayEdit ? (
          <Link className="btn" to="modifier">
            {t('edit')}
          </Link>
        ) : null}
      </div>
      <p className="row">
        {page.hasDirectory ? (
          <span className={page.listing ? 'tag ok' : 'tag'}>
            {t(page.listing ? 'published' : 'unpublished')}
          </span>
        ) : null}
        {page.memberOf ? <span className="tag member">{t('memberOf', { year: page.memberOf })}</span> : null}
      </p>
      <VisibleBy who="team" />
      <div className="cols aside">
        <div className="stack">
          <dl className="facts card">
            {page.facts.map((fact) => (
              <div key={fact.key}>
                <dt>{t(`field.${fact.key}`)}</dt>
                <dd>{fact.value}</dd>
              </div>
            ))}
          </dl>
          <section className="card stack" id="pieces">
            <h2>{t('kernel:files.title')}</h2>
            <Attachments files={page.files} action={`/${page.slug}/bureau/structures/${page.id}/pieces`} />
          </section>
          <Representatives
            representatives={page.representatives}
            organisationId={page.id}
            slug={page.slug}
            mayManage={page.mayInvite}
          />
          <section className="card">
            <h2>{t('history')}</h2>
            {page.history.length === 0 ? <p className="muted">{t('noHistory')}</p> : null}
            <JournalLines lines={page.history} />
            {page.journal ? <Link to={page.journal}>{t('kernel:journal.ofRecord')}</Link> : null}
          </section>
        </div>
        {page.hasDirectory || page.projects.length > 0 ? (
          <aside className="stack" aria-label={t('beside')}>
            {page.hasDirectory ? <PublishCard listing={page.listing} mayPublish={page.mayPublish} /> : null}
            {page.projects.length > 0 ? (
              <section className="card">
                <h2>{t('projects')}</h2>
                <ul>
                  {page.projects.map((project) => (
                    <li key={project.id}>{project.title}</li>
                  ))}
                </ul>
              </section>
            ) : null}
          </aside>
        ) : null}
      </div>
    </>
  )
}

function PublishCard({ listing, mayPublish }: { listing: string | null; mayPublish: boolean }) {
  const { t } = useTranslation('crm')
  return (
    <Form method="post" className="card stack">
      <h2>{t('directory')}</h2>
      <p>{t(listing ? 'publishedHelp' : 'unpublishedHelp')}</p>
      {listing ? <Link to={listing}>{t('seeListing')}</Link> : null}
      {mayPublish ? (
        <button
          className={listing ? 'btn' : 'btn primary'}
          type="submit"
          name="intent"
          value={listing ? 'retirer' : 'publier'}
        >
          {t(listing ? 'unpublish' : 'publish')}
        </button>
      ) : (
        <p className="muted">{t('publishedByOthers')}</p>
      )}
    </Form>
  )
}
