import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { askExport } from '#server/crm/export/ask-export.server.ts'
import { crm } from '#server/crm/permissions.ts'
import { answering, guard, submitted } from '../guard.server.ts'
import { i18nFor } from '../i18n.server.ts'
import { Field } from '../ui/field.tsx'

const LONGEST = 300

export function loader(args: LoaderFunctionArgs) {
  const ctx = guard(args, crm['organisation:export'])
  return {
    list: `/${ctx.network.slug}/bureau/structures`,
    title: i18nFor(ctx.locale).t('crm:export.title'),
  }
}

export async function action(args: ActionFunctionArgs) {
  const ctx = guard(args, crm['organisation:export'])
  const purpose = String((await submitted(args)).get('but') ?? '').trim()
  if (purpose.length < 3 || purpose.length > LONGEST) {
    const fault = purpose.length > LONGEST ? 'too_long' : 'purpose'
    return data({ purpose, fault }, { status: 422 })
  }
  const { id } = await answering(args, () => askExport(ctx, purpose))
  return redirect(`/${ctx.network.slug}/bureau/travaux/${id}`)
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }]

export default function ExportOrganisations() {
  const page = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const { t } = useTranslation('crm')
  return (
    <>
      <h1>{t('export.title')}</h1>
      <p className="lead">{t('export.what')}</p>
      <Form method="post" className="stack narrow">
        <Field
          label={t('export.purpose')}
          hint={t('export.purposeHint')}
          fault={refused ? t(`faults.${refused.fault}`) : undefined}
        >
          {(attributes) => (
            <input {...attributes} name="but" defaultValue={refused?.purpose ?? ''} autoComplete="off" />
          )}
        </Field>
        <p className="row">
          <button className="btn primary" type="submit">
            {t('export.start')}
          </button>
          <Link className="btn quiet" to={page.list}>
            {t('cancel')}
          </Link>
        </p>
      </Form>
    </>
  )
}
