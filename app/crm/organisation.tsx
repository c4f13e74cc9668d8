import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Link, useActionData, useLoaderData, useSearchParams } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { crm } from '#server/crm/permissions.ts'
import { recordId } from '#server/kernel/record-id.ts'
import { answering, guard, submitted } from '../guard.server.ts'
import { Done } from '../identity/team/done.tsx'
import { Representatives } from '../identity/team/representatives.tsx'
import { Attachments } from '../kernel/attachments.tsx'
import { SupportSection } from '../support/support-section.tsx'
import { useDone } from '../ui/use-done.ts'
import { AfterDone } from './record/after-done.tsx'
import { Deleted } from './record/deleted.tsx'
import { FamilySection } from './record/family-section.tsx'
import { HistorySection } from './record/history-section.tsx'
import { KeeperCard } from './record/keeper-card.tsx'
import { KeyFacts } from './record/key-facts.tsx'
import { MembershipsSection } from './record/memberships-section.tsx'
import { NotesSection } from './record/notes-section.tsx'
import { PeopleSection } from './record/people-section.tsx'
import { ProjectsSection } from './record/projects-section.tsx'
import { PublishCard } from './record/publish-card.tsx'
import { recordAction } from './record/record-action.server.ts'
import { RecordHead } from './record/record-head.tsx'
import { recordPage } from './record/record-page.server.ts'
import { StorySection } from './record/story.tsx'
import { TagsCard } from './record/tags-card.tsx'
import { TasksCard } from './record/tasks-card.tsx'
import { VerifiedCard } from './record/verified-card.tsx'

/** One page an organisation: everything it is told by is read by recordPage in one transaction. */
export async function loader(args: LoaderFunctionArgs) {
  const ctx = guard(args, crm['organisation:read'])
  const query = new URL(args.request.url).searchParams
  return answering(args, async () => recordPage(ctx, recordId(args.params.id), query))
}

export async function action(args: ActionFunctionArgs) {
  const ctx = guard(args, crm['organisation:read'])
  const form = await submitted(args)
  return answering(args, () => recordAction(ctx, args.params.id, form))
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.name }]

const DONE = [
  'fusionnee',
  'creee',
  'enregistree',
  'publiee',
  'retiree',
  'piece_jointe',
  'piece_retiree',
  'personne_ajoutee',
  'poste_termine',
  'poste_futur',
  'inscrite',
  'verifiee',
  'note_enregistree',
  'note_remise',
  'tache_enregistree',
  'tache_remise',
  'suivi',
]

export default function OrganisationRecordPage() {
  const page = useLoaderData<typeof loader>()
  const { t } = useTranslation('crm')
  const done = useDone()
  const refused = useActionData<typeof action>()
  const query = useSearchParams()[0]
  const { mayWrite } = page
  return (
    <>
      <nav className="small" aria-label={t('breadcrumb')}>
        <Link to={`/${page.slug}/bureau/structures`}>{t('organisations')}</Link>
      </nav>
      <Done />
      {done && DONE.includes(done) ? (
        <div className="notice ok row" role="status">
          <p className="grow">{t(`done.${done}`)}</p>
          <AfterDone done={done} page={page} />
        </div>
      ) : null}
      {done === 'masquee' ? (
        <p className="notice" role="status">
          {t('done.masquee')}
        </p>
      ) : null}
      {done === 'deja_fusionnees' ? (
        <div className="notice row" role="status">
          <p className="grow">{t('done.deja_fusionnees')}</p>
          <Link className="btn sm" to={`/${page.slug}/bureau/doublons/fusions`}>
            {t('merge.past')}
          </Link>
        </div>
      ) : null}
      {done === 'note_supprimee' ? <Deleted what="note" id={query.get('note')} /> : null}
      {done === 'tache_supprimee' ? <Deleted what="tache" id={query.get('tache')} /> : null}
      <RecordHead page={page} parts={partsOf(page, t)} mayNote={Boolean(page.support?.mayWrite)} />
      <div className="cols aside">
        {/* The story, then a section a subject; one line each. */}
        <div className="stack">
          <StorySection story={page.story} />
          <SupportSection support={page.support} />
          <NotesSection notes={page.notes} mayWrite={mayWrite} refused={refused} />
          <PeopleSection
            people={page.parts.people}
            home={page.home}
            all={page.people}
            mayWrite={page.mayWritePeople}
          />
          <FamilySection family={page.parts.family} />
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
          <HistorySection history={page.history} merged={page.merged} journal={page.journal} />
        </div>
        {/* What awaits, key facts, who looks after it; one line each. */}
        <aside className="stack" aria-label={t('beside')}>
          <TasksCard
            tasks={page.tasks}
            team={page.team}
            me={page.me}
            mayWrite={mayWrite}
            refused={refused}
            everyTask={`/${page.slug}/bureau/a-faire`}
          />
          <KeyFacts facts={page.facts} own={page.ownFacts} />
          <TagsCard
            tags={page.tags}
            mayWrite={mayWrite}
            list={`/${page.slug}/bureau/structures`}
            manage={`/${page.slug}/bureau/etiquettes`}
            refused={refused}
          />
          {mayWrite ? <KeeperCard keeper={page.keeper} team={page.team} /> : null}
          <VerifiedCard on={page.verifiedOn} mayVerify={page.mayEdit} home={page.home} />
          {page.hasDirectory ? (
            <PublishCard listing={page.listing} hidden={page.hidden} mayPublish={page.mayPublish} />
          ) : null}
        </aside>
      </div>
    </>
  )
}

/** What stands further down, in the order it stands there, for who does not want to read it all. */
function partsOf(
  page: ReturnType<typeof useLoaderData<typeof loader>>,
  t: ReturnType<typeof useTranslation<'crm'>>['t'],
) {
  const { people, projects } = page.parts
  return [
    { id: 'histoire', label: t('story') },
    ...(page.support ? [{ id: 'appuis', label: t('support:title') }] : []),
    { id: 'notes', label: t('notes.title'), count: page.notes.length },
    ...(people ? [{ id: 'personnes', label: t('people'), count: people.length }] : []),
    ...(projects ? [{ id: 'projets', label: t('projects:list'), count: projects.length }] : []),
    ...(page.memberships.length > 0 ? [{ id: 'adhesions', label: t('memberships') }] : []),
    { id: 'pieces', label: t('kernel:files.title'), count: page.files.length },
    { id: 'taches', label: t('tasks.title') },
  ]
}
