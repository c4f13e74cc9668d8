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
import { LikelyOrganisations } from './likely-organisations.tsx'
import { likelyOrganisations } from './likely-view.server.ts'
import { type Lookup, lookedUp } from './lookup.server.ts'
import { formChoices } from './organisation-choices.server.ts'
import { emptyValues, type Faults, type FormValues, readForm, valuesOf } from './organisation-form.server.ts'
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

type Answer = {
  values: FormValues
  faults?: Faults
  own: ReturnType<typeof typedOwn>
  ownFaults?: Record<string, string>
  /** Records it may be, met when it was about to be made. */
  likely?: Awaited<ReturnType<typeof likelyOrganisations>>
  lookup?: Lookup
}
const refuse = (answer: Answer, status: number) => data(answer, { status })

export async function action(args: ActionFunctionArgs) {
  const ctx = guard(args, crm['organisation:write'])
  const form = await submitted(args)
  const values = valuesOf(form)
  return answering(args, async () => {
    const fields = await findOwnFields(ctx)
    const own = typedOwn(fields, form)
    const looked = await lookedUp(ctx, form, values)
    if (looked) return refuse({ ...looked, own }, 200)
    const next = asked(form, values)
    if (next) return refuse({ values: next, own }, 200)
    const { input, faults } = await readForm(ctx, values)
    const read = readOwnValues(fields, values.type.split('/')[0]!, (key) => own[key] ?? [])
    if (faults || Object.keys(read.faults).length > 0)
      return refuse({ values, faults: faults ?? {}, own, ownFaults: read.faults }, 422)
    if (!form.has('autre')) {
      const seen = String(form.get('vues') ?? '').split(' ')
      const likely = (await likelyOrganisations(ctx, values, true)).filter(({ id }) => !seen.includes(id))
      if (likely.length > 0) return refuse({ values, likely, own }, 409)
    }
    try {
      const { id } = await createOrganisation(ctx, input, read.values)
      return redirect(`/${ctx.network.slug}/bureau/structures/${id}?fait=creee`)
    } catch (error) {
      return refuse({ values, faults: faultsOf(error), own }, 422)
    }
  })
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }]

/** Saved from the foot of a long form: what stopped it is brought to sight. */
const toSight = (box: HTMLElement | null) => box?.focus()

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
        lookup={refused?.lookup ?? null}
        own={<OwnFieldset {...page.own} typed={refused?.own ?? {}} faults={refused?.ownFaults} />}
        choices={page.choices}
        cancel={`/${page.slug}/bureau/structures`}
        afterName={
          <LikelyOrganisations
            source={`/${page.slug}/bureau/structures/proches`}
            asked={refused?.likely ?? null}
          />
        }
      >
        {refused?.likely ? (
          <p className="notice bad" role="alert" tabIndex={-1} ref={toSight}>
            {t('likely.stopped')} <a href="#ressemblantes">{t('likely.see')}</a>
          </p>
        ) : null}
      </OrganisationForm>
    </>
  )
}
