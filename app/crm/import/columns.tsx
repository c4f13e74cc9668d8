import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { getImport } from '#server/crm/import/get-import.server.ts'
import { matchColumns } from '#server/crm/import/match-columns.server.ts'
import { findMatchings, saveMatching } from '#server/crm/import/saved-matchings.server.ts'
import { underHeading } from '#server/crm/import/under-heading.server.ts'
import { findOwnFields } from '#server/crm/own-field/find-own-fields.server.ts'
import { crm } from '#server/crm/permissions.ts'
import { recordId } from '#server/kernel/record-id.ts'
import { answering, guard, submitted } from '../../guard.server.ts'
import { i18nFor } from '../../i18n.server.ts'
import { ColumnTable } from './column-table.tsx'
import { columnsView, lineSaid, readMatching } from './columns-form.server.ts'
import { HeadingLine } from './heading-line.tsx'
import { MatchingOptions } from './matching-options.tsx'
import { SavedMatchings } from './saved-matchings.tsx'

export async function loader(args: LoaderFunctionArgs) {
  const ctx = guard(args, crm['import:run'])
  return answering(args, async () => {
    const id = recordId(args.params.import)
    const query = new URL(args.request.url).searchParams
    const [found, saved] = [await getImport(ctx, id), await findMatchings(ctx)]
    if (found.state !== 'matching' && found.state !== 'checked')
      throw redirect(`/${ctx.network.slug}/bureau/imports/${id}`)
    const chosen = saved.find((one) => one.id === query.get('correspondance'))
    const asked = lineSaid(query.get('ligne'))
    const under = await underHeading(ctx, id, asked ?? chosen?.matching.headingLine ?? null)
    return {
      ...columnsView(found, under, chosen?.matching ?? null, ctx, await findOwnFields(ctx)),
      moved: asked !== null && asked === under.headingLine,
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
    const page = `/${ctx.network.slug}/bureau/imports/${id}`
    const [line, read] = [lineSaid(form.get('ligne')), lineSaid(form.get('lue'))]
    // The columns sent are those of other titles.
    if (line !== null && line !== read) return redirect(`${page}/colonnes?ligne=${line}`)
    const under = await underHeading(ctx, id, line)
    const { matching, fault } = readMatching(form, under)
    if (!matching) return data({ fault, fields: form.getAll('champ').map(String) }, { status: 422 })
    await matchColumns(ctx, id, matching)
    await saveMatching(ctx, String(form.get('nom') ?? ''), matching)
    return redirect(`${page}/valeurs`)
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
      {page.moved ? (
        <p className="notice ok" role="status">
          {t('imports.titlesMoved', { line: page.headingLine })}
        </p>
      ) : null}
      <Form method="post" className="stack" key={`${page.chosen} ${page.headingLine}`}>
        <HeadingLine lines={page.lines} headingLine={page.headingLine} />
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
