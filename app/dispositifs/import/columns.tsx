import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { getImport } from '#server/dispositifs/import/get-import.server.ts'
import { matchColumns } from '#server/dispositifs/import/match-columns.server.ts'
import { dispositifs } from '#server/dispositifs/permissions.ts'
import { recordId } from '#server/kernel/record-id.ts'
import { answering, guard, submitted } from '../../guard.server.ts'
import { i18nFor } from '../../i18n.server.ts'
import { Breadcrumb } from '../../ui/breadcrumb.tsx'
import { type Column, DataTable } from '../../ui/data-table.tsx'
import { refusedAct } from '../desk/dispositif-values.server.ts'
import { columnChoices } from './import-view.server.ts'

export async function loader(args: LoaderFunctionArgs) {
  const ctx = guard(args, dispositifs['dossier:import'])
  const found = await answering(args, async () =>
    getImport(ctx, recordId(args.params.session), recordId(args.params.dossierImport)),
  )
  const base = `/${ctx.network.slug}/bureau/dispositifs`
  const home = `${base}/sessions/${found.sessionId}/importer`
  if (found.state !== 'matching' && found.state !== 'checked') throw redirect(`${home}/${found.id}`)
  return {
    ...{ base, home, here: `${home}/${found.id}`, name: found.name },
    ...columnChoices(found, ctx.locale),
    title: i18nFor(ctx.locale).t('dispositifs:papers.import.columnsTitle'),
  }
}

export async function action(args: ActionFunctionArgs) {
  const ctx = guard(args, dispositifs['dossier:import'])
  const fields = (await submitted(args)).getAll('champ').map(String)
  try {
    const id = recordId(args.params.dossierImport)
    const { sessionId } = await getImport(ctx, recordId(args.params.session), id)
    await matchColumns(
      ctx,
      id,
      fields.map((field) => field || null),
    )
    return redirect(`/${ctx.network.slug}/bureau/dispositifs/sessions/${sessionId}/importer/${id}`)
  } catch (error) {
    const refused = refusedAct(error)
    if (refused) return data({ fault: refused.code, fields }, { status: refused.status })
    return answering(args, () => Promise.reject(error))
  }
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }]

type Row = Awaited<ReturnType<typeof loader>>['columns'][number] & { at: number }

export default function Columns() {
  const page = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const { t } = useTranslation('dispositifs')
  const rows = page.columns.map((one, at) => ({ ...one, at, field: refused?.fields[at] ?? one.field }))
  const columns: Column<Row>[] = [
    { key: 'heading', label: t('papers.import.heading'), cell: (row) => <strong>{row.heading}</strong> },
    {
      key: 'sample',
      label: t('papers.import.sample'),
      cell: (row) => (
        <span className="small muted">{row.sample.join(' · ') || t('papers.import.emptyColumn')}</span>
      ),
    },
    {
      key: 'field',
      label: t('papers.import.becomes'),
      cell: (row) => (
        <select
          name="champ"
          defaultValue={row.field}
          aria-label={t('papers.import.becomesOf', { heading: row.heading })}
        >
          <option value="">{t('papers.import.aside')}</option>
          {page.groups.map((group) => (
            <optgroup key={group.key} label={group.label}>
              {group.fields.map(({ key, label }) => (
                <option key={key} value={key}>
                  {label}
                </option>
              ))}
            </optgroup>
          ))}
        </select>
      ),
    },
  ]
  return (
    <div className="stack">
      <Breadcrumb
        trail={[
          { to: page.home, label: t('papers.import.title') },
          { to: page.here, label: page.name },
        ]}
        here={page.title}
      />
      <h1>{page.title}</h1>
      <p className="lead">{t('papers.import.columnsLead', { code: page.code })}</p>
      {refused ? (
        <p className="notice bad" role="alert">
          {t(`papers.fault.${refused.fault}`)}
        </p>
      ) : null}
      <Form method="post" className="stack">
        <DataTable caption={page.title} columns={columns} rows={rows} rowKey={(row) => String(row.at)} />
        <p className="row">
          <button className="btn primary" type="submit">
            {t('papers.import.check')}
          </button>
          <Link className="btn quiet" to={page.here}>
            {t('cancel')}
          </Link>
        </p>
      </Form>
    </div>
  )
}
