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
import {
  isListSubject,
  LIST_COLUMNS,
  type ListColumn,
  type ListSubject,
  ownColumn,
} from '#server/crm/export/columns.ts'
import { foretoldList, lastColumns } from '#server/crm/export/find-list-requests.server.ts'
import { columnLabel } from '#server/crm/export/labels.ts'
import { listRequestInput } from '#server/crm/export/list-request.schema.ts'
import { sourceOf } from '#server/crm/export/list-sources.server.ts'
import { findOwnFields } from '#server/crm/own-field/find-own-fields.server.ts'
import { crm } from '#server/crm/permissions.ts'
import type { Context } from '#server/kernel/context.ts'
import { answering, guard, submitted } from '../../guard.server.ts'
import { i18nFor } from '../../i18n.server.ts'
import { Field } from '../../ui/field.tsx'
import { ListColumns } from './list-columns.tsx'
import { ListCriteria } from './list-criteria.tsx'
import { Requester } from './requester.tsx'

export async function loader(args: LoaderFunctionArgs) {
  const ctx = guard(args, crm['list:hand'])
  const query = new URL(args.request.url).searchParams
  const asked = query.get('objet')
  const subject = isListSubject(asked) ? asked : 'organisations'
  query.delete('objet')
  query.delete('page')
  const criteria = query.toString().slice(0, 4000)
  return answering(args, async () => {
    const chosen = await lastColumns(ctx, subject)
    const own = subject === 'organisations' ? await ownColumns(ctx) : []
    const columns = LIST_COLUMNS[subject].map((one) => ({ ...one, label: columnLabel(one.key, ctx.locale) }))
    return {
      subject,
      criteria,
      ...(await foretoldList(ctx, subject, criteria)),
      columns: [...columns, ...own].map((column) => ({ ...column, chosen: chosen.includes(column.key) })),
      other: INSTEAD[subject] && `?${new URLSearchParams([['objet', INSTEAD[subject]], ...query])}`,
      needsReason: subject === 'people',
      from: `${sourceOf(subject).page}${criteria && `?${criteria}`}`,
      desk: `/${ctx.network.slug}/bureau`,
      title: i18nFor(ctx.locale).t('crm:lists.newTitle'),
    }
  })
}

/** One can change one's mind: the people of some organisations, or the organisations themselves. */
const INSTEAD: Partial<Record<ListSubject, ListSubject>> = {
  organisations: 'people',
  people: 'organisations',
}

async function ownColumns(ctx: Context): Promise<(ListColumn & { label: string })[]> {
  const fields = (await findOwnFields(ctx)).filter(({ archived }) => !archived)
  return fields.map(({ key, label }) => ({ key: ownColumn(key), label, group: 'open' }))
}

export async function action(args: ActionFunctionArgs) {
  const ctx = guard(args, crm['list:hand'])
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
      <ListCriteria words={page.words} change={`${page.desk}/${page.from}`} />
      {page.other ? (
        <p className="small">
          <Link to={page.other}>
            {t(`lists.instead.${page.subject === 'people' ? 'people' : 'organisations'}`)}
          </Link>
        </p>
      ) : null}
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
          optional={!page.needsReason}
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
          <Link className="btn quiet" to={`${page.desk}/${page.from}`}>
            {t('cancel')}
          </Link>
        </p>
      </Form>
    </>
  )
}
