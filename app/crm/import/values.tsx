import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { Form, Link, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { askCheck } from '#server/crm/import/ask-check.server.ts'
import { getImport } from '#server/crm/import/get-import.server.ts'
import { answersSchema } from '#server/crm/import/matching.schema.ts'
import { valuesToMatch } from '#server/crm/import/values-to-match.server.ts'
import { crm } from '#server/crm/permissions.ts'
import { recordId } from '#server/kernel/record-id.ts'
import { answering, guard, submitted } from '../../guard.server.ts'
import { i18nFor } from '../../i18n.server.ts'
import { choicesTold, fieldTold } from './import-words.server.ts'
import { UNDECIDED, UnknownValues } from './unknown-values.tsx'

export async function loader(args: LoaderFunctionArgs) {
  const ctx = guard(args, crm['import:run'])
  return answering(args, async () => {
    const id = recordId(args.params.import)
    const { name, state } = await getImport(ctx, id)
    const home = `/${ctx.network.slug}/bureau/imports/${id}`
    if (state !== 'matching' && state !== 'checked') throw redirect(home)
    const fields = await valuesToMatch(ctx, id)
    return {
      name,
      home,
      desk: `/${ctx.network.slug}/bureau`,
      title: i18nFor(ctx.locale).t('crm:imports.valuesTitle'),
      known: fields.reduce((sum, one) => sum + one.known, 0),
      fields: fields
        .filter(({ unknown }) => unknown.length > 0)
        .map((one) => ({
          field: one.field,
          label: fieldTold(one.field, ctx.locale),
          more: one.more,
          all: choicesTold(one.type, [], ctx.locale).all,
          unknown: one.unknown.map((it) => ({
            ...it,
            suggested: choicesTold(one.type, it.suggested, ctx.locale).suggested,
          })),
        })),
    }
  })
}

export async function action(args: ActionFunctionArgs) {
  const ctx = guard(args, crm['import:run'])
  const form = await submitted(args)
  const said: Record<string, Record<string, string>> = {}
  for (const [name, value] of form) {
    const [, field, key] = name.match(/^valeur:([^:]+):(.+)$/) ?? []
    if (field && key && field !== '__proto__' && typeof value === 'string' && value !== UNDECIDED)
      said[field] = { ...said[field], [key]: value }
  }
  const answers = answersSchema.safeParse(said)
  if (!answers.success) throw data(null, { status: 400 })
  return answering(args, async () => {
    const id = recordId(args.params.import)
    await askCheck(ctx, id, answers.data)
    return redirect(`/${ctx.network.slug}/bureau/imports/${id}`)
  })
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }]

export default function Values() {
  const page = useLoaderData<typeof loader>()
  const { t } = useTranslation('crm')
  return (
    <>
      <nav className="small" aria-label={t('breadcrumb')}>
        <Link to={`${page.desk}/imports`}>{t('imports.title')}</Link> /{' '}
        <Link to={page.home}>{page.name}</Link>
      </nav>
      <h1>{page.title}</h1>
      <p className="lead">{t('imports.valuesAbout')}</p>
      <p role="status">{t('imports.valuesKnown', { count: page.known })}</p>
      <Form method="post" className="stack">
        {page.fields.length === 0 ? <p className="notice ok">{t('imports.valuesAllKnown')}</p> : null}
        {page.fields.map((field) => (
          <UnknownValues key={field.field} field={field} />
        ))}
        <p className="row">
          <button className="btn primary" type="submit">
            {t('imports.check')}
          </button>
          <Link className="btn" to="../colonnes" relative="path">
            {t('imports.changeColumns')}
          </Link>
        </p>
        <p className="small muted">{t('imports.checkMeans')}</p>
      </Form>
    </>
  )
}
