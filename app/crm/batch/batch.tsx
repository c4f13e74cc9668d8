import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { Form, Link, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { getBatch } from '#server/crm/batch/find-batches.server.ts'
import { undoBatch } from '#server/crm/batch/undo-batch.server.ts'
import { crm } from '#server/crm/permissions.ts'
import { may } from '#server/kernel/permissions.ts'
import { recordId } from '#server/kernel/record-id.ts'
import { answering, guard, submitted } from '../../guard.server.ts'
import { ConfirmSubmit } from '../../ui/confirm-submit.tsx'
import { useDone } from '../../ui/use-done.ts'
import { VisibleBy } from '../../ui/visible-by.tsx'
import { batchView, LEFT } from './batch-view.server.ts'
import { PeopleLeft } from './people-left.tsx'

export async function loader(args: LoaderFunctionArgs) {
  const ctx = guard(args, crm['organisation:read'])
  const batch = await answering(args, async () => getBatch(ctx, recordId(args.params.batch)))
  return {
    ...batchView(batch, ctx),
    lines: batch.first.map((line) => ({
      ...line,
      left: line.outcome !== null && LEFT.includes(line.outcome),
    })),
    people: batch.people,
    slug: ctx.network.slug,
    mayUndo: may(ctx, crm['organisation:correct']),
  }
}

export async function action(args: ActionFunctionArgs) {
  const ctx = guard(args, crm['organisation:correct'])
  if ((await submitted(args)).get('intent') !== 'annuler') throw data(null, { status: 400 })
  return answering(args, async () => {
    const id = recordId(args.params.batch)
    const { workId } = await undoBatch(ctx, id)
    const desk = `/${ctx.network.slug}/bureau`
    return redirect(workId ? `${desk}/travaux/${workId}` : `${desk}/lots/${id}?fait=annulee`)
  })
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.kind }]

export default function BatchPage() {
  const page = useLoaderData<typeof loader>()
  const { t } = useTranslation('crm')
  const done = useDone()
  const more = page.records - page.lines.length
  return (
    <>
      <nav className="small" aria-label={t('breadcrumb')}>
        <Link to={`/${page.slug}/bureau/lots`}>{t('batch.title')}</Link>
      </nav>
      {done === 'faite' ? (
        <p className="notice ok" role="status">
          {t('batch.done', { count: page.records })}
        </p>
      ) : null}
      <h1>{page.kind}</h1>
      {page.what ? <p className="lead">{page.what}</p> : null}
      <p className="muted">{t('batch.line', { count: page.records, name: page.by, date: page.on })}</p>
      <VisibleBy who="team" />
      {page.undoneOn ? (
        <div className={page.left + page.people.count > 0 ? 'notice' : 'notice ok'} role="status">
          <p>
            <strong>{t('batch.undoneBy', { name: page.undoneBy, date: page.undoneOn })}</strong>
          </p>
          <ul>
            {page.outcomes.map(({ outcome, count }) => (
              <li key={outcome}>{t(`batch.outcome.${outcome}`, { count })}</li>
            ))}
            {page.people.count > 0 ? <li>{t('batch.peopleLeft', { count: page.people.count })}</li> : null}
          </ul>
        </div>
      ) : null}
      {!page.undoneOn && page.importId ? (
        <p>
          <Link to={`/${page.slug}/bureau/imports/${page.importId}`}>{t('batch.toImport')}</Link>
        </p>
      ) : null}
      {!page.undoneOn && page.mayUndo && !page.importId ? (
        <Form method="post">
          <ConfirmSubmit
            name="intent"
            value="annuler"
            label={t('batch.undo')}
            question={t('batch.undoQuestion', { count: page.records })}
            consequence={t('batch.undoConsequence')}
          />
        </Form>
      ) : null}
      <PeopleLeft slug={page.slug} people={page.people.first} />
      <h2>{t(page.left > 0 ? 'batch.leftHeading' : 'batch.heading')}</h2>
      <ul className="stack">
        {page.lines.map((line) => (
          <li key={line.id}>
            {line.name ? (
              <Link to={`/${page.slug}/bureau/structures/${line.id}`}>{line.name}</Link>
            ) : (
              <span className="muted">
                {line.formerName ? t('batch.goneNamed', { name: line.formerName }) : t('batch.gone')}
              </span>
            )}
            {line.created && line.name ? <span className="tag">{t('batch.created')}</span> : null}
            {line.left && line.outcome ? (
              <div className="small muted">{t(`batch.why.${line.outcome}`)}</div>
            ) : null}
          </li>
        ))}
      </ul>
      {more > 0 ? <p className="muted">{t('batch.more', { count: more })}</p> : null}
    </>
  )
}
