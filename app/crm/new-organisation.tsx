import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { createOrganisation } from '#server/crm/organisation/create-organisation.server.ts'
import { findOwnFields } from '#server/crm/own-field/find-own-fields.server.ts'
import { readOwnValues } from '#server/crm/own-field/read-own-values.ts'
import { crm } from '#server/crm/permissions.ts'
import { answering, guard, submitted } from '../guard.server.ts'
import { i18nFor } from '../i18n.server.ts'
import { asked, faultsOf } from './form-intents.server.ts'
import { formChoices } from './organisation-choices.server.ts'
import { emptyValues, type Faults, readForm, valuesOf } from './organisation-form.server.ts'
import { OrganisationForm } from './organisation-form.tsx'
import { OwnFieldset } from './own-field/own-fieldset.tsx'
import { ownFormChoices, typedOwn } from './own-field/own-form.server.ts'

export async function loader(args: LoaderFunctionArgs) {
  const ctx = guard(args, crm['organisation:write'])
  const { network, locale } = ctx
  const fields = await answering(args, () => findOwnFields(ctx))
  return {
    own: ownFormChoices(fields, locale),
    choices: formChoices(locale),
    values: emptyValues(),
    slug: network.slug,
    title: i18nFor(locale).t('crm:newTitle'),
  }
}

export async function action(args: ActionFunctionArgs) {
  const ctx = guard(args, crm['organisation:write'])
  const form = await submitted(args)
  const values = valuesOf(form)
  return answering(args, async () => {
    const fields = await findOwnFields(ctx)
    const own = typedOwn(fields, form)
    const next = asked(form, values)
    if (next) return data({ values: next, faults: {} as Faults, own, ownFaults: {} })
    const { input, faults } = await readForm(ctx, values)
    const read = readOwnValues(fields, values.type.split('/')[0]!, (key) => own[key] ?? [])
    const ownFaults = read.faults
    if (faults || Object.keys(ownFaults).length > 0)
      return data({ values, faults: faults ?? {}, own, ownFaults }, { status: 422 })
    try {
      const { id } = await createOrganisation(ctx, input, read.values)
      return redirect(`/${ctx.network.slug}/bureau/structures/${id}?fait=creee`)
    } catch (error) {
      return data({ values, faults: faultsOf(error), own, ownFaults }, { status: 422 })
    }
  })
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }]

export default function NewOrganisation() {
  const page = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const { t } = useTranslation('crm')
  return (
    <>
      <h1>{t('newHeading')}</h1>
      <OrganisationForm
        values={refused?.values ?? page.values}
        faults={refused?.faults ?? {}}
        choices={page.choices}
        cancel={`/${page.slug}/bureau/structures`}
        own={<OwnFieldset {...page.own} typed={refused?.own ?? {}} faults={refused?.ownFaults} />}
      />
    </>
  )
}
