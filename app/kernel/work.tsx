import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { Form, Link, useFetcher, useLoaderData } from '@remix-run/react'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { recordId } from '#server/kernel/record-id.ts'
import { work } from '#server/kernel/rules.ts'
import { cancelWork, retryWork } from '#server/kernel/work/change-work.server.ts'
import { getWork } from '#server/kernel/work/find-works.server.ts'
import { answering, guard, submitted } from '../guard.server.ts'
import { WorkState } from './work-state.tsx'
import { workView } from './work-view.server.ts'

export async function loader(args: LoaderFunctionArgs) {
  const ctx = guard(args, work['work:own'])
  const found = await answering(args, async () => getWork(ctx, recordId(args.params.work)))
  const view = workView(found, ctx.network, ctx.locale)
  // Asked from a page that awaits it: one is led back there once it is done, however soon.
  const awaited = new URL(args.request.url).searchParams.has('retour')
  if (awaited && view.state === 'done' && view.backTo && view.result) throw redirect(view.result)
  return view
}

export async function action(args: ActionFunctionArgs) {
  const ctx = guard(args, work['work:own'])
  const intent = (await submitted(args)).get('intent')
  if (intent !== 'reessayer' && intent !== 'annuler') throw data(null, { status: 400 })
  await answering(args, async () => {
    const id = recordId(args.params.work)
    return intent === 'reessayer' ? retryWork(ctx, id) : cancelWork(ctx, id)
  })
  return redirect(`/${ctx.network.slug}/bureau/travaux/${args.params.work}`)
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.kind }]

const BETWEEN_LOOKS_MS = 1500

export default function WorkPage() {
  const loaded = useLoaderData<typeof loader>()
  const fetcher = useFetcher<typeof loader>()
  const { t } = useTranslation('kernel')
  const page = fetcher.data?.id === loaded.id && isLater(fetcher.data, loaded) ? fetcher.data : loaded
  const going = page.state === 'waiting' || page.state === 'running'
  const { load, state } = fetcher
  useEffect(() => {
    if (!going || state !== 'idle') return
    const timer = setTimeout(() => load(window.location.pathname + window.location.search), BETWEEN_LOOKS_MS)
    return () => clearTimeout(timer)
  }, [going, state, load])
  return (
    <>
      <nav className="small" aria-label={t('crm:breadcrumb')}>
        <Link to="../travaux">{t('work.mine')}</Link>
      </nav>
      <h1>{page.kind}</h1>
      <p className="row">
        <WorkState state={page.state} />
        <span className="small muted">{t('work.askedOn', { on: page.on })}</span>
      </p>
      <div role="status" className="stack">
        {page.state === 'done' ? (
          <div className="notice ok">
            <p>{page.counts === null ? t('work.done') : t('work.doneCount', { count: page.counts })}</p>
          </div>
        ) : null}
        {page.state === 'failed' ? <div className="notice bad">{page.why}</div> : null}
        {page.state === 'cancelled' ? (
          <p>
            {t(page.stepsAt ? 'work.stopped' : 'work.cancelled')}{' '}
            {page.stepsAt ? (
              <Link to={`../${page.stepsAt}`}>{t(`work.seeSteps.${page.stepsAt}`)}</Link>
            ) : null}
          </p>
        ) : null}
      </div>
      {going ? (
        <div className="card stack">
          <label className="field-label" htmlFor="avancement">
            {page.total === null
              ? t('work.preparing')
              : t('work.progress', { done: page.done, total: page.total })}
          </label>
          <progress
            id="avancement"
            className="wide"
            max={page.total || 1}
            value={page.total === null ? undefined : page.done}
          />
          <p className="muted">{t('work.leave')}</p>
        </div>
      ) : null}
      <div className="row">
        {page.state === 'done' && page.result ? (
          <a className="btn primary" href={page.result}>
            {page.backTo ? t(`work.backTo.${page.backTo}`) : t(page.isFile ? 'work.open' : 'work.openPage')}
          </a>
        ) : null}
        {going ? (
          <>
            <Link className="btn" to="." reloadDocument>
              {t('work.refresh')}
            </Link>
            <Intent name="annuler" label={t(page.stepsAt ? 'work.stop' : 'work.cancel')} />
          </>
        ) : null}
        {page.state === 'failed' || page.state === 'cancelled' ? (
          <Intent name="reessayer" label={t('work.retry')} />
        ) : null}
      </div>
    </>
  )
}

/** What was fetched may be older than what a form has just brought back. */
const ORDER = ['waiting', 'running', 'failed', 'cancelled', 'done']
const isLater = (one: { state: string }, other: { state: string }) =>
  ORDER.indexOf(one.state) >= ORDER.indexOf(other.state)

function Intent({ name, label }: { name: string; label: string }) {
  return (
    <Form method="post">
      <button className="btn" type="submit" name="intent" value={name}>
        {label}
      </button>
    </Form>
  )
}
