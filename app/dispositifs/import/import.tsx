import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { Link, useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { days, moments } from '#packages/referentials/dates.ts'
import {
  findLines,
  getImport,
  LINE_KINDS,
  LINES_PER_PAGE,
} from '#server/dispositifs/import/get-import.server.ts'
import { dispositifs } from '#server/dispositifs/permissions.ts'
import { recordId } from '#server/kernel/record-id.ts'
import { refusalTold } from '../../crm/import/import-words.server.ts'
import { answering, guard, submitted } from '../../guard.server.ts'
import { whyOf } from '../../kernel/work-view.server.ts'
import { Breadcrumb } from '../../ui/breadcrumb.tsx'
import { useDone } from '../../ui/use-done.ts'
import { useFreshWhile } from '../../ui/use-fresh-while.ts'
import { refusedAct } from '../desk/dispositif-values.server.ts'
import { handleImport } from './handle-import.server.ts'
import { ImportLines } from './import-lines.tsx'
import { ImportProgress } from './import-progress.tsx'
import { ImportReport } from './import-report.tsx'
import { lineView } from './import-view.server.ts'

export async function loader(args: LoaderFunctionArgs) {
  const ctx = guard(args, dispositifs['dossier:import'])
  const { locale, network } = ctx
  return answering(args, async () => {
    const found = await getImport(ctx, recordId(args.params.session), recordId(args.params.dossierImport))
    const query = new URL(args.request.url).searchParams
    const base = `/${network.slug}/bureau/dispositifs`
    const { session, work } = found
    const shows = ['checked', 'written', 'undone'].includes(found.state)
    const counted = LINE_KINDS.filter((kind) => (found.counts[kind] ?? 0) > 0)
    const asked = LINE_KINDS.find((kind) => kind === query.get('lignes'))
    const first = counted.find((kind) => kind === 'choose' || kind === 'kept' || kind === 'refused')
    const kind = asked ?? first ?? counted[0] ?? 'create'
    const page = Math.max(1, Math.min(1000, Number(query.get('page')) || 1))
    const { lines, total } = shows ? await findLines(ctx, found.id, kind, page) : { lines: [], total: 0 }
    const targets = new Map(found.targets.map((one) => [one.key, one]))
    return {
      ...{ base, here: `${base}/sessions/${session.id}`, code: session.code, session: session.name },
      ...{ id: found.id, name: found.name, state: found.state, counts: found.counts },
      ...{ rowCount: found.rowCount, remembered: found.remembered, kind, page },
      pages: Math.max(1, Math.ceil(total / LINES_PER_PAGE)),
      on: moments(locale, network.timeZone).format(found.createdAt),
      forgottenOn: found.forgottenAt
        ? days(locale, network.timeZone, 'long').format(found.forgottenAt)
        : null,
      refusal: found.refusal && refusalTold(found.refusal, found.refusalLine, locale),
      work: work && {
        ...{ state: work.state, done: work.done, total: work.total, own: work.own },
        why: whyOf(work.errorCode, locale),
      },
      gone: found.gone,
      lines: await Promise.all(lines.map((one) => lineView(ctx, one, kind, targets))),
      structures: `/${network.slug}/bureau/structures`,
    }
  })
}

export type ImportView = Awaited<ReturnType<typeof loader>>

export async function action(args: ActionFunctionArgs) {
  const ctx = guard(args, dispositifs['dossier:import'])
  const form = await submitted(args)
  const ids = await answering(args, async () => ({
    session: recordId(args.params.session),
    id: recordId(args.params.dossierImport),
  }))
  try {
    const done = await handleImport(ctx, ids, form)
    if (done === null) throw data(null, { status: 400 })
    return redirect(`/${ctx.network.slug}/bureau/dispositifs/sessions/${ids.session}/importer${done}`)
  } catch (error) {
    const refused = refusedAct(error)
    if (!refused) return answering(args, () => Promise.reject(error))
    const numbers = ((error as { details?: { numbers?: number[] } }).details?.numbers ?? []).slice(0, 20)
    return data({ fault: refused.code, numbers: numbers.join(', ') }, { status: refused.status })
  }
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.name }]

export default function Import() {
  const page = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const { t } = useTranslation('dispositifs')
  const done = useDone()
  const going = ['reading', 'checking', 'writing'].includes(page.state)
  const awaited = going && (page.work?.state === 'waiting' || page.work?.state === 'running')
  useFreshWhile(awaited)
  return (
    <div className="stack">
      <Breadcrumb
        trail={[
          { to: page.base, label: t('title') },
          { to: page.here, label: `${page.code} · ${page.session}` },
          { to: `${page.here}/importer`, label: t('papers.import.title') },
        ]}
        here={page.name}
      />
      <h1>{page.name}</h1>
      {refused ? (
        <p className="notice bad" role="alert">
          {t(`papers.fault.${refused.fault}`, { numbers: refused.numbers })}
        </p>
      ) : null}
      {done === 'choisi' && !refused ? (
        <p className="notice ok" role="status">
          {t('papers.import.chosen')}
        </p>
      ) : null}
      {going ? <ImportProgress page={page} awaited={awaited} /> : null}
      {page.state === 'refused' ? (
        <p className="notice bad" role="alert">
          {page.refusal}
        </p>
      ) : null}
      {page.state === 'matching' && !page.forgottenOn ? (
        <section className="card stack">
          <p role="status">{t('papers.import.read', { count: page.rowCount })}</p>
          <p className="row">
            <Link className="btn primary" to="colonnes">
              {t('papers.import.sayColumns')}
            </Link>
          </p>
        </section>
      ) : null}
      <ImportReport page={page} />
      {page.lines.length > 0 ? <ImportLines page={page} /> : null}
    </div>
  )
}
