import { and, eq, or } from 'drizzle-orm'
import { v7 } from 'uuid'
import type { Transaction } from '#db/client.ts'
import { organisation } from '#db/schema/crm.ts'
import { normaliseIdentifier } from '#packages/identifiers/normalise-identifier.ts'
import { isRna } from '#packages/identifiers/rna.ts'
import { isSiren } from '#packages/identifiers/siren.ts'
import { isSiret } from '#packages/identifiers/siret.ts'
import { record } from '#server/kernel/audit.ts'
import type { StaffContext } from '#server/kernel/context.ts'
import { notePairsOf } from '../duplicate/note-pairs.server.ts'
import { organisationInput } from '../organisation/organisation.schema.ts'
import { seatOf } from '../organisation/place.server.ts'

export type ToldOrganisation = { name: string; kind: string; identifier: string }

/**
 * The record that somebody outside the team means: the one and only that has the number they typed, else a
 * new one, neither verified nor published. What resembles another is the team's to settle; nothing of a
 * record is told to who names it.
 */
export async function organisationForHolder(
  tx: Transaction,
  ctx: StaffContext,
  told: ToldOrganisation,
): Promise<string> {
  const number = normaliseIdentifier(told.identifier)
  const siret = isSiret(number) ? number : null
  const siren = siret?.slice(0, 9) ?? (isSiren(number) ? number : null)
  const rna = isRna(number) ? number : null
  const { id, networkId } = organisation
  if (siren || rna) {
    const same = rna
      ? eq(organisation.rna, rna)
      : or(eq(organisation.siren, siren!), ...(siret ? [eq(organisation.siret, siret)] : []))
    const found = await tx
      .select({ id })
      .from(organisation)
      .where(and(eq(networkId, ctx.network.id), same))
      .limit(2)
    if (found.length === 1) return found[0]!.id
  }
  const said = { name: told.name, kind: told.kind }
  const whole = organisationInput.safeParse({
    ...said,
    siren: siren ?? '',
    siret: siret ?? '',
    rna: rna ?? '',
  })
  const { point, ...fields } = whole.success ? whole.data : organisationInput.parse(said)
  const made = v7()
  const now = ctx.clock.now()
  await tx.insert(organisation).values({
    ...{ networkId: ctx.network.id, id: made },
    ...fields,
    ...seatOf({ ...fields, point }),
    ...{ createdAt: now, updatedAt: now },
  })
  await notePairsOf(tx, ctx, made)
  await record(tx, ctx, {
    action: 'organisation.created',
    objectType: 'organisation',
    objectId: made,
    changes: { name: told.name },
  })
  return made
}

/** What its record says, for a form that asks it again: for those who act for it. */
export async function knownOfOrganisation(tx: Transaction, ctx: StaffContext, organisationId: string) {
  const { id, networkId, name, city, postalCode, insee, department, sectors, sdgs, phone } = organisation
  const [row] = await tx
    .select({ name, city, postalCode, insee, department, sectors, sdgs, phone })
    .from(organisation)
    .where(and(eq(networkId, ctx.network.id), eq(id, organisationId)))
  return row ?? null
}
