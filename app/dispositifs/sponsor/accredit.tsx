import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { z } from 'zod'
import { organisationLabels, organisationsMeant } from '#server/crm/public.ts'
import { findDispositifs } from '#server/dispositifs/dispositif/find-dispositifs.server.ts'
import { dispositifs } from '#server/dispositifs/permissions.ts'
import { accreditSponsor } from '#server/dispositifs/sponsor/accredit-sponsor.server.ts'
import { accreditationInput } from '#server/dispositifs/sponsor/accreditation.schema.ts'
import { recordId } from '#server/kernel/record-id.ts'
import { answering, guard, submitted } from '../../guard.server.ts'
import { i18nFor } from '../../i18n.server.ts'
import { Breadcrumb } from '../../ui/breadcrumb.tsx'
import { DateField } from '../../ui/date-field.tsx'
import { Field } from '../../ui/field.tsx'
import { KeptTyping } from '../../ui/kept-typing.tsx'
import { MultiSearch } from '../../ui/multi-select.tsx'
import { useRefused } from '../follow-up/refusal.tsx'
import { readWith, refusedForm } from '../follow-up/sent-follow-up.server.ts'

const isId = (value: string) => z.uuid().safeParse(value).success

export async function loader(args: LoaderFunctionArgs) {
  const ctx = guard(args, dispositifs['sponsor:manage'])
  const asked = new URL(args.request.url).searchParams.get('structure')
  return answering(args, async () => {
    const schemes = await findDispositifs(ctx)
    const chosen = asked ? [recordId(asked)] : []
    return {
      base: `/${ctx.network.slug}/bureau/dispositifs`,
      source: `/${ctx.network.slug}/bureau/structures/suggestions`,
      schemes: schemes.filter(({ archived }) => !archived).map(({ id, code }) => ({ id, code })),
      chosen,
      known: [...(await organisationLabels(ctx, chosen))].map(([value, label]) => ({ value, label })),
      title: i18nFor(ctx.locale).t('dispositifs:follow.sponsor.accredit'),
    }
  })
}

export async function action(args: ActionFunctionArgs) {
  const ctx = guard(args, dispositifs['sponsor:manage'])
  const form = await submitted(args)
  const written = form
    .getAll('organisationId')
    .flatMap((value) => String(value).split('\n'))
    .map((line) => line.trim())
    .filter(Boolean)
  try {
    const meant = await organisationsMeant(
      ctx,
      written.filter((one) => !isId(one)),
    )
    const ids = [...written.filter(isId), ...meant.flatMap(({ id }) => id ?? [])]
    const text = (name: string) => String(form.get(name) ?? '')
    const input = readWith(accreditationInput, {
      organisationId: ids.length === 1 ? ids[0] : '',
      dispositifId: text('dispositifId'),
      ...{ startsOn: text('startsOn'), endsOn: text('endsOn'), trainedOn: text('trainedOn') },
      ...{ reference: text('reference'), note: text('note') },
    })
    await accreditSponsor(ctx, input)
    return redirect(`/${ctx.network.slug}/bureau/dispositifs/marraines/${input.organisationId}?fait=agreee`)
  } catch (error) {
    const refused = refusedForm(error, form, 'agreer')
    const known = [...(await organisationLabels(ctx, written.filter(isId)))]
    if (refused)
      return data(
        { ...refused, chosen: written, known: known.map(([value, label]) => ({ value, label })) },
        { status: refused.status },
      )
    return answering(args, () => Promise.reject(error))
  }
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }]

export default function Accredit() {
  const page = useLoaderData<typeof loader>()
  const answered = useActionData<typeof action>()
  const { t } = useTranslation('dispositifs')
  const { typed, fault } = useRefused(answered, 'agreer')
  const day = (name: 'startsOn' | 'endsOn' | 'trainedOn') => (
    <DateField
      name={name}
      label={t(`follow.field.${name}`)}
      value={typed(name)}
      fault={fault(name)}
      optional={name !== 'startsOn'}
    />
  )
  return (
    <>
      <Breadcrumb
        trail={[
          { to: page.base, label: t('title') },
          { to: `${page.base}/marraines`, label: t('follow.sponsor.title') },
        ]}
        here={page.title}
      />
      <h1>{page.title}</h1>
      <Form method="post" className="stack form" noValidate>
        <KeptTyping />
        <MultiSearch
          name="organisationId"
          label={t('follow.sponsor.organisation')}
          source={page.source}
          chosen={answered?.chosen ?? page.chosen}
          known={[...page.known, ...(answered?.known ?? [])]}
          fault={fault('organisationId')}
        />
        <Field name="dispositifId" label={t('follow.sponsor.for')} fault={fault('dispositifId')}>
          {(attributes) => (
            <select {...attributes} name="dispositifId" defaultValue={typed('dispositifId')}>
              <option value="">{t('follow.sponsor.all')}</option>
              {page.schemes.map(({ id, code }) => (
                <option key={id} value={id}>
                  {code}
                </option>
              ))}
            </select>
          )}
        </Field>
        {day('startsOn')}
        {day('endsOn')}
        {day('trainedOn')}
        <Field name="reference" label={t('follow.field.reference')} fault={fault('reference')} optional>
          {(attributes) => (
            <input {...attributes} name="reference" maxLength={120} defaultValue={typed('reference')} />
          )}
        </Field>
        <Field name="note" label={t('follow.field.note')} fault={fault('note')} optional>
          {(attributes) => (
            <textarea {...attributes} name="note" rows={3} maxLength={2000} defaultValue={typed('note')} />
          )}
        </Field>
        <div className="row">
          <button className="btn primary" type="submit">
            {t('save')}
          </button>
          <Link className="btn quiet" to={`${page.base}/marraines`}>
            {t('cancel')}
          </Link>
        </div>
      </Form>
    </>
  )
}
