import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { getOrganisation } from '#server/crm/organisation/get-organisation.server.ts'
import { organisationChoice } from '#server/crm/organisation/organisations-meant.server.ts'
import { updateOrganisation } from '#server/crm/organisation/update-organisation.server.ts'
import { findOwnFields } from '#server/crm/own-field/find-own-fields.server.ts'
import type { OwnField } from '#server/crm/own-field/own-field.ts'
import { readOwnValues } from '#server/crm/own-field/read-own-values.ts'
import { crm } from '#server/crm/permissions.ts'
import type { StaffContext } from '#server/kernel/context.ts'
import { DomainError } from '#server/kernel/errors.ts'
import { demand } from '#server/kernel/permissions.ts'
import { recordId } from '#server/kernel/record-id.ts'
import { answering, guard, submitted } from '../guard.server.ts'
import {
  askedAgain,
  baseOf,
  type Conflict,
  chosen,
  conflictOf,
  type Whole,
} from './conflict/conflict.server.ts'
import { ConflictPanel } from './conflict/conflict-panel.tsx'
import { asked, faultsOf } from './form-intents.server.ts'
import { type Lookup, lookedUp } from './lookup.server.ts'
import { formChoices } from './organisation-choices.server.ts'
import { type Faults, readForm, valuesOf, valuesOfRecord } from './organisation-form.server.ts'
import { OrganisationForm } from './organisation-form.tsx'
import { OwnFieldset } from './own-field/own-fieldset.tsx'
import { ownFormChoices, typedOwn, typedOwnOf } from './own-field/own-form.server.ts'

/** The record as its form shows it now. */
async function currentWhole(ctx: StaffContext, id: string, fields: OwnField[]) {
  const record = await getOrganisation(ctx, id)
  if (record.publishedAt) demand(ctx, crm['organisation:correct'])
  const parent = record.parentId ? await organisationChoice(ctx, record.parentId) : null
  const whole: Whole = { ...valuesOfRecord(record, parent), own: typedOwnOf(fields, record.ownFields) }
  return { record, whole }
}

export async function loader(args: LoaderFunctionArgs) {
  const ctx = guard(args, crm['organisation:write'])
  const [fields, { record, whole }] = await answering(args, async () => {
    const known = await findOwnFields(ctx)
    return [known, await currentWhole(ctx, recordId(args.params.id), known)] as const
  })
  const { id, name, version } = record
  return {
    id,
    name,
    version,
    values: whole,
    own: ownFormChoices(fields, ctx.locale),
    choices: formChoices(ctx.locale),
    slug: ctx.network.slug,
  }
}

type Answer = {
  values: Whole
  version: number
  /** What the record was when this form was opened, sent along with it. */
  base?: Whole
  faults?: Faults
  ownFaults?: Record<string, string>
  conflict?: Conflict
  unchosen?: string[]
  picks?: Record<string, string>
  forbidden?: boolean
  lookup?: Lookup
}
const refuse = (answer: Answer, status: number) => data(answer, { status })

export async function action(args: ActionFunctionArgs) {
  const ctx = guard(args, crm['organisation:write'])
  const form = await submitted(args)
  const version = Number(form.get('version'))
  return answering(args, async () => {
    const id = recordId(args.params.id)
    const fields = await findOwnFields(ctx)
    const typed: Whole = { ...valuesOf(form), own: typedOwn(fields, form) }
    const base = baseOf(String(form.get('base') ?? ''), typed) ?? undefined
    const looked = await lookedUp(ctx, form, valuesOf(form))
    if (looked) return refuse({ ...looked, values: { ...looked.values, own: typed.own }, base, version }, 200)
    const next = asked(form, typed)
    if (next) return refuse({ values: { ...next, own: typed.own }, base, version }, 200)
    const { values, unchosen, picks } = base
      ? chosen(form, typed, base)
      : { values: typed, unchosen: [], picks: {} }
    if (base && unchosen.length > 0) {
      const names = form.getAll('conflit').map(String)
      const conflict = askedAgain(names, base, typed, fields, ctx.locale)
      return refuse({ values: typed, base, version, conflict, unchosen, picks }, 422)
    }
    const { own: ownTyped, ...formValues } = values
    const { input, faults } = await readForm(ctx, formValues)
    const own = readOwnValues(fields, values.type.split('/')[0]!, (key) => ownTyped[key] ?? [])
    if (faults || Object.keys(own.faults).length > 0)
      return refuse({ values, base, faults: faults ?? {}, ownFaults: own.faults, version }, 422)
    try {
      await updateOrganisation(ctx, id, version, input, own.values)
    } catch (error) {
      if (!(error instanceof DomainError)) throw error
      // Published meanwhile, which they may not correct: what they typed is theirs to show to the team.
      if (error.status === 403) return refuse({ values, base, version, forbidden: true }, 403)
      if (error.code !== 'crm.changed_meanwhile')
        return refuse({ values, base, faults: faultsOf(error), version }, 422)
      const { by } = error.details as { by: string | null }
      const { record, whole } = await currentWhole(ctx, id, fields)
      const met = conflictOf(by, base ?? whole, whole, values, fields, ctx.locale)
      return refuse({ values: met.values, conflict: met.conflict, base: whole, version: record.version }, 409)
    }
    return redirect(`/${ctx.network.slug}/bureau/structures/${id}?fait=enregistree`)
  })
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.name }]

export default function EditOrganisation() {
  const page = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const { t } = useTranslation('crm')
  const home = `/${page.slug}/bureau/structures/${page.id}`
  return (
    <>
      <h1>{t('editHeading', { name: page.name })}</h1>
      <OrganisationForm
        key={refused?.conflict ? `conflict-${refused.version}` : 'form'}
        values={refused?.values ?? page.values}
        faults={refused?.faults ?? {}}
        lookup={refused?.lookup ?? null}
        version={refused?.version ?? page.version}
        choices={page.choices}
        cancel={home}
        own={
          <OwnFieldset
            {...page.own}
            typed={(refused?.values ?? page.values).own}
            faults={refused?.ownFaults}
          />
        }
      >
        <input type="hidden" name="base" value={JSON.stringify(refused?.base ?? page.values)} />
        {refused?.forbidden ? (
          <p className="notice bad" role="alert">
            {t('publishedMeanwhile')}
          </p>
        ) : null}
        {refused?.conflict ? (
          <ConflictPanel
            conflict={refused.conflict}
            unchosen={refused.unchosen}
            picks={refused.picks}
            home={home}
          />
        ) : null}
      </OrganisationForm>
    </>
  )
}
