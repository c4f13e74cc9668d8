import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { askList } from '#server/crm/export/ask-list.server.ts'
import { LIST_COLUMNS, LIST_SUBJECTS, type ListSubject, ownColumn } from '#server/crm/export/columns.ts'
import { lastColumns } from '#server/crm/export/find-list-requests.server.ts'
import { columnLabel } from '#server/crm/export/labels.ts'
import { listRequestInput } from '#server/crm/export/list-request.schema.ts'
import { listedIds } from '#server/crm/export/list-rows.server.ts'
import { findOwnFields } from '#server/crm/own-field/find-own-fields.server.ts'
import { crm } from '#server/crm/permissions.ts'
import { answering, guard, submitted } from '../../guard.server.ts'
import { i18nFor } from '../../i18n.server.ts'
import { Field } from '../../ui/field.tsx'
import { ListColumns } from './list-columns.tsx'
import { Requester } from './requester.tsx'

export async function loader(args: LoaderFunctionArgs) {
  const ctx = guard(args, crm['organisation:export'])
  const query = new URL(args.request.url).searchParams
  const asked = query.get('objet') as ListSubject
  const subject = LIST_SUBJECTS.includes(asked) ? asked : 'organisations'
  query.delete('objet')
  query.delete('page')
  const criteria = query.toString().slice(0, 4000)
  return answering(args, async () => {
    const chosen = await lastColumns(ctx, subject)
    const own = (await findOwnFields(ctx))
      .filter(({ archived }) => !archived)
      .map(({ key, label }) => ({ key: ownColumn(key), label, personal: false }))
    return {
      subject,
      criteria,
      count: (await listedIds(ctx, criteria)).length,
      columns: [
        ...LIST_COLUMNS[subject].map((one) => ({ ...one, label: columnLabel(one.key, ctx.locale) })),
        ...(subject === 'organisations' ? own : []),
      ].map((column) => ({ ...column, chosen: chosen.includes(column.key) })),
      other: `?${new URLSearchParams([...query, ['objet', subject === 'people' ? 'organisations' : 'people']])}`,
      desk: `/${ctx.network.slug}/bureau`,
      title: i18nFor(ctx.locale).t('crm:lists.newTitle'),
    }
  })
}

export async function action(args: ActionFunctionArgs) {
  const ctx = guard(args, crm['organisation:export'])
  const form = await submitted(args)
  const text = (name: string) => String(form.get(name) ?? '')
  const parsed = listRequestInput.safeParse({
    subject: text('objet') || undefined,
    requester: text('demandeur'),
    requesterOrganisation: text('organisme'),
    requesterContact: text('contact'),
    purpose: text('but'),
    criteria: text('criteres'),
    columns: form.getAll('colonne').map(String),
    format: text('format') || undefined,
    personalReason: text('motif'),
  })
  if (!parsed.success) {
    const faults: Record<string, string> = {}
    for (const { path, message } of parsed.error.issues) faults[String(path[0])] ??= message
    const typed = Object.fromEntries([...form].filter(([, value]) => typeof value === 'string')) as Record<
      string,
      string
    >
    return data({ faults, typed, columns: form.getAll('colonne').map(String) }, { status: 422 })
  }
  const { id } = await answering(args, () => askList(ctx, parsed.data))
  return redirect(`/${ctx.network.slug}/bureau/demandes-de-listes/${id}`)
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }]

export default function NewList() {
  const page = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const { t } = useTranslation('crm')
  const fault = (name: string) => {
    const code = refused?.faults[name]
    return code ? t(`faults.${code}`) : undefined
  }
  const typed = refused?.typed ?? {}
  return (
    <>
      <nav className="small" aria-label={t('breadcrumb')}>
        <Link to={`${page.desk}/demandes-de-listes`}>{t('lists.title')}</Link>
      </nav>
      <h1>{page.title}</h1>
      <p className="lead">{t(`lists.about.${page.subject}`, { count: page.count })}</p>
      <p className="small">
        <Link to={page.other}>{t(`lists.instead.${page.subject}`)}</Link>
      </p>
      <Form method="post" className="stack narrow" key={page.subject}>
        <input type="hidden" name="objet" value={page.subject} />
        <input type="hidden" name="criteres" value={page.criteria} />
        <Field label={t('lists.purpose')} hint={t('lists.purposeHint')} fault={fault('purpose')}>
          {(attributes) => (
            <input
              {...attributes}
              name="but"
              defaultValue={typed.but ?? ''}
              maxLength={300}
              autoComplete="off"
            />
          )}
        </Field>
        <Requester typed={typed} fault={fault} />
        <ListColumns columns={page.columns} chosen={refused?.columns} fault={fault('columns')} />
        <Field
          label={t('lists.reason')}
          hint={t('lists.reasonHint')}
          fault={fault('personalReason')}
          optional={page.subject === 'organisations'}
        >
          {(attributes) => (
            <input
              {...attributes}
              name="motif"
              defaultValue={typed.motif ?? ''}
              maxLength={300}
              autoComplete="off"
            />
          )}
        </Field>
        <Field label={t('lists.format')}>
          {(attributes) => (
            <select {...attributes} name="format" defaultValue={typed.format ?? 'xlsx'}>
              <option value="xlsx">{t('lists.formats.xlsx')}</option>
              <option value="csv">{t('lists.formats.csv')}</option>
            </select>
          )}
        </Field>
        <p className="notice">{t('lists.law')}</p>
        <p className="row">
          <button className="btn primary" type="submit">
            {t('lists.prepare')}
          </button>
          <Link className="btn quiet" to={`${page.desk}/structures?${page.criteria}`}>
            {t('cancel')}
          </Link>
        </p>
      </Form>
    </>
  )
}
