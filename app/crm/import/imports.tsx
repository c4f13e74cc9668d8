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
import { findImports } from '#server/crm/import/find-imports.server.ts'
import { startImport } from '#server/crm/import/start-import.server.ts'
import { crm } from '#server/crm/permissions.ts'
import { DomainError } from '#server/kernel/errors.ts'
import { fileRefused, refusalOf } from '#server/kernel/files/errors.ts'
import { answering, guard } from '../../guard.server.ts'
import { i18nFor } from '../../i18n.server.ts'
import { type Column, DataTable } from '../../ui/data-table.tsx'
import { FileField } from '../../ui/file-field.tsx'
import { EmptyList } from '../../ui/list-states.tsx'
import { useDone } from '../../ui/use-done.ts'
import { withUpload } from '../../upload-to-disk.server.ts'
import { refusalTold } from './import-words.server.ts'

const ACCEPTED = '.csv,.txt,.tsv,.xlsx,.ods'

export async function loader(args: LoaderFunctionArgs) {
  const ctx = guard(args, crm['import:run'])
  const { locale, network } = ctx
  const date = moments(locale, network.timeZone)
  const imports = await answering(args, () => findImports(ctx))
  return {
    title: i18nFor(locale).t('crm:imports.title'),
    imports: imports.map((one) => ({ ...one, on: date.format(new Date(one.createdAt)) })),
  }
}

export async function action(args: ActionFunctionArgs) {
  const ctx = guard(args, crm['import:run'])
  try {
    const { id } = await answeringFile(args, () =>
      withUpload(args, MOST_FILE_BYTES, async ({ upload }) => {
        if (!upload) throw fileRefused('missing')
        return startImport(ctx, upload)
      }),
    )
    return redirect(`/${ctx.network.slug}/bureau/imports/${id}`)
  } catch (error) {
    const why = refusalOf(error) ?? unreadable(error)
    if (!why) throw error
    const status = why === 'too_large' ? 413 : 422
    const line = error instanceof DomainError ? ((error.details.line as number | null) ?? null) : null
    return data({ fault: refusalTold(why, line, ctx.locale) }, { status })
  }
}

/** What the page says itself is left to it; other refusals become pages. */
const answeringFile = <T,>(args: ActionFunctionArgs, work: () => Promise<T>): Promise<T> =>
  work().catch((error) => {
    if (refusalOf(error) || unreadable(error)) throw error
    return answering(args, () => Promise.reject(error))
  })

const unreadable = (error: unknown): string | null =>
  error instanceof DomainError && error.code === 'crm.file_unreadable' ? String(error.details.why) : null

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }]

type Item = Awaited<ReturnType<typeof loader>>['imports'][number]

export default function Imports() {
  const page = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const { t } = useTranslation('crm')
  const { state, formData } = useNavigation()
  const sending = state !== 'idle' && formData !== undefined
  const columns: Column<Item>[] = [
    { key: 'file', label: t('imports.file'), cell: (one) => <Link to={one.id}>{one.name}</Link> },
    { key: 'state', label: t('imports.stateLabel'), cell: (one) => t(`imports.state.${one.state}`) },
    { key: 'rows', label: t('imports.rows'), number: true, cell: (one) => t('imports.number', { value: one.rowCount }) },
    { key: 'created', label: t('imports.verdict.create'), number: true, cell: (one) => <Figure value={one.counts.create} /> },
    { key: 'updated', label: t('imports.verdict.update'), number: true, cell: (one) => <Figure value={one.counts.update} /> },
    { key: 'by', label: t('imports.by'), cell: (one) => one.by ?? '—' },
    { key: 'on', label: t('imports.on'), number: true, cell: (one) => one.on },
  ] // biome-ignore format: one line a column
  return (
    <>
      <h1>{t('imports.title')}</h1>
      <p className="lead">{t('imports.about')}</p>
      {useDone() === 'oublie' ? (
        <p className="notice ok" role="status">
          {t('imports.forgotten')}
        </p>
      ) : null}
      <section className="card stack narrow">
        <h2>{t('imports.start')}</h2>
        <Form method="post" encType="multipart/form-data" className="stack">
          <FileField
            name="fichier"
            label={t('imports.chooseFile')}
            accept={ACCEPTED}
            kinds={t('imports.kinds')}
            mostBytes={MOST_FILE_BYTES}
            fault={refused?.fault}
          />
          <p className="row">
            <button className="btn primary" type="submit" disabled={sending}>
              {sending ? t('imports.sending') : t('imports.send')}
            </button>
            <a className="btn quiet" href="imports/modele?format=xlsx">
              {t('imports.model')}
            </a>
          </p>
        </Form>
        <p className="small muted">{t('imports.nothingYet')}</p>
      </section>
      <h2>{t('imports.former')}</h2>
      {page.imports.length === 0 ? (
        <EmptyList text={t('imports.none')} />
      ) : (
        <DataTable
          caption={t('imports.former')}
          columns={columns}
          rows={page.imports}
          rowKey={(one) => one.id}
        />
      )}
    </>
  )
}

function Figure({ value }: { value: number | undefined }) {
  const { t } = useTranslation('crm')
  return value === undefined ? '—' : t('imports.number', { value })
}
