import { sql } from 'drizzle-orm'
import { inNetwork } from '#db/client.ts'
import { normaliseIdentifier } from '#packages/identifiers/normalise-identifier.ts'
import { organisationsMeant } from '#server/crm/public.ts'
import type { StaffContext } from '#server/kernel/context.ts'
import { readDepartment } from './read-cell.ts'
import type { Given } from './read-line.ts'

type Known = { id: string; siren: string | null; siret: string | null; rna: string | null }

/** Whose dossier a line says it is: by number first, then by the name when it means exactly one. */
export interface HolderFinder {
  holderOf: (given: Given) => string | null
  /** The record that a name means, when it means one and no other. */
  byName: (name: string) => string | null
}

const text = (value: unknown) => (typeof value === 'string' ? value : '')

/** Nothing is guessed: two records with one number, or two homonyms in one department, are a person's choice. */
export async function findHolders(
  ctx: StaffContext,
  given: readonly Given[],
  names: readonly string[],
): Promise<HolderFinder> {
  const numbers = given.flatMap(({ siret, rna }) => [text(siret), text(siret).slice(0, 9), text(rna)])
  const known = await inNetwork(ctx, async (tx) => {
    const { rows } = await tx.execute<Known>(sql`select id, siren, siret, rna from organisation
      where network_id = ${ctx.network.id} and (siret = any (${sql.param(numbers)}::text[])
        or siren = any (${sql.param(numbers)}::text[]) or rna = any (${sql.param(numbers)}::text[]))`)
    return rows
  })
  const asked = [...new Set([...given.map(({ holder }) => text(holder)), ...names].filter(Boolean))]
  const meant = await organisationsMeant(ctx, asked)
  const byText = new Map(asked.map((name, at) => [name, meant[at]!]))
  const homonyms = [...byText.values()].flatMap((one) =>
    one.fault === 'organisation_ambiguous' ? one.choices.map(({ id }) => id) : [],
  )
  const departments = await departmentsOf(ctx, homonyms)
  const only = (found: Known[]) => (found.length === 1 ? found[0]!.id : null)
  const byNumber = (siret: string, rna: string): string | null | undefined => {
    const exact = siret ? known.filter((one) => one.siret === siret) : []
    if (exact.length > 0) return only(exact)
    const siren = normaliseIdentifier(siret).slice(0, 9)
    const alike = siren ? known.filter((one) => one.siren === siren) : []
    if (alike.length > 0) return only(alike)
    const registered = rna ? known.filter((one) => one.rna === rna) : []
    return registered.length > 0 ? only(registered) : undefined
  }
  const byName = (name: string, department: string | null = null): string | null => {
    const one = byText.get(name)
    if (!one) return null
    if (one.fault === 'organisation_ambiguous' && department) {
      const there = one.choices.filter(({ id }) => departments.get(id) === department)
      return there.length === 1 ? there[0]!.id : null
    }
    return one.fault ? null : one.id
  }
  return {
    byName,
    holderOf: ({ siret, rna, holder, department }) => {
      const numbered = byNumber(text(siret), text(rna))
      if (numbered !== undefined) return numbered
      return byName(text(holder), readDepartment(text(department)))
    },
  }
}

async function departmentsOf(ctx: StaffContext, ids: string[]): Promise<Map<string, string | null>> {
  if (ids.length === 0) return new Map()
  return inNetwork(ctx, async (tx) => {
    const { rows } = await tx.execute<{ id: string; department: string | null }>(sql`
      select id, department from organisation
      where network_id = ${ctx.network.id} and id = any (${sql.param(ids)}::uuid[])`)
    return new Map(rows.map(({ id, department }) => [id, department]))
  })
}
