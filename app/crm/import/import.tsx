import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { moments } from '#packages/referentials/dates.ts'
import { chooseNames } from '#server/crm/import/choose-names.server.ts'
import { confirmImport } from '#server/crm/import/confirm-import.server.ts'
import { forgetImport } from '#server/crm/import/forget-import.server.ts'
import { getImport } from '#server/crm/import/get-import.server.ts'
import { undoImport } from '#server/crm/import/undo-import.server.ts'
import { crm } from '#server/crm/permissions.ts'
import type { StaffContext } from '#server/kernel/context.ts'
import { DomainError } from '#server/kernel/errors.ts'
import { recordId } from '#server/kernel/record-id.ts'
import { cancelWork, retryWork } from '#server/kernel/work/change-work.server.ts'
import { answering, guard, submitted } from '../../guard.server.ts'
import { whyOf } from '../../kernel/work-view.server.ts'
import { ConfirmSubmit } from '../../ui/confirm-submit.tsx'
import { useFreshWhile } from '../../ui/use-fresh-while.ts'
import { ImportProgress } from './import-progress.tsx'
import { ImportReport } from './import-report.tsx'
import { refusalTold } from './import-words.server.ts'

export async function loader(args: LoaderFunctionArgs) {
  const ctx = guard(args, crm['import:run'])
  const found = await answering(args, async () => getImport(ctx, recordId(args.params.import)))
  const { locale, network } = ctx
  const { work } = found
  return {
    id: found.id,
    name: found.name,
    state: found.state,
    counts: found.counts,
    names: found.matching.names ?? 'keep',
    pairs: found.pairs,
    newTags: { ...found.newTags, names: found.newTags.names.join(', ') },
    rowCount: found.rowCount,
    batchId: found.batchId,
    by: found.by,
    on: moments(locale, network.timeZone).format(found.createdAt),
    refusal: found.refusal && refusalTold(found.refusal, found.refusalLine, locale),
    work: work && { ...work, why: whyOf(work.errorCode, locale) },
    desk: `/${network.slug}/bureau`,
  }
}

export type ImportPage = Awaited<ReturnType<typeof loader>>

const ACTS: Record<string, (ctx: StaffContext, id: string) => Promise<string | undefined>> = {
  confirmer: async (ctx, id) => void (await confirmImport(ctx, id)) as undefined,
  garder_noms: async (ctx, id) => void (await chooseNames(ctx, id, 'keep')) as undefined,
  remplacer_noms: async (ctx, id) => void (await chooseNames(ctx, id, 'replace')) as undefined,
  defaire: async (ctx, id) => {
    const { batchId, workId } = await undoImport(ctx, id)
    return workId ? `travaux/${workId}` : `lots/${batchId}?fait=annulee`
  },
  oublier: async (ctx, id) => {
    await forgetImport(ctx, id)
    return 'imports?fait=oublie'
  },
  arreter: async (ctx, id) => {
    const { work } = await getImport(ctx, id)
    if (work) await cancelWork(ctx, work.id)
    return undefined
  },
  reprendre: async (ctx, id) => {
    const { work } = await getImport(ctx, id)
    if (work) await retryWork(ctx, work.id)
    return undefined
  },
}

export async function action(args: ActionFunctionArgs) {
  const ctx = guard(args, crm['import:run'])
  const act = ACTS[String((await submitted(args)).get('intent'))]
  if (!act) throw data(null, { status: 400 })
  const desk = `/${ctx.network.slug}/bureau`
  return answering(args, async () => {
    const id = recordId(args.params.import)
    try {
      return redirect(`${desk}/${(await act(ctx as StaffContext, id)) ?? `imports/${id}`}`)
    } catch (error) {
      const code = error instanceof DomainError ? error.code : ''
      if (code !== 'crm.import_moved' && code !== 'crm.import_writes_nothing') throw error
      return data({ fault: code.replace('crm.', '') }, { status: (error as DomainError).status })
    }
  })
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.name }]

export default function ImportPageView() {
  const page = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const { t } = useTranslation('crm')
  const going = ['reading', 'checking', 'writing'].includes(page.state)
  const awaited = going && (page.work?.state === 'waiting' || page.work?.state === 'running')
  useFreshWhile(awaited)
  return (
    <>
      <nav className="small" aria-label={t('breadcrumb')}>
        <Link to={`${page.desk}/imports`}>{t('imports.title')}</Link>
      </nav>
      <h1>{page.name}</h1>
      <p className="small muted">
        {t('imports.startedBy', { by: page.by ?? t('imports.command'), on: page.on })}
      </p>
      {refused ? (
        <p className="notice bad" role="alert">
          {t(`imports.fault.${refused.fault}`)}
        </p>
      ) : null}
      {going ? <ImportProgress page={page} awaited={awaited} /> : null}
      {page.state === 'refused' ? (
        <div className="notice bad" role="alert">
          <p>{page.refusal}</p>
        </div>
      ) : null}
      {page.state === 'matching' ? (
        <section className="card stack">
          <p role="status">{t('imports.read', { count: page.rowCount })}</p>
          <p className="row">
            <Link className="btn primary" to="colonnes">
              {t('imports.sayColumns')}
            </Link>
          </p>
        </section>
      ) : null}
      {['checked', 'written', 'undone'].includes(page.state) ? <ImportReport page={page} /> : null}
      {['refused', 'matching', 'checked'].includes(page.state) ? (
        <Form method="post">
          <ConfirmSubmit
            label={t('imports.forget')}
            question={t('imports.forgetAsk')}
            consequence={t('imports.forgetMeans')}
            name="intent"
            value="oublier"
          />
        </Form>
      ) : null}
    </>
  )
}
