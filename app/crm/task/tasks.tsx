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
import { crm } from '#server/crm/permissions.ts'
import { findTasks } from '#server/crm/task/find-tasks.server.ts'
import { markTask } from '#server/crm/task/write-task.server.ts'
import { today } from '#server/kernel/clock.ts'
import { may } from '#server/kernel/permissions.ts'
import { recordId } from '#server/kernel/record-id.ts'
import { answering, guard, submitted } from '../../guard.server.ts'
import { i18nFor } from '../../i18n.server.ts'
import { EmptyList } from '../../ui/list-states.tsx'
import { Pagination } from '../../ui/pagination.tsx'
import { useDone } from '../../ui/use-done.ts'
import { VisibleBy } from '../../ui/visible-by.tsx'
import { listAsked } from '../lists/list-asked.server.ts'

const LAST_PAGE = 1000

export async function loader(args: LoaderFunctionArgs) {
  const ctx = guard(args, crm['organisation:read'])
  const query = new URL(args.request.url).searchParams
  const asked = Number(query.get('page') ?? 1)
  const page = Number.isInteger(asked) && asked >= 1 ? Math.min(asked, LAST_PAGE) : 1
  const everyone = query.get('qui') === 'tous'
  const found = await answering(args, () => findTasks(ctx, { everyone, page }))
  const day = days(ctx.locale, 'UTC')
  const now = today(ctx.clock, ctx.network.timeZone)
  return {
    ...found,
    everyone,
    items: found.items.map((task) => ({
      ...task,
      late: task.dueOn !== null && task.dueOn < now,
      due: task.dueOn && day.format(new Date(task.dueOn)),
    })),
    list: `/${ctx.network.slug}/bureau/structures`,
    mayWrite: may(ctx, crm['organisation:write']),
    mayExport: may(ctx, crm['organisation:export']),
    asked: listAsked('tasks', query),
    title: i18nFor(ctx.locale).t('crm:tasks.page'),
  }
}

export async function action(args: ActionFunctionArgs) {
  const ctx = guard(args, crm['organisation:write'])
  const form = await submitted(args)
  if (form.get('intent') !== 'faire') throw data(null, { status: 400 })
  await answering(args, async () =>
    markTask(ctx, recordId(String(form.get('structure'))), recordId(String(form.get('tache'))), true),
  )
  const whose = form.get('qui') === 'tous' ? '&qui=tous' : ''
  return redirect(`/${ctx.network.slug}/bureau/a-faire?fait=tache${whose}`)
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }]

export default function Tasks() {
  const page = useLoaderData<typeof loader>()
  const { t } = useTranslation('crm')
  const done = useDone()
  return (
    <>
      <div className="row">
        <h1 className="grow">{t('tasks.page')}</h1>
        {page.mayExport && page.items.length > 0 ? (
          <Link className="btn" to={`../demandes-de-listes/nouvelle?${page.asked}`}>
            {t('lists.short')}
          </Link>
        ) : null}
      </div>
      <p className="lead">{t('tasks.about')}</p>
      <VisibleBy who="team" />
      {done === 'tache' ? (
        <p className="notice ok" role="status">
          {t('tasks.marked')}
        </p>
      ) : null}
      <nav className="chips" aria-label={t('tasks.whose')}>
        <Link className="chip" aria-current={page.everyone ? undefined : 'true'} to="?">
          {t('tasks.mine')}
        </Link>
        <Link className="chip" aria-current={page.everyone ? 'true' : undefined} to="?qui=tous">
          {t('tasks.everyone')}
        </Link>
      </nav>
      {page.items.length === 0 ? (
        <EmptyList text={t(page.everyone ? 'tasks.nothing' : 'tasks.nothingMine')}>
          <Link className="btn" to={page.list}>
            {t('tasks.see')}
          </Link>
        </EmptyList>
      ) : null}
      <ul className="todo">
        {page.items.map((task) => (
          <li key={task.id}>
            <div className="grow">
              <strong>{task.title}</strong>
              <p className="small muted">
                {task.late ? <span className="tag bad">{t('tasks.late')}</span> : null}{' '}
                <Link to={`${page.list}/${task.organisationId}#taches`}>{task.organisation}</Link>
                {' — '}
                {[task.due && t('tasks.due', { date: task.due }), task.assignee ?? t('tasks.nobody')]
                  .filter(Boolean)
                  .join(' — ')}
              </p>
            </div>
            {page.mayWrite ? (
              <Form method="post" preventScrollReset>
                <input type="hidden" name="structure" value={task.organisationId} />
                <input type="hidden" name="tache" value={task.id} />
                {page.everyone ? <input type="hidden" name="qui" value="tous" /> : null}
                <button
                  className="btn sm"
                  type="submit"
                  name="intent"
                  value="faire"
                  aria-label={`${t('tasks.do')} — ${task.title}`}
                >
                  {t('tasks.do')}
                </button>
              </Form>
            ) : null}
          </li>
        ))}
      </ul>
      {page.pages > 1 ? <Pagination page={page.page} pages={page.pages} /> : null}
    </>
  )
}
