import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { Form, Link, useActionData, useLoaderData, useNavigation } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { moments } from '#packages/referentials/dates.ts'
import { MOST_FILE_BYTES } from '#packages/spreadsheet/bounds.ts'
import { findImports } from '#server/dispositifs/import/get-import.server.ts'
import { IMPORT_KEPT_DAYS } from '#server/dispositifs/import/kept-days.ts'
import { startImport } from '#server/dispositifs/import/start-import.server.ts'
import { dispositifs } from '#server/dispositifs/permissions.ts'
import { getSession } from '#server/dispositifs/session/get-session.server.ts'
import { DomainError } from '#server/kernel/errors.ts'
import { fileRefused, refusalOf } from '#server/kernel/files/errors.ts'
import { recordId } from '#server/kernel/record-id.ts'
import { refusalTold } from '../../crm/import/import-words.server.ts'
import { answering, guard } from '../../guard.server.ts'
import { i18nFor } from '../../i18n.server.ts'
import { Breadcrumb } from '../../ui/breadcrumb.tsx'
import { type Column, DataTable } from '../../ui/data-table.tsx'
import { FileField } from '../../ui/file-field.tsx'
import { EmptyList } from '../../ui/list-states.tsx'
import { useDone } from '../../ui/use-done.ts'
import { withUpload } from '../../upload-to-disk.server.ts'

const ACCEPTED = '.csv,.txt,.tsv,.xlsx,.ods'

export async function loader(args: LoaderFunctionArgs) {
  const ctx = guard(args, dispositifs['dossier:import'])
  const session = await answering(args, async () => getSession(ctx, recordId(args.params.session)))
  const { locale, network } = ctx
  const date = moments(locale, network.timeZone)
  const imports = await answering(args, () => findImports(ctx, session.id))
  const base = `/${network.slug}/bureau/dispositifs`
  return {
    ...{ base, here: `${base}/sessions/${session.id}`, code: session.code, session: session.name },
    title: i18nFor(locale).t('dispositifs:papers.import.title'),
    imports: imports.map((one) => ({ ...one, on: date.format(new Date(one.createdAt)) })),
  }
}

export async function action(args: ActionFunctionArgs) {
  const ctx = guard(args, dispositifs['dossier:import'])
  const session = await answering(args, async () => recordId(args.params.session))
  try {
    const { id } = await withUpload(args, MOST_FILE_BYTES, async ({ upload }) => {
      if (!upload) throw fileRefused('missing')
      return startImport(ctx, session, upload)
    })
    return redirect(`/${ctx.network.slug}/bureau/dispositifs/sessions/${session}/importer/${id}`)
  } catch (error) {
    const why = refusalOf(error) ?? unreadable(error)
    if (!why) return answering(args, () => Promise.reject(error))
    const line = (error as DomainError).details.line as number | null
    return data(
      { fault: refusalTold(why, line ?? null, ctx.locale) },
      { status: why === 'too_large' ? 413 : 422 },
    )
  }
}

const unreadable = (error: unknown): string | null =>
  error instanceof DomainError && error.code === 'dispositifs.file_unreadable'
    ? String(error.details.why)
    : null

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }]

type Item = Awaited<ReturnType<typeof loader>>['imports'][number]

export default function Imports() {
  const page = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const { t } = useTranslation('dispositifs')
  const { state, formData } = useNavigation()
  const sending = state !== 'idle' && formData !== undefined
  const figure = (value: number | undefined) => (value === undefined ? '–' : t('form.number', { value }))
  const columns: Column<Item>[] = [
    { key: 'file', label: t('papers.import.file'), cell: (one) => <Link to={one.id}>{one.name}</Link> },
    { key: 'state', label: t('papers.import.stateLabel'), cell: (one) => t(`papers.import.state.${one.state}`) },
    { key: 'create', label: t('papers.import.kind.create'), number: true, cell: (one) => figure(one.counts.create) },
    { key: 'update', label: t('papers.import.kind.update'), number: true, cell: (one) => figure(one.counts.update) },
    { key: 'refused', label: t('papers.import.kind.refused'), number: true, cell: (one) => figure(one.counts.refused) },
    { key: 'by', label: t('papers.import.by'), cell: (one) => one.by ?? '–' },
    { key: 'on', label: t('papers.import.on'), number: true, cell: (one) => one.on },
  ] // biome-ignore format: one line a column
  return (
    <div className="stack">
      <Breadcrumb
        trail={[
          { to: page.base, label: t('title') },
          { to: page.here, label: `${page.code} · ${page.session}` },
        ]}
        here={page.title}
      />
      <h1>{page.title}</h1>
      <p className="lead">{t('papers.import.lead')}</p>
      {useDone() === 'oublie' ? (
        <p className="notice ok" role="status">
          {t('papers.import.forgotten')}
        </p>
      ) : null}
      <section className="card stack narrow">
        <h2>{t('papers.import.start')}</h2>
        <Form method="post" encType="multipart/form-data" className="stack">
          <FileField
            name="fichier"
            label={t('papers.import.choose')}
            accept={ACCEPTED}
            kinds={t('papers.import.kinds')}
            mostBytes={MOST_FILE_BYTES}
            fault={refused?.fault}
          />
          <p className="row">
            <button className="btn primary" type="submit" disabled={sending}>
              {t(sending ? 'papers.import.sending' : 'papers.import.send')}
            </button>
          </p>
        </Form>
        <p className="small muted">{t('papers.import.keptFor', { count: IMPORT_KEPT_DAYS })}</p>
        <p className="small muted">
          {t('papers.import.nothingYet')} <Link to={`${page.here}/pieces`}>{t('papers.files.link')}</Link>
        </p>
      </section>
      <h2>{t('papers.import.former')}</h2>
      {page.imports.length === 0 ? (
        <EmptyList text={t('papers.import.none')} />
      ) : (
        <DataTable
          caption={t('papers.import.former')}
          columns={columns}
          rows={page.imports}
          rowKey={(one) => one.id}
        />
      )}
    </div>
  )
}
