import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { publishOrganisation } from '#server/crm/organisation/publish-organisation.server.ts'
import { unpublishOrganisation } from '#server/crm/organisation/unpublish-organisation.server.ts'
import { crm } from '#server/crm/permissions.ts'
import { recordId } from '#server/kernel/record-id.ts'
import { answering, guard, submitted } from '../guard.server.ts'
import { Done } from '../identity/team/done.tsx'
import { Representatives } from '../identity/team/representatives.tsx'
import { Attachments } from '../kernel/attachments.tsx'
import { SupportSection } from '../support/support-section.tsx'
import { useDone } from '../ui/use-done.ts'
import { HistorySection } from './record/history-section.tsx'
import { KeyFacts } from './record/key-facts.tsx'
import { MembershipsSection } from './record/memberships-section.tsx'
import { PeopleSection } from './record/people-section.tsx'
import { ProjectsSection } from './record/projects-section.tsx'
import { PublishCard } from './record/publish-card.tsx'
import { RecordHead } from './record/record-head.tsx'
import { recordPage } from './record/record-page.server.ts'
import { StorySection } from './record/story.tsx'

/** One page an organisation: everything it is told by is read by recordPage in one transaction. */
export async function loader(args: LoaderFunctionArgs) {
  const ctx = guard(args, crm['organisation:read'])
  const query = new URL(args.request.url).searchParams
  return answering(args, async () => recordPage(ctx, recordId(args.params.id), query))
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
      <RecordHead page={page} />
      <div className="cols aside">
        {/* The story, then a section a subject; one line each. */}
        <div className="stack">
          <StorySection story={page.story} />
          <SupportSection support={page.support} />
          <PeopleSection people={page.parts.people} />
          <ProjectsSection projects={page.parts.projects} />
          <MembershipsSection memberships={page.memberships} />
          <section className="card stack" id="pieces">
            <h2>{t('kernel:files.title')}</h2>
            <Attachments files={page.files} action={`${page.home}/pieces`} />
          </section>
          <Representatives
            representatives={page.representatives}
            organisationId={page.id}
            slug={page.slug}
            mayManage={page.mayInvite}
          />
          <HistorySection history={page.history} journal={page.journal} />
        </div>
        {/* What awaits, key facts, who looks after it; one line each. */}
        <aside className="stack" aria-label={t('beside')}>
          <KeyFacts facts={page.facts} />
          {page.hasDirectory ? <PublishCard listing={page.listing} mayPublish={page.mayPublish} /> : null}
        </aside>
      </div>
    </>
  )
}
