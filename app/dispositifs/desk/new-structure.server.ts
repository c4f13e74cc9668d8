import { KINDS, kindLabel } from '#packages/referentials/kinds.ts'
import { createOrganisation, crm, organisationLabels } from '#server/crm/public.ts'
import type { Context } from '#server/kernel/context.ts'
import { may } from '#server/kernel/permissions.ts'
import { recordId } from '#server/kernel/record-id.ts'
import { likelyOrganisations } from '../../crm/likely-view.server.ts'
import { emptyValues, readForm } from '../../crm/organisation-form.server.ts'
import type { Choice } from '../../ui/choice-search.ts'
import type { DossierValues } from './dossier-values.server.ts'

const ROLES = ['holders', 'sponsors'] as const
type Role = (typeof ROLES)[number]

/** A structure about to be made from the form of a dossier, as it was typed. */
export type NewStructure = {
  typed: { name: string; kind: string; commune: string; role: Role }
  faults: Partial<Record<'name' | 'kind' | 'commune', { code: string; choices?: string[] }>>
  /** Records it may be already: one of them is taken, or another is meant. */
  likely: Awaited<ReturnType<typeof likelyOrganisations>>
}

type Made = {
  values: DossierValues
  known: Choice[]
  structure?: NewStructure
  /** Chosen now: the list of those chosen is shown anew. */
  made?: string
  status: number
}

/** The kinds that may be said of it; null, this person makes none. */
export const structureKinds = (ctx: Context): Choice[] | null =>
  may(ctx, crm['organisation:write'])
    ? KINDS.map(({ key }) => ({ value: key, label: kindLabel(key, ctx.locale) }))
    : null

const roleOf = (said: unknown): Role => ROLES.find((role) => role === said) ?? 'holders'

/** What was asked beside the dossier: a structure that the list does not have, or one that resembles it. Null: nothing. */
export async function newStructure(
  ctx: Context,
  form: FormData,
  values: DossierValues,
): Promise<Made | null> {
  const text = (name: string) => String(form.get(name) ?? '')
  const taken = text('prendre')
  if (taken) {
    const [id, role] = taken.split(' ')
    return chosen(ctx, values, roleOf(role), recordId(id), text('structure.name'))
  }
  if (!form.has('creer')) return null
  const typed = {
    ...{ name: text('structure.name'), kind: text('structure.kind'), commune: text('structure.commune') },
    role: roleOf(form.get('structure.role')),
  }
  const record = { ...emptyValues(), name: typed.name, type: typed.kind, commune: typed.commune }
  const { input, faults } = await readForm(ctx, record)
  const stopped = (structure: Partial<NewStructure>, status: number): Made => ({
    ...{ values, known: [], status, structure: { typed, faults: {}, likely: [], ...structure } },
  })
  if (faults) {
    const { name, type: kind, commune } = faults
    return stopped(
      { faults: { ...(name && { name }), ...(kind && { kind }), ...(commune && { commune }) } },
      422,
    )
  }
  const likely = text('creer') === 'autre' ? [] : await likelyOrganisations(ctx, record, true)
  if (likely.length > 0) return stopped({ likely }, 409)
  const { id } = await createOrganisation(ctx, input)
  return chosen(ctx, values, typed.role, id, typed.name)
}

/** It stands where its name was typed, or last. */
async function chosen(
  ctx: Context,
  values: DossierValues,
  role: Role,
  id: string,
  name: string,
): Promise<Made> {
  const others = values[role].filter(
    (value) => value !== id && value.toLowerCase() !== name.trim().toLowerCase(),
  )
  const ids = role === 'sponsors' ? [id] : [...others, id]
  const known = [...(await organisationLabels(ctx, [id]))].map(([value, label]) => ({ value, label }))
  return { values: { ...values, [role]: ids }, known, made: id, status: 200 }
}
