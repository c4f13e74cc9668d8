import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { getImport, sampleOf } from '#server/crm/import/get-import.server.ts'
import { matchColumns } from '#server/crm/import/match-columns.server.ts'
import { findMatchings, saveMatching } from '#server/crm/import/saved-matchings.server.ts'
import { findOwnFields } from '#server/crm/own-field/find-own-fields.server.ts'
import { crm } from '#server/crm/permissions.ts'
import { recordId } from '#server/kernel/record-id.ts'
import { answering, guard, submitted } from '../../guard.server.ts'
import { i18nFor } from '../../i18n.server.ts'
import { ColumnTable } from './column-table.tsx'
import { columnsView, readMatching } from './columns-form.server.ts'
import { MatchingOptions } from './matching-options.tsx'
import { SavedMatchings } from './saved-matchings.tsx'

export async function loader(args: LoaderFunctionArgs) {
  const ctx = guard(args, crm['import:run'])
  return answering(args, async () => {
    const id = recordId(args.params.import)
    const [found, samples, saved] = [
      await getImport(ctx, id),
      await sampleOf(ctx, id),
      await findMatchings(ctx),
    ]
    if (found.state !== 'matching' && found.state !== 'checked')
      throw redirect(`/${ctx.network.slug}/bureau/imports/${id}`)
    const chosen = saved.find(
      (one) => one.id === new URL(args.request.url).searchParams.get('correspondance'),
    )
    return {
      ...columnsView(found, samples, chosen?.matching ?? null, ctx, await findOwnFields(ctx)),
      saved: saved.map(({ id: key, name }) => ({ id: key, name })),
      chosen: chosen?.id ?? '',
      desk: `/${ctx.network.slug}/bureau`,
      home: `/${ctx.network.slug}/bureau/imports/${id}`,
      title: i18nFor(ctx.locale).t('crm:imports.columnsTitle'),
    }
  })
}

export async function action(args: ActionFunctionArgs) {
  const ctx = guard(args, crm['import:run'])
  const form = await submitted(args)
  return answering(args, async () => {
    const id = recordId(args.params.import)
    const { headings } = await getImport(ctx, id)
    const { matching, fault } = readMatching(form, headings)
    if (!matching) return data({ fault, fields: form.getAll('champ').map(String) }, { status: 422 })
    await matchColumns(ctx, id, matching)
    await saveMatching(ctx, String(form.get('nom') ?? ''), matching)
    return redirect(`/${ctx.network.slug}/bureau/imports/${id}/valeurs`)
  })
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }]

export default function Columns() {
  const page = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const { t } = useTranslation('crm')
  return (
    <>
      <nav className="small" aria-label={t('breadcrumb')}>
        <Link to={`${page.desk}/imports`}>{t('imports.title')}</Link> /{' '}
        <Link to={page.home}>{page.name}</Link>
      </nav>
      <h1>{page.title}</h1>
      <p className="lead">{t('imports.columnsAbout')}</p>
      {page.saved.length > 0 ? (
        <SavedMatchings saved={page.saved} chosen={page.chosen} home={page.home} />
      ) : null}
      {refused?.fault ? (
        <p className="notice bad" role="alert">
          {t(`imports.fault.${refused.fault}`)}
        </p>
      ) : null}
      <Form method="post" className="stack" key={page.chosen}>
        <ColumnTable columns={page.columns} groups={page.groups} chosen={refused?.fields} />
        <MatchingOptions page={page} />
        <p className="row">
          <button className="btn primary" type="submit">
            {t('imports.toValues')}
          </button>
          <Link className="btn quiet" to={page.home}>
            {t('cancel')}
          </Link>
        </p>
      </Form>
    </>
  )
}
