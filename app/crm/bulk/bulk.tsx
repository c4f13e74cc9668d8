import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import type { BulkChange } from '#server/crm/bulk/bulk.ts'
import { doBulk } from '#server/crm/bulk/do-bulk.server.ts'
import { type BulkTarget, countTarget, planBulk } from '#server/crm/bulk/plan-bulk.server.ts'
import { crm } from '#server/crm/permissions.ts'
import { findListChoices } from '#server/crm/segment/find-list-choices.server.ts'
import type { StaffContext } from '#server/kernel/context.ts'
import { DomainError } from '#server/kernel/errors.ts'
import { may } from '#server/kernel/permissions.ts'
import { answering, guard, submitted } from '../../guard.server.ts'
import { i18nFor } from '../../i18n.server.ts'
import { VisibleBy } from '../../ui/visible-by.tsx'
import { formChoices } from '../organisation-choices.server.ts'
import { BulkActs } from './bulk-acts.tsx'
import { changeText } from './bulk-view.server.ts'
import { readChange, readTarget, targetPairs } from './read-bulk.server.ts'

export async function loader(args: LoaderFunctionArgs) {
  const ctx = guard(args, crm['organisation:correct'])
  const query = new URL(args.request.url).searchParams
  return answering(args, async () => {
    const target = readTarget(query)
    const [count, known] = await Promise.all([countTarget(ctx, target), findListChoices(ctx)])
    const asked = readChange(query)
    const { plan, fault } = asked?.fault === null ? await planned(ctx, target, asked.change) : NOTHING
    const { types, sectors } = formChoices(ctx.locale)
    return {
      count,
      plan: plan && asked?.fault === null ? { ...plan, says: changeText(asked.change, known, ctx) } : null,
      act: asked?.act ?? null,
      fault: asked?.fault ?? fault,
      typed: Object.fromEntries(query),
      target: targetPairs(query),
      tags: known.tags,
      team: known.team,
      fields: known.fields.filter(({ archived }) => !archived),
      types,
      sectors: sectors.flatMap(({ choices }) => choices),
      mayPublish: ctx.network.modules.includes('directory') && may(ctx, crm['organisation:publish']),
      list: `/${ctx.network.slug}/bureau/structures`,
      title: i18nFor(ctx.locale).t('crm:bulk.title'),
    }
  })
}

const NOTHING = { plan: null, fault: null }

/** What the act would do, or why it cannot be asked. */
async function planned(ctx: StaffContext, target: BulkTarget, change: BulkChange) {
  try {
    return { plan: await planBulk(ctx, target, change), fault: null }
  } catch (error) {
    if (!(error instanceof DomainError) || error.code !== 'crm.bulk_refused') throw error
    return { plan: null, fault: String(error.details.fault) }
  }
}

export async function action(args: ActionFunctionArgs) {
  const ctx = guard(args, crm['organisation:correct'])
  const form = await submitted(args)
  const query = new URL(args.request.url).searchParams
  const asked = readChange(query)
  if (form.get('intent') !== 'confirmer' || asked?.fault !== null) throw data(null, { status: 400 })
  return answering(args, async () => {
    const what = changeText(asked.change, await findListChoices(ctx), ctx)
    const desk = `/${ctx.network.slug}/bureau`
    try {
      const { batchId, workId } = await doBulk(ctx, readTarget(query), asked.change, what)
      return redirect(workId ? `${desk}/travaux/${workId}` : `${desk}/lots/${batchId}?fait=faite`)
    } catch (error) {
      // What was chosen ceased to exist between the preview and the answer: said where it was chosen.
      if (!(error instanceof DomainError) || error.status !== 422) throw error
      return data({ fault: String(error.details.fault ?? error.code.split('.')[1]) }, { status: 422 })
    }
  })
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }]

export default function BulkPage() {
  const asked = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const page = refused ? { ...asked, plan: null, fault: refused.fault } : asked
  const { t } = useTranslation('crm')
  const back = `${page.list}?${new URLSearchParams(page.target.filter(([name]) => name !== 'fiche' && name !== 'tout'))}`
  return (
    <>
      <nav className="small" aria-label={t('breadcrumb')}>
        <Link to={back}>{t('organisations')}</Link>
      </nav>
      <h1>{t('bulk.heading', { count: page.count })}</h1>
      <VisibleBy who="team" />
      {page.count === 0 ? (
        <p className="empty">{t('bulk.nobody')}</p>
      ) : (
        <>
          {page.plan ? (
            <Preview plan={page.plan} list={page.list} />
          ) : (
            <p className="lead">{t('bulk.about')}</p>
          )}
          <BulkActs page={page} />
        </>
      )}
    </>
  )
}

type Plan = NonNullable<Awaited<ReturnType<typeof loader>>['plan']>

/** What will change and what will not, before anything does. */
function Preview({ plan, list }: { plan: Plan; list: string }) {
  const { t } = useTranslation('crm')
  const whole = plan.first.length === plan.skips.reduce((sum, { count }) => sum + count, plan.changes)
  return (
    <section className="card stack" aria-labelledby="apercu">
      <h2 id="apercu">{plan.says}</h2>
      <p>
        <strong>{t('bulk.willChange', { count: plan.changes })}</strong>
      </p>
      {plan.skips.length > 0 ? (
        <ul>
          {plan.skips.map(({ why, count }) => (
            <li key={why}>{t(`bulk.skip.${why}`, { count })}</li>
          ))}
        </ul>
      ) : null}
      <details open>
        <summary>{whole ? t('bulk.each') : t('bulk.first', { count: plan.first.length })}</summary>
        <ul>
          {plan.first.map(({ id, name, skip }) => (
            <li key={id}>
              <Link to={`${list}/${id}`}>{name}</Link>
              {skip ? <span className="small muted"> — {t(`bulk.why.${skip}`)}</span> : null}
            </li>
          ))}
        </ul>
      </details>
      {plan.changes > 0 ? (
        <Form method="post" className="row">
          <button className="btn primary" type="submit" name="intent" value="confirmer">
            {t('bulk.confirm', { count: plan.changes })}
          </button>
          <span className="small muted">{t('bulk.undoable')}</span>
        </Form>
      ) : null}
    </section>
  )
}
